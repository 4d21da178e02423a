"""The rows of a list that were not taken, in a file of their own, to be corrected and taken from there."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from graphmodel.errors import EnishiError
from graphmodel.messages import Message, reason_of
from loaders.cells import RowIssue
from loaders.tables import REASON_HEADING, ROW_HEADING, Row, Table

_EPOCH = datetime(2000, 1, 1)


def write_rejected(path: Path, table: Table, rows: Iterable[Row], issues: Iterable[RowIssue], reasons: dict[RowIssue, str]) -> Path:  # fmt: skip
    """Write rows beside the list, with the reasons; a file that is there is left as it is, and another number taken.

    Args:
        path: The list.
        table: What was read of it.
        rows: The rows.
        issues: Why they were not taken.
        reasons: What each of these says, in the reader's language.

    Returns:
        Where they are.

    Raises:
        EnishiError: If the file cannot be written.
    """
    said: dict[int, list[str]] = defaultdict(list)
    for issue in issues:
        said[issue.row].append(reasons[issue])
    head = [*table.headings, ROW_HEADING, REASON_HEADING]
    lines = [
        [*(row.cells[h].text for h in table.headings), str(row.number), "\n".join(said[row.number])]
        for row in rows
    ]
    excel = path.suffix.lower() in (".xlsx", ".xlsm")
    content = _excel(table.sheet, [head, *lines]) if excel else _csv([head, *lines])
    number, target = 2, path.with_name(f"{path.stem}.rejected{'.xlsx' if excel else '.csv'}")
    while target.exists() and target.read_bytes() != content:
        target, number = target.with_name(f"{path.stem}.rejected-{number}{target.suffix}"), number + 1  # fmt: skip
    try:
        target.write_bytes(content)
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be written: {reason}.", path=target, reason=reason_of(error)),
            Message("Copy the list to a folder of your own, and name it there."),
        ) from error
    return target


def _csv(lines: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(lines)
    return stream.getvalue().encode("utf-8-sig")


def _excel(sheet: str, lines: list[list[str]]) -> bytes:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415 - only who has such rows waits for it

    stream = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(stream, {**options, "in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        for number, line in enumerate(lines):
            page.write_row(number, 0, line)
    return stream.getvalue()
