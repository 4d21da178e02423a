"""Values as words of one language: names, dates, words of vocabularies, and what sources differ on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.ids import is_tie_id, parse_tie_id
from graphmodel.kinds import FieldSpec, declaration_of
from graphmodel.labels import property_label
from graphmodel.stores import GraphStore
from graphmodel.vocab import Mood, Reason
from queries.catalogue import internal
from visualizations.parts import Cite, Detail, Difference, Rival
from visualizations.style import tie_name
from visualizations.wording import bracketed, listed

_FEW = 4
"""Names up to which a list needs no number before it."""

_HELD = {"true": "●", "false": "―"}
"""How it is shown that a source says that a tie is there, or that it is not."""

Row = dict[str, Any]


class Words:
    """Puts values into words.

    Attributes:
        lang: `ja` or `en`.
        own: Id of the reader's own side, which is named first.
        names: Name of each entity that is named, by its id.
    """

    def __init__(self, lang: str, own: str, names: Mapping[str, str]) -> None:
        self.lang, self.own, self.names = lang, own, names

    def name(self, id_: str) -> str:
        """The name of an entity; its id if it has none."""
        return self.names.get(id_, id_)

    def value(self, field: FieldSpec, value: Any) -> str:
        """A value of a field."""
        if field.ref:
            ids = value if isinstance(value, list) else [value]
            return self.several(sorted(ids, key=lambda id_: id_ != self.own))
        if isinstance(value, list):
            return listed([self.value(field, each) for each in value], self.lang)
        if field.is_date:
            return PartialDate.parse(value).label(self.lang)
        if field.vocabulary:
            return str(field.vocabulary(value).label(self.lang))
        return str(value)

    def said(self, subject: str, name: str, value: str) -> str:
        """What a source says of a property of a subject, or whether it says that a tie is there."""
        kind = declaration_of(subject)
        field = kind.fields.get(name) if kind else None
        return self.value(field, value) if field else _HELD.get(value, value)

    def subject(self, id_: str) -> str:
        """What a claim speaks of: the name of an entity, or a tie by the names of both its ends."""
        if not is_tie_id(id_):
            return self.name(id_)
        tie = parse_tie_id(id_)
        return tie_name(self.name(tie.start), tie.type, self.name(tie.end), self.lang)

    def several(self, ids: Iterable[str]) -> str:
        """Several entities by name."""
        return listed([self.name(id_) for id_ in ids], self.lang)

    def planned(self, text: str, mood: str | None) -> str:
        """Text, with a word behind it if it is only planned."""
        word = Mood.PLANNED.label(self.lang) if mood == Mood.PLANNED else ""
        return bracketed(text, word, self.lang)

    def label(self, name: str) -> str:
        """What a property is called, where it stands first."""
        label = property_label(name, self.lang)
        return label[0].upper() + label[1:]

    def detail(self, name: str, value: str) -> Detail:
        """One line of what is known."""
        return Detail(self.label(name), value)

    def differences(self, sides: list[Row]) -> dict[str, list[Difference]]:
        """What sources differ on, by subject."""
        grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in sides:
            grouped[row["subject"], row["property"]].append(row)
        found: dict[str, list[Difference]] = defaultdict(list)
        for (subject, name), rows in grouped.items():
            rivals = tuple(self._rival(subject, row) for row in rows)
            why = Reason(rows[0]["why"]).label(self.lang)
            label = self.label(name)
            found[subject].append(Difference(name, label, why, rivals))
        return found

    def _rival(self, subject: str, row: Row) -> Rival:
        kind = declaration_of(subject)
        name = row["property"].partition("@")[0]
        if kind and name in kind.tie_fields:
            text = self._list(row)
        else:
            text = self.said(subject, name, str(row["value"]))
        text = self.planned(text, row["mood"])
        if row["text"]:
            text = bracketed(text, f"「{row['text']}」", self.lang)
        return Rival(text, bool(row["used"]), cites(row["cites"]))

    def _list(self, row: Row) -> str:
        items = [id_ for id_ in row["value"].split(", ") if id_]
        period = PartialDate.parse(row["valid"]).label(self.lang) if row["valid"] else ""
        head = bracketed(f"{len(items)}", period, self.lang) if len(items) > _FEW else period
        without = self.several(row["lacks"] or [])
        if self.lang == "ja":
            said = bracketed(self.several(items), without and f"{without}を含まない", "ja")
            return f"{head}：{said}" if head else said
        said = bracketed(self.several(items), without and f"without {without}", "en")
        return f"{head}: {said}" if head else said


def cites(texts: Iterable[str] | None) -> tuple[Cite, ...]:
    """Citations from their text: source id, and after @ the place in it."""
    parts = (text.partition("@") for text in texts or ())
    return tuple(Cite(source, place) for source, _, place in parts)


def named_in(sides: Iterable[Row]) -> set[str]:
    """Ids that the sides of differences name."""
    found: set[str] = set()
    for row in sides:
        found.update(row["lacks"] or [], row["adds"] or [], row["value"].split(", "))
    return found


def read_names(store: GraphStore, ids: Iterable[str], lang: str) -> dict[str, str]:
    """Names of entities, by id."""
    rows = store.read(internal("names"), {"ids": sorted(set(ids)), "kinds": []}).records()
    return {row["id"]: row[f"name_{lang}"] for row in rows}


def differences_of_ties(
    store: GraphStore, id_: str, *, lang: str, own: str
) -> Iterable[tuple[str, Difference]]:
    """What sources differ on about the ties of an entity: what the tie is, and the difference.

    Args:
        store: The graph.
        id_: Id of the entity.
        lang: `ja` or `en`.
        own: Id of the reader's own side.
    """
    sides = store.read(internal("tie-differences"), {"id": id_}).records()
    ties = {row["subject"]: parse_tie_id(row["subject"]) for row in sides}
    ends = {end for tie in ties.values() for end in (tie.start, tie.end)}
    words = Words(lang, own, read_names(store, named_in(sides) | ends, lang))
    for subject, found in words.differences(sides).items():
        for difference in found:
            yield words.subject(subject), difference
