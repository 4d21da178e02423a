"""The page of one thing: its card, every line with its sources, every name a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graphmodel.claims import OURS
from visualizations.card import HEADINGS, WORDS, Card, Line, say
from visualizations.coverage import Numbers
from visualizations.site.edition import Edition
from visualizations.site.places import place_of
from visualizations.site.ready import Ready
from visualizations.site.render import Page, source_notes


def entity_pages(edition: Edition, ready: Ready) -> Iterator[Page]:
    """The page of everything that has a card, in every language."""
    for id_ in edition.named:
        for lang in edition.langs:
            yield card_page(edition, id_, lang, ready)


def card_page(edition: Edition, id_: str, lang: str, ready: Ready) -> Page:
    """The page of one thing.

    Args:
        edition: What is published.
        id_: Its id.
        lang: Language of the page.
        ready: The ready files.
    """
    card = edition.card(id_, lang)
    content = _content(card) | {"ready": ready.links(id_)}
    return Page(place_of(id_), lang, "card", card.title, content)


def _content(card: Card) -> dict[str, Any]:
    lang = card.lang
    numbers = Numbers()
    summary = [_said(line, numbers, card) for line in card.summary]
    blocks = [
        (
            say(HEADINGS, block.key, lang),
            [_said(line, numbers, card) for line in block.lines],
            say(WORDS, "no_differences" if block.key == "differences" else "none", lang),
        )
        for block in card.blocks
    ]
    rows = {row["id"]: row for row in card.sources}
    cited = [rows[source] for source in numbers.order]
    return {
        "kind": card.kind,
        "other_title": card.other_title,
        "other_title_lang": "en" if lang == "ja" else "ja",
        "summary": summary,
        "blocks": blocks,
        "notes": card.notes(),
        "sources": source_notes(cited, lang, _places(card)),
    }


def _said(line: Line, numbers: Numbers, card: Card) -> dict[str, Any]:
    cited = sorted(dict.fromkeys(s for s in line.sources if s != OURS), key=numbers.of)
    ours = say(WORDS, "ours", card.lang) if OURS in line.sources and not cited else ""
    about = tuple(id_ for id_ in line.about if id_ != card.id)
    return {
        "text": line.text,
        "pairs": line.pairs,
        "about": about,
        "ours": ours,
        "numbers": [numbers.of(source) for source in cited],
    }


def _places(card: Card) -> dict[str, list[str]]:
    """The places in its sources that speak of the thing itself."""
    found: dict[str, list[str]] = defaultdict(list)
    for cite in card.cites:
        if cite.place and cite.place not in found[cite.source]:
            found[cite.source].append(cite.place)
    return found
