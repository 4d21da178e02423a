"""The command that tests what was produced against the rules of what is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from enishi.cli.options import graph_of, known_at_option, lang_option, settings_of, store_options
from enishi.cli.output import json_text, say, write
from graphmodel.messages import Message


@click.command("lint-output")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_options
@known_at_option
@lang_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form.",
)
def lint_output(
    paths: tuple[Path, ...],
    store: str | None,
    record: Path | None,
    known_at: str,
    lang: str | None,
    format_: str,
) -> None:
    """Test produced files against the rules of what is shown: names, dates, words, colours, letters, marks.

    PATH is a file or a folder: pages, pictures, tables, calendars. Quotations, addresses, titles of sources and names of
    record are given as they stand, and the rules of our own words do not hold in them. Exit code 1 if a rule is broken.

    \b
    Examples:
      enishi lint-output site
      enishi lint-output uk.html answer.xlsx --lang ja
    """
    from visualizations.output_rules.check import check_files, read_verbatim

    settings = settings_of(store, record, lang)
    verbatim = read_verbatim(graph_of(settings, known_at))
    files, found = 0, []
    for _, broken in check_files(list(paths), verbatim):
        files += 1
        found += broken
    if format_ == "json":
        rows = [
            {
                "path": b.path,
                "where": b.where,
                "said": b.said,
                "rule": b.rule.number,
                "ja": b.rule.ja,
                "en": b.rule.en,
            }
            for b in found
        ]
        write(json_text(rows), "-")
    else:
        for b in found:
            rule = b.rule.ja if settings.lang == "ja" else b.rule.en
            place = f"{b.path}: {b.where}" if b.where else b.path
            write(f"{place}: [{b.rule.number}] {b.said!r}\n    {rule}\n", "-")
    say(Message("{files} files tested; {findings} findings.", files=files, findings=len(found)))
    if found:
        sys.exit(1)
