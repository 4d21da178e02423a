"""What leaves the page: pictures, print, a view for a slide, a layout. Each says what it is, and asks for nothing."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import LANGUAGES, OpenHtml, ready, view_html, wait_for
from visualizations.view_file import read_view

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
MEASURE = """(text) => {
  const holder = document.createElement("div");
  holder.append(document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true));
  document.body.append(holder);
  const svg = holder.firstChild, whole = svg.getBoundingClientRect();
  const cut = [...svg.querySelectorAll("text")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 1 || box.bottom > whole.bottom + 1;
  });
  holder.remove();
  return cut.map((each) => each.textContent);
}"""


def saved(page: Page, action: str, folder: Path) -> Path:
    """The file that an entry of the menu hands over."""
    page.click("#menu summary")
    with page.expect_download() as download:
        page.click(f"[data-action={action}]")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_picture_says_what_it_is(
    views: dict[str, str], open_html: OpenHtml, tmp_path: Path, lang: str
) -> None:
    opened = ready(open_html(views[lang], "#day=2025-05-01"))
    page = opened.page
    path = saved(page, "svg", tmp_path)
    assert path.name.startswith("enishi_view_2025-05-01_")
    assert path.stem.endswith({"ja": "公表", "en": "Public"}[lang])
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - the page's own
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    said = "".join(root.itertext())
    page_says = page.evaluate(
        """() => ({
          heading: enishi.app.heading(), coverage: enishi.app.text().coverage, build: enishi.app.data.build,
          conditions: enishi.conditions(enishi.app),
          notes: [...enishi.remarks(enishi.app), enishi.app.word("notes_first"), ...enishi.app.text().notes],
          labels: enishi.app.visible().drawn.nodes.flatMap((id) => enishi.app.label(id)),
          sources: enishi.sourcesOf(enishi.app, [...enishi.app.visible().nodes, ...enishi.app.visible().edges]),
        })"""
    )
    squeezed = re.sub(r"\s", "", said)
    expected = [page_says["heading"], page_says["coverage"], page_says["build"]]
    expected += page_says["conditions"] + page_says["notes"] + page_says["labels"]
    expected += [source["text"] for source in page_says["sources"][:60]]
    assert page_says["conditions"], "the day that was set"
    for each in expected:
        assert re.sub(r"\s", "", each) in squeezed, each
    assert page.evaluate(MEASURE, text) == [], "text outside of the sheet"
    assert opened.is_quiet()


def test_what_is_filtered_out_is_not_in_the_picture(
    views: dict[str, str], open_html: OpenHtml, tmp_path: Path
) -> None:
    page = ready(open_html(views["ja"])).page
    before = saved(page, "svg", tmp_path).read_text(encoding="utf-8")
    assert "最初の表示の説明" not in before
    assert "実施取決め" not in before, "nor what the page only holds"
    page.evaluate("enishi.app.change({ kinds: [enishi.app.item('forum:mdq').key] })")
    after = saved(page, "svg", tmp_path).read_text(encoding="utf-8")
    assert ">MDQ<" in before
    assert ">MDQ<" not in after
    assert "枠組み・会合" in after, "the filter is told"


def test_a_png_is_twice_the_size_and_drawn(
    views: dict[str, str], open_html: OpenHtml, tmp_path: Path
) -> None:
    opened = ready(open_html(views["en"], dark=True))
    path = saved(opened.page, "png", tmp_path)
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = (int.from_bytes(content[i : i + 4]) for i in (16, 20))
    svg = ET.parse(saved(opened.page, "svg", tmp_path)).getroot()  # noqa: S314
    assert (width, height) == (2 * int(svg.get("width", "")), 2 * int(svg.get("height", "")))
    assert b"Description\0\0\0\0\0Public " in content, "who may see it, in the file itself"
    assert len(content) > 100_000, "more than an empty sheet"
    paper = svg.find(f"{SVG}rect")
    assert paper is not None
    assert paper.get("fill") == "#FFFFFF", "what is handed on is on white paper"
    assert opened.is_quiet()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_print_has_picture_table_sources_and_the_mark_on_every_page(
    graph: EmbeddedStore, open_html: OpenHtml, tmp_path: Path, lang: str
) -> None:
    opened = ready(open_html(view_html(graph, lang, handling="internal")))
    page = opened.page
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert boxes
    assert all(float(width) > float(height) for width, height in boxes), "landscape"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    text = page.inner_text("#print")
    assert {"ja": "部内限り", "en": "Internal"}[lang] in text
    assert page.locator("#print figure svg").count() == 1
    items = page.evaluate("Object.values(enishi.app.visible()).slice(0, 2).flat().length")
    assert page.locator("#print tbody tr").count() == items
    cited = page.evaluate(
        "enishi.sourcesOf(enishi.app, [...enishi.app.visible().nodes, ...enishi.app.visible().edges]).length"
    )
    assert page.locator("#print ol li").count() == cited > 20
    assert not page.is_visible("header")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print *").count() == 0
    assert opened.is_quiet()


def test_a_view_is_saved_for_a_slide(
    views: dict[str, str], open_html: OpenHtml, tmp_path: Path
) -> None:
    opened = ready(open_html(views["ja"], "#lang=en"))
    page = opened.page
    page.evaluate("enishi.app.change({ day: '2020-01-01', tab: 'map' })")
    page.evaluate("enishi.app.change({ day: '2025-05-01', chosen: 'country:GB' })")
    view = read_view(saved(page, "slide", tmp_path))
    assert (view.lang, view.own, view.as_of, view.focus) == ("en", "country:JP", "2026-11-25", "")
    assert view.state["day"] == "2025-05-01"
    assert set(view.nodes) == set(page.evaluate("enishi.app.visible().nodes"))
    assert set(view.ties) == set(page.evaluate("enishi.app.visible().edges"))
    assert view.build == page.evaluate("enishi.app.data.build")
    said = page.inner_text("dialog")
    assert "enishi deck --view view.json -o " in said
    assert "The command that makes the slide" in said
    page.keyboard.press("Escape")
    wait_for(page, "!document.querySelector('dialog[open]')")
    assert opened.is_quiet()


def test_a_layout_is_saved_with_what_was_moved(
    views: dict[str, str], open_html: OpenHtml, tmp_path: Path
) -> None:
    page = ready(open_html(views["ja"])).page
    page.evaluate("enishi.app.change({ moved: { 'country:GB': [-600, 12] } })")
    layout = json.loads(saved(page, "layout", tmp_path).read_text(encoding="utf-8"))
    assert layout["version"] == 1
    assert layout["positions"]["country:GB"] == [-600, 12]
    assert set(layout["positions"]) == set(page.evaluate("enishi.app.visible().nodes"))
    assert "--layout layout.json" in page.inner_text("dialog")


@pytest.mark.parametrize("tab", ["timeline", "map"])
def test_another_drawing_leaves_as_it_looks_on_white_paper(
    views: dict[str, str], open_html: OpenHtml, tmp_path: Path, tab: str
) -> None:
    opened = open_html(views["ja"], "#day=2020-01-01", dark=True)
    page = opened.page
    page.evaluate(f"enishi.app.change({{ tab: '{tab}' }})")
    page.evaluate("enishi.app.change({ day: '' })")  # the picture behind is that of the day before
    wait_for(page, f"document.querySelectorAll('#panel-{tab} svg [data-id]').length > 3")
    path = saved(page, "svg", tmp_path)
    assert path.name == f"enishi_view_{tab}_2026-11-25_公表.svg"
    text = path.read_text(encoding="utf-8")
    squeezed = re.sub(r"\s", "", "".join(ET.fromstring(text).itertext()))  # noqa: S314
    labels = page.evaluate(
        f"""[...document.querySelectorAll("#panel-{tab} svg:not([aria-hidden]) text")]
              .filter((each) => each.getClientRects().length).map((each) => each.textContent)"""
    )
    assert len(labels) > 10
    for label in labels:
        assert re.sub(r"\s", "", label) in squeezed
    listed = page.evaluate(
        f"enishi.app.tabs.find(({{ id }}) => id === '{tab}').sources(document.getElementById('panel-{tab}')).length"
    )
    assert "内閣府" in squeezed, "with its sources"
    assert f"{min(listed, 60)})" in squeezed, "all that its print lists"
    assert page.evaluate("enishi.app.state.tab") == tab, "the reader stays where they were"
    inks = {ink for ink in re.findall(r'<text[^>]* fill="rgb\((\d+)', text) if int(ink) > 160}
    assert not inks, "light letters on white paper"
    assert page.evaluate(MEASURE, text) == []
    assert opened.is_quiet()
