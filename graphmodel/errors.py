"""The one base class of the errors that a user can do something about."""

from __future__ import annotations


class EnishiError(Exception):
    """An error told to a person: what is wrong, and what to do.

    Args:
        message: What is wrong, and where.
        hint: What to do about it; empty if the message says so.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UsageError(EnishiError):
    """A command, parameter or query that cannot be run as it was given."""

    exit_code = 2
