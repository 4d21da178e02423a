"""The command that hands the graph over to other tools: export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    completed_by,
    graph_of,
    known_at_option,
    lang_option,
    params_option,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import today, write
from enishi.settings import Settings, shipped_record
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of
from visualizations.exports import FORMATS

if TYPE_CHECKING:
    from graphmodel.vocab import Handling
    from visualizations.exports import Contents


@click.command()
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="Form of the data.")
@click.option(
    "--for",
    "tool",
    type=click.Choice(["neo4j-browser"]),
    help="Files for this tool instead of data.",
)
@click.option(
    "--focus",
    metavar="ID",
    help="Only what is near this entity, by any of its names [default: everything].",
    shell_complete=completed_by("complete_entity"),
)
@click.option(
    "--steps",
    type=click.IntRange(0),
    help="How many ties away from the focus [default: 1].",
)
@click.option(
    "--query",
    metavar="QUERY",
    help="Only the entities that this saved query's answer names.",
    shell_complete=completed_by("complete_query"),
)
@params_option("A parameter of the query; may be repeated.")
@queries_option
@store_options
@as_of_option
@known_at_option
@lang_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="File or folder [default: - for one file, else enishi-FORMAT; for a tool its name].",
)
def export(
    format_: str | None,
    tool: str | None,
    focus: str | None,
    steps: int | None,
    query: str | None,
    params: tuple[str, ...],
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    output: Path | None,
) -> None:
    """Write the data, or files for another tool.

    The data are those of the record, resolved: csv is a folder of tables, one for each kind of node and tie, with
    claims, sources and a datapackage.json that describes every column; jsonl is the claims, one in a line. graphml
    and gexf are the graph for yEd, Gephi, Cytoscape and networkx, json-ld is RDF, cypher a script for an empty Neo4j.

    A selection is what is near one entity (--focus, --steps), or what a saved query's answer names (--query, -p), with
    the ties among it and the sources of both.

    For Neo4j Browser: a style sheet with captions and colours (drop enishi.grass onto the page), and each saved query
    as a file that it imports under "Favorites", with an example of every parameter.

    \b
    Examples:
      enishi export --format csv -o enishi-csv
      enishi export --format jsonl --known-at 2025-05-12 -o claims.jsonl
      enishi export --format graphml --focus UK --steps 2 -o uk.graphml
      enishi export --format gexf --query partner-gap -p forum=MDQ -o gap.gexf
      enishi export --for neo4j-browser --lang ja -o browser
    """
    if bool(format_) == bool(tool):
        raise UsageError(
            Message("What is to be written?"),
            Message(
                "Name a form by --format ({forms}), or a tool by --for neo4j-browser.",
                forms=", ".join(FORMATS),
            ),
        )
    if bool(focus) + bool(query) > (0 if tool else 1):
        raise UsageError(
            Message("That selects in more than one way.")
            if format_
            else Message("Files for a tool hold no selection."),
            Message("Give one of --focus and --query, with --format."),
        )
    if (steps is not None and not focus) or (params and not query):
        raise UsageError(Message("--steps needs a --focus, and -p a --query."))
    settings = settings_of(store, record, lang, queries)
    if tool:
        _for_browser(settings, as_of or today(), output or Path(tool))
        return
    assert format_
    if store:
        raise UsageError(
            Message("--store has no effect on --format: the data come from the record."),
            Message("Name the record by --record."),
        )
    from visualizations.exports import export as files_of

    contents = _contents(settings, known_at)
    if focus or query:
        ids, handling = _selected(contents, settings, as_of or today(), focus, steps, query, params)
        contents = replace(contents.part(ids), handling=handling)
    files = files_of(format_, contents)
    if FORMATS[format_].suffix:
        (text,) = files.values()
        write(text, str(output or "-"))
        return
    _write_folder(files, output or Path(f"enishi-{format_}"))


def _contents(settings: Settings, known_at: str) -> Contents:
    from enishi.builds import project
    from visualizations.exports import Contents

    made = project(settings.record, known_at, settings.ceiling, own=settings.records)
    claims, used = made.resolution.claims, made.resolution.used
    shipped = settings.record.resolve() == shipped_record().resolve() and not settings.records
    return Contents(made.batch, tuple(claims), frozenset(used), shipped, settings.ceiling)


def _selected(
    contents: Contents,
    settings: Settings,
    day: str,
    focus: str | None,
    steps: int | None,
    query: str | None,
    params: tuple[str, ...],
) -> tuple[set[str], Handling]:
    """Ids of what is near an entity, or of what an answer names, and how far that may travel.

    Both are asked of these very contents.
    """
    from enishi.cli.query import read_given, saved_query
    from graphmodel.stores.embedded import EmbeddedStore
    from queries.entities import find_entity, named_kinds
    from queries.run import run
    from visualizations.exports import around

    with TemporaryDirectory() as place, EmbeddedStore(Path(place) / "graph.kgl") as graph:
        graph.replace(contents.batch)
        if focus:
            entity = find_entity(focus, named_kinds(), graph, "focus")
            near = around(contents.batch.ties, entity, 1 if steps is None else steps)
            return near, contents.handling
        assert query
        saved = saved_query(query, settings)
        given = read_given(params)
        answer = run(
            saved,
            given,
            as_of=day,
            settings=settings.own,
            store=graph,
            folders=settings.queries,
        )
        return answer.ids(), answer.coverage.handling


def _for_browser(settings: Settings, as_of: str, folder: Path) -> None:
    from queries.catalogue import load_catalogue
    from queries.params import bind
    from visualizations.neo4j_browser import saved_query, style_sheet

    graph = graph_of(settings, "")
    files = {"enishi.grass": style_sheet(settings.lang)}
    for query in load_catalogue(settings.queries).values():
        bound = bind(query, query.example, as_of, settings.own, graph)
        files[f"{query.id}.cypher"] = saved_query(query, bound.values, settings.lang)
    _write_folder(files, folder)


def _write_folder(files: Mapping[str, str], folder: Path) -> None:
    if str(folder) == "-":
        raise UsageError(Message("This is a folder of files."), Message("Name a folder by -o."))
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnishiError(
                Message(
                    "{folder} cannot be written: {reason}.",
                    folder=path.parent,
                    reason=reason_of(error),
                ),
                Message("Name another folder by -o."),
            ) from error
        write(text, str(path))
