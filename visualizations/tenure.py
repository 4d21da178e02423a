"""Whether someone still is in an office on a day: what a source shows, and what would only be guessed.

Ministers change, and a name beside an office that someone has left embarrasses; so does 「（当時）」 beside one who is still in it. So
there are three answers. Someone is *past* if a source gives the end, or shows another person in the office later, or if the
last word of a source is ten years old, longer than terms of office are. Someone is *in office* if a source shows that within
the six months before the day. Everything else is *to be confirmed*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from graphmodel.stores import GraphStore
from queries.catalogue import internal

FRESH = timedelta(days=183)
"""How long a source's word on who is in an office is taken to hold."""

LONG_AGO = timedelta(days=3653)
"""After how long without a source nobody is taken to be in an office still."""

_HELD_BY_SEVERAL = ("副大臣", "政務官", "議員", "次官", "局長", "大使")
"""Offices that several people may hold at a time, or that one entry of the record may lump: no successor follows from them."""


class Tenure(Enum):
    """Whether someone is in an office on a day."""

    IN_OFFICE = "in office"
    PAST = "past"
    TO_BE_CONFIRMED = "to be confirmed"


class Tenures:
    """Who was shown in some offices, and when."""

    def __init__(
        self, store: GraphStore, offices: Iterable[str], names: Mapping[str, str], as_of: str
    ) -> None:
        """Read who was shown in offices.

        Args:
            store: The graph.
            offices: Ids of the offices.
            names: Japanese name of each.
            as_of: ISO day; what is later is not looked at.
        """
        self._names, self._as_of = names, as_of
        self._days: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._shown: dict[str, dict[str, str]] = defaultdict(dict)
        self._ended: set[tuple[str, str]] = set()
        rows = store.read(internal("card-tenures"), {"offices": sorted(set(offices))}).records()
        for row in rows:
            office, person = row["office"], row["person"]
            shown = row["shown"] or ""
            if shown and shown <= as_of:
                self._days[office, person].add(shown)
            if shown <= as_of:
                self._shown[office][person] = max(shown, self._shown[office].get(person, ""))
            if row["until"] and row["until"] <= as_of:
                self._ended.add((office, person))

    def of(self, person: str, office: str) -> Tenure:
        """Whether a person is in an office on the day."""
        last = self._shown[office].get(person, "")
        if (office, person) in self._ended or self._succeeded(office, person, last):
            return Tenure.PAST
        as_of = date.fromisoformat(self._as_of)
        if last and last < (as_of - LONG_AGO).isoformat():
            return Tenure.PAST
        fresh = last >= (as_of - FRESH).isoformat()
        return Tenure.IN_OFFICE if fresh else Tenure.TO_BE_CONFIRMED

    def days(self, person: str, office: str) -> list[str]:
        """The days on which a source shows a person in an office, up to the day."""
        return sorted(self._days[office, person])

    def _succeeded(self, office: str, person: str, last: str) -> bool:
        if any(word in self._names.get(office, "") for word in _HELD_BY_SEVERAL):
            return False
        return any(shown > last for other, shown in self._shown[office].items() if other != person)
