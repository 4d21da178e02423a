"""A scene on paper: shapes with their labels, lines, the boxes around what stands together, and signs on lines."""

from __future__ import annotations

from functools import cached_property

from matplotlib.path import Path

from visualizations import layout
from visualizations.briefing.area import Area
from visualizations.drawing import GLYPH
from visualizations.parts import Node, Scene, Tie
from visualizations.pictures.canvas import Canvas, Point
from visualizations.pictures.outlines import inner, outline
from visualizations.pictures.page import Page
from visualizations.pictures.places import fitted
from visualizations.pictures.setting import NOTE, PAPER, SOFT, Text
from visualizations.style import INSIDE, LineLook, Look

_DASHES = (5.0, 4.0)
_PAD_X, _PAD_Y = 18.0, 8.0
_GLYPH = GLYPH * 0.8
_SIGN = 10.0


class Drawing:
    """A scene on a page."""

    def __init__(self, page: Page, scene: Scene, labels: dict[str, Text]) -> None:
        self.page, self.scene, self.labels = page, scene, labels
        self.nodes = {node.id: node for node in scene.nodes}

    def draw(self) -> None:
        """Draw everything, lines first."""
        self._frames()
        for tie in self.scene.ties:
            draw_tie(self.page, tie.look, self._course(tie), behind=True)
        for node in self.scene.nodes:
            self._node(node)
        self._marks()

    @cached_property
    def sizes(self) -> dict[str, Point]:
        """Width and height of each node with its label."""
        found = {node.id: _size(node.look, self.labels[node.id]) for node in self.scene.nodes}
        parties = [id_ for id_ in found if id_.startswith(("country:", "union:"))]
        if parties:  # all of one size
            most = tuple(max(found[id_][axis] for id_ in parties) for axis in (0, 1))
            found |= dict.fromkeys(parties, (most[0], most[1]))
        return found

    @cached_property
    def _fitted(self) -> tuple[dict[str, Point], bool]:
        wanted = {node.id: (float(node.x), float(node.y + node.drop)) for node in self.scene.nodes}
        head = 34.0 if self.scene.frames else 0.0
        body = self.page.body
        room = Area(body.left + 4, body.top + 2 + head, body.width - 8, body.height - 4 - head)
        return fitted(wanted, self.sizes, room)

    @property
    def clear(self) -> bool:
        """Whether no two labels overlap."""
        return self._fitted[1]

    @property
    def places(self) -> dict[str, Point]:
        """Middle of each node with its label."""
        return self._fitted[0]

    def _middle(self, id_: str) -> Point:
        """Middle of the shape of a node: above that of the whole where the label stands below it."""
        x, y = self.places[id_]
        if self.nodes[id_].look.shape in INSIDE:
            return x, y
        return x, y - self.sizes[id_][1] / 2 + _GLYPH / 2

    def _shape(self, id_: str) -> Point:
        return self.sizes[id_] if self.nodes[id_].look.shape in INSIDE else (_GLYPH, _GLYPH)

    def _course(self, tie: Tie) -> Path:
        """The line of a tie, cut where it meets the shapes of its ends if it points."""
        start, end = self._middle(tie.start), self._middle(tie.end)
        if tie.sideways:
            reach = (end[0] - start[0]) * layout.BEND
            return Path(
                [start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end],
                [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
            )
        if tie.look.arrow:
            end = _edge(start, end, self._shape(tie.end))
        if not tie.bend:
            return Path([start, end])
        off = 26.0 * ((tie.bend + 1) // 2) * (1 if tie.bend % 2 else -1)
        dx, dy = end[0] - start[0], end[1] - start[1]
        long = max(1.0, (dx * dx + dy * dy) ** 0.5)
        control = (
            (start[0] + end[0]) / 2 - dy / long * off,
            (start[1] + end[1]) / 2 + dx / long * off,
        )
        return Path([start, control, end], [Path.MOVETO, Path.CURVE3, Path.CURVE3])

    def _node(self, node: Node) -> None:
        label, (x, y) = self.labels[node.id], self.places[node.id]
        shape_x, shape_y = self._middle(node.id)
        draw_shape(self.page, node.look, shape_x, shape_y, *self._shape(node.id))
        if node.look.shape in INSIDE:
            self.page.in_middle(label, x, y)
            return
        top = y - self.sizes[node.id][1] / 2 + _GLYPH + 2
        self.page.rectangle(Area(x - label.width / 2, top, label.width, label.height), PAPER)
        self.page.text(label, x, top, align="center")

    def _frames(self) -> None:
        """The boxes around nodes that stand together, with their headings."""
        for frame in self.scene.frames:
            inside = [
                node.id
                for node in self.scene.nodes
                if frame.left <= node.x <= frame.left + frame.width
                and frame.top <= node.y <= frame.top + frame.height
            ]
            if not inside:
                continue
            lines = Text(tuple((line, NOTE, SOFT) for line in frame.heading))
            left = min(self.places[i][0] - self.sizes[i][0] / 2 for i in inside) - 4
            right = max(self.places[i][0] + self.sizes[i][0] / 2 for i in inside) + 4
            top = min(self.places[i][1] - self.sizes[i][1] / 2 for i in inside) - lines.height - 4
            bottom = max(self.places[i][1] + self.sizes[i][1] / 2 for i in inside) + 4
            middle, wide = (left + right) / 2, max(right - left, lines.width + 8)
            box = Area(min(middle - wide / 2, self.page.body.right - wide), top, wide, bottom - top)
            self.page.rectangle(box, "#F4F6F8", "#AAB4BE", 0.9, (4.0, 3.0), behind=True)
            self.page.text(lines, box.middle[0], top + 2, align="center")

    def _marks(self) -> None:
        """▲ on each tie that a source's list leaves out, clear of labels."""
        ties = {tie.id: tie for tie in self.scene.ties}
        taken = [
            (round(x), round(y), round(self.sizes[id_][0]), round(self.sizes[id_][1]))
            for id_, (x, y) in self.places.items()
        ]
        for mark in self.scene.marks:
            tie = ties.get(mark.tie)
            if tie is None:
                continue
            ends = [tuple(map(round, self._middle(end))) for end in (tie.start, tie.end)]
            start, end = ((int(x), int(y)) for x, y in ends)
            place = layout.on_line(start, end, round(_SIGN), taken, sideways=tie.sideways)
            if place:
                self.page.sign("▲", *place, _SIGN)
                taken.append((*place, round(_SIGN), round(_SIGN)))


def _size(look: Look, label: Text) -> Point:
    if look.shape in INSIDE:
        slope = 20 if look.shape in ("chevron", "slanted", "trapezium", "hexagon") else 0
        return label.width + _PAD_X + slope, label.height + _PAD_Y
    return max(label.width + 4, _GLYPH), _GLYPH + 2 + label.height


def _edge(start: Point, end: Point, size: Point) -> Point:
    """Where a straight line meets the box around its end."""
    dx, dy = start[0] - end[0], start[1] - end[1]
    shares = [(size[i] / 2 + 2) / abs(d) for i, d in enumerate((dx, dy)) if abs(d) > 1e-6]
    share = min([1.0, *shares])
    return end[0] + dx * share, end[1] + dy * share


def draw_shape(canvas: Canvas, look: Look, x: float, y: float, width: float, height: float) -> None:
    """Draw a shape around a point."""
    dashes = _DASHES if look.dashed else ()
    canvas.path(
        outline(look.shape, x, y, width, height),
        look.fill,
        look.border,
        look.thickness * 0.75,
        dashes,
    )
    if lines := inner(look.shape, x, y, width, height):
        canvas.path(lines, "none", look.border, 0.9)


def draw_tie(canvas: Canvas, look: LineLook, path: Path, *, behind: bool = False) -> None:
    """Draw a tie along a path."""
    dashes = [dash * 0.7 for dash in look.dashes]
    draw = canvas.arrow if look.arrow else canvas.tie
    draw(path, look.colour, look.width * 0.75, dashes, behind=behind)
