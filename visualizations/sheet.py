"""An answer as an Excel workbook: the rows under a frozen header, the sources, and what it rests on."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from graphmodel.dates import is_iso_day
from queries.results import Answer, Coverage
from queries.statement import StatementAnswer
from visualizations.table import Table, make_table
from visualizations.wording import source_words

Value = str | int | float | bool | dt.datetime | None

_WORDS = {
    "rows": ("結果", "Rows"),
    "sources": ("出典", "Sources"),
    "notes": ("注記", "Notes"),
    "publisher": ("公表者", "publisher"),
    "title": ("文書名", "title"),
    "day": ("公表日", "published"),
    "kind": ("種類", "kind"),
    "url": ("アドレス", "address"),
    "id": ("ID", "id"),
    "answer": ("答え", "Answer"),
    "question": ("問い", "Question"),
    "handling": ("取扱い", "Handling"),
    "coverage": ("収録範囲", "What it rests on"),
    "params": ("パラメータ", "Parameters"),
    "statement": ("Cypher", "Cypher"),
}
FONT = {"ja": "游ゴシック", "en": "Calibri"}
DAY_FORMAT = {"ja": 'yyyy"年"m"月"d"日"', "en": "d mmm yyyy"}
FIRST_DAY = "1900-03-01"
"""The first day that spreadsheets agree on."""

_NARROWEST, _WIDEST = 8, 60
_LONGEST_CELL, _LONGEST_LINK, _LONGEST_NAME = 32_767, 2_079, 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True)
class _Page:
    """A sheet: its name, its headings and its values."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def answer_sheet(answer: Answer, lang: str) -> bytes:
    """A saved query's answer as a workbook: a sheet of rows, one of each companion, the sources, notes.

    Every cell stands for itself, so that rows can be sorted and filtered; sources stand in them by id.

    Args:
        answer: The answer.
        lang: `ja` or `en`.
    """
    words = _words(lang)
    table = make_table(answer, lang, numbered=False)
    parts = list(zip((answer, *answer.companions), (table, *table.below), strict=True))
    names = [words["rows"], *(part.query.title.text(lang) for part in answer.companions)]
    sources = {source["id"]: source for part, _ in parts for source in part.sources}
    listed = tuple(
        (id_, *source_words(source, lang), source["url"]) for id_, source in sorted(sources.items())
    )
    heads = ("id", "publisher", "title", "day", "kind", "url")
    notes = [
        (words["handling"], answer.coverage.handling.label(lang)),
        (words["question"], answer.query.question.text(lang)),
    ]
    for _, part in parts:
        notes += [(words["answer"], part.title), *(("", note) for note in part.notes)]
    notes += [(words["params"], _params(answer.params)), *(("", note) for note in table.footnotes)]
    notes += [(words["coverage"], table.coverage)]
    pages = [
        *(_rows(part, shown, name, lang) for (part, shown), name in zip(parts, names, strict=True)),
        _Page(words["sources"], tuple(words[head] for head in heads), listed),
        _Page(words["notes"], ("", ""), tuple(notes)),
    ]
    return _workbook(pages, answer.coverage, lang)


def _rows(answer: Answer, table: Table, name: str, lang: str) -> _Page:
    columns = list(_columns(answer, table, lang))
    rows = tuple(
        tuple(
            _typed(answer.query.columns[column].type, record[column], text)
            for column, text in zip(columns, cells, strict=True)
        )
        for record, cells in zip(answer.rows, table.rows, strict=True)
    )
    return _Page(name, table.headings, rows)


def statement_sheet(answer: StatementAnswer, table: Table, lang: str) -> bytes:
    """What a typed statement returned as a workbook: rows, notes.

    Args:
        answer: What it returned.
        table: The same as text.
        lang: `ja` or `en`.
    """
    rows = tuple(
        tuple(
            None if value is None else value if _is_number(value) else text
            for value, text in zip(values, cells, strict=True)
        )
        for values, cells in zip(answer.result.rows, table.rows, strict=True)
    )
    words = _words(lang)
    notes = [
        (words["handling"], answer.coverage.handling.label(lang)),
        (words["answer"], table.title),
        (words["statement"], answer.statement),
    ]
    if answer.params:
        notes.append((words["params"], _params(answer.params)))
    notes.append((words["coverage"], table.coverage))
    pages = [
        _Page(words["rows"], table.headings, rows),
        _Page(words["notes"], ("", ""), tuple(notes)),
    ]
    return _workbook(pages, answer.coverage, lang)


def _columns(answer: Answer, table: Table, lang: str) -> Iterator[str]:
    """The columns of an answer that its table shows, in their order."""
    names = iter(answer.columns)
    for heading in table.headings:
        yield next(name for name in names if answer.query.columns[name].text(lang) == heading)


def _typed(type_: str, value: Any, text: str) -> Value:
    """A number as a number, a whole day as a day, everything else as the table shows it."""
    if value is None:
        return None
    if type_ == "int" and isinstance(value, int):
        return value
    if type_ == "date" and is_iso_day(value) and value >= FIRST_DAY:
        return dt.datetime.fromisoformat(value)
    return text


def _is_number(value: Any) -> bool:
    """Whether a value is a number or a truth value that a spreadsheet has."""
    return isinstance(value, bool | int | float) and math.isfinite(value)


def _params(params: dict[str, Any]) -> str:
    return "\n".join(f"{name} = {value}" for name, value in params.items() if value is not None)


def _words(lang: str) -> dict[str, str]:
    return {name: ja if lang == "ja" else en for name, (ja, en) in _WORDS.items()}


# The file -----------------------------------------------------------------------------------------------------------


def _workbook(pages: Sequence[_Page], coverage: Coverage, lang: str) -> bytes:
    """The bytes of a workbook, the same for the same pages: its day of creation is that of the question.

    How far it may travel stands in its properties, and at the top right of every printed page.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    created = dt.datetime.fromisoformat(coverage.as_of)
    handling = coverage.handling.label(lang)
    book.set_properties({"created": created, "author": "Enishi", "status": handling})
    look = {"font_name": FONT[lang], "font_size": 10, "valign": "top", "text_wrap": True}
    plain = book.add_format(look)
    day_format = book.add_format(look | {"num_format": DAY_FORMAT[lang], "align": "left"})
    heading = book.add_format(look | {"bold": True, "bg_color": "#E7EDF3", "bottom": 1})
    for name, page in zip(_sheet_names(pages), pages, strict=True):
        sheet = book.add_worksheet(name)
        _write_page(sheet, page, plain, day_format, heading)
        sheet.set_header(f"&R{handling}")
    book.close()
    return stream.getvalue()


def _sheet_names(pages: Sequence[_Page]) -> list[str]:
    """Names that a workbook takes: short, each once, without the letters that it has a use for."""
    names: list[str] = []
    for page in pages:
        name = _NOT_IN_A_NAME.sub(" ", page.name)[:_LONGEST_NAME].strip()
        if name.casefold() in map(str.casefold, names):
            name = f"{name[: _LONGEST_NAME - 3]} {len(names)}"
        names.append(name)
    return names


def _write_page(
    sheet: Worksheet, page: _Page, plain: Format, day_format: Format, heading: Format
) -> None:
    titled = any(page.headings)
    if titled:
        for column, text in enumerate(page.headings):
            sheet.write_string(0, column, text, heading)
        sheet.freeze_panes(1, 0)
        if page.rows:
            sheet.autofilter(0, 0, len(page.rows), len(page.headings) - 1)
    for number, row in enumerate(page.rows, start=int(titled)):
        for column, value in enumerate(row):
            _write_cell(sheet, number, column, value, plain, day_format)
    for column, text in enumerate(page.headings):
        values = [row[column] for row in page.rows]
        widest = max(map(_width, [text, *values]))
        sheet.set_column(column, column, min(max(widest + 2, _NARROWEST), _WIDEST))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: Value, plain: Format, day_format: Format
) -> None:
    if value is None:
        sheet.write_blank(row, column, None, plain)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, plain)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, plain)
    elif isinstance(value, dt.datetime):
        sheet.write_datetime(row, column, value, day_format)
    elif value.startswith(("https://", "http://")) and len(value) <= _LONGEST_LINK:
        sheet.write_url(row, column, value, plain, string=value)
    else:  # never a formula, whatever the text begins with
        sheet.write_string(row, column, cut(value), plain)


def cut(text: str) -> str:
    """A text as far as a cell can hold it."""
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"


def _width(value: Value) -> int:
    """Columns that a value takes."""
    if value is None or isinstance(value, bool | int | float):
        return len(str(value or ""))
    return 16 if isinstance(value, dt.datetime) else text_width(value)


def text_width(text: str) -> int:
    """Columns that the longest line of a text takes; a Japanese letter takes two."""
    return max(
        sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
        for line in text.split("\n")
    )
