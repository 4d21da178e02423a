"""What a drawn picture is measured by: labels that overlap, and labels that leave the page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from visualizations.pictures.canvas import own_settings

_SLACK = 1.5
"""Points by which the boxes of letters are larger than what is seen of them."""


@dataclass(frozen=True)
class Crowding:
    """How labels lie.

    Attributes:
        labels: How many lines of text there are.
        overlapping: Pairs of lines that overlap.
        outside: Lines that leave the page.
    """

    labels: int
    overlapping: tuple[tuple[str, str], ...]
    outside: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share of the lines that overlap another one or leave the page."""
        touched = {line for pair in self.overlapping for line in pair} | set(self.outside)
        return len(touched) / self.labels if self.labels else 0.0


def crowding(figure: Figure) -> Crowding:
    """Measure how the labels of a picture lie, by the boxes that the renderer gives them.

    Args:
        figure: A drawn picture.
    """
    with own_settings():
        renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
        boxes = [
            (text.get_text(), _inner(text.get_window_extent(renderer)))
            for text in figure.findobj(Text)
            if isinstance(text, Text) and text.get_text().strip()
        ]
    page = figure.bbox
    return Crowding(
        len(boxes),
        tuple((a, b) for (a, one), (b, other) in combinations(boxes, 2) if one.overlaps(other)),
        tuple(
            said
            for said, box in boxes
            if box.x0 < page.x0 or box.x1 > page.x1 or box.y0 < page.y0 or box.y1 > page.y1
        ),
    )


def _inner(box: Bbox) -> Bbox:
    return Bbox.from_extents(box.x0 + _SLACK, box.y0 + _SLACK, box.x1 - _SLACK, box.y1 - _SLACK)
