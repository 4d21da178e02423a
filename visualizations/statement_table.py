"""What a typed statement returned, as a table of text: nodes, ties and paths by name and id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.batch import NodeRow, TieRow
from graphmodel.stores.values import PathRow
from queries.statement import StatementAnswer
from visualizations.coverage import coverage_line, handling_mark
from visualizations.table import Table
from visualizations.wording import bracketed, listed


def statement_table(answer: StatementAnswer, lang: str) -> Table:
    """Put what a statement returned into cells of text.

    Args:
        answer: What it returned.
        lang: Language of the names of nodes.
    """
    result = answer.result
    shown = len(result.rows)
    title = {
        "ja": f"{shown}行" if shown else "該当する行なし",
        "en": f"Rows: {shown}" if shown else "No rows",
    }[lang]
    return Table(
        title=title,
        headings=result.columns,
        rows=tuple(tuple(cell(value, lang) for value in row) for row in result.rows),
        footnotes=(),
        coverage=coverage_line(answer.coverage, lang, result.truncated, shown),
        mark=handling_mark(answer.coverage.handling, lang),
    )


def cell(value: Any, lang: str) -> str:
    """A value as text: a node as its name and id, a tie as its id, a path as both in turn."""
    if value is None or value == []:
        return "―"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, NodeRow):
        name = str(value.props.get(f"name_{lang}", ""))
        return bracketed(name, value.id, lang) if name else value.id or ":".join(value.labels)
    if isinstance(value, TieRow):
        return value.id or f"{value.start} {value.type} {value.end}".strip()
    if isinstance(value, PathRow):
        return _path(value, lang)
    if isinstance(value, list):
        return listed([cell(item, lang) for item in value], lang)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {cell(item, lang)}" for key, item in value.items())
    return str(value)


def _path(path: PathRow, lang: str) -> str:
    parts = [cell(path.nodes[0], lang)]
    for before, tie, after in zip(path.nodes, path.ties, path.nodes[1:], strict=False):
        outgoing = tie.start == before.id
        parts.append(f"-[{tie.type}]->" if outgoing else f"<-[{tie.type}]-")
        parts.append(cell(after, lang))
    return " ".join(parts)
