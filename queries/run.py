"""Run a saved query: gate, bind, read, check against the header, and gather the proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graphmodel.errors import EnishiError
from graphmodel.ids import is_entity_id
from graphmodel.stores import GraphStore
from queries.catalogue import find_query, internal
from queries.gate import require_read_only
from queries.header import SavedQuery
from queries.params import ANY, bind, default_of
from queries.results import Answer, Coverage


class ContractError(EnishiError):
    """A query does not return what its header promises."""


def run(
    query: SavedQuery,
    given: Mapping[str, str],
    *,
    as_of: str,
    settings: Mapping[str, str],
    store: GraphStore,
    folders: Iterable[Path] = (),
    timeout: float = 30.0,
    max_rows: int = 1000,
    with_companions: bool = True,
) -> Answer:
    """Run a saved query, and those that are shown below it.

    Args:
        query: The query.
        given: What was typed, by parameter.
        as_of: ISO day for which the question is asked.
        settings: The reader's own settings (`party`).
        store: The graph.
        folders: Folders of the user's own queries, among which companions may be.
        timeout: Seconds that each may take.
        max_rows: Rows that are kept of each; if there are more, the answer says so.
        with_companions: Whether its companions are run too; they show none of their own.

    Raises:
        UsageError: If the statement does not only read, or a parameter has no value.
        ContractError: If the columns are not those of the header.
        StoreError: If the store cannot answer.
    """
    require_read_only(query.statement)
    bound = bind(query, given, as_of, settings, store)
    result = store.read(query.statement, bound.values, timeout=timeout, max_rows=max_rows)
    if result.columns != tuple(query.columns):
        raise ContractError(
            f"{query.id} returns {', '.join(result.columns)}, but its header says {', '.join(query.columns)}.",
            f"Correct {query.path}.",
        )
    rows = tuple(_each_source_once(query, row) for row in result.records())
    companions = []
    for id_ in query.companions if with_companions else ():
        companion = find_query(id_, folders)
        companions.append(
            run(
                companion,
                _shared(query, companion, given, settings),
                as_of=as_of,
                settings=settings,
                store=store,
                folders=folders,
                timeout=timeout,
                max_rows=max_rows,
                with_companions=False,
            )
        )
    return Answer(
        query=query,
        params=bound.shown,
        columns=result.columns,
        rows=rows,
        sources=_sources(query, rows, store),
        coverage=read_coverage(store, as_of),
        names=_names([bound.shown, *rows], store),
        widened={} if rows else _widened(query, given, as_of, settings, store, timeout),
        named=tuple(given),
        companions=tuple(companions),
        truncated=result.truncated,
    )


def _widened(
    query: SavedQuery,
    given: Mapping[str, str],
    as_of: str,
    settings: Mapping[str, str],
    store: GraphStore,
    timeout: float,
) -> dict[str, int]:
    """Where nothing was found: whether that is so only by the words that were asked for."""
    found = {}
    for name, spec in query.params.items():
        if spec.type not in ("words", "up_to"):
            continue
        wider = bind(query, {**given, name: ANY}, as_of, settings, store).values
        rows = len(store.read(query.statement, wider, timeout=timeout).rows)
        if rows:
            found[name] = rows
    return found


def _shared(
    query: SavedQuery, companion: SavedQuery, given: Mapping[str, str], settings: Mapping[str, str]
) -> dict[str, str]:
    """What a companion is given: the values of its query, as far as it takes them."""
    texts = {
        name: given.get(name, default_of(spec, settings)) for name, spec in query.params.items()
    }
    return {
        name: text for name, text in texts.items() if name in companion.params and text is not None
    }


def _each_source_once(query: SavedQuery, row: dict[str, Any]) -> dict[str, Any]:
    proof = [name for name, column in query.columns.items() if column.type == "sources"]
    return row | {name: list(dict.fromkeys(row[name] or [])) for name in proof}


def read_coverage(store: GraphStore, as_of: str) -> Coverage:
    """What a graph can and cannot know."""
    row = store.read(internal("coverage")).records()[0]
    return Coverage(
        as_of=as_of,
        known_at=row["known_at"] or "",
        newest_event_on=row["newest_event_on"] or "",
        newest_event=row["newest_event"] or "",
        newest_event_name={
            "ja": row["newest_event_name_ja"] or "",
            "en": row["newest_event_name_en"] or "",
        },
        sources=row["sources"],
        claims=row["claims"],
        undated_claims=row["undated_claims"],
    )


def _sources(
    query: SavedQuery, rows: tuple[dict[str, Any], ...], store: GraphStore
) -> tuple[dict[str, Any], ...]:
    columns = [name for name, column in query.columns.items() if column.type == "sources"]
    cited = sorted({source for row in rows for column in columns for source in row[column] or []})
    if not cited:
        return ()
    found = store.read(
        internal("sources"), {"ids": [f"source:{source}" for source in cited]}
    ).records()
    return tuple({**row, "id": row["id"].removeprefix("source:")} for row in found)


def _names(values: list[Any], store: GraphStore) -> dict[str, dict[str, str]]:
    """Names of the entities that values name by id, with the abbreviation behind; a country is called by its name."""
    ids = sorted(ids_in(values))
    rows = store.read(internal("names"), {"ids": ids, "kinds": []}).records()
    names = {}
    for row in rows:
        short = (row["abbreviations"] or [""])[0]
        ja, en = row["name_ja"], row["name_en"]
        behind = "" if row["kind"] == "Country" else short
        names[row["id"]] = {
            "ja": ja if not behind or behind in ja else f"{ja}（{behind}）",
            "en": en if not behind or behind in en else f"{en} ({behind})",
            "short": short,
            "kind": row["kind"],
            "status": row["status"] or "",
        }
    return names


def ids_in(value: Any) -> set[str]:
    """Ids of the entities that a value names by id; the ends of a tie for a tie's."""
    if isinstance(value, str):
        parts = value.split(" ") if " " in value else [value]
        return {part for part in parts if is_entity_id(part)}
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        return set().union(*map(ids_in, value)) if value else set()
    return set()
