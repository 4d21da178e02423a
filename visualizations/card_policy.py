"""Blocks of cards about policy: what a country set down, pays, chose and where it stands; and the cards of these facts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from graphmodel.kinds import KINDS
from graphmodel.vocab import (
    BudgetType,
    CriticalArea,
    IndicatorType,
    Scope,
    StrategyType,
    TargetType,
)
from queries.catalogue import find_query
from visualizations.card import Line, Row, Teller
from visualizations.card_lines import label
from visualizations.card_subject import Subject, sources_of
from visualizations.money import amount_text, when_text
from visualizations.wording import bracketed

_MOST_LINES = 12
"""Documents that a card lists at most; those on quantum technology alone come first, then the newest."""

_SCOPES = (Scope.DEDICATED, Scope.INCLUDES)


def policy_lines(tell: Teller, id_: str) -> Iterable[Line]:
    """A country's or union's policy: its strategies first, then its money, what it chose, and where it stands.

    Args:
        tell: Who tells them.
        id_: Id of the country or union.
    """
    rows = _answer(tell, "policy-and-budget", countries=[id_], scope=list(map(str, _SCOPES)))
    yield from _strategies(tell, [row for row in rows if row["amount"] is None])
    yield from _budgets(tell, [row for row in rows if row["amount"] is not None])
    yield from _choices(tell, id_)
    yield from _standing(tell, id_)


def target_lines(tell: Teller, id_: str) -> Iterable[Line]:
    """What a country, union or body means to reach, and what bears on it."""
    for row in _answer(tell, "targets", holder=id_, due=None):
        due = row["due_printed"][tell.lang] if row["due_printed"] else tell.date(row["due"])
        kind = TargetType(row["kind"]).label(tell.lang) if row["kind"] != TargetType.TARGET else ""
        said = tell.bracketed(tell.name(row["target"]), kind, due and _due(due, tell))
        yield Line(said, tuple(row["sources"]))


def _answer(tell: Teller, query: str, **params: object) -> list[Row]:
    statement = find_query(query).statement
    return tell.store.read(statement, {**params, "as_of": tell.as_of}).records()


def _due(text: str, tell: Teller) -> str:
    return f"期限：{text}" if tell.ja else f"due {text}"


# A country's policy ---------------------------------------------------------------------------------------------------


def _strategies(tell: Teller, rows: list[Row]) -> Iterable[Line]:
    tell.learn(row["policy"] for row in rows)
    for row in rows[:_MOST_LINES]:
        kind = StrategyType(row["kind"]).label(tell.lang)
        includes = row["scope"] == Scope.INCLUDES
        said = Scope.INCLUDES.label(tell.lang) if includes else ""
        when = when_text(row["when"], tell.lang) if row["when"] else _undated(tell)
        yield Line(tell.bracketed(_title(tell, row["policy"]), kind, when, said), _proof(row))
    if left := len(rows[_MOST_LINES:]):
        yield Line(
            f"（ほかに文書{left}件）" if tell.ja else f"({left} more documents)",
            _proof(*rows[_MOST_LINES:]),
        )


def _budgets(tell: Teller, rows: list[Row]) -> Iterable[Line]:
    """Money in words; the lines that a total is listed with are counted, for they are no further money."""
    tell.learn(row["policy"] for row in rows)
    totals = {row["policy"] for row in rows}
    within = [row for row in rows if totals.intersection(row["under"])]
    for row in rows:
        if row in within:
            continue
        kind = BudgetType(row["kind"]).label(tell.lang)
        when = when_text(row["when"], tell.lang) if row["when"] else ""
        amount = amount_text(row["amount"], tell.lang)
        says = row["includes"][tell.lang] if row["includes"] else ""
        head = tell.bracketed(tell.name(row["policy"]), kind, when)
        colon = "：" if tell.ja else ": "
        yield Line(f"{head}{colon}{tell.bracketed(amount, says)}", _proof(row))
    if within:
        yield Line(
            f"（このほか、総額とともに示された内訳{len(within)}件）"
            if tell.ja
            else f"(besides, {len(within)} lines printed with these totals)",
            _proof(*within),
        )


def _choices(tell: Teller, id_: str) -> Iterable[Line]:
    """Technologies on quantum that a country chose as critical, in its own wording."""
    rows = _answer(tell, "technology-choices", countries=[id_], field="field:quantum-technology")
    tell.learn({row["choice"] for row in rows} | {row["document"] for row in rows} - {None})
    for row in rows:
        area = CriticalArea(row["area"]).label(tell.lang) if row["area"] else ""
        name = area or tell.name(row["choice"])
        wording = row["wording"][tell.lang] if row["wording"] else ""
        listed = row["list"][tell.lang] if row["list"] else ""
        document = _title(tell, row["document"]) if row["document"] else ""
        when = tell.date(row["date"])
        wording = wording if wording != name else ""
        head = label("重要技術に選定", "chosen as critical", tell)
        yield Line(
            head + tell.bracketed(name, _quoted(wording, tell), listed, document, when), _proof(row)
        )


def _standing(tell: Teller, id_: str) -> Iterable[Line]:
    """Where a country stands: a line for each measure and technology, then how these were measured."""
    rows = [
        row
        for row in _answer(tell, "standing-and-choices", countries=[id_], field=None)
        if row["country"] == id_
    ]
    tell.learn(field for row in rows for field in row["field"])
    colon = "：" if tell.ja else ": "
    for method, same in groupby(rows, key=lambda row: row["method"]):
        alike = list(same)
        for (measure, fields), readings in groupby(
            alike, key=lambda row: (row["measure"], row["field"])
        ):
            told = list(readings)
            word = IndicatorType(measure).label(tell.lang)
            head = tell.bracketed(word, *map(tell.name, fields))
            said = tell.listed(_reading(tell, row) for row in told)
            yield Line(f"{head}{colon}{said}", _proof(*told))
        if method:
            measures = [IndicatorType(row["measure"]).label(tell.lang) for row in alike]
            how = tell.bracketed("測り方" if tell.ja else "How measured", *dict.fromkeys(measures))
            yield Line(f"{how}{colon}{method[tell.lang]}", _proof(*alike))


def _reading(tell: Teller, row: Row) -> str:
    said = []
    if row["position"] is not None:
        said.append(f"{row['position']}位" if tell.ja else f"position {row['position']}")
    if row["share"]:
        said.append(f"{row['share']}％" if tell.ja else f"{row['share']} per cent")
    if row["value"]:
        said.append(amount_text(row["value"], tell.lang))
    when = when_text(row["when"], tell.lang) if row["when"] else ""
    return bracketed(("・" if tell.ja else ", ").join(said), when, tell.lang)


# The cards of these facts ---------------------------------------------------------------------------------------------


def amounts(subject: Subject) -> Iterable[Line]:
    """The money of a budget line, with all that has to be read with it."""
    tell = subject.tell
    for row in tell.read("card-budget", id=subject.id):
        text = amount_text(row["amount"], tell.lang)
        if row["previous"]:
            before = amount_text(row["previous"], tell.lang)
            text = tell.bracketed(text, label("前年度", "year before", tell) + before)
        yield Line(text, tuple(row["sources"]))


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
    for kind, same in groupby(rows_by_kind(rows), key=lambda row: row["kind"]):
        spec = KINDS[kind].spec
        own = list(same)
        yield from subject.labelled(spec.ja, spec.en, own[:_MOST_LINES], subject.plain)
        if left := own[_MOST_LINES:]:
            tell = subject.tell
            text = (
                f"（{spec.ja}：ほか{len(left)}件）" if tell.ja else f"({spec.en}: {len(left)} more)"
            )
            yield Line(text, sources_of(left))


def rows_by_kind(rows: list[Row]) -> list[Row]:
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
    rows = [*subject.ties("CONCERNS", out=False), *subject.ties("FUNDS", out=False)]
    rows = [row for row in rows if row["kind"] == "Budget"]
    seen = {row["id"]: row for row in rows}
    told = {row["id"]: row for id_ in seen for row in subject.tell.read("card-budget", id=id_)}
    for id_, row in seen.items():
        amount = amount_text(told[id_]["amount"], subject.tell.lang)
        colon = "：" if subject.tell.ja else ": "
        yield Line(f"{subject.plain(row)}{colon}{amount}", tuple(told[id_]["sources"]))


def _dated(subject: Subject, row: Row) -> str:
    return subject.tell.bracketed(subject.plain(row), subject.tell.date(row["event_on"]))


def _title(tell: Teller, id_: str) -> str:
    facts = tell.facts([id_])[id_]
    return tell.title({"name_ja": facts["ja"], "name_en": facts["en"]})


def _quoted(text: str, tell: Teller) -> str:
    if not text:
        return ""
    return f"「{text}」" if tell.ja else f'"{text}"'


def _undated(tell: Teller) -> str:
    return "日付の記載なし" if tell.ja else "no date given"


def _proof(*rows: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for row in rows for source in row["sources"]))
