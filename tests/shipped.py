"""Graphs of the shipped record for tests that look at them and do not change them: one build of each for all workers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from enishi.builds import build

RECORD = Path(__file__).parents[1] / "data"

ShippedGraph = Callable[..., Path]


@pytest.fixture(scope="session")
def shipped_graph(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> ShippedGraph:
    """The file of the shipped record's graph, `shipped_graph()`, or as known on a day, `shipped_graph("2025-05-12")`.

    Its claims stand beside it. A test that changes a graph, or makes others beside it, builds or copies one of its own.
    """
    own = tmp_path_factory.getbasetemp()
    common = own if worker_id == "master" else own.parent

    @cache
    def at(known_at: str = "") -> Path:
        folder = common / f"shipped-{known_at or 'now'}"
        if not folder.exists():
            made = tmp_path_factory.mktemp("shipped")
            build(RECORD, made / "graph.kgl", known_at)
            with suppress(OSError):  # another worker was faster; its files have the same bytes
                made.rename(folder)
        return folder / "graph.kgl"

    return at
