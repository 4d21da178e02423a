"""A user's list as record files: what is new in it, what is further about what is there, and what of it is not taken.

A row is taken whole or not at all. Nothing that is there is overwritten: a value is a further claim, by the list, at its
cell. Taking the same list again changes nothing; where a cell says something else than it did, that is a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import NamedTuple

from graphmodel.claims import HOLDS, Claim, value_text
from graphmodel.errors import UsageError
from graphmodel.ids import ends_of
from graphmodel.kinds import FieldSpec, TieField
from graphmodel.labels import property_label
from graphmodel.messages import Message, Term
from graphmodel.preference import field_spec
from loaders.amend import Item, item_claims
from loaders.cells import RowIssue, RowReader
from loaders.entities import Placed
from loaders.identity import Identity
from loaders.intake_drafts import entity_draft, list_draft
from loaders.issues import what_to_write
from loaders.lookup import Lookup
from loaders.mapping import ListMapping
from loaders.profiles import profiles
from loaders.scaffold import Draft
from loaders.tables import Row, Table
from loaders.writing import Place

_SAID = tuple[object, ...]


class Said(NamedTuple):
    """A value that a row gives, and the claims that it makes."""

    row: Row
    item: Item
    claims: tuple[Claim, ...]


@dataclass
class Taken:
    """What the list says of one entity.

    Attributes:
        id: Its id.
        new: Whether there is nothing of it in the record yet.
        rows: The rows about it.
        said: What they say of it that the record does not have from this list yet.
        gone: What the list said of it before, and says no more; withdrawn if it is taken as an update.
    """

    id: str
    new: bool
    rows: list[Row] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    gone: list[Claim] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written about it."""
        return bool(self.said or self.gone)


@dataclass
class Intake:
    """What comes of a list.

    Attributes:
        table: The list.
        taken: What it says of each entity about which it says something new.
        unchanged: Ids of the entities of which it says nothing that it has not said before.
        issues: Why rows are not taken.
        drafts: The files that are to be written.
        left_out: Headings of columns that the mapping says nothing of.
    """

    table: Table
    taken: list[Taken]
    unchanged: list[str]
    issues: list[RowIssue]
    drafts: list[Draft]
    left_out: list[str]

    @property
    def rejected(self) -> list[Row]:
        """The rows that are not taken."""
        numbers = {issue.row for issue in self.issues}
        return [row for row in self.table.rows if row.number in numbers]


def take_in(table: Table, mapping: ListMapping, place: Place, update_on: str = "") -> Intake:
    """Read a list against a record.

    Args:
        table: The list.
        mapping: How its columns are read.
        place: The user's own folder beside a record.
        update_on: Day on which what the list said before, and says no more, is withdrawn, ISO; if empty, a row that
            says something else is a finding.

    Raises:
        UsageError: If the mapping's source cannot be written.
    """
    return _Taking(table, mapping, place, update_on).run()


class _Taking:
    def __init__(self, table: Table, mapping: ListMapping, place: Place, update_on: str) -> None:
        self._table, self._mapping, self._place = table, mapping, place
        self._update_on = update_on
        self._known = place.known
        self._before = self._said_before()
        self._reader = RowReader(table, mapping, Lookup(self._known, mapping.names))
        there = profiles(self._known)[mapping.kind.spec.label]
        ours = {end for subject in self._before for end in ends_of(subject)}
        self._identity = Identity(
            mapping.kind, there, self._known.record.entities, ours, mapping.names, mapping.source_id
        )
        self._issues: list[RowIssue] = []

    def run(self) -> Intake:
        every = self._reader.every()
        taken: dict[str, Taken] = {}
        for row in self._table.rows:
            if one := self._row(row, every):
                known = taken.setdefault(one.id, one)
                if known is not one and self._says_more(row, one, known):
                    known.rows += one.rows
                    known.said += one.said
        self._compare(taken)
        source = list_draft(self._table, self._mapping, self._place)
        drafts = self._checked(taken, source)
        touched = {issue.row for issue in self._issues}
        unchanged = [
            id_ for id_, one in taken.items() if not one.is_changed and touched.isdisjoint(row.number for row in one.rows)
        ]  # fmt: skip
        used = {*(column.heading for column in self._mapping.columns), *self._mapping.unused}
        left_out = [heading for heading in self._table.headings if heading not in used]
        new = [one for one in taken.values() if one.is_changed]
        issues = sorted(self._issues, key=lambda issue: issue.row)
        return Intake(self._table, new, unchanged, issues, drafts, left_out)

    def _says_more(self, row: Row, one: Taken, known: Taken) -> bool:
        """Whether a row says more of an entity than the rows above it; one that does not is a finding."""
        said = {_key(claim) for said in known.said for claim in said.claims}
        if not said.issuperset(_key(claim) for said in one.said for claim in said.claims):
            return True
        above = ", ".join(str(other.number) for other in known.rows)
        message = Message("This says the same as row {rows}.", rows=above)
        hint = Message("Delete one; or if they are two things, tell them apart by a column that is mapped to `id`.")  # fmt: skip
        self._issues.append(self._reader.issue(row, "twice", message, hint))
        return False

    # One row --------------------------------------------------------------------------------------------------

    def _row(self, row: Row, every: list[Item]) -> Taken | None:
        """What a row says of which entity; None if it is not taken."""
        items, issues = self._reader.read(row)
        if issues:
            self._issues += issues
            return None
        stand_in = self._identity.stand_in
        claims = [c for item in [*every, *items] for c in self._claims(stand_in, item, row)]
        if any(issue.row == row.number for issue in self._issues):
            return None
        heading = next((c.heading for c in self._mapping.columns if c.target.is_id), "")
        given = row.cells[heading].text if heading else ""
        found = self._identity.of(row.number, given, claims)
        if not found.id:
            code = "bad-id" if given else "may-be-same"
            caption = next((c.heading for c in self._mapping.target_columns(self._mapping.kind.spec.caption)), "")  # fmt: skip
            self._issues.append(self._reader.issue(row, code, found.why, found.hint, heading if given else caption))  # fmt: skip
            return None
        if found.new:
            if missing := self._missing(row, items, every):
                self._issues += missing
                return None
            self._identity.register(found.id, claims)
            items = [*every, *items]
        said = [Said(row, item, tuple(self._claims(found.id, item, row))) for item in items]
        return Taken(found.id, found.new, [row], said)

    def _claims(self, id_: str, item: Item, row: Row) -> list[Claim]:
        """The claims that a value makes; what cannot be read is a finding about the row."""
        claims, issues = item_claims(id_, item, self._mapping.kind)
        self._issues += [self._reader.issue(row, i.code, i.message, i.hint) for i in issues]
        return claims

    def _missing(self, row: Row, items: list[Item], every: list[Item]) -> list[RowIssue]:
        """What every entity of the kind has, and a new one of the row has not.

        Where a column gives it, its cell says something: our side, which the mapping gives to all, is not the other.
        """
        mapped = {column.target.key for column in self._mapping.columns}
        given = {item.key for item in items} | {item.key for item in every if item.key not in mapped}  # fmt: skip
        kind = self._mapping.kind
        fields: list[FieldSpec | TieField] = [*kind.fields.values(), *kind.tie_fields.values()]
        found = []
        for one in fields:
            if one.required and one.name not in given:
                heading = next((c.heading for c in self._mapping.target_columns(one.name)), "")
                label = Term(property_label(one.name, "en"), property_label(one.name, "ja"))
                message = Message("What is new needs a value here: {what}.", what=label)
                hint = what_to_write(one) if heading else Message(
                    "Map a column to `{key}`, or give it for all under `every` in the mapping.", key=one.name
                )  # fmt: skip
                found.append(self._reader.issue(row, "no-value", message, hint, heading))
        return found

    # What was taken before --------------------------------------------------------------------------------------

    def _said_before(self) -> dict[str, list[Placed]]:
        """The claims that the user's folders have from this list, by subject."""
        said: dict[str, list[Placed]] = defaultdict(list)
        for placed in self._known.record.placed:
            claim = placed.claim
            ours = claim.source == self._mapping.source_id and not claim.withdrawn_on
            if ours and not claim.subject.startswith("source:"):
                said[claim.subject].append(placed)
        return said

    def _compare(self, taken: dict[str, Taken]) -> None:
        """Leave what the list has said before; where it says something else now, that is a finding, or an update."""
        for id_, one in taken.items():
            before = [p for subject, said in self._before.items() if id_ in ends_of(subject) for p in said]  # fmt: skip
            if not before:
                continue
            known = {_key(placed.claim) for placed in before}
            now = {_key(claim) for said in one.said for claim in said.claims}
            gone = [(p, row, at) for p in before if _key(p.claim) not in now for row, at in self._instead(one, p.claim)]  # fmt: skip
            one.said = [said for said in one.said if not known.issuperset(map(_key, said.claims))]
            one.gone = [p.claim for p, _, _ in gone if self._update_on and self._place.holds(p.file)]  # fmt: skip
            told = [change for change in gone if change[0].claim not in one.gone]
            self._issues += [self._changed(id_, *change) for change in told]
            changed = {row.number for _, row, _ in told}
            one.said = [said for said in one.said if said.row.number not in changed]

    def _instead(self, one: Taken, before: Claim) -> Iterator[tuple[Row, str]]:
        """The row that says something else, or nothing, where the list said something before, and the cell.

        Rows may have moved, and a cell may be merged: what can have but one value is looked for in all of them.
        """
        field = field_spec(before.subject, before.property)
        about = (before.subject, before.property, before.source)
        rivals = (
            (said.row, claim.at)
            for said in one.said for claim in said.claims
            if field and not field.many and (claim.subject, claim.property, claim.source) == about
        )  # fmt: skip
        there = ((row, before.at) for row in one.rows if row.number == self._row_of(before))
        yield from islice(chain(rivals, there), 1)

    def _row_of(self, claim: Claim) -> int:
        sheet, mark, cell = claim.at.rpartition("!")
        digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        here = (sheet if mark else "") == self._table.sheet
        return int(digits) if here and digits.isdecimal() else 0

    def _changed(self, id_: str, placed: Placed, row: Row, at: str) -> RowIssue:
        """A finding: the list said this before, and says something else, or nothing, now."""
        claim = placed.claim
        before = claim.text or (value_text(claim.value) if claim.property != HOLDS else claim.subject)  # fmt: skip
        hint = (
            Message("That stands in {file}: name its folder as the last --records.", file=placed.file)
            if self._update_on
            else Message("Take it as an update by --update, or undo the change in the list.")
        )  # fmt: skip
        column = next((h for h, c in row.cells.items() if at == self._table.place(c)), "")
        message = Message("The list said {before!r} when it was taken into {id}.", before=before, id=id_)  # fmt: skip
        return self._reader.issue(row, "changed", message, hint, column)

    # Files ------------------------------------------------------------------------------------------------------

    def _draft(self, one: Taken) -> Draft:
        items = [said.item for said in one.said]
        return entity_draft(one.id, items, one.gone, self._update_on, self._mapping, self._place)

    def _checked(self, taken: dict[str, Taken], source: list[Draft]) -> list[Draft]:
        """The files, of which `enishi check` finds nothing wrong; rows that would make one wrong are findings."""
        while True:
            said = [one for one in taken.values() if one.is_changed]
            drafts = {one.id: self._draft(one) for one in said}
            every = [*source, *drafts.values()] if drafts else []
            found = self._place.wrong(every)
            wrong = {self._place.name(draft.file): id_ for id_, draft in drafts.items()}
            if about_source := [issue for issue in found if issue.file not in wrong]:
                told = Message.joined(issue.message.then(issue.hint) for issue in about_source)
                raise UsageError(Message("{file}: `source`: {findings}", file=self._mapping.file, findings=told))  # fmt: skip
            bad = {wrong[issue.file] for issue in found if issue.file in wrong}
            if not bad:
                return every
            for file, code, message, hint in dict.fromkeys((i.file, i.code, i.message, i.hint) for i in found):  # fmt: skip
                rows = taken[wrong[file]].rows
                self._issues += [self._reader.issue(row, code, message, hint) for row in rows]
            for id_ in bad:
                del taken[id_]


def _key(claim: Claim) -> _SAID:
    """What makes a claim of a list one with another, wherever in the list it stands."""
    return claim.subject, claim.property, claim.value, claim.mood, claim.source
