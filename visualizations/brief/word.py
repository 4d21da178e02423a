"""A brief as a Word document: one A4 page, styles with names, every run with its language and an East Asian font."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from visualizations.brief import fit
from visualizations.brief.archive import packed, prints_in
from visualizations.brief.fit import Printed, Sheet, Sizes, line_height, line_height_of
from visualizations.brief.own import Found, Markers, Own, OwnPara, OwnRun, between, trimmed
from visualizations.brief.prints import prints_of
from visualizations.briefing.imprint import Imprint
from visualizations.briefing.measure import Run
from visualizations.deck.text_frames import EAST_ASIAN, LATIN

_STYLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "heading": "Heading 1",
    "line": "Enishi Line",
    "second": "Enishi Second language",
    "marker": "Enishi Marker",
    "own": "Enishi Own text",
    "note": "Enishi Note",
    "source": "Enishi Source",
    "mark": "Header",
    "foot": "Footer",
}
_LANGUAGES = {"ja": "ja-JP", "en": "en-GB"}
_BAND = "E3E9EF"
_LOOKS = {"bold": "b", "italic": "i", "underline": "u"}
_NOT_TEXT = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object", "w:tbl"))


def word_file(sheet: Sheet, imprint: Imprint, marks: Markers) -> bytes:
    """A brief as a Word document.

    Args:
        sheet: The brief.
        imprint: What it says of itself.
        marks: The markers of own text.

    Returns:
        The file: the same brief gives the same bytes.
    """
    document = Document()
    _lay_out(document, sheet.sizes)
    for printed in sheet.before:
        _write(document.add_paragraph(), printed)
    for para in sheet.own.paras or ((),) * fit.OWN_LINES:
        _write_own(document.add_paragraph(style=_STYLES["own"]), para, sheet.sizes.body)
    for printed in sheet.after:
        _write(document.add_paragraph(), printed)
    section = document.sections[0]
    _write(section.header.paragraphs[0], sheet.mark)
    _write(section.footer.paragraphs[0], sheet.foot)
    _describe(document, sheet, imprint)
    stream = io.BytesIO()
    document.save(stream)
    made = stream.getvalue()
    return packed(made, prints_of(read_word(made, marks).texts))


def read_word(content: bytes, marks: Markers) -> Found:
    """What stands in a brief that is a Word document.

    Args:
        content: The file.
        marks: The markers of own text.

    Raises:
        ValueError: If it is no Word document.
    """
    try:
        document = Document(io.BytesIO(content))
    except (KeyError, BadZipFile, PackageNotFoundError) as error:
        raise ValueError(str(error)) from error
    body = list(document.element.body.iter(qn("w:p")))
    texts = [_text(p) for p in body]
    section = document.sections[0]
    around = [*section.header.paragraphs, *section.footer.paragraphs]
    edges = tuple(_text(paragraph._p) for paragraph in around)
    span = between(texts, marks)
    if span is None:
        return Found(Own(), (*texts, *edges), prints_in(content))
    first, last = span
    own = body[first:last]
    lost = any(found.tag in _NOT_TEXT for p in own for found in (*p.iter(), *p.iterancestors()))
    paras = trimmed(_own_para(p) for p in own)
    return Found(Own(paras, lost=lost), (*texts[:first], *texts[last:], *edges), prints_in(content))


# Reading ----------------------------------------------------------------------------------------------------------


def _runs(p: Any) -> Iterator[Any]:
    """Runs of a paragraph itself, not of one inside of it; what is struck out is none."""
    for r in p.iter(qn("w:r")):
        if next(r.iterancestors(qn("w:p"))) is p:
            yield r


def _letters(r: Any) -> str:
    kinds = {qn("w:t"): None, qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
    return "".join((kinds[e.tag] or e.text or "") for e in r if e.tag in kinds)


def _text(p: Any) -> str:
    return "".join(map(_letters, _runs(p)))


def _own_para(p: Any) -> OwnPara:
    found: list[OwnRun] = []
    for r in _runs(p):
        look = {name: _is_on(r, f"w:{tag}") for name, tag in _LOOKS.items()}
        run = OwnRun(_letters(r), **look)
        if found and replace(found[-1], text="") == replace(run, text=""):
            found[-1] = replace(
                run, text=found[-1].text + run.text
            )  # programs split runs as they like
        elif run.text:
            found.append(run)
    if found and p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
        found.insert(0, OwnRun("・"))
    return tuple(found)


def _is_on(r: Any, name: str) -> bool:
    found = r.find(f"{qn('w:rPr')}/{qn(name)}")
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "none")


# Writing ----------------------------------------------------------------------------------------------------------


def _lay_out(document: Any, sizes: Sizes) -> None:
    """A4, its margins, and the styles."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Pt(fit.LEFT), Pt(fit.RIGHT)
    section.top_margin, section.bottom_margin = Pt(fit.TOP), Pt(fit.BOTTOM)
    section.header_distance = section.footer_distance = Pt(22)
    _fonts(document.styles["Normal"].element.get_or_add_rPr(), "ja")
    for name in _STYLES.values():
        known = {style.name for style in document.styles}
        style = (
            document.styles[name]
            if name in known
            else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        rest = style.element.find(qn("w:pPr"))
        if rest is not None:
            style.element.remove(rest)
        _plain(style)
        _fonts(style.element.get_or_add_rPr(), "ja")
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.widow_control = False
        style.next_paragraph_style = style
    own = document.styles[_STYLES["own"]]
    own.font.size = Pt(sizes.body)
    _spaced(own.paragraph_format, line_height_of(sizes.body))
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), _BAND)
    document.styles[_STYLES["heading"]].element.get_or_add_pPr().append(shade)


def _plain(style: Any) -> None:
    """Without what the template gives a style: colour, spacing of letters, other fonts."""
    looks = style.element.find(qn("w:rPr"))
    if looks is not None:
        style.element.remove(looks)


def _fonts(properties: Any, lang: str) -> None:
    """Fonts of each script, and the language."""
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script, font in (
        ("ascii", LATIN),
        ("hAnsi", LATIN),
        ("eastAsia", EAST_ASIAN),
        ("cs", LATIN),
    ):
        fonts.set(qn(f"w:{script}"), font)
    if lang == "ja":
        fonts.set(qn("w:hint"), "eastAsia")
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LANGUAGES["en"])
    spoken.set(qn("w:eastAsia"), _LANGUAGES["ja"])
    properties.append(spoken)


def _write(paragraph: Any, printed: Printed) -> None:
    para = printed.para
    paragraph.style = _STYLES[printed.style]
    shape = paragraph.paragraph_format
    _spaced(shape, line_height(para))
    shape.space_before = Pt(para.before)
    if para.align == "r":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if para.bullet:
        shape.left_indent, shape.first_line_indent = Pt(para.indent), Pt(-para.indent)
        shape.tab_stops.add_tab_stop(Pt(para.indent))
        first = para.runs[0]
        _run(paragraph, replace(first, text=f"{para.bullet}\t"))
    for run in para.runs:
        _run(paragraph, run)


def _write_own(paragraph: Any, para: OwnPara, size: float) -> None:
    for own in para:
        made = _run(paragraph, Run(own.text, own.lang, size, bold=own.bold, colour=""))
        made.italic, made.underline = own.italic or None, own.underline or None


def _run(paragraph: Any, run: Run) -> Any:
    made = paragraph.add_run(run.text)
    made.font.size = Pt(run.size)
    made.bold = run.bold or None
    if run.raised:
        made.font.superscript = True
    if run.colour:
        made.font.color.rgb = RGBColor.from_string(run.colour)
    _fonts(made._r.get_or_add_rPr(), run.lang)
    return made


def _spaced(shape: Any, points: float) -> None:
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = Pt(points)


def _describe(document: Any, sheet: Sheet, imprint: Imprint) -> None:
    """What the file says of itself; no person, company or machine is named."""
    said, lang = document.core_properties, sheet.langs[0]
    said.title = sheet.title
    said.author = said.last_modified_by = "Enishi"
    said.subject = said.comments = ""
    said.category, said.content_status = imprint.mark(lang), imprint.stamp(lang)
    said.keywords = imprint.foot(lang)
    said.language = _LANGUAGES[lang]
    said.revision, said.version = 1, ""
    said.created = said.modified = dt.datetime.fromisoformat(imprint.coverage.as_of)
