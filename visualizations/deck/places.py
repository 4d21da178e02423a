"""Where the boxes of a network stand on a slide: as far as can be where they stood, and never over one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, hypot, sqrt

from visualizations.briefing.area import Area

Places = Mapping[str, tuple[float, float]]
Pairs = Iterable[tuple[str, str]]

GAP_X, GAP_Y = 16.0, 14.0
"""Least distances between two boxes, in points."""


def scaled(
    places: Places, area: Area, width: float, height: float
) -> dict[str, tuple[float, float]]:
    """Places stretched so that all boxes stand within an area and fill it.

    Args:
        places: Middles of the boxes in any unit.
        area: The area.
        width: Width of a box.
        height: Height of a box.
    """
    left, right = _range(x for x, _ in places.values())
    top, bottom = _range(y for _, y in places.values())

    def along(value: float, low: float, high: float, start: float, room: float) -> float:
        return start + room * ((value - low) / (high - low) if high > low else 0.5)

    return {
        id_: (
            along(x, left, right, area.left + width / 2, area.width - width),
            along(y, top, bottom, area.top + height / 2, area.height - height),
        )
        for id_, (x, y) in places.items()
    }


def collide(places: Places, width: float, height: float) -> bool:
    """Whether two boxes stand over or too near one another."""
    points = list(places.values())
    return any(
        abs(a[0] - b[0]) < width + GAP_X / 2 and abs(a[1] - b[1]) < height + GAP_Y / 2
        for i, a in enumerate(points)
        for b in points[i + 1 :]
    )


def on_grid(
    places: Places, pairs: Sequence[tuple[str, str]], area: Area, width: float, height: float
) -> dict[str, tuple[float, float]] | None:
    """Places on a grid, each near to where it was; boxes are then exchanged where lines pass behind fewer boxes so.

    Args:
        places: Middles of the boxes in any unit.
        pairs: Ends of each line.
        area: The area.
        width: Width of a box.
        height: Height of a box.

    Returns:
        The middles of the boxes; None if the area has too few places.
    """
    columns = int((area.width + GAP_X) // (width + GAP_X))
    most = int((area.height + GAP_Y) // (height + GAP_Y))
    if columns * most < len(places):
        return None
    rows = min(most, max(ceil(len(places) / columns), _rows_wanted(len(places), most)))
    cells = [
        (
            area.left
            + width / 2
            + (area.width - width) * (i / (columns - 1) if columns > 1 else 0.5),
            area.top + height / 2 + (area.height - height) * (j / (rows - 1) if rows > 1 else 0.5),
        )
        for j in range(rows)
        for i in range(columns)
    ]
    wanted = scaled(places, area, width, height)
    found = _nearest(wanted, cells)
    return _exchanged(found, wanted, cells, pairs, width, height)


def _rows_wanted(count: int, most: int) -> int:
    return min(most, max(2, round(sqrt(count))))


def _nearest(
    wanted: Places, cells: Sequence[tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Each in the nearest cell that is free, those first that are nearest to one."""
    free = set(range(len(cells)))
    found: dict[str, tuple[float, float]] = {}
    while len(found) < len(wanted):
        _, id_, cell = min(
            (hypot(x - cells[cell][0], y - cells[cell][1]), id_, cell)
            for id_, (x, y) in wanted.items()
            if id_ not in found
            for cell in free
        )
        found[id_] = cells[cell]
        free.remove(cell)
    return {id_: found[id_] for id_ in wanted}


def _exchanged(
    found: dict[str, tuple[float, float]],
    wanted: Places,
    cells: Sequence[tuple[float, float]],
    pairs: Sequence[tuple[str, str]],
    width: float,
    height: float,
) -> dict[str, tuple[float, float]]:
    """Boxes moved to other cells, while that makes the picture better."""
    board = _Board(found, wanted, pairs, width, height)
    for _ in range(_ROUNDS):
        if not sum(board.improved(id_, cell) for id_ in wanted for cell in cells):
            break
    return board.at


_ROUNDS = 4
_BEHIND, _CROSSING, _LONG, _FAR = 400.0, 60.0, 0.25, 0.4
"""What is bad: a line behind a box, two lines that cross, a point of a line, a point between a box and its place."""


class _Board:
    """Boxes in their cells, and how bad the picture is that they make.

    Attributes:
        at: The middles of the boxes.
    """

    def __init__(
        self,
        at: dict[str, tuple[float, float]],
        wanted: Places,
        pairs: Sequence[tuple[str, str]],
        width: float,
        height: float,
    ) -> None:
        self.at, self._wanted, self._pairs = dict(at), wanted, list(pairs)
        self._width, self._height = width, height
        self._lines: dict[str, list[int]] = {id_: [] for id_ in at}
        for number, ends in enumerate(self._pairs):
            for id_ in set(ends):
                self._lines[id_].append(number)
        self._in = {place: id_ for id_, place in self.at.items()}

    def improved(self, id_: str, cell: tuple[float, float]) -> bool:
        """Move a box to a cell, and what stands there to where it was, if the picture is better so."""
        here, other = self.at[id_], self._in.get(cell)
        if cell == here:
            return False
        moved = [id_] if other is None else [id_, other]
        before = self._cost(moved)
        self._put(id_, cell, other, here)
        if self._cost(moved) < before - 1e-6:
            return True
        self._put(id_, here, other, cell)
        return False

    def _put(
        self,
        id_: str,
        cell: tuple[float, float],
        other: str | None,
        other_cell: tuple[float, float],
    ) -> None:
        self._in.pop(self.at[id_])
        self.at[id_] = cell
        if other is None:
            self._in.pop(cell, None)
        else:
            self.at[other] = other_cell
            self._in[other_cell] = other
        self._in[cell] = id_

    def _cost(self, moved: Sequence[str]) -> float:
        """What the boxes that are moved add to how bad it is."""
        cost = sum(
            _FAR
            * hypot(self.at[id_][0] - self._wanted[id_][0], self.at[id_][1] - self._wanted[id_][1])
            for id_ in moved
        )
        own = sorted({number for id_ in moved for number in self._lines[id_]})
        for number in own:
            a, b = self._pairs[number]
            cost += _LONG * hypot(self.at[a][0] - self.at[b][0], self.at[a][1] - self.at[b][1])
            cost += sum(self._behind(number, id_) for id_ in self.at)
        mine = set(own)
        for other in range(len(self._pairs)):
            if other not in mine:
                cost += sum(self._behind(other, id_) for id_ in moved)
            for number in own:
                if other not in mine or other < number:
                    cost += self._crossing(number, other)
        return cost

    def _behind(self, number: int, id_: str) -> float:
        a, b = self._pairs[number]
        if id_ in (a, b):
            return 0.0
        behind = passes(self.at[a], self.at[b], self.at[id_], self._width, self._height)
        return _BEHIND if behind else 0.0

    def _crossing(self, one: int, other: int) -> float:
        a, b = self._pairs[one]
        c, d = self._pairs[other]
        if a in (c, d) or b in (c, d):
            return 0.0
        return _CROSSING if _cross(self.at[a], self.at[b], self.at[c], self.at[d]) else 0.0


def passes(
    start: tuple[float, float],
    end: tuple[float, float],
    middle: tuple[float, float],
    width: float,
    height: float,
) -> bool:
    """Whether a straight line passes behind a box."""
    low, high = 0.0, 1.0
    for axis, half in ((0, width / 2 + 2), (1, height / 2 + 2)):
        delta = end[axis] - start[axis]
        near, far = middle[axis] - half - start[axis], middle[axis] + half - start[axis]
        if abs(delta) < 1e-9:
            if near > 0 or far < 0:
                return False
            continue
        one, other = sorted((near / delta, far / delta))
        low, high = max(low, one), min(high, other)
    return low < high


def _cross(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> bool:
    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _range(values: Iterable[float]) -> tuple[float, float]:
    known = list(values)
    return min(known, default=0.0), max(known, default=0.0)
