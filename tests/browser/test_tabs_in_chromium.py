"""The tabs of a page in a real browser, from a file, with the network blocked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query
from queries.run import run
from tests.browser.harness import DAY, LANGUAGES, OWN, Opened, OpenHtml, both, both_around, wait_for
from tests.browser.hostile import hostile_record
from visualizations.holding import MOST_HELD
from visualizations.page import page_html
from visualizations.scene import first_views
from visualizations.tabs import read_tabs

JP, GB = OWN, "country:GB"
MOC = "agreement:jp-uk-quantum-moc-2025"
TABS = ["picture", "card", "table", "timeline", "matrix", "map"]

pytestmark = pytest.mark.browser

OpenTab = Callable[..., Page]


@pytest.fixture(scope="module")
def pages(graph: EmbeddedStore) -> dict[str, str]:
    """The page of the first view with all that it can hold, and that of one country."""
    views = {
        "first": first_views(graph, own=JP, as_of=DAY, langs=LANGUAGES, hold=MOST_HELD),
        "uk": both_around(graph, "ja", GB, 1),
    }
    return {
        name: page_html(scenes, tabs=read_tabs(graph, scenes[0])) for name, scenes in views.items()
    }


@pytest.fixture
def open_tab(pages: dict[str, str], open_html: OpenHtml) -> Iterator[OpenTab]:
    """Opens a page on a tab; whatever a page asks for or complains of fails the test at its end."""
    opened: list[Opened] = []

    def open_(tab: str, page: str = "first", hash_: str = "", *, dark: bool = False) -> Page:
        opened.append(open_html(pages[page], f"#tab={tab}{hash_}", dark=dark))
        wait_for(opened[-1].page, "window.enishi && Boolean(enishi.app)")
        return opened[-1].page

    yield open_
    assert all(each.is_quiet() for each in opened)


def texts(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(selector).all_text_contents()]


def boxes(page: Page, selector: str) -> list[tuple[float, float, float, float]]:
    found: list[list[float]] = page.locator(selector).evaluate_all(
        "all => all.map(each => { const b = each.getBoundingClientRect();"
        " return [b.left, b.top, b.right, b.bottom]; })"
    )
    return [(a, b, c, d) for a, b, c, d in found]


def overlapping(page: Page, selector: str) -> list[Any]:
    """Pairs of labels whose letters overlap; a browser's box has room above and below them besides."""
    room = 3.0
    letters = [
        (left, top + room, right, bottom - room)
        for left, top, right, bottom in boxes(page, selector)
    ]
    return [
        (one, other)
        for one, other in combinations(letters, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["first", "uk"])
def test_tabs_come_in_their_order_and_follow_the_language(
    open_tab: OpenTab, name: str, lang: str
) -> None:
    page = open_tab("picture", name, f"&lang={lang}")
    assert [each.get_attribute("id") for each in page.get_by_role("tab").all()] == [
        f"tab-{tab}" for tab in TABS
    ]
    for tab in TABS[1:]:
        page.locator(f"#tab-{tab}").click()
        panel = page.locator(f"#panel-{tab}")
        assert panel.is_visible()
        before = panel.inner_text()
        assert before.strip()
        page.locator("#languages button:not([aria-pressed=true])").click()
        assert panel.inner_text() != before
        page.locator("#languages button:not([aria-pressed=true])").click()
        assert panel.inner_text() == before
        page.evaluate("document.querySelectorAll('.panel').forEach((each) => (each.scrollTop = 0))")


def test_tabs_are_reached_by_keyboard(open_tab: OpenTab) -> None:
    page = open_tab("picture")
    page.locator("#tab-picture").focus()
    for tab in TABS[1:]:
        page.keyboard.press("ArrowRight")
        assert page.locator(f"#tab-{tab}").get_attribute("aria-selected") == "true"
        assert page.locator(f"#panel-{tab}").is_visible()


# Card ---------------------------------------------------------------------------------------------------------------


def test_card_is_that_of_what_is_chosen(open_tab: OpenTab) -> None:
    page = open_tab("card")
    panel = page.locator("#panel-card")
    assert "カード" in panel.inner_text()
    panel.locator("select").select_option(GB)
    assert panel.locator("h2").inner_text() == "英国"
    assert panel.locator("h3").first.inner_text() == "政府間"
    assert page.locator("#evidence .name").inner_text() == "英国"
    numbers = [
        int(n) for text in texts(page, "#panel-card .numbers") for n in re.findall(r"\d+", text)
    ]
    assert max(numbers) == page.locator("#panel-card .cited li").count()
    assert numbers[0] == 1
    page.evaluate(f"enishi.app.choose({MOC!r})")
    assert "日英間の量子科学技術に関する協力覚書" in panel.locator("h2").inner_text()
    page.evaluate("enishi.app.undo()")
    assert panel.locator("h2").inner_text() == "英国"


def test_empty_block_says_that_no_source_is_held(open_tab: OpenTab) -> None:
    page = open_tab("card", hash_="&chosen=country%3AFI")
    assert "収録資料なし" in texts(page, "#panel-card .none")


def test_without_a_choice_the_cards_of_the_page_can_be_opened(open_tab: OpenTab) -> None:
    page = open_tab("card")
    offered = page.locator("#panel-card .cards button")
    assert offered.count() == page.locator("#panel-card select option").count() - 1 > 20
    offered.filter(has_text="（MDQ）").click()
    assert page.locator("#panel-card h2").inner_text() == "量子多国間対話（MDQ）"
    assert page.locator("#panel-card dt").first.inner_text() == "種類"


def test_what_has_no_card_gets_the_command(open_tab: OpenTab) -> None:
    page = open_tab("card", hash_=f"&chosen={JP.replace(':', '%3A')}")
    assert page.locator("#panel-card pre").inner_text() == "enishi show country:JP"


# Table --------------------------------------------------------------------------------------------------------------


def test_table_lists_what_the_picture_shows_and_follows_its_filters(open_tab: OpenTab) -> None:
    page = open_tab("table")
    rows = page.locator("#panel-table tbody tr")
    nodes = page.evaluate("enishi.app.visible().nodes")
    assert rows.count() == len(nodes)
    assert f"{len(nodes)}件" in page.locator("#panel-table caption").inner_text()
    page.evaluate("enishi.app.change({ kinds: [enishi.app.item('forum:mdq').key] })")
    assert rows.count() == len(nodes) - 4
    page.locator("#panel-table select").select_option("ties")
    assert rows.count() == page.evaluate("enishi.app.visible().edges.length")


def test_table_is_searched_and_sorted(open_tab: OpenTab) -> None:
    page = open_tab("table")
    search = page.get_by_role("searchbox", name="表の中を検索")
    search.fill("ｕｎｉｔｅｄ")
    names = texts(page, "#panel-table tbody th")
    assert names[:2] == ["英国", "米国"]
    assert all("United" in text for text in texts(page, "#panel-table tbody tr"))
    assert f"30件のうち{len(names)}件" in page.locator("#panel-table .left").inner_text()
    search.fill("")
    page.get_by_role("button", name="日付").click()
    head = page.locator("#panel-table thead th[aria-sort]")
    assert head.get_attribute("aria-sort") == "ascending"
    assert texts(page, "#panel-table tbody th")[0] == "量子協力に関する東京声明"
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert "シンガポール" in texts(page, "#panel-table tbody th")[0]
    page.locator("#panel-table tbody th button").first.click()
    assert page.locator("#panel-table tbody tr[aria-current=true]").count() == 1
    assert "シンガポール" in page.locator("#evidence .name").inner_text()


def test_table_is_copied_as_csv(open_tab: OpenTab) -> None:
    page = open_tab("table")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="CSVとしてコピー").click()
    page.wait_for_function("window.copied")
    rows = list(csv.reader(io.StringIO(page.evaluate("window.copied"))))
    assert rows[0][:2] == ["種類", "名称"]
    assert len(rows) == 31
    assert "30行" in page.locator("#live").inner_text()


def test_table_can_be_copied_by_hand_where_the_browser_refuses(open_tab: OpenTab) -> None:
    page = open_tab("table")
    page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
        "document.execCommand = () => false;"
    )
    page.get_by_role("button", name="CSVとしてコピー").click()
    area = page.locator("#panel-table textarea")
    area.wait_for()
    assert area.input_value().startswith("種類,名称")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


# Timeline -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["first", "uk"])
@pytest.mark.parametrize("width", [1000, 1400, 1920])
def test_labels_of_the_timeline_never_overlap(
    open_tab: OpenTab, name: str, lang: str, width: int
) -> None:
    page = open_tab("timeline", name, f"&lang={lang}")
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(200)
    assert page.locator(".timeline .event").count() > 20
    assert overlapping(page, ".timeline .label, .timeline .date") == []
    sheet = page.locator(".timeline .sheet svg").first.bounding_box()
    assert sheet
    assert all(
        box[2] <= sheet["x"] + sheet["width"] + 1
        for box in boxes(page, ".timeline .label, .timeline .date")
    )


def test_timeline_draws_precision_and_links_as_sources_give_them(open_tab: OpenTab) -> None:
    page = open_tab("timeline")
    month = page.locator('.event[data-id="meeting:mdq-5-2024"] .mark')
    assert "span" in (month.get_attribute("class") or "")
    day = page.locator(f'.event[data-id="{MOC}"] .mark')
    assert "span" not in (day.get_attribute("class") or "")
    planned = page.locator('.event[data-id="meeting:jp-eu-dpc-4-2026"] .mark')
    assert "planned" in (planned.get_attribute("class") or "")
    assert page.locator(".link.listed").first.evaluate(
        "each => getComputedStyle(each).strokeDasharray"
    ) not in ("none", "")
    assert (
        page.locator(".timeline .sheet .link.stated").first.evaluate(
            "each => getComputedStyle(each).strokeDasharray"
        )
        == "none"
    )
    for link in page.locator(".timeline .sheet .link.co_announced").all():
        assert link.get_attribute("marker-end") is None


def test_what_is_chosen_on_the_timeline_is_shown_with_its_sources(open_tab: OpenTab) -> None:
    page = open_tab("timeline")
    page.locator(f'.event[data-id="{MOC}"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("enishi.app.state.chosen") == MOC
    assert "chosen" in (page.locator(f'.event[data-id="{MOC}"]').get_attribute("class") or "")
    beside = page.locator('.event[data-id="meeting:mdq-7-2025"]')
    if not page.evaluate("Boolean(enishi.app.item('meeting:mdq-7-2025'))"):
        beside.click()
        detail = page.locator("#panel-timeline .detail")
        assert "第7回量子多国間対話" in detail.inner_text()
        assert detail.locator(".cited li").count() >= 2


def test_timeline_follows_years_ranges_and_filters(open_tab: OpenTab) -> None:
    page = open_tab("timeline")
    events = page.locator(".timeline .event")
    shown = events.count()
    page.locator("#panel-timeline select").select_option("2015")
    assert events.count() > shown
    page.evaluate("enishi.app.change({ range: ['2025-04-01', '2025-05-31'] })")
    assert 0 < events.count() < shown
    assert "期間の外" in page.locator("#panel-timeline .left").inner_text()
    page.evaluate("enishi.app.change({ range: [] })")
    page.evaluate("enishi.app.change({ kinds: [enishi.app.item('forum:mdq').key] })")
    assert page.locator('.event[data-id="meeting:mdq-7-2025"]').count() == 0


def test_the_timeline_names_the_day_that_is_set(open_tab: OpenTab) -> None:
    page = open_tab("timeline")
    assert "基準日" in texts(page, ".timeline .years")
    page.evaluate("enishi.app.change({ day: '2025-05-01' })")
    years = texts(page, ".timeline .years")
    assert "2025年5月1日" in years
    assert "基準日" not in years
    assert "2025" not in years, "it would stand below the day"
    assert overlapping(page, ".timeline .years") == []


# Matrix -------------------------------------------------------------------------------------------------------------


def test_matrix_of_fora_has_the_cells_of_the_saved_query(
    open_tab: OpenTab, graph: EmbeddedStore
) -> None:
    page = open_tab("matrix")
    table = page.locator("#panel-matrix table")
    assert table.locator("tbody tr").count() == 17
    heads = texts(page, "#panel-matrix thead th")
    assert heads[0] == "国・地域"
    assert [head for head in heads if "▲" in head] == ["QDG▲"]
    parties = page.evaluate(
        "enishi.app.visible().nodes.filter((id) => /^(country|union):/.test(id))"
    )
    given = {
        "parties": ", ".join(parties),
        "fora": "MDQ, QDG, G7, TQC",
    }
    answer = run(
        find_query("fora-overlap"), given, as_of=DAY, settings={"party": "JP"}, store=graph
    )
    for value in ("member", "partner", "attended", "absent_on_record", "no_source"):
        wanted = sum(row["value"] == value for row in answer.rows)
        assert table.locator(f"td.{value}").count() == wanted
    assert set(texts(page, "td.no_source")) == {"資料なし"}
    assert page.locator("td.no_source button").count() == 0
    assert all("●" in text and "参加・加盟" in text for text in texts(page, "td.member"))
    assert "QDG ▲" in page.locator("#panel-matrix .rest").inner_text()
    page.get_by_role("button", name="日本とNATO環大西洋量子コミュニティ").click()
    detail = page.locator("#panel-matrix .detail")
    assert "パートナー等" in detail.inner_text()
    assert detail.locator(".cited li").count() >= 1


def test_matrix_of_fora_shows_others_only_where_asked(open_tab: OpenTab) -> None:
    page = open_tab("matrix")
    heads = page.locator("#panel-matrix thead th")
    before = heads.count()
    page.locator("#panel-matrix input[type=checkbox]").check()
    assert heads.count() == 1 + page.evaluate(
        "enishi.app.data.tabs.matrix.fora.filter((f) => f.ours).length"
    )
    assert heads.count() > before
    row = page.locator("#panel-matrix tbody tr").first
    assert row.locator("td.absent_on_record").count() == 0  # Japan is absent from none of them


def test_matrix_of_pairs_counts_as_the_saved_query_does(
    open_tab: OpenTab, graph: EmbeddedStore
) -> None:
    page = open_tab("matrix")
    page.locator("[data-choice=what] select").select_option("pairs")
    given = {"countries": "JP"}
    answer = run(
        find_query("country-pairs"), given, as_of=DAY, settings={"party": "JP"}, store=graph
    )
    row = page.locator("#panel-matrix tbody tr").first
    assert row.locator(".kind-count").count() == len(answer.rows) == 6
    assert page.locator("#panel-matrix td.same").count() == 17
    page.get_by_role("button", name=re.compile("^日本と英国")).click()
    detail = page.locator("#panel-matrix .detail")
    assert "日本と英国の二者間の協力文書：1件" in detail.inner_text()
    page.locator("[data-choice=level] select").select_option("any_level")
    assert row.locator(".kind-count").count() > 6
    page.get_by_role("button", name=re.compile("^日本と英国")).click()
    detail.get_by_role("button").first.wait_for()
    page.evaluate("enishi.app.change({ levels: ['government'] })")
    assert page.get_by_role("button", name=re.compile("^日本とシンガポール")).count() == 0


# Map ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [1000, 1400, 1920])
def test_labels_of_the_map_are_clear(open_tab: OpenTab, lang: str, width: int) -> None:
    page = open_tab("map", hash_=f"&lang={lang}")
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(200)
    assert page.locator(".map .party").count() == 17
    assert page.locator(".map .label").count() == 17
    assert overlapping(page, ".map .label") == []
    crossing = page.evaluate(
        """() => {
          const own = document.querySelector(".map .party.own .label").getBBox();
          return [...document.querySelectorAll(".map .line")].filter((line) => {
            const long = line.getTotalLength();
            return Array.from({ length: 200 }, (_, i) => line.getPointAtLength((long * i) / 199)).some(
              ({ x, y }) => x > own.x && x < own.x + own.width && y > own.y && y < own.y + own.height);
          }).length;
        }"""
    )
    assert crossing == 0


def test_map_draws_documents_between_two_and_nothing_political(open_tab: OpenTab) -> None:
    page = open_tab("map")
    assert page.locator(".map .tie").count() == 6
    told = texts(page, "#panel-map dt")
    assert len(told) == 6
    assert all(pair.startswith("日本―") for pair in told), told
    assert page.locator("#panel-map dd button").count() >= 6
    assert texts(page, ".map .beside .label") == ["EU"]
    fills = page.locator(".map .coast").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).fill)"
    )
    assert set(fills) == {"none"}
    said = page.locator("#panel-map").inner_text()
    assert "海" not in said.replace("海岸線", "")
    page.locator(".map .tie").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("enishi.app.item(enishi.app.state.chosen).kind") == "Agreement"


def test_map_and_matrix_of_a_partner_show_whom_it_has_documents_with(open_tab: OpenTab) -> None:
    page = open_tab("map", "uk")
    assert page.locator(".map .tie").count() >= 8
    assert {"英国", "日本", "米国", "ドイツ"} <= set(texts(page, ".map .label"))
    assert overlapping(page, ".map .label") == []
    page.locator("#tab-matrix").click()
    page.locator("[data-choice=what] select").select_option("pairs")
    assert page.get_by_role("button", name=re.compile("^日本と英国")).count() == 1


def test_map_is_not_what_opens_first(open_tab: OpenTab) -> None:
    page = open_tab("")
    assert page.locator("#panel-picture").is_visible()
    assert page.locator("#panel-map").count() == 0 or page.locator("#panel-map").is_hidden()


# All of them --------------------------------------------------------------------------------------------------------


def test_whatever_a_record_says_stays_text(tmp_path: Path, open_html: OpenHtml) -> None:
    hostile_record(Path(__file__).parents[2] / "data", tmp_path / "record")
    build(tmp_path / "record", tmp_path / "graph.kgl")
    with EmbeddedStore(tmp_path / "graph.kgl") as store:
        scenes = both(store)
        html = page_html(scenes, tabs=read_tabs(store, scenes[0]))
    opened = open_html(html)
    page = opened.page
    for lang in LANGUAGES:
        page.evaluate(f"enishi.app.change({{ lang: {lang!r} }})")
        for tab in TABS[1:]:
            page.locator(f"#tab-{tab}").click()
            assert page.locator(f"#panel-{tab}").inner_text().strip()
            assert page.locator("img, iframe, object, embed, form, video, audio").count() == 0
        for id_ in page.evaluate("Object.keys(enishi.app.data.tabs.card.cards)"):
            page.evaluate(f"enishi.app.change({{ tab: 'card', chosen: {id_!r} }})")
    assert opened.is_quiet()


@pytest.mark.parametrize("tab", TABS[1:])
def test_tabs_print_whole_and_without_their_controls(open_tab: OpenTab, tab: str) -> None:
    page = open_tab(tab, hash_="&chosen=country%3AGB")
    page.emulate_media(media="print")
    panel = page.locator(f"#panel-{tab}")
    assert panel.evaluate("each => getComputedStyle(each).overflowY") == "visible"
    assert panel.evaluate("each => each.scrollHeight - each.clientHeight") <= 1
    for control in panel.locator(".controls select, .controls input, .controls button").all():
        assert control.is_hidden()
    assert page.locator("footer").is_hidden(), "the legend of the picture explains nothing of it"
    assert panel.locator(".hint").filter(visible=True).count() == 0, (
        "nothing can be chosen on paper"
    )
    for head in panel.locator(
        "thead button"
    ).all():  # painted on the first sheet only, if they were boxes
        assert head.evaluate("each => getComputedStyle(each).display") == "contents"


@pytest.mark.parametrize("tab", ["timeline", "map", "matrix"])
def test_sources_stand_below_what_is_drawn_on_paper(open_tab: OpenTab, tab: str) -> None:
    page = open_tab(tab)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    listed = page.locator("#print > .body > ol > li").all_inner_texts()
    assert listed
    assert len(listed) == len(set(listed))
    assert any("内閣府" in each and "公式資料" in each for each in listed)


@pytest.mark.parametrize("tab", TABS[1:])
def test_every_sheet_of_a_tab_has_its_mark_and_foot(open_tab: OpenTab, tab: str) -> None:
    page = open_tab(tab, hash_="&chosen=country%3AGB")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print > .head").text_content() == "公表"
    assert "2026年11月25日" in (page.locator("#print > .foot").text_content() or "")
    assert "2026年11月25日時点" in (page.locator("#print h1").text_content() or "")
    assert page.locator(f"#print #panel-{tab}").count() == 1
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print *").count() == 0
    assert page.locator(f"#panels > #panel-{tab}").is_visible()


def test_only_the_picture_has_its_legend_below_and_its_ticks_stay_in_reach(
    open_tab: OpenTab,
) -> None:
    page = open_tab("table")
    assert page.locator("#legend").is_hidden()
    page.click("#filtering")
    box = page.locator('#filters [data-key="Country"] input')
    before = page.locator(".panel.table tbody tr").count()
    box.click()
    assert page.locator(".panel.table tbody tr").count() < before
    assert page.evaluate("document.activeElement.closest('label').dataset.key") == "Country"
    page.click("#tab-picture")
    assert page.locator("#legend").is_visible()
    assert page.locator('#filters [data-key="Country"]').count() == 0


def test_ties_stand_in_the_order_of_protocol_not_of_ids(open_tab: OpenTab) -> None:
    page = open_tab("table", hash_="&rows=ties")
    first = texts(page, ".panel.table tbody tr > :first-child")
    names = page.evaluate("enishi.app.visible().nodes.map((id) => enishi.app.title(id))")
    assert first == sorted(first, key=names.index)
    assert first[0] == "日本"
    assert first.index("チェコ") < first.index("スイス")


def test_the_address_holds_what_a_tab_has_set_and_it_is_undone(open_tab: OpenTab) -> None:
    page = open_tab("table")
    rows = page.locator(".panel.table tbody tr")
    page.locator(".panel.table .controls select").select_option("ties")
    page.locator(".panel.table input[type=search]").press_sequentially("英国", delay=30)
    page.locator(".panel.table thead button").first.click()
    page.locator(".panel.table thead button").first.click()
    kept = rows.all_inner_texts()
    hash_ = page.evaluate("location.hash")
    for part in ("rows=ties", "sort=-from", "find=%E8%8B%B1%E5%9B%BD"):
        assert part in hash_
    page = open_tab("table", hash_=hash_.replace("#", "&"))
    again = page.locator(".panel.table tbody tr").all_inner_texts()
    assert again == kept, "a link opens the same table"

    page = open_tab("table")
    rows = page.locator(".panel.table tbody tr")
    all_ = rows.count()
    page.locator(".panel.table input[type=search]").press_sequentially("英国", delay=30)
    assert rows.count() < all_
    page.click("#undo")
    assert rows.count() == all_, "a word is one change, however many letters it has"
    assert page.locator(".panel.table input[type=search]").input_value() == ""
    assert page.locator("#undo").is_disabled()


def test_the_address_holds_the_choices_of_matrix_and_timeline(open_tab: OpenTab) -> None:
    page = open_tab("matrix", hash_="&matrix=pairs&between=any_level&about=includes&since=2019")
    assert page.locator('[data-choice="level"] select').input_value() == "any_level"
    assert page.locator('[data-choice="scope"] select').input_value() == "includes"
    page.locator('[data-choice="what"] select').select_option("fora")
    page.locator(".panel.matrix .controls input").check()
    assert "others=true" in page.evaluate("location.hash")
    assert "matrix=" not in page.evaluate("location.hash")
    page.click("#undo")
    assert not page.locator(".panel.matrix .controls input").is_checked()
    page.click("#undo")
    assert page.locator('[data-choice="what"] select').input_value() == "pairs"
    page.click("#tab-timeline")
    year = page.locator(".panel.timeline .controls select")
    assert year.input_value() == "2019"
    year.select_option("2023")
    assert "since=2023" in page.evaluate("location.hash")
    page.click("#undo")
    assert year.input_value() == "2019"


def test_the_timeline_is_drawn_once_at_the_start(open_tab: OpenTab) -> None:
    page = open_tab("picture")
    page.evaluate(
        """() => {
             const { drawTimeline } = enishi;
             enishi.times = 0;
             enishi.drawTimeline = (...all) => { enishi.times += 1; return drawTimeline(...all); };
           }"""
    )
    page.click("#tab-timeline")
    page.wait_for_timeout(300)
    assert page.evaluate("enishi.times") == 1
    stray = """[...document.querySelectorAll(".timeline svg")].flatMap((each) => [...each.childNodes])
               .filter((each) => each.nodeType === Node.TEXT_NODE).length"""
    assert page.evaluate(stray) == 0


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_drawn_stands_out_from_its_paper(open_tab: OpenTab, dark: bool) -> None:
    page = open_tab("timeline", dark=dark)
    page.locator("#tab-map").click()
    page.locator("#tab-timeline").click()
    contrast = """(selector) => {
      const parse = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
      const light = (colour) => {
        const [r, g, b] = parse(colour).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ink = light(getComputedStyle(document.querySelector(selector)).fill);
      const paper = light(getComputedStyle(document.body).backgroundColor);
      return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    }"""
    for selector in (".timeline .label", ".timeline .date", ".timeline .years", ".map .label"):
        assert page.evaluate(contrast, selector) >= 4.5, selector
    for selector in (".timeline .mark", ".timeline .head"):
        assert page.evaluate(contrast, selector) >= 3, selector


def test_what_is_of_one_day_says_so_when_another_is_set(open_tab: OpenTab) -> None:
    page = open_tab("matrix", hash_="&day=2025-05-01")
    assert "2026年11月25日時点のもの" in page.locator("#panel-matrix .controls").inner_text()
    page.locator("#tab-card").click()
    assert "2026年11月25日時点のもの" in page.locator("#panel-card .controls").inner_text()
    page.evaluate("enishi.app.change({ day: '' })")
    assert "時点のもの" not in page.locator("#panel-card .controls").inner_text()


def test_a_day_in_the_past_shows_what_was_known_to_have_happened(open_tab: OpenTab) -> None:
    page = open_tab("timeline", hash_="&day=2025-05-01")
    assert page.locator(f'.event[data-id="{MOC}"]').count() == 1
    assert page.locator('.event[data-id="agreement:jp-eu-quantum-loi-2025"]').count() == 0
    assert page.locator('.event[data-id="meeting:mdq-7-2025"]').count() == 0
