"""What the map of a page shows: a coastline, and a point for each country or region of the picture.

A map is never shown first, and has no border, no fill and no name of a sea or an island.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from visualizations.tabs.coastline import read_coastline
from visualizations.tabs.places import PLACES


def map_(ids: Sequence[str]) -> dict[str, Any]:
    """The map for a picture.

    Args:
        ids: Ids of what the picture shows, in its order.

    Returns:
        `coastline`, `places` ([latitude, longitude] by id), and `beside`: unions, which have no point, and countries
        or regions that the table of places lacks; they stand in a box.
    """
    parties = [id_ for id_ in ids if id_.startswith(("country:", "union:"))]
    places = {
        id_: list(PLACES[code])
        for id_ in parties
        if (code := id_.partition(":")[2]) in PLACES and id_.startswith("country:")
    }
    return {
        "coastline": read_coastline(),
        "places": places,
        "beside": [id_ for id_ in parties if id_ not in places],
    }
