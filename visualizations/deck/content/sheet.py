"""The card of one thing as a slide: its blocks as headings with lines, each with its sources."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.stores import GraphStore
from visualizations.briefing.footnotes import RECORD, Sentence, Weights
from visualizations.briefing.phrases import Phrases
from visualizations.card import HEADINGS, WORDS, Card, say
from visualizations.cards import make_card
from visualizations.deck.slides import Section, SectionsSlide
from visualizations.wording import bracketed


def sheet(
    store: GraphStore, phrases: Phrases, id_: str, *, own: str, as_of: str, lang: str
) -> SectionsSlide:
    """What is known of one thing, on a slide.

    Args:
        store: The graph.
        phrases: The words.
        id_: Id of an entity that has a card.
        own: Id of the reader's own side.
        as_of: ISO day.
        lang: `ja` or `en`.
    """
    card = make_card(store, id_, lang=lang, as_of=as_of, own=own)
    return SectionsSlide(
        key="sheet",
        title=bracketed(card.title, card.kind, lang),
        sections=tuple(_sections(card, Weights(store), phrases)),
        notes=tuple(note for note in card.notes() if note != say(WORDS, "mark", lang)),
    )


def _sections(card: Card, weights: Weights, phrases: Phrases) -> Iterator[Section]:
    marked = any("▲" in line.text for block in card.blocks for line in block.lines)
    for block in card.blocks:
        lines = tuple(
            Sentence(line.text, weights.strongest(line.sources) or (RECORD,))
            for line in block.lines
        )
        nothing = say(WORDS, "no_differences" if block.key == "differences" else "none", card.lang)
        if block.key == "differences" and marked:
            nothing = phrases.say("deck_partner.differ_elsewhere", card.lang)
        none = Sentence(nothing, (RECORD,))
        yield Section(say(HEADINGS, block.key, card.lang), lines or (none,))
