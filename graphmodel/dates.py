"""Partial dates: as precise as the source, never more.

A subset of the Extended Date/Time Format (EDTF, ISO 8601-2:2019, level 1): year, month, day, interval with open
ends, approximate (`2025-09~`) and the four seasons (`2025-21` to `2025-24`, taken as those of the northern
hemisphere: spring is March to May).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graphmodel.messages import Message

FAR_PAST = "0000-01-01"
"""Lower bound, as an ISO day, of what has no known beginning."""

FAR_FUTURE = "9999-12-31"
"""Upper bound, as an ISO day, of what has no known end."""

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~)?", re.ASCII)
_SEASONS = {
    21: ("春", "spring", 3),
    22: ("夏", "summer", 6),
    23: ("秋", "autumn", 9),
    24: ("冬", "winter", 12),
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, season, year or interval.

    Attributes:
        text: The canonical text (`2025-05`).
        min: Its first possible day, ISO; `FAR_PAST` for an open beginning.
        max: Its last possible day, ISO; `FAR_FUTURE` for an open end.
        approximate: Whether the source says "about".
    """

    text: str
    min: str
    max: str
    approximate: bool = False

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date.

        Args:
            text: For instance `2025`, `2025-05-13`, `2025-09-10/2025-09-12`, `2025-05/..`, `2025-09~`.

        Raises:
            ValueError: If the text is no date of the subset, or a day that does not exist.
        """
        return _parse(text.strip())

    @property
    def is_day(self) -> bool:
        """Whether it is one exact day."""
        return self.min == self.max and not self.approximate

    @property
    def ends_are_days(self) -> bool:
        """Whether its beginning and its end are known to the day (a day, or an interval of days)."""
        return not self.approximate and all(len(part) == 10 for part in self.text.split("/"))

    @property
    def span(self) -> int:
        """Number of days between its first and last possible day: the smaller, the finer."""
        return (_day(self.max) - _day(self.min)).days

    def overlaps(self, other: PartialDate) -> bool:
        """Whether the two share a possible day."""
        return self.min <= other.max and other.min <= self.max

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether the two may be the same date at two precisions: one lies within the other.

        For approximate dates it is enough that they overlap.
        """
        if self.approximate or other.approximate:
            return self.overlaps(other)
        inside = self.min >= other.min and self.max <= other.max
        return inside or (other.min >= self.min and other.max <= self.max)

    def label(self, lang: str) -> str:
        """Write it for a reader.

        Args:
            lang: `ja` (2025年9月10日～12日) or `en` (10–12 September 2025).
        """
        parts = self.text.split("/")
        if len(parts) == 1:
            return _label_point(parts[0], lang)
        return _label_interval(parts[0], parts[1], lang)


def days_between(earlier: PartialDate, later: PartialDate) -> int | None:
    """Days from the end of one event to the beginning of the next; None unless both are known to the day."""
    if not (earlier.ends_are_days and later.ends_are_days):
        return None
    return (_day(later.min) - _day(earlier.max)).days


def is_iso_day(text: str) -> bool:
    """Whether the text is one existing calendar day, such as `2025-05-13`."""
    try:
        return len(text) == 10 and PartialDate.parse(text).is_day
    except ValueError:
        return False


def _day(iso: str) -> date:
    return date.min if iso == FAR_PAST else date.fromisoformat(iso)


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    start, slash, end = text.partition("/")
    if not slash:
        first, last, approximate = _bounds(start)
        return PartialDate(text, first, last, approximate)
    open_start, open_end = start == "..", end == ".."
    if open_start and open_end:
        raise ValueError(Message("an interval needs at least one end"))
    first, _, approximate_start = (FAR_PAST, "", False) if open_start else _bounds(start)
    _, last, approximate_end = ("", FAR_FUTURE, False) if open_end else _bounds(end)
    if first > last:
        raise ValueError(Message("{text} ends before it begins", text=text))
    return PartialDate(text, first, last, approximate_start or approximate_end)


def _bounds(text: str) -> tuple[str, str, bool]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(
            Message(
                "{text!r} is no date: write 2025, 2025-05, 2025-05-13 or 2025-05-13/2025-05-15",
                text=text,
            )
        )
    year, month = int(match[1]), int(match[2] or 0)
    approximate = bool(match[4])
    if not 1 <= year <= 9998:
        raise ValueError(Message("{text!r} has no such year", text=text))
    if match[3] is not None:
        iso = text.rstrip("~")
        try:
            date.fromisoformat(iso)
        except ValueError:
            raise ValueError(Message("{iso} does not exist in the calendar", iso=iso)) from None
        return iso, iso, approximate
    if match[2] is None:
        return f"{year:04}-01-01", f"{year:04}-12-31", approximate
    if month in _SEASONS:
        first = _SEASONS[month][2]
        last_year, last = (year + 1, 2) if month == 24 else (year, first + 2)
        return f"{year:04}-{first:02}-01", _month_end(last_year, last), approximate
    if not 1 <= month <= 12:
        raise ValueError(Message("{text} has no such month", text=text))
    return f"{year:04}-{month:02}-01", _month_end(year, month), approximate


def _month_end(year: int, month: int) -> str:
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"


def _fields(text: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in text.rstrip("~").split("-")]
    return (*numbers, *(0,) * (3 - len(numbers)))  # type: ignore[return-value]


def _label_point(text: str, lang: str) -> str:
    year, month, day = _fields(text)
    about = text.endswith("~")
    if month in _SEASONS:
        ja, en, _ = _SEASONS[month]
        label = f"{year}年{ja}" if lang == "ja" else f"{en} {year}"
    elif lang == "ja":
        label = f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    else:
        label = " ".join(
            filter(None, [str(day) if day else "", calendar.month_name[month], str(year)])
        )
    if not about:
        return label
    return f"{label}ごろ" if lang == "ja" else f"about {label}"


def _label_interval(start: str, end: str, lang: str) -> str:
    if end == "..":
        return (
            f"{_label_point(start, lang)}～"
            if lang == "ja"
            else f"from {_label_point(start, lang)}"
        )
    if start == "..":
        return (
            f"～{_label_point(end, lang)}" if lang == "ja" else f"until {_label_point(end, lang)}"
        )
    (y1, m1, d1), (y2, m2, d2) = _fields(start), _fields(end)
    if (m1, d1, m2, d2) == (4, 0, 3, 0) and "~" not in start + end:
        return _label_fiscal_years(y1, y2 - 1, lang)
    same_shape = bool(d1) == bool(d2) and bool(m1) == bool(m2) and "~" not in start + end
    if same_shape and (y1, m1) == (y2, m2) and d1:
        if lang == "ja":
            return f"{_label_point(start, lang)}～{d2}日"
        return f"{d1}–{_label_point(end, lang)}"
    if same_shape and y1 == y2 and m1 and m1 < 13 and m2 < 13:
        if lang == "ja":
            return f"{_label_point(start, lang)}～{m2}月" + (f"{d2}日" if d2 else "")
        opening = f"{d1} {calendar.month_name[m1]}" if d1 else calendar.month_name[m1]
        return f"{opening} – {_label_point(end, lang)}"
    separator = "～" if lang == "ja" else " – "
    return f"{_label_point(start, lang)}{separator}{_label_point(end, lang)}"


def _label_fiscal_years(first: int, last: int, lang: str) -> str:
    """Whole years from April to March are fiscal years, which a source named by their number."""
    if lang == "ja":
        return f"{first}年度" if first == last else f"{first}～{last}年度"
    return f"fiscal {first}" if first == last else f"fiscal {first}–{last}"
