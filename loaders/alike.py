"""Which entities may be one: by names, shared ids, sides and days, with the evidence. Nothing is merged here.

The limits are those of a test on 1,394 organisations of a research programme against a register of research bodies,
checked by web domain: names equal but for their writing, in one country, were right in 268 of 274 cases; a likeness of
90 or more in 67 of 68; one of 85 to 90 in 7 of 10; below that, in 8 of 19. So what is equal or shares an id is strong,
from 90 on it is proposed, from 85 on it is weak, and below nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from graphmodel.judgements import Judgement, Preferred, Same
from graphmodel.labels import property_label
from graphmodel.messages import Message, Term
from graphmodel.names import fold
from loaders.known import Known
from loaders.profiles import SHARED_IDS, Profile, against, days_with_sides, profiles

STRONG, LIKELY, WEAK = 100.0, 90.0, 85.0
"""Likeness, of 100, from which on a pair is strong, likely, weak."""

_SHORTEST = 5
"""Letters below which names are compared as they are: one letter more makes another abbreviation."""

_PATTERNED = frozenset(["Budget", "Commitment", "Indicator", "TechnologyChoice"])
"""Kinds whose names are ours and made after one pattern: that they are alike says nothing."""

_TELLING = re.compile(r"\d+|副|次席|\b(?:vice|deputy|acting|state|parliamentary|former|post)\b")
"""Parts of a name that make another of it, however alike the rest is: the 7th is not the 6th, nor a deputy the head."""


class Candidate(NamedTuple):
    """Two entities that may be one.

    Attributes:
        score: How alike they are, of 100.
        one: Id of the one.
        other: Id of the other.
        reasons: What speaks for it.
    """

    score: float
    one: str
    other: str
    reasons: tuple[Message, ...]


def candidates(known: Known) -> list[Candidate]:
    """Pairs of a record's entities that may be one, the likeliest first; those judged already are left out."""
    judged = {frozenset(pair_of(one.judgement)) for one in known.record.decisions}
    found = []
    for group in profiles(known).values():
        before = Profiles()
        for one in group:
            found += [c for c in before.near(one, WEAK) if frozenset((c.one, c.other)) not in judged]  # fmt: skip
            before.add(one)
    return sorted(found, key=lambda c: (-c.score, c.one, c.other))


def pair_of(judgement: Judgement) -> tuple[str, ...]:
    """The two ids that a judgement says are one, or are not; none for one about a value."""
    if isinstance(judgement, Preferred):
        return ()
    return (judgement.keep if isinstance(judgement, Same) else judgement.one, judgement.other)


class Profiles:
    """Entities of a kind, among which those are found that another may be."""

    def __init__(self, some: Iterable[Profile] = ()) -> None:
        self._all: list[Profile] = []
        self._names: list[str] = []
        self._owners: list[int] = []
        self._keyed: dict[object, list[int]] = defaultdict(list)
        for one in some:
            self.add(one)

    def add(self, one: Profile) -> None:
        """Take in one more."""
        number = len(self._all)
        self._all.append(one)
        for name in one.names:
            self._names.append(name)
            self._owners.append(number)
        for key in _keys(one):
            self._keyed[key].append(number)

    def near(self, one: Profile, least: float) -> list[Candidate]:
        """Those that it may be, the likeliest first.

        Args:
            one: The one.
            least: Likeness, of 100, from which on they are given.
        """
        from rapidfuzz import process  # noqa: PLC0415 - who does not compare names does without it
        from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

        numbers = {number for key in _keys(one) for number in self._keyed.get(key, ())}
        for name in one.names:
            alike = process.extract(name, self._names, scorer=token_sort_ratio, score_cutoff=least, limit=None)  # fmt: skip
            numbers |= {self._owners[place] for _, _, place in alike}
        found = [compared(self._all[number], one) for number in sorted(numbers)]
        return sorted((c for c in found if c and c.score >= least), key=lambda c: (-c.score, c.one))


def compared(one: Profile, other: Profile) -> Candidate | None:
    """Two profiles as a candidate with its evidence; None if something speaks against it, or too little for it."""
    tied = set().union(*one.ties.values(), *other.ties.values())
    if one.id == other.id or {one.id, other.id} & tied or against(one, other):
        return None
    reasons = []
    score = 0.0
    if same := {fold(n) for n in one.names.values()} & {fold(n) for n in other.names.values()}:
        name = next(text for text in one.names.values() if fold(text) in same)
        reasons.append(Message("the same name: {name}", name=name))
        score = STRONG
    for key in SHARED_IDS:
        if both := sorted(one.ids[key] & other.ids[key]):
            label = Term(property_label(key, "en"), property_label(key, "ja"))
            reasons.append(Message("the same {what}: {value}", what=label, value=both[0]))
            score = STRONG
    if days := sorted({day for day, _ in set(days_with_sides(one)) & set(days_with_sides(other))}):
        reasons.append(Message("the same sides on the same day: {day}", day=days[0]))
        score = max(score, LIKELY)
    if score < STRONG and (nearest := _nearest(one, other)):
        like, first, second = nearest
        reasons.append(
            Message("names alike, {score} of 100: {one} | {other}", score=round(like), one=first, other=second)
        )  # fmt: skip
        score = max(score, like)
    return Candidate(score, one.id, other.id, tuple(reasons)) if reasons else None


def _keys(one: Profile) -> list[object]:
    ids = [(name, id_) for name, ids in one.ids.items() for id_ in ids]
    return [*ids, *days_with_sides(one), *map(fold, one.names.values())]


def _nearest(one: Profile, other: Profile) -> tuple[float, str, str] | None:
    """The names that are most alike; None where a part tells them apart, they are too short, or follow a pattern."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    if one.kind.spec.label in _PATTERNED:
        return None
    pairs = [
        (token_sort_ratio(a, b), one.names[a], other.names[b])
        for a in one.names
        for b in other.names
        if min(len(a), len(b)) >= _SHORTEST and set(_TELLING.findall(a)) == set(_TELLING.findall(b))
    ]
    nearest = max(pairs, default=(0.0, "", ""))
    return nearest if nearest[0] >= WEAK else None
