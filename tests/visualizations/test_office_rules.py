"""The rules of slides and documents: each finds the fault that is planted in a file that otherwise keeps them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn as word_name
from docx.shared import Pt as WordPt
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from tests.office import Office
from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, Run
from visualizations.deck.canvas import Canvas, Line
from visualizations.output_rules.check import all_rules
from visualizations.output_rules.office import Letters, Paragraph
from visualizations.output_rules.office_drawing import DRAWING
from visualizations.output_rules.office_letters import LETTERS
from visualizations.output_rules.office_marks import MARKING
from visualizations.output_rules.office_sources import CITING
from visualizations.output_rules.paper import pages_of
from visualizations.output_rules.passage import Produced, Verbatim, breaches
from visualizations.output_rules.readers import read_produced

RULES = (*LETTERS, *DRAWING, *CITING, *MARKING)
DAY = dt.datetime(2026, 11, 25)


def _numbers(path: Path) -> set[int]:
    return _found(read_produced(path))


def _found(produced: Produced) -> set[int]:
    return {breach.rule.number for breach in breaches(produced, RULES, Verbatim())}


def test_marks_and_footnotes_are_numbers_whose_parenthesis_closes_no_other() -> None:
    raised = Paragraph(
        (Letters("a"), Letters("1)3)～5)", raised=True), Letters("b"), Letters("7)", raised=True))
    )
    assert raised.marks == (1, 3, 4, 5, 7)
    named = Paragraph((Letters("Sources: 1) A (March 14)  2) B (2025)  3)–5) at the end"),))
    assert named.named == {1, 2, 3, 4, 5}


# Slides -----------------------------------------------------------------------------------------------------------


def _text(text: str, size: float = 14, *marks: int, align: str = "l") -> Para:
    runs = [Run(text, "ja", size)]
    if marks:
        runs.append(Run("".join(f"{n})" for n in marks), "ja", size, raised=True))
    return Para(tuple(runs), align=align)


def _furnished(canvas: Canvas) -> None:
    canvas.box(Area(830, 16, 100, 24), [_text("公表", 10, align="ctr")], name="mark", line=Line())
    canvas.sheet.shapes.title.left, canvas.sheet.shapes.title.top = Pt(30), Pt(14)
    canvas.sheet.shapes.title.width, canvas.sheet.shapes.title.height = Pt(700), Pt(60)


def _presentation() -> Any:
    """A slide with two boxes that a line joins, a sentence, a table and a footnote, and one with the sources."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(960), Pt(540)
    layout = next(one for one in made.slide_layouts if one.name == "Title Only")
    canvas = Canvas(made.slides.add_slide(layout))
    _furnished(canvas)
    first = canvas.box(
        Area(30, 100, 150, 40), [_text("日本", 12)], name="node:country:JP", line=Line(), alt="日本"
    )
    other = canvas.box(
        Area(300, 100, 150, 40),
        [_text("英国", 12)],
        name="node:country:GB",
        line=Line(),
        alt="英国",
    )
    canvas.join(first, other, Line(), name="tie:x", alt="協力覚書")
    canvas.box(
        Area(30, 160, 420, 40), [_text("2025年4月28日に協力覚書に署名した。", 14, 1)], name="said:0"
    )
    canvas.table(
        Area(480, 100, 300, 80),
        [150, 150],
        [(40, [[_text("国・地域", 12)], [_text("文書", 12)]]),
         (40, [[_text("英国", 12)], [_text("2025年4月", 12, 1)]])],
        name="table:x", alt="表", heading_fill="E3E9EF", line=Line(),
    )  # fmt: skip
    canvas.box(
        Area(30, 460, 900, 30), [_text("出典：1) 内閣府（2025年4月28日）", 10.5)], name="footnotes"
    )
    closing = Canvas(made.slides.add_slide(layout))
    _furnished(closing)
    closing.box(Area(30, 100, 900, 40), [_text("1) 内閣府（2025年4月28日）", 11)], name="sources")
    said = made.core_properties
    said.author = said.last_modified_by = "Enishi"
    said.category = "公表"
    said.created = said.modified = DAY
    return made


def _shape(made: Any, name: str, slide: int = 0) -> Any:
    return next(shape for shape in made.slides[slide].shapes if shape.name == name)


def _loose(made: Any) -> None:
    element = _shape(made, "tie:x")._element
    found = element.find(f".//{qn('a:endCxn')}")
    found.getparent().remove(found)


def _moved(made: Any) -> None:
    """As a script does that moves a box and not its lines; nothing else stands where it goes."""
    _shape(made, "node:country:GB").top = Pt(300)


def _glued_to_nothing(made: Any) -> None:
    _shape(made, "tie:x")._element.find(f".//{qn('a:endCxn')}").set("id", "999")


def _bent(made: Any) -> None:
    _shape(made, "tie:x")._element.find(f".//{qn('a:prstGeom')}").set("prst", "bentConnector3")


def _in_front(made: Any) -> None:
    tree = made.slides[0].shapes._spTree
    tree.append(_shape(made, "tie:x")._element)


def _overlapping(made: Any) -> None:
    _shape(made, "said:0").top = Pt(165)
    _canvas(made).box(Area(30, 170, 300, 30), [_text("英国", 14)], name="heading:0", line=Line())


def _outside(made: Any) -> None:
    _canvas(made).box(Area(900, 300, 100, 30), [_text("英国", 14)], name="heading:0")


def _spilling(made: Any) -> None:
    _canvas(made).box(
        Area(30, 300, 100, 24),
        [_text("量子技術分野における協力に関する会合", 14)],
        name="heading:0",
    )


def _spilling_cell(made: Any) -> None:
    cell = _shape(made, "table:x").table.cell(1, 0)
    cell.text_frame.paragraphs[0].runs[0].text = "量子技術分野における協力に関する会合" * 3


def _canvas(made: Any) -> Canvas:
    return Canvas(made.slides[0])


def _run(made: Any, name: str = "said:0") -> Any:
    return _shape(made, name).text_frame.paragraphs[0].runs[0]._r.find(qn("a:rPr"))


def _without_font(made: Any) -> None:
    looks = _run(made)
    looks.remove(looks.find(qn("a:ea")))


def _font_of_theme(made: Any) -> None:
    _run(made).find(qn("a:ea")).set("typeface", "+mn-ea")


def _as_chinese(made: Any) -> None:
    _run(made).set("lang", "zh-CN")


def _small_body(made: Any) -> None:
    _run(made).set("sz", "1200")


def _small_note(made: Any) -> None:
    _run(made, "footnotes").set("sz", "900")


def _without_footnote(made: Any) -> None:
    _run(made, "footnotes").getparent().find(qn("a:t")).text = "出典"


def _without_source(made: Any) -> None:
    shape = _shape(made, "sources", 1)
    shape._element.getparent().remove(shape._element)


def _unused_footnote(made: Any) -> None:
    text = _run(made, "footnotes").getparent().find(qn("a:t"))
    text.text += "　2) 外務省（2026年）"
    more = _shape(made, "sources", 1).text_frame
    more.paragraphs[0].runs[0].text = "1) 内閣府（2025年4月28日）"
    more.add_paragraph().text = "2) X"


def _unsourced(made: Any) -> None:
    _canvas(made).box(
        Area(30, 220, 420, 30), [_text("2026年2月に会合を開いた。", 14)], name="said:1"
    )


def _unsourced_cell(made: Any) -> None:
    cell = _shape(made, "table:x").table.cell(1, 0)
    cell.text_frame.paragraphs[0].runs[0].text = "2025年4月"


def _unmarked(made: Any) -> None:
    shape = _shape(made, "mark", 1)
    shape._element.getparent().remove(shape._element)


def _mark_below(made: Any) -> None:
    _shape(made, "mark", 1).top = Pt(300)


def _other_mark(made: Any) -> None:
    made.core_properties.category = "部内限り"


def _no_category(made: Any) -> None:
    made.core_properties.category = ""


def _author(made: Any) -> None:
    made.core_properties.author = "Yamada"


def _upright(made: Any) -> None:
    made.slide_width, made.slide_height = Pt(1000), Pt(1414)


def _undescribed_line(made: Any) -> None:
    _undescribe(_shape(made, "tie:x"))


def _undescribed_node(made: Any) -> None:
    _undescribe(_shape(made, "node:country:GB"))


def _undescribed_table(made: Any) -> None:
    _undescribe(_shape(made, "table:x"))


def _undescribe(shape: Any) -> None:
    del next(shape._element.iter(qn("p:cNvPr"))).attrib["descr"]


FAULTS: list[tuple[int, Callable[[Any], None]]] = [
    (30, _without_font),
    (30, _font_of_theme),
    (30, _as_chinese),
    (32, _small_body),
    (32, _small_note),
    (35, _unmarked),
    (35, _mark_below),
    (35, _other_mark),
    (35, _no_category),
    (37, _author),
    (41, _loose),
    (41, _moved),
    (41, _glued_to_nothing),
    (42, _bent),
    (42, _in_front),
    (43, _overlapping),
    (44, _outside),
    (45, _spilling),
    (45, _spilling_cell),
    (46, _without_footnote),
    (46, _without_source),
    (46, _unused_footnote),
    (47, _unsourced),
    (47, _unsourced_cell),
    (48, _upright),
    (49, _undescribed_line),
    (49, _undescribed_node),
    (49, _undescribed_table),
]


def test_slides_that_keep_the_rules_break_none(tmp_path: Path) -> None:
    _presentation().save(tmp_path / "a.pptx")
    assert _numbers(tmp_path / "a.pptx") == set()


@pytest.mark.parametrize(
    ("number", "fault"), FAULTS, ids=lambda given: getattr(given, "__name__", given)
)
def test_a_fault_in_slides_is_found_by_its_rule(
    tmp_path: Path, number: int, fault: Callable[[Any], None]
) -> None:
    made = _presentation()
    fault(made)
    made.save(tmp_path / "a.pptx")
    assert _numbers(tmp_path / "a.pptx") == {number}


def test_what_stands_in_a_frame_does_not_overlap_it_unless_it_covers_its_text(
    tmp_path: Path,
) -> None:
    for top, broken in ((330, False), (302, True)):
        made = _presentation()
        canvas = _canvas(made)
        canvas.box(
            Area(480, 300, 300, 100), [_text("英国", 14)], name="lane:0", line=Line(), anchor="top"
        )
        canvas.box(Area(490, top, 200, 24), [_text("予定", 12)], name="bar:0", line=Line())
        made.save(tmp_path / "a.pptx")
        assert (43 in _numbers(tmp_path / "a.pptx")) is broken


def test_a_line_that_is_drawn_by_hand_is_told_by_slide_and_name(tmp_path: Path) -> None:
    made = _presentation()
    line = made.slides[0].shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, Pt(50), Pt(50))
    line.name = "線 1"
    made.save(tmp_path / "a.pptx")
    rules = all_rules(Verbatim())
    found = [
        b
        for b in breaches(read_produced(tmp_path / "a.pptx"), rules, Verbatim())
        if b.rule.number == 41
    ]
    assert [breach.where for breach in found] == ["slide 1, 線 1", "slide 1, 線 1"]


def test_text_rules_hold_in_slides_too(tmp_path: Path) -> None:
    made = _presentation()
    _run(made).getparent().find(qn("a:t")).text = "未締結の国がある。"
    made.save(tmp_path / "a.pptx")
    produced = read_produced(tmp_path / "a.pptx")
    found = {b.rule.number: b for b in breaches(produced, all_rules(Verbatim()), Verbatim())}
    assert found.keys() == {19}
    assert found[19].where == "slide 1, said:0"
    assert "確認できない" in found[19].rule.ja


# Documents --------------------------------------------------------------------------------------------------------


def _document() -> Any:
    made = Document()
    for name in ("Enishi Line", "Enishi Source", "Enishi Own text"):
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name in (
        "Normal",
        "Header",
        "Enishi Line",
        "Enishi Source",
        "Enishi Own text",
        "Heading 1",
    ):
        _word_fonts(made.styles[name].element.get_or_add_rPr())
    made.add_paragraph("協力の現状", style="Heading 1")
    line = made.add_paragraph("2025年4月28日に協力覚書に署名した。", style="Enishi Line")
    line.add_run("1)").font.superscript = True
    made.add_paragraph("2026年に先方と会う。", style="Enishi Own text")
    made.add_paragraph("1) 内閣府（2025年4月28日）", style="Enishi Source")
    mark = made.sections[0].header.paragraphs[0]
    mark.text, mark.alignment = "公表", 2
    said = made.core_properties
    said.author = said.last_modified_by = "Enishi"
    said.comments, said.category = "", "公表"
    return made


def _word_fonts(looks: Any) -> None:
    fonts = looks.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    fonts.set(word_name("w:eastAsia"), "Meiryo")
    lang = looks.makeelement(word_name("w:lang"), {word_name("w:eastAsia"): "ja-JP"})
    looks.append(lang)


def _heading_of_theme(made: Any) -> None:
    fonts = made.styles["Heading 1"].element.rPr.rFonts
    del fonts.attrib[word_name("w:eastAsia")]
    fonts.set(word_name("w:eastAsiaTheme"), "majorEastAsia")


def _run_of_theme(made: Any) -> None:
    looks = made.paragraphs[1].runs[0]._r.get_or_add_rPr()
    looks.get_or_add_rFonts().set(word_name("w:eastAsiaTheme"), "minorEastAsia")


def _tiny(made: Any) -> None:
    made.paragraphs[1].runs[0].font.size = WordPt(7)


def _word_unsourced(made: Any) -> None:
    made.add_paragraph("2026年2月に会合を開いた。", style="Enishi Line")


def _word_mark_left(made: Any) -> None:
    made.sections[0].header.paragraphs[0].alignment = 0


def _word_source_gone(made: Any) -> None:
    made.paragraphs[3]._p.getparent().remove(made.paragraphs[3]._p)


def _word_author(made: Any) -> None:
    made.core_properties.last_modified_by = "Yamada"


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (30, _heading_of_theme), (30, _run_of_theme), (32, _tiny), (35, _word_mark_left), (37, _word_author),
        (46, _word_source_gone), (47, _word_unsourced),
    ],
    ids=lambda given: getattr(given, "__name__", given),
)  # fmt: skip
def test_a_fault_in_a_document_is_found_by_its_rule(
    tmp_path: Path, number: int, fault: Callable[[Any], None]
) -> None:
    made = _document()
    made.save(tmp_path / "a.docx")
    assert _numbers(tmp_path / "a.docx") == set()
    fault(made)
    made.save(tmp_path / "a.docx")
    assert _numbers(tmp_path / "a.docx") == {number}


def test_a_document_of_two_pages_is_no_brief(tmp_path: Path) -> None:
    _document().save(tmp_path / "a.docx")
    produced = read_produced(tmp_path / "a.docx")
    assert [_found(replace(produced, pages=pages)) for pages in (None, 1, 2)] == [
        set(),
        set(),
        {48},
    ]


def test_the_pages_of_a_document_are_counted_where_there_is_libreoffice(
    office: Office, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    made = _document()
    made.save(one)
    made.add_page_break()
    made.add_paragraph("続き")
    made.save(two)
    assert pages_of([one, two], office.program) == {one: 1, two: 2}
