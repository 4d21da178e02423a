"""The coastline behind the map: made once from Natural Earth, shipped as a data file, read by the page.

Only where land meets sea: no border, no fill, no name. `python -m visualizations.tabs.coastline land-110m.json` makes
the file anew from the TopoJSON of the npm package world-atlas 2.0.2 (ISC), which holds Natural Earth's land at
1:110 million (public domain). Lines are cut where the Pacific-centred map is cut, and rounded to a tenth of a degree.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

CUT = -30
"""Meridian at which the map begins and ends: its middle is 150°E."""

SOUTH = -58
"""Latitude below which nothing is drawn."""

FILE = Path(__file__).parents[1] / "page_files" / "coastline.json"

_ATTRIBUTION = "Natural Earth, land 1:110 million (public domain), by world-atlas 2.0.2 (ISC)"

_Point = tuple[float, float]
_Line = list[_Point]


@cache
def read_coastline() -> dict[str, Any]:
    """The shipped coastline: `lines`, each [x, y, step x, step y, …] in tenths of a degree east of the cut and north.

    Every line begins with its first point; what follows are steps from point to point.
    """
    shipped: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return shipped


def from_topology(topology: dict[str, Any]) -> dict[str, Any]:
    """The data file from a TopoJSON of land.

    Args:
        topology: Its content; `objects.land` is what is read.
    """
    lines = [piece for ring in _rings(topology) for piece in _pieces(ring)]
    encoded = sorted(_encoded(line) for line in lines if len(line) > 1)
    return {"attribution": _ATTRIBUTION, "cut": CUT, "lines": [e for e in encoded if len(e) > 2]}


def _rings(topology: dict[str, Any]) -> Iterator[_Line]:
    """Rings of the land in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[_Line] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            for ring in polygon:
                line: _Line = []
                for index in ring:
                    points = arcs[index] if index >= 0 else arcs[~index][::-1]
                    line += points[1:] if line else points
                yield line


def _pieces(ring: _Line) -> Iterator[_Line]:
    """A ring as lines east of the cut, without what lies too far south and without the seam at 180°."""
    line: _Line = []
    for start, end in itertools.pairwise(ring):
        seam = abs(start[0]) > 179.9 and abs(end[0]) > 179.9
        if seam or min(start[1], end[1]) < SOUTH:
            yield line
            line = []
            continue
        one, two = _east(start[0]), _east(end[0])
        if abs(one - two) <= 180:
            line = [*(line or [(one, start[1])]), (two, end[1])]
            continue
        edge = 360.0 if one > two else 0.0  # the cut lies between them
        share = abs(edge - one) / (abs(edge - one) + abs(two - (360 - edge)))
        middle = start[1] + share * (end[1] - start[1])
        yield [*(line or [(one, start[1])]), (edge, middle)]
        line = [(360 - edge, middle), (two, end[1])]
    yield line


def _east(longitude: float) -> float:
    """Degrees east of the cut."""
    return (longitude - CUT) % 360


def _encoded(line: _Line) -> list[int]:
    points = list(dict.fromkeys(_tenths(line)))
    if points and len(line) > 2 and line[0] == line[-1]:
        points.append(points[0])
    steps = [c for a, b in itertools.pairwise(points) for c in (b[0] - a[0], b[1] - a[1])]
    return [*points[0], *steps]


def _tenths(line: Iterable[_Point]) -> Iterator[tuple[int, int]]:
    for x, y in line:
        yield round(x * 10), round(y * 10)


if __name__ == "__main__":
    made = from_topology(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    FILE.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
