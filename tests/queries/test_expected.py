"""The comparison with expected answers: it finds what differs, and only that; a file that says nothing is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from queries.expected import Case, Expectation, ExpectedError, agrees, differences, read_cases
from queries.header import SavedQuery
from queries.results import Answer, Coverage

ROWS = (
    {"id": "a", "n": 1, "items": [{"x": 1, "y": 2}]},
    {"id": "b", "n": 2, "items": []},
)


def answer(rows: tuple[dict[str, Any], ...] = ROWS) -> Answer:
    coverage = Coverage("2025-05-01", "", "", "", {"ja": "", "en": ""}, 0, 0, 0)
    query = SavedQuery.model_construct(id="q")
    return Answer(query, {}, ("id", "n", "items"), rows, (), coverage, {})


@pytest.mark.parametrize(
    "expect",
    [
        {"count": 2},
        {"ids": {"id": ["b", "a"]}},
        {"rows": [{"id": "a"}, {"n": 2}]},
        {"contains": [{"items": [{"x": 1}]}]},
        {"lacks": [{"id": "a", "n": 2}]},
        {"count": 2, "contains": [{"id": "b", "items": []}], "lacks": [{"id": "c"}]},
    ],
    ids=str,
)
def test_what_is_as_expected(expect: dict[str, Any]) -> None:
    assert differences(Expectation.model_validate(expect), answer()) == []


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ({"count": 3}, ["- 3 rows", "+ 2 rows"]),
        ({"ids": {"id": ["a", "c"]}}, ["- id: c", "+ id: b"]),
        ({"ids": {"id": ["a", "a", "b"]}}, ["- id: a"]),
        ({"ids": {"id": ["a"]}}, ["+ id: b"]),
        ({"rows": [{"id": "b"}]}, ["row 1:", "- {'id': 'b'}", "+ {'id': 'a'}"]),
        ({"rows": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}, ["row 3:", "- {'id': 'c'}", "+ {}"]),
        ({"contains": [{"id": "a", "n": 2}]}, ["- {'id': 'a', 'n': 2}", "+ {'id': 'a', 'n': 1}"]),
        ({"contains": [{"id": "c"}]}, ["- {'id': 'c'}"]),
        ({"contains": [{"n": True}]}, ["- {'n': True}"]),
        ({"lacks": [{"n": 1}]}, ["+ {'n': 1}"]),
        ({"rows": [{"name": "a"}]}, ["name is no column; there are: id, n, items"]),
    ],
    ids=str,
)
def test_what_differs(expect: dict[str, Any], told: list[str]) -> None:
    assert differences(Expectation.model_validate(expect), answer()) == told


def test_an_empty_answer() -> None:
    assert differences(Expectation(count=0), answer(())) == []
    assert differences(Expectation(lacks=[{"id": "a"}]), answer(())) == []
    assert differences(Expectation(ids={"id": []}), answer(())) == []


def test_maps_may_have_more_keys_and_lists_may_not_have_more_items() -> None:
    assert agrees({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}], "d": 3})
    assert not agrees({"a": [{"b": 1}]}, {"a": [{"b": 2}]})
    assert not agrees({"a": [1]}, {"a": [1, 2]})
    assert not agrees({"a": None}, {})
    assert not agrees({"a": 1}, {"a": True})


def test_a_day_is_text_and_numbers_are_typed_as_a_person_does(tmp_path: Path) -> None:
    path = tmp_path / "q.test.yaml"
    path.write_text(
        "- {case: c, params: {n: 3, on: 2025-05-01}, as_of: 2025-05-01, expect: {rows: [{d: 2025-05-01}]}}\n",
        encoding="utf-8",
    )
    assert read_cases(path) == [
        Case(
            case="c",
            params={"n": 3, "on": "2025-05-01"},
            as_of="2025-05-01",
            expect=Expectation(rows=[{"d": "2025-05-01"}]),
        )
    ]
    assert read_cases(path)[0].given() == {"n": "3", "on": "2025-05-01"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no list of cases"),
        ("a: 1", "no list of cases"),
        ("- {case: c}", "case 1: expect: Field required"),
        ("- {case: c, expect: {}}", "case 1 expects nothing"),
        (
            "- {case: c, expect: {count: 1}}\n- {case: d, expect: {conut: 1}}",
            "case 2: expect.conut",
        ),
        ("- {case: c, parms: {}, expect: {count: 1}}", "parms"),
        ("- {", "cannot be read"),
    ],
)
def test_a_file_that_says_nothing_is_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "q.test.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExpectedError, match=says):
        read_cases(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError, match="cannot be read"):
        read_cases(tmp_path / "q.test.yaml")
