"""Rows of a graph: nodes with what is used of their claims, ties with what they rest on, the sides of a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from graphmodel.batch import NodeRow, Properties, TieRow
from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim, field_of, value_text
from graphmodel.conflicts import Conflict
from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.ids import parse_tie_id, slug_of
from graphmodel.kinds import TIES, Kind, Source, Tie, kind_of
from graphmodel.names import fold
from graphmodel.periods import Period
from graphmodel.preference import Claims
from graphmodel.sources import SourceFacts
from graphmodel.vocab import NOT_RECORDED, Basis, Mood, NameUse

_MOODS = tuple(Mood)


def with_date(props: Properties, name: str, text: str) -> None:
    """Set a date as its source puts it, with its first and last possible day."""
    value = PartialDate.parse(text)
    props[name], props[f"{name}_min"], props[f"{name}_max"] = text, value.min, value.max


@lru_cache(maxsize=4096)
def _stored(property_: str) -> str:
    return property_.replace("@", "_").replace(".", "_")


def _used_values(declared: type[Kind] | type[Tie], own: Claims) -> Properties:
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
            with_date(props, stored, str(value))
        else:
            assert not isinstance(value, tuple)
            props[stored] = value
    return props


def node_row(
    entity: str, own: Claims, conflicts: list[str], sources: Mapping[str, SourceFacts]
) -> NodeRow:
    """The node of an entity."""
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
        props.setdefault("type", NOT_RECORDED)
    props |= {"id": entity, "kind": spec.label} | _captions(kind, own, entity)
    props["search"] = _search_keys(kind, own, entity)
    props["sources"] = _sources(claim for claims in own.values() for claim in claims)
    if evidence := list(_evidence(kind, own)):
        props["evidence"] = evidence
    if planned := [name for name in sorted(own) if _is_planned_date(kind, name, own[name])]:
        props["planned"] = planned
    if conflicts:
        props["conflicts"] = conflicts
    _set_event(kind, own, props, sources)
    return NodeRow(entity, labels, props)


def _captions(kind: type[Kind], own: Claims, entity: str) -> Properties:
    """Name in each language as shown: its caption or another full name, else that of the other language.

    What has no full name is shown by whatever it is called besides, and at last by its slug.
    """
    full = (kind.spec.caption, *(f"names.{use}" for use in _FULL))
    besides = tuple(f"names.{use}" for use in NameUse if use not in _FULL)
    said = {lang: _called(kind, own, full, lang) for lang in _OURS_MARK}
    fallback = said["en"] or said["ja"]
    if not fallback:
        said = {lang: _called(kind, own, besides, lang) for lang in _OURS_MARK}
        fallback = said["en"] or said["ja"] or slug_of(entity)
    return {f"name_{lang}": name or fallback for lang, name in said.items()}


_FULL = (NameUse.OFFICIAL, NameUse.DESCRIPTIVE)
"""Uses of further names that say in full what something is."""


def _called(kind: type[Kind], own: Claims, properties: tuple[str, ...], lang: str) -> str:
    """The first of some names in a language; empty if there is none. A title of ours is marked as such."""
    claims = next((own[key] for name in properties if own.get(key := f"{name}@{lang}")), None)
    if not claims:
        return ""
    ours = kind.spec.caption == "title" and claims[0].source == OURS
    return str(claims[0].value) + (_OURS_MARK[lang] if ours else "")


_OURS_MARK = {"ja": "（仮称）", "en": " (our description)"}


def _search_keys(kind: type[Kind], own: Claims, entity: str) -> list[str]:
    """Folded names, in every language and use: what else is said of an entity is not what it is called."""
    names = {
        str(claim.value)
        for name, claims in own.items()
        if field_of(name) in kind.naming()
        for claim in claims
    }
    return sorted({key for key in map(fold, {*names, slug_of(entity)}) if key})


def _sources(claims: Iterable[Claim]) -> list[str]:
    cited = {claim.source for claim in claims}
    return sorted(cited - {OURS}) or sorted(cited)


def _evidence(kind: type[Kind], own: Claims) -> Iterable[str]:
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


def _is_planned_date(kind: type[Kind], name: str, claims: list[Claim]) -> bool:
    field = kind.fields.get(name)
    return field is not None and field.is_date and claims[0].mood == Mood.PLANNED


def _set_event(
    kind: type[Kind], own: Claims, props: Properties, sources: Mapping[str, SourceFacts]
) -> None:
    happened = [own[name][0] for name in kind.spec.event if own.get(name)]
    happened.sort(key=lambda claim: _MOODS.index(Mood(claim.mood)))
    if happened:
        if kind.spec.finer:
            happened[0] = _finest(happened)
        with_date(props, "event_on", str(happened[0].value))
        props["event_mood"] = happened[0].mood
        shown = dict(kind.spec.stages).get(happened[0].property)
        if shown and _is_reported(happened[0], own, sources):
            props.setdefault("stage", shown.value)
    if kind.spec.lasts:
        actual = happened and happened[0].mood == Mood.ACTUAL
        known = str(props["event_on_max"]) if actual else FAR_FUTURE
        props["holds_from"] = known if happened else FAR_PAST
        ended = own.get("ended_on")
        over = ended[0] if ended and ended[0].mood == Mood.ACTUAL else None
        props["holds_to"] = PartialDate.parse(str(over.value)).min if over else FAR_FUTURE


def _is_reported(event: Claim, own: Claims, sources: Mapping[str, SourceFacts]) -> bool:
    """Whether a source tells an event as done that is not older than it: what may be older can only have foreseen it."""
    first = PartialDate.parse(str(event.value)).min
    telling = (
        sources[claim.source].published
        for claim in own[event.property]
        if claim.value == event.value
    )
    return event.mood == Mood.ACTUAL and any(
        not published or PartialDate.parse(published).min >= first for published in telling
    )


def _finest(happened: list[Claim]) -> Claim:
    """The first event, or a later one of the same mood with a finer date within it."""
    used = happened[0]
    span = PartialDate.parse(str(used.value))
    for claim in happened[1:]:
        other = PartialDate.parse(str(claim.value))
        within = span.min <= other.min and other.max <= span.max
        if within and claim.mood == used.mood and (other.min, other.max) != (span.min, span.max):
            used, span = claim, other
    return used


def tie_row(subject: str, own: Claims, period: Period, disputed: bool) -> TieRow:
    """The relationship of a tie that is held."""
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
        with_date(props, "valid", holds[0].valid)
    if holds[0].mood != Mood.ACTUAL:
        props["mood"] = holds[0].mood
    if disputed:
        props["disputed"] = True
    if declared.spec.lasts:
        props |= {"holds_from": period.holds_from, "holds_to": period.holds_to}
    return TieRow(subject, tie.type, tie.start, tie.end, props)


def side_rows(conflict: Conflict) -> Iterable[NodeRow]:
    """A node for each side of a conflict."""
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
