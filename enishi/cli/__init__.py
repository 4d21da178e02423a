"""The command line: one module per group of commands, each imported only when it runs."""

from __future__ import annotations

import sys
from gettext import gettext
from importlib import import_module
from typing import Any

import click

from enishi import __version__
from enishi.cli.options import common_lang_option
from enishi.language import language_of, speak, translated

COMMANDS = {
    "build": ("enishi.cli.make", "Build the graph from the record."),
    "check": ("enishi.cli.make", "Check the record; say what is wrong, where, and what to do."),
    "add": ("enishi.cli.write", "Add a file to the record: an entity of any kind, or a source."),
    "import": (
        "enishi.cli.importing",
        "Take a list of your own (CSV or Excel) into your own folder.",
    ),
    "sheet": (
        "enishi.cli.workbook",
        "Write the record as a workbook to be edited, or take back what was changed in one.",
    ),
    "set": ("enishi.cli.setting", "Add a value to what is there, with its source."),
    "judge": ("enishi.cli.judging", "Decide which entities are the same, and which are not."),
    "status": ("enishi.cli.inventory", "Say what the graph holds and what it was built from."),
    "find": ("enishi.cli.look", "Find what a name stands for, and say why."),
    "show": (
        "enishi.cli.look",
        "Show the card of one thing: a country, an instrument, a forum, a person, a programme or another.",
    ),
    "query": ("enishi.cli.query", "List, show and run saved queries; write your own."),
    "cypher": ("enishi.cli.statement", "Run a Cypher statement that reads."),
    "shell": ("enishi.cli.prompt", "Open a prompt for Cypher and saved queries."),
    "why": (
        "enishi.cli.ask",
        "Show every claim behind a value, rivals too, with source and place.",
    ),
    "diff": (
        "enishi.cli.compare",
        "Say what became of one state of the record in another.",
    ),
    "mark": (
        "enishi.cli.compare",
        "Keep the graph as it is now under a name; without one, list the marks.",
    ),
    "view": (
        "enishi.cli.draw",
        "Write an offline page that shows a part of the graph, in both languages.",
    ),
    "picture": (
        "enishi.cli.picture",
        "Draw a picture for a slide or a paper: PNG, SVG or PDF.",
    ),
    "deck": (
        "enishi.cli.deck",
        "Make slides (PowerPoint) of one thing, of a saved query, or of what was seen in a page.",
    ),
    "brief": (
        "enishi.cli.brief",
        "Make a one-page brief (A4) of a partner or a forum: Word, PowerPoint or a page to print.",
    ),
    "publish": (
        "enishi.cli.publish",
        "Write a folder of pages that people open from a share, with no program and no network.",
    ),
    "snippet": (
        "enishi.cli.snippet",
        "Write a piece for a paper or page of your own: a table, a figure or a network.",
    ),
    "calendar": (
        "enishi.cli.agenda",
        "Write what lies ahead as a calendar file (.ics), for Outlook and others.",
    ),
    "lint-output": (
        "enishi.cli.lint_output",
        "Test produced files against the rules of what is shown: names, dates, words, colours, letters, marks.",
    ),
    "export": ("enishi.cli.take", "Write the data, or files for another tool."),
    "phrases": (
        "enishi.cli.wording",
        "Show the words and sentences of briefings, or write them into FOLDER to override them there.",
    ),
    "completion": (
        "enishi.cli.completion",
        "Print what makes a shell complete commands, ids and saved queries.",
    ),
    "doctor": ("enishi.cli.examine", "Check this installation."),
}
"""Each command: the module that holds it, and its line in the help."""


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for, so that help is there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of an officer's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself."""
        if cmd_name not in COMMANDS:
            return None
        module, name = import_module(COMMANDS[cmd_name][0]), cmd_name.replace("-", "_")
        # `import` and `set` are words of Python
        command = getattr(module, f"{name}_", None) or getattr(module, name)
        assert isinstance(command, click.Command)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run it, in the language that the arguments or the settings ask for."""
        given = kwargs.get("args")
        speak(language_of(sys.argv[1:] if given is None else given))
        return click.Command.main(translated(self), *args, **kwargs)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, gettext(line)) for name, (_, line) in COMMANDS.items()])


@click.command(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--debug", is_flag=True, expose_value=False, help="Show a traceback where something goes wrong."
)
@common_lang_option
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Enishi (縁): the international quantum-technology cooperation network, with the proof of every answer.

    Where no graph has been built yet, a command that needs one builds it first from the shipped record.

    \b
    Example: which members of the MDQ have we no memorandum with?
      enishi query run partner-gap -p forum=MDQ -p party=JP
    """
    if ctx.invoked_subcommand is None:
        from enishi.cli.home import home

        home()
