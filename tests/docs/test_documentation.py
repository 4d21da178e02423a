"""The documentation says what the program does: generated pages, examples and links are in step."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from enishi.builds import build
from enishi.cli import cli
from enishi.settings import shipped_record
from graphmodel.stores.embedded import EmbeddedStore
from loaders.expectations import findings
from loaders.record import load_record
from queries.expected import differences, read_cases
from queries.header import read_query
from queries.lint import lint
from queries.run import run

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
GUIDES = [path for path in PAGES if "reference" not in path.parts]


def test_generated_pages_are_in_step():
    """In a process of its own, as `make check` does."""
    command = [sys.executable, ROOT / "docs" / "generate.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _commands():
    found = []
    for path in GUIDES:
        text = path.read_text(encoding="utf-8")
        blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL)
        lines = [line.removeprefix("$ ").strip() for block in blocks for line in block.splitlines()]
        lines += re.findall(r"`(enishi [^`]+)`", text)
        found += [(path.name, line.split("  #")[0]) for line in lines if line.startswith("enishi ")]
    return found


@pytest.mark.parametrize(("page", "line"), _commands())
def test_commands_of_the_guides_are_understood(page, line, tmp_path, monkeypatch):
    command: click.Command = cli
    words = shlex.split(line)[1:]
    monkeypatch.chdir(tmp_path)
    for word in words:  # files that the reader has
        if re.fullmatch(r"[\w-]+\.(json|pptx|xlsx|yaml)", word):
            Path(word).touch()
    context = click.Context(cli)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        inner = command.get_command(context, name)
        assert inner is not None, f"{page}: there is no command {name}"
        command = inner
    if "--help" not in words and words:
        command.make_context("enishi", words)  # parses, and does not run


def test_the_query_of_the_guide_is_clean_and_runs(tmp_path):
    text = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    example = re.search(r"```cypher\n(// ---.*?)```", text, re.DOTALL)
    path = tmp_path / "meetings.cypher"
    path.write_text(example[1], encoding="utf-8")
    query = read_query(path)
    assert lint(query) == []
    cases = re.search(r"```yaml\n(- case:.*?)```", text, re.DOTALL)
    path.with_suffix(".test.yaml").write_text(cases[1], encoding="utf-8")
    (case,) = read_cases(path.with_suffix(".test.yaml"))
    build(shipped_record(), tmp_path / "graph.kgl")
    with EmbeddedStore(tmp_path / "graph.kgl") as store:
        answer = run(query, case.given(), as_of=case.as_of, settings={"party": "JP"}, store=store)
    assert differences(case.expect, answer) == []


def test_the_folder_of_the_guide_is_in_order_and_says_what_it_should(tmp_path):
    text = (ROOT / "docs" / "own-record.md").read_text(encoding="utf-8")
    files = re.findall(r"```yaml\n# our-record/(\S+)[^\n]*\n(.*?)```", text, re.DOTALL)
    assert len(files) == 3
    for name, content in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    record = load_record(shipped_record(), own=[tmp_path])
    assert [issue for issue in findings(record, "2026-11-28") if issue.file in record.files] == []
    draft = {c.handling for c in record.claims if c.subject == "agreement:jp-fr-quantum-moc-draft"}
    assert draft == {"restricted"}
    note = {c.handling for c in record.claims if c.source == "visit-note-2026-10"}
    assert note == {"internal", "restricted"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_numbers_of_the_readme_are_those_of_the_record():
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    data = ROOT / "data"
    files = {
        folder: len(list((data / folder).glob("*.yaml")))
        for folder in ("fora", "meetings", "agreements")
    }
    assert f"{files['fora']} fora with {files['meetings']} meetings" in text
    assert f"{files['agreements']} documents" in text
