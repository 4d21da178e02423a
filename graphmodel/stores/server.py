"""The shared store: a database on a Neo4j server, through the official driver."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graphmodel import cypher
from graphmodel.batch import GraphBatch
from graphmodel.kinds import KINDS
from graphmodel.messages import Message
from graphmodel.stores import load, refusals
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.base import QueryError, Result, StoreError, require_whole
from graphmodel.stores.gathered import gathered
from graphmodel.stores.values import SCALARS, PathRow, node_row, plain, tie_row

BATCH_ROWS = 50_000
"""Rows up to which a load is one transaction, and of which each is one where there are more."""

OLDEST_SERVER = (5, 23)
"""The first version that knows `CALL (x) { … }`."""

_SCHEMA = (
    cypher.CONSTRAINT,
    cypher.index("Entity", "kind"),
    *(cypher.index(label, name) for label, kind in KINDS.items() for name in kind.spec.indexed),
)
"""What makes ids unique, and nodes be found; derived from the kinds."""

_LOAD_SECONDS = 1800.0
_MANY_ROWS = 100
"""Rows from which on a statement that is asked again is worth being planned again, as one record."""

_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")

T = TypeVar("T")


class ServerStore:
    """A graph in a database of a server.

    Args:
        address: Where, and who asks.
        allow_foreign: Whether the database may hold what is not ours besides.
        may_replace: Raises if a load may not replace the graph whose build has these properties; it is asked within
            the load, so that no other one comes in between.
        batch_rows: Rows up to which a load is one transaction.
        retry_seconds: How long the driver goes on trying where trying again may help.
    """

    def __init__(
        self,
        address: ServerAddress,
        *,
        allow_foreign: bool = False,
        may_replace: Callable[[Mapping[str, Any]], None] = lambda build: None,
        batch_rows: int = BATCH_ROWS,
        retry_seconds: float = 30.0,
    ) -> None:
        self._address = address
        self._allow_foreign = allow_foreign
        self._may_replace = may_replace
        self._batch_rows = batch_rows
        self._retry_seconds = retry_seconds
        self._driver: neo4j.Driver | None = None
        self._columns: dict[str, tuple[str, ...]] = {}
        self._long: set[str] = set()

    # Writing ------------------------------------------------------------------------------------------------------

    def replace(self, batch: GraphBatch) -> None:
        """Make what is ours equal to the batch."""
        require_whole(batch)
        for labels in {node.labels for node in batch.nodes}:
            cypher.merge_nodes(labels)  # a hostile name is refused before anything is sent
        for type_ in {tie.type for tie in batch.ties}:
            cypher.merge_ties(type_)
        wanted = load.Load(batch, self._batch_rows, self._may_replace)
        with self._told():
            self._prepare()
            left = list(wanted.portions(self._write(lambda tx: load.begin(tx, wanted))))
            for number, steps in enumerate(left, 1):
                last = number == len(left)
                self._write(lambda tx, s=steps, n=last: load.go_on(tx, wanted, s, last=n))  # type: ignore[misc]
        # The graph stands; a server that does not let us ask for this plans by what it has counted itself.
        with suppress(Neo4jError, DriverError):
            self._ask(cypher.REPLAN, neo4j.Result.consume)

    def _prepare(self) -> None:
        """Refuse a database of others; make ids unique, and nodes be found."""
        if not self._allow_foreign:
            foreign = self._ask(cypher.FOREIGN_NODE, lambda result: result.value("labels"))
            if foreign:
                labels = ":".join(foreign[0]) or "no label"
                raise StoreError(
                    Message(
                        "The database at {address} holds data that are not Enishi's ({labels}).",
                        address=self._address,
                        labels=labels,
                    ),
                    Message(
                        "Nothing was written. Name another database by NEO4J_DATABASE; or add "
                        "--allow-foreign: those data stay as they are, beside ours."
                    ),
                )
        made = self._write(lambda tx: [tx.run(_text(each)).consume().counters for each in _SCHEMA])
        if any(counters.contains_updates for counters in made):
            self._write(lambda tx: tx.run(cypher.AWAIT).consume())

    def _write(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        driver = self._connected()
        with driver.session(
            database=self._address.database or None,
            bookmark_manager=driver.execute_query_bookmark_manager,
        ) as session:
            return session.execute_write(neo4j.unit_of_work(timeout=_LOAD_SECONDS)(work))

    # Reading ------------------------------------------------------------------------------------------------------

    def read(
        self,
        statement: str,
        params: Mapping[str, Any] | None = None,
        *,
        timeout: float = 30.0,
        max_rows: int = 10_000,
    ) -> Result:
        """Run a statement in a transaction that refuses to write, once the server has said that it only reads."""

        def first_rows(result: neo4j.Result) -> list[Sequence[Any]]:
            rows: list[Sequence[Any]] = list(islice(result, max_rows + 1))
            result.consume()
            return rows

        with self._told(timeout, statement):
            if statement not in self._columns:
                self._columns[statement] = self._explained(statement, params, timeout)
            columns = self._columns[statement]
            at_once = None
            if statement in self._long:
                at_once = gathered(statement, columns, max_rows + 1)
            if at_once:
                found = self._ask(at_once, _only_value, params, timeout)
            else:
                found = self._ask(statement, first_rows, params, timeout)
            if len(found) >= _MANY_ROWS:
                self._long.add(statement)
        rows = [
            tuple([value if type(value) in SCALARS else _value(value) for value in row])
            for row in found[:max_rows]
        ]
        return Result(columns, tuple(rows), truncated=len(found) > max_rows)

    def _explained(
        self, statement: str, params: Mapping[str, Any] | None, timeout: float
    ) -> tuple[str, ...]:
        """The columns of a statement, of which the server says that it only reads."""

        def kind_and_columns(result: neo4j.Result) -> tuple[str | None, tuple[str, ...]]:
            columns = tuple(result.keys())
            return result.consume().query_type, columns

        kind, columns = self._ask(
            f"{refusals.EXPLAIN}{statement}", kind_and_columns, params, timeout
        )
        if kind != "r":
            raise refusals.would_write()
        return columns

    def _ask(
        self,
        statement: str,
        take: Callable[[neo4j.Result], T],
        params: Mapping[str, Any] | None = None,
        timeout: float = 60.0,
    ) -> T:
        """What a statement gives in a transaction of its own that only reads."""
        return self._connected().execute_query(
            neo4j.Query(_text(statement), timeout=max(timeout, 0.001)),  # 0 is no limit at all
            dict(params or {}),
            routing_=neo4j.RoutingControl.READ,
            database_=self._address.database or None,
            result_transformer_=take,
        )

    # The connection -----------------------------------------------------------------------------------------------

    def server(self) -> str:
        """Name and version of the server."""
        with self._told():
            return self._connected().get_server_info().agent

    def _connected(self) -> neo4j.Driver:
        if self._driver is None:
            password = self._address.password
            driver = neo4j.GraphDatabase.driver(
                self._address.uri,
                auth=(self._address.username, password) if password else None,
                connection_timeout=10.0,
                max_transaction_retry_time=self._retry_seconds,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
            )
            try:
                agent = driver.get_server_info().agent
                version = _AGENT.match(agent)
                if not version or (int(version[1]), int(version[2])) < OLDEST_SERVER:
                    raise StoreError(
                        Message(
                            "The server at {address} is {agent}; Enishi needs Neo4j {oldest} or newer.",
                            address=self._address,
                            agent=agent,
                            oldest=".".join(map(str, OLDEST_SERVER)),
                        ),
                        Message(
                            "Use the long-term version 5.26, or name another server by --store."
                        ),
                    )
            except BaseException:
                driver.close()
                raise
            self._driver = driver
        return self._driver

    @contextmanager
    def _told(self, timeout: float = _LOAD_SECONDS, statement: str = "") -> Iterator[None]:
        """Make a sentence of what goes wrong, with what to do about it."""
        try:
            yield
        except Neo4jError as error:
            explained = bool(statement) and statement not in self._columns
            raise refusals.refusal(
                error, self._address, timeout, statement, explained=explained
            ) from error
        except (ServiceUnavailable, SessionExpired) as error:
            says = refusals.lost if self._driver else refusals.no_answer
            self.close()
            raise says(error, self._address) from error
        except (OverflowError, RecursionError) as error:  # a parameter that no server holds
            raise QueryError(
                Message("The engine does not run this statement: {reason}", reason=error)
            ) from error
        except DriverError as error:
            raise StoreError(
                Message(
                    "{address}: {reason}", address=self._address, reason=refusals.first_line(error)
                )
            ) from error

    def close(self) -> None:
        """Let go of the connections."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _text(statement: str) -> LiteralString:
    """Tell the type checker that the statement is meant: `cypher` builds it, or the gate has let it through."""
    return cast("LiteralString", statement)  # type: ignore[redundant-cast]


def _only_value(result: neo4j.Result) -> list[Sequence[Any]]:
    rows: list[Sequence[Any]] = result.single(strict=True)[0]
    return rows


def _value(value: Any) -> Any:
    """A value of the driver; days and times are written as the embedded engine writes them."""
    if type(value) in SCALARS:
        return value
    if type(value) is list:
        return [item if type(item) in SCALARS else _value(item) for item in value]
    if type(value) is dict:
        return {
            key: item if type(item := value[key]) in SCALARS else _value(item)
            for key in sorted(value)
        }
    if isinstance(value, Node):
        return node_row(value.labels, value)
    if isinstance(value, Relationship):
        ends = (str(end.get("id", "")) if end else "" for end in value.nodes)
        return tie_row(value.type, value, *ends)
    if isinstance(value, Path):
        return PathRow(tuple(map(_value, value.nodes)), tuple(map(_value, value.relationships)))
    if isinstance(value, Date | Time | DateTime):
        return plain(value.to_native())
    if isinstance(value, Duration):
        return {"days": value.days, "months": value.months, "seconds": value.seconds}
    return plain(value)
