"""Commands that look something up: find, and the card of one thing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    lang_option,
    output_options,
    settings_of,
    store_options,
)
from enishi.cli.output import grid, json_text, today, write
from enishi.cli.subject import the_one


@click.command()
@click.argument("text", nargs=-1, required=True)
@store_options
@known_at_option
@lang_option
@output_options("table", "json")
def find(
    text: tuple[str, ...],
    store: str | None,
    record: Path | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Find what a name stands for, and say why.

    TEXT is a name or a part of one in Japanese, kana, Latin letters or old kanji, an abbreviation, a code or an id. The
    exit code is 0 if one thing is meant, 1 if there are several, or none.

    \b
    Examples:
      enishi find 英国
      enishi find LoI --lang ja
      enishi find QST
    """
    from queries.entities import find_entity
    from queries.find import find as find_names
    from visualizations.candidates import candidates

    settings = settings_of(store, record, lang)
    graph = graph_of(settings, known_at)
    party = find_entity(settings.party, ("Country", "Union"), graph, "party")
    found = find_names(" ".join(text), graph, party=party)
    if format_ == "json":
        write(
            json_text(
                {
                    "text": found.text,
                    "found": found.one.id if found.one else None,
                    "matches": [match.as_json() for match in found.matches],
                }
            ),
            output,
        )
    else:
        sentence, headings, rows = candidates(found, settings.lang)
        write("\n".join([sentence, *([grid(headings, rows)] if rows else [])]) + "\n", output)
    if not found.one:
        sys.exit(1)


@click.command()
@click.argument("name", nargs=-1, required=True)
@store_options
@as_of_option
@known_at_option
@lang_option
@output_options("text", "md", "json")
def show(
    name: tuple[str, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Show the card of one thing: a country, an instrument, a forum, a person, a programme or another.

    NAME is whatever `enishi find` finds. A block without a source held says so.

    \b
    Examples:
      enishi show 英国
      enishi show MDQ --lang en
      enishi show ヴィルックネン --as-of 2025-06-01
    """
    from queries.entities import find_entity
    from visualizations.card import card_text
    from visualizations.cards import card_kinds, make_card

    settings = settings_of(store, record, lang)
    graph = graph_of(settings, known_at)
    party = find_entity(settings.party, ("Country", "Union"), graph, "party")
    id_ = the_one(" ".join(name), card_kinds(), graph, own=party, lang=settings.lang)
    card = make_card(graph, id_, lang=settings.lang, as_of=as_of or today(), own=party)
    if format_ == "json":
        write(json_text(card.as_json()), output)
    else:
        write(card_text(card, markdown=format_ == "md"), output)
