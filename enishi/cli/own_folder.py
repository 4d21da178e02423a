"""Where commands write that change the record: a folder of one's own, or a record that is named in so many words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from enishi.cli.options import F, records_option
from graphmodel.errors import UsageError
from graphmodel.messages import Message

if TYPE_CHECKING:
    from enishi.settings import Settings
    from loaders.writing import Place


def own_folder_options(command: F) -> F:
    """`--records` and `--record`: the last of one's own folders is written into; without one, the record that is named."""
    command = records_option(command)
    return click.option(
        "--record",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the record [default: the shipped one].",
    )(command)


def place_of(settings: Settings, *, named: bool) -> Place:
    """The folder that is written into.

    Args:
        settings: The settings.
        named: Whether a record was named, which is written into where there is no folder of one's own.

    Raises:
        UsageError: If neither was.
    """
    from loaders.writing import Place

    if not settings.records and not named:
        raise UsageError(
            Message("It lacks {options}.", options="--records"),
            Message("Name a folder of your own; it is made if it is not there."),
        )
    if not settings.record.is_dir():
        raise UsageError(
            Message("There is no folder {folder}.", folder=settings.record),
            Message("Make it, or name another by --record."),
        )
    return Place.beside(settings.record, settings.records)
