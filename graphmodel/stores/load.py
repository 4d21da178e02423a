"""One load into a shared database: what is there is read, and what differs from the rows is written.

All of it is one transaction, unless more rows than its limit differ: then it is several, and the graph counts as not
there until the last one. A load that was cut off goes on where it was: what it has written no longer differs.

Our nodes and ties carry a tag. What has none is never written and never deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, LiteralString, NamedTuple, cast

import neo4j

from graphmodel import cypher
from graphmodel.batch import GraphBatch, NodeRow, Properties
from graphmodel.messages import Message
from graphmodel.stores.base import StoreError, grouped

_ABANDONED = 600_000
"""Milliseconds after which a load that was cut off no longer keeps others from loading."""

_BUILD = ("Build",)
"""Labels of the node that says what the graph is; it is written last."""


class Step(NamedTuple):
    """Rows of one statement."""

    statement: str
    rows: list[Any]


@dataclass(frozen=True)
class Load:
    """What is to be there, and in how large transactions it is written.

    Attributes:
        batch: The rows.
        limit: Rows up to which it is one transaction, and of which each is one where there are more.
        may_replace: Raises if the graph whose build has these properties may not be replaced.
    """

    batch: GraphBatch
    limit: int
    may_replace: Callable[[Mapping[str, Any]], None]

    @cached_property
    def run(self) -> str:
        """Its name: a hash of all rows, by which the same load is known when it is run again."""
        name = blake2b(digest_size=8)
        for row in (*self.batch.nodes, *self.batch.ties):
            name.update(repr(row).encode("utf-8", "surrogatepass"))
        return name.hexdigest()

    def portions(self, steps: list[Step]) -> Iterator[list[Step]]:
        """Steps in portions of at most `limit` rows."""
        portion, room = list[Step](), self.limit
        for statement, rows in steps:
            left = rows
            while left:
                portion.append(Step(statement, left[:room]))
                left, room = left[room:], room - len(left[:room])
                if not room:
                    yield portion
                    portion, room = [], self.limit
        if portion:
            yield portion


# The transactions ---------------------------------------------------------------------------------------------------


def begin(tx: neo4j.ManagedTransaction, load: Load) -> list[Step]:
    """Write all that differs; or, where that is too much for one transaction, say what is to be written in several.

    Raises:
        StoreError: If another load is under way, or the rows cannot be had without touching what is not ours.
    """
    _take(tx, load)
    steps = _difference(tx, load)
    if sum(len(step.rows) for step in steps) <= load.limit:
        _write(tx, steps)
        tx.run(cypher.RELEASE).consume()
        return []
    tx.run(cypher.UNMARK).consume()
    tx.run(cypher.KEEP, run=load.run).consume()
    return steps


def go_on(tx: neo4j.ManagedTransaction, load: Load, steps: list[Step], *, last: bool) -> None:
    """Write a portion of a load in several transactions.

    Raises:
        StoreError: If another load has taken its place.
    """
    if tx.run(cypher.TAKE).single(strict=True)["run"] != load.run:
        raise StoreError(
            Message("Another load came in between."),
            Message("Run this one again, if its graph is to be there."),
        )
    _write(tx, steps)
    if last:
        tx.run(cypher.RELEASE).consume()
    else:
        tx.run(cypher.KEEP, run=load.run).consume()


def _take(tx: neo4j.ManagedTransaction, load: Load) -> None:
    """Wait until no other load writes; refuse to go on where one in several transactions is under way."""
    found = tx.run(cypher.TAKE).single(strict=True)
    if found["run"] is None or found["age"] >= _ABANDONED or found["run"] == load.run:
        return
    raise StoreError(
        Message(
            "Another load is under way; it last wrote {seconds} seconds ago.",
            seconds=found["age"] // 1000,
        ),
        Message(
            "Wait until it is done. If it was cut off, run it again; or load another record "
            "after {minutes} minutes.",
            minutes=_ABANDONED // 60_000,
        ),
    )


def _write(tx: neo4j.ManagedTransaction, steps: list[Step]) -> None:
    for statement, rows in steps:
        tx.run(cast("LiteralString", statement), rows=rows).consume()  # type: ignore[redundant-cast]


# What differs -------------------------------------------------------------------------------------------------------


def _difference(tx: neo4j.ManagedTransaction, load: Load) -> list[Step]:
    """What makes the database equal to the rows: deletions, nodes, ties; the build is written in any case, and last.

    Raises:
        StoreError: If the graph that is there may not be replaced, a node that is not ours has an id of the rows, or a
            tie that is not hangs on a node that goes.
    """
    nodes = {node.id: node for node in load.batch.nodes}
    ties = {(tie.id, tie.type, tie.start, tie.end): tie for tie in load.batch.ties}
    wanted = ties.copy()
    gone_nodes, gone_ties = list[str](), list[str]()
    namesakes, labels_held = list[str](), set[str]()
    for ref, id_, labels, props, out in tx.run(cypher.HELD):
        node = nodes.get(str(id_))
        if props is None:
            namesakes += [id_] if node else []
            continue
        if set(_BUILD) <= set(labels):
            load.may_replace(props)
        if node is None:
            gone_nodes.append(ref)
        elif not _same_labels(node, labels):
            labels_held.update(filter(cypher.is_name, labels))
        elif _same(node.props, props) and node.labels != _BUILD:
            del nodes[node.id]
        for tie_ref, type_, end, tie_props in out:
            tie = wanted.pop(
                (str(tie_props.get("id")), type_, id_, end), None
            )  # a double finds none
            if tie is None:
                gone_ties.append(tie_ref)
            elif _same(tie.props, tie_props):
                del ties[tie.id, tie.type, tie.start, tie.end]
    _refuse_namesakes(namesakes)
    _refuse_foreign_ties(tx, gone_nodes)
    by_labels, by_type = grouped(GraphBatch([*nodes.values()], [*ties.values()]))
    merges = {
        labels: Step(cypher.merge_nodes(labels, without=labels_held, tagged=True), rows)
        for labels, rows in by_labels.items()
    }
    build = [merges.pop(_BUILD)] if _BUILD in merges else []
    steps = [
        Step(cypher.DELETE_TIES, gone_ties),
        Step(cypher.DELETE_NODES, gone_nodes),
        *merges.values(),
        *(Step(cypher.merge_ties(type_, tagged=True), rows) for type_, rows in by_type.items()),
        *build,
    ]
    return [step for step in steps if step.rows]


def _same(props: Properties, held: dict[str, Any]) -> bool:
    """Whether what is held is this and our tag; `1` is not `true`."""
    return held.keys() - {"_enishi"} == props.keys() and all(
        held[name] == value and type(held[name]) is type(value) for name, value in props.items()
    )


def _same_labels(node: NodeRow, held: list[str]) -> bool:
    return set(filter(cypher.is_name, held)) == {"Entity", *node.labels}


def _refuse_namesakes(ids: list[str]) -> None:
    if ids:
        raise StoreError(
            Message(
                "Nodes that are not Enishi's have ids of ours: {ids}.",
                ids=", ".join(sorted(ids)[:3]),
            ),
            Message(
                "Nothing was written. Take the label Entity off them, or name another database by "
                "NEO4J_DATABASE."
            ),
        )


def _refuse_foreign_ties(tx: neo4j.ManagedTransaction, refs: list[str]) -> None:
    """A tie that is not ours is never deleted with our node."""
    if refs and (ties := tx.run(cypher.FOREIGN_TIES, refs=refs).data()):
        named = ", ".join(f"{tie['type']} on {tie['id']}" for tie in ties)
        raise StoreError(
            Message(
                "The record no longer has some nodes on which ties hang that are not Enishi's: "
                "{named}.",
                named=named,
            ),
            Message(
                "The old graph is untouched. Delete or move those ties in Neo4j, then load again."
            ),
        )
