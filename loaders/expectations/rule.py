"""What an expectation is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphmodel.messages import Message
from loaders.entities import Placed
from loaders.known import Known
from loaders.register import Registered

Found = Iterator[tuple[Placed | Registered | str, Message]]
"""Where (what is written, or an entity's id), and what is wrong there."""


@dataclass(frozen=True)
class Expectation:
    """One rule.

    Attributes:
        code: Its name in findings.
        about: What it is about: a kind, a tie, or any of several.
        rule: What is expected.
        hint: What to do where it is not so.
        find: Finds where it is not so; given the record and the day of the check (ISO; empty if there is none).
    """

    code: str
    about: str
    rule: str
    hint: Message
    find: Callable[[Known, str], Found]
