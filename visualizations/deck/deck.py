"""A whole deck: slides, drawn in one or two languages, the list of sources at the end, and the bytes of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from graphmodel.stores import GraphStore
from visualizations.briefing.footnotes import Footnotes
from visualizations.briefing.imprint import Imprint
from visualizations.deck.closing import closing_parts
from visualizations.deck.frame import Frame, Part
from visualizations.deck.house import read_house
from visualizations.deck.network import network_parts
from visualizations.deck.package import package
from visualizations.deck.process import process_parts
from visualizations.deck.schedule import schedule_parts
from visualizations.deck.sections import sections_parts
from visualizations.deck.slides import (
    NetworkSlide,
    ProcessSlide,
    ScheduleSlide,
    SectionsSlide,
    Slide,
    TableSlide,
)
from visualizations.deck.standing import standing
from visualizations.deck.table import table_parts
from visualizations.deck.together import together
from visualizations.deck.words import Words

LANGUAGES = {"ja": ("ja",), "en": ("en",), "both": ("ja", "en")}
"""What a deck may be told in; of two languages the first stands large."""


def deck(
    pages: Sequence[Sequence[Slide]],
    store: GraphStore,
    imprint: Imprint,
    *,
    langs: Sequence[str],
    subject: str,
    template: Path | None = None,
    cited: Sequence[str] = (),
) -> bytes:
    """Draw a deck.

    Args:
        pages: The slides: of each page one, or one in each of two languages.
        store: The graph, for the sources.
        imprint: What the deck says of itself.
        langs: The languages, the large one first.
        subject: What it is about, for the properties of the file.
        template: A ministry's own template.
        cited: Ids of sources that have the first numbers, since words on the slides name them so.

    Returns:
        The file; the same pages give the same bytes.

    Raises:
        EnishiError: If the template cannot be used.
    """
    house = read_house(template, len(langs))
    footnotes = Footnotes(store, imprint.phrases, imprint.coverage)
    for source in cited:
        footnotes.of([source])
    words = Words(tuple(langs), imprint.phrases, footnotes)
    frame = Frame(house, words, imprint)
    parts: list[Part] = []
    for page in pages:
        slide = page[0] if len(page) == 1 else together(page[0], page[1])
        parts += _parts(standing(slide, words), frame)
    for part in parts:
        words.numbers([part.said])  # every source has its number before they are listed
    parts += closing_parts(frame)
    for number, part in enumerate(parts, start=1):
        frame.draw(part, number, len(parts))
    return package(house.presentation, imprint, subject, tuple(langs))


def _parts(slide: Slide, frame: Frame) -> Iterator[Part]:
    """The sheets of a slide, by its kind."""
    if isinstance(slide, TableSlide):
        return table_parts(slide, frame)
    if isinstance(slide, SectionsSlide):
        return sections_parts(slide, frame)
    if isinstance(slide, ProcessSlide):
        return process_parts(slide, frame)
    if isinstance(slide, ScheduleSlide):
        return schedule_parts(slide, frame)
    if isinstance(slide, NetworkSlide):
        return network_parts(slide, frame)
    raise TypeError(slide)
