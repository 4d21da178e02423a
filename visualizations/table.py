"""An answer as headings and cells of text: the one form behind the terminal, CSV and Markdown."""

from __future__ import annotations

from dataclasses import dataclass, replace

from queries.results import Answer
from visualizations.cells import Cells
from visualizations.coverage import Numbers, coverage_line, footnote, handling_mark
from visualizations.sentence import sentence, wider

_SHOWN = {"ja": ("name_en",), "en": ("name_ja",)}
"""Columns that are left out per language, where the other language's name says the same."""

_ABOVE = {"ja": "〃", "en": "as above"}

_DISPUTED = {
    "ja": "▲ 資料により異なる点がある（enishi query run conflicts）。",
    "en": "▲ Sources differ on it (enishi query run conflicts).",
}

_REPEATS = ("both", "item", "items", "ground", "values")
"""Types of columns whose cells are long, and need not stand twice below one another."""

_WORTH_A_DITTO = 12
"""Characters from which on a cell is long."""


@dataclass(frozen=True)
class Table:
    """An answer ready to be printed.

    Attributes:
        title: One sentence that says what the table is.
        headings: Heading of each column.
        rows: Cells as text.
        notes: What has to be said of it besides.
        below: Tables of its companions, which share its footnotes and its coverage.
        footnotes: What a mark means, and sources by number, one line each.
        cited: Ids of the sources in the order of their numbers.
        coverage: What the answer rests on.
        mark: How far it may travel, where that is not everywhere.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    below: tuple[Table, ...] = ()
    footnotes: tuple[str, ...] = ()
    coverage: str = ""
    cited: tuple[str, ...] = ()
    mark: str = ""


def make_table(answer: Answer, lang: str, *, numbered: bool = True) -> Table:
    """Put an answer and its companions into words of one language.

    Args:
        answer: The answer.
        lang: `ja` or `en`.
        numbered: Whether cells name sources by the number of their footnote, counted as they are read, and say what
            stands in the row above by a mark; else every cell stands for itself, with ids of sources.
    """
    numbers = Numbers() if numbered else None
    answers = (answer, *answer.companions)
    main, *below = tables = [_one_table(each, lang, numbers) for each in answers]
    sources = {source["id"]: source for each in answers for source in each.sources}
    cited = numbers.order if numbers else []
    marked = any("▲" in cell for table in tables for row in table.rows for cell in row)
    return replace(
        main,
        below=tuple(below),
        footnotes=(
            *([_DISPUTED[lang]] if marked else []),
            *(f"{n}) {footnote(sources[id_], lang)}" for n, id_ in enumerate(cited, start=1)),
        ),
        coverage=coverage_line(answer.coverage, lang, answer.truncated, len(answer.rows)),
        cited=tuple(cited),
        mark=handling_mark(answer.coverage.handling, lang),
    )


def _one_table(answer: Answer, lang: str, numbers: Numbers | None) -> Table:
    query = answer.query
    among = {name for name, column in query.columns.items() if column.type in ("among", "extent")}
    names = [name for name in answer.columns if name not in (*_SHOWN[lang], *among)]
    columns = [name for name in names if query.columns[name].type != "id"]
    if not any(name.startswith("name_") for name in columns):
        columns = names
    cells = Cells(answer.names, numbers, lang)
    rows = [
        [cells.cell(query.columns[name], row[name], row) for name in columns] for row in answer.rows
    ]
    if numbers:
        rows = _with_dittos(rows, [query.columns[name].type for name in columns], lang)
    return Table(
        title=sentence(answer, lang),
        headings=tuple(query.columns[name].text(lang) for name in columns),
        rows=tuple(map(tuple, rows)),
        notes=tuple(wider(answer, lang)),
    )


def _with_dittos(rows: list[list[str]], types: list[str], lang: str) -> list[list[str]]:
    """Rows whose long cells say only that they are as above, where they are."""
    return [
        [
            _ABOVE[lang]
            if above and text == above[i] and types[i] in _REPEATS and len(text) >= _WORTH_A_DITTO
            else text
            for i, text in enumerate(row)
        ]
        for above, row in zip([None, *rows], rows, strict=False)
    ]
