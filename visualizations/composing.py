"""From contents to scenes: one layout for all languages, so that a page can change between them where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphmodel.stores import GraphStore
from queries.catalogue import internal
from queries.results import Coverage
from queries.run import coverage_of
from visualizations import layout
from visualizations.content import Content
from visualizations.courses import Box, course, room_on
from visualizations.coverage import coverage_line
from visualizations.labels import LINE_HEIGHT
from visualizations.parts import Frame, Further, Mark, Node, Scene, Tie
from visualizations.style import LegendEntry, legend

FRAME_MARGIN = 18
"""Distance of a frame from what stands in it."""

_MARK_SIZE = 14


@dataclass(frozen=True)
class Draft:
    """What one language adds to a layout.

    Attributes:
        content: What is shown.
        title: One sentence that says what is seen.
        notes: What is left out, and by which rule.
        headings: Heading of each frame.
        further: What a page holds beyond the picture.
    """

    content: Content
    title: str
    notes: tuple[str, ...]
    headings: tuple[tuple[str, ...], ...] = ()
    further: Content | None = None


@dataclass(frozen=True)
class Plan:
    """Where things stand, in every language.

    Attributes:
        nodes: Placed nodes, each as large as its largest label needs.
        ties: Ties between them.
        frames: Boxes behind them.
        lanes: Gaps between them through which ties run.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    frames: tuple[Frame, ...] = ()
    lanes: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Find room for the signs."""
        object.__setattr__(self, "marks", _marks(self))


def widest(contents: Sequence[Content]) -> tuple[Node, ...]:
    """The nodes, each with the size of its largest label in any language."""
    sizes: dict[str, tuple[int, int, int]] = {}
    for content in contents:
        for node in content.nodes:
            known = sizes.get(node.id, (0, 0, 0))
            sizes[node.id] = (
                max(known[0], node.width),
                max(known[1], node.height),
                max(known[2], node.drop),
            )
    return tuple(
        replace(node, width=width, height=height, drop=drop)
        for node in contents[0].nodes
        for width, height, drop in [sizes[node.id]]
    )


def sizes(nodes: Sequence[Node]) -> dict[str, tuple[int, int]]:
    """Width and height of each node with its label."""
    return {node.id: (node.width, node.height) for node in nodes}


def placed(nodes: Sequence[Node], places: layout.Positions) -> tuple[Node, ...]:
    """Nodes where a layout puts the middle of shape and label."""
    return tuple(
        replace(node, x=places[node.id][0], y=places[node.id][1] - node.drop) for node in nodes
    )


def _marks(plan: Plan) -> tuple[Mark, ...]:
    """A sign on each tie that a source's list leaves out, clear of labels, headings and other signs."""
    at = {node.id: (node.x, node.y) for node in plan.nodes}
    taken: list[Box] = [
        (node.x, node.y + node.drop, node.width, node.height) for node in plan.nodes
    ]
    for frame in plan.frames:
        head = len(frame.heading) * LINE_HEIGHT + 2 * FRAME_MARGIN
        middle = frame.left + frame.width // 2, frame.top + head // 2
        taken.append((*middle, frame.width, head))
    marks = []
    for tie in plan.ties:
        if not tie.disputed:
            continue
        line = course(
            at[tie.start],
            at[tie.end],
            sideways=tie.sideways,
            lanes=plan.lanes if tie.through else (),
        )
        place = room_on(line, _MARK_SIZE, taken)
        if place:
            marks.append(Mark(tie.id, *place))
            taken.append((*place, _MARK_SIZE, _MARK_SIZE))
    return tuple(marks)


def compose(
    store: GraphStore,
    plan: Plan,
    drafts: Mapping[str, Draft],
    *,
    as_of: str,
    own: str,
    focus: str = "",
) -> tuple[Scene, ...]:
    """Whole pictures from their parts, one for each language, with legends, signs and what they rest on.

    Args:
        store: The graph.
        plan: Where things stand.
        drafts: What is said, by language.
        as_of: ISO day for which it is drawn.
        own: Id of the reader's own side.
        focus: Id of what it is about, if it is about one thing.
    """
    row = store.read(internal("coverage")).records()[0]
    coverage = coverage_of(row, as_of)
    return tuple(
        _scene(
            draft,
            plan,
            lang=lang,
            as_of=as_of,
            own=own,
            focus=focus,
            coverage=coverage,
            build=row["build_key"],
        )
        for lang, draft in drafts.items()
    )


def _scene(
    draft: Draft,
    plan: Plan,
    *,
    lang: str,
    as_of: str,
    own: str,
    focus: str,
    coverage: Coverage,
    build: str,
) -> Scene:
    content, beyond = draft.content, draft.further
    at = {node.id: (node.x, node.y) for node in plan.nodes}
    nodes = tuple(replace(node, x=at[node.id][0], y=at[node.id][1]) for node in content.nodes)
    both = [content, *([beyond] if beyond else [])]
    return Scene(
        lang=lang,
        title=draft.title,
        focus=focus,
        nodes=nodes,
        ties=content.ties,
        frames=tuple(
            replace(frame, heading=heading)
            for frame, heading in zip(plan.frames, draft.headings, strict=True)
        ),
        marks=plan.marks,
        legend=_legend([content], own, lang),
        notes=draft.notes,
        sources=tuple({source.id: source for part in both for source in part.sources}.values()),
        as_of=as_of,
        coverage=coverage_line(coverage, lang),
        build=build,
        handling=str(coverage.handling),
        own=own,
        newest=coverage.newest_event_on,
        fields={id_: name for part in both for id_, name in part.fields.items()},
        further=Further(beyond.nodes, beyond.ties, _legend(both, own, lang))
        if beyond
        else Further(),
        lanes=plan.lanes,
    )


def _legend(contents: Sequence[Content], own: str, lang: str) -> tuple[LegendEntry, ...]:
    parts: list[Node | Tie] = []
    for content in contents:
        parts += [*content.nodes, *content.ties]
    return legend(
        [(*c.kinds[node.id], node.look) for c in contents for node in c.nodes],
        [(tie.facts.kind, tie.facts.key, tie.look) for c in contents for tie in c.ties],
        own=own in contents[0].kinds,
        differs=any(part.evidence.differences for part in parts),
        lang=lang,
    )
