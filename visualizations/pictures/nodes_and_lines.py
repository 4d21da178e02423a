"""A scene on paper: shapes with their labels, lines, the boxes around what stands together, and signs on lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from matplotlib.path import Path

from visualizations.briefing.area import Area
from visualizations.courses import Box, Course, course, room_on
from visualizations.drawing import GLYPH
from visualizations.parts import Frame, Node, Scene, Tie
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
_LANE_HIGH = 8.0


class Drawing:
    """A scene on a page."""

    def __init__(self, page: Page, scene: Scene, labels: dict[str, Text]) -> None:
        self.page, self.scene, self.labels = page, scene, labels
        self.nodes = {node.id: node for node in scene.nodes}

    def draw(self) -> None:
        """Draw everything, lines first."""
        self._frames()
        for tie in self.scene.ties:
            draw_tie(self.page, tie.look, self._path(tie), behind=True)
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
        free = self._headings | self._lanes
        wanted |= {id_: (x, y) for id_, (x, y, _, _) in free.items()}
        sizes = self.sizes | {id_: (width, height) for id_, (_, _, width, height) in free.items()}
        body = self.page.body
        room = Area(body.left + 4, body.top + 2, body.width - 8, body.height - 4)
        columns = {node.id: float(node.width) for node in self.scene.nodes}
        columns |= dict.fromkeys(free, 0.0)
        return fitted(wanted, sizes, room, columns=columns if self.scene.lanes else None)

    @cached_property
    def _headings(self) -> dict[str, Box]:
        """Room for the heading of each frame, above what stands in it."""
        found: dict[str, Box] = {}
        for i, frame in enumerate(self.scene.frames):
            inside = [node.x for node in self.scene.nodes if frame.holds(node)]
            if inside:
                lines = self._heading(frame)
                found[f"heading {i}"] = (max(inside), frame.top, lines.width, lines.height)
        return found

    @cached_property
    def _lanes(self) -> dict[str, Box]:
        """The gaps of the scene, each as wide as what stands in its column."""
        found: dict[str, Box] = {}
        for i, (x, y, _, _) in enumerate(self.scene.lanes):
            wide = [self.sizes[node.id][0] for node in self.scene.nodes if node.x == x]
            found[f"lane {i}"] = (x, y, max(wide, default=0.0), _LANE_HIGH)
        return found

    def _heading(self, frame: Frame) -> Text:
        return Text(tuple((line, NOTE, SOFT) for line in frame.heading))

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

    def line(self, tie: Tie) -> Course:
        """How a tie runs that is not bent; one that leaves sideways from side to side of its ends."""
        start, end = self._middle(tie.start), self._middle(tie.end)
        if tie.sideways:
            way = 0.5 if start[0] < end[0] else -0.5
            start = start[0] + self._shape(tie.start)[0] * way, start[1]
            end = end[0] - self._shape(tie.end)[0] * way, end[1]
        return course(
            start, end, sideways=tie.sideways, lanes=self._level_lanes if tie.through else ()
        )

    @cached_property
    def _level_lanes(self) -> tuple[Box, ...]:
        """The gaps on one level: each may have been pushed a little."""
        found = [(*self.places[id_], *lane[2:]) for id_, lane in self._lanes.items()]
        level = sum(y for _, y, _, _ in found) / max(1, len(found))
        return tuple((x, level, width, height) for x, _, width, height in found)

    def _path(self, tie: Tie) -> Path:
        """The line of a tie, cut where it meets the shapes of its ends if it points."""
        if tie.sideways:
            run = self.line(tie)
            turns = [Path.LINETO] * (len(run.corners) - 1) + [Path.CURVE4] * 3
            return Path([*run.corners, *(run.swing or ())], [Path.MOVETO, *turns])
        start, end = self._middle(tie.start), self._middle(tie.end)
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
        for i, frame in enumerate(self.scene.frames):
            if f"heading {i}" not in self._headings:
                continue
            lines = self._heading(frame)
            boxes = [
                (*self.places[node.id], *self.sizes[node.id])
                for node in self.scene.nodes
                if frame.holds(node)
            ]
            x, top = self.places[f"heading {i}"]
            boxes.append((x, top, lines.width, lines.height))
            box = _around(boxes)
            self.page.rectangle(box, "#F4F6F8", "#AAB4BE", 0.9, (4.0, 3.0), behind=True)
            self.page.text(lines, x, top - lines.height / 2, align="center")

    def _marks(self) -> None:
        """▲ on each tie that a source's list leaves out, clear of labels."""
        ties = {tie.id: tie for tie in self.scene.ties}
        taken: list[Box] = [
            (*self.places[id_], width, height) for id_, (width, height) in self.sizes.items()
        ]
        for mark in self.scene.marks:
            tie = ties.get(mark.tie)
            place = room_on(self.line(tie), _SIGN, taken) if tie else None
            if place:
                self.page.sign("▲", *place, _SIGN)
                taken.append((*place, _SIGN, _SIGN))


def _size(look: Look, label: Text) -> Point:
    if look.shape in INSIDE:
        slope = 20 if look.shape in ("chevron", "slanted", "trapezium", "hexagon") else 0
        return label.width + _PAD_X + slope, label.height + _PAD_Y
    return max(label.width + 4, _GLYPH), _GLYPH + 2 + label.height


def _around(boxes: Sequence[Box], margin: float = 4.0) -> Area:
    """The room of some boxes, and a little more."""
    left = min(x - width / 2 for x, _, width, _ in boxes) - margin
    right = max(x + width / 2 for x, _, width, _ in boxes) + margin
    top = min(y - height / 2 for _, y, _, height in boxes) - margin
    bottom = max(y + height / 2 for _, y, _, height in boxes) + margin
    return Area(left, top, right - left, bottom - top)


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
