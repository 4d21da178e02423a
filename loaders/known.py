"""A record by what its claims are about: what an entity has, and which ties hold at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from graphmodel.claims import HOLDS, Claim
from graphmodel.ids import TieId, parse_tie_id, scheme_of
from graphmodel.kinds import SCHEMES
from graphmodel.vocab import SourceType
from loaders.entities import Placed
from loaders.record import Record


class Held(NamedTuple):
    """A tie that a claim says holds."""

    tie: TieId
    placed: Placed


class Known:
    """What a record says, by subject.

    Attributes:
        record: The record.
        values: The claims of each subject, by property.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.values: dict[str, dict[str, list[Placed]]] = {}
        for placed in record.placed:
            own = self.values.setdefault(placed.claim.subject, {})
            own.setdefault(placed.claim.property, []).append(placed)

    @cached_property
    def ties(self) -> dict[str, list[Held]]:
        """The ties that hold, by their type; each claim that says so."""
        found: dict[str, list[Held]] = defaultdict(list)
        for placed in self.record.placed:
            if placed.claim.property == HOLDS and placed.claim.value is True:
                tie = parse_tie_id(placed.claim.subject)
                found[tie.type].append(Held(tie, placed))
        return found

    @cached_property
    def others(self) -> dict[str, set[tuple[str, str]]]:
        """The type and the other end of each tie that holds, by entity."""
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for held in (held for ties in self.ties.values() for held in ties):
            found[held.tie.start].add((held.tie.type, held.tie.end))
            found[held.tie.end].add((held.tie.type, held.tie.start))
        return found

    def of_kind(self, label: str) -> Iterator[str]:
        """Ids of the entities of a kind, or of an umbrella label."""
        schemes = {s for s, kind in SCHEMES.items() if label in kind.all_labels()}
        return (id_ for id_ in self.record.entities if scheme_of(id_) in schemes)

    def claims(self, subject: str, property_: str) -> list[Placed]:
        """The claims of one property."""
        return self.values.get(subject, {}).get(property_, [])

    def words(self, subject: str, property_: str) -> set[str]:
        """The values that are given for a property."""
        return {str(placed.claim.value) for placed in self.claims(subject, property_)}

    def type_of(self, claim: Claim) -> SourceType:
        """Who speaks in a claim's source; what is not in the register counts as secondary."""
        source = self.record.sources.get(claim.source)
        return source.facts.type if source else SourceType.SECONDARY

    def language_of(self, source: str) -> str:
        """The language of a source; empty if it is not in the register."""
        claims = self.claims(f"source:{source}", "language")
        return str(claims[0].claim.value) if claims else ""
