"""What every store can do. Nothing of an engine crosses this protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

from graphmodel.batch import GraphBatch
from graphmodel.errors import EnishiError


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
    """Rows of plain values: text, numbers, truth values, lists and maps.

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
