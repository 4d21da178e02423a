"""Reviewed decisions: who, when, why; nothing half said is taken for a decision."""

from __future__ import annotations

import pytest

from graphmodel.errors import EnishiError

REASONS = "by: KM, on: 2026-11-25, why: read both"
FILE = "judgements.yaml"


def test_decisions_are_read(folder) -> None:
    text = (
        f"- {{same: [org:a, org:b], {REASONS}}}\n- {{not_same: [org:a, org:c], {REASONS}}}\n"
        f"- {{prefer: {{subject: org:b, property: type, value: agency}}, {REASONS}}}\n"
    )
    record = folder.write(FILE, text).load()
    assert record.issues == ()
    assert record.judgements.canonical == {"org:b": "org:a"}
    assert record.judgements.preferred == {("org:a", "type"): "agency"}


def test_a_record_needs_none(folder) -> None:
    assert folder.load().judgements.canonical == {}


@pytest.mark.parametrize(
    "entry",
    [
        "just text",
        "[same, org:a, org:b]",
        f"{{{REASONS}}}",
        f"{{same: [org:a, org:b], not_same: [org:a, org:b], {REASONS}}}",
        f"{{same: [org:a, org:b], because: x, {REASONS}}}",
        f"{{same: [org:a], {REASONS}}}",
        f"{{same: [org:a, org:b, org:c], {REASONS}}}",
        f"{{same: [org:a, Body B], {REASONS}}}",
        f"{{same: org:a, {REASONS}}}",
        f"{{prefer: [org:a, type, agency], {REASONS}}}",
        f"{{prefer: {{subject: org:a, property: type}}, {REASONS}}}",
        f"{{prefer: {{subject: org:a, property: type, value: x, also: y}}, {REASONS}}}",
        "{same: [org:a, org:b], by: KM, on: 2026-11-25}",
        "{same: [org:a, org:b], by: KM, why: x}",
        "{same: [org:a, org:b], on: 2026-11-25, why: x}",
        "{same: [org:a, org:b], by: KM, on: 2026-11, why: x}",
        "{same: [org:a, org:b], by: KM, on: 2026-02-30, why: x}",
        "{same: [org:a, org:b], by: '', on: 2026-11-25, why: x}",
    ],
)
def test_what_is_no_decision(folder, entry: str) -> None:
    good = f"- {{not_same: [org:a, org:c], {REASONS}}}\n"
    record = folder.write(FILE, f"{good}- {entry}\n").load()
    (issue,) = record.issues
    assert (issue.file, issue.line, issue.code) == (FILE, 2, "bad-judgement")
    assert issue.hint
    assert record.judgements.canonical == {}


@pytest.mark.parametrize("text", ["same: [org:a, org:b]\n", "nothing\n"])
def test_the_file_is_a_list(folder, text: str) -> None:
    (issue,) = folder.write(FILE, text).load().issues
    assert (issue.line, issue.code) == (1, "bad-judgement")


def contradictory(*before: str) -> str:
    decisions = [
        *before,
        "same: [country:JP, country:GB]",
        "same: [country:GB, country:KR]",
        "not_same: [country:JP, country:KR]",
    ]
    return "".join(f"- {{{decision}, {REASONS}}}\n" for decision in decisions)


def test_decisions_that_contradict_each_other_are_told_with_the_chain(folder) -> None:
    (issue,) = folder.write(FILE, contradictory()).issues()
    assert (issue.file, issue.line, issue.code) == (FILE, 3, "contradiction")
    assert "country:JP = country:GB = country:KR" in issue.message
    assert issue.hint
    assert issue.blocking
    with pytest.raises(EnishiError):
        _ = folder.load().judgements


def test_a_contradiction_is_told_where_it_stands(folder) -> None:
    other = "not_same: [country:JP, forum:mdq]"
    (issue,) = folder.write(FILE, contradictory(other)).issues()
    assert (issue.line, issue.code) == (4, "contradiction")


@pytest.mark.parametrize("other", ["country:JP", "forum:mdq"])
def test_what_is_the_same_is_two_of_one_kind(folder, other: str) -> None:
    (issue,) = folder.write(FILE, f"- {{same: [{other}, country:JP], {REASONS}}}\n").issues()
    assert (issue.file, issue.line, issue.code, issue.blocking) == (FILE, 1, "bad-judgement", True)
    assert "of one kind" in issue.hint


@pytest.mark.parametrize(
    "decision",
    [
        "same: [country:JP, country:JPN]",
        "not_same: [country:JP, country:JPN]",
        "prefer: {subject: country:XX, property: status, value: state}",
        "prefer: {subject: country:JP, property: statis, value: state}",
        "prefer: {subject: country:JP, property: status, value: region}",
    ],
)
def test_a_decision_about_what_is_not_there_is_a_finding(folder, decision: str) -> None:
    folder.write(FILE, f"- {{{decision}, {REASONS}}}\n")
    assert [issue.file for issue in folder.issues()] == [FILE]
