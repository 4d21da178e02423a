"""Abbreviations of an answer with their names in full: what stands by itself has no page around it that says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from queries.results import Answer
from visualizations.table import Table
from visualizations.wording import bracketed, listed

_HEADS = {"ja": "略語：", "en": "Abbreviations: "}


def spelled_out(table: Table, answer: Answer, lang: str) -> Table:
    """A table with a note that says in full what its cells abbreviate.

    Args:
        table: The answer as a table.
        answer: The answer.
        lang: `ja` or `en`.
    """
    tables = (table, *table.below)
    text = "\n".join([*(each.title for each in tables), *(cell for t in tables for row in t.rows for cell in row)])  # fmt: skip
    found: dict[str, str] = {}
    for each in (answer, *answer.companions):
        found.update(_named(list(each.rows), lang))
    notes = [
        bracketed(name, short, lang)
        for short, name in sorted(found.items())
        if name not in text and re.search(rf"(?<![A-Za-z]){re.escape(short)}(?![A-Za-z])", text)
    ]
    if not notes:
        return table
    return replace(table, notes=(*table.notes, _HEADS[lang] + listed(notes, lang)))


def _named(value: Any, lang: str) -> Iterator[tuple[str, str]]:
    """Each abbreviation in the values of rows, with its name."""
    if isinstance(value, dict):
        short, name = value.get("short"), value.get(f"name_{lang}")
        if short and name and short != name:
            yield str(short), str(name)
        for inner in value.values():
            yield from _named(inner, lang)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, lang)
