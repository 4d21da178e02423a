"""Rows ready for a store: the one thing that crosses from the model to an engine."""

from __future__ import annotations

from typing import NamedTuple

Property = str | int | bool | list[str]
Properties = dict[str, Property]


class NodeRow(NamedTuple):
    """A node.

    Attributes:
        id: Its id.
        labels: Its labels besides `Entity`, the kind first.
        props: Its properties, the id among them; none is null.
    """

    id: str
    labels: tuple[str, ...]
    props: Properties


class TieRow(NamedTuple):
    """A relationship.

    Attributes:
        id: Its id.
        type: Relationship type.
        start: Id of the node that it leaves.
        end: Id of the node that it reaches.
        props: Its properties, the id among them; none is null.
    """

    id: str
    type: str
    start: str
    end: str
    props: Properties


class GraphBatch(NamedTuple):
    """A whole graph as rows, sorted by id, so that the same record gives the same bytes."""

    nodes: list[NodeRow]
    ties: list[TieRow]
