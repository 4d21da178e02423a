"""What the cards of programmes, calls and projects say: who is in them, what they belong to, what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from visualizations.card import Line, Row, Teller
from visualizations.card_lines import event_line, label


class Subject(Protocol):
    """What a card is about, as far as it is asked here."""

    tell: Teller

    def ties(self, type_: str, *, out: bool, kind: str = "") -> list[Row]:
        """What it is tied to by one kind of tie, in one direction."""
        ...


_SIDES = (
    ("PARTICIPATES_IN", "参加", "Taking part"),
    ("FUNDS", "資金", "Funded by"),
    ("ADMINISTERS", "運営", "Run by"),
)
_LARGER = (
    ("CALLS_UNDER", True, "公募の対象事業", "Call under"),
    ("PART_OF", True, "上位の事業等", "Part of"),
    ("JOINT_WITH", True, "連携先", "Joined with"),
    ("JOINT_WITH", False, "連携先", "Joined with"),
)


def taking_part(subject: Subject) -> Iterable[Line]:
    """Who takes part, pays and runs it: bodies with the country that they are based in, in the order of protocol."""
    tell = subject.tell
    for type_, ja, en in _SIDES:
        rows = sorted(subject.ties(type_, out=False), key=lambda row: (row["name_en"], row["id"]))
        if rows:
            homes = {
                row["id"]: row["home"]
                for row in tell.read("card-homes", ids=[row["id"] for row in rows])
            }
            said = [
                tell.bracketed(
                    tell.called(row["id"]), *map(tell.name, filter(None, [homes.get(row["id"])]))
                )
                for row in rows
            ]
            yield Line(label(ja, en, tell) + tell.listed(dict.fromkeys(said)), _sources(rows))


def belongs_to(subject: Subject) -> Iterable[Line]:
    """Programmes, calls and projects that it is a part of, or works together with."""
    tell = subject.tell
    for type_, out, ja, en in _LARGER:
        if rows := subject.ties(type_, out=out):
            names = dict.fromkeys(str(row[f"name_{tell.lang}"]) for row in rows)
            yield Line(label(ja, en, tell) + tell.listed(names), _sources(rows))


def parts(subject: Subject) -> Iterable[Line]:
    """Calls under it, and programmes and projects that are parts of it, in time."""
    rows = (*subject.ties("CALLS_UNDER", out=False), *subject.ties("PART_OF", out=False))
    for row in sorted(rows, key=lambda row: (row["event_on_min"] or "", row["id"])):
        yield event_line(subject.tell, row)


def _sources(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for row in rows for source in row["sources"] or ()))
