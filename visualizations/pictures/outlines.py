"""The outlines of all shapes as paths: the same geometry as the page's (`page_files/js/outlines.js`)."""

from __future__ import annotations

from math import cos, pi, sin

from matplotlib.path import Path

from visualizations.drawing import SLOPE

_BEVEL, _FOLD, _ROUND = 9.0, 12.0, 16.0
_CURVE = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""

_Points = list[tuple[float, float]]


def outline(shape: str, x: float, y: float, width: float, height: float) -> Path:
    """The outline of a shape around a point; a shape without an outline of its own is a box.

    Args:
        shape: Its name, as in a look.
        x: Its middle.
        y: Its middle, downwards.
        width: Its width.
        height: Its height.
    """
    if shape in ("dot", "ellipse", "ring"):
        return _rounded(x, y, width, height, width / 2, height / 2)
    if shape == "rounded":
        corner = min(_ROUND, height / 2, width / 2)
        return _rounded(x, y, width, height, corner, corner)
    points = [(x + a, y + b) for a, b in _polygon(shape, width / 2, height / 2)]
    return Path([*points, points[0]], closed=True)


def inner(shape: str, x: float, y: float, width: float, height: float) -> Path | None:
    """The thin lines inside of a shape, or None."""
    if shape == "double":
        return outline("box", x, y, width - 7, height - 7)
    if shape == "ring":
        return outline("dot", x, y, width / 2, height / 2)
    if shape == "folded":
        fold = _fold(height)
        left, top = x + width / 2 - fold, y - height / 2
        return Path([(left, top), (left, top + fold), (left + fold, top + fold)])
    return None


def _polygon(shape: str, r: float, b: float) -> _Points:
    k = min(SLOPE, r / 2)
    fold = _fold(2 * b)
    known: dict[str, _Points] = {
        "bevelled": _cut(r, b, min(_BEVEL, 2 * b / 3), min(_BEVEL, 2 * b / 3)),
        "chevron": [(-r, -b), (r - k, -b), (r, 0), (r - k, b), (-r, b), (k - r, 0)],
        "cross": [
            (-r / 3, -b), (r / 3, -b), (r / 3, -b / 3), (r, -b / 3), (r, b / 3), (r / 3, b / 3), (r / 3, b), (-r / 3, b),
            (-r / 3, b / 3), (-r, b / 3), (-r, -b / 3), (-r / 3, -b / 3),
        ],
        "diamond": [(0, -b), (r, 0), (0, b), (-r, 0)],
        "folded": [(-r, -b), (r - fold, -b), (r, fold - b), (r, b), (-r, b)],
        "hexagon": [(b - r, -b), (r - b, -b), (r, 0), (r - b, b), (b - r, b), (-r, 0)],
        "hourglass": [(-r, -b), (r, -b), (0.2 * r, 0), (r, b), (-r, b), (-0.2 * r, 0)],
        "house": [(0, -b), (r, -0.2 * b), (r, b), (-r, b), (-r, -0.2 * b)],
        "inverted": [(-r, -b), (r, -b), (0, b)],
        "kite": [(0, -b), (r, -0.3 * b), (0, b), (-r, -0.3 * b)],
        "octagon": _cut(r, b, 0.6 * r, 0.6 * b),
        "pentagon": [(0, -b), (r, -0.2 * b), (0.6 * r, b), (-0.6 * r, b), (-r, -0.2 * b)],
        "slanted": [(k - r, -b), (r, -b), (r - k, b), (-r, b)],
        "star": _star(r, b),
        "trapezium": [(k - r, -b), (r - k, -b), (r, b), (-r, b)],
        "triangle": [(0, -b), (r, b), (-r, b)],
    }  # fmt: skip
    return known.get(shape, [(-r, -b), (r, -b), (r, b), (-r, b)])


def _cut(r: float, b: float, p: float, q: float) -> _Points:
    """A box with its corners cut off: by p across and by q down."""
    return [
        (p - r, -b),
        (r - p, -b),
        (r, q - b),
        (r, b - q),
        (r - p, b),
        (p - r, b),
        (-r, b - q),
        (-r, q - b),
    ]


def _star(r: float, b: float) -> _Points:
    reach = [0.44 if i % 2 else 1.1 for i in range(10)]
    return [(far * r * sin(i * pi / 5), -far * b * cos(i * pi / 5)) for i, far in enumerate(reach)]


def _fold(height: float) -> float:
    return min(_FOLD, height / 2.5)


def _rounded(x: float, y: float, width: float, height: float, across: float, down: float) -> Path:
    """A box with round corners, which may leave nothing straight."""
    left, right, top, bottom = x - width / 2, x + width / 2, y - height / 2, y + height / 2
    h, v = across * (1 - _CURVE), down * (1 - _CURVE)
    points = [
        (left + across, top), (right - across, top),
        (right - h, top), (right, top + v), (right, top + down), (right, bottom - down),
        (right, bottom - v), (right - h, bottom), (right - across, bottom), (left + across, bottom),
        (left + h, bottom), (left, bottom - v), (left, bottom - down), (left, top + down),
        (left, top + v), (left + h, top), (left + across, top), (left + across, top),
    ]  # fmt: skip
    line, curve = Path.LINETO, Path.CURVE4
    codes = [Path.MOVETO, *[line, curve, curve, curve] * 4, Path.CLOSEPOLY]
    return Path(points, codes)
