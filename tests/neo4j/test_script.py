"""The exported script makes the same graph in an empty database, however often it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

import pytest

from graphmodel.batch import GraphBatch, NodeRow, TieRow
from tests.neo4j.conftest import Database
from visualizations.exports import Contents, export

pytestmark = pytest.mark.neo4j


def run_script(database: Database, batch: GraphBatch) -> None:
    (text,) = export("cypher", Contents(batch, (), frozenset())).values()
    for statement in re.split(r";\n", text):
        if statement.strip():
            database.run(statement)


@pytest.fixture
def empty(database: Database) -> Iterator[Database]:
    yield database
    database.run("MATCH (n:Entity) DETACH DELETE n")


def of_every_kind(whole: GraphBatch, some: int = 20) -> GraphBatch:
    """Some ties of every type with their ends, and some nodes of every kind: a server takes minutes for the whole."""
    ties = [tie for own in by(whole.ties, "type") for tie in own[:some]]
    ends = {end for tie in ties for end in (tie.start, tie.end)}
    ends |= {node.id for own in by(whole.nodes, "labels") for node in own[:some]}
    return GraphBatch([node for node in whole.nodes if node.id in ends], ties)


def by(rows: list[Any], name: str) -> Iterator[list[Any]]:
    of = attrgetter(name)
    return (list(own) for _, own in groupby(sorted(rows, key=of), key=of))


def test_everything_that_the_record_has_some_of(empty: Database, shipped: GraphBatch) -> None:
    part = of_every_kind(shipped)
    assert {tie.type for tie in part.ties} == {tie.type for tie in shipped.ties}
    assert {node.labels for node in part.nodes} == {node.labels for node in shipped.nodes}
    for _ in range(2):
        run_script(empty, part)
        assert empty.holds(part)


def test_text_that_is_hard_to_write(empty: Database) -> None:
    hard = [
        "it's",
        'say "so"',
        "a\\b",
        "line\nnext\r",
        "縁 𝒬",
        "// not a comment",
        "$rows",
        "{};",
        "",
    ]
    node = NodeRow("forum:a", ("Forum",), {"id": "forum:a", "kind": "Forum", "names": hard, "n": 3, "t": True})  # fmt: skip
    tie = TieRow("forum:a LED_TO forum:a", "LED_TO", "forum:a", "forum:a", {"id": "forum:a LED_TO forum:a", "cites": hard})  # fmt: skip
    batch = GraphBatch([node], [tie])
    run_script(empty, batch)
    assert empty.holds(batch)
