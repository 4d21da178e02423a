"""Text that has to fit: lines of a label, and how wide they will be.

Canvases do not break Japanese text, and a page does not know the reader's fonts; so lines are broken here, and
widths are estimated a little on the wide side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

FONT_SIZE = 13
"""Size of labels in pixels."""

LINE_HEIGHT = 17
"""Distance of lines in pixels."""

_RUNS = re.compile(
    r"[（「『［(～]?第?\d+[年月日回期次][）」』］)、。・]*|[一-龥]*?法人|"
    r"[（「『［(]?(?:"
    r"[ァ-ヶー・＝]+|[一-龥々〆]+|[ぁ-ゖ]+|[^\sァ-ヶー・＝一-龥々〆ぁ-ゖ（）「」『』［］()]+"
    r")[）」』］)、。・]*|\s+|."
)
_NARROW = set("fijlrtI.,:;'|!()[]-· ")
_WIDE = set("mwMW%@—")


def width_of(text: str) -> float:
    """Estimated width of text in pixels, at the size of labels."""
    return sum(map(_em, text)) * FONT_SIZE


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.95
    return 0.72 if char.isupper() else 0.6


def wrap(text: str, ems: float, max_lines: int = 4) -> tuple[str, ...]:
    """Break text into lines.

    A line breaks between words, in Japanese between runs of one script, and inside of one only where it is longer
    than a line by half. Closing brackets and marks never begin a line.

    Args:
        text: One line of text.
        ems: Width of a line in widths of a full-width character.
        max_lines: Number of lines kept; the last ends in … if there were more.
    """
    lines, line = [], ""
    for piece in _pieces(text, ems):
        if line and sum(map(_em, (line + piece).rstrip())) > ems:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(line.rstrip())
    lines = [line for line in lines if line]
    if len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], lines[max_lines - 1].rstrip("、・ ") + "…"]
    return tuple(lines) or ("",)


def _pieces(text: str, ems: float) -> Iterator[str]:
    for match in _RUNS.finditer(text):
        run = match[0]
        while sum(map(_em, run)) > ems * 1.5:
            cut = next(i for i in range(1, len(run) + 1) if sum(map(_em, run[:i])) > ems - 1)
            while cut < len(run) and run[cut] in "ーァィゥェォッャュョ・）」":
                cut += 1
            yield run[:cut]
            run = run[cut:]
        yield run
