"""Judgements: reviewed decisions on identity and on which of rival values is used.

They are ours and timeless: whether two records are one thing does not depend on the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphmodel.errors import EnishiError
from graphmodel.ids import rename
from graphmodel.messages import Message


@dataclass(frozen=True, slots=True)
class Same:
    """Two ids name one thing; the first is kept."""

    keep: str
    other: str
    by: str
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class NotSame:
    """Two ids name different things, however alike they look; nothing may ever merge them."""

    one: str
    other: str
    by: str
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class Preferred:
    """Of rival values of a property this one is used, as long as a visible claim gives it."""

    subject: str
    property: str
    value: str
    by: str
    on: str
    why: str


Judgement = Same | NotSame | Preferred


class ContradictionError(EnishiError):
    """A chain of "same" judgements joins two ids that a "not same" judgement keeps apart.

    Args:
        judgement: The one that keeps them apart.
        chain: The ids that the others join, from one to the other.
    """

    def __init__(self, judgement: NotSame, chain: list[str]) -> None:
        self.judgement = judgement
        super().__init__(
            Message(
                "{one} and {other} are judged not to be the same ({by}, {on}: {why}), but a chain joins them: {chain}",
                one=judgement.one,
                other=judgement.other,
                by=judgement.by,
                on=judgement.on,
                why=judgement.why,
                chain=" = ".join(chain),
            ),
            Message(
                "Take back one of the judgements of the chain, or the one that keeps them apart."
            ),
        )


@dataclass(frozen=True)
class Judgements:
    """The decisions, ready for use.

    Attributes:
        canonical: For each id that was merged into another: the id that is kept.
        preferred: For (subject, property): the value to use.
    """

    canonical: Mapping[str, str] = field(default_factory=dict)
    preferred: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Judgement]) -> Judgements:
        """Make the decisions ready; the order in which they are given makes no difference.

        Raises:
            ContradictionError: If a "not same" judgement is contradicted, with the chain that does so.
        """
        decisions = list(decisions)
        same = sorted(
            (d for d in decisions if isinstance(d, Same)), key=lambda d: (d.keep, d.other)
        )
        canonical = _components(same)
        for decision in decisions:
            if isinstance(decision, NotSame):
                one, other = (canonical.get(i, i) for i in (decision.one, decision.other))
                if one == other:
                    raise ContradictionError(decision, _chain(same, decision.one, decision.other))
        preferred: dict[tuple[str, str], str] = {}
        for decision in sorted(
            (d for d in decisions if isinstance(d, Preferred)), key=lambda d: (d.on, d.value)
        ):
            value = canonical.get(decision.value, decision.value)
            preferred[rename(decision.subject, canonical), decision.property] = value
        return cls(canonical, preferred)


def _components(same: list[Same]) -> dict[str, str]:
    """For each id of a connected group but the one kept: the kept one, which no judgement merges into another."""
    neighbours: dict[str, set[str]] = {}
    merged: set[str] = set()
    for decision in same:
        neighbours.setdefault(decision.keep, set()).add(decision.other)
        neighbours.setdefault(decision.other, set()).add(decision.keep)
        merged.add(decision.other)
    canonical: dict[str, str] = {}
    seen: set[str] = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        group, queue = {start}, [start]
        while queue:
            for neighbour in neighbours[queue.pop()] - group:
                group.add(neighbour)
                queue.append(neighbour)
        seen |= group
        kept = min(group - merged or group)
        canonical |= {member: kept for member in group if member != kept}
    return canonical


def _chain(same: list[Same], start: str, goal: str) -> list[str]:
    came_from = {start: ""}
    queue = [start]
    for current in queue:
        for decision in same:
            for here, there in ((decision.keep, decision.other), (decision.other, decision.keep)):
                if here == current and there not in came_from:
                    came_from[there] = here
                    queue.append(there)
    path = [goal]
    while came_from[path[-1]]:
        path.append(came_from[path[-1]])
    return path[::-1]
