"""An axis that covers the page, in points from its top left corner, and what is drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from visualizations.briefing.area import Area
from visualizations.briefing.lettering import LEADING, font_file
from visualizations.pictures.setting import INK, PAPER, Text

Point = tuple[float, float]

_BASELINE = 0.37
"""How far the baseline of letters lies below their middle, in sizes of the letters."""

_HEAD = 8.0
"""Length of the head of an arrow, in points."""


@contextmanager
def own_settings() -> Iterator[None]:
    """Matplotlib as it is without anybody's settings, and so that the same picture gives the same bytes."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.hashsalt": "enishi", "svg.fonttype": "path", "pdf.fonttype": 42})
        yield


class Canvas:
    """A page to draw on; nothing is made of it before all is drawn, so a page that is given up costs little.

    Args:
        width: Its width, in points.
        height: Its height, in points.

    Attributes:
        page: All of it.
    """

    def __init__(self, width: float, height: float) -> None:
        self.page = Area(0, 0, width, height)
        self._strokes: list[Callable[[Axes], Artist]] = []

    def figure(self) -> Figure:
        """All that was drawn, as a figure."""
        with own_settings():
            size = self.page.width / 72, self.page.height / 72
            figure = Figure(figsize=size, dpi=72, facecolor=PAPER)
            FigureCanvasAgg(figure)
            axes: Axes = figure.add_axes((0, 0, 1, 1))
            axes.set_axis_off()
            axes.set_xlim(0, self.page.width)
            axes.set_ylim(self.page.height, 0)
            for stroke in self._strokes:
                stroke(axes)
        return figure

    def text(self, text: Text, x: float, top: float, *, align: str = "left") -> float:
        """Write lines under one another.

        Args:
            text: The lines.
            x: Where they begin, have their middle, or end.
            top: Where the first line begins.
            align: `left`, `center` or `right`.

        Returns:
            Where the last line ends.
        """
        for line, size, colour in text.lines:
            self._line(line, x, top + size * LEADING / 2, size, colour, align)
            top += size * LEADING
        return top

    def in_middle(self, text: Text, x: float, y: float) -> None:
        """Write lines around a point."""
        self.text(text, x, y - text.height / 2, align="center")

    def sign(self, sign: str, x: float, y: float, size: float, colour: str = INK) -> None:
        """Write a sign around a point."""
        self._line(sign, x, y, size, colour, "center")

    def _line(self, line: str, x: float, y: float, size: float, colour: str, align: str) -> None:
        def stroke(axes: Axes) -> Artist:
            return axes.text(
                x, y + size * _BASELINE, line, color=colour, ha=align, va="baseline", parse_math=False, zorder=5,
                fontproperties=FontProperties(fname=font_file(), size=size),
            )  # fmt: skip

        self._strokes.append(stroke)

    def line(
        self,
        points: Sequence[Point],
        colour: str = INK,
        width: float = 1.0,
        dashes: Sequence[float] = (),
        *,
        behind: bool = False,
    ) -> None:
        """Draw a line through points."""
        self.path(Path(list(points)), "none", colour, width, dashes, behind=behind)

    def tie(
        self,
        path: Path,
        colour: str,
        width: float,
        dashes: Sequence[float] = (),
        *,
        behind: bool = False,
    ) -> None:
        """Draw a line along a path."""
        self.path(path, "none", colour, width, dashes, behind=behind)

    def arrow(
        self,
        path: Path,
        colour: str,
        width: float,
        dashes: Sequence[float] = (),
        *,
        behind: bool = False,
    ) -> None:
        """Draw a line along a path that points to its end."""
        self.tie(path, colour, width, dashes, behind=behind)
        points = np.asarray(path.vertices)
        tip, way = points[-1], points[-1] - points[-2]
        way = way / max(1e-6, float(np.hypot(*way)))
        back, side = tip - way * _HEAD, np.array([-way[1], way[0]]) * _HEAD * 0.45
        head = Path([tuple(tip), tuple(back + side), tuple(back - side), tuple(tip)], closed=True)
        self.path(head, colour, "none", 0.0, behind=behind)

    def rectangle(
        self,
        box: Area,
        fill: str = "none",
        border: str = "none",
        width: float = 1.0,
        dashes: Sequence[float] = (),
        *,
        hatch: str = "",
        behind: bool = False,
    ) -> None:
        """Draw a rectangle."""

        def stroke(axes: Axes) -> Artist:
            return axes.add_patch(Rectangle(
                (box.left, box.top), box.width, box.height, facecolor=fill, edgecolor=border, zorder=0 if behind else 2,
                linewidth=width if border != "none" else 0, linestyle=_style(dashes, width), hatch=hatch or None,
            ))  # fmt: skip

        self._strokes.append(stroke)

    def path(
        self,
        path: Path,
        fill: str,
        border: str,
        width: float,
        dashes: Sequence[float] = (),
        *,
        behind: bool = False,
    ) -> None:
        """Draw a path."""

        def stroke(axes: Axes) -> Artist:
            return axes.add_patch(PathPatch(
                path, facecolor=fill, edgecolor=border, linewidth=width, linestyle=_style(dashes, width),
                joinstyle="miter", capstyle="butt", zorder=1 if behind else 3,
            ))  # fmt: skip

        self._strokes.append(stroke)


def _style(dashes: Sequence[float], width: float) -> tuple[float, tuple[float, ...] | None]:
    """A style of line; matplotlib counts dashes in widths of the line, and here they are lengths in points."""
    return (0, tuple(dash / max(width, 0.1) for dash in dashes) if dashes else None)
