"""How far what a record holds may travel: nothing travels farther than what it names.

A claim that cites a source, or names an entity or a tie, gives away that there is one. So it is handled at least as
carefully as they are, whatever its own file says; and so is a decision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from graphmodel.claims import HOLDS, OURS, Claim
from graphmodel.ids import ends_of
from graphmodel.judgements import Judgement, Preferred, Same
from graphmodel.vocab import Handling
from loaders.entities import Placed
from loaders.judgement_file import Decided

_WORDS = tuple(handling.value for handling in Handling)
_RANKS = {word: rank for rank, word in enumerate(_WORDS)}

Floors = Mapping[str, int]
"""The least handling, by its rank, of whatever names an entity, a tie or a source; 0 is not in it."""


def raised(placed: list[Placed], own: Collection[str]) -> tuple[list[Placed], Floors]:
    """The claims, each handled as carefully as what it names.

    What the shipped record speaks of is public. What only folders of one's own speak of is as public as the most
    public claim about it; a classification of ours makes nothing known that no source speaks of.

    Args:
        placed: The claims.
        own: The files that stand in folders of one's own.
    """
    shipped = {item.claim.subject for item in placed if item.file not in own}
    theirs = [item for item in placed if item.claim.subject not in shipped]
    while True:
        floors = _floors(item.claim for item in theirs)
        now = [_raised(item, floors) for item in theirs]
        if now == theirs:
            return [_raised(item, floors) for item in placed] if floors else placed, floors
        theirs = now


def raised_decisions(decisions: Iterable[Decided], floors: Floors) -> list[Decided]:
    """The decisions, each handled as carefully as what it is about."""
    return [
        decided._replace(handling=_at_least(decided.handling, _about(decided.judgement), floors))
        for decided in decisions
    ]


def _floors(claims: Iterable[Claim]) -> Floors:
    by_sources: dict[str, int] = {}
    by_us: dict[str, int] = {}
    for claim in claims:
        if claim.is_tie and claim.property != HOLDS:
            continue
        floors = by_us if claim.source == OURS else by_sources
        rank = _RANKS[claim.handling]
        floors[claim.subject] = min(floors.get(claim.subject, rank), rank)
    return {subject: rank for subject, rank in (by_us | by_sources).items() if rank}


def _raised(placed: Placed, floors: Floors) -> Placed:
    claim = placed.claim
    if floors.keys().isdisjoint(_named(claim)):
        return placed
    handling = _at_least(claim.handling, _named(claim), floors)
    return placed._replace(claim=claim._replace(handling=handling))


def _at_least(handling: str, named: Iterable[str], floors: Floors) -> str:
    return _WORDS[max(_RANKS[handling], *(floors.get(id_, 0) for id_ in named))]


def _named(claim: Claim) -> Iterator[str]:
    """What a claim gives away by naming it."""
    yield claim.subject
    yield from ends_of(claim.subject)
    yield f"source:{claim.source}"
    if isinstance(claim.value, tuple):
        yield from claim.value
    elif isinstance(claim.value, str):
        yield claim.value


def _about(judgement: Judgement) -> Iterator[str]:
    if isinstance(judgement, Preferred):
        yield from (judgement.subject, *ends_of(judgement.subject), judgement.value)
    else:
        yield from (
            judgement.keep if isinstance(judgement, Same) else judgement.one,
            judgement.other,
        )
