"""What is shown and for whom: the options that pages, pictures, slides, briefs and pieces share, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.options import F, completed_by, params_option
from enishi.cli.output import grid, say
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from graphmodel.stores.base import GraphStore
    from queries.results import Answer

BOTH = "both"
"""Japanese large, English small below it."""


def focus_option(help_: str) -> Callable[[F], F]:
    """`--focus`: the entity that something is about, and `--steps`: how far around it."""

    def decorate(command: F) -> F:
        command = click.option(
            "--steps",
            type=click.IntRange(1, 3),
            help="How many ties away from the focus [default: 1].",
        )(command)
        return click.option(
            "--focus", metavar="ID", help=help_, shell_complete=completed_by("complete_entity")
        )(command)

    return decorate


def query_option(help_: str) -> Callable[[F], F]:
    """`--query`: the saved query that something is about, and `-p`: its parameters."""

    def decorate(command: F) -> F:
        command = params_option("A parameter of the query; may be repeated.")(command)
        return click.option(
            "--query",
            "query_id",
            metavar="QUERY",
            help=help_,
            shell_complete=completed_by("complete_query"),
        )(command)

    return decorate


def view_option(help_: str) -> Callable[[F], F]:
    """`--view`: the view that a page saved."""
    return click.option(
        "--view",
        "view_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=help_,
    )


def party_option(command: F) -> F:
    """`--party`: for whom it is made."""
    return click.option(
        "--party", metavar="COUNTRY", help="Your own side [default: ENISHI_PARTY, else JP]."
    )(command)


def languages_option(command: F) -> F:
    """`--lang`: one language or both."""
    return click.option(
        "--lang",
        type=click.Choice(("ja", "en", BOTH)),
        help="Language; both: Japanese large, English small below [default: the locale's].",
    )(command)


def final_option(command: F) -> F:
    """`--final`: who takes off the draft stamp."""
    return click.option(
        "--final",
        "final_by",
        metavar="NAME",
        help="Take off the draft stamp; NAME is who answers for it, and is not written into the file.",
    )(command)


def file_option(help_: str) -> Callable[[F], F]:
    """`-o`: the file, which is named after what is in it where none is given."""
    return click.option(
        "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), help=help_
    )


def require_what_belongs(
    focus: str | None, steps: int | None, query_id: str | None, params: Sequence[str]
) -> None:
    """Refuse steps without a focus, and parameters without a query.

    Raises:
        UsageError: If there are any.
    """
    if steps and not focus:
        raise UsageError(
            Message("--steps needs a --focus."), Message("For instance: --focus MDQ --steps 2")
        )
    if params and not query_id:
        raise UsageError(
            Message("-p needs a --query."),
            Message("For instance: {example}", example="--query partner-gap -p forum=MDQ"),
        )


def the_one(text: str, kinds: Sequence[str], graph: GraphStore, *, own: str, lang: str) -> str:
    """The id of what a name stands for, by the rule of `enishi find`; where it is not one thing, the choice is shown.

    Args:
        text: What was typed.
        kinds: Labels of the kinds that it may be of.
        graph: The graph.
        own: Id of the reader's own side.
        lang: `ja` or `en`.

    Raises:
        SystemExit: With 1, if several are meant, or none.
    """
    import sys

    from queries.find import find
    from visualizations.candidates import candidates

    named = find(text, graph, kinds=kinds, party=own)
    if not named.one:
        sentence, headings, rows = candidates(named, lang)
        say("\n".join([sentence, *([grid(headings, rows)] if rows else [])]))
        sys.exit(1)
    return named.one.id


def nothing_drawn(query_id: str) -> UsageError:
    """What is told where the rows of a saved query name nothing that a picture can draw."""
    return UsageError(
        Message("The rows of {query} name nothing that a picture can draw.", query=query_id),
        Message("See its rows: enishi query run {query}", query=query_id),
    )


def answer_of(
    query_id: str,
    params: Sequence[str],
    graph: GraphStore,
    settings: Settings,
    *,
    as_of: str,
    party: str | None,
    **how: Any,
) -> Answer:
    """The answer of the saved query that the options name.

    Args:
        query_id: Its id.
        params: Its parameters, as `name=value`.
        graph: The graph.
        settings: The settings.
        as_of: ISO day.
        party: The reader's own side, if it is not that of the settings.
        how: What else `queries.run.run` takes.

    Raises:
        UsageError: If there is no such query, or it does not take the parameters.
    """
    from enishi.cli.query import read_given, saved_query, with_asked
    from queries.run import run

    saved = saved_query(query_id, settings)
    return run(
        saved,
        with_asked(saved, read_given(params), graph, settings.lang),
        as_of=as_of,
        settings={**settings.own, "party": party} if party else settings.own,
        store=graph,
        folders=settings.queries,
        **how,
    )
