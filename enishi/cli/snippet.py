"""The command that writes pieces for papers and pages of one's own: snippet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    output_options,
    phrases_option,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import today, write
from enishi.cli.subject import (
    answer_of,
    focus_option,
    nothing_drawn,
    party_option,
    query_option,
    the_one,
)

if TYPE_CHECKING:
    from graphmodel.stores.base import GraphStore
    from queries.results import Answer
    from visualizations.briefing.imprint import Imprint
    from visualizations.parts import Scene


@click.command()
@focus_option("Entity that it is about, by any of its names [default: what your side sees].")
@query_option("Saved query whose answer it shows, instead of a focus.")
@party_option
@phrases_option
@queries_option
@store_options
@as_of_option
@known_at_option
@lang_option
@output_options("md", "html", "mermaid")
def snippet(
    focus: str | None,
    steps: int | None,
    query_id: str | None,
    params: tuple[str, ...],
    party: str | None,
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Write a piece for a paper or page of your own: a table, a figure or a network.

    md is a table in Markdown, html a <figure> that needs no script, mermaid a flowchart that GitHub, GitLab and wikis draw.
    Each is about one thing and what is tied to it (--focus, --steps), or shows the answer of a saved query (--query, -p).
    Title, numbered sources, day, build and handling mark are in it.

    \b
    Examples:
      enishi snippet --query partner-gap -p forum=MDQ --lang ja
      enishi snippet --format html --query upcoming -o upcoming.html
      enishi snippet --format mermaid --focus jp-uk-quantum-moc-2025 -o moc.mmd
    """
    from enishi.cli.draw import require_one_subject
    from graphmodel.stores.remembering import RememberingStore
    from graphmodel.vocab import Handling
    from queries.entities import find_entity
    from visualizations.briefing.imprint import read_imprint
    from visualizations.briefing.phrases import read_phrases

    require_one_subject(focus, steps, query_id, params)
    settings = settings_of(store, record, lang, queries)
    graph = RememberingStore(graph_of(settings, known_at))
    common: dict[str, Any] = {
        "own": find_entity(party or settings.party, ("Country", "Union"), graph, "party"),
        "as_of": as_of or today(),
        "langs": (settings.lang,),
    }
    answer = (
        answer_of(query_id, params, graph, settings, as_of=common["as_of"], party=party)
        if query_id
        else None
    )
    handling = answer.coverage.handling if answer else Handling.PUBLIC
    phrases = read_phrases(settings.phrases)
    imprint = read_imprint(graph, phrases, common["as_of"], handling=handling, draft=False)
    scene = None
    if not answer or format_ == "mermaid":
        scene = _scene(graph, answer, focus, steps or 1, common)
    write(_written(format_, answer, scene, imprint, settings.lang), output)


def _written(
    format_: str, answer: Answer | None, scene: Scene | None, imprint: Imprint, lang: str
) -> str:
    """The piece: of a network, or of an answer as a table."""
    from visualizations.snippets.abbreviations import spelled_out
    from visualizations.snippets.drawing import network_svg
    from visualizations.snippets.figure import figure_html
    from visualizations.snippets.markdown import markdown_text
    from visualizations.snippets.mermaid import mermaid
    from visualizations.snippets.ties import tie_table
    from visualizations.table import make_table

    if format_ == "mermaid":
        assert scene
        return mermaid(scene, imprint.foot(lang))
    if answer:
        table, drawing = spelled_out(make_table(answer, lang), answer, lang), ""
    else:
        assert scene
        table, drawing = tie_table(scene), network_svg(scene) if format_ == "html" else ""
    if format_ == "md":
        return markdown_text(table, imprint.foot(lang))
    return figure_html(table, imprint, lang, drawing)


def _scene(
    graph: GraphStore, answer: Answer | None, focus: str | None, steps: int, common: dict[str, Any]
) -> Scene:
    from visualizations.answered import answered
    from visualizations.neighbourhood import neighbourhoods
    from visualizations.scene import first_views
    from visualizations.style import drawn_kinds

    if answer:
        (scene,) = answered(graph, answer, **common)
        if not scene.nodes:
            raise nothing_drawn(answer.query.id)
        return scene
    if not focus:
        return first_views(graph, **common)[0]
    entity = the_one(focus, drawn_kinds(), graph, own=common["own"], lang=common["langs"][0])
    return neighbourhoods(graph, focus=entity, steps=steps, **common)[0]
