"""A country's policy on its card: what it set down, pays, chose as critical, where it stands, and what it means to reach."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

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
    yield from strategy_lines(tell, [row for row in rows if row["amount"] is None])
    yield from budget_lines(tell, [row for row in rows if row["amount"] is not None])
    yield from choice_lines(tell, id_)
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


def strategy_lines(tell: Teller, rows: list[Row]) -> Iterable[Line]:
    """Strategies, laws and other documents of policy; those beyond the most that are told are counted."""
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


def budget_lines(tell: Teller, rows: list[Row]) -> Iterable[Line]:
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


def choice_lines(tell: Teller, id_: str) -> Iterable[Line]:
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
        head = label("重要技術に選定", "Chosen as critical", tell)
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
