"""From claims and judgements to a graph: six pure steps.

1. What is visible on a known-at day and under a handling ceiling.
2. What is the same thing, by reviewed judgement only.
3. Which value of each property is used.
4. Where sources differ.
5. What dates mean: first and last possible day, and from when to when something holds.
6. What exists: whatever a visible claim of a source speaks of.

The result depends on the claims as a set, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graphmodel.batch import GraphBatch, NodeRow, Properties, TieRow
from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim, Value, field_of, value_text
from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.ids import ends_of, parse_tie_id, rename, scheme_of, slug_of
from graphmodel.judgements import Judgements
from graphmodel.kinds import SCHEMES, TIES, FieldSpec, Kind, Source, Tie, kind_of
from graphmodel.names import fold
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Basis, ConflictKind, Handling, KnownBy, Mood, Reason, SourceType

_REASONS = (
    Reason.MOOD,
    Reason.JUDGED,
    Reason.LIST,
    Reason.SOURCE_TYPE,
    Reason.FINER_DATE,
    Reason.KNOWN_EARLIER,
    Reason.ORDER,
)
_MOODS = tuple(Mood)
_REFERENCES = frozenset(
    field.name
    for declared in (*SCHEMES.values(), *TIES.values())
    for field in declared.fields.values()
    if field.ref
)
_UNREGISTERED = SourceType.SECONDARY.rank
_Claims = dict[str, list[Claim]]
"""Claims of one subject by property, the preferred one first."""

_Neighbours = dict[tuple[str, str, bool], dict[str, list[str]]]
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
    prefer = _Preference(sources, judgements)
    by_subject = {subject: _by_property(own, prefer) for subject, own in about.items()}
    ties = {subject: own for subject, own in by_subject.items() if " " in subject}
    conflicts = [c for subject, own in ties.items() for c in _value_conflicts(subject, own, prefer)]
    held = {
        subject: own
        for subject, own in ties.items()
        if (holds := own.get(HOLDS)) and holds[0].value is True and holds[0].mood != Mood.CANCELLED
    }
    periods = {subject: _period(own) for subject, own in held.items()}
    neighbours = _neighbours(held)
    for subject, own in by_subject.items():
        if subject not in ties:
            conflicts += _value_conflicts(subject, own, prefer)
            conflicts += _list_conflicts(subject, own, prefer, neighbours, periods, sources)
    conflicts.sort(key=lambda c: (c.subject, c.property))
    disputed = _disputed(conflicts, neighbours)
    marked: dict[str, list[str]] = defaultdict(list)
    for conflict in conflicts:
        marked[conflict.subject].append(conflict.property)
    nodes = [
        _node(entity, by_subject.get(entity, {}), marked.get(entity, [])) for entity in existing
    ]
    nodes += [node for conflict in conflicts for node in _sides(conflict)]
    rows = [
        _tie(subject, own, periods[subject], subject in disputed) for subject, own in held.items()
    ]
    batch = GraphBatch(sorted(nodes, key=lambda row: row.id), sorted(rows, key=lambda row: row.id))
    kept = tuple(claim for own in about.values() for claim in own)
    return Resolution(batch, kept, _used(by_subject, conflicts), tuple(conflicts))


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
    field = _field_of(claim.subject, claim.property)
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
                field = _field_of(subject, claim.property)
                if field and field.ref:
                    existing.add(str(claim.value))
    kept = {subject: own for subject, own in about.items() if existing.issuperset(ends_of(subject))}
    cited = {f"source:{source}" for source in {c.source for own in kept.values() for c in own}}
    kept |= {subject: own for subject, own in about.items() if subject in cited}
    existing.update(cited & about.keys())
    return kept, sorted(existing)


# 3. Which value is used -----------------------------------------------------------------------------------------


class _Preference:
    """The total order of rival claims: the least key is used."""

    def __init__(self, sources: Mapping[str, SourceFacts], judgements: Judgements) -> None:
        self._ranks = {source: facts.type.rank for source, facts in sources.items()}
        self._preferred = judgements.preferred
        self._moods = {mood.value: index for index, mood in enumerate(Mood)}

    def key(self, claim: Claim) -> tuple[int | str, ...]:
        judged = self._preferred.get((claim.subject, claim.property))
        text = value_text(claim.value)
        field = _field_of(claim.subject, claim.property)
        return (
            self._moods[claim.mood],
            0 if judged is not None and judged == text else 1,
            1 if claim.basis == Basis.ATTENDANCE else 0,
            self._ranks.get(claim.source, _UNREGISTERED),
            PartialDate.parse(text).span if field and field.is_date else 0,
            claim.known_from,
            text,
            claim.source,
            claim.at,
            *claim[5:],  # so that the order is total
        )

    def reason(self, used: Claim, rival: Claim) -> Reason:
        pairs = zip(_REASONS, self.key(used), self.key(rival), strict=False)
        return next((reason for reason, one, other in pairs if one != other), Reason.ORDER)


def _by_property(claims: Iterable[Claim], prefer: _Preference) -> _Claims:
    own: _Claims = {}
    for claim in claims:
        own.setdefault(claim.property, []).append(claim)
    for rivals in own.values():
        if len(rivals) > 1:
            rivals.sort(key=prefer.key)
    return own


def _used(by_subject: Mapping[str, _Claims], conflicts: Iterable[Conflict]) -> frozenset[Claim]:
    """Claims whose value is used.

    All of a list of values, every closed list that no conflict sets aside, and else those that say the same as the
    preferred one.
    """
    rivals = {
        claim for conflict in conflicts for side in conflict.sides[1:] for claim in side.claims
    }
    used: set[Claim] = set()
    for subject, own in by_subject.items():
        for name, claims in own.items():
            if len(claims) == 1:
                used.add(claims[0])
                continue
            field = _field_of(subject, name)
            many = name.endswith(LIST_MARK) or (field is not None and field.many)
            used.update(claim for claim in claims if many or claim.value == claims[0].value)
    return frozenset(used - rivals)


def _field_of(subject: str, property_: str) -> FieldSpec | None:
    head = parse_tie_id(subject).type if " " in subject else scheme_of(subject)
    return _field_of_kind(head, property_)


@lru_cache(maxsize=4096)
def _field_of_kind(type_or_scheme: str, property_: str) -> FieldSpec | None:
    declared = TIES.get(type_or_scheme) or SCHEMES.get(type_or_scheme)
    return declared.fields.get(field_of(property_)) if declared else None


# 4. Where sources differ ----------------------------------------------------------------------------------------


def _value_conflicts(subject: str, own: _Claims, prefer: _Preference) -> Iterable[Conflict]:
    for name, claims in own.items():
        if len(claims) < 2 or name.endswith(LIST_MARK):
            continue
        field = _field_of(subject, name)
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


def _neighbours(held: Mapping[str, _Claims]) -> _Neighbours:
    found: _Neighbours = defaultdict(lambda: defaultdict(list))
    for subject in held:
        tie = parse_tie_id(subject)
        found[tie.end, tie.type, True][tie.start].append(subject)
        found[tie.start, tie.type, False][tie.end].append(subject)
    return found


def _list_conflicts(
    subject: str,
    own: _Claims,
    prefer: _Preference,
    neighbours: _Neighbours,
    periods: Mapping[str, _Period],
    sources: Mapping[str, SourceFacts],
) -> Iterable[Conflict]:
    kind = kind_of(subject)
    for name, claims in own.items():
        if not name.endswith(LIST_MARK) or kind is None:
            continue
        key = name.rstrip(LIST_MARK)
        field = kind.tie_fields[key]
        held = neighbours.get((subject, field.tie.spec.type, field.incoming), {})
        doubles: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            doubles[claim.id].append(claim)
        sides = [_list_side(same, held, periods, sources) for same in doubles.values()]
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


def _list_side(
    same: list[Claim],
    held: Mapping[str, list[str]],
    periods: Mapping[str, _Period],
    sources: Mapping[str, SourceFacts],
) -> Side:
    """A closed list against the ties that hold in the period that it speaks of."""
    claim = same[0]
    assert isinstance(claim.value, tuple)
    spoken_of = claim.valid or sources[claim.source].published
    then = PartialDate.parse(spoken_of) if spoken_of else None
    listed = set(claim.value)
    lacks = {
        other
        for other, ties in held.items()
        if other not in listed and any(periods[tie].surely(then) for tie in ties)
    }
    # Someone present who is no member is a guest, and a member since some day of the year may be one already.
    adds = {
        other
        for other in listed
        if claim.basis != Basis.ATTENDANCE
        and not any(periods[tie].perhaps(then) for tie in held.get(other, []))
    }
    return Side(tuple(same), tuple(sorted(lacks)), tuple(sorted(adds)))


def _disputed(conflicts: Iterable[Conflict], neighbours: _Neighbours) -> set[str]:
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


# 5. What dates mean, and the rows ---------------------------------------------------------------------------------


class _Period(NamedTuple):
    """When a tie holds: surely from `holds_from` until before `holds_to`, perhaps from `first` until before `last`."""

    holds_from: str
    holds_to: str
    first: str
    last: str

    def surely(self, then: PartialDate | None) -> bool:
        if self.holds_from == FAR_FUTURE:
            return False
        return then is None or (self.holds_from <= then.max and then.min < self.holds_to)

    def perhaps(self, then: PartialDate | None) -> bool:
        return then is None or (self.first <= then.max and then.min < self.last)


_NEVER = _Period(FAR_FUTURE, FAR_FUTURE, FAR_FUTURE, FAR_PAST)


def _period(own: _Claims) -> _Period:
    """What is not known excludes nothing; what is only planned never held, and a planned end is none."""
    since, until = own.get("since"), own.get("until")
    if own[HOLDS][0].mood != Mood.ACTUAL or (since and since[0].mood != Mood.ACTUAL):
        return _NEVER
    begin = PartialDate.parse(str(since[0].value)) if since else _OPEN
    end = (
        PartialDate.parse(str(until[0].value)) if until and until[0].mood == Mood.ACTUAL else _OPEN
    )
    return _Period(
        begin.max if since else FAR_PAST,
        end.min if end is not _OPEN else FAR_FUTURE,
        begin.min,
        end.max,
    )


_OPEN = PartialDate("..", FAR_PAST, FAR_FUTURE)


def _with_date(props: Properties, name: str, text: str) -> None:
    value = PartialDate.parse(text)
    props[name], props[f"{name}_min"], props[f"{name}_max"] = text, value.min, value.max


@lru_cache(maxsize=4096)
def _stored(property_: str) -> str:
    return property_.replace("@", "_").replace(".", "_")


def _used_values(declared: type[Kind] | type[Tie], own: _Claims) -> Properties:
    """The used value of each property, as the store keeps it."""
    props: Properties = {}
    for name in sorted(own):
        claims = own[name]
        field = declared.fields.get(field_of(name))
        if field is None:
            continue
        stored = _stored(name)
        value = claims[0].value
        if field.many:
            props[stored] = list(dict.fromkeys(str(claim.value) for claim in claims))
        elif field.is_date:
            _with_date(props, stored, str(value))
        else:
            assert not isinstance(value, tuple)
            props[stored] = value
    return props


def _node(entity: str, own: _Claims, conflicts: list[str]) -> NodeRow:
    kind = kind_of(entity)
    assert kind is not None
    spec = kind.spec
    props = _used_values(kind, own)
    labels = (spec.label, *spec.labels)
    if spec.subtype in props:
        vocabulary = kind.fields[spec.subtype].value_type
        labels = (spec.label, vocabulary(props[spec.subtype]).graph_label, *spec.labels)
    if "type" in kind.fields:
        # kglite answers a missing `type` with the node's label; a value of ours keeps both engines alike.
        props.setdefault("type", "not_recorded")
    props |= {"id": entity, "kind": spec.label} | _captions(kind, own, entity)
    props["search"] = _search_keys(kind, own, entity)
    props["sources"] = _sources(claim for claims in own.values() for claim in claims)
    if evidence := list(_evidence(kind, own)):
        props["evidence"] = evidence
    if conflicts:
        props["conflicts"] = conflicts
    _set_event(kind, own, props)
    return NodeRow(entity, labels, props)


def _captions(kind: type[Kind], own: _Claims, entity: str) -> Properties:
    """Name in each language as shown: the other language where one is missing, the slug where both are."""
    shown: dict[str, str] = {}
    for lang in ("ja", "en"):
        claims = own.get(f"{kind.spec.caption}@{lang}")
        if claims:
            name = str(claims[0].value)
            ours = kind.spec.caption == "title" and claims[0].source == OURS
            shown[lang] = name + (_OURS_MARK[lang] if ours else "")
    fallback = shown.get("en") or shown.get("ja") or slug_of(entity)
    return {"name_ja": shown.get("ja") or fallback, "name_en": shown.get("en") or fallback}


_OURS_MARK = {"ja": "（仮称）", "en": " (our description)"}


def _search_keys(kind: type[Kind], own: _Claims, entity: str) -> list[str]:
    """Folded names, in every language and use: what else is said of an entity is not what it is called."""
    naming = {kind.spec.caption, "names"}
    names = {
        str(claim.value)
        for name, claims in own.items()
        if field_of(name) in naming
        for claim in claims
    }
    return sorted({key for key in map(fold, {*names, slug_of(entity)}) if key})


def _sources(claims: Iterable[Claim]) -> list[str]:
    cited = {claim.source for claim in claims}
    return sorted(cited - {OURS}) or sorted(cited)


def _evidence(kind: type[Kind], own: _Claims) -> Iterable[str]:
    """Each property with the sources of the value that is used, each closed list with those that give it.

    What is our own classification, and names besides the one shown, rest on nothing that could be thin.
    """
    if kind is Source:
        return
    for name in sorted(own):
        claims = own[name]
        field = kind.fields.get(field_of(name))
        if name.endswith(LIST_MARK):
            giving = [claim for claim in claims if claim.basis != Basis.ATTENDANCE]
        elif field is not None and not field.many:
            giving = [c for c in claims if (c.value, c.mood) == (claims[0].value, claims[0].mood)]
        else:
            continue
        cited = sorted({claim.source for claim in giving} - {OURS})
        if cited:
            yield " ".join((name, *cited))


def _set_event(kind: type[Kind], own: _Claims, props: Properties) -> None:
    happened = [own[name][0] for name in kind.spec.event if own.get(name)]
    happened.sort(key=lambda claim: _MOODS.index(Mood(claim.mood)))
    if happened:
        _with_date(props, "event_on", str(happened[0].value))
        props["event_mood"] = happened[0].mood
    if kind.spec.lasts:
        actual = happened and happened[0].mood == Mood.ACTUAL
        known = str(props["event_on_max"]) if actual else FAR_FUTURE
        props["holds_from"] = known if happened else FAR_PAST
        ended = own.get("ended_on")
        props["holds_to"] = PartialDate.parse(str(ended[0].value)).min if ended else FAR_FUTURE


def _tie(subject: str, own: _Claims, period: _Period, disputed: bool) -> TieRow:
    tie = parse_tie_id(subject)
    declared = TIES[tie.type]
    holds = [claim for claim in own[HOLDS] if claim.value is True]
    props = _used_values(declared, own) | {"id": subject}
    props["sources"] = _sources(claim for claims in own.values() for claim in claims)
    props["cites"] = list(dict.fromkeys(claim.cite for claim in holds))
    props["claims"] = sorted({claim.id for claims in own.values() for claim in claims})
    basis = max((claim.basis for claim in holds), default="")  # "stated" is stronger than "listed"
    if basis:
        props["basis"] = basis
    if holds[0].valid:
        _with_date(props, "valid", holds[0].valid)
    if holds[0].mood != Mood.ACTUAL:
        props["mood"] = holds[0].mood
    if disputed:
        props["disputed"] = True
    if declared.spec.lasts:
        props |= {"holds_from": period.holds_from, "holds_to": period.holds_to}
    return TieRow(subject, tie.type, tie.start, tie.end, props)


def _sides(conflict: Conflict) -> Iterable[NodeRow]:
    for index, side in enumerate(conflict.sides):
        claim = side.claims[0]
        props: Properties = {
            "id": f"claim:{claim.id}",
            "kind": "Claim",
            "subject": conflict.subject,
            "property": conflict.property,
            "conflict": conflict.kind.value,
            "used": index == 0,
            "why": conflict.why.value,
            "value": value_text(claim.value),
            "mood": claim.mood,
            "cites": list(dict.fromkeys(c.cite for c in side.claims)),
            "sources": list(dict.fromkeys(c.source for c in side.claims)),
            "lacks": list(side.lacks),
            "adds": list(side.adds),
        }
        if claim.text:
            props["text"] = claim.text
        if claim.valid:
            props["valid"] = claim.valid
        yield NodeRow(str(props["id"]), ("Claim",), props)


def build_row(resolution: Resolution, build_key: str, known_at: str, ceiling: Handling) -> NodeRow:
    """The node that says what the graph was made from."""
    done = [
        (str(node.props["event_on_min"]), node.id)
        for node in resolution.batch.nodes
        if node.props.get("event_mood") == Mood.ACTUAL and node.props["event_on_min"] != FAR_PAST
    ]
    props: Properties = {
        "id": "build:current",
        "kind": "Build",
        "build_key": build_key,
        "ceiling": ceiling.value,
        "claims": len(resolution.claims),
        "undated_claims": sum(claim.known_by == KnownBy.ALWAYS for claim in resolution.claims),
        "cited_sources": sum(
            scheme_of(node.id) == Source.spec.scheme for node in resolution.batch.nodes
        ),
    }
    if known_at:
        _with_date(props, "known_at", known_at)
    if done:
        newest_on, newest = max(done)
        _with_date(props, "newest_event_on", newest_on)
        props["newest_event"] = newest
    return NodeRow("build:current", ("Build",), props)


def with_build(batch: GraphBatch, build: NodeRow) -> GraphBatch:
    """The batch with the node of its build."""
    return GraphBatch(sorted([*batch.nodes, build], key=lambda row: row.id), batch.ties)
