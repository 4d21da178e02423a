"""Story steps, and light and dark paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import OpenHtml, ready, view_html, wait_for
from tests.command import clear_environment, in_process
from visualizations.story import read_story

pytestmark = pytest.mark.browser

STORY = """
- say: {ja: 日本から見た協力, en: As seen from Japan}
- say: {ja: 英国との協力文書, en: With the United Kingdom}
  show: {focus: country:GB, steps: 1, chosen: agreement:jp-uk-quantum-moc-2025}
- say: {ja: 2025年5月1日時点の年表}
  show: {day: 2025-05-01, tab: timeline}
"""


def test_a_story_goes_on_and_back_by_buttons_and_keys(
    graph: EmbeddedStore, open_html: OpenHtml, tmp_path: Path
) -> None:
    path = tmp_path / "story.yaml"
    path.write_text(STORY, encoding="utf-8")
    ids = ("country:GB", "agreement:jp-uk-quantum-moc-2025")
    steps = read_story(path, ids=ids, tabs=("picture", "timeline"))
    story = [{"say": step.say, "show": step.show} for step in steps]
    opened = ready(open_html(view_html(graph, "ja", story=story)))
    page = opened.page

    def at() -> tuple[str, str, str, str]:
        state = page.evaluate("enishi.app.state")
        return page.inner_text(".story .caption"), state["focus"], state["day"], state["tab"]

    assert page.get_by_text("ストーリーを始める").is_visible()
    page.get_by_text("ストーリーを始める").click()
    assert at() == ("日本から見た協力", "", "", "picture")
    page.locator(".story").get_by_text("次へ").click()
    assert at() == ("英国との協力文書", "country:GB", "", "picture")
    assert "協力覚書" in page.inner_text("#evidence")
    assert page.inner_text("#live") == "英国との協力文書"
    page.keyboard.press("n")
    assert at() == ("2025年5月1日時点の年表", "", "2025-05-01", "timeline"), "steps do not add up"
    assert page.locator(".story").get_by_text("次へ").is_disabled()
    page.evaluate("enishi.app.change({ lang: 'en' })")
    assert page.inner_text(".story .caption") == "2025年5月1日時点の年表"
    assert page.get_attribute(".story .caption", "lang") == "ja", "said in the other language"
    page.keyboard.press("p")
    assert at()[0] == "With the United Kingdom"
    page.reload()
    ready(opened)
    assert at()[0] == "With the United Kingdom", "the address holds the step"
    page.locator(".story").get_by_text("End").click()
    assert page.evaluate("enishi.app.state.story") == -1
    assert opened.messages == []


def test_a_story_that_cannot_be_told_is_an_error_with_file_and_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    clear_environment(monkeypatch, tmp_path)
    path, page = tmp_path / "story.yaml", tmp_path / "page.html"
    path.write_text("- say: {ja: あ}\n  show: {focus: country:XX}\n", encoding="utf-8")
    done = in_process(monkeypatch, capfd)("view", "--story", path, "-o", page)
    assert done.code == 1
    assert "story.yaml:2: This page has no 'country:XX'." in done.err
    assert not page.exists()


def test_dark_paper_follows_the_system_and_the_switch(
    views: dict[str, str], open_html: OpenHtml
) -> None:
    opened = ready(open_html(views["ja"], dark=True))
    page = opened.page
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(20, 25, 31)"
    assert page.evaluate("enishi.app.dark")
    line = "enishi.app.picture.edges.get().find((edge) => edge.width === 2).color.color"
    dark_line = page.evaluate(line)
    page.click("#paper")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.evaluate(line) != dark_line, "ties on the canvas change too"
    assert "paper=light" in page.evaluate("location.hash")
    page.click("#paper")
    assert "paper" not in page.evaluate("location.hash"), "as the system has it"
    page.emulate_media(color_scheme="light")
    wait_for(page, f"{ground} === 'rgb(255, 255, 255)'")
    assert not page.evaluate("enishi.app.dark")
    assert opened.is_quiet()


def test_what_moves_stands_still_where_motion_is_unwanted(
    views: dict[str, str], open_html: OpenHtml
) -> None:
    page = ready(open_html(views["ja"])).page
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter((each) => {
             const style = getComputedStyle(each);
             return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
           }).length"""
    )
    assert moving == 0
