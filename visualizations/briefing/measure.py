"""How much room text takes: paragraphs of runs, measured with the metrics of a font that comes as a package.

Slides and briefs name Meiryo for East Asian letters and Arial for others; neither may be on the machine that writes them. The
letters of IPAexGothic are as wide as Meiryo's full-width ones, and no narrower than Arial's, so what fits by them fits.
Distances of lines are set in points, so that they do not depend on any font.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from visualizations.briefing.lettering import CLOSING, OPENING, em

LEADING = 1.26
"""Distance of lines, in sizes of their letters."""

RAISED = 0.66
"""Size of raised letters, in sizes of the others."""

_CARE = 0.97
"""Share of a width that is used, since no two programs break lines alike."""

_APART = 0.22
"""What some programs add between East Asian and other letters, in sizes of them."""

_WORD = r"[^\s　-鿿＀-￯、-〿]"
_PIECES = re.compile(rf"[{re.escape(OPENING)}]*(?:{_WORD}+|.)[{re.escape(CLOSING)}]*\s*", re.DOTALL)


@dataclass(frozen=True)
class Run:
    """Letters of one look.

    Attributes:
        text: The letters.
        lang: `ja` or `en`.
        size: Their size in points.
        bold: Whether they are bold.
        raised: Whether they are raised, as numbers of footnotes are.
        colour: Their colour, as 1F2A36; empty for that of the slide.
    """

    text: str
    lang: str
    size: float
    bold: bool = False
    raised: bool = False
    colour: str = "1F2A36"


@dataclass(frozen=True)
class Para:
    """A paragraph.

    Attributes:
        runs: What stands in it.
        bullet: Sign before it; empty for none.
        before: Distance from the paragraph above, in points.
        align: `l`, `ctr` or `r`.
    """

    runs: tuple[Run, ...]
    bullet: str = ""
    before: float = 0
    align: str = "l"

    @property
    def size(self) -> float:
        """Size of its largest letters."""
        return max((run.size for run in self.runs), default=10)

    @property
    def indent(self) -> float:
        """Width of what stands before its lines."""
        return round(self.size * 0.9) if self.bullet else 0

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(run.text for run in self.runs)


def width_of(text: str, size: float) -> float:
    """Width of text on one line, in points; some programs set East Asian and other letters apart."""
    apart = sum(
        (_is_wide(one) and _is_narrow(other)) or (_is_narrow(one) and _is_wide(other))
        for one, other in pairwise(text)
    )
    return (sum(map(em, text)) + apart * _APART) * size


def height_of(paras: Sequence[Para], width: float) -> float:
    """Height of paragraphs, in points.

    Args:
        paras: The paragraphs.
        width: Width of the lines, in points.
    """
    return sum(
        lines_of(para, width) * para.size * LEADING + (para.before if number else 0)
        for number, para in enumerate(paras)
    )


def lines_of(para: Para, width: float) -> int:
    """Number of lines that a paragraph takes.

    Args:
        para: The paragraph.
        width: Width of the lines, in points.
    """
    room = max(1.0, (width - para.indent) * _CARE)
    lines, used = 1, 0.0
    for piece, size in _pieces(para.runs):
        needed = width_of(piece, size)
        if used and used + width_of(piece.rstrip(), size) > room:
            lines, used = lines + 1, 0.0
        if needed > room:  # a word longer than a line is broken anywhere
            lines += ceil(width_of(piece.rstrip(), size) / room) - 1
            needed %= room
        used += needed
    return lines


def widest_word(paras: Iterable[Para]) -> float:
    """Width of the longest piece that should not be broken, in points."""
    return max(
        (width_of(piece.rstrip(), size) for para in paras for piece, size in _pieces(para.runs)),
        default=0,
    )


def _pieces(runs: Iterable[Run]) -> Iterable[tuple[str, float]]:
    for run in runs:
        size = run.size * RAISED if run.raised else run.size
        for piece in _PIECES.findall(run.text):
            yield piece, size


def _is_wide(letter: str) -> bool:
    return letter >= "\u3000"


def _is_narrow(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
