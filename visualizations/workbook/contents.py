"""What a workbook holds: the sheets of the record, where sources differ, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.claims import Claim
from graphmodel.ids import ends_of
from graphmodel.kinds import Agreement
from graphmodel.stores import GraphStore
from queries.catalogue import find_query, internal
from queries.entities import named_kinds
from queries.run import run
from visualizations.briefing.imprint import Imprint, read_imprint
from visualizations.briefing.phrases import Phrases
from visualizations.table import make_table
from visualizations.wording import with_article
from visualizations.workbook.columns import ID, Both, Column, Sheet
from visualizations.workbook.facts import Facts
from visualizations.workbook.rows import Asked, Filled, Row, fill

_MOST = 100_000
CONFLICTS = "conflicts"
"""The saved query of where sources differ, and the sheet of its rows."""


@dataclass(frozen=True)
class Contents:
    """What a workbook holds.

    Attributes:
        asked: What it was asked for.
        focus: Name of what it is about; empty for all of the record.
        sheets: Its sheets.
        left_out: Whether where sources differ is left out: it may not travel as far as the rest.
        imprint: What it says of itself.
    """

    asked: Asked
    focus: str
    sheets: tuple[Filled, ...]
    left_out: bool
    imprint: Imprint


def read_contents(
    graph: GraphStore, claims: Iterable[tuple[Claim, bool]], asked: Asked, phrases: Phrases
) -> Contents:
    """Read what a workbook holds.

    Args:
        graph: The graph.
        claims: The claims behind it, each with whether it is used.
        asked: What is asked for.
        phrases: The words.
    """
    rows = graph.read(internal("names"), {"ids": [], "kinds": list(named_kinds())}).records()
    names = {row["id"]: row for row in rows}
    differing = graph.read(internal("workbook-differences")).records()
    facts = Facts(claims, names, ((row["subject"], row["property"]) for row in differing))
    sheets = fill(facts, asked)
    handling = find_query(CONFLICTS).handling
    left_out = asked.ceiling.rank < handling.rank
    if not left_out:
        sheets = (*sheets, _conflicts(graph, asked, facts))
    imprint = read_imprint(graph, phrases, asked.as_of, draft=False)
    focus = names[asked.focus][f"name_{asked.lang}"] if asked.focus else ""
    return Contents(asked, with_article(focus, asked.lang), sheets, left_out, imprint)


def _conflicts(graph: GraphStore, asked: Asked, facts: Facts) -> Filled:
    query = find_query(CONFLICTS)
    answer = run(
        query, {}, as_of=asked.as_of, settings={"party": asked.own}, store=graph, max_rows=_MOST
    )
    table = make_table(answer, asked.lang, numbered=False)
    chosen = facts.around(asked.focus, asked.steps) if asked.focus else None
    headings = (Column(f"{number}", Both(text, text)) for number, text in enumerate(table.headings))
    title = Both("資料による相違", "Differences")
    sheet = Sheet(CONFLICTS, title, Agreement, (ID, *headings))
    rows = tuple(
        Row(id_ := f"{row['subject']} {row['property']}", (id_, *cells))
        for row, cells in zip(answer.rows, table.rows, strict=True)
        if chosen is None or chosen.issuperset(ends_of(row["subject"]))
    )
    return Filled(sheet, rows)
