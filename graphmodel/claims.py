"""Claims: one value, or one tie, of one subject, as given by one source at one place in it."""

from __future__ import annotations

import builtins
import json
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, TextIO

from graphmodel.vocab import Handling, KnownBy, Mood

OURS = "enishi"
"""Source id of what is our own classification; it is never dressed up as a source's word."""

HOLDS = "holds"
"""Property of a tie that says whether it holds at all."""

LIST_MARK = "*"
"""Ends the property of a closed list: `members*`."""

Value = str | int | bool | tuple[str, ...]


class Claim(NamedTuple):
    """One value of one subject by one source.

    Attributes:
        subject: Entity id, or tie id (`country:KR MEMBER_OF forum:mdq`).
        property: Field of the kind; `title@ja` per language, `names.short@ja` per use; `holds`; `members*`.
        value: Canonical value; ids for a closed list.
        source: Source id.
        at: Place in the source (`s3 L94`); empty where the source is cited as a whole.
        text: The source's wording where it differs from the value.
        mood: State of the fact: `actual`, `planned` or `cancelled`.
        valid: Period that the source speaks about, EDTF; empty if undated.
        basis: `attendance` for lists; `stated` or `listed` for LED_TO; else empty.
        handling: `public`, `internal` or `restricted`.
        known_from: First day on which it can be known, ISO; empty for always.
        known_by: From what that day follows.
        recorded_on: Day on which a ministry recorded it; empty in the shipped record.
        withdrawn_on: Day on which it was withdrawn; empty if it was not.
    """

    subject: str
    property: str
    value: Value
    source: str
    at: str = ""
    text: str = ""
    mood: str = Mood.ACTUAL.value
    valid: str = ""
    basis: str = ""
    handling: str = Handling.PUBLIC.value
    known_from: str = ""
    known_by: str = KnownBy.ALWAYS.value
    recorded_on: str = ""
    withdrawn_on: str = ""

    @builtins.property
    def id(self) -> str:
        """Hash of what is claimed by whom; clocks and handling do not re-key it."""
        key = (self.subject, self.property, self.value, self.source, self.at, self.mood, self.valid)
        return blake2b(repr(key).encode(), digest_size=8).hexdigest()

    def known(self, day: str, by: str) -> Claim:
        """The same claim with the first day on which it can be known, and from what that day follows."""
        # `_replace` does this too, in four times the time: a build asks it of every claim
        return Claim._make((*self[:10], day, by, *self[12:]))

    @builtins.property
    def field(self) -> str:
        """The field that the property belongs to: `names` for `names.short@ja`, `members` for `members*`."""
        return field_of(self.property)

    @builtins.property
    def language(self) -> str:
        """Language of the value; empty if it has none."""
        return self.property.partition("@")[2]

    @builtins.property
    def is_tie(self) -> bool:
        """Whether the subject is a tie."""
        return " " in self.subject

    @builtins.property
    def cite(self) -> str:
        """Source and place in one text: `deck-2025@s3 L94`."""
        return f"{self.source}@{self.at}" if self.at else self.source


@lru_cache(maxsize=4096)
def field_of(property_: str) -> str:
    """The field that a claim's property belongs to."""
    return property_.partition("@")[0].partition(".")[0].rstrip(LIST_MARK)


def value_text(value: Value) -> str:
    """A value as text, for order and for display."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def write_jsonl(claims: Iterable[Claim], stream: TextIO, used: Container[Claim] = ()) -> None:
    """Write claims as JSON Lines, sorted, so that the same claims give the same bytes.

    Defaults are left out of a line. Each line begins with the claim's id, and with `used` where the graph uses it.
    """
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    labels = [f',"{name}":' for name in Claim._fields]
    absent = [Claim._field_defaults.get(name, ...) for name in Claim._fields]
    for claim in sorted(claims, key=_order):
        # value by value: to encode a map for each line takes a third longer
        members = [
            label + encode(value)
            for label, value, left_out in zip(labels, claim, absent, strict=True)
            if value != left_out
        ]
        mark = ',"used":true' if claim in used else ""
        stream.write(f'{{"id":"{claim.id}"{mark}{"".join(members)}}}\n')


def read_jsonl(lines: Iterable[str]) -> Iterator[tuple[Claim, bool]]:
    """Read claims back from JSON Lines, each with whether the graph uses it."""
    for line in lines:
        row = json.loads(line)
        del row["id"]
        used = row.pop("used", False)
        if isinstance(row["value"], list):
            row["value"] = tuple(row["value"])
        yield Claim(**row), used


def _order(claim: Claim) -> tuple[str, ...]:
    return (
        claim.subject,
        claim.property,
        value_text(claim.value),
        claim.source,
        claim.at,
        claim.mood,
        claim.valid,
        *claim[5:],  # claims of one id differ in wording, basis, handling or clocks only
    )
