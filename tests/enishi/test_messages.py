"""What commands say, in the reader's language: errors, findings, what goes to standard error."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from enishi.language import speak, told
from graphmodel.messages import Message, Term
from tests.command import Run

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")
SENTENCE = re.compile(r"\b[A-Z][a-z]+ (?:[a-z]+ ){2}")
"""Words of an English sentence."""


@pytest.fixture
def japanese(english: None) -> None:
    speak("ja")


def test_told_in_japanese(japanese: None) -> None:
    message = Message("{path} cannot be read: {reason}", path="a", reason="x")
    assert told(message) == "aを読めない：x"
    assert told(message.then(Message("Write the id."))) == "aを読めない：xIDで指定してください。"
    nested = Message(
        "{reason}: building it from {folder} …", reason=Message("No graph yet"), folder="data"
    )
    assert told(nested) == "グラフがまだない：dataから構築する…"
    assert (
        told(Message.joined([message, Message("Write the id.")]))
        == "aを読めない：x\nIDで指定してください。"
    )
    kind = Message("{kind} files have no `{key}`.", kind=Term("Forum", "枠組み"), key="x")
    assert told(kind) == "枠組みのファイルに`x`というキーはない。"
    assert told("as it is {x}") == "as it is {x}"
    assert told(Message()) == ""


def test_told_in_english(english: None) -> None:
    message = Message("{path} cannot be read: {reason}", path="a", reason="x")
    assert told(message) == message == "a cannot be read: x"


WRONG = [
    ("query", "run", "nope"),
    ("query", "run", "partner-gap", "-p", "forum"),
    ("query", "run", "partner-gap"),
    ("query", "run", "partner-gap", "-p", "forum=nothing-like-it"),
    ("query", "run", "partner-gap", "-p", "forum=MDQ", "-p", "types=x"),
    ("query", "run", "partner-gap", "-p", "forum=MDQ", "-p", "x=1"),
    ("query", "run", "partner-gap", "--as-of", "yesterday"),
    ("query", "list", "--tag", "x"),
    ("query", "new", "A b"),
    ("cypher", "CREATE (n:Forum) RETURN n"),
    ("cypher", "RETURN 1 AS x", "-p", "y"),
    ("cypher", "RETURN $x AS x"),
    ("cypher", "no-such.cypher"),
    ("why", "MDQ", "nothing"),
    ("why", "no-such-thing"),
    ("view", "--steps", "2"),
    ("view", "-o", "no/such/folder/x.html"),
    ("export",),
    ("export", "--format", "csv", "--store", "x"),
    ("build", "--record", "no-such-record"),
    ("build", "--known-at", "x"),
    ("build", "--store", "bolt://user:word@localhost"),
    ("check", "no-such-record"),
    ("add", "country"),
    ("add", "agreement", "--set", "x"),
]  # fmt: skip


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_errors_in_japanese(
    asked: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, small_record: Path, args: tuple[str, ...]
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENISHI_RECORD", str(small_record))
    english = asked(*args)
    monkeypatch.setenv("ENISHI_LANG", "ja")
    said = asked(*args)
    assert (said.code, said.out) == (english.code, english.out)
    assert said.code != 0
    lines = [line for line in said.err.splitlines() if line and not line.startswith("使い方：")]
    assert lines
    for line in lines:
        assert JAPANESE.search(line), line
        assert not SENTENCE.search(line), line
    assert not JAPANESE.search(english.err.replace("量子多国間対話", ""))


def test_findings_in_the_language_asked_for(enishi: Run, small_record: Path) -> None:
    """The code of a finding, its file and line are the same in both."""
    (small_record / "countries/FR.yaml").write_text(
        "id: country:FR\nby: s9\nname: フランス\nstatus: kingdom\nfoo: x\n", encoding="utf-8"
    )
    en = json.loads(enishi("check", small_record, "--format", "json", "--lang", "en").out)
    ja = json.loads(enishi("check", small_record, "--format", "json", "--lang", "ja").out)
    assert len(en["findings"]) > 4
    for one, other in zip(en["findings"], ja["findings"], strict=True):
        assert (one["file"], one["line"], one["code"]) == (other["file"], other["line"], other["code"])  # fmt: skip
        assert JAPANESE.search(other["message"]), other
        assert not JAPANESE.search(one["message"]), one
    shown = enishi("check", small_record, "--lang", "ja")
    assert "country:FRに`name`がない。「名称」を書いてください。 [no-value]" in shown.out
    assert re.search(r"対象\d+件、資料\d+件、記載\d+件。指摘\d+件。", shown.err)


def test_a_build_of_a_wrong_record_says_why(
    enishi: Run, monkeypatch: pytest.MonkeyPatch, small_record: Path
) -> None:
    (small_record / "fora/mdq.yaml").write_text("id: forum:mdq\nby: s1\nfoo: x\n", encoding="utf-8")
    done = enishi("build", "--record", small_record)
    assert "The record has" in done.err
    assert "Correct the files, then run: enishi check" in done.err
    monkeypatch.setenv("ENISHI_LANG", "ja")
    done = enishi("build", "--record", small_record)
    assert done.err.startswith("enishi: データに指摘が")
    assert "のファイルに`foo`というキーはない。" in done.err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_said_besides_the_answer(
    enishi: Run, monkeypatch: pytest.MonkeyPatch, small_record: Path, lang: str
) -> None:
    monkeypatch.setenv("ENISHI_LANG", lang)
    built = enishi("status", "--record", small_record, "--store", small_record / "g.kgl")
    assert built.code == 0
    starts = {"ja": "グラフがまだない：", "en": "No graph yet: building it from"}
    assert built.err.startswith(starts[lang])
    assert bool(JAPANESE.search(built.err)) == (lang == "ja")
    checked = enishi("doctor", "--record", small_record, "--store", small_record / "g.kgl")
    first = checked.out.splitlines()[0]
    assert first.startswith({"ja": "正常 Python：", "en": "ok  Python: "}[lang])


def test_lint_in_japanese(enishi: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert enishi("query", "new", "mine").code == 0
    path = tmp_path / "mine.cypher"
    path.write_text(path.read_text(encoding="utf-8").replace("ORDER BY", "// ORDER BY"), encoding="utf-8")  # fmt: skip
    assert "there is no ORDER BY: rows come in no fixed order" in enishi("query", "lint", path).out
    monkeypatch.setenv("ENISHI_LANG", "ja")
    done = enishi("query", "lint", path)
    assert done.code == 1
    assert "ORDER BYがなく、行の順序が定まらない" in done.out
    assert "ファイル1件、指摘" in done.out
