"""A statement whose rows come as one record."""

from __future__ import annotations

import pytest

from graphmodel.cypher_text import outermost
from graphmodel.stores.gathered import gathered


def test_rows_are_collected_in_their_order() -> None:
    statement = "MATCH (n:Entity)\nRETURN n.id AS id, n.kind AS call\nORDER BY id // RETURN all"
    assert gathered(statement, ("id", "call"), 11) == (
        "MATCH (n:Entity)\nWITH n.id AS id, n.kind AS call\nORDER BY id // RETURN all\n"
        "LIMIT 11\nRETURN collect([`id`, `call`]) AS rows"
    )


def test_what_a_subquery_returns_stays_in_it() -> None:
    statement = (
        "CALL () { MATCH (n) RETURN n.id AS id ORDER BY id LIMIT 3 } RETURN DISTINCT id ORDER BY id"
    )
    at_once = gathered(statement, ("id",), 2)
    assert at_once is not None
    assert at_once.startswith("CALL () { MATCH (n) RETURN n.id AS id ORDER BY id LIMIT 3 } WITH DISTINCT id")  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "columns"),
    [
        ("MATCH (n) RETURN n.id AS id", ("id",)),
        ("MATCH (n) RETURN n.id AS id /* ORDER BY id */", ("id",)),
        ("MATCH (n) RETURN n.id ORDER BY n.id", ("n.id",)),
        ("MATCH (n) RETURN n.id AS `an id` ORDER BY `an id`", ("an id",)),
        ("MATCH (n) RETURN n.id AS id ORDER BY id LIMIT 3", ("id",)),
        ("MATCH (n) RETURN n.id AS id ORDER BY id skip 3", ("id",)),
        ("MATCH (n) RETURN n.id AS id ORDER BY id;", ("id",)),
        ("RETURN 1 AS id UNION RETURN 2 AS id ORDER BY id", ("id",)),
        ("MATCH (n) WITH n ORDER BY n.id RETURN n.id AS id", ("id",)),
    ],
)
def test_others_are_read_row_by_row(statement: str, columns: tuple[str, ...]) -> None:
    assert gathered(statement, columns, 10) is None


def test_names_and_texts_are_no_clauses() -> None:
    statement = "MATCH (n:RETURN) WHERE n.return = 'RETURN ORDER BY' RETURN n.id AS id ORDER BY id"
    at_once = gathered(statement, ("id",), 1)
    assert at_once is not None
    assert at_once.count("WITH n.id AS id") == 1


def test_only_the_outermost_stays() -> None:
    statement = "WITH [x IN split('a)', ' ') | {a: (x)}] AS many RETURN many"
    text = outermost(statement)
    assert len(text) == len(statement)
    assert text.split() == ["WITH", "AS", "many", "RETURN", "many"]
