"""The saved queries that there are: those shipped, and those of a user's folder, which add and never shadow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of
from graphmodel.names import fold
from queries.files import INTERNAL, LIBRARY, internal
from queries.header import QUERY_ID, SavedQuery, Tag, read_query

__all__ = ["INTERNAL", "LIBRARY", "find_query", "internal", "load_catalogue", "new_query", "search"]

SKELETON = Path(__file__).parent / "skeleton"
"""Folder of what a new saved query begins as."""


def load_catalogue(folders: Iterable[Path] = ()) -> dict[str, SavedQuery]:
    """All saved queries by id, sorted.

    Args:
        folders: Further folders of `.cypher` files.

    Raises:
        UsageError: If a folder is not there, two files share an id, or one cannot be read.
    """
    found: dict[str, SavedQuery] = {}
    for folder in (LIBRARY, *folders):
        if not folder.is_dir():
            raise UsageError(
                Message("There is no folder {folder} of saved queries.", folder=folder),
                Message("Name another by --queries or ENISHI_QUERIES."),
            )
        for path in sorted(folder.glob("*.cypher")):
            query = read_query(path)
            if query.id in found:
                raise UsageError(
                    Message(
                        "{path} has the id {query}, which {other} has already.",
                        path=path,
                        query=query.id,
                        other=found[query.id].path,
                    ),
                    Message("Give it another id."),
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
        return _shipped(direct)
    catalogue = load_catalogue(folders)
    if id_ not in catalogue:
        raise UsageError(
            Message("There is no saved query {id!r}.", id=id_),
            Message("There are: {ids}", ids=", ".join(catalogue)),
        )
    return catalogue[id_]


@cache
def _shipped(path: Path) -> SavedQuery:
    """A shipped query, read once: a query's companions are asked for each time that it is run."""
    return read_query(path)


def search(
    queries: Iterable[SavedQuery], text: str, tags: Collection[Tag] = ()
) -> list[SavedQuery]:
    """The queries that have each word in an id, name, question, parameter or column, in either language.

    Args:
        queries: Those that are searched.
        text: Words; empty for all.
        tags: Tags of which a query must have each.
    """
    words = [key for word in text.split() if (key := fold(word))]
    return [
        query
        for query in queries
        if set(tags) <= set(query.tags) and all(word in _searchable(query) for word in words)
    ]


def _searchable(query: SavedQuery) -> str:
    texts = [query.title, query.question, *query.params.values(), *query.columns.values()]
    texts += [column.means for column in query.columns.values()]
    said = [text for pair in texts for text in (pair.ja, pair.en)]
    said += [text for tag in query.tags for text in (tag.ja, tag.en)]
    return "\n".join(map(fold, [query.id, *query.params, *query.columns, *said]))


def new_query(id_: str, folder: Path, folders: Iterable[Path] = ()) -> tuple[Path, Path]:
    """Write what a saved query begins as, which is clean and runs, and its expected answers beside it.

    Args:
        id_: Its id.
        folder: Where to.
        folders: Folders of which no query may have the id.

    Returns:
        The two files.

    Raises:
        UsageError: If the id is none, is taken, or a file is there already or cannot be written.
    """
    if not QUERY_ID.fullmatch(id_):
        raise UsageError(
            Message("{id!r} is no id of a query.", id=id_),
            Message("Small letters, digits and hyphens: my-query."),
        )
    catalogue = load_catalogue(folders)
    if id_ in catalogue:
        raise UsageError(
            Message("There is a query {id} already: {path}", id=id_, path=catalogue[id_].path),
            Message("Give it another id."),
        )
    made = folder / f"{id_}.cypher", folder / f"{id_}.test.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, name in zip(made, ("query.cypher", "expected.yaml"), strict=True):
            text = (SKELETON / name).read_text(encoding="utf-8")
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text.replace("my-query", id_))
    except FileExistsError as error:
        raise UsageError(
            Message("{path} is there already.", path=error.filename), Message("Give it another id.")
        ) from None
    except OSError as error:
        raise EnishiError(
            Message(
                "{path} cannot be written: {reason}.",
                path=error.filename,
                reason=reason_of(error),
            ),
            Message("Name another folder by --queries."),
        ) from None
    return made
