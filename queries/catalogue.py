"""The saved queries that there are: those shipped, and those of a user's folder, which add and never shadow."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graphmodel.errors import UsageError
from queries.header import SavedQuery, read_query

LIBRARY = Path(__file__).parent / "library"
"""Folder of the shipped queries."""

INTERNAL = Path(__file__).parent / "internal"
"""Folder of the statements that the tool itself needs."""


def load_catalogue(folders: Iterable[Path] = ()) -> dict[str, SavedQuery]:
    """All saved queries by id, sorted.

    Args:
        folders: Further folders of `.cypher` files.

    Raises:
        UsageError: If two files share an id, or one cannot be read.
    """
    found: dict[str, SavedQuery] = {}
    for folder in (LIBRARY, *folders):
        for path in sorted(folder.glob("*.cypher")):
            query = read_query(path)
            if query.id in found:
                raise UsageError(
                    f"{path} has the id {query.id}, which {found[query.id].path} has already.",
                    "Give it another id.",
                )
            found[query.id] = query
    return dict(sorted(found.items()))


def find_query(id_: str, folders: Iterable[Path] = ()) -> SavedQuery:
    """One saved query; a shipped one is found without reading the others.

    Raises:
        UsageError: If there is none of this id.
    """
    direct = LIBRARY / f"{id_}.cypher"
    if id_.replace("-", "").isalnum() and direct.exists():
        return read_query(direct)
    catalogue = load_catalogue(folders)
    if id_ not in catalogue:
        raise UsageError(f"There is no saved query {id_!r}.", f"There are: {', '.join(catalogue)}")
    return catalogue[id_]


@cache
def internal(name: str) -> str:
    """The text of a statement that the tool itself needs."""
    return (INTERNAL / f"{name}.cypher").read_text(encoding="utf-8")
