"""What is shown of entities and of the ties between them, read from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphmodel.claims import OURS
from graphmodel.kinds import KINDS, TIES, Agreement, Country
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations.drawing import Drawing, Row, own_value
from visualizations.own_first import OwnFirst
from visualizations.parts import Node, Source, Tie
from visualizations.values import Words, named_in, read_names
from visualizations.wording import source_words


@dataclass(frozen=True)
class Content:
    """What is shown of some entities and the ties between them.

    Attributes:
        nodes: Nodes without a place, own side first, then in the order of protocol.
        ties: Ties between them.
        sources: The sources cited.
        kinds: Label and type of each node by its id, for the legend.
        names: Name of each node by its id.
        fields: Name of each field that a node covers, by its id, in the order of the record.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    sources: tuple[Source, ...]
    kinds: Mapping[str, tuple[str, str]]
    names: Mapping[str, str]
    fields: Mapping[str, str]


def read_content(
    store: GraphStore,
    ids: Collection[str],
    types: Sequence[str],
    *,
    as_of: str,
    lang: str,
    own: str,
    focus: str = "",
    named_without: Collection[str] = (),
    naming: Collection[str] = (),
) -> Content:
    """Read what is shown of entities and of the ties between them.

    Args:
        store: The graph.
        ids: The entities.
        types: Relationship types that are drawn.
        as_of: ISO day on which the ties hold; empty for ties of any day.
        lang: `ja` or `en`.
        own: Id of the reader's own side.
        focus: Id of the entity that the picture is about, if it is about one; instruments then name parties that are
            not shown.
        named_without: Parties that instruments do not name beside their day; if any are given, they name the others.
        naming: Instruments that name all their parties but our side.
    """
    nodes = store.read(internal("picture-nodes"), {"ids": sorted(ids)}).records()
    ties = store.read(
        internal("picture-ties"), {"ids": sorted(ids), "types": list(types), "as_of": as_of}
    ).records()
    instruments = [row["id"] for row in nodes if row["kind"] == Agreement.spec.label]
    parties = store.read(internal("picture-parties"), {"ids": instruments}).records()
    topics = store.read(internal("picture-topics"), {"ids": sorted(ids)}).records()
    subjects = [row["id"] for row in (*nodes, *ties)]
    sides = store.read(internal("picture-differences"), {"subjects": subjects}).records()
    words = Words(lang, own, _names(store, nodes, ties, parties, sides, lang))
    differences = words.differences(sides)
    drawing = Drawing(
        words,
        OwnFirst(store, own),
        differences,
        _by(parties, "instrument"),
        _by(topics, "id"),
        ids if focus else named_without,
        naming,
    )
    rows = sorted(nodes, key=lambda row: _protocol(row, own))
    drawn = tuple(drawing.node(row, row["id"] == focus) for row in rows)
    lines = bent([drawing.tie(row) for row in ties])
    return Content(
        nodes=drawn,
        ties=tuple(sorted(lines, key=lambda tie: (tie.look.width, tie.id))),
        sources=_sources(store, drawn, lines, lang),
        kinds={row["id"]: (row["kind"], own_value(row, "type") or "") for row in nodes},
        names={row["id"]: row[f"name_{lang}"] for row in nodes},
        fields={
            row["item"]: row[f"name_{lang}"]
            for row in sorted(topics, key=lambda row: (row["scheme"] or "", row["item"]))
            if row["type"] == "COVERS"
        },
    )


def _protocol(row: Row, own: str) -> tuple[Any, ...]:
    """Order in which things are read out: by kind, our side first, then by English name."""
    kinds = list(KINDS)
    first = 0 if row["kind"] in (Country.spec.label, "Union") else 1 + kinds.index(row["kind"])
    event = row["event_on"] or ""
    return first, row["id"] != own, event, row["name_en"], row["id"]


def _by(rows: list[Row], column: str) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


def _names(
    store: GraphStore,
    nodes: list[Row],
    ties: list[Row],
    parties: list[Row],
    sides: list[Row],
    lang: str,
) -> dict[str, str]:
    """Names of everything that is named in what is shown."""
    wanted = {row["id"] for row in nodes} | {row["party"] for row in parties}
    for row in nodes:
        wanted.update(own_value(row, "holders") or [])
    for row in parties:
        wanted.update(row["through"] or [])
    for row in ties:
        for name, field in TIES[row["type"]].fields.items():
            if field.ref and row[name]:
                wanted.update(row[name] if field.many else [row[name]])
    return read_names(store, wanted | named_in(sides), lang)


def bent(ties: Iterable[Tie], after: Iterable[Tie] = ()) -> tuple[Tie, ...]:
    """Several ties between the same two nodes are bent, so that each can be seen and chosen.

    Args:
        ties: The ties.
        after: Ties that are drawn too, with bends of their own.
    """
    seen: dict[frozenset[str], int] = defaultdict(int)
    for tie in after:
        seen[frozenset((tie.start, tie.end))] += 1
    found = []
    for tie in ties:
        ends = frozenset((tie.start, tie.end))
        found.append(replace(tie, bend=seen[ends]))
        seen[ends] += 1
    return tuple(found)


def _sources(
    store: GraphStore, nodes: Iterable[Node], ties: Iterable[Tie], lang: str
) -> tuple[Source, ...]:
    cited: set[str] = set()
    parts: list[Node | Tie] = [*nodes, *ties]
    for part in parts:
        cited.update(cite.source for cite in part.evidence.cites)
        for difference in part.evidence.differences:
            cited.update(cite.source for rival in difference.rivals for cite in rival.cites)
    rows = store.read(
        internal("sources"), {"ids": sorted(f"source:{id_}" for id_ in cited - {OURS})}
    ).records()
    return tuple(_source(row, lang) for row in rows)


def _source(row: Row, lang: str) -> Source:
    publisher, title, day, kind = source_words(row, lang)
    url = str(row["url"] or "")
    return Source(
        id=row["id"].removeprefix("source:"),
        publisher=publisher,
        title=title,
        day=day,
        kind=kind,
        url=url if url.startswith(("https://", "http://")) else "",
    )
