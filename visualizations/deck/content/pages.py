"""Which slides there are about what: of a partner, of a forum, of an instrument, and of everything that has a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.kinds import kind_of
from graphmodel.stores import GraphStore
from graphmodel.vocab import Level, Scope
from visualizations.briefing.phrases import Phrases
from visualizations.cards import make_card
from visualizations.deck.content.cabinet_office import cabinet_office
from visualizations.deck.content.documents import documents_table
from visualizations.deck.content.fora import fora_table
from visualizations.deck.content.ladder import ladders
from visualizations.deck.content.overview import overview
from visualizations.deck.content.process import process_slides
from visualizations.deck.content.schedule import months_ahead, schedule
from visualizations.deck.content.sheet import sheet
from visualizations.deck.content.signature import signature_sheet
from visualizations.deck.content.telling import Telling
from visualizations.deck.slides import NetworkSlide, ScheduleSlide, Slide
from visualizations.neighbourhood import neighbourhoods
from visualizations.partner import Partner
from visualizations.style import drawn_kinds

_MONTHS = 6
"""Months ahead that a schedule shows."""

_NOT_ABOUT = ("country:", "union:", "org:", "person:", "office:")

Page = Sequence[Slide]
"""One slide, or one in each of two languages."""


@dataclass(frozen=True)
class Reader:
    """For whom slides are made, and from what.

    Attributes:
        store: The graph.
        phrases: The words.
        own: Id of the reader's own side.
        as_of: ISO day.
        langs: The languages, the large one first.
    """

    store: GraphStore
    phrases: Phrases
    own: str
    as_of: str
    langs: tuple[str, ...]

    def telling(self) -> tuple[Telling, ...]:
        """Who tells it in each of the languages."""
        return tuple(
            Telling(self.store, self.phrases, lang, self.as_of, self.own) for lang in self.langs
        )


Build = Callable[[Reader, str], Iterator[Page]]


def kinds_of(id_: str) -> tuple[str, ...]:
    """Kinds of slides that there are about something.

    Args:
        id_: Its id.
    """
    return tuple(_builds(id_))


def pages_of(reader: Reader, id_: str, kinds: Sequence[str] = ()) -> tuple[Page, ...]:
    """Slides about something.

    Args:
        reader: For whom.
        id_: Its id.
        kinds: Only these, in this order; if none is named all that say something of their own, of a forum without the
            table that compares fora.
    """
    builds = _builds(id_)
    if kinds:
        return tuple(page for kind in kinds for page in builds[kind](reader, id_))
    pages = [page for kind in builds if kind != "table" for page in builds[kind](reader, id_)]
    return tuple(page for page in pages if not _says_only_that_nothing_is_ahead(page))


def _says_only_that_nothing_is_ahead(page: Page) -> bool:
    """Whether it is a schedule without an entry; the first slide says so in a line."""
    return all(
        isinstance(slide, ScheduleSlide) and not any(lane.bars for lane in slide.lanes)
        for slide in page
    )


def cabinet_office_pages(reader: Reader) -> tuple[Page, ...]:
    """The Cabinet Office's deck.

    Args:
        reader: For whom.
    """
    told = [
        cabinet_office(reader.store, reader.phrases, lang=lang, as_of=reader.as_of, own=reader.own)
        for lang in reader.langs
    ]
    return tuple(zip(*told, strict=True))


def _builds(id_: str) -> Mapping[str, Build]:
    kind = kind_of(id_)
    assert kind is not None
    label = kind.spec.label
    if label in ("Country", "Union"):
        return {
            "overview": _overview,
            "documents": _documents_table,
            "signature": _signatures,
            "process": _processes,
            "network": _ladders,
            "schedule": _schedule,
        }
    builds: dict[str, Build] = {"sheet": _sheet}
    if label == "Forum":
        builds = {"table": _forum, **builds}
    elif label == "Agreement":
        builds = {"signature": _signature, "process": _process, **builds}
    if label in drawn_kinds():
        builds["network"] = _network
    return builds


# Of a partner -------------------------------------------------------------------------------------------------------


def _overview(reader: Reader, id_: str) -> Iterator[Page]:
    yield [
        overview(reader.store, reader.phrases, id_, own=reader.own, as_of=reader.as_of, lang=lang)
        for lang in reader.langs
    ]


def _documents_table(reader: Reader, partner: str) -> Iterator[Page]:
    scopes = (Scope.DEDICATED, Scope.INCLUDES)
    yield [documents_table(tell, partners=[partner], scopes=scopes) for tell in reader.telling()]


def _documents(reader: Reader, partner: str) -> Iterator[str]:
    """The government-level instruments dedicated to quantum technology; where there is none, the newest that includes it."""
    found = Partner(reader.telling()[0], partner)
    if found.dedicated:
        yield from (row["id"] for row in found.dedicated)
        return
    including = [
        row["id"]
        for row in found.between()
        if row["id"].startswith("agreement:")
        and row["level"] == Level.GOVERNMENT
        and row["scope"] == Scope.INCLUDES
        and row["event_on"]
    ]
    yield from including[-1:]


def _signatures(reader: Reader, partner: str) -> Iterator[Page]:
    for document in _documents(reader, partner):
        yield from _signature(reader, document)


def _processes(reader: Reader, partner: str) -> Iterator[Page]:
    for document in _documents(reader, partner):
        told = [process_slides(tell, document, partner) for tell in reader.telling()]
        yield from zip(*told, strict=True)


def _ladders(reader: Reader, id_: str) -> Iterator[Page]:
    yield from ladders(
        reader.store, reader.phrases, id_, own=reader.own, as_of=reader.as_of, langs=reader.langs
    )


def _schedule(reader: Reader, partner: str) -> Iterator[Page]:
    first, last = months_ahead(reader.as_of, _MONTHS)
    yield [schedule(tell, partner, first=first, last=last) for tell in reader.telling()]


# Of an instrument, a forum, and others ------------------------------------------------------------------------------


def _signature(reader: Reader, document: str) -> Iterator[Page]:
    yield [signature_sheet(tell, document) for tell in reader.telling()]


def _process(reader: Reader, document: str) -> Iterator[Page]:
    parties = reader.telling()[0].read("picture-parties", ids=[document])
    sides = [row["party"] for row in parties if row["party"].startswith(("country:", "union:"))]
    for partner in [side for side in sides if side != reader.own][:1]:
        told = [process_slides(tell, document, partner) for tell in reader.telling()]
        yield from zip(*told, strict=True)


def _forum(reader: Reader, id_: str) -> Iterator[Page]:
    yield [fora_table(tell, [id_]) for tell in reader.telling()]


def _sheet(reader: Reader, id_: str) -> Iterator[Page]:
    yield [
        sheet(reader.store, reader.phrases, id_, own=reader.own, as_of=reader.as_of, lang=lang)
        for lang in reader.langs
    ]


def _network(reader: Reader, id_: str) -> Iterator[Page]:
    scenes = neighbourhoods(
        reader.store, focus=id_, steps=1, own=reader.own, as_of=reader.as_of, langs=reader.langs
    )
    if len(scenes[0].nodes) > 1:
        yield [NetworkSlide("network", scene.title, scene=scene) for scene in scenes]


# What they are about ------------------------------------------------------------------------------------------------


def subject_of(reader: Reader, id_: str) -> str:
    """What slides about something are about, in the large language.

    Args:
        reader: For whom.
        id_: Its id.
    """
    lang, tell = reader.langs[0], reader.telling()[0]
    if id_.startswith(("country:", "union:")) and id_ != reader.own:
        pair = tell.pair(id_)
        return reader.phrases.say("deck_partner.subject", lang, pair=pair)
    return name_of(reader, id_, lang)


def name_of(reader: Reader, id_: str, lang: str) -> str:
    """The name of something."""
    return Telling(reader.store, reader.phrases, lang, reader.as_of, reader.own).called(id_)


def around(reader: Reader, id_: str) -> frozenset[str]:
    """Ids of what a change has to be of to be told about something: itself, and what its card names.

    Args:
        reader: For whom.
        id_: Its id.
    """
    card = make_card(reader.store, id_, lang=reader.langs[0], as_of=reader.as_of, own=reader.own)
    named = {about for block in card.blocks for line in block.lines for about in line.about}
    return frozenset({id_, *(one for one in named if not one.startswith(_NOT_ABOUT))})
