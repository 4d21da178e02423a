"""The command that draws static pictures: picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    completed_by,
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
    final_option,
    focus_option,
    languages_option,
    party_option,
    query_option,
    require_what_belongs,
    the_one,
    view_option,
)
from enishi.settings import LANGUAGES
from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.vocab import Handling

if TYPE_CHECKING:
    from graphmodel.vocab import Level, Scope
    from visualizations.pictures.files import Picture
    from visualizations.pictures.setting import Setting

KINDS = ("ego", "network", "timeline", "fora", "pairs", "counts", "calendar")
_NAMED = ("ego", "timeline")
_NAMELESS = ("network", "calendar")
_FORUM = "MDQ"


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", required=False, shell_complete=completed_by("complete_entity"))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File that ends in .png, .svg or .pdf [default: named after what it shows, .png].",
)
@click.option(
    "--size",
    type=click.Choice(("slide", "a4")),
    default="slide",
    show_default=True,
    help="16:9 for a slide, or A4 landscape.",
)
@focus_option("Of a network: the entity that it is about [default: what your side sees].")
@query_option("Of a network: saved query whose rows it shows.")
@view_option("Of a network: what was seen in a page, as the page saved it.")
@click.option(
    "--months",
    type=click.IntRange(1, 36),
    help="Of a calendar: how many months ahead [default: 6].",
)
@click.option(
    "--level",
    type=click.Choice(("government", "any")),
    help="Of counts: documents between governments, or between anyone [default: government].",
)
@click.option(
    "--scope",
    type=click.Choice(("dedicated", "includes")),
    help="Of counts: documents dedicated to quantum, or also those that include it [default: includes].",
)
@party_option
@final_option
@languages_option
@phrases_option
@queries_option
@store_options
@as_of_option
@known_at_option
def picture(
    kind: str,
    name: str | None,
    output: Path | None,
    size: str,
    focus: str | None,
    steps: int | None,
    query_id: str | None,
    params: tuple[str, ...],
    view_file: Path | None,
    months: int | None,
    level: str | None,
    scope: str | None,
    party: str | None,
    final_by: str | None,
    lang: str | None,
    queries: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
) -> None:
    """Draw a picture for a slide or a paper: PNG, SVG or PDF.

    KIND is `ego` (what is tied to NAME), `network` (of a selection), `timeline` (with a partner, of an instrument or of a
    forum), `fora` (members of a forum and where else they take part), `pairs` (documents between each two of them),
    `counts` (documents by year and kind) or `calendar` (what is ahead). Its title says what is found; what it rests on,
    its day, its build and its mark stand on it. What finds no room is counted below.

    \b
    Examples:
      enishi picture ego UK --lang ja -o uk.png
      enishi picture network --lang both --size a4 -o network.pdf
      enishi picture network --query partner-gap -p forum=MDQ -o gap.svg
      enishi picture network --view view.json -o seen.png
      enishi picture timeline UK -o uk-timeline.png
      enishi picture fora MDQ -o fora.png
      enishi picture counts --level any -o counts.png
      enishi picture calendar --months 12 --as-of 2025-05-01 -o ahead.png
    """
    from graphmodel.stores.remembering import RememberingStore
    from queries.entities import find_entity
    from visualizations.briefing.imprint import read_imprint
    from visualizations.briefing.phrases import read_phrases
    from visualizations.pictures.files import picture_bytes
    from visualizations.pictures.setting import Setting, Size
    from visualizations.pictures.subjects import draw_answer, draw_ego, draw_first, draw_view
    from visualizations.style import drawn_kinds
    from visualizations.view_file import read_view

    given = {
        "--focus": ("network", focus),
        "--steps": ("network ego", steps),
        "--query": ("network", query_id),
        "-p": ("network", params),
        "--view": ("network", view_file),
        "--months": ("calendar", months),
        "--level": ("counts", level),
        "--scope": ("counts", scope),
    }
    _require_fitting(
        kind,
        name,
        [option for option, (kinds, value) in given.items() if value and kind not in kinds.split()],
    )
    if kind == "network":
        _require_one_selection(focus, steps, query_id, params, view_file)
    format_ = _format_of(output)
    settings = settings_of(store, record, None if lang == BOTH else lang, queries)
    graph = RememberingStore(graph_of(settings, known_at))
    view = read_view(view_file) if view_file else None
    day = as_of or (view.as_of if view else today())
    imprint = read_imprint(
        graph,
        read_phrases(settings.phrases),
        day,
        handling=view.handling if view else Handling.PUBLIC,
        draft=not final_by,
    )
    side = party or (view.own if view else settings.party)
    setting = Setting(
        graph,
        imprint,
        find_entity(side, ("Country", "Union"), graph, "party"),
        LANGUAGES if lang == BOTH else (settings.lang,),
        Size.named(size),
    )
    if query_id:
        answer = answer_of(query_id, params, graph, settings, as_of=day, party=party)
        setting = replace(setting, imprint=replace(imprint, coverage=answer.coverage))
        drawn = draw_answer(setting, answer)
    elif view:
        drawn, lost = draw_view(setting, view)
        if lost:
            say(Message("Not in the graph, so not drawn: {ids}.", ids=", ".join(lost)))
    elif kind == "network" and not focus:
        drawn = draw_first(setting)
    elif kind in ("ego", "network"):
        entity = _meant(setting, name or focus or "", drawn_kinds())
        drawn = draw_ego(setting, entity, steps or 1)
    else:
        drawn = _of_kind(setting, kind, name, months or 6, _counted(level, scope))
    for text, letters in setting.lacking.found.items():
        say(
            Message(
                "The font has no {letters} (in {text}); a sign or the other name stands in its place.",
                letters=" ".join(letters),
                text=text,
            )
        )
    what = "-".join(filter(None, [kind, name]))
    file = output or setting.imprint.file(what, setting.langs[0], f".{format_}")
    write_bytes(picture_bytes(drawn, format_), str(file))


def _require_fitting(kind: str, name: str | None, foreign: Sequence[str]) -> None:
    """Refuse a name or an option that the kind has no use for, and miss none that it needs."""
    if kind in _NAMED and not name:
        raise UsageError(
            Message("A picture of the kind {kind} needs a name.", kind=kind),
            Message("For instance: {example}", example=f"enishi picture {kind} UK"),
        )
    if kind in _NAMELESS and name:
        raise UsageError(
            Message("A picture of the kind {kind} takes no name.", kind=kind),
            Message("For one entity: {example}", example=f"enishi picture ego {name}"),
        )
    if foreign:
        raise UsageError(
            Message("{option} does not go with the kind {kind}.", option=foreign[0], kind=kind),
            Message("Leave it out, or see: {example}", example="enishi picture --help"),
        )


def _require_one_selection(
    focus: str | None,
    steps: int | None,
    query_id: str | None,
    params: Sequence[str],
    view_file: Path | None,
) -> None:
    if sum(map(bool, (focus, query_id, view_file))) > 1:
        raise UsageError(
            Message("A network is of a --focus, a --query or a --view, not of several."),
            Message("Leave the others out."),
        )
    require_what_belongs(focus, steps, query_id, params)


def _format_of(output: Path | None) -> str:
    """The form that the end of a file's name says; its folder has to be there."""
    from visualizations.pictures.files import FORMATS

    if output is None:
        return FORMATS[0]
    format_ = output.suffix.lower().lstrip(".")
    if format_ not in FORMATS:
        raise UsageError(
            Message(
                "{file} ends in none of {formats}.",
                file=output,
                formats=", ".join(f".{each}" for each in FORMATS),
            ),
            Message("Name the file so that its end says the form."),
        )
    return format_


def _counted(level: str | None, scope: str | None) -> tuple[tuple[Level, ...], tuple[Scope, ...]]:
    """The levels and scopes that words of options stand for."""
    from graphmodel.vocab import Level, Scope

    levels = tuple(Level) if level == "any" else (Level.GOVERNMENT,)
    return levels, (Scope.DEDICATED,) if scope == "dedicated" else (Scope.DEDICATED, Scope.INCLUDES)


def _meant(setting: Setting, name: str, kinds: Sequence[str]) -> str:
    """The id of what a name stands for."""
    return the_one(name, kinds, setting.store, own=setting.own, lang=setting.lang)


def _of_kind(
    setting: Setting,
    kind: str,
    name: str | None,
    months: int,
    counted: tuple[tuple[Level, ...], tuple[Scope, ...]],
) -> Picture:
    """A picture of a kind that is no network."""
    from visualizations.pictures.coming import draw_coming
    from visualizations.pictures.counts import Counted, draw_counts
    from visualizations.pictures.matrices import draw_fora, draw_pairs
    from visualizations.pictures.timeline import KINDS as WITH_TIMELINE
    from visualizations.pictures.timeline import draw_timeline

    if kind == "calendar":
        return draw_coming(setting, months)
    if kind == "timeline":
        entity = _meant(setting, name or "", WITH_TIMELINE)
        if entity == setting.own:
            raise UsageError(
                Message("There is no timeline of your own side alone."),
                Message("Name a partner: {example}", example="enishi picture timeline UK"),
            )
        return draw_timeline(setting, entity)
    if kind == "counts":
        side = _meant(setting, name, ("Country", "Union")) if name else setting.own
        return draw_counts(setting, Counted(side, *counted))
    forum = _meant(setting, name or _FORUM, ("Forum",))
    return (draw_fora if kind == "fora" else draw_pairs)(setting, forum)
