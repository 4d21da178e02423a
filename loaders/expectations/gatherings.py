"""Meetings, fora and bodies: when, of what, in which role, and where they belong."""

from __future__ import annotations

import re

from graphmodel.ids import TieId
from graphmodel.messages import Message
from graphmodel.vocab import MeetingStage
from loaders.entities import Placed
from loaders.expectations.rule import Expectation, Found
from loaders.known import Known

_NUMBERED = re.compile(r"第\s*[0-9０-９一二三四五六七八九十]+\s*回")
_BELONGING = {"Organisation": ("LOCATED_IN", "PART_OF"), "Office": ("PART_OF",)}


def _no_forum(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Meeting"):
        numbered = any(map(_NUMBERED.search, known.words(id_, "name@ja")))
        if numbered and not any(type_ == "EDITION_OF" for type_, _ in known.others[id_]):
            yield id_, Message("{id} has the number of an edition, but no forum.", id=id_)


def _no_day(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Meeting"):
        if MeetingStage.HELD in known.words(id_, "stage") and not known.claims(id_, "held_on"):
            yield id_, Message("{id} was held, but has no `held_on`.", id=id_)


def _no_role(known: Known, _: str) -> Found:
    """One finding for an entry of a file, however many it lists."""
    entries: dict[tuple[str, int], dict[TieId, Placed]] = {}
    for tie, placed in known.ties["MEMBER_OF"]:
        if not known.claims(str(tie), "role"):
            entries.setdefault((placed.file, placed.line), {}).setdefault(tie, placed)
    for ties in entries.values():
        (tie, placed), others = next(iter(ties.items())), len(ties) - 1
        yield (
            placed,
            Message(
                "{start} and {others} more take part in {end} in no `role`.",
                start=tie.start,
                others=others,
                end=tie.end,
            )
            if others
            else Message("{start} takes part in {end} in no `role`.", start=tie.start, end=tie.end),
        )


def _nowhere(known: Known, _: str) -> Found:
    for label, belonging in _BELONGING.items():
        placed = {held.tie.start for type_ in belonging for held in known.ties[type_]}
        for id_ in known.of_kind(label):
            if id_ not in placed and not known.words(id_, "seat@ja"):
                yield id_, Message("{id} belongs nowhere.", id=id_)


RULES = (
    Expectation(
        "no-forum",
        "Meeting",
        "A meeting with the number of an edition is an edition of a forum.",
        Message("Add `edition_of: [{is: forum:…, edition: …}]`."),
        _no_forum,
    ),
    Expectation(
        "no-meeting-day",
        "Meeting",
        "A meeting that was held has its day.",
        Message("Add `held_on` as precisely as a source gives it, or `stage: past_unconfirmed`."),
        _no_day,
    ),
    Expectation(
        "no-role",
        "MEMBER_OF",
        "Who takes part in a forum does so in a role.",
        Message("Add `role: member` (convenor, chair, host, partner, observer)."),
        _no_role,
    ),
    Expectation(
        "nowhere",
        "Organisation, Office",
        "A body is located in a country or part of another, or has a seat; an office is part of a body.",
        Message("Add `located_in`, `part_of` or `seat`."),
        _nowhere,
    ),
)
