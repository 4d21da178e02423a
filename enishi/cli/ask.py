"""The command that proves: why a value is what it is."""

from __future__ import annotations

from pathlib import Path

import click

from enishi.cli.options import (
    claims_of,
    completed_by,
    graph_of,
    known_at_option,
    lang_option,
    output_options,
    settings_of,
    store_options,
)
from enishi.cli.output import grid, json_text, write


@click.command()
@click.argument("id_", metavar="ID", shell_complete=completed_by("complete_entity"))
@click.argument("field", required=False, default="")
@store_options
@known_at_option
@lang_option
@output_options("table", "json")
def why(
    id_: str,
    field: str,
    store: str | None,
    record: Path | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Show every claim behind a value, rivals too, with source and place.

    ID is an entity by any of its names, or a tie; FIELD one of its properties or lists of ties [default: all].

    \b
    Examples:
      enishi why jp-eu-quantum-loi-2025 signed_on
      enishi why MDQ members --lang ja
      enishi why "country:KR MEMBER_OF forum:mdq"
    """
    from visualizations.evidence import evidence_table, explain

    settings = settings_of(store, record, lang)
    graph = graph_of(settings, known_at)
    claims = claims_of(graph, settings, known_at)
    evidence = explain(id_, field, claims, graph)
    if format_ == "json":
        write(json_text([line.as_json() for line in evidence]), output)
        return
    headings, rows = evidence_table(evidence, graph, lang=settings.lang, own=settings.party)
    write(grid(headings, rows) + "\n", output)
