"""The names that the search of every page knows: one script for all pages, asked for when somebody types."""

from __future__ import annotations

import json

from graphmodel.names import folding_tables
from visualizations.site.edition import Edition
from visualizations.site.places import place_of

KINDS = (
    "Country", "Union", "Forum", "Agreement", "Organisation", "Person", "Programme", "Call", "Project", "Meeting",
    "Office", "Commitment", "Field",
)  # fmt: skip
"""Kinds in the order in which they are found."""


def names_script(edition: Edition) -> str:
    """A script that gives the search its names.

    Each entry is the place of a page, the number of its kind, its names in both languages, and folded forms of all
    its names.
    """
    first = {kind: next((n.id for n in edition.named.values() if n.kind == kind), "") for kind in KINDS}
    kinds = [[edition.kind_word(id_, lang) if id_ else "" for lang in ("ja", "en")] for id_ in first.values()]
    entries = sorted(
        (KINDS.index(each.kind), each.en, each.id, [place_of(each.id), KINDS.index(each.kind), each.ja, each.en, list(each.search)])
        for each in edition.named.values()
    )
    lines = ",\n".join(json.dumps(entry[-1], ensure_ascii=False, separators=(",", ":")) for entry in entries)
    heads = json.dumps(kinds, ensure_ascii=False)
    folding = json.dumps(folding_tables(), ensure_ascii=False)
    head = f"kinds: {heads}, folding: {folding}"
    return f'"use strict";\nglobalThis.enishiNames = {{{head}, entries: [\n{lines}\n]}};\n'
