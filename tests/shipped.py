"""What tests of the shipped record need not make anew each time.

Its graphs, for tests that look at them and do not change them, are built once for all workers of a run; and what a test
reads in this process is not parsed again as long as its bytes are the same.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from enishi.builds import build
from loaders import record
from loaders.files import Part

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


_KEPT = 4
"""So many records are kept: the shipped one, and it with the folders of one's own that a module has beside it."""

_LARGE = 1000
"""From so many files on it is the shipped record, in whatever state; small ones are read in no time."""

_read: dict[object, record.Record] = {}


@pytest.fixture(scope="module", autouse=True)
def parsed_once() -> Iterator[None]:
    """Commands read the record's files each time, and parse them only if a byte of them is another: half of a build."""
    parse = record.read_record

    def read(parts: Sequence[Part], track: record.Track = iter) -> record.Record:
        files = [file for part in parts for file in part.contents]
        if len(files) < _LARGE:
            return parse(parts, track)
        key = tuple((part.folder, part.own, frozenset(part.contents.items())) for part in parts)
        if key in _read:
            for _ in track(files):
                pass
        else:
            while len(_read) >= _KEPT:
                del _read[next(iter(_read))]
            _read[key] = parse(parts, track)
            gc.freeze()  # what is kept need not be gone through by each collection
        return _read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(record, "read_record", read)
        yield
