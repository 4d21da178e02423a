"""The networks of a published folder: the first view, and what surrounds each partner and each forum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visualizations.neighbourhood import neighbourhood
from visualizations.page import page_html
from visualizations.parts import Scene
from visualizations.scene import first_view
from visualizations.site.edition import Edition
from visualizations.site.places import HOME, network_of, place_of

_KINDS = ("Country", "Union", "Forum")


def network_places(edition: Edition) -> list[str]:
    """Places that have a network."""
    own = [place_of(n.id) for n in edition.named.values() if n.kind in _KINDS]
    return [HOME, *own]


def network_files(edition: Edition, places: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The page of each network, in every language."""
    ids = {place_of(id_): id_ for id_ in edition.named}
    for place in places:
        for lang in edition.langs:
            scene = _scene(edition, ids.get(place, ""), lang)
            yield edition.places.file(network_of(place), lang), page_html(scene).encode("utf-8")


def _scene(edition: Edition, id_: str, lang: str) -> Scene:
    if not id_:
        return first_view(edition.store, own=edition.own, as_of=edition.as_of, lang=lang)
    return neighbourhood(
        edition.store, focus=id_, steps=1, own=edition.own, as_of=edition.as_of, lang=lang
    )
