"""A brief as a slide of A4 size: one box for each block, which an officer can move and edit."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn
from pptx.util import Mm

from visualizations.brief import fit
from visualizations.brief.archive import packed, prints_in
from visualizations.brief.fit import Printed, Sheet, height_of
from visualizations.brief.own import Found, Markers, Own, OwnPara, OwnRun, between, trimmed
from visualizations.brief.prints import prints_of
from visualizations.briefing.area import Area
from visualizations.briefing.imprint import Imprint
from visualizations.briefing.measure import Para, Run
from visualizations.deck.canvas import Canvas
from visualizations.deck.package import package
from visualizations.deck.text_frames import INSET

_BAND = "E3E9EF"
_LOOKS = {"bold": ("b", "1"), "italic": ("i", "1"), "underline": ("u", "sng")}
_BLANK = 6
"""Number of the layout without placeholders."""


def slide_file(sheet: Sheet, imprint: Imprint, marks: Markers) -> bytes:
    """A brief as a presentation of one slide.

    Args:
        sheet: The brief.
        imprint: What it says of itself.
        marks: The markers of own text.

    Returns:
        The file: the same brief gives the same bytes.
    """
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Mm(210), Mm(297)
    canvas = Canvas(presentation.slides.add_slide(presentation.slide_layouts[_BLANK]))
    top = fit.TOP
    begin, end = sheet.before[-1], sheet.after[0]
    top = _stack(canvas, sheet.before[:-1], top, "block")
    own = [_own_para(para, sheet.sizes.body) for para in sheet.own.paras or ((),) * fit.OWN_LINES]
    height = height_of(begin) + sheet.own_height + height_of(end)
    box = _box(canvas, (begin.para, *own, end.para), top, height, "own text")
    _emphasise(box, sheet.own.paras)
    _stack(canvas, sheet.after[1:], top + height, "notes")
    _box(canvas, [sheet.mark.para], fit.TOP - 24, 16, "mark")
    _box(canvas, [sheet.foot.para], fit.HEIGHT - fit.BOTTOM + 10, 14, "foot")
    made = package(presentation, imprint, sheet.title, sheet.langs)
    return packed(made, prints_of(read_slide(made, marks).texts))


def read_slide(content: bytes, marks: Markers) -> Found:
    """What stands in a brief that is a presentation.

    Args:
        content: The file.
        marks: The markers of own text.

    Raises:
        ValueError: If it is no presentation.
    """
    try:
        presentation = Presentation(io.BytesIO(content))
    except (KeyError, BadZipFile, PackageNotFoundError) as error:
        raise ValueError(str(error)) from error
    paras = [p for slide in presentation.slides for p in slide._element.iter(qn("a:p"))]
    texts = ["".join(run.text for run in _para(p)) for p in paras]
    pictures = any(
        shape.shape_type == MSO_SHAPE_TYPE.PICTURE
        for slide in presentation.slides
        for shape in slide.shapes
    )
    span = between(texts, marks)
    if span is None:
        return Found(Own(), tuple(texts), prints_in(content))
    first, last = span
    own = Own(trimmed(map(_para, paras[first:last])), lost=pictures)
    return Found(own, (*texts[:first], *texts[last:]), prints_in(content))


def _stack(canvas: Canvas, parts: Sequence[Printed], top: float, name: str) -> float:
    """Boxes one below the other: one for each heading, one for what stands below it.

    Returns:
        Where the last one ends.
    """
    for heading, group in groupby(parts, key=lambda part: part.style == "heading"):
        own = list(group)
        height = sum(map(height_of, own))
        space = own[0].para.before  # the first paragraph of a box has none above it
        paras = [replace(own[0].para, before=0), *(part.para for part in own[1:])]
        label = f"{name}: {paras[0].text}" if heading else name
        _box(canvas, paras, top + space, height - space, label, fill=_BAND if heading else "")
        top += height
    return top


def _box(
    canvas: Canvas, paras: Sequence[Para], top: float, height: float, name: str, fill: str = ""
) -> Any:
    area = Area(fit.LEFT - INSET, top, fit.WIDTH - fit.LEFT - fit.RIGHT + 2 * INSET, height)
    made = canvas.box(area, paras, name=name, anchor="top", fill=fill)
    properties = made.text_frame._txBody.find(qn("a:bodyPr"))
    properties.set("tIns", "0")
    properties.set("bIns", "0")
    return made


def _own_para(para: OwnPara, size: float) -> Para:
    runs = para or (OwnRun("　"),)
    return Para(tuple(Run(run.text, run.lang, size, bold=run.bold) for run in runs))


def _emphasise(box: Any, paras: Sequence[OwnPara]) -> None:
    """Slanted and underlined letters, which slides of our own never have."""
    made = box.text_frame._txBody.findall(qn("a:p"))[1:-1]
    for p, para in zip(made, paras, strict=False):
        for r, run in zip(p.findall(qn("a:r")), para, strict=False):
            for name in ("italic", "underline"):
                if getattr(run, name):
                    attribute, value = _LOOKS[name]
                    r.find(qn("a:rPr")).set(attribute, value)


def _para(p: Any) -> OwnPara:
    found = []
    for r in p:
        if r.tag == qn("a:br"):
            found.append(OwnRun("\n"))
        elif r.tag in (qn("a:r"), qn("a:fld")):
            look = r.find(qn("a:rPr"))
            text = (r.findtext(qn("a:t")) or "").replace("\v", "\n")
            found.append(
                OwnRun(
                    text,
                    **{
                        name: look is not None and look.get(key) == value
                        for name, (key, value) in _LOOKS.items()
                    },
                )
            )
    return tuple(found)
