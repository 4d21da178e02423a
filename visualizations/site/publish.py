"""Everything that is published, file by file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from queries.results import Answer
from visualizations.calendar import calendar
from visualizations.coverage import limit_note
from visualizations.sheet import answer_sheet
from visualizations.site.answers import Answers
from visualizations.site.coming import PLACE as UPCOMING
from visualizations.site.coming import upcoming_pages
from visualizations.site.edition import Edition
from visualizations.site.entities import entity_pages
from visualizations.site.glossary import glossary_pages
from visualizations.site.home import home_pages, menu, take_pages
from visualizations.site.lists import document_pages, forum_pages, partner_pages
from visualizations.site.networks import network_files, network_places
from visualizations.site.places import ASSETS
from visualizations.site.ready import Ready
from visualizations.site.render import FILES, Page, Renderer
from visualizations.site.search_index import names_script
from visualizations.table import make_table

File = tuple[str, bytes]


def published_files(edition: Edition, program: str) -> Iterator[File]:
    """Every file of the folder, with its path from the folder on.

    Args:
        edition: What is published.
        program: Version of the program.
    """
    answers = Answers(edition)
    ready = Ready(edition, answers)
    networks = network_places(edition)
    renderer = Renderer(edition, program, menu(edition), frozenset(networks))
    for page in _pages(edition, answers, ready):
        yield edition.places.file(page.place, page.lang), renderer.html(page).encode("utf-8")
    yield from _tables(edition, answers)
    yield from network_files(edition, networks)
    yield from ready.files()
    for name in ("site.css", "site.js"):
        yield f"{ASSETS}/{name}", (FILES / "assets" / name).read_bytes()
    yield f"{ASSETS}/names.js", names_script(edition).encode("utf-8")


def _pages(edition: Edition, answers: Answers, ready: Ready) -> Iterator[Page]:
    yield from home_pages(edition, answers)
    yield from partner_pages(edition, answers)
    yield from forum_pages(edition)
    yield from document_pages(edition)
    yield from upcoming_pages(edition, answers)
    yield from answers.pages()
    yield from take_pages(edition, answers, ready)
    yield from glossary_pages(edition)
    yield from entity_pages(edition, ready)


def _tables(edition: Edition, answers: Answers) -> Iterator[File]:
    """The answers as workbooks and as plain tables, and what is coming as a calendar."""
    for query in edition.queries:
        for asked in answers.variants(query):
            answer = answers.answer(asked.place)
            if answer is None:
                continue
            for lang in edition.langs:
                yield edition.places.file(asked.place, lang, ".xlsx"), answer_sheet(answer, lang)
                yield edition.places.file(asked.place, lang, ".csv"), answer_csv(answer, lang)
    upcoming = answers.answer("answers/upcoming")
    if upcoming:
        for lang in edition.langs:
            yield edition.places.file(UPCOMING, lang, ".ics"), calendar(upcoming, lang)


def answer_csv(answer: Answer, lang: str) -> bytes:
    """The rows of an answer, with headings, marked as UTF-8 for spreadsheets; a last line says if there are more rows."""
    table = make_table(answer, lang, numbered=False)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([table.headings, *table.rows])
    if answer.truncated:
        writer.writerow([limit_note(len(answer.rows), lang)])
    return stream.getvalue().encode("utf-8-sig")
