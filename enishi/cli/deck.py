"""The command that makes slides: deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    phrases_option,
    queries_option,
    settings_of,
    store_options,
)
from enishi.cli.output import say, today, write_bytes
from enishi.cli.subject import (
    BOTH,
    answer_of,
    file_option,
    final_option,
    languages_option,
    nothing_drawn,
    party_option,
    query_option,
    require_what_belongs,
    the_one,
    view_option,
)
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from graphmodel.vocab import Handling
    from visualizations.deck.content.pages import Page, Reader

_KINDS = (
    "overview",
    "documents",
    "signature",
    "process",
    "network",
    "schedule",
    "sheet",
    "changed",
    "table",
)
_MOST_LINES = 1.5
"""Lines for each box at most in a network that is drawn without being asked for."""


@dataclass(frozen=True)
class _Told:
    """The slides of a deck, and what it is about.

    Attributes:
        pages: The slides.
        subject: What it is about, in words.
        cited: Ids of sources that have the first numbers.
    """

    pages: Sequence[Page]
    subject: str
    cited: Sequence[str] = ()


@click.command()
@click.argument("name", nargs=-1)
@query_option(
    "Saved query whose rows the slides show as tables, and as a network where they name what one can draw."
)
@view_option("View that a page saved: the slide of what was seen in it, everything in its place.")
@click.option(
    "--like",
    type=click.Choice(("cabinet-office",)),
    help="The slides of a deck that ministries know, made anew from the graph.",
)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_KINDS),
    multiple=True,
    help="Only slides of this kind, in the order named; may be repeated [default: all that there are].",
)
@click.option(
    "--since",
    metavar="MARK|DAY",
    help="Add a slide of what has changed since a mark or since what was known on a day.",
)
@party_option
@languages_option
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own template (.pptx), with a layout named Enishi.",
)
@final_option
@phrases_option
@queries_option
@store_options
@as_of_option
@known_at_option
@file_option("File, or - for here [default: named after what it is about].")
def deck(
    name: tuple[str, ...],
    query_id: str | None,
    params: tuple[str, ...],
    view_file: Path | None,
    like: str | None,
    kinds: tuple[str, ...],
    since: str | None,
    party: str | None,
    lang: str | None,
    template: Path | None,
    final_by: str | None,
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    output: str | None,
) -> None:
    """Make slides (PowerPoint) of one thing, of a saved query, or of what was seen in a page.

    NAME is whatever `enishi find` finds: a partner, a forum, an instrument or another. Everything on the slides can be
    edited: boxes, tables, and lines that stay glued to their boxes. Every statement has a footnote, and the last
    slides list all sources. What rests on press or secondary sources alone is left out and counted.

    \b
    Examples:
      enishi deck UK --lang both -o uk.pptx
      enishi deck MDQ --kind network
      enishi deck UK --since 2025-05-01
      enishi deck --query partner-gap -p forum=MDQ -o gap.pptx
      enishi deck --view view.json -o seen.pptx
      enishi deck --like cabinet-office --known-at 2025-05-12 --as-of 2025-05-12
      enishi deck UK --template house.pptx --final "YAMADA Hanako"
    """
    from graphmodel.stores.remembering import RememberingStore
    from queries.entities import find_entity
    from visualizations.briefing.imprint import read_imprint
    from visualizations.briefing.phrases import read_phrases
    from visualizations.deck.content.pages import Reader, cabinet_office_pages
    from visualizations.deck.deck import LANGUAGES
    from visualizations.deck.deck import deck as draw

    _require_one_subject((name, query_id, view_file, like), params, query_id)
    settings = settings_of(store, record, None if lang == BOTH else lang, queries)
    graph = RememberingStore(graph_of(settings, known_at))
    own = find_entity(party or settings.party, ("Country", "Union"), graph, "party")
    reader = Reader(
        graph,
        read_phrases(settings.phrases),
        own,
        as_of or today(),
        LANGUAGES[lang or settings.lang],
    )
    if view_file:
        told, reader = _of_view(reader, view_file, as_of, own if party else "")
    elif like:
        told = _Told(
            cabinet_office_pages(reader),
            reader.phrases.say("deck_partner.cabinet_office", reader.langs[0]),
        )
    elif query_id:
        told = _of_query(reader, settings, query_id, params, kinds)
    else:
        told = _of_entity(reader, settings, " ".join(name), kinds, since)
    imprint = read_imprint(
        graph,
        reader.phrases,
        reader.as_of,
        handling=_most_careful(told.pages),
        draft=not final_by,
    )
    content = draw(
        told.pages,
        graph,
        imprint,
        langs=reader.langs,
        subject=told.subject,
        template=template,
        cited=told.cited,
    )
    if final_by:
        say(Message("Without the draft stamp, which {name} answers for.", name=final_by))
    write_bytes(content, output or imprint.file(told.subject, reader.langs[0], ".pptx"))


def _require_one_subject(
    subjects: Sequence[object], params: Sequence[str], query_id: str | None
) -> None:
    if sum(map(bool, subjects)) != 1:
        raise UsageError(
            Message(
                "A deck is about one thing: a NAME, a --query, a --view or a deck that it is --like."
            ),
            Message("For instance: {example}", example="enishi deck UK"),
        )
    require_what_belongs(None, None, query_id, params)


def _of_entity(
    reader: Reader, settings: Settings, name: str, kinds: Sequence[str], since: str | None
) -> _Told:
    """The slides of one thing."""
    from visualizations.cards import card_kinds
    from visualizations.deck.content.pages import kinds_of, pages_of, subject_of

    id_ = the_one(name, card_kinds(), reader.store, own=reader.own, lang=settings.lang)
    known = kinds_of(id_)
    wanted = [kind for kind in kinds if kind != "changed"]
    if unknown := [kind for kind in wanted if kind not in known]:
        raise UsageError(
            Message("There is no slide of the kind {kind} of {name}.", kind=unknown[0], name=name),
            Message("There are: {kinds}.", kinds=", ".join((*known, "changed"))),
        )
    if "changed" in kinds and not since:
        raise UsageError(
            Message("What has changed needs a mark or a day to begin with."),
            Message("For instance: {example}", example="--since 2025-05-01"),
        )
    pages = list(pages_of(reader, id_, wanted)) if wanted or not kinds else []
    subject = subject_of(reader, id_)
    if since:
        pages.append(_changed(reader, settings, id_, since))
    if not pages:
        raise UsageError(
            Message("There is nothing to show of {name} in slides of that kind.", name=name),
            Message("There are: {kinds}.", kinds=", ".join(known)),
        )
    return _Told(pages, subject)


def _changed(reader: Reader, settings: Settings, id_: str, since: str) -> Page:
    from enishi.cli.compare import named, snapshot_of
    from queries.changes import changes
    from visualizations.changes import ChangeList
    from visualizations.deck.content.changed import changed
    from visualizations.deck.content.pages import around, name_of

    before, after = snapshot_of(since, settings), snapshot_of("now", settings)
    names = {lang: (named(since, lang), named("now", lang)) for lang in ("ja", "en")}
    told = ChangeList(
        changes(before, after, reader.own), before, after, names, reader.as_of, reader.own
    )
    about = around(reader, id_)
    return [
        changed(told, reader.phrases, name_of(reader, id_, lang), about, lang)
        for lang in reader.langs
    ]


def _of_query(
    reader: Reader, settings: Settings, query_id: str, params: Sequence[str], kinds: Sequence[str]
) -> _Told:
    """The tables of a saved query, and its network."""
    from visualizations.answered import answered
    from visualizations.deck.content.answer import answer_tables
    from visualizations.deck.slides import NetworkSlide

    answer = answer_of(
        query_id, params, reader.store, settings, as_of=reader.as_of, party=reader.own
    )
    saved = answer.query
    made = [answer_tables(reader.store, answer, lang) for lang in reader.langs]
    pages: list[Page] = []
    if not kinds or "table" in kinds:
        pages += [list(slides) for slides in zip(*(slides for slides, _ in made), strict=True)]
    if not kinds or "network" in kinds:
        # On a slide no frame says who stands apart, so that nobody does.
        whole = replace(answer, companions=())
        scenes = answered(
            reader.store, whole, own=reader.own, as_of=reader.as_of, langs=reader.langs
        )
        dense = len(scenes[0].ties) > _MOST_LINES * len(scenes[0].nodes)
        if dense and not kinds:
            say(Message("The network of the rows has too many lines to be read: --kind network."))
        elif scenes[0].ties:
            pages.append(
                [
                    NetworkSlide("network", scene.title, saved.handling, scene=scene)
                    for scene in scenes
                ]
            )
    if not pages:
        raise nothing_drawn(saved.id)
    return _Told(pages, saved.title.text(reader.langs[0]), made[0][1])


def _of_view(reader: Reader, path: Path, as_of: str | None, own: str) -> tuple[_Told, Reader]:
    """The slide of what was seen in a page."""
    from visualizations.deck.content.seen import lost, seen
    from visualizations.view_file import read_view

    view = read_view(path)
    if own:
        view = view.model_copy(update={"own": own})
    if gone := lost(reader.store, view):
        say(Message("Not in the graph any more, so left out: {ids}.", ids=", ".join(gone)))
    if len(gone) == len(view.nodes):
        raise UsageError(
            Message("Nothing of what {path} shows is in the graph.", path=path),
            Message("Save it anew from the page, by its menu of exports."),
        )
    day = as_of or view.as_of
    reader = replace(reader, as_of=day, own=view.own)
    slides = seen(reader.store, reader.phrases, view, as_of=day, langs=reader.langs)
    return _Told([slides], str(slides[0].title)), reader


def _most_careful(pages: Sequence[Page]) -> Handling:
    return max((slide.handling for page in pages for slide in page), key=lambda own: own.rank)
