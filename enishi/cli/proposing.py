"""The mapping wizard: proposes what the columns of a list are; on a terminal it asks, in a pipe it writes what it found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.output import on_terminal, say, today
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of

if TYPE_CHECKING:
    from enishi.settings import Settings
    from loaders.known import Known
    from loaders.proposal import Proposal, Proposer
    from loaders.tables import Table


def propose_mapping(file: Path, target: Path, kind: str, settings: Settings) -> None:
    """Write a mapping for a list.

    Args:
        file: The list.
        target: Where the mapping goes; `-` for standard output.
        kind: Kind of what the rows are about; empty for that of which the columns give most.
        settings: The settings.

    Raises:
        EnishiError: If the list cannot be read, or the mapping be written.
    """
    from loaders.entities import expand_code
    from loaders.known import Known
    from loaders.lookup import Lookup
    from loaders.proposal import Proposer
    from loaders.proposal_text import proposal_text
    from loaders.record import load_record
    from loaders.scaffold import addable
    from loaders.tables import read_table

    if str(target) != "-" and target.exists():
        raise UsageError(
            Message("{path} is there already, and is left as it is.", path=target),
            Message("Name another file, or move it away."),
        )
    if kind and kind not in addable():
        known_kinds = ", ".join(addable())
        raise UsageError(Message("{text!r} is no kind.", text=kind), Message("Write one of {known}.", known=known_kinds))  # fmt: skip
    table = read_table(file)
    known = Known(
        load_record(settings.record, own=[one for one in settings.records if one.is_dir()])
    )
    proposer = Proposer(table, Lookup(known, {}), expand_code(settings.party))
    proposal = proposer.proposal(addable()[kind] if kind else proposer.kind())
    source = _source(table, file)
    if on_terminal():
        proposal = _asked(proposer, proposal, source, known, settings.lang)
    text = proposal_text(proposal, source, settings.party, table.sheet, settings.lang)
    if str(target) == "-":
        click.echo(text, nl=False)
        return
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be written: {reason}.", path=target, reason=reason_of(error)),
            Message("Name another file."),
        ) from error
    click.echo(target)
    say(table.said)
    left = [guess.heading for guess in proposal.columns if not guess.target]
    say(
        Message("{rows} rows, {known} of {columns} columns recognised.", rows=len(table.rows), known=len(proposal.columns) - len(left), columns=len(proposal.columns))
    )  # fmt: skip
    say(Message("Next: look {path} through, then try it: {command}", path=target, command=f"enishi import {file} --map {target} --records DIR --dry-run"))  # fmt: skip


def _source(table: Table, file: Path) -> dict[str, str]:
    """The list as a source, so far as the file shows it."""
    from loaders.proposal_text import NAMELESS
    from loaders.scaffold import quoted

    stem = re.sub(r"[^A-Za-z0-9]+", "-", file.stem).strip("-").lower()
    japanese = any(
        re.search(r"[\u3040-\u30ff\u3400-\u9fff]", heading) for heading in table.headings
    )
    lang = "ja" if japanese else "en"
    return {
        "id": stem or f"list-{today()}", "publisher": "", "name": NAMELESS, "title": f"{{{lang}: {quoted(file.stem)}}}",
        "type": "official", "language": lang, "read_on": today(),
    }  # fmt: skip


def _asked(proposer: Proposer, proposal: Proposal, source: dict[str, str], known: Known, lang: str) -> Proposal:  # fmt: skip
    """The proposal as the user corrects it."""
    from enishi.cli.mapping_interview import MappingInterview

    interview = MappingInterview(known, lang)
    kind = interview.kind(proposal.kind)
    if kind is not proposal.kind:
        proposal = proposer.proposal(kind)
    interview.source(source)
    chosen = [interview.column(kind, guess) for guess in proposal.columns]
    proposal.columns = [
        proposer.read_as(kind, guess.heading, target.partition("@")[0]) if target else type(guess)(guess.heading)
        for guess, target in zip(proposal.columns, chosen, strict=True)
    ]  # fmt: skip
    return proposal
