"""Blocks of the cards of what is done and agreed: programmes, calls, projects, agreed items, fields and offices."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.vocab import ParticipantRole
from visualizations.card import Line, Row
from visualizations.card_lines import People, event_line
from visualizations.card_subject import Subject

_MOST_LINES = 30
"""Lines that a block lists at most; the newest are kept, and the rest is counted."""


def takers(subject: Subject) -> Iterable[Line]:
    """Who runs it, who pays for it, and who takes part."""
    tell = subject.tell

    def called(row: Row) -> str:
        role = row["role"]
        word = ParticipantRole(role).label(tell.lang) if role else ""
        bodies = tell.listed(map(tell.name, row["through"] or ()))
        body = row["kind"] == "Organisation"
        return tell.bracketed(tell.called(row["id"]) if body else subject.plain(row), word, bodies)

    for type_, ja, en in (
        ("ADMINISTERS", "所管・運営", "Administered by"),
        ("FUNDS", "資金配分", "Funded by"),
        ("PARTICIPATES_IN", "参画", "Taking part"),
    ):
        rows = subject.ties(type_, out=False)
        rows.sort(key=lambda row: (row["id"] != tell.own, row["name_en"], row["id"]))
        yield from subject.labelled(ja, en, rows, called)


def parts(subject: Subject) -> Iterable[Line]:
    """Calls and projects that belong to it, in time."""
    rows = [*subject.ties("CALLS_UNDER", out=False), *subject.ties("PART_OF", out=False)]
    yield from _events(subject, rows)


def engaged_in(subject: Subject) -> Iterable[Line]:
    """Programmes, calls and projects that a body runs, pays for or takes part in, in time."""
    types = ("ADMINISTERS", "FUNDS", "PARTICIPATES_IN")
    found = {row["id"]: row for type_ in types for row in subject.ties(type_, out=True)}
    rows = sorted(found.values(), key=lambda row: (row["event_on_min"] or "", row["id"]))
    yield from _events(subject, rows)


def related(subject: Subject) -> Iterable[Line]:
    """What it belongs to, rests on and works together with."""
    tell = subject.tell

    def dated(row: Row) -> str:
        name = tell.title(row) if row["type"] else subject.plain(row)
        return tell.bracketed(name, tell.date(row["event_on"]))

    joint = [*subject.ties("JOINT_WITH", out=True), *subject.ties("JOINT_WITH", out=False)]
    for ja, en, rows in (
        ("公募の対象事業", "Call under", subject.ties("CALLS_UNDER", out=True)),
        ("基となる文書", "Based on", subject.ties("BASED_ON", out=True)),
        ("連携する事業・公募", "Joined with", joint),
        ("契機となった文書・会合等", "Followed from", subject.ties("LED_TO", out=False)),
        ("実施する合意事項", "Delivers", subject.ties("DELIVERED_BY", out=False)),
    ):
        yield from subject.labelled(ja, en, rows, dated)


def agreed_in(subject: Subject) -> Iterable[Line]:
    """Where an item was agreed."""
    return _events(subject, subject.ties("AGREED", out=False))


def delivery(subject: Subject) -> Iterable[Line]:
    """What an item was carried out by, as a source says."""
    return _events(subject, subject.ties("DELIVERED_BY", out=True))


def fields(subject: Subject) -> Iterable[Line]:
    """The wider field, and the narrower ones."""
    wider, narrower = subject.ties("BROADER", out=True), subject.ties("BROADER", out=False)
    yield from subject.labelled("上位の領域", "Wider field", wider, subject.plain)
    yield from subject.labelled("下位の領域", "Narrower fields", narrower, subject.plain)


def covered(subject: Subject) -> Iterable[Line]:
    """What is about a field, in time."""
    return _events(subject, subject.ties("COVERS", out=False))


def holders(subject: Subject) -> Iterable[Line]:
    """Who was shown in an office, and on which days."""
    tell = subject.tell
    said = People(tell, [subject.id])
    for row in tell.read("card-holders", id=subject.id):
        name = said.said(row["person"], row[f"name_{tell.lang}"], None)
        held = said.office(row["person"], subject.id)
        text = f"{name}：{held}" if tell.ja else f"{name}: {held}"
        yield Line(text, tuple(row["sources"]), (row["person"],))


def _events(subject: Subject, rows: list[Row]) -> Iterable[Line]:
    tell = subject.tell
    if left := len(rows[:-_MOST_LINES]):
        yield Line(
            f"（それ以前に、又は日付の記載なく{left}件）"
            if tell.ja
            else f"({left} before, or without a date)"
        )
    for row in rows[-_MOST_LINES:]:
        yield event_line(tell, row, _planned(subject, row))


def _planned(subject: Subject, row: Row) -> str:
    if not subject.tell.planned(row):
        return ""
    return "予定" if subject.tell.ja else "planned"
