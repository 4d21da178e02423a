"""What the tabs of a page show beside its picture: cards, timeline, matrices and map, in both languages.

Each tab has a module that makes its data from the graph for what a picture shows; `page_files/js/tab_*.js` draws it.
The table has no data of its own: it lists what the picture shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graphmodel.stores import GraphStore
from visualizations.tabs.both import read_sources
from visualizations.tabs.card import Cards, cited
from visualizations.tabs.map import map_
from visualizations.tabs.matrix import matrix
from visualizations.tabs.timeline import timeline
from visualizations.tabs.words import words_of


def read_tabs(
    store: GraphStore,
    ids: Sequence[str],
    *,
    own: str,
    as_of: str,
    focus: str = "",
    cards: Cards | None = None,
) -> dict[str, Any]:
    """The data of all tabs for a picture, as JSON can hold it.

    Args:
        store: The graph.
        ids: Ids of what the picture can show, in the order in which it is read out.
        own: Id of the reader's own side.
        as_of: ISO day.
        focus: Id of what the picture is about, if it is about one.
        cards: Makes the cards; given where several pages are made, so that each card is made once.

    Returns:
        `card`, `table`, `timeline`, `matrix` and `map`, each with its `words`, and the `sources` that they cite, by id.
    """
    made = cards or Cards(store, own=own, as_of=as_of)
    card = made.of(ids, focus)
    lines = timeline(store, ids, own=own, as_of=as_of)
    tables = matrix(store, ids, own=own, as_of=as_of, focus=focus)
    wanted = {*cited(card), *tables.pop("sources"), *_cited_by(lines)}
    tabs = {"card": card, "table": {}, "timeline": lines, "matrix": tables, "map": map_(ids)}
    told = {tab: {**data, "words": words_of(tab)} for tab, data in tabs.items()}
    return {**told, "sources": read_sources(store, wanted)}


def _cited_by(lines: dict[str, Any]) -> Iterable[str]:
    for event in (*lines["events"], *lines["expected"]):
        yield from event["sources"]
