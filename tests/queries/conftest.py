"""The graph of the shipped record; also as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from queries.results import Answer
from tests.asking import ask as asked
from tests.shipped import ShippedGraph

RECORD = Path(__file__).parents[2] / "data"

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def record_folder() -> Path:
    return RECORD


@pytest.fixture(scope="session")
def graph_at(
    shipped_graph: ShippedGraph,
) -> Iterator[Callable[[str], EmbeddedStore]]:
    """The shipped record's graph as known on a day, or as known now."""
    with ExitStack() as stack:

        @cache
        def at(known_at: str = "") -> EmbeddedStore:
            return stack.enter_context(EmbeddedStore(shipped_graph(known_at)))

        yield at


@pytest.fixture(scope="session")
def graph(graph_at: Callable[[str], EmbeddedStore]) -> EmbeddedStore:
    """The shipped record's graph as known now."""
    return graph_at("")


@pytest.fixture(scope="session")
def ask(graph_at: Callable[[str], EmbeddedStore]) -> Ask:
    """Run a shipped query."""

    def call(
        query: str,
        params: Mapping[str, str] | None = None,
        as_of: str = "2026-11-25",
        known_at: str = "",
    ) -> Answer:
        return asked(graph_at(known_at), query, params, as_of=as_of)

    return call
