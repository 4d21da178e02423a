"""What is promised of a page is tested (see README.md beside this), and what belongs to no other file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.harness import DAY, LANGUAGES, OpenHtml, ready
from tests.browser.test_page_in_chromium import overlapping
from tests.command import Done, clear_environment, in_process

TESTS = Path(__file__).parents[1]


def test_every_test_that_the_list_names_is_there() -> None:
    text = (TESTS / "browser" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", text))
    there: set[str] = set()
    for path in TESTS.rglob("test_*.py"):
        there |= set(re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= there, named - there


@pytest.fixture
def view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """The command, as a person runs it."""
    clear_environment(monkeypatch, tmp_path)
    return in_process(monkeypatch, capfd)


@pytest.mark.browser
def test_a_saved_layout_places_the_next_page(
    view: Callable[..., Done], open_html: OpenHtml, tmp_path: Path
) -> None:
    places = {"country:GB": [-700, 333], "forum:mdq": [12, -401]}
    layout, page = tmp_path / "layout.json", tmp_path / "next.html"
    layout.write_text(json.dumps({"version": 1, "positions": places}), encoding="utf-8")
    done = view("view", "--layout", layout, "--as-of", DAY, "-o", page)
    assert done.code == 0, done.err
    opened = ready(open_html(page.read_text(encoding="utf-8")))
    for id_, (x, y) in places.items():
        assert opened.page.evaluate("(id) => enishi.app.position(id)", id_) == {"x": x, "y": y}
    line = opened.page.evaluate("enishi.app.data.command")
    assert line.startswith("enishi view")
    assert opened.is_quiet()


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_side_sees_its_own_page(
    view: Callable[..., Done], open_html: OpenHtml, tmp_path: Path, lang: str
) -> None:
    page = tmp_path / "uk.html"
    done = view("view", "--party", "UK", "--lang", lang, "--as-of", DAY, "-o", page)
    assert done.code == 0, done.err
    opened = ready(open_html(page.read_text(encoding="utf-8")))
    assert opened.page.evaluate("enishi.app.data.own") == "country:GB"
    heading = opened.page.inner_text("h1")
    assert {"ja": "英国から見た", "en": "as seen from the United Kingdom"}[lang] in heading
    assert opened.page.evaluate("enishi.app.visible().nodes[0]") == "country:GB"
    assert opened.is_quiet()


@pytest.mark.browser
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_label_overlaps_at_first_sight_on_a_large_screen(
    views: dict[str, str], open_html: OpenHtml, lang: str
) -> None:
    page = ready(open_html(views[lang])).page
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_timeout(200)
    assert overlapping(page) == []
    sides = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert sides[0] <= sides[1], "nothing sticks out"
