"""What a server and its driver report, as sentences for people: what is wrong, and what to do about it."""

from __future__ import annotations

import re

from neo4j.exceptions import Neo4jError

from graphmodel.messages import Message
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.base import (
    ConstraintError,
    QueryError,
    QueryTimeoutError,
    ReadOnlyError,
    StoreError,
)

EXPLAIN = "EXPLAIN "
"""What is put before a statement to hear what it would do."""

_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")

_REFUSALS = (
    (
        r"Security\.AuthenticationRateLimit",
        Message("{at} does not let {user} in for now: there were too many wrong passwords."),
        Message(
            "Wait a few seconds, then try again with the right NEO4J_USERNAME and NEO4J_PASSWORD."
        ),
    ),
    (
        r"Security\.CredentialsExpired",
        Message("{at} wants a new password for {user} before it does anything."),
        Message(
            "Change it in Neo4j Browser or cypher-shell (ALTER CURRENT USER SET PASSWORD …), "
            "then set NEO4J_PASSWORD."
        ),
    ),
    (
        r"Security\.(Unauthorized|TokenExpired|Authentication|Authorization)",
        Message("{at} does not let {user} in: the user or the password is wrong."),
        Message("Set NEO4J_USERNAME and NEO4J_PASSWORD in the environment."),
    ),
    (
        r"Security\.Forbidden",
        Message("{user} may not do this at {at}: {message}."),
        Message(
            "Ask the administrator of the database for the right, or set NEO4J_USERNAME to "
            "another user."
        ),
    ),
    (
        r"Database\.DatabaseNotFound",
        Message("There is no database {database} at {uri}."),
        Message("Set NEO4J_DATABASE to one that there is, or leave it empty for the default one."),
    ),
    (
        r"No space left|not enough space|OutOfDisk|TransactionLogError|TransactionCommitFailed|critical error",
        Message("The server at {at} cannot write, most often because its disk is full: {message}."),
        Message(
            "Whoever runs the server has to make room on its disk, then restart it; while the "
            "disk is full it neither starts nor ends when asked (end its process). The old graph "
            "or the new one is there then; load again."
        ),
    ),
    (
        r"Cluster\.NotALeader|ReadOnlyDatabase|ReadOnlyAccess|read.?only (database|mode)",
        Message("{at} cannot be written: this member or database is read-only."),
        Message(
            "For a cluster write neo4j:// instead of bolt://: writes then go to the member that "
            "takes them."
        ),
    ),
    (
        r"DatabaseUnavailable|DatabaseNotAvailable|Database\.\w*Unable",
        Message("The database at {at} is not available: {message}."),
        Message(
            "The old graph or the new one is there. Look into the server's log (disk full, "
            "starting, stopped), then run it again."
        ),
    ),
    (
        r"MemoryPool|OutOfMemory",
        Message("The server at {at} has too little memory for this: {message}."),
        Message("Raise server.memory.heap.max_size or dbms.memory.transaction.total.max there."),
    ),
    (
        r"Schema\.",
        Message("{at} cannot make ids unique: {message}."),
        Message(
            "Data that are not Enishi's use the label Entity there; name another database by "
            "NEO4J_DATABASE."
        ),
    ),
)
"""Part of a code or message of the server; what is wrong; what to do."""


def refusal(
    error: Neo4jError,
    address: ServerAddress,
    timeout: float,
    statement: str = "",
    *,
    explained: bool = False,
) -> StoreError:
    """What a server refuses to do, and why.

    Args:
        error: What it reported.
        address: Where.
        timeout: Seconds that the statement was allowed to take.
        statement: The statement, if it was somebody's.
        explained: Whether it was not yet run but only explained.
    """
    code, message = error.code or "", first_line(error)
    if "TransactionTimedOut" in code:
        return QueryTimeoutError(
            Message(
                "The statement took longer than {seconds:g} seconds and was stopped.",
                seconds=timeout,
            ),
            Message(
                "Bind a parameter, bound a variable-length pattern, or allow more by --timeout."
            ),
        )
    if code == "Neo.ClientError.Statement.AccessMode":
        return would_write()
    for pattern, says, hint in _REFUSALS:
        if re.search(pattern, f"{code} {message}", re.IGNORECASE):
            told = says.filled(
                at=address, uri=address.uri, user=address.username, database=address.database,
                message=message.rstrip("."),
            )  # fmt: skip
            return StoreError(told, hint)
    if code.startswith("Neo.ClientError.Statement."):
        said = _pointed(message, statement, explained=explained)
        return QueryError(Message("The engine does not run this statement: {reason}", reason=said))
    if code == "Neo.ClientError.Schema.ConstraintValidationFailed":
        return ConstraintError(
            Message("{address} refuses a row: {message}", address=address, message=message)
        )
    return StoreError(Message("{address} reports: {message}", address=address, message=message))


def _pointed(message: str, statement: str, *, explained: bool) -> str:
    """A message with the line that it speaks of and a mark under the place, as the embedded engine writes it."""
    place = _PLACE.search(message)
    lines = statement.split("\n")
    if not place or int(place[1]) > len(lines):
        return message
    line, column = int(place[1]), int(place[2])
    if explained and line == 1:  # the server counted the word that we put before the statement
        column = max(1, column - len(EXPLAIN))
    said = message[: place.start()] + message[place.end() :]
    mark = " " * (column - 1) + "^"
    return f"at line {line}, col {column}: {said}\n   {lines[line - 1]}\n   {mark}"


def lost(error: Exception, address: ServerAddress) -> StoreError:
    """A connection that was there and is no more."""
    return StoreError(
        Message(
            "The connection to {address} was lost: {reason}",
            address=address,
            reason=first_line(error),
        ),
        Message(
            "If a load was under way, the old graph or the new one is there; run it again once "
            "the server answers."
        ),
    )


def no_answer(error: Exception, address: ServerAddress) -> StoreError:
    """A server that was never reached."""
    return StoreError(
        Message("{address} does not answer: {reason}", address=address, reason=first_line(error)),
        Message(
            "Check that the server runs, that the address is right, and whether it wants an "
            "encrypted connection (neo4j+s://, bolt+s://)."
        ),
    )


def would_write() -> ReadOnlyError:
    """A statement that does not only read."""
    return ReadOnlyError(
        Message("This statement would change the graph."),
        Message("Only statements that read are run."),
    )


def first_line(error: Exception) -> str:
    """The part of a message that is for people."""
    text = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    if reason := re.search(r"\(reason (?:\[Errno -?\d+\] )?(.+?)\)", text):
        return reason[1]
    return text.splitlines()[0].rstrip(":")
