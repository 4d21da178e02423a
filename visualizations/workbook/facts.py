"""What a graph uses of each entity and tie, by subject, for whoever puts it into rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from graphmodel.claims import HOLDS, OURS, Claim
from graphmodel.ids import TieId, ends_of, is_tie_id, parse_tie_id
from graphmodel.vocab import Handling, Mood


class Facts:
    """What a graph uses, by subject.

    Args:
        claims: The claims behind it, each with whether it is used.
        names: Names of entities by id, as rows with `name_ja` and `name_en`.
        differing: Subject and property of each difference between sources.
    """

    def __init__(
        self,
        claims: Iterable[tuple[Claim, bool]],
        names: Mapping[str, Mapping[str, Any]],
        differing: Iterable[tuple[str, str]],
    ) -> None:
        self.names = names
        self.values: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        self._sources: dict[str, dict[str, None]] = defaultdict(dict)
        self._handling: dict[str, Handling] = defaultdict(lambda: Handling.PUBLIC)
        self.differing: dict[str, list[str]] = defaultdict(list)
        for subject, property_ in differing:
            self.differing[subject].append(property_)
        for claim, used in sorted(claims):
            if claim.source != OURS:
                self._sources[claim.subject][claim.source] = None
            for about in (claim.subject, *ends_of(claim.subject)):
                most = max(self._handling[about], Handling(claim.handling), key=_rank)
                self._handling[about] = most
            if used:
                self.values[claim.subject][claim.property].append(claim)

    @cached_property
    def ties(self) -> dict[tuple[str, str], list[TieId]]:
        """The ties that hold, by type and each of their ends."""
        found: dict[tuple[str, str], list[TieId]] = defaultdict(list)
        for subject, own in self.values.items():
            if is_tie_id(subject) and any(
                claim.value is True and claim.mood != Mood.CANCELLED for claim in own.get(HOLDS, ())
            ):
                tie = parse_tie_id(subject)
                for end in dict.fromkeys((tie.start, tie.end)):
                    found[tie.type, end].append(tie)
        return found

    def value(self, subject: str, property_: str) -> Claim | None:
        """The value that is used: what is, before what is planned, with the source's wording where one gives it."""
        claims = self.values.get(subject, {}).get(property_, ())
        return min(claims, key=lambda c: (list(Mood).index(Mood(c.mood)), not c.text), default=None)

    def sources(self, id_: str) -> list[str]:
        """Ids of the sources that speak of an entity or a tie."""
        return list(self._sources.get(id_, ()))

    def handling(self, id_: str) -> Handling:
        """How far what is said of an entity, its ties among it, or of a tie may travel."""
        return self._handling.get(id_, Handling.PUBLIC)

    def around(self, focus: str, steps: int) -> set[str]:
        """Ids of the entities that are so many ties away from one, itself among them."""
        neighbours: dict[str, set[str]] = defaultdict(set)
        for (_, end), ties in self.ties.items():
            neighbours[end].update(other for tie in ties for other in (tie.start, tie.end))
        reached = ring = {focus}
        for _ in range(steps):
            ring = set().union(*(neighbours[id_] for id_ in ring)) - reached
            reached = reached | ring
        return reached


def _rank(handling: Handling) -> int:
    return handling.rank
