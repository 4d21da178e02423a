"""The command that draws: view."""

from __future__ import annotations

from pathlib import Path

import click

from enishi.cli.options import (
    as_of_option,
    completed_by,
    graph_of,
    known_at_option,
    lang_option,
    settings_of,
    store_options,
)
from enishi.cli.output import today, write
from graphmodel.messages import Message


@click.command()
@click.option(
    "--focus",
    metavar="ID",
    help="Entity that the page is about, by any of its names [default: what your side sees].",
    shell_complete=completed_by("complete_entity"),
)
@click.option(
    "--steps",
    type=click.IntRange(1, 3),
    help="How many ties away from the focus [default: 1].",
)
@store_options
@as_of_option
@known_at_option
@lang_option
@click.option(
    "-o",
    "--output",
    default="enishi.html",
    show_default=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    help="File, or - for here.",
)
def view(
    focus: str | None,
    steps: int | None,
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    output: str,
) -> None:
    """Write an offline page that shows a part of the graph.

    Without a focus it shows the government-level quantum instruments of your side, its partners, and the MDQ, the
    QDG, the G7 and the NATO TQC. The page is one file, opens in any browser and makes no request. Where more than 60 items
    are tied to a focus, whole groups are left out; the page says which, and a drawn item lists by name what is not drawn.

    \b
    Examples:
      enishi view --lang ja -o page.html
      enishi view --focus UK --lang en -o uk.html
      enishi view --focus MDQ --steps 2 --as-of 2025-05-01 -o mdq.html
    """
    from graphmodel.errors import UsageError
    from queries.params import find_entity
    from visualizations.holding import MOST_HELD
    from visualizations.neighbourhood import neighbourhoods
    from visualizations.page import page_html
    from visualizations.scene import first_views
    from visualizations.style import drawn_kinds
    from visualizations.tabs import read_tabs

    if steps and not focus:
        raise UsageError(
            Message("--steps needs a --focus."), Message("For instance: --focus MDQ --steps 2")
        )
    settings = settings_of(store, record, lang)
    graph = graph_of(settings, known_at)
    own = find_entity(settings.party, ("Country", "Union"), graph, "party")
    day = as_of or today()
    langs = (settings.lang, "en" if settings.lang == "ja" else "ja")
    if focus:
        entity = find_entity(focus, drawn_kinds(), graph, "focus")
        scenes = neighbourhoods(
            graph, focus=entity, steps=steps or 1, own=own, as_of=day, langs=langs, hold=MOST_HELD
        )
    else:
        scenes = first_views(graph, own=own, as_of=day, langs=langs, hold=MOST_HELD)
    write(page_html(scenes, tabs=read_tabs(graph, scenes[0])), output)
