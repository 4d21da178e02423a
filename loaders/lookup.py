"""Whom a list means: countries, unions, bodies and persons by any of their names, by code, alone or several in a cell."""

from __future__ import annotations

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
    "EU": "欧州連合 EU European_Union",
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

_REGIONS = frozenset(map(fold, ("欧州", "ヨーロッパ", "Europe", "中米")))
"""What is no union, nor (中米) two countries side by side."""

_SEPARATORS = tuple(map(re.compile, (r"[\n;；]", r"[、，/／]", r",", r"・", r" and | & |及び|並びに|と", r"\u3000|  +")))  # fmt: skip
"""What stands between several in a cell, the surest first."""

_NEAR = 80.0
"""Likeness, of 100, from which on a name may be what was meant."""


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
            NoSuchError: If a part of it names nobody, or may name several.
        """
        labels = tuple(labels)
        found, failed = self._split(text.strip(), labels)
        if failed:
            raise self._error(failed, labels)
        return list(dict.fromkeys(found))

    def knows(self, text: str, labels: Iterable[str]) -> bool:
        """Whether a cell names entities, and nobody else."""
        return not self._split(text.strip(), tuple(labels))[1]

    def one(self, text: str, labels: Iterable[str]) -> str:
        """The one entity that a text names.

        Raises:
            NoSuchError: If it names nobody, or may name several.
        """
        text, labels = text.strip(), tuple(labels)
        found = self._which(text, labels)
        if len(found) != 1:
            raise self._error(text, labels)
        return found[0]

    def _split(self, text: str, labels: tuple[str, ...], start: int = 0) -> tuple[list[str], str]:
        """The entities that a text names, and the part of it that names none; one of the two is empty.

        What a separator has parted is parted further by less sure ones only: so a long text takes no longer than it must.
        """
        found = self._which(text, labels)
        if len(found) == 1 or not text:
            return found, "" if found else "―"
        failed = text
        for number, separator in enumerate(_SEPARATORS[start:], start + 1):
            parts = [part.strip() for part in separator.split(text) if part.strip()]
            if found or len(parts) < 2:
                continue
            several: list[str] = []
            for part in parts:
                ids, failed = self._split(part, labels, number)
                if failed:
                    break
                several += ids
            else:
                return several, ""
        compound = [] if found else self._compound(text, labels)
        return compound, "" if compound else failed

    def _which(self, text: str, labels: tuple[str, ...]) -> list[str]:
        """The entities that a text may name as it stands."""
        key = fold(text)
        if (id_ := self._own.get(key)) and self._fits(id_, labels):
            return [id_]
        if is_entity_id(id_ := expand_code(text)) and self._fits(id_, labels):
            return [id_]
        found = {id_ for label in labels for id_ in self._names(label).get(key, ())}
        if not found and "Person" in labels:
            found = set(self._names("Person").get(_words(text), ()))
        countries_too = not {"Country", "Party", "Entity"}.isdisjoint(labels)
        return list(_MANY[key]) if key in _MANY and countries_too else sorted(found)

    def _error(self, text: str, labels: tuple[str, ...]) -> NoSuchError:
        """Why a text names nobody, or too many, and what to do."""
        from rapidfuzz import process  # noqa: PLC0415 - only where nothing is called so
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415

        if found := self._which(text, labels):
            message = Message("{text!r} may be {ids}.", text=text, ids=", ".join(found))
            return NoSuchError(text, message, Message("Write the id."))
        if fold(text) in _REGIONS:
            message = Message("{text} is a region, and no country or union.", text=text)
            return NoSuchError(text, message, Message("Name the countries, or the union."))
        if code := _code(text) if "Country" in labels or "Party" in labels else "":
            return NoSuchError(
                text,
                Message("{text} is no country or region of the record yet.", text=text),
                Message("Add it first: enishi add country --id {code}", code=code),
            )
        message = Message("Nothing in the record is called {text!r}.", text=text)
        names = sorted({name for label in labels for name in self._names(label)})
        near = process.extractOne(fold(text), names, scorer=ratio, score_cutoff=_NEAR)
        if not near:
            return NoSuchError(text, message, Message("Add it first: enishi add --help"))
        ids = sorted({id_ for label in labels for id_ in self._names(label).get(near[0], ())})
        return NoSuchError(text, message, Message("Did you mean {near}?", near=", ".join(ids)))

    def _fits(self, id_: str, labels: tuple[str, ...]) -> bool:
        kind = kind_of(id_)
        known = id_ in self._known.record.entities
        return known and kind is not None and not kind.all_labels().isdisjoint(labels)

    def _compound(self, text: str, labels: tuple[str, ...]) -> list[str]:
        """日英, 日米韓, 日EU: one-character forms side by side; each is one in such a place only."""
        parts = re.findall(r"EU|.", text.replace("・", "")) if fold(text) not in _REGIONS else []
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


def _code(text: str) -> str:
    """The ISO 3166 code that a text is, or is the English name of; empty if it is none."""
    key = fold(text)
    for country in countries:
        if key in map(
            fold, (country.alpha2, country.alpha3, country.name, country.apolitical_name)
        ):
            return str(country.alpha2)
    return ""


def _words(text: str) -> str:
    """A key for a person's name in whichever order: Minoru Kiuchi and KIUCHI, Minoru."""
    return " ".join(sorted(re.findall(r"\w+", text.casefold())))
