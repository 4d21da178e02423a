"""The command that writes the record as a workbook, and takes back what was changed in it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from enishi.cli.options import (
    as_of_option,
    claims_of,
    graph_of,
    known_at_option,
    lang_option,
    phrases_option,
    settings_of,
    store_options,
)
from enishi.cli.output import on_terminal, say, today, write_bytes
from enishi.cli.subject import file_option, focus_option, party_option
from enishi.language import told
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from visualizations.workbook.contents import Contents
    from visualizations.workbook.edits import Edit
    from visualizations.workbook.rows import Asked
    from visualizations.workbook.taking import Taken


@click.command()
@focus_option("Only what is near this entity, by any of its names [default: everything].")
@party_option
@click.option(
    "--back",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Take back what was changed in this workbook, instead of writing one.",
)
@click.option(
    "--by",
    metavar="SOURCE",
    help="With --back: source that the changes are by, by its id; or source@place [default place: the cell].",
)
@click.option("--yes", is_flag=True, help="With --back: take the changes without asking.")
@click.option("--dry-run", is_flag=True, help="With --back: show the changes, and write nothing.")
@phrases_option
@store_options
@as_of_option
@known_at_option
@lang_option
@file_option("File, or - for here [default: named after what is in it, its day and its handling].")
def sheet(
    focus: str | None,
    steps: int | None,
    party: str | None,
    back: Path | None,
    by: str | None,
    yes: bool,
    dry_run: bool,
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    output: str | None,
) -> None:
    """Write the record as a workbook to be edited, or take back what was changed in one.

    The workbook (.xlsx) has sheets of documents, memberships, meetings, people, offices and sources, and with a ceiling of
    internal or above of where sources differ. Its first sheet says what it is, which cells may be changed, and how it is
    brought back. With a focus it holds what is near that.

    --back shows each change: sheet, row, column, what stood there and what stands there now. Nothing is written before
    you say so. What you confirm becomes further values in the last of your own folders (--records), by the source that
    you name; what was there stays. What cannot be taken is told, cell by cell, and the exit code is 1.

    \b
    Examples:
      enishi sheet -o record.xlsx
      enishi sheet --focus UK --lang ja
      enishi sheet --back record.xlsx --by desk-note-3 --records ./our-record --dry-run
      enishi sheet --back record.xlsx --by desk-note-3 --records ./our-record
    """
    settings = settings_of(store, record, lang)
    if back:
        asked = {"--focus": focus, "--steps": steps, "--party": party, "--as-of": as_of, "--known-at": known_at, "--store": store, "-o": output}  # fmt: skip
        if given := [option for option, value in asked.items() if value]:
            raise UsageError(
                Message("{options} has no effect on --back.", options=", ".join(given)),
                Message("What the workbook holds was said when it was written."),
            )
        _take_back(settings, back, by, named=record is not None, yes=yes, dry_run=dry_run)
        return
    if by or yes or dry_run:
        raise UsageError(Message("--by, --yes and --dry-run need --back."))
    if steps and not focus:
        raise UsageError(
            Message("--steps needs a --focus."), Message("For instance: --focus MDQ --steps 2")
        )
    _write(settings, focus, steps or 1, party, as_of or today(), known_at, output)


def _write(
    settings: Settings, focus: str | None, steps: int, party: str | None, as_of: str, known_at: str, output: str | None
) -> None:  # fmt: skip
    from queries.entities import find_entity, named_kinds
    from visualizations.briefing.phrases import read_phrases
    from visualizations.file_name import file_name
    from visualizations.workbook.contents import read_contents
    from visualizations.workbook.rows import Asked
    from visualizations.workbook.writer import workbook

    graph = graph_of(settings, known_at)
    asked = Asked(
        lang=settings.lang,
        own=find_entity(party or settings.party, ("Country", "Union"), graph, "party"),
        as_of=as_of,
        focus=find_entity(focus, named_kinds(), graph, "focus") if focus else "",
        steps=steps,
        ceiling=settings.ceiling,
    )
    claims = claims_of(graph, settings, known_at)
    contents = read_contents(graph, claims, asked, read_phrases(settings.phrases))
    handling = contents.imprint.handling
    name = file_name(asked.focus or "record", as_of, handling, settings.lang, ".xlsx")
    write_bytes(workbook(contents), output or name)
    if contents.left_out:
        say(
            Message(
                "The list of where sources differ is internal and is left out; --ceiling internal lets it in."
            )
        )


# Back ---------------------------------------------------------------------------------------------------------------


def _take_back(
    settings: Settings, path: Path, by: str | None, *, named: bool, yes: bool, dry_run: bool
) -> None:
    from enishi.cli.own_folder import place_of
    from visualizations.workbook.edits import compare
    from visualizations.workbook.state import read_returned
    from visualizations.workbook.taking import take

    if not by:
        raise UsageError(
            Message("It lacks {options}.", options="--by"),
            Message("Name the source that the changes are by; add one by: enishi add source"),
        )
    place = place_of(settings, named=named)
    returned = read_returned(path)
    edits, issues = compare(returned, _as_of_now(settings, returned.asked))
    taken = take(place, edits, by)
    taken.issues = sorted([*issues, *taken.issues], key=lambda issue: (issue.place.partition("!")[0], issue.row))  # fmt: skip
    for line in _lines(taken, settings.lang):
        click.echo(line)
    _sum_up(taken)
    if taken.edits and _confirmed(len(taken.edits), yes=yes, dry_run=dry_run):
        for draft in taken.drafts:
            say(Message("Written: {path}", path=place.write(draft)))
        say(Message("Next: {commands}", commands=f"enishi check --records {place.folder}"))
    else:
        say(Message("Nothing was written."))
    if taken.issues:
        sys.exit(1)


def _as_of_now(settings: Settings, asked: Asked) -> Contents:
    """What the workbook would hold if it were written now: of the record itself, wherever graphs are kept."""
    from enishi.builds import build, read_claims
    from graphmodel.stores.embedded import EmbeddedStore
    from visualizations.briefing.phrases import read_phrases
    from visualizations.workbook.contents import read_contents

    there = [folder for folder in settings.records if folder.is_dir()]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.kgl"
        build(settings.record, path, "", asked.ceiling, own=there)
        with EmbeddedStore(path) as graph:
            claims = read_claims(graph, path, "")
            return read_contents(graph, claims, asked, read_phrases())


def _confirmed(edits: int, *, yes: bool, dry_run: bool) -> bool:
    if dry_run:
        return False
    if yes:
        return True
    if not on_terminal():
        raise UsageError(
            Message("Nothing was written: there is nobody to be asked."),
            Message("Take the changes by --yes, or only look at them by --dry-run."),
        )
    return click.confirm(told(Message("Take these {edits} changes?", edits=edits)), err=True)


def _lines(taken: Taken, lang: str) -> Iterable[str]:
    """One line for each change below the thing that it is about; then what cannot be taken."""
    about = ""
    for edit in (*taken.edits, *taken.already):
        if edit.id != about:
            about = edit.id
            yield f"~ {edit.name}  [{edit.id}]"
        yield f"    {told(_change(edit, lang, already=edit in taken.already))}"
    for issue in taken.issues:
        yield f"! {told(issue.told)}"


def _change(edit: Edit, lang: str, *, already: bool) -> Message:
    said = Message(
        "{place}  {column}: {old} → {new}",
        place=edit.place, column=edit.heading, old=_shown(edit.old, lang), new=_shown(edit.new, lang),
    )  # fmt: skip
    return said.then(Message("(on record already)")) if already else said


def _shown(text: str, lang: str) -> str:
    from graphmodel.dates import PartialDate, is_iso_day

    return PartialDate.parse(text).label(lang) if is_iso_day(text) else text or "―"


def _sum_up(taken: Taken) -> None:
    counts: dict[str, int] = {
        "edits": len(taken.edits), "already": len(taken.already), "issues": len(taken.issues),
    }  # fmt: skip
    say(
        Message(
            "{edits} changes to be taken; {already} on record already; {issues} that cannot be taken."
        ).filled(**counts)
    )
