"""What may stand beside a value, or at the top of a file, and how it is read."""

from __future__ import annotations

from graphmodel.dates import PartialDate
from graphmodel.messages import Message, reason_of
from graphmodel.vocab import Handling, Vocabulary
from loaders.issues import did_you_mean
from loaders.yamltree import Mapping, Scalar, Tree

CAREFUL = ("handling", "recorded_on", "withdrawn_on")
"""What may stand in a folder of one's own only."""

OWN_HANDLING = Handling.INTERNAL.value
"""Handling in a folder of one's own where a file says none: what was forgotten does not travel."""


def careful(mapping: Mapping, *, own: bool) -> dict[str, str]:
    """How what a mapping says is handled, when it was recorded and when withdrawn, by the claim's own names.

    Args:
        mapping: A file's tree, or what stands beside a value.
        own: Whether it is in a folder of one's own; elsewhere none of these may stand.

    Raises:
        ProblemError: If one stands where it must not, or is none.
    """
    said = {}
    for key in CAREFUL:
        node = mapping.items.get(key)
        if node is None:
            continue
        if not own:
            raise ProblemError(
                mapping.lines.get(key, node.line),
                "own-only",
                Message("`{key}` stands only in a folder of your own.", key=key),
                Message(
                    "Delete it; or keep the file in a folder of your own, and name that by --records."
                ),
            )
        text = scalar(node, key)
        said[key] = word(key, text, Handling) if key == "handling" else date(key, text, day=True)
    return said


class ProblemError(Exception):
    """Something that cannot be read, with its place in the file and what to do."""

    def __init__(self, line: int, code: str, message: Message, hint: Message = Message()) -> None:  # noqa: B008
        super().__init__(message)
        self.line, self.code, self.message, self.hint = line, code, message, hint


def scalar(tree: Tree, name: str) -> Scalar:
    """One piece of text."""
    if not isinstance(tree, Scalar):
        raise ProblemError(
            tree.line,
            "no-value",
            Message("`{key}` is plain text here.", key=name),
            Message("Write one value."),
        )
    return tree


def word(key: str, text: Scalar, words: type[Vocabulary]) -> str:
    """A word of a vocabulary."""
    if not words.has(text.text):
        known = ", ".join(filter(None, words))
        raise ProblemError(
            text.line,
            "bad-value",
            Message(
                "`{key}`: {text!r} is not one of {known}.", key=key, text=text.text, known=known
            ),
            did_you_mean(text.text, words),
        )
    return text.text


def date(key: str, text: Scalar, *, day: bool = False) -> str:
    """A date in its canonical form; a whole day, where that is asked for."""
    try:
        date = PartialDate.parse(text.text)
    except ValueError as error:
        raise ProblemError(
            text.line, "bad-date", Message("`{key}`: {reason}.", key=key, reason=reason_of(error))
        ) from None
    if day and not date.is_day:
        raise ProblemError(
            text.line,
            "bad-date",
            Message("`{key}`: {text} is no day.", key=key, text=text.text),
            Message("Write it as 2026-11-25."),
        )
    return date.text
