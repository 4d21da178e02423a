"""The whole graph, or a part of it, as files of a form that other programs read: one module for each form.

A form is a module with a function `files(contents)` that gives the text of each file by its name, and a line in
`FORMATS`. The same contents give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

from graphmodel.batch import GraphBatch, NodeRow, TieRow
from graphmodel.claims import Claim
from graphmodel.ids import ends_of
from graphmodel.vocab import Handling


@dataclass(frozen=True)
class Contents:
    """What is exported.

    Attributes:
        batch: Nodes and ties, sorted by id.
        claims: The claims behind them.
        used: Those of the claims whose value the graph uses.
        shipped: Whether it is all of the shipped record, or a part: its licence is then known.
        handling: How far it may travel.
    """

    batch: GraphBatch
    claims: tuple[Claim, ...]
    used: frozenset[Claim]
    shipped: bool = False
    handling: Handling = Handling.PUBLIC

    @property
    def entities(self) -> list[NodeRow]:
        """The nodes that the record speaks of: without the build and the sides of conflicts."""
        return [node for node in self.batch.nodes if node.labels[0] not in ("Build", "Claim")]

    def part(self, ids: Iterable[str]) -> Contents:
        """The part that is about some entities: they, the ties among them, their claims, and the sources of these."""
        kept = set(ids)
        ties = [tie for tie in self.batch.ties if {tie.start, tie.end} <= kept]
        claims = [claim for claim in self.claims if kept.issuperset(ends_of(claim.subject))]
        cited = {f"source:{claim.source}" for claim in claims}
        claims += [claim for claim in self.claims if claim.subject in cited - kept]
        nodes = [node for node in self.batch.nodes if node.id in kept | cited]
        return replace(self, batch=GraphBatch(nodes, ties), claims=tuple(claims))


def around(ties: Iterable[TieRow], focus: str, steps: int) -> set[str]:
    """Ids of the entities that are so many ties away from one, itself among them."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        neighbours[tie.start].add(tie.end)
        neighbours[tie.end].add(tie.start)
    reached = ring = {focus}
    for _ in range(steps):
        ring = set().union(*(neighbours[id_] for id_ in ring)) - reached
        reached = reached | ring
    return reached


@dataclass(frozen=True)
class Format:
    """A form of export.

    Attributes:
        module: Module whose `files` writes it.
        suffix: How the name of its one file ends; "" where it is a folder of several.
        en: What it is, for the help.
    """

    module: str
    suffix: str
    en: str


FORMATS = {
    "csv": Format(
        "visualizations.exports.tables",
        "",
        "a folder of tables, one for each kind of node and tie, with claims, sources and a datapackage.json",
    ),
    "jsonl": Format("visualizations.exports.lines", ".jsonl", "the claims, one in a line"),
    "graphml": Format(
        "visualizations.exports.graphml", ".graphml", "the graph for yEd, Cytoscape and networkx"
    ),
    "gexf": Format("visualizations.exports.gexf", ".gexf", "the graph for Gephi and networkx"),
    "json-ld": Format(
        "visualizations.exports.linked", ".jsonld", "the graph as RDF, by schema.org and PROV"
    ),
    "cypher": Format(
        "visualizations.exports.script",
        ".cypher",
        "a script that makes the graph in an empty Neo4j",
    ),
}
"""Each form by its name."""


def export(name: str, contents: Contents) -> Mapping[str, str]:
    """The text of each file of an export, by its name within the folder; a form of one file gives one.

    Args:
        name: One of `FORMATS`.
        contents: What is exported.
    """
    files: Mapping[str, str] = import_module(FORMATS[name].module).files(contents)
    return files
