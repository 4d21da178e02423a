"""The command that publishes: a folder for people without a command line."""

from __future__ import annotations

from pathlib import Path

import click

from enishi import __version__
from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    phrases_option,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import say, today
from enishi.cli.subject import party_option
from enishi.settings import LANGUAGES
from graphmodel.messages import Message


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@party_option
@click.option(
    "--lang",
    "langs",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help="Only this language; may be repeated, the first one opens [default: Japanese and English].",
)
@phrases_option
@store_options
@queries_option
@as_of_option
@known_at_option
def publish(
    folder: Path,
    party: str | None,
    langs: tuple[str, ...],
    store: str | None,
    record: Path | None,
    queries: tuple[Path, ...],
    as_of: str | None,
    known_at: str,
) -> None:
    """Write a folder of pages that people open from a share, with no program and no network.

    Begin with its index.html. It has a page for every country, forum, instrument, body and person, what is coming with a
    calendar, the saved queries with their answers as pages and tables, and a glossary, in both languages. Beside the
    pages of the main partners are slides, a one-page brief, a picture and a calendar, ready to be taken along. What an
    earlier run wrote is replaced as a whole; a folder with other files is left alone.

    \b
    Examples:
      enishi publish site
      enishi publish site --ceiling internal     (with what is for one's own side)
      enishi publish site --lang en --as-of 2025-05-01
    """
    from graphmodel.stores.remembering import RememberingStore
    from queries.entities import find_entity
    from visualizations.site.edition import Edition
    from visualizations.site.folder import require_ours, write_folder
    from visualizations.site.publish import published_files

    require_ours(folder)
    settings = settings_of(store, record, queries=queries)
    graph = RememberingStore(graph_of(settings, known_at))
    own = find_entity(party or settings.party, ("Country", "Union"), graph, "party")
    edition = Edition(
        store=graph,
        own=own,
        as_of=as_of or today(),
        langs=langs or LANGUAGES,
        ceiling=settings.ceiling,
        folders=settings.queries,
        phrases=settings.phrases,
    )
    stamp = {
        "program": f"enishi {__version__}",
        "build": edition.build["build_key"],
        "as_of": edition.as_of,
        "known_at": known_at or None,
        "party": own,
        "ceiling": settings.ceiling.value,
        "langs": list(edition.langs),
    }
    written = write_folder(folder, published_files(edition, __version__), stamp)
    say(
        Message(
            "Written: {files} files, {size} MB. Open {path}",
            files=written.files,
            size=f"{written.bytes / 1e6:.1f}",
            path=folder / "index.html",
        )
    )
