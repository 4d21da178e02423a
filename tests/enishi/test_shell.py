"""The prompt: what it does with what is typed or piped in, what it completes, how it is at a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from enishi.settings import load_settings
from enishi.shell.completer import ShellCompleter
from enishi.shell.session import COMMANDS, Session, is_whole, split
from graphmodel.stores.embedded import EmbeddedStore
from tests.command import Done
from tests.terminal import Terminal

DAY = "2025-05-01"
PROMPT = "enishi>"


# What is whole ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "statements", "rest"),
    [
        ("RETURN 1;", ["RETURN 1"], ""),
        ("RETURN 1; RETURN 2;\n", ["RETURN 1", " RETURN 2"], "\n"),
        ("RETURN 1", [], "RETURN 1"),
        ("RETURN ';';", ["RETURN ';'"], ""),
        ('RETURN ";" // ;\n;', ['RETURN ";" // ;\n'], ""),
        ("RETURN `;`", [], "RETURN `;`"),
        ("RETURN 'it\\'s;'; x", ["RETURN 'it\\'s;'"], " x"),
        ("", [], ""),
    ],
)
def test_a_statement_ends_in_a_semicolon(text: str, statements: list[str], rest: str) -> None:
    assert split(text) == (statements, rest)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("RETURN 1;", True),
        ("RETURN 1;  \n", True),
        ("RETURN 1", False),
        ("RETURN ';'", False),
        ("RETURN 1 // ;", False),
        (":help", True),
        ("  :run x", True),
        ("", True),
        (" \n", True),
    ],
)
def test_when_an_entry_is_whole(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


# Piped in ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def piped(asked, monkeypatch: pytest.MonkeyPatch):
    def run(text: str, *args: str) -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))
        return asked("shell", "--as-of", DAY, *args)

    return run


def test_statements_of_several_lines(piped) -> None:
    done = piped(
        ":format csv\nMATCH (f:Forum)\nWHERE f.id = 'forum:mdq' // not ; here\nRETURN f.id AS id;\nRETURN 1 AS one;\n"
    )
    assert (done.code, done.out) == (0, "id\nforum:mdq\none\n1\n")


def test_the_last_statement_needs_no_semicolon(piped) -> None:
    assert piped(":format csv\nRETURN $as_of AS day").out == f"day\n{DAY}\n"


def test_commands(piped) -> None:
    done = piped(
        ":format csv\n:param x=forum:mdq\n:param n:=2\n:param\n:as-of 2025-05-02\n"
        "RETURN $x AS x, $n AS n, $as_of AS day;\n:lang ja\nMATCH (f:Forum {id: $x}) RETURN f;\n:quit\nRETURN 3 AS no;\n"
    )
    assert done.code == 0
    assert done.out.splitlines() == [
        "x = 'forum:mdq'", "n = 2", "x,n,day", "forum:mdq,2,2025-05-02", "f", "量子多国間対話（forum:mdq）",
    ]  # fmt: skip


def test_saved_queries(piped, asked) -> None:
    done = piped(":lang ja\n:queries 相違\n:run partner-gap forum=MDQ 'party=日本'\n")
    assert done.code == 0
    assert "conflicts" in done.out
    ran = asked("query", "run", "partner-gap", "-p", "forum=MDQ", "--as-of", DAY, "--lang", "ja")
    assert done.out.endswith(ran.out)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_help_lists_every_command(piped, lang: str) -> None:
    done = piped(":help\n", "--lang", lang)
    for name, command in COMMANDS.items():
        assert name in done.out
        assert (command.ja if lang == "ja" else command.en) in done.out


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("MATCH (n) SET n.x = 1;", 2, "SET is not allowed"),
        ("RETURN $x AS x;", 2, ":param x=TEXT"),
        ("RETURN 'a;", 2, "closes nothing"),
        ("RETUN 1;", 1, "does not run"),
        (":nothing", 2, ":help"),
        (":lang fr", 2, "ja, en"),
        (":format xml", 2, "table"),
        (":as-of May", 2, ":as-of 2025-05-01"),
        (":run", 2, ":queries"),
        (":run nothing", 2, "no saved query"),
        (":run partner-gap", 2, "needs forum"),
        (":run 'x", 2, ":run ID"),
        (":param x", 2, "NAME=TEXT"),
        (":param as_of=2020-01-01", 2, ":as-of 2025-05-01"),
        (":param n:=99999999999999999999\nRETURN $n AS n;", 1, "does not run"),
    ],
)
def test_the_first_mistake_ends_what_is_piped_in(piped, text: str, code: int, says: str) -> None:
    done = piped(f"{text}\nRETURN 1 AS one;\n")
    assert (done.code, done.out) == (code, "")
    assert says in done.err


# Completion -------------------------------------------------------------------------------------------------------


@pytest.fixture
def session(clean_environment: None, shipped_store: Path) -> Iterator[Session]:
    with EmbeddedStore(shipped_store) as graph:
        yield Session(graph, load_settings(shipped_store), DAY, "en", params={"mine": 1})


@pytest.mark.parametrize(
    ("text", "offered", "left"),
    [
        (":", {":help", ":run"}, {"MATCH"}),
        (":q", {":queries", ":quit"}, {":run"}),
        (":run ", {"partner-gap", "conflicts"}, {":run"}),
        (":run par", {"partner-gap"}, {"conflicts"}),
        (":run partner-gap ", {"forum=", "party="}, {"forum:mdq"}),
        (":run partner-gap forum=", {"forum:mdq"}, {"country:JP"}),
        (":run partner-gap forum=mdq party=日", {"country:JP"}, {"forum:mdq"}),
        (":run partner-gap level=gov", {"government"}, {"institution"}),
        (":run nothing ", set(), {"forum="}),
        (":lang ", {"ja", "en"}, set()),
        (":format j", {"json", "jsonl"}, {"csv"}),
        ("MATCH (f:", {"Forum", "Party", "Entity"}, {"MEMBER_OF"}),
        ("MATCH (f:for", {"Forum"}, {"Party"}),
        ("MATCH (f:Party:Cou", {"Country"}, {"Forum"}),
        ("MATCH (f)<-[m:", {"MEMBER_OF"}, {"Forum"}),
        ("MATCH (f)<-[:MEMBER_OF|PAR", {"PARTY_TO", "PART_OF"}, {"MEMBER_OF"}),
        ("MATCH (f:Forum) WHERE f.", {"id", "name_ja", "signed_on_max"}, {"Forum"}),
        ("MATCH (f:Forum) WHERE f.holds", {"holds_from", "holds_to"}, {"id"}),
        ("MATCH (f:Forum {id: '", {"forum:mdq", "country:JP"}, {"Forum"}),
        ("MATCH (f:Forum {id: '量子多国", {"forum:mdq"}, {"country:JP"}),
        ("MATCH (f {id: 'x'}) WHERE f.id = $", {"as_of", "mine"}, {"id"}),
        ("MAT", {"MATCH"}, {"RETURN"}),
        ("MATCH (n) ret", {"RETURN"}, {"MATCH"}),
        ("MATCH (n) ", set(), {"RETURN"}),
    ],
)
def test_what_may_come_next(session: Session, text: str, offered: set[str], left: set[str]) -> None:
    found = {
        item.text
        for item in ShellCompleter(session).get_completions(Document(text), CompleteEvent())
    }
    assert offered <= found
    assert not left & found


def test_a_bad_file_of_ones_own_interrupts_nobody(session: Session, tmp_path: Path) -> None:
    (tmp_path / "bad.cypher").write_text("RETURN 1", encoding="utf-8")
    session.settings = replace(session.settings, queries=(tmp_path,))
    offered = ShellCompleter(session).get_completions(Document(":run par"), CompleteEvent())
    assert "partner-gap" in {item.text for item in offered}


# At a terminal ----------------------------------------------------------------------------------------------------


@pytest.fixture
def place(clean_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def test_a_conversation(place: Path, shipped_store: Path) -> None:
    with Terminal("shell", "--store", shipped_store, "--as-of", DAY, "--lang", "en") as terminal:
        terminal.expect(PROMPT)
        terminal.send("MATCH (f:Forum {id: 'forum:mdq'})\r")
        terminal.send("RETURN f;\r")
        terminal.expect("Multilateral Dialogue on Quantum (forum:mdq)")
        terminal.expect(PROMPT)
        terminal.send("MATCH (n) SET n.x = 1;\r")
        terminal.expect("SET is not allowed here")
        terminal.expect(PROMPT)
        terminal.send(":run partner-gap\r")
        terminal.expect("forum (forum):")
        terminal.send("MDQ\r")
        terminal.expect("Australia")
        terminal.expect(PROMPT)
        terminal.send("\x04")
        assert terminal.end() == 0
    kept = place / "state" / "enishi" / "shell_history"
    assert "+RETURN f;" in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o077 == 0
    with Terminal("shell", "--store", shipped_store) as terminal:
        terminal.expect(PROMPT)
        terminal.send("\x1b[A")
        terminal.expect(":run partner-gap")
        terminal.send("\x03")
        terminal.expect(PROMPT)
        terminal.send(":quit\r")
        assert terminal.end() == 0


def test_tab_completes(place: Path, shipped_store: Path) -> None:
    with Terminal("shell", "--store", shipped_store, "--lang", "ja") as terminal:
        terminal.expect("「:help」")
        terminal.expect(PROMPT)
        terminal.send(":he\t")
        terminal.expect(":help")
        terminal.send("\r")
        terminal.expect("コマンド")
        terminal.expect(":quit")
        terminal.expect(PROMPT)
        terminal.send(":quit\r")
        assert terminal.end() == 0


# A needed parameter -----------------------------------------------------------------------------------------------


def test_a_terminal_asks_for_a_needed_parameter(place: Path, shipped_store: Path) -> None:
    output = place / "answer.json"
    run = ("query", "run", "partner-gap", "--as-of", DAY, "--lang", "ja", "--format", "json")
    with Terminal(*run, "--store", shipped_store, output=output) as terminal:
        terminal.expect("枠組み（forum）：")
        terminal.send("量子多国")
        terminal.expect("Multilateral Dialogue on Quantum")
        terminal.send("\x15MDX\r")
        terminal.expect("forum:mdq")
        terminal.send("\x15MDQ\r")
        assert terminal.end() == 0
    assert output.read_text(encoding="utf-8").startswith("{")
    assert "country:AU" in output.read_text(encoding="utf-8")


def test_who_leaves_is_told_what_is_needed(place: Path, shipped_store: Path) -> None:
    with Terminal(
        "query", "run", "partner-gap", "--store", shipped_store, "--lang", "en"
    ) as terminal:
        terminal.expect("forum (forum):")
        terminal.send("\x04")
        terminal.expect("partner-gap needs forum")
        assert terminal.end() == 2


def test_a_pipe_is_asked_nothing(process, shipped_store: Path) -> None:
    done = process("query", "run", "partner-gap", "--store", shipped_store)
    assert (done.code, done.out) == (2, "")
    assert "-p forum=MDQ" in done.err
