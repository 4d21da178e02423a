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
    assert first.startswith("日英の量子協力：協力覚書（2025年4月28日署名）の後、2025年11月までに")
    for words in (
        "第12回日英科学技術協力合同委員会", "120日", "418日", "「日英間の量子科学技術に関する協力覚書」▲",
        "標準化・ガバナンス", "城内 実 内閣府特命担当大臣（科学技術政策）（当時）", "バランス卿", "▲ 資料により異なる。",
        "2026年11月21日時点", "案", "公表",
    ):  # fmt: skip
        assert words in first, words


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
