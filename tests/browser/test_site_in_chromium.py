"""The published folder as an officer opens it: from a file, with the network blocked, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page
from pptx import Presentation

from tests.published import GROUP, Published

pytestmark = [GROUP, pytest.mark.browser]


@dataclass
class Session:
    """A reader of the folder, and everything that the pages asked for or complained of."""

    page: Page
    root: Path
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def open(self, file: str) -> Page:
        self.page.goto((self.root / file).as_uri())
        return self.page

    def quiet(self) -> None:
        """Nothing but files was asked for, and nothing was complained of."""
        assert self.messages == []
        assert [r for r in self.requests if not r.startswith(("file:", "data:"))] == []


@pytest.fixture
def session(browser: Browser, published: Published) -> Iterator[Session]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(8000)
    page = context.new_page()
    session = Session(page, published.root)
    page.on("request", lambda request: session.requests.append(request.url))
    page.on("console", lambda message: session.messages.append(message.text))
    page.on("pageerror", lambda error: session.messages.append(str(error)))
    yield session
    session.quiet()
    context.close()


BROKEN = """
[...document.querySelectorAll("td.narrow")].filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const boxes = [...range.getClientRects()];
  return boxes.some((box) => box.top > boxes[0].bottom);
}).map((cell) => cell.textContent)
"""
"""Cells that should not break, and do."""

HOME = {"ja": "index.html", "en": "en/index.html"}


def search(page: Page, text: str) -> list[str]:
    """What the search of a page offers for a text."""
    page.fill("#search", text)
    page.wait_for_selector("#found li[role=option]")
    return [item.inner_text().split("\n")[0] for item in page.query_selector_all("#found li")]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_step_0_the_first_page_says_how_new_it_is_and_how_many(
    session: Session, published: Published, lang: str
) -> None:
    page = session.open(HOME[lang])
    text = page.inner_text("main")
    answer = published.answers.answer("answers/headline-counts")
    assert answer is not None
    count = next(row["count"] for row in answer.rows)
    newest = published.edition.coverage.newest_event_on
    year = newest[:4]
    assert (f"：{count}件、5か国＋EU" if lang == "ja" else f": {count} documents with 5") in text
    assert year in page.inner_text(".newest")
    assert page.inner_text("header .mark") == ("公表" if lang == "ja" else "public")
    assert page.get_attribute("html", "lang") == lang
    titles = [each.inner_text() for each in page.query_selector_all(".tiles b")]
    assert len(titles) == 9
    # Each of them leads to a page that is there.
    for number in range(len(titles)):
        session.open(HOME[lang])
        page.click(f".tiles li:nth-child({number + 1}) a")
        assert page.inner_text("h1")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_step_1_members_without_an_instrument(
    session: Session, published: Published, lang: str
) -> None:
    page = session.open(HOME[lang])
    page.click(".tiles li:first-child a")
    gap = published.answers.answer("answers/partner-gap")
    assert gap is not None
    tables = page.query_selector_all("main table")
    rows = [len(table.query_selector_all("tbody tr")) for table in tables]
    assert rows == [len(each.rows) for each in (gap, *gap.companions) if each.rows]
    assert ("8か国" if lang == "ja" else "for 8 countries") in page.inner_text("h1")
    # Counting memoranda of cooperation alone brings in the United States.
    page.click("text=協力覚書だけを数える" if lang == "ja" else "text=Counting memoranda")
    assert ("9か国" if lang == "ja" else "for 9 countries") in page.inner_text("h1")
    assert page.query_selector(
        "main table a:text-is('米国'), main table a:text-is('United States')"
    )


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "typed", ["英国", "UK", "GB", "イギリス", "いぎりす", "eikoku", "Ｕ．Ｋ．"]
)
def test_step_2_a_country_by_any_of_its_names(session: Session, lang: str, typed: str) -> None:
    page = session.open(HOME[lang])
    assert search(page, typed)[0] == ("英国" if lang == "ja" else "United Kingdom")
    page.press("#search", "Enter")
    page.wait_for_url("**/country/GB.html")
    text = page.inner_text("main")
    for said in (
        (
            "日英間の量子科学技術に関する協力覚書",
            "バランス卿",
            "→120日→",
            "⇢418日⇢",
            "確認済みの予定なし",
        )
        if lang == "ja"
        else (
            "KIUCHI Minoru",
            "Lord Vallance",
            "→120 days→",
            "⇢418 days⇢",
            "No confirmed date ahead",
        )
    ):
        assert said in text
    # Every line's number leads to a source, and the network is one click away and speaks the same language.
    page.click(".block li .ref >> nth=0")
    assert re.search(r"#s\d+$", page.url)
    page.click(".tabs >> text=ネットワーク図" if lang == "ja" else ".tabs >> text=Network")
    page.wait_for_selector("#picture canvas")
    assert page.get_attribute("html", "lang") == lang
    page.click("#home")
    assert page.inner_text("h1").startswith("英国" if lang == "ja" else "United Kingdom")


def test_a_country_comes_before_what_begins_with_a_word_of_its_name(session: Session) -> None:
    page = session.open(HOME["en"])
    assert search(page, "korea")[0] == "Republic of Korea"
    assert search(page, "states")[0] == "United States"


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("partner", ["country/GB", "union/EU"])
def test_step_3_slides_brief_picture_and_calendar_are_ready(
    session: Session, published: Published, lang: str, partner: str, tmp_path: Path
) -> None:
    page = session.open(HOME[lang].replace("index", partner))
    links = page.query_selector_all(".files .file")
    assert [Path(link.get_attribute("href") or "").suffix for link in links[:3]] == [
        ".pptx", ".docx", ".png",
    ]  # fmt: skip
    taken = {}
    for link in links:
        address = link.get_attribute("href") or ""
        if address.endswith(".png"):
            continue
        with page.expect_download() as download:
            link.click()
        taken[Path(address).suffix] = tmp_path / Path(address).name
        download.value.save_as(taken[Path(address).suffix])
    said = "日" if lang == "ja" else "Japan"
    assert said in Presentation(str(taken[".pptx"])).slides[0].shapes.title.text_frame.text
    assert said in Document(str(taken[".docx"])).paragraphs[0].text
    page.click(".files .file >> nth=2")
    page.wait_for_url("**/*.png")
    assert page.evaluate("document.images[0].naturalWidth") >= 1280
    page = session.open(HOME[lang].replace("index", "take"))
    assert page.query_selector(f'td a[href$="{partner}.pptx"]')


@pytest.mark.parametrize(
    "typed", ["MDQ", "理研", "城内", "Minoru Kiuchi", "東京声明", "Lord Vallance", "産総研"]
)
def test_bodies_people_and_documents_are_found_too(session: Session, typed: str) -> None:
    page = session.open("index.html")
    assert search(page, typed)
    page.press("#search", "Enter")
    page.wait_for_selector(".block")


def test_nothing_found_is_said(session: Session) -> None:
    page = session.open("index.html")
    page.fill("#search", "存在しない名前")
    page.wait_for_selector("#found li")
    assert page.inner_text("#found") == "該当なし"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_step_4_what_is_coming(session: Session, published: Published, lang: str) -> None:
    page = session.open(HOME[lang])
    page.click("nav >> text=今後の予定" if lang == "ja" else "nav >> text=Ahead")
    answer = published.answers.answer("answers/upcoming")
    assert answer is not None
    counts = [
        len(section.query_selector_all("li")) for section in page.query_selector_all(".coming")
    ]
    expected = [
        sum(row["certainty"] == certainty for row in answer.rows)
        for certainty in ("confirmed", "planned", "expected", "not_confirmed")
    ]
    assert counts == expected
    calendar = page.get_attribute("a[href$='.ics']", "href")
    assert calendar is not None
    file = published.root / ("" if lang == "ja" else "en") / calendar
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_the_language_switch_keeps_the_place(session: Session) -> None:
    for file in ("index.html", "country/GB.html", "answers/partner-gap.moc.html", "upcoming.html"):
        page = session.open(file)
        page.click("a.language")
        assert page.url.endswith(f"en/{file}")
        assert page.get_attribute("html", "lang") == "en"
        page.click("a.language")
        assert page.url.endswith(file)
        assert f"en/{file}" not in page.url


def test_conflicts_bear_their_mark(session: Session) -> None:
    page = session.open("answers/conflicts.html")
    assert page.inner_text("header .mark") == "部内限り"


def test_every_sheet_of_a_page_has_its_mark_and_foot(session: Session) -> None:
    """A browser repeats the groups of a table that stand above and below its rows."""
    page = session.open("country/GB.html")
    page.emulate_media(media="print")
    displays = [
        page.locator(f"body > {part}").evaluate("each => getComputedStyle(each).display")
        for part in ("header", "main", "footer")
    ]
    assert displays == ["table-header-group", "table-row-group", "table-footer-group"]
    assert page.locator("header .mark").is_visible()


def test_every_page_type_is_whole_and_nothing_sticks_out(session: Session) -> None:
    for width, height in ((1400, 900), (1920, 1080), (390, 800)):
        session.page.set_viewport_size({"width": width, "height": height})
        for file in (
            "index.html", "partners.html", "fora.html", "documents.html", "upcoming.html", "answers.html", "take.html",
            "glossary.html", "country/GB.html", "forum/mdq.html", "agreement/jp-uk-quantum-moc-2025.html",
            "answers/partner-gap.html", "answers/conflicts.html", "en/index.html", "en/forum/mdq.html",
        ):  # fmt: skip
            page = session.open(file)
            size = page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert size[0] <= size[1], f"{file} at {width}: {json.dumps(size)}"


def test_no_answer_is_cut_off_and_no_word_stands_on_end(
    session: Session, published: Published
) -> None:
    """On a screen of an office, and on A4 across, where nothing can be scrolled to."""
    files = [name for name in published.files if re.fullmatch(r"(en/)?answers/[^.]+\.html", name)]
    assert len(files) >= 50
    for media, width in (("screen", 1400), ("print", 1016)):
        session.page.set_viewport_size({"width": width, "height": 900})
        session.page.emulate_media(media=media)
        for file in files:
            page = session.open(file)
            cut = page.evaluate(
                "[...document.querySelectorAll('.wide')].map((each) => each.scrollWidth - each.clientWidth)"
            )
            assert max(cut, default=0) <= 1, f"{file} on {media}: {cut}"
            if media == "screen":
                broken = page.evaluate(BROKEN)
                assert broken == [], file


def test_the_search_can_be_used_by_keyboard_alone(session: Session) -> None:
    page = session.open("glossary.html")
    page.keyboard.press("/")
    page.keyboard.type("QDG")
    page.wait_for_selector("#found li[role=option]")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/forum/qdg.html")
