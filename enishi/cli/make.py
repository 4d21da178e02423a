"""Commands that make the graph and say what it holds: build, check, status."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from enishi import builds
from enishi.cli.options import (
    graph_of,
    known_at_option,
    lang_option,
    output_options,
    store_options,
)
from enishi.cli.output import grid, json_text, say, track, write
from enishi.settings import load_settings


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
      enishi build --store bolt://localhost:7687
    """
    settings = load_settings(store, record)
    report = builds.build(
        settings.record,
        builds.projection_place(settings.store, known_at),
        known_at,
        track=track,
        allow_foreign=allow_foreign,
        replace=replace,
    )
    click.echo(
        f"Built {report.nodes} nodes and {report.ties} ties from {report.claims} claims; "
        f"sources differ on {report.conflicts} points. {report.store}"
    )


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--schema", is_flag=True, help="Write the JSON Schemas for editors into the folder instead."
)
def check(folder: Path | None, schema: bool) -> None:
    """Check the record; say what is wrong, where, and what to do.

    FOLDER is a record [default: the shipped one]. Exit code 1 if there are findings.

    \b
    Examples:
      enishi check
      enishi check ./my-record
      enishi check --schema ./my-record     (then editors complete and check keys)
    """
    from loaders.checks import check as find_issues
    from loaders.editor import write_schemas
    from loaders.record import load_record

    settings = load_settings(record=folder)
    if schema:
        for path in write_schemas(settings.record):
            click.echo(path)
        return
    record = load_record(settings.record)
    issues = find_issues(record)
    for issue in issues:
        click.echo(f"{settings.record}/{issue}")
    claims = [claim for claim in record.claims if not claim.subject.startswith("source:")]
    say(
        f"{len(record.entities)} entities, {len(record.sources)} sources, {len(claims)} claims; "
        f"{len(issues)} findings."
    )
    if issues:
        sys.exit(1)


@click.command()
@store_options
@known_at_option
@lang_option
@output_options("table", "json")
def status(
    store: str | None,
    record: Path | None,
    known_at: str,
    lang: str | None,
    format_: str,
    output: str,
) -> None:
    """Say what the graph holds and what it was built from.

    \b
    Examples:
      enishi status
      enishi status --known-at 2025-05-12 --lang ja
    """
    from graphmodel.kinds import KINDS
    from graphmodel.vocab import KnownBy
    from queries.catalogue import internal
    from queries.run import read_coverage

    settings = load_settings(store, record, lang)
    graph = graph_of(settings, known_at)
    counts = {row["kind"]: row["count"] for row in graph.read(internal("counts")).records()}
    claims = builds.read_claims(graph, settings.store, known_at, settings.record)
    clocks = Counter(claim.known_by for claim, _ in claims)
    coverage = read_coverage(graph, known_at or "9999-12-31")
    path = builds.projection_place(settings.store, known_at)
    if format_ == "json":
        held = {
            "store": str(path),
            "record": str(settings.record),
            "known_at": known_at or None,
            "nodes": counts,
            "claims": coverage.claims,
            "sources": coverage.sources,
            "newest_event": coverage.newest_event,
            "newest_event_on": coverage.newest_event_on,
            "known_from": {basis.value: clocks[basis] for basis in KnownBy},
        }
        write(json_text(held), output)
        return
    rows = [
        (KINDS[kind].spec.ja if settings.lang == "ja" else KINDS[kind].spec.en, str(n))
        for kind, n in counts.items()
    ]
    basis = [(word.label(settings.lang), str(clocks[word])) for word in KnownBy]
    heads = {
        "ja": ("種別", "件数", "記載を知り得た日の根拠"),
        "en": ("Kind", "Number", "When claims could be known"),
    }
    kind, number, clock = heads[settings.lang]
    name = coverage.newest_event_name[settings.lang]
    text = [
        f"{path}  ←  {settings.record}",
        grid((kind, number), rows),
        grid((clock, number), basis),
        f"{coverage.newest_event_on} {name}",
    ]
    write("\n".join(text) + "\n", output)
