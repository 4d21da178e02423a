"""Letters of pictures: one Japanese font that comes as a package, how wide its letters are, and which it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from matplotlib.ft2font import FT2Font
from PIL import ImageFont

GETA = "〓"
"""What printers put where they have no type for a letter."""

LEADING = 1.28
"""Distance of lines, in sizes of their letters."""

_UNITS = 200
_OPENING = "（「『［【〈《“‘(["
_CLOSING = (
    "、。，．・：；？！）」』］】〉》”’ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々…―～〜–)],.:;%"
)
_LATIN = r"[^\s　-鿿＀-￯-]"
_PIECE = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:\d+[年月日回件組項]|{_LATIN}+-*|-+|[ァ-ヶー]+|.)[{re.escape(_CLOSING)}]*\s*",
    re.DOTALL,
)


@cache
def font_file() -> Path:
    """The file of IPAexGothic, in the package that brings it; the package itself would change settings for all."""
    found = find_spec("matplotlib_fontja")
    assert found is not None
    assert found.submodule_search_locations
    return Path(found.submodule_search_locations[0]) / "fonts" / "ipaexg.ttf"


def width_of(text: str, size: float) -> float:
    """Width of text on one line, in points.

    Args:
        text: The text.
        size: Size of its letters, in points.
    """
    return sum(map(_em, text)) * size


def lacking(text: str) -> str:
    """The letters of a text that the font does not have, each once."""
    return "".join(dict.fromkeys(letter for letter in text if not _has(letter)))


def wrapped(text: str, size: float, width: float, most: int = 99) -> tuple[str, ...]:
    """Text broken into lines: between words, in Japanese between letters, never before a closing mark.

    Args:
        text: The text.
        size: Size of its letters, in points.
        width: Width of a line, in points.
        most: Lines that are kept; the last ends in … if there were more.
    """
    lines, line = [], ""
    for piece in _pieces(text, size, width):
        if line and width_of((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(line.rstrip())
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], size, width)]
    return tuple(lines)


def _cut(line: str, size: float, width: float) -> str:
    while line and width_of(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip("、・， ") + "…"


def _pieces(text: str, size: float, width: float) -> Iterator[str]:
    """What is kept on one line; a word that is longer than a line is broken."""
    for found in _PIECE.findall(text):
        piece = found
        while len(piece) > 1 and width_of(piece.rstrip(), size) > width:
            fits = _fitting(piece, size, width)
            yield piece[:fits]
            piece = piece[fits:]
        yield piece


def _fitting(piece: str, size: float, width: float) -> int:
    """How many letters of a piece go on a line, so that the rest begins with no closing mark."""
    room = max((n for n in range(1, len(piece)) if width_of(piece[:n], size) <= width), default=1)
    return next((n for n in range(room, 0, -1) if piece[n] not in _CLOSING), room)


def longest(text: str, size: float) -> float:
    """Width of the longest piece of a text that is kept on one line, in points."""
    return max((width_of(piece.rstrip(), size) for piece in _PIECE.findall(text)), default=0.0)


def widest(lines: Iterable[str], size: float) -> float:
    """Width of the longest of some lines, in points."""
    return max((width_of(line, size) for line in lines), default=0.0)


@cache
def _em(letter: str) -> float:
    return _font().getlength(letter) / _UNITS


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_file()), _UNITS)


@cache
def _has(letter: str) -> bool:
    return letter.isspace() or ord(letter) in _letters()


@cache
def _letters() -> frozenset[int]:
    return frozenset(FT2Font(str(font_file())).get_charmap())
