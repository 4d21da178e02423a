"""What the tests of the shared store look at: the database as the driver sees it, and the shipped record's rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import neo4j
import pytest

from enishi.builds import project
from graphmodel.batch import GraphBatch
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.server import ServerStore
from graphmodel.vocab import Handling
from tests.command import Run, clear_environment, in_process
from tests.shipped import parsed_once

__all__ = ["parsed_once"]

RECORD = Path(__file__).parents[2] / "data"


@cache
def driver_of(address: ServerAddress) -> neo4j.Driver:
    auth = (address.username, address.password)
    return neo4j.GraphDatabase.driver(address.uri, auth=auth, notifications_min_severity="OFF")


@dataclass(frozen=True)
class Database:
    """A database seen without our store."""

    address: ServerAddress

    def run(self, statement: str, **params: Any) -> list[dict[str, Any]]:
        with driver_of(self.address).session(database=self.address.database or None) as session:
            return session.run(statement, params).data()

    def dump(self) -> list[dict[str, Any]]:
        """Everything: labels, types, properties and the engine's own ids."""
        nodes = self.run(
            "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS props"
        )
        ties = self.run(
            "MATCH (a)-[r]->(b) RETURN elementId(r) AS id, type(r) AS type, elementId(a) AS start, "
            "elementId(b) AS end, properties(r) AS props"
        )
        for node in nodes:
            node["labels"].sort()
        return sorted([*nodes, *ties], key=lambda row: (len(row), row["id"]))

    def holds(self, batch: GraphBatch) -> bool:
        """Whether the database holds these rows and nothing else."""
        nodes = {
            row["props"]["id"]: (set(row["labels"]), without_tag(row["props"]))
            for row in self.run("MATCH (n) RETURN labels(n) AS labels, properties(n) AS props")
        }
        ties = {
            row["props"]["id"]: (row["type"], row["start"], row["end"], without_tag(row["props"]))
            for row in self.run(
                "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS props"
            )
        }
        return nodes == {
            row.id: ({"Entity", *row.labels}, row.props) for row in batch.nodes
        } and ties == {row.id: (row.type, row.start, row.end, row.props) for row in batch.ties}


def without_tag(props: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in props.items() if name != "_enishi"}


def wipe(address: ServerAddress) -> None:
    """Take away what is ours, and what a test left that is not."""
    database = Database(address)
    database.run("MATCH (n:TestOnly) DETACH DELETE n")
    database.run("MATCH ()-[r:TEST_ONLY]->() DELETE r")
    database.run("MATCH (l:Load) WHERE l.id = 'enishi:load' DELETE l")
    with ServerStore(address) as store:
        store.replace(GraphBatch([], []))


@pytest.fixture(scope="session", autouse=True)
def drivers(neo4j_address: ServerAddress) -> Iterator[None]:
    yield
    driver_of(neo4j_address).close()


@pytest.fixture
def database(neo4j_address: ServerAddress) -> Iterator[Database]:
    """A database without any graph of ours, before and after."""
    wipe(neo4j_address)
    yield Database(neo4j_address)
    wipe(neo4j_address)


@pytest.fixture
def store(database: Database) -> Iterator[ServerStore]:
    with ServerStore(database.address, retry_seconds=2) as opened:
        yield opened


@pytest.fixture(scope="session")
def shipped() -> GraphBatch:
    """The rows of the shipped record."""
    return project(RECORD, "", Handling.PUBLIC).batch


@pytest.fixture(scope="session")
def earlier() -> GraphBatch:
    """The rows of the shipped record as known on an earlier day: fewer, and some of them different."""
    return project(RECORD, "2025-05-12", Handling.PUBLIC).batch


@pytest.fixture
def enishi(
    neo4j_address: ServerAddress, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path,
) -> Run:  # fmt: skip
    """Run the command in this process, as whoever may enter the server; with a cache of its own."""
    clear_environment(monkeypatch, tmp_path)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_address.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_address.password)
    monkeypatch.setenv("NEO4J_DATABASE", neo4j_address.database)

    return in_process(monkeypatch, capfd)
