"""Draws a table as a native table of the office program; one that is too long goes on on the next slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, height_of, widest_word
from visualizations.deck.canvas import Canvas, Line
from visualizations.deck.frame import Frame, Part, continued
from visualizations.deck.pack import Piece, packed
from visualizations.deck.slides import Cell, TableSlide
from visualizations.deck.text_frames import high, room_in
from visualizations.deck.words import BODY, NOTE, Words, text_of

_SIZES = (BODY, 13.0, 12.0, 11.0, 10.5)
"""Sizes of letters that are tried: the first with which every row fits on a slide."""

_HEADING_FILL = "E3E9EF"
_LINE = Line("7C8894", 0.75)
_GAP = 6.0
_LEAST_SHARE = 0.06


def table_parts(slide: TableSlide, frame: Frame) -> Iterator[Part]:
    """The sheets of a table.

    Args:
        slide: The table.
        frame: What is on every slide.
    """
    words = frame.words
    room = frame.room((slide.title,))
    tail = _tail(slide, words)
    tail_height = high(height_of(tail, room_in(room.width))) + _GAP if tail else 0
    size, widths = _sized(slide, words, room.width, room.height)
    heading = [words.paras(text, size, bold=True) for text in slide.headings]
    heading_height = _height(heading, widths)
    pieces = [
        Piece(_height(cells, widths), tuple(row), cells)
        for row in slide.rows
        for cells in [[_cell(cell, words, size) for cell in row]]
    ]
    below = (slide.policy_heading, slide.policy, slide.notes)

    def room_for(said: object) -> float:
        return frame.room((slide.title, slide.headings, said)).height - heading_height

    groups = packed(pieces, room_for) or [[]]

    def fits(group: Sequence[Piece]) -> bool:
        used = sum(piece.height for piece in group)
        return used + tail_height <= room_for(([piece.said for piece in group], below))

    if tail and not fits(groups[-1]) and len(groups[-1]) > 1 and fits(groups[-1][-1:]):
        groups = [*groups[:-1], groups[-1][:-1], groups[-1][-1:]]
    apart = bool(tail) and not fits(groups[-1])
    for number, group in enumerate(groups):
        with_tail = tail if number == len(groups) - 1 and not apart else ()
        rows = [(heading_height, heading), *((p.height, p.content) for p in group)]
        said = (
            slide.title,
            slide.headings,
            [piece.said for piece in group],
            below if with_tail else (),
        )

        def draw(
            canvas: Canvas,
            area: Area,
            rows: Sequence[tuple[float, Sequence[Sequence[Para]]]] = rows,
            with_tail: Sequence[Para] = with_tail,
        ) -> None:
            place = area.above(sum(height for height, _ in rows))
            canvas.table(
                place,
                widths,
                rows,
                name=f"table:{slide.key}",
                alt=text_of(slide.title),
                heading_fill=_HEADING_FILL,
                line=_LINE,
            )
            if with_tail:
                notes = Area(area.left, place.bottom + _GAP, area.width, tail_height - _GAP)
                canvas.box(notes, with_tail, name="notes", anchor="top")

        yield Part(continued(slide.title, number, words), said, draw)
    if apart:
        yield _tail_part(slide, tail, below, words)


def _tail_part(
    slide: TableSlide, tail: tuple[Para, ...], below: tuple[object, ...], words: Words
) -> Part:
    """What stands below a table, on a slide of its own."""

    def draw(canvas: Canvas, area: Area) -> None:
        height = high(height_of(tail, room_in(area.width)))
        canvas.box(area.above(height), tail, name="notes", anchor="top")

    return Part(continued(slide.title, 1, words), (slide.title, below), draw)


def _cell(cell: Cell, words: Words, size: float) -> tuple[Para, ...]:
    return tuple(
        para
        for number, said in enumerate(cell)
        for para in words.paras(said, size, before=2 if number else 0)
    )


def _tail(slide: TableSlide, words: Words) -> tuple[Para, ...]:
    """What stands below the table."""
    paras: list[Para] = []
    if slide.policy:
        paras += words.paras(slide.policy_heading, BODY, bold=True)
        for said in slide.policy:
            paras += words.paras(said, BODY, bullet="•")
    for number, note in enumerate(slide.notes):
        paras += words.paras(note, NOTE + 0.5, before=4 if not number else 1)
    return tuple(paras)


def _height(cells: Sequence[Sequence[Para]], widths: Sequence[float]) -> float:
    return max(
        (
            high(height_of(paras, room_in(width)))
            for paras, width in zip(cells, widths, strict=True)
        ),
        default=high(BODY),
    )


def _sized(
    slide: TableSlide, words: Words, width: float, height: float
) -> tuple[float, tuple[float, ...]]:
    """Size of the letters, and widths of the columns."""
    found: tuple[float, tuple[float, ...]] = (0, ())
    for size in _SIZES:
        widths = tuple(share * width for share in slide.widths) or _shares(
            slide, words, width, size
        )
        found = size, widths
        heading = _height([words.paras(text, size) for text in slide.headings], widths)
        highest = max(
            (_height([_cell(cell, words, size) for cell in row], widths) for row in slide.rows),
            default=0,
        )
        if heading + highest <= height * 0.8:
            break
    return found


def _shares(slide: TableSlide, words: Words, width: float, size: float) -> tuple[float, ...]:
    """Widths by what stands in the columns: none narrower than its longest word, the rest by how much there is."""
    columns: list[list[Para]] = [
        list(words.paras(text, size, bold=True)) for text in slide.headings
    ]
    for row in slide.rows:
        for column, cell in zip(columns, row, strict=True):
            column.extend(_cell(cell, words, size))
    least = [
        max(width * _LEAST_SHARE, min(widest_word(column) * 1.1 + 10, width * 0.3))
        for column in columns
    ]
    weights = [sqrt(sum(len(para.text) for para in column) + 1) for column in columns]
    spare = max(0.0, width - sum(least))
    widths = [
        low + spare * weight / sum(weights) for low, weight in zip(least, weights, strict=True)
    ]
    return tuple(one * width / sum(widths) for one in widths)
