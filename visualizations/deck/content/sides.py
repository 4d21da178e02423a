"""Two sides in one word, our own first: 日英, 日EU, 日・スイス, Japan–UK."""

from __future__ import annotations

from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations.briefing.phrases import Phrases

_LATIN_FORMS = ("UK", "US", "EU")
"""Abbreviations that stand for a side in an English pair; others are written out."""


def pair_name(store: GraphStore, phrases: Phrases, own: str, other: str, lang: str) -> str:
    """Two sides in one word.

    Args:
        store: The graph.
        phrases: The words.
        own: Id of the side that comes first.
        other: Id of the other.
        lang: `ja` or `en`.
    """
    rows = {
        row["id"]: row
        for row in store.read(internal("deck-sides"), {"ids": sorted((own, other))}).records()
    }
    if lang == "en":
        forms = []
        for id_ in (own, other):
            abbreviation = (rows[id_]["abbreviations"] or [""])[0]
            known = abbreviation in _LATIN_FORMS
            forms.append(abbreviation if known else rows[id_]["name_en"])
        return phrases.say("deck_partner.pair", lang, own=forms[0], other=forms[1])
    short = [_list_form(rows[id_]) for id_ in (own, other)]
    if all(short):
        return phrases.say("deck_partner.pair", lang, own=short[0], other=short[1])
    named = [form or rows[id_]["name_ja"] for form, id_ in zip(short, (own, other), strict=True)]
    return phrases.say("deck_partner.pair_apart", lang, own=named[0], other=named[1])


def _list_form(row: dict[str, object]) -> str:
    """The one-character form of a country, or the letters of a union; empty if it has neither."""
    for name in ("list_form", "abbreviations") if row["kind"] == "Union" else ("list_form",):
        forms = row[name]
        if isinstance(forms, str) and forms:
            return forms
        if isinstance(forms, (list, tuple)) and forms:
            return str(forms[0])
    return ""
