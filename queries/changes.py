"""What became of one graph in another: what is new, ended, changed, newly disputed, settled or gone."""

from __future__ import annotations

import builtins
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from graphmodel.claims import HOLDS, LIST_MARK, Claim, value_text
from graphmodel.ids import TieId, ends_of, is_tie_id, parse_tie_id
from graphmodel.kinds import KINDS, FieldSpec, TieField, declaration_of, kind_of
from graphmodel.stores import GraphStore
from graphmodel.vocab import ChangeKind, Mood
from queries.files import internal
from queries.results import Coverage
from queries.run import read_coverage

_ALL = 1_000_000
_NAMES = frozenset({"name", "names"})
_KINDS = (
    "Agreement", "Commitment", "Forum", "Meeting", "Programme", "Call", "Project", "Strategy", "Target", "Budget",
    "TechnologyChoice", "Indicator", "Infrastructure", "Country", "Union", "Organisation", "Office", "Person", "Field",
)  # fmt: skip
"""Kinds in the order in which changes are read out: what was agreed and done, then who they are."""

_ENDS = frozenset({"ended_on", "until"})
"""Properties by which a source says that something is over."""


class Said(NamedTuple):
    """A value, and whether it is a plan.

    Attributes:
        value: As text; an id, or a date as the source gives it.
        mood: `actual`, `planned` or `cancelled`.
    """

    value: str
    mood: str


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise.

    Attributes:
        what: What became of it.
        entity: Id of the entity under which it is told.
        property: The property or list of ties; empty for the entity as a whole.
        others: Ids at the other ends of the ties that it is about.
        before: The values used before; of a difference, all sides.
        after: The values used after.
        still: Values used before that a source still gives.
        withdrawn_on: Day on which it was withdrawn; empty if its record does not say.
        cites: Sources, each with its place: of what is there after, or else of what was there before.
    """

    what: ChangeKind
    entity: str
    property: str = ""
    others: tuple[str, ...] = ()
    before: tuple[Said, ...] = ()
    after: tuple[Said, ...] = ()
    still: tuple[Said, ...] = ()
    withdrawn_on: str = ""
    cites: tuple[str, ...] = ()

    @builtins.property
    def names_only(self) -> bool:
        """Whether all that it says is that what was on record has a further name."""
        field = self.property.partition(".")[0].partition("@")[0]
        return self.what is ChangeKind.NEW and field in _NAMES


@dataclass(frozen=True)
class Snapshot:
    """A graph with the claims behind it, as far as telling it from another needs it.

    Attributes:
        store: The graph.
        claims: The claims, each with whether the graph uses it.
    """

    store: GraphStore
    claims: list[tuple[Claim, bool]]

    @cached_property
    def entities(self) -> dict[str, dict[str, Any]]:
        """Kind, names and day of each entity, by id."""
        rows = self.store.read(internal("changes-entities"), max_rows=_ALL).records()
        return {row["id"]: row for row in rows}

    @cached_property
    def values(self) -> dict[tuple[str, str], list[tuple[Claim, bool]]]:
        """The claims by subject and property, without what sources say of themselves."""
        found: dict[tuple[str, str], list[tuple[Claim, bool]]] = defaultdict(list)
        for claim, used in self.claims:
            if not claim.subject.startswith("source:") and not claim.property.endswith(LIST_MARK):
                found[claim.subject, claim.property].append((claim, used))
        return found

    @cached_property
    def ties(self) -> set[str]:
        """Ids of the ties that hold."""
        return {
            claim.subject
            for claim, used in self.claims
            if used and claim.property == HOLDS and claim.value is True
        }

    @cached_property
    def differences(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        """The sides of each difference between sources, the used one first."""
        found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in self.store.read(internal("changes-differences"), max_rows=_ALL).records():
            found[row["subject"], row["property"]].append(row)
        return found

    def coverage(self, as_of: str) -> Coverage:
        """What it rests on."""
        return read_coverage(self.store, as_of)

    def used(self, subject: str, property_: str) -> tuple[Said, ...]:
        """The values of a property that the graph uses."""
        claims = self.values.get((subject, property_), ())
        said = (Said(value_text(claim.value), claim.mood) for claim, used in claims if used)
        return tuple(sorted(set(said)))

    def cites(self, subject: str, property_: str, values: Iterable[Said] = ()) -> tuple[str, ...]:
        """The sources of a property, or of some of its values, each with its place."""
        wanted = {said.value for said in values}
        claims = self.values.get((subject, property_), ())
        return tuple(
            sorted({c.cite for c, _ in claims if not wanted or value_text(c.value) in wanted})
        )


def changes(before: Snapshot, after: Snapshot, own: str) -> list[Change]:
    """What is otherwise in one graph than in another, in the order in which it is read out.

    Entities come by kind, one's own side first, then by day and English name; each with what became of it as a whole,
    then its properties, ties and differences. What stands in a whole new entity is not told one by one.

    Args:
        before: The one.
        after: The other.
        own: Id of the reader's own side.
    """
    found = [
        *_entities(before, after),
        *_properties(before, after),
        *_ties(before, after),
        *_differences(before, after),
    ]
    kinds = {label: number for number, label in enumerate(dict.fromkeys((*_KINDS, *KINDS)))}
    whats = list(ChangeKind)

    def order(change: Change) -> tuple[Any, ...]:
        row = after.entities.get(change.entity) or before.entities[change.entity]
        return (
            kinds[row["kind"]], change.entity != own, row["event_on"] or "", row["name_en"], change.entity,
            whats.index(change.what), change.property, change.others, change.after, change.before,
        )  # fmt: skip

    return sorted(found, key=order)


def _entities(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for id_ in after.entities.keys() - before.entities.keys():
        yield Change(ChangeKind.NEW, id_, cites=_main_cites(after, id_))
    for id_ in before.entities.keys() - after.entities.keys():
        own = [claim for claim, _ in before.claims if claim.subject == id_]
        yield Change(
            ChangeKind.WITHDRAWN,
            id_,
            withdrawn_on=_withdrawn(own),
            cites=_main_cites(before, id_),
        )


def _main_cites(graph: Snapshot, id_: str) -> tuple[str, ...]:
    """The sources of what an entity is called and of the day by which it is put in order."""
    kind = kind_of(id_)
    assert kind is not None
    names = {
        *kind.spec.event,
        kind.spec.caption,
        f"{kind.spec.caption}@ja",
        f"{kind.spec.caption}@en",
    }
    return tuple(dict.fromkeys(cite for name in sorted(names) for cite in graph.cites(id_, name)))


def _properties(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for subject, name in sorted({*before.values, *after.values}):
        declared = declaration_of(subject)
        field = declared.fields.get(name.partition("@")[0].partition(".")[0]) if declared else None
        if field is None or not _in_both(subject, before, after):
            continue
        old, new = before.used(subject, name), after.used(subject, name)
        if old != new:
            yield from _of_property(subject, name, field, old, new, before, after)


def _in_both(subject: str, before: Snapshot, after: Snapshot) -> bool:
    if is_tie_id(subject):
        return subject in before.ties and subject in after.ties
    return _ends_in_both(subject, before, after)


def _ends_in_both(subject: str, before: Snapshot, after: Snapshot) -> bool:
    ends = set(ends_of(subject))
    return ends <= before.entities.keys() and ends <= after.entities.keys()


def _of_property(
    subject: str,
    name: str,
    field: FieldSpec,
    old: tuple[Said, ...],
    new: tuple[Said, ...],
    before: Snapshot,
    after: Snapshot,
) -> Iterator[Change]:
    entity, others = _told_under(subject)
    gone, come = _without(old, new), _without(new, old)
    if field.many or not old or not new:
        for said in come:
            what = ChangeKind.ENDED if _is_end(name, said) else ChangeKind.NEW
            cites = after.cites(subject, name, [said])
            yield Change(what, entity, name, others, after=(said,), cites=cites)
        for said in gone:
            claims = [claim for claim, _ in before.values[subject, name]]
            yield Change(
                ChangeKind.WITHDRAWN, entity, name, others, before=(said,), withdrawn_on=_withdrawn(claims),
                cites=before.cites(subject, name, [said]),
            )  # fmt: skip
        return
    given = {Said(value_text(c.value), c.mood) for c, _ in after.values[subject, name]}
    differs = (subject, name) in after.differences and (subject, name) not in before.differences
    still = () if differs else tuple(said for said in gone if said in given)
    what = ChangeKind.ENDED if any(_is_end(name, said) for said in come) else ChangeKind.CHANGED
    yield Change(what, entity, name, others, old, new, still, cites=after.cites(subject, name, new))


def _without(some: Iterable[Said], others: tuple[Said, ...]) -> list[Said]:
    return [said for said in some if said not in others]


def _is_end(name: str, said: Said) -> bool:
    return name in _ENDS and said.mood == Mood.ACTUAL


def _ties(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Ties that are new or gone; those of one list together."""
    found: dict[tuple[ChangeKind, str, str, str], list[str]] = defaultdict(list)
    for graph, others, what in (
        (after, before, ChangeKind.NEW),
        (before, after, ChangeKind.WITHDRAWN),
    ):
        for subject in sorted(graph.ties - others.ties):
            if not _ends_in_both(subject, before, after):
                continue  # told by the entity that is new, or gone
            if (subject, HOLDS) in others.differences:
                continue  # told as a difference
            claims = [claim for claim, _ in graph.values[subject, HOLDS]]
            day = "" if what is ChangeKind.NEW else _withdrawn(claims)
            entity, _ = _told_under(subject)
            found[what, entity, _list_of(subject)[0], day].append(subject)
    for (what, entity, name, day), subjects in found.items():
        graph = after if what is ChangeKind.NEW else before
        ends = sorted({other for subject in subjects for other in _told_under(subject)[1]})
        cites = sorted({cite for subject in subjects for cite in graph.cites(subject, HOLDS)})
        yield Change(what, entity, name, tuple(ends), withdrawn_on=day, cites=tuple(cites))


def _differences(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for key in sorted({*before.differences, *after.differences}):
        subject, name = key
        if not _ends_in_both(subject, before, after):
            continue
        entity, others = _told_under(subject)
        name = _list_of(subject)[0] if name == HOLDS else name
        sides = after.differences.get(key, [])
        old = [_side(row) for row in before.differences.get(key, [])]
        new = [_side(row) for row in sides]
        if new and {said.value for said in new} - {said.value for said in old}:
            cites = tuple(dict.fromkeys(cite for row in sides for cite in row["cites"] or ()))
            yield Change(
                ChangeKind.DISPUTED, entity, name, others, tuple(old), tuple(new), cites=cites
            )
        elif old and not new:
            used = after.used(subject, key[1])
            yield Change(
                ChangeKind.SETTLED, entity, name, others, tuple(old), used, cites=after.cites(*key)
            )


def _side(row: Mapping[str, Any]) -> Said:
    return Said(row["value"], row["mood"])


def _withdrawn(claims: Iterable[Claim]) -> str:
    """The day on which claims were withdrawn, where each says so."""
    days = {claim.withdrawn_on for claim in claims}
    return max(days) if days and all(days) else ""


def _told_under(subject: str) -> tuple[str, tuple[str, ...]]:
    """The entity under which something is told, and the other end if it is a tie: as in the files of the record."""
    if not is_tie_id(subject):
        return subject, ()
    _, tie, incoming = _list_of(subject)
    return (tie.end, (tie.start,)) if incoming else (tie.start, (tie.end,))


def _list_of(subject: str) -> tuple[str, TieId, bool]:
    """The list that a tie stands in, the tie, and whether it comes in there."""
    tie = parse_tie_id(subject)
    for id_, incoming in ((tie.end, True), (tie.start, False)):
        kind = kind_of(id_)
        fields: Iterable[TieField] = kind.tie_fields.values() if kind else ()
        for field in fields:
            if field.tie.spec.type == tie.type and field.incoming == incoming:
                return field.name, tie, incoming
    raise ValueError(subject)
