"""The names that the search of every page knows: one script for all pages, asked for when somebody types."""

from __future__ import annotations

import json

from graphmodel.names import CODES, folding_tables
from queries.find import typed_forms
from visualizations.site.edition import Edition, Named
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
    first = {
        kind: next((n.id for n in edition.named.values() if n.kind == kind), "") for kind in KINDS
    }
    kinds = [
        [edition.kind_word(id_, lang) if id_ else "" for lang in ("ja", "en")]
        for id_ in first.values()
    ]
    named = sorted(edition.named.values(), key=lambda n: (KINDS.index(n.kind), n.en, n.id))
    lines = ",\n".join(
        json.dumps(_entry(each), ensure_ascii=False, separators=(",", ":")) for each in named
    )
    heads = json.dumps(kinds, ensure_ascii=False)
    folding = json.dumps(folding_tables(), ensure_ascii=False)
    head = f"kinds: {heads}, folding: {folding}"
    return f'"use strict";\nglobalThis.enishiNames = {{{head}, entries: [\n{lines}\n]}};\n'


def _entry(named: Named) -> list[object]:
    codes = [code for code, id_ in CODES.items() if id_ == named.id]
    keys = dict.fromkeys((*named.search, *codes, *typed_forms(named.ja)))
    return [place_of(named.id), KINDS.index(named.kind), named.ja, named.en, list(keys)]
