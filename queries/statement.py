"""Run a statement that an analyst typed: the same gate and limits as a saved query, without its contract."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphmodel.batch import NodeRow, TieRow
from graphmodel.cypher_text import strip
from graphmodel.errors import UsageError
from graphmodel.messages import Message, Term
from graphmodel.stores import GraphStore, Result
from graphmodel.stores.values import PathRow
from queries.gate import require_read_only
from queries.lint import parameters_of, unknown_names, unportable
from queries.literals import ParameterError, require_day
from queries.results import Coverage
from queries.run import read_coverage


@dataclass(frozen=True)
class StatementAnswer:
    """What a statement returned.

    Attributes:
        statement: The statement.
        params: What it was bound with.
        result: Its rows; nodes, ties and paths stand in them as rows of the graph.
        coverage: What it rests on.
        notes: What a reader should know before they trust an empty answer: names that the graph does not have, and
            what does not run alike on every engine.
    """

    statement: str
    params: dict[str, Any]
    result: Result
    coverage: Coverage
    notes: tuple[Message, ...]

    def as_json(self) -> dict[str, Any]:
        """The answer as JSON can hold it."""
        return {
            "statement": self.statement,
            "params": self.params,
            "columns": list(self.result.columns),
            "rows": self.records(),
            "coverage": self.coverage.as_json() | {"truncated": self.result.truncated},
        }

    def records(self) -> list[dict[str, Any]]:
        """The rows as maps keyed by column, as JSON can hold them."""
        return [
            {name: as_json(value) for name, value in record.items()}
            for record in self.result.records()
        ]


def read_params(given: Iterable[str]) -> dict[str, Any]:
    """Parameters as they are typed: `name=text`, or `name:=JSON` for a number, a list or anything else.

    Days are text in the graph, and so are years; that is why what looks like a number is text unless it is said.

    Raises:
        ParameterError: If one is neither, is no JSON, or is the as-of day.
    """
    values: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if name.removesuffix(":") == "as_of":
            raise ParameterError(
                Message("$as_of is the day for which is asked."),
                Message("Give it by --as-of (at the prompt: :as-of 2025-05-01)."),
            )
        if not equals or not name.removesuffix(":").isidentifier():
            raise ParameterError(
                Message("{text!r} is no parameter.", text=text),
                Message("Write -p NAME=TEXT, or -p NAME:=JSON."),
            )
        if not name.endswith(":"):
            values[name] = value
            continue
        try:
            values[name.removesuffix(":")] = json.loads(value)
        except RecursionError:
            raise ParameterError(
                Message("{name} is nested too deep.", name=f"${name.removesuffix(':')}")
            ) from None
        except json.JSONDecodeError as error:
            raise ParameterError(
                Message(
                    "{text!r} is no JSON: {reason} at character {position}.",
                    text=text,
                    reason=error.msg,
                    position=error.pos + 1,
                ),
                Message("Write text as -p NAME=TEXT."),
            ) from None
    return values


def run_statement(
    statement: str,
    given: Mapping[str, Any],
    *,
    as_of: str,
    store: GraphStore,
    timeout: float = 30.0,
    max_rows: int = 1000,
) -> StatementAnswer:
    """Run a statement that only reads.

    Args:
        statement: Cypher.
        given: Values of its parameters; `as_of` is not among them.
        as_of: ISO day for which is asked.
        store: The graph.
        timeout: Seconds that it may take.
        max_rows: Rows that are kept; if there are more, the answer says so.

    Raises:
        UsageError: If it does not only read, or a parameter has no value.
        StoreError: If the store cannot answer.
    """
    statement = statement.strip().removesuffix(";").rstrip()
    if not strip(statement).strip():
        raise UsageError(
            Message("There is no statement."),
            Message("Give one in quotes, a .cypher file, or - for standard input."),
        )
    require_day(as_of)
    require_read_only(statement)
    wanted = parameters_of(statement)
    if unknown := sorted(given.keys() - set(wanted)):
        takes = ", ".join(f"${name}" for name in wanted) or Term("none", "なし")
        raise ParameterError(
            Message("The statement has no ${name}.", name=unknown[0]),
            Message("It has: {takes}.", takes=takes),
        )
    known = {**given, "as_of": as_of}
    if missing := [name for name in wanted if name not in known]:
        raise ParameterError(
            Message("The statement needs ${name}.", name=missing[0]),
            Message("Add it: -p {name}=TEXT (at the prompt: :param {name}=TEXT)", name=missing[0]),
        )
    params = {name: known[name] for name in wanted}
    result = store.read(statement, params, timeout=timeout, max_rows=max_rows)
    notes = (*unknown_names(statement), *unportable(statement))
    return StatementAnswer(statement, params, result, read_coverage(store, as_of), notes)


def as_json(value: Any) -> Any:
    """A value as JSON can hold it: a node, a tie or a path as a map that says what it is."""
    if isinstance(value, NodeRow):
        return {"id": value.id, "labels": list(value.labels), "properties": value.props}
    if isinstance(value, TieRow):
        ends = {"start": value.start, "end": value.end}
        return {"id": value.id, "type": value.type, **ends, "properties": value.props}
    if isinstance(value, PathRow):
        return {"nodes": as_json(list(value.nodes)), "ties": as_json(list(value.ties))}
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no such number
    return value
