"""The shared store: a database on a Neo4j server, through the official driver.

A load replaces all that is ours and touches nothing else: our nodes and ties carry a tag that names the load. Up to
`BATCH_ROWS` rows are one transaction, so that readers see the old graph or the new one. More are several; what was
written before a load was cut off is kept, and the same load goes on from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any, LiteralString, NamedTuple, Self, TypeVar, cast

import neo4j
from neo4j.exceptions import (
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graphmodel import cypher
from graphmodel.batch import GraphBatch
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.base import (
    ConstraintError,
    QueryError,
    QueryTimeoutError,
    ReadOnlyError,
    Result,
    StoreError,
    grouped,
    require_whole,
)
from graphmodel.stores.values import PathRow, node_row, plain, tie_row

BATCH_ROWS = 50_000
"""Rows up to which a load is one transaction, and of which each is one where there are more."""

OLDEST_SERVER = (5, 23)
"""The first version that knows `CALL (x) { … }`."""

_ABANDONED = 600_000
"""Milliseconds after which a load that was cut off no longer keeps others from loading."""

_LOAD_SECONDS = 1800.0
_EXPLAIN = "EXPLAIN "
_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_AGENT = re.compile(r"Neo4j/(\d+)\.(\d+)")

T = TypeVar("T")
_Work = Callable[[neo4j.ManagedTransaction], T]


class _Step(NamedTuple):
    """Rows of one statement."""

    statement: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class _Load:
    """What is to be written.

    Attributes:
        run: Its tag: a hash of all rows, so that the same graph is written with the same properties.
        ids: Ids of the nodes.
        steps: Statements with their rows, nodes before ties.
        build: The node that says what the graph is, written last.
    """

    run: str
    ids: list[str]
    steps: list[_Step]
    build: list[_Step]

    @property
    def size(self) -> int:
        return sum(len(step.rows) for step in self.steps)

    def chunks(self, rows: int) -> Iterator[tuple[int, list[_Step]]]:
        """The steps in portions of at most so many rows, each with the number of rows up to its end."""
        done, room, chunk = 0, rows, list[_Step]()
        for statement, own in self.steps:
            left = own
            while left:
                chunk.append(_Step(statement, left[:room]))
                done, left, room = done + len(left[:room]), left[room:], room - len(left[:room])
                if not room:
                    yield done, chunk
                    room, chunk = rows, []
        if chunk:
            yield done, chunk


class ServerStore:
    """A graph in a database of a server.

    Args:
        address: Where, and who asks.
        allow_foreign: Whether the database may hold what is not ours besides.
        batch_rows: Rows up to which a load is one transaction.
        retry_seconds: How long the driver goes on trying where trying again may help.
    """

    def __init__(
        self,
        address: ServerAddress,
        *,
        allow_foreign: bool = False,
        batch_rows: int = BATCH_ROWS,
        retry_seconds: float = 30.0,
    ) -> None:
        self._address = address
        self._allow_foreign = allow_foreign
        self._batch_rows = batch_rows
        self._retry_seconds = retry_seconds
        self._driver: neo4j.Driver | None = None
        self._read_only: set[str] = set()

    # Writing ------------------------------------------------------------------------------------------------------

    def replace(self, batch: GraphBatch) -> None:
        """Make what is ours equal to the batch."""
        require_whole(batch)
        _load_of(batch, ())  # a hostile name is refused before anything is sent
        with self._told():
            self._prepare()
            known = self._write(lambda tx: tx.run(cypher.LABELS).value("label"))
            load = _load_of(batch, tuple(filter(cypher.is_name, known)))
            if load.size <= self._batch_rows:
                self._write(lambda tx: _write_whole(tx, load))
            else:
                self._write_in_parts(load)

    def _prepare(self) -> None:
        foreign = self._read(lambda tx: tx.run(cypher.FOREIGN_NODE).value("labels"))
        if foreign and not self._allow_foreign:
            labels = ":".join(foreign[0]) or "no label"
            raise StoreError(
                f"The database at {self._address} holds data that are not Enishi's ({labels}).",
                "Nothing was written. Name another database by NEO4J_DATABASE; or add --allow-foreign: those data stay "
                "as they are, beside ours.",
            )
        self._write(lambda tx: tx.run(cypher.CONSTRAINT).consume())
        self._write(lambda tx: tx.run(cypher.AWAIT).consume())

    def _write_in_parts(self, load: _Load) -> None:
        self._write(lambda tx: _begin(tx, load))
        for end, steps in load.chunks(self._batch_rows):
            self._write(lambda tx, e=end, s=steps: _write_part(tx, load, e, s))  # type: ignore[misc]
        while self._write(lambda tx: _clear_part(tx, load, self._batch_rows)):
            continue
        self._write(lambda tx: _finish(tx, load))

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
        given = dict(params or {})

        def work(tx: neo4j.ManagedTransaction) -> Result:
            if statement not in self._read_only:
                if tx.run(_text(f"{_EXPLAIN}{statement}"), given).consume().query_type != "r":
                    raise _would_write()
                self._read_only.add(statement)
            result = tx.run(_text(statement), given)
            rows = [tuple(map(_value, record.values())) for record in islice(result, max_rows + 1)]
            columns = tuple(result.keys())
            result.consume()
            return Result(columns, tuple(rows[:max_rows]), truncated=len(rows) > max_rows)

        with self._told(timeout, statement):
            return self._read(work, timeout)

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
                        f"The server at {self._address} is {agent}; Enishi needs Neo4j "
                        f"{'.'.join(map(str, OLDEST_SERVER))} or newer.",
                        "Use the long-term version 5.26, or name another server by --store.",
                    )
            except BaseException:
                driver.close()
                raise
            self._driver = driver
        return self._driver

    def _session(self, mode: str) -> neo4j.Session:
        driver = self._connected()
        return driver.session(
            database=self._address.database or None,
            default_access_mode=mode,
            bookmark_manager=driver.execute_query_bookmark_manager,
        )

    def _read(self, work: _Work[T], timeout: float = 60.0) -> T:
        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(neo4j.unit_of_work(timeout=timeout)(work))

    def _write(self, work: _Work[T]) -> T:
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(neo4j.unit_of_work(timeout=_LOAD_SECONDS)(work))

    @contextmanager
    def _told(self, timeout: float = _LOAD_SECONDS, statement: str = "") -> Iterator[None]:
        """Make a sentence of what goes wrong, with what to do about it."""
        try:
            yield
        except Neo4jError as error:
            raise self._refusal(error, timeout, statement) from error
        except (ServiceUnavailable, SessionExpired) as error:
            lost = self._driver is not None
            self.close()
            raise StoreError(
                f"The connection to {self._address} was lost: {_first_line(error)}"
                if lost
                else f"{self._address} does not answer: {_first_line(error)}",
                "If a load was under way, the old graph or the new one is there; run it again once the server answers."
                if lost
                else "Check that the server runs, that the address is right, and whether it wants an encrypted connection "
                "(neo4j+s://, bolt+s://).",
            ) from error
        except DriverError as error:
            raise StoreError(f"{self._address}: {_first_line(error)}") from error

    def _refusal(self, error: Neo4jError, timeout: float, statement: str) -> StoreError:
        code, message = error.code or "", _first_line(error)
        if "TransactionTimedOut" in code:
            return QueryTimeoutError(
                f"The statement took longer than {timeout:g} seconds and was stopped.",
                "Bind a parameter, bound a variable-length pattern, or allow more by --timeout.",
            )
        if code == "Neo.ClientError.Statement.AccessMode":
            return _would_write()
        for pattern, says, hint in _REFUSALS:
            if re.search(pattern, f"{code} {message}", re.IGNORECASE):
                told = says.format(
                    at=self._address, uri=self._address.uri, user=self._address.username, database=self._address.database,
                    message=message.rstrip("."),
                )  # fmt: skip
                return StoreError(told, hint)
        if code.startswith("Neo.ClientError.Statement."):
            explained = bool(statement) and statement not in self._read_only
            said = _pointed(message, statement, explained=explained)
            return QueryError(f"The engine does not run this statement: {said}")
        if code == "Neo.ClientError.Schema.ConstraintValidationFailed":
            return ConstraintError(f"{self._address} refuses a row: {message}")
        return StoreError(f"{self._address} reports: {message}")

    def close(self) -> None:
        """Let go of the connections."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


_REFUSALS = (
    (
        r"Security\.AuthenticationRateLimit",
        "{at} does not let {user} in for now: there were too many wrong passwords.",
        "Wait a few seconds, then try again with the right NEO4J_USERNAME and NEO4J_PASSWORD.",
    ),
    (
        r"Security\.CredentialsExpired",
        "{at} wants a new password for {user} before it does anything.",
        "Change it in Neo4j Browser or cypher-shell (ALTER CURRENT USER SET PASSWORD …), then set NEO4J_PASSWORD.",
    ),
    (
        r"Security\.(Unauthorized|TokenExpired|Authentication|Authorization)",
        "{at} does not let {user} in: the user or the password is wrong.",
        "Set NEO4J_USERNAME and NEO4J_PASSWORD in the environment.",
    ),
    (
        r"Security\.Forbidden",
        "{user} may not do this at {at}: {message}.",
        "Ask the administrator of the database for the right, or set NEO4J_USERNAME to another user.",
    ),
    (
        r"Database\.DatabaseNotFound",
        "There is no database {database} at {uri}.",
        "Set NEO4J_DATABASE to one that there is, or leave it empty for the default one.",
    ),
    (
        r"No space left|not enough space|OutOfDisk|TransactionLogError|TransactionCommitFailed|critical error",
        "The server at {at} cannot write, most often because its disk is full: {message}.",
        "Do not count on this load. Whoever runs the server has to free some space, look into its log and restart it; "
        "then load again: the record has all that is ours.",
    ),
    (
        r"Cluster\.NotALeader|ReadOnlyDatabase|ReadOnlyAccess|read.?only (database|mode)",
        "{at} cannot be written: this member or database is read-only.",
        "For a cluster write neo4j:// instead of bolt://: writes then go to the member that takes them.",
    ),
    (
        r"DatabaseUnavailable|DatabaseNotAvailable|Database\.\w*Unable",
        "The database at {at} is not available: {message}.",
        "The old graph or the new one is there. Look into the server's log (disk full, starting, stopped), then run it again.",
    ),
    (
        r"MemoryPool|OutOfMemory",
        "The server at {at} has too little memory for this: {message}.",
        "Raise server.memory.heap.max_size or dbms.memory.transaction.total.max there.",
    ),
    (
        r"Schema\.",
        "{at} cannot make ids unique: {message}.",
        "Data that are not Enishi's use the label Entity there; name another database by NEO4J_DATABASE.",
    ),
)
"""Part of a code or message of the server; what is wrong; what to do."""


def _would_write() -> ReadOnlyError:
    return ReadOnlyError(
        "This statement would change the graph.", "Only statements that read are run."
    )


def _text(statement: str) -> LiteralString:
    """Tell the type checker that the statement is meant: `cypher` builds it, or the gate has let it through."""
    return cast("LiteralString", statement)  # type: ignore[redundant-cast]


def _first_line(error: Exception) -> str:
    text = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    if reason := re.search(r"\(reason (?:\[Errno -?\d+\] )?(.+?)\)", text):
        return reason[1]
    return text.splitlines()[0].rstrip(":")


# The transactions of a load ---------------------------------------------------------------------------------------


def _load_of(batch: GraphBatch, known: tuple[str, ...]) -> _Load:
    by_labels, by_type = grouped(batch)
    merges = {
        labels: _Step(cypher.merge_nodes(labels, without=known, tagged=True), rows)
        for labels, rows in by_labels.items()
    }
    ties = [_Step(cypher.merge_ties(type_, tagged=True), rows) for type_, rows in by_type.items()]
    tag = blake2b(digest_size=8)
    for row in (*batch.nodes, *batch.ties):
        tag.update(repr(row).encode("utf-8", "surrogatepass"))
    return _Load(
        run=tag.hexdigest(),
        ids=[node.id for node in batch.nodes],
        steps=[*(step for labels, step in merges.items() if labels != ("Build",)), *ties],
        build=[step for labels, step in merges.items() if labels == ("Build",)],
    )


def _pointed(message: str, statement: str, *, explained: bool) -> str:
    """A message with the line that it speaks of and a mark under the place, as the embedded engine writes it."""
    place = _PLACE.search(message)
    lines = statement.split("\n")
    if not place or int(place[1]) > len(lines):
        return message
    line, column = int(place[1]), int(place[2])
    if explained and line == 1:  # the server counted the word that we put before the statement
        column = max(1, column - len(_EXPLAIN))
    said = message[: place.start()] + message[place.end() :]
    mark = " " * (column - 1) + "^"
    return f"at line {line}, col {column}: {said}\n   {lines[line - 1]}\n   {mark}"


def _value(value: Any) -> Any:
    """A value of the driver; days and times are written as the embedded engine writes them."""
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
    if type(value) is list:
        return [_value(item) for item in value]
    if type(value) is dict:
        return {key: _value(value[key]) for key in sorted(value)}
    return plain(value)


def _write_whole(tx: neo4j.ManagedTransaction, load: _Load) -> None:
    _take(tx, load)
    _refuse_namesakes(tx, load)
    _run(tx, [*load.steps, *load.build], load)
    _clear(tx, load)


def _begin(tx: neo4j.ManagedTransaction, load: _Load) -> None:
    done = _take(tx, load)
    _refuse_namesakes(tx, load)
    tx.run(cypher.UNMARK).consume()
    tx.run(cypher.KEEP, run=load.run, done=done).consume()


def _write_part(tx: neo4j.ManagedTransaction, load: _Load, end: int, steps: list[_Step]) -> None:
    if _go_on(tx, load) < end:
        _run(tx, steps, load)
        tx.run(cypher.KEEP, run=load.run, done=end).consume()


def _clear_part(tx: neo4j.ManagedTransaction, load: _Load, limit: int) -> int:
    done = _go_on(tx, load)
    gone = tx.run(cypher.VANISHED_TIES, run=load.run, limit=limit).single(strict=True)["gone"]
    tx.run(cypher.KEEP, run=load.run, done=done).consume()
    return int(gone)


def _finish(tx: neo4j.ManagedTransaction, load: _Load) -> None:
    _go_on(tx, load)
    _run(tx, load.build, load)
    _clear(tx, load)


def _take(tx: neo4j.ManagedTransaction, load: _Load) -> int:
    """Wait until no other load writes; the number of rows that this one has written already."""
    found = tx.run(cypher.TAKE).single(strict=True)
    if found["run"] == load.run:
        return int(found["done"])
    if found["run"] is not None and found["age"] < _ABANDONED:
        raise StoreError(
            f"Another load is under way; it last wrote {found['age'] // 1000} seconds ago.",
            "Wait until it is done. If it was cut off, run it again; or load another record after "
            f"{_ABANDONED // 60_000} minutes.",
        )
    return 0


def _go_on(tx: neo4j.ManagedTransaction, load: _Load) -> int:
    """The number of rows that this load has written, if no other one has taken its place."""
    found = tx.run(cypher.TAKE).single(strict=True)
    if found["run"] != load.run:
        raise StoreError(
            "Another load came in between.", "Run this one again, if its graph is to be there."
        )
    return int(found["done"])


def _refuse_namesakes(tx: neo4j.ManagedTransaction, load: _Load) -> None:
    if ids := tx.run(cypher.FOREIGN_NAMESAKES, ids=load.ids).value("id"):
        raise StoreError(
            f"Nodes that are not Enishi's have ids of ours: {', '.join(ids)}.",
            "Nothing was written. Take the label Entity off them, or name another database by NEO4J_DATABASE.",
        )


def _run(tx: neo4j.ManagedTransaction, steps: list[_Step], load: _Load) -> None:
    for statement, rows in steps:
        tx.run(_text(statement), rows=rows, run=load.run).consume()


def _clear(tx: neo4j.ManagedTransaction, load: _Load) -> None:
    """Delete what vanished and let the next load begin; a tie that is not ours is never deleted with our node."""
    tx.run(cypher.RELEASE).consume()
    if ties := tx.run(cypher.FOREIGN_TIES, run=load.run).data():
        named = ", ".join(f"{tie['type']} on {tie['id']}" for tie in ties)
        raise StoreError(
            f"The record no longer has some nodes on which ties hang that are not Enishi's: {named}.",
            "The old graph is untouched. Delete or move those ties in Neo4j, then load again.",
        )
    for statement in (cypher.VANISHED_TIES, cypher.VANISHED_NODES):
        tx.run(statement, run=load.run, limit=2**31).consume()
