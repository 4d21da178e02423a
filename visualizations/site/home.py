"""The first page: how new the record is, how many instruments there are, and the questions that an officer asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from queries.results import Answer
from visualizations.site.answers import Answers
from visualizations.site.coming import PLACE as UPCOMING
from visualizations.site.coming import how_many
from visualizations.site.edition import Edition
from visualizations.site.lists import document_rows, forum_rows
from visualizations.site.places import HOME, place_of
from visualizations.site.ready import Ready
from visualizations.site.render import Page, source_notes
from visualizations.site.words import word
from visualizations.table import make_table
from visualizations.wording import counted

GAP = "answers/partner-gap"
"""Place of the answer to the first question."""


class Tile(NamedTuple):
    """One of the questions.

    Attributes:
        key: Key of its word.
        title: What it is called.
        lead: What its answer is, in a few words.
        place: Where it leads.
        mark: Handling of what it leads to, where that is not the page's own.
    """

    key: str
    title: str
    lead: str
    place: str
    mark: str = ""


def home_pages(edition: Edition, answers: Answers) -> Iterator[Page]:
    """The first page in every language."""
    for lang in edition.langs:
        headline = answers.answer("answers/headline-counts")
        table = make_table(headline, lang) if headline else None
        rows = {row["id"]: row for row in headline.sources} if headline else {}
        coverage = edition.coverage
        event = "" if coverage.goes_beyond else coverage.newest_event_name[lang]
        content = {
            "newest_event": word("newest_event", lang, name=event) if event else "",
            "headline": table,
            "tiles": list(tiles(edition, answers, headline, lang)),
            "sources": source_notes([rows[id_] for id_ in table.cited], lang) if table else [],
        }
        yield Page(HOME, lang, "home", word("brand", lang), content)


def menu(edition: Edition) -> dict[str, str]:
    """The places that the head of every page names, by the key of their word."""
    places = {
        "gap": GAP,
        "partners": "partners",
        "fora": "fora",
        "documents": "documents",
        "upcoming": UPCOMING,
        "conflicts": "answers/conflicts",
        "answers": "answers",
        "take": "take",
        "glossary": "glossary",
    }
    queries = {"gap": "partner-gap", "upcoming": "upcoming", "conflicts": "conflicts"}
    return {
        key: place
        for key, place in places.items()
        if queries.get(key, "upcoming") in edition.queries
    }


def tiles(edition: Edition, answers: Answers, headline: Answer | None, lang: str) -> Iterator[Tile]:
    """The questions, with what their answers are, in the order in which an officer asks them."""
    own = edition.named[edition.own].name(lang)
    if gap := answers.answer(GAP):
        among = gap.rows[0]["members"] if gap.rows else []
        forum = gap.names[gap.params["forum"]][lang]
        ids = [row[_id_column(gap)] for row in gap.rows]
        lead = word(
            "gap_lead",
            lang,
            forum=forum,
            own=own,
            whole=counted(among, gap.names, lang) if among else "",
            counted=counted(ids, gap.names, lang),
        )
        yield Tile("gap", word("gap", lang), lead, GAP)
    partners = headline.rows[0]["partners"] if headline and headline.rows else []
    if headline and partners:
        number = counted(partners, headline.names, lang)
        yield Tile(
            "partners",
            word("partners", lang),
            word("partners_lead", lang, counted=number),
            "partners",
        )
    fora = forum_rows(edition)
    ours = sum(bool(row["ours"]) for row in fora)
    yield Tile(
        "fora",
        word("fora", lang),
        word("fora_lead", lang, own=own, ours=ours, all=len(fora)),
        "fora",
    )
    documents = len(document_rows(edition))
    lead = word("documents_lead", lang, count=documents)
    yield Tile("documents", word("documents", lang), lead, "documents")
    if upcoming := answers.answer("answers/upcoming"):
        lead = word("upcoming_lead", lang, **how_many(upcoming))
        yield Tile("upcoming", word("upcoming", lang), lead, UPCOMING)
    if conflicts := answers.answer("answers/conflicts"):
        lead = word("conflicts_lead", lang, count=len(conflicts.rows))
        mark = edition.mark_of(conflicts.query).label(lang)
        yield Tile("conflicts", word("conflicts", lang), lead, "answers/conflicts", mark)
    yield Tile("take", word("take", lang), word("take_lead", lang), "take")
    yield Tile(
        "answers",
        word("answers", lang),
        word("answers_lead", lang, count=len(edition.queries)),
        "answers",
    )


def _id_column(answer: Answer) -> str:
    return next(name for name, column in answer.query.columns.items() if column.type == "id")


def take_pages(edition: Edition, answers: Answers, ready: Ready) -> Iterator[Page]:
    """The page of what can be taken along."""
    for lang in edition.langs:
        tables = [
            (query.title.text(lang), f"answers/{id_}", edition.mark_of(query).label(lang))
            for id_, query in edition.queries.items()
            if answers.answer(f"answers/{id_}")
        ]
        content: dict[str, Any] = {
            "ready": [
                (edition.named[id_].name(lang), place_of(id_), ready.links(id_))
                for id_ in ready.partners
            ],
            "tables": tables,
            "calendar": UPCOMING if answers.answer("answers/upcoming") else "",
        }
        yield Page("take", lang, "take", word("take_title", lang), content)
