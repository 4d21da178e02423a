"""Rules of what a file says of itself: mark, properties, descriptions, number of pages (35, 37, 48, 49)."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.vocab import Handling
from visualizations.output_rules.office import Box, BoxKind, Sheet
from visualizations.output_rules.passage import Produced, Rule

_TOP, _RIGHT = 0.15, 0.5
"""Shares of a slide: a mark stands above the one, and right of the other."""

_LONGEST = 40
"""Letters of a mark at most, with the draft stamp beside it."""

_PEOPLE = ("creator", "lastModifiedBy", "Company", "Manager", "Author")
_PROGRAM = "Enishi"


def _unmarked(produced: Produced) -> Iterator[tuple[str, str]]:
    """Slides and pages without their mark at the top right, or with another than the properties name."""
    said = produced.properties.get("category", "")
    declared = _handling_in(said)
    if declared is None:
        yield "property category", said or "―"
    for sheet in produced.sheets:
        found = [
            mark
            for box in sheet.boxes
            if _is_top_right(box, sheet) and (mark := _handling_in(box.text))
        ]
        if not found:
            yield sheet.name, "―"
        elif declared is not None and declared not in found:
            yield sheet.name, found[0].ja


def _is_top_right(box: Box, sheet: Sheet) -> bool:
    if not box.width:  # of a document, whose boxes have no place
        return box.name == "header" and any(p.align == "r" for p in box.paragraphs)
    middle = box.left + box.width / 2
    return box.top + box.height / 2 < sheet.height * _TOP and middle > sheet.width * _RIGHT


def _handling_in(text: str) -> Handling | None:
    """The handling that a mark names; a longer text is none."""
    words = text.casefold() if len(text) <= _LONGEST else ""
    return next((each for each in Handling if each.ja in words or each.en in words), None)


def _signed(produced: Produced) -> Iterator[tuple[str, str]]:
    """People, companies and machines that the properties name."""
    for name in _PEOPLE:
        if (said := produced.properties.get(name, "")) not in ("", _PROGRAM):
            yield f"property {name}", said


def _paged(produced: Produced) -> Iterator[tuple[str, str]]:
    pages = produced.pages
    if pages is None and produced.kind == "pptx":
        slides = produced.sheets
        upright = slides and slides[0].height > slides[0].width
        pages = len(slides) if upright else 1
    if pages not in (None, 1):
        yield "", str(pages)


def _undescribed(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        joined = {end.box for box in sheet.boxes if box.ends for end in box.ends}
        for box in sheet.boxes:
            drawn = box.kind in (BoxKind.PICTURE, BoxKind.TABLE, BoxKind.LINE)
            # The text of a box of a process says what it is; the boxes of a network stand for more than their text.
            of_network = box.kind is BoxKind.TEXT and box.id in joined and box.name.count(":") > 1
            if (drawn or of_network) and not box.alt.strip():
                yield sheet.place(box), "―"


MARKING = (
    Rule(
        35,
        "取扱区分を各スライド・ページの右上に表示し、ファイルのプロパティと一致させる。",
        "Every slide and page bears its handling at the top right, the same as the properties of the file.",
        find_in_file=_unmarked,
        kinds=("pptx", "docx"),
    ),
    Rule(
        37,
        "ファイルのプロパティに、作成者、更新者、会社名を残さない。",
        "No author, no editor and no company stands in the properties of a file.",
        find_in_file=_signed,
        kinds=("pptx", "docx", "xlsx", "png", "pdf"),
    ),
    Rule(
        48,
        "1枚紙は1ページに収める。",
        "A brief is exactly one page.",
        find_in_file=_paged,
        kinds=("pptx", "docx"),
    ),
    Rule(
        49,
        "画像、表、図の要素には、代替テキストを付ける。",
        "Pictures, tables, lines and the boxes of networks have a description.",
        find_in_file=_undescribed,
        kinds=("pptx", "docx"),
    ),
)
"""The rules of marks, properties, pages and descriptions."""
