"""A mapping to be looked through: what the columns of a list are, from their headings and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from graphmodel.kinds import FieldSpec, Kind, TieField
from graphmodel.spellings import word_of
from graphmodel.written_dates import DAY_FIRST, MONTH_FIRST, read_date
from loaders.headings import heading_match
from loaders.lookup import Lookup, NoSuchError
from loaders.mapping import Target, target_of
from loaders.scaffold import addable
from loaders.tables import Table

_LOOKED_AT = 100
"""Rows whose values are looked at."""

_WORDS = 12
"""Words of a list's own that are named, to be given a meaning."""

_ENOUGH = 2.0
"""Points, of 5, from which on a column is taken for something."""

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}")


@dataclass
class Guess:
    """What a column may be.

    Attributes:
        heading: Its heading.
        target: What it gives (`signed_on`, `title@ja`); empty if nothing is taken from it.
        dates: How 3/4/2025 is read there, where it must be said.
        read: Of its values how many can be read so.
        values: How many it has.
        example: One of them.
        unread: One that cannot be read; empty if all can.
        words: Those that cannot be read of a column of words, each once.
        points: How sure it is, of 5.
        weight: How much it says of what the rows are about: a column of which nothing can be read says nothing.
    """

    heading: str
    target: str = ""
    dates: str = ""
    read: int = 0
    values: int = 0
    example: str = ""
    unread: str = ""
    words: list[str] = field(default_factory=list)
    points: float = 0.0
    weight: float = 0.0


@dataclass
class Proposal:
    """A mapping to be looked through.

    Attributes:
        kind: Kind of what each row is about.
        columns: What each column may be.
        needed: What every new entity has, and no column gives.
        both_sides: Whether the columns name the reader's own side, so far as they name sides.
    """

    kind: type[Kind]
    columns: list[Guess]
    needed: list[FieldSpec | TieField]
    both_sides: bool


class Proposer:
    """Looks at a list.

    Args:
        table: The list.
        lookup: Finds whom it means.
        party: Id of the reader's own side.
    """

    def __init__(self, table: Table, lookup: Lookup, party: str) -> None:
        self._table, self._lookup, self._party = table, lookup, party

    def kind(self) -> type[Kind]:
        """The kind of which the columns give most."""
        return max(addable().values(), key=self._fits)

    def _fits(self, kind: type[Kind]) -> float:
        """How well the rows can be about a kind: what its columns say of it, without what they lack."""
        place = f"{self._table.file} {self._table.sheet}"
        proposed = self.proposal(kind)
        said = sum(guess.weight for guess in proposed.columns if guess.target)
        return said + 2 * heading_match(kind, kind.spec.caption, place) - len(proposed.needed) / 2

    def proposal(self, kind: type[Kind]) -> Proposal:
        """What each column may be, if the rows are about a kind."""
        columns = self._columns(kind)
        given = {guess.target.partition("@")[0].partition(".")[0] for guess in columns}
        every: list[FieldSpec | TieField] = [*kind.fields.values(), *kind.tie_fields.values()]
        needed = [one for one in every if one.required and one.name not in given]
        return Proposal(kind, columns, needed, self._names_own_side(kind, columns))

    def read_as(self, kind: type[Kind], heading: str, target: str) -> Guess:
        """A column as what the user says that it is."""
        return self._tried(kind, heading, target, asked=True)

    def _columns(self, kind: type[Kind]) -> list[Guess]:
        """Each column as what it most likely is; what fits best takes its target first."""
        tried = sorted(
            (self._tried(kind, heading, target) for heading in self._table.headings for target in _targets(kind)),
            key=lambda guess: -guess.points,
        )  # fmt: skip
        chosen: dict[str, Guess] = {}
        taken: set[str] = set()
        for guess in tried:
            if guess.points >= _ENOUGH and guess.heading not in chosen and guess.target not in taken:  # fmt: skip
                chosen[guess.heading] = guess
                taken.add(guess.target)
        return [chosen.get(heading, Guess(heading)) for heading in self._table.headings]

    def _values(self, heading: str) -> list[str]:
        cells = (row.cells[heading] for row in self._table.rows[:_LOOKED_AT] if not row.fault)
        return [cell.text for cell in cells if cell.text and not cell.fault]

    def _tried(self, kind: type[Kind], heading: str, text: str, *, asked: bool = False) -> Guess:
        target = target_of(kind, text)
        assert isinstance(target, Target)
        values = self._values(heading)
        said = heading_match(kind, text, heading)
        alone = not said and _speaks_for_itself(kind, text)
        if not values or not (said or alone or asked):
            return Guess(heading, text)
        field = target.field
        if field and field.localised:
            text += _language(values)
            return Guess(heading, text, "", len(values), len(values), values[0], "", [], said, said)
        order = _order(values) if field and field.is_date else ""
        read = self._reader(target, order)
        good = [value for value in values if read is None or _can(read, value)]
        bad = next((value for value in values if value not in set(good)), "")
        share = len(good) / len(values)
        points: float = said + 2 * share if read else said
        if (read and said < 3 and share < 0.5) or (alone and share < 0.8):
            points = 0.0
        example = good[0] if good else ""
        unread = [value for value in dict.fromkeys(values) if value not in set(good)]
        words = unread[:_WORDS] if field and field.vocabulary else []
        return Guess(heading, text, order, len(good), len(values), example, bad, words, points, points * share)  # fmt: skip

    def _reader(self, target: Target, order: str) -> Callable[[str], object] | None:
        """What reads a value of a target; None where any text is one."""
        field, tie = target.field, target.tie
        if tie and not field:
            return lambda value: self._lookup.knows(value, tie.other) or _no()
        if not field:
            return None
        if field.ref:
            return lambda value: self._lookup.knows(value, [field.ref]) or _no()
        if field.is_date:
            return lambda value: read_date(value, order)
        if vocabulary := field.vocabulary:
            return lambda value: word_of(vocabulary, value) or _no()
        return None if field.value_type is str else field.canonical

    def _names_own_side(self, kind: type[Kind], columns: Iterable[Guess]) -> bool:
        for guess in columns:
            if guess.target == "parties":
                tie = kind.tie_fields["parties"]
                values = self._values(guess.heading)
                return any(self._party in found for value in values if (found := _many(self._lookup, value, tie)))  # fmt: skip
        return True


def _targets(kind: type[Kind]) -> Iterator[str]:
    yield "id"
    for one in kind.fields.values():
        if not one.uses:
            yield one.name
    for tie in kind.tie_fields.values():
        yield tie.name
        yield from (f"{tie.name}.{name}" for name in tie.tie.fields if name in ("through", "role"))


def _speaks_for_itself(kind: type[Kind], target: str) -> bool:
    """Whether values alone, under whatever heading, show what a column is: dates, a vocabulary of several, parties."""
    return target in ("reported_on", "held_on", "type", "parties", "members", "located_in") and (
        target in kind.fields or target in kind.tie_fields
    )


def _many(lookup: Lookup, value: str, tie: TieField) -> list[str]:
    try:
        return lookup.many(value, tie.other)
    except NoSuchError:
        return []


def _can(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except (ValueError, NoSuchError):
        return False
    return True


def _no() -> object:
    raise ValueError


def _language(values: list[str]) -> str:
    """The language that most of the texts show; none if they are mixed."""
    share = sum(bool(_JAPANESE.search(value)) for value in values) / len(values)
    return "@ja" if share >= 0.9 else "@en" if share <= 0.1 else ""


def _order(values: Iterable[str]) -> str:
    """Which of 3/4/2025 is the day, if other dates of the column show it."""
    pairs = [tuple(map(int, found.groups())) for v in values if (found := _NUMERIC_DATE.fullmatch(v))]  # fmt: skip
    if any(first > 12 for first, _ in pairs):
        return DAY_FIRST
    return MONTH_FIRST if any(second > 12 for _, second in pairs) else ""
