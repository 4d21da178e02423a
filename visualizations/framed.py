"""One side with its documents and partners, fora of all of them, and in a frame those with whom no document is confirmed.

It stands alike in every picture: the first view, and what a question finds about the members of a forum.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from visualizations import layout
from visualizations.composing import FRAME_MARGIN, Plan, placed, sizes, widest
from visualizations.content import Content
from visualizations.labels import LINE_HEIGHT, width_of
from visualizations.parts import Frame

Headings = Mapping[str, tuple[str, ...]]
"""Lines of the heading of the frame, by language."""


@dataclass(frozen=True)
class Sides:
    """What stands in such a picture, by the part that it plays.

    Attributes:
        own: The side.
        partners: Its partners.
        instruments: Its documents, each with the partners that it is drawn with.
        alone: Documents that are drawn with the side only.
        fora: Fora.
        column: Those with whom no document is confirmed.
    """

    own: str
    partners: tuple[str, ...]
    instruments: Mapping[str, tuple[str, ...]]
    alone: tuple[str, ...]
    fora: tuple[str, ...]
    column: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """All of it."""
        return (
            self.own,
            *self.partners,
            *self.instruments,
            *self.alone,
            *self.fora,
            *self.column,
        )

    def drawn(self, content: Content) -> Content:
        """What is shown with the lines that are drawn, each on its way."""
        ties = (
            replace(tie, sideways=True, through=tie.start == self.own and tie.end in self.fora)
            for tie in content.ties
            if tie.end not in self.alone or tie.start == self.own
        )
        return replace(content, ties=tuple(ties))


def framed(sides: Sides, contents: Mapping[str, Content], headings: Headings) -> Plan:
    """Where it stands.

    Args:
        sides: What stands in it.
        contents: What is shown of it, by language, as `Sides.drawn` has it.
        headings: Heading of the frame.
    """
    nodes = widest(list(contents.values()))
    order = [node.id for node in nodes]
    seen = layout.seen_from(
        sides.own,
        sorted(sides.partners, key=order.index),
        sides.instruments,
        sides.alone,
        sides.fora,
        sorted(sides.column, key=order.index),
        sizes(nodes),
    )
    ties = next(iter(contents.values())).ties
    return _with_frame(Plan(placed(nodes, seen.places), ties, lanes=seen.lanes), sides, headings)


def _with_frame(plan: Plan, sides: Sides, headings: Headings) -> Plan:
    """The column moved down by half its heading, and the frame around both."""
    inside = [node for node in plan.nodes if node.id in sides.column]
    if not inside:
        return plan
    longest = max(headings.values(), key=len)
    head = len(longest) * LINE_HEIGHT + 8
    lines = (line for heading in headings.values() for line in heading)
    wide = max(*(node.width for node in inside), *(round(width_of(line)) for line in lines))
    top = min(node.y - node.height // 2 for node in inside) - head // 2
    bottom = max(node.y + node.height // 2 for node in inside) + head // 2
    middle = max(node.x for node in inside)
    margin = FRAME_MARGIN
    frame = Frame(
        longest,
        middle - wide // 2 - margin,
        top - margin,
        wide + 2 * margin,
        bottom - top + 2 * margin,
    )
    moved = tuple(
        replace(node, y=node.y + head // 2) if node.id in sides.column else node
        for node in plan.nodes
    )
    return replace(plan, nodes=moved, frames=(frame,))
