"""What a picture is made of, whatever draws it: placed nodes, ties, frames, a legend, and what it rests on.

Everything here is in the reader's language and ready to be drawn; a renderer decides nothing about content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from visualizations.courses import Box
from visualizations.style import LegendEntry, LineLook, Look


@dataclass(frozen=True)
class Cite:
    """A source, and the place in it.

    Attributes:
        source: Id of the source, without its scheme.
        place: Place in the source (`s3 L41`); empty if it is cited as a whole.
    """

    source: str
    place: str = ""


@dataclass(frozen=True)
class Detail:
    """One line of what is known: what it says, and the value."""

    label: str
    value: str


@dataclass(frozen=True)
class Rival:
    """One of the values that sources give for the same thing.

    Attributes:
        value: The value, in words, with the source's own wording where that differs.
        used: Whether it is the one that the picture uses.
        cites: Where it stands.
    """

    value: str
    used: bool
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Difference:
    """Something on which sources differ: the value used first, then its rivals.

    Attributes:
        property: The property, or the list.
        label: The same, in words.
        why: Why the used value is used.
        rivals: The values.
    """

    property: str
    label: str
    why: str
    rivals: tuple[Rival, ...]


@dataclass(frozen=True)
class Evidence:
    """What a click on a node or tie shows.

    Attributes:
        title: Full name or title.
        other_title: The same in the other language; empty if it is the same.
        kind: Kind, in words.
        details: What is known of it.
        cites: Where it is known from.
        differences: Where sources differ about it.
        agreed: What was agreed in it, item by item.
        not_drawn: What it is tied to that the picture leaves out: kind and names.
    """

    title: str
    other_title: str
    kind: str
    details: tuple[Detail, ...] = ()
    cites: tuple[Cite, ...] = ()
    differences: tuple[Difference, ...] = ()
    agreed: tuple[str, ...] = ()
    not_drawn: tuple[Detail, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What a page filters by, without words: codes, ids and ISO days.

    Attributes:
        kind: Label of the node's kind; relationship type of a tie.
        key: Entry of the legend that stands for it.
        type: Code of the type; empty if it has none.
        level: Between whom an instrument is; empty for others.
        scope: How far it is about quantum technology; empty if its kind has none.
        stage: Its state; empty if its kind has none.
        fields: Ids of the fields that it covers.
        holds_from: First day on which it holds; empty if it is not a matter of time.
        holds_to: First day on which it no longer does.
        event: Date of its event, as the source gives it (EDTF); empty if it is no event or undated.
        planned: Whether it is only planned.
        role: Role of a member; empty for others.
        basis: What a tie rests on, if that is told.
        group: What brings it into a page that does not show it at first (`holding.GROUPS`); empty for what is shown,
            or comes with others.
    """

    kind: str = ""
    key: str = ""
    type: str = ""
    level: str = ""
    scope: str = ""
    stage: str = ""
    fields: tuple[str, ...] = ()
    holds_from: str = ""
    holds_to: str = ""
    event: str = ""
    planned: bool = False
    role: str = ""
    basis: str = ""
    group: str = ""


@dataclass(frozen=True)
class Node:
    """A node; x and y are the middle of its shape, in units of a pixel at full size.

    Attributes:
        id: Its id.
        label: Short name as drawn, line by line.
        look: How it is drawn.
        width: Width of what is drawn: shape and label.
        height: Height of the same.
        drop: How far the middle of what is drawn lies below the middle of the shape.
        evidence: What a click shows.
        x: Where it stands.
        y: Where it stands; downwards.
        facts: What it is filtered by.
        search: Names under which it is found, folded.
    """

    id: str
    label: tuple[str, ...]
    look: Look
    width: int
    height: int
    drop: int
    evidence: Evidence
    x: int = 0
    y: int = 0
    facts: Facts = Facts()
    search: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tie:
    """A tie between two nodes.

    Attributes:
        id: Its id.
        start: Id of the node that it leaves.
        end: Id of the node that it reaches.
        look: How it is drawn.
        evidence: What a click shows.
        disputed: Whether a source that lists all leaves it out.
        bend: 0 for the first tie between two nodes, further numbers for further ones, which are bent.
        sideways: Whether it leaves and reaches its nodes sideways, so that it passes behind no other of a column.
        through: Whether it first runs through the lanes of the picture.
        facts: What it is filtered by.
    """

    id: str
    start: str
    end: str
    look: LineLook
    evidence: Evidence
    disputed: bool = False
    bend: int = 0
    sideways: bool = False
    through: bool = False
    facts: Facts = Facts()


@dataclass(frozen=True)
class Frame:
    """A box with a heading around nodes that stand together."""

    heading: tuple[str, ...]
    left: int
    top: int
    width: int
    height: int

    def holds(self, node: Node) -> bool:
        """Whether a node stands in it."""
        across = self.left <= node.x <= self.left + self.width
        return across and self.top <= node.y <= self.top + self.height


@dataclass(frozen=True)
class Mark:
    """A sign that stands on a line, clear of all labels."""

    tie: str
    x: int
    y: int


@dataclass(frozen=True)
class Source:
    """A source as a reader needs it.

    Attributes:
        id: Its id, without its scheme.
        publisher: Who published it.
        title: Title as printed; empty if it has none.
        day: Day or period of publication, in words; empty if unknown.
        kind: Kind of source, in words.
        url: Address (http or https); empty if it has none.
    """

    id: str
    publisher: str
    title: str
    day: str
    kind: str
    url: str


@dataclass(frozen=True)
class Further:
    """What a page can bring into a picture.

    Attributes:
        nodes: Nodes, most of them without a place.
        ties: Ties between them, and to what is drawn.
        legend: What looks mean, with those of what is drawn.
        places: Where those of the nodes stand that have a place: x and y by id.
    """

    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """A whole picture.

    Attributes:
        lang: `ja` or `en`.
        title: One sentence that says what is seen.
        focus: Id of the node that it is about; empty if it is about no single one.
        nodes: Placed nodes in the order in which they are read out.
        ties: Ties, those drawn first first.
        frames: Boxes behind the nodes.
        marks: Signs on ties.
        legend: What looks mean.
        notes: What is left out, and by which rule.
        sources: Every source that is cited, by id.
        as_of: ISO day for which it is drawn.
        coverage: What it rests on, in one line.
        build: Key of the build that it was drawn from.
        handling: How far it may travel, a word of `vocab.Handling`.
        own: Id of the reader's own side.
        newest: ISO day of the newest event on record; empty if there is none.
        fields: Name of each field that something in it covers, by id, in the order of the record.
        further: What a page holds beyond the picture.
        lanes: Gaps in its columns through which ties run: middle, width and height of each.
    """

    lang: str
    title: str
    focus: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    frames: tuple[Frame, ...]
    marks: tuple[Mark, ...]
    legend: tuple[LegendEntry, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]
    as_of: str
    coverage: str
    build: str
    handling: str = "public"
    own: str = ""
    newest: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    further: Further = Further()
    lanes: tuple[Box, ...] = ()
