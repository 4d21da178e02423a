"""What every store can do. Nothing of an engine crosses this protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

from graphmodel.batch import GraphBatch, Properties
from graphmodel.errors import EnishiError
from graphmodel.messages import Message


class StoreError(EnishiError):
    """The store cannot be opened, read or written."""


class QueryError(StoreError):
    """The engine does not run the statement as it stands."""


class ReadOnlyError(QueryError):
    """The statement would change the graph."""


class QueryTimeoutError(QueryError):
    """The statement took longer than it was allowed to."""


class ConstraintError(StoreError):
    """A row breaks the uniqueness of ids."""


@dataclass(frozen=True)
class Result:
    """Rows of text, numbers, truth values, lists and maps; nodes, ties and paths are rows of a graph.

    Attributes:
        columns: Column names in the order of the RETURN.
        rows: The rows in the order of the statement.
        truncated: Whether there were more rows than the limit.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def records(self) -> list[dict[str, Any]]:
        """The rows as maps keyed by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class GraphStore(Protocol):
    """A graph that is replaced as a whole and read by Cypher."""

    def replace(self, batch: GraphBatch) -> None:
        """Make the graph equal to the batch; readers see the old graph or the new one, never a part.

        Raises:
            ConstraintError: If two rows share an id.
            StoreError: If a tie names a node that the batch does not have, or the graph cannot be written.
        """
        ...

    def read(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = 30.0,
        max_rows: int = 10_000,
    ) -> Result:
        """Run a statement that reads.

        Args:
            statement: Cypher.
            params: Values of its parameters.
            timeout: Seconds that it may take.
            max_rows: Rows that are kept; if there are more, the result says that it is truncated.

        Raises:
            ReadOnlyError: If it would write.
            QueryTimeoutError: If it takes too long.
            QueryError: If the engine refuses it for another reason.
        """
        ...

    def close(self) -> None:
        """Let go of what the store holds."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...


def require_whole(batch: GraphBatch) -> None:
    """Refuse rows of which no graph can be made.

    Raises:
        ConstraintError: If two rows share an id.
        StoreError: If a tie names a node that the batch does not have.
    """
    seen: set[str] = set()
    for id_ in [*(node.id for node in batch.nodes), *(tie.id for tie in batch.ties)]:
        if id_ in seen:
            raise ConstraintError(Message("{id} stands twice in the rows to be written.", id=id_))
        seen.add(id_)
    nodes = {node.id for node in batch.nodes}
    for tie in batch.ties:
        for end in (tie.start, tie.end):
            if end not in nodes:
                raise StoreError(
                    Message(
                        "{id} names {end}, which is not among the nodes to be written.",
                        id=tie.id,
                        end=end,
                    )
                )


def grouped(
    batch: GraphBatch,
) -> tuple[dict[tuple[str, ...], list[Properties]], dict[str, list[dict[str, Any]]]]:
    """The rows as the merges take them: nodes by labels, ties by type, both sorted."""
    by_labels: dict[tuple[str, ...], list[Properties]] = defaultdict(list)
    for node in batch.nodes:
        by_labels[node.labels].append(node.props)
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for tie in batch.ties:
        row = {"start": tie.start, "target": tie.end, "props": tie.props}
        by_type[tie.type].append(row)
    return dict(sorted(by_labels.items())), dict(sorted(by_type.items()))
