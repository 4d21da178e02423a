"""Reads a presentation: what stands on each slide, where, and in which letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.oxml.ns import qn

from visualizations.output_rules.office import Box, BoxKind, End, Letters, Paragraph, Sheet
from visualizations.output_rules.office_package import (
    colour_passages,
    passages_of,
    properties_of,
    property_passages,
)
from visualizations.output_rules.passage import Produced

_EMU = 12700
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
_CELL_INSETS = {"marL": 91440, "marT": 45720, "marR": 91440, "marB": 45720}


def read_slides(path: Path, content: bytes) -> Produced:
    """Read a presentation.

    Raises:
        ValueError: If it is none.
    """
    try:
        presentation = Presentation(io.BytesIO(content))
    except (KeyError, AttributeError) as error:
        raise ValueError(str(error)) from error
    width, height = (
        (length or 0) / _EMU for length in (presentation.slide_width, presentation.slide_height)
    )
    sheets = tuple(
        Sheet(
            f"slide {number}",
            width,
            height,
            tuple(_boxes(slide.shapes)),
            _paragraphs(slide.notes_slide.notes_text_frame._txBody)
            if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None
            else (),
        )
        for number, slide in enumerate(presentation.slides, start=1)
    )
    with ZipFile(io.BytesIO(content)) as package:
        properties = properties_of(package)
        passages = [
            *(passage for sheet in sheets for passage in passages_of(sheet)),
            *property_passages(properties),
            *colour_passages(package),
        ]
    return Produced(str(path), "pptx", tuple(passages), sheets=sheets, properties=properties)


def _boxes(shapes: Any) -> Iterator[Box]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _boxes(shape.shapes)
        else:
            yield _box(shape)
            if getattr(shape, "has_table", False):
                yield from _cells(shape)


def _box(shape: Any) -> Box:
    element = shape._element
    described = next(element.iter(qn("p:cNvPr")))
    given: dict[str, Any] = {
        "id": shape.shape_id,
        "name": shape.name,
        "left": (shape.left or 0) / _EMU,
        "top": (shape.top or 0) / _EMU,
        "width": (shape.width or 0) / _EMU,
        "height": (shape.height or 0) / _EMU,
        "alt": described.get("descr", ""),
    }
    if element.tag == qn("p:cxnSp"):
        return Box(
            kind=BoxKind.LINE,
            ends=(
                _end(element, "stCxn", shape.begin_x, shape.begin_y),
                _end(element, "endCxn", shape.end_x, shape.end_y),
            ),
            straight=_form(element) in ("line", "straightConnector1"),
            **given,
        )
    if element.tag == qn("p:pic"):
        return Box(kind=BoxKind.PICTURE, **given)
    if element.tag == qn("p:graphicFrame"):
        return Box(kind=BoxKind.TABLE, seen=True, **given)
    if not shape.has_text_frame:
        return Box(kind=BoxKind.TEXT, seen=_is_seen(element), **given)
    body = shape.text_frame._txBody
    properties = body.find(qn("a:bodyPr"))
    return Box(
        kind=BoxKind.TEXT,
        paragraphs=_paragraphs(body),
        insets=_insets(properties, _INSETS),
        anchor=properties.get("anchor", "t"),
        seen=_is_seen(element),
        **given,
    )


def _cells(shape: Any) -> Iterator[Box]:
    """The cells of a table, as wide and high as the columns and rows that they span."""
    table = shape.table
    widths = [column.width / _EMU for column in table.columns]
    heights = [row.height / _EMU for row in table.rows]
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            if cell.is_spanned:
                continue
            yield Box(
                id=shape.shape_id,
                name=f"{shape.name}, row {y + 1}, column {x + 1}",
                kind=BoxKind.CELL,
                left=shape.left / _EMU + sum(widths[:x]),
                top=shape.top / _EMU + sum(heights[:y]),
                width=sum(widths[x : x + cell.span_width]),
                height=sum(heights[y : y + cell.span_height]),
                paragraphs=_paragraphs(cell.text_frame._txBody),
                insets=_insets(cell._tc.tcPr, _CELL_INSETS),
                anchor=cell._tc.anchor or "t",
            )


def _insets(properties: Any, names: dict[str, int]) -> tuple[float, float, float, float]:
    found = [
        int((properties.get(name) if properties is not None else None) or default) / _EMU
        for name, default in names.items()
    ]
    return found[0], found[1], found[2], found[3]


def _form(element: Any) -> str:
    found = element.find(f".//{qn('a:prstGeom')}")
    return "" if found is None else found.get("prst", "")


def _is_seen(element: Any) -> bool:
    """Whether a shape has a colour or an outline of its own; one of the theme counts."""
    properties = element.find(qn("p:spPr"))
    if properties is None:
        return False
    line = properties.find(qn("a:ln"))
    lined = line is not None and line.find(qn("a:noFill")) is None and len(line) > 0
    filled = any(
        properties.find(qn(name)) is not None
        for name in ("a:solidFill", "a:gradFill", "a:pattFill")
    )
    return lined or filled or element.find(qn("p:style")) is not None


def _end(element: Any, tag: str, x: int, y: int) -> End:
    found = element.find(f".//{qn(f'a:{tag}')}")
    if found is None:
        return End(0, 0, x / _EMU, y / _EMU)
    return End(int(found.get("id")), int(found.get("idx")), x / _EMU, y / _EMU)


def _paragraphs(body: Any) -> tuple[Paragraph, ...]:
    return tuple(_paragraph(p) for p in body.findall(qn("a:p")))


def _paragraph(p: Any) -> Paragraph:
    properties = p.find(qn("a:pPr"))
    letters = tuple(_letters(r) for r in p if r.tag in (qn("a:r"), qn("a:fld"), qn("a:br")))
    if properties is None:
        return Paragraph(letters)
    return Paragraph(
        letters,
        leading=_points(properties, "a:lnSpc"),
        before=_points(properties, "a:spcBef"),
        indent=int(properties.get("marL", 0)) / _EMU,
        align=properties.get("algn", "l"),
    )


def _points(properties: Any, name: str) -> float:
    found = properties.find(f"{qn(name)}/{qn('a:spcPts')}")
    return 0.0 if found is None else int(found.get("val")) / 100


def _letters(r: Any) -> Letters:
    if r.tag == qn("a:br"):
        return Letters("\n")
    text = r.findtext(qn("a:t")) or ""
    looks = r.find(qn("a:rPr"))
    if looks is None:
        return Letters(text)
    font = looks.find(qn("a:ea"))
    return Letters(
        text,
        tuple(filter(None, (looks.get("lang"), looks.get("altLang")))),
        "" if font is None else font.get("typeface", ""),
        int(looks.get("sz", 0)) / 100,
        int(looks.get("baseline", 0)) > 0,
        looks.get("b") in ("1", "true"),
    )
