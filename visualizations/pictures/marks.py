"""Signs of what happened in time, and lines of what led to what, with their legend.

A day is a sign; a month, a season or a range is a bar over all of it, so that nothing looks more exact than its source.
What is to come is hollow, and what is only expected or not confirmed says so by its look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matplotlib.path import Path

from graphmodel.claims import OURS
from visualizations.briefing.area import Area
from visualizations.pictures.canvas import Canvas, Point
from visualizations.pictures.outlines import outline
from visualizations.pictures.page import Key
from visualizations.pictures.setting import INK, NOTE, PAPER, SOFT, Said, Setting

MARK = 11.0
"""Size of the sign of a day, in points."""

_BAR = 7.0
_PERIOD = "#C3CBD3"


class Sure(StrEnum):
    """How sure a date is: each has a look of its own, which needs no colour."""

    DONE = "done"
    PLANNED = "planned"
    EXPECTED = "expected"
    NOT_CONFIRMED = "not_confirmed"


_DASHES: Mapping[Sure, tuple[float, ...]] = {Sure.PLANNED: (4.0, 2.5), Sure.EXPECTED: (1.5, 2.0)}
SHAPES = {"Meeting": "ellipse", "Agreement": "box"}
"""Shape of the sign of each kind; whatever is neither is a diamond."""


@dataclass(frozen=True)
class Row:
    """Something with a date.

    Attributes:
        key: Names it.
        name: What it is.
        when: Its date as its source gives it, with what is to be known of it.
        sources: Ids of the sources behind it.
        kind: Label of its kind.
        span: First and last day that it may lie on or cover, ISO; None if nothing says when.
        point: Whether it is a day or a few, known to the day.
        sure: How sure its date is.
        mark: Whether sources differ on it.
        beside: What stands beside its sign.
        weight: Which go first where there is no room: those of the greatest weight; of weight 0 they go last.
    """

    key: str
    name: Said
    when: Said
    sources: tuple[str, ...]
    kind: str = ""
    span: tuple[str, str] | None = None
    point: bool = False
    sure: Sure = Sure.DONE
    mark: bool = False
    beside: Said | None = None
    weight: int = 1


@dataclass(frozen=True)
class Link:
    """That one row led to another, or was announced with it.

    Attributes:
        start: Key of the earlier row.
        end: Key of the later one.
        kind: `stated`, `listed` or `co_announced`.
    """

    start: str
    end: str
    kind: str


def draw_mark(canvas: Canvas, row: Row, box: Area) -> None:
    """Draw the sign of a row into a box: a shape for a day, a bar for a period."""
    hollow = row.sure is not Sure.DONE
    fill = PAPER if hollow else SOFT
    dashes = _DASHES.get(row.sure, ())
    x, y = box.middle
    if row.point and box.width <= MARK + 0.1:
        shape = SHAPES.get(row.kind, "diamond")
        canvas.path(outline(shape, x, y, box.width, box.height), fill, SOFT, 1.2, dashes)
        return
    bar = Area(box.left, y - _BAR / 2, box.width, _BAR)
    hatch = "////" if row.sure is Sure.NOT_CONFIRMED else ""
    canvas.rectangle(bar, fill if hollow or row.point else _PERIOD, SOFT, 1.1, dashes, hatch=hatch)


def draw_link(canvas: Canvas, kind: str, points: Sequence[Point]) -> None:
    """Draw a link: solid if a source states it, dashed if it only lists it, without an arrow if announced together."""
    dashes = {"listed": (3.5, 3.0), "co_announced": (1.0, 2.0)}.get(kind, ())
    draw = canvas.tie if kind == "co_announced" else canvas.arrow
    draw(Path(list(points)), INK, 1.2, dashes)


def legend_of(setting: Setting, rows: Sequence[Row], links: Sequence[Link]) -> list[Key]:
    """The legend of what is shown."""
    found: list[Key] = []

    def mark(name: str, row: Row, wide: float) -> None:
        def draw(canvas: Canvas, box: Area) -> None:
            x, y = box.middle
            draw_mark(canvas, row, Area(x - wide / 2, y - MARK / 2, wide, MARK))

        found.append(Key(setting.phrase(name), draw))

    def sample(point: bool, kind: str = "Meeting", sure: Sure = Sure.DONE) -> Row:
        return Row("", {}, {}, (OURS,), kind, None, point, sure)

    for name, kinds in (("key_meeting", ("Meeting",)), ("key_document", ("Agreement",))):
        if any(row.kind in kinds and row.point for row in rows):
            mark(name, sample(True, kinds[0]), MARK)
    if any(row.kind not in SHAPES and row.point for row in rows):
        mark("key_other", sample(True, "Call"), MARK)
    if any(row.span and not row.point and row.sure is Sure.DONE for row in rows):
        mark("key_period", sample(False), 24)
    for sure in Sure:
        if sure is not Sure.DONE and any(row.sure is sure and row.span for row in rows):
            mark(f"key_{sure}", sample(False, sure=sure), 24)
    for kind in ("stated", "listed", "co_announced"):
        if any(link.kind == kind for link in links):
            found.append(Key(setting.phrase(f"key_{kind}"), _line(kind)))
    if any(row.mark for row in rows):
        found.append(
            Key(
                setting.phrase("key_differ"),
                lambda canvas, box: canvas.sign("▲", *box.middle, NOTE),
            )
        )
    return found


def _line(kind: str) -> Callable[[Canvas, Area], None]:
    def draw(canvas: Canvas, box: Area) -> None:
        y = box.middle[1]
        draw_link(canvas, kind, [(box.left, y), (box.right, y)])

    return draw
