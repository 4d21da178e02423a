"""The cards of a page: of each party, forum and instrument of the picture, in both languages.

Our own side has one only where the picture is about it: it would list nearly everything. They are the cards of `enishi show`, block for block. Making one reads the graph many times, so a folder of pages
makes each once (`Cards`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graphmodel.kinds import kind_of
from graphmodel.stores import GraphStore
from visualizations.card import HEADINGS, WORDS, Card, Line
from visualizations.cards import make_card
from visualizations.tabs.both import LANGS, pair

KINDS_WITH_TAB = ("Country", "Union", "Forum", "Agreement", "Meeting", "Organisation")
"""Kinds of which a page holds cards; the card of anything else is one command away."""

MOST_CARDS = 80
"""Cards that a page holds at most; those of the picture's first nodes, and of what it is about."""


class Cards:
    """Makes cards for pages, each once.

    Attributes:
        make: Makes the card of an id in a language.
        own: Id of the reader's own side.
    """

    def __init__(self, make: Callable[[str, str], Card], own: str) -> None:
        self.make, self.own = make, own
        self._made: dict[str, dict[str, Any]] = {}

    @classmethod
    def from_store(cls, store: GraphStore, *, own: str, as_of: str) -> Cards:
        """Cards that are read from a graph."""
        return cls(lambda id_, lang: make_card(store, id_, lang=lang, as_of=as_of, own=own), own)

    def of(self, ids: Sequence[str], focus: str = "") -> dict[str, Any]:
        """What the card tab of a page shows.

        Args:
            ids: Ids of what the picture shows, in its order.
            focus: Id of what the picture is about, if it is about one.

        Returns:
            `cards` by id and language, `headings`, and `said`: what stands on every card.
        """
        wanted: list[str] = [focus, *(id_ for id_ in ids if id_ not in (focus, self.own))]
        chosen = [id_ for id_ in wanted if _has_tab(id_)][:MOST_CARDS]
        return {
            "cards": {id_: self._one(id_) for id_ in chosen},
            "headings": {key: pair(*texts) for key, texts in HEADINGS.items()},
            "said": {key: pair(*texts) for key, texts in WORDS.items()},
        }

    def _one(self, id_: str) -> dict[str, Any]:
        if id_ not in self._made:
            self._made[id_] = {lang: _told(self.make(id_, lang)) for lang in LANGS}
        return self._made[id_]


def cited_by_cards(cards: dict[str, Any]) -> Iterable[str]:
    """Ids of the sources that the cards of a page cite."""
    for card in cards["cards"].values():
        for told in card.values():
            for _, lines in told["blocks"]:
                for line in lines:
                    yield from line[1:]


def _has_tab(id_: str) -> bool:
    kind = kind_of(id_)
    return kind is not None and kind.spec.label in KINDS_WITH_TAB


def _told(card: Card) -> dict[str, Any]:
    """A card as a page holds it: each line is [text, source, source, …], or has names with values for its text."""
    return {
        "title": card.title,
        "other": card.other_title,
        "kind": card.kind,
        "summary": [line.text for line in card.summary],
        "blocks": [[block.key, [_line(line) for line in block.lines]] for block in card.blocks],
        "notes": card.notes(),
    }


def _line(line: Line) -> list[Any]:
    return [list(line.pairs) or line.text, *dict.fromkeys(line.sources)]
