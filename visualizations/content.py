"""What is shown of entities and ties: read from the graph and put into words of one language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
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
from graphmodel.stores import GraphStore
from graphmodel.vocab import Basis, Delivery, FieldScheme, InstrumentType, Mood
from queries.catalogue import internal
from queries.find import spoken
from visualizations.labels import LINE_HEIGHT, width_of, wrap
from visualizations.money import TOLD_TOGETHER, money_details
from visualizations.own_first import OwnFirst
from visualizations.parts import Cite, Detail, Difference, Evidence, Facts, Node, Source, Tie
from visualizations.style import INSIDE, line_key, line_look, node_key, node_look, tie_word
from visualizations.values import Words, cites, named_in, read_names
from visualizations.wording import bracketed, listed, page_words, source_words

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


@dataclass(frozen=True)
class Content:
    """What is shown of some entities and the ties between them.

    Attributes:
        nodes: Nodes without a place, own side first, then in the order of protocol.
        ties: Ties between them.
        sources: The sources cited.
        kinds: Label and type of each node by its id, for the legend.
        names: Name of each node by its id.
        fields: Name of each field that a node covers, by its id, in the order of the record.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    sources: tuple[Source, ...]
    kinds: Mapping[str, tuple[str, str]]
    names: Mapping[str, str]
    fields: Mapping[str, str]


def read_content(
    store: GraphStore,
    ids: Collection[str],
    types: Sequence[str],
    *,
    as_of: str,
    lang: str,
    own: str,
    focus: str = "",
    named_without: Collection[str] = (),
) -> Content:
    """Read what is shown of entities and of the ties between them.

    Args:
        store: The graph.
        ids: The entities.
        types: Relationship types that are drawn.
        as_of: ISO day on which the ties hold; empty for ties of any day.
        lang: `ja` or `en`.
        own: Id of the reader's own side.
        focus: Id of the entity that the picture is about, if it is about one; instruments then name parties that are
            not shown.
        named_without: Parties that instruments do not name beside their day; if any are given, they name the others.
    """
    nodes = store.read(internal("picture-nodes"), {"ids": sorted(ids)}).records()
    ties = store.read(
        internal("picture-ties"), {"ids": sorted(ids), "types": list(types), "as_of": as_of}
    ).records()
    instruments = [row["id"] for row in nodes if row["kind"] == Agreement.spec.label]
    parties = store.read(internal("picture-parties"), {"ids": instruments}).records()
    topics = store.read(internal("picture-topics"), {"ids": sorted(ids)}).records()
    subjects = [row["id"] for row in (*nodes, *ties)]
    sides = store.read(internal("picture-differences"), {"subjects": subjects}).records()
    words = Words(lang, own, _names(store, nodes, ties, parties, sides, lang))
    differences = words.differences(sides)
    cells = _Cells(
        words,
        OwnFirst(store, own),
        differences,
        _by(parties, "instrument"),
        _by(topics, "id"),
        ids if focus else named_without,
    )
    rows = sorted(nodes, key=lambda row: _protocol(row, own))
    drawn = tuple(cells.node(row, row["id"] == focus) for row in rows)
    lines = bent([cells.tie(row) for row in ties])
    return Content(
        nodes=drawn,
        ties=tuple(sorted(lines, key=lambda tie: (tie.look.width, tie.id))),
        sources=_sources(store, drawn, lines, lang),
        kinds={row["id"]: (row["kind"], _own(row, "type") or "") for row in nodes},
        names={row["id"]: row[f"name_{lang}"] for row in nodes},
        fields={
            row["item"]: row[f"name_{lang}"]
            for row in sorted(topics, key=lambda row: (row["scheme"] or "", row["item"]))
            if row["type"] == "COVERS"
        },
    )


def _protocol(row: Row, own: str) -> tuple[Any, ...]:
    """Order in which things are read out: by kind, our side first, then by English name."""
    kinds = list(KINDS)
    first = 0 if row["kind"] in (Country.spec.label, "Union") else 1 + kinds.index(row["kind"])
    event = row["event_on"] or ""
    return first, row["id"] != own, event, row["name_en"], row["id"]


def _by(rows: list[Row], column: str) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped


def _own(row: Row, name: str) -> Any:
    """A property of a row, if its kind has it: an engine may answer another with something of its own."""
    return row[name] if name in KINDS[row["kind"]].fields else None


def _names(
    store: GraphStore,
    nodes: list[Row],
    ties: list[Row],
    parties: list[Row],
    sides: list[Row],
    lang: str,
) -> dict[str, str]:
    """Names of everything that is named in what is shown."""
    wanted = {row["id"] for row in nodes} | {row["party"] for row in parties}
    for row in nodes:
        wanted.update(_own(row, "holders") or [])
    for row in parties:
        wanted.update(row["through"] or [])
    for row in ties:
        for name, field in TIES[row["type"]].fields.items():
            if field.ref and row[name]:
                wanted.update(row[name] if field.many else [row[name]])
    return read_names(store, wanted | named_in(sides), lang)


class _Cells:
    """Rows as nodes and ties."""

    def __init__(
        self,
        words: Words,
        own_first: OwnFirst,
        differences: Mapping[str, list[Difference]],
        parties: Mapping[str, list[Row]],
        topics: Mapping[str, list[Row]],
        shown: Collection[str],
    ) -> None:
        self._words, self._own_first, self._differences = words, own_first, differences
        self._parties, self._topics, self._shown = parties, topics, shown
        self._lang = words.lang

    def node(self, row: Row, focus: bool) -> Node:
        kind = KINDS[row["kind"]].spec
        own = row["id"] == self._words.own
        planned = row["event_mood"] == Mood.PLANNED
        look = node_look(kind.label, _own(row, "type") or "", own=own, planned=planned, focus=focus)
        label = self._label(row, planned)
        label = _marked(label, self._differences.get(row["id"], ()), kind.event)
        if whom := self._others(row):
            label = (*label, *wrap(whom, _EMS[self._lang], 2))
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
        type_ = _own(row, "type") or ""
        topics = self._topics.get(row["id"], ())
        return Facts(
            kind=row["kind"],
            key=node_key(row["kind"], type_),
            type=type_,
            level=_own(row, "level") or "",
            scope=_own(row, "scope") or "",
            stage=_own(row, "stage") or "",
            fields=tuple(t["item"] for t in topics if t["type"] == "COVERS"),
            holds_from=row["holds_from"] or "",
            holds_to=row["holds_to"] or "",
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
        """Parties to an instrument that the picture does not show, where it is to name them; a few of them."""
        names = [
            self._words.name(party["party"])
            for party in self._sorted_parties(row)
            if party["party"] not in self._shown
        ]
        if not self._shown or not names:
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
            if row.get(column) in (None, "", "not_recorded"):
                continue
            if name in ("name", "title", "names") or name in TOLD_TOGETHER:
                continue
            yield self._words.detail(name, self._words.value(field, row[column]))
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


def bent(ties: Iterable[Tie], after: Iterable[Tie] = ()) -> tuple[Tie, ...]:
    """Several ties between the same two nodes are bent, so that each can be seen and chosen.

    Args:
        ties: The ties.
        after: Ties that are drawn too, with bends of their own.
    """
    seen: dict[frozenset[str], int] = defaultdict(int)
    for tie in after:
        seen[frozenset((tie.start, tie.end))] += 1
    found = []
    for tie in ties:
        ends = frozenset((tie.start, tie.end))
        found.append(replace(tie, bend=seen[ends]))
        seen[ends] += 1
    return tuple(found)


def _sources(
    store: GraphStore, nodes: Iterable[Node], ties: Iterable[Tie], lang: str
) -> tuple[Source, ...]:
    cited: set[str] = set()
    parts: list[Node | Tie] = [*nodes, *ties]
    for part in parts:
        cited.update(cite.source for cite in part.evidence.cites)
        for difference in part.evidence.differences:
            cited.update(cite.source for rival in difference.rivals for cite in rival.cites)
    rows = store.read(
        internal("sources"), {"ids": sorted(f"source:{id_}" for id_ in cited - {OURS})}
    ).records()
    return tuple(_source(row, lang) for row in rows)


def _source(row: Row, lang: str) -> Source:
    publisher, title, day, kind = source_words(row, lang)
    url = str(row["url"] or "")
    return Source(
        id=row["id"].removeprefix("source:"),
        publisher=publisher,
        title=title,
        day=day,
        kind=kind,
        url=url if url.startswith(("https://", "http://")) else "",
    )
