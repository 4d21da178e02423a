"""Where things stand around the one thing that all of them are tied to: on rings, in an order that can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import cos, pi, sin

import numpy as np

from visualizations.layout import GAP, Positions, Sizes, apart

_WIDER_THAN_HIGH = 1.75
"""Of a ring: the shape of the room that a page has for its picture."""

_MOST_RINGS = 5


def around(
    centre: str, ids: Sequence[str], pairs: Iterable[tuple[str, str]], sizes: Sizes
) -> Positions:
    """Place what is tied to one thing around it, clockwise from the top, neighbours in turn on each ring.

    Args:
        centre: What stands in the middle.
        ids: Everything, in the order in which it is read out; what is tied to each other stands side by side.
        pairs: Ends of each tie.
        sizes: Width and height of each node with its label.

    Returns:
        The middle of each node with its label. No two labels overlap.
    """
    order = _side_by_side([id_ for id_ in ids if id_ != centre], pairs)
    if not order:
        return {centre: (0, 0)}
    wide, high = (sum(sizes[id_][i] for id_ in order) / len(order) + 2 * GAP for i in (0, 1))
    rings = min(range(1, _MOST_RINGS + 1), key=lambda n: _room(n, len(order), wide, high))
    first_x, first_y = _first(rings, len(order), wide, high)
    points = [(0.0, 0.0)]
    for place in range(len(order)):
        turn, ring = 2 * pi * place / len(order), place % rings
        x, y = first_x + ring * wide, first_y + ring * high
        points.append((x * sin(turn), -y * cos(turn)))
    every = [centre, *order]
    boxes = np.array([sizes[id_] for id_ in every], dtype=np.float64)
    fixed = np.array([id_ == centre for id_ in every])
    placed = apart(np.array(points, dtype=np.float64), boxes, fixed)
    return {id_: (round(x), round(y)) for id_, (x, y) in zip(every, placed.tolist(), strict=True)}


def _first(rings: int, count: int, wide: float, high: float) -> tuple[float, float]:
    """Half width and half height of the innermost ring: so large that what stands on it has room."""
    around_ = count / (2 * pi * rings)
    x = max(around_ * wide, 1.2 * wide)
    y = max(around_ * high, 1.6 * high)
    return max(x, y * _WIDER_THAN_HIGH), max(y, x / _WIDER_THAN_HIGH)


def _room(rings: int, count: int, wide: float, high: float) -> float:
    """How high a page has to be for a number of rings."""
    x, y = _first(rings, count, wide, high)
    across = 2 * (x + (rings - 1) * wide) + wide
    return max(across / _WIDER_THAN_HIGH, 2 * (y + (rings - 1) * high) + high)


def _side_by_side(ids: Sequence[str], pairs: Iterable[tuple[str, str]]) -> list[str]:
    """The order given, but for what is tied to something before it: that follows at once."""
    near: dict[str, list[str]] = defaultdict(list)
    known = {id_: place for place, id_ in enumerate(ids)}
    for one, other in pairs:
        if one in known and other in known:
            near[one].append(other)
            near[other].append(one)
    found: dict[str, None] = {}
    for id_ in ids:
        next_ = [id_]
        while next_:
            at = next_.pop()
            if at not in found:
                found[at] = None
                next_.extend(sorted(near[at], key=known.__getitem__, reverse=True))
    return list(found)
