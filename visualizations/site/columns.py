"""How much room a column of a table asks for, by what stands in it.

A browser gives room by the longest cell, and breaks Japanese between any two letters; so beside one long column the
others would stand on end. Each column therefore says what it needs at least.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from visualizations.labels import FONT_SIZE, width_of

NARROW, DATED, MIDDLE = 9.0, 13.0, 20.0
"""Widths in full-width letters up to which a column is not broken at all, if of words or of dates, or little."""

_NUMBER = re.compile(r"[―—–-]|-?[\d,]+(?:\.\d+)?%?")
_REFERENCES = re.compile(r"(?:\d+\)[\s、,]*)*")
_DATED = re.compile(r"\D{0,10}\d.*|[―—–-]?|収録資料なし|no source held", re.DOTALL)


def column_classes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The class of each column, as site.css knows it.

    Args:
        headings: Heading of each column.
        rows: Cells as text.
    """
    return tuple(map(_class, zip(*rows, strict=True))) or ("",) * len(headings)


def _class(cells: tuple[str, ...]) -> str:
    said = [cell.strip() for cell in cells]
    if all(map(_REFERENCES.fullmatch, said)):
        return "refs"
    if any(cell[:1].isdigit() for cell in said) and all(map(_NUMBER.fullmatch, said)):
        return "number"
    longest = max(map(width_of, said)) / FONT_SIZE
    if longest <= NARROW or (longest <= DATED and all(map(_DATED.fullmatch, said))):
        return "narrow"
    return "middle" if longest <= MIDDLE else "broad"
