"""The pages that list: partners, fora, instruments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.vocab import ForumType, InstrumentType, Level, Mood, Scope
from queries.catalogue import internal
from visualizations.card import Card, Row
from visualizations.site.answers import Answers
from visualizations.site.edition import Edition
from visualizations.site.places import place_of
from visualizations.site.render import Page
from visualizations.site.words import word
from visualizations.wording import NAMED_IN_SOURCES, bracketed, counted


def partner_pages(edition: Edition, answers: Answers) -> Iterator[Page]:
    """The list of partners: those with an instrument first, in the order of protocol."""
    headline = answers.answer("answers/headline-counts")
    with_one = set(headline.rows[0]["partners"]) if headline and headline.rows else set()
    partners = [
        n for n in edition.named.values() if n.kind in ("Country", "Union") and n.id != edition.own
    ]
    partners.sort(key=lambda n: (n.kind == "Union", n.en, n.id))
    for lang in edition.langs:
        own = edition.named[edition.own].name(lang)
        groups: dict[str, list[dict[str, Any]]] = {"with": [], "without": [], "other": []}
        for partner in partners:
            card = edition.card(partner.id, lang)
            situation, latest, coming = _situation(card)
            some = any(
                block.lines for block in card.blocks if block.key not in ("differences", "policy")
            )
            group = "with" if partner.id in with_one else "without" if some else "other"
            groups[group].append(
                {
                    "id": partner.id,
                    "name": partner.name(lang),
                    "place": place_of(partner.id),
                    "situation": situation,
                    "latest": latest,
                    "next": coming,
                }
            )
        parts = []
        for group, rows in groups.items():
            facts = {row["id"]: _facts(edition, row["id"]) for row in rows}
            number = counted(facts, facts, lang) if rows else "0"
            parts.append((group, word(f"partners_{group}", lang, own=own, counted=number), rows))
        yield Page("partners", lang, "partners", word("partners_title", lang), {"parts": parts})


def _situation(card: Card) -> tuple[str, str, str]:
    """What is said first of a partner: the instrument, the latest contact, the next one; each without its label."""
    said = {"latest": "―", "next": "―"}
    labels = {"直近：": "latest", "Latest: ": "latest", "次：": "next", "Next: ": "next"}
    first, *others = [line.text for line in card.summary]
    for text in others:
        label = next((label for label in labels if text.startswith(label)), "")
        said[labels.get(label, "next")] = text.removeprefix(label)
    return first, said["latest"], said["next"]


def _facts(edition: Edition, id_: str) -> Row:
    rows = edition.store.read(internal("names"), {"ids": [id_], "kinds": []}).records()
    row = rows[0]
    return {
        "ja": row["name_ja"],
        "en": row["name_en"],
        "short": (row["abbreviations"] or [""])[0],
        "kind": row["kind"],
        "status": row["status"] or "",
    }


def forum_rows(edition: Edition) -> list[Row]:
    """Every forum, with who takes part."""
    params = {"as_of": edition.as_of, "party": edition.own}
    return edition.store.read(internal("site-fora"), params).records()


def forum_pages(edition: Edition) -> Iterator[Page]:
    """The list of fora: those that the own side takes part in first."""
    rows = forum_rows(edition)
    for lang in edition.langs:
        own = edition.named[edition.own].name(lang)
        parts = []
        for ours in (True, False):
            said = [_forum(edition, row, lang) for row in rows if bool(row["ours"]) is ours]
            key = "fora_ours" if ours else "fora_others"
            parts.append((word(key, lang, own=own, count=len(said)), said))
        yield Page("fora", lang, "fora", word("fora", lang), {"parts": parts})


def _forum(edition: Edition, row: Row, lang: str) -> dict[str, Any]:
    members = {id_: _facts(edition, id_) for id_ in row["members"]}
    number = counted(members, members, lang) if members else word("none", lang)
    if members and not row["complete"]:
        number = bracketed(number, NAMED_IN_SOURCES[lang], lang)
    short = (row["abbreviations"] or [""])[0]
    name = row[f"name_{lang}"]
    day = PartialDate.parse(row["latest_on"]).label(lang) if row["latest_on"] else ""
    latest = row["latest"]
    return {
        "name": name if short in name else bracketed(name, short, lang),
        "place": place_of(row["id"]),
        "type": ForumType(row["type"]).label(lang),
        "members": number,
        "latest": bracketed(edition.named[latest].name(lang), day, lang)
        if latest
        else word("none", lang),
        "latest_place": place_of(latest) if latest else "",
    }


def document_rows(edition: Edition) -> list[Row]:
    """Every instrument, the newest first."""
    params = {"as_of": edition.as_of, "party": edition.own}
    return edition.store.read(internal("site-documents"), params).records()


def document_pages(edition: Edition) -> Iterator[Page]:
    """The list of instruments: those with a party of the own side first, the newest first."""
    rows = document_rows(edition)
    for lang in edition.langs:
        own = edition.named[edition.own].name(lang)
        parts = []
        for ours in (True, False):
            said = [_document(row, lang) for row in rows if bool(row["ours"]) is ours]
            key = "documents_ours" if ours else "documents_others"
            parts.append((word(key, lang, own=own, count=len(said)), said))
        title = word("documents_title", lang, count=len(rows))
        yield Page("documents", lang, "documents", title, {"parts": parts})


def _document(row: Row, lang: str) -> dict[str, Any]:
    day = PartialDate.parse(row["event_on"]).label(lang) if row["event_on"] else ""
    if row["event_mood"] == Mood.PLANNED:
        day = bracketed(day, Mood.PLANNED.label(lang), lang)
    return {
        "name": row[f"name_{lang}"] + ("▲" if row["conflicts"] else ""),
        "place": place_of(row["id"]),
        "type": InstrumentType(row["type"]).label(lang),
        "level": Level(row["level"]).label(lang) if row["level"] else "―",
        "scope": Scope(row["scope"]).label(lang) if row["scope"] else "―",
        "date": day or word("none", lang),
    }
