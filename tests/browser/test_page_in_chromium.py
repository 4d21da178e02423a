"""The pages in a real browser, from a file, with the network blocked."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import LANGUAGES, Open, OpenHtml, around, both, first, ready, wait_for
from visualizations.page import SCRIPTS

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(1)</script> href"

pytestmark = pytest.mark.browser


def overlapping(page: Page) -> list[Any]:
    """Labels, headings and signs, as drawn and measured by the browser, that overlap; and labels that do not fit."""
    labels: dict[str, dict[str, float]] = page.evaluate(
        "Object.fromEntries(enishi.app.picture.labels)"
    )
    boxes = [(id_, b["left"], b["top"], b["right"], b["bottom"]) for id_, b in labels.items()]
    for frame in page.evaluate("enishi.app.text().frames"):
        left, top, width = frame["left"], frame["top"], frame["width"]
        boxes.append(("heading", left, top, left + width, top + 17 * len(frame["heading"]) + 9))
    boxes += [
        (mark["tie"], mark["x"] - 7, mark["y"] - 7, mark["x"] + 7, mark["y"] + 7)
        for mark in page.evaluate("enishi.app.data.marks")
    ]
    too_wide = [id_ for id_, b in labels.items() if b["right"] - b["left"] > b["room"] + 0.5]
    return too_wide + [
        (one[0], other[0])
        for one, other in combinations(boxes, 2)
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_pages_are_quiet_and_readable(graph: EmbeddedStore, open_page: Open, lang: str) -> None:
    scenes = [
        first(graph, lang),
        around(graph, lang, "country:GB", 1),
        around(graph, lang, "forum:mdq", 1),
        around(graph, lang, "country:GB", 2),
        around(graph, lang, "country:JP", 1),
        around(graph, lang, "forum:mdq", 2),
        around(graph, lang, "programme:aspire", 2),
        around(graph, lang, "commitment:jp-uk-moc-2025-security-policy", 1),
    ]
    for scene in scenes:
        opened = open_page(scene)
        assert opened.requests == [opened.url]
        assert opened.messages == []
        assert overlapping(opened.page) == []
        text = opened.page.inner_text("body")
        assert scene.title in text
        assert scene.coverage in text
        opened.page.close()


def test_japanese_has_glyphs(graph: EmbeddedStore, open_page: Open) -> None:
    opened = open_page(first(graph, "ja"))
    heading = opened.page.evaluate("enishi.app.text().frames[0].heading.join('')")
    assert "協力文書を確認できない参加国" in heading
    drawn = opened.page.evaluate(
        """["日", "量", "子", "ー"].map((text) => {
             const canvas = document.createElement("canvas");
             const ctx = canvas.getContext("2d");
             ctx.font = getComputedStyle(document.body).font;
             ctx.fillText(text, 10, 40);
             return canvas.toDataURL();
           })"""
    )
    assert len(set(drawn)) == len(drawn), "all characters look alike: there is no Japanese font"


def test_a_click_shows_the_evidence(graph: EmbeddedStore, open_page: Open) -> None:
    opened = open_page(first(graph, "ja"))
    page = opened.page
    x, y = page.evaluate(
        """(() => {
             const id = "agreement:jp-eu-quantum-loi-2025";
             const at = enishi.app.picture.network.canvasToDOM(enishi.app.position(id));
             const box = document.getElementById("picture").getBoundingClientRect();
             return [box.left + at.x, box.top + at.y];
           })()"""
    )
    page.mouse.click(x, y)
    wait_for(page, "document.getElementById('evidence').innerText.includes('資料により異なる')")
    said = page.inner_text("#evidence")
    for expected in (
        "日EU間の量子科学技術に関する協力趣意書",
        "2025年5月12日",
        "s10 L304",
        "内閣府",
    ):
        assert expected in said
    link = page.locator("#evidence a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert str(link.get_attribute("href")).startswith("https://")
    assert opened.messages == []


def test_lines_from_our_side_to_its_fora_run_between_all_boxes_and_can_be_chosen(
    graph: EmbeddedStore, open_page: Open
) -> None:
    opened = open_page(first(graph, "ja"))
    page = opened.page
    hidden = (
        "enishi.app.picture.edges.get({ filter: (edge) => edge.hidden }).map((edge) => edge.id)"
    )
    fora = ("forum:g7", "forum:mdq", "forum:nato-tqc", "forum:qdg")
    assert sorted(page.evaluate(hidden)) == [f"country:JP MEMBER_OF {forum}" for forum in fora]
    x, y, *rgb = page.evaluate(
        """(() => {
             const [left, level] = enishi.app.data.lanes[0];
             const at = enishi.app.picture.network.canvasToDOM({ x: left, y: level });
             const canvas = document.querySelector("#picture canvas"), ratio = canvas.width / canvas.clientWidth;
             const [r, g, b] = canvas.getContext("2d").getImageData(at.x * ratio, at.y * ratio, 1, 1).data;
             const box = document.getElementById("picture").getBoundingClientRect();
             return [box.left + at.x, box.top + at.y, r, g, b];
           })()"""
    )
    assert max(rgb) < 250, "the line is drawn"
    page.mouse.click(x, y)
    wait_for(page, "enishi.app.state.chosen.startsWith('country:JP MEMBER_OF forum:')")
    page.evaluate("enishi.app.focusing.focus('country:JP', 1)")
    assert page.evaluate(hidden) == [], "in focus everything stands elsewhere"
    assert opened.messages == []


def test_it_can_be_used_by_keyboard_alone(graph: EmbeddedStore, open_page: Open) -> None:
    page = open_page(first(graph, "en")).page
    page.focus('button[data-id="country:GB"]')
    page.keyboard.press("Enter")
    assert "United Kingdom" in page.inner_text("#evidence")
    page.locator("#evidence .ties button", has_text="QDG").first.focus()
    page.keyboard.press("Enter")
    assert "United Kingdom takes part in Quantum Development Group" in page.inner_text("#evidence")
    assert page.get_attribute("#evidence", "aria-live") == "polite"


def test_what_is_not_drawn_and_what_was_agreed_stand_in_the_panel(
    graph: EmbeddedStore, open_page: Open
) -> None:
    page = open_page(around(graph, "ja", "country:GB", 1)).page
    said = page.inner_text("#evidence")
    assert "図に描いていないつながり" in said
    assert "英国国立物理学研究所" in said
    page.click('button[data-id="agreement:jp-uk-quantum-moc-2025"]')
    said = page.inner_text("#evidence")
    assert "合意事項" in said
    assert "国家安全保障と経済安全保障への影響を議論する" in said


def test_a_tie_on_which_sources_differ_shows_both_lists(
    graph: EmbeddedStore, open_page: Open
) -> None:
    page = open_page(first(graph, "ja")).page
    page.click('button[data-id="country:SE"]')
    page.locator("#evidence .ties button", has_text="QDG").first.click()
    said = page.inner_text("#evidence")
    assert "資料により異なる" in said
    assert "を含まない" in said


def test_language_changes_where_everything_stands(graph: EmbeddedStore, open_page: Open) -> None:
    scenes = both(graph)
    assert [n.id for n in scenes[0].nodes] == [n.id for n in scenes[1].nodes]
    assert [(n.x, n.y) for n in scenes[0].nodes] == [(n.x, n.y) for n in scenes[1].nodes]
    opened = open_page(*scenes)
    page = opened.page
    page.click('button[data-id="forum:qdg"]')
    for scene, button in ((scenes[1], "English"), (scenes[0], "日本語")):
        page.click(f"#languages button:has-text('{button}')")
        page.wait_for_timeout(100)
        assert page.get_attribute("html", "lang") == scene.lang
        assert page.inner_text("h1") == scene.title == page.title()
        title = next(n for n in scene.nodes if n.id == "forum:qdg").evidence.title
        assert title in page.inner_text("#evidence")
        assert overlapping(page) == []
        assert {entry.text for entry in scene.legend} <= {
            re.sub(r" \d+$", "", text) for text in page.locator("#legend li").all_inner_texts()
        }
    assert opened.messages == []
    assert opened.requests == [opened.url]


def test_the_address_holds_the_view_and_changes_can_be_undone(
    graph: EmbeddedStore, open_page: Open
) -> None:
    page = open_page(*both(graph)).page
    assert "#" not in page.url
    page.locator("#legend label", has_text="枠組み・会合").click()
    page.click('button[data-id="country:GB"]')
    page.click("#languages button:has-text('English')")
    shown = page.evaluate("enishi.app.visible().nodes")
    assert not [id_ for id_ in shown if id_.startswith("forum:")]
    again = open_page(*both(graph), hash_="#" + page.url.partition("#")[2]).page
    assert again.evaluate("enishi.app.visible().nodes") == shown
    assert again.get_attribute("html", "lang") == "en"
    assert "United Kingdom" in again.inner_text("#evidence")
    for _ in range(3):
        page.click("#undo")
    assert page.get_attribute("html", "lang") == "ja"
    assert "forum:mdq" in page.evaluate("enishi.app.visible().nodes")
    assert "#" not in page.url.rstrip("#")
    assert page.is_disabled("#undo")
    for _ in range(3):
        page.click("#redo")
    assert page.evaluate("enishi.app.visible().nodes") == shown


def test_hostile_words_stay_text(graph: EmbeddedStore, open_page: Open) -> None:
    scene = first(graph, "ja")
    scene = replace(
        scene,
        title=HOSTILE,
        notes=(HOSTILE,),
        nodes=tuple(
            replace(n, label=(HOSTILE,), evidence=replace(n.evidence, title=HOSTILE, kind=HOSTILE))
            for n in scene.nodes
        ),
        ties=tuple(replace(t, evidence=replace(t.evidence, title=HOSTILE)) for t in scene.ties),
        sources=tuple(
            replace(s, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)")
            for s in scene.sources
        ),
    )
    opened = open_page(scene)
    page = opened.page
    page.click('button[data-id="forum:qdg"]')
    page.locator("#evidence .ties button").first.click()
    page.wait_for_timeout(200)
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2 + len(SCRIPTS)
    assert page.locator("a").count() == 0
    assert HOSTILE in page.inner_text("#evidence")
    assert opened.messages == []
    assert opened.requests == [opened.url]


@pytest.mark.parametrize("width", [1366, 1093, 960, 390])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bar_has_room_on_narrow_screens(
    views: dict[str, str], open_html: OpenHtml, lang: str, width: int
) -> None:
    page = ready(open_html(views[lang])).page
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    right = "(id) => document.getElementById(id).getBoundingClientRect().right"
    for id_ in ("mark", "search", "filtering", "menu"):
        assert 0 < page.evaluate(right, id_) <= width, id_
    assert page.evaluate(right, "mark") > width - 40, "the mark stands at the right"
    assert page.evaluate("document.getElementById('search').clientWidth") > 150
    assert page.evaluate("document.getElementById('panels').clientHeight") > 300
