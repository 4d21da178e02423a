"""CSV and Excel files as grids of text: every cell as its reader sees it, nothing dropped.

A CSV file may be UTF-8 (with or without a byte order mark), UTF-16 with one, or cp932, as Excel in Japan saves it. Of an
Excel file the values are read: a formula's result, a date as the date that its format shows, a merged cell in each of
the cells that it covers.
"""

from __future__ import annotations

import csv
import io
import re
import zlib
from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile

from graphmodel.errors import UsageError
from graphmodel.messages import Message, Term, reason_of

_DELIMITERS = {",": Term("comma", "コンマ"), ";": Term("semicolon", "セミコロン"), "\t": Term("tab", "タブ")}  # fmt: skip
_ERRORS = frozenset(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"])
_QUOTES = Message(
    "A quotation mark is opened and not closed, or stands inside a cell; write it twice there."
)
_TOO_LONG = Message(
    "A cell has more characters than can be read; shorten it, or look for a quotation mark that is closed much later than it should be."
)
_LOOKED_AT = 50
"""Lines at the top of a CSV file by which it is told what separates its columns."""

_NOT_IN_A_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Cell(NamedTuple):
    """A cell.

    Attributes:
        text: What it says.
        place: Where it stands (`C5`).
        fault: Why it has no value, if it should have one.
    """

    text: str
    place: str
    fault: Message = Message()


class Grid(NamedTuple):
    """A sheet.

    Attributes:
        sheet: Its name; empty for a CSV file.
        rows: Its cells, row by row.
        said: How it was read, for the user.
    """

    sheet: str
    rows: list[list[Cell]]
    said: Message


def read_grids(path: Path, sheet: str = "") -> list[Grid]:
    """Read a file's sheets, or the one that is named.

    Raises:
        UsageError: If there is no such file or sheet, or it is no table.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(
            Message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
            Message("Name a CSV or an Excel file (.xlsx)."),
        ) from error
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xlsm"):
        return _excel(path, content, sheet)
    if suffix in (".csv", ".tsv", ".txt"):
        return [_csv(path, content)]
    raise UsageError(
        Message("{path} is neither a CSV nor an Excel file.", path=path),
        Message("Save it as .xlsx or .csv and name that."),
    )


def _error(value: str) -> Message:
    return Message("Excel shows the error {value} here.", value=value)


def letter_of(column: int) -> str:
    """A column's letters, from its number (1 is A)."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# CSV --------------------------------------------------------------------------------------------------------------


def _csv(path: Path, content: bytes) -> Grid:
    text, encoding = _decoded(path, content)
    delimiter = _delimiter(text)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        line = _line_of_error(text, delimiter)
        raise UsageError(
            Message("{path}, line {line}: this is not CSV: {reason}.", path=path, line=line, reason=error),
            _TOO_LONG if "field limit" in str(error) else _QUOTES,
        ) from error  # fmt: skip
    rows = [
        [
            _csv_cell(text.strip(), f"{letter_of(column)}{number}")
            for column, text in enumerate(row, 1)
        ]
        for number, row in enumerate(read, 1)
    ]
    said = Message(
        "Read as {encoding}, columns separated by {delimiter}.",
        encoding=encoding,
        delimiter=_DELIMITERS[delimiter],
    )
    return Grid("", rows, said)


def _csv_cell(text: str, place: str) -> Cell:
    return Cell(text, place, _error(text) if text in _ERRORS else Message())


def _decoded(path: Path, content: bytes) -> tuple[str, str]:
    line = 1
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs = {"utf-16": "UTF-16"}
    else:
        codecs = {"utf-8-sig": "UTF-8", "cp932": "cp932 (Shift_JIS)"}
    for codec, name in codecs.items():
        try:
            return content.decode(codec), name
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
    raise UsageError(
        Message("{path}, line {line}: this is neither UTF-8 nor cp932 (Shift_JIS).", path=path, line=line),
        Message("Save the file as UTF-8."),
    )  # fmt: skip


def _delimiter(text: str) -> str:
    """What separates the columns: what stands equally often in the most lines; a title above has none of it."""
    top = "\n".join(text.splitlines()[:_LOOKED_AT])
    lines = re.sub(r'"[^"]*"', "", top).split("\n")

    def regular(one: str) -> tuple[int, int]:
        found = Counter(count for line in lines if (count := line.count(one)))
        return max(((often, count) for count, often in found.items()), default=(0, 0))

    return max(_DELIMITERS, key=regular)


def _line_of_error(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for _ in reader:
            start = reader.line_num + 1
    except csv.Error:
        pass
    return start


# Excel ------------------------------------------------------------------------------------------------------------


def _excel(path: Path, content: bytes, wanted: str) -> list[Grid]:
    from openpyxl import load_workbook  # noqa: PLC0415 - only who has an Excel file waits for it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        values = load_workbook(io.BytesIO(content), data_only=True)
        formulas = load_workbook(io.BytesIO(content))
    except (
        BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        OSError,
        SyntaxError,
        zlib.error,
    ) as error:
        raise UsageError(
            Message("{path} cannot be read as an Excel file.", path=path),
            Message("If it has a password, save a copy without; if it is older than Excel 2007, save it as .xlsx."),
        ) from error  # fmt: skip
    names = [sheet.title for sheet in values.worksheets]
    if wanted and wanted not in names:
        raise UsageError(
            Message("{path} has no sheet {sheet!r}.", path=path, sheet=wanted),
            Message("It has {known}.", known=", ".join(names)),
        )
    return [
        Grid(name, _rows(values[name], formulas[name]), Message("Sheet {sheet}.", sheet=name))
        for name in ([wanted] if wanted else names)
    ]


def _rows(sheet: Any, formulas: Any) -> list[list[Cell]]:
    """The rows as far down as there is something in one, each as wide as the sheet is filled, or empty."""
    # only what the library has read: asked in any other way, it makes a cell of each place that it is asked for
    of_formulas = formulas._cells
    read = {at: _excel_cell(cell, of_formulas.get(at, cell)) for at, cell in sheet._cells.items()}
    filled = {at: cell for at, cell in read.items() if cell.text or cell.fault}
    width = max((column for _, column in filled), default=0)
    by_row: dict[int, dict[int, Cell]] = defaultdict(dict)
    for (row, column), cell in filled.items():
        by_row[row][column] = cell
    for area in sheet.merged_cells.ranges:
        if first := filled.get((area.min_row, area.min_col)):
            columns = range(area.min_col, min(area.max_col, width) + 1)
            for row in range(area.min_row, area.max_row + 1):
                by_row[row].update(dict.fromkeys(columns, first))
    empty: list[Cell] = []
    return [
        [
            cells.get(column) or Cell("", f"{letter_of(column)}{row}")
            for column in range(1, width + 1)
        ]
        if (cells := by_row.get(row))
        else empty
        for row in range(1, max(by_row, default=0) + 1)
    ]


def _excel_cell(cell: Any, formula: Any) -> Cell:
    place, value = str(cell.coordinate), cell.value
    if cell.data_type == "e":
        return Cell(str(value), place, _error(str(value)))
    if value is None:
        if formula.data_type == "f":
            return Cell(
                str(getattr(formula.value, "text", formula.value)),
                place,
                Message(
                    "The formula here has no stored result; open the file in Excel and save it."
                ),
            )
        return Cell("", place)
    if isinstance(value, datetime | date):
        return Cell(_shown_date(value, str(cell.number_format)), place)
    if isinstance(value, bool):
        return Cell(str(value).lower(), place)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell(str(value).strip(), place)


def _shown_date(value: date, number_format: str) -> str:
    """A date as precisely as its format shows it: a cell that reads 2025年5月 says nothing of a day."""
    shown = _NOT_IN_A_FORMAT.sub("", number_format).lower()
    if "d" in shown or not {"y", "g", "e"} & set(shown):
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
