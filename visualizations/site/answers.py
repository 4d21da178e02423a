"""The saved queries with their answers: a page for each, further pages for other values that an officer asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphmodel.names import fold
from queries.header import SavedQuery
from queries.results import Answer
from visualizations.card import WORDS, say
from visualizations.coverage import limit_note
from visualizations.site.edition import Edition
from visualizations.site.render import Page, source_notes
from visualizations.site.words import word
from visualizations.table import Table, make_table

FORA = ("mdq", "qdg", "g7", "nato-tqc")
"""Fora that an officer asks for, beside the one that a query takes as its example."""


@dataclass(frozen=True)
class Asked:
    """A saved query with values.

    Attributes:
        query: The query.
        slug: Names the values in the address; empty for those of the first page.
        given: The values.
        ja: What the values are, in Japanese.
        en: The same in English.
    """

    query: SavedQuery
    slug: str
    given: Mapping[str, str]
    ja: str
    en: str

    @property
    def place(self) -> str:
        """Place of its page."""
        return f"answers/{self.query.id}" + (f".{self.slug}" if self.slug else "")

    def label(self, lang: str) -> str:
        """What the values are."""
        return self.ja if lang == "ja" else self.en


class Answers:
    """The answers of one edition, each asked once.

    Args:
        edition: What is published.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.answer = cache(self._answer)
        headline = edition.answer("headline-counts")
        row = headline.rows[0] if headline and headline.rows else {"documents": [], "partners": []}
        self._documents, self._partners = row["documents"], row["partners"]

    def pages(self) -> Iterator[Page]:
        """The page of every answer, and the list of them, in every language."""
        for query in self.edition.queries.values():
            for asked in self.variants(query.id):
                for lang in self.edition.langs:
                    yield self._page(asked, lang)
        for lang in self.edition.langs:
            rows = [
                (
                    query.title.text(lang),
                    query.question.text(lang),
                    f"answers/{query.id}",
                    self.edition.mark_of(query).label(lang),
                )
                for query in self.edition.queries.values()
            ]
            title = word("answers_title", lang, count=len(rows))
            yield Page("answers", lang, "answers", title, {"rows": rows})

    @cache  # noqa: B019 - lives as long as the edition
    def variants(self, query: str) -> tuple[Asked, ...]:
        """A query with each set of values that it is published with."""
        saved = self.edition.queries[query]
        first = Asked(saved, "", saved.example, *self._labels(saved.example))
        more = [
            Asked(saved, slug, {**saved.example, **given}, *labels)
            for slug, given, labels in self._further(saved)
            if {**saved.example, **given} != saved.example
        ]
        return (first, *more)

    def _further(self, query: SavedQuery) -> Iterator[tuple[str, dict[str, str], tuple[str, str]]]:
        known = self.edition.named
        kinds = {"forum": [f"forum:{slug}" for slug in FORA], "agreement": self._documents}
        kinds["country"] = self._partners
        for param, ids in kinds.items():
            example = query.example.get(param, "")
            if param in query.params and query.params[param].type == "entity" and example:
                for id_ in ids:
                    slug = id_.partition(":")[2].lower()
                    if id_ in known and not _same(example, known[id_].search, slug):
                        yield slug, {param: id_}, (known[id_].ja, known[id_].en)
        if query.id == "partner-gap":
            yield (
                "moc",
                {"types": "memorandum_of_cooperation"},
                ("協力覚書だけを数える", "Counting memoranda of cooperation only"),
            )
            yield (
                "includes",
                {"scope": "includes"},
                ("量子を含む文書も数える", "Counting documents that include quantum too"),
            )

    def _labels(self, given: Mapping[str, str]) -> tuple[str, str]:
        """What the values of the first page are: names, where they name something."""
        ja, en = [], []
        for value in given.values():
            found = next(
                (
                    n
                    for n in self.edition.named.values()
                    if _same(value, n.search, n.id.partition(":")[2].lower())
                ),
                None,
            )
            ja.append(found.ja if found else value)
            en.append(found.en if found else value)
        return "、".join(ja), ", ".join(en)

    def _answer(self, place: str) -> Answer | None:
        """The answer at a place; None if it is not published, or the graph has nothing that it asks for."""
        query, _, _ = place.removeprefix("answers/").partition(".")
        if query not in self.edition.queries:
            return None
        asked = next(each for each in self.variants(query) if each.place == place)
        return self.edition.answer(query, **asked.given)

    def _page(self, asked: Asked, lang: str) -> Page:
        answer = self.answer(asked.place)
        table = make_table(answer, lang) if answer else None
        title = table.title if table else word("no_answer", lang)
        content = {
            "question": asked.query.question.text(lang),
            "name": asked.query.title.text(lang),
            "answer": answer,
            "parts": self._parts(answer, table, lang) if answer and table else [],
            "sources": _sources(answer, table, lang) if answer and table else [],
            "files": asked.place,
            "marked": mark_note(table, lang) if table else "",
            "limit": limit_note(len(answer.rows), lang) if answer and answer.truncated else "",
            "variants": [
                (each.label(lang), each.place, each == asked)
                for each in self.variants(asked.query.id)
                if each.label(lang)
            ],
        }
        mark = self.edition.mark_of(asked.query)
        return Page(asked.place, lang, "answer", title, content, mark)

    def _parts(
        self, answer: Answer, table: Table, lang: str
    ) -> list[tuple[Table, list[tuple[int, str]]]]:
        """Each table with what each of its rows is about: the cell that names it, and its id."""
        pairs = zip((answer, *answer.companions), (table, *table.below), strict=True)
        return [
            (
                shown,
                [
                    (_naming(cells, self.edition.named[id_].name(lang)), id_)
                    if id_ in self.edition.named
                    else (0, "")
                    for cells, id_ in zip(shown.rows, _ids(each), strict=True)
                ],
            )
            for each, shown in pairs
        ]


def mark_note(table: Table, lang: str) -> str:
    """What ▲ means, where it stands in a table."""
    tables = (table, *table.below)
    marked = any("▲" in cell for each in tables for row in each.rows for cell in row)
    return say(WORDS, "mark", lang) if marked else ""


def _same(typed: str, search: tuple[str, ...], slug: str) -> bool:
    return typed.partition(":")[2].lower() == slug or typed.lower() == slug or fold(typed) in search


def _naming(cells: Sequence[str], name: str) -> int:
    """The cell of a row that names what the row is about; the first if none does, as where it says "as above"."""
    return next((i for i, cell in enumerate(cells) if name in cell), 0)


def _ids(answer: Answer) -> list[str]:
    column = next((name for name, c in answer.query.columns.items() if c.type == "id"), "")
    return [str(row[column] or "") if column else "" for row in answer.rows]


def _sources(answer: Answer, table: Table, lang: str) -> list[dict[str, Any]]:
    rows = {row["id"]: row for each in (answer, *answer.companions) for row in each.sources}
    return source_notes([rows[id_] for id_ in table.cited], lang)
