"""A workbook holds what the table says, with days and numbers as such, and is the same to the byte."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query, load_catalogue
from queries.header import SavedQuery
from queries.results import Answer
from queries.run import run
from queries.statement import StatementAnswer, run_statement
from tests.shipped import ShippedGraph
from visualizations.sheet import answer_sheet, statement_sheet
from visualizations.statement_table import statement_table
from visualizations.table import make_table

RECORD = Path(__file__).parents[2] / "data"
DAY = "2025-05-01"


@pytest.fixture(scope="module")
def graph(shipped_graph: ShippedGraph) -> EmbeddedStore:
    return EmbeddedStore(shipped_graph())


def ask(graph: EmbeddedStore, id_: str, **given: str) -> Answer:
    return run(find_query(id_), given, as_of=DAY, settings={"party": "JP"}, store=graph)


def statement(graph: EmbeddedStore, text: str) -> StatementAnswer:
    return run_statement(text, {}, as_of=DAY, store=graph)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(
    ("lang", "names", "font"),
    [
        ("ja", ["結果", "出典", "注記"], "游ゴシック"),
        ("en", ["Rows", "Sources", "Notes"], "Calibri"),
    ],
)
def test_the_sheets_of_an_answer(
    graph: EmbeddedStore, lang: str, names: list[str], font: str
) -> None:
    answer = ask(graph, "partner-gap", forum="MDQ")
    table = make_table(answer, lang, numbered=False)
    book = opened(answer_sheet(answer, lang))
    titles = [companion.query.title.text(lang)[:31] for companion in answer.companions]
    assert titles
    assert book.sheetnames == [names[0], *titles, *names[1:]]
    *parts, sources, notes = book.worksheets
    for part, shown in zip(parts, (table, *table.below), strict=True):
        assert tuple(cell.value for cell in part[1]) == shown.headings
        assert part.freeze_panes == sources.freeze_panes == "A2"
        assert part.max_row == 1 + len(shown.rows)
    rows = parts[0]
    assert [cell.value for cell in rows[2]] == list(table.rows[0])
    assert rows["A2"].font.name == font
    assert rows["A1"].font.b
    listed = {row[0].value for row in sources.iter_rows(min_row=2)}
    assert listed == {s["id"] for a in (answer, *answer.companions) for s in a.sources}
    named = rows[f"{rows.cell(2, rows.max_column).coordinate}"].value
    assert set(named.split()) <= listed
    said = [cell.value for cell in notes["B"]]
    assert {table.title, table.coverage, *(part.title for part in table.below)} <= set(said)
    assert all(8 <= column.width <= 61 for column in rows.column_dimensions.values())


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("query", load_catalogue().values(), ids=lambda query: query.id)
def test_every_saved_query_is_a_workbook(
    graph: EmbeddedStore, query: SavedQuery, lang: str
) -> None:
    given = query.example
    answer = run(query, given, as_of=DAY, settings={"party": "JP"}, store=graph)
    book = opened(answer_sheet(answer, lang))
    assert book.worksheets[0].max_row == 1 + len(answer.rows)
    cells = {
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    }
    assert not {"〃", "同上"} & cells


def test_whole_days_are_days_and_others_are_text(graph: EmbeddedStore) -> None:
    answer = ask(graph, "how-it-came-about", agreement="jp-uk-quantum-moc-2025")
    dates = {row["date"] for row in answer.rows}
    assert {len(day) for day in dates if day} >= {10}
    book = opened(answer_sheet(answer, "en"))
    values = {cell.value for row in book.worksheets[0].iter_rows(min_row=2) for cell in row}
    assert dt.datetime(2025, 4, 28) in values
    numbers = {row["lag_days"] for row in answer.rows if row["lag_days"] is not None}
    assert numbers
    assert numbers <= values


def test_numbers_truth_and_text_of_a_statement(graph: EmbeddedStore) -> None:
    given = statement(
        graph, "RETURN 3 AS n, 1.5 AS f, true AS t, null AS z, '=1+1' AS formula, '2025' AS year"
    )
    book = opened(statement_sheet(given, statement_table(given, "en"), "en"))
    assert [cell.value for cell in book.worksheets[0][2]] == [3, 1.5, True, None, "=1+1", "2025"]
    assert book.worksheets[0]["E2"].data_type == "s"
    assert given.statement in [cell.value for cell in book.worksheets[1]["B"]]


def test_what_a_spreadsheet_does_not_have_is_text(graph: EmbeddedStore) -> None:
    given = statement(graph, "RETURN $as_of AS a, 1 AS b")
    rows = (("x" * 40_000, float("nan")), ("", float("inf")))
    given = replace(given, result=replace(given.result, rows=rows))
    sheet = opened(statement_sheet(given, statement_table(given, "en"), "en")).worksheets[0]
    assert (len(sheet["A2"].value), sheet["A2"].value[-1]) == (32_767, "…")
    assert [sheet["B2"].value, sheet["B3"].value] == ["nan", "inf"]
    assert json.loads(json.dumps(given.records(), allow_nan=False))[0]["b"] == "nan"


def test_an_answer_without_rows(graph: EmbeddedStore) -> None:
    given = statement(graph, "MATCH (f:Forum {id: 'x'}) RETURN f.id AS id")
    book = opened(statement_sheet(given, statement_table(given, "ja"), "ja"))
    assert [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()] == [["id"]]


def test_the_same_answer_gives_the_same_bytes(graph: EmbeddedStore) -> None:
    answer = ask(graph, "conflicts")
    content = answer_sheet(answer, "ja")
    assert answer_sheet(answer, "ja") == content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-05-01T00:00:00Z" in parts.read("docProps/core.xml")
