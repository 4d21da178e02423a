"""What a reader saw in a page becomes a slide and a picture, by the file that the page saves and the commands that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pptx import Presentation

from tests.browser.harness import OpenHtml, ready
from tests.browser.test_leaving import saved
from tests.command import clear_environment, in_process
from tests.visualizations.deck.checking import faults
from visualizations.view_file import read_view

pytestmark = pytest.mark.browser

MOVED = {"country:GB": [-900, -500], "country:DK": [900, 500]}
DAY = "2025-05-01"


def chosen(page: Page) -> None:
    """As a reader does: another day, and boxes moved."""
    page.evaluate(f"enishi.app.change({{ day: '{DAY}' }})")
    seen = page.evaluate("enishi.app.visible().nodes")
    moved = {id_: place for id_, place in MOVED.items() if id_ in seen}
    assert moved, seen
    page.evaluate("(moved) => enishi.app.change({ moved })", moved)


@pytest.mark.parametrize("lang", ["ja", "both"])
def test_the_slide_and_the_picture_show_what_was_seen(
    views: dict[str, str],
    open_html: OpenHtml,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    lang: str,
) -> None:
    page = ready(open_html(views["ja"])).page
    chosen(page)
    path = saved(page, "slide", tmp_path)
    view = read_view(path)
    clear_environment(monkeypatch, tmp_path)
    run = in_process(monkeypatch, capfd)
    slide, picture = tmp_path / "seen.pptx", tmp_path / "seen.png"
    done = run("deck", "--view", path, "--lang", lang, "-o", slide)
    assert done.code == 0, done.err
    assert faults(slide.read_bytes()) == []
    sheets = Presentation(str(slide)).slides
    boxes = {
        shape.name.removeprefix("node:")
        for sheet in sheets
        for shape in sheet.shapes
        if shape.name.startswith("node:")
    }
    assert boxes, "nothing drawn"
    assert boxes <= set(view.nodes)
    assert len(boxes) > len(view.nodes) * 0.8
    text = "".join(s.text_frame.text for s in sheets[0].shapes if s.has_text_frame)
    assert re.search(r"2026年11月25日|25 November 2026", text), text[:400]
    done = run("picture", "network", "--view", path, "--lang", lang, "-o", picture)
    assert done.code == 0, done.err
    assert picture.read_bytes().startswith(b"\x89PNG")
