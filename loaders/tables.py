"""A user's list as a table: the row that holds the headings, and the rows below it, each cell with its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median_low
from typing import NamedTuple

from graphmodel.errors import UsageError
from graphmodel.messages import Message
from loaders.sheets import Cell, Grid, letter_of, read_grids

ROW_HEADING = "元の行 (row)"
"""Heading of the column that a file of rejected rows has: in which row of the list each of them stood."""

REASON_HEADING = "取り込まなかった理由 (reason)"
"""Heading of the column that says why a row was rejected."""

_SEARCHED = 50
"""Rows at the top of a sheet among which the headings are looked for."""

_DITTO = frozenset(["〃", "同上", "々", "″", '"', "ditto"])
_JOINT = " / "
"""Joins the two parts of a heading that stands in two rows (`署名 / 日付`)."""


class Row(NamedTuple):
    """A row of a list.

    Attributes:
        number: Its number in the sheet, from 1.
        cells: Its cells by heading.
        fault: What is wrong with the row as a whole, if anything.
    """

    number: int
    cells: dict[str, Cell]
    fault: Message = Message()


class Table(NamedTuple):
    """A list.

    Attributes:
        file: Name of its file.
        sheet: Name of its sheet; empty for a CSV file.
        headings: Its headings, in order.
        rows: The rows that hold something.
        said: How it was read, for the user.
    """

    file: str
    sheet: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    said: Message

    def place(self, cell: Cell) -> str:
        """A cell's place in the list: `Sheet1!C5`, or `C5` in a CSV file."""
        return f"{self.sheet}!{cell.place}" if self.sheet else cell.place


def read_table(path: Path, sheet: str = "", wanted: Collection[str] = ()) -> Table:
    """Read a list.

    Args:
        path: A CSV or Excel file.
        sheet: Sheet of an Excel file; empty for the first in which the headings are found.
        wanted: Headings that it must have; without any, the row is taken that looks most like headings.

    Raises:
        UsageError: If the file cannot be read, or has no such headings.
    """
    grids = read_grids(path, sheet)
    for grid in grids:
        for headings, first in _headings(grid) if wanted else _likeliest(grid):
            if set(wanted) <= set(headings):
                rows = tuple(_rows(grid, headings, first))
                own = tuple(name for name in headings if name not in (ROW_HEADING, REASON_HEADING))
                return Table(path.name, grid.sheet, own, rows, grid.said)
    if not wanted:
        raise UsageError(
            Message("{path} holds no table.", path=path),
            Message("It needs a row of headings, and rows below it."),
        )
    found = max((headings for grid in grids for headings, _ in _headings(grid)), key=lambda one: len(set(one) & set(wanted)), default=[])  # fmt: skip
    missing = [heading for heading in wanted if heading not in found]
    raise UsageError(
        Message("{path} has no column {missing}.", path=path, missing=", ".join(missing)),
        Message("It has: {known}. Correct the mapping, or the heading.", known=", ".join(found)),
    )


def _headings(grid: Grid) -> Iterator[tuple[list[str], int]]:
    """What the rows at the top would be as headings, alone and two by two, each with the row below (from 0)."""
    top = [[cell.text for cell in row] for row in grid.rows[:_SEARCHED]]
    for number, row in enumerate(top):
        yield _named(row), number + 1
    for number, (above, below) in enumerate(pairwise(top)):
        both = [_JOINT.join(dict.fromkeys(filter(None, pair))) for pair in zip(above, below, strict=False)]  # fmt: skip
        yield _named(both), number + 2


def _likeliest(grid: Grid) -> Iterator[tuple[list[str], int]]:
    """The first row with as many different texts as the rows usually have cells: a title above has fewer."""
    top = [[cell.text for cell in row if cell.text] for row in grid.rows[:_SEARCHED]]
    filled = [len(row) for row in top if row]
    usual = median_low(filled) if filled else 0
    for number, row in enumerate(top):
        if row and len(set(row)) >= usual:
            yield _named([cell.text for cell in grid.rows[number]]), number + 1
            return


def _named(row: list[str]) -> list[str]:
    """Headings that differ from each other: one that is empty is called by its column, a second one is numbered."""
    names: list[str] = []
    for column, text in enumerate(row, 1):
        name = " ".join(text.split()) or letter_of(column)
        number = 2
        unique = name
        while unique in names:
            unique, number = f"{name} ({number})", number + 1
        names.append(unique)
    return names


def _rows(grid: Grid, headings: list[str], first: int) -> Iterator[Row]:
    above: dict[str, Cell] = {}
    for number, row in enumerate(grid.rows[first:], first + 1):
        if not any(cell.text for cell in row):
            continue
        fault = Message()
        extra = [cell.text for cell in row[len(headings) :] if cell.text]
        if extra:
            fault = Message(
                "The row has more cells than there are headings: {extra}.", extra=", ".join(extra)
            )
        elif not grid.sheet and len(row) < len(headings):
            fault = Message(
                "The row has {count} cells, and there are {wanted} headings.",
                count=len(row),
                wanted=len(headings),
            )
        cells = {}
        for column, heading in enumerate(headings):
            cell = row[column] if column < len(row) else Cell("", f"{letter_of(column + 1)}{number}")  # fmt: skip
            cells[heading] = _repeated(cell, above.get(heading)) if cell.text in _DITTO else cell
        # rejected rows did not stand below each other, and in a faulty one a cell may stand under another heading
        above = {} if fault or ROW_HEADING in headings else cells
        stood = cells.get(ROW_HEADING)
        if stood and stood.text.isdecimal():
            yield _moved(Row(int(stood.text), cells, fault))
        else:
            yield Row(number, cells, fault)


def _repeated(mark: Cell, above: Cell | None) -> Cell:
    """A cell with a mark that it says what the one above says, be that an error."""
    if above and above.text:
        return mark._replace(text=above.text, fault=above.fault)
    fault = Message("{mark} has no value above that it could repeat: write it out.", mark=mark.text)
    return mark._replace(fault=fault)


def _moved(row: Row) -> Row:
    """A row of a file of rejected ones, with the places that its cells have in the list."""
    cells = {
        heading: cell._replace(place=f"{cell.place.rstrip('0123456789')}{row.number}")
        for heading, cell in row.cells.items()
        if heading not in (ROW_HEADING, REASON_HEADING)
    }
    return row._replace(cells=cells)
