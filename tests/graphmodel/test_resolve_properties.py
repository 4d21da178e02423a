"""What holds of resolution whatever the claims are."""

from __future__ import annotations

import random
import re
from collections import Counter

from hypothesis import event, given, settings
from hypothesis import strategies as st

from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim
from graphmodel.ids import parse_tie_id
from graphmodel.judgements import ContradictionError, Judgement, Judgements, NotSame, Same
from graphmodel.kinds import KINDS, TIES, kind_of
from graphmodel.resolve import Resolution, build_row, resolve, with_build
from graphmodel.vocab import ConflictKind, Handling
from tests.strategies import (
    CLOCKS,
    RECORDED,
    SOURCES,
    any_claims,
    identity_judgements,
    preferences,
    rival_claims,
)

known_days = st.sampled_from(["", *CLOCKS])
ceilings = st.sampled_from(Handling)


_ID = re.compile(r"\b[a-z]+:[a-z_]+\b")


def ids_in(value: object) -> set[str]:
    return set(_ID.findall(repr(value)))


@st.composite
def decided(draw: st.DrawFn, claims: list[Claim]) -> Judgements:
    """Judgements about the claims that do not contradict each other."""
    decisions = draw(identities(claims)) + draw(preferences(claims))
    try:
        return Judgements.of(decisions)
    except ContradictionError:
        return Judgements.of(d for d in decisions if not isinstance(d, NotSame))


def identities(claims: list[Claim]) -> st.SearchStrategy[list[Judgement]]:
    """Decisions about the entities that the claims speak of."""
    return identity_judgements(ids_in([(claim.subject, claim.value) for claim in claims]))


def entities(result: Resolution) -> set[str]:
    """Ids of what exists in the world: neither sources nor the sides of conflicts."""
    return {row.id for row in result.batch.nodes if row.labels[0] not in ("Claim", "Source")}


def essence(result: Resolution) -> object:
    """All of a resolution; its claims are a set, given in no order."""
    return result.batch, Counter(result.claims), result.used, result.conflicts


@given(any_claims, st.data(), known_days, ceilings, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_order_of_claims_makes_no_difference(
    claims: list[Claim],
    data: st.DataObject,
    known_at: str,
    ceiling: Handling,
    chance: random.Random,
) -> None:
    judgements = data.draw(decided(claims))
    shuffled = list(claims)
    chance.shuffle(shuffled)
    one = resolve(claims, SOURCES, judgements, known_at, ceiling)
    other = resolve(shuffled, SOURCES, judgements, known_at, ceiling)
    event(f"{min(len(one.conflicts), 3)} conflicts")
    assert essence(one) == essence(other)


@given(any_claims, st.data(), known_days, ceilings)
@settings(max_examples=150)
def test_resolving_what_was_resolved_changes_nothing(
    claims: list[Claim], data: st.DataObject, known_at: str, ceiling: Handling
) -> None:
    judgements = data.draw(decided(claims))
    first = resolve(claims, SOURCES, judgements, known_at, ceiling)
    again = resolve(first.claims, SOURCES, judgements, known_at, ceiling)
    assert essence(again) == essence(first)


@given(any_claims, st.data())
@settings(max_examples=150)
def test_what_is_judged_not_the_same_is_never_merged(
    claims: list[Claim], data: st.DataObject
) -> None:
    """Either a chain contradicts the judgement and is refused, or both stay what they are."""
    before = entities(resolve(claims, SOURCES))
    decisions = data.draw(identity_judgements(before))
    try:
        judgements = Judgements.of(decisions)
    except ContradictionError:
        event("refused")
        return
    kept = {id_: judgements.canonical.get(id_, id_) for id_ in before}
    after = entities(resolve(claims, SOURCES, judgements))
    assert set(kept.values()) == after
    for decision in decisions:
        if isinstance(decision, NotSame):
            event("kept apart")
            assert kept[decision.one] != kept[decision.other]
        elif isinstance(decision, Same):
            event("merged")
            assert kept[decision.keep] == kept[decision.other]


@given(any_claims, st.data())
def test_nothing_is_merged_without_a_judgement(claims: list[Claim], data: st.DataObject) -> None:
    decisions = data.draw(identities(claims))
    apart = [decision for decision in decisions if not isinstance(decision, Same)]
    assert essence(resolve(claims, SOURCES, Judgements.of(apart))) == essence(
        resolve(claims, SOURCES)
    )


@given(any_claims, st.data(), known_days, ceilings)
def test_no_id_appears_that_no_claim_knows(
    claims: list[Claim], data: st.DataObject, known_at: str, ceiling: Handling
) -> None:
    judgements = data.draw(decided(claims))
    result = resolve(claims, SOURCES, judgements, known_at, ceiling)
    known = ids_in([(claim.subject, claim.value) for claim in claims])
    known |= set(judgements.canonical.values())
    existing = entities(result)
    assert existing <= known
    assert ids_in([(row.start, row.end, row.id) for row in result.batch.ties]) <= existing
    assert not judgements.canonical.keys() & existing
    assert {claim.id for claim in result.claims} >= {
        id_
        for row in result.batch.ties
        for id_ in row.props["claims"]  # type: ignore[union-attr]
    }


def is_visible(claim: Claim, known_at: str, ceiling: Handling) -> bool:
    """Step 1, said once more and in other words."""
    if claim.handling not in [str(handling) for handling in Handling][: ceiling.rank + 1]:
        return False
    if not known_at:
        return not claim.withdrawn_on
    withdrawn = claim.withdrawn_on != "" and claim.withdrawn_on <= known_at
    return claim.known_from <= known_at and not withdrawn


@given(any_claims, st.data(), known_days, ceilings)
@settings(max_examples=150)
def test_what_is_not_visible_makes_no_difference(
    claims: list[Claim], data: st.DataObject, known_at: str, ceiling: Handling
) -> None:
    judgements = data.draw(decided(claims))
    visible = [claim for claim in claims if is_visible(claim, known_at, ceiling)]
    event("something hidden" if len(visible) < len(claims) else "all visible")
    assert essence(resolve(claims, SOURCES, judgements, known_at, ceiling)) == essence(
        resolve(visible, SOURCES, judgements, known_at, ceiling)
    )


@given(any_claims, st.data(), known_days, ceilings)
@settings(max_examples=150)
def test_a_claim_that_is_not_visible_leaves_no_trace(
    claims: list[Claim], data: st.DataObject, known_at: str, ceiling: Handling
) -> None:
    """Its value, its wording and its source's place are nowhere in the graph."""
    judgements = data.draw(decided(claims))
    marked = [
        claim
        if is_visible(claim, known_at, ceiling)
        else claim._replace(
            value="HIDDEN" if is_free_text(claim) else claim.value, text="HIDDEN", at="HIDDEN"
        )
        for claim in claims
    ]
    event("something hidden" if marked != claims else "all visible")
    result = resolve(marked, SOURCES, judgements, known_at, ceiling)
    shown = repr((result.batch, result.claims, result.conflicts))
    assert "hidden" not in shown.lower()  # keys for the search are in lower case


def is_free_text(claim: Claim) -> bool:
    declared = TIES[parse_tie_id(claim.subject).type] if claim.is_tie else kind_of(claim.subject)
    field = declared.fields.get(claim.field) if declared else None
    return field is not None and field.value_type is str and not field.ref


@given(any_claims, st.data())
def test_the_rows_fit_a_store(claims: list[Claim], data: st.DataObject) -> None:
    result = resolve(claims, SOURCES, data.draw(decided(claims)))
    batch = with_build(result.batch, build_row(result, "key", "", Handling.RESTRICTED))
    ids = [row.id for row in (*batch.nodes, *batch.ties)]
    assert len(set(ids)) == len(ids)
    assert [row.id for row in batch.nodes] == sorted(row.id for row in batch.nodes)
    assert [row.id for row in batch.ties] == sorted(row.id for row in batch.ties)
    nodes = {row.id for row in batch.nodes}
    for row in batch.nodes:
        assert row.props["id"] == row.id
        assert row.labels[0] == row.props["kind"]
    for tie in batch.ties:
        assert tie.props["id"] == tie.id
        assert parse_tie_id(tie.id)[:3] == (tie.start, tie.type, tie.end)
        assert {tie.start, tie.end} <= nodes
    for row in (*batch.nodes, *batch.ties):
        for name, value in row.props.items():
            assert name.isidentifier(), name
            items = value if isinstance(value, list) else [value]
            assert all(type(item) in (str, int, bool) for item in items), (name, value)


@given(any_claims)
def test_what_is_spoken_of_exists_and_nothing_else(claims: list[Claim]) -> None:
    result = resolve(claims, SOURCES)
    nodes = {row.id for row in result.batch.nodes}
    for claim in result.claims:
        if claim.is_tie:
            tie = parse_tie_id(claim.subject)
            assert {tie.start, tie.end} <= nodes
        else:
            assert claim.subject in nodes
    spoken_of = ids_in(
        [(claim.subject, claim.value) for claim in result.claims if claim.source != OURS]
    )
    spoken_of |= {f"source:{claim.source}" for claim in result.claims}
    assert {id_ for id_ in nodes if not id_.startswith("claim:")} <= spoken_of


@given(rival_claims)
@settings(max_examples=150)
def test_a_conflict_names_its_sides(claims: list[Claim]) -> None:
    result = resolve(claims, SOURCES)
    for conflict in result.conflicts:
        event(conflict.kind.value)
        first, *rivals = conflict.sides
        assert set(first.claims) <= result.used
        assert not {claim for side in rivals for claim in side.claims} & result.used
        assert {claim.subject for side in conflict.sides for claim in side.claims} == {
            conflict.subject
        }
        if conflict.kind is ConflictKind.HELD:
            assert {claim.property for claim in first.claims} == {HOLDS}
        if first.claims[0].property.endswith(LIST_MARK):
            assert all(side.lacks or side.adds for side in rivals or [first])
        else:
            assert len({side.claims[0].value for side in conflict.sides}) == len(rivals) + 1 > 1
    for row in result.batch.nodes:
        marked = [c.property for c in result.conflicts if c.subject == row.id]
        assert row.props.get("conflicts", []) == marked
    sides = [row for row in result.batch.nodes if row.props["kind"] == "Claim"]
    assert len(sides) == sum(len(conflict.sides) for conflict in result.conflicts)
    assert sum(row.props["used"] is True for row in sides) == len(result.conflicts)


def test_the_strategies_cover_the_registry() -> None:
    """Ends of every tie can be drawn; a kind without a folder is not for a record."""
    labels = {label for kind in RECORDED for label in kind.all_labels()}
    for tie in TIES.values():
        assert set(tie.spec.start) <= labels
        assert set(tie.spec.end) <= labels
    assert {kind.spec.label for kind in KINDS.values()} - {k.spec.label for k in RECORDED} == {
        "Source",
        "Claim",
        "Build",
    }
