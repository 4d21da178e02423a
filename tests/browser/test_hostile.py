"""Whatever a record says stays text: no script runs, nothing is asked for, nothing becomes an element."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import LANGUAGES, Opened, OpenHtml, both, both_around, ready
from tests.browser.hostile import STRINGS, hostile_record
from visualizations.page import SCRIPTS, page_html

pytestmark = pytest.mark.browser

SEE_ALL = """() => {
  const seen = new Set(), { app } = enishi, { nodes, edges } = app.visible();
  for (const id of [...nodes, ...edges]) {
    app.change({ chosen: id }, { undo: false });
    for (const part of document.querySelectorAll("#title, #evidence, #list, #notes")) seen.add(part.textContent);
  }
  return [...seen].join("\\n");
}"""
ELEMENTS = """() => {
  const bad = [...document.querySelectorAll("img, iframe, object, embed, form, video, audio, base, marquee, math, template")];
  const acting = [...document.querySelectorAll("*")].filter((each) =>
    [...each.attributes].some(({ name, value }) => /^on/i.test(name) || /^\\s*(java|vb)script:/i.test(value))
  );
  return [...bad, ...acting].map((each) => each.outerHTML.slice(0, 200));
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("hostile")
    hostile_record(Path(__file__).parents[2] / "data", folder / "record")
    build(folder / "record", folder / "graph.kgl")
    with EmbeddedStore(folder / "graph.kgl") as store:
        yield store


def test_there_are_enough_of_them() -> None:
    assert len(set(STRINGS)) == len(STRINGS) >= 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_page_is_inert(hostile: EmbeddedStore, open_html: OpenHtml, lang: str) -> None:
    opened = open_html(page_html(both(hostile, lang)))
    _is_inert(opened)


def test_a_neighbourhood_is_inert_and_shows_the_strings_as_they_are(
    hostile: EmbeddedStore, open_html: OpenHtml
) -> None:
    seen = ""
    for focus in ("country:GB", "country:JP", "forum:mdq"):
        opened = open_html(page_html(both_around(hostile, "ja", focus, 2)))
        seen += _is_inert(opened)
    shown = [each for each in STRINGS if " ".join(each.split()) in " ".join(seen.split())]
    assert len(shown) >= 100, set(STRINGS) - set(shown)


def _is_inert(opened: Opened) -> str:
    """Look at everything in every view and both languages, and export it; give all that was shown."""
    page = opened.page
    ready(opened)
    seen = str(page.evaluate(SEE_ALL))
    for tab in page.evaluate("enishi.app.tabs.map((tab) => tab.id)"):
        for lang in LANGUAGES:
            page.evaluate("(patch) => enishi.app.change(patch)", {"tab": tab, "lang": lang})
            page.wait_for_timeout(50)
            assert page.evaluate(ELEMENTS) == [], tab
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(ELEMENTS) == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    with page.expect_download() as saved:
        page.evaluate("enishi.app.actions.find((action) => action.id === 'svg').run(enishi.app)")
    svg = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "<script" not in svg.lower()
    assert page.locator("script").count() == len(SCRIPTS) + 2  # vis-network and the data
    assert opened.is_quiet()
    return seen
