"""Findings about files: what is wrong, where, and what to do. Nothing is dropped without one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

HARMLESS = frozenset(
    [
        *("orphan", "uncited-source", "file-name", "form", "idle-accept"),
        *("no-name", "gloss", "half-width", "not-its-word", "not-ours", "country-name", "list-form"),
        *("our-day", "in-the-future", "no-day", "few-parties", "party-level", "secondary-alone", "no-office"),
        *("no-forum", "no-meeting-day", "no-role", "nowhere"),
        *("only-ours", "no-address", "bad-address", "copy", "same-address", "copy-as-original"),
    ]
)  # fmt: skip
"""Codes of findings despite which a graph can be built that is right and whole."""


class Issue(NamedTuple):
    """One finding.

    Attributes:
        file: File name, relative to the record's folder.
        line: Line in it, from 1.
        code: Short name of the kind of finding (`unknown-key`).
        message: What is wrong.
        hint: What to do.
    """

    file: str
    line: int
    code: str
    message: str
    hint: str

    @property
    def blocking(self) -> bool:
        """Whether a graph built from the record would be wrong or lack something."""
        return self.code not in HARMLESS

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} {self.hint}".rstrip() + f" [{self.code}]"


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A suggestion of the known word that is nearest, or what to say if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.75)
    return f"Did you mean {near[0]}? {otherwise}".rstrip() if near else otherwise
