"""The exported script makes the same graph in an empty database, however often it is run."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def test_the_whole_record(empty: Database, shipped: GraphBatch) -> None:
    for _ in range(2):
        run_script(empty, shipped)
        assert empty.holds(shipped)


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
