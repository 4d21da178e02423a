"""A database that others use: only what is ours is written, and whatever goes wrong is told in a sentence."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j.exceptions import ClientError, Neo4jError, ServiceUnavailable

from enishi.builds import build
from graphmodel.batch import GraphBatch, NodeRow, TieRow
from graphmodel.errors import UsageError
from graphmodel.stores import QueryError, StoreError
from graphmodel.stores import load as load_module
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.server import ServerStore
from tests.neo4j.conftest import RECORD, Database

pytestmark = pytest.mark.neo4j


# Loading ----------------------------------------------------------------------------------------------------------


def test_the_whole_record_is_there(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    store.replace(shipped)
    assert database.holds(shipped)


def test_loading_twice_changes_nothing(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    store.replace(shipped)
    before = database.dump()
    store.replace(shipped)
    assert database.dump() == before


def test_what_vanished_vanishes_and_comes_back(
    store: ServerStore, database: Database, shipped: GraphBatch, earlier: GraphBatch
) -> None:
    assert len(earlier.nodes) < len(shipped.nodes)
    for batch in (shipped, earlier, shipped):
        store.replace(batch)
        assert database.holds(batch)


def test_only_what_differs_is_written(
    store: ServerStore, database: Database, shipped: GraphBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody changed on our nodes and ties is put right; of the rest only the build is written again."""
    written: list[Any] = []
    write = load_module._write
    monkeypatch.setattr(load_module, "_write", lambda tx, steps: (write(tx, steps), written.extend(steps)))  # fmt: skip
    store.replace(shipped)
    for change, rows in (
        ("RETURN 1", 0),
        ("MATCH (n:Entity {id: 'country:JP'}) SET n.name_en = 'Nippon'", 1),
        ("MATCH (n:Entity {id: 'country:JP'}) SET n.mine = true", 1),
        ("MATCH (n:Entity {id: 'country:JP'}) REMOVE n.name_ja", 1),
        ("MATCH (n:Entity {id: 'country:JP'}) SET n:TestOnly", 1),
        ("MATCH (n:Entity {id: 'country:JP'}) REMOVE n:Country", 1),
        ("MATCH (:Entity {id: 'country:JP'})-[r:MEMBER_OF]->(:Entity {id: 'forum:mdq'}) SET r.mine = 1", 1),
        ("MATCH (:Entity {id: 'country:JP'})-[r:MEMBER_OF]->(:Entity {id: 'forum:mdq'}) DELETE r", 1),
        # a copy of a tie is taken away, and a node of ours without an id
        ("MATCH (a:Entity {id: 'country:JP'})-[r:MEMBER_OF]->(b:Entity {id: 'forum:mdq'}) "
         "CREATE (a)-[s:MEMBER_OF]->(b) SET s = properties(r)", 1),
        ("CREATE (:Entity:Office {_enishi: true})", 1),
    ):  # fmt: skip
        database.run(change)
        written.clear()
        store.replace(shipped)
        done = [len(step.rows) for step in written if "n:Build" not in step.statement]
        assert (change, sum(done)) == (change, rows)
        assert database.holds(shipped)
    database.run("MATCH (n:Entity {id: 'forum:mdq'}) REMOVE n.id")
    store.replace(shipped)
    assert database.holds(shipped)


def test_what_queries_look_for_is_indexed(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    for row in database.run("SHOW INDEXES YIELD name, properties WHERE properties IN [['kind'], ['subject']] RETURN name"):  # fmt: skip
        database.run(f"DROP INDEX `{row['name']}`")
    store.replace(shipped)
    rows = database.run("SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE properties <> ['id'] RETURN *")  # fmt: skip
    for label, name in (("Entity", "kind"), ("Claim", "subject")):
        assert {"labelsOrTypes": [label], "properties": [name], "state": "ONLINE"} in rows


def test_a_foreign_constraint_of_any_name_does_no_harm(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    for (name,) in store.read("SHOW CONSTRAINTS YIELD name, labelsOrTypes WHERE 'Entity' IN labelsOrTypes RETURN name").rows:  # fmt: skip
        database.run(f"DROP CONSTRAINT `{name}`")
    database.run("CREATE CONSTRAINT entity_id FOR (n:TestOnly) REQUIRE n.name IS UNIQUE")
    try:
        store.replace(shipped)
        with pytest.raises(ClientError, match="already exists"):
            database.run("CREATE (:Entity {id: 'forum:mdq'})")
    finally:
        database.run("DROP CONSTRAINT entity_id")


def test_the_constraint_stands(store: ServerStore, database: Database, shipped: GraphBatch) -> None:
    store.replace(shipped)
    rows = database.run("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type")
    assert {"labelsOrTypes": ["Entity"], "properties": ["id"], "type": "UNIQUENESS"} in rows
    with pytest.raises(ClientError, match="already exists"):
        database.run("CREATE (:Entity {id: 'forum:mdq'})")


# What is not ours ---------------------------------------------------------------------------------------------------


def test_foreign_data_are_refused_and_then_left_alone(
    store: ServerStore, database: Database, shipped: GraphBatch, earlier: GraphBatch
) -> None:
    database.run("CREATE (:TestOnly {name: 'theirs', id: 'country:JP'})-[:TEST_ONLY {n: 1}]->(:TestOnly {name: 'too'})")  # fmt: skip
    theirs = database.dump()
    with pytest.raises(StoreError, match=r"holds data that are not Enishi's \(TestOnly\)") as told:
        store.replace(shipped)
    assert "--allow-foreign" in told.value.hint
    assert database.dump() == theirs
    with ServerStore(database.address, allow_foreign=True) as allowed:
        for batch in (shipped, earlier, GraphBatch([], [])):
            allowed.replace(batch)
            everything = {row["id"]: row for row in database.dump()}
            assert [everything[row["id"]] for row in theirs] == theirs
    assert database.dump() == theirs


def test_an_analysts_tie_between_our_nodes_stays(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    store.replace(shipped)
    database.run(
        "MATCH (a:Entity {id: 'country:JP'}), (b:Entity {id: 'country:KR'}) CREATE (a)-[:TEST_ONLY {why: 'note'}]->(b)"
    )
    store.replace(shipped)
    assert database.run("MATCH (a)-[r:TEST_ONLY]->(b) RETURN a.id AS a, r.why AS why, b.id AS b") == [
        {"a": "country:JP", "why": "note", "b": "country:KR"}
    ]  # fmt: skip


def test_a_foreign_tie_is_never_deleted_with_our_node(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    store.replace(shipped)
    database.run(
        "MATCH (a:Entity {id: 'country:JP'}), (b:Entity {id: 'forum:mdq'}) CREATE (a)-[:TEST_ONLY]->(b)"
    )
    before = database.dump()
    with pytest.raises(StoreError, match="TEST_ONLY on country:JP, TEST_ONLY on forum:mdq"):
        store.replace(GraphBatch([], []))
    assert database.dump() == before


def test_a_foreign_node_of_our_label_and_id_is_not_taken_over(
    store: ServerStore, database: Database, shipped: GraphBatch
) -> None:
    database.run("CREATE (:Entity:TestOnly {id: 'country:JP', name: 'theirs'})")
    before = database.dump()
    with (
        ServerStore(database.address, allow_foreign=True) as allowed,
        pytest.raises(StoreError, match="have ids of ours: country:JP"),
    ):
        allowed.replace(shipped)
    assert database.dump() == before


# More rows than one transaction ------------------------------------------------------------------------------------


@pytest.fixture
def in_parts(database: Database) -> ServerStore:
    return ServerStore(database.address, batch_rows=40, retry_seconds=0)


def test_a_load_in_parts_gives_the_same_graph(
    in_parts: ServerStore, database: Database, shipped: GraphBatch, earlier: GraphBatch
) -> None:
    with in_parts:
        for batch in (shipped, earlier, shipped):
            in_parts.replace(batch)
            assert database.holds(batch)
        before = database.dump()
        in_parts.replace(shipped)
        assert database.dump() == before


def test_a_load_that_was_cut_off_goes_on_where_it_was(
    in_parts: ServerStore, database: Database, shipped: GraphBatch, earlier: GraphBatch, enishi, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    written: list[int] = []
    write = load_module._write

    def count(tx: Any, steps: Any) -> None:
        write(tx, steps)
        written.append(sum(len(step.rows) for step in steps))

    def cut(tx: Any, steps: Any) -> None:
        if len(written) == 4:
            raise ServiceUnavailable("pulled the plug")
        count(tx, steps)

    def load(batch: GraphBatch) -> int:
        written.clear()
        in_parts.replace(batch)
        return sum(written)

    with in_parts, ServerStore(database.address) as other:
        monkeypatch.setattr(load_module, "_write", count)
        load(earlier)
        whole = load(shipped)
        assert whole > 200
        load(earlier)
        monkeypatch.setattr(load_module, "_write", cut)
        with pytest.raises(StoreError, match=r"connection to .* was lost: pulled the plug"):
            load(shipped)
        assert written == [40, 40, 40, 40]
        monkeypatch.setattr(load_module, "_write", count)
        assert database.run("MATCH (b:Build) RETURN b.id AS id") == []
        with pytest.raises(StoreError, match="Another load is under way; it last wrote"):
            other.replace(earlier)
        assert load(shipped) == whole - 160
    assert database.holds(shipped)


def test_a_load_long_cut_off_gives_way(
    in_parts: ServerStore, database: Database, shipped: GraphBatch, earlier: GraphBatch
) -> None:
    database.run(
        "CREATE (:Entity:Load {id: 'enishi:load', _enishi: true, run: 'another', at: timestamp() - 3600000})"
    )
    with in_parts:
        in_parts.replace(shipped)
    assert database.holds(shipped)


# One projection ----------------------------------------------------------------------------------------------------


def test_another_projection_is_refused_and_named(enishi, database: Database) -> None:
    uri = database.address.uri
    assert enishi("build", "--store", uri, "--known-at", "2025-05-12").code == 0
    for command in (
        ("query", "run", "conflicts"),
        ("status",),
        ("why", "MDQ"),
        ("view", "-o", "-"),
    ):
        done = enishi(*command, "--store", uri)
        assert (done.code, done.out) == (1, "")
        assert "holds the graph as known on 2025-05-12" in done.err
        assert "--known-at 2025-05-12" in done.err
    assert enishi("status", "--store", uri, "--known-at", "2025-05-12").code == 0
    before = database.dump()
    done = enishi("build", "--store", uri)
    assert (done.code, done.out) == (1, "")
    assert "holds the graph as known on 2025-05-12" in done.err
    assert "--replace" in done.err
    assert database.dump() == before
    assert enishi("build", "--store", uri, "--replace").code == 0
    assert enishi("status", "--store", uri).code == 0


def test_an_empty_server_is_never_filled_by_asking(
    enishi, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", database.address.uri)
    done = enishi("query", "run", "conflicts")
    assert (done.code, done.out) == (1, "")
    assert f"enishi build --store {database.address.uri}" in done.err
    assert database.dump() == []
    assert enishi("build").code == 0
    assert enishi("query", "run", "conflicts").code == 0


def test_another_record_is_told_but_the_shared_graph_is_used(
    enishi, database: Database, tmp_path: Path
) -> None:
    build(RECORD, database.address)
    other = tmp_path / "record"
    (other / "countries").mkdir(parents=True)
    (other / "countries/JP.yaml").write_text("id: country:JP\nby: enishi\nname: {ja: 日本, en: Japan}\nstatus: state\n", encoding="utf-8")  # fmt: skip
    uri = database.address.uri
    done = enishi("query", "run", "conflicts", "--store", uri, "--record", other)
    assert done.code == 0
    assert "another state of the record" in done.err
    assert enishi("why", "MDQ", "--store", uri, "--record", other).code == 0
    shutil.rmtree(tmp_path / "cache")
    done = enishi("why", "MDQ", "--store", uri, "--record", other)
    assert (done.code, done.out) == (1, "")
    assert "not on this machine" in done.err
    assert enishi("why", "MDQ", "--store", uri).code == 0


def test_a_record_of_ones_own_is_shared_under_its_ceiling_only(
    enishi, database: Database, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    (own / "countries").mkdir(parents=True)
    file = own / "countries/GB.yaml"
    text = "id: country:GB\nby: deck-2025@s2\nnames:\n- {ja: 部内の呼称, use: variant}\n"
    file.write_text(
        text + "- {ja: 関係者の呼称, use: variant, handling: restricted}\n", encoding="utf-8"
    )
    place = ("--store", database.address.uri, "--records", own)
    assert enishi("build", *place, "--ceiling", "internal").code == 0
    for more in ((), ("--ceiling", "public"), ("--ceiling", "restricted")):
        done = enishi("status", *place, *more)
        assert (done.code, done.out) == (1, "")
        assert "with internal claims at most" in done.err
        assert "--ceiling internal" in done.err
    done = enishi("why", "GB", "names", *place, "--ceiling", "internal")
    assert ("部内の呼称" in done.out, "関係者の呼称" in done.out, done.err) == (True, False, "")
    assert not [row for row in database.dump() if "関係者の呼称" in repr(row)]
    file.write_text(
        text + "- {ja: 別の呼称, use: variant, handling: restricted}\n", encoding="utf-8"
    )
    done = enishi("why", "GB", "names", *place, "--ceiling", "internal")
    assert ("部内の呼称" in done.out, done.err) == (True, "")
    file.write_text(text.replace("部内", "別"), encoding="utf-8")
    done = enishi("why", "GB", "names", *place, "--ceiling", "internal")
    assert "部内の呼称" in done.out
    assert "another state of the record" in done.err


# What goes wrong ----------------------------------------------------------------------------------------------------


def told(address: ServerAddress, **changes: str) -> str:
    with (
        ServerStore(dataclasses.replace(address, **changes), retry_seconds=0) as store,
        pytest.raises(StoreError) as error,
    ):
        store.read("RETURN 1 AS x")
    assert error.value.hint
    assert "Traceback" not in str(error.value)
    return str(error.value)


def test_a_wrong_password(neo4j_address: ServerAddress) -> None:
    assert "the user or the password is wrong.\nSet NEO4J_USERNAME" in told(neo4j_address, password="wrong")  # noqa: S106  # fmt: skip
    assert "the user or the password is wrong" in told(neo4j_address, username="nobody")
    assert "the user or the password is wrong" in told(neo4j_address, password="")


def test_a_wrong_database(neo4j_address: ServerAddress) -> None:
    assert f"There is no database nope at {neo4j_address.uri}." in told(neo4j_address, database="nope")  # fmt: skip


def test_a_server_that_does_not_answer(neo4j_address: ServerAddress) -> None:
    text = told(neo4j_address, uri="bolt://127.0.0.1:1")
    assert text.startswith("bolt://127.0.0.1:1 does not answer: Connection refused\nCheck that")


def test_an_encrypted_connection_to_a_server_without(neo4j_address: ServerAddress) -> None:
    assert "does not answer" in told(neo4j_address, uri=neo4j_address.uri.replace("://", "+s://"))


@pytest.mark.parametrize("agent", ["Neo4j/5.22.0", "Neo4j/4.4.30", "Neo4j/v5.11.0 compatible graph database", "Other/1"])  # fmt: skip
def test_a_server_that_is_too_old(
    neo4j_address: ServerAddress, monkeypatch: pytest.MonkeyPatch, agent: str
) -> None:
    monkeypatch.setattr(neo4j.ServerInfo, "agent", agent, raising=True)
    text = told(neo4j_address)
    assert f"is {agent}; Enishi needs Neo4j 5.23 or newer." in text


@pytest.mark.parametrize("agent", ["Neo4j/5.23.0", "Neo4j/5.27-aura", "Neo4j/2025.10.1"])
def test_a_server_that_is_new_enough(
    neo4j_address: ServerAddress, monkeypatch: pytest.MonkeyPatch, agent: str
) -> None:
    monkeypatch.setattr(neo4j.ServerInfo, "agent", agent, raising=True)
    with ServerStore(neo4j_address) as store:
        assert store.server() == agent


@pytest.mark.parametrize(
    ("code", "message", "says"),
    [
        ("Neo.ClientError.Cluster.NotALeader", "No write operations are allowed", "neo4j:// instead of bolt://"),
        ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "x", "is read-only"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "x", "is read-only"),
        ("Neo.TransientError.Database.DatabaseUnavailable", "starting", "is not available: starting"),
        ("Neo.DatabaseError.Transaction.TransactionCommitFailed", "No space left on device", "most often because its disk is full"),
        ("Neo.DatabaseError.Transaction.TransactionLogError", "Could not append", "most often because its disk is full"),
        ("Neo.DatabaseError.Transaction.TransactionStartFailed", "has encountered a critical error", "restart it"),
        ("Neo.ClientError.Security.Forbidden", "Schema operations are not allowed", "Ask the administrator"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "too much", "too little memory"),
        ("Neo.ClientError.Security.CredentialsExpired", "x", "wants a new password"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "x", "too many wrong passwords"),
        ("Neo.DatabaseError.General.UnknownError", "something", "reports: something"),
    ],
)  # fmt: skip
def test_what_the_server_reports_is_told_with_what_to_do(
    code: str, message: str, says: str
) -> None:
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    store = ServerStore(ServerAddress("bolt://localhost:7687"))
    with pytest.raises(StoreError) as told, store._told():
        raise error
    assert says in str(told.value)


@pytest.mark.parametrize("uri", ["http://localhost:7474", "bolt://", "bolt://host:port", "bolt://host:7687/db", "neo4j:host"])  # fmt: skip
def test_what_is_no_address(uri: str) -> None:
    with pytest.raises(UsageError, match="is no address of a server"):
        ServerAddress(uri)


def test_a_password_in_an_address_is_refused_and_not_repeated(enishi) -> None:
    done = enishi("status", "--store", "bolt://neo4j:secret@localhost:7687")
    assert done.code == 2
    assert "NEO4J_PASSWORD" in done.err
    assert "secret" not in done.err
    assert "secret" not in repr(ServerAddress("bolt://localhost", "neo4j", "secret"))


def test_what_only_the_engine_knows_is_refused(store: ServerStore) -> None:
    with pytest.raises(QueryError, match=r"n\.id AS id"):
        store.read("RETURN point({x: 1, y: 2}) AS p")


@pytest.mark.parametrize(
    ("statement", "place", "mark"),
    [
        ("MATCH (f:Forum) RETUN f", "at line 1, col 17", 16),
        ("MATCH (f:Forum)\nRETURN g.id", "at line 2, col 8", 7),
    ],
)
def test_a_mistake_is_pointed_at(store: ServerStore, statement: str, place: str, mark: int) -> None:
    with pytest.raises(QueryError) as told:
        store.read(statement)
    first, line, under = told.value.message.splitlines()
    assert place in first
    assert line == f"   {statement.splitlines()[-1]}"
    assert under == " " * (mark + 3) + "^"


def test_days_are_text(store: ServerStore) -> None:
    row = store.read("RETURN date('2025-05-13') AS d, [date('2025-05-13')] AS l").rows
    assert row == (("2025-05-13", ["2025-05-13"]),)


def test_nothing_is_left_of_a_load(store: ServerStore, database: Database) -> None:
    node = NodeRow("forum:a", ("Forum",), {"id": "forum:a", "kind": "Forum"})
    tie = TieRow("forum:a LED_TO forum:a", "LED_TO", "forum:a", "forum:a", {"id": "forum:a LED_TO forum:a"})  # fmt: skip
    store.replace(GraphBatch([node], [tie]))
    assert len(database.dump()) == 2


def test_doctor_names_the_server(enishi, database: Database, monkeypatch) -> None:
    done = enishi("doctor", "--store", database.address.uri)
    assert "ok  server: Neo4j/" in done.out
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    done = enishi("doctor", "--store", database.address.uri)
    assert done.code == 1
    assert "BAD server:" in done.out
