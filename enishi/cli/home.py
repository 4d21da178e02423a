"""What the command says without arguments: the first page, as text."""

from __future__ import annotations

import click

from enishi.cli.options import graph_of, settings_of
from enishi.cli.output import today
from enishi.language import told
from graphmodel.messages import Message

COMMANDS = {
    "gap": "enishi query run partner-gap -p forum=MDQ",
    "partners": "enishi show UK",
    "fora": "enishi show MDQ",
    "documents": "enishi find LoI",
    "upcoming": "enishi query run upcoming",
    "conflicts": "enishi query run conflicts",
    "take": "enishi deck UK -o uk.pptx",
    "answers": "enishi query list",
}
"""An example of the command that answers each question of the first page."""


def home() -> None:
    """Say how new the record is, how many instruments there are, and how each question is asked."""
    from graphmodel.stores.remembering import RememberingStore
    from queries.entities import find_entity
    from visualizations.site.edition import Edition
    from visualizations.site.home_text import home_text

    settings = settings_of()
    graph = RememberingStore(graph_of(settings, ""))
    own = find_entity(settings.party, ("Country", "Union"), graph, "party")
    edition = Edition(graph, own, today(), (settings.lang,), settings.ceiling, settings.queries)
    click.echo(home_text(edition, settings.lang, COMMANDS), nl=False)
    click.echo("\n" + told(Message("All commands: enishi --help")))
