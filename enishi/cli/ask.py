"""Commands that ask the graph: saved queries, and why a value is what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi import builds
from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    output_options,
    store_options,
)
from enishi.cli.output import grid, json_text, today, write, write_answer
from enishi.settings import Settings, load_settings
from graphmodel.errors import UsageError

if TYPE_CHECKING:
    from queries.header import SavedQuery


@click.group()
def query() -> None:
    """List, show and run saved queries.

    \b
    Example:
      enishi query run partner-gap -p forum=MDQ -p party=JP
    """


@query.command("list")
@lang_option
@output_options("table", "json")
def list_(lang: str | None, format_: str, output: str) -> None:
    """List the saved queries.

    \b
    Example:
      enishi query list --lang ja
    """
    from queries.catalogue import load_catalogue

    settings = load_settings(lang=lang)
    queries = load_catalogue(settings.queries).values()
    if format_ == "json":
        write(
            json_text(
                [
                    {"id": q.id, "title": q.title.model_dump(), "question": q.question.model_dump()}
                    for q in queries
                ]
            ),
            output,
        )
        return
    heads = {"ja": ("クエリ", "答える問い"), "en": ("Query", "The question it answers")}[
        settings.lang
    ]
    write(grid(heads, [(q.id, q.question.text(settings.lang)) for q in queries]) + "\n", output)


@query.command()
@click.argument("id_", metavar="QUERY")
@lang_option
def show(id_: str, lang: str | None) -> None:
    """Show a saved query: its question, parameters, columns and Cypher.

    \b
    Example:
      enishi query show partner-gap
    """
    settings = load_settings(lang=lang)
    saved = _saved_query(id_, settings)
    heads = {
        "ja": (("パラメータ", "意味", "既定", "例"), ("列", "意味")),
        "en": (("Parameter", "Meaning", "Default", "Example"), ("Column", "Meaning")),
    }[settings.lang]
    params = [
        (name, spec.text(settings.lang), spec.default or "", spec.example)
        for name, spec in saved.params.items()
    ]
    columns = [(name, column.means.text(settings.lang)) for name, column in saved.columns.items()]
    click.echo(
        f"{saved.id}  {saved.title.text(settings.lang)}\n{saved.question.text(settings.lang)}\n"
    )
    click.echo(grid(heads[0], params))
    click.echo(grid(heads[1], columns))
    click.echo(f"\n{saved.path}\n\n{saved.statement}")


@query.command()
@click.argument("id_", metavar="QUERY")
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; may be repeated.",
)
@store_options
@as_of_option
@known_at_option
@lang_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    help="Seconds allowed.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    help="Rows shown at most.",
)
@output_options("table", "json", "jsonl", "csv", "md")
def run(
    id_: str,
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
    """Run a saved query, or a .cypher file of your own with a header.

    Countries may be given as UK, 英国, GB or country:GB; every entity by any of its names, its slug or its id.

    \b
    Examples:
      enishi query run partner-gap -p forum=MDQ -p party=JP
      enishi query run partner-gap -p forum=MDQ --as-of 2025-05-01 --format json
      enishi query run how-it-came-about -p agreement=jp-uk-quantum-moc-2025 --lang ja
      enishi query run conflicts --format csv -o conflicts.csv
    """
    from queries.run import run as run_query

    settings = load_settings(store, record, lang)
    saved = _saved_query(id_, settings)
    given = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise UsageError(f"{param!r} is no parameter.", "Write -p NAME=VALUE.")
        given[name] = value
    answer = run_query(
        saved,
        given,
        as_of=as_of or today(),
        settings={"party": settings.party},
        store=graph_of(settings, known_at),
        folders=settings.queries,
        timeout=timeout,
        max_rows=max_rows,
    )
    write_answer(answer, format_, output, settings.lang)


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("field", required=False, default="")
@store_options
@known_at_option
@lang_option
@output_options("table", "json")
def why(
    id_: str,
    field: str,
    store: str | None,
    record: Path | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Show every claim behind a value, rivals too, with source and place.

    ID is an entity by any of its names, or a tie; FIELD one of its properties or lists of ties [default: all].

    \b
    Examples:
      enishi why jp-eu-quantum-loi-2025 signed_on
      enishi why MDQ members --lang ja
      enishi why "country:KR MEMBER_OF forum:mdq"
    """
    from visualizations.evidence import evidence_table, explain

    settings = load_settings(store, record, lang)
    graph = graph_of(settings, known_at)
    claims = builds.read_claims(graph, settings.store, known_at, settings.record)
    evidence = explain(id_, field, claims, graph)
    if format_ == "json":
        write(json_text([line.as_json() for line in evidence]), output)
        return
    headings, rows = evidence_table(evidence, settings.lang)
    write(grid(headings, rows) + "\n", output)


def _saved_query(id_: str, settings: Settings) -> SavedQuery:
    """A saved query by its id or its file; one of the user's own is linted before it runs."""
    from queries.catalogue import LIBRARY, find_query
    from queries.header import read_query

    saved = read_query(Path(id_)) if id_.endswith(".cypher") else find_query(id_, settings.queries)
    if saved.path.parent != LIBRARY:
        from queries.lint import require_clean

        require_clean(saved, settings.queries)
    return saved
