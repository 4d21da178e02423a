"""Where saved queries and the statements of the tool itself are, and the text of the latter."""

from __future__ import annotations

from functools import cache
from pathlib import Path

LIBRARY = Path(__file__).parent / "library"
"""Folder of the shipped queries."""

INTERNAL = Path(__file__).parent / "internal"
"""Folder of the statements that the tool itself needs."""


@cache
def internal(name: str) -> str:
    """The text of a statement that the tool itself needs."""
    return (INTERNAL / f"{name}.cypher").read_text(encoding="utf-8")
