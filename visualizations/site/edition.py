"""What is published: one graph, seen by one side on one day, in some languages, up to one handling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from graphmodel.errors import UsageError
from graphmodel.stores import GraphStore
from graphmodel.vocab import Handling
from queries.catalogue import internal, load_catalogue
from queries.header import SavedQuery
from queries.results import Answer, Coverage
from queries.run import read_coverage, run
from visualizations.card import Card
from visualizations.cards import card_kinds, make_card
from visualizations.site.places import Places
from visualizations.tabs.card import Cards

MAX_ROWS = 10_000
"""Rows of an answer that a page of the folder and its files hold at most."""


class Named(NamedTuple):
    """An entity that has a page.

    Attributes:
        id: Its id.
        kind: Label of its kind.
        ja: Its Japanese name.
        en: Its English name.
        short: Its abbreviation, if it has one.
        search: Folded forms of all its names.
    """

    id: str
    kind: str
    ja: str
    en: str
    short: str
    search: tuple[str, ...]

    def name(self, lang: str) -> str:
        """The name in `ja` or `en`."""
        return self.ja if lang == "ja" else self.en


@dataclass(frozen=True)
class Edition:
    """What is published.

    Attributes:
        store: The graph; one that remembers its answers spares much time.
        own: Id of the reader's own side.
        as_of: ISO day for which it is asked.
        langs: Languages, the first one first.
        ceiling: Highest handling of what is published.
        folders: Folders of the user's own saved queries.
        phrases: Folders of the user's own words for briefings.
    """

    store: GraphStore
    own: str
    as_of: str
    langs: Sequence[str]
    ceiling: Handling = Handling.PUBLIC
    folders: Sequence[Path] = ()
    phrases: Sequence[Path] = ()

    @cached_property
    def places(self) -> Places:
        """Where its pages are."""
        return Places(self.langs)

    @cached_property
    def coverage(self) -> Coverage:
        """What it rests on."""
        return read_coverage(self.store, self.as_of)

    @cached_property
    def build(self) -> Mapping[str, Any]:
        """The graph as a whole."""
        return self.store.read(internal("coverage")).records()[0]

    @cached_property
    def handling(self) -> Handling:
        """Handling of every page that has none of its own: the ceiling of the graph."""
        return Handling(self.build["ceiling"] or Handling.PUBLIC)

    @cached_property
    def named(self) -> dict[str, Named]:
        """Everything that has a page, by id, in the order of ids."""
        params = {"kinds": list(card_kinds()), "party": self.own}
        rows = self.store.read(internal("find-names"), params, max_rows=100_000).records()
        return {
            row["id"]: Named(
                row["id"],
                row["kind"],
                row["name_ja"] or row["name_en"],
                row["name_en"] or row["name_ja"],
                (row["abbreviation_en"] or row["abbreviation_ja"] or [""])[0],
                tuple(dict.fromkeys(row["search"] or ())),
            )
            for row in rows
            if row["name_ja"] or row["name_en"]
        }

    @cached_property
    def cards(self) -> Cards:
        """The cards for the pages of networks, each made once."""
        return Cards(self.card, self.own)

    def card(self, id_: str, lang: str) -> Card:
        """The card of one thing, made once."""
        if (id_, lang) not in self._cards:
            self._cards[id_, lang] = make_card(
                self.store, id_, lang=lang, as_of=self.as_of, own=self.own
            )
        return self._cards[id_, lang]

    @cached_property
    def _cards(self) -> dict[tuple[str, str], Card]:
        return {}

    @cached_property
    def queries(self) -> dict[str, SavedQuery]:
        """The saved queries whose answers may be published."""
        catalogue = load_catalogue(self.folders)
        return {
            id_: query
            for id_, query in catalogue.items()
            if query.handling.rank <= self.ceiling.rank
        }

    def mark_of(self, query: SavedQuery) -> Handling:
        """The mark of a page that shows the answer of a query."""
        return max(self.handling, query.handling, key=lambda each: each.rank)

    def answer(self, query: str, **given: str) -> Answer | None:
        """The answer of a saved query; None if it is not published, or the graph has nothing that it is asked for."""
        if query not in self.queries:
            return None
        try:
            return run(
                self.queries[query],
                given,
                as_of=self.as_of,
                settings={"party": self.own, "ceiling": self.ceiling.value},
                store=self.store,
                folders=self.folders,
                max_rows=MAX_ROWS,
            )
        except UsageError:
            return None
