"""Everything without a pointer: the officer's steps by keys alone, focus that is seen, and what is said to a screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.harness import LANGUAGES, OpenHtml, ready

pytestmark = pytest.mark.browser

ACTIVE = "(() => { const it = document.activeElement; return it.id || it.dataset.id || it.dataset.action || it.textContent.trim(); })()"
OUTLINED = """(() => {
  const style = getComputedStyle(document.activeElement);
  return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
})()"""


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def state(page: Page, key: str) -> object:
    return page.evaluate("(key) => enishi.app.state[key]", key)


def tab_to(page: Page, target: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(80):
        press(page, "Tab")
        assert page.evaluate(OUTLINED), f"the focus on {page.evaluate(ACTIVE)} cannot be seen"
        if page.evaluate(ACTIVE) == target:
            return
    raise AssertionError(f"Tab does not lead to {target}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_officer_finds_reads_focuses_and_leaves_by_keys(
    views: dict[str, str], open_html: OpenHtml, lang: str
) -> None:
    opened = ready(open_html(views[lang]))
    page = opened.page
    press(page, "/")
    assert page.evaluate(ACTIVE) == "search"
    page.keyboard.type({"ja": "英国", "en": "United Kingdom"}[lang])
    press(page, "Enter")
    assert state(page, "chosen") == "country:GB"
    assert {"ja": "英国", "en": "United Kingdom"}[lang] in page.inner_text("#evidence")
    assert page.evaluate(ACTIVE) == "picture", "what was found stands in it"
    assert page.evaluate(OUTLINED)
    press(page, "2")
    assert (state(page, "focus"), state(page, "steps")) == ("country:GB", 2)
    assert page.inner_text("#live") != "", "what changed is said"
    press(page, "1")
    assert state(page, "steps") == 1
    press(page, "Escape")
    assert (state(page, "focus"), state(page, "chosen")) == ("", "country:GB")
    press(page, "Escape")
    assert state(page, "chosen") == ""
    press(page, "Control+z", "Control+z")
    assert state(page, "focus") == "country:GB"
    press(page, "Control+y", "Control+y")
    assert state(page, "focus") == ""
    assert opened.is_quiet()


def test_arrows_walk_along_ties(views: dict[str, str], open_html: OpenHtml) -> None:
    page = ready(open_html(views["en"])).page
    page.focus("#picture")
    press(page, "ArrowRight")
    assert state(page, "chosen") == "country:JP", "from nowhere, to our side"
    seen = {"country:JP"}
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowDown"):
        before = str(state(page, "chosen"))
        press(page, key)
        after = str(state(page, "chosen"))
        if after != before:
            assert page.evaluate(
                "([one, other]) => enishi.app.model.neighbours(one).includes(other)",
                [before, after],
            )
            assert page.evaluate("(id) => enishi.app.title(id)", after) in page.inner_text("#live")
        seen.add(after)
    assert len(seen) >= 3


def test_enter_opens_and_closes_in_place(views: dict[str, str], open_html: OpenHtml) -> None:
    page = ready(open_html(views["ja"])).page
    page.evaluate("enishi.app.choose('country:SG')")
    page.focus("#picture")
    before = page.evaluate("enishi.app.visible().nodes.length")
    press(page, "Enter")
    assert page.evaluate("enishi.app.visible().nodes.length") > before
    press(page, "Enter")
    assert page.evaluate("enishi.app.visible().nodes.length") == before


def test_the_picture_moves_by_keys(views: dict[str, str], open_html: OpenHtml) -> None:
    page = ready(open_html(views["ja"])).page
    page.focus("#picture")
    scale = "enishi.app.picture.network.getScale()"
    whole = page.evaluate(scale)
    press(page, "+")
    assert page.evaluate(scale) == pytest.approx(1.25 * whole, rel=0.01)
    press(page, "-", "-")
    assert page.evaluate(scale) == pytest.approx(0.8 * whole, rel=0.01)
    press(page, "0")
    assert page.evaluate(scale) == pytest.approx(whole, rel=0.01)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_dialog_lists_the_keys_and_gives_the_focus_back(
    views: dict[str, str], open_html: OpenHtml, lang: str
) -> None:
    page = ready(open_html(views[lang])).page
    page.focus("#play")
    press(page, "?")
    said = page.inner_text("dialog")
    for expected in {"ja": ("検索する", "Esc", "Ctrl+Z"), "en": ("Search", "Esc", "Ctrl+Z")}[lang]:
        assert expected in said
    press(page, "/")
    assert page.locator("dialog[open]").count() == 1, "keys of the page do nothing behind a dialog"
    press(page, "Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate(ACTIVE) == "play"


def test_keys_of_one_character_can_be_switched_off(
    views: dict[str, str], open_html: OpenHtml
) -> None:
    page = ready(open_html(views["en"])).page
    press(page, "?")
    page.locator("dialog input[type=checkbox]").uncheck()
    press(page, "Escape")
    press(page, "?", "/")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate(ACTIVE) != "search"
    assert "keys=off" in page.evaluate("location.hash")


def test_keys_do_nothing_while_something_is_written(
    views: dict[str, str], open_html: OpenHtml
) -> None:
    page = ready(open_html(views["en"])).page
    page.focus("#search")
    page.keyboard.type("12?/np")
    assert page.input_value("#search") == "12?/np"
    assert (state(page, "focus"), page.locator("dialog[open]").count()) == ("", 0)


def test_tabs_menu_and_list_are_reached_by_tab_and_arrows(
    views: dict[str, str], open_html: OpenHtml
) -> None:
    page = ready(open_html(views["en"])).page
    tab_to(page, "tab-picture")
    press(page, "ArrowRight")
    assert state(page, "tab") != "picture"
    press(page, "ArrowLeft")
    assert state(page, "tab") == "picture"
    page.focus("#menu summary")
    press(page, "Enter", "Tab")
    assert page.evaluate(ACTIVE) == "png"
    press(page, "Escape")
    tab_to(page, "country:JP")
    press(page, "Enter")
    assert state(page, "chosen") == "country:JP"
