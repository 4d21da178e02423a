"""Splits what does not fit on one slide: parts that belong one below the other, on as few slides as hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any


@dataclass(frozen=True)
class Piece:
    """A part of a slide that is drawn in one piece.

    Attributes:
        height: Its height.
        said: What it says.
        content: What is drawn.
        leads: Whether it may not be the last on a slide, as a heading.
        of: What it is a part of, by a number: parts of one thing stand together where they stand on one slide.
    """

    height: float
    said: tuple[Any, ...]
    content: Any
    leads: bool = False
    of: int = -1


def packed(
    pieces: Sequence[Piece], room: Callable[[Iterable[Any]], float], gap: float = 0
) -> list[list[Piece]]:
    """Pieces in groups, each of which fits on a slide.

    Args:
        pieces: The pieces, in their order.
        room: Height that there is for pieces that say these things.
        gap: Distance between two pieces.

    Returns:
        The groups; a piece that is higher than any slide stands alone.
    """
    groups: list[list[Piece]] = []
    current: list[Piece] = []
    for number, piece in enumerate(pieces):
        trial = [*current, piece]
        if piece.leads and number + 1 < len(pieces):
            trial.append(pieces[number + 1])
        height = sum(one.height for one in trial) + gap * (len(trial) - 1)
        if current and height > room([one.said for one in trial]):
            groups.append(current)
            current = []
        current = [*current, piece]
    return [*groups, current] if current else groups


def rejoined(
    group: Iterable[Piece], gap: float, join: Callable[[Sequence[Any]], Any]
) -> list[Piece]:
    """The pieces of one slide, those that are parts of one thing made one again.

    Args:
        group: The pieces.
        gap: Distance between two.
        join: Makes what is drawn of several parts.
    """
    made: list[Piece] = []
    for piece in group:
        if made and made[-1].of == piece.of >= 0:
            before = made.pop()
            height = before.height + gap + piece.height
            content = join([before.content, piece.content])
            made.append(
                replace(before, height=height, said=(before.said, piece.said), content=content)
            )
        else:
            made.append(piece)
    return made


def in_chunks(heights: Sequence[float], most: float) -> list[slice]:
    """Runs of things that stand together, about as high as one another, each no higher than some height or of one thing.

    Args:
        heights: Height of each.
        most: Height of a run.
    """
    chunks: list[slice] = []
    each = sum(heights) / max(1, ceil(sum(heights) / most))
    start, used = 0, 0.0
    for number, height in enumerate(heights):
        if number > start and (used + height > most or used + height / 2 > each):
            chunks.append(slice(start, number))
            start, used = number, 0.0
        used += height
    return [*chunks, slice(start, len(heights))]
