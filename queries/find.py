"""Find what a name stands for: however it is written, ranked, with the reason why it was found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphmodel.ids import slug_of
from graphmodel.kinds import KINDS, Agreement
from graphmodel.names import CODES, fold
from graphmodel.spellings import spellings
from graphmodel.stores import GraphStore
from graphmodel.vocab import FoundBy, InstrumentType, NameUse
from queries.catalogue import internal

KIND_LABELS = tuple(kind for kind in KINDS if kind not in ("Source", "Claim", "Build"))
"""Kinds that are looked for where nothing else is said: what is in the world, not what speaks of it."""

_READINGS = {
    "日本": ("ニホン", "ニッポン"),
    "米国": ("ベイコク",),
    "英国": ("エイコク",),
    "豪州": ("ゴウシュウ",),
    "韓国": ("カンコク",),
    "中国": ("チュウゴク",),
    "台湾": ("タイワン",),
    "欧州連合": ("オウシュウレンゴウ",),
    "南アフリカ": ("ミナミアフリカ",),
}
"""Readings of the countries that are written in kanji. Packages that read kanji are under the GPL or bring a dictionary of
tens of megabytes (docs/decisions/0006); names in kana need neither."""

_SIMILAR = 78.0
"""Likeness, of 100, from which on a name may be what was meant."""

_SHORTEST_SIMILAR = 4
"""Letters below which anything is like anything; there one letter may differ."""

_SHORT_NAME = 40
"""Letters up to which a name is short enough to be looked at word by word."""

_ALL_OURS = 3
"""As near as an instrument can be: a part of a name is no less than that."""

_KANA = re.compile(r"[ァ-ヺー・＝\s]+")
_KANA_RUN = re.compile(r"[ァ-ヺー]{3,}")
_LATIN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Match:
    """Something that a text may stand for.

    Attributes:
        id: Its id.
        kind: Its kind.
        names: Its name by language.
        by: In what way it was found.
        use: What the name is that was found; empty for the name as shown, or one that only some source gives.
        matched: That name, as the record has it.
        rank: The lower, the nearer; those of the first rank are meant alike.
        ours: How much of an instrument is the reader's own: a party, between governments, dedicated to quantum.
    """

    id: str
    kind: str
    names: dict[str, str]
    by: FoundBy
    use: NameUse | None
    matched: str
    rank: tuple[int, int]
    ours: int = 0

    def as_json(self) -> dict[str, Any]:
        """The match as JSON can hold it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name_ja": self.names["ja"],
            "name_en": self.names["en"],
            "by": str(self.by),
            "use": str(self.use) if self.use else None,
            "matched": self.matched,
        }


@dataclass(frozen=True)
class Found:
    """What a text may stand for.

    Attributes:
        text: What was looked for.
        matches: The nearest first; equal ones by kind and English name.
    """

    text: str
    matches: tuple[Match, ...]

    @property
    def first(self) -> tuple[Match, ...]:
        """Those that are nearest, and equally near."""
        return tuple(match for match in self.matches if match.rank == self.matches[0].rank)

    @property
    def one(self) -> Match | None:
        """The one that is meant, if no other is as near; what is only similar has to be confirmed."""
        return (
            self.first[0] if len(self.first) == 1 and self.first[0].by != FoundBy.SIMILAR else None
        )


@dataclass(frozen=True)
class _Name:
    """A name of something, with what it is compared by; that is made only where it may be needed."""

    text: str
    use: NameUse | None

    @property
    def key(self) -> str:
        return _folded(self.text)


def find(
    text: str,
    store: GraphStore,
    *,
    kinds: Sequence[str] = KIND_LABELS,
    party: str = "",
    limit: int = 20,
) -> Found:
    """Find what a name, a part of one, a code or an id stands for.

    Width, case, kana, accents, old kanji, legal forms and punctuation make no difference; Latin letters are taken for
    the reading of Japanese names too, and names that are only similar are offered last.

    Args:
        text: What was typed.
        store: The graph.
        kinds: Labels of the kinds that are looked for.
        party: Id of the reader's own side; among instruments found by their kind, its own come first.
        limit: Matches that are kept.
    """
    key = fold(text)
    if not key:
        return Found(text, ())
    rivals: dict[str, list[str]] = defaultdict(list)
    for row in store.read(internal("find-rivals")).records():
        rivals[row["id"]].append(row["name"])
    rows = store.read(
        internal("find-names"), {"kinds": list(kinds), "party": party}, max_rows=1_000_000
    ).records()
    query = _Query(text, key)
    named = [(row, _names(row, rivals[row["id"]])) for row in rows]
    found = [match for row, names in named if (match := query.match(row, names))]
    found = found or [match for row, names in named if (match := query.similar(row, names))]
    order = list(KINDS)
    found.sort(key=lambda m: (m.rank, -m.ours, order.index(m.kind), m.names["en"], m.id))
    return Found(text, tuple(found[:limit]))


def spoken(name: str) -> tuple[str, ...]:
    """Keys under which a Japanese name is found by its reading, in kana and in Latin letters; none if that is not known."""
    readings = _reading_of(name)
    return tuple(dict.fromkeys([*map(_folded, readings), *map(_sound_of, readings)]))


def _names(row: dict[str, Any], rivals: Iterable[str]) -> list[_Name]:
    names = [_Name(row["name_ja"], None), _Name(row["name_en"], None)]
    for use in NameUse:
        for lang in ("ja", "en"):
            names += [_Name(text, use) for text in row[f"{use}_{lang}"] or ()]
    return names + [_Name(text, None) for text in rivals]


class _Query:
    """What was typed, in the forms in which it is compared."""

    def __init__(self, text: str, key: str) -> None:
        self._key = key
        self._id = CODES.get(key, text.strip())
        self._words = _words(text)
        self._latin = bool(_LATIN.fullmatch(key))
        self._sound = _sound(key) if self._latin else ""
        self._is_kind_of_document = any(key in _kind_words(code) for code in InstrumentType)

    def match(self, row: dict[str, Any], names: list[_Name]) -> Match | None:
        """How a row is meant, in the nearest of all ways; None if it is not."""
        id_ = row["id"]
        if self._id in (id_, slug_of(id_)):
            return self._as(row, FoundBy.ID, None, self._id, 0)
        # The graph has every name folded: only of a row that has the words is a name looked for.
        named = any(all(word in key for word in self._words) for key in row["search"])
        for name in names if named else ():
            if name.key == self._key or self._has_the_words_of(name):
                return self._as(row, FoundBy.NAME, name.use, name.text, 1)
        if self._key in row["search"]:
            return self._as(row, FoundBy.NAME, None, row["name_en"], 1)
        for name in names:
            if self._read_as(name, _reading_of(name.text)):
                return self._as(row, FoundBy.READING, name.use, name.text, 2)
        instrument = row["kind"] == Agreement.spec.label
        near = _ours(row) if instrument and self._is_kind_of_document else _ALL_OURS
        # Whoever types a part of a country's name means the country.
        near += row["kind"] in ("Country", "Union")
        for name in names if named else ():
            if self._is_part(name):
                return self._as(row, FoundBy.PART, name.use, name.text, 3, near)
        for name in names if self._sound else ():
            if self._read_as(name, _KANA_RUN.findall(name.text)):
                return self._as(row, FoundBy.READING, name.use, name.text, 3, _ALL_OURS)
        if instrument and self._key in _kind_words(row["type"]):
            kind = InstrumentType(row["type"]).ja
            return self._as(row, FoundBy.KIND, None, kind, 3, near)
        return None

    def similar(self, row: dict[str, Any], names: list[_Name]) -> Match | None:
        """The name of a row that is most like what was typed; None if none is like it."""
        names = [*names, _Name(slug_of(row["id"]), None)]
        like, name = max(((self._likeness(name), name) for name in names), key=lambda pair: pair[0])
        if like < _SIMILAR:
            return None
        return self._as(row, FoundBy.SIMILAR, name.use, name.text, 4, round(like))

    def _as(
        self,
        row: dict[str, Any],
        by: FoundBy,
        use: NameUse | None,
        matched: str,
        rank: int,
        near: int = 0,
    ) -> Match:
        names = {"ja": row["name_ja"], "en": row["name_en"]}
        return Match(row["id"], row["kind"], names, by, use, matched, (rank, -near), _ours(row))

    def _read_as(self, name: _Name, readings: Sequence[str]) -> bool:
        """Whether what was typed is how a name, or a part of it, is read."""
        if name.text in _READINGS and self._key in readings:
            return True
        return bool(self._sound) and self._sound in map(_sound_of, readings)

    def _has_the_words_of(self, name: _Name) -> bool:
        """Whether it is the name with its words in another order: Minoru Kiuchi."""
        same_length = len(self._words) > 1 and len(name.key) == len(self._key)
        return same_length and sorted(_words(name.text)) == sorted(self._words)

    def _is_part(self, name: _Name) -> bool:
        """Whether every word that was typed is in the name: Latin ones at the beginning of a word."""
        if not all(word in name.key for word in self._words):
            return False
        if self._latin:
            begins = _words(name.text)
            return all(any(b.startswith(word) for b in begins) for word in self._words)
        return True

    def _likeness(self, name: _Name) -> float:
        from rapidfuzz import fuzz  # noqa: PLC0415 - only where nothing nearer is found
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

        if not self._latin and _is_short_for(self._key, name.key):
            return 90.0
        if min(len(self._key), len(name.key)) < _SHORTEST_SIMILAR:
            changed = Levenshtein.distance(self._key, name.key, score_cutoff=1)
            return _SIMILAR if changed <= 1 and len(name.key) > 2 else 0.0
        whole = fuzz.ratio(self._key, name.key, score_cutoff=_SIMILAR)
        # Of a long title, a word that is similar says little.
        words = _words(name.text) if len(name.key) <= _SHORT_NAME else []
        part = max(
            (fuzz.ratio(self._key, word, score_cutoff=_SIMILAR) for word in words if len(word) > 3),
            default=0.0,
        )
        sounds = map(_sound_of, _reading_of(name.text)) if self._sound else ()
        sound = max(
            (fuzz.ratio(self._sound, sound, score_cutoff=_SIMILAR) for sound in sounds), default=0.0
        )
        return float(max(whole, part, sound))


def _ours(row: dict[str, Any]) -> int:
    return sum(bool(row[name]) for name in ("ours", "government", "dedicated"))


def _kind_words(code: str) -> frozenset[str]:
    """What a kind of instrument is called, folded: 意向表明書, LoI, Letter of Intent."""
    return spellings(InstrumentType(code)) if InstrumentType.has(code) else frozenset()


def _words(name: str) -> list[str]:
    return [word for word in map(_folded, re.split(r"[\W_]+", name)) if word]


def _reading_of(name: str) -> Sequence[str]:
    """How the whole of a Japanese name is read; nothing if that is not known."""
    return _READINGS.get(name, (name,) if _KANA.fullmatch(name) else ())


def typed_forms(name: str) -> list[str]:
    """How a Japanese name is typed besides, folded: its reading, in kana and in Latin letters; nothing if unknown."""
    import jaconv  # noqa: PLC0415

    readings = _reading_of(name)
    latin = (jaconv.kana2alphabet(jaconv.kata2hira(kana)) for kana in readings)
    return list(dict.fromkeys(map(_folded, (*readings, *latin))))


def _is_short_for(short: str, name: str) -> bool:
    """Whether Japanese is shortened as ministries are: 文科省 for 文部科学省."""
    if not 3 <= len(short) < len(name) <= 3 * len(short):
        return False
    if (short[0], short[-1]) != (name[0], name[-1]):
        return False
    letters = iter(name)
    return all(letter in letters for letter in short)


_folded = lru_cache(maxsize=65_536)(fold)


@lru_cache(maxsize=16_384)
def _sound_of(kana: str) -> str:
    """How kana sound, in Latin letters."""
    import jaconv  # noqa: PLC0415

    return _sound(fold(jaconv.kana2alphabet(jaconv.kata2hira(kana))))


def _sound(letters: str) -> str:
    """Latin letters with long vowels written short: Tōkyō, Toukyou and Tokyo are one."""
    return re.sub(r"([aiueo])\1+", r"\1", letters.replace("ou", "o"))
