"""The embedded store: kglite, in process, one file that is built anew and swapped in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import kglite

from graphmodel import cypher
from graphmodel.batch import GraphBatch
from graphmodel.messages import Message
from graphmodel.stores.base import (
    QueryError,
    QueryTimeoutError,
    ReadOnlyError,
    Result,
    StoreError,
    grouped,
    require_whole,
)
from graphmodel.stores.values import SCALARS, PathRow, node_row, plain, tie_row

kglite.set_query_warning_policy("silent")  # warnings are for us: an unknown label is caught by lint


class EmbeddedStore:
    """A graph in one file.

    Args:
        path: The file. It need not exist before `replace`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._graph: kglite.KnowledgeGraph | None = None

    def replace(self, batch: GraphBatch) -> None:
        """Build the graph in memory, write it beside the old file and swap it in by one rename."""
        graph = kglite.KnowledgeGraph()
        graph.cypher(cypher.CONSTRAINT)
        require_whole(batch)
        by_labels, by_type = grouped(batch)
        with graph.begin() as transaction:
            for labels, rows in by_labels.items():
                transaction.cypher(cypher.create_nodes(labels), params={"rows": rows})
            for type_, rows in by_type.items():
                transaction.cypher(cypher.create_ties(type_), params={"rows": rows})
        self._swap_in(graph)

    def _swap_in(self, graph: kglite.KnowledgeGraph) -> None:
        temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            graph.save(str(temporary))
            temporary.replace(self._path)
        except (OSError, kglite.KgError) as error:
            with suppress(OSError):
                temporary.unlink()
            raise StoreError(
                Message("{path} cannot be written: {reason}", path=self._path, reason=error),
                Message(
                    "The old graph is untouched. Free some space, or name another file by --store."
                ),
            ) from error
        self._graph = None

    def read(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = 30.0,
        max_rows: int = 10_000,
    ) -> Result:
        """Run a statement on a handle that refuses to write."""
        try:
            view = self._open().cypher(
                statement,
                params=dict(params or {}),
                timeout_ms=max(1, int(timeout * 1000)),
                row_limit=max_rows + 1,
                hide_structural_keys=True,
            )
        except kglite.ReadOnlyError as error:
            raise ReadOnlyError(
                Message("This statement would change the graph."),
                Message("Only statements that read are run."),
            ) from error
        except kglite.CypherTimeoutError as error:
            raise QueryTimeoutError(
                Message(
                    "The statement took longer than {seconds:g} seconds and was stopped.",
                    seconds=timeout,
                ),
                Message(
                    "Bind a parameter, bound a variable-length pattern, or allow more by --timeout."
                ),
            ) from error
        except (kglite.KgError, OverflowError, ValueError, RecursionError) as error:
            # the latter three where a parameter is none that the engine holds
            raise QueryError(
                Message("The engine does not run this statement: {reason}", reason=error)
            ) from error
        assert isinstance(view, kglite.ResultView)
        rows = [
            tuple([value if type(value) in SCALARS else _value(value) for value in row.values()])
            for row in view.to_list()
        ]
        return Result(tuple(view.columns), tuple(rows[:max_rows]), truncated=len(rows) > max_rows)

    def _open(self) -> kglite.KnowledgeGraph:
        if self._graph is None:
            if not self._path.exists():
                raise StoreError(
                    Message("There is no graph at {path}.", path=self._path),
                    Message("Build it: enishi build"),
                )
            try:
                self._graph = kglite.load(str(self._path))
            except kglite.KgError as error:
                raise StoreError(
                    Message(
                        "{path} is no graph that this version reads: {reason}",
                        path=self._path,
                        reason=error,
                    ),
                    Message("Build it anew: enishi build"),
                ) from error
            self._graph.read_only(True)
        return self._graph

    def close(self) -> None:
        """Let go of the graph in memory."""
        self._graph = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


_NODE = {"id", "labels", "properties"}
_TIE = {"id", "start", "end", "type", "properties"}
_PATH = {"nodes", "relationships"}


def _value(value: Any) -> Any:
    """A value of the engine, which gives nodes, relationships and paths as maps with keys of its own."""
    if type(value) in SCALARS:
        return value
    if type(value) is list:
        return [item if type(item) in SCALARS else _value(item) for item in value]
    if type(value) is not dict:
        return plain(value)
    keys = value.keys()
    if keys == _NODE and isinstance(value["id"], int):
        props = value["properties"]
        if (
            props.get("type") == "Entity"
        ):  # the engine's own word where the node has no such property
            props = {name: props[name] for name in props if name != "type"}
        return node_row(value["labels"], props)
    if keys == _TIE and isinstance(value["id"], int):
        return tie_row(value["type"], value["properties"])
    if keys == _PATH:
        return PathRow(
            tuple(map(_value, value["nodes"])), tuple(map(_value, value["relationships"]))
        )
    return {key: _value(value[key]) for key in sorted(value)}
