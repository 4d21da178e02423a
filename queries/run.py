"""Run a saved query: gate, bind, read, check against the header, and gather the proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from textwrap import shorten
from typing import Any, NamedTuple

from graphmodel.errors import EnishiError, UsageError
from graphmodel.ids import is_entity_id
from graphmodel.messages import Message, Term
from graphmodel.stores import GraphStore, Result
from graphmodel.vocab import Handling
from queries.catalogue import find_query, internal
from queries.columns import CITING, fitting, sources_in
from queries.entities import Found
from queries.gate import require_read_only
from queries.header import SavedQuery
from queries.literals import ANY
from queries.params import Bound, bind, default_of
from queries.results import Answer, Coverage

_NO_ENTITIES = frozenset({"date", "int", "flag", "word", "property", "cite", "sources"})
"""Types of columns whose values name no entity: a thousand rows of them need not be searched for any."""


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
        settings: The reader's own settings: `party`, and the `ceiling` if they named one.
        store: The graph.
        folders: Folders of the user's own queries, among which companions may be.
        timeout: Seconds that each may take.
        max_rows: Rows that are kept of each; if there are more, the answer says so.
        with_companions: Whether its companions are run too; they show none of their own.

    Raises:
        UsageError: If the statement does not only read, a parameter has no value, or the answer is to be handled with
            more care than the reader named.
        ContractError: If the columns are not those of the header, a value is not of its column's type, or a source that
            is named is none.
        StoreError: If the store cannot answer.
    """
    ids = query.companions if with_companions else ()
    companions = [find_query(id_, folders) for id_ in ids]
    handling = _handling([query, *companions], settings)
    ask = _Ask(as_of, settings, store, timeout, max_rows, {})
    first = ask.rows(query, given)
    below = [ask.rows(each, _shared(query, each, given, settings)) for each in companions]
    proof = _read_proof([first, *below], store)
    for each in (first, *below):
        _require_sources(each, proof)
    answers = [
        Answer(
            query=each.query,
            params=each.shown,
            columns=tuple(each.query.columns),
            rows=each.rows,
            sources=tuple(row for id_, row in proof.sources.items() if id_ in each.cited),
            coverage=coverage_of(proof.build, as_of, handling),
            names={id_: name for id_, name in proof.names.items() if id_ in each.named},
            widened=each.widened,
            named=tuple(name for name in given if name in each.query.params),
            truncated=each.truncated,
        )
        for each in (first, *below)
    ]
    return replace(answers[0], companions=tuple(answers[1:]))


@dataclass(frozen=True)
class _Rows:
    """What a query gives, without its proof."""

    query: SavedQuery
    shown: dict[str, Any]
    rows: tuple[dict[str, Any], ...]
    widened: dict[str, int]
    truncated: bool

    @cached_property
    def cited(self) -> set[str]:
        """Ids of the sources that the rows name."""
        citing = [(n, column) for n, column in self.query.columns.items() if column.type in CITING]
        return {
            source
            for row in self.rows
            for name, column in citing
            for source in sources_in(column, row[name])
        }

    @cached_property
    def named(self) -> set[str]:
        """Ids of the entities that rows and parameters name."""
        columns = [
            name for name, column in self.query.columns.items() if column.type not in _NO_ENTITIES
        ]
        return ids_in([self.shown, [row[name] for row in self.rows for name in columns]])


@dataclass(frozen=True)
class _Ask:
    """How queries are asked that belong together; a name is looked up once for all of them."""

    as_of: str
    settings: Mapping[str, str]
    store: GraphStore
    timeout: float
    max_rows: int
    found: Found

    def rows(self, query: SavedQuery, given: Mapping[str, str]) -> _Rows:
        """The rows of one query, checked against its header."""
        require_read_only(query.statement)
        bound = self._bind(query, given)
        result = self._read(query, bound.values, self.max_rows)
        if result.columns != tuple(query.columns):
            raise ContractError(
                Message(
                    "{query} returns {columns}, but its header says {declared}.",
                    query=query.id,
                    columns=", ".join(result.columns),
                    declared=", ".join(query.columns),
                ),
                Message("Correct {path}.", path=query.path),
            )
        records = result.records()
        _require_fitting(query, records)
        rows = _each_source_once(query, records)
        widened = {} if rows else self._widened(query, given)
        return _Rows(query, bound.shown, rows, widened, result.truncated)

    def _widened(self, query: SavedQuery, given: Mapping[str, str]) -> dict[str, int]:
        """Where nothing was found: whether that is so only by the words that were asked for."""
        found = {}
        for name, spec in query.params.items():
            if spec.type not in ("words", "up_to"):
                continue
            if rows := self._read(query, self._bind(query, {**given, name: ANY}).values).rows:
                found[name] = len(rows)
        return found

    def _bind(self, query: SavedQuery, given: Mapping[str, str]) -> Bound:
        return bind(query, given, self.as_of, self.settings, self.store, self.found)

    def _read(self, query: SavedQuery, values: Mapping[str, Any], max_rows: int = 10_000) -> Result:
        return self.store.read(query.statement, values, timeout=self.timeout, max_rows=max_rows)


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


def _require_fitting(query: SavedQuery, records: list[dict[str, Any]]) -> None:
    """Refuse rows of which a table could not be made.

    Raises:
        ContractError: With the first value that is not of its column's type.
    """
    for name, column in query.columns.items():
        fits = fitting(column)
        for record in records:
            if not fits(record[name]):
                raise ContractError(
                    Message(
                        "{query}: {value} in the column {column} is not of the type {type}.",
                        query=query.id,
                        value=shorten(repr(record[name]), 100),
                        column=name,
                        type=f"{column.type} {column.vocabulary}".rstrip(),
                    ),
                    Message("Correct {path}.", path=query.path),
                )


def _each_source_once(
    query: SavedQuery, rows: Iterable[dict[str, Any]]
) -> tuple[dict[str, Any], ...]:
    proof = [name for name, column in query.columns.items() if column.type == "sources"]
    kept = tuple(rows)
    for row in kept:
        for name in proof:
            row[name] = list(dict.fromkeys(row[name] or ()))
    return kept


def read_coverage(store: GraphStore, as_of: str, handling: Handling = Handling.PUBLIC) -> Coverage:
    """What a graph can and cannot know.

    Args:
        store: The graph.
        as_of: ISO day for which it is asked.
        handling: How carefully what is made of it is handled, whatever the graph holds.
    """
    return coverage_of(store.read(internal("coverage")).records()[0], as_of, handling)


def _handling(queries: Iterable[SavedQuery], settings: Mapping[str, str]) -> Handling:
    """How far the answers of queries may travel, whatever they are asked of.

    Raises:
        UsageError: If the reader named a ceiling below it.
    """
    most = max(queries, key=lambda query: query.handling.rank)
    named = settings.get("ceiling")
    if named is not None and most.handling.rank > Handling(named).rank:
        raise UsageError(
            Message(
                "Answers of {query} are {handling}; the ceiling is {ceiling}.",
                query=most.id,
                handling=Term(most.handling.en, most.handling.ja),
                ceiling=Term(Handling(named).en, Handling(named).ja),
            ),
            Message("Ask it with --ceiling {handling}.", handling=most.handling.value),
        )
    return most.handling


def coverage_of(
    build: Mapping[str, Any], as_of: str, handling: Handling = Handling.PUBLIC
) -> Coverage:
    """What a graph can and cannot know, by the row of `coverage` that was read of it.

    Args:
        build: The row.
        as_of: ISO day for which it is asked.
        handling: How carefully what is made of it is handled, whatever the graph holds.
    """
    return Coverage(
        as_of=as_of,
        known_at=build["known_at"] or "",
        newest_event_on=build["newest_event_on"] or "",
        newest_event=build["newest_event"] or "",
        newest_event_name={
            "ja": build["newest_event_name_ja"] or "",
            "en": build["newest_event_name_en"] or "",
        },
        sources=build["sources"],
        claims=build["claims"],
        undated_claims=build["undated_claims"],
        handling=max(handling, Handling(build["ceiling"]), key=lambda each: each.rank),
    )


class _Proof(NamedTuple):
    """What answers rest on.

    Attributes:
        build: The graph as a whole.
        sources: What is known of each source that they cite, by id.
        names: Names of the entities that they name by id, with the abbreviation behind.
    """

    build: dict[str, Any]
    sources: dict[str, dict[str, Any]]
    names: dict[str, dict[str, str]]


_SOURCE = ("id", "title_ja", "title_en", "publisher_ja", "publisher_en", "url", "published", "type", "language")  # fmt: skip
"""What `proof` tells of a source, in this order."""


def _read_proof(parts: list[_Rows], store: GraphStore) -> _Proof:
    cited = sorted({f"source:{id_}" for part in parts for id_ in part.cited})
    named = sorted({id_ for part in parts for id_ in part.named})
    build = store.read(internal("proof"), {"cited": cited, "named": named}).records()[0]
    sources: list[dict[str, Any]] = [dict(zip(_SOURCE, row, strict=True)) for row in build["cited"]]
    for source in sources:
        source["id"] = source["id"].removeprefix("source:")
    return _Proof(
        build,
        {source["id"]: source for source in sources},
        {id_: _name(*told) for id_, *told in build["named"]},
    )


def _require_sources(rows: _Rows, proof: _Proof) -> None:
    """Refuse rows that name a source which is none: nobody could look it up.

    Raises:
        ContractError: With the first.
    """
    for source in sorted(rows.cited - proof.sources.keys()):
        raise ContractError(
            Message(
                "{query} names the source {source!r}, which the graph does not have.",
                query=rows.query.id,
                source=source,
            ),
            Message("Correct {path}.", path=rows.query.path),
        )


def _name(
    ja: str, en: str, kind: str, abbreviations: list[str] | None, status: str | None
) -> dict[str, str]:
    """What an entity is called, with its abbreviation behind; a country is called by its name."""
    short = (abbreviations or [""])[0]
    behind = "" if kind == "Country" else short
    return {
        "ja": ja if not behind or behind in ja else f"{ja}（{behind}）",
        "en": en if not behind or behind in en else f"{en} ({behind})",
        "short": short,
        "kind": kind,
        "status": status or "",
    }


def ids_in(value: object) -> set[str]:
    """Ids of the entities that a value names by id; the ends of a tie for a tie's."""
    texts, left = set[str](), [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            if ":" in one:
                texts.add(one)
        elif isinstance(one, dict):
            left.extend(one.values())
        elif isinstance(one, (list, tuple)):
            left.extend(one)
    # A list is written with commas.
    parts = (part for text in texts for part in text.replace(",", " ").split())
    return {part for part in parts if is_entity_id(part)}
