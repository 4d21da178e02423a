"""The only Python that builds Cypher: the constraint and the two merges by which a graph is written.

Every node carries the umbrella label `Entity`, which holds the only uniqueness constraint; its other labels are set,
so that a changed kind does not make a second node. `SET n = row.props` clears what vanished.

In a shared database our nodes and ties carry a tag as well, which names the load that wrote them last. What has no tag
is not ours and is never written; what has the tag of another load vanished from the record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

Rows = Sequence[dict[str, Any]]
"""Rows as the merges take them."""

CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
"""Statement that makes ids unique over all kinds."""


def merge_nodes(
    labels: tuple[str, ...], *, without: Collection[str] = (), tagged: bool = False
) -> str:
    """Statement that writes `$rows` of nodes ({id, props}) with these labels.

    Args:
        labels: The labels besides `Entity`.
        without: Labels that a node may have from an earlier load; those that are not its own are taken off.
        tagged: Whether the nodes get the tag `$run`.

    Raises:
        ValueError: If a label is no plain name.
    """
    stale = sorted(set(without) - {"Entity", *labels})
    remove = f"REMOVE n:{_names(stale)} " if stale else ""
    tag = ", n._enishi = $run" if tagged else ""
    return (
        f"UNWIND $rows AS row MERGE (n:Entity {{id: row.id}}) {remove}SET n:{_names(labels)} "
        f"SET n = row.props{tag}"
    )


def merge_ties(type_: str, *, tagged: bool = False) -> str:
    """Statement that writes `$rows` of relationships ({id, start, target, props}) of this type.

    Args:
        type_: Relationship type.
        tagged: Whether the relationships get the tag `$run`.

    Raises:
        ValueError: If the type is no plain name.
    """
    tag = ", r._enishi = $run" if tagged else ""
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.target}) "
        f"MERGE (a)-[r:{_name(type_)} {{id: row.id}}]->(b) SET r = row.props{tag}"
    )


def script(
    by_labels: Mapping[tuple[str, ...], Rows], by_type: Mapping[str, Rows], rows: int = 200
) -> Iterator[str]:
    """The statements that make a graph in an empty database: the constraint, then the merges with their values.

    Args:
        by_labels: Rows of nodes by their labels.
        by_type: Rows of relationships by their type.
        rows: Rows of one statement at most.

    Raises:
        ValueError: If a label, type or property is no plain name.
    """
    yield CONSTRAINT
    merges = [(merge_nodes(labels), own) for labels, own in by_labels.items()]
    merges += [(merge_ties(type_), own) for type_, own in by_type.items()]
    for statement, own in merges:
        for start in range(0, len(own), rows):
            values = ",\n  ".join(map(literal, own[start : start + rows]))
            yield statement.replace("$rows", f"[\n  {values}\n]", 1)


def literal(value: object) -> str:
    """A text, number, truth value, null, list or map of them as it is written in a statement.

    Raises:
        TypeError: If it is something else.
        ValueError: If a key of a map is no plain name.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        escaped = (
            value.replace("\\", "\\\\")
            .replace("'", "\\'")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
        )
        return f"'{escaped}'"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_name(key)}: {literal(item)}' for key, item in value.items())}}}"
    raise TypeError(f"{value!r} cannot be written in a statement")


def is_name(text: str) -> bool:
    """Whether a text can be a label or relationship type of ours."""
    return text.isidentifier() and text.isascii()


def _names(labels: Collection[str]) -> str:
    return ":".join(map(_name, labels))


def _name(text: str) -> str:
    if not is_name(text):
        raise ValueError(f"{text!r} cannot be a label or relationship type")
    return text


# What a shared database needs besides ------------------------------------------------------------------------------

AWAIT = "CALL db.awaitIndexes(300)"
"""Waits until the constraint holds for what was there before."""

FOREIGN_NODE = "MATCH (n) WHERE n._enishi IS NULL RETURN labels(n) AS labels LIMIT 1"
"""A node that is not ours."""

FOREIGN_NAMESAKES = "MATCH (n:Entity) WHERE n.id IN $ids AND n._enishi IS NULL RETURN n.id AS id ORDER BY id LIMIT 3"
"""Nodes that are not ours but have an id that is to be written."""

LABELS = (
    "MATCH (n:Entity) WHERE n._enishi IS NOT NULL UNWIND labels(n) AS label "
    "RETURN DISTINCT label AS label"
)
"""Labels that our nodes have now."""

TAKE = (
    "MERGE (l:Entity {id: 'enishi:load'}) SET l.held = true "
    "RETURN l._enishi AS run, l.done AS done, timestamp() - l.at AS age"
)
"""Makes every other load wait, and says which one was cut off, how far it came and how many milliseconds ago."""

KEEP = "MATCH (l:Entity {id: 'enishi:load'}) SET l:Load, l._enishi = $run, l.done = $done, l.at = timestamp()"
"""Leaves word of how far a load in several transactions has come."""

RELEASE = "MATCH (l:Entity {id: 'enishi:load'}) DELETE l"
"""Lets the next load begin."""

UNMARK = "MATCH (b:Build) WHERE b._enishi IS NOT NULL REMOVE b:Build"
"""Says that the graph is not whole: a load in several transactions has begun."""

FOREIGN_TIES = (
    "MATCH (n:Entity)-[r]-() WHERE n._enishi <> $run AND r._enishi IS NULL "
    "RETURN n.id AS id, type(r) AS type ORDER BY id, type LIMIT 3"
)
"""Ties that are not ours, on nodes of ours that are to vanish."""

VANISHED_TIES = (
    "MATCH (:Entity)-[r]->(:Entity) WHERE r._enishi <> $run WITH r LIMIT $limit DELETE r "
    "RETURN count(*) AS gone"
)
"""Deletes ties that another load wrote."""

VANISHED_NODES = (
    "MATCH (n:Entity) WHERE n._enishi <> $run WITH n LIMIT $limit DELETE n RETURN count(*) AS gone"
)
"""Deletes nodes that another load wrote."""
