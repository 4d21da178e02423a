"""Help: there at once, with an example for each command, and telling the truth about options."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from enishi import __version__
from enishi.cli import COMMANDS, cli

QUERY = ["list", "show", "run", "new", "test", "lint"]
NAMES = [*COMMANDS, "add agreement", "add source", *(f"query {name}" for name in QUERY)]


def command(name: str) -> click.Command:
    found: click.Command = cli
    for part in name.split():
        assert isinstance(found, click.Group)
        sub = found.get_command(click.Context(found), part)
        assert sub is not None
        found = sub
    return found


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_lists_every_command(option: str) -> None:
    done = CliRunner().invoke(cli, [option])
    assert done.exit_code == 0
    for name, (_, line) in COMMANDS.items():
        assert re.search(rf"^ +{name} +{re.escape(line.split(',')[0])}", done.output, re.MULTILINE)
    assert "enishi query run partner-gap" in done.output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_list_is_the_first_of_the_command(name: str) -> None:
    module, line = COMMANDS[name]
    assert command(name).help is not None
    assert inspect.cleandoc(command(name).help or "").splitlines()[0] == line
    assert command(name) in vars(import_module(module)).values()


@pytest.mark.parametrize("name", NAMES)
def test_each_help_has_an_example_that_begins_with_the_command(name: str) -> None:
    done = CliRunner().invoke(cli, [*name.split(), "--help"])
    assert done.exit_code == 0
    _, _, after = done.output.partition("Example")
    examples = re.findall(r"^ +(enishi .+)$", after.partition("Options:")[0], re.MULTILINE)
    assert examples
    wanted = "query" if name == "query" else name
    assert all(example.startswith(f"enishi {wanted}") for example in examples)


def examples() -> list[str]:
    found: list[str] = []
    for name in NAMES:
        found += re.findall(r"^ *(enishi .+)$", command(name).help or "", re.MULTILINE)
    return sorted({re.sub(r"\s{2,}\(.*\)$", "", example) for example in found})


FILES = {".docx", ".html", ".json", ".pptx", ".xlsx", ".yaml"}
"""Types of files that examples read."""


@pytest.mark.parametrize("example", examples())
def test_each_example_is_a_command_that_can_be_parsed(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shlex

    monkeypatch.chdir(tmp_path)
    parts = shlex.split(example)[1:]
    for file in (part for part in parts if Path(part).suffix in FILES and "/" not in part):
        Path(file).touch()
    for folder in ("site", "our-words"):
        Path(folder).mkdir()
    found: click.Command = cli
    context = click.Context(cli, info_name="enishi")
    while isinstance(found, click.Group):
        name, found_or_none, parts = found.resolve_command(context, parts)
        assert found_or_none is not None
        found = found_or_none
        context = click.Context(found, info_name=name, parent=context)
    found.make_context("enishi", list(parts), parent=context)


@pytest.mark.parametrize("name", NAMES)
def test_each_option_is_explained(name: str) -> None:
    for parameter in command(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize(
    "name", ["build", "status", "why", "query run", "cypher", "view", "doctor"]
)
def test_options_that_the_page_on_design_promises(name: str) -> None:
    options = {option for parameter in command(name).params for option in parameter.opts}
    assert {"--store", "--record"} <= options
    if name not in ("build", "doctor"):
        assert {"--known-at", "--lang", "--output", "-o"} <= options
    if name in ("query run", "cypher", "view"):
        assert "--as-of" in options
    if name in ("query run", "cypher"):
        assert {"--format", "--param", "-p", "--timeout", "--max-rows"} <= options


def test_the_version() -> None:
    done = CliRunner().invoke(cli, ["--version"], prog_name="enishi")
    assert done.output == f"enishi {__version__}\n"


def test_help_imports_neither_an_engine_nor_pictures() -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom enishi.cli import cli\n"
        "assert CliRunner().invoke(cli, ['--help']).exit_code == 0\n"
        "heavy = {'kglite', 'neo4j', 'networkx', 'pyvis', 'pydantic', 'numpy', 'jinja2', 'rich', 'yaml'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
