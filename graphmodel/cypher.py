"""The only Python that builds Cypher: the constraint, and the statements by which nodes and ties are written.

Every node carries the umbrella label `Entity`, which holds the only uniqueness constraint; its other labels are set,
so that a changed kind does not make a second node. `SET n = row.props` clears what vanished. A graph that is made anew
is created; only a shared database, where an older graph stands, needs merges.

In a shared database our nodes and ties carry a tag as well. What has no tag is not ours and is never written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

Rows = Sequence[dict[str, Any]]
"""Rows as the statements that write take them."""

CONSTRAINT = "CREATE CONSTRAINT IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
"""Statement that makes ids unique over all kinds.

It has no name: where another constraint had that name, `IF NOT EXISTS` would do nothing without a word.
"""


def index(label: str, name: str) -> str:
    """Statement that makes nodes of a label be found by a property.

    Raises:
        ValueError: If one of them is no plain name.
    """
    return f"CREATE INDEX IF NOT EXISTS FOR (n:{_name(label)}) ON (n.{_name(name)})"


def create_nodes(labels: tuple[str, ...]) -> str:
    """Statement that writes `$rows` of nodes (their properties) with these labels into a graph that has none of them.

    Raises:
        ValueError: If a label is no plain name.
    """
    return f"UNWIND $rows AS row CREATE (n:Entity:{_names(labels)}) SET n = row"


def create_ties(type_: str) -> str:
    """Statement that writes `$rows` of relationships ({start, target, props}) of this type where there are none.

    Raises:
        ValueError: If the type is no plain name.
    """
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.target}) "
        f"CREATE (a)-[r:{_name(type_)}]->(b) SET r = row.props"
    )


def merge_nodes(
    labels: tuple[str, ...], *, without: Collection[str] = (), tagged: bool = False
) -> str:
    """Statement that writes `$rows` of nodes (their properties) with these labels.

    Args:
        labels: The labels besides `Entity`.
        without: Labels that a node may have from an earlier load; those that are not its own are taken off.
        tagged: Whether the nodes get our tag.

    Raises:
        ValueError: If a label is no plain name.
    """
    stale = sorted(set(without) - {"Entity", *labels})
    remove = f"REMOVE n:{_names(stale)} " if stale else ""
    tag = ", n._enishi = true" if tagged else ""
    return (
        f"UNWIND $rows AS row MERGE (n:Entity {{id: row.id}}) {remove}SET n:{_names(labels)} "
        f"SET n = row{tag}"
    )


def merge_ties(type_: str, *, tagged: bool = False) -> str:
    """Statement that writes `$rows` of relationships ({start, target, props}) of this type.

    Args:
        type_: Relationship type.
        tagged: Whether the relationships get our tag.

    Raises:
        ValueError: If the type is no plain name.
    """
    tag = ", r._enishi = true" if tagged else ""
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.target}) "
        f"MERGE (a)-[r:{_name(type_)} {{id: row.props.id}}]->(b) SET r = row.props{tag}"
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
"""Waits until new indexes hold what was there before."""

REPLAN = "CALL db.prepareForReplanning(30)"
"""Counts anew what indexes hold and forgets plans, waiting for 30 seconds at most.

A server plans by what it has counted, and counts when it likes: `partner-gap` was planned at 46 to 114 ms when it was
asked at once after a first load, and at 21 to 34 after this.
"""

FOREIGN_NODE = "MATCH (n) WHERE n._enishi IS NULL RETURN labels(n) AS labels LIMIT 1"
"""A node that is not ours."""

TAKE = (
    "MERGE (l:Entity {id: 'enishi:load'}) SET l.held = true "
    "RETURN l.run AS run, timestamp() - l.at AS age"
)
"""Makes every other load wait, and says which one was cut off and how many milliseconds ago it last wrote."""

KEEP = "MATCH (l:Entity {id: 'enishi:load'}) SET l:Load, l._enishi = true, l.run = $run, l.at = timestamp()"
"""Leaves word that a load in several transactions is under way."""

RELEASE = "MATCH (l:Entity {id: 'enishi:load'}) DELETE l"
"""Lets the next load begin."""

UNMARK = "MATCH (b:Build) WHERE b._enishi IS NOT NULL REMOVE b:Build"
"""Says that the graph is not whole: a load in several transactions has begun."""

HELD = (
    "MATCH (n:Entity) WHERE n.id IS NULL OR n.id <> 'enishi:load' "
    "RETURN elementId(n) AS ref, n.id AS id, labels(n) AS labels, "
    "CASE WHEN n._enishi IS NOT NULL THEN properties(n) END AS props, "
    "COLLECT { MATCH (n)-[r]->(m) WHERE r._enishi IS NOT NULL "
    "RETURN [elementId(r), type(r), m.id, properties(r)] } AS ties"
)
"""All that is there with the label `Entity`: each node, its properties if it is ours, and those of its ties that are."""

FOREIGN_TIES = (
    "MATCH (n:Entity)-[r]-() WHERE elementId(n) IN $refs AND r._enishi IS NULL "
    "RETURN DISTINCT n.id AS id, type(r) AS type ORDER BY id, type LIMIT 3"
)
"""Ties that are not ours, on nodes of ours that are to vanish."""

DELETE_TIES = "UNWIND $rows AS ref MATCH ()-[r]->() WHERE elementId(r) = ref DELETE r"
"""Deletes ties by the engine's own ids."""

DELETE_NODES = "UNWIND $rows AS ref MATCH (n) WHERE elementId(n) = ref DELETE n"
"""Deletes nodes by the engine's own ids; fails if a tie hangs on one."""
