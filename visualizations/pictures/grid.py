"""Tables as pictures: headings, names of rows, and a few letters in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visualizations.briefing.area import Area
from visualizations.briefing.lettering import longest, widest, width_of, wrapped
from visualizations.pictures.page import Page
from visualizations.pictures.setting import BODY, INK, NOTE, RULE, SOFT, Said, Setting, Text

_PAD = 4.0
_TALLEST = 26.0
_HEAD_GAP = 3.0
LEAST_ROW = 15.5
"""Height of a row that letters of its size need."""


@dataclass(frozen=True)
class Cell:
    """A cell.

    Attributes:
        text: What stands in it.
        faint: Whether it stands back.
        shaded: Whether it is no cell at all.
        note: Number of a source, which stands in its corner.
    """

    text: Said | None = None
    faint: bool = False
    shaded: bool = False
    note: str = ""


@dataclass(frozen=True)
class Grid:
    """A table.

    Attributes:
        columns: Heading of each column.
        rows: Name of each row, and its cells.
        strong: Place of the row that is set off from the others: that of our side; -1 for none.
    """

    columns: Sequence[Said]
    rows: Sequence[tuple[Said, Sequence[Cell]]]
    strong: int = 0


class Laid:
    """A table laid out on a page.

    Args:
        setting: What it is drawn for.
        page: The page.
        grid: The table.
    """

    def __init__(self, setting: Setting, page: Page, grid: Grid) -> None:
        self._setting, self._page, self._grid = setting, page, grid
        self._names = _name_columns(setting, [name for name, _ in grid.rows])
        body = page.body
        self._left = body.left + sum(width for width, _ in self._names) + 4
        self._wide = (body.right - self._left) / max(1, len(grid.columns))
        self._heads = [_heading(setting, said, self._wide - _HEAD_GAP) for said in grid.columns]
        self._head = max((each.height for each in self._heads), default=0) + _PAD

    @property
    def row_height(self) -> float:
        """Height of a row."""
        room = self._page.body.height - self._head
        return min(_TALLEST, room / max(1, len(self._grid.rows)))

    @property
    def fits(self) -> bool:
        """Whether rows are as high as their letters, and no word of a heading is wider than its column."""
        return self._broken == -1 and self.row_height >= LEAST_ROW

    @property
    def _broken(self) -> int:
        """The first column of whose heading a word is wider than the column; -1 if there is none."""
        room = self._wide - _HEAD_GAP
        return next(
            (
                i
                for i, said in enumerate(self._grid.columns)
                if any(longest(text, NOTE) > room for text in said.values())
            ),
            -1,
        )

    @property
    def worst(self) -> int:
        """The column whose heading takes most room, or is broken inside of a word."""
        if self._broken > 0:
            return self._broken
        return max(
            range(len(self._heads)), key=lambda i: (self._heads[i].height, self._heads[i].width, i)
        )

    def draw(self) -> None:
        """Draw it into the body of the page."""
        page, body, left, wide = self._page, self._page.body, self._left, self._wide
        under = body.top + self._head
        for i, text in enumerate(self._heads):
            page.text(text, left + wide * (i + 0.5), under - _PAD - text.height, align="center")
        for j, (name, cells) in enumerate(self._grid.rows):
            top = under + j * self.row_height
            if j == self._grid.strong:
                page.rectangle(
                    Area(body.left, top, body.width, self.row_height), "#EEF1F4", behind=True
                )
            page.line([(body.left, top), (body.right, top)], RULE, 0.6, behind=True)
            self._name(name, top)
            for i, cell in enumerate(cells):
                self._cell(cell, Area(left + wide * i, top, wide, self.row_height))
        bottom = under + len(self._grid.rows) * self.row_height
        page.line([(body.left, bottom), (body.right, bottom)], RULE, 0.6, behind=True)
        for i in range(len(self._grid.columns) + 1):
            page.line([(left + wide * i, under), (left + wide * i, bottom)], RULE, 0.4, behind=True)

    def _name(self, name: Said, top: float) -> None:
        """The name of a row, each language in a column of its own."""
        x = self._page.body.left + 2
        for lang, (width, size) in zip(self._setting.langs, self._names, strict=True):
            colour = INK if lang == self._setting.lang else SOFT
            text = Text(((self._setting.lacking.replaced(name[lang]), size, colour),))
            self._page.text(text, x, top + (self.row_height - text.height) / 2)
            x += width

    def _cell(self, cell: Cell, box: Area) -> None:
        if cell.shaded:
            self._page.rectangle(box, "#F6F7F9", behind=True)
        if cell.text:
            x, y = box.middle
            self._page.in_middle(_cell(self._setting, cell), x - width_of(cell.note, NOTE) / 2, y)
        if cell.note:
            note = Text(((cell.note, NOTE, SOFT),))
            self._page.text(note, box.right - 3, box.top + 0.5, align="right")


def _name_columns(setting: Setting, names: Sequence[Said]) -> list[tuple[float, float]]:
    """Width and size of the names of rows, a column for each language, so that rows stay low."""
    sizes = [BODY if lang == setting.lang else NOTE for lang in setting.langs]
    return [
        (widest([name[lang] for name in names], size) + 8, size)
        for lang, size in zip(setting.langs, sizes, strict=True)
    ]


def _heading(setting: Setting, said: Said, width: float) -> Text:
    """A heading, broken between words; never inside of a name."""
    lines: list[tuple[str, float, str]] = []
    for lang in setting.langs:
        text = setting.lacking.replaced(said[lang])
        if lang != setting.lang and text == said[setting.lang]:
            continue
        colour = INK if lang == setting.lang else SOFT
        found = wrapped(text, NOTE, width, 7)
        lines += [(line, NOTE, colour) for line in found]
    return Text(tuple(lines))


def _cell(setting: Setting, cell: Cell) -> Text:
    assert cell.text
    colour = SOFT if cell.faint else INK
    size = NOTE if cell.faint else BODY - 1 if cell.note else BODY
    return Text(((cell.text[setting.lang], size, colour),))
