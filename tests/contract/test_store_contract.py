"""What every graph store has to do, whichever engine it rests on; then what is special to a file."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from enishi.builds import project
from graphmodel.batch import GraphBatch, NodeRow, Properties, Property, TieRow
from graphmodel.claims import Claim
from graphmodel.resolve import build_row, resolve, with_build
from graphmodel.stores import (
    ConstraintError,
    GraphStore,
    QueryError,
    QueryTimeoutError,
    ReadOnlyError,
    StoreError,
)
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.server import ServerStore
from graphmodel.stores.values import PathRow
from graphmodel.vocab import Handling
from tests.strategies import SOURCES, any_claims


@pytest.fixture(params=["embedded", pytest.param("server", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    if request.param == "embedded":
        with EmbeddedStore(tmp_path / "graph.kgl") as opened:
            yield opened
        return
    with ServerStore(request.getfixturevalue("neo4j_address")) as server:
        yield server
        server.replace(GraphBatch([], []))


def node(id_: str, labels: tuple[str, ...] = ("Forum",), **props: Any) -> NodeRow:
    return NodeRow(id_, labels, {"id": id_, "kind": labels[0], **props})


def tie(start: str, type_: str, end: str, period: int = 1, **props: Any) -> TieRow:
    id_ = f"{start} {type_} {end}" + (f" #{period}" if period > 1 else "")
    return TieRow(id_, type_, start, end, {"id": id_, **props})


RECORD = Path(__file__).parents[2] / "data"
JAPAN = node("country:JP", ("Country", "Party"), name_ja="日本", name_en="Japan")
KOREA = node("country:KR", ("Country", "Party"), name_ja="韓国", name_en="Korea")
MDQ = node("forum:mdq", name_ja="量子多国間対話", founded_on="2022")
GRAPH = GraphBatch(
    [JAPAN, KOREA, MDQ],
    [
        tie("country:JP", "MEMBER_OF", "forum:mdq", role="member", holds_from="2022-05-31"),
        tie("country:KR", "MEMBER_OF", "forum:mdq", role="member", holds_from="2023-04-30"),
    ],
)


def one(store: GraphStore, statement: str, **params: Any) -> Any:
    """The only value of the only row."""
    ((value,),) = store.read(statement, params).rows
    return value


def values(store: GraphStore, statement: str, **params: Any) -> list[Any]:
    """The values of the only column."""
    return [value for (value,) in store.read(statement, params).rows]


def contents(store: GraphStore, like: GraphBatch) -> GraphBatch:
    """What the store holds, asked for with each property that some row of a batch has."""
    nodes = store.read(
        f"MATCH (n:Entity) RETURN n.id AS id, labels(n) AS labels{_columns('n', like.nodes)} "
        "ORDER BY id"
    )
    ties = store.read(
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN r.id AS id, type(r) AS type, a.id AS start, "
        f"b.id AS target{_columns('r', like.ties)} ORDER BY id"
    )
    return GraphBatch(
        [NodeRow(r["id"], tuple(sorted(r["labels"])), given_in(r)) for r in nodes.records()],
        [TieRow(r["id"], r["type"], r["start"], r["target"], given_in(r)) for r in ties.records()],
    )


def _columns(variable: str, rows: Sequence[NodeRow | TieRow]) -> str:
    names = sorted({name for row in rows for name in row.props})
    return "".join(f", {variable}.{name} AS p_{name}" for name in names)


def given_in(record: dict[str, Any]) -> Properties:
    """The properties of a row that are there.

    The embedded engine answers a missing `type` with the first label; only kinds that have a `type` are asked for it.
    """
    props = {k[2:]: v for k, v in record.items() if k.startswith("p_") and v is not None}
    if props.get("type") == "Entity":
        del props["type"]
    return props


def stored(batch: GraphBatch) -> GraphBatch:
    """A batch as `contents` gives it back."""
    nodes = [
        NodeRow(row.id, tuple(sorted({"Entity", *row.labels})), row.props)
        for row in sorted(batch.nodes, key=lambda row: row.id)
    ]
    return GraphBatch(nodes, sorted(batch.ties, key=lambda row: row.id))


# Writing ----------------------------------------------------------------------------------------------------------


def test_what_is_written_is_read(store: GraphStore) -> None:
    store.replace(GRAPH)
    assert contents(store, GRAPH) == stored(GRAPH)


def test_an_empty_graph(store: GraphStore) -> None:
    store.replace(GraphBatch([], []))
    assert one(store, "MATCH (n) RETURN count(n) AS n") == 0


def test_replacing_twice_gives_the_same_graph(store: GraphStore) -> None:
    store.replace(GRAPH)
    store.replace(GRAPH)
    assert contents(store, GRAPH) == stored(GRAPH)
    assert one(store, "MATCH (n) RETURN count(n) AS n") == 3
    assert one(store, "MATCH ()-[r]->() RETURN count(r) AS n") == 2


def test_what_vanished_from_the_record_vanishes(store: GraphStore) -> None:
    store.replace(GRAPH)
    renamed = node("forum:mdq", name_ja="多国間対話")
    smaller = GraphBatch([JAPAN, renamed], [tie("country:JP", "MEMBER_OF", "forum:mdq")])
    store.replace(smaller)
    assert contents(store, GRAPH) == stored(smaller)
    row = store.read("MATCH (n:Forum) RETURN n.founded_on AS date, n.founded_on IS NULL AS gone")
    assert row.rows == ((None, True),)
    assert values(store, "MATCH (n:Country) RETURN n.id AS id") == ["country:JP"]
    assert values(store, "MATCH ()-[r:MEMBER_OF]->() RETURN r.role AS role") == [None]


def test_a_changed_kind_makes_no_second_node(store: GraphStore) -> None:
    store.replace(GraphBatch([node("org:a", ("Organisation", "Ministry", "Party"))], []))
    store.replace(GraphBatch([node("org:a", ("Organisation", "Agency", "Party"))], []))
    labels = sorted(one(store, "MATCH (n:Entity) RETURN labels(n) AS labels"))
    assert labels == ["Agency", "Entity", "Organisation", "Party"]
    assert values(store, "MATCH (n:Ministry) RETURN n.id AS id") == []


def test_every_label_finds_the_node(store: GraphStore) -> None:
    store.replace(GraphBatch([node("org:a", ("Organisation", "Ministry", "Party"))], []))
    for label in ("Entity", "Organisation", "Ministry", "Party"):
        assert values(store, f"MATCH (n:{label}) RETURN n.id AS id") == ["org:a"]


def test_parallel_ties(store: GraphStore) -> None:
    ties = [
        tie("country:JP", "LED_TO", "forum:mdq", role="a"),
        tie("country:JP", "MEMBER_OF", "forum:mdq", role="b"),
        tie("country:JP", "MEMBER_OF", "forum:mdq", 2, role="c"),
        tie("country:JP", "MEMBER_OF", "forum:mdq", 3, role="c"),
    ]
    batch = GraphBatch([JAPAN, MDQ], ties)
    for _ in range(2):
        store.replace(batch)
        assert contents(store, batch) == stored(batch)


def test_a_tie_from_a_node_to_itself_and_both_ways(store: GraphStore) -> None:
    ties = [
        tie("country:JP", "LED_TO", "country:JP"),
        tie("country:JP", "LED_TO", "country:KR"),
        tie("country:KR", "LED_TO", "country:JP"),
    ]
    batch = GraphBatch([JAPAN, KOREA], ties)
    store.replace(batch)
    assert contents(store, batch) == stored(batch)


VALUES: dict[str, Property] = {
    "japanese": "量子科学技術協力に関する覚書（仮称）～髙﨑 ｶﾞｷﾞ 🙂",
    "hostile": "'\"`\\; DROP {x: $y} <script>&amp;</script> // /* \n\t",
    "empty": "",
    "space": "  ",
    "text_date": "2025-05-13",
    "text_month": "2025-05",
    "text_instant": "2025-05-13T00:00:00Z",
    "text_number": "007",
    "text_truth": "true",
    "text_null": "null",
    "far_past": "0000-01-01",
    "far_future": "9999-12-31",
    "yes": True,
    "no": False,
    "zero": 0,
    "one": 1,
    "negative": -7,
    "large": 2**53 + 1,
    "largest": 2**63 - 1,
    "texts": ["量子", "", "2025-05-13", "'"],
    "one_text": ["a"],
    "no_texts": [],
}


@pytest.mark.parametrize("name", VALUES)
def test_values_come_back_as_they_went_in(store: GraphStore, name: str) -> None:
    value = VALUES[name]
    batch = GraphBatch(
        [node("forum:a", value=value), JAPAN], [tie("country:JP", "LED_TO", "forum:a", value=value)]
    )
    store.replace(batch)
    for statement in (
        "MATCH (n:Forum) RETURN n.value AS value",
        "MATCH ()-[r]->() RETURN r.value AS value",
        "MATCH (n:Forum) WHERE n.value = $value RETURN n.value AS value",
        "WITH $value AS value RETURN value",
    ):
        found = one(store, statement, value=value)
        assert (type(found), found) == (type(value), value)


def test_a_property_that_is_not_given_is_null(store: GraphStore) -> None:
    store.replace(GraphBatch([node("forum:a", x="1"), node("forum:b")], []))
    result = store.read("MATCH (n:Forum) RETURN n.x AS x, n.x IS NULL AS absent ORDER BY n.id")
    assert result.rows == (("1", False), (None, True))
    assert values(store, "MATCH (n:Forum) WHERE n.x <> 'other' RETURN n.id AS id") == ["forum:a"]
    assert one(store, "MATCH (n:Forum) RETURN count(n.x) AS n") == 1


def test_dates_are_compared_as_text(store: GraphStore) -> None:
    days = ["0000-01-01", "2024-12-31", "2025-05-13", "9999-12-31"]
    store.replace(GraphBatch([node(f"forum:{i}", day=day) for i, day in enumerate(days)], []))
    statement = "MATCH (n:Forum) WHERE n.day <= $as_of RETURN n.day AS day ORDER BY day DESC"
    assert values(store, statement, as_of="2025-05-13") == days[2::-1]
    assert values(store, statement, as_of="2025-05-12") == days[1::-1]


@given(any_claims)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_graph_that_resolution_makes(store: GraphStore, claims: list[Claim]) -> None:
    resolution = resolve(claims, SOURCES)
    build = build_row(resolution, "key", "", Handling.RESTRICTED)
    batch = with_build(resolution.batch, build)
    store.replace(batch)
    assert contents(store, batch) == stored(batch)


# What is refused --------------------------------------------------------------------------------------------------

TO_NOWHERE = tie("country:JP", "MEMBER_OF", "forum:nowhere")
REFUSED: dict[str, tuple[GraphBatch, type[StoreError], str]] = {
    "two nodes of one id": (
        GraphBatch([JAPAN, node("country:JP", ("Union",)), MDQ], []),
        ConstraintError,
        "country:JP",
    ),
    "two ties of one id": (
        GraphBatch(GRAPH.nodes, [GRAPH.ties[0], GRAPH.ties[0]]),
        ConstraintError,
        "country:JP MEMBER_OF forum:mdq",
    ),
    "a tie to a missing node": (
        GraphBatch([JAPAN], [TO_NOWHERE]),
        StoreError,
        "country:JP MEMBER_OF forum:nowhere names forum:nowhere",
    ),
    "a tie from a missing node": (
        GraphBatch([MDQ], [tie("country:XX", "MEMBER_OF", "forum:mdq")]),
        StoreError,
        "country:XX",
    ),
}


@pytest.mark.parametrize(("batch", "error", "named"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_leaves_the_old_graph(
    store: GraphStore, batch: GraphBatch, error: type[StoreError], named: str
) -> None:
    store.replace(GRAPH)
    with pytest.raises(error, match=named):
        store.replace(batch)
    assert contents(store, GRAPH) == stored(GRAPH)


def test_a_hostile_label_or_type_is_refused_and_leaves_the_old_graph(store: GraphStore) -> None:
    store.replace(GRAPH)
    hostile = "Forum) DETACH DELETE n //"
    for batch in (
        GraphBatch([node("forum:a", (hostile,))], []),
        GraphBatch(GRAPH.nodes, [tie("country:JP", hostile, "forum:mdq")]),
    ):
        with pytest.raises(ValueError, match="cannot be a label or relationship type"):
            store.replace(batch)
        assert contents(store, GRAPH) == stored(GRAPH)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (n:Forum {id: 'forum:x'})",
        "MATCH (n:Forum) CREATE (n)-[:LED_TO]->(n)",
        "MERGE (n:Entity {id: 'forum:x'}) RETURN n.id AS id",
        "MERGE (n:Entity {id: 'forum:mdq'}) RETURN n.id AS id",
        "MATCH (n:Forum) SET n.name_ja = 'x'",
        "MATCH (n:Forum) SET n.name_ja = 'x' RETURN n.id AS id",
        "MATCH (n:Forum) SET n:Union",
        "MATCH (n:Forum) SET n = {}",
        "MATCH (n:Forum) REMOVE n.name_ja",
        "MATCH (n:Forum) REMOVE n:Forum",
        "MATCH ()-[r]->() DELETE r",
        "MATCH (n) DETACH DELETE n",
        "FOREACH (x IN [1] | CREATE (:Forum))",
        "CREATE INDEX named IF NOT EXISTS FOR (n:Forum) ON (n.name_ja)",
        "DROP CONSTRAINT entity_id",
    ],
)
def test_a_statement_that_writes_is_refused(store: GraphStore, statement: str) -> None:
    store.replace(GRAPH)
    with pytest.raises(ReadOnlyError, match="would change the graph"):
        store.read(statement)
    assert contents(store, GRAPH) == stored(GRAPH)


# Reading ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", ["", " ORDER BY b"])
def test_an_empty_result_keeps_its_columns(store: GraphStore, order: str) -> None:
    store.replace(GRAPH)
    result = store.read(
        f"MATCH (n:Forum) WHERE n.id = 'no' RETURN n.id AS b, n.name_ja AS a, 1 AS c{order}"
    )
    assert (result.columns, result.rows, result.truncated) == (("b", "a", "c"), (), False)
    assert result.records() == []


def test_columns_and_rows_keep_their_order(store: GraphStore) -> None:
    store.replace(GraphBatch([node(f"forum:{n:02}", n=n) for n in range(20)], []))
    result = store.read("MATCH (n:Forum) RETURN n.n AS z, n.id AS a ORDER BY n.n % 7, n.n DESC")
    assert result.columns == ("z", "a")
    assert [n for n, _ in result.rows] == sorted(range(20), key=lambda n: (n % 7, -n))
    assert result.records()[0] == {"z": 14, "a": "forum:14"}


def test_maps_and_lists_are_plain_values(store: GraphStore) -> None:
    store.replace(GRAPH)
    statement = """
        MATCH (m:Country)-[r:MEMBER_OF]->(n:Forum)
        WITH n, m, r ORDER BY m.id
        RETURN n.id AS forum, collect({id: m.id, role: r.role, none: m.none, list: [1, [m.id]]}) AS members,
               {a: {b: [true, 1.5, null]}} AS map, [] AS empty, [null, 'x'] AS list
    """
    (row,) = store.read(statement).records()
    assert row == {
        "forum": "forum:mdq",
        "members": [
            {"id": id_, "role": "member", "none": None, "list": [1, [id_]]}
            for id_ in ("country:JP", "country:KR")
        ],
        "map": {"a": {"b": [True, 1.5, None]}},
        "empty": [],
        "list": [None, "x"],
    }
    assert all(type(row[column]) is list for column in ("members", "empty", "list"))
    assert type(row["map"]) is type(row["members"][0]) is dict
    assert type(row["map"]["a"]["b"][0]) is bool


def test_nodes_ties_and_paths_are_rows(store: GraphStore) -> None:
    store.replace(GRAPH)
    statement = """
        MATCH p = (c:Country {id: 'country:JP'})-[m:MEMBER_OF]->(f:Forum)<-[:MEMBER_OF]-(:Country)
        RETURN c, m, f AS forum, p, nodes(p) AS passed, relationships(p) AS ties, {in: [c]} AS map
    """
    (row,) = store.read(statement).records()
    japan = NodeRow("country:JP", ("Country", "Party"), JAPAN.props)
    ties = {tie.id: tie for tie in GRAPH.ties}
    first, second = (ties[f"country:{code} MEMBER_OF forum:mdq"] for code in ("JP", "KR"))
    assert row == {
        "c": japan, "m": first, "forum": MDQ,
        "p": PathRow((japan, MDQ, KOREA), (first, second)),
        "passed": [japan, MDQ, KOREA], "ties": [first, second], "map": {"in": [japan]},
    }  # fmt: skip
    assert [type(row[name]) for name in ("c", "m", "p")] == [NodeRow, TieRow, PathRow]


def test_the_whole_graph_is_read_as_it_was_written(store: GraphStore) -> None:
    batch = project(RECORD, "2025-05-12", Handling.PUBLIC).batch
    store.replace(batch)
    nodes = store.read("MATCH (n:Entity) RETURN n").rows
    ties = store.read("MATCH (:Entity)-[t]->(:Entity) RETURN t").rows
    assert {node.id: (set(node.labels), node.props) for (node,) in nodes} == {
        node.id: (set(node.labels), node.props) for node in batch.nodes
    }
    assert all(node.labels[0] == node.props["kind"] for (node,) in nodes)
    assert sorted(tie for (tie,) in ties) == batch.ties


def test_times_and_durations_are_alike(store: GraphStore) -> None:
    store.replace(GRAPH)
    statement = "RETURN date('2025-05-13') AS d, datetime('2025-05-13T10:00:00Z') AS t, [duration('P1M3D')] AS l"
    assert store.read(statement).rows == (
        ("2025-05-13", "2025-05-13T10:00:00+00:00", [{"days": 3, "months": 1, "seconds": 0}]),
    )


@pytest.mark.parametrize("name", ["f.id", "count(*)", "toUpper( f.id )", "[1,2]"])
def test_a_column_without_a_name_is_called_as_it_is_written(store: GraphStore, name: str) -> None:
    store.replace(GRAPH)
    assert store.read(f"MATCH (f:Forum) RETURN {name}").columns == (name,)


def test_parameters(store: GraphStore) -> None:
    store.replace(GRAPH)
    statement = "MATCH (n:Entity) WHERE n.id IN $ids AND ($name IS NULL OR n.name_ja = $name) RETURN n.id AS id"
    ids = ["country:JP", "country:KR", "country:XX"]
    assert sorted(values(store, statement, ids=ids, name=None)) == ids[:2]
    assert values(store, statement, ids=ids, name="日本") == ["country:JP"]
    assert values(store, statement, ids=[], name=None) == []
    assert values(store, statement, ids=ids, name="' OR true OR '") == []


@pytest.mark.parametrize("limit", [149, 150, 1000])
def test_a_long_answer_is_the_same_whenever_it_is_asked(store: GraphStore, limit: int) -> None:
    store.replace(GRAPH)
    statement = """\
        UNWIND range(1, 150) AS n
        MATCH (c:Country {id: 'country:JP'})
        RETURN n AS call, c.name_ja AS name, CASE WHEN n % 2 = 0 THEN n END AS even, {b: [n], a: 'RETURN'} AS map,
               [date('2025-05-12'), n] AS listed
        ORDER BY n % 7, n DESC // LIMIT 3"""
    first = store.read(statement, max_rows=limit)
    order = sorted(range(1, 151), key=lambda n: (n % 7, -n))[:limit]
    assert [row[0] for row in first.rows] == order
    assert first.rows[0] == (147, "日本", None, {"a": "RETURN", "b": [147]}, ["2025-05-12", 147])
    assert first.truncated is (limit < 150)
    assert [store.read(statement, max_rows=limit) for _ in range(2)] == [first, first]


@pytest.mark.parametrize(("limit", "truncated"), [(1, True), (9, True), (10, False), (11, False)])
def test_the_row_limit_says_truncated(store: GraphStore, limit: int, truncated: bool) -> None:
    store.replace(GraphBatch([], []))
    result = store.read("UNWIND range(1, 10) AS n RETURN n ORDER BY n", max_rows=limit)
    assert [n for (n,) in result.rows] == list(range(1, min(limit, 10) + 1))
    assert result.truncated is truncated


def test_too_long_a_statement_is_stopped(store: GraphStore) -> None:
    store.replace(GRAPH)
    statement = (
        "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
        "WITH a * b % 7 AS n RETURN sum(n) AS n"
    )
    begun = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"longer than 0\.2 seconds[^.]*\.\n.*--timeout"):
        store.read(statement, timeout=0.2)
    assert time.monotonic() - begun < 2.5
    assert one(store, "MATCH (n:Forum) RETURN n.id AS id") == "forum:mdq"


@pytest.mark.parametrize(
    "statement", ["", "MATCH (n", "RETURN $missing AS x", "RETURN nothing AS x"]
)
def test_what_the_engine_does_not_run_is_a_query_error(store: GraphStore, statement: str) -> None:
    store.replace(GRAPH)
    with pytest.raises(QueryError, match="The engine does not run this statement"):
        store.read(statement)


def test_a_store_can_be_closed_and_read_again(store: GraphStore) -> None:
    store.replace(GRAPH)
    store.close()
    store.close()
    assert contents(store, GRAPH) == stored(GRAPH)


# The embedded file ------------------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "graph.kgl"


def test_the_same_graph_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    def written(path: Path, batch: GraphBatch) -> bytes:
        with EmbeddedStore(path) as opened:
            opened.replace(batch)
        return path.read_bytes()

    first = written(file, GRAPH)
    assert written(file, GRAPH) == first
    written(file, GraphBatch([MDQ], []))
    assert written(file, GRAPH) == first
    assert written(tmp_path / "elsewhere" / "other.kgl", GRAPH) == first


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    with EmbeddedStore(file) as opened:
        opened.replace(GRAPH)
        for batch, error, _ in REFUSED.values():
            with pytest.raises(error):
                opened.replace(batch)
    assert list(file.parent.iterdir()) == [file]


def test_another_reader_sees_the_old_graph_or_the_new(file: Path) -> None:
    with EmbeddedStore(file) as writer, EmbeddedStore(file) as reader:
        writer.replace(GRAPH)
        assert contents(reader, GRAPH) == stored(GRAPH)
        writer.replace(GraphBatch([MDQ], []))
        assert contents(reader, GRAPH) == stored(GRAPH)
        reader.close()
        assert contents(reader, GRAPH) == stored(GraphBatch([MDQ], []))


def test_a_missing_graph_says_what_to_do(file: Path) -> None:
    with (
        EmbeddedStore(file) as opened,
        pytest.raises(
            StoreError, match=r"There is no graph at .*graph\.kgl\.\nBuild it: enishi build"
        ),
    ):
        opened.read("RETURN 1 AS x")
    assert not file.exists()


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "changed", "folder"])
def test_a_corrupt_file_says_what_to_do(file: Path, damage: str) -> None:
    with EmbeddedStore(file) as opened:
        opened.replace(GRAPH)
    content = file.read_bytes()
    middle = len(content) // 2
    file.unlink()
    if damage == "folder":
        file.mkdir()
    else:
        damaged = {
            "empty": b"",
            "text": "これは図ではない".encode() * 99,
            "cut": content[:middle],
            "changed": content[:middle] + bytes([content[middle] ^ 255]) + content[middle + 1 :],
        }
        file.write_bytes(damaged[damage])
    with (
        EmbeddedStore(file) as opened,
        pytest.raises(StoreError, match=r"graph\.kgl is no graph.*\nBuild it anew: enishi build"),
    ):
        opened.read("MATCH (n) RETURN n.id AS id")


def test_a_corrupt_file_is_replaced(file: Path) -> None:
    file.write_bytes(b"no graph")
    with EmbeddedStore(file) as opened:
        opened.replace(GRAPH)
        assert contents(opened, GRAPH) == stored(GRAPH)


def test_a_place_that_cannot_be_written_says_what_to_do(file: Path) -> None:
    file.mkdir()
    with (
        EmbeddedStore(file) as opened,
        pytest.raises(StoreError, match=r"cannot be written(.|\n)*The old graph is untouched\."),
    ):
        opened.replace(GRAPH)
    assert list(file.parent.iterdir()) == [file]
