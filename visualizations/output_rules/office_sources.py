"""Rules of sources in slides and documents: what asserts something leads to a footnote, and footnotes lead to sources (46, 47)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from visualizations.output_rules.office import Box, BoxKind, Paragraph, Sheet
from visualizations.output_rules.passage import Produced, Rule

FOOTNOTES, SOURCES = "footnotes", "sources"
"""Names of the boxes that hold the footnotes of a slide, and the list of all sources."""

SOURCE_STYLE, OWN_TEXT = "Enishi Source", "Enishi Own text"
"""Names of the styles of the list of sources in a document, and of the officer's own text."""

_TOLD = frozenset(["Enishi Line", "Enishi Second language"])
"""Styles of paragraphs that say something."""

_SAYING = frozenset(["step", "said", "lines", "since", "beside"])
"""Boxes of slides whose paragraphs say something."""

_ASSERTS = re.compile(r"\d{4}年|\d{1,2}月\d|[。]\s*\Z|\b(?:19|20)\d\d\b|[a-z]\.\s*\Z")
"""What makes a line more than a label: it gives a date, or it is a whole sentence."""

_SILENT = re.compile(
    r"収録資料|確認できない|確認済みの予定なし|見当たらない|省いた|載せていない|省略|ほか ?\d|収録なし"
    r"|could not be confirmed|[Nn]o source|no confirmed|left out|[Nn]othing|not listed|\d+ more|sources held"
)
"""What sources are silent about, and what is not shown: there is nothing to cite."""


def _unresolved(produced: Produced) -> Iterator[tuple[str, str]]:
    """Marks without a footnote on their sheet or without a source in the list; footnotes and sources without a mark."""
    cited: set[int] = set()
    listed: set[int] = set()
    for sheet in produced.sheets:
        marks = {n for box in sheet.boxes for p in box.paragraphs for n in p.marks}
        notes = {n for p in _notes(sheet) for n in p.named}
        listed |= {n for p in _sources(sheet) for n in _leading(p)}
        cited |= marks
        yield from ((sheet.name, f"{n})") for n in sorted(marks ^ notes))
    yield from (("", f"{n})") for n in sorted(cited ^ listed))


def _notes(sheet: Sheet) -> Iterator[Paragraph]:
    """The footnotes of a sheet; in a document the list of sources stands at its foot, and there are no others."""
    for box in sheet.boxes:
        for paragraph in box.paragraphs:
            if box.part == FOOTNOTES or paragraph.style == SOURCE_STYLE:
                yield paragraph


def _sources(sheet: Sheet) -> Iterator[Paragraph]:
    for box in sheet.boxes:
        for paragraph in box.paragraphs:
            if box.part == SOURCES or paragraph.style == SOURCE_STYLE:
                yield paragraph


def _leading(paragraph: Paragraph) -> frozenset[int]:
    """Numbers of the sources of a paragraph of the list: its first, or all if several stand in it."""
    if paragraph.style == SOURCE_STYLE:
        return paragraph.named
    found = re.match(r"(\d{1,3})\)", paragraph.text)
    return frozenset([int(found[1])]) if found else frozenset()


def _unsourced(produced: Produced) -> Iterator[tuple[str, str]]:
    """What asserts something and leads to no footnote."""
    for sheet in produced.sheets:
        for box in sheet.boxes:
            for paragraph in _saying(box):
                text = paragraph.text
                if not paragraph.marks and _ASSERTS.search(text) and not _SILENT.search(text):
                    yield sheet.place(box), text[:60]


def _saying(box: Box) -> Iterator[Paragraph]:
    if box.kind is BoxKind.CELL or box.part in _SAYING:
        yield from box.paragraphs
    yield from (p for p in box.paragraphs if p.style in _TOLD)


CITING = (
    Rule(
        46,
        "脚注番号には、そのスライド・ページの脚注と出典一覧の項目があり、使われない脚注は置かない。",
        "Every mark has its footnote on the slide or page and its source in the list, and none of these is without a mark.",
        find_in_file=_unresolved,
        kinds=("pptx", "docx"),
    ),
    Rule(
        47,
        "事実を述べる文には、脚注番号を付ける。",
        "Every sentence that asserts something has a mark of a footnote.",
        find_in_file=_unsourced,
        kinds=("pptx", "docx"),
    ),
)
"""The rules of sources."""
