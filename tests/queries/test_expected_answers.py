"""The expected answers that stand beside each saved query."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphmodel.batch import GraphBatch, NodeRow, Properties, TieRow
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import LIBRARY
from queries.expected import Case, differences, read_cases
from queries.header import read_query
from queries.results import Answer
from tests.queries.small_world import CASES

Ask = Callable[..., Answer]

FILES = sorted(LIBRARY.glob("*.test.yaml"))
LATEST = "2026-11-25"
SHOWN_IN_SMALL = {case.query for case in CASES if case.rows}
"""Queries whose rows and proof are looked at on the small record too: the shipped one may hold none."""


def _cases() -> list[Any]:
    """Each case; one with a `known_bug` must fail until the bug is gone."""
    cases = []
    for path in FILES:
        query = path.name.partition(".")[0]
        for case in read_cases(path):
            marks = [pytest.mark.xfail(reason=case.known_bug)] if case.known_bug else []
            cases.append(pytest.param(query, case, id=f"{query}: {case.case}", marks=marks))
    return cases


@pytest.mark.parametrize(("query", "case"), _cases())
def test_expected_answer(ask: Ask, query: str, case: Case) -> None:
    answer = ask(query, case.given(), case.as_of or LATEST, case.known_at)
    assert differences(case.expect, answer) == []


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_each_query_has_expected_answers(path: Any) -> None:
    assert path.with_suffix(".test.yaml") in FILES


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_each_parameter_is_tried(path: Any) -> None:
    tried = {name for case in read_cases(path.with_suffix(".test.yaml")) for name in case.params}
    tried |= {name for case in CASES if case.query == path.stem for name in case.params}
    assert tried == set(read_query(path).params)


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_every_row_carries_its_proof(ask: Ask, path: Any) -> None:
    query = read_query(path)
    required = query.example
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
    required = query.example
    first, second = (ask(path.stem, required).as_json() for _ in range(2))
    assert first == second


def test_fora_of_both_carry_the_dispute_and_none_that_was_not_there_yet(ask: Ask) -> None:
    """A list in a cell is compared whole by the expected answers; here it may grow."""

    def fora(as_of: str) -> dict[str, bool]:
        rows = ask("partner-gap", {"forum": "QDG"}, as_of).rows
        (canada,) = (row for row in rows if row["country"] == "country:CA")
        return {forum["id"]: forum["disputed"] for forum in canada["shared_fora"]}

    then = fora("2025-05-01")
    expected = {"g7": False, "mdq": False, "nato-tqc": False, "oecd-bnct": False, "qdg": True}
    assert {
        f"forum:{slug}": disputed for slug, disputed in expected.items()
    }.items() <= then.items()
    assert "forum:g7-quantum-joint-working-group" not in then
    assert fora("2025-06-30").keys() - then.keys() == {"forum:g7-quantum-joint-working-group"}


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
