"""The names that the search of every page knows: one script for all pages, asked for when somebody types."""

from __future__ import annotations

import json

from graphmodel.kinds import KINDS
from graphmodel.names import CODES, folding_tables
from queries.find import typed_forms
from visualizations.site.edition import Edition, Named
from visualizations.site.places import place_of

_FIRST = (
    "Country",
    "Union",
    "Forum",
    "Agreement",
    "Organisation",
    "Person",
    "Programme",
    "Call",
    "Project",
    "Meeting",
)
"""Kinds that are found first, in this order."""


def names_script(edition: Edition) -> str:
    """A script that gives the search its names.

    Each entry is the place of a page, the number of its kind, its names in both languages, and folded forms of all
    its names.
    """
    others = sorted({each.kind for each in edition.named.values()} - set(_FIRST))
    order = {kind: place for place, kind in enumerate((*_FIRST, *others))}
    kinds = [[KINDS[kind].spec.ja, KINDS[kind].spec.en] for kind in order]
    named = sorted(edition.named.values(), key=lambda n: (order[n.kind], n.en, n.id))
    lines = ",\n".join(
        json.dumps(_entry(each, order[each.kind]), ensure_ascii=False, separators=(",", ":"))
        for each in named
    )
    heads = json.dumps(kinds, ensure_ascii=False)
    folding = json.dumps(folding_tables(), ensure_ascii=False)
    head = f"kinds: {heads}, folding: {folding}"
    return f'"use strict";\nglobalThis.enishiNames = {{{head}, entries: [\n{lines}\n]}};\n'


def _entry(named: Named, kind: int) -> list[object]:
    codes = [code for code, id_ in CODES.items() if id_ == named.id]
    keys = dict.fromkeys((*named.search, *codes, *typed_forms(named.ja)))
    return [place_of(named.id), kind, named.ja, named.en, list(keys)]
