"""How well a record is sourced: the share of its values that have a source, a place in it, and an official source."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from graphmodel.claims import OURS, Claim
from graphmodel.kinds import KINDS
from graphmodel.vocab import SourceType
from loaders.record import Record

OFFICIAL = (SourceType.INSTRUMENT_TEXT, SourceType.PARTY_NOTICE, SourceType.OFFICIAL)
"""Sources that are official."""


class Coverage(NamedTuple):
    """How the values in the files of one kind are sourced; a value that several sources give counts once.

    Attributes:
        kind: Label of the kind; "" for all.
        values: Number of values, ties among them.
        sourced: How many of them have a source, of the register or our own classification.
        ours: How many are our own classification alone.
        placed: How many of the others have a place in a source.
        official: How many of the others have an official source.
    """

    kind: str
    values: int
    sourced: int
    ours: int
    placed: int
    official: int

    def share(self, part: int) -> float | None:
        """A part of the values that are not ours alone; None if there are none."""
        others = self.values - self.ours
        return part / others if others else None


def coverage(record: Record) -> list[Coverage]:
    """The coverage of each kind that has a value, in the order of declaration, and of all together."""
    folders = {kind.spec.folder: label for label, kind in KINDS.items() if kind.spec.folder}
    by_kind: dict[str, dict[tuple[object, ...], list[Claim]]] = defaultdict(dict)
    for claim, file, _ in record.placed:
        if label := folders.get(record.place(file)):
            value = (claim.subject, claim.property, claim.value)
            by_kind[label].setdefault(value, []).append(claim)
    rows = [
        _row(record, label, list(by_kind[label].values())) for label in KINDS if label in by_kind
    ]
    return [*rows, Coverage("", *(sum(column) for column in zip(*(r[1:] for r in rows), strict=True)))]  # fmt: skip


def _row(record: Record, label: str, values: list[list[Claim]]) -> Coverage:
    others = [own for claims in values if (own := [c for c in claims if c.source != OURS])]
    return Coverage(
        label,
        len(values),
        sum(any(claim.source in record.sources for claim in claims) for claims in values),
        len(values) - len(others),
        sum(any(claim.at for claim in claims) for claims in others),
        sum(
            any(
                claim.source in record.sources
                and record.sources[claim.source].facts.type in OFFICIAL
                for claim in claims
            )
            for claims in others
        ),
    )
