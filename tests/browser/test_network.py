"""What a reader can do to the network of a page: each with its mouse or keys, counted, and undone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graphmodel.names import fold
from graphmodel.stores.embedded import EmbeddedStore
from tests.browser.harness import DAY, OWN, Opened, OpenHtml, ready, wait_for
from visualizations.holding import MOST_HELD
from visualizations.page import page_html
from visualizations.parts import Scene
from visualizations.scene import MOST_AT_FIRST, first_views

pytestmark = pytest.mark.browser

MOC = "agreement:jp-uk-quantum-moc-2025"


@pytest.fixture(scope="module")
def scenes(graph: EmbeddedStore) -> tuple[Scene, ...]:
    """The first view, with all that a page holds."""
    return first_views(graph, own=OWN, as_of=DAY, langs=("ja", "en"), hold=MOST_HELD)


@pytest.fixture(scope="module")
def html(scenes: tuple[Scene, ...]) -> str:
    return page_html(scenes)


@pytest.fixture
def opened(html: str, open_html: OpenHtml) -> Opened:
    return ready(open_html(html))


def shown(page: Page, scheme: str = "") -> set[str]:
    ids: list[str] = page.evaluate("enishi.app.visible().nodes")
    return {id_ for id_ in ids if id_.startswith(scheme)}


def drawn(page: Page) -> list[str]:
    ids: list[str] = page.evaluate("enishi.app.visible().drawn.nodes")
    return ids


def do(page: Page, script: str) -> None:
    """Change the state as a key or a button would."""
    page.evaluate(f"enishi.app.{script}")


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Boxes of shape and label that overlap, of all that is drawn."""
    boxes: dict[str, dict[str, float]] = page.evaluate(
        "Object.fromEntries(enishi.app.visible().drawn.nodes.map((id) => [id, enishi.app.picture.box(id)]))"
    )
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes.items(), 2)
        if a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"]
        and b["top"] < a["bottom"]
    ]


def on_screen(page: Page, id_: str) -> tuple[float, float]:
    """Where a node is on the screen."""
    x, y = page.evaluate(
        """(id) => {
             const at = enishi.app.picture.network.canvasToDOM(enishi.app.position(id));
             const box = document.getElementById("picture").getBoundingClientRect();
             return [box.left + at.x, box.top + at.y];
           }""",
        id_,
    )
    return x, y


def click(page: Page, id_: str) -> None:
    page.mouse.click(*on_screen(page, id_))
    page.wait_for_timeout(100)


def test_at_first_it_shows_no_more_than_the_picture_and_holds_the_rest(
    opened: Opened, scenes: tuple[Scene, ...]
) -> None:
    page = opened.page
    assert shown(page) == {node.id for node in scenes[0].nodes}
    assert len(shown(page)) <= MOST_AT_FIRST
    assert not shown(page, "org:") | shown(page, "person:")
    held = page.evaluate("enishi.app.model.nodes.length")
    assert len(scenes[0].nodes) < held <= MOST_HELD
    assert page.is_hidden("#conditions")
    assert opened.is_quiet()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("英国", "country:GB"),
        ("ＵＫ", "country:GB"),
        ("いぎりす", "country:GB"),
        ("eikoku", "country:GB"),
        ("united kingdom", "country:GB"),
        ("りけん", None),
        ("理化學研究所", "org:riken"),
        ("RIKEN", "org:riken"),
        ("korea", "country:KR"),
        ("Minoru Kiuchi", "person:minoru-kiuchi"),
        ("量子多国間対話", "forum:mdq"),
        ("Atlantis", None),
    ],
)
def test_search_finds_in_either_script(opened: Opened, typed: str, found: str | None) -> None:
    page = opened.page
    page.fill("#search", typed)
    hits = page.locator("#hits [role=option]")
    if found is None:
        assert hits.count() == 0
        assert page.inner_text("#hits") == "収録内に見当たりません。"
        return
    page.keyboard.press("Enter")
    assert found in shown(page)
    assert page.evaluate("enishi.app.state.chosen") == found
    assert page.evaluate("document.activeElement.id") == "picture", "its keys work at once"
    page.wait_for_timeout(100)
    x, y = on_screen(page, found)
    box = page.locator("#picture").bounding_box()
    assert box
    assert abs(x - box["x"] - box["width"] / 2) < 2
    assert abs(y - box["y"] - box["height"] / 2) < 2
    page.click("#undo")
    assert len(shown(page)) <= MOST_AT_FIRST
    assert opened.is_quiet()


def test_names_fold_in_the_page_as_they_do_in_python(
    opened: Opened, scenes: tuple[Scene, ...]
) -> None:
    nodes = [node for scene in scenes for node in (*scene.nodes, *scene.further.nodes)]
    names = sorted({node.evidence.title for node in nodes})
    folded = opened.page.evaluate(
        "(names) => names.map(enishi.makeFold(enishi.app.data.folding))", names
    )
    assert folded == [fold(name) for name in names]


def test_legend_and_filters_count_what_they_hide(opened: Opened) -> None:
    page = opened.page
    label = page.locator("#legend label", has_text="枠組み・会合")
    assert label.inner_text().strip() == f"枠組み・会合 {len(shown(page, 'forum:'))}"
    label.click()
    assert not shown(page, "forum:")
    assert page.inner_text("#conditions span") == "非表示：枠組み・会合"
    assert label.inner_text().strip() == "枠組み・会合 4"
    assert page.locator("#legend label", has_text="参加").count() == 0, "no membership is drawn"
    page.click("#filtering")
    government = page.locator("#filters label", has_text="政府間")
    documents = len(shown(page, "agreement:"))
    assert government.inner_text().strip() == f"政府間 {documents}"
    government.locator("input").uncheck()
    assert not shown(page, "agreement:")
    page.click("#conditions button")
    assert len(shown(page, "agreement:")) == documents
    assert opened.is_quiet()


def test_a_field_filter_hides_only_what_covers_nothing_else(opened: Opened) -> None:
    page = opened.page
    page.click("#filtering")
    page.locator("#filters summary", has_text="技術領域").click()
    before = shown(page)
    boxes = page.locator('#filters details[data-key="fields"] label')
    assert boxes.count() > 3
    for i in range(boxes.count()):
        boxes.nth(i).locator("input").uncheck()
    gone = before - shown(page)
    fields = page.evaluate("(ids) => ids.map((id) => enishi.app.item(id).fields ?? [])", list(gone))
    assert gone
    assert all(fields)


def test_groups_bring_in_what_the_page_holds(opened: Opened) -> None:
    page = opened.page
    page.click("#filtering")
    for group, scheme in (
        ("ほかの枠組み", "forum:"),
        ("会合（各回）", "meeting:"),
        ("企業 ", "org:"),
    ):
        label = page.locator(
            '#filters details[data-key="more"] label', has_text=re.compile(f"^{re.escape(group)}")
        )
        before = len(shown(page, scheme))
        label.locator("input").check()
        assert len(shown(page, scheme)) > before
        assert overlaps(page) == []
    assert page.inner_text("#conditions span").startswith("追加：ほかの枠組み・会合、")
    assert opened.is_quiet()


def test_too_many_are_drawn_together_and_it_is_said(opened: Opened) -> None:
    page = opened.page
    groups = [
        "documents",
        "third",
        "fora",
        "meetings",
        "activities",
        "bodies",
        "companies",
        "people",
    ]
    do(page, f"change({{ more: {groups} }})")
    page.wait_for_timeout(300)
    assert 300 < len(shown(page)) <= MOST_HELD
    assert len(drawn(page)) <= 300
    said = page.inner_text("#remarks")
    assert re.match(
        r"150項目を超えるため、.*を\d+組にまとめて表示（線は国・地域との間のみ）。", said
    )
    folded = page.evaluate("enishi.app.visible().folded")
    members = [id_ for bundle in folded for id_ in bundle["members"]]
    assert len(members) == len(set(members))
    alone = [id_ for id_ in drawn(page) if not id_.startswith("bundle:")]
    assert {*members, *alone} == shown(page)
    assert overlaps(page) == []
    assert opened.is_quiet()


def test_parallel_instruments_are_one_and_open_on_a_click(opened: Opened) -> None:
    page = opened.page
    do(page, "change({ more: ['documents'] })")
    page.wait_for_timeout(200)
    bundle = next(
        each
        for each in page.evaluate("enishi.app.visible().folded")
        if "country:GB" in each["with"] and OWN in each["with"]
    )
    label = page.evaluate("(id) => enishi.app.label(id)", bundle["id"])
    assert label[:2] == ["協力文書", f"{len(bundle['members'])}件"]
    click(page, bundle["id"])
    assert set(bundle["members"]) <= set(drawn(page))
    assert overlaps(page) == []
    do(page, f"choose('{bundle['members'][0]}')")
    page.locator("#evidence button", has_text="再びまとめて表示").click()
    assert bundle["id"] in drawn(page)
    page.click("#undo")
    assert set(bundle["members"]) <= set(drawn(page))


def test_focus_reaches_one_to_three_steps(opened: Opened) -> None:
    page = opened.page
    click(page, MOC)
    sizes = []
    for steps in ("1", "2", "3"):
        page.locator("#evidence .acts button", has_text=re.compile(f"^{steps}$")).click()
        assert page.evaluate("enishi.app.state.focus") == MOC
        sizes.append(len(shown(page)))
        assert len(drawn(page)) <= 300
        assert overlaps(page) == []
    assert sizes[0] < sizes[1] < sizes[2]
    assert "日英間の量子科学技術に関する協力覚書" in page.inner_text("h1")
    assert "3段階まで" in page.title()
    page.locator("#evidence .acts button", has_text=re.compile("^3$")).click()
    assert len(shown(page)) <= MOST_AT_FIRST
    assert opened.is_quiet()


def test_a_node_opens_in_place_and_closes_again(opened: Opened) -> None:
    page = opened.page
    before, places = shown(page), positions(page)
    click(page, "country:GB")
    page.locator("#evidence button", has_text="つながりを加える").click()
    page.wait_for_timeout(150)
    assert shown(page) > before
    assert overlaps(page) == []
    assert positions(page, places) == places, "what was there stays where it was"
    assert page.inner_text("#live").startswith("英国のつながり")
    once = positions(page)
    page.locator("#evidence button", has_text="つながりを隠す").click()
    assert shown(page) == before
    page.click("#undo")
    assert positions(page) == once, "and comes to the same places"
    assert opened.is_quiet()


def positions(page: Page, ids: Iterable[str] = ()) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "Object.fromEntries(enishi.app.visible().drawn.nodes.map((id) => [id, enishi.app.position(id)]))"
    )
    return {id_: found[id_] for id_ in ids} if ids else found


def test_time_shows_what_held_on_a_day(opened: Opened) -> None:
    page = opened.page
    assert page.inner_text("#time-text") == "2026年11月25日時点"
    slider = page.locator("#time-day")
    now = page.evaluate("enishi.app.state")
    slide_back(page, "2025年4月30日")
    assert page.inner_text("#time-text") == "2025年4月30日時点", "the day is said at once"
    wait_for(page, "enishi.app.state.day === '2025-04-30'")
    assert MOC in shown(page)
    assert "agreement:jp-eu-quantum-loi-2025" not in shown(page)
    assert "2025年4月30日時点" in page.inner_text("h1")
    assert page.evaluate("enishi.app.picture.frames()") == []
    page.wait_for_timeout(700)  # so long apart they are two changes
    slider.press("ArrowLeft")
    wait_for(page, "enishi.app.state.day === '2025-03-31'")
    assert MOC not in shown(page)
    page.click("#time-range")
    assert page.inner_text("#time-text").endswith("～2025年3月31日")
    page.click("#time-now")
    assert page.inner_text("#time-text") == "2026年11月25日時点"
    assert len(page.evaluate("enishi.app.picture.frames()")) == 1
    back = []
    for _ in range(4):
        page.click("#undo")
        back.append(page.evaluate("enishi.app.state") == now)
    assert back == [False, False, False, True], "one drag is one change"
    assert opened.is_quiet()


def members(page: Page, forum: str) -> int:
    """How many memberships of a forum are drawn."""
    found: int = page.evaluate(
        """(forum) => enishi.app.visible().edges.filter((tie) => {
             return enishi.app.item(tie).kind === "MEMBER_OF" && enishi.app.model.ends.get(tie)[1] === forum;
           }).length""",
        forum,
    )
    return found


def test_no_forum_has_members_before_it_was_founded(opened: Opened) -> None:
    page = opened.page
    assert page.is_hidden("#remarks")
    for day, fora in (
        ("1974-07-31", {"forum:g7"}),
        ("2024-06-30", {"forum:g7", "forum:mdq", "forum:nato-tqc"}),
        ("2024-07-01", {"forum:g7", "forum:mdq", "forum:nato-tqc", "forum:qdg"}),
    ):
        do(page, f"change({{ day: '{day}', added: ['forum:g7'] }})")
        assert shown(page, "forum:") == fora, day
        assert (members(page, "forum:qdg") > 0) is ("forum:qdg" in fora)
    assert page.inner_text("#remarks").startswith("始まりの日が資料にない参加は、")
    do(page, "change({ day: '1974-07-31', added: ['forum:qdg'] })")
    assert "forum:qdg" in shown(page), "what is asked for by name stays"
    assert members(page, "forum:qdg") == 0
    assert opened.is_quiet()


def test_the_frame_goes_where_more_documents_are_shown_or_nothing_stands_in_it(
    opened: Opened,
) -> None:
    page = opened.page
    for change, frames in (
        ("{ more: ['documents'] }", 0),
        ("{ more: [], opened: ['country:KR'] }", 0),
        ("{ opened: [], kinds: ['Country'] }", 0),
        ("{ kinds: ['Forum'] }", 1),
        ("{ kinds: [] }", 1),
    ):
        do(page, f"change({change})")
        assert len(page.evaluate("enishi.app.picture.frames()")) == frames, change
    assert opened.is_quiet()


def slide_back(page: Page, day: str) -> None:
    """Move the slider month by month to an earlier day within one turn of the page, however slow the machine is."""
    page.evaluate(
        """(day) => {
             const slider = document.getElementById("time-day");
             while (slider.getAttribute("aria-valuetext") !== day) {
               slider.value = String(Number(slider.value) - 1);
               slider.dispatchEvent(new Event("input"));
             }
           }""",
        day,
    )


def test_the_picture_follows_the_slider_when_it_rests(opened: Opened) -> None:
    page = opened.page
    drawn = page.evaluate(
        """async () => {
             let drawn = 0;
             enishi.app.on(() => { drawn += 1; });
             const slider = document.getElementById("time-day");
             for (let i = 0; i < 8; i += 1) {
               slider.value = String(Number(slider.value) - 1);
               slider.dispatchEvent(new Event("input"));
               await new Promise((done) => setTimeout(done, 20));
             }
             const moving = drawn;
             await new Promise((done) => setTimeout(done, 400));
             return [moving, drawn];
           }"""
    )
    assert drawn == [0, 1]
    assert opened.is_quiet()


def test_play_goes_from_change_to_change_and_stops(opened: Opened) -> None:
    page = opened.page
    page.click("#play")
    seen = [shown(page, "agreement:")]
    for _ in range(3):
        day = page.evaluate("enishi.app.state.day")
        wait_for(page, f"enishi.app.state.day !== {day!r}")
        seen.append(shown(page, "agreement:"))
    page.click("#play")
    assert page.inner_text("#play") == "再生"
    assert len(seen[0]) < 9
    day = page.evaluate("enishi.app.state.day")
    page.wait_for_timeout(1500)
    assert page.evaluate("enishi.app.state.day") == day
    page.click("#undo")
    assert page.evaluate("enishi.app.state.day") == "", "back to where play began, in one step"
    assert page.is_disabled("#undo")
    page.click("#play")
    page.click("#undo")
    wait_for(page, "document.getElementById('play').textContent === '再生'")
    assert page.evaluate("enishi.app.state.day") == "", "who goes back has it stop"
    assert opened.is_quiet()


def test_a_path_is_told_in_words_with_sources(opened: Opened) -> None:
    page = opened.page
    click(page, "country:SG")
    page.locator("#evidence button", has_text="ここから経路を調べる").click()
    assert "終点を図又は一覧で選んでください。" in page.inner_text("#evidence")
    page.fill("#search", "RIKEN")
    page.keyboard.press("Enter")
    page.locator("#evidence button", has_text="ここまでの経路を示す").click()
    said = page.inner_text("#evidence")
    assert said.startswith("シンガポールから国立研究開発法人理化学研究所までの経路")
    assert "（当事者）" in said
    assert "日本（所在）" in said
    assert "2026年1月9日" in said
    assert page.locator("#evidence .path .cite").count() > 0
    assert {"org:riken", "country:SG"} <= shown(page)
    cites = page.locator("#evidence .path .cite").all_inner_texts()
    assert not [cite for cite in cites if cite.startswith("enishi")], (
        "our own classification is named"
    )
    page.locator("#evidence button", has_text="経路を閉じる").click()
    assert page.evaluate("enishi.app.state.path") == []
    assert opened.is_quiet()


def test_a_drag_can_be_undone_and_a_pin_holds(opened: Opened) -> None:
    page = opened.page
    before = positions(page)["country:GB"]
    drag(page, "country:GB", 60, -40)
    moved = positions(page)["country:GB"]
    assert moved != before
    assert list(page.evaluate("enishi.app.state.moved")) == ["country:GB"]
    page.click("#undo")
    assert positions(page)["country:GB"] == before
    page.click("#redo")
    assert positions(page)["country:GB"] == moved
    click(page, "country:GB")
    page.locator("#evidence button", has_text="位置を固定").click()
    drag(page, "country:GB", 60, -40)
    assert positions(page)["country:GB"] == moved
    assert opened.is_quiet()


def drag(page: Page, id_: str, right: int, down: int) -> None:
    x, y = on_screen(page, id_)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + down / 2, steps=4)
    page.mouse.move(x + right, y + down, steps=4)
    page.mouse.up()
    page.wait_for_timeout(150)


def test_a_link_opens_the_same_view_in_the_same_places(
    opened: Opened, html: str, open_html: OpenHtml
) -> None:
    page = opened.page
    do(page, "change({ lang: 'en', opened: ['country:GB'], kinds: ['Forum'], day: '2025-12-31' })")
    do(page, f"choose('{MOC}')")
    page.wait_for_timeout(200)
    drag(page, "country:DK", 40, 30)
    again = ready(open_html(html, "#" + page.url.partition("#")[2]))
    assert shown(again.page) == shown(page)
    assert positions(again.page) == positions(page)
    assert again.page.inner_text("#evidence") == page.inner_text("#evidence")
    assert again.page.title() == page.title()
    expect(again.page.locator("html")).to_have_attribute("lang", "en")
    assert again.is_quiet()


def test_a_broken_link_opens_the_page_as_it_is_at_first(html: str, open_html: OpenHtml) -> None:
    for hash_ in (
        "#focus=nobody&steps=99&chosen=%00&moved=[]&day=yesterday&range=a,b",
        "#%E0%A4%A",
    ):
        again = ready(open_html(html, hash_))
        assert len(shown(again.page)) <= MOST_AT_FIRST
        assert shown(again.page)
        assert again.is_quiet()


def test_everything_is_undone_step_by_step(opened: Opened) -> None:
    page = opened.page
    first = page.evaluate("JSON.stringify(enishi.app.state)")
    steps = [
        "change({ kinds: ['Forum'] })",
        "change({ lang: 'en' })",
        "focusing.focus('country:GB', 2)",
        "change({ day: '2024-12-31' })",
        "change({ more: ['third'], focus: '' })",
        "focusing.open('country:FR')",
        "change({ path: ['country:JP', 'country:FI'] })",
    ]
    for step in steps:
        do(page, step)
    while page.is_enabled("#undo"):
        page.click("#undo")
    assert page.evaluate("JSON.stringify(enishi.app.state)") == first
    assert page.get_attribute("html", "lang") == "ja"
    assert opened.is_quiet()
