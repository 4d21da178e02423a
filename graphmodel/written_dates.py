"""Dates as people write them in lists: era years, full-width digits, ’25年5月, ranges, fiscal years, English.

What is written vaguely stays vague: 下旬, "late" and 末 give the month or year that they stand in, ごろ gives an
approximate date. What can be read in two ways (3/4/2025, 25年9月, 5/13, 2023-24, ’45年) is refused with what to write
instead: nothing is guessed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple

from graphmodel.dates import PartialDate
from graphmodel.eras import western_years
from graphmodel.messages import Message

DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
"""How 3/4/2025 is read where a list says so: as 3 April, or as 4 March."""


class WrittenDate(NamedTuple):
    """A date that was read.

    Attributes:
        value: It as the text of a partial date (`2025-05`).
        planned: Whether it is marked as planned (予定, 見込み, planned, expected).
    """

    value: str
    planned: bool = False


class _Point(NamedTuple):
    """Year, month and day, each 0 if it is not given."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in self[1:] if part)]
        return "-".join(parts)


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_ALIKE = str.maketrans(dict.fromkeys("’‘`", "'") | dict.fromkeys("〜~", "～") | dict.fromkeys("–—―−‐‑", "-"))  # fmt: skip

_PLANNED = re.compile(r"の?\(?(?:予定|見込み?|planned|expected|scheduled|to be (?:signed|held|confirmed)|tbc)\)?")  # fmt: skip
_ABOUT = re.compile(r"ごろ|頃|およそ|約|\b(?:about|around|circa|approx(?:imately)?|ca)\b\.?")
_PART = r"(?:[上中下初](?:[・～-]?[上中下])?旬|の?(?:初め|始め|半ば|中頃|終わり|初頭|前半|後半)|末日?)"  # fmt: skip
_VAGUE = re.compile(rf"{_PART}(?: ?(?:～|-|から) ?{_PART}(?:まで)?)*|\b(?:early|mid|late)\b-?")
_TIME = re.compile(r"(?<=[\d日])[t ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?![\d:])")
_WEEKDAY = re.compile(r"\((?:[月火水木金土日](?:曜日?)?(?:・?祝)?)\)|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?")  # fmt: skip
_SHORT_YEAR = re.compile(r"(?:'|(?<=\bfy)|(?<=\bfy )|(?<=fiscal year)|(?<=fiscal year ))(\d\d)(?!\d)")  # fmt: skip
_LAST_SHORT_YEAR = 40
"""From ’41 on a year of two digits may be one of the last century."""

_MONTH, _DAY = r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_NUMERIC = re.compile(rf"(\d{{4}})([/.-]){_MONTH}(?:\2{_DAY})?")
_YEAR_LAST = re.compile(rf"{_DAY}([/.-]){_DAY}\2(\d{{4}})")
_JAPANESE = re.compile(rf"(?:(\d{{4}})(?:年|$))?(?:{_MONTH}月)?(?:{_DAY}日)?")
_DAY_MONTH = re.compile(rf"{_DAY}(?:st|nd|rd|th)?(?: ?(?:of )?([a-z]{{3,9}})\.?)?(?:,? (\d{{4}}))?")
_MONTH_DAY = re.compile(rf"([a-z]{{3,9}})\.?(?: {_DAY}(?:st|nd|rd|th)?)?(?:,? (\d{{4}}))?")
_FISCAL = re.compile(r"(\d{4})(?:年度)?(?:(?:[-～]|から)(\d{4}))?年度|(?:fy|fiscal year) ?(\d{4})(?:[-～](\d{4}))?|(\d{4}) fiscal year")  # fmt: skip
_SEASON_OR_YEARS = re.compile(r"(?<!\d)\d{4}-2[1-4](?!\d)")
"""What is a season in a record file, and in a list as well two years."""
_QUARTER = re.compile(r"(\d{4})年(度?)第?([1-4])四半期|(\d{4}) ?q([1-4])|q([1-4]) ?(\d{4})")
_SEASON = re.compile(
    r"(\d{4})年?の?([春夏秋冬])|(spring|summer|autumn|fall|winter)(?: of)? (\d{4})"
)
_SEASONS = {"春": 21, "spring": 21, "夏": 22, "summer": 22, "秋": 23, "autumn": 23, "fall": 23, "冬": 24, "winter": 24}  # fmt: skip
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip

_BETWEEN = re.compile(r" ?(?:～|から|-|\bto\b|\buntil\b) ?")
_OPEN_END = re.compile(r"(.+?) ?(?:～|から|以降|-)|(?:since|from) (.+)")
_OPEN_START = re.compile(r"(?:～|-) ?(.+)|(.+?)(?:まで|以前)|(?:until|till) (.+)")


def read_date(text: str, order: str = "") -> WrittenDate:
    """Read a date as it was written.

    Args:
        text: For instance 令和7年4月28日, ’25年5月（予定）, 2025年4月28日～30日, 12-13 May 2025, FY2025.
        order: `day-first` or `month-first` for dates such as 3/4/2025; empty if the list does not say.

    Raises:
        ValueError: If it is no date, or may be read in two ways; the message says what to write.
    """
    if not _SEASON_OR_YEARS.search(text):
        with suppress(ValueError):
            return WrittenDate(PartialDate.parse(text).text)
    plain = text.translate(_NARROW).translate(_ALIKE).casefold().strip()
    plain, planned = _PLANNED.subn("", plain)
    plain, about = _ABOUT.subn("", plain)
    plain = _VAGUE.sub("", _TIME.sub("", _WEEKDAY.sub("", plain)))
    plain = western_years(_SHORT_YEAR.sub(_this_century, plain))
    plain = re.sub(r"\s+", " ", plain).strip(" ,()")
    plain = re.sub(r"(?<=[年月日度～]) | (?=[年月日～])", "", plain)
    value = _whole(plain, order) or _open(plain, order) or _interval(plain, order)
    if not value:
        raise _refusal(plain, text)
    if about:
        value = "/".join(end if end == ".." else f"{end}~" for end in value.split("/"))
    return WrittenDate(PartialDate.parse(value).text, bool(planned))


def _this_century(short: re.Match[str]) -> str:
    """A year of two digits, in four."""
    if int(short[1]) > _LAST_SHORT_YEAR:
        raise ValueError(Message("the century of ’{year} is not said: write its four digits", year=short[1]))  # fmt: skip
    return f"20{short[1]}"


def _whole(plain: str, order: str) -> str:
    """A day, month or year, a fiscal year (April to March), a quarter or a season."""
    if found := _QUARTER.fullmatch(plain):
        year, quarter = int(found[1] or found[4] or found[7]), int(found[3] or found[5] or found[6])
        first = 3 * quarter - 2 + (3 if found[2] else 0)
        year, first = (year + 1, first - 12) if first > 12 else (year, first)
        return f"{_Point(year, first)}/{_Point(year, first + 2)}"
    if found := _FISCAL.fullmatch(plain):
        years = [int(year) for year in found.groups() if year]
        return f"{_Point(years[0], 4)}/{_Point(years[-1] + 1, 3)}"
    if found := _SEASON.fullmatch(plain):
        return f"{found[1] or found[4]}-{_SEASONS[found[2] or found[3]]}"
    if re.fullmatch(r"\d{8}", plain):
        return f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    point = _point(plain, order)
    return str(point) if point and point.year and (point.month or not point.day) else ""


def _open(plain: str, order: str) -> str:
    for pattern, form in ((_OPEN_END, "{}/.."), (_OPEN_START, "../{}")):
        if found := pattern.fullmatch(plain):
            end = _whole(next(filter(None, found.groups())), order)
            return form.format(end) if end and "/" not in end else ""
    return ""


def _interval(plain: str, order: str) -> str:
    """From one point to another, each of which may leave out what the other says."""
    for separator in _BETWEEN.finditer(plain):
        left, right = plain[: separator.start()], plain[separator.end() :]
        if unit := re.search(
            r"\d([年月日])$", right
        ):  # 3-7月, 28～30日: the unit stands at the second only
            left += unit[1] if left[-1:].isdigit() else ""
        first, last = _point(left, order), _point(right, order)
        if not (first and last):
            continue
        if last.day and not last.month:
            last = last._replace(month=first.month)
        if first.day and not first.month:
            first = first._replace(month=last.month)
        first = first._replace(year=first.year or last.year)
        last = last._replace(year=last.year or first.year)
        if first.year and last.year and [bool(part) for part in first] == [bool(part) for part in last]:  # fmt: skip
            return f"{first}/{last}" if first != last else str(first)
    return ""


def _point(plain: str, order: str) -> _Point | None:
    """A point in time, of which parts may be left out."""
    if (found := _JAPANESE.fullmatch(plain)) and plain:
        return _Point(*(int(part or 0) for part in found.groups()))
    if found := _NUMERIC.fullmatch(plain):
        return _Point(int(found[1]), int(found[3]), int(found[4] or 0))
    if found := _YEAR_LAST.fullmatch(plain):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        if not order and one != two and max(one, two) <= 12:
            return None
        if order == MONTH_FIRST or (not order and two > 12):
            one, two = two, one
        return _Point(year, two, one)
    if found := _DAY_MONTH.fullmatch(plain):
        day, word, year_ = found.groups()
    elif found := _MONTH_DAY.fullmatch(plain):
        word, day, year_ = found.groups()
    else:
        return None
    month = _month(word) if word else 0
    return None if month is None else _Point(int(year_ or 0), month, int(day or 0))


def _month(word: str) -> int | None:
    if word == "sept":
        return 9
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), None)


def _refusal(plain: str, text: str) -> ValueError:
    """Why a text is not taken for a date, and what to write."""
    if _YEAR_LAST.fullmatch(plain):
        return ValueError(
            Message("{text!r} may be day and month or month and day: write 2025-04-03, or say in the mapping which", text=text)
        )  # fmt: skip
    if re.fullmatch(r"(?:fy ?)?\d{4}[/.-](?:1[3-9]|[2-9]\d)(?:年度?)?", plain):
        return ValueError(
            Message("{text!r} may be one fiscal year or two, or a season: write 2023年度, 2023～2024年度, FY2023 or winter 2023", text=text)
        )  # fmt: skip
    if re.match(r"\d\d(?:年|[/.-]\d{1,2}[/.-]\d)", plain):
        return ValueError(
            Message("{text!r} does not say of which calendar its year is: write 2025年, 令和7年 or ’25年", text=text)
        )  # fmt: skip
    if re.fullmatch(r"\d{1,2}(?:月|[/.-])(?:\d{1,2}日?)?", plain) or (_point(plain, "") and not re.fullmatch(r"\d+", plain)):  # fmt: skip
        return ValueError(Message("{text!r} has no year: write it out", text=text))
    if re.fullmatch(r"[1-6]\d{4}(?:\.\d+)?", plain):
        return ValueError(
            Message("{text!r} is a day's number in Excel: format the column as dates and save again", text=text)
        )  # fmt: skip
    return ValueError(
        Message("{text!r} cannot be read as a date: write 2025-05-13, 2025年5月, 令和7年5月13日 or 13 May 2025", text=text)
    )  # fmt: skip
