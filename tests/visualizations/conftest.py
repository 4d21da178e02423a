"""The graph of the shipped record, built once for each worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore

RECORD = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.kgl"
    build(RECORD, path)
    return path


@pytest.fixture(scope="session")
def graph(store_path: Path) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(store_path) as store:
        yield store
