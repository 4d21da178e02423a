"""The gate's corpus on both engines, without the gate: only ever on a server that was started for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from graphmodel.batch import GraphBatch
from graphmodel.stores import QueryError, StoreError
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.server import ServerStore
from queries.gate import require_read_only
from tests.neo4j.conftest import Database, wipe
from tests.neo4j.server import Server
from tests.queries.test_gate import CALLS, DISGUISED, INNOCENT, LOADS, SCHEMA, WRITES

pytestmark = pytest.mark.neo4j

REFUSED = WRITES | SCHEMA | LOADS | CALLS | DISGUISED
CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"


@pytest.fixture(scope="module")
def server(own_server: Server, shipped: GraphBatch) -> Iterator[ServerStore]:
    address = ServerAddress(own_server.uri, own_server.user, own_server.password)
    wipe(address)
    with ServerStore(address) as store:
        store.replace(shipped)
        yield store
    wipe(address)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, shipped: GraphBatch) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("gate") / "graph.kgl")
    store.replace(shipped)
    return store


@pytest.fixture
def database(own_server: Server, server: ServerStore) -> Database:
    return Database(ServerAddress(own_server.uri, own_server.user, own_server.password))


@pytest.fixture(scope="module")
def before(own_server: Server, server: ServerStore) -> Iterator[list[dict[str, Any]]]:
    """Everything that there is, and that is still there when all was tried."""
    database = Database(ServerAddress(own_server.uri, own_server.user, own_server.password))
    everything = database.dump()
    yield everything
    assert database.dump() == everything


def test_whatever_is_written_is_seen(own_server: Server, database: Database, before: Any) -> None:
    """Not a byte of the log moves by reading, so that all needs to be compared only where one has."""
    for statement, seen in (
        ("MATCH (n) RETURN count(n) AS n", False),
        ("CREATE (:TestOnly)", True),
        ("MATCH (n:TestOnly) SET n.name = 1", True),
        ("MATCH (n:TestOnly) DELETE n", True),
        ("CREATE INDEX test_only FOR (n:TestOnly) ON (n.name)", True),
        ("DROP INDEX test_only", True),
    ):
        written = own_server.written
        database.run(statement)
        assert (own_server.written != written) is seen, statement


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_without_the_gate_nothing_is_changed_either(
    own_server: Server,
    server: ServerStore,
    database: Database,
    before: list[dict[str, Any]],
    statement: str,
) -> None:
    constraints = database.run(CONSTRAINTS)
    written = own_server.written
    with suppress(StoreError):
        server.read(statement)
    if own_server.written != written:
        assert database.dump() == before
    assert database.run(CONSTRAINTS) == constraints
    assert database.run("SHOW DATABASES YIELD name, currentStatus WHERE name = 'neo4j' RETURN currentStatus AS s") == [{"s": "online"}]  # fmt: skip


@pytest.mark.parametrize("statement", WRITES.values(), ids=WRITES)
def test_without_the_gate_a_write_is_refused(server: ServerStore, statement: str) -> None:
    with pytest.raises(StoreError):
        server.read(statement)


@pytest.mark.parametrize("statement", INNOCENT.values(), ids=INNOCENT)
def test_what_only_reads_gives_equal_rows_where_both_run_it(
    server: ServerStore, embedded: EmbeddedStore, statement: str
) -> None:
    require_read_only(statement)
    ran = []
    for store in (embedded, server):
        with suppress(QueryError):
            result = store.read(statement, {"id": "country:JP"})
            ran.append((result.columns, sorted(map(repr, result.rows))))
    assert len(ran) < 2 or ran[0] == ran[1]
    assert ran


def test_a_local_file_is_read_by_no_server_of_ours(server: ServerStore, tmp_path: Path) -> None:
    """Our own configuration forbids it, beside the gate; a server of others may not."""
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n")
    with pytest.raises(StoreError) as told:
        server.read(f"LOAD CSV FROM '{secret.as_uri()}' AS row RETURN row")
    assert "secret" not in str(told.value).replace("secret.csv", "")
