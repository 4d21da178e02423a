"""A table as Markdown (GitHub's): title, notes, numbered sources, what it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from visualizations.table import Table

_URL = re.compile(r"(https?://[^\s<>|、，]*[^\s<>|、，,.;:)\]])")
_MARKUP = re.compile(r"([\\`*|$]|\](?=[(\[:])|(?<!\w)_|_(?!\w)|~(?=~))")
"""Signs that would be markup where they stand: a bracket only before what makes it a link, `_` only at the end of a word."""

_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^(\s*)([#>+=-])")


def markdown_text(table: Table, foot: str = "") -> str:
    """The whole table with its companions, footnotes and coverage.

    Args:
        table: The table.
        foot: A last line, such as day and build.
    """
    lines = [markdown(table.mark), ""] if table.mark else []
    for part in (table, *table.below):
        lines += [f"**{markdown(part.title)}**", ""]
        if part.rows:
            lines += [
                _row(part.headings),
                "| " + " | ".join(["---"] * len(part.headings)) + " |",
                *map(_row, part.rows),
                "",
            ]
        lines += [line for note in part.notes for line in (markdown(note), "")]
    lines += [
        *(f"- {markdown(footnote)}" for footnote in table.footnotes),
        "",
        markdown(table.coverage),
    ]
    if foot:
        lines += ["", markdown(foot)]
    return "\n".join(lines) + "\n"


def markdown(text: str) -> str:
    """A text that stands for itself, whatever signs it has; addresses are links."""
    parts = _URL.split(" ".join(text.split("\n")))
    said = [f"<{part}>" if number % 2 else _plain(part) for number, part in enumerate(parts)]
    return _AT_START.sub(r"\1\\\2", "".join(said))


def _plain(text: str) -> str:
    text = _MARKUP.sub(r"\\\1", text)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(markdown, cells)) + " |"
