"""The command that draws: view."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import say, today, write
from enishi.cli.subject import (
    answer_of,
    focus_option,
    nothing_drawn,
    party_option,
    query_option,
    require_what_belongs,
    the_one,
)
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from graphmodel.stores.base import GraphStore
    from visualizations.parts import Scene


@click.command()
@focus_option("Entity that the page is about, by any of its names [default: what your side sees].")
@query_option("Saved query whose rows the page shows as a network, instead of a focus.")
@party_option
@click.option(
    "--layout",
    "layout_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Layout that a page saved: everything in it stands where it did.",
)
@click.option(
    "--story",
    "story_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Steps to tell the page by, with captions: a YAML file.",
)
@click.option(
    "--embed",
    is_flag=True,
    help="For a frame in another page: the picture alone, and the line that shows it there.",
)
@queries_option
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
    query_id: str | None,
    params: tuple[str, ...],
    party: str | None,
    layout_file: Path | None,
    story_file: Path | None,
    embed: bool,
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    output: str,
) -> None:
    """Write an offline page that shows a part of the graph, in both languages.

    Without a focus or a query it shows the government-level quantum instruments of your side, its partners, and the MDQ,
    the QDG, the G7 and the NATO TQC. The page is one file, opens in any browser and makes no request. It first shows what
    can be read at once, and says what it leaves out; the rest of the network is in it, one tick or click away.

    \b
    Examples:
      enishi view --lang ja -o page.html
      enishi view --focus UK --lang en -o uk.html
      enishi view --focus MDQ --steps 2 --as-of 2025-05-01 -o mdq.html
      enishi view --query partner-gap -p forum=MDQ -o gap.html
      enishi view --layout layout.json -o page.html
      enishi view --story briefing.yaml -o briefing.html
      enishi view --focus UK --embed -o uk.html
    """
    from graphmodel.stores.remembering import RememberingStore
    from queries.entities import find_entity
    from visualizations.layout_file import not_on_page, read_layout, with_layout
    from visualizations.page import page_html
    from visualizations.story import story_of
    from visualizations.tabs import read_tabs

    require_one_subject(focus, steps, query_id, params)
    settings = settings_of(store, record, lang, queries)
    graph = RememberingStore(graph_of(settings, known_at))  # both languages ask the same
    own = find_entity(party or settings.party, ("Country", "Union"), graph, "party")
    common: dict[str, Any] = {
        "own": own,
        "as_of": as_of or today(),
        "langs": (settings.lang, "en" if settings.lang == "ja" else "ja"),
    }
    scenes: Sequence[Scene]
    if query_id:
        scenes = _of_query(graph, settings, query_id, params, party=party, common=common)
    else:
        scenes = _of_focus(graph, focus, steps or 1, common)
    if layout_file:
        places = read_layout(layout_file)
        if lost := not_on_page(scenes, places):
            say(Message("Not on this page, so left where it is: {ids}.", ids=", ".join(lost)))
        scenes = with_layout(scenes, places)
    tabs = read_tabs(graph, scenes[0])
    asked = {
        "--focus": [scenes[0].focus],
        "--steps": [str(steps or "")],
        "--query": [query_id or ""],
        "-p": params,
        "--party": [party or ""],
        "--as-of": [common["as_of"]],
        "--known-at": [known_at],
    }
    story = story_of(story_file, scenes[0], tabs) if story_file else ()
    page = page_html(scenes, tabs=tabs, story=story, command=_command(asked), embed=embed)
    write(page, output)
    if embed and output != "-":
        click.echo(frame(scenes[0].title, output))


def frame(title: str, file: str) -> str:
    """The line that shows a page inside of another one.

    Args:
        title: What it shows.
        file: The page, beside the one that shows it.
    """
    from html import escape
    from urllib.parse import quote

    address = quote(Path(file).name)
    return (
        f'<iframe src="{address}" title="{escape(title)}" width="100%" height="600" loading="lazy" '
        'sandbox="allow-scripts"></iframe>'
    )


def require_one_subject(
    focus: str | None, steps: int | None, query_id: str | None, params: Sequence[str]
) -> None:
    """Refuse options that name more than one thing, or say more of what was not named."""
    from graphmodel.errors import UsageError

    require_what_belongs(focus, steps, query_id, params)
    if focus and query_id:
        raise UsageError(
            Message("A page is about a --focus or a --query, not both."),
            Message("Leave one of them out."),
        )


def _of_focus(
    graph: GraphStore, focus: str | None, steps: int, common: dict[str, Any]
) -> tuple[Scene, ...]:
    from visualizations.holding import MOST_HELD
    from visualizations.neighbourhood import neighbourhoods
    from visualizations.scene import first_views
    from visualizations.style import drawn_kinds

    if not focus:
        return first_views(graph, hold=MOST_HELD, **common)
    entity = the_one(focus, drawn_kinds(), graph, own=common["own"], lang=common["langs"][0])
    return neighbourhoods(graph, focus=entity, steps=steps, hold=MOST_HELD, **common)


def _of_query(
    graph: GraphStore,
    settings: Settings,
    query_id: str,
    params: Sequence[str],
    *,
    party: str | None,
    common: dict[str, Any],
) -> tuple[Scene, ...]:
    from visualizations.answered import answered
    from visualizations.holding import MOST_HELD

    answer = answer_of(query_id, params, graph, settings, as_of=common["as_of"], party=party)
    scenes = answered(graph, answer, hold=MOST_HELD, **common)
    if not scenes[0].nodes:
        raise nothing_drawn(query_id)
    return scenes


def _command(asked: dict[str, Sequence[str]]) -> str:
    """The line by which the page can be made again: no file and no machine is in it."""
    options = (
        f"{option} {shlex.quote(value)}"
        for option, values in asked.items()
        for value in values
        if value
    )
    return " ".join(["enishi", "view", *options])
