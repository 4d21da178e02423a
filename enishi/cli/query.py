"""The saved queries: list, show and run them; writing one's own is in `enishi.cli.authoring`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.authoring import lint, new, test
from enishi.cli.options import (
    as_of_option,
    completed_by,
    graph_of,
    known_at_option,
    lang_option,
    limit_options,
    output_options,
    params_option,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import grid, json_text, today, write, write_answer
from enishi.language import told
from enishi.settings import Settings
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from graphmodel.stores import GraphStore
    from queries.header import SavedQuery, Tag

_EXAMPLE_ROWS = 3


@click.group()
def query() -> None:
    """List, show and run saved queries; write your own.

    \b
    Example:
      enishi query run partner-gap -p forum=MDQ -p party=JP
    """


for _command in (new, test, lint):
    query.add_command(_command)


@query.command("list")
@click.argument("text", nargs=-1)
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="TAG",
    help="Only those about it, by its code or name in either language; may be repeated.",
    shell_complete=completed_by("complete_tag"),
)
@queries_option
@lang_option
@output_options("table", "json")
def list_(
    text: tuple[str, ...],
    tags: tuple[str, ...],
    queries: tuple[Path, ...],
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """List the saved queries, or those that have each word of TEXT.

    The words are looked for in ids, names, questions, parameters and columns, in both languages.

    \b
    Examples:
      enishi query list --lang ja
      enishi query list 署名
      enishi query list --tag fora
    """
    from queries.catalogue import load_catalogue, search

    settings = settings_of(lang=lang, queries=queries)
    wanted = [_tag(tag) for tag in tags]
    found = search(load_catalogue(settings.queries).values(), " ".join(text), wanted)
    if format_ == "json":
        write(
            json_text(
                [
                    {
                        "id": q.id,
                        "title": q.title.model_dump(),
                        "question": q.question.model_dump(),
                        "tags": list(q.tags),
                    }
                    for q in found
                ]
            ),
            output,
        )
        return
    if not found:
        nothing = {"ja": "該当するクエリなし", "en": "No saved query has that."}
        write(nothing[settings.lang] + "\n", output)
        return
    heads = {
        "ja": ("クエリ", "答える問い", "タグ"),
        "en": ("Query", "The question it answers", "Tags"),
    }[settings.lang]
    separator = "、" if settings.lang == "ja" else ", "
    rows = [
        (
            q.id,
            q.question.text(settings.lang),
            separator.join(tag.label(settings.lang) for tag in q.tags),
        )
        for q in found
    ]
    write(grid(heads, rows) + "\n", output)


def _tag(text: str) -> Tag:
    from graphmodel.names import fold
    from queries.header import Tag

    for tag in Tag:
        if fold(text) in (fold(tag), fold(tag.ja), fold(tag.en)):
            return tag
    raise UsageError(
        Message("There is no tag {text!r}.", text=text),
        Message("There are: {ids}", ids=", ".join(Tag)),
    )


@query.command()
@click.argument("id_", metavar="QUERY", shell_complete=completed_by("complete_query"))
@queries_option
@store_options
@as_of_option
@lang_option
def show(
    id_: str,
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    lang: str | None,
) -> None:
    """Show a saved query: its question, parameters, columns and Cypher, and an example with its first rows.

    Nothing is built for the example: where there is no graph yet, only its command is shown.

    \b
    Example:
      enishi query show partner-gap
      enishi query show partner-gap --as-of 2025-05-01 --lang ja
    """
    settings = settings_of(store, record, lang, queries)
    saved = saved_query(id_, settings)
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
    click.echo(_example(saved, settings, as_of or today(), queries))


def _example(saved: SavedQuery, settings: Settings, as_of: str, folders: Iterable[Path]) -> str:
    """A command that runs, and what it answers first, if there is a graph of the record."""
    from enishi.builds import open_existing

    given = saved.example
    params = (f"-p {name}={_quoted(value)}" for name, value in given.items())
    own = (f"--queries {_quoted(str(folder))}" for folder in folders)
    name = _quoted(str(saved.path)) if _is_file(saved, settings) else saved.id
    said = [
        {"ja": "例：", "en": "Example:"}[settings.lang],
        "  " + " ".join(("enishi query run", name, *params, *own, f"--as-of {as_of}")),
    ]
    try:
        graph = open_existing(
            settings.record,
            settings.store,
            own=settings.records,
            ceiling=settings.ceiling,
            keep=settings.chosen_store,
        )
        if graph is not None:
            with graph:
                said += ["", *_first_rows(saved, given, graph, settings, as_of)]
    except EnishiError as error:
        said += ["", told(error.told)]
    return "\n".join(said)


def _first_rows(
    saved: SavedQuery, given: Mapping[str, str], graph: GraphStore, settings: Settings, as_of: str
) -> list[str]:
    from queries.run import run as run_query
    from visualizations.table import make_table

    table = make_table(
        run_query(
            saved, given, as_of=as_of, settings=settings.own, store=graph, folders=settings.queries
        ),
        settings.lang,
    )
    shown = [table.title]
    if table.rows:
        shown.append(grid(table.headings, table.rows[:_EXAMPLE_ROWS]))
    if more := len(table.rows[_EXAMPLE_ROWS:]):
        shown.append({"ja": f"（ほか{more}行）", "en": f"({more} more)"}[settings.lang])
    return shown


def _is_file(saved: SavedQuery, settings: Settings) -> bool:
    """Whether a query is found by its file only."""
    from queries.catalogue import LIBRARY

    return saved.path.parent not in (LIBRARY, *settings.queries)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


@query.command()
@click.argument("id_", metavar="QUERY", shell_complete=completed_by("complete_query"))
@params_option("A parameter; may be repeated.")
@queries_option
@store_options
@as_of_option
@known_at_option
@lang_option
@limit_options
@output_options("table", "json", "jsonl", "csv", "md", "xlsx")
def run(
    id_: str,
    params: tuple[str, ...],
    queries: tuple[Path, ...],
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

    Countries may be given as UK, 英国, GB or country:GB; every entity by any of its names, its slug or its id. A
    terminal asks for a parameter that is needed and was not given.

    \b
    Examples:
      enishi query run partner-gap -p forum=MDQ -p party=JP
      enishi query run partner-gap -p forum=MDQ --as-of 2025-05-01 --format json
      enishi query run how-it-came-about -p agreement=jp-uk-quantum-moc-2025 --lang ja
      enishi query run conflicts --format xlsx -o conflicts.xlsx
    """
    from queries.run import run as run_query

    settings = settings_of(store, record, lang, queries)
    saved = saved_query(id_, settings)
    given = read_given(params)
    graph = graph_of(settings, known_at)
    answer = run_query(
        saved,
        with_asked(saved, given, graph, settings.lang),
        as_of=as_of or today(),
        settings=settings.own,
        store=graph,
        folders=settings.queries,
        timeout=timeout,
        max_rows=max_rows,
    )
    write_answer(answer, format_, output, settings.lang)


def read_given(params: Iterable[str]) -> dict[str, str]:
    """Parameters as they are typed, by name.

    Raises:
        UsageError: If one has no value.
    """
    given = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise UsageError(
                Message("{param!r} is no parameter.", param=param), Message("Write -p NAME=VALUE.")
            )
        given[name] = value
    return given


def with_asked(
    saved: SavedQuery, given: Mapping[str, str], graph: GraphStore, lang: str
) -> dict[str, str]:
    """The parameters with those that a terminal asked for; elsewhere what is missing is an error later on."""
    from queries.params import missing

    asked = missing(saved, given)
    if not asked or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return dict(given)
    from enishi.cli.pick import ask

    return {**given, **ask(saved, asked, graph, lang)}


def saved_query(id_: str, settings: Settings) -> SavedQuery:
    """A saved query by its id or its file; one of the user's own is linted before it runs."""
    from queries.catalogue import LIBRARY, find_query
    from queries.header import read_query

    saved = read_query(Path(id_)) if id_.endswith(".cypher") else find_query(id_, settings.queries)
    if saved.path.parent != LIBRARY:
        from queries.lint import require_clean

        require_clean(saved, settings.queries)
    return saved
