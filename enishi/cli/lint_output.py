"""The command that tests what was produced against the rules of what is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from enishi.cli.options import (
    graph_of,
    known_at_option,
    lang_option,
    phrases_option,
    settings_of,
    store_options,
)
from enishi.cli.output import json_text, say, write
from graphmodel.messages import Message


@click.command("lint-output")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_options
@known_at_option
@lang_option
@phrases_option
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

    PATH is a file or a folder: pages, slides, documents, workbooks, pictures, tables, calendars. Of slides and documents
    it is also tested how they are drawn: that lines hold, that nothing overlaps, that text stays in its box, that every
    footnote leads to its source, and that a brief is one page (where LibreOffice is installed). Quotations, addresses,
    titles of sources and names of record are given as they stand, and the rules of our own words do not hold in them.
    Words that may not be shown are in words.yaml (see enishi phrases), to which your own folder can add. Exit code 1 if
    a rule is broken.

    \b
    Examples:
      enishi lint-output site
      enishi lint-output uk.html answer.xlsx --lang ja
      enishi lint-output uk.pptx uk.docx --phrases our-words
    """
    from visualizations.output_rules.check import check_files, read_verbatim
    from visualizations.output_rules.paper import office_program

    settings = settings_of(store, record, lang)
    verbatim = read_verbatim(graph_of(settings, known_at))
    office = office_program()
    files, documents, found = 0, 0, []
    for path, broken in check_files(list(paths), verbatim, settings.phrases, office):
        files += 1
        documents += path.suffix == ".docx"
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
    if documents and not office:
        say(
            Message(
                "Pages of {n} documents were not counted: LibreOffice is not installed.",
                n=documents,
            )
        )
    say(Message("{files} files tested; {findings} findings.", files=files, findings=len(found)))
    if found:
        sys.exit(1)
