"""The command that adds a value to what is there."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from enishi.cli.options import lang_option, settings_of
from enishi.cli.output import say
from enishi.cli.own_folder import own_folder_options, place_of
from graphmodel.messages import Message


@click.command(name="set")
@click.argument("id_", metavar="ID")
@click.argument("field")
@click.argument("value")
@click.option(
    "--by", required=True, metavar="SOURCE", help="Source that says so, by its id; or source@place."
)
@click.option("--at", default="", metavar="PLACE", help="Place in the source: section 1, s3 L94.")
@click.option(
    "--of",
    default="",
    metavar="WHO",
    help="For a property of a tie (parties.through): the other end.",
)
@own_folder_options
@click.option("--dry-run", is_flag=True, help="Show the difference, and write nothing.")
@lang_option
def set_(
    id_: str, field: str, value: str, by: str, at: str, of: str, record: Path | None, dry_run: bool, lang: str | None
) -> None:  # fmt: skip
    """Add a value to what is there, with its source.

    It is a further claim: what other sources say stays beside it, and so do comments in the file. It is written into
    the last of your own folders (--records), or without one into the record that you name (--record). Values are
    written as in a list: 令和7年4月28日, 協力覚書, 英国.

    \b
    Examples:
      enishi set jp-uk-quantum-moc-2025 effective_on 2025-04-28 --by desk-note-3 --records ./our-record
      enishi set 理研 names.abbreviation@en RIKEN --by ror-20260623 --records ./our-record
      enishi set jp-uk-quantum-moc-2025 parties.through 文部科学省 --of JP --by desk-note-3 --at 2頁 --records ./our-record --dry-run
    """
    from loaders.setting import further_value

    settings = settings_of(record=record, lang=lang)
    place = place_of(settings, named=record is not None)
    draft = further_value(place, id_, field, value, by=by, at=at, of=of)
    if draft.text == draft.old:
        say(Message("Nothing to add: the source is there with this value already."))
        return
    path = place.folder / draft.file
    for line in difflib.unified_diff(
        draft.old.splitlines(), draft.text.splitlines(), str(path) if draft.old else "/dev/null", str(path), lineterm="", n=2
    ):  # fmt: skip
        click.echo(line)
    if dry_run:
        if wrong := place.wrong([draft]):
            say(Message.joined(issue.message.then(issue.hint) for issue in wrong))
        say(Message("Nothing was written."))
        return
    place.write_checked(draft)
    say(Message("Written: {path}", path=path))
