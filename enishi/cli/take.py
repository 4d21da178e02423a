"""The command that hands the graph over to other tools: export."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    store_options,
)
from enishi.cli.output import today, write
from enishi.settings import Settings, load_settings, shipped_record
from graphmodel.errors import EnishiError, UsageError
from visualizations.exports import FORMATS

if TYPE_CHECKING:
    from visualizations.exports import Contents


@click.command()
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="Form of the data.")
@click.option(
    "--for",
    "tool",
    type=click.Choice(["neo4j-browser"]),
    help="Files for this tool instead of data.",
)
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
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    output: Path | None,
) -> None:
    """Write the data, or files for another tool.

    The data are those of the record, resolved: csv is a folder of tables, one for each kind of node and tie, with
    claims, sources and a datapackage.json that describes every column; jsonl is the claims, one in a line.

    For Neo4j Browser: a style sheet with captions and colours (drop enishi.grass onto the page), and each saved query
    as a file that it imports under "Favorites", with an example of every parameter.

    \b
    Examples:
      enishi export --format csv -o enishi-csv
      enishi export --format jsonl --known-at 2025-05-12 -o claims.jsonl
      enishi export --for neo4j-browser --lang ja -o browser
    """
    if bool(format_) == bool(tool):
        raise UsageError(
            "What is to be written?",
            f"Name a form by --format ({', '.join(FORMATS)}), or a tool by --for neo4j-browser.",
        )
    settings = load_settings(store, record, lang)
    if tool:
        _for_browser(settings, as_of or today(), output or Path(tool))
        return
    assert format_
    if store:
        raise UsageError(
            "--store has no effect on --format: the data come from the record.",
            "Name the record by --record.",
        )
    from visualizations.exports import export as files_of

    files = files_of(format_, _contents(settings, known_at))
    if FORMATS[format_].suffix:
        (text,) = files.values()
        write(text, str(output or "-"))
        return
    _write_folder(files, output or Path(f"enishi-{format_}"))


def _contents(settings: Settings, known_at: str) -> Contents:
    from enishi.builds import project
    from graphmodel.vocab import Handling
    from visualizations.exports import Contents

    made = project(settings.record, known_at, Handling.PUBLIC)
    claims, used = made.resolution.claims, made.resolution.used
    shipped = settings.record.resolve() == shipped_record().resolve()
    return Contents(made.batch, tuple(claims), frozenset(used), shipped)


def _for_browser(settings: Settings, as_of: str, folder: Path) -> None:
    from queries.catalogue import load_catalogue
    from queries.params import bind
    from visualizations.neo4j_browser import saved_query, style_sheet

    graph = graph_of(settings, "")
    files = {"enishi.grass": style_sheet(settings.lang)}
    for query in load_catalogue(settings.queries).values():
        given = {name: spec.example for name, spec in query.params.items() if spec.required}
        bound = bind(query, given, as_of, {"party": settings.party}, graph)
        files[f"{query.id}.cypher"] = saved_query(query, bound.values, settings.lang)
    _write_folder(files, folder)


def _write_folder(files: Mapping[str, str], folder: Path) -> None:
    if str(folder) == "-":
        raise UsageError("This is a folder of files.", "Name a folder by -o.")
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EnishiError(
                f"{path.parent} cannot be written: {error.strerror}.", "Name another folder by -o."
            ) from error
        write(text, str(path))
