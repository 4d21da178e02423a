"""Native shapes on a slide of python-pptx: boxes with text, tables, and lines that are glued to boxes.

Only shapes whose four sides are the places where lines may be glued are used. All is in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para
from visualizations.deck.text_frames import INSET, INSET_Y, write_text

_SHAPES = {
    "rect": MSO_SHAPE.RECTANGLE,
    "rounded": MSO_SHAPE.ROUNDED_RECTANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
}
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)
_PLAIN_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""PowerPoint's own style of tables that has nothing but lines."""


@dataclass(frozen=True)
class Line:
    """How a line or an outline is drawn.

    Attributes:
        colour: Its colour, as 4A5A6A.
        width: Its width in points.
        dash: `dash`, `sysDot`, or empty for a solid line.
        double: Whether it is two lines.
    """

    colour: str = "4A5A6A"
    width: float = 1.0
    dash: str = ""
    double: bool = False


class Canvas:
    """A slide that is drawn on.

    Args:
        sheet: The slide.
    """

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self._first: Any = None

    def box(
        self,
        area: Area,
        paras: Sequence[Para] = (),
        *,
        name: str,
        shape: str = "rect",
        fill: str = "",
        line: Line | None = None,
        anchor: str = "middle",
        alt: str = "",
    ) -> Any:
        """A box, with text in it or without.

        Args:
            area: Where it stands.
            paras: Its text.
            name: Its name, as the list of objects of an office program shows it.
            shape: `rect`, `rounded` or `diamond`.
            fill: Its colour; empty for none.
            line: Its outline; none if it has none.
            anchor: Where text stands in it: `top`, `middle` or `bottom`.
            alt: What it shows, for those who do not see it.

        Returns:
            The shape.
        """
        made: Any
        if shape == "rect" and not fill and line is None:
            made = self.sheet.shapes.add_textbox(*_emu(area))
        else:
            made = self.sheet.shapes.add_shape(_SHAPES[shape], *_emu(area))
            _unstyled(made._element)
            if shape == "rounded":
                made.adjustments[0] = min(0.5, 6 / max(1.0, min(area.width, area.height)))
            _filled(made, fill)
            _lined(made.line, line)
        made.name = name
        if alt:
            _described(made._element, alt)
        write_text(made.text_frame, paras, anchor)
        if self._first is None and name.startswith("node:"):
            self._first = made._element
        return made

    def join(
        self, start: Any, end: Any, line: Line, *, name: str, arrow: bool = False, alt: str = ""
    ) -> None:
        """A straight line behind all boxes, glued to two of them at the sides that face each other.

        Args:
            start: Box that it leaves.
            end: Box that it reaches.
            line: How it is drawn.
            name: Its name.
            arrow: Whether it points to its end.
            alt: What it shows.
        """
        leaving, reaching = _sides(start, end)
        made = self.sheet.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
        made.begin_connect(start, leaving)
        made.end_connect(end, reaching)
        made.name = name
        _unstyled(made._element)
        _lined(made.line, line)
        if arrow:
            made.line._get_or_add_ln().append(
                parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle" w="med" len="med"/>')
            )
        if alt:
            _described(made._element, alt)
        if self._first is not None:
            self._first.addprevious(made._element)

    def table(
        self,
        area: Area,
        widths: Sequence[float],
        rows: Sequence[tuple[float, Sequence[Sequence[Para]]]],
        *,
        name: str,
        alt: str,
        heading_fill: str,
        line: Line,
    ) -> None:
        """A native table, whose first row holds the headings.

        Args:
            area: Where it stands.
            widths: Widths of the columns.
            rows: Height and cells of each row.
            name: Its name.
            alt: What it shows.
            heading_fill: Colour of the first row.
            line: How its lines are drawn.
        """
        frame = self.sheet.shapes.add_table(len(rows), len(widths), *_emu(area))
        frame.name = name
        _described(frame._element, alt)
        table = frame.table
        style = table._tbl.tblPr.find(qn("a:tableStyleId"))
        style.text = _PLAIN_GRID
        table.horz_banding = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Pt(width)
        for number, (row, (height, cells)) in enumerate(zip(table.rows, rows, strict=True)):
            row.height = Pt(height)
            for cell, paras in zip(row.cells, cells, strict=True):
                write_text(cell.text_frame, paras, "middle" if not number else "top")
                cell.margin_left = cell.margin_right = Pt(INSET)
                cell.margin_top = cell.margin_bottom = Pt(INSET_Y)
                _bordered(cell, line)
                if not number:
                    cell.fill.solid()
                    cell.fill.fore_color.rgb = _rgb(heading_fill)
                else:
                    cell.fill.background()


def _sides(start: Any, end: Any) -> tuple[int, int]:
    """The sides by which two boxes face each other."""
    dx = (end.left + end.width / 2) - (start.left + start.width / 2)
    dy = (end.top + end.height / 2) - (start.top + start.height / 2)
    gap_x = abs(dx) - (start.width + end.width) / 2
    gap_y = abs(dy) - (start.height + end.height) / 2
    if gap_x >= gap_y:
        return (_RIGHT, _LEFT) if dx > 0 else (_LEFT, _RIGHT)
    return (_BOTTOM, _TOP) if dy > 0 else (_TOP, _BOTTOM)


def _emu(area: Area) -> tuple[Pt, Pt, Pt, Pt]:
    return Pt(area.left), Pt(area.top), Pt(area.width), Pt(area.height)


def _unstyled(element: Any) -> None:
    """Without the theme's shadow and colours."""
    style = element.find(qn("p:style"))
    if style is not None:
        element.remove(style)


def _filled(shape: Any, colour: str) -> None:
    if not colour:
        shape.fill.background()
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)


def _rgb(colour: str) -> Any:
    made: Any = RGBColor
    return made.from_string(colour)


def _lined(format_: Any, line: Line | None) -> None:
    if line is None:
        format_.fill.background()
        return
    format_.color.rgb = _rgb(line.colour)
    format_.width = Pt(line.width)
    ln = format_._get_or_add_ln()
    if line.dash:
        ln.append(parse_xml(f'<a:prstDash {nsdecls("a")} val="{line.dash}"/>'))
    if line.double:
        ln.set("cmpd", "dbl")


def _bordered(cell: Any, line: Line) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for side in ("lnL", "lnR", "lnT", "lnB"):
        properties.append(
            parse_xml(
                f'<a:{side} {nsdecls("a")} w="{Pt(line.width)}"><a:solidFill><a:srgbClr val="{line.colour}"/>'
                f"</a:solidFill></a:{side}>"
            )
        )


def _described(element: Any, text: str) -> None:
    next(element.iter(qn("p:cNvPr"))).set("descr", text)
