"""The only Python that builds Cypher: the constraint and the two merges by which a graph is written.

Every node carries the umbrella label `Entity`, which holds the only uniqueness constraint; its other labels are set,
so that a changed kind does not make a second node. `SET n = row.props` clears what vanished.
"""

from __future__ import annotations

CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
"""Statement that makes ids unique over all kinds."""


def merge_nodes(labels: tuple[str, ...]) -> str:
    """Statement that writes `$rows` of nodes ({id, props}) with these labels.

    Raises:
        ValueError: If a label is no plain name.
    """
    return f"UNWIND $rows AS row MERGE (n:Entity {{id: row.id}}) SET n:{':'.join(map(_name, labels))} SET n = row.props"


def merge_ties(type_: str) -> str:
    """Statement that writes `$rows` of relationships ({id, start, target, props}) of this type.

    Raises:
        ValueError: If the type is no plain name.
    """
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.target}) "
        f"MERGE (a)-[r:{_name(type_)} {{id: row.id}}]->(b) SET r = row.props"
    )


def _name(text: str) -> str:
    if not text.isidentifier() or not text.isascii():
        raise ValueError(f"{text!r} cannot be a label or relationship type")
    return text
