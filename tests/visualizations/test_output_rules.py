"""The rules of what is shown: each finds what breaks it, and leaves alone what does not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from graphmodel.errors import EnishiError, UsageError
from visualizations.briefing.phrases import read_phrases
from visualizations.output_rules.check import all_rules, check_files
from visualizations.output_rules.looks import is_red
from visualizations.output_rules.office_drawing import DRAWING
from visualizations.output_rules.office_letters import LETTERS
from visualizations.output_rules.office_marks import MARKING
from visualizations.output_rules.office_sources import CITING
from visualizations.output_rules.passage import Passage, Produced, Role, Verbatim, breaches
from visualizations.output_rules.readers import READERS, read_produced
from visualizations.output_rules.word_lists import read_word_lists

VERBATIM = Verbatim(
    titles=("Minister Minoru Kiuchi signs, April 28, 2025", "UK-Japan gap report"),
    names=("Canada-Japan Comprehensive Strategic Partnership", "日米同盟記念財団"),
    people=(("KIUCHI Minoru", ("Minoru Kiuchi", "Minoru KIUCHI")),),
)

CASES = [
    # number, language, text that breaks it, text that does not
    (1, "ja", "国", "国・地域"),
    (1, "en", "Country", "Country or region"),
    (2, "ja", "台湾国", "台湾"),
    (2, "en", "Republic of China", "People's Republic of China"),
    (3, "ja", "イギリス", "英国"),
    (3, "ja", "日本、大韓民国", "日本、韓国"),
    (3, "en", "Japan, Korea", "Japan, Republic of Korea"),
    (3, "en", "South Korea", "Republic of Korea"),
    (3, "en", "Turkey", "Türkiye"),
    (6, "ja", "英日の協力", "日英の協力"),
    (6, "en", "UK-Japan committee", "Japan–UK committee"),
    (6, "en", "Canada-Japan document", "Canada-Japan Comprehensive Strategic Partnership"),
    (7, "ja", "米、瑞、英", "米、スイス、英"),
    (10, "ja", "城内大臣さん", "城内大臣"),
    (10, "en", "Mr Smith", "Lord Vallance"),
    (11, "en", "signed by Minoru Kiuchi", "signed by KIUCHI Minoru"),
    (11, "en", "Minoru KIUCHI", "Minister Minoru Kiuchi signs, April 28, 2025"),
    (15, "ja", "令和7年4月28日", "2025年4月28日"),
    (15, "ja", "’25年5月", "「’25年5月（予定）」"),
    (15, "en", "4/28/25", "28 April 2025"),
    (15, "en", "April 28, 2025", "Minister Minoru Kiuchi signs, April 28, 2025"),
    (15, "en", "signed 2025-04-28", "https://www.example.go.jp/2025-04-28/x"),
    (18, "ja", "覚書が発効した", "協定が発効した"),
    (18, "en", "The memorandum entered into and is in force", "The memorandum was signed"),
    (18, "en", "PARTY_TO", "party to"),
    (19, "ja", "未締結の国", "確認できない国"),
    (19, "ja", "資料の矛盾", "「資料の矛盾」"),
    (19, "ja", "日米同盟", "日米同盟記念財団"),
    (19, "ja", "備考が空白です", "空白欄がある"),
    (19, "en", "a gap in the network", "UK-Japan gap report"),
    (19, "en", "sources contradicting one another", "sources differ"),
    (20, "en", "the world’s first", "“the world’s first”"),
    (20, "ja", "世界初の装置", "「世界初」"),
    (20, "en", "the world's first", "the first meeting"),
    (36, "en", "https://web.archive.org/web/x", "https://www8.cao.go.jp/x"),
    (38, "ja", "連携を推奨する", "連携する"),
    (38, "en", "a promising partner", "a partner"),
    (21, "ja", "日本🇯🇵", "日本"),
    (21, "en", "soon 🚀", "soon ▲ ●"),
    (31, "ja", "日本(豪)", "日本（豪）"),
    (31, "ja", "５か国です", "5か国です"),
    (31, "ja", "ﾃﾞｰﾀです", "データです"),
    (37, "en", "/home/someone/data", "the home page"),
]


def _numbers(passage: Passage, kind: str = "html") -> set[int]:
    produced = Produced("x.html", kind, (passage,), ("公表",))
    return {breach.rule.number for breach in breaches(produced, all_rules(VERBATIM), VERBATIM)}


@pytest.mark.parametrize(("number", "lang", "broken", "kept"), CASES)
def test_a_rule_finds_what_breaks_it_and_only_that(
    number: int, lang: str, broken: str, kept: str
) -> None:
    assert number in _numbers(Passage(broken, lang, ""))
    assert number not in _numbers(Passage(kept, lang, ""))


def test_abbreviations_are_spelled_out_somewhere() -> None:
    assert 8 in _numbers(Passage("MDQに参加", "ja", ""))
    assert 8 not in _numbers(Passage("量子多国間対話（MDQ）に参加", "ja", ""))


@pytest.mark.parametrize(
    ("colour", "red"),
    [
        ("#ff0000", True), ("#c00", True), ("rgb(200, 20, 30)", True), ("crimson", True),
        ("#0b5394", False), ("#D55E00", False), ("#CC79A7", False), ("#f5f7f9", False), ("#1f2933", False),
    ],
)  # fmt: skip
def test_red_is_found_as_a_colour(colour: str, red: bool) -> None:
    found = _numbers(Passage(f"color: {colour}", "", "", Role.STYLE))
    assert (22 in found) is red


def test_red_is_neither_pale_dark_nor_grey() -> None:
    assert is_red(220, 30, 30)
    assert not is_red(255, 240, 240)
    assert not is_red(60, 55, 55)


def test_japanese_runs_are_declared() -> None:
    assert 30 in _numbers(Passage("東京の声明", "en", "", Role.RUN))
    assert 30 not in _numbers(Passage("東京の声明", "ja", "", Role.RUN))


def test_pages_bear_their_mark_and_what_is_internal_no_public_one() -> None:
    rules = all_rules(VERBATIM)
    none = Produced("a.html", "html", ())
    assert [b.rule.number for b in breaches(none, rules, VERBATIM)] == [35]
    internal = Produced("answers/conflicts.html", "html", (), ("公表",))
    assert [b.rule.number for b in breaches(internal, rules, VERBATIM)] == [34]
    marked = Produced("answers/conflicts.html", "html", (), ("部内限り",))
    assert list(breaches(marked, rules, VERBATIM)) == []


def test_every_rule_has_a_sentence_in_both_languages_and_a_case() -> None:
    office = {rule.number for rule in (*LETTERS, *DRAWING, *CITING, *MARKING)}
    tested = {number for number, *_ in CASES} | {8, 22, 30, 34, 35} | office
    for rule in all_rules(VERBATIM):
        assert rule.ja
        assert rule.en
        assert rule.number in tested


# Files ----------------------------------------------------------------------------------------------------------


PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gap</title>
<style>a { color: #ff0000 }</style></head><body><strong class="mark">public</strong>
<p>Signed by <b>Minoru</b> Kiuchi <span>東京の声明</span></p>
<script type="application/json">{"text": {"ja": {"note": "未締結"}, "en": {"label": ["UK-Japan", "note"]}}}</script>
</body></html>"""


def _workbook() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        book.writestr(
            "xl/sharedStrings.xml", "<sst><si><t>未締結です</t></si><si><t>公表</t></si></sst>"
        )
        book.writestr("docProps/core.xml", "<p><dc:creator>/home/someone</dc:creator></p>")
    return stream.getvalue()


def _picture() -> bytes:
    said = PngInfo()
    said.add_text("Author", "Yamada")
    stream = io.BytesIO()
    Image.new("L", (2, 2)).save(stream, "png", pnginfo=said)
    return stream.getvalue()


def test_a_ministry_adds_words_and_takes_some_off(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        "avoid:\n  ja: {途上国: 開発途上にある国, 同盟: ~}\n  en: {third world: the names of the countries}\n",
        encoding="utf-8",
    )
    rules = all_rules(VERBATIM, [tmp_path])

    def said(text: str) -> list[str]:
        produced = Produced("x.md", "md", (Passage(text, "", ""),))
        return [breach.said for breach in breaches(produced, rules, VERBATIM)]

    assert said("途上国と同盟、未締結") == ["未締結", "途上国"]
    assert said("The Third World") == ["Third World"]
    assert read_phrases([tmp_path]) == read_phrases()


@pytest.mark.parametrize(
    "text",
    ["- 1", "avoid: [a]", "other: {}", "avoid: {fr: {a: b}}", "avoid: {ja: {a: [b]}}", "a: {"],
)
def test_a_list_of_words_of_another_shape_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(EnishiError, match=r"words\.yaml"):
        read_word_lists([tmp_path])


@pytest.mark.parametrize(
    ("name", "content", "numbers"),
    [
        ("a.html", PAGE.encode(), {6, 11, 19, 22, 30}),
        ("a.svg", b'<svg xmlns="x"><text fill="#d00000" lang="en">Country</text></svg>', {1, 22}),
        ("a.csv", "\ufeff国,備考\n英国,未締結です\n".encode(), {1, 19}),
        ("a.json", b'{"rows": [{"name_en": "Country"}]}', {1}),
        ("a.css", b"a { color: crimson }", {22}),
        ("a.md", "資料の矛盾です\n".encode(), {19}),
        ("a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:会合の未\r\n 締結です\r\nEND:VCALENDAR\r\n".encode(), {19, 35}),
        ("a.xlsx", _workbook(), {19, 37}),
        ("a.png", _picture(), {37}),
        ("a.pdf", b"%PDF-1.4\n1 0 obj <</Author (Yamada) /Title <FEFF0055>>> endobj", {37}),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,  # a workbook has the time in it
)  # fmt: skip
def test_each_type_of_file_is_read(
    tmp_path: Path, name: str, content: bytes, numbers: set[int]
) -> None:
    (tmp_path / name).write_bytes(content)
    ((path, found),) = check_files([tmp_path], VERBATIM)
    assert path.name == name
    assert {breach.rule.number for breach in found} == numbers


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    for name, content in (
        ("a.json", b"{"),
        ("a.xlsx", b"no"),
        ("a.csv", b"\xff\xfe\xff"),
        ("a.bin", b""),
        ("a.pptx", b"no"),
        ("a.docx", b"no"),
        ("a.png", b"no"),
        ("a.pdf", b"no"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UsageError, match=name):
            read_produced(tmp_path / name)


def test_the_types_that_are_tested_are_those_that_are_written() -> None:
    assert {
        ".html",
        ".svg",
        ".xlsx",
        ".csv",
        ".ics",
        ".json",
        ".pptx",
        ".docx",
        ".png",
        ".pdf",
    } <= READERS.keys()
