"""The command that hands the graph over to other tools: export."""

from __future__ import annotations

from pathlib import Path

import click

from enishi.cli.options import as_of_option, graph_of, lang_option, store_options
from enishi.cli.output import today, write
from enishi.settings import load_settings


@click.command()
@click.option(
    "--for",
    "tool",
    type=click.Choice(["neo4j-browser"]),
    required=True,
    help="The tool that reads it.",
)
@store_options
@as_of_option
@lang_option
@click.option(
    "-o",
    "--output",
    "folder",
    default="neo4j-browser",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder.",
)
def export(
    tool: str,
    store: str | None,
    record: Path | None,
    as_of: str | None,
    lang: str | None,
    folder: Path,
) -> None:
    """Write files for another tool.

    For Neo4j Browser: a style sheet with captions and colours (drop enishi.grass onto the page), and each saved query
    as a file that it imports under "Favorites", with an example of every parameter.

    \b
    Example:
      enishi export --for neo4j-browser --lang ja -o browser
    """
    from graphmodel.errors import EnishiError
    from queries.catalogue import load_catalogue
    from queries.params import bind
    from visualizations.neo4j_browser import saved_query, style_sheet

    settings = load_settings(store, record, lang)
    graph = graph_of(settings, "")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnishiError(
            f"{folder} cannot be written: {error.strerror}.", "Name another folder by -o."
        ) from error
    write(style_sheet(settings.lang), str(folder / "enishi.grass"))
    for query in load_catalogue(settings.queries).values():
        given = {name: spec.example for name, spec in query.params.items() if spec.required}
        bound = bind(query, given, as_of or today(), {"party": settings.party}, graph)
        text = saved_query(query, bound.values, settings.lang)
        write(text, str(folder / f"{query.id}.cypher"))
