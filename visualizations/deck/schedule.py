"""Draws a schedule: months from left to right, a lane for each side, and a mark at the days of each thing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphmodel.dates import PartialDate
from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, height_of, width_of
from visualizations.deck.canvas import Canvas, Line
from visualizations.deck.frame import Frame, Part, continued
from visualizations.deck.pack import Piece, packed, rejoined
from visualizations.deck.slides import Bar, BarLook, Both, Lane, Said, ScheduleSlide
from visualizations.deck.text_frames import high, room_in
from visualizations.deck.words import BODY, NOTE, QUIET, Words

_NAME = 96.0
_HEAD = 40.0
_BAR = 12.0
_LEAST = 10.0
_ROW_GAP = 5.0
_TEXT = 250.0

_FILL, _SHADE = "E3E9EF", "F6F8FA"
_SIZE = 12.0
_LOOKS = {
    BarLook.DONE: ("4A5A6A", Line("4A5A6A", 1.25)),
    BarLook.PLANNED: ("FFFFFF", Line("4A5A6A", 1.5)),
    BarLook.EXPECTED: ("FFFFFF", Line("4A5A6A", 1.5, "dash")),
}
_SIGNS = {look: f"deck.bar_{look.value}" for look in BarLook}


@dataclass(frozen=True)
class _Placed:
    """A bar with its text, measured; places are shares of the width of the months."""

    bar: Bar
    left: float
    right: float
    paras: tuple[Para, ...]
    width: float
    height: float


class _Months:
    """The months of a schedule, and where a day lies in them."""

    def __init__(self, first: str, last: str) -> None:
        year, month = map(int, first.split("-"))
        self.names: list[str] = []
        while f"{year:04}-{month:02}" <= last:
            self.names.append(f"{year:04}-{month:02}")
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        self._start = date.fromisoformat(f"{self.names[0]}-01").toordinal()
        self._end = date.fromisoformat(f"{year:04}-{month:02}-01").toordinal()

    def place(self, day: str, *, after: bool = False) -> float:
        """Share of the width at which a day begins, or ends."""
        number = date.fromisoformat(day).toordinal() + int(after) - self._start
        return min(1.0, max(0.0, number / (self._end - self._start)))


def schedule_parts(slide: ScheduleSlide, frame: Frame) -> Iterator[Part]:
    """The sheets of a schedule.

    Args:
        slide: The schedule.
        frame: What is on every slide.
    """
    words, body = frame.words, frame.house.body
    months = _Months(slide.first, slide.last)
    span = body.width - _NAME - _ROW_GAP
    nothing = words.paras(words.phrase("common.none_held"), _SIZE, colour=QUIET)
    pieces = [
        piece
        for number, lane in enumerate(slide.lanes)
        for piece in _pieces(number, lane, months, words, span, nothing)
    ]
    notes = _notes(slide, words)
    notes_height = high(height_of(notes, room_in(body.width))) + _ROW_GAP if notes else 0

    def room_for(said: object) -> float:
        return frame.room((slide.title, said, slide.notes)).height - notes_height - _HEAD

    groups = packed(pieces, room_for, _ROW_GAP) or [[]]
    for number, group in enumerate([rejoined(group, _ROW_GAP, _as_one) for group in groups]):

        def draw(
            canvas: Canvas, area: Area, group: Sequence[Piece] = group, number: int = number
        ) -> None:
            _draw_months(canvas, area, months, words, sum(p.height + _ROW_GAP for p in group))
            top = area.top + _HEAD
            for index, piece in enumerate(group):
                lane = Area(area.left, top, area.width, piece.height)
                _draw_lane(canvas, lane, piece, f"{number}.{index}", nothing)
                top += piece.height + _ROW_GAP
            if notes:
                place = Area(
                    area.left,
                    area.bottom - notes_height + _ROW_GAP,
                    area.width,
                    notes_height - _ROW_GAP,
                )
                canvas.box(place, notes, name="notes", anchor="bottom")

        said = (slide.title, [piece.said for piece in group], slide.notes)
        yield Part(continued(slide.title, number, words), said, draw)


def _notes(slide: ScheduleSlide, words: Words) -> tuple[Para, ...]:
    looks = {bar.look for lane in slide.lanes for bar in lane.bars}
    paras = list(
        words.paras(
            words.joined([_SIGNS[look] for look in BarLook if look in looks]), NOTE, colour=QUIET
        )
    )
    for note in slide.notes:
        paras += words.paras(note, NOTE, before=1 if paras else 0, colour=QUIET)
    return tuple(paras)


def _as_one(contents: Sequence[Any]) -> Any:
    """A lane with the rows of several pieces of it."""
    return contents[0][0], [row for _, rows in contents for row in rows]


def _pieces(
    of: int,
    lane: Lane,
    months: _Months,
    words: Words,
    span: float,
    nothing: Sequence[Para],
) -> Iterator[Piece]:
    """A lane as rows of bars, each of which may go on on the next slide."""
    name = words.paras(lane.name, BODY, bold=True, align="ctr")
    least = max(high(height_of(name, room_in(_NAME))), high(height_of(nothing, span)))
    rows: list[list[_Placed]] = []
    for bar in sorted(lane.bars, key=lambda bar: (bar.first, bar.last)):
        placed = _placed(bar, months, words, span)
        row = next((row for row in rows if _free(row, placed, span)), None)
        if row is None:
            rows.append([placed])
        else:
            row.append(placed)
    for row in rows or [[]]:
        height = max((one.height for one in row), default=0)
        said = (lane.name, [one.bar.said for one in row])
        yield Piece(max(least, height), said, (name, [row] if row else []), of=of)


def _placed(bar: Bar, months: _Months, words: Words, span: float) -> _Placed:
    left, right = months.place(bar.first), months.place(bar.last, after=True)
    right = max(right, left + _LEAST / span)
    paras = words.paras(bar.said, _SIZE)
    longest = max(width_of(para.text, para.size) for para in paras) * 1.04 + 10
    width = min(_TEXT, longest)
    return _Placed(bar, left, right, paras, width, high(height_of(paras, room_in(width))))


def _text_left(one: _Placed, span: float) -> float:
    """Where the text of a bar begins: right of it, or left of it where there is no room."""
    right = one.right * span + 3
    return right if right + one.width <= span else one.left * span - 3 - one.width


def _ends(one: _Placed, span: float) -> tuple[float, float]:
    left = _text_left(one, span)
    return min(left, one.left * span), max(left + one.width, one.right * span)


def _free(row: Sequence[_Placed], new: _Placed, span: float) -> bool:
    left, right = _ends(new, span)
    return all(right + 4 <= a or b + 4 <= left for a, b in (_ends(one, span) for one in row))


def _draw_months(canvas: Canvas, area: Area, months: _Months, words: Words, height: float) -> None:
    """The months above, and a shade behind every other one."""
    left = area.left + _NAME + _ROW_GAP
    width = area.right - left
    for number, name in enumerate(months.names):
        start = months.place(f"{name}-01") * width
        end = (
            months.place(f"{months.names[number + 1]}-01")
            if number + 1 < len(months.names)
            else 1.0
        ) * width
        column = Area(left + start, area.top + _HEAD, end - start, height - _ROW_GAP)
        if number % 2 == 0:
            canvas.box(column, name=f"shade:{name}", fill=_SHADE)
        box = Area(column.left, area.top, column.width, _HEAD - _ROW_GAP)
        paras = _month(name, words, number == 0 or name.endswith("-01"), box.width)
        canvas.box(box, paras, name=f"month:{name}", fill=_FILL, line=Line("FFFFFF", 1.0))


def _month(name: str, words: Words, with_year: bool, width: float) -> tuple[Para, ...]:
    year, month = name.split("-")
    full = PartialDate.parse(name)
    lang = words.langs[0]
    text = full.label(lang)
    if lang == "ja":
        texts = [f"{year}年", f"{int(month)}月"] if with_year else [f"{int(month)}月"]
    else:
        short = text.split()[0][:3]
        texts = [short, year] if with_year else [short]
    if width < 30:
        texts = [f"{int(month)}"]
    return tuple(para for t in texts for para in words.paras(t, 10.5, bold=True, align="ctr"))


def _draw_lane(canvas: Canvas, area: Area, piece: Piece, key: str, nothing: Sequence[Para]) -> None:
    name, rows = piece.content
    canvas.box(Area(area.left, area.top, _NAME, area.height), name, name=f"lane:{key}", fill=_FILL)
    left, span = area.left + _NAME + _ROW_GAP, area.width - _NAME - _ROW_GAP
    if not rows:
        none = Area(left, area.top, span, area.height)
        canvas.box(none, nothing, name=f"none:{key}")
    top = area.top
    for index, row in enumerate(rows):
        height = max(one.height for one in row)
        for number, one in enumerate(row):
            fill, line = _LOOKS[one.bar.look]
            first = one.paras[0].size * 1.26 + 4
            bar = Area(
                left + one.left * span,
                top + (first - _BAR) / 2,
                (one.right - one.left) * span,
                _BAR,
            )
            canvas.box(
                bar,
                name=f"bar:{key}.{index}.{number}",
                fill=fill,
                line=line,
                alt=_told(one.bar.said),
            )
            text = Area(left + _text_left(one, span), top, one.width, one.height)
            canvas.box(text, one.paras, name=f"label:{key}.{index}.{number}", anchor="top")
        top += height + _ROW_GAP


def _told(said: Said) -> str:
    if isinstance(said, Both):
        said = said.first
    return said if isinstance(said, str) else said.text
