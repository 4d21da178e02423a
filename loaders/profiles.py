"""What an entity is told from others by: its names, ids, days and ties; and what says that two are not one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graphmodel.claims import HOLDS, Claim
from graphmodel.dates import PartialDate, days_between
from graphmodel.ids import parse_tie_id
from graphmodel.kinds import Kind, kind_of
from graphmodel.messages import Message
from loaders.known import Known

SHARED_IDS = ("ror", "wikidata", "website")
"""Fields that hold an id in a register, or a web address."""

_APART = ("PARTY_TO", "LOCATED_IN", "EDITION_OF", "PART_OF", "HOSTED", "PARTICIPATES_IN", "AGREED", "CALLS_UNDER")  # fmt: skip
"""Ties by which two things differ if both have such and share none."""

_SIDES = ("PARTY_TO", "HOSTED", "PARTICIPATES_IN")


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
        elif claim.field in kind.naming():
            made.names.setdefault(_plain(str(claim.value)), str(claim.value))
        elif claim.field in kind.spec.event:
            made.dates.append(PartialDate.parse(str(claim.value)))
        elif claim.field in SHARED_IDS:
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
    ours, theirs = sides_of(one), sides_of(other)
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


def days_with_sides(one: Profile) -> list[tuple[str, frozenset[str]]]:
    """The days on which it happened, each with its sides: what happens once."""
    sides = sides_of(one) if one.kind.spec.event else frozenset()
    return [(date.text, sides) for date in one.dates if date.is_day and sides]


def sides_of(one: Profile) -> frozenset[str]:
    """The countries, unions and bodies between which it is; none where fewer than two are known."""
    sides = frozenset[str]().union(*(one.ties[tie] for tie in _SIDES))
    return sides if len(sides) > 1 else frozenset()


def _plain(name: str) -> str:
    """A name as it is compared: width, case and punctuation make no difference; the words stay apart."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(re.findall(r"\w+", text))


def _id_of(key: str, value: str) -> str:
    """An id as it is compared; of a website, its host."""
    if key != "website":
        return value.rstrip("/").rsplit("/", 1)[-1]
    return (host_of(value) or value).removeprefix("www.")


def host_of(url: str) -> str:
    """The host of a web address; empty if it is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # brackets are for addresses of another form
        return ""
