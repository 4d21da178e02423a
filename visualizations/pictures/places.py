"""Where boxes stand within a part of a page: stretched to fill it, then pushed apart without leaving it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from visualizations.briefing.area import Area
from visualizations.pictures.canvas import Point

_ROUNDS = 600
_Array = NDArray[np.float64]


def fitted(
    places: Mapping[str, Point],
    sizes: Mapping[str, Point],
    box: Area,
    gap: float = 8.0,
    columns: Mapping[str, float] | None = None,
) -> tuple[dict[str, Point], bool]:
    """Places within a box, as they lay to one another.

    Args:
        places: Middle of each, in any unit.
        sizes: Width and height of each, in points.
        box: The box.
        gap: Least distance between two, in points.
        columns: Width of each where the places come from, if they stand in columns there.

    Returns:
        The middles in points, and whether none overlap.
    """
    ids = list(places)
    if not ids:
        return {}, True
    half = np.array([sizes[id_] for id_ in ids], dtype=np.float64) / 2
    low = np.array([box.left, box.top]) + half
    high = np.maximum(low, np.array([box.right, box.bottom]) - half)
    given = np.array([places[id_] for id_ in ids], dtype=np.float64)
    points = _stretched(given, low, high)
    if columns is not None:
        were = np.array([columns[id_] for id_ in ids], dtype=np.float64) / 2
        points[:, 0] = _in_columns(given[:, 0], were, half[:, 0], box)
    points, clear = _apart(points, half, low, high, gap, columns is not None)
    return {id_: (float(x), float(y)) for id_, (x, y) in zip(ids, points, strict=True)}, clear


def _stretched(points: _Array, low: _Array, high: _Array) -> _Array:
    """Points stretched along each axis so that they reach all edges."""
    least, span = points.min(axis=0), np.ptp(points, axis=0)
    share = np.where(span > 0, (points - least) / np.where(span > 0, span, 1), 0.5)
    return np.asarray(low + share * (high - low))


def _in_columns(given: _Array, were: _Array, half: _Array, box: Area) -> _Array:
    """Columns over the whole width, whose gaps are to one another as they were."""
    middles, column = np.unique(given, return_inverse=True)
    old, new = (
        np.array([each[column == i].max() for i in range(len(middles))]) for each in (were, half)
    )
    gaps = np.diff(middles) - old[:-1] - old[1:]
    room = max(0.0, box.width - 2 * float(new.sum()))
    between = gaps * room / gaps.sum() if len(gaps) else gaps
    found = box.left + new[0] + np.concatenate([[0.0], np.cumsum(new[:-1] + between + new[1:])])
    return np.asarray(found[column])


def _apart(
    points: _Array, half: _Array, low: _Array, high: _Array, gap: float, upright: bool = False
) -> tuple[_Array, bool]:
    """Points pushed apart, and whether they are; only up and down where they stay in columns."""
    if upright:
        stay = points[:, :1]
        low, high = (np.hstack([stay, each[:, 1:]]) for each in (low, high))
    need = half[:, None] + half[None, :] + gap
    nudge = np.arange(len(points))[:, None] * np.array([[1e-3, 7e-4]])
    points = points + nudge
    for round_ in range(_ROUNDS):
        away = points[:, None] - points[None, :]
        lack = need - np.abs(away)
        clash = np.asarray((lack > 0.01).all(axis=2))
        np.fill_diagonal(clash, False)
        if not clash.any():
            return points, True
        # Along the shorter way; now and then along the other, lest boxes jam at an edge.
        across = lack[..., 0] < lack[..., 1] * (1.0 if round_ % 7 else 4.0)
        push = np.where(np.stack([across, ~across], axis=2), lack, 0.0) * np.sign(away)
        points = np.clip(points + (push * clash[..., None]).sum(axis=1) * 0.35, low, high)
    return points, not _overlapping(points, half)


def _overlapping(points: _Array, half: _Array) -> bool:
    need = half[:, None] + half[None, :]
    clash = np.asarray((np.abs(points[:, None] - points[None, :]) < need - 0.5).all(axis=2))
    np.fill_diagonal(clash, False)
    return bool(clash.any())
