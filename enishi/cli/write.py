"""The command that adds to the record: one subcommand for each kind that has files, and one for sources."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from enishi.cli.adding import add_entity, add_source
from enishi.cli.options import lang_option, records_option

if TYPE_CHECKING:
    from graphmodel.kinds import FieldSpec, Kind


class _Kinds(click.Group):
    """A subcommand for each kind, made from its declaration when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from loaders.scaffold import addable

        return [*addable(), "source"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from loaders.scaffold import addable

        kind = addable().get(cmd_name)
        return _command(cmd_name, kind) if kind else super().get_command(ctx, cmd_name)


@click.group(cls=_Kinds)
def add() -> None:
    """Add a file to the record: an entity of any kind, or a source.

    On a terminal it asks for what is not given, with what exists to pick from; options say the same in a script. The
    new file is checked as `enishi check` does before it is written, and no file is ever overwritten. It is written into
    the last of your own folders (--records), or without one into the record itself.

    \b
    Examples:
      enishi add agreement --records ./our-record
      enishi add source --publisher cabinet-office-japan --url https://www8.cao.go.jp/cstp/stmain/20250513ryoshi.html
      enishi add person --name-ja "城内 実" --name-en "KIUCHI Minoru" --by cao-20250513
    """


_shared: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--set", "set_", multiple=True, metavar="KEY=VALUE",
        help="Any key with its value as in a record file: --set 'members=[JP, GB]'; may be repeated.",
    ),
    click.option(
        "--record", type=click.Path(file_okay=False, path_type=Path), help="Folder of the record [default: the shipped one]."
    ),
    records_option,
    click.option("--dry-run", is_flag=True, help="Show the file, and write nothing."),
    lang_option,
)  # fmt: skip


def _command(name: str, kind: type[Kind]) -> click.Command:
    """The subcommand of a kind, with an option for each of its fields and ties."""
    spec = kind.spec

    def run(**given: Any) -> None:
        add_entity(kind, given)

    for option in reversed([
        click.option("--id", "id_", metavar="SLUG", help="Its id, the part after the colon [default: from its name]."),
        click.option(
            "--by", multiple=True, metavar="SOURCE",
            help="Source of all that has none of its own, with its place: deck-2025@s2 L3; may be repeated.",
        ),
        *_field_options(kind.fields.values()),
        *(
            click.option(
                f"--{tie.name.replace('_', '-')}", multiple=True, metavar="WHO" if tie.incoming else "WHICH",
                help=f"{tie.description} By id or name; may be repeated.",
            )
            for tie in kind.tie_fields.values()
        ),
        click.option(
            "--ours", multiple=True, metavar="FIELD", help="Field whose value is our own classification, or rendering (title-en)."
        ),
        *_shared,
    ]):  # fmt: skip
        run = option(run)
    caption = spec.caption
    run.__doc__ = (
        f"Add a file to {spec.folder}/: {spec.en} / {spec.ja}.\n\n{inspect.cleandoc(kind.__doc__ or '')}\n\n\b\nExamples:\n"
        f"  enishi add {name}\n"
        f'  enishi add {name} --{caption}-ja "…" --{caption}-en "…" --by SOURCE@PLACE --record ./my-record'
    )
    return click.command(name)(run)


def _field_options(fields: Iterable[FieldSpec]) -> Iterator[Callable[[Any], Any]]:
    for field in fields:
        option = f"--{field.name.replace('_', '-')}"
        if field.uses:
            continue
        if field.localised:
            for lang, language in (("ja", "Japanese"), ("en", "English")):
                yield click.option(f"{option}-{lang}", help=f"{field.description} In {language}.")
        elif field.vocabulary:
            words = [str(word) for word in field.vocabulary if word]
            yield click.option(option, type=click.Choice(words), help=field.description)
        else:
            yield click.option(
                option, metavar="DATE" if field.is_date else "TEXT", help=field.description
            )


def _source_command() -> click.Command:
    from graphmodel.kinds import Source

    def run(**given: Any) -> None:
        add_source(given)

    fields = [field for name, field in Source.fields.items() if name != "publisher"]
    for option in reversed([
        click.option("--publisher", metavar="SLUG", help="Publisher's file in sources/: cabinet-office-japan."),
        click.option("--publisher-ja", help="Name of a new publisher, in Japanese."),
        click.option("--publisher-en", help="Name of a new publisher, in English."),
        click.option("--id", "id_", metavar="SLUG", help="Its id [default: from publisher and day]."),
        *_field_options(fields),
        *_shared,
    ]):  # fmt: skip
        run = option(run)
    run.__doc__ = (
        "Add a source to the file of its publisher, which is made if there is none.\n\n\b\nExamples:\n"
        "  enishi add source\n"
        "  enishi add source --publisher cabinet-office-japan --title-ja 日英間の量子科学技術に関する協力覚書 "
        "--url https://www8.cao.go.jp/x.html --published 2025-04-28 --language ja --type party_notice --read-on 2026-11"
    )
    return click.command("source")(run)


add.add_command(_source_command())
