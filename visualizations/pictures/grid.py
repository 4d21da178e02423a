"""Tables as pictures: headings, names of rows, and a few letters in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visualizations.labels import wrap
from visualizations.pictures.canvas import Box
from visualizations.pictures.lettering import widest, width_of
from visualizations.pictures.page import Page
from visualizations.pictures.setting import BODY, INK, NOTE, RULE, SOFT, Said, Setting, Text

_PAD = 4.0
_TALLEST = 26.0
LEAST_COLUMN = 61.0
"""Width of a column that the longest names of countries fit into."""


@dataclass(frozen=True)
class Cell:
    """A cell.

    Attributes:
        text: What stands in it.
        faint: Whether it stands back.
        shaded: Whether it is no cell at all.
    """

    text: Said | None = None
    faint: bool = False
    shaded: bool = False


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


def draw_grid(setting: Setting, page: Page, grid: Grid) -> None:
    """Draw a table into the body of a page.

    Args:
        setting: What it is drawn for.
        page: The page.
        grid: The table.
    """
    body = page.body
    names = [_name_columns(setting, [name for name, _ in grid.rows])]
    left = body.left + sum(width for width, _ in names[0]) + 4
    wide = (body.right - left) / max(1, len(grid.columns))
    heads = [_heading(setting, said, wide - 4) for said in grid.columns]
    head = max((each.height for each in heads), default=0) + _PAD
    tall = min(_TALLEST, (body.height - head) / max(1, len(grid.rows)))
    for i, text in enumerate(heads):
        page.text(text, left + wide * (i + 0.5), body.top + head - _PAD - text.height, align="center")
    for j, (name, cells) in enumerate(grid.rows):
        top = body.top + head + j * tall
        if j == grid.strong:
            page.rectangle(Box(body.left, top, body.width, tall), "#EEF1F4", behind=True)
        page.line([(body.left, top), (body.right, top)], RULE, 0.6, behind=True)
        x = body.left + 2
        for width, size in names[0]:
            lang = setting.langs[names[0].index((width, size))]
            text = Text(((setting.lacking.replaced(name[lang]), size, INK if lang == setting.lang else SOFT),))
            page.text(text, x, top + (tall - text.height) / 2)
            x += width
        for i, cell in enumerate(cells):
            box = Box(left + wide * i, top, wide, tall)
            if cell.shaded:
                page.rectangle(box, "#F6F7F9", behind=True)
            if cell.text:
                page.in_middle(_cell(setting, cell), *box.middle)
    bottom = body.top + head + len(grid.rows) * tall
    page.line([(body.left, bottom), (body.right, bottom)], RULE, 0.6, behind=True)
    for i in range(len(grid.columns) + 1):
        x = left + wide * i
        page.line([(x, body.top + head), (x, bottom)], RULE, 0.4, behind=True)


def most_columns(setting: Setting, page: Page, names: Sequence[Said]) -> int:
    """How many columns find room beside the names of rows."""
    left = sum(width for width, _ in _name_columns(setting, names)) + 4
    return int((page.body.width - left) / LEAST_COLUMN)


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
        found = wrap(text, width / NOTE, 7) if width_of(text, NOTE) > width else (text,)
        lines += [(line, NOTE, colour) for line in found]
    return Text(tuple(lines))


def _cell(setting: Setting, cell: Cell) -> Text:
    assert cell.text
    colour = SOFT if cell.faint else INK
    size = NOTE if cell.faint else BODY
    return Text(((cell.text[setting.lang], size, colour),))


