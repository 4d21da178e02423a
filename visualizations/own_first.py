"""Our own labels name the reader's side first: Japan–UK, whatever the title says that they are cut from.

Titles of record are never turned; a label in a picture is ours.
"""

from __future__ import annotations

import re

from graphmodel.kinds import Country
from graphmodel.kinds import Union as UnionKind
from graphmodel.stores import GraphStore
from queries.catalogue import internal


class OwnFirst:
    """Turns pairs of parties within labels.

    Args:
        store: The graph; the English names and abbreviations of its countries and unions are those that are known.
        own: Id of the reader's own side.
    """

    def __init__(self, store: GraphStore, own: str) -> None:
        kinds = [Country.spec.label, UnionKind.spec.label]
        rows = store.read(internal("names"), {"ids": [], "kinds": kinds}).records()
        ours: set[str] = set()
        others: set[str] = set()
        for row in rows:
            known = ours if row["id"] == own else others
            known.update(name for name in (row["name_en"], *(row["abbreviations"] or ())) if name)
        self._pair = re.compile(rf"\b({_any(others)})[-–]({_any(ours)})\b")

    def turned(self, text: str) -> str:
        """Text in which each pair of another party and the own side begins with the own side."""
        return self._pair.sub(r"\2–\1", text)


def _any(names: set[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)"
