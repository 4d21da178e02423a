"""The rows of a workbook: what the graph uses of each entity and tie, as text, in the order of protocol.

A date is a day in ISO form where a source gives the day, which a sheet shows as a date; else it is text: the date as
precisely as its source gives it, with the source's own wording in quotation marks (2025年5月（予定）「’25年5月（予定）」).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from graphmodel.claims import Claim, value_text
from graphmodel.dates import PartialDate, is_iso_day
from graphmodel.ids import TieId, is_tie_id, parse_tie_id, scheme_of
from graphmodel.kinds import FieldSpec, TieField
from graphmodel.labels import property_label
from graphmodel.vocab import ForumRole, Handling, Mood
from visualizations.sheet import FIRST_DAY
from visualizations.wording import bracketed, listed
from visualizations.workbook.columns import DIFFERS, HANDLING, SHEETS, SOURCES, Column, Sheet
from visualizations.workbook.facts import Facts

_FIRST_ROLES = (ForumRole.CONVENOR, ForumRole.CHAIR, ForumRole.HOST)
_PLANNED = {"ja": "（予定）", "en": " (planned)"}
_QUOTED = {"ja": "「{}」", "en": " “{}”"}
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")


class Row(NamedTuple):
    """A row.

    Attributes:
        id: Id of the entity or tie.
        cells: Text of each column of its sheet.
    """

    id: str
    cells: tuple[str, ...]


class Filled(NamedTuple):
    """A sheet with its rows."""

    sheet: Sheet
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Asked:
    """What a workbook is asked for.

    Attributes:
        lang: `ja` or `en`.
        own: Id of the reader's own side.
        as_of: ISO day: what happened later is left out.
        focus: Id of what it is about; empty for all of the record.
        steps: How many ties away from that.
        ceiling: Highest handling of what may be seen; above public, each row says how far it may travel.
    """

    lang: str
    own: str
    as_of: str
    focus: str = ""
    steps: int = 1
    ceiling: Handling = Handling.PUBLIC


def fill(facts: Facts, asked: Asked) -> tuple[Filled, ...]:
    """The sheets of the record with their rows."""
    chosen = facts.around(asked.focus, asked.steps) if asked.focus else None
    return tuple(_Reader(facts, asked, chosen).filled())


class _Reader:
    def __init__(self, facts: Facts, asked: Asked, chosen: set[str] | None) -> None:
        self._facts, self._asked, self._lang, self._chosen = facts, asked, asked.lang, chosen
        self._cited: dict[str, None] = {}

    def filled(self) -> Iterable[Filled]:
        ids: dict[str, Callable[[Sheet], list[str]]] = {
            "people": self._people,
            "sources": lambda _: sorted(self._cited, key=self._by_source),
        }
        for sheet in SHEETS:
            found = ids.get(sheet.code, self._ties if sheet.tie else self._entities)(sheet)
            shown = self._with_handling(sheet)
            for id_ in found:
                self._cited.update((f"source:{one}", None) for one in self._facts.sources(id_))
            yield Filled(shown, tuple(self._row(shown, id_) for id_ in found))

    # What is in it, and in which order ------------------------------------------------------------------------------

    def _entities(self, sheet: Sheet) -> list[str]:
        ids = [id_ for id_ in self._facts.values if scheme_of(id_) == sheet.kind.spec.scheme]
        kept = [id_ for id_ in ids if not is_tie_id(id_) and self._is_chosen(id_)]
        kept = [id_ for id_ in kept if not self._is_later(sheet, id_)]
        key = self._by_partner if sheet.code == "agreements" else self._by_day
        return sorted(kept, key=lambda id_: key(sheet, id_))

    def _ties(self, sheet: Sheet) -> list[str]:
        assert sheet.tie
        type_ = sheet.tie.tie.spec.type
        people = set(self._people(sheet)) if sheet.code == "offices" else None
        found = {
            str(tie): tie
            for (held, _), ties in self._facts.ties.items()
            if held == type_
            for tie in ties
            if (tie.start in people if people is not None else self._is_chosen(tie.start, tie.end))
        }
        own = 1 if sheet.tie.incoming else 0
        return sorted(found, key=lambda id_: self._by_ends(found[id_], own))

    def _people(self, _sheet: Sheet) -> list[str]:
        """Those who have a part in what is chosen: they signed, chaired, led or attended, or hold an office of it."""
        people = [id_ for id_ in self._facts.values if scheme_of(id_) == "person" and not is_tie_id(id_)]  # fmt: skip
        if self._chosen is not None:
            people = [id_ for id_ in people if self._has_part(id_)]
        return sorted(people, key=lambda id_: (self._english(id_), id_))

    def _has_part(self, person: str) -> bool:
        assert self._chosen is not None
        types = ("SIGNED", "CHAIRED", "LED", "ATTENDED", "HOSTED")
        ends = (tie.end for type_ in types for tie in self._facts.ties.get((type_, person), ()))
        return person in self._chosen or not self._chosen.isdisjoint(ends)

    def _is_chosen(self, *ids: str) -> bool:
        return self._chosen is None or self._chosen.issuperset(ids)

    def _is_later(self, sheet: Sheet, id_: str) -> bool:
        """Whether it is known to have happened after the day that is asked for."""
        claim = self._event(sheet, id_)
        if claim is None or claim.mood != Mood.ACTUAL:
            return False
        return PartialDate.parse(value_text(claim.value)).min > self._asked.as_of

    def _event(self, sheet: Sheet, id_: str) -> Claim | None:
        claims = (self._facts.value(id_, name) for name in sheet.kind.spec.event)
        return next((claim for claim in claims if claim), None)

    def _by_day(self, sheet: Sheet, id_: str) -> tuple[Any, ...]:
        claim = self._event(sheet, id_)
        day = PartialDate.parse(value_text(claim.value)).min if claim else "9999"
        return day, self._english(id_), id_

    def _by_partner(self, sheet: Sheet, id_: str) -> tuple[Any, ...]:
        """Our side's with one partner, by its name; then ours with several; then those of others."""
        parties = [tie.start for tie in self._facts.ties.get(("PARTY_TO", id_), ())]
        ours = self._asked.own in parties
        others = sorted(self._english(party) for party in parties if party != self._asked.own)
        return not ours, len(others) > 1, others, self._by_day(sheet, id_)

    def _by_ends(self, tie: TieId, own: int) -> tuple[Any, ...]:
        one, other = (tie.end, tie.start) if own else (tie.start, tie.end)
        role = self._facts.value(str(tie), "role")
        first = role is not None and role.value in _FIRST_ROLES
        return self._english(one), one, not first, self._english(other), other, tie.period

    def _by_source(self, id_: str) -> tuple[Any, ...]:
        publisher = self._facts.value(id_, "publisher@en") or self._facts.value(id_, "publisher@ja")
        published = self._facts.value(id_, "published")
        name = value_text(publisher.value) if publisher else ""
        return name.casefold(), value_text(published.value) if published else "", id_

    def _english(self, id_: str) -> str:
        return self._named(id_, "en").casefold()

    # What stands in a cell --------------------------------------------------------------------------------------------

    def _with_handling(self, sheet: Sheet) -> Sheet:
        if self._asked.ceiling is Handling.PUBLIC:
            return sheet
        return replace(sheet, columns=(*sheet.columns, HANDLING))

    def _row(self, sheet: Sheet, id_: str) -> Row:
        shown = id_.removeprefix("source:")
        cells = (self._cell(sheet, column, id_) for column in sheet.columns[1:])
        return Row(id_, (shown, *cells))

    def _cell(self, sheet: Sheet, column: Column, id_: str) -> str:
        key = column.key.rpartition(".")[2] if sheet.tie else column.key
        if column is SOURCES:
            return listed(self._facts.sources(id_), self._lang)
        if column is DIFFERS:
            return self._differs(id_)
        if column is HANDLING:
            return self._facts.handling(id_).label(self._lang)
        if column.field:
            return self._property(sheet, column.field, id_, key)
        if sheet.tie and key in ("start", "end"):
            return self._named(getattr(parse_tie_id(id_), key), self._lang)
        tie = sheet.kind.tie_fields.get(key)
        return self._others(id_, tie, tie.tie.spec.type if tie else key)

    def _property(self, sheet: Sheet, field: FieldSpec, id_: str, key: str) -> str:
        name, _, language = key.partition("@")
        claim = self._facts.value(id_, key)
        if claim is None:
            return ""
        if name == sheet.kind.spec.caption and id_ in self._facts.names:
            return str(
                self._facts.names[id_][f"name_{language}"] or ""
            )  # marked, where it is a name of ours
        return self._said(field, claim)

    def _said(self, field: FieldSpec, claim: Claim) -> str:
        text = value_text(claim.value)
        if field.is_date:
            return self._date(claim)
        if field.vocabulary:
            return field.vocabulary(text).label(self._lang)
        if field.ref:
            return self._named(text, self._lang)
        if field.value_type is bool:
            return "○" if claim.value is True else ""
        return text

    def _date(self, claim: Claim) -> str:
        text, planned = value_text(claim.value), claim.mood == Mood.PLANNED
        if is_iso_day(text) and text >= FIRST_DAY and not planned:
            return text
        said = PartialDate.parse(text).label(self._lang) + (_PLANNED[self._lang] if planned else "")
        wording = claim.text if self._lang == "ja" or not _JAPANESE.search(claim.text) else ""
        return said + _QUOTED[self._lang].format(wording) if wording else said

    def _others(self, id_: str, tie_field: TieField | None, type_: str) -> str:
        """Names of those to which something is tied, with what else is said of each."""
        incoming = tie_field is not None and tie_field.incoming
        ties = [
            tie
            for tie in self._facts.ties.get((type_, id_), ())
            if (tie.end if incoming else tie.start) == id_
        ]
        ends = {str(tie): tie.start if incoming else tie.end for tie in ties}
        two = len(ends) == 2
        order = sorted(
            ends,
            key=lambda tie: (
                two and not self._is_ours(tie, ends[tie]),
                self._english(ends[tie]),
                tie,
            ),
        )
        fields = tie_field.tie.fields.values() if tie_field else ()
        said = []
        for tie in order:
            details = [text for field in fields if (text := self._detail(field, tie))]
            said.append(
                bracketed(
                    self._named(ends[tie], self._lang), listed(details, self._lang), self._lang
                )
            )
        return listed(list(dict.fromkeys(said)), self._lang)

    def _is_ours(self, tie: str, end: str) -> bool:
        side = self._facts.value(tie, "side")
        return self._asked.own in (end, side.value if side else "")

    def _detail(self, field: FieldSpec, tie: str) -> str:
        if field.name == "side":
            return ""
        claims = self._facts.values.get(tie, {}).get(field.name, ()) if field.many else ()
        claim = self._facts.value(tie, field.name)
        if claims:
            return listed(list(dict.fromkeys(self._said(field, one) for one in claims)), self._lang)
        if claim is None:
            return ""
        said = self._said(field, claim)
        if field.value_type is int:
            return f"{property_label(field.name, self._lang)} {said}"
        if is_iso_day(said):
            said = PartialDate.parse(said).label(self._lang)
        return f"{property_label(field.name, self._lang)} {said}" if field.is_date else said

    def _differs(self, id_: str) -> str:
        properties = dict.fromkeys(self._facts.differing.get(id_, ()))
        return listed([property_label(name, self._lang) for name in properties], self._lang)

    def _named(self, id_: str, lang: str) -> str:
        row = self._facts.names.get(id_, {})
        return str(row.get(f"name_{lang}") or row.get("name_ja") or row.get("name_en") or id_)
