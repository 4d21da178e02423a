"""The one base class of the errors that a user can do something about."""

from __future__ import annotations

from graphmodel.messages import Message


class EnishiError(Exception):
    """An error told to a person: what is wrong, and what to do.

    Args:
        message: What is wrong, and where.
        hint: What to do about it; empty if the message says so.
    """

    exit_code = 1

    def __init__(self, message: Message, hint: Message = Message()) -> None:  # noqa: B008 - it cannot be changed
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def told(self) -> Message:
        """Both, line by line."""
        return Message.joined([self.message, self.hint])

    def __str__(self) -> str:
        return str(self.told)


class UsageError(EnishiError):
    """A command, parameter or query that cannot be run as it was given."""

    exit_code = 2
