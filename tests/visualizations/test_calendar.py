"""The calendar of what is coming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query
from queries.results import Answer
from queries.run import run
from tests.shipped import ShippedGraph
from visualizations.calendar import calendar


@pytest.fixture(scope="module")
def answer(shipped_graph: ShippedGraph) -> Iterator[Answer]:
    with EmbeddedStore(shipped_graph()) as store:
        yield run(
            find_query("upcoming"), {}, as_of="2025-05-01", settings={"party": "JP"}, store=store
        )


def _events(answer: Answer, lang: str) -> dict[str, dict[str, str | date]]:
    read = Calendar.from_ical(calendar(answer, lang))
    return {
        str(event["summary"]): {
            "start": event["dtstart"].dt,
            "end": event["dtend"].dt,
            "status": str(event["status"]),
            "uid": str(event["uid"]),
        }
        for event in read.walk("VEVENT")
    }


def test_a_range_is_all_of_its_days_and_its_title_keeps_its_wording(answer: Answer) -> None:
    events = _events(answer, "ja")
    held = next(key for key in events if key.startswith("第7回量子多国間対話"))
    assert "2025年9月10日～12日" in held
    assert events[held]["start"] == date(2025, 9, 10)
    assert events[held]["end"] == date(2025, 9, 13)  # the day after the last one
    assert events[held]["status"] == "CONFIRMED"


def test_what_a_source_calls_planned_says_so(answer: Answer) -> None:
    planned = {key: event for key, event in _events(answer, "ja").items() if key.endswith("：予定")}
    about = next(key for key in planned if "2025年9月ごろ" in key)
    assert planned[about]["start"] == date(2025, 9, 1)
    assert planned[about]["end"] == date(2025, 10, 1)
    assert {event["status"] for event in planned.values()} == {"TENTATIVE"}


def test_what_is_expected_is_worded_otherwise(answer: Answer) -> None:
    row = {
        **answer.rows[0], "certainty": "expected", "date": "2025-08~",
        "name_ja": "対話（次回）", "name_en": "Dialogue (next)", "id": "forum:x",
    }  # fmt: skip
    expected = replace(answer, rows=(row,))
    (ja,) = _events(expected, "ja")
    (en,) = _events(expected, "en")
    assert ja.startswith("見込み：対話（次回）")
    assert "予定" not in ja
    assert en.startswith("Expected: Dialogue (next)")


def test_what_has_no_date_is_no_entry(answer: Answer) -> None:
    row = {**answer.rows[0], "date": None}
    assert _events(replace(answer, rows=(row,)), "ja") == {}
    open_end = {**answer.rows[0], "date": "2025-06/.."}
    assert _events(replace(answer, rows=(open_end,)), "ja") == {}


def test_the_same_answer_gives_the_same_bytes_and_names(answer: Answer) -> None:
    assert calendar(answer, "ja") == calendar(answer, "ja")
    ids = {
        lang: [event["uid"] for event in _events(answer, lang).values()] for lang in ("ja", "en")
    }
    assert sorted(map(str, ids["ja"])) == sorted(map(str, ids["en"]))
    assert len(set(ids["ja"])) == len(ids["ja"])


def test_lines_are_as_the_format_wants_them(answer: Answer) -> None:
    content = calendar(answer, "ja")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
