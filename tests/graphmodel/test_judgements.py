"""Judgements: chains of "the same", what keeps apart, and that their order makes no difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.judgements import (
    ContradictionError,
    Judgement,
    Judgements,
    NotSame,
    Preferred,
    Same,
)
from tests.strategies import identity_judgements


def same(keep: str, other: str) -> Same:
    return Same(keep, other, "佐藤", "2026-03-01", "same statutes")


def not_same(one: str, other: str) -> NotSame:
    return NotSame(one, other, "鈴木", "2026-04-01", "two bodies of one ministry")


def preferred(value: str, on: str = "2026-03-01", subject: str = "org:a") -> Preferred:
    return Preferred(subject, "website", value, "佐藤", on, "looked at")


def test_none() -> None:
    assert Judgements.of([]) == Judgements({}, {})


def test_the_first_is_kept() -> None:
    assert Judgements.of([same("org:z", "org:a")]).canonical == {"org:a": "org:z"}


def test_a_chain_ends_at_the_one_that_nothing_merges() -> None:
    chain = [same("org:b", "org:c"), same("org:c", "org:a"), same("org:z", "org:b")]
    assert Judgements.of(chain).canonical == {"org:a": "org:z", "org:b": "org:z", "org:c": "org:z"}


def test_groups_stay_apart() -> None:
    decided = Judgements.of([same("org:a", "org:b"), same("org:c", "org:d")])
    assert decided.canonical == {"org:b": "org:a", "org:d": "org:c"}


def test_two_that_nothing_merges_into_another() -> None:
    assert Judgements.of([same("org:d", "org:x"), same("org:c", "org:x")]).canonical == {
        "org:d": "org:c",
        "org:x": "org:c",
    }


def test_a_circle_still_keeps_one() -> None:
    circle = [same("org:c", "org:b"), same("org:b", "org:d"), same("org:d", "org:c")]
    assert Judgements.of(circle).canonical == {"org:c": "org:b", "org:d": "org:b"}


def test_what_is_kept_apart_is_not_merged() -> None:
    decided = Judgements.of([same("org:a", "org:b"), not_same("org:a", "org:c")])
    assert decided.canonical == {"org:b": "org:a"}


@pytest.mark.parametrize("apart", [not_same("org:a", "org:d"), not_same("org:d", "org:a")])
def test_a_contradiction_prints_the_chain(apart: NotSame) -> None:
    chain = [same("org:b", "org:a"), same("org:b", "org:c"), same("org:d", "org:c")]
    aside = [same("org:b", "org:x"), same("org:y", "org:z")]
    with pytest.raises(ContradictionError) as caught:
        Judgements.of([*chain, apart, *aside])
    message = str(caught.value)
    expected = ["org:a", "org:b", "org:c", "org:d"]
    assert " = ".join(expected if apart.one == "org:a" else expected[::-1]) in message
    assert f"{apart.one} and {apart.other} are judged not to be the same" in message
    assert "(鈴木, 2026-04-01: two bodies of one ministry)" in message
    assert "Take back one of the judgements" in message
    assert "org:x" not in message


def test_the_shortest_chain_is_printed() -> None:
    long = [same("org:a", "org:m"), same("org:m", "org:n"), same("org:n", "org:b")]
    with pytest.raises(ContradictionError, match="a chain joins them: org:a = org:b\n"):
        Judgements.of([*long, same("org:a", "org:b"), not_same("org:a", "org:b")])


def test_a_preference() -> None:
    assert Judgements.of([preferred("x")]).preferred == {("org:a", "website"): "x"}


def test_the_later_preference_counts() -> None:
    assert Judgements.of(
        [preferred("x", "2026-05-01"), preferred("y", "2026-03-01")]
    ).preferred == {("org:a", "website"): "x"}


def test_a_preference_follows_its_subject() -> None:
    decided = Judgements.of([preferred("x", subject="org:b"), same("org:a", "org:b")])
    assert decided.preferred == {("org:a", "website"): "x"}


def test_a_preference_about_a_tie_follows_its_ends() -> None:
    decided = Judgements.of(
        [
            Preferred("org:b MEMBER_OF forum:x", "role", "host", "佐藤", "2026-03-01", "looked at"),
            same("org:a", "org:b"),
        ]
    )
    assert decided.preferred == {("org:a MEMBER_OF forum:x", "role"): "host"}


@given(identity_judgements(), st.randoms(use_true_random=False))
def test_order_makes_no_difference(decisions: list[Judgement], random: object) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert outcome(shuffled) == outcome(decisions)


def outcome(decisions: list[Judgement]) -> Judgements | None:
    try:
        return Judgements.of(decisions)
    except ContradictionError:
        return None


@given(identity_judgements())
def test_what_is_kept_is_merged_nowhere(decisions: list[Judgement]) -> None:
    decided = outcome(decisions)
    if decided is None:
        return
    canonical = decided.canonical
    assert not canonical.keys() & set(canonical.values())
    for decision in decisions:
        if isinstance(decision, Same):
            kept = {canonical.get(id_, id_) for id_ in (decision.keep, decision.other)}
            assert len(kept) == 1
        elif isinstance(decision, NotSame):
            kept = {canonical.get(id_, id_) for id_ in (decision.one, decision.other)}
            assert len(kept) == 2


@given(identity_judgements())
def test_a_contradiction_is_one(decisions: list[Judgement]) -> None:
    """It is raised exactly where the "same" judgements alone join what another keeps apart."""
    joined = Judgements.of([d for d in decisions if isinstance(d, Same)]).canonical
    apart = [(d.one, d.other) for d in decisions if isinstance(d, NotSame)]
    contradicted = any(joined.get(one, one) == joined.get(other, other) for one, other in apart)
    assert (outcome(decisions) is None) == contradicted
