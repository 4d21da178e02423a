"""Whom a list means: countries, unions, bodies and persons by any of their names, by code, alone or several in a cell."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from iso3166 import countries

from graphmodel.ids import is_entity_id, slug_of
from graphmodel.kinds import kind_of
from graphmodel.messages import Message
from graphmodel.names import CODES, fold
from loaders.entities import expand_code
from loaders.known import Known
from loaders.scaffold import names_of

_FORMS = {
    "AU": "オーストラリア 濠州 豪国 Commonwealth_of_Australia",
    "CA": "加国",
    "CH": "スイス連邦 Swiss_Confederation",
    "CN": "中華人民共和国 中 中国 PRC People's_Republic_of_China",
    "CZ": "チェコ共和国 Czech_Republic Czechia",
    "DE": "ドイツ連邦共和国 独国 Federal_Republic_of_Germany",
    "DK": "デンマーク王国 Kingdom_of_Denmark",
    "ES": "スペイン王国",
    "EU": "欧州連合 欧州 EU European_Union",
    "FI": "フィンランド共和国",
    "FR": "フランス共和国 仏国 French_Republic",
    "GB": "イギリス 英 連合王国 グレートブリテン Britain Great_Britain",
    "GR": "EL Hellas ギリシア",
    "IN": "印 インド共和国",
    "IT": "イタリア共和国 伊国",
    "JP": "日本国 日 我が国 わが国",
    "KR": "大韓民国 韓 South_Korea ROK Republic_of_Korea",
    "NL": "オランダ王国 蘭国 Holland The_Netherlands Kingdom_of_the_Netherlands",
    "RU": "ロシア連邦 露 Russia",
    "SE": "スウェーデン王国",
    "SG": "シンガポール共和国 星",
    "TR": "トルコ共和国 Turkey Türkiye",
    "TW": "Taiwan",
    "US": "アメリカ アメリカ合衆国 米 合衆国 USA U.S. U.S.A. United_States_of_America America",
    "VN": "ベトナム社会主義共和国 Vietnam Viet_Nam",
}
"""Forms of the countries in ministries' lists that are neither names in the record nor in ISO 3166."""

_MANY = {fold("Korea"): ("country:KR", "country:KP")}
"""What may be either of two; nothing is guessed."""

_SEPARATORS = (r"[\n;；]", r"[、，/／]", r",", r"・", r" and | & |及び|並びに|と", r"\u3000|  +")
"""What stands between several in a cell, the surest first."""


class NoSuchError(Exception):
    """A text that names nobody, or may name several.

    Args:
        text: The text.
        message: Which of the two.
        hint: What to do.
    """

    def __init__(self, text: str, message: Message, hint: Message) -> None:
        super().__init__(message)
        self.text, self.message, self.hint = text, message, hint


class Lookup:
    """Finds entities by what a list calls them.

    Args:
        known: The record.
        names: What names in the list stand for, as its mapping says.
    """

    def __init__(self, known: Known, names: Mapping[str, str]) -> None:
        self._known = known
        self._own = {fold(name): id_ for name, id_ in names.items()}
        self._by_label: dict[str, dict[str, set[str]]] = {}

    def many(self, text: str, labels: Iterable[str]) -> list[str]:
        """The entities that a cell names: one, or several with something between them (英国、米国; 日米韓; 日EU).

        Raises:
            NoSuchError: If a part of it names nobody.
        """
        labels = tuple(labels)
        try:
            return [self.one(text, labels)]
        except NoSuchError as error:
            failed = error
        for separator in _SEPARATORS:
            parts = [part.strip() for part in re.split(separator, text) if part.strip()]
            if len(parts) > 1:
                try:
                    found = [id_ for part in parts for id_ in self.many(part, labels)]
                except NoSuchError as error:
                    failed = error
                else:
                    return list(dict.fromkeys(found))
        return self._compound(text, labels) or _raise(failed)

    def one(self, text: str, labels: Iterable[str]) -> str:
        """The one entity that a text names.

        Raises:
            NoSuchError: If it names nobody, or may name several.
        """
        text, key, labels = text.strip(), fold(text), tuple(labels)
        if (id_ := self._own.get(key)) and self._fits(id_, labels):
            return id_
        if is_entity_id(id_ := expand_code(text)) and self._fits(id_, labels):
            return id_
        found = {id_ for label in labels for id_ in self._names(label).get(key, ())}
        if not found and "Person" in labels:
            found = set(self._names("Person").get(_words(text), ()))
        found |= {id_ for id_ in _MANY.get(key, ()) if found}
        if len(found) == 1:
            return next(iter(found))
        if found or key in _MANY:
            which = ", ".join(_MANY.get(key) or sorted(found))
            raise NoSuchError(
                text,
                Message("{text!r} may be {ids}.", text=text, ids=which),
                Message("Write the id."),
            )
        every = {name for label in labels for name in self._names(label)}
        near = difflib.get_close_matches(key, sorted(every), n=1, cutoff=0.8)
        ids = sorted({id_ for n in near for label in labels for id_ in self._names(label).get(n, ())})  # fmt: skip
        raise NoSuchError(
            text,
            Message("Nothing in the record is called {text!r}.", text=text),
            Message("Did you mean {near}?", near=", ".join(ids))
            if ids
            else Message("Add it first: enishi add --help"),
        )

    def _fits(self, id_: str, labels: tuple[str, ...]) -> bool:
        kind = kind_of(id_)
        known = id_ in self._known.record.entities
        return known and kind is not None and not kind.all_labels().isdisjoint(labels)

    def _compound(self, text: str, labels: tuple[str, ...]) -> list[str]:
        """日英, 日米韓, 日EU: one-character forms side by side; each is one in such a place only."""
        parts = re.findall(r"EU|.", text.replace("・", ""))
        if len(parts) < 2 or not all(part == "EU" or len(part.encode()) > 2 for part in parts):
            return []
        names = [self._names(label) for label in labels]
        found = [{id_ for one in names for id_ in one.get(fold(part), ())} for part in parts]
        return [next(iter(ids)) for ids in found] if all(len(ids) == 1 for ids in found) else []

    def _names(self, label: str) -> dict[str, set[str]]:
        """The entities of a label by each of their names, folded."""
        if label not in self._by_label:
            names: dict[str, set[str]] = defaultdict(set)
            for id_, name in self._named(label):
                names[fold(name)].add(id_)
                if label == "Person":
                    names[_words(name)].add(id_)
            self._by_label[label] = dict(names)
        return self._by_label[label]

    def _named(self, label: str) -> Iterator[tuple[str, str]]:
        yield from names_of(self._known, label)
        ids = set(self._known.of_kind(label))
        yield from ((id_, slug_of(id_)) for id_ in ids)
        yield from ((id_, code) for code, id_ in CODES.items() if id_ in ids)
        for country in countries:
            if (id_ := f"country:{country.alpha2}") in ids:
                yield from ((id_, name) for name in (country.alpha3, country.name, country.apolitical_name))  # fmt: skip
        for code, forms in _FORMS.items():
            if (id_ := expand_code(code)) in ids:
                yield from ((id_, form.replace("_", " ")) for form in forms.split(" "))


def _words(text: str) -> str:
    """A key for a person's name in whichever order: Minoru Kiuchi and KIUCHI, Minoru."""
    return " ".join(sorted(re.findall(r"\w+", text.casefold())))


def _raise(error: NoSuchError) -> list[str]:
    raise error
