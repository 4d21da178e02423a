"""Where a country or region stands on the map: a place well inside its mainland, checked by hand one by one.

Not its capital (a point is no statement on where that is) and not the middle of its outline (which for France or
Norway lies elsewhere). The table is ours; degrees north and east, to a tenth. A union has no point.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES: Mapping[str, tuple[float, float]] = {
    "AE": (23.9, 54.3),
    "AT": (47.6, 14.1),
    "AU": (-25.3, 134.5),
    "AX": (60.2, 20.0),
    "BE": (50.6, 4.7),
    "BG": (42.7, 25.3),
    "BR": (-10.8, -52.9),
    "CA": (54.0, -106.0),
    "CH": (46.8, 8.2),
    "CL": (-33.6, -70.9),
    "CN": (34.3, 108.9),
    "CO": (4.6, -73.5),
    "CR": (10.0, -84.2),
    "CY": (34.9, 32.9),
    "CZ": (49.8, 15.3),
    "DE": (51.1, 10.2),
    "DK": (56.0, 9.2),
    "EE": (58.7, 25.6),
    "EG": (27.0, 30.0),
    "ES": (40.2, -3.6),
    "ET": (9.0, 39.5),
    "FI": (62.3, 26.0),
    "FO": (62.1, -7.0),
    "FR": (46.7, 2.4),
    "GB": (52.6, -1.4),
    "GH": (7.7, -1.3),
    "GL": (67.0, -50.0),
    "GR": (39.5, 22.0),
    "HR": (45.6, 16.3),
    "HU": (47.1, 19.4),
    "ID": (-7.3, 110.0),
    "IE": (53.2, -7.8),
    "IL": (31.9, 34.9),
    "IN": (22.5, 79.0),
    "IR": (32.6, 54.0),
    "IS": (64.8, -18.6),
    "IT": (43.0, 12.5),
    "JP": (36.2, 138.5),
    "KR": (36.6, 127.9),
    "LT": (55.3, 23.9),
    "LU": (49.7, 6.1),
    "LV": (56.8, 25.2),
    "MK": (41.6, 21.6),
    "MT": (35.9, 14.4),
    "MX": (23.6, -102.4),
    "NL": (52.2, 5.6),
    "NO": (61.2, 9.2),
    "NZ": (-38.8, 175.8),
    "PL": (52.0, 19.3),
    "PT": (39.6, -8.1),
    "QA": (25.2, 51.2),
    "RO": (45.9, 25.0),
    "RS": (44.2, 20.9),
    "RU": (57.0, 55.0),
    "SA": (24.4, 44.5),
    "SE": (60.8, 15.0),
    "SG": (1.36, 103.82),
    "SI": (46.1, 14.9),
    "SK": (48.7, 19.5),
    "TR": (39.1, 34.5),
    "TW": (23.9, 121.0),
    "UA": (49.2, 31.4),
    "US": (39.8, -98.5),
    "VN": (20.9, 105.3),
    "ZA": (-29.5, 24.5),
}
"""Latitude and longitude by the code of the country or region."""

TOO_SMALL = frozenset({"AX", "FO", "MT", "SG"})
"""Those whose land the coastline is too coarse to show; their point stands where they are."""
