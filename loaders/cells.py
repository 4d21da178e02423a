"""From the cells of a row to the values of a record file, each with its place in the list, or to what is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.claims import OURS
from graphmodel.ids import is_entity_id
from graphmodel.messages import Message
from loaders.amend import Item
from loaders.lookup import Lookup, NoSuchError
from loaders.mapping import Column, ListMapping, flow
from loaders.scaffold import quoted
from loaders.sheets import Cell
from loaders.tables import Row, Table
from loaders.values import BadValueError, How, one_or_list, value_texts
from loaders.yamltree import Mapping, Scalar, Sequence, Tree

_NOTHING = frozenset(["", "-", "―", "－", "—", "–", "…", "n/a"])
"""What stands in a cell in which nothing is said."""


class RowIssue(NamedTuple):
    """Why a row of a list was not taken.

    Attributes:
        row: Its number.
        place: The cell, or the row.
        column: Heading of the column; empty for the row as a whole.
        value: What stands there.
        code: Short name of the kind of finding.
        message: What is wrong.
        hint: What to do.
    """

    row: int
    place: str
    column: str
    value: str
    code: str
    message: Message
    hint: Message = Message()

    @property
    def told(self) -> Message:
        """The whole finding in one line."""
        where = (
            Message("{place} ({column}: {value})", place=self.place, column=self.column, value=self.value or "―")
            if self.column
            else Message("{place}", place=self.place)
        )  # fmt: skip
        return Message("{where}: {says} [{code}]", where=where, says=self.message.then(self.hint), code=self.code)  # fmt: skip


class RowReader:
    """Reads rows by a mapping.

    Args:
        table: The list.
        mapping: How its columns are read.
        lookup: Finds whom it means.
    """

    def __init__(self, table: Table, mapping: ListMapping, lookup: Lookup) -> None:
        self._table, self._mapping, self._lookup = table, mapping, lookup

    def read(self, row: Row) -> tuple[list[Item], list[RowIssue]]:
        """The values of a row, and what is wrong with it."""
        if row.fault:
            return [], [self.issue(row, "bad-row", row.fault, Message("Correct the row."))]
        items: list[Item] = []
        issues: list[RowIssue] = []
        ends: dict[str, list[str]] = {}
        for column in sorted(self._mapping.columns, key=_ties_first):
            cell = row.cells[column.heading]
            if cell.fault:
                issues.append(self.issue(row, "no-value", cell.fault, column=column))
                continue
            if column.target.is_id or unicodedata.normalize("NFKC", cell.text).casefold() in _NOTHING:  # fmt: skip
                continue
            if self._of(column) in {issue.column for issue in issues}:
                continue  # whose it is could not be read: that is told already
            try:
                items += self._items(column, cell, ends)
            except NoSuchError as error:
                mapped = Message("Or say in the mapping what it is: names: {{{text}: ID}}", text=error.text)  # fmt: skip
                issues.append(self.issue(row, "unknown-name", error.message, error.hint.then(mapped), column))  # fmt: skip
            except BadValueError as error:
                hint = error.hint
                if (
                    error.code == "bad-value"
                    and column.target.field
                    and column.target.field.vocabulary
                ):
                    hint = hint.then(Message("Or say in the mapping what it stands for: words: {{{text}: …}}", text=cell.text))  # fmt: skip
                issues.append(self.issue(row, error.code, error.message, hint, column))
        return _joined(items), issues

    def issue(
        self, row: Row, code: str, message: Message, hint: Message = Message(), column: Column | str | None = None  # noqa: B008
    ) -> RowIssue:  # fmt: skip
        """A finding about a row, or about one of its cells."""
        heading = column.heading if isinstance(column, Column) else column or ""
        if heading:
            cell = row.cells[heading]
            return RowIssue(row.number, self._table.place(cell), heading, cell.text, code, message, hint)  # fmt: skip
        sheet = f"{self._table.sheet}!" if self._table.sheet else ""
        return RowIssue(row.number, f"{sheet}{row.number}", "", "", code, message, hint)

    def every(self) -> list[Item]:
        """The values that the mapping gives to each entity."""
        return [
            Item(key, _with_source(one, self._mapping, key))
            for key, tree in self._mapping.every.items()
            for one in (tree.items if isinstance(tree, Sequence) else [tree])
        ]

    def _items(self, column: Column, cell: Cell, ends: dict[str, list[str]]) -> Iterator[Item]:
        """The values of a cell; what ties it names is noted, for the columns of their properties."""
        target = column.target
        by = _by(column, self._mapping.source_id, self._table.place(cell))
        if target.tie and not target.field:
            found = self._lookup.many(cell.text, target.tie.other)
            ends[column.heading] = found
            for id_ in found:
                yield Item(target.key, f"{{{target.tie.key}: {quoted(id_)}, {by}}}")
            return
        field = target.field
        assert field is not None
        how = How(target.language, target.use, column.dates, column.words, by)
        values = list(value_texts(field, cell.text, how, self._lookup))
        if target.tie:
            end = self._end(column, ends)
            yield Item(target.key, f"{{{target.tie.key}: {quoted(end)}, {by}, {field.name}: {one_or_list(values)}}}")  # fmt: skip
            return
        for value in values:
            yield Item(target.key, value)

    def _of(self, column: Column) -> str:
        """Heading of the column that names the other end of the tie of which a column gives a property."""
        target = column.target
        if column.of or not (target.tie and target.field):
            return column.of
        named = self._mapping.target_columns(target.key)
        return next(one.heading for one in named if not one.target.field)

    def _end(self, column: Column, ends: dict[str, list[str]]) -> str:
        """The other end of the tie of which a column gives a property."""
        if is_entity_id(column.of):
            return column.of
        heading = self._of(column)
        found = ends.get(heading, [])
        if len(found) != 1:
            raise BadValueError(
                "whose",
                Message("Column {of} names {count} here, so that it is not said whose this is.", of=heading, count=len(found)),
                Message("Put each into a row of its own, or write it into the record file."),
            )  # fmt: skip
        return found[0]


def _ties_first(column: Column) -> bool:
    return bool(column.target.tie and column.target.field)


def _by(column: Column, source: str, place: str) -> str:
    """Whose word it is: the list's, with the place, or that of whom the mapping names."""
    by = column.by or source
    return f"by: {quoted(by if by == OURS else f'{by}@{place}')}"


def _with_source(tree: Tree, mapping: ListMapping, key: str) -> str:
    """A value of the mapping, which the list gives as a whole unless it says otherwise."""
    tie = mapping.kind.tie_fields.get(key)
    if isinstance(tree, Scalar):
        tree = Mapping({tie.key if tie else "is": tree}, {}, tree.line)
    if isinstance(tree, Mapping) and "by" not in tree.items:
        tree = Mapping({**tree.items, "by": Scalar(mapping.source_id, tree.line)}, tree.lines, tree.line)  # fmt: skip
    return flow(tree)


def _joined(items: list[Item]) -> list[Item]:
    """Without what stands there twice."""
    return list(dict.fromkeys(items))
