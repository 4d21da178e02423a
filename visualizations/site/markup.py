"""Text as HTML: Japanese runs marked as such, names linked, footnote numbers linked. Everything is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

_JAPANESE_RUN = re.compile(
    r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uffef々〆]+"
    r"(?:[0-9A-Za-z .,:～・－-]*[\u3001-\u30ff\u3400-\u9fff\uff01-\uffef々〆]+)*"
)
_NUMBER = re.compile(r"(?<![\w(（.-])(\d{1,3})\)(?=[\s\],、]|\Z)")
_DAY = re.compile(r"（?\d{4}年\d{1,2}月\d{1,2}日(?:時点)?[、。）]*")
_DATE = Markup('<span class="date">{}</span>')
_LINK = re.compile(r"https?://[^\s<>\"']+")


def runs(text: str, lang: str) -> Markup:
    """Text of which a browser takes the right letter forms: Japanese in an English page is marked as Japanese.

    Args:
        text: The text.
        lang: Language of the page.
    """
    if lang == "ja":
        return escape(text)
    parts, at = [], 0
    for match in _JAPANESE_RUN.finditer(text):
        parts += [escape(text[at : match.start()]), _span(match[0])]
        at = match.end()
    return Markup("").join([*parts, escape(text[at:])])


def whole_days(text: str, lang: str) -> Markup:
    """A heading or the like: as `runs`, and in Japanese no line ends inside of a day.

    Args:
        text: The text.
        lang: Language of the page.
    """
    if lang != "ja":
        return runs(text, lang)
    parts, at = [], 0
    for match in _DAY.finditer(text):
        parts += [escape(text[at : match.start()]), _DATE.format(match[0])]
        at = match.end()
    return Markup("").join([*parts, escape(text[at:])])


def _span(text: str) -> Markup:
    return Markup('<span lang="ja">{}</span>').format(text)


def linked(
    text: str, names: Iterable[tuple[str, str]], lang: str, mark: Callable[[str, str], Markup]
) -> Markup:
    """Text in which names are links.

    Args:
        text: The text.
        names: Pairs of a name and where it leads; of names that overlap, the longer one is linked.
        lang: Language of the page.
        mark: Makes the link of a text and an address.
    """
    taken: list[tuple[int, int, str]] = []
    for name, address in sorted(names, key=lambda pair: -len(pair[0])):
        at = _free(text, name, taken)
        if name and at >= 0:
            taken.append((at, at + len(name), address))
    parts, at = [], 0
    for start, end, address in sorted(taken):
        parts += [runs(text[at:start], lang), mark(text[start:end], address)]
        at = end
    return Markup("").join([*parts, runs(text[at:], lang)])


def _free(text: str, name: str, taken: list[tuple[int, int, str]]) -> int:
    """Where a name stands outside of what is linked already; -1 if nowhere."""
    at = text.find(name)
    while at >= 0 and any(start < at + len(name) and at < end for start, end, _ in taken):
        at = text.find(name, at + 1)
    return at


def numbered(text: str, lang: str, most: int) -> Markup:
    """A cell in which footnote numbers lead to their sources.

    Args:
        text: The cell.
        lang: Language of the page.
        most: The highest number that there is.
    """
    parts, at = [], 0
    for match in _NUMBER.finditer(text):
        if int(match[1]) <= most:
            parts += [runs(text[at : match.start()], lang), reference(int(match[1]))]
            at = match.end()
    return Markup("").join([*parts, runs(text[at:], lang)])


def reference(number: int) -> Markup:
    """A footnote number that leads to its source."""
    return Markup('<a class="ref" href="#s{0}">{0})</a>').format(number)


def is_address(url: str | None) -> bool:
    """Whether a browser may open it: http and https only."""
    return bool(url) and _LINK.fullmatch(url or "") is not None
