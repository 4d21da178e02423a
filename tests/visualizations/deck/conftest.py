"""What tests of slides have in common: the real graph, and hand-made slides of every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graphmodel.stores import GraphStore
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.remembering import RememberingStore
from tests.shipped import ShippedGraph
from visualizations.briefing.imprint import read_imprint
from visualizations.briefing.phrases import read_phrases
from visualizations.deck.content.pages import Page, Reader
from visualizations.deck.deck import LANGUAGES, deck

TODAY = "2026-11-21"
PARTNERS = ("country:GB", "union:EU", "country:CH", "country:US", "country:KR", "country:DE")


@pytest.fixture(scope="module")
def store(shipped_graph: ShippedGraph) -> Iterator[RememberingStore]:
    with EmbeddedStore(shipped_graph()) as graph:
        yield RememberingStore(graph)


@pytest.fixture(scope="module")
def reader(store: GraphStore) -> Callable[[str], Reader]:
    def make(lang: str) -> Reader:
        return Reader(store, read_phrases(), "country:JP", TODAY, LANGUAGES[lang])

    return make


@pytest.fixture(scope="module")
def draw(store: GraphStore) -> Callable[..., bytes]:
    """Draws slides into a file."""

    def make(pages: list[Page], lang: str = "ja", template: Path | None = None) -> bytes:
        imprint = read_imprint(store, read_phrases(), TODAY)
        return deck(pages, store, imprint, langs=LANGUAGES[lang], subject="test", template=template)

    return make
