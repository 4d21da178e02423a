"""Rows of the graph as the nodes and ties that are drawn: label, shape, size, and what is told of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from graphmodel.dates import FAR_FUTURE, PartialDate
from graphmodel.kinds import (
    KINDS,
    TIES,
    Agreement,
    Country,
    Forum,
    Programme,
    Project,
    kind_of,
)
from graphmodel.labels import property_label
from graphmodel.names import CODES
from graphmodel.vocab import NOT_RECORDED, Basis, Delivery, FieldScheme, InstrumentType, Mood
from queries.find import spoken
from visualizations.labels import LINE_HEIGHT, width_of, wrap
from visualizations.money import TOLD_TOGETHER, money_details
from visualizations.own_first import OwnFirst
from visualizations.parts import Cite, Detail, Difference, Evidence, Facts, Node, Tie
from visualizations.style import INSIDE, line_key, line_look, node_key, node_look, tie_word
from visualizations.values import Words, cites
from visualizations.wording import bracketed, listed, page_words

Row = dict[str, Any]

GLYPH = 22
"""Height of a shape that stands above its label."""

SLOPE = 10
"""How far a side that slants comes in."""

_EMS = {"ja": 9.5, "en": 9.0}
"""Width of a label, in widths of a full-width character."""

_ABBREVIATED = (Forum.spec.label, Programme.spec.label, Project.spec.label)
"""Kinds that are called by their abbreviation, where they have one."""

_NAMED = 2
"""Parties that a label names at most."""

_SHORT_BRACKET = re.compile(r"（[^（）]*）$")
_UNDATED = {"ja": "日付の記載なし", "en": "no date given"}


class Drawing:
    """Rows as nodes and ties."""

    def __init__(
        self,
        words: Words,
        own_first: OwnFirst,
        differences: Mapping[str, list[Difference]],
        parties: Mapping[str, list[Row]],
        topics: Mapping[str, list[Row]],
        shown: Collection[str],
        naming: Collection[str] = (),
    ) -> None:
        self._words, self._own_first, self._differences = words, own_first, differences
        self._parties, self._topics, self._shown = parties, topics, shown
        self._naming = naming
        self._lang = words.lang

    def node(self, row: Row, focus: bool) -> Node:
        """A row of an entity as a node without a place."""
        kind = KINDS[row["kind"]].spec
        own = row["id"] == self._words.own
        planned = row["event_mood"] == Mood.PLANNED
        look = node_look(
            kind.label, own_value(row, "type") or "", own=own, planned=planned, focus=focus
        )
        label = self._label(row, planned)
        label = _marked(label, self._differences.get(row["id"], ()), kind.event)
        if whom := self._others(row):
            label = (*label, *wrap(whom, _EMS[self._lang], 3))
        width, height, drop = _measure(look.shape, label, self._lang)
        other = row["name_en" if self._lang == "ja" else "name_ja"]
        title = row[f"name_{self._lang}"]
        country = row["kind"] == Country.spec.label
        abbreviation = "" if country else _abbreviation(row, self._lang)
        evidence = Evidence(
            title=title if abbreviation in title else bracketed(title, abbreviation, self._lang),
            other_title=other if other != title else "",
            kind=kind.ja if self._lang == "ja" else kind.en,
            details=tuple(self._details(row)),
            cites=tuple(map(Cite, self._sources(row))),
            differences=tuple(self._differences.get(row["id"], ())),
            agreed=tuple(self._agreed(row)),
        )
        return Node(
            row["id"],
            label,
            look,
            width,
            height,
            drop,
            evidence,
            facts=self._facts(row),
            search=_keys(row),
        )

    def _facts(self, row: Row) -> Facts:
        type_ = own_value(row, "type") or ""
        founded = own_value(row, "founded_on")
        topics = self._topics.get(row["id"], ())
        return Facts(
            kind=row["kind"],
            key=node_key(row["kind"], type_),
            type=type_,
            level=own_value(row, "level") or "",
            scope=own_value(row, "scope") or "",
            stage=own_value(row, "stage") or "",
            fields=tuple(t["item"] for t in topics if t["type"] == "COVERS"),
            holds_from=row["holds_from"] or (PartialDate.parse(founded).min if founded else ""),
            holds_to=row["holds_to"] or (FAR_FUTURE if founded else ""),
            event=row["event_on"] or "",
            planned=row["event_mood"] == Mood.PLANNED,
        )

    def _label(self, row: Row, planned: bool) -> tuple[str, ...]:
        ems = _EMS[self._lang]
        if row["kind"] == Agreement.spec.label:
            type_ = InstrumentType(row["type"]).label(self._lang)
            day = str(row["event_on"] or "")
            when = PartialDate.parse(day).label(self._lang) if day else _UNDATED[self._lang]
            if planned:
                when = self._words.planned(when, Mood.PLANNED)
            return (*wrap(_SHORT_BRACKET.sub("", type_), ems), *wrap(when, ems + 1))
        name = self._own_first.turned(row[f"name_{self._lang}"])
        if row["kind"] in _ABBREVIATED:
            name = _abbreviation(row, self._lang) or name
        label = wrap(name, ems)
        return (
            (*label, f"（{Mood.PLANNED.ja}）" if self._lang == "ja" else "(planned)")
            if planned
            else label
        )

    def _others(self, row: Row) -> str:
        """Parties to an instrument that no line of the picture shows, where it is to name them; a few of them."""
        shown = (self._words.own,) if row["id"] in self._naming else self._shown
        names = [
            self._words.name(party["party"])
            for party in self._sorted_parties(row)
            if party["party"] not in shown
        ]
        if not shown or not names:
            return ""
        more = len(names) > _NAMED
        said = listed(names[:_NAMED], self._lang)
        return said + (("ほか" if self._lang == "ja" else " and others") if more else "")

    def _sorted_parties(self, row: Row) -> list[Row]:
        parties = self._parties.get(row["id"], [])
        return sorted(parties, key=lambda party: party["party"] != self._words.own)

    def _details(self, row: Row) -> Iterable[Detail]:
        for name, field in KINDS[row["kind"]].fields.items():
            column = f"{name}_{self._lang}" if field.localised else name
            if row.get(column) in (None, "", NOT_RECORDED):
                continue
            if name in ("name", "title", "names") or name in TOLD_TOGETHER:
                continue
            value = self._words.value(field, row[column])
            mood = Mood.PLANNED if name in (row["planned"] or ()) else Mood.ACTUAL
            yield self._words.detail(name, self._words.planned(value, mood))
        if not TOLD_TOGETHER.isdisjoint(KINDS[row["kind"]].fields):
            for name, text in money_details(row, self._lang).items():
                yield self._words.detail(name, text)
        if parties := self._sorted_parties(row):
            said = [
                bracketed(
                    self._words.name(p["party"]),
                    self._words.several(p["through"] or []),
                    self._lang,
                )
                for p in parties
            ]
            yield self._words.detail("parties", listed(said, self._lang))
        topics = self._topics.get(row["id"], ())
        for scheme in FieldScheme:
            names = [t[f"name_{self._lang}"] for t in topics if t["scheme"] == scheme]
            if names:
                yield Detail(scheme.label(self._lang), listed(names, self._lang))

    def _agreed(self, row: Row) -> Iterable[str]:
        """What was agreed in it, each item with what sources say of its delivery."""
        for topic in self._topics.get(row["id"], ()):
            if topic["type"] == "AGREED":
                delivery = Delivery(topic["delivery"])
                heading = f"{property_label('delivery', self._lang)}{'：' if self._lang == 'ja' else ': '}"
                said = "" if delivery is Delivery.UNKNOWN else delivery.label(self._lang)
                yield bracketed(topic[f"name_{self._lang}"], said and heading + said, self._lang)

    def _sources(self, row: Row) -> dict[str, None]:
        """Sources of an entity, and of what it is about and what was agreed in it."""
        rows = (row, *self._topics.get(row["id"], ()))
        return dict.fromkeys(source for each in rows for source in each["sources"] or ())

    def tie(self, row: Row) -> Tie:
        """A row of a tie as a line."""
        spec = TIES[row["type"]].spec
        start, end = self._words.name(row["start_id"]), self._words.name(row["end_id"])
        evidence = Evidence(
            title=f"{start} ― {end}" if self._lang == "ja" else f"{start} {spec.en} {end}",
            other_title="",
            kind=tie_word(row["type"], self._lang),
            details=tuple(self._tie_details(row)),
            cites=cites(row["cites"]) or tuple(Cite(source) for source in row["sources"] or []),
            differences=self._tie_differences(row),
        )
        return Tie(
            row["id"],
            row["start_id"],
            row["end_id"],
            line_look(row["type"], row["basis"] or "", row["mood"] or ""),
            evidence,
            disputed=bool(row["disputed"]),
            facts=Facts(
                kind=row["type"],
                key=line_key(row["type"], row["basis"] or "", row["mood"] or ""),
                holds_from=row["holds_from"] or "",
                holds_to=row["holds_to"] or "",
                planned=row["mood"] == Mood.PLANNED,
                role=row["role"] or "",
                basis=row["basis"] or "",
            ),
        )

    def _tie_details(self, row: Row) -> Iterable[Detail]:
        for name, field in TIES[row["type"]].fields.items():
            if row.get(name):
                yield self._words.detail(name, self._words.value(field, row[name]))
        if row["basis"] in (Basis.STATED, Basis.LISTED):
            basis = Basis(row["basis"]).label(self._lang)
            yield Detail(page_words(self._lang)["basis"], basis)
        if row["mood"] == Mood.PLANNED:
            yield self._words.detail("stage", Mood.PLANNED.label(self._lang))
        if row["valid"]:
            yield self._words.detail("valid", PartialDate.parse(row["valid"]).label(self._lang))

    def _tie_differences(self, row: Row) -> tuple[Difference, ...]:
        """Differences about the tie itself, and those of the lists that leave it out."""
        own = self._differences.get(row["id"], [])
        if not row["disputed"]:
            return tuple(own)
        lists = [
            difference
            for end, incoming in ((row["end_id"], True), (row["start_id"], False))
            if (kind := kind_of(end))
            for key, field in kind.tie_fields.items()
            if field.tie.spec.type == row["type"] and field.incoming is incoming
            for difference in self._differences.get(end, [])
            if difference.property == key
        ]
        return (*own, *lists)


def own_value(row: Row, name: str) -> Any:
    """A property of a row, if its kind has it: an engine may answer another with something of its own."""
    return row[name] if name in KINDS[row["kind"]].fields else None


def _marked(
    label: tuple[str, ...], differences: Iterable[Difference], dates: Collection[str]
) -> tuple[str, ...]:
    """A label with ▲ where sources differ: at its date (the last line) if they differ on that, else at its name."""
    differ = [difference.property in dates for difference in differences]
    if not differ:
        return label
    if all(differ):
        return (*label[:-1], label[-1] + " ▲")
    first = label[0] + " ▲"
    last = label[-1] + (" ▲" if any(differ) and len(label) > 1 else "")
    return (first,) if len(label) == 1 else (first, *label[1:-1], last)


def _keys(row: Row) -> tuple[str, ...]:
    """Folded names under which something is found, with those that people type and no record has."""
    typed = [key for key, id_ in CODES.items() if id_ == row["id"]]
    return tuple(dict.fromkeys([*(row["search"] or ()), *spoken(row["name_ja"] or ""), *typed]))


def _abbreviation(row: Row, lang: str) -> str:
    found = (row["abbreviations_ja"] if lang == "ja" else None) or row["abbreviations_en"]
    return str(found[0]) if found else ""


def _measure(shape: str, label: tuple[str, ...], lang: str) -> tuple[int, int, int]:
    """Width and height of a shape with its label, and how far their middle lies below that of the shape."""
    text_width, text_height = max(map(width_of, label)), len(label) * LINE_HEIGHT
    if shape in ("ellipse", "hexagon"):  # countries and unions: all of one size
        return (124 if lang == "ja" else 146), max(38, text_height + 14), 0
    if shape in INSIDE:
        slope = 2 * SLOPE if shape in ("chevron", "slanted", "trapezium") else 0
        return round(text_width + 24 + slope), round(text_height + 14), 0
    below = 4 + text_height
    return round(max(text_width, GLYPH) + 6), round(GLYPH + below), round(below / 2)
