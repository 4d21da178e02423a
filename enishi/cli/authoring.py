"""Writing saved queries of one's own: new, test, lint."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    completed_by,
    graph_of,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import say, today
from enishi.language import told
from enishi.settings import Settings
from graphmodel.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graphmodel.stores import GraphStore
    from queries.header import SavedQuery


@click.command()
@click.argument("id_", metavar="ID")
@queries_option
def new(id_: str, queries: tuple[Path, ...]) -> None:
    """Begin a saved query: a file that runs, and its expected answers beside it.

    It is written into the folder of --queries or ENISHI_QUERIES, or else into this one.

    \b
    Example:
      enishi query new members-of-a-forum --queries mine
    """
    from queries.catalogue import new_query

    settings = settings_of(queries=queries)
    folder = settings.queries[0] if settings.queries else Path()
    there = tuple(path for path in settings.queries if path.is_dir())
    statement, expected = new_query(id_, folder, there)
    option = f" --queries {folder}" if queries else ""
    name = id_ if settings.queries else str(statement)
    click.echo(f"{statement}\n{expected}")
    say(
        Message(
            "Change them; then:\n{commands}",
            commands=f"  enishi query lint {statement}\n  enishi query run {name} -p forum=MDQ{option}\n"
            f"  enishi query test {name}{option}",
        )
    )


@click.command()
@click.argument(
    "names", metavar="[QUERY]...", nargs=-1, shell_complete=completed_by("complete_query")
)
@queries_option
@store_options
@as_of_option
def test(
    names: tuple[str, ...],
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
) -> None:
    """Compare saved queries with the expected answers beside them.

    QUERY is an id or a .cypher file [default: all]. Expected answers stand in QUERY.test.yaml; they hold for one
    record, the shipped ones for the shipped record. Of what differs, - is expected and not there, + is there and not
    expected. The exit code is 1 if anything differs.

    \b
    Examples:
      enishi query test
      enishi query test partner-gap
      enishi query test --queries mine members-of-a-forum
    """
    from queries.expected import expected_path

    settings = settings_of(store, record, queries=queries)
    graph = cache(lambda known_at: graph_of(settings, known_at))
    good = bad = 0
    for saved in _named(names, settings):
        if not expected_path(saved).exists():
            say(
                Message(
                    "{query}: no expected answers at {path}",
                    query=saved.id,
                    path=expected_path(saved),
                )
            )
            continue
        for what, found in _tried(saved, settings, as_of or today(), graph):
            click.echo(told(_verdict(not found, saved.id, what)))
            for line in found:
                click.echo(f"      {told(line)}")
            good, bad = good + (not found), bad + bool(found)
    click.echo(told(Message("{good} as expected, {bad} not", good=good, bad=bad)))
    if bad or not good:
        sys.exit(1)


def _verdict(good: bool, query: str, case: str) -> Message:
    if good:
        return Message("ok  {query}: {case}", query=query, case=case)
    return Message("BAD {query}: {case}", query=query, case=case)


def _tried(
    saved: SavedQuery, settings: Settings, day: str, graph: Callable[[str], GraphStore]
) -> Iterator[tuple[str, list[str]]]:
    """Each case of a query's expected answers, and what differs."""
    from queries.expected import differences, expected_path, read_cases
    from queries.lint import require_clean
    from queries.run import run

    require_clean(saved, settings.queries)
    for case in read_cases(expected_path(saved)):
        answer = run(
            saved,
            case.given(),
            as_of=case.as_of or day,
            settings=settings.own,
            store=graph(case.known_at),
            folders=settings.queries,
            max_rows=1_000_000,
        )
        found = differences(case.expect, answer)
        if case.known_bug:
            yield (
                Message("{case} (known bug: {why})", case=case.case, why=case.known_bug),
                [] if found else [Message("it is as expected now: take known_bug away")],
            )
        else:
            yield case.case, found


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@queries_option
def lint(files: tuple[Path, ...], queries: tuple[Path, ...]) -> None:
    """Check saved queries without running them.

    That they only read, keep their contract, name what the graph has, and run alike on every engine. The exit code is
    1 if there are findings.

    \b
    Examples:
      enishi query lint
      enishi query lint mine/members-of-a-forum.cypher
    """
    from graphmodel.errors import UsageError
    from queries.catalogue import LIBRARY, load_catalogue
    from queries.expected import expected_path, read_cases
    from queries.header import read_query
    from queries.lint import lint as findings_of

    settings = settings_of(queries=queries)
    if not files:
        load_catalogue(settings.queries)  # ids that stand twice
    folders = (LIBRARY, *settings.queries)
    paths = files or [path for folder in folders for path in sorted(folder.glob("*.cypher"))]
    count = 0
    for path in paths:
        try:
            saved = read_query(path)
            findings = [
                Message("{path}: {finding}", path=path, finding=finding)
                for finding in findings_of(saved, settings.queries)
            ]
            if expected_path(saved).exists():
                read_cases(expected_path(saved))
        except UsageError as error:
            findings = [error.message]
        for finding in findings:
            click.echo(told(finding))
        count += len(findings)
    click.echo(
        told(Message("{files} files, {findings} findings", files=len(paths), findings=count))
    )
    if count:
        sys.exit(1)


def _named(names: tuple[str, ...], settings: Settings) -> list[SavedQuery]:
    """The queries that are named, or all."""
    from queries.catalogue import find_query, load_catalogue
    from queries.header import read_query

    if not names:
        return list(load_catalogue(settings.queries).values())
    return [
        read_query(Path(name)) if name.endswith(".cypher") else find_query(name, settings.queries)
        for name in names
    ]
