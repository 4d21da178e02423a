"""What the tabs of a page show beside its picture: cards, timeline, matrices and map, in both languages.

Each tab has a module that makes its data from the graph for what a picture shows; `page_files/js/tab_*.js` draws it.
The table has no data of its own: it lists what the picture shows.
"""

from __future__ import annotations

from typing import Any

from graphmodel.stores import GraphStore
from visualizations.parts import Scene
from visualizations.tabs.both import read_sources
from visualizations.tabs.card import Cards, cited_by_cards
from visualizations.tabs.map import in_view, map_, read_sides
from visualizations.tabs.matrix import cited_by_matrix, matrix
from visualizations.tabs.timeline import cited_by_timeline, timeline
from visualizations.tabs.words import words_of


def read_tabs(store: GraphStore, scene: Scene, *, cards: Cards | None = None) -> dict[str, Any]:
    """The data of all tabs of a page, as JSON can hold it.

    What the page holds as an item anyway (its name, date and sources) is not told again.

    Args:
        store: The graph.
        scene: What the page shows at first, with what it holds beyond, in any language.
        cards: Makes the cards; given where several pages are made, so that each card is made once.

    Returns:
        `card`, `table`, `timeline`, `matrix` and `map`, each with its `words`, and the `sources` that they cite and
        that the page does not tell of otherwise, by id.
    """
    first = [node.id for node in scene.nodes]
    held = [*first, *(node.id for node in scene.further.nodes)]
    own, as_of, focus = scene.own, scene.as_of, scene.focus
    card = (cards or Cards.from_store(store, own=own, as_of=as_of)).of(first, focus)
    lines = timeline(store, first, held, own=own, as_of=as_of)
    sides = read_sides(store, held)
    parties = in_view(first, held, sides)
    tables = matrix(store, held, parties, own=own, as_of=as_of, focus=focus)
    cited = {*cited_by_cards(card), *cited_by_timeline(lines), *cited_by_matrix(tables)}
    told = {source.id for source in scene.sources}
    tabs = {
        "card": card,
        "table": {},
        "timeline": lines,
        "matrix": tables,
        "map": map_(parties, sides),
    }
    with_words = {tab: {**data, "words": words_of(tab)} for tab, data in tabs.items()}
    return {**with_words, "sources": read_sources(store, cited - told)}
