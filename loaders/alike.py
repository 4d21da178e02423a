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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from graphmodel.claims import HOLDS, Claim
from graphmodel.dates import PartialDate
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
        found += [c for c in _within(group) if frozenset((c.one, c.other)) not in judged]
    return sorted(found, key=lambda c: (-c.score, c.one, c.other))


def pair_of(judgement: Judgement) -> tuple[str, ...]:
    """The two ids that a judgement says are one, or are not; none for one about a value."""
    if isinstance(judgement, Preferred):
        return ()
    return (judgement.keep if isinstance(judgement, Same) else judgement.one, judgement.other)


def candidates_for(one: Profile, others: Iterable[Profile], least: float = LIKELY) -> list[Candidate]:  # fmt: skip
    """The entities of its kind that one may be, the likeliest first."""
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    found = []
    for other in others:
        score = max(
            (match[1] for name in one.names for match in [process.extractOne(name, other.names.keys(), scorer=token_sort_ratio, score_cutoff=WEAK)] if match),
            default=0.0,
        )  # fmt: skip
        if (candidate := compared(one, other, score)) and candidate.score >= least:
            found.append(candidate)
    return sorted(found, key=lambda c: (-c.score, c.other))


def _within(group: list[Profile]) -> Iterator[Candidate]:
    """Candidates among the entities of a kind; names are compared all at once, which takes a hundredth of the time."""
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    named = [(number, name) for number, one in enumerate(group) for name in one.names]
    texts = [name for _, name in named]
    scores: dict[tuple[int, int], float] = defaultdict(float)
    if texts:
        table = process.cdist(texts, texts, scorer=token_sort_ratio, score_cutoff=WEAK)
        for row, column in zip(*table.nonzero(), strict=True):
            pair = named[row][0], named[column][0]
            if pair[0] < pair[1]:
                scores[pair] = max(scores[pair], float(table[row, column]))
    keyed: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(group):
        for name, ids in one.ids.items():
            for id_ in ids:
                keyed[name, id_].append(number)
        if one.kind.spec.event and (sides := _sides(one)):
            for date in one.dates:
                if date.is_day:
                    keyed[date.text, sides].append(number)
    for numbers in keyed.values():
        for pair in combinations(sorted(set(numbers)), 2):
            scores.setdefault(pair, 0.0)
    for (first, second), score in scores.items():
        if candidate := compared(group[first], group[second], score):
            yield candidate


def compared(one: Profile, other: Profile, score: float) -> Candidate | None:
    """Two profiles as a candidate with its evidence; None if something speaks against it, or too little for it.

    Args:
        one: The one.
        other: The other.
        score: How alike their names are, of 100.
    """
    if one.id == other.id or other.id in set().union(*one.ties.values()) or one.kind != other.kind:
        return None
    reasons = []
    best = 0.0
    if same := sorted({fold(n) for n in one.names.values()} & {fold(n) for n in other.names.values()}):  # fmt: skip
        name = next(text for text in one.names.values() if fold(text) == same[0])
        reasons.append(Message("the same name: {name}", name=name))
        best = STRONG
    for key in _SHARED_IDS:
        both = sorted(one.ids[key] & other.ids[key])
        if both:
            label = Term(property_label(key, "en"), property_label(key, "ja"))
            reasons.append(Message("the same {what}: {value}", what=label, value=both[0]))
            best = STRONG
        elif key == "ror" and one.ids[key] and other.ids[key]:
            return None
    if any(one.ties[tie] and other.ties[tie] and one.ties[tie].isdisjoint(other.ties[tie]) for tie in _APART):  # fmt: skip
        return None
    sides = _sides(one) if one.kind.spec.event else frozenset()
    day = sorted({d.text for d in one.dates if d.is_day} & {d.text for d in other.dates if d.is_day})  # fmt: skip
    if one.dates and other.dates and not any(a.overlaps(b) for a in one.dates for b in other.dates):
        return None
    if sides and _sides(other) and sides != _sides(other):
        return None
    if sides and sides == _sides(other) and day:
        reasons.append(Message("the same sides on the same day: {day}", day=day[0]))
        best = max(best, LIKELY)
    if score >= WEAK and best < STRONG and (pair := _nearest(one, other)):
        reasons.append(
            Message("names alike, {score} of 100: {one} | {other}", score=round(score), one=pair[0], other=pair[1])
        )  # fmt: skip
        best = max(best, score)
    return Candidate(best, one.id, other.id, tuple(reasons)) if best >= WEAK else None


def _nearest(one: Profile, other: Profile) -> tuple[str, str] | None:
    """The names that are most alike; None where a part tells them apart, or they are too short."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415

    pairs = [
        (token_sort_ratio(a, b), a, b)
        for a in one.names
        for b in other.names
        if min(len(a), len(b)) >= _SHORTEST and set(_TELLING.findall(a)) == set(_TELLING.findall(b))
    ]
    score, a, b = max(pairs, default=(0.0, "", ""))
    return (one.names[a], other.names[b]) if score >= WEAK else None


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
