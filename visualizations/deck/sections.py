"""Draws headings with lines under them: one below the other over the whole width, or in a column beside a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, height_of
from visualizations.deck.canvas import Canvas
from visualizations.deck.frame import Frame, Part, continued
from visualizations.deck.pack import Piece, in_chunks, packed, rejoined
from visualizations.deck.slides import Section, SectionsSlide
from visualizations.deck.text_frames import high, room_in
from visualizations.deck.words import BODY, NOTE, Words

_FILL = "E3E9EF"
_HEADING_SHARE = 0.17
_GAP = 6.0
_AT_ONCE = 0.5
"""Share of a slide that lines take together at most before they may be parted."""


def sections_parts(slide: SectionsSlide, frame: Frame) -> Iterator[Part]:
    """The sheets of sections.

    Args:
        slide: The sections.
        frame: What is on every slide.
    """
    words = frame.words
    body = frame.house.body
    heading_width = round(body.width * _HEADING_SHARE)
    width = body.width - heading_width - _GAP
    pieces = [
        piece
        for number, section in enumerate(slide.sections)
        for piece in _pieces(number, section, words, heading_width, width, body.height * _AT_ONCE)
    ]
    notes = tuple(
        para
        for number, note in enumerate(slide.notes)
        for para in words.paras(note, NOTE + 0.5, before=1 if number else 0)
    )
    notes_height = high(height_of(notes, room_in(body.width))) + _GAP if notes else 0

    def room_for(said: object) -> float:
        return frame.room((slide.title, said, slide.notes)).height - notes_height

    groups = packed(pieces, room_for, _GAP) or [[]]
    for number, group in enumerate([rejoined(group, _GAP, _as_one) for group in groups]):

        def draw(canvas: Canvas, area: Area, group: Sequence[Piece] = group) -> None:
            top = area.top
            for index, piece in enumerate(group):
                heading, lines = piece.content
                left = Area(area.left, top, heading_width, piece.height)
                canvas.box(left, heading, name=f"heading:{index}", fill=_FILL, anchor="top")
                right = Area(left.right + _GAP, top, width, piece.height)
                canvas.box(right, lines, name=f"lines:{index}", anchor="top")
                top += piece.height + _GAP
            if notes:
                place = Area(
                    area.left, area.bottom - notes_height + _GAP, area.width, notes_height - _GAP
                )
                canvas.box(place, notes, name="notes", anchor="bottom")

        said = (slide.title, [piece.said for piece in group], slide.notes)
        yield Part(continued(slide.title, number, words), said, draw)


def _as_one(contents: Sequence[Any]) -> Any:
    """A heading with the lines of several pieces of a section."""
    return contents[0][0], tuple(para for _, lines in contents for para in lines)


def _pieces(
    of: int, section: Section, words: Words, heading_width: float, width: float, most: float
) -> Iterator[Piece]:
    """A section in pieces of some lines each, so that one that is too long goes on on the next slide."""
    bullet = "•" if len(section.lines) > 1 else ""
    lines = [words.paras(line, BODY, bullet=bullet, before=2) for line in section.lines]
    heights = [height_of(paras, room_in(width)) + 2 for paras in lines]
    for number, run in enumerate(in_chunks(heights, most)):
        title = section.heading
        if number:
            title = words.phrase("deck.continued", title=title)
        heading = words.paras(title, BODY, bold=True)
        flat = tuple(para for paras in lines[run] for para in paras)
        height = max(
            high(height_of(heading, room_in(heading_width))), high(height_of(flat, room_in(width)))
        )
        yield Piece(height, (title, section.lines[run]), (heading, flat), of=of)


def column_split(
    sections: Sequence[Section], words: Words, area: Area
) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Sections that fit into a column, and those that need a slide of their own.

    Args:
        sections: The sections.
        words: The words.
        area: The column.
    """
    shown: Sequence[Section] = ()
    for shown in (sections, [_run_on(section, words) for section in sections]):
        if _column_height(shown, words, area.width) <= area.height:
            return tuple(shown), ()
    count = len(shown)
    while count and _column_height(shown[:count], words, area.width) > area.height:
        count -= 1
    return tuple(shown[:count]), tuple(sections[count:])


def _run_on(section: Section, words: Words) -> Section:
    """A section with its lines in one, if they may stand so."""
    if not section.run_on or len(section.lines) < 2:
        return section
    return replace(section, lines=(words.listed(section.lines),))


def draw_column(canvas: Canvas, sections: Sequence[Section], words: Words, area: Area) -> None:
    """Draw sections in a column, which they fit into.

    Args:
        canvas: The slide.
        sections: The sections.
        words: The words.
        area: The column.
    """
    paras = _column_paras(sections, words)
    height = high(height_of(paras, room_in(area.width)))
    canvas.box(area.above(height), paras, name="beside", fill="F3F6F8", anchor="top")


def _column_height(sections: Sequence[Section], words: Words, width: float) -> float:
    return high(height_of(_column_paras(sections, words), room_in(width)))


def _column_paras(sections: Sequence[Section], words: Words) -> tuple[Para, ...]:
    paras: list[Para] = []
    for number, section in enumerate(sections):
        paras += words.paras(section.heading, BODY, bold=True, before=8 if number else 0)
        for line in section.lines:
            paras += words.paras(line, BODY, bullet="•", before=2)
    return tuple(paras)
