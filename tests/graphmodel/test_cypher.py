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


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be a label or relationship type"):
        cypher.merge_ties(name)
    for labels in ((name,), ("Entity", name), (name, "Entity")):
        with pytest.raises(ValueError, match="cannot be a label or relationship type"):
            cypher.merge_nodes(labels)


def test_every_declared_name_is_plain() -> None:
    for kind in KINDS.values():
        assert kind.spec.label in cypher.merge_nodes((kind.spec.label, *kind.spec.labels))
    for type_ in TIES:
        assert f"[r:{type_} " in cypher.merge_ties(type_)
