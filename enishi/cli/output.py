"""Where results go: tables to the terminal, other forms to a file or to standard output, always UTF-8."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.language import told
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of

if TYPE_CHECKING:
    from queries.results import Answer
    from queries.statement import StatementAnswer
    from visualizations.table import Table


_LEAST = 12
"""Cells of a line that a column has at least, with the space beside it: in less, letters would be lost."""

_WORTH_A_BAR = 500
"""Files from which on reading them takes long enough for a bar."""


def say(message: str) -> None:
    """Tell the user something that is not the result, in their language."""
    click.echo(told(message), err=True)


def on_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def track(files: list[str]) -> Iterator[str]:
    """Go along files; on a terminal, with a bar once it takes a while."""
    if not sys.stderr.isatty() or len(files) < _WORTH_A_BAR:
        return iter(files)
    from rich.console import Console
    from rich.progress import track as with_bar

    bar = Console(stderr=True)
    return iter(with_bar(files, told(Message("Reading the record")), console=bar, transient=True))


def today() -> str:
    """The current day, ISO."""
    from datetime import date

    return date.today().isoformat()


def write(text: str, output: str) -> None:
    """Write a result to a file, or to standard output for `-`.

    Raises:
        EnishiError: If the file cannot be written.
    """
    if output == "-":
        sys.stdout.write(text)
        return
    write_bytes(text.encode("utf-8"), output)


def write_bytes(content: bytes, output: str) -> None:
    """Write a result that is no text to a file; for `-` to standard output, if that is no terminal.

    Raises:
        UsageError: If it would be written to a terminal.
        EnishiError: If the file cannot be written.
    """
    if output == "-":
        if sys.stdout.isatty():
            raise UsageError(
                Message("This form is no text for a terminal."), Message("Name a file by -o.")
            )
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be written: {reason}.", path=output, reason=reason_of(error)),
            Message("Name another file by -o."),
        ) from error
    say(Message("Written: {path}", path=output))


def write_answer(answer: Answer, format_: str, output: str, lang: str) -> None:
    """Write an answer in the form that was asked for."""
    if format_ == "json":
        write(json_text(answer.as_json()), output)
    elif format_ == "jsonl":
        from visualizations.table import make_table

        write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answer.rows), output)
        _say_besides(make_table(answer, lang, numbered=False), lang)
    elif format_ == "xlsx":
        from visualizations.sheet import answer_sheet

        write_bytes(answer_sheet(answer, lang), output)
    else:
        from visualizations.table import make_table

        table = make_table(answer, lang, numbered=format_ != "csv")
        write(_table_text(table, format_, lang), output)


def _table_text(table: Table, format_: str, lang: str) -> str:
    """A table as text: `csv`, `md`, or drawn for the terminal."""
    if format_ == "csv":
        return csv_text(table, lang)
    if format_ == "md":
        from visualizations.snippets.markdown import markdown_text

        return markdown_text(table)
    return terminal_text(table)


def _left_out(companions: int, lang: str) -> list[str]:
    """That a form with one table only leaves out the companions."""
    if not companions:
        return []
    ja = f"併せて示す{companions}表は、この形式に含まない（--format json）。"
    en = f"Not in this form: {companions} further table(s) that belong below (--format json)."
    return [ja if lang == "ja" else en]


def write_statement(answer: StatementAnswer, format_: str, output: str, lang: str) -> None:
    """Write what a typed statement returned in the form that was asked for."""
    from visualizations.statement_table import statement_table

    table = statement_table(answer, lang)
    if format_ == "json":
        write(json_text(answer.as_json()), output)
    elif format_ == "jsonl":
        rows = (json.dumps(row, ensure_ascii=False) + "\n" for row in answer.records())
        write("".join(rows), output)
        _say_besides(table, lang)
    elif format_ == "xlsx":
        from visualizations.sheet import statement_sheet

        write_bytes(statement_sheet(answer, table, lang), output)
    else:
        write(_table_text(table, format_, lang), output)


def json_text(value: Any) -> str:
    """JSON for people and programs: UTF-8, indented."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def csv_text(table: Table, lang: str) -> str:
    """The rows alone, with headings; what else the table says goes to standard error, and that it says more."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.headings)
    writer.writerows(table.rows)
    _say_besides(table, lang)
    return stream.getvalue()


def _say_besides(table: Table, lang: str) -> None:
    """Tell what a table says besides its rows, where a form holds rows alone."""
    marks = [table.mark] if table.mark else []
    left_out = _left_out(len(table.below), lang)
    for line in (*marks, table.title, *table.notes, *left_out, table.coverage):
        say(line)


def terminal_text(table: Table) -> str:
    """The whole table, drawn for the width of the terminal."""
    body = [table.mark] if table.mark else []
    for part in (table, *table.below):
        body += [
            part.title,
            *([grid(part.headings, part.rows)] if part.rows else []),
            *part.notes,
            "",
        ]
    return "\n".join([*body, *table.footnotes, table.coverage]) + "\n"


def grid(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A grid of cells as wide as the terminal (120 columns where there is none), or wider where it has many columns."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    drawn = Grid(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
    for heading in headings:
        drawn.add_column(Text(heading), overflow="fold")
    for row in rows:
        drawn.add_row(*map(Text, row))
    stream = io.StringIO()
    width = Console().width if sys.stdout.isatty() else 120
    enough = _LEAST * len(headings)
    console = Console(file=stream, width=max(width, enough), highlight=False)
    console.print(drawn)
    return stream.getvalue().strip("\n")
