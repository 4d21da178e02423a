"""Shipped queries, as the tests ask them."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.stores import GraphStore
from queries.catalogue import find_query
from queries.results import Answer
from queries.run import run


def ask(
    store: GraphStore,
    query: str,
    params: Mapping[str, str] | None = None,
    *,
    as_of: str = "2026-11-25",
) -> Answer:
    """What a shipped query says to Japan, however many rows it has."""
    return run(
        find_query(query),
        params or {},
        as_of=as_of,
        settings={"party": "JP"},
        store=store,
        max_rows=1_000_000,
    )
