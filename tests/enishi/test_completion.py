"""Completion by a shell: what is offered, quickly, without building, asking a server or printing anything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish", "powershell")


@pytest.fixture
def offered(process, shipped_store: Path):
    """What our own ways of completing offer for a line: value and help."""

    def ask(line: str, **env: str) -> dict[str, str]:
        env = {"ENISHI_STORE": str(shipped_store), "ENISHI_LANG": "en"} | env
        done = process(COMP_LINE=line, _ENISHI_COMPLETE="powershell_complete", **env)
        assert done.err == ""
        return {
            value: help_
            for _, value, help_ in (line.split("\t") for line in done.out.splitlines() if line)
        }

    return ask


@pytest.mark.parametrize(
    ("line", "found", "left"),
    [
        ("enishi qu", {"query"}, {"view"}),
        ("enishi query r", {"run"}, {"list"}),
        ("enishi query run ", {"partner-gap", "conflicts"}, {"run"}),
        ("enishi query run par", {"partner-gap"}, {"conflicts"}),
        ("enishi query test con", {"conflicts"}, {"partner-gap"}),
        ("enishi query list --tag ", {"fora", "instruments"}, {"partner-gap"}),
        ("enishi query run partner-gap -p ", {"forum=", "party="}, {"forum:mdq"}),
        ("enishi query run partner-gap -p fo", {"forum="}, {"party="}),
        ("enishi query run partner-gap -p forum=", {"forum=forum:mdq"}, {"forum=country:JP"}),
        ("enishi query run partner-gap -p forum=forum:m", {"forum=forum:mdq"}, {"forum=forum:qdg"}),
        ("enishi query run partner-gap -p party=英国", {"party=country:GB"}, {"party=country:JP"}),
        ("enishi query run partner-gap -p level=gov", {"level=government"}, {"level=institution"}),
        ("enishi query run partner-gap -p types=letter_of_intent,memo", {"types=letter_of_intent,memorandum_of_cooperation"}, set()),
        ("enishi query run nothing -p ", set(), {"forum="}),
        ("enishi why 英国", {"country:GB"}, {"country:JP"}),
        ("enishi view --focus agreement:jp-uk", {"agreement:jp-uk-quantum-moc-2025"}, {"country:JP"}),
        ("enishi export --format gexf --query par", {"partner-gap"}, set()),
        ("enishi export --format ge", {"gexf"}, {"csv"}),
    ],
)  # fmt: skip
def test_what_is_offered(offered, line: str, found: set[str], left: set[str]) -> None:
    told = offered(line)
    assert found <= set(told)
    assert not left & set(told)


@pytest.mark.parametrize(
    "header",
    [
        "// title: hello",
        "// title: {ja: x}",
        "// title: {ja: x, en: x}\n// params: [1]",
        "// title: [",
    ],
)
@pytest.mark.parametrize("line", ["enishi query run ", "enishi query run bad -p "])
def test_a_bad_file_of_ones_own_is_silent(offered, tmp_path: Path, header: str, line: str) -> None:
    text = f"// ---\n// id: bad\n{header}\n// ---\nRETURN 1\n"
    (tmp_path / "bad.cypher").write_text(text, encoding="utf-8")
    told = offered(line, ENISHI_QUERIES=str(tmp_path))
    assert ("partner-gap" in told) == line.endswith("run ")


def test_a_language_that_is_none_is_silent(offered) -> None:
    assert offered("enishi query run par", ENISHI_LANG="fr") == {}


def test_help_is_in_the_language_of_the_reader(offered) -> None:
    assert offered("enishi why country:GB")["country:GB"] == "United Kingdom"
    assert offered("enishi why country:GB", ENISHI_LANG="ja")["country:GB"] == "英国"


def test_queries_of_ones_own(offered, tmp_path: Path) -> None:
    text = (ROOT / "queries" / "skeleton" / "query.cypher").read_text(encoding="utf-8")
    (tmp_path / "a.cypher").write_text(text.replace("my-query", "mine"), encoding="utf-8")
    (tmp_path / "b.cypher").write_text("not a query", encoding="utf-8")
    assert "mine" in offered("enishi query run m", ENISHI_QUERIES=str(tmp_path))
    assert "forum=" in offered("enishi query run mine -p ", ENISHI_QUERIES=str(tmp_path))
    assert "mine" in offered(f"enishi query run --queries {tmp_path} m")


@pytest.mark.parametrize("store", ["none.kgl", "bolt://127.0.0.1:9"])
def test_nothing_is_built_or_asked(offered, tmp_path: Path, store: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert offered("enishi why ", ENISHI_STORE=store) == {}
    assert "partner-gap" in offered("enishi query run ", ENISHI_STORE=store)
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_no_graph_is_passed_over(offered, tmp_path: Path) -> None:
    broken = tmp_path / "graph.kgl"
    broken.write_bytes(b"no graph")
    assert offered("enishi why ", ENISHI_STORE=str(broken)) == {}


def test_nothing_heavy_is_imported(clean_environment: None, shipped_store: Path) -> None:
    code = (
        "import sys\nfrom enishi.__main__ import main\ntry: main()\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'networkx', 'pyvis', 'numpy', 'jinja2', 'rich', 'neo4j', 'prompt_toolkit'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    for line in (
        "enishi query run partner-gap -p forum=",
        "enishi why UK",
        "enishi query list --tag ",
    ):
        environment = os.environ | {
            "COMP_LINE": line, "_ENISHI_COMPLETE": "powershell_complete", "ENISHI_STORE": str(shipped_store),
        }  # fmt: skip
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script(enishi, shell: str) -> None:
    done = enishi("completion", shell)
    assert (done.code, done.err) == (0, "")
    assert f"{shell}_complete" in done.out
    assert "enishi" in done.out


def test_another_shell_has_none(enishi) -> None:
    done = enishi("completion", "csh")
    assert done.code == 2
    assert "powershell" in done.err


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("enishi query run how-it", ["how-it-came-about"]),
        ("enishi query run partner-gap -p fo", ["forum="]),
        ("enishi query run partner-gap -p forum=forum:mdq", ["mdq"]),
        ("enishi query run partner-gap -p forum=MDQ", ["forum:mdq"]),
        ("enishi view --focus agreement:jp-uk-quantum-m", ["jp-uk-quantum-moc-2025"]),
        ("enishi why 英国内", []),
    ],
)
def test_bash_puts_in_what_is_left_of_a_word(
    enishi, shipped_store: Path, tmp_path: Path, line: str, reply: list[str]
) -> None:
    """Bash cuts words at `=` and `:`; it replaces only what stands behind the last of these."""
    command = tmp_path / "bin" / "enishi"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m enishi "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = enishi("completion", "bash").out
    asked = (
        f'{script}\nCOMP_LINE="{line}" COMP_POINT=${{#COMP_LINE}}\n_enishi_completion "{command}"\n'
    )
    asked = asked.replace(f'COMP_LINE="{line}" ', f'COMP_LINE="{line}"\n')
    done = subprocess.run(
        ["bash", "--norc", "-c", asked + 'printf "%s\\n" "${COMPREPLY[@]}"'],
        env=os.environ | {"ENISHI_STORE": str(shipped_store), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout.split() == reply, done.stderr
