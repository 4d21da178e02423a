"""Japanese era years (令和7年, R7.4.28, 平成元年) in the Western calendar."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphmodel.messages import Message


class _Era(NamedTuple):
    """An era, with its first and last day (ISO)."""

    name: str
    letter: str
    first: str
    last: str


_ERAS = (
    _Era("明治", "m", "1868-01-25", "1912-07-30"),
    _Era("大正", "t", "1912-07-30", "1926-12-25"),
    _Era("昭和", "s", "1926-12-25", "1989-01-07"),
    _Era("平成", "h", "1989-01-08", "2019-04-30"),
    _Era("令和", "r", "2019-05-01", "9999-12-31"),
)
_BY_WORD = {word: era for era in _ERAS for word in (era.name, era.letter)}

_KANJI = {kanji: digit for digit, kanji in enumerate("〇一二三四五六七八九")} | {"零": 0}
_KANJI_NUMBER = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日])|元(?=年)")
_YEAR = re.compile(rf"({'|'.join(era.name for era in _ERAS)}|(?<![a-z\d])[mtshr]\.?) ?(\d{{1,2}})(?!\d)")  # fmt: skip
_WHAT_FOLLOWS = re.compile(r"(年度)|(?:年(?:\(.*?\))?|[./-])(\d{1,2})(?:(?:月|[./-])(\d{1,2}))?")
_TWICE = re.compile(r"(\d{4})年?\((\d{4})年?\)年?")


def western_years(text: str) -> str:
    """A text with era years in the Western calendar, and kanji numbers before 年, 月 and 日 as digits.

    Args:
        text: A text with narrow digits and small letters.

    Raises:
        ValueError: If an era had no such day, or a year stands in both calendars and they differ.
    """
    text = _KANJI_NUMBER.sub(lambda match: str(_number(match[0])), text)
    text = _YEAR.sub(_western, text)
    if found := _TWICE.search(text):
        if found[1] != found[2]:
            raise ValueError(
                Message("it gives two years, {one} and {two}", one=found[1], two=found[2])
            )
        text = text.replace(found[0], f"{found[1]}年")
    return text


def _western(match: re.Match[str]) -> str:
    era = _BY_WORD[match[1].rstrip(".")]
    year = int(era.first[:4]) + int(match[2]) - 1
    if match[2] == "0" or not era.first[:4] <= f"{year:04}" <= era.last[:4]:
        raise ValueError(Message("there was no {written}", written=match[0] + "年"))
    follows = _WHAT_FOLLOWS.match(match.string, match.end())
    if follows and follows[2]:
        # Only what the text gives is compared: a month in which an era changed belongs to both.
        day = f"{year:04}-{int(follows[2]):02}" + (f"-{int(follows[3]):02}" if follows[3] else "")
        if not era.first[: len(day)] <= day <= era.last[: len(day)]:
            raise ValueError(Message("{day} does not lie in {era}", day=day, era=match[1]))
    return str(year)


def _number(kanji: str) -> int:
    """二十八 is 28, 二〇二五 is 2025, 元 is 1."""
    if kanji == "元":
        return 1
    if "十" not in kanji:
        return int("".join(str(_KANJI[digit]) for digit in kanji))
    tens, ones = kanji.split("十", 1)
    return 10 * (_KANJI.get(tens, 1) if tens else 1) + (_KANJI.get(ones, 0) if ones else 0)
