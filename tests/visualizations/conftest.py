"""The graph of the shipped record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from tests.shipped import ShippedGraph


@pytest.fixture(scope="session")
def store_path(shipped_graph: ShippedGraph) -> Path:
    return shipped_graph()


@pytest.fixture(scope="session")
def graph(store_path: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(store_path) as store:
        yield store
