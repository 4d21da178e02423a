"""The whole record as a published folder, made once for all tests of it: they stand in one group, which one worker runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from enishi import __version__
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.remembering import RememberingStore
from graphmodel.vocab import Handling
from tests.shipped import ShippedGraph
from visualizations.site.answers import Answers
from visualizations.site.edition import Edition
from visualizations.site.folder import write_folder
from visualizations.site.publish import published_files

DAY = "2026-11-25"

GROUP = pytest.mark.xdist_group("published")
"""Mark of every test that uses it."""


@dataclass(frozen=True)
class Published:
    """A published folder.

    Attributes:
        root: Where it is.
        files: What was written, by path from there.
        edition: What it was made from.
        answers: The answers in it.
        store: The graph.
    """

    root: Path
    files: dict[str, bytes]
    edition: Edition
    answers: Answers
    store: EmbeddedStore


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, shipped_graph: ShippedGraph) -> Iterator[Published]:  # fmt: skip
    """Both languages, with what is for one's own side."""
    folder = tmp_path_factory.mktemp("published")
    with EmbeddedStore(shipped_graph()) as store:
        edition = Edition(
            RememberingStore(store), "country:JP", DAY, ("ja", "en"), Handling.INTERNAL
        )
        files = dict(published_files(edition, __version__))
        write_folder(folder / "site", files.items(), {"as_of": DAY})
        yield Published(folder / "site", files, edition, Answers(edition), store)
