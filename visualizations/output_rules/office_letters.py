"""Rules of the letters of slides and documents: fonts, languages and sizes (30, 32)."""

from __future__ import annotations

from collections.abc import Iterator

from visualizations.output_rules.office import EAST_ASIAN, Box, BoxKind, Paragraph
from visualizations.output_rules.office_sources import OWN_TEXT
from visualizations.output_rules.passage import Produced, Rule

_BODY, _NOTE = 14.0, 10.0
"""Least sizes on slides, in points: of what a slide says, and of all else."""

_PRINTED = 8.0
"""Least size in documents, which are read on paper."""

_SAYING = frozenset(["title", "step", "said", "lines", "since", "beside"])
"""Boxes that hold running text; notes, and labels of networks, of schedules and of tables may be smaller."""

_SCHEDULE = "lane"
"""Name of the boxes of a schedule, whose texts are labels of bars."""


def _fontless(produced: Produced) -> Iterator[tuple[str, str]]:
    """Runs with East Asian letters without an East Asian font, or not declared as Japanese."""
    for sheet in produced.sheets:
        for box in sheet.boxes:
            for paragraph in box.paragraphs:
                for one in paragraph.letters:
                    japanese = any(lang.startswith("ja") for lang in one.langs)
                    named = one.east_asian and not one.east_asian.startswith("+")
                    if EAST_ASIAN.search(one.text) and not (named and japanese):
                        yield sheet.place(box), one.text[:40]


def _small(produced: Produced) -> Iterator[tuple[str, str]]:
    for sheet in produced.sheets:
        parts = {box.part for box in sheet.boxes}
        saying = _NOTE if _SCHEDULE in parts else _BODY
        for box in sheet.boxes:
            langs = _languages(box)
            for paragraph in box.paragraphs:
                least = saying if _says(box, paragraph, langs) else _NOTE
                least = _PRINTED if produced.kind == "docx" else least
                sizes = [
                    one.size
                    for one in paragraph.letters
                    if one.size and not one.raised and one.text.strip()
                ]
                if paragraph.style != OWN_TEXT and sizes and min(sizes) < least:
                    yield (
                        sheet.place(box),
                        f"{min(sizes):g} pt < {least:g} pt: {paragraph.text[:40]}",
                    )


def _says(box: Box, paragraph: Paragraph, langs: tuple[str, ...]) -> bool:
    """Whether a paragraph is running text; what is told again in a second language may be as small as a note."""
    first = not langs or paragraph.lang == langs[0]
    return box.kind is BoxKind.TEXT and box.part in _SAYING and first


def _languages(box: Box) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.lang for p in box.paragraphs if p.text and p.lang))


LETTERS = (
    Rule(
        30,
        "和文の文字には、和文フォントと言語（日本語）を明示する。",
        "Every run with East Asian letters names an East Asian font, and is declared as Japanese.",
        find_in_file=_fontless,
        kinds=("pptx", "docx"),
    ),
    Rule(
        32,
        "スライドの本文は14ポイント以上、注・表・図の文字は10ポイント以上、文書の文字は8ポイント以上とする。",
        "On slides, text is 14 pt or more; notes, tables and labels 10 pt or more; in documents all is 8 pt or more.",
        find_in_file=_small,
        kinds=("pptx", "docx"),
    ),
)
"""The rules of letters."""
