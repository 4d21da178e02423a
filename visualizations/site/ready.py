"""Files that are ready for a meeting, beside the page of a partner: slides, a one-page brief, a picture, a calendar.

There are such for the members of the forum that the first question is about, and for whoever has an instrument with the
own side. Whatever a file may say is what its pages may: none goes above the ceiling, and what is made for one's own side
bears that mark in the file as in its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graphmodel.vocab import Handling
from visualizations.brief.make import Maker
from visualizations.brief.own import Own
from visualizations.briefing.imprint import Imprint, read_imprint
from visualizations.briefing.phrases import Phrases, read_phrases
from visualizations.calendar import calendar
from visualizations.deck.content.pages import Reader, pages_of, subject_of
from visualizations.deck.deck import deck
from visualizations.pictures.files import picture_bytes
from visualizations.pictures.setting import Setting
from visualizations.pictures.subjects import draw_ego
from visualizations.site.answers import Answers
from visualizations.site.edition import Edition
from visualizations.site.places import place_of

_DPI = 120
"""Dots per inch of the pictures: 1600 across, enough for a slide, and a third of the weight of the finest."""


class Link(NamedTuple):
    """A ready file, as a page names it.

    Attributes:
        key: Key of its word.
        place: Its place.
        suffix: Its ending.
        mark: Its handling.
    """

    key: str
    place: str
    suffix: str
    mark: Handling


@dataclass(frozen=True)
class Ready:
    """The ready files of an edition.

    Attributes:
        edition: What is published.
        answers: The answers in it.
    """

    edition: Edition
    answers: Answers

    @cached_property
    def partners(self) -> tuple[str, ...]:
        """Ids of those that have them, countries first, in the order of the alphabet."""
        gap = self.answers.answer("answers/partner-gap")
        headline = self.answers.answer("answers/headline-counts")
        among = gap.rows[0]["members"] if gap and gap.rows else []
        with_one = headline.rows[0]["partners"] if headline and headline.rows else []
        known = self.edition.named
        ids = {id_ for id_ in (*among, *with_one) if id_ in known} - {self.edition.own}
        return tuple(sorted(ids, key=lambda id_: (known[id_].kind == "Union", known[id_].en, id_)))

    def links(self, id_: str) -> tuple[Link, ...]:
        """The ready files of one thing; none if it has none."""
        if id_ not in self.partners:
            return ()
        place = place_of(id_)
        plain = self._imprint(Handling.PUBLIC)
        found = [
            Link("slides", plain.named(place), ".pptx", plain.handling),
            Link("brief", self._brief.named(place), ".docx", self._brief.handling),
            Link("picture", plain.named(place), ".png", plain.handling),
        ]
        answer = self.edition.answer("upcoming", partner=id_)
        if answer and answer.rows:
            found.append(Link("calendar", plain.named(place), ".ics", answer.coverage.handling))
        return tuple(found)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every ready file in every language, with its path from the folder on."""
        makers = {
            "slides": self._slides,
            "brief": self._page,
            "picture": self._picture,
            "calendar": self._calendar,
        }
        for id_ in self.partners:
            for link in self.links(id_):
                for lang in self.edition.langs:
                    yield (
                        self.edition.places.file(link.place, lang, link.suffix),
                        makers[link.key](id_, lang),
                    )

    @cached_property
    def _phrases(self) -> Phrases:
        return read_phrases(self.edition.phrases)

    @cached_property
    def _brief(self) -> Imprint:
        """A brief tells what came of agreed items, which is for one's own side: where that is published."""
        public = self.edition.ceiling is Handling.PUBLIC
        return self._imprint(Handling.PUBLIC if public else Handling.INTERNAL)

    def _imprint(self, handling: Handling) -> Imprint:
        edition = self.edition
        return read_imprint(edition.store, self._phrases, edition.as_of, handling=handling)

    def _slides(self, id_: str, lang: str) -> bytes:
        edition = self.edition
        reader = Reader(edition.store, self._phrases, edition.own, edition.as_of, (lang,))
        imprint = self._imprint(Handling.PUBLIC)
        return deck(
            pages_of(reader, id_),
            edition.store,
            imprint,
            langs=reader.langs,
            subject=subject_of(reader, id_),
        )

    def _page(self, id_: str, lang: str) -> bytes:
        maker = Maker(self.edition.store, self._brief, (lang,), self.edition.own)
        status = self.edition.ceiling is not Handling.PUBLIC
        return maker.file(maker.content(id_, status=status), Own(), ".docx").content

    def _picture(self, id_: str, lang: str) -> bytes:
        edition = self.edition
        setting = Setting(edition.store, self._imprint(Handling.PUBLIC), edition.own, (lang,))
        return picture_bytes(draw_ego(setting, id_), "png", _DPI)

    def _calendar(self, id_: str, lang: str) -> bytes:
        answer = self.edition.answer("upcoming", partner=id_)
        assert answer
        return calendar(answer, lang)
