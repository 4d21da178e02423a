"""From claims and judgements to a graph: six pure steps.

1. What is visible on a known-at day and under a handling ceiling.
2. What is the same thing, by reviewed judgement only.
3. Which value of each property is used (`graphmodel.preference`).
4. Where sources differ (`graphmodel.conflicts`).
5. What dates mean: first and last possible day, and from when to when something holds (`graphmodel.periods`,
   `graphmodel.rows`).
6. What exists: whatever a visible claim of a source speaks of.

The result depends on the claims as a set, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from graphmodel.batch import GraphBatch, NodeRow, Properties
from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim, Value
from graphmodel.conflicts import (
    Conflict,
    disputed_ties,
    list_conflicts,
    neighbours_of,
    set_aside,
    value_conflicts,
)
from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.ids import ends_of, parse_tie_id, rename, scheme_of
from graphmodel.judgements import Judgements
from graphmodel.kinds import SCHEMES, TIES, Source
from graphmodel.periods import period_of
from graphmodel.preference import Claims, Preference, by_property, field_spec
from graphmodel.rows import node_row, side_rows, tie_row, with_date
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Handling, KnownBy, Mood

_REFERENCES = frozenset(
    field.name
    for declared in (*SCHEMES.values(), *TIES.values())
    for field in declared.fields.values()
    if field.ref
)


@dataclass(frozen=True)
class Resolution:
    """What resolution gives.

    Attributes:
        batch: The graph as rows.
        claims: The visible claims of what exists, after identity.
        used: Those of them whose value the graph uses.
        conflicts: Where sources differ.
    """

    batch: GraphBatch
    claims: tuple[Claim, ...]
    used: frozenset[Claim]
    conflicts: tuple[Conflict, ...]


def resolve(
    claims: Iterable[Claim],
    sources: Mapping[str, SourceFacts],
    judgements: Judgements | None = None,
    known_at: str = "",
    ceiling: Handling = Handling.RESTRICTED,
) -> Resolution:
    """Make a graph of claims.

    Args:
        claims: Claims in any order.
        sources: Facts of each source that a claim names.
        judgements: Reviewed decisions.
        known_at: ISO day; what was not known then stays out. Empty for now.
        ceiling: Highest handling that may be seen.
    """
    judgements = judgements or Judgements()
    seen = _identify(_visible(claims, known_at, ceiling), judgements.canonical)
    about, existing = _existing(seen)
    prefer = Preference(sources, judgements)
    by_subject = {subject: by_property(own, prefer) for subject, own in about.items()}
    ties = {subject: own for subject, own in by_subject.items() if " " in subject}
    conflicts = [c for subject, own in ties.items() for c in value_conflicts(subject, own, prefer)]
    held = {
        subject: own
        for subject, own in ties.items()
        if (holds := own.get(HOLDS)) and holds[0].value is True and holds[0].mood != Mood.CANCELLED
    }
    periods = {subject: period_of(own) for subject, own in held.items()}
    neighbours = neighbours_of(held)
    for subject, own in by_subject.items():
        if subject not in ties:
            conflicts += value_conflicts(subject, own, prefer)
            conflicts += list_conflicts(subject, own, prefer, neighbours, periods, sources)
    conflicts.sort(key=lambda c: (c.subject, c.property))
    disputed = disputed_ties(conflicts, neighbours)
    aside = set_aside(conflicts, held, neighbours)
    marked: dict[str, list[str]] = defaultdict(list)
    for conflict in conflicts:
        marked[conflict.subject].append(conflict.property)
    nodes = [
        node_row(entity, by_subject.get(entity, {}), marked.get(entity, []), sources)
        for entity in existing
    ]
    nodes += [node for conflict in conflicts for node in side_rows(conflict)]
    rows = [
        tie_row(
            subject,
            own,
            periods[subject].not_before(_founded(subject, by_subject)),
            subject in disputed,
        )
        for subject, own in held.items()
        if subject not in aside
    ]
    batch = GraphBatch(sorted(nodes, key=lambda row: row.id), sorted(rows, key=lambda row: row.id))
    kept = tuple(claim for own in about.values() for claim in own)
    used = _used(by_subject, conflicts, aside)
    return Resolution(batch, kept, used, tuple(conflicts))


def _founded(tie: str, by_subject: Mapping[str, Claims]) -> str:
    """First day on which what a tie goes to may have been founded; the far past if none is known."""
    founded = by_subject.get(parse_tie_id(tie).end, {}).get("founded_on")
    return PartialDate.parse(str(founded[0].value)).min if founded else FAR_PAST


# 1. What is visible ---------------------------------------------------------------------------------------------


def _visible(claims: Iterable[Claim], known_at: str, ceiling: Handling) -> list[Claim]:
    allowed = ceiling.within
    return [
        claim
        for claim in claims
        if claim.handling in allowed
        and (not known_at or claim.known_from <= known_at)
        and not (claim.withdrawn_on and (not known_at or claim.withdrawn_on <= known_at))
    ]


# 2. What is the same thing --------------------------------------------------------------------------------------


def _identify(claims: list[Claim], canonical: Mapping[str, str]) -> list[Claim]:
    if not canonical:
        return claims
    return [
        claim._replace(
            subject=rename(claim.subject, canonical), value=_rename_value(claim, canonical)
        )
        for claim in claims
    ]


def _rename_value(claim: Claim, canonical: Mapping[str, str]) -> Value:
    if isinstance(claim.value, tuple):
        return tuple(canonical.get(item, item) for item in claim.value)
    field = field_spec(claim.subject, claim.property)
    if field and field.ref and isinstance(claim.value, str):
        return canonical.get(claim.value, claim.value)
    return claim.value


# 6. What exists (before the rest, so that nothing unseen costs time) ----------------------------------------------


def _existing(claims: Iterable[Claim]) -> tuple[dict[str, list[Claim]], list[str]]:
    """The claims about what exists, by subject, and the entities that do.

    A source's visible claim makes its subject exist, a tie both its ends, and a property the entity that it names.
    A classification of ours makes nothing exist, and a source exists if something that exists cites it.
    """
    about: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        about[claim.subject].append(claim)
    existing: set[str] = set()
    for subject, own in about.items():
        told = [claim for claim in own if claim.source != OURS]
        if not told or subject.startswith("source:"):
            continue
        existing.update(ends_of(subject))
        for claim in told:
            if claim.property in _REFERENCES:
                field = field_spec(subject, claim.property)
                if field and field.ref:
                    existing.add(str(claim.value))
    kept = {subject: own for subject, own in about.items() if existing.issuperset(ends_of(subject))}
    cited = {f"source:{source}" for source in {c.source for own in kept.values() for c in own}}
    kept |= {subject: own for subject, own in about.items() if subject in cited}
    existing.update(cited & about.keys())
    return kept, sorted(existing)


# 3. Whose value is used ---------------------------------------------------------------------------------------


def _used(
    by_subject: Mapping[str, Claims], conflicts: Iterable[Conflict], aside: Set[str]
) -> frozenset[Claim]:
    """Claims whose value is used.

    All of a list of values, every closed list and tie that no conflict sets aside, and else those that say the same as
    the preferred one.
    """
    rivals = {
        claim for conflict in conflicts for side in conflict.sides[1:] for claim in side.claims
    }
    used: set[Claim] = set()
    for subject, own in by_subject.items():
        if subject in aside:
            continue
        for name, claims in own.items():
            if len(claims) == 1:
                used.add(claims[0])
                continue
            field = field_spec(subject, name)
            many = name.endswith(LIST_MARK) or (field is not None and field.many)
            used.update(claim for claim in claims if many or claim.value == claims[0].value)
    return frozenset(used - rivals)


# What it was made from -----------------------------------------------------------------------------------------


def build_row(resolution: Resolution, build_key: str, known_at: str, ceiling: Handling) -> NodeRow:
    """The node that says what the graph was made from."""
    done = [
        (str(node.props["event_on_min"]), node.id)
        for node in resolution.batch.nodes
        if node.props.get("event_mood") == Mood.ACTUAL
        and FAR_PAST < str(node.props["event_on_min"]) <= (known_at or FAR_FUTURE)
    ]
    props: Properties = {
        "id": "build:current",
        "kind": "Build",
        "build_key": build_key,
        "ceiling": ceiling.value,
        "claims": len(resolution.claims),
        "undated_claims": sum(
            claim.known_by == KnownBy.ALWAYS and claim.source != OURS for claim in resolution.claims
        ),
        "cited_sources": sum(
            scheme_of(node.id) == Source.spec.scheme for node in resolution.batch.nodes
        ),
    }
    if known_at:
        with_date(props, "known_at", known_at)
    if done:
        newest_on, newest = max(done)
        with_date(props, "newest_event_on", newest_on)
        props["newest_event"] = newest
    return NodeRow("build:current", ("Build",), props)


def with_build(batch: GraphBatch, build: NodeRow) -> GraphBatch:
    """The batch with the node of its build."""
    return GraphBatch(sorted([*batch.nodes, build], key=lambda row: row.id), batch.ties)
