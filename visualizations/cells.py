"""Cells of a table: values as text, by the type of their column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.ids import is_entity_id, is_tie_id, parse_tie_id
from graphmodel.labels import property_label
from graphmodel.vocab import ForumRole, Mood, Vocabulary
from queries.header import ColumnSpec
from queries.literals import vocabulary
from visualizations.coverage import Numbers
from visualizations.money import amount_text, when_text
from visualizations.wording import bracketed, listed

_NO_SOURCE = {"ja": "収録資料なし", "en": "no source held"}

_WORDS = {
    "listed": {"ja": "{on}：資料{cites}が列挙", "en": "{on}: listed so by {cites}"},
    "since": {
        "ja": "以後：収録資料に見当たらない",
        "en": "since then: nothing in the sources held",
    },
    "nothing_held": {"ja": "収録資料に見当たらない", "en": "nothing in the sources held"},
}


class Cells:
    """Turns values into text, by the type of their column."""

    def __init__(
        self, names: Mapping[str, Mapping[str, str]], numbers: Numbers | None, lang: str
    ) -> None:
        self._names, self._numbers, self._lang = names, numbers, lang
        self._forms: dict[str, Callable[[Any], str]] = {
            "ids": lambda ids: self._listed(map(self._name, ids)),
            "id": self._name,
            "date": lambda day: PartialDate.parse(day).label(lang),
            "both": lambda texts: str(texts[lang]),
            "flag": lambda is_set: "▲" if is_set else "",
            "item": self._item,
            "items": lambda items: self._listed(map(self._item, items)),
            "ground": self._ground,
            "cite": lambda cite: self._cites([cite]),
            "money": lambda value: amount_text(value, lang),
            "when": lambda when: when_text(when, lang),
            "property": self._property,
            "sources": lambda sources: " ".join(self._in_order(sources)),
        }

    def cell(self, column: ColumnSpec, value: Any, row: Mapping[str, Any]) -> str:
        """A value of a row as the text of its cell."""
        if value is None or value == []:
            return _NO_SOURCE[self._lang] if column.unknown else "―"
        if column.type == "word":
            return word(column.vocabulary, value, self._lang)
        if column.type == "values":
            return self._values(value, _vocabulary_of(row))
        return self._forms.get(column.type, str)(value)

    def _in_order(self, sources: list[str]) -> list[str]:
        """Sources of a row, those that stand further up first."""
        if self._numbers:
            sources = sorted(sources, key=self._numbers.of)
        return [self._cite(source) for source in sources]

    def _listed(self, items: Iterable[str]) -> str:
        return listed(list(items), self._lang)

    def _cites(self, cites: list[str]) -> str:
        """Sources by their number, with the place in them."""
        return self._listed(map(self._cite, cites))

    def _cite(self, cite: str) -> str:
        source, _, place = cite.partition("@")
        number = f"{self._numbers.of(source)})" if self._numbers else source
        return f"{number} {place}".rstrip()

    def _name(self, id_: str) -> str:
        if not is_tie_id(id_):
            return self._entity(id_)
        from visualizations.style import tie_name  # noqa: PLC0415 - only such rows need the declarations

        tie = parse_tie_id(id_)
        return tie_name(self._entity(tie.start), tie.type, self._entity(tie.end), self._lang)

    def _entity(self, id_: str) -> str:
        return self._names[id_][self._lang] if id_ in self._names else id_

    def _item(self, item: Mapping[str, Any]) -> str:
        text = str(item.get("short") or item[f"name_{self._lang}"])
        role = item.get("role")
        if role and role != ForumRole.MEMBER:
            text = bracketed(text, ForumRole(role).label(self._lang), self._lang)
        if item.get("disputed"):
            text += "▲"
        if not item.get("date"):
            return text
        date = PartialDate.parse(item["date"]).label(self._lang)
        return bracketed(text, date, self._lang)

    def _ground(self, ground: Mapping[str, Any]) -> str:
        if ground["basis"] == "nothing_held":
            return _WORDS["nothing_held"][self._lang]
        said = [
            _WORDS["listed"][self._lang].format(
                on=PartialDate.parse(listing["on"]).label(self._lang),
                cites=self._cites(listing["cites"]),
            )
            for listing in ground["listed"]
        ]
        return ("／" if self._lang == "ja" else "; ").join([*said, _WORDS["since"][self._lang]])

    def _property(self, name: str) -> str:
        """A property of a claim, or the type of a tie."""
        if not name.isupper():
            return property_label(name, self._lang)
        from graphmodel.kinds import TIES  # noqa: PLC0415 - only such rows need the declarations

        return {"ja": TIES[name].spec.ja, "en": TIES[name].spec.en}[self._lang]

    def _values(self, values: Any, words: type[Vocabulary] | None) -> str:
        if isinstance(values, str):
            return self._value(values, words)
        said = []
        for value in values:
            text = self._value(value["value"], words)
            if value.get("lacks"):
                text = bracketed(text, self._lacks(value["lacks"]), self._lang)
            if value.get("mood") == Mood.PLANNED:
                text = bracketed(text, Mood.PLANNED.label(self._lang), self._lang)
            said.append(f"{text} [{self._cites(value['cites'])}]")
        return " / ".join(said)

    def _value(self, text: str, words: type[Vocabulary] | None) -> str:
        if words and words.has(text):
            return words(text).label(self._lang)
        items = text.split(", ")
        if all(map(is_entity_id, items)):
            if len(items) > 4:
                return f"{len(items)}" + ("か国・地域等" if self._lang == "ja" else " parties")
            return self._listed(map(self._name, items))
        try:
            return PartialDate.parse(text).label(self._lang)
        except ValueError:
            return text

    def _lacks(self, ids: list[str]) -> str:
        names = self._listed(map(self._name, ids))
        return f"{names}を含まない" if self._lang == "ja" else f"without {names}"


def _vocabulary_of(row: Mapping[str, Any]) -> type[Vocabulary] | None:
    """The vocabulary that the values of a row about a property come from, if any."""
    from graphmodel.kinds import declaration_of  # noqa: PLC0415 - only such rows need the declarations

    subject, name = row.get("subject"), row.get("property")
    if not subject or not name:
        return None
    declared = declaration_of(subject)
    field = declared.fields.get(name.partition("@")[0]) if declared else None
    return field.vocabulary if field else None


def word(names: str, code: str, lang: str) -> str:
    """A code in words, by the first of the vocabularies that has it."""
    for name in names.split():
        if name == "Kind":
            from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such columns need the declarations

            if code in KINDS:
                return {"ja": KINDS[code].spec.ja, "en": KINDS[code].spec.en}[lang]
        elif vocabulary(name).has(code):
            return vocabulary(name)(code).label(lang)
    raise KeyError(code)
