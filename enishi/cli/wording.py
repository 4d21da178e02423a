"""The command that shows the words of briefings: phrases."""

from __future__ import annotations

from pathlib import Path

import click

from enishi.cli.output import say
from graphmodel.messages import Message


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), required=False)
def phrases(folder: Path | None) -> None:
    """Show the words and sentences of briefings, or write them into FOLDER to override them there.

    Each file holds phrases by name, in both languages; braces name what the program fills in. Keep those that are to
    read differently and delete the others, then name the folder by --phrases or ENISHI_PHRASES. A file that is already
    in FOLDER is left as it is.

    \b
    Examples:
      enishi phrases
      enishi phrases our-words
    """
    from visualizations.briefing.phrases import SHIPPED

    for path in sorted(SHIPPED.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if folder is None:
            click.echo(f"# {path.name}\n{text}")
            continue
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / path.name
        if target.exists():
            say(Message("{path} is there already, and is left as it is.", path=target))
            continue
        target.write_text(text, encoding="utf-8")
        say(Message("Wrote {path}.", path=target))
