"""From a page's content to its file: our templates, a strict policy, links that work from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graphmodel.dates import PartialDate, days_between
from graphmodel.vocab import Handling
from visualizations.card import Row
from visualizations.coverage import coverage_line
from visualizations.site.columns import column_classes
from visualizations.site.edition import Edition
from visualizations.site.markup import is_address, linked, numbered, reference, runs, whole_days
from visualizations.site.places import ASSETS, HOME, network_of, place_of, relative
from visualizations.site.words import word
from visualizations.wording import source_words

FILES = Path(__file__).parent
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' file:",
        "style-src 'self' file:",
        "img-src 'self' data: file:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""What a page may load: the files beside it. `self` is the server that it came from; a file has none, hence `file:`."""


@dataclass(frozen=True)
class Page:
    """A page of one language before it is written.

    Attributes:
        place: What it shows.
        lang: Its language.
        template: Name of its template.
        title: Its heading.
        content: What the template needs besides.
        handling: Its mark; that of the edition if None.
        langs: Languages that the same place exists in.
    """

    place: str
    lang: str
    template: str
    title: str
    content: Mapping[str, Any] = field(default_factory=dict)
    handling: Handling | None = None


class Renderer:
    """Writes pages of one edition.

    Args:
        edition: What is published.
        program: Version of the program.
        menu: Places that the head of every page names, by the key of their word.
        networks: Places that have a network.
    """

    def __init__(
        self, edition: Edition, program: str, menu: Mapping[str, str], networks: frozenset[str]
    ) -> None:
        self.edition, self.program, self.menu, self.networks = edition, program, menu, networks

    @cached_property
    def _environment(self) -> Environment:
        loader = FileSystemLoader(FILES / "templates")
        made = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.globals |= {"reference": reference, "classes": column_classes}
        return made

    def html(self, page: Page) -> str:
        """The file of a page."""
        template = self._environment.get_template(f"{page.template}.html")
        return template.render(self._shell(page) | dict(page.content)) + "\n"

    def _shell(self, page: Page) -> dict[str, Any]:
        edition, lang = self.edition, page.lang
        places = edition.places
        here = places.file(page.place, lang)
        other = places.other(lang)

        def to(place: str, suffix: str = ".html") -> str:
            return relative(here, places.file(place, lang, suffix))

        def say(name: str, /, **values: object) -> str:
            return word(name, lang, **values)

        def said(text: str) -> Markup:
            return runs(text, lang)

        return {
            "page": page,
            "lang": lang,
            "say": say,
            "said": said,
            "headed": lambda text: whole_days(text, lang),
            "to": to,
            "cell": lambda text: numbered(text, lang, len(page.content.get("sources", ()))),
            "named": self._linker(to, lang),
            "entity": lambda id_: to(place_of(id_)) if id_ in edition.named else "",
            "policy": POLICY,
            "asset": lambda name: relative(here, f"{ASSETS}/{name}"),
            "root": relative(here, places.file(HOME, lang)).removesuffix(f"{HOME}.html"),
            "menu": [
                (say(key), to(place), place == page.place) for key, place in self.menu.items()
            ],
            "home": to(HOME),
            "other": relative(here, places.file(page.place, other)) if other else "",
            "other_lang": other,
            "mark": (page.handling or edition.handling).label(lang),
            "day": PartialDate.parse(edition.as_of).label(lang),
            "newest": newest_line(edition, lang),
            "coverage": coverage_line(edition.coverage, lang),
            "program": self.program,
            "build": edition.build["build_key"],
            "network": self.network(page.place, here, lang) if page.place in self.networks else "",
            "picture": self.network(HOME, here, lang),
        }

    def network(self, place: str, here: str, lang: str) -> str:
        """The address of a network as a page names it; there is one for all languages."""
        places = self.edition.places
        file = relative(here, places.file(network_of(place), places.langs[0]))
        return file if lang == places.langs[0] else f"{file}#lang={lang}"

    def _linker(self, to: Callable[..., str], lang: str) -> Callable[[str, Iterable[str]], Markup]:
        known = self.edition.named

        def anchor(text: str, address: str) -> Markup:
            return Markup('<a href="{}">{}</a>').format(address, runs(text, lang))

        def named(text: str, about: Iterable[str]) -> Markup:
            pairs = [
                (form, to(place_of(id_)))
                for id_ in about
                if id_ in known
                for form in _forms(text, known[id_].name(lang), known[id_].short)
            ]
            return linked(text, pairs, lang, anchor)

        return named


def _forms(text: str, name: str, short: str) -> list[str]:
    """The form of a name that stands in a text: the whole name, else its abbreviation."""
    return [name] if name in text else [short] if short and short in text else []


def newest_line(edition: Edition, lang: str) -> str:
    """How new the newest event on record is."""
    coverage = edition.coverage
    if not coverage.newest_event_on:
        return ""
    day = PartialDate.parse(coverage.newest_event_on)
    if coverage.goes_beyond:
        return word("beyond", lang, day=day.label(lang))
    age = days_between(day, PartialDate.parse(edition.as_of)) or 0
    return word("newest", lang, day=day.label(lang), age=max(age, 0))


def source_notes(
    rows: Iterable[Row], lang: str, places: Mapping[str, Iterable[str]] | None = None
) -> list[dict[str, Any]]:
    """Sources as footnotes, in the order of their numbers: publisher, title, date, kind, places, address.

    Args:
        rows: The sources.
        lang: Language of the page.
        places: Places in each source, by its id.
    """
    notes = []
    for row in rows:
        publisher, title, published, kind = source_words(row, lang)
        at = [place for place in (places or {}).get(row["id"], ()) if place]
        notes.append(
            {
                "id": row["id"],
                "publisher": publisher,
                "title": title,
                # Of two, each is in its language; one alone is as printed, whatever it stands under.
                "title_lang": lang
                if row["title_ja"] and row["title_en"]
                else row["language"] or lang,
                "published": published,
                "kind": kind,
                "at": word("place_in", lang, places=("、" if lang == "ja" else ", ").join(at))
                if at
                else "",
                "url": row["url"] if is_address(row["url"]) else "",
            }
        )
    return notes
