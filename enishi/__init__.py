"""The composition root: settings, builds and the command; and for Python, `enishi.open()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from enishi.python import Graph

__all__ = ["__version__", "open"]

__version__ = "0.1.0"


def open(
    store: str | Path | None = None,
    *,
    record: str | Path | None = None,
    records: Iterable[str | Path] = (),
    known_at: str = "",
    ceiling: str | None = None,
    lang: str | None = None,
    queries: Iterable[str | Path] = (),
) -> Graph:
    """Open a graph, to ask it from Python; it is built first where there is none.

    Args:
        store: File of the graph, or address of a Neo4j server [default: that of the command].
        record: Folder of the record [default: the shipped one].
        records: Folders of your own record beside it [default: those of ENISHI_RECORDS].
        known_at: ISO day: only what was known then. Empty for now.
        ceiling: Highest handling of what may be seen: `public`, `internal` or `restricted` [default: public].
        lang: `ja` or `en`, for tables and names [default: the locale's].
        queries: Folders of saved queries of your own.

    Raises:
        EnishiError: If it cannot be opened or built; its text says what to do.
    """
    from enishi.python import open_graph  # noqa: PLC0415 - importing enishi stays light

    return open_graph(
        store,
        record=record,
        records=records,
        known_at=known_at,
        ceiling=ceiling,
        lang=lang,
        queries=queries,
    )
