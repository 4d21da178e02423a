"""A workbook that came back: what it was when it was written, and what stands in it now."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.vocab import Handling
from loaders.sheets import Cell, Grid, read_grids
from visualizations.workbook.rows import Asked
from visualizations.workbook.writer import STATE, VERSION


@dataclass
class Was:
    """A sheet as it was written.

    Attributes:
        code: Its name in the program.
        name: Its name.
        keys: Key of each column.
        headings: Heading of each column.
        rows: Text of each cell by the id that the row shows, and the row's own id.
    """

    code: str
    name: str
    keys: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    rows: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Returned:
    """A workbook that came back.

    Attributes:
        asked: What it was asked for.
        was: Its sheets as they were written.
        now: The cells of each sheet now, by its name, but for the first one.
    """

    asked: Asked
    was: tuple[Was, ...]
    now: dict[str, list[list[Cell]]]


def read_returned(path: Path) -> Returned:
    """Read a workbook that came back.

    Raises:
        UsageError: If it cannot be read, or is none that `enishi sheet` wrote.
    """
    grids = {grid.sheet: grid for grid in read_grids(path)}
    state = grids.pop(STATE, None)
    if state is None:
        raise UsageError(
            Message("{path} is no workbook that enishi sheet wrote.", path=path),
            Message("A list of your own is taken by: enishi import {path} --propose mapping.yaml", path=path),
        )  # fmt: skip
    said, was = _state(state)
    if said.get("enishi") != VERSION:
        raise UsageError(
            Message("{path} was written by another version of the program.", path=path),
            Message("Write the workbook anew by enishi sheet, and change it there."),
        )
    try:
        asked = Asked(
            lang=said["lang"],
            own=said["own"],
            as_of=said["as_of"],
            focus=said["focus"],
            steps=int(said["steps"]),
            ceiling=Handling(said["ceiling"]),
        )
        others = said["others"].split("\n")
    except (KeyError, ValueError) as error:
        raise _broken(path) from error
    if not all(len(each.keys) == len(each.headings) > 1 for each in was):
        raise _broken(path)
    pages = {name: grid.rows for name, grid in grids.items() if name not in others}
    return Returned(asked, was, pages)


def _broken(path: Path) -> UsageError:
    return UsageError(
        Message("{path}: what the workbook was when it was written (sheet {sheet}) has been changed.", path=path, sheet=STATE),
        Message("Write the workbook anew by enishi sheet, and change it there."),
    )  # fmt: skip


def _state(grid: Grid) -> tuple[dict[str, str], tuple[Was, ...]]:
    said: dict[str, str] = {}
    was: list[Was] = []
    for line in grid.rows:
        what, first, *rest = [cell.text for cell in line] + [""] * 3
        if what == "sheet":
            was.append(Was(first, rest[0]))
        elif not was or what not in ("keys", "headings", "row"):
            said[what] = first
        elif what == "keys":
            was[-1].keys = [text for text in rest if text]
        elif what == "headings":
            was[-1].headings = [text for text in rest if text]
        else:
            cells = dict(zip(was[-1].keys, rest, strict=False))
            was[-1].rows[rest[0]] = (first, cells)
    return said, tuple(was)
