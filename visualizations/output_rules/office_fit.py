"""How much room the text of a box takes, by the metrics of a packaged font, whatever the program says that drew it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from visualizations.briefing.measure import LEADING, Para, Run, lines_of, width_of
from visualizations.output_rules.office import Box, Paragraph

_USUAL = 18.0
"""Size of letters for which no size is declared: what PowerPoint gives them."""


@dataclass(frozen=True)
class Extent:
    """A rectangle.

    Attributes:
        left: Its left side.
        top: Its upper side.
        right: Its right side.
        bottom: Its lower side.
    """

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, box: Box) -> Extent:
        """All that a box takes."""
        return cls(box.left, box.top, box.left + box.width, box.top + box.height)

    def meets(self, other: Extent, least: float) -> bool:
        """Whether two have more in common than a strip of some width."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > least
            and min(self.bottom, other.bottom) - max(self.top, other.top) > least
        )

    def holds(self, other: Extent, least: float) -> bool:
        """Whether another lies in it, but for a strip of some width."""
        return (
            other.left >= self.left - least
            and other.top >= self.top - least
            and other.right <= self.right + least
            and other.bottom <= self.bottom + least
        )


def text_height(box: Box) -> float:
    """Height that a box needs for its text, with its insets."""
    _, above, _, below = box.insets
    return above + sum(_heights(box)) + below


def text_extent(box: Box) -> Extent:
    """What the text of a box takes within it."""
    left, above, _, below = box.insets
    spans = [_span(paragraph, _room(box)) for paragraph in box.paragraphs if paragraph.text]
    start = box.left + left + min((first for first, _ in spans), default=0)
    end = box.left + left + max((last for _, last in spans), default=0)
    height, inner = sum(_heights(box)), box.height - above - below
    top = box.top + above + {"ctr": (inner - height) / 2, "b": inner - height}.get(box.anchor, 0)
    return Extent(start, top, end, top + height)


def _room(box: Box) -> float:
    return box.width - box.insets[0] - box.insets[2]


def _heights(box: Box) -> Iterator[float]:
    room = _room(box)
    for number, paragraph in enumerate(box.paragraphs):
        leading = paragraph.leading or (paragraph.size or _USUAL) * LEADING
        lines = sum(lines_of(part, room - paragraph.indent) for part in _parts(paragraph))
        yield (paragraph.before if number else 0) + leading * lines


def _span(paragraph: Paragraph, room: float) -> tuple[float, float]:
    """From where to where the lines of a paragraph go, in the room that there is."""
    inner = room - paragraph.indent
    parts = _parts(paragraph)
    if any(lines_of(part, inner) > 1 for part in parts):
        return 0, room
    width = min(
        inner, max(sum(width_of(run.text, run.size) for run in part.runs) for part in parts)
    )
    start = {"ctr": (inner - width) / 2, "r": inner - width}.get(paragraph.align, 0.0)
    return start, start + width + paragraph.indent


def _parts(paragraph: Paragraph) -> list[Para]:
    """A paragraph by the lines that it is broken into by hand."""
    parts: list[list[Run]] = [[]]
    for one in paragraph.letters:
        for number, text in enumerate(one.text.split("\n")):
            if number:
                parts.append([])
            parts[-1].append(Run(text, "", one.size or _USUAL, one.bold, one.raised))
    return [Para(tuple(runs)) for runs in parts]
