"""What the map of a page shows: a coastline, and a point for each country or region of the picture.

A map is never shown first, and has no border, no fill and no name of a sea or an island.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations.tabs.coastline import read_coastline
from visualizations.tabs.places import PLACES

_PARTIES = ("country:", "union:")


def read_sides(store: GraphStore, ids: Sequence[str]) -> dict[str, list[str]]:
    """The countries and unions that are parties to each of some instruments, by its id, whether a page holds them or not."""
    instruments = [id_ for id_ in ids if id_.startswith("agreement:")]
    sides: dict[str, list[str]] = defaultdict(list)
    for row in store.read(internal("picture-parties"), {"ids": instruments}).records():
        if row["party"].startswith(_PARTIES):
            sides[row["instrument"]].append(row["party"])
    return dict(sides)


def in_view(
    first: Sequence[str], held: Sequence[str], sides: Mapping[str, Sequence[str]]
) -> list[str]:
    """Countries and unions of which tabs tell: those that a page holds, and the parties to what it shows at first."""
    parties = [id_ for id_ in held if id_.startswith(_PARTIES)]
    parties += sorted(party for id_ in first for party in sides.get(id_, ()))
    return list(dict.fromkeys(parties))


def map_(parties: Sequence[str], sides: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The map of a page.

    Args:
        parties: Ids of the countries and unions of which it tells.
        sides: Countries and unions that are parties to each instrument.

    Returns:
        `coastline`, `places` ([latitude, longitude] by id), `beside`: unions, which have no point, and countries or
        regions that the table of places lacks, which stand in a box; and the `sides` of each instrument.
    """
    places = {
        id_: list(PLACES[code])
        for id_ in parties
        if (code := id_.partition(":")[2]) in PLACES and id_.startswith("country:")
    }
    return {
        "coastline": read_coastline(),
        "places": places,
        "beside": [id_ for id_ in parties if id_ not in places],
        "sides": sides,
    }
