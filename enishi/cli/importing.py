"""The command that takes a user's own list into record files of their own folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.options import lang_option, settings_of
from enishi.cli.output import json_text, say, today
from enishi.cli.own_folder import own_folder_options, place_of
from enishi.language import told
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.cells import RowIssue
    from loaders.intake import Intake, Taken
    from loaders.writing import Place

_PLACES = 8
"""Places that are shown of a finding that many cells share."""


@click.command(name="import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--map", "map_", type=click.Path(dir_okay=False, path_type=Path), help="The mapping: what each column is.")  # fmt: skip
@click.option("--propose", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), help="Write a mapping to be looked through, from the headings and values, instead; on a terminal it asks.")  # fmt: skip
@click.option("--kind", help="With --propose: what each row is about (agreement, organisation, forum …).")  # fmt: skip
@own_folder_options
@click.option("--update", is_flag=True, help="Where a cell says something else than it did, take that, and mark the old value as withdrawn today.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="Form.")  # fmt: skip
@lang_option
def import_(
    file: Path, map_: Path | None, propose: Path | None, kind: str | None, record: Path | None,
    update: bool, dry_run: bool, format_: str, lang: str | None,
) -> None:  # fmt: skip
    """Take a list of your own (CSV or Excel) into your own folder.

    A mapping says what each column is; --propose writes one to start from. A row is taken whole or not at all: one that
    cannot be taken is told with sheet, row, column, value and what to do, and is written into a file beside the list.
    Nothing that is there is overwritten, and the same list a second time changes nothing. Exit code 1 if a row was not taken.

    \b
    Examples:
      enishi import 一覧.xlsx --propose mapping.yaml
      enishi import 一覧.xlsx --map mapping.yaml --records ./our-record --dry-run
      enishi import 一覧.xlsx --map mapping.yaml --records ./our-record
      enishi import 一覧.xlsx --map mapping.yaml --records ./our-record --update     (the list has changed since)
    """
    settings = settings_of(record=record, lang=lang)
    if propose:
        from enishi.cli.proposing import propose_mapping

        propose_mapping(file, propose, kind or "", settings)
        return
    if not map_:
        raise UsageError(
            Message("It lacks {options}.", options="--map"),
            Message("Let a mapping be proposed: enishi import {file} --propose mapping.yaml", file=file),
        )  # fmt: skip
    place = place_of(settings, named=False)
    from loaders.intake import take_in
    from loaders.mapping_file import read_mapping
    from loaders.rejected import write_rejected
    from loaders.tables import read_table

    mapping = read_mapping(map_)
    table = read_table(file, mapping.sheet, [column.heading for column in mapping.columns])
    intake = take_in(table, mapping, place, today() if update else "")
    if format_ == "json":
        click.echo(json_text(_as_json(intake)), nl=False)
    else:
        for line in _lines(place, intake, settings.lang, dry_run):
            click.echo(line)
    if not dry_run:
        for draft in intake.drafts:
            place.write(draft)
        if intake.issues:
            reasons = {issue: told(issue.message.then(issue.hint)) for issue in intake.issues}
            where = write_rejected(file, table, intake.rejected, intake.issues, reasons)
            say(Message("The rows that were not taken: {path}", path=where))
    _sum_up(intake, dry_run, place.folder)
    if intake.issues:
        sys.exit(1)


def _sum_up(intake: Intake, dry_run: bool, records: Path) -> None:
    say(intake.table.said)
    if intake.left_out:
        say(Message("Columns not taken over: {columns}", columns=", ".join(intake.left_out)))
    counts: dict[str, Any] = {
        "rows": len(intake.table.rows), "new": sum(one.new for one in intake.taken), "more": sum(not one.new for one in intake.taken),
        "same": len(intake.unchanged), "rejected": len(intake.rejected), "issues": len(intake.issues),
    }  # fmt: skip
    say(
        Message(
            "{rows} rows: {new} new, {more} with more on what is there, {same} unchanged; {rejected} rows not taken, {issues} findings."
        ).filled(**counts)
    )
    if dry_run:
        say(Message("Nothing was written."))
    elif intake.drafts:
        say(Message("Next: {commands}", commands=f"enishi check --records {records}"))


def _lines(place: Place, intake: Intake, lang: str, dry_run: bool) -> list[str]:
    """One line for each entity; in a dry run with each of its values; then what was not taken."""
    lines = []
    for one in intake.taken:
        rows = ", ".join(str(row.number) for row in one.rows)
        mark, what = ("+", Message("new")) if one.new else ("~", Message("more on what is there"))
        lines.append(
            f"{mark} {one.id}  {told(Message('row {rows}, {what}', rows=rows, what=what))}"
        )
        if dry_run or not one.new:
            lines += [f"    {line}" for line in _values(place, one, lang)]
        lines += [f"    {line}" for line in _withdrawn(place, one, lang)]
    return lines + _findings(intake.issues)


def _findings(issues: Iterable[RowIssue]) -> list[str]:
    """One line for each finding; where many cells say the same, one for all of them, with their places."""
    alike: dict[tuple[object, ...], list[RowIssue]] = {}
    for issue in issues:
        alike.setdefault(issue[2:], []).append(issue)
    lines = []
    for same in alike.values():
        places = ", ".join(issue.place for issue in same[:_PLACES])
        more = f" … ({len(same)})" if len(same) > _PLACES else ""
        lines.append(f"! {told(same[0]._replace(place=places + more).told)}")
    return lines


def _values(place: Place, one: Taken, lang: str) -> list[str]:
    from enishi.cli.claim_text import claim_line

    claims = (claim for said in one.said for claim in said.claims)
    return list(dict.fromkeys(claim_line(place.known, one.id, claim, lang) for claim in claims))


def _withdrawn(place: Place, one: Taken, lang: str) -> list[str]:
    from enishi.cli.claim_text import claim_line

    lines = dict.fromkeys(claim_line(place.known, one.id, claim, lang) for claim in one.gone)
    return [told(Message("withdrawn: {what}", what=line)) for line in lines]


def _as_json(intake: Intake) -> dict[str, Any]:
    return {
        "file": intake.table.file,
        "sheet": intake.table.sheet,
        "rows": len(intake.table.rows),
        "taken": [
            {
                "id": one.id, "new": one.new, "rows": [row.number for row in one.rows],
                "claims": [claim._asdict() for said in one.said for claim in said.claims],
                "withdrawn": [claim._asdict() for claim in one.gone],
            }
            for one in intake.taken
        ],
        "unchanged": intake.unchanged,
        "left_out": intake.left_out,
        "issues": [
            issue._asdict() | {"message": told(issue.message), "hint": told(issue.hint)}
            for issue in intake.issues
        ],
    }  # fmt: skip
