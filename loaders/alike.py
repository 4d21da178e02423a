"""Which entities may be one: by names, shared ids, sides and days, with the evidence. Nothing is merged here.

The limits are those of a test on 1,394 organisations of a research programme against a register of research bodies,
checked by web domain: names equal but for their writing, in one country, were right in 268 of 274 cases; a likeness of
90 or more in 67 of 68; one of 85 to 90 in 7 of 10; below that, in 8 of 19. So what is equal or shares an id is strong,
from 90 on it is proposed, from 85 on it is weak, and below nothing is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from graphmodel.claims import HOLDS, Claim
from graphmodel.dates import PartialDate, days_between
from graphmodel.ids import parse_tie_id
from graphmodel.judgements import Judgement, Preferred, Same
from graphmodel.kinds import Kind, kind_of
from graphmodel.labels import property_label
from graphmodel.messages import Message, Term
from graphmodel.names import fold
from loaders.known import Known

STRONG, LIKELY, WEAK = 100.0, 90.0, 85.0
"""Likeness, of 100, from which on a pair is strong, likely, weak."""

_SHARED_IDS = ("ror", "wikidata", "website")
_APART = ("PARTY_TO", "LOCATED_IN", "EDITION_OF", "PART_OF", "HOSTED", "PARTICIPATES_IN", "AGREED", "CALLS_UNDER")  # fmt: skip
"""Ties by which two things differ if both have such and share none."""

_SIDES = ("PARTY_TO", "HOSTED", "PARTICIPATES_IN")
_SHORTEST = 5
"""Letters below which names are compared as they are: one letter more makes another abbreviation."""

_TELLING = re.compile(r"\d+|副|次席|\b(?:vice|deputy|acting|state|parliamentary|former|post)\b")
"""Parts of a name that make another of it, however alike the rest is: the 7th is not the 6th, nor a deputy the head."""


@dataclass(frozen=True)
class Profile:
    """What an entity is told from others by.

    Attributes:
        id: Its id.
        kind: Its kind.
        names: Its names as they are compared, each with its text.
        ids: Its ids in registers, and its web domain.
        dates: When it happened.
        ties: The other ends of its ties, by their type.
    """

    id: str
    kind: type[Kind]
    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    dates: list[PartialDate] = field(default_factory=list)
    ties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


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


def profile(id_: str, claims: Iterable[Claim]) -> Profile:
    """What an entity is told from others by.

    Args:
        id_: Its id.
        claims: The claims about it and about its ties.
    """
    kind = kind_of(id_)
    assert kind is not None
    made = Profile(id_, kind)
    for claim in claims:
        if claim.property == HOLDS and claim.value is True:
            tie = parse_tie_id(claim.subject)
            made.ties[tie.type].add(tie.end if tie.start == id_ else tie.start)
        elif claim.subject != id_:
            continue
        elif claim.field in (kind.spec.caption, "names"):
            made.names.setdefault(_plain(str(claim.value)), str(claim.value))
        elif claim.field in kind.spec.event:
            made.dates.append(PartialDate.parse(str(claim.value)))
        elif claim.field in _SHARED_IDS:
            made.ids[claim.field].add(_id_of(claim.field, str(claim.value)))
    return made


def profiles(known: Known) -> dict[str, list[Profile]]:
    """The profiles of a record's entities, by kind."""
    about: dict[str, list[Claim]] = defaultdict(list)
    for placed in known.record.placed:
        claim = placed.claim
        if claim.is_tie:
            if claim.property == HOLDS:
                tie = parse_tie_id(claim.subject)
                about[tie.start].append(claim)
                about[tie.end].append(claim)
        else:
            about[claim.subject].append(claim)
    made: dict[str, list[Profile]] = defaultdict(list)
    for id_ in known.record.entities:
        one = profile(id_, about[id_])
        made[one.kind.spec.label].append(one)
    return made


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
    for key in _SHARED_IDS:
        if both := sorted(one.ids[key] & other.ids[key]):
            label = Term(property_label(key, "en"), property_label(key, "ja"))
            reasons.append(Message("the same {what}: {value}", what=label, value=both[0]))
            score = STRONG
    if days := sorted(
        {day for day, _ in set(_days_with_sides(one)) & set(_days_with_sides(other))}
    ):
        reasons.append(Message("the same sides on the same day: {day}", day=days[0]))
        score = max(score, LIKELY)
    if score < STRONG and (nearest := _nearest(one, other)):
        like, first, second = nearest
        reasons.append(
            Message("names alike, {score} of 100: {one} | {other}", score=round(like), one=first, other=second)
        )  # fmt: skip
        score = max(score, like)
    return Candidate(score, one.id, other.id, tuple(reasons)) if reasons else None


def against(one: Profile, other: Profile, days: int = 0) -> Message:
    """What says that two are not one; empty if nothing does.

    Args:
        one: The one.
        other: The other.
        days: How far their days may lie apart: sources differ on the day of one event.
    """
    if one.ids["ror"] and other.ids["ror"] and one.ids["ror"].isdisjoint(other.ids["ror"]):
        return Message("their ids differ")
    if one.dates and other.dates and min(_apart(a, b) for a in one.dates for b in other.dates) > days:  # fmt: skip
        return Message("another day: {one}, {other}", one=one.dates[0].text, other=other.dates[0].text)  # fmt: skip
    for tie in _APART:
        if one.ties[tie] and other.ties[tie] and one.ties[tie].isdisjoint(other.ties[tie]):
            return _others(one.ties[tie], other.ties[tie])
    ours, theirs = _sides(one), _sides(other)
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return _others(ours, theirs)
    return Message()


def _others(one: Iterable[str], other: Iterable[str]) -> Message:
    return Message("others are tied to it: {one}; {other}", one=", ".join(sorted(one)), other=", ".join(sorted(other)))  # fmt: skip


def _apart(one: PartialDate, other: PartialDate) -> int:
    """Days between two dates; 0 if they may be one."""
    if one.overlaps(other):
        return 0
    first, then = sorted((one, other), key=lambda date: date.min)
    return days_between(PartialDate.parse(first.max), PartialDate.parse(then.min)) or 0


def _keys(one: Profile) -> list[object]:
    ids = [(name, id_) for name, ids in one.ids.items() for id_ in ids]
    return [*ids, *_days_with_sides(one), *map(fold, one.names.values())]


def _days_with_sides(one: Profile) -> list[tuple[str, frozenset[str]]]:
    sides = _sides(one) if one.kind.spec.event else frozenset()
    return [(date.text, sides) for date in one.dates if date.is_day and sides]


def _nearest(one: Profile, other: Profile) -> tuple[float, str, str] | None:
    """The names that are most alike; None where a part tells them apart, or they are too short."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    pairs = [
        (token_sort_ratio(a, b), one.names[a], other.names[b])
        for a in one.names
        for b in other.names
        if min(len(a), len(b)) >= _SHORTEST and set(_TELLING.findall(a)) == set(_TELLING.findall(b))
    ]
    nearest = max(pairs, default=(0.0, "", ""))
    return nearest if nearest[0] >= WEAK else None


def _sides(one: Profile) -> frozenset[str]:
    sides = frozenset().union(*(one.ties[tie] for tie in _SIDES))
    return sides if len(sides) > 1 else frozenset()


def _plain(name: str) -> str:
    """A name as it is compared: width, case and punctuation make no difference; the words stay apart."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(re.findall(r"\w+", text))


def _id_of(key: str, value: str) -> str:
    """An id as it is compared; of a website, its host."""
    if key != "website":
        return value.rstrip("/").rsplit("/", 1)[-1]
    return (urlsplit(value).hostname or value).removeprefix("www.")
