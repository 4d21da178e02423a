"""Settings of pictures over the graph of the shipped record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.remembering import RememberingStore
from visualizations.briefing.imprint import read_imprint
from visualizations.briefing.phrases import read_phrases
from visualizations.pictures.setting import Setting, Size

TODAY = "2026-11-21"


@pytest.fixture(scope="session")
def remembering(graph: EmbeddedStore) -> RememberingStore:
    return RememberingStore(graph)


@pytest.fixture
def setting(remembering: RememberingStore) -> Callable[..., Setting]:
    def make(
        *langs: str,
        as_of: str = TODAY,
        size: Size = Size.SLIDE,
        own: str = "country:JP",
        draft: bool = True,
    ) -> Setting:
        imprint = read_imprint(remembering, read_phrases(), as_of, draft=draft)
        return Setting(remembering, imprint, own, langs or ("ja",), size)

    return make
