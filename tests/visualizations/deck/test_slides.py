"""Slides as they are drawn: every kind, in each language, from the real record and from slides made by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from pptx import Presentation
from pptx.util import Pt

from tests.office import Office
from tests.visualizations.deck.checking import faults, texts
from tests.visualizations.deck.conftest import PARTNERS
from visualizations.briefing.footnotes import RECORD, Sentence
from visualizations.deck.content.pages import Reader, cabinet_office_pages, pages_of
from visualizations.deck.network import MOST
from visualizations.deck.slides import (
    Abbreviation,
    Bar,
    BarLook,
    Lane,
    NetworkSlide,
    ProcessSlide,
    ScheduleSlide,
    Section,
    SectionsSlide,
    Slide,
    Step,
    TableSlide,
)
from visualizations.neighbourhood import neighbourhood
from visualizations.scene import first_view

DECK, NOTICE, PRESS = "deck-2025", "cao-20250513", "businesscloud-202305"
Draw = Callable[..., bytes]
Reads = Callable[[str], Reader]


def said(text: str, *sources: str) -> Sentence:
    return Sentence(text, sources or (DECK,))


def by_hand(lang: str, much: int = 1) -> list[Slide]:
    """A slide of each kind but a network, with as much on it as is asked for."""
    ja = lang == "ja"
    word = (
        "量子技術分野の協力の加速と人材交流の促進"
        if ja
        else "closer cooperation on quantum technology"
    )
    lines = tuple(said(f"{word} {i}", DECK, NOTICE) for i in range(4 * much))
    step = Step(said(word), about=lines[:2], tag="合意事項" if ja else "Agreed", said=lines)
    row = ((said(word), said(word)), (said(word),), lines[:2])
    bars = (
        Bar("2024-11-01", "2025-02-27", said(word)),
        Bar("2025-05-12", "2025-05-12", said(word), BarLook.PLANNED),
        Bar("2025-09-01", "2025-09-30", said(word), BarLook.EXPECTED),
    )
    return [
        TableSlide(
            "table", word, headings=(word, word, word), widths=(0.3, 0.3, 0.4), rows=(row,) * (2 * much),
            policy_heading=word, policy=lines[:3], notes=(word,),
        ),
        SectionsSlide("sections", word, sections=(Section(word, lines), Section(word, lines[:1])), notes=(word,)),
        ProcessSlide(
            "process", said(word), steps=(step, step, replace(step, said=())), links=("→ 120", "⇢"),
            since_heading=word, since=lines, notes=(word,), beside=(Section(word, lines[:5]),),
        ),
        ScheduleSlide(
            "schedule", word, first="2024-11", last="2025-10",
            lanes=(Lane(word, bars * much), Lane(word, ())), notes=(said(word),),
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("much", [1, 5])
@pytest.mark.parametrize("lang", ["ja", "en", "both"])
def test_every_kind_whatever_there_is_on_it(draw: Draw, lang: str, much: int) -> None:
    langs = ("ja", "en") if lang == "both" else (lang,)
    pages = list(zip(*(by_hand(one, much) for one in langs), strict=True))
    assert faults(draw(pages, lang)) == []


@pytest.mark.parametrize("partner", PARTNERS)
@pytest.mark.parametrize("lang", ["ja", "en", "both"])
def test_partners(draw: Draw, reader: Reads, lang: str, partner: str) -> None:
    content = draw(list(pages_of(reader(lang), partner)), lang)
    assert faults(content) == []


def test_the_cabinet_office_deck(draw: Draw, reader: Reads) -> None:
    content = draw(list(cabinet_office_pages(reader("both"))), "both")
    assert faults(content) == []


def test_a_forum_and_an_instrument(draw: Draw, reader: Reads) -> None:
    for id_ in ("forum:mdq", "agreement:jp-uk-quantum-moc-2025", "org:riken"):
        assert faults(draw(list(pages_of(reader("en"), id_)), "en")) == []


def test_the_first_slide_of_the_united_kingdom(draw: Draw, reader: Reads) -> None:
    """officer.md §2, step 3: a title that states a finding, the chain, the fields, the sources."""
    first, *_ = texts(draw(list(pages_of(reader("ja"), "country:GB", ["overview"]))))
    assert first.startswith("日英の量子協力：協力覚書（2025年4月28日署名）の後、2026年2月までに")
    for words in (
        "第12回日英科学技術協力合同委員会", "120日", "418日", "「日英間の量子科学技術に関する協力覚書」▲",
        "文書2件、会合1件、公募1件、共同研究課題1件", "2026年2月3日　JSTとEPSRCの",
        "標準化・ガバナンス", "城内 実 内閣府特命担当大臣（科学技術政策）（当時）", "バランス卿", "▲ 資料により異なる。",
        "2026年11月21日時点", "案", "公表",
    ):  # fmt: skip
        assert words in first, words


def test_what_is_under_way_is_not_planned_and_nothing_earlier_is_told_as_since_then(
    draw: Draw, reader: Reads
) -> None:
    uk = "\n".join(texts(draw(list(pages_of(reader("ja"), "country:GB")))))
    assert "開始 2026年（予定）" not in uk
    eu = "\n".join(texts(draw(list(pages_of(reader("ja"), "union:EU")))))
    assert "その後の動きは収録資料で確認できない" not in eu
    assert "公募 2024年11月" not in eu
    for text in (uk, eu):
        assert text.count("その後の動き（因果ではなく時系列）") == text.count("その後の動き") == 1
        assert "上記の会合の後の動き" in text


def test_nobody_is_told_to_have_no_document_without_its_being_said_how_far_was_looked(
    draw: Draw, reader: Reads
) -> None:
    first, *_, last = texts(draw(list(pages_of(reader("ja"), "country:KR", ["overview"]))))
    assert "日韓の量子協力：政府間の協力文書（量子に特化）は確認できない" in first
    assert "収録資料の範囲" in last


def test_what_rests_on_press_alone_is_left_out_and_counted(draw: Draw) -> None:
    lines = (said("公式の資料による。", DECK), said("報道だけによる。", PRESS))
    slide = SectionsSlide(
        "s", "題", sections=(Section("見出し", lines), Section("報道", lines[1:]))
    )
    first, *_ = texts(draw([[slide]]))
    assert "公式の資料による。" in first
    assert "報道だけによる。" not in first
    assert "報道又は二次資料だけによる記載2件は載せていない。" in first
    assert "（報道又は二次資料のみ）" in first


def test_a_row_of_a_table_goes_with_what_it_is_about(draw: Draw) -> None:
    rows = (
        ((said("公式", DECK),), (said("日付", DECK),)),
        ((said("報道", PRESS),), (said("翌日", PRESS),)),
    )
    first, *_ = texts(draw([[TableSlide("t", "題", headings=("何", "いつ"), rows=rows)]]))
    assert "公式" in first
    assert "翌日" not in first
    assert "記載1件は載せていない" in first


def test_a_network_that_is_too_large_is_split_and_says_so(draw: Draw, reader: Reads) -> None:
    store = reader("ja").store
    scene = first_view(store, own="country:JP", as_of="2026-11-21", lang="ja")
    assert len(scene.nodes) > MOST
    content = draw([[NetworkSlide("net", scene.title, scene=scene)]])
    assert faults(content) == []
    drawn = Presentation(io.BytesIO(content)).slides
    names = [{s.name for s in slide.shapes if s.name.startswith("node:")} for slide in drawn]
    assert all(len(some) <= MOST for some in names)
    assert "node:country:JP" in names[0] & names[1]
    assert "（1／2）" in texts(content)[0]


def test_boxes_have_ids_and_descriptions(draw: Draw, reader: Reads) -> None:
    store = reader("ja").store
    scene = neighbourhood(
        store, focus="forum:mdq", steps=1, own="country:JP", as_of="2026-11-21", lang="ja"
    )
    content = draw([[NetworkSlide("net", scene.title, scene=scene)]])
    slide = Presentation(io.BytesIO(content)).slides[0]
    described = {
        shape.name: shape._element.nvSpPr.cNvPr.get("descr")
        for shape in slide.shapes
        if shape.name.startswith("node:")
    }
    assert described["node:country:KR"] == "国・地域: 韓国 / Republic of Korea"


def test_places_are_kept_where_they_can_be(draw: Draw, reader: Reads) -> None:
    store = reader("ja").store
    scene = neighbourhood(
        store, focus="forum:mdq", steps=1, own="country:JP", as_of="2026-11-21", lang="ja"
    )
    kept = [node for node in scene.nodes if node.id in ("forum:mdq", "country:JP", "country:KR")]
    at = {"forum:mdq": (0, 0), "country:JP": (400, 0), "country:KR": (100, 300)}
    nodes = tuple(replace(node, x=at[node.id][0], y=at[node.id][1]) for node in kept)
    ties = tuple(tie for tie in scene.ties if {tie.start, tie.end} <= at.keys())
    content = draw(
        [[NetworkSlide("net", "題", scene=replace(scene, nodes=nodes, ties=ties), kept=True)]]
    )
    slide = Presentation(io.BytesIO(content)).slides[0]
    left = {shape.name: shape.left.pt for shape in slide.shapes}
    mdq, jp, kr = (left[f"node:{id_}"] for id_ in at)
    assert (kr - mdq) / (jp - mdq) == pytest.approx(0.25, abs=0.01)


def test_the_same_slides_give_the_same_bytes(draw: Draw) -> None:
    pages = [[slide] for slide in by_hand("ja")]
    assert draw(pages) == draw(pages)


def test_nobody_and_no_machine_is_named(draw: Draw) -> None:
    content = draw([[slide] for slide in by_hand("en")], "en")
    said = Presentation(io.BytesIO(content)).core_properties
    assert (said.author, said.last_modified_by, said.comments) == ("Enishi", "Enishi", "")
    assert (said.category, said.content_status) == ("Public", "DRAFT")
    assert said.modified.isoformat().startswith("2026-11-21")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
    assert not [name for name in names if "thumbnail" in name or "printer" in name]
    for word in (b"Steve Canny", b"Macintosh", b"/home/", b"/root/", b"<Company>"):
        assert word not in everything


def test_languages_are_never_mixed_in_a_label(draw: Draw, reader: Reads) -> None:
    """Japanese large, English small below it."""
    content = draw(list(pages_of(reader("both"), "country:CH", ["overview"])), "both")
    slide = Presentation(io.BytesIO(content)).slides[0]
    title = slide.shapes.title.text_frame
    first, second = title.paragraphs
    assert re.match("日・スイスの量子協力", first.text)
    assert re.match("Japan–Switzerland quantum cooperation", second.text)
    assert first.runs[0].font.size > second.runs[0].font.size >= Pt(10)


def test_slides_open_in_an_office_program(
    draw: Draw, reader: Reads, office: Office, tmp_path
) -> None:
    content = draw(list(pages_of(reader("both"), "country:GB")), "both")
    path = tmp_path / "uk.pptx"
    path.write_bytes(content)
    assert office.pages(path) == len(Presentation(str(path)).slides)


def test_sentences_of_the_record_as_a_whole_have_a_footnote_too(draw: Draw) -> None:
    slide = SectionsSlide("s", "題", sections=(Section("予定", (said("予定なし", RECORD),)),))
    assert "1) 収録資料の範囲" in texts(draw([[slide]]))[-1]


def test_short_forms_are_told_on_the_sheet_that_they_stand_on(draw: Draw) -> None:
    long = tuple(said(f"協力の加速と人材交流の促進 {i}") for i in range(14))
    first, second = (
        Step(said("第1回の会合"), about=(said("主催：産総研"), *long), when="2024年"),
        Step(said("第2回の会合"), about=(said("主催：理研、QSTH"), *long), when="2025年"),
    )
    slide = ProcessSlide(
        "process", "経緯", steps=(first, second), links=("→",),
        abbreviations=tuple(
            Abbreviation(short, said(f"{short}：{whole}"))
            for short, whole in (("産総研", "産業技術総合研究所"), ("理研", "理化学研究所"), ("QST", "量子科学技術研究開発機構"))
        ),
    )  # fmt: skip
    sheets = [text for text in texts(draw([[slide]])) if text.startswith("経緯")]
    with_first = [text for text in sheets if "産総研" in text]
    with_second = [text for text in sheets if "理研" in text]
    assert len(sheets) > 1
    assert all("産業技術総合研究所" in text and "理化学研究所" not in text for text in with_first)
    assert all("理化学研究所" in text for text in with_second)
    assert not any("量子科学技術研究開発機構" in text for text in sheets), "QST is not QSTH"


def test_what_has_no_room_beside_the_first_sheet_stands_beside_the_next(draw: Draw) -> None:
    names = tuple(said(name) for name in ("商業化と民間投資", "研究・イノベーション対話", "標準化"))
    lines = tuple(said(f"協力の加速と人材交流の促進 {i}") for i in range(14))
    beside = (
        Section("協力分野", names, run_on=True),
        Section("署名", lines),
        Section("技術領域", lines[:4]),
    )
    steps = tuple(Step(said(f"会合{i}"), about=lines[:5]) for i in range(4))
    slide = ProcessSlide("process", "経緯", steps=steps, links=("→", "→", "→"), beside=beside)
    content = draw([[slide]])
    sheets = [text for text in texts(content) if text.startswith("経緯")]
    assert faults(content) == []
    assert "商業化と民間投資、研究・イノベーション対話、標準化" in sheets[0]
    assert "技術領域" not in sheets[0]
    assert "技術領域" in sheets[1]
    assert "会合" in sheets[1], "no sheet for the column alone"


def test_a_lane_and_a_section_that_stand_on_one_slide_have_their_name_once(draw: Draw) -> None:
    bars = tuple(Bar(f"2025-0{i}-01", f"2025-0{i}-20", said(f"公募 {i}")) for i in range(1, 8))
    schedule = ScheduleSlide(
        "s", "予定", first="2025-01", last="2025-09", lanes=(Lane("日英", bars),)
    )
    lines = tuple(said(f"協力の加速と人材交流の促進 {i}") for i in range(11))
    sections = SectionsSlide("t", "協力", sections=(Section("合意事項", lines),))
    content = draw([[schedule], [sections]])
    assert faults(content) == []
    for title, name in (("予定", "日英"), ("協力", "合意事項")):
        (sheet,) = [text for text in texts(content) if text.startswith(title)]
        assert sheet.count(name) == 1, sheet


def test_documents_between_two_sides_stand_evenly_on_their_slides(reader: Reads) -> None:
    pages = [
        page
        for page in pages_of(reader("ja"), "country:US", ["network"])
        if "bodies" in page[0].key
    ]
    counts = [sum(n.id.startswith("agreement:") for n in page[0].scene.nodes) for page in pages]
    assert len(counts) > 1
    assert max(counts) - min(counts) <= 1


def test_a_schedule_with_nothing_in_it_is_a_slide_only_where_it_is_asked_for(reader: Reads) -> None:
    pages = pages_of(reader("ja"), "country:DE")
    assert not any(isinstance(page[0], ScheduleSlide) for page in pages)
    (asked,) = pages_of(reader("ja"), "country:DE", ["schedule"])
    assert isinstance(asked[0], ScheduleSlide)


def test_two_sides_are_named_alike_on_all_slides(reader: Reads) -> None:
    titles = {str(page[0].title) for page in pages_of(reader("ja"), "country:CH")}
    assert any("日・スイスの" in title for title in titles)
    assert not any(title.startswith("日スイス") for title in titles)
