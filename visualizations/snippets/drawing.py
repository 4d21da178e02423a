"""A network as inline SVG: where things stand in its scene, with the looks, labels and legend of the page.

Letters are text in a font of the reader's, so that they can be searched and read out. It holds no script, no style sheet
and no address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from math import atan2, cos, hypot, sin

from matplotlib.path import Path

from visualizations.courses import Box, course
from visualizations.drawing import GLYPH
from visualizations.labels import FONT_SIZE, LINE_HEIGHT, width_of
from visualizations.parts import Frame, Node, Scene, Tie
from visualizations.pictures.outlines import inner, outline
from visualizations.style import INSIDE, LegendEntry, LineLook, Look

_FONT = "'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif"
_INK, _PAPER, _WASH, _RULE = "#1F2933", "#FFFFFF", "#F4F6F8", "#8794A1"
_MARGIN, _BEND, _HEAD, _SAMPLE = 20, 26, 9, 26
_ARROW_AT = 0.62
"""Where on a line its arrow stands, as a share of its length."""


def network_svg(scene: Scene) -> str:
    """A network as an `<svg>` element.

    Args:
        scene: The network.
    """
    places = {node.id: (float(node.x), float(node.y)) for node in scene.nodes}
    left, top, right, bottom = _extent(scene)
    legend, high = _legend(scene.legend, left, bottom + _MARGIN, right)
    width, height = right - left + 2 * _MARGIN, bottom - top + 3 * _MARGIN + high
    box = f"{left - _MARGIN:g} {top - _MARGIN:g} {width:g} {height:g}"
    ties = (tie for tie in scene.ties if {tie.start, tie.end} <= places.keys())
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width:g}" role="img" '
        f'aria-label="{escape(scene.title)}" font-family="{_FONT}" font-size="{FONT_SIZE}" fill="{_INK}">',
        f'<rect x="{left - _MARGIN:g}" y="{top - _MARGIN:g}" width="{width:g}" height="{height:g}" fill="{_PAPER}"/>',
        *(part for frame in scene.frames for part in _frame(frame)),
        *(part for tie in ties for part in _tie(tie, places, scene.lanes)),
        *(part for node in scene.nodes for part in _node(node)),
        *(_text("▲", mark.x, mark.y) for mark in scene.marks),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts)


def _extent(scene: Scene) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is drawn."""
    boxes = [
        (n.x - n.width / 2, n.y + n.drop - n.height / 2, n.x + n.width / 2, n.y + n.drop + n.height / 2)
        for n in scene.nodes
    ]  # fmt: skip
    boxes += [(f.left, f.top, f.left + f.width, f.top + f.height) for f in scene.frames]
    sides = list(zip(*boxes, strict=True))
    return min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])


def _frame(frame: Frame) -> Iterator[str]:
    yield (
        f'<rect x="{frame.left}" y="{frame.top}" width="{frame.width}" height="{frame.height}" '
        f'fill="{_WASH}" stroke="{_RULE}"/>'
    )
    yield from _lines(frame.heading, frame.left + frame.width / 2, frame.top + 9)


def _tie(
    tie: Tie, places: Mapping[str, tuple[float, float]], lanes: Sequence[Box]
) -> Iterator[str]:
    (x1, y1), (x2, y2) = places[tie.start], places[tie.end]
    if tie.sideways:
        run = course((x1, y1), (x2, y2), sideways=True, lanes=lanes if tie.through else ())
        straight, swing = (
            " ".join(f"{x:g} {y:g}" for x, y in points) for points in (run.corners, run.swing or ())
        )
        yield _path(f"M{straight}C{swing}", tie.look)
        return
    far = hypot(x2 - x1, y2 - y1) or 1.0
    # Further ties between the same two are bent, to either side in turn.
    bend = _BEND * ((tie.bend + 1) // 2) * (1 if tie.bend % 2 else -1)
    cx, cy = (x1 + x2) / 2 - bend * (y2 - y1) / far, (y1 + y2) / 2 + bend * (x2 - x1) / far
    yield _path(f"M{x1:g} {y1:g}Q{cx:g} {cy:g} {x2:g} {y2:g}", tie.look)
    if tie.look.arrow:
        t = _ARROW_AT
        x, y = (
            (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
            for a, b, c in ((x1, cx, x2), (y1, cy, y2))
        )
        angle = atan2(
            2 * (1 - t) * (cy - y1) + 2 * t * (y2 - cy), 2 * (1 - t) * (cx - x1) + 2 * t * (x2 - cx)
        )
        sides = " ".join(
            f"L{x - _HEAD * cos(angle + turn):.1f} {y - _HEAD * sin(angle + turn):.1f}"
            for turn in (0.5, -0.5)
        )
        yield f'<path d="M{x:.1f} {y:.1f}{sides}Z" fill="{tie.look.colour}"/>'


def _path(d: str, look: LineLook) -> str:
    dashes = f' stroke-dasharray="{" ".join(map(str, look.dashes))}"' if look.dashes else ""
    return (
        f'<path d="{d}" fill="none" stroke="{look.colour}" stroke-width="{look.width:g}"{dashes}/>'
    )


def _node(node: Node) -> Iterator[str]:
    inside = node.look.shape in INSIDE
    width, height = (node.width, node.height) if inside else (GLYPH, GLYPH)
    yield f"<g><title>{escape(node.evidence.title)}</title>"
    yield from _shape(node.look, node.x, node.y, width, height)
    tall = len(node.label) * LINE_HEIGHT
    top = node.y - tall / 2 if inside else node.y + GLYPH / 2 + 4
    if not inside:  # so that lines pass behind the label
        left = node.x - node.width / 2
        yield f'<rect x="{left:g}" y="{top:g}" width="{node.width}" height="{tall}" fill="{_PAPER}" fill-opacity="0.8"/>'
    yield from _lines(node.label, node.x, top)
    yield "</g>"


def _shape(look: Look, x: float, y: float, width: float, height: float) -> Iterator[str]:
    dashes = ' stroke-dasharray="5 4"' if look.dashed else ""
    yield (
        f'<path d="{_data(outline(look.shape, x, y, width, height))}" fill="{look.fill}" '
        f'stroke="{look.border}" stroke-width="{look.thickness:g}"{dashes}/>'
    )
    if within := inner(look.shape, x, y, width, height):
        yield f'<path d="{_data(within)}" fill="none" stroke="{look.border}" stroke-width="1.2"/>'


def _data(path: Path) -> str:
    """A path as SVG writes it."""
    letters = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE4: "C", Path.CLOSEPOLY: "Z"}
    said = []
    for points, code in path.iter_segments(simplify=False):
        letter = letters[code]
        said.append(letter if letter == "Z" else letter + " ".join(f"{number:.1f}" for number in points))  # fmt: skip
    return "".join(said)


def _lines(texts: Sequence[str], x: float, top: float) -> Iterable[str]:
    """Lines of text under one another."""
    return (_text(text, x, top + (number + 0.5) * LINE_HEIGHT) for number, text in enumerate(texts))


def _text(text: str, x: float, y: float, anchor: str = "middle") -> str:
    place = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}" dominant-baseline="central"'
    return f"<text {place}>{escape(text)}</text>"


def _legend(
    entries: Sequence[LegendEntry], left: float, top: float, right: float
) -> tuple[list[str], float]:
    """What looks mean, side by side in as many lines as they need, and how high that is."""
    parts: list[str] = []
    x, y = left, top + LINE_HEIGHT
    for entry in entries:
        wide = _SAMPLE + 8 + width_of(entry.text) + _MARGIN
        if x > left and x + wide > right:
            x, y = left, y + LINE_HEIGHT * 1.5
        middle = x + _SAMPLE / 2
        if entry.node:
            parts += _shape(
                entry.node, middle, y, _SAMPLE - 4 if entry.node.shape in INSIDE else 14, 14
            )
        elif entry.line:
            parts.append(_path(f"M{x:g} {y:g}L{x + _SAMPLE:g} {y:g}", entry.line))
        else:
            parts.append(_text(entry.sign, middle, y))
        parts.append(_text(entry.text, x + _SAMPLE + 8, y, "start"))
        x += wide
    return parts, y - top + LINE_HEIGHT
