"""Measure Enishi against the raw engine and a bare command, as ratios within one run.

    make bench

Each figure is the median of several runs; what is compared runs alternately, so that the machine's other work falls on
both. Nothing here asserts a time: the table says what was measured beside what is aimed at.
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import kglite
from synthetic import write_record

from enishi.builds import build
from enishi.settings import shipped_record
from graphmodel import cypher
from graphmodel.batch import GraphBatch
from graphmodel.resolve import resolve
from graphmodel.stores.base import grouped
from graphmodel.stores.embedded import EmbeddedStore
from loaders.checks import check
from loaders.record import load_record
from queries.catalogue import load_catalogue
from queries.run import run

BARE = "import click\n@click.command()\ndef cli(): click.echo('hello')\ncli()"


def main() -> None:
    """Run all measurements and print them."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # as after an installation: each module is compiled once, whatever the environment says
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(work / "bytecode")
        synthetic = work / "record"
        write_record(synthetic)
        for name, record in (("slice", shipped_record()), ("synthetic", synthetic)):
            _builds(name, record, work)
        _commands(work)
        _warm(work)


def _builds(name: str, record: Path, work: Path) -> None:
    store = work / f"{name}.kgl"
    command = [
        sys.executable,
        "-m",
        "enishi",
        "build",
        "--record",
        str(record),
        "--store",
        str(store),
    ]
    total = _median(lambda: subprocess.run(command, check=True, capture_output=True), 5)
    loaded = load_record(record)
    batch = resolve(loaded.claims, loaded.source_facts, loaded.judgements).batch
    ours, raw = _paired(
        lambda: _ours(batch, work / "a.kgl"), lambda: _raw(batch, work / "b.kgl"), 7
    )
    print(
        f"\n{name}: {len(loaded.entities)} entities, {len(loaded.claims)} claims, {len(batch.nodes)} nodes, {len(batch.ties)} ties"
    )
    _line("cold build, whole process", f"{total:.2f} s", "1.5 s")
    steps: list[tuple[str, Callable[[], object]]] = [
        ("read the record", lambda: load_record(record)),
        ("check it", lambda: check(loaded)),
        ("resolve", lambda: resolve(loaded.claims, loaded.source_facts, loaded.judgements)),
        ("all in process, with claims file", lambda: build(record, store)),
    ]
    for what, step in steps:
        _line(f"  {what}", f"{_median(step, 5):.3f} s", "")
    _line(
        "store against raw engine, same rows",
        f"{ours / raw:.2f}x  ({ours * 1000:.0f} v {raw * 1000:.0f} ms)",
        "1.3x",
    )


def _ours(batch: GraphBatch, path: Path) -> None:
    with EmbeddedStore(path) as store:
        store.replace(batch)


def _raw(batch: GraphBatch, path: Path) -> None:
    """The least that writes the same rows: the engine's own calls, no checks, no swap."""
    by_labels, by_type = grouped(batch)
    graph = kglite.KnowledgeGraph()
    graph.cypher(cypher.CONSTRAINT)
    for labels, rows in by_labels.items():
        graph.cypher(cypher.create_nodes(labels), params={"rows": rows})
    for type_, rows in by_type.items():
        graph.cypher(cypher.create_ties(type_), params={"rows": rows})
    graph.save(str(path))


def _commands(work: Path) -> None:
    store = str(work / "slice.kgl")
    bare = [sys.executable, "-c", BARE]
    cold = ["query", "run", "partner-gap", "-p", "forum=MDQ", "--store", store, "--format", "json"]
    print("\ncold process")
    for what, arguments, aim in (
        ("enishi --help", ["--help"], "0.15 s"),
        ("one saved query", cold, "0.5 s"),
    ):
        command = [sys.executable, "-m", "enishi", *arguments]
        ours, least = _paired(lambda c=command: _quiet(c), lambda: _quiet(bare), 9)  # type: ignore[misc]
        _line(what, f"{ours:.3f} s  ({ours / least:.1f}x bare click, {least:.3f} s)", aim)


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _warm(work: Path) -> None:
    print("\nwarm saved queries, 100 runs each")
    with EmbeddedStore(work / "slice.kgl") as store:
        for query in load_catalogue().values():
            given = query.example
            times, own = [], []
            for _ in range(100):
                start, used = time.perf_counter(), time.process_time()
                run(query, given, as_of="2026-11-25", settings={"party": "JP"}, store=store)
                times.append(time.perf_counter() - start)
                own.append(time.process_time() - used)
            # beside other work the clock counts what others do: the processor's time is then the better measure
            _line(
                query.id,
                f"p95 {_p95(times):.1f} ms  ({_p95(own):.1f} ms of the processor)",
                "30 ms",
            )


def _p95(seconds: list[float]) -> float:
    """Milliseconds that 95 of 100 runs do not exceed."""
    return sorted(seconds)[math.ceil(0.95 * len(seconds)) - 1] * 1000


def _median(step: Callable[[], object], times: int) -> float:
    return statistics.median(_time(step) for _ in range(times))


def _paired(
    one: Callable[[], object], other: Callable[[], object], times: int
) -> tuple[float, float]:
    pairs = [(_time(one), _time(other)) for _ in range(times)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _time(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def _line(what: str, measured: str, aim: str) -> None:
    print(f"  {what:40} {measured:45} {f'aim {aim}' if aim else ''}".rstrip())


if __name__ == "__main__":
    main()
