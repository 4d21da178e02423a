"""The page of what is coming: what is confirmed, planned, expected and not confirmed, never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.vocab import Certainty
from queries.results import Answer
from visualizations.coverage import Numbers
from visualizations.site.answers import Answers
from visualizations.site.edition import Edition
from visualizations.site.render import Page, source_notes
from visualizations.site.words import word
from visualizations.table import make_table

PLACE = "upcoming"
"""Place of the page, and of its calendar."""


def how_many(answer: Answer) -> dict[str, int]:
    """How many dates there are of each certainty."""
    counts = {str(each): 0 for each in Certainty}
    for row in answer.rows:
        counts[row["certainty"]] += 1
    return counts


def upcoming_pages(edition: Edition, answers: Answers) -> Iterator[Page]:
    """The page in every language; none if the query is not published."""
    answer = answers.answer("answers/upcoming")
    if answer is None:
        return
    for lang in edition.langs:
        numbers = Numbers()
        table = make_table(answer, lang)
        column = {
            name: table.headings.index(answer.query.columns[name].text(lang)) for name in ("kind",)
        }
        groups: list[tuple[str, list[dict[str, Any]]]] = []
        for certainty in Certainty:
            rows = [
                _row(row, cells[column["kind"]], numbers, lang)
                for row, cells in zip(answer.rows, table.rows, strict=True)
                if row["certainty"] == certainty
            ]
            groups.append((word(str(certainty), lang), rows))
        sources = {row["id"]: row for row in answer.sources}
        newest = edition.coverage.newest_event_on
        content = {
            "scope": word(
                "upcoming_scope",
                lang,
                own=edition.named[edition.own].name(lang),
                newest=PartialDate.parse(newest[:7]).label(lang) if newest else "―",
            ),
            "groups": groups,
            "sources": source_notes([sources[id_] for id_ in numbers.order], lang),
        }
        title = word("upcoming_title", lang, **how_many(answer))
        yield Page(PLACE, lang, "upcoming", title, content, edition.mark_of(answer.query))


def _row(row: dict[str, Any], kind: str, numbers: Numbers, lang: str) -> dict[str, Any]:
    place = row["place"][lang] if row["place"] else ""
    return {
        "date": PartialDate.parse(row["date"]).label(lang) if row["date"] else "",
        "name": row[f"name_{lang}"],
        "kind": kind,
        "place": place,
        "id": row.get("id") or "",
        "numbers": [numbers.of(source) for source in row["sources"]],
    }
