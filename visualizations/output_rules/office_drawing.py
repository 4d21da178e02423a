"""Rules of what is drawn on slides: lines that hold, boxes that stand apart, text that stays in them (41 to 45)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from visualizations.output_rules.office import Box, BoxKind, Sheet
from visualizations.output_rules.office_fit import Extent, text_extent, text_height
from visualizations.output_rules.passage import Produced, Rule

_LEAST = 1.0
"""Points by which boxes may meet, and lines may miss the side that they are glued to: what rounding makes."""

_ROOM = 2.0
"""Points by which text may be higher than its box: no two programs set lines alike."""


def _unglued(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        boxes = {box.id: box for box in sheet.boxes if box.kind is not BoxKind.LINE}
        for line in _lines(sheet):
            assert line.ends
            for end in line.ends:
                box = boxes.get(end.box)
                if box is None or _distance(box, end.site, end.x, end.y) > _LEAST:
                    yield sheet.place(line), box.name if box else "―"


def _distance(box: Box, site: int, x: float, y: float) -> float:
    """How far a place is from the middle of a side of a box; sites other than its four sides are no place to hold."""
    if site not in range(4):
        return float("inf")
    at = (
        (box.left + box.width / 2, box.top),
        (box.left, box.top + box.height / 2),
        (box.left + box.width / 2, box.top + box.height),
        (box.left + box.width, box.top + box.height / 2),
    )[site]
    return max(abs(at[0] - x), abs(at[1] - y))


def _before(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        order = {box.id: number for number, box in enumerate(sheet.boxes)}
        for line in _lines(sheet):
            assert line.ends
            held = [order[end.box] for end in line.ends if end.box in order]
            if not line.straight or any(order[line.id] > number for number in held):
                yield sheet.place(line), line.alt or line.name


def _overlapping(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        standing = [
            box
            for box in sheet.boxes
            if box.kind in (BoxKind.TABLE, BoxKind.PICTURE)
            or (box.kind is BoxKind.TEXT and box.text)
        ]
        for one, other in combinations(standing, 2):
            if _taken(one).meets(_taken(other), _LEAST) and not _framed(one, other):
                yield sheet.place(one), other.name


def _taken(box: Box) -> Extent:
    """What a box takes: all of it where it is seen, else its text."""
    whole = Extent.of(box)
    return whole if box.seen or box.kind is not BoxKind.TEXT else text_extent(box)


def _framed(one: Box, other: Box) -> bool:
    """Whether one box is a frame around the other, and its own text stands clear of it."""
    outer, inner = (
        (one, other) if one.width * one.height > other.width * other.height else (other, one)
    )
    if outer.kind is not BoxKind.TEXT or not Extent.of(outer).holds(Extent.of(inner), _LEAST):
        return False
    return not text_extent(outer).meets(_taken(inner), _LEAST)


def _outside(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        whole = Extent(0, 0, sheet.width, sheet.height)
        for box in sheet.boxes:
            if box.kind is not BoxKind.CELL and not whole.holds(Extent.of(box), _LEAST):
                yield sheet.place(box), box.text[:40] or "―"


def _spilling(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        for box in sheet.boxes:
            if box.text and text_height(box) > box.height + _ROOM:
                yield sheet.place(box), box.text[:40]


def _lines(sheet: Sheet) -> Iterator[Box]:
    return (box for box in sheet.boxes if box.ends)


DRAWING = (
    Rule(
        41,
        "線の両端は、そのスライドの図形に接続する。",
        "Every line is glued at both ends to boxes of its slide.",
        find_in_file=_unglued,
        kinds=("pptx",),
    ),
    Rule(
        42,
        "線は直線とし、図形の背後に置く。",
        "Lines are straight, and stand behind the boxes that they join.",
        find_in_file=_before,
        kinds=("pptx",),
    ),
    Rule(
        43,
        "図形と図形、文字と文字を重ねない。",
        "No two boxes overlap, save a frame and what stands in it.",
        find_in_file=_overlapping,
        kinds=("pptx",),
    ),
    Rule(
        44,
        "スライドの外に何も置かない。",
        "Nothing stands outside of the slide.",
        find_in_file=_outside,
        kinds=("pptx",),
    ),
    Rule(
        45,
        "文字を図形からはみ出させない。",
        "No text is higher than its box.",
        find_in_file=_spilling,
        kinds=("pptx",),
    ),
)
"""The rules of what is drawn."""
