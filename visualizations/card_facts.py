"""Blocks of the cards of facts of policy: documents, targets, choices, budget lines, indicators, infrastructure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from graphmodel.kinds import KINDS, Budget
from graphmodel.vocab import BudgetType
from visualizations.card import Line, Row
from visualizations.card_subject import Subject, sources_of
from visualizations.money import money_details, when_text

_MOST_LINES = 12
"""Items of a kind that a block names at most; the rest is counted."""


def issued(subject: Subject) -> Iterable[Line]:
    """Whose document it is, and who decided it."""
    tell = subject.tell
    rows = subject.in_order(subject.ties("ISSUED", out=False))
    tell.learn(body for row in rows for body in row["decided_by"] or ())

    def by(row: Row) -> str:
        bodies = tell.listed(map(tell.name, row["decided_by"] or ()))
        return tell.bracketed(subject.plain(row), bodies)

    yield from subject.labelled("策定・公表", "Issued by", rows, by)


def editions(subject: Subject) -> Iterable[Line]:
    """Earlier and later editions, and the document that it is part of."""
    for type_, out, ja, en in (
        ("SUPERSEDES", True, "前の版・文書", "Carries on"),
        ("SUPERSEDES", False, "後継", "Carried on by"),
        ("PART_OF", True, "上位の文書", "Part of"),
    ):
        rows = subject.ties(type_, out=out)
        yield from subject.labelled(ja, en, rows, lambda row: _dated(subject, row))


def within(subject: Subject) -> Iterable[Line]:
    """What a document holds: targets, choices and budget lines, by kind."""
    rows = subject.ties("PART_OF", out=False)
    for kind, same in groupby(_by_kind(rows), key=lambda row: row["kind"]):
        spec = KINDS[kind].spec
        own = list(same)
        yield from subject.labelled(spec.ja, spec.en, own[:_MOST_LINES], subject.plain)
        if left := own[_MOST_LINES:]:
            tell = subject.tell
            text = (
                f"（{spec.ja}：ほか{len(left)}件）" if tell.ja else f"({spec.en}: {len(left)} more)"
            )
            yield Line(text, sources_of(left))


def _by_kind(rows: list[Row]) -> list[Row]:
    """Rows in the order of the kinds, then by name."""
    order = list(KINDS)
    return sorted(rows, key=lambda row: (order.index(row["kind"]), row["name_en"], row["id"]))


def whose(subject: Subject) -> Iterable[Line]:
    """Whose money, choice or target it is, what it pays for, and where it stands."""
    for type_, out, ja, en in (
        ("HELD_BY", True, "実施主体", "Held by"),
        ("CONCERNS", True, "対象の国・機関", "Concerns"),
        ("FUNDS", True, "対象事業・機関", "Pays for"),
        ("ADMINISTERS", False, "所管・運営", "Run by"),
    ):
        rows = subject.in_order(subject.ties(type_, out=out))
        yield from subject.labelled(ja, en, rows, subject.plain)


def positions(subject: Subject) -> Iterable[Line]:
    """Countries and bodies that an indicator places, in their order."""
    tell = subject.tell
    rows = subject.ties("MEASURES", out=True)
    rows.sort(key=lambda row: (row["position"] or 0, row["name_en"], row["id"]))
    for row in rows:
        said = (
            [f"{row['position']}位" if tell.ja else f"position {row['position']}"]
            if row["position"]
            else []
        )
        if row["share"]:
            said.append(f"{row['share']}％" if tell.ja else f"{row['share']} per cent")
        yield Line(tell.bracketed(subject.plain(row), *said), sources_of([row]))


def bears_on(subject: Subject) -> Iterable[Line]:
    """What is on record that bears on a target; that it is met is not said."""
    for row in subject.ties("BEARS_ON", out=False):
        yield Line(_dated(subject, row), sources_of([row]))


def money(subject: Subject) -> Iterable[Line]:
    """Budget lines that concern a body or pay for it."""
    tell = subject.tell
    rows = [*subject.ties("CONCERNS", out=False), *subject.ties("FUNDS", out=False)]
    ids = sorted({row["id"] for row in rows if row["kind"] == Budget.spec.label})
    for row in tell.read("card-budget", ids=ids):
        when = when_text(row, tell.lang) if row["fiscal_year"] or row["date"] else ""
        head = tell.bracketed(subject.plain(row), BudgetType(row["type"]).label(tell.lang), when)
        amount = money_details(row, tell.lang).get("amount", "")
        said = tell.bracketed(amount, row[f"caveat_{tell.lang}"] or "") if amount else ""
        colon = "：" if tell.ja else ": "
        yield Line(f"{head}{colon}{said}" if said else head, tuple(row["sources"]))


def _dated(subject: Subject, row: Row) -> str:
    return subject.tell.bracketed(subject.plain(row), subject.tell.date(row["event_on"]))
