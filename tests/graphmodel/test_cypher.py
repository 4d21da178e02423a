"""The statements by which a graph is written, to the letter; nothing but a plain name gets into them."""

from __future__ import annotations

import pytest

from graphmodel import cypher
from graphmodel.kinds import KINDS, TIES

HOSTILE = [
    "",
    " ",
    "A B",
    "A:B",
    "A`",
    "`A`",
    "A) DETACH DELETE n //",
    "A {x: 1}",
    "A-B",
    "1A",
    "A\n",
    "A\\u0060",
    "機関",
    "Ａ",
    "Entité",
    "A;",
    "A/*",
    "$rows",
]


def test_constraint() -> None:
    assert (
        cypher.CONSTRAINT == "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
    )


def test_nodes() -> None:
    assert cypher.merge_nodes(("Organisation", "Ministry", "Party")) == (
        "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) "
        "SET n:Organisation:Ministry:Party SET n = row"
    )
    assert cypher.merge_nodes(("Claim",)) == (
        "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:Claim SET n = row"
    )


def test_ties() -> None:
    assert cypher.merge_ties("MEMBER_OF") == (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.target}) "
        "MERGE (a)-[r:MEMBER_OF {id: row.props.id}]->(b) SET r = row.props"
    )


def test_what_is_made_anew_is_created() -> None:
    assert cypher.create_nodes(("Organisation", "Ministry", "Party")) == (
        "UNWIND $rows AS row CREATE (n:Entity:Organisation:Ministry:Party) SET n = row"
    )
    assert cypher.create_ties("MEMBER_OF") == (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.target}) "
        "CREATE (a)-[r:MEMBER_OF]->(b) SET r = row.props"
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_refused(name: str) -> None:
    for write_ties in (cypher.create_ties, cypher.merge_ties):
        with pytest.raises(ValueError, match="cannot be a label or relationship type"):
            write_ties(name)
    for labels in ((name,), ("Entity", name), (name, "Entity")):
        for write_nodes in (cypher.create_nodes, cypher.merge_nodes):
            with pytest.raises(ValueError, match="cannot be a label or relationship type"):
                write_nodes(labels)


def test_every_declared_name_is_plain() -> None:
    for kind in KINDS.values():
        assert kind.spec.label in cypher.merge_nodes((kind.spec.label, *kind.spec.labels))
    for type_ in TIES:
        assert f"[r:{type_} " in cypher.merge_ties(type_)


def test_a_script_has_every_row_and_no_parameter() -> None:
    nodes = {("Forum",): [{"id": f"forum:{n}", "props": {"id": f"forum:{n}"}} for n in range(5)]}
    ties = {
        "LED_TO": [{"id": "t", "start": "forum:0", "target": "forum:1", "props": {"n": [1, None]}}]
    }
    first, *statements = cypher.script(nodes, ties, rows=2)
    assert first == cypher.CONSTRAINT
    assert len(statements) == 4
    assert [statement.count("{id: 'forum:") for statement in statements] == [4, 4, 2, 0]
    assert "props: {n: [1, null]}" in statements[-1]
    assert all("$" not in statement for statement in statements)


def test_a_map_is_written_with_plain_names_only() -> None:
    assert cypher.literal({"a": {"b": ["it's", True, None]}}) == "{a: {b: ['it\\'s', true, null]}}"
    with pytest.raises(ValueError, match="cannot be"):
        cypher.literal({"a: 1}) DETACH DELETE n //": 1})
