"""What a statement may return, the same whatever the engine: plain values, and nodes, ties and paths as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graphmodel.batch import NodeRow, TieRow
from graphmodel.ids import is_tie_id, parse_tie_id
from graphmodel.messages import Message
from graphmodel.stores.base import QueryError

_OWN = "_enishi"
"""The tag of a load: it says nothing about the world."""


class PathRow(NamedTuple):
    """A path.

    Attributes:
        nodes: The nodes that it passes, in order.
        ties: The ties between them, in order; each keeps its own direction.
    """

    nodes: tuple[NodeRow, ...]
    ties: tuple[TieRow, ...]


SCALARS = frozenset({str, int, float, bool, type(None)})
"""Types of values that are the same in every engine and here."""


def node_row(labels: Iterable[str], props: Mapping[str, Any]) -> NodeRow:
    """A node as a row: its kind first among the labels, the others sorted, properties sorted, none null."""
    kept = _properties(props)
    kind = kept.get("kind")
    named = sorted(set(labels) - {"Entity"}, key=lambda label: (label != kind, label))
    return NodeRow(str(kept.get("id", "")), tuple(named), kept)


def tie_row(type_: str, props: Mapping[str, Any], start: str = "", end: str = "") -> TieRow:
    """A tie as a row; its ends are those of its id, where it has one of ours."""
    kept = _properties(props)
    id_ = str(kept.get("id", ""))
    if is_tie_id(id_):
        ends = parse_tie_id(id_)
        start, end = ends.start, ends.end
    return TieRow(id_, type_, start, end, kept)


def _properties(props: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: plain(props[name])
        for name in sorted(props)
        if name != _OWN and props[name] is not None
    }


def plain(value: Any) -> Any:
    """A value of an engine as text, number, truth value, list or map.

    Days and times are ISO text. Maps have no order of their own: their keys are sorted.

    Raises:
        QueryError: If it is something that only the engine knows.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if type(value) in (list, tuple):
        return [plain(item) for item in value]
    if type(value) is dict:
        return {key: plain(value[key]) for key in sorted(value)}
    if isinstance(value, NodeRow | TieRow | PathRow):
        return value
    iso = getattr(value, "isoformat", None)
    if iso is not None:
        return str(iso())
    raise QueryError(
        Message("The statement returns a {type}.", type=type(value).__name__),
        Message(
            "Return nodes, ties, paths, or values of them: n.id AS id, type(r) AS type, "
            "{id: n.id} AS map."
        ),
    )
