"""Commands that tell two states of the record apart: diff, and mark, which keeps one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    claims_of,
    graph_of,
    lang_option,
    output_options,
    settings_of,
    store_options,
)
from enishi.cli.output import grid, json_text, today, write
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from queries.changes import Snapshot

_NOW = "now"


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B", default=_NOW)
@store_options
@as_of_option
@lang_option
@output_options("text", "md", "json")
def diff(
    before: str,
    after: str,
    store: str | None,
    record: Path | None,
    as_of: str | None,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Say what became of one state of the record in another.

    What is new, ended, changed, newly disputed, no longer disputed or no longer on record, in sentences with sources.
    A and B are each a day (what was known then), now, a mark, a folder of a record, the file of a graph, or a folder
    of your own after a plus: +./our-record is the record with it [default of B: now].

    \b
    Examples:
      enishi diff 2025-05-12 2025-10-06
      enishi diff briefing-2026-11 --lang ja
      enishi diff ../last-year/data ./data --format md -o changes.md
      enishi diff now +./our-record --ceiling internal
    """
    from queries.changes import changes
    from queries.entities import find_entity
    from visualizations.changes import ChangeList, changes_text

    settings = settings_of(store, record, lang)
    one, other = snapshot_of(before, settings), snapshot_of(after, settings)
    own = find_entity(settings.party, ("Country", "Union"), other.store, "party")
    names = {
        language: (named(before, language), named(after, language)) for language in ("ja", "en")
    }
    list_ = ChangeList(changes(one, other, own), one, other, names, as_of or today(), own)
    if format_ == "json":
        write(json_text(list_.as_json()), output)
    else:
        write(changes_text(list_, settings.lang, markdown=format_ == "md"), output)


def snapshot_of(text: str, settings: Settings) -> Snapshot:
    """What an argument names.

    Raises:
        EnishiError: If it names nothing, or what it names cannot be read.
    """
    from dataclasses import replace

    from enishi import marks
    from graphmodel.dates import is_iso_day
    from queries.changes import Snapshot

    if text == _NOW or is_iso_day(text):
        day = "" if text == _NOW else text
        graph = graph_of(settings, day)
        return Snapshot(graph, claims_of(graph, settings, day))
    if text.startswith("+"):
        return _built(replace(settings, records=(*settings.records, Path(text[1:]))))
    if Path(text).is_dir():
        return _built(replace(settings, record=Path(text)))
    if mark := marks.find_mark(text, settings.ceiling):
        marks.require_intact(mark)
        return _kept(mark.store, settings)
    if Path(text).is_file():
        return _kept(Path(text), settings)
    raise UsageError(
        Message("{text!r} is no day, no mark, no folder and no file.", text=text),
        Message("A day is written as 2025-05-12; enishi mark lists the marks."),
    )


def _built(settings: Settings) -> Snapshot:
    """A record, built for this once."""
    from dataclasses import replace

    context = click.get_current_context()
    folder = Path(context.with_resource(TemporaryDirectory()))
    once = replace(settings, store=folder / "graph.kgl", chosen_store=False)
    from enishi import builds
    from queries.changes import Snapshot

    graph = builds.open_graph(
        once.record, once.store, "", own=once.records, ceiling=once.ceiling, keep=False, say=lambda _: None
    )  # fmt: skip
    return Snapshot(context.with_resource(graph), claims_of(graph, once, ""))


def _kept(path: Path, settings: Settings) -> Snapshot:
    """A graph's own file, with the claims beside it."""
    from enishi import builds
    from enishi.claims_files import claims_beside, read_claims_file
    from graphmodel.stores.embedded import EmbeddedStore
    from queries.changes import Snapshot

    graph = click.get_current_context().with_resource(EmbeddedStore(path))
    builds.require_ceiling(graph, path, settings.ceiling)
    return Snapshot(graph, read_claims_file(claims_beside(path, builds.build_of(graph))))


def named(text: str, lang: str) -> str:
    """What an argument is called."""
    from graphmodel.dates import PartialDate, is_iso_day

    if is_iso_day(text):
        day = PartialDate.parse(text).label(lang)
        return f"{day}に知り得た内容" if lang == "ja" else f"what was known on {day}"
    if text == _NOW:
        return "現在" if lang == "ja" else "now"
    return f"「{text}」" if lang == "ja" else text


@click.command()
@click.argument("name", required=False)
@store_options
@lang_option
@output_options("table", "json")
def mark(
    name: str | None,
    store: str | None,
    record: Path | None,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Keep the graph as it is now under a name; without one, list the marks.

    Before a briefing, for instance: enishi diff NAME says afterwards what has changed since, and --store with the
    path that is shown here gives the answers of that day again. A mark is never overwritten.

    \b
    Examples:
      enishi mark briefing-2026-11
      enishi mark
    """
    from enishi import builds, marks

    settings = settings_of(store, record, lang)
    made = list(marks.all_marks(settings.ceiling))
    if name:
        if not isinstance(settings.store, Path):
            raise UsageError(
                Message("A mark is a copy of a file, and the graph is on a server."),
                Message("Name a file by --store."),
            )
        graph_of(settings, "")
        path = builds.projection_path(settings.store, "", settings.ceiling)
        made = [marks.make_mark(name, path, settings.ceiling, today())]
    if format_ == "json":
        rows = [one._asdict() | {"path": str(one.path)} for one in made]
        write(json_text(rows), output)
        return
    if not made:
        nothing = {"ja": "保存した時点はまだない", "en": "There are no marks yet."}
        write(nothing[settings.lang] + "\n", output)
        return
    heads = {
        "ja": ("名称", "作成日", "取扱い", "構築の識別子", "ファイル（--store）"),
        "en": ("Name", "Made on", "Handling", "Build", "File (--store)"),
    }[settings.lang]
    cells = [
        (one.name, one.made_on, one.ceiling.label(settings.lang), one.build, str(one.path))
        for one in made
    ]
    write(grid(heads, cells) + "\n", output)
