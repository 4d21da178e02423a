"""The expected answers that stand beside each saved query."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphmodel.batch import GraphBatch, NodeRow, Properties, TieRow
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import LIBRARY
from queries.header import read_query
from queries.results import Answer
from tests.queries.small_world import CASES

Ask = Callable[..., Answer]

FILES = sorted(LIBRARY.glob("*.test.yaml"))
LATEST = "2026-11-25"
SHOWN_IN_SMALL = {case.query for case in CASES if case.rows}
"""Queries whose rows and proof are looked at on the small record too: the shipped one may hold none."""

CASE_KEYS = {"case", "known_bug", "params", "as_of", "known_at", "expect"}
EXPECT_KEYS = {"ids", "rows", "count", "contains", "lacks"}


class _Loader(yaml.SafeLoader):
    """As safe YAML, but a day is text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _cases() -> list[Any]:
    """Each case; one with a `known_bug` must fail until the bug is gone."""
    cases = []
    for path in FILES:
        query = path.name.partition(".")[0]
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader):  # noqa: S506
            marks = [pytest.mark.xfail(reason=case["known_bug"])] if "known_bug" in case else []
            cases.append(pytest.param(query, case, id=f"{query}: {case['case']}", marks=marks))
    return cases


def agrees(expected: Any, found: Any) -> bool:
    """Whether all that is expected is found: maps may have more keys, lists have as many items."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            key in found and agrees(value, found[key]) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(found, list)
            and len(expected) == len(found)
            and all(map(agrees, expected, found))
        )
    return type(expected) is type(found) and expected == found


@pytest.mark.parametrize(("query", "case"), _cases())
def test_expected_answer(ask: Ask, query: str, case: dict[str, Any]) -> None:
    assert case.keys() <= CASE_KEYS
    expect = case["expect"]
    assert expect
    assert expect.keys() <= EXPECT_KEYS
    answer = ask(query, case.get("params", {}), case.get("as_of", LATEST), case.get("known_at", ""))
    rows = list(answer.rows)
    columns = {name for row in expect.get("rows", []) for name in row}
    columns |= {
        name for key in ("contains", "lacks") for row in expect.get(key, []) for name in row
    }
    assert columns | set(expect.get("ids", {})) <= set(answer.columns)
    if "count" in expect:
        assert len(rows) == expect["count"]
    for column, ids in expect.get("ids", {}).items():
        assert sorted(row[column] for row in rows) == sorted(ids)
    wanted = expect.get("rows", [])
    shown = [
        {name: row[name] for name in partial} for partial, row in zip(wanted, rows, strict=False)
    ]
    assert len(rows) >= len(wanted)
    assert [
        partial for partial, row in zip(wanted, shown, strict=True) if not agrees(partial, row)
    ] == [], shown
    for partial in expect.get("contains", []):
        near = [{name: row[name] for name in partial} for row in rows]
        assert any(agrees(partial, row) for row in rows), near
    for partial in expect.get("lacks", []):
        assert [row for row in rows if agrees(partial, row)] == []


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_each_query_has_expected_answers(path: Any) -> None:
    assert path.with_suffix(".test.yaml") in FILES


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_each_parameter_is_tried(path: Any) -> None:
    cases = yaml.load(path.with_suffix(".test.yaml").read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    tried = {name for case in cases for name in case.get("params", {})}
    tried |= {name for case in CASES if case.query == path.stem for name in case.params}
    assert tried == set(read_query(path).params)


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_every_row_carries_its_proof(ask: Ask, path: Any) -> None:
    query = read_query(path)
    required = {name: spec.example for name, spec in query.params.items() if spec.required}
    answers = [ask(path.stem, required, day) for day in ("2025-05-01", LATEST)]
    assert path.stem in SHOWN_IN_SMALL or any(answer.rows for answer in answers)
    for answer in answers:
        known = {source["id"] for source in answer.sources}
        for row in answer.rows:
            assert row["sources"] or row.get("value") == "no_source" or row.get("count") == 0
            assert set(row["sources"]) <= known
            assert len(set(row["sources"])) == len(row["sources"])


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_the_same_question_has_the_same_answer(ask: Ask, path: Any) -> None:
    query = read_query(path)
    required = {name: spec.example for name, spec in query.params.items() if spec.required}
    first, second = (ask(path.stem, required).as_json() for _ in range(2))
    assert first == second


def test_days_are_counted_from_the_last_day_of_the_step_before(tmp_path: Path) -> None:
    """No step of the shipped record with a day of its own comes after one of several days."""

    def meeting(slug: str, first: str, last: str) -> NodeRow:
        props: Properties = {
            "id": f"meeting:{slug}", "kind": "Meeting", "name_ja": slug, "name_en": slug, "event_mood": "actual",
            "event_on": f"{first}/{last}", "event_on_min": first, "event_on_max": last, "sources": ["s"],
        }  # fmt: skip
        return NodeRow(f"meeting:{slug}", ("Meeting",), props)

    id_ = "meeting:a LED_TO meeting:b"
    props: Properties = {"id": id_, "basis": "stated", "sources": ["s"]}
    tie = TieRow(id_, "LED_TO", "meeting:a", "meeting:b", props)
    nodes = [meeting("a", "2024-06-13", "2024-06-15"), meeting("b", "2024-06-20", "2024-06-21")]
    with EmbeddedStore(tmp_path / "graph.kgl") as store:
        store.replace(GraphBatch(nodes, [tie]))
        statement = read_query(LIBRARY / "how-it-came-about.cypher").statement
        rows = store.read(statement, {"agreement": "meeting:b", "as_of": LATEST}).records()
    assert [(row["step"], row["lag_days"], row["link"]) for row in rows] == [
        ("meeting:a", None, None),
        ("meeting:b", 5, "stated"),
    ]


def test_the_comparison_can_fail() -> None:
    assert agrees({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3})
    assert not agrees({"a": [{"b": 1}]}, {"a": [{"b": 2}]})
    assert not agrees({"a": [1]}, {"a": [1, 2]})
    assert not agrees({"a": None}, {})
    assert not agrees({"a": 1}, {"a": True})
