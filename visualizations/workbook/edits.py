"""What was changed in a workbook: each edit with its cell, and why one cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.ids import is_tie_id, parse_tie_id
from graphmodel.messages import Message
from loaders.cells import RowIssue
from loaders.setting import Wanted
from loaders.sheets import Cell
from visualizations.sheet import cut
from visualizations.workbook.columns import Column, Sheet
from visualizations.workbook.contents import Contents
from visualizations.workbook.rows import Filled, Row
from visualizations.workbook.state import Returned, Was

_LEFT_OUT = Message("It is left out; what it says can be taken by enishi import.")


class Edit(NamedTuple):
    """An edit that can be asked for.

    Attributes:
        row: Number of the row.
        place: The cell: 協力文書!H12.
        id: What the row is about.
        name: Its name.
        heading: Heading of the column.
        old: What stood there.
        new: What stands there now.
        wanted: What it asks for.
    """

    row: int
    place: str
    id: str
    name: str
    heading: str
    old: str
    new: str
    wanted: Wanted

    def issue(self, code: str, message: Message, hint: Message = Message()) -> RowIssue:  # noqa: B008
        """Why it cannot be taken."""
        return RowIssue(self.row, self.place, self.heading, self.new, code, message, hint)


def compare(returned: Returned, now: Contents) -> tuple[list[Edit], list[RowIssue]]:
    """What was changed, against what the record says now.

    Args:
        returned: The workbook.
        now: What the workbook would hold if it were written now.

    Returns:
        The edits, and what cannot be taken.
    """
    edits: list[Edit] = []
    issues: list[RowIssue] = []
    filled = {each.sheet.code: each for each in now.sheets}
    for was in returned.was:
        if was.name not in returned.now:
            issues.append(_removed(was.name, Message("The sheet is not there any more.")))
            continue
        for found in _Compared(was, returned.now[was.name], filled.get(was.code)).found():
            if isinstance(found, Edit):
                edits.append(found)
            else:
                issues.append(found)
    known = {was.name for was in returned.was}
    for name, rows in returned.now.items():
        if name not in known and any(cell.text for row in rows for cell in row):
            message = Message("The workbook had no such sheet.")
            issues.append(RowIssue(0, name, "", "", "added", message, _LEFT_OUT))
    return edits, issues


def _removed(place: str, message: Message) -> RowIssue:
    hint = Message("What is on record is not deleted so; it stays as it is.")
    return RowIssue(0, place, "", "", "removed", message, hint)


class _Compared:
    """A sheet as it was and as it is, and what the record says now."""

    def __init__(self, was: Was, rows: list[list[Cell]], filled: Filled | None) -> None:
        self._was, self._rows = was, rows
        self._sheet: Sheet | None = filled.sheet if filled else None
        self._columns = {column.key: column for column in filled.sheet.columns} if filled else {}
        self._now: dict[str, Row] = {row.id: row for row in filled.rows} if filled else {}

    def found(self) -> Iterator[Edit | RowIssue]:
        """Each edit, and each that cannot be taken."""
        headings = self._rows[0] if self._rows else []
        known = dict(zip(self._was.headings, self._was.keys, strict=True))
        places: dict[str, int] = {}
        for number, cell in enumerate(headings):
            key = known.get(cell.text)
            if key and key not in places:
                places[key] = number
            elif any(row[number].text for row in self._rows):
                yield self._issue(
                    cell._replace(text=""), "added", Message("The workbook had no such column."),
                    _LEFT_OUT,
                    heading=cell.text or "―",
                )  # fmt: skip
        for heading, key in known.items():
            if key not in places:
                yield _removed(
                    self._was.name, Message("The column {column} is not there any more.", column=heading)
                )  # fmt: skip
        if self._was.keys[0] in places:
            yield from self._all_rows(places)

    def _all_rows(self, places: dict[str, int]) -> Iterator[Edit | RowIssue]:
        seen: set[str] = set()
        for number, row in enumerate(self._rows[1:], start=2):
            if not any(cell.text for cell in row):
                continue
            cell = row[places[self._was.keys[0]]]
            if cell.text not in self._was.rows:
                yield self._issue(
                    cell, "unknown-id", Message("The workbook had no row with this id."),
                    Message("An id stays what it is. Add what is new by enishi add or enishi import."), number,
                )  # fmt: skip
            elif cell.text in seen:
                yield self._issue(
                    cell, "duplicate-id", Message("This row stands there twice."),
                    Message("Keep one of them."), number,
                )  # fmt: skip
            else:
                yield from self._row(number, row, places, *self._was.rows[cell.text])
            seen.add(cell.text)
        for shown, (_, was) in self._was.rows.items():
            if shown not in seen:
                name = self._name(was) or shown
                yield _removed(
                    self._was.name,
                    Message("The row of {name} ({id}) is not there any more.", name=name, id=shown),
                )

    def _row(
        self, number: int, row: list[Cell], places: dict[str, int], id_: str, was: dict[str, str]
    ) -> Iterator[Edit | RowIssue]:
        name = self._name(was) or id_
        for key, at in places.items():
            cell, old = row[at], was.get(key, "")
            if cell.fault:
                heading = self._heading(key)
                yield self._issue(cell, "no-value", cell.fault, Message(), number, heading)
            elif cell.text != old:
                yield self._edit(number, cell, key, id_, name, old)

    def _edit(
        self, number: int, cell: Cell, key: str, id_: str, name: str, old: str
    ) -> Edit | RowIssue:
        heading = self._heading(key)
        place = f"{self._was.name}!{cell.place}"
        column = self._columns.get(key)
        if self._sheet is None or column is None or not column.editable:
            message = Message("This is for reading only: {old!r} stood there.", old=old)
            hint = Message("Undo the change; what ties things to one another is written by enishi set or into a record file.")  # fmt: skip
            return self._issue(cell, "locked", message, hint, number, heading)
        if not cell.text:
            message = Message("A value is not deleted by emptying its cell: {old!r} stood there.", old=old)  # fmt: skip
            hint = Message("It stays. To take back what your own folder says, write withdrawn_on beside it there.")  # fmt: skip
            return self._issue(cell, "emptied", message, hint, number, heading)
        moved = self._moved(column, id_, old)
        if moved is not None and moved != cell.text:
            return self._issue(cell, "moved-on", *_said(moved, old), number, heading)
        tie = self._sheet.tie
        if not tie:
            wanted = Wanted(id_, key, cell.text)
        else:
            ends = parse_tie_id(id_)
            if self._has_periods(id_):
                message = Message("This tie holds in several periods, and the workbook cannot say in which.")  # fmt: skip
                hint = Message("Write it into a record file; docs/record-format.md has the form.")
                return self._issue(cell, "periods", message, hint, number, heading)
            own, other = (ends.end, ends.start) if tie.incoming else (ends.start, ends.end)
            wanted = Wanted(own, key, cell.text, of=other)
        return Edit(number, place, id_, name, heading, old, cell.text, wanted)

    def _moved(self, column: Column, id_: str, old: str) -> str | None:
        """What the record says now, where that is not what stood in the workbook; `gone` is empty text."""
        row = self._now.get(id_)
        now = cut(row.cells[list(self._columns).index(column.key)]).strip() if row else ""
        return None if row and now == old else now

    def _has_periods(self, id_: str) -> bool:
        base = id_.partition(" #")[0]
        return is_tie_id(id_) and any(
            other != id_ and other.partition(" #")[0] == base for other in self._now
        )

    def _name(self, was: dict[str, str]) -> str:
        """What a row is about: a name, or the names of both ends."""
        keys = [key for key in self._was.keys if key in ("start", "end")] or self._was.keys[1:3]
        names = [text for key in keys if (text := was.get(key))]
        return " ― ".join(names) if len(keys) == 2 and "start" in keys else next(iter(names), "")

    def _heading(self, key: str) -> str:
        return self._was.headings[self._was.keys.index(key)]

    def _issue(
        self, cell: Cell, code: str, message: Message, hint: Message = Message(), row: int = 1, heading: str = ""  # noqa: B008
    ) -> RowIssue:  # fmt: skip
        place = f"{self._was.name}!{cell.place}"
        return RowIssue(
            row, place, heading or self._was.headings[0], cell.text, code, message, hint
        )


def _said(now: str, old: str) -> tuple[Message, Message]:
    message = Message(
        "The record has moved on: {old!r} stood in the workbook, {now!r} is on record now.",
        old=old or "―",
        now=now or "―",
    )
    return message, Message("Write the workbook anew by enishi sheet, and change it there.")
