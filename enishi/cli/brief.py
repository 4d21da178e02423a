"""The command that makes one-page briefs: brief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    graph_of,
    known_at_option,
    phrases_option,
    settings_of,
    store_options,
)
from enishi.cli.output import on_terminal, say, today, write_bytes
from enishi.cli.subject import file_option, final_option, languages_option, party_option, the_one
from enishi.language import told
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of

if TYPE_CHECKING:
    from enishi.settings import Settings
    from graphmodel.stores.base import GraphStore
    from visualizations.brief.make import Maker
    from visualizations.brief.own import Own
    from visualizations.brief.prints import ByHand
    from visualizations.brief.read import Changed
    from visualizations.briefing.phrases import Phrases

_FORMS = (".docx", ".pptx", ".html")
_MOST_TOLD = 10
"""Changes by hand that are told one by one."""


@click.command()
@click.argument("name", nargs=-1, required=True)
@languages_option
@click.option(
    "--since",
    metavar="MARK|DAY",
    help="Add what has changed since a mark, or since what was known on a day.",
)
@party_option
@final_option
@click.option(
    "--force",
    is_flag=True,
    help="Replace what was changed by hand without asking; a copy of it is kept beside.",
)
@phrases_option
@store_options
@as_of_option
@known_at_option
@file_option(
    "File ending in .docx, .pptx or .html, or - for a Word document here [default: named after what it is about]."
)
def brief(
    name: tuple[str, ...],
    lang: str | None,
    since: str | None,
    party: str | None,
    final_by: str | None,
    force: bool,
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    output: str | None,
) -> None:
    """Make a one-page brief (A4) of a partner or a forum: Word, PowerPoint or a page to print.

    NAME is whatever `enishi find` finds. Every sentence has a footnote; what rests on press or secondary sources alone is
    left out and counted, and so is what the page has no room for. It is for internal use, since it says what came of
    agreed items; --ceiling public leaves that out.

    Write your talking points between the two markers: they are kept when the brief is made again. Whatever else was
    changed by hand is told before it is replaced.

    \b
    Examples:
      enishi brief UK --lang ja -o uk.docx
      enishi brief EU --lang both --since 2025-05-01 -o eu.docx
      enishi brief MDQ --ceiling public -o mdq.html
      enishi brief UK -o uk.docx --final "YAMADA Hanako"
    """
    from graphmodel.stores.remembering import RememberingStore
    from graphmodel.vocab import Handling
    from queries.entities import find_entity
    from visualizations.brief.make import Maker
    from visualizations.briefing.imprint import read_imprint
    from visualizations.briefing.phrases import read_phrases

    suffix = _suffix(output)
    settings = settings_of(store, record, None if lang == "both" else lang)
    graph = RememberingStore(graph_of(settings, known_at))
    own_side = find_entity(party or settings.party, ("Country", "Union"), graph, "party")
    id_ = _partner_or_forum(" ".join(name), graph, own_side, settings.lang)
    status = not (settings.chosen_ceiling and settings.ceiling is Handling.PUBLIC)
    phrases, day = read_phrases(settings.phrases), as_of or today()
    imprint = read_imprint(
        graph,
        phrases,
        day,
        handling=Handling.INTERNAL if status else Handling.PUBLIC,
        draft=not final_by,
    )
    chosen = lang or settings.lang
    maker = Maker(graph, imprint, ("ja", "en") if chosen == "both" else (chosen,), own_side)
    changed = _changed(settings, since, day, own_side, phrases) if since else None
    content = maker.content(id_, status=status, changed=changed)
    stem = phrases.say("brief.file", maker.langs[0], what=content.names[0])
    place = output or imprint.file(stem, maker.langs[0], suffix)
    own = _kept(place, suffix, maker, force=force)
    made = maker.file(content, own, suffix)
    if not made.fits:
        say(
            Message(
                "Your own text leaves no room for the rest on one page: shorten it, or see what the second page holds."
            )
        )
    if final_by:
        say(Message("The draft stamp is taken off; {name} answers for the brief.", name=final_by))
    write_bytes(made.content, place)


def _suffix(output: str | None) -> str:
    """The ending of the file that is made."""
    if output in (None, "-"):
        return _FORMS[0]
    suffix = Path(str(output)).suffix.lower()
    if suffix not in _FORMS:
        raise UsageError(
            Message("{path} ends in none of {forms}.", path=str(output), forms=", ".join(_FORMS)),
            Message("A brief is a Word document, a presentation or a page; name it by -o."),
        )
    return suffix


def _partner_or_forum(text: str, graph: GraphStore, own: str, lang: str) -> str:
    """What the brief is about."""
    from visualizations.brief.read import KINDS

    id_ = the_one(text, KINDS, graph, own=own, lang=lang)
    if id_ == own:
        raise UsageError(
            Message("A brief is about a partner or a forum, and {id} is your own side.", id=own),
            Message("Name another, or your own side by --party."),
        )
    return id_


def _changed(settings: Settings, since: str, day: str, own: str, phrases: Phrases) -> Changed:
    from enishi.cli.compare import named, snapshot_of
    from queries.changes import changes
    from visualizations.brief.changed import changed_since
    from visualizations.changes import ChangeList

    before, after = snapshot_of(since, settings), snapshot_of("now", settings)
    names = {lang: (named(since, lang), named("now", lang)) for lang in ("ja", "en")}
    told_ = ChangeList(changes(before, after, own), before, after, names, day, own)
    return changed_since(told_, phrases)


def _kept(place: str, suffix: str, maker: Maker, *, force: bool) -> Own:
    """The officer's own text in a file that is there already; what else was changed in it is told first."""
    from visualizations.brief.own import Found, Own
    from visualizations.brief.prints import by_hand

    path = Path(place)
    if place == "-" or not path.exists():
        return Own()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be read: {reason}.", path=path, reason=reason_of(error)),
            Message("Name another file by -o."),
        ) from error
    try:
        found = maker.found(content, suffix)
    except ValueError:
        found = Found(Own(), ())
    changes = by_hand(found.texts, found.prints)
    if not changes and not found.own.lost:
        return found.own
    _tell(path, changes, lost=found.own.lost)
    if not force and not (
        on_terminal()
        and click.confirm(told(Message("Replace it? A copy of it is kept beside.")), err=True)
    ):
        raise UsageError(
            Message("{path} is left as it is.", path=path),
            Message("Name another file by -o, or replace it by --force."),
        )
    write_bytes(content, str(_beside(path)))
    return found.own


def _tell(path: Path, changes: ByHand, *, lost: bool) -> None:
    """Say what would be lost by replacing a file."""
    if changes.unknown:
        say(Message("{path} was not made by enishi brief.", path=path))
        return
    say(Message("Changed by hand in {path}:", path=path))
    for text in changes.added[:_MOST_TOLD]:
        click.echo(f"  {text}", err=True)
    if (left := len(changes.added) - _MOST_TOLD) > 0:
        say(Message("  and {left} more paragraphs", left=left))
    if changes.gone:
        say(Message("  Paragraphs that are gone or rewritten: {gone}", gone=changes.gone))
    if lost:
        say(Message("  Between the markers: a picture or a table, of which only text can be kept"))


def _beside(path: Path) -> Path:
    """A name for a copy that no file has yet."""
    number = 1
    while (copy := path.with_name(f"{path.stem}.before-{number}{path.suffix}")).exists():
        number += 1
    return copy
