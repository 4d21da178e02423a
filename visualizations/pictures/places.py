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
    places: Mapping[str, Point], sizes: Mapping[str, Point], box: Area, gap: float = 8.0
) -> tuple[dict[str, Point], bool]:
    """Places within a box, as they lay to one another.

    Args:
        places: Middle of each, in any unit.
        sizes: Width and height of each, in points.
        box: The box.
        gap: Least distance between two, in points.

    Returns:
        The middles in points, and whether none overlap.
    """
    ids = list(places)
    if not ids:
        return {}, True
    half = np.array([sizes[id_] for id_ in ids], dtype=np.float64) / 2
    low = np.array([box.left, box.top]) + half
    high = np.maximum(low, np.array([box.right, box.bottom]) - half)
    points = _stretched(np.array([places[id_] for id_ in ids], dtype=np.float64), low, high)
    points, clear = _apart(points, half, low, high, gap)
    return {id_: (float(x), float(y)) for id_, (x, y) in zip(ids, points, strict=True)}, clear


def _stretched(points: _Array, low: _Array, high: _Array) -> _Array:
    """Points stretched along each axis so that they reach all edges."""
    least, span = points.min(axis=0), np.ptp(points, axis=0)
    share = np.where(span > 0, (points - least) / np.where(span > 0, span, 1), 0.5)
    return np.asarray(low + share * (high - low))


def _apart(
    points: _Array, half: _Array, low: _Array, high: _Array, gap: float
) -> tuple[_Array, bool]:
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
