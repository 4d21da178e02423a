"""The command that checks the installation: doctor."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from enishi.cli.options import settings_of, store_options
from enishi.language import told


@click.command()
@store_options
def doctor(store: str | None, record: Path | None) -> None:
    """Check this installation.

    Python, our packages, the engine, the record, and the place where the graph is kept.

    \b
    Example:
      enishi doctor
    """
    from enishi.doctor import examine

    findings = list(examine(settings_of(store, record)))
    for finding in findings:
        click.echo(told(finding.told))
    if not all(finding.good for finding in findings):
        sys.exit(1)
