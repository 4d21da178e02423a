"""The networks of a published folder: the first view, and what surrounds each partner and each forum.

A network is one page for all languages; the address says in which one it opens. Scripts and styles lie beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visualizations.neighbourhood import neighbourhoods
from visualizations.page import page_html, shared_files
from visualizations.parts import Scene
from visualizations.scene import first_views
from visualizations.site.edition import Edition
from visualizations.site.places import ASSETS, HOME, network_of, place_of, relative
from visualizations.tabs import read_tabs

_KINDS = ("Country", "Union", "Forum")


def network_places(edition: Edition) -> list[str]:
    """Places that have a network."""
    own = [place_of(n.id) for n in edition.named.values() if n.kind in _KINDS]
    return [HOME, *own]


def network_files(edition: Edition, places: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The page of each network, and what they share."""
    ids = {place_of(id_): id_ for id_ in edition.named}
    first = edition.langs[0]
    for place in places:
        file = edition.places.file(network_of(place), first)
        scenes = _scenes(edition, ids.get(place, ""))
        text = page_html(
            scenes,
            tabs=read_tabs(edition.store, scenes[0], cards=edition.cards),
            command=_command(edition, ids.get(place, "")),
            handling=str(edition.handling),
            assets=relative(file, f"{ASSETS}/view"),
            home={lang: relative(file, edition.places.file(place, lang)) for lang in edition.langs},
        )
        yield file, text.encode("utf-8")
    for name, text in shared_files().items():
        yield f"{ASSETS}/view/{name}", text.encode("utf-8")


def _scenes(edition: Edition, id_: str) -> tuple[Scene, ...]:
    store, own, as_of, langs = edition.store, edition.own, edition.as_of, edition.langs
    if not id_:
        return first_views(store, own=own, as_of=as_of, langs=langs)
    return neighbourhoods(store, focus=id_, steps=1, own=own, as_of=as_of, langs=langs)


def _command(edition: Edition, id_: str) -> str:
    focus = f" --focus {id_}" if id_ else ""
    return f"enishi view{focus} --as-of {edition.as_of}"
