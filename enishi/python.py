"""The graph for Python: saved queries and Cypher as rows, data frames, networks and tables of a notebook.

import enishi
g = enishi.open()
g.query("partner-gap", forum="MDQ", party="JP")
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from enishi import builds
from enishi.settings import Settings, load_settings
from graphmodel.batch import NodeRow, TieRow
from graphmodel.errors import EnishiError
from graphmodel.messages import Message
from graphmodel.stores import GraphStore
from graphmodel.stores.values import PathRow
from queries.catalogue import find_query, internal, load_catalogue
from queries.entities import find_entity
from queries.find import KIND_LABELS
from queries.find import find as find_names
from queries.header import SavedQuery
from queries.lint import require_clean
from queries.results import Answer, Coverage
from queries.run import ids_in, read_coverage, run
from queries.statement import run_statement
from visualizations.candidates import candidates
from visualizations.coverage import coverage_line
from visualizations.html_table import html_table
from visualizations.statement_table import statement_table
from visualizations.table import Table, make_table

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@dataclass(frozen=True)
class Rows:
    """What was asked for.

    Attributes:
        columns: Names of the columns, in order.
        rows: The rows, each a map keyed by column. After `cypher`, nodes, ties and paths stand in them as tuples with
            names: `row["f"].id`, `row["f"].props["name_ja"]`, `row["p"].nodes`.
        sources: Every source that a row of a saved query names.
        coverage: What it rests on: the newest event on record, the day it was asked for, how much was searched.
        truncated: Whether there were more rows than the limit.
        companions: What is shown below it: the answers of a saved query's companions.
    """

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    sources: tuple[dict[str, Any], ...]
    coverage: Coverage
    truncated: bool
    _store: GraphStore
    _table: Callable[[], Table]
    _lang: str
    companions: tuple[Rows, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"<{self._table().title} [{', '.join(self.columns)}]>"

    def _repr_html_(self) -> str:
        return html_table(self._table(), self._lang)

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a data frame; lists and maps stay what they are.

        Raises:
            EnishiError: If pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - it need not be there
        except ImportError:
            raise EnishiError(
                Message("pandas is not installed."), Message("Install it: pip install pandas")
            ) from None
        return pd.DataFrame(self.rows, columns=list(self.columns))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The entities that the rows name, or hold, as a network.

        Its ties are those that the rows hold; where they hold none, all that there are among the entities. Nodes have
        their properties, ties theirs and their type as `tie`.
        """
        from visualizations.exports.network import network  # noqa: PLC0415

        nodes, ties = dict[str, NodeRow](), dict[str, TieRow]()
        for value in _graph_rows(self.rows):
            if isinstance(value, NodeRow):
                nodes[value.id] = value
            else:
                ties[value.id] = value
        wanted = ids_in(self.rows) | {end for tie in ties.values() for end in (tie.start, tie.end)}
        found = self._read("nodes", sorted(wanted - nodes.keys()))
        nodes |= {node.id: node for node in found}
        if not ties:
            ties = {tie.id: tie for tie in self._read("ties-among", sorted(nodes))}
        return network((nodes[id_] for id_ in sorted(nodes)), (ties[id_] for id_ in sorted(ties)))

    def _read(self, name: str, ids: list[str]) -> list[Any]:
        rows = self._store.read(internal(name), {"ids": ids}, max_rows=1_000_000).rows
        return [value for (value,) in rows]


def _graph_rows(value: Any) -> Iterator[NodeRow | TieRow]:
    """Every node and tie that a value holds."""
    if isinstance(value, NodeRow | TieRow):
        yield value
    elif isinstance(value, PathRow):
        yield from value.nodes
        yield from value.ties
    elif isinstance(value, Mapping):
        yield from _graph_rows(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _graph_rows(item)


class Graph:
    """A graph that can be asked. Use it in a `with` statement, or close it, to let go of what it holds.

    Args:
        store: The graph.
        settings: The reader's settings.
    """

    def __init__(self, store: GraphStore, settings: Settings) -> None:
        self._store, self._settings = store, settings

    @property
    def queries(self) -> dict[str, str]:
        """The saved queries by id, each with the question that it answers."""
        found = load_catalogue(self._settings.queries)
        return {id_: query.question.text(self._settings.lang) for id_, query in found.items()}

    def query(
        self,
        id_: str,
        /,
        *,
        as_of: str | None = None,
        timeout: float = 30.0,
        max_rows: int = 1000,
        **params: str | int | Iterable[str],
    ) -> Rows:
        """Run a saved query.

        Args:
            id_: Its id.
            as_of: ISO day for which is asked [default: today].
            timeout: Seconds that it may take.
            max_rows: Rows that are kept.
            params: Its parameters, as they are typed after `-p`; several words may be a list.

        Raises:
            EnishiError: If there is none, a parameter has no value, or the store cannot answer.
        """
        answer = run(
            self._saved(id_),
            {name: _typed(value) for name, value in params.items()},
            as_of=as_of or _today(),
            settings=self._settings.own,
            store=self._store,
            folders=self._settings.queries,
            timeout=timeout,
            max_rows=max_rows,
        )
        return self._rows(answer)

    def _rows(self, answer: Answer) -> Rows:
        return Rows(
            answer.columns,
            list(answer.rows),
            answer.sources,
            answer.coverage,
            answer.truncated,
            self._store,
            lambda: make_table(answer, self._settings.lang),
            self._settings.lang,
            tuple(map(self._rows, answer.companions)),
        )

    def cypher(
        self,
        statement: str,
        /,
        *,
        as_of: str | None = None,
        timeout: float = 30.0,
        max_rows: int = 1000,
        **params: Any,
    ) -> Rows:
        """Run a Cypher statement that reads.

        Args:
            statement: The statement.
            as_of: ISO day, which the statement may use as `$as_of` [default: today].
            timeout: Seconds that it may take.
            max_rows: Rows that are kept.
            params: Values of its parameters: text, numbers, lists and maps.

        Raises:
            EnishiError: If it does not only read, a parameter has no value, or the store cannot answer.
        """
        answer = run_statement(
            statement,
            params,
            as_of=as_of or _today(),
            store=self._store,
            timeout=timeout,
            max_rows=max_rows,
        )
        return Rows(
            answer.result.columns,
            answer.result.records(),
            (),
            answer.coverage,
            answer.result.truncated,
            self._store,
            lambda: statement_table(answer, self._settings.lang),
            self._settings.lang,
        )

    def find(self, text: str, *, kinds: Sequence[str] = KIND_LABELS, limit: int = 20) -> Rows:
        """What a name stands for, the nearest first, each with why it was found.

        Args:
            text: A name or a part of one in either language, an abbreviation, a code or an id.
            kinds: Labels of the kinds that are looked for (`["Forum"]`) [default: all].
            limit: Rows that are kept.
        """
        lang = self._settings.lang
        party = find_entity(self._settings.party, ("Country", "Union"), self._store, "party")
        found = find_names(text, self._store, kinds=kinds, party=party, limit=limit)
        title, headings, cells = candidates(found, lang)
        coverage = read_coverage(self._store, _today())
        table = Table(title, headings, cells, coverage=coverage_line(coverage, lang))
        rows = [match.as_json() for match in found.matches]
        columns = tuple(rows[0]) if rows else ("id", "kind", "name_ja", "name_en")
        return Rows(columns, rows, (), coverage, False, self._store, lambda: table, lang)

    def _saved(self, id_: str) -> SavedQuery:
        found = find_query(id_, self._settings.queries)
        require_clean(found, self._settings.queries)
        return found

    def close(self) -> None:
        """Let go of what the graph holds."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def open_graph(
    store: str | Path | None,
    *,
    record: str | Path | None,
    records: Iterable[str | Path],
    known_at: str,
    ceiling: str | None,
    lang: str | None,
    queries: Iterable[str | Path],
) -> Graph:
    """See `enishi.open`."""
    settings = load_settings(
        store,
        Path(record) if record else None,
        lang,
        map(Path, queries),
        records=map(Path, records),
        ceiling=ceiling,
    )
    opened = builds.open_graph(
        settings.record,
        settings.store,
        known_at,
        own=settings.records,
        ceiling=settings.ceiling,
        keep=settings.chosen_store,
        say=_say,
    )
    return Graph(opened, settings)


def _typed(value: str | int | Iterable[str]) -> str:
    """A parameter as it is typed."""
    return str(value) if isinstance(value, str | int) else ",".join(value)


def _say(message: str) -> None:
    sys.stderr.write(f"{message}\n")


def _today() -> str:
    return date.today().isoformat()
