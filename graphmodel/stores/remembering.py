"""A store that answers the same question once: for work that asks much of one graph, and does not change it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Self

from graphmodel.batch import GraphBatch
from graphmodel.stores.base import GraphStore, Result


class RememberingStore:
    """A store over another one, whose answers are kept; it closes nothing, for the other is not its own.

    Args:
        store: The store that is asked.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._known: dict[tuple[str, str, int], Result] = {}

    def replace(self, batch: GraphBatch) -> None:
        """Replace the graph, and forget what was read of the old one."""
        self._known.clear()
        self._store.replace(batch)

    def read(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = 30.0,
        max_rows: int = 10_000,
    ) -> Result:
        """Run a statement that reads, unless its answer is known."""
        key = statement, json.dumps(params or {}, sort_keys=True), max_rows
        if key not in self._known:
            self._known[key] = self._store.read(
                statement, params, timeout=timeout, max_rows=max_rows
            )
        return self._known[key]

    def close(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
