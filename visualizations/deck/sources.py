"""Which sources a sentence of a slide names: the strongest of those that say so, and whether it may stand on them."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.claims import OURS
from graphmodel.stores import GraphStore
from graphmodel.vocab import SourceType
from queries.catalogue import internal

_WEAK = (SourceType.PRESS, SourceType.SECONDARY)


class Strongest:
    """Knows the kinds of sources.

    Args:
        store: The graph.
        most: Sources that a sentence names at most; all of them stand in the page and the card.
    """

    def __init__(self, store: GraphStore, most: int = 2) -> None:
        self._store, self._most = store, most
        self._types: dict[str, SourceType] = {}

    def of(self, sources: Iterable[str]) -> tuple[str, ...]:
        """The strongest of some sources: texts of instruments and notices of parties first.

        Args:
            sources: Ids.
        """
        known = list(dict.fromkeys(sources))
        self._learn(known)
        return tuple(sorted(known, key=lambda id_: (self._rank(id_), id_))[: self._most])

    def stand(self, sources: Iterable[str]) -> bool:
        """Whether one of the sources is neither press nor secondary."""
        known = list(sources)
        self._learn(known)
        return any(id_ == OURS or self._types[id_] not in _WEAK for id_ in known)

    def _rank(self, id_: str) -> int:
        return 99 if id_ == OURS else self._types[id_].rank

    def _learn(self, ids: Iterable[str]) -> None:
        wanted = sorted({f"source:{id_}" for id_ in ids if id_ != OURS and id_ not in self._types})
        if wanted:
            for row in self._store.read(internal("sources"), {"ids": wanted}).records():
                self._types[row["id"].removeprefix("source:")] = SourceType(row["type"])
