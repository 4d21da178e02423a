"""Ids: `scheme:slug` for entities, `start TYPE end` for ties. They are stable for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from graphmodel.messages import Message

_TIE = re.compile(r"\S+:\S+ [A-Z_]+ \S+:\S+(?: #\d+)?")
_ENTITY = re.compile(r"[a-z]+:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


class TieId(NamedTuple):
    """The parts of a tie's id.

    Attributes:
        start: Id of the entity that the tie leaves.
        type: Relationship type (`MEMBER_OF`).
        end: Id of the entity that the tie reaches.
        period: 1, or the number of a further period of the same tie.
    """

    start: str
    type: str
    end: str
    period: int = 1

    def __str__(self) -> str:
        base = f"{self.start} {self.type} {self.end}"
        return base if self.period == 1 else f"{base} #{self.period}"


def is_entity_id(text: str) -> bool:
    """Whether the text has the form of an entity's id, such as `agreement:jp-uk-quantum-moc-2025`."""
    return _ENTITY.fullmatch(text) is not None


def is_tie_id(text: str) -> bool:
    """Whether the text has the form of a tie's id, such as `country:KR MEMBER_OF forum:mdq`."""
    return _TIE.fullmatch(text) is not None


@lru_cache(maxsize=65_536)
def parse_tie_id(text: str) -> TieId:
    """Take a tie's id apart.

    Raises:
        ValueError: If the text is no tie's id.
    """
    parts = text.split(" ")
    if len(parts) == 3:
        return TieId(parts[0], parts[1], parts[2])
    if len(parts) == 4 and parts[3][:1] == "#" and parts[3][1:].isdigit():
        return TieId(parts[0], parts[1], parts[2], int(parts[3][1:]))
    raise ValueError(Message("{text!r} is no id of a tie: it reads START TYPE END", text=text))


def ends_of(subject: str) -> tuple[str, ...]:
    """The entities that a claim's subject is about: the entity itself, or both ends of a tie."""
    if " " not in subject:
        return (subject,)
    tie = parse_tie_id(subject)
    return tie.start, tie.end


def rename(subject: str, canonical: Mapping[str, str]) -> str:
    """An entity's or tie's id with ids replaced by those that are kept for them."""
    if not is_tie_id(subject):
        return canonical.get(subject, subject)
    tie = parse_tie_id(subject)
    start, end = (canonical.get(id_, id_) for id_ in (tie.start, tie.end))
    return str(tie._replace(start=start, end=end))


def scheme_of(entity_id: str) -> str:
    """The part of an id before the colon (`country` in `country:JP`)."""
    return entity_id.partition(":")[0]


def slug_of(entity_id: str) -> str:
    """The part of an id after the colon (`JP` in `country:JP`)."""
    return entity_id.partition(":")[2]
