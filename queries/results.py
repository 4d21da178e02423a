"""The answer to a saved query: rows, with the sources and the coverage that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from graphmodel.vocab import Handling
from queries.header import SavedQuery


@dataclass(frozen=True)
class Coverage:
    """What an answer can and cannot know.

    Attributes:
        as_of: Day for which it was asked.
        known_at: Day on which all of it was known; empty for now.
        newest_event_on: Newest event of the record that had begun by the day on which it was known.
        newest_event: Id of that event.
        newest_event_name: Its name by language.
        sources: Number of sources searched.
        claims: Number of claims searched.
        undated_claims: Number of those, ours left aside, of which nothing says when they could first be known.
        handling: How far the answer may travel: no less carefully handled than what was searched, and than its query.
    """

    as_of: str
    known_at: str
    newest_event_on: str
    newest_event: str
    newest_event_name: dict[str, str]
    sources: int
    claims: int
    undated_claims: int
    handling: Handling = Handling.PUBLIC

    @property
    def goes_beyond(self) -> bool:
        """Whether the record has events after the day asked, so that no event of it is the newest there was."""
        return self.newest_event_on > self.as_of

    def as_json(self) -> dict[str, Any]:
        """The coverage as JSON can hold it."""
        return {**vars(self), "known_at": self.known_at or None}


@dataclass(frozen=True)
class Answer:
    """Rows, and their proof.

    Attributes:
        query: The saved query.
        params: What it was run with, as shown.
        columns: Column names, in the order of the header.
        rows: The rows; each is a map keyed by column.
        sources: Every source that a row names, once, by id.
        coverage: What it rests on.
        names: Names, by language, of the entities that rows and parameters name by id; with their `kind`,
            their abbreviation as `short`, and the `status` of countries.
        widened: Rows that there would be with all words of a parameter, by parameter, where there are none.
        named: Parameters that were given a value, not left to their default.
        companions: Answers of the query's companions, which are shown below this one.
        truncated: Whether there were more rows than the limit.
    """

    query: SavedQuery
    params: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    sources: tuple[dict[str, Any], ...]
    coverage: Coverage
    names: dict[str, dict[str, str]]
    widened: dict[str, int] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    companions: tuple[Answer, ...] = ()
    truncated: bool = False

    def ids(self) -> set[str]:
        """Ids of the entities that rows and parameters name."""
        return set(self.names)

    def as_json(self) -> dict[str, Any]:
        """The answer as JSON can hold it."""
        return {
            "query": self.query.id,
            "params": self.params,
            "columns": list(self.columns),
            "rows": list(self.rows),
            "sources": list(self.sources),
            "coverage": self.coverage.as_json() | {"truncated": self.truncated},
            "widened": self.widened,
            "companions": [companion.as_json() for companion in self.companions],
        }
