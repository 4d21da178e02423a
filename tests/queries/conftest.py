"""The graph of the shipped record, built once for each worker; also as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query
from queries.results import Answer
from queries.run import run

RECORD = Path(__file__).parents[2] / "data"

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def record_folder() -> Path:
    return RECORD


@pytest.fixture(scope="session")
def graph_at(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], EmbeddedStore]]:
    """The shipped record's graph as known on a day, or as known now."""
    with ExitStack() as stack:

        @cache
        def at(known_at: str = "") -> EmbeddedStore:
            path = tmp_path_factory.mktemp("graph") / "graph.kgl"
            build(RECORD, path, known_at)
            return stack.enter_context(EmbeddedStore(path))

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
        return run(
            find_query(query),
            params or {},
            as_of=as_of,
            settings={"party": "JP"},
            store=graph_at(known_at),
        )

    return call
