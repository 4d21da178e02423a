"""The command that writes what lies ahead as a calendar."""

from __future__ import annotations

from pathlib import Path

import click

from enishi.cli.options import (
    as_of_option,
    completed_by,
    graph_of,
    known_at_option,
    lang_option,
    settings_of,
    store_options,
)
from enishi.cli.output import say, today, write_bytes
from enishi.cli.subject import file_option, party_option
from graphmodel.messages import Message


@click.command()
@click.argument("name", required=False, shell_complete=completed_by("complete_entity"))
@click.option("--months", type=click.IntRange(1), help="How many months ahead [default: 6].")
@party_option
@store_options
@as_of_option
@known_at_option
@lang_option
@file_option("File, or - for here [default: named after what is in it, its day and its handling].")
def calendar(
    name: str | None,
    months: int | None,
    party: str | None,
    store: str | None,
    record: Path | None,
    as_of: str | None,
    known_at: str,
    lang: str | None,
    output: str | None,
) -> None:
    """Write what lies ahead as a calendar file (.ics), for Outlook and others.

    It holds what the saved query `upcoming` answers: meetings, signings, calls and programmes in which your side takes
    part. NAME narrows it to one partner or forum. A date is as precise as its source: 2025年9月ごろ is an entry over
    all of September, with these words in its title. What is planned, only expected, or cannot be confirmed says so.
    What has no date is not in the file; enishi query run upcoming shows it.

    \b
    Examples:
      enishi calendar -o upcoming.ics
      enishi calendar 英国 --months 12 --lang ja
      enishi calendar MDQ --as-of 2025-05-01 -o mdq.ics
    """
    from queries.catalogue import find_query
    from queries.run import run
    from visualizations import calendar as calendars
    from visualizations.file_name import file_name

    settings = settings_of(store, record, lang)
    given = {"partner": name, "months": months, "parties": party}
    answer = run(
        find_query("upcoming"),
        {param: str(value) for param, value in given.items() if value},
        as_of=as_of or today(),
        settings=settings.own,
        store=graph_of(settings, known_at),
    )
    content = calendars.calendar(answer, settings.lang)
    about = answer.params["partner"] or "upcoming"
    coverage = answer.coverage
    write_bytes(
        content,
        output or file_name(about, coverage.as_of, coverage.handling, settings.lang, ".ics"),
    )
    entries = content.count(b"BEGIN:VEVENT")
    say(
        Message(
            "{entries} entries; {undated} without a date are left out.",
            entries=entries,
            undated=len(answer.rows) - entries,
        )
    )
