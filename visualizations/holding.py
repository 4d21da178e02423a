"""What a page holds beyond what it first shows: the rest of the network, nearest first, one tick or click away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from graphmodel.kinds import (
    TIES,
    Agreement,
    Country,
    Forum,
    Meeting,
    Organisation,
    Person,
)
from graphmodel.kinds import Union as UnionKind
from graphmodel.stores import GraphStore
from graphmodel.vocab import OrganisationType
from queries.catalogue import internal
from visualizations.content import Content, bent, read_content
from visualizations.parts import Facts, Tie
from visualizations.style import reached_kinds

MOST_HELD = 2000
"""Nodes that a page holds at most: what a browser without a graphics card still moves smoothly."""

NEVER_DRAWN = frozenset({"NO_INSTRUMENT_WITH"})
"""Ties that say that there is none: a line would say the opposite."""


BELONGING = frozenset(
    {
        "AGREED",
        "BASED_ON",
        "CALLS_UNDER",
        "CO_ANNOUNCED",
        "DELIVERED_BY",
        "EDITION_OF",
        "JOINT_WITH",
        "LED_TO",
        "PART_OF",
        "PARTY_TO",
        "SUPERSEDES",
    }
)
"""Ties that are drawn between items that are farthest out."""


@dataclass(frozen=True)
class Group:
    """What is brought in together by one tick; `{own}` in its words stands for the reader's own side."""

    key: str
    ja: str
    en: str


GROUPS = (
    Group("rows", "問いのほかの行", "Further rows of the question"),
    Group("documents", "{own}のほかの協力文書", "Other instruments of {own}"),
    Group("third", "{own}を当事者としない協力文書", "Instruments without {own}"),
    Group("fora", "ほかの枠組み・会合", "Further fora"),
    Group("meetings", "会合（各回）", "Meetings (editions)"),
    Group("activities", "公募・共同研究・事業", "Calls, projects and programmes"),
    Group("bodies", "機関（企業を除く）", "Organisations other than companies"),
    Group("companies", "企業", "Companies"),
    Group("people", "人物", "People"),
)
"""The ticks of “show also”, in the order in which they stand. Countries come with what they take part in."""


def drawn_ties() -> tuple[str, ...]:
    """Relationship types that a picture may draw."""
    return tuple(sorted(TIES.keys() - NEVER_DRAWN))


def nearest(store: GraphStore, start: Collection[str], most: int = MOST_HELD) -> tuple[str, ...]:
    """Ids of what is tied to some nodes, directly or over others on whichever day, nearest first; those not included.

    Args:
        store: The graph.
        start: The nodes.
        most: How many, together with the nodes themselves, at most.
    """
    rows = store.read(
        internal("picture-network"),
        {"kinds": list(reached_kinds()), "types": list(drawn_ties())},
    ).records()
    near: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        near[row["start_id"]].add(row["end_id"])
        near[row["end_id"]].add(row["start_id"])
    found, edge = dict.fromkeys(start), sorted(start)
    while edge and len(found) < most:
        edge = sorted({other for id_ in edge for other in near[id_]} - found.keys())
        found |= dict.fromkeys(edge[: most - len(found)])
    return tuple(id_ for id_ in found if id_ not in start)


def further(
    store: GraphStore, shown: Content, ids: Collection[str], *, lang: str, own: str
) -> Content:
    """What a page holds beyond a picture: the further nodes, and every tie that the picture does not draw.

    Args:
        store: The graph.
        shown: What the picture shows.
        ids: The further nodes.
        lang: `ja` or `en`.
        own: Id of the reader's own side.
    """
    first = {node.id for node in shown.nodes}
    drawn = {tie.id for tie in shown.ties}
    content = read_content(
        store, (*first, *ids), drawn_ties(), as_of="", lang=lang, own=own, named_without=(own,)
    )
    parties = _parties(content.ties)
    nodes = tuple(
        replace(node, facts=replace(node.facts, group=_group(node.facts, own in parties[node.id])))
        for node in content.nodes
        if node.id not in first
    )
    ties = tuple(tie for tie in content.ties if tie.id not in drawn)
    return replace(content, nodes=nodes, ties=bent(ties, after=shown.ties))


def _parties(ties: Iterable[Tie]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.facts.kind == "PARTY_TO":
            found[tie.end].add(tie.start)
    return found


def _group(facts: Facts, ours: bool) -> str:
    """The tick that brings a node in; empty for those that come with others."""
    if facts.kind in (Country.spec.label, UnionKind.spec.label):
        return ""
    if facts.kind == Agreement.spec.label:
        return "documents" if ours else "third"
    if facts.kind == Organisation.spec.label:
        return "companies" if facts.type == OrganisationType.COMPANY else "bodies"
    plain = {Forum.spec.label: "fora", Meeting.spec.label: "meetings", Person.spec.label: "people"}
    return plain.get(facts.kind, "activities")
