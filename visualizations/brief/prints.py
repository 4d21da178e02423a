"""Tells what was changed by hand in a brief: each of its paragraphs leaves a print in the file when it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from visualizations.brief.own import squeezed

PROPERTY = "EnishiPrints"
"""Name of the property that holds the prints."""


@dataclass(frozen=True)
class ByHand:
    """What was changed by hand in a brief, outside of the own text.

    Attributes:
        added: Paragraphs that were written or rewritten.
        gone: How many of the paragraphs that were made are no longer there as they were.
        unknown: Whether the file has no prints: it was not made here.
    """

    added: tuple[str, ...] = ()
    gone: int = 0
    unknown: bool = False

    def __bool__(self) -> bool:
        """Whether anything was."""
        return bool(self.added or self.gone or self.unknown)


def prints_of(texts: Iterable[str]) -> str:
    """The prints of paragraphs, in their order; empty ones leave none."""
    return " ".join(_print(text) for text in texts if squeezed(text))


def by_hand(texts: Iterable[str], prints: str | None) -> ByHand:
    """What differs between paragraphs and their prints.

    Args:
        texts: The paragraphs as they are now.
        prints: The prints; None if there are none.
    """
    if prints is None:
        return ByHand(unknown=True)
    left = Counter(prints.split())
    added = []
    for text in texts:
        if not squeezed(text):
            continue
        if left[_print(text)] > 0:
            left[_print(text)] -= 1
        else:
            added.append(text.strip())
    return ByHand(tuple(added), left.total())


def _print(text: str) -> str:
    return blake2b(squeezed(text).encode(), digest_size=4).hexdigest()
