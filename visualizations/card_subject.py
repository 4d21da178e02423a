"""What a card is about, with everything that it is tied to: what the cards of all kinds share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from graphmodel.vocab import ForumRole, HubType
from visualizations.card import Line, Row, Teller
from visualizations.wording import NAMED_IN_SOURCES, counted

_NAMED = ("PARTY_TO", "COVERS")
_OUT = ("COVERS",)
"""Ties whose other ends its own properties name, and those of them that go out from it."""

_SEATS = (ForumRole.CONVENOR, ForumRole.CHAIR, ForumRole.HOST)
"""Roles that are a seat, not a circle: who sits there is all."""


class Subject:
    """What a card is about.

    Attributes:
        tell: Puts rows into words.
        id: Its id.
        title: Its name.
        other_title: Its name in the other language; empty if it is the same.
        cites: Sources that speak of it, with the place in them.
    """

    def __init__(self, teller: Teller, id_: str) -> None:
        self.tell, self.id = teller, id_
        evidence = teller.content([id_]).nodes[0].evidence
        self.title, self.other_title = evidence.title, evidence.other_title
        self._details, self.cites, self._agreed = evidence.details, evidence.cites, evidence.agreed
        self._ties: dict[tuple[str, bool], list[Row]] = defaultdict(list)
        for row in teller.read("card-ties", id=id_):
            if (
                not row["event_on_min"]
                or row["event_on_min"] <= teller.as_of
                or row["event_mood"] == "planned"
            ):
                self._ties[row["tie_type"], row["out"]].append(row)

    def ties(self, type_: str, *, out: bool, kind: str = "") -> list[Row]:
        """What it is tied to by one kind of tie, in one direction; nothing that a tie of a time has ended for."""
        return [
            row
            for row in self._ties[type_, out]
            if (not kind or row["kind"] == kind)
            and (
                row["holds_from"] is None or row["holds_from"] <= self.tell.as_of < row["holds_to"]
            )
        ]

    def counted_members(self, rows: list[Row]) -> tuple[str, ...]:
        """How many take part in a forum in one role; before it, where no source lists all, that it is not their total."""
        ids = [row["id"] for row in rows]
        number = counted(ids, self.tell.facts(ids), self.tell.lang)
        whole = rows[0]["role"] in _SEATS or self._lists_all
        return (number,) if whole else (NAMED_IN_SOURCES[self.tell.lang], number)

    @cached_property
    def _lists_all(self) -> bool:
        return any(row["complete"] for row in self.tell.read("forum-listed", id=self.id))

    def labelled(
        self, ja: str, en: str, rows: list[Row], name: Callable[[Row], str]
    ) -> Iterable[Line]:
        """Rows as one line with a label before them; none if there are none."""
        if rows:
            said = self.tell.listed(dict.fromkeys(map(name, rows)))
            pair = ja if self.tell.ja else en, said
            yield self.tell.paired([pair], sources_of(rows), (row["id"] for row in rows))

    def in_order(self, rows: list[Row]) -> list[Row]:
        """Parties in the order of protocol: our side first where there are two, else by English name."""
        two = len(rows) == 2
        return sorted(
            rows, key=lambda row: (two and row["id"] != self.tell.own, row["name_en"], row["id"])
        )

    def plain(self, row: Row) -> str:
        """The name at the other end."""
        return str(row[f"name_{self.tell.lang}"])

    def about(self) -> Iterable[Line]:
        """Its own properties."""
        sources = tuple(dict.fromkeys(cite.source for cite in self.cites))
        said = [(detail.label, detail.value) for detail in self._details]
        named = [row for tie in _NAMED for row in self.ties(tie, out=tie in _OUT)]
        if said:
            yield self.tell.paired(said, sources, _ids(named))
        wider = self.ties("PART_OF", out=True)
        body = all(row["kind"] in ("Organisation", "Country", "Union") for row in wider)
        label = "上位の組織" if body else "上位の枠組み・事業・文書等"
        yield from self.labelled(label, "Part of", wider, self.plain)
        yield from self.labelled(
            "所在国", "Based in", self.ties("LOCATED_IN", out=True), self.plain
        )

        yield from self._inner()

    def _inner(self) -> Iterable[Line]:
        """The bodies in it: hubs by their type, then the others."""
        rows = self.ties("PART_OF", out=False, kind="Organisation")
        of: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row["name_en"], row["id"])):
            of[row["hub_type"] or ""].append(row)
        for type_ in (*HubType, ""):
            ja, en = "内部の組織・拠点", "Bodies in it"
            if type_:
                word = HubType(type_).label(self.tell.lang)
                ja, en = f"拠点（{word}）", f"Hubs ({word})"
            yield from self.labelled(ja, en, of[type_], self.plain)

    def differences(self) -> Iterable[Line]:
        """Where sources differ about it."""
        return self.tell.differences([self.id])

    def agreed(self) -> Iterable[Line]:
        """What was agreed in it."""
        rows = {self.plain(row): row for row in self.ties("AGREED", out=True)}
        for text in self._agreed:
            yield Line(
                text, sources_of([row for name, row in rows.items() if text.startswith(name)])
            )


def _ids(rows: Iterable[Row]) -> Iterable[str]:
    """What the rows name: their other ends, and the bodies that acted for them."""
    for row in rows:
        yield from (row["id"], *(row["through"] or ()))


def sources_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Ids of the sources of some rows, each once."""
    return tuple(dict.fromkeys(source for row in rows for source in row["sources"] or ()))
