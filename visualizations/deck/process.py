"""Draws how something came about: a column of days joined by arrows, and beside each what there was on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, height_of
from visualizations.deck.canvas import Canvas, Line
from visualizations.deck.frame import Frame, Part, continued
from visualizations.deck.pack import Piece, in_chunks, packed
from visualizations.deck.sections import column_split, draw_column, sections_parts
from visualizations.deck.slides import (
    Abbreviation,
    Both,
    ProcessSlide,
    Said,
    Section,
    SectionsSlide,
    Step,
)
from visualizations.deck.text_frames import high, room_in
from visualizations.deck.words import BODY, NOTE, QUIET, Words, text_of, texts

_GUTTER = 130.0
_MARK = 122.0
_TAG = 84.0
_GAP = 8.0
_ARROW = 20.0
_STEP = 0.62
"""Share of a slide that a step takes at most before it is parted."""

_BESIDE = 0.36
_FILL, _TAG_FILL = "E3E9EF", "F3F6F8"
_LINE = Line("4A5A6A", 1.25)
_LOOKS = {"→": Line("4A5A6A", 2.0), "⇢": Line("4A5A6A", 2.0, "sysDash")}
_SIGNS = {"→": "deck.arrow_stated", "⇢": "deck.arrow_listed"}
_AT_ONCE = 0.4
"""Share of a slide that what followed takes in one piece."""


@dataclass(frozen=True)
class _Row:
    """A step, measured: what stands on its left and right, and how it is joined to the one before."""

    mark: tuple[Para, ...]
    mark_height: float
    text: tuple[Para, ...]
    text_height: float
    tag: tuple[Para, ...]
    said: tuple[Para, ...]
    said_height: float
    link: Said

    @property
    def height(self) -> float:
        return max(self.mark_height, self.text_height + self.said_height)


def process_parts(slide: ProcessSlide, frame: Frame) -> Iterator[Part]:
    """The sheets of a process.

    Args:
        slide: The process.
        frame: What is on every slide.
    """
    words, body = frame.words, frame.house.body
    width = body.width * (1 - _BESIDE) - 12 if slide.beside else body.width
    slide = _with_short_steps(slide, words, width - _GUTTER, body.height * _STEP)
    links = ("", *slide.links) if slide.steps else ()
    rows = [
        _row(step, words, width - _GUTTER, link)
        for step, link in zip(slide.steps, links, strict=True)
    ]
    pieces = [
        Piece(_piece_height(row, after, words), (_Told(step, row.link),), row)
        for row, after, step in zip(rows, (*rows[1:], None)[: len(rows)], slide.steps, strict=True)
    ]
    pieces += _since(slide, words, width, body.height * _AT_ONCE)
    rest = slide.beside

    def room_for(said: Iterable[Any]) -> float:
        notes = _notes(slide, said, words)
        room = frame.room((slide.title, said, notes, rest)).height
        return room - _notes_height(notes, words, width)

    groups = packed(pieces, room_for, _GAP) or [[]]
    for number, group in enumerate(groups):
        told = [piece.said for piece in group]
        notes = _notes(slide, told, words, first=not number)
        column = _column(frame.room((slide.title, told, notes, rest)))
        beside, rest = column_split(rest, words, column) if rest else ((), ())

        def draw(
            canvas: Canvas,
            area: Area,
            group: Sequence[Piece] = group,
            notes: tuple[Said, ...] = notes,
            beside: tuple[Section, ...] = beside,
        ) -> None:
            height = _notes_height(notes, words, width)
            _draw(canvas, Area(area.left, area.top, width, area.height - height), group, words)
            if notes:
                place = Area(area.left, area.bottom - height + _GAP, width, height - _GAP)
                canvas.box(place, _noted(notes, words), name="notes", anchor="bottom")
            if beside:
                draw_column(canvas, beside, words, _column(area))

        said = (slide.title, told, notes, beside)
        yield Part(continued(slide.title, number, words), said, draw)
    if rest:
        title = continued(slide.title, len(groups), words)
        yield from sections_parts(SectionsSlide(slide.key, title, slide.handling, rest), frame)


def _with_short_steps(slide: ProcessSlide, words: Words, width: float, most: float) -> ProcessSlide:
    """A process whose steps all fit on a slide: one that does not is told in several."""
    steps: list[Step] = []
    links: list[Said] = []
    for number, (step, link) in enumerate(zip(slide.steps, (*slide.links, ""), strict=False)):
        parts = list(_parted(step, words, width, most, number))
        steps += parts
        links += [*([""] * (len(parts) - 1)), link]
    return replace(slide, steps=tuple(steps), links=tuple(links[: max(0, len(steps) - 1)]))


def _parted(step: Step, words: Words, width: float, most: float, number: int) -> Iterator[Step]:
    step = replace(step, when=step.when or f"{number + 1}")
    parts = max(len(step.about), len(step.said))
    if _row(step, words, width, "").height <= most or parts < 2:
        yield step
        return
    about, said = len(step.about), len(step.said)
    if said > 1:
        first = replace(step, said=step.said[: said // 2])
        rest = replace(step, about=(), said=step.said[said // 2 :])
    else:
        first = replace(step, about=step.about[: about // 2], said=())
        rest = replace(step, about=step.about[about // 2 :])
    yield from _parted(first, words, width, most, number)
    heading = words.phrase("deck.continued", title=step.heading)
    yield from _parted(replace(rest, heading=heading), words, width, most, number)


def _column(area: Area) -> Area:
    width = area.width * _BESIDE
    return Area(area.right - width, area.top, width, area.height)


def _row(step: Step, words: Words, width: float, link: Said) -> _Row:
    mark = words.paras(step.when, 12, bold=True, align="ctr")
    text = list(words.paras(step.heading, BODY, bold=True))
    for line in step.about:
        text += words.paras(line, BODY, before=2)
    said: list[Para] = []
    bullet = "•" if len(step.said) > 1 else ""
    for line in step.said:
        said += words.paras(line, BODY, bullet=bullet, before=2)
    tag = words.paras(step.tag, BODY, bold=True, align="ctr") if step.said else ()
    said_width = width - (_TAG + 4 if tag else 0)
    said_height = 0.0
    if said:
        said_height = 4 + max(
            high(height_of(said, room_in(said_width))), high(height_of(tag, room_in(_TAG)))
        )
    return _Row(
        mark,
        high(height_of(mark, room_in(_MARK))) + 4,
        tuple(text),
        high(height_of(text, room_in(width))),
        tag,
        tuple(said),
        said_height,
        link,
    )


def _piece_height(row: _Row, after: _Row | None, words: Words) -> float:
    """Height of a step, with room for the arrow to the next one."""
    if after is None or not text_of(after.link):
        return row.height
    return max(row.height, row.mark_height + _arrow_height(after.link, words) - _GAP)


def _arrow_height(link: Said, words: Words) -> float:
    paras = _lag(link, words)
    return max(_ARROW, high(height_of(paras, 1e6)) + 4 if paras else 0)


def _lag(link: Said, words: Words) -> tuple[Para, ...]:
    """What stands beside an arrow: how long it took."""
    if isinstance(link, Both):
        lag: Said = Both(text_of(link.first)[1:].strip(), text_of(link.second)[1:].strip())
    else:
        lag = text_of(link)[1:].strip()
    return words.paras(lag, 10.5, colour=QUIET)


@dataclass(frozen=True)
class _Told:
    """What a step says, and how it is joined to the one before."""

    step: Step
    link: Said


def _since(slide: ProcessSlide, words: Words, width: float, most: float) -> Iterator[Piece]:
    """What followed, some lines at once, with its heading first."""
    if not slide.since:
        return
    lines = [words.paras(line, BODY, bullet="•", before=1) for line in slide.since]
    heights = [height_of(paras, room_in(width)) + 1 for paras in lines]
    for number, run in enumerate(in_chunks(heights, most)):
        heading = slide.since_heading if not number else ""
        flat = (*words.paras(heading, BODY, bold=True), *(p for paras in lines[run] for p in paras))
        yield Piece(high(height_of(flat, room_in(width))), (heading, slide.since[run]), flat)


def _notes(
    slide: ProcessSlide, said: Iterable[Any], words: Words, *, first: bool = True
) -> tuple[Said, ...]:
    """Notes of a sheet that says these things: the slide's on the first, what short forms stand for, what arrows mean."""
    told = list(said)
    here = "\n".join(texts(told))
    used = [one.stands_for for one in slide.abbreviations if _stands_in(one, here)]
    steps = [one for piece in told[1:] for one in piece if isinstance(one, _Told)]
    arrows = {text_of(step.link)[:1] for step in steps}
    signs = words.joined([name for sign, name in _SIGNS.items() if sign in arrows])
    notes = (*(slide.notes if first else ()), words.listed(used) if used else "", signs)
    return tuple(note for note in notes if text_of(note))


def _stands_in(abbreviation: Abbreviation, text: str) -> bool:
    """Whether a short form stands in a text, and not only within a longer one."""
    return any(
        re.search(rf"(?<![A-Za-z0-9]){re.escape(short)}(?![A-Za-z0-9])", text)
        for short in texts(abbreviation.short)
    )


def _noted(notes: Iterable[Said], words: Words) -> tuple[Para, ...]:
    return tuple(
        para
        for number, note in enumerate(notes)
        for para in words.paras(note, NOTE, before=1 if number else 0, colour=QUIET)
    )


def _notes_height(notes: Sequence[Said], words: Words, width: float) -> float:
    return high(height_of(_noted(notes, words), room_in(width))) + _GAP if notes else 0


def _draw(canvas: Canvas, area: Area, group: Sequence[Piece], words: Words) -> None:
    top, before = area.top, None
    for number, piece in enumerate(group):
        if not isinstance(piece.content, _Row):
            canvas.box(
                Area(area.left, top, area.width, piece.height),
                piece.content,
                name=f"since:{number}",
                anchor="top",
            )
            top += piece.height + _GAP
            continue
        row = piece.content
        mark = canvas.box(
            Area(area.left, top, _MARK, row.mark_height),
            row.mark,
            name=f"node:{number}",
            shape="rounded",
            fill=_FILL,
            line=_LINE,
        )
        right = Area(area.left + _GUTTER, top, area.width - _GUTTER, row.text_height)
        canvas.box(right, row.text, name=f"step:{number}", anchor="top")
        if row.said:
            below = Area(right.left, right.bottom + 4, right.width, row.said_height - 4)
            if row.tag:
                tag = Area(below.left, below.top, _TAG, below.height)
                canvas.box(tag, row.tag, name=f"tag:{number}", fill=_FILL)
                below = Area(tag.right + 4, below.top, below.width - _TAG - 4, below.height)
            canvas.box(below, row.said, name=f"said:{number}", fill=_TAG_FILL, anchor="top")
        sign = text_of(row.link)[:1]
        if before is not None and sign in _LOOKS:
            canvas.join(
                before, mark, _LOOKS[sign], name=f"link:{number}", arrow=True, alt=text_of(row.link)
            )
            if lag := _lag(row.link, words):
                height = high(height_of(lag, 1e6))
                middle = (before.top.pt + before.height.pt + top) / 2
                place = Area(area.left + _MARK / 2 + 5, middle - height / 2, _MARK / 2, height)
                canvas.box(place, lag, name=f"lag:{number}")
        before = mark
        top += piece.height + _GAP
