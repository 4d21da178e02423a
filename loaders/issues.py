"""Findings about files: what is wrong, where, and what to do. Nothing is dropped without one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from graphmodel.kinds import FieldSpec, TieField
from graphmodel.labels import property_label
from graphmodel.messages import Message, Term

HARMLESS = frozenset(
    [
        *("orphan", "uncited-source", "file-name", "form", "idle-accept"),
        *("no-name", "gloss", "half-width", "not-its-word", "not-ours", "country-name", "list-form"),
        *("our-day", "in-the-future", "withdrawn-ahead", "no-day", "few-parties", "party-level", "secondary-alone", "no-office"),
        *("no-forum", "no-meeting-day", "no-role", "nowhere"),
        *("share-amount", "no-currency", "no-fiscal-year", "no-method", "due-as-printed"),
        *("no-issuer", "no-document"),
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
    message: Message
    hint: Message

    @property
    def blocking(self) -> bool:
        """Whether a graph built from the record would be wrong or lack something."""
        return self.code not in HARMLESS

    @property
    def told(self) -> Message:
        """The whole finding in one line, with the place as editors and terminals read it."""
        return Message(
            "{file}:{line}: {says} [{code}]",
            file=self.file,
            line=self.line,
            says=self.message.then(self.hint),
            code=self.code,
        )

    def __str__(self) -> str:
        return str(self.told)


def did_you_mean(word: str, known: Iterable[str], otherwise: Message = Message()) -> Message:  # noqa: B008
    """A suggestion of the known word that is nearest, or what to say if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.75)
    return Message("Did you mean {near}?", near=near[0]).then(otherwise) if near else otherwise


def what_to_write(field: FieldSpec | TieField) -> Message:
    """The hint where a value is missing or wrong: what it says."""
    return Message("{what}", what=Term(field.description, property_label(field.name, "ja")))
