"""Commands that make the graph and check what it is made from: build, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi import builds
from enishi.cli.options import (
    as_of_option,
    known_at_option,
    lang_option,
    output_options,
    records_option,
    settings_of,
    store_options,
)
from enishi.cli.output import grid, json_text, say, today, track, write
from enishi.language import told
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from loaders.coverage import Coverage


@click.command()
@store_options
@known_at_option
@click.option(
    "--allow-foreign",
    is_flag=True,
    help="On a server: load beside data that are not Enishi's; they stay as they are.",
)
@click.option(
    "--replace",
    is_flag=True,
    help="On a server: put this graph in the place of one of another day.",
)
def build(
    store: str | None, record: Path | None, known_at: str, allow_foreign: bool, replace: bool
) -> None:
    """Build the graph from the record.

    The old graph stays as it is until the new one is complete; readers see the one or the other. Who asks a server is
    in the environment: NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.

    \b
    Examples:
      enishi build
      enishi build --known-at 2025-05-12
      enishi build --records ./our-record --ceiling internal
      enishi build --store bolt://localhost:7687
    """
    settings = settings_of(store, record)
    report = builds.build(
        settings.record,
        builds.projection_place(settings.store, known_at, settings.ceiling),
        known_at,
        settings.ceiling,
        track=track,
        own=settings.records,
        allow_foreign=allow_foreign,
        replace=replace,
    )
    click.echo(
        told(
            Message(
                "Built {nodes} nodes and {ties} ties from {claims} claims; sources differ on {conflicts} points. "
                "{store}",
                nodes=report.nodes,
                ties=report.ties,
                claims=report.claims,
                conflicts=report.conflicts,
                store=report.store,
            )
        )
    )


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--schema", is_flag=True, help="Write the JSON Schemas for editors into the folder instead."
)
@click.option(
    "--fix-format",
    is_flag=True,
    help="Bring the files into the normal form first; no claim changes.",
)
@records_option
@as_of_option
@lang_option
@output_options("table", "json")
def check(
    folder: Path | None,
    schema: bool,
    fix_format: bool,
    as_of: str | None,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Check the record; say what is wrong, where, and what to do.

    FOLDER is a record [default: the shipped one]. Exit code 1 if there are findings. What follows them is how well the
    values are sourced, kind by kind. What is expected of each kind is in docs/reference/checks.md. Of a folder of your
    own beside it (--records) all is told, however it is handled: what is printed is for those who may see all of it.

    \b
    Examples:
      enishi check
      enishi check ./my-record --lang ja
      enishi check --format json
      enishi check --records ./our-record
      enishi check --fix-format ./my-record     (order of keys, quotes, lines; comments stay)
      enishi check --schema ./my-record     (then editors complete and check keys)
    """
    from loaders.coverage import coverage
    from loaders.editor import write_schemas
    from loaders.expectations import findings
    from loaders.record import load_record
    from visualizations.coverage import handling_mark

    settings = settings_of(record=folder, lang=lang)
    if schema:
        for place in _edited(settings):
            for path in write_schemas(place):
                click.echo(path)
        return
    if fix_format:
        from loaders.form import fix_format as fix

        changed = [place / file for place in _edited(settings) for file in fix(place)]
        for path in changed:
            say(Message("Changed: {path}", path=path))
        say(Message("{count} files were brought into the normal form.", count=len(changed)))
    record = load_record(settings.record, own=settings.records)
    issues = findings(record, as_of or today())
    rows = coverage(record)
    if format_ == "json":
        held = {
            "record": str(settings.record),
            "records": [str(own) for own in settings.records],
            "handling": record.handling.value,
            "findings": [
                issue._asdict() | {"message": told(issue.message), "hint": told(issue.hint)}
                for issue in issues
            ],
            "accepted": [one._asdict() for one in record.accepted],
            "coverage": [row._asdict() for row in rows],
        }
        write(json_text(held), output)
    else:
        lines = [
            told(issue.told)
            if issue.file in record.files
            else f"{settings.record}/{told(issue.told)}"
            for issue in issues
        ]
        if mark := handling_mark(record.handling, settings.lang):
            lines = [mark, *lines]
        write("\n".join([*lines, _coverage_table(rows, settings.lang)]) + "\n", output)
    claims = [claim for claim in record.claims if not claim.subject.startswith("source:")]
    say(
        (
            Message(
                "{entities} entities, {sources} sources, {claims} claims; {findings} findings, {accepted} accepted."
            )
            if record.accepted
            else Message(
                "{entities} entities, {sources} sources, {claims} claims; {findings} findings."
            )
        ).filled(
            entities=len(record.entities),
            sources=len(record.sources),
            claims=len(claims),
            findings=len(issues),
            accepted=len(record.accepted),
        )
    )
    if issues:
        sys.exit(1)


def _edited(settings: Settings) -> tuple[Path, ...]:
    """The folders that whoever checks a record may write into: their own, where they name some."""
    return settings.records or (settings.record,)


def _coverage_table(rows: list[Coverage], lang: str) -> str:
    from graphmodel.kinds import KINDS

    heads, every, note = {
        "ja": (
            ("種別", "値", "出典あり", "当データの分類", "箇所の記載あり", "公式資料あり"),
            "全体",
            "「箇所の記載あり」「公式資料あり」は、当データの分類だけによる値を除いた割合。"
            "公式資料は、文書本文、当事者の発表、その他の公式資料。",
        ),
        "en": (
            ("Kind", "Values", "With a source", "Ours alone", "With a place", "Official source"),
            "All",
            "Place and official source: shares of the values that are not our own classification alone. "
            "Official: text of the instrument, notice of a party, other official source.",
        ),
    }[lang]
    cells = []
    for row in rows:
        spec = KINDS[row.kind].spec if row.kind else None
        name = (spec.ja if lang == "ja" else spec.en) if spec else every
        sourced = _percent(row.sourced / row.values)
        placed, official = (_percent(row.share(part)) for part in (row.placed, row.official))
        cells.append((name, str(row.values), sourced, str(row.ours), placed, official))
    return f"{grid(heads, cells)}\n{note}"


def _percent(share: float | None) -> str:
    """A share in whole percent; never 100 where one is missing."""
    return "―" if share is None else f"{int(share * 100)} %"
