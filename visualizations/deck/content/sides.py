"""Two sides in one word, our own first: 日英, 日EU, 日・スイス, Japan–UK."""

from __future__ import annotations

from visualizations.briefing.phrases import Phrases
from visualizations.deck.content.telling import Telling

_LATIN_FORMS = ("UK", "US", "EU")
"""Abbreviations that stand for a side in an English pair; others are written out."""


def pair_name(tell: Telling, phrases: Phrases, other: str) -> str:
    """Our side and another in one word.

    Args:
        tell: Who tells it.
        phrases: The words.
        other: Id of the other side.
    """
    sides = (tell.own, other)
    if not tell.ja:
        short = [tell.name(id_, short=True) for id_ in sides]
        names = [
            form if form in _LATIN_FORMS else tell.name(id_)
            for form, id_ in zip(short, sides, strict=True)
        ]
        return phrases.say("deck_partner.pair", tell.lang, own=names[0], other=names[1])
    forms = [tell.list_form(id_) for id_ in sides]
    joined = all(len(form) == 1 or form in _LATIN_FORMS for form in forms)
    name = "deck_partner.pair" if joined else "deck_partner.pair_apart"
    return phrases.say(name, tell.lang, own=forms[0], other=forms[1])
