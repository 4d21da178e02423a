"""Which slides there are about what: of a partner, of a forum, of an instrument, and of everything that has a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.kinds import kind_of
from graphmodel.stores import GraphStore
from visualizations.briefing.phrases import Phrases
from visualizations.card import Teller
from visualizations.cards import make_card
from visualizations.deck.content.ladder import ladders
from visualizations.deck.content.overview import overview
from visualizations.deck.content.sheet import sheet
from visualizations.deck.content.sides import pair_name
from visualizations.deck.slides import NetworkSlide, Slide
from visualizations.neighbourhood import neighbourhoods
from visualizations.style import drawn_kinds

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
        kinds: Only these, in this order; all that there are if none is named.
    """
    builds = _builds(id_)
    return tuple(page for kind in kinds or builds for page in builds[kind](reader, id_))


def _builds(id_: str) -> Mapping[str, Build]:
    kind = kind_of(id_)
    assert kind is not None
    if kind.spec.label in ("Country", "Union"):
        return {"overview": _overview, "network": _ladders}
    builds: dict[str, Build] = {"sheet": _sheet}
    if kind.spec.label in drawn_kinds():
        builds["network"] = _network
    return builds


def _overview(reader: Reader, id_: str) -> Iterator[Page]:
    yield [
        overview(
            reader.store, reader.phrases, id_, own=reader.own, as_of=reader.as_of, lang=lang
        )
        for lang in reader.langs
    ]


def _sheet(reader: Reader, id_: str) -> Iterator[Page]:
    yield [
        sheet(reader.store, id_, own=reader.own, as_of=reader.as_of, lang=lang)
        for lang in reader.langs
    ]


def _ladders(reader: Reader, id_: str) -> Iterator[Page]:
    yield from ladders(
        reader.store, reader.phrases, id_, own=reader.own, as_of=reader.as_of, langs=reader.langs
    )


def _network(reader: Reader, id_: str) -> Iterator[Page]:
    scenes = neighbourhoods(
        reader.store, focus=id_, steps=1, own=reader.own, as_of=reader.as_of, langs=reader.langs
    )
    if len(scenes[0].nodes) > 1:
        yield [NetworkSlide("network", scene.title, scene=scene) for scene in scenes]


def subject_of(reader: Reader, id_: str) -> str:
    """What slides about something are about, in the large language.

    Args:
        reader: For whom.
        id_: Its id.
    """
    lang = reader.langs[0]
    if id_.startswith(("country:", "union:")) and id_ != reader.own:
        pair = pair_name(reader.store, reader.phrases, reader.own, id_, lang)
        return reader.phrases.say("deck_partner.subject", lang, pair=pair)
    return name_of(reader, id_, lang)


def name_of(reader: Reader, id_: str, lang: str) -> str:
    """The name of something."""
    return Teller(reader.store, lang, reader.as_of, reader.own).called(id_)


def around(reader: Reader, id_: str) -> frozenset[str]:
    """Ids of what a change has to be of to be told about something: itself, and what its card names.

    Args:
        reader: For whom.
        id_: Its id.
    """
    card = make_card(
        reader.store, id_, lang=reader.langs[0], as_of=reader.as_of, own=reader.own
    )
    named = {about for block in card.blocks for line in block.lines for about in line.about}
    return frozenset({id_, *(one for one in named if not one.startswith(_NOT_ABOUT))})
