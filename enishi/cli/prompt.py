"""The command that opens a prompt: shell."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    limit_options,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import on_terminal, say, today

if TYPE_CHECKING:
    from enishi.shell.session import Session


@click.command()
@queries_option
@store_options
@as_of_option
@known_at_option
@lang_option
@limit_options
def shell(
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    timeout: float,
    max_rows: int,
) -> None:
    """Open a prompt for Cypher and saved queries.

    A statement ends in a semicolon and may go over several lines; Tab completes labels, ties, properties, ids and
    saved queries; :help lists the commands. Only statements that read are run. What is piped in is run until
    something goes wrong.

    \b
    Examples:
      enishi shell
      enishi shell --as-of 2025-05-01 --lang ja
    """
    from enishi.cli.query import with_asked
    from enishi.shell.session import Session

    settings = settings_of(store, record, lang, queries)
    graph = graph_of(settings, known_at)
    session = Session(
        graph,
        settings,
        as_of or today(),
        settings.lang,
        timeout=timeout,
        max_rows=max_rows,
        ask=lambda saved, given: with_asked(saved, given, graph, session.lang),
    )
    if on_terminal():
        from enishi.shell.terminal import converse

        converse(session, say, lambda text: _enter(session, text))
    else:
        _read_all(session)


def _enter(session: Session, text: str) -> None:
    """Do an entry; what goes wrong is told, and the prompt stays."""
    from graphmodel.errors import EnishiError

    try:
        session.enter(text)
    except EnishiError as error:
        say(error.told)
    except KeyboardInterrupt:
        say({"ja": "中断しました。", "en": "Stopped."}[session.lang])


def _read_all(session: Session) -> None:
    """Do what is piped in; the first thing that goes wrong ends it."""
    from enishi.shell.session import is_whole

    text = ""
    for line in sys.stdin.buffer:
        text += line.decode("utf-8", "replace")
        if is_whole(text):
            session.enter(text)
            text = ""
        if session.left:
            return
    session.enter(text)
