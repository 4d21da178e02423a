"""Measure the shared store against the raw driver on a real server, as ratios within one run.

    make bench

Starts a Neo4j of its own (see tests/neo4j/server.py), which needs a JDK and Maven. Nothing here asserts a time.
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import neo4j
from synthetic import write_record

sys.path.insert(0, str(Path(__file__).parents[1] / "neo4j"))
from server import NoServerError, Server

from enishi.builds import project
from enishi.settings import shipped_record
from graphmodel import cypher
from graphmodel.batch import GraphBatch
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.base import grouped
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.server import ServerStore
from graphmodel.vocab import Handling
from queries.catalogue import load_catalogue
from queries.params import bind
from queries.run import run

WARM, TURNS = 3, 8
"""Turns of loading that are not counted, and that are."""


def main() -> None:
    """Run all measurements and print them."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        try:
            server = Server(work / "server").start()
        except NoServerError as error:
            print(f"\nno server: {error}")
            return
        try:
            _measure(server, work)
        finally:
            server.stop()


def _measure(server: Server, work: Path) -> None:
    address = ServerAddress(server.uri, server.user, server.password)
    write_record(work / "record")
    auth = (server.user, server.password)
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=auth, notifications_min_severity="OFF") as driver,
        ServerStore(address) as store,
    ):  # fmt: skip
        driver.execute_query(cypher.CONSTRAINT)
        for name, record in (("synthetic", work / "record"), ("slice", shipped_record())):
            batch = project(record, "", Handling.PUBLIC).batch
            print(f"\nserver, {name}: {len(batch.nodes)} nodes, {len(batch.ties)} ties")
            _loads(store, driver, batch)
        _queries(store, driver, batch, work)


def _loads(store: ServerStore, driver: neo4j.Driver, batch: GraphBatch) -> None:
    """Each way in each turn, in changing order; the first turns warm the server and are not counted."""
    ways: dict[str, Callable[[], None]] = {
        "ours": lambda: store.replace(batch),
        "raw": lambda: _raw(driver, batch),
        "rows": lambda: _by_row(driver, batch, together=True),
    }
    first: dict[str, list[float]] = {name: [] for name in ways}
    again: dict[str, list[float]] = {"ours": [], "raw": []}
    for turn in range(WARM + TURNS):
        for name in sorted(ways, reverse=bool(turn % 2)):
            _empty(driver)
            times = [_time(ways[name]) for _ in range(2 if name in again else 1)]
            if turn >= WARM:
                first[name].append(times[0])
                again.get(name, []).extend(times[1:])
    _ratio("first load against raw driver loop", first["ours"], first["raw"], "1.3x")
    _ratio("second load against raw driver loop", again["ours"], again["raw"], "1.3x")
    apart = []
    for _ in range(3):
        _empty(driver)
        apart.append(_time(lambda: _by_row(driver, batch, together=False)))
    ours = statistics.median(first["ours"])
    _line("MERGE by row, each its own transaction", f"{statistics.median(apart) / ours:.0f}x as long as ours  ({statistics.median(apart):.2f} s)", "10x")  # fmt: skip
    _line("MERGE by row, in one transaction", f"{statistics.median(first['rows']) / ours:.1f}x as long as ours", "")  # fmt: skip
    _empty(driver)
    store.replace(batch)


def _ratio(what: str, ours: list[float], other: list[float], aim: str) -> None:
    """The ratio of the medians, and the least and greatest of a turn."""
    turns = sorted(one / two for one, two in zip(ours, other, strict=True))
    one, two = statistics.median(ours), statistics.median(other)
    _line(what, f"{one / two:.2f}x, turns {turns[0]:.2f} to {turns[-1]:.2f}  ({one:.3f} v {two:.3f} s)", aim)  # fmt: skip


def _empty(driver: neo4j.Driver) -> None:
    driver.execute_query("MATCH (n) DETACH DELETE n")


def _raw(driver: neo4j.Driver, batch: GraphBatch) -> None:
    """The least that writes the same rows: one transaction, one statement for each set of labels and each type."""
    by_labels, by_type = grouped(batch)
    statements = [(cypher.merge_nodes(labels), rows) for labels, rows in by_labels.items()]
    statements += [(cypher.merge_ties(type_), rows) for type_, rows in by_type.items()]

    def work(tx: neo4j.ManagedTransaction) -> None:
        for statement, rows in statements:
            tx.run(statement, rows=rows).consume()

    with driver.session() as session:
        session.execute_write(work)


def _by_row(driver: neo4j.Driver, batch: GraphBatch, *, together: bool) -> None:
    """What a first script does: a statement for each row."""
    by_labels, by_type = grouped(batch)
    statements = [(cypher.merge_nodes(labels), [row]) for labels, rows in by_labels.items() for row in rows]  # fmt: skip
    statements += [(cypher.merge_ties(type_), [row]) for type_, rows in by_type.items() for row in rows]  # fmt: skip

    def work(tx: neo4j.ManagedTransaction | neo4j.Session) -> None:
        for statement, rows in statements:
            tx.run(statement, rows=rows).consume()

    with driver.session() as session:
        if together:
            session.execute_write(work)
        else:
            work(session)


def _queries(store: ServerStore, driver: neo4j.Driver, batch: GraphBatch, work: Path) -> None:
    print("\nwarm saved queries, 100 runs each: whole answer on both engines, and the raw driver's time for the statement")  # fmt: skip
    gc.collect()
    gc.freeze()  # What the benchmark holds itself is not walked again and again while answers are timed.
    with EmbeddedStore(work / "graph.kgl") as embedded:
        embedded.replace(batch)
        for query in load_catalogue().values():
            given = query.example
            values = bind(query, given, "2026-11-25", {"party": "JP"}, store).values
            options = {"as_of": "2026-11-25", "settings": {"party": "JP"}}
            ways: dict[str, Callable[[], object]] = {
                "server": lambda q=query, g=given, o=options: run(q, g, store=store, **o),
                "file": lambda q=query, g=given, o=options: run(q, g, store=embedded, **o),
                "statement": lambda q=query, v=values: store.read(q.statement, v),
                "raw": lambda q=query, v=values: _ask(driver, q.statement, v),
            }
            times: dict[str, list[float]] = {name: [] for name in ways}
            for turn in range(130):
                for name in sorted(ways, reverse=bool(turn % 2)):
                    took = _time(ways[name])
                    times[name] += [took] if turn >= 30 else []
            p95 = {name: sorted(own)[math.ceil(0.95 * len(own)) - 1] * 1000 for name, own in times.items()}  # fmt: skip
            _line(
                query.id,
                f"p95 {p95['server']:.1f} ms, file {p95['file']:.1f} ms; statement {p95['statement']:.1f} v raw {p95['raw']:.1f} ms",
                "30 ms",
            )


def _ask(driver: neo4j.Driver, statement: str, values: dict[str, object]) -> None:
    with driver.session(default_access_mode="READ") as session:
        session.execute_read(lambda tx: list(tx.run(statement, values)))


def _time(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def _line(what: str, measured: str, aim: str) -> None:
    print(f"  {what:40} {measured:60} {f'aim {aim}' if aim else ''}".rstrip())


if __name__ == "__main__":
    main()
