"""How lines run: straight, or swinging from level end to level end so that they pass behind nothing else in a column.

Every renderer draws them so, on whatever scale: the page's half is `page_files/js/lines.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]
"""Middle, width and height."""

BEND = 0.9
"""How far along the way a line that leaves sideways begins to turn: late, so that it is level beside its ends."""

_STEPS = 80


@dataclass(frozen=True)
class Course:
    """How one line runs.

    Attributes:
        corners: What it joins straight, from its start.
        swing: Where it then swings to: two controls of a Bezier curve, and its end; nothing if it is straight.
    """

    corners: tuple[Point, ...]
    swing: tuple[Point, Point, Point] | None = None

    def points(self) -> Iterator[Point]:
        """Points along it, close to one another."""
        shares = [step / _STEPS for step in range(_STEPS + 1)]
        for (ax, ay), (bx, by) in zip(self.corners, self.corners[1:], strict=False):
            yield from ((ax + (bx - ax) * share, ay + (by - ay) * share) for share in shares)
        if self.swing:
            whole = (self.corners[-1], *self.swing)
            yield from (_bezier(whole, share) for share in shares)


def course(
    start: Point, end: Point, *, sideways: bool = False, lanes: Sequence[Box] = ()
) -> Course:
    """How a line runs.

    Args:
        start: Middle of the one end.
        end: Middle of the other.
        sideways: Whether it leaves and reaches its ends sideways.
        lanes: Gaps that it runs through first, from the start.
    """
    if not sideways:
        return Course((start, end))
    edges = [(x + side * width / 2, y) for x, y, width, _ in lanes for side in (-1, 1)]
    last = (start, *edges)[-1]
    reach = (end[0] - last[0]) * BEND
    return Course((start, *edges), ((last[0] + reach, last[1]), (end[0] - reach, end[1]), end))


def room_on(line: Course, size: float, taken: Sequence[Box]) -> tuple[int, int] | None:
    """A place on a line for a sign that touches nothing.

    Args:
        line: The line.
        size: Width and height of the sign.
        taken: Boxes that it must keep clear of.

    Returns:
        The middle of the sign, as near as can be to the middle of a straight line, or to the start of one that swings;
        None if there is no room.
    """
    points = list(line.points())
    edge = len(points) // 10
    inner = list(enumerate(points))[edge : len(points) - edge]
    if not line.swing:
        inner.sort(key=lambda each: (abs(each[0] - len(points) // 2), each[0]))
    for _, (x, y) in inner:
        if all(
            abs(x - bx) >= (w + size) / 2 + 2 or abs(y - by) >= (h + size) / 2 + 2
            for bx, by, w, h in taken
        ):
            return round(x), round(y)
    return None


def passes_behind(line: Course, box: Box, within: float = 0.0) -> bool:
    """Whether a line passes behind a box.

    Args:
        line: The line.
        box: The box.
        within: How far from its edges it only touches the box.
    """
    x, y, width, height = box
    return any(
        abs(px - x) < width / 2 - within and abs(py - y) < height / 2 - within
        for px, py in line.points()
    )


def _bezier(points: tuple[Point, Point, Point, Point], share: float) -> Point:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, points, strict=True))
        for axis in (0, 1)
    )
    return x, y
