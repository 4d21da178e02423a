"""Rows in time: names and dates to the left, marks on a line of time to the right, and what led to what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graphmodel.dates import FAR_FUTURE, FAR_PAST
from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import RECORD, Footnotes
from visualizations.pictures.canvas import Point
from visualizations.pictures.files import Picture
from visualizations.pictures.marks import MARK, Link, Row, draw_link, draw_mark, legend_of
from visualizations.pictures.page import Around, Page
from visualizations.pictures.setting import NOTE, PAPER, RULE, SOFT, Said, Setting, Text

_PAD = 2.5
_LOOSEST = 18.0
_NAME = 11.0
_HEAD = 16.0
_TICK = 50.0
_GUTTER = 12.0
_NAMES, _DATES = 0.37, 0.165
"""Shares of the width that names and dates take."""


@dataclass(frozen=True)
class Told:
    """What is said around rows, once it is known which of them are shown.

    Attributes:
        title: One sentence that says what is found.
        scope: What was counted.
        notes: What is to be known besides.
        more: Where the rest of the sources is, as a line for a shell.
    """

    title: Said
    scope: Said
    notes: Sequence[Said] = ()
    more: str = ""


def supported(setting: Setting, rows: Sequence[Row]) -> tuple[list[Row], int]:
    """Rows without those that rest on press or secondary sources alone, and how many those are."""
    notes = Footnotes(setting.store, setting.imprint.phrases, setting.imprint.coverage)
    notes.stands([source for row in rows for source in row.sources])
    kept = [row for row in rows if notes.stands(row.sources)]
    return kept, len(rows) - len(kept)


def draw_rows(
    setting: Setting,
    rows: Sequence[Row],
    links: Sequence[Link],
    tell: Callable[[Sequence[Row]], Told],
    *,
    unsupported: int = 0,
    extent: tuple[str, str] = ("", ""),
    soonest: bool = False,
) -> Picture:
    """Draw rows in time: as many as find room, those first to go that are oldest and that no link holds.

    Args:
        setting: What it is drawn for.
        rows: The rows, in the order in which they stand.
        links: What led to what.
        tell: Says what stands around, given all rows.
        unsupported: Rows that were left out for their sources.
        extent: First and last day of the line of time, ISO; as far as the rows go where empty.
        soonest: Whether the first rows are to stay instead, as of what is ahead; those without a date stay too.
    """
    told = tell(rows)
    shown = list(rows)
    while True:
        kept = {row.key for row in shown}
        own = [link for link in links if {link.start, link.end} <= kept]
        notes = Footnotes(setting.store, setting.imprint.phrases, setting.imprint.coverage)
        if not shown:
            notes.of([RECORD])
        numbers = [notes.of(notes.best(row.sources)) for row in shown]
        left_out = {"press_only": unsupported, "crowded": len(rows) - len(shown)}
        counted = [setting.phrase(name, n=n) for name, n in left_out.items() if n]
        around = Around(
            told.title,
            told.scope,
            notes,
            list(legend_of(setting, shown, own)),
            [*told.notes, *counted],
            told.more,
        )
        page = Page(setting, around)
        chart = _Chart(setting, page, shown, numbers, extent)
        if chart.height <= page.body.height or len(shown) <= 2:
            break
        held = {key for link in own for key in (link.start, link.end)}
        loose = [row for row in shown if row.key not in held]
        if soonest:
            loose = [row for row in reversed(shown) if row.span]
        shown.remove(max(loose or shown, key=lambda row: row.weight))
    if shown:
        chart.draw(own)
    else:
        page.write_none()
    return page.picture(setting.said(lambda lang: _alt(shown, lang)))


class _Chart:
    """Rows on a page."""

    def __init__(
        self,
        setting: Setting,
        page: Page,
        rows: Sequence[Row],
        numbers: Sequence[tuple[int, ...]],
        extent: tuple[str, str],
    ) -> None:
        self.page, self.rows, self.setting = page, rows, setting
        body = page.body
        self.names, self.dates = body.width * _NAMES, body.width * _DATES
        self.cells = [
            (self._name(row), self._when(row, number))
            for row, number in zip(rows, numbers, strict=True)
        ]
        self.first, self.last = self._extent(extent)
        room = max(
            (setting.text(row.beside, NOTE).width for row in rows if row.beside), default=0.0
        )
        left = body.left + self.names + self.dates + _GUTTER
        self.strip = Area(left, body.top + _HEAD, body.right - left - max(room, 10.0) - 10, 0)

    def _name(self, row: Row) -> Text:
        said = {lang: f"▲ {name}" for lang, name in row.name.items()} if row.mark else row.name
        return self.setting.text(said, _NAME, self.names - 8, most=3)

    def _when(self, row: Row, numbers: Sequence[int]) -> Text:
        """The date, with the number of its source in the first language."""
        tail = "".join(f" {number})" for number in numbers)
        said = {**row.when, self.setting.lang: row.when[self.setting.lang] + tail}
        return self.setting.text(said, NOTE + 0.5, self.dates - 6, most=2)

    def _extent(self, given: tuple[str, str]) -> tuple[date, date]:
        spans = [day for row in self.rows if row.span for day in row.span]
        days = [day for day in spans if day not in (FAR_PAST, FAR_FUTURE)]
        first = min(filter(None, [given[0], *days]), default=self.setting.as_of)
        last = max(filter(None, [given[1], *days]), default=self.setting.as_of)
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if (end - start).days > 500 and not given[0]:
            return date(start.year, 1, 1), end + timedelta(days=20)
        return start.replace(day=1), end + timedelta(days=10)

    @property
    def height(self) -> float:
        """Height of all rows with the line of time above them."""
        return _HEAD + sum(self._tall(cells) for cells in self.cells)

    def _tall(self, cells: Sequence[Text]) -> float:
        return max(cell.height for cell in cells) + 2 * _PAD

    def _at(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.strip.left + self.strip.width * min(1.0, max(0.0, share))

    def draw(self, links: Sequence[Link]) -> None:
        """Draw the line of time, the rows, and what led to what."""
        loose = (self.page.body.height - self.height) / max(1, len(self.rows))
        extra = min(_LOOSEST, max(0.0, loose))
        bottom = self.page.body.top + self.height + extra * len(self.rows)
        self._time(bottom)
        y = self.page.body.top + _HEAD
        places: dict[str, tuple[float, float, float]] = {}
        for row, cells in zip(self.rows, self.cells, strict=True):
            tall = self._tall(cells) + extra
            self.page.line(
                [(self.page.body.left, y), (self.page.body.right, y)], RULE, 0.6, behind=True
            )
            middle = y + tall / 2
            name, when = cells
            self.page.text(name, self.page.body.left, middle - name.height / 2)
            self.page.text(when, self.page.body.left + self.names, middle - when.height / 2)
            if row.span:
                places[row.key] = (*self._mark(row, middle), middle)
            y += tall
        for link in links:
            if link.start in places and link.end in places:
                self._link(link, places[link.start], places[link.end])

    def _time(self, bottom: float) -> None:
        """Years, or months where there is room for them, and the day for which the picture is drawn."""
        top = self.page.body.top
        today = self._at(date.fromisoformat(self.setting.as_of))
        inside = self.first <= date.fromisoformat(self.setting.as_of) <= self.last
        right = -1e9
        now = self.setting.text(self.setting.phrase("as_of_line"), NOTE)
        now_left = today - now.width / 2 if inside else 1e9
        for day, text in _ticks(self.setting.lang, self.first, self.last, self.strip.width):
            x = self._at(day)
            self.page.line([(x, top + _HEAD), (x, bottom)], RULE, 0.8, behind=True)
            label = Text(((text, NOTE, SOFT),))
            clear = x + 2 + label.width < now_left - 3 or x + 2 > now_left + now.width + 3
            if text and x > right and clear and x + label.width < self.page.body.right:
                self.page.text(label, x + 2, top)
                right = x + label.width + 10
        if inside:
            self.page.line(
                [(today, top + _HEAD - 2), (today, bottom)], SOFT, 1.1, (1.5, 2.5), behind=True
            )
            lines = Text(now.lines[:1])
            self.page.text(
                lines, min(today - lines.width / 2, self.page.body.right - lines.width), top
            )

    def _mark(self, row: Row, y: float) -> tuple[float, float]:
        """Draw the sign of a row; its left and right end."""
        assert row.span
        first, last = self._bounded(row.span)
        left, right = self._at(first), self._at(last + timedelta(days=1))
        if row.point and right - left <= MARK:
            middle = (left + right) / 2
            left, right = middle - MARK / 2, middle + MARK / 2
        else:
            right = max(right, left + 4)
        draw_mark(self.page, row, Area(left, y - MARK / 2, right - left, MARK))
        if row.beside:
            text = self.setting.text(row.beside, NOTE, colour=SOFT)
            self.page.rectangle(
                Area(right + 5, y - text.height / 2, text.width + 2, text.height), PAPER
            )
            self.page.text(text, right + 6, y - text.height / 2)
        return left, right

    def _bounded(self, span: tuple[str, str]) -> tuple[date, date]:
        """First and last day; an open end reaches to the edge."""
        first, last = span
        return (
            self.first if first == FAR_PAST else date.fromisoformat(first),
            self.last if last == FAR_FUTURE else date.fromisoformat(last),
        )

    def _link(self, link: Link, start: tuple[float, ...], end: tuple[float, ...]) -> None:
        """From the earlier sign down, then on to the later one; straight down where they are close."""
        upper, lower = (start, end) if start[2] <= end[2] else (end, start)
        x = min((upper[0] + upper[1]) / 2, upper[0] + MARK / 2)
        if upper[0] <= self.strip.left < upper[1] - MARK:
            x = upper[1] - MARK / 2  # it began before the line of time does
        points: list[Point] = [(x, upper[2] + MARK / 2 + 0.5)]
        if lower[0] - x < MARK:
            points.append(
                (min((lower[0] + lower[1]) / 2, lower[0] + MARK / 2), lower[2] - MARK / 2 - 0.5)
            )
        else:
            points += [(x, lower[2]), (lower[0] - 0.5, lower[2])]
        # What came first may stand below, if only its last day is known: the arrow points to what followed.
        draw_link(self.page, link.kind, points if upper is start else points[::-1])


def _ticks(lang: str, first: date, last: date, width: float) -> list[tuple[date, str]]:
    """Beginnings of years, or of months at even distances where there is room for them."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    steps = (1, 2, 3, 6, 12, 24, 60)
    step = next((each for each in steps if width * each / months >= _TICK), 120)
    found: list[tuple[date, str]] = []
    begin = first.year * 12 + first.month - 1
    for number in range(begin, begin + months + 1):
        day = date(number // 12, number % 12 + 1, 1)
        if first <= day <= last and number % step == 0:
            found.append((day, _tick(lang, day, step, start=not found)))
    return found


def _tick(lang: str, day: date, step: int, *, start: bool) -> str:
    """A month, with its year where that begins."""
    if step >= 12:
        return f"{day.year}年" if lang == "ja" else str(day.year)
    month = f"{day.month}月" if lang == "ja" else day.strftime("%b")
    if day.month > 1 and not start:
        return month
    return f"{day.year}年{month}" if lang == "ja" else f"{month} {day.year}"


def _alt(rows: Sequence[Row], lang: str) -> str:
    return ("、" if lang == "ja" else "; ").join(
        f"{row.name[lang]} {row.when[lang]}" for row in rows
    )
