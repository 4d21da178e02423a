"""What must hold on every slide, read from the file itself: what a test of slides asks for."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from visualizations.briefing.measure import LEADING, Para, Run, height_of

_CLOSE = 1.0
"""Points by which things may miss one another."""

_INSET_Y = 2.0
_BACKGROUND = ("shade:", "rule", "bar:")


def faults(content: bytes) -> list[str]:
    """What is wrong on the slides of a deck; nothing if all is as it should be.

    Args:
        content: The file.
    """
    presentation = Presentation(io.BytesIO(content))
    size = presentation.slide_width.pt, presentation.slide_height.pt
    slides = list(presentation.slides)
    listed = set(_numbers_listed(slides))
    found = []
    for number, slide in enumerate(slides, start=1):
        for fault in (
            *_lines(slide),
            *_overlaps(slide),
            *_outside(slide, size),
            *_too_full(slide),
            *_letters(slide),
            *_footnotes(slide, listed),
            *_marks(slide),
        ):
            found.append(f"slide {number}: {fault}")
    return found


def texts(content: bytes) -> list[str]:
    """The text of each slide, shape by shape in the order in which it is read.

    Args:
        content: The file.
    """
    slides = Presentation(io.BytesIO(content)).slides
    return ["\n".join(_text(body) for _, body, _ in _bodies(slide)) for slide in slides]


def _lines(slide: Any) -> Iterator[str]:
    """Lines are glued at both ends, straight, and behind the boxes."""
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    order = [shape.shape_id for shape in slide.shapes]
    boxes = [order.index(s.shape_id) for s in slide.shapes if s.name.startswith("node:")]
    for shape in slide.shapes:
        if shape._element.tag != qn("p:cxnSp"):
            continue
        ends = [next(shape._element.iter(qn(f"a:{name}")), None) for name in ("stCxn", "endCxn")]
        for end, x, y in zip(
            ends, (shape.begin_x, shape.end_x), (shape.begin_y, shape.end_y), strict=True
        ):
            if end is None or int(end.get("id")) not in shapes:
                yield f"{shape.name} is not glued"
                continue
            box = shapes[int(end.get("id"))]
            sites = [
                (box.left + box.width / 2, box.top), (box.left, box.top + box.height / 2),
                (box.left + box.width / 2, box.top + box.height), (box.left + box.width, box.top + box.height / 2),
            ]  # fmt: skip
            at = sites[int(end.get("idx"))]
            if max(abs(at[0] - x), abs(at[1] - y)) > _CLOSE * 12700:
                yield f"{shape.name} does not end at the side that it is glued to"
        if shape._element.find(f".//{qn('a:prstGeom')}").get("prst") != "line":
            yield f"{shape.name} is not straight"
        if boxes and order.index(shape.shape_id) > min(boxes):
            yield f"{shape.name} lies over a box"


def _overlaps(slide: Any) -> Iterator[str]:
    """Nothing that carries text lies over another such thing."""
    carrying = [
        (shape.name, area)
        for shape, area in _areas(slide)
        if not shape.name.startswith(_BACKGROUND) and (shape.has_text_frame or shape.has_table)
    ]
    for (one, a), (other, b) in combinations(carrying, 2):
        if (
            min(a[2], b[2]) - max(a[0], b[0]) > _CLOSE
            and min(a[3], b[3]) - max(a[1], b[1]) > _CLOSE
        ):
            yield f"{one} and {other} overlap"


def _outside(slide: Any, size: tuple[float, float]) -> Iterator[str]:
    for shape, (left, top, right, bottom) in _areas(slide):
        if min(left, top) < -_CLOSE or right > size[0] + _CLOSE or bottom > size[1] + _CLOSE:
            yield f"{shape.name} lies outside of the slide"


def _areas(slide: Any) -> Iterator[tuple[Any, tuple[float, float, float, float]]]:
    for shape in slide.shapes:
        if shape._element.tag != qn("p:cxnSp"):
            left, top = shape.left.pt, shape.top.pt
            yield shape, (left, top, left + shape.width.pt, top + shape.height.pt)


def _too_full(slide: Any) -> Iterator[str]:
    """Text stands within its box, or its cell."""
    for name, body, (width, height) in _bodies(slide):
        if not _text(body):
            continue
        needed = height_of(_paras(body), width - 8) + 2 * _INSET_Y
        if needed > height + _CLOSE:
            yield f"{name} is {needed:.0f} points of text in {height:.0f}: {_text(body)[:40]}"


def _letters(slide: Any) -> Iterator[str]:
    """Every run names its fonts and its language, and is large enough to be read."""
    for name, body, _ in _bodies(slide):
        for run in body.iter(qn("a:r")):
            properties = run.find(qn("a:rPr"))
            text = run.find(qn("a:t")).text or ""
            if properties is None or properties.find(qn("a:ea")) is None:
                yield f"{name} has no East Asian font: {text[:30]}"
                continue
            if properties.get("lang") not in ("ja-JP", "en-GB"):
                yield f"{name} has no language: {text[:30]}"
            if int(properties.get("sz")) < 1000:
                yield f"{name} is smaller than 10 points: {text[:30]}"
            colour = properties.find(f".//{qn('a:srgbClr')}")
            if colour is not None and _is_red(colour.get("val")):
                yield f"{name} is red: {text[:30]}"


def _is_red(colour: str) -> bool:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return red > 150 and green < 90 and blue < 90


def _footnotes(slide: Any, listed: set[int]) -> Iterator[str]:
    """Every raised number is in the list of sources at the end, and no raised number is missing from the foot."""
    raised: set[int] = set()
    foot = ""
    for name, body, _ in _bodies(slide):
        foot += _text(body) if name == "footnotes" else ""
        for run in body.iter(qn("a:r")):
            if run.find(qn("a:rPr")).get("baseline"):
                raised |= {int(number) for number in re.findall(r"\d+", run.find(qn("a:t")).text)}
    for number in sorted(raised - listed):
        yield f"{number}) is not in the list of sources"
    here = {int(number) for number in re.findall(r"(?<!\d)(\d+)\)", foot)}
    for first, last in re.findall(r"(\d+)\)–(\d+)\)", foot):
        here |= set(range(int(first), int(last)))
    for number in sorted(raised - here):
        yield f"{number}) is not at the foot of the slide"


def _numbers_listed(slides: list[Any]) -> Iterator[int]:
    for slide in slides:
        for name, body, _ in _bodies(slide):
            if name == "sources":
                yield from (int(n) for n in re.findall(r"^(\d+)\) ", _text(body), re.MULTILINE))


def _marks(slide: Any) -> Iterator[str]:
    """The handling mark, the line at the foot, and the notes page."""
    names = {shape.name for shape in slide.shapes}
    for name in ("title", "mark", "foot", "page"):
        if name not in names:
            yield f"there is no {name}"
    if not slide.has_notes_slide:
        yield "there is no notes page"


def _bodies(slide: Any) -> Iterator[tuple[str, Any, tuple[float, float]]]:
    """What holds text: its name, its element, and its width and height."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.name, shape.text_frame._txBody, (shape.width.pt, shape.height.pt)
        elif shape.has_table:
            widths = [column.width.pt for column in shape.table.columns]
            for row in shape.table.rows:
                for cell, width in zip(row.cells, widths, strict=True):
                    yield shape.name, cell.text_frame._txBody, (width, row.height.pt)


def _paras(body: Any) -> list[Para]:
    found = []
    for para in body.iter(qn("a:p")):
        properties = para.find(qn("a:pPr"))
        before = int(properties.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}").get("val")) / 100
        bullet = "•" if properties.find(qn("a:buChar")) is not None else ""
        runs = []
        for run in para.iter(qn("a:r")):
            look = run.find(qn("a:rPr"))
            size = int(look.get("sz")) / 100
            runs.append(
                Run(run.find(qn("a:t")).text or "", "ja", size, raised=bool(look.get("baseline")))
            )
        spacing = int(properties.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}").get("val")) / 100
        made = Para(tuple(runs), bullet, before)
        assert not runs or abs(spacing - made.size * LEADING) < 0.1
        found.append(made)
    return found


def _text(body: Any) -> str:
    paras = ("".join(t.text or "" for t in para.iter(qn("a:t"))) for para in body.iter(qn("a:p")))
    return unicodedata.normalize("NFC", "\n".join(paras))
