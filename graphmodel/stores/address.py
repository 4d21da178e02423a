"""Where a shared graph is: a server's address, and who asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graphmodel.errors import UsageError
from graphmodel.messages import Message

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def is_address(text: str) -> bool:
    """Whether a text is meant as an address, not as the name of a file; it may be a wrong one."""
    return "://" in text or text.lower().startswith(tuple(f"{scheme}:" for scheme in SCHEMES))


@dataclass(frozen=True)
class ServerAddress:
    """A database on a server, and who asks.

    Attributes:
        uri: `bolt://…` for one server, `neo4j://…` for a cluster; `+s` for an encrypted connection.
        username: The user.
        password: The user's password; it is never shown.
        database: The database; "" for the user's own.
    """

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = ""

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.uri)
            whole = parts.hostname and parts.port != 0
        except ValueError:
            parts, whole = urlsplit(""), False
        if parts.scheme not in SCHEMES or not whole or parts.path.strip("/") or parts.query:
            shown = self.uri.rpartition("@")[2]
            raise UsageError(
                Message("{shown} is no address of a server.", shown=shown),
                Message(
                    "Write it as bolt://localhost:7687; it may begin with {schemes}.",
                    schemes=", ".join(SCHEMES),
                ),
            )
        if parts.username is not None:
            raise UsageError(
                Message("An address may not hold a user or password: others see what is typed."),
                Message("Set NEO4J_USERNAME and NEO4J_PASSWORD in the environment."),
            )

    def __str__(self) -> str:
        return f"{self.uri}/{self.database}" if self.database else self.uri
