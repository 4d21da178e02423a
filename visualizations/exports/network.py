"""The graph as networkx holds it, and in the two forms of it that other graph programs read: GraphML and GEXF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphmodel.batch import NodeRow, Property, TieRow

if TYPE_CHECKING:
    from visualizations.exports import Contents

_HIDDEN = {"id", "search"}
_DAY_OF_WRITING = re.compile(r' lastmodifieddate="[^"]*"')


def network(nodes: Iterable[NodeRow], ties: Iterable[TieRow]) -> nx.MultiDiGraph[str]:
    """A networkx graph: nodes by id, ties by id as key with their type as `tie`, each with its properties.

    Args:
        nodes: The nodes.
        ties: Ties between them.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.id, **_properties(node.props))
    for tie in ties:
        graph.add_edge(tie.start, tie.end, key=tie.id, **_properties(tie.props), tie=tie.type)
    return graph


def _properties(props: dict[str, Property]) -> dict[str, Any]:
    return {name: value for name, value in props.items() if name not in _HIDDEN}


def graphml(contents: Contents) -> dict[str, str]:
    """GraphML; several values of one property are separated by semicolons."""
    lines = nx.generate_graphml(_flat(contents), named_key_ids=True)
    return {"enishi.graphml": "\n".join(lines) + "\n"}


def gexf(contents: Contents) -> dict[str, str]:
    """GEXF 1.2, as Gephi reads it; without the day of writing, which would make equal graphs differ."""
    text = "\n".join(nx.generate_gexf(_flat(contents), version="1.2draft")) + "\n"
    return {"enishi.gexf": _DAY_OF_WRITING.sub("", text, count=1)}


def _flat(contents: Contents) -> nx.MultiDiGraph[str]:
    """The graph with a label on each node and no lists, which these forms do not have."""
    graph = network(contents.entities, contents.batch.ties)
    graph.graph |= {"name": f"Enishi ({contents.handling.en})", "handling": contents.handling.value}
    for _, data in graph.nodes(data=True):
        data["label"] = data.get("name_en") or data.get("name_ja") or ""
        _flatten(data)
    for _, _, data in graph.edges(data=True):
        data["label"] = data["tie"]
        _flatten(data)
    return graph


def _flatten(data: dict[str, Any]) -> None:
    for name, value in data.items():
        if isinstance(value, list):
            data[name] = "; ".join(map(str, value))
