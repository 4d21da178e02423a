"""Queries that are shown below another: what they are given, what lint asks of them, and how they read."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query
from queries.header import read_query
from queries.lint import lint
from queries.results import Answer
from queries.run import run
from tests.queries.test_header import HEADER, write

Ask = Callable[..., Answer]


def test_companions_are_asked_with_the_same_parameters(ask: Ask) -> None:
    answer = ask("partner-gap", {"forum": "MDQ", "types": "letter_of_intent"}, "2026-11-21")
    assert [each.query.id for each in answer.companions] == [
        "partner-gap-excluded",
        "partner-gap-outside",
    ]
    for companion in answer.companions:
        assert companion.params == answer.params
        assert companion.rows == ask(companion.query.id, _texts(answer), "2026-11-21").rows
        assert companion.companions == ()
    assert [row["country"] for row in answer.companions[1].rows] == ["union:EU"]


def _texts(answer: Answer) -> dict[str, str]:
    """Parameters as they would be typed."""
    return {
        name: value if isinstance(value, str) else ",".join(value)
        for name, value in answer.params.items()
        if name != "as_of"
    }


@pytest.mark.parametrize(
    ("forum", "level", "scope", "types", "as_of"),
    list(
        product(
            ("MDQ", "G7"),
            ("government", "any"),
            ("dedicated", "includes", "any"),
            ("memorandum_of_cooperation", "any"),
            ("2022-01-01", "2025-05-01", "2026-11-21"),
        )
    ),
)
def test_everyone_in_a_forum_is_in_one_table_or_the_other(
    ask: Ask, forum: str, level: str, scope: str, types: str, as_of: str
) -> None:
    params = {"forum": forum, "level": level, "scope": scope, "types": types}
    answer = ask("partner-gap", params, as_of)
    without = {row["country"] for row in answer.rows}
    within = {row["country"] for row in answer.companions[0].rows}
    outside = {row["country"] for row in answer.companions[1].rows}
    assert not without & within
    assert not outside & (without | within)
    if answer.rows:
        assert without | within | {"country:JP"} == set(answer.rows[0]["members"])


def test_json_has_them_whole(ask: Ask) -> None:
    answer = ask("partner-gap", {"forum": "MDQ"}, "2026-11-21").as_json()
    excluded, outside = answer["companions"]
    assert excluded["query"] == "partner-gap-excluded"
    assert excluded["companions"] == outside["companions"] == []
    assert {s for row in excluded["rows"] for s in row["sources"]} == {
        source["id"] for source in excluded["sources"]
    }


def test_where_nothing_is_found_it_is_told_which_words_leave_it_out(ask: Ask) -> None:
    answer = ask(
        "partner-gap-excluded", {"forum": "MDQ", "types": "letter_of_intent"}, "2026-11-21"
    )
    assert answer.rows == ()
    assert answer.widened == {
        "scope": 1,
        "types": 4,
    }  # the letter with Germany includes quantum among others
    assert ask("partner-gap-excluded", {"forum": "MDQ"}, "2026-11-21").widened == {}


# Lint -------------------------------------------------------------------------------------------------------------

OTHER = HEADER.replace("id: mine", "id: other")


def companion_findings(folder: Path, other: str, more: str = "") -> list[str]:
    write(folder, other, "other.cypher")
    query = HEADER.replace("// params:", f"// companions: [other]\n{more}// params:")
    statement = "MATCH (f:Forum {id: $forum})\nWHERE $as_of > ''\n"
    query = query.replace("MATCH (f:Forum {id: $forum})\n", statement)
    return lint(read_query(write(folder, query)), [folder])


def test_a_companion_that_fits(tmp_path: Path) -> None:
    more = "// nothing_with: {other: {ja: あり, en: '{forum}'}}\n"
    assert companion_findings(tmp_path, OTHER, more) == []


@pytest.mark.parametrize(
    ("old", "new", "more", "says"),
    [
        ("id: other", "id: another", "", "companions: There is no saved query 'other'."),
        ("forum:", "meeting:", "", "companions: other needs meeting, which mine does not take"),
        ("kinds: [Forum]", "kinds: [Meeting]", "", "companions: forum of other takes other values"),
        ("// params:", "// companions: [partner-gap]\n// params:", "", "companions: other has its own, which would not be shown"),
        ("x", "x", "// nothing_with: {third: {ja: あり, en: some}}\n", "nothing_with.third: that is no companion"),
        ("x", "x", "// nothing_with: {other: {ja: あり, en: '{party}'}}\n", "nothing_with.other: nothing is known as {party}"),
    ],
)  # fmt: skip
def test_one_that_does_not(tmp_path: Path, old: str, new: str, more: str, says: str) -> None:
    assert companion_findings(tmp_path, OTHER.replace(old, new), more) == [says]


def test_a_query_of_ones_own_may_name_a_shipped_one(tmp_path: Path, graph: EmbeddedStore) -> None:
    text = HEADER.replace("// params:", "// companions: [partner-gap-outside]\n// params:")
    write(tmp_path, text)
    answer = run(
        find_query("mine", [tmp_path]), {"forum": "MDQ"}, as_of="2026-11-21",
        settings={"party": "JP"}, store=graph, folders=[tmp_path],
    )  # fmt: skip
    assert [row["country"] for row in answer.companions[0].rows] == ["union:EU", "country:SG"]
