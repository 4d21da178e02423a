"""The command for statements of one's own: cypher."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    limit_options,
    output_options,
    settings_of,
    store_options,
)
from enishi.cli.output import say, today, write_statement
from graphmodel.messages import Message, reason_of


@click.command()
@click.argument("statement", metavar="STATEMENT")
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=TEXT",
    help="A parameter; NAME:=JSON for a number, a list or a map. May be repeated.",
)
@store_options
@as_of_option
@known_at_option
@lang_option
@limit_options
@output_options("table", "json", "jsonl", "csv", "md", "xlsx")
def cypher(
    statement: str,
    params: tuple[str, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    timeout: float,
    max_rows: int,
    format_: str,
    output: str,
) -> None:
    """Run a Cypher statement that reads.

    STATEMENT is Cypher, a file that ends in .cypher, or - for standard input. What is refused, and why, is the same on
    every engine: enishi query run passes the same gate. $as_of is always there. Days and years are text in the graph,
    so -p year=2025 is text; say -p n:=3 for a number.

    \b
    Examples:
      enishi cypher 'MATCH (f:Forum) RETURN f ORDER BY f.id'
      enishi cypher 'MATCH (a:Agreement) WHERE a.level = $level RETURN a.id, a.signed_on' -p level=government
      enishi cypher 'MATCH (c:Country) WHERE c.id IN $ids RETURN c' -p 'ids:=["country:JP", "country:GB"]'
      enishi cypher mine.cypher --format xlsx -o mine.xlsx
    """
    from queries.statement import read_params, run_statement

    settings = settings_of(store, record, lang)
    given = read_params(params)
    answer = run_statement(
        statement_text(statement),
        given,
        as_of=as_of or today(),
        store=graph_of(settings, known_at),
        timeout=timeout,
        max_rows=max_rows,
    )
    for note in answer.notes:
        say(Message("Note: {note}.", note=note))
    write_statement(answer, format_, output, settings.lang)


def statement_text(given: str) -> str:
    """The statement itself, from standard input, from a file, or as it is.

    Raises:
        UsageError: If the file cannot be read.
    """
    from graphmodel.errors import UsageError

    if given != "-" and not given.endswith(".cypher"):
        return given
    try:
        content = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            Message("{path} cannot be read: {reason}", path=given, reason=reason_of(error)),
            Message("Name a UTF-8 text file."),
        ) from None
