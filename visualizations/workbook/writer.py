"""A workbook as an Excel file: sheets under frozen headings, pick-lists, marks, and what it was when it was written.

Two hidden sheets go with it: the words of the pick-lists, and each cell as it was written, by which it is told later
what was changed. Nothing is in them that is not in the sheets that are seen.
"""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from graphmodel.dates import is_iso_day
from graphmodel.vocab import Vocabulary
from loaders.sheets import letter_of
from visualizations.coverage import coverage_line
from visualizations.sheet import DAY_FORMAT, FONT, cut, text_width
from visualizations.workbook.columns import Column
from visualizations.workbook.contents import Contents
from visualizations.workbook.rows import Filled

STATE = "_enishi"
"""Hidden sheet of what the workbook was when it was written."""

VERSION = "1"
"""Version of that sheet."""

LISTS = "_lists"
"""Hidden sheet of the words of the pick-lists."""

_A3, _A4 = 8, 9
_ID_WIDTH, _NARROWEST, _WIDEST, _LABEL_WIDTH, _TEXT_WIDTH = 22, 9, 44, 20, 110
_LINE, _MOST_LINES = 15.0, 8
"""Height of a line in points; lines of a row that are shown at once."""

_PAGE_WIDTH = 230
"""Letters that stand beside one another on a printed page."""


def workbook(contents: Contents) -> bytes:
    """The bytes of a workbook; the same contents give the same bytes.

    Args:
        contents: What it holds.
    """
    return _Writer(contents).bytes()


def _looks(lang: str) -> dict[str, dict[str, object]]:
    """Formats by name; what may be changed is told by a tint, a frame and a dark heading."""
    look: dict[str, object] = {
        "font_name": FONT[lang],
        "font_size": 10,
        "valign": "top",
        "text_wrap": True,
    }
    edit = look | {"bg_color": "#FFF8E1", "border": 4, "border_color": "#B9A66B"}
    day = {"num_format": DAY_FORMAT[lang], "align": "left"}
    heading = look | {"bold": True, "bg_color": "#E7EDF3", "bottom": 1}
    return {
        "plain": look,
        "day": look | day,
        "edit": edit,
        "edit_day": edit | day,
        "id": look | {"font_color": "#5A6672", "text_wrap": False},
        "heading": heading,
        "edit_heading": heading | {"bg_color": "#2F4A63", "font_color": "#FFFFFF", "bottom": 2},
        "title": look | {"bold": True, "font_size": 14, "text_wrap": False},
        "label": look | {"bold": True},
    }  # fmt: skip


class _Writer:
    def __init__(self, contents: Contents) -> None:
        self._contents, self._lang = contents, contents.asked.lang
        self._stream = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._stream, {"in_memory": True})
        self._looks: dict[str, Format] = {
            name: self._book.add_format(look) for name, look in _looks(self._lang).items()
        }

    def bytes(self) -> bytes:
        """Write all of it."""
        imprint = self._contents.imprint
        self._book.set_properties(
            {
                "title": self._title(),
                "created": dt.datetime.fromisoformat(imprint.coverage.as_of),
                "status": imprint.mark(self._lang),
                "comments": imprint.foot(self._lang),
            }
        )
        self._about()
        lists = self._lists()
        for filled in self._contents.sheets:
            self._sheet(filled, lists)
        self._write_lists(lists)
        self._state()
        self._book.close()
        return self._stream.getvalue()

    def _say(self, name: str, **values: object) -> str:
        return self._contents.imprint.phrases.say(f"workbook.{name}", self._lang, **values)

    def _title(self) -> str:
        name = self._contents.focus
        return self._say("title_of", what=name) if name else self._say("title")

    def _marked(self, sheet: Worksheet) -> Worksheet:
        """The handling mark at the top right of every printed page, day and build at its foot."""
        imprint = self._contents.imprint
        mark, foot = (
            text.replace("&", "&&") for text in (imprint.mark(self._lang), imprint.foot(self._lang))
        )
        sheet.set_header(f"&L&A&R{mark}")
        sheet.set_footer(f"&L{foot}&R&P / &N")
        sheet.set_landscape()
        sheet.set_paper(_A4)
        return sheet

    # The first sheet ------------------------------------------------------------------------------------------------

    def _about(self) -> None:
        sheet = self._marked(self._book.add_worksheet(self._say("about")))
        sheet.write_string(0, 0, self._title(), self._looks["title"])
        row = 2
        for label, lines in self._said().items():
            sheet.write_string(row, 0, label, self._looks["label"])
            for line in lines:
                look = "edit" if line == self._say("cells_edit") else "plain"
                sheet.write_string(row, 1, line, self._looks[look])
                sheet.set_row(row, _LINE * lines_of(line, _TEXT_WIDTH))
                row += 1
        sheet.set_column(0, 0, _LABEL_WIDTH)
        sheet.set_column(1, 1, _TEXT_WIDTH)
        sheet.hide_gridlines(2)
        sheet.fit_to_pages(1, 0)

    def _said(self) -> dict[str, list[str]]:
        """What the first sheet says, by its headings."""
        asked, imprint, say = self._contents.asked, self._contents.imprint, self._say
        name = self._contents.focus
        chosen = say("range_of", what=name, n=asked.steps) if name else say("range_all")
        rows = [
            say("sheet_rows", sheet=filled.sheet.name.text(self._lang), n=len(filled.rows))
            for filled in self._contents.sheets
        ]
        left_out = [say("without_differences")] if self._contents.left_out else []
        return {
            say("handling"): [imprint.mark(self._lang)],
            say("day"): [imprint.foot(self._lang)],
            say("range"): [chosen, say("later")],
            say("coverage"): [coverage_line(imprint.coverage, self._lang)],
            say("sheets"): [*rows, *left_out],
            say("order"): [say("order_is")],
            say("cells"): [say("cells_edit"), say("cells_locked")],
            say("how"): [say("how_dates"), say("how_words"), say("how_rows")],
            say("back"): [say("back_command"), say("back_is")],
        }

    # The sheets of the record ---------------------------------------------------------------------------------------

    def _sheet(self, filled: Filled, lists: Mapping[type[Vocabulary], str]) -> None:
        columns, rows = filled.sheet.columns, filled.rows
        sheet = self._marked(self._book.add_worksheet(filled.sheet.name.text(self._lang)))
        widths: list[int] = []
        for number, column in enumerate(columns):
            look = self._looks["edit_heading" if column.editable else "heading"]
            heading = column.heading.text(self._lang)
            sheet.write_string(0, number, heading, look)
            texts = [heading, *(row.cells[number] for row in rows)]
            widest = min(max(map(text_width, texts)) + 2, _WIDEST)
            widths.append(max(widest, _NARROWEST) if number else _ID_WIDTH)
            sheet.set_column(number, number, widths[-1])
            if column.editable and column.field and column.field.vocabulary and rows:
                self._pick_list(sheet, number, len(rows), lists[column.field.vocabulary])
        for at, row in enumerate(rows, start=1):
            for number, (column, text) in enumerate(zip(columns, row.cells, strict=True)):
                self._cell(sheet, at, number, column, text)
            high = max(map(lines_of, row.cells[1:], widths[1:]))
            sheet.set_row(at, _LINE * min(high, _MOST_LINES))
        headings = [column.heading.text(self._lang) for column in columns]
        sheet.set_row(0, _LINE * max(map(lines_of, headings, widths)))
        frozen = 3 if filled.sheet.tie else 2
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        sheet.set_paper(_A3)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, frozen - 1)
        sheet.fit_to_pages(math.ceil(sum(widths) / _PAGE_WIDTH), 0)

    def _cell(self, sheet: Worksheet, row: int, number: int, column: Column, text: str) -> None:
        look = "edit" if column.editable else "plain" if number else "id"
        if column.field and column.field.is_date and is_iso_day(text):
            day = self._looks["edit_day" if column.editable else "day"]
            sheet.write_datetime(row, number, dt.datetime.fromisoformat(text), day)
        elif text:  # never a formula, whatever the text begins with
            sheet.write_string(row, number, cut(text), self._looks[look])
        else:
            sheet.write_blank(row, number, None, self._looks[look])

    def _pick_list(self, sheet: Worksheet, number: int, rows: int, source: str) -> None:
        sheet.data_validation(
            1, number, rows, number,
            {
                "validate": "list", "source": source, "ignore_blank": True,
                "error_title": self._say("wrong")[:32], "error_message": self._say("wrong_is")[:255],
            },
        )  # fmt: skip

    # What is hidden -------------------------------------------------------------------------------------------------

    def _vocabularies(self) -> Iterator[type[Vocabulary]]:
        for filled in self._contents.sheets:
            for column in filled.sheet.columns:
                if column.editable and column.field and column.field.vocabulary:
                    yield column.field.vocabulary

    def _lists(self) -> dict[type[Vocabulary], str]:
        """Where the words of each pick-list will stand."""
        found = {}
        for number, words in enumerate(dict.fromkeys(self._vocabularies()), start=1):
            column = letter_of(number)
            found[words] = f"={LISTS}!${column}$1:${column}${len(list(filter(None, words)))}"
        return found

    def _write_lists(self, lists: Mapping[type[Vocabulary], str]) -> None:
        sheet = self._marked(self._book.add_worksheet(LISTS))
        for number, words in enumerate(lists):
            for row, word in enumerate(word for word in words if word):
                sheet.write_string(row, number, word.label(self._lang))
        sheet.hide()

    def _state(self) -> None:
        sheet = self._marked(self._book.add_worksheet(STATE))
        asked, imprint = self._contents.asked, self._contents.imprint
        lines: list[Sequence[str]] = [
            ("enishi", VERSION),
            ("lang", asked.lang),
            ("own", asked.own),
            ("as_of", asked.as_of),
            ("known_at", imprint.coverage.known_at),
            ("focus", asked.focus),
            ("steps", str(asked.steps)),
            ("ceiling", asked.ceiling.value),
            ("build", imprint.build),
            ("others", f"{self._say('about')}\n{LISTS}"),
        ]
        for filled in self._contents.sheets:
            columns = filled.sheet.columns
            lines.append(("sheet", filled.sheet.code, filled.sheet.name.text(self._lang)))
            lines.append(("keys", "", *(column.key for column in columns)))
            lines.append(("headings", "", *(column.heading.text(self._lang) for column in columns)))
            lines += [("row", row.id, *map(cut, row.cells)) for row in filled.rows]
        for number, line in enumerate(lines):
            for column, text in enumerate(line):
                sheet.write_string(number, column, text)
        sheet.hide()


def lines_of(text: str, width: int) -> int:
    """Lines that a text takes in a column; letters differ in width, so that it may be one more or less."""
    return sum(max(1, math.ceil(text_width(line) / width)) for line in text.split("\n"))
