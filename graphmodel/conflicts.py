"""Where sources differ: on a value, on whether a tie holds, on who belongs to a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graphmodel.claims import HOLDS, LIST_MARK, Claim, Value
from graphmodel.dates import PartialDate
from graphmodel.ids import parse_tie_id
from graphmodel.kinds import Country, FieldSpec, Kind, Union, kind_of
from graphmodel.periods import Period
from graphmodel.preference import Claims, Preference, field_spec
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Basis, ConflictKind, Reason

Neighbours = dict[tuple[str, str, bool], dict[str, list[str]]]
"""For (entity, relationship type, incoming): each entity at the other end of a held tie, with the ties' ids."""


@dataclass(frozen=True)
class Side:
    """One value in a conflict.

    Attributes:
        claims: The claims that give it, the preferred one first.
        lacks: Ids that a list leaves out.
        adds: Ids that only this list has.
    """

    claims: tuple[Claim, ...]
    lacks: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """A property on which sources differ: the side that is used first, then its rivals."""

    subject: str
    property: str
    kind: ConflictKind
    why: Reason
    sides: tuple[Side, ...]


def value_conflicts(subject: str, own: Claims, prefer: Preference) -> Iterable[Conflict]:
    """Each property of an entity or a tie to which sources give different values."""
    for name, claims in own.items():
        if len(claims) < 2 or name.endswith(LIST_MARK):
            continue
        field = field_spec(subject, name)
        if field and field.many:
            continue
        used = claims[0]
        pool = [claim for claim in claims if claim.mood == used.mood]
        disputed = {claim.value for claim in pool if _differ(used, claim, field)}
        if not disputed:
            # Two days of one month contradict each other even where the month is what is used.
            disputed = {
                claim.value for claim in pool if any(_differ(claim, other, field) for other in pool)
            }
        if not disputed:
            continue
        sides: dict[Value, list[Claim]] = {used.value: []}
        for claim in claims:
            if claim.value == used.value or claim.value in disputed or _differ(used, claim, field):
                sides.setdefault(claim.value, []).append(claim)
        first = next(claim for claim in pool if claim.value in disputed)
        yield Conflict(
            subject,
            name,
            _conflict_kind(subject, name),
            prefer.reason(used, first),
            tuple(Side(tuple(side)) for side in sides.values()),
        )


def _differ(used: Claim, rival: Claim, field: FieldSpec | None) -> bool:
    if used.value == rival.value:
        return False
    if field and field.is_date:
        return not PartialDate.parse(str(used.value)).agrees_with(
            PartialDate.parse(str(rival.value))
        )
    return True


def _conflict_kind(subject: str, name: str) -> ConflictKind:
    if name == HOLDS:
        return ConflictKind.HELD
    kind = kind_of(subject)
    return (
        ConflictKind.NAME
        if kind and name.partition("@")[0] == kind.spec.caption
        else ConflictKind.VALUE
    )


def neighbours_of(held: Mapping[str, Claims]) -> Neighbours:
    """Who is tied to whom by the ties that are held."""
    found: Neighbours = defaultdict(lambda: defaultdict(list))
    for subject in held:
        tie = parse_tie_id(subject)
        found[tie.end, tie.type, True][tie.start].append(subject)
        found[tie.start, tie.type, False][tie.end].append(subject)
    return found


def list_conflicts(
    subject: str,
    own: Claims,
    prefer: Preference,
    neighbours: Neighbours,
    periods: Mapping[str, Period],
    sources: Mapping[str, SourceFacts],
) -> Iterable[Conflict]:
    """Each list of an entity that leaves out who is tied to it, or has who is not."""
    kind = kind_of(subject)
    for name, claims in own.items():
        if not name.endswith(LIST_MARK) or kind is None:
            continue
        key = name.rstrip(LIST_MARK)
        field = kind.tie_fields[key]
        held = neighbours.get((subject, field.tie.spec.type, field.incoming), {})
        sides = _list_sides(claims, held, periods, sources)
        rivals = [side for side in sides[1:] if side.lacks or side.adds]
        used = sides[0]
        if not held or not (rivals or used.lacks or used.adds):
            continue
        differing = rivals or [used]
        attendance = all(side.claims[0].basis == Basis.ATTENDANCE for side in differing)
        yield Conflict(
            subject,
            key,
            ConflictKind.MEMBER_V_ATTENDEE if attendance else ConflictKind.VALUE,
            prefer.reason(used.claims[0], rivals[0].claims[0]) if rivals else Reason.ORDER,
            (used, *rivals),
        )


def _list_sides(
    claims: Iterable[Claim],
    held: Mapping[str, list[str]],
    periods: Mapping[str, Period],
    sources: Mapping[str, SourceFacts],
) -> list[Side]:
    """Closed lists against the ties that hold in the period that each speaks of; those that say the same are one side."""
    doubles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        doubles[claim.id].append(claim)
    alike: dict[tuple[object, ...], Side] = {}
    for same in doubles.values():
        side, claim = _list_side(same, held, periods, sources), same[0]
        said = (frozenset(_ids(claim)), claim.mood, claim.valid, claim.basis, side.lacks, side.adds)
        known = alike.get(said)
        alike[said] = replace(known, claims=known.claims + side.claims) if known else side
    return list(alike.values())


def _list_side(
    same: list[Claim],
    held: Mapping[str, list[str]],
    periods: Mapping[str, Period],
    sources: Mapping[str, SourceFacts],
) -> Side:
    claim = same[0]
    spoken_of = claim.valid or sources[claim.source].published
    then = PartialDate.parse(spoken_of) if spoken_of else None
    listed = set(_ids(claim))
    closed = _closed_kinds(listed)
    lacks = {
        other
        for other, ties in held.items()
        if other not in listed
        and kind_of(other) in closed
        and any(periods[tie].surely(then) for tie in ties)
    }
    # Someone present who is no member is a guest, and a member since some day of the year may be one already.
    adds = {
        other
        for other in listed
        if claim.basis != Basis.ATTENDANCE
        and not any(periods[tie].perhaps(then) for tie in held.get(other, []))
    }
    return Side(tuple(same), tuple(sorted(lacks)), tuple(sorted(adds)))


def _ids(claim: Claim) -> tuple[str, ...]:
    """The ids of a closed list."""
    assert isinstance(claim.value, tuple)
    return claim.value


def _closed_kinds(listed: Iterable[str]) -> set[type[Kind] | None]:
    """The kinds of which a complete list says all: one of countries is silent about persons and bodies.

    A union sits among countries, so a list of the one speaks of the other.
    """
    kinds = {kind_of(one) for one in listed}
    return kinds | {Country, Union} if kinds & {Country, Union} else kinds


def set_aside(
    conflicts: Iterable[Conflict], held: Mapping[str, Claims], neighbours: Neighbours
) -> set[str]:
    """Ids of the ties that only lists give which are not used, as a rival value is no property of a node.

    What lasts stays: each list may be right about its own time.
    """
    aside: set[str] = set()
    for conflict in conflicts:
        kind = kind_of(conflict.subject)
        field = kind.tie_fields.get(conflict.property) if kind else None
        if field is None or field.tie.spec.lasts:
            continue
        used, *rivals = conflict.sides
        theirs = {(claim.source, claim.at) for side in rivals for claim in side.claims}
        ties = neighbours[conflict.subject, field.tie.spec.type, field.incoming]
        aside.update(
            tie
            for other in used.lacks
            for tie in ties[other]
            if theirs.issuperset((claim.source, claim.at) for claim in held[tie][HOLDS])
        )
    return aside


def disputed_ties(conflicts: Iterable[Conflict], neighbours: Neighbours) -> set[str]:
    """Ids of the ties that some source says do not hold, or leaves out of its list."""
    disputed: set[str] = set()
    for conflict in conflicts:
        if conflict.kind is ConflictKind.HELD:
            disputed.add(conflict.subject)
        kind = kind_of(conflict.subject)
        field = kind.tie_fields.get(conflict.property) if kind else None
        if field:
            held = neighbours[conflict.subject, field.tie.spec.type, field.incoming]
            lacking = {other for side in conflict.sides for other in side.lacks}
            disputed.update(tie for other in lacking for tie in held[other])
    return disputed
