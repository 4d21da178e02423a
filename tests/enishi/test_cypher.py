"""Statements that an analyst types: what they give, in which form, and what is refused, with what to do."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

MDQ = "MATCH (f:Forum {id: 'forum:mdq'})"
PATH = f"{MDQ} MATCH p = (f)<-[m:MEMBER_OF]-(c:Country {{id: 'country:JP'}}) RETURN f, m, p"


def rows(done) -> list[dict[str, object]]:
    assert done.code == 0, done.err
    return json.loads(done.out)["rows"]


def test_nodes_ties_and_paths_by_name_and_id(asked) -> None:
    done = asked("cypher", PATH, "--lang", "ja", "--format", "csv")
    assert done.out.splitlines() == [
        "f,m,p",
        "量子多国間対話（forum:mdq）,country:JP MEMBER_OF forum:mdq,"
        "量子多国間対話（forum:mdq） <-[MEMBER_OF]- 日本（country:JP）",
    ]
    english = asked("cypher", PATH, "--lang", "en", "--format", "md").out
    assert (
        "Multilateral Dialogue on Quantum (forum:mdq) <-[MEMBER_OF]- Japan (country:JP)" in english
    )


def test_as_json_they_are_maps(asked) -> None:
    (row,) = rows(asked("cypher", PATH, "--format", "json"))
    assert row["f"]["id"] == "forum:mdq"
    assert row["f"]["labels"] == ["Forum"]
    assert row["f"]["properties"]["name_ja"] == "量子多国間対話"
    assert (row["m"]["type"], row["m"]["start"], row["m"]["end"]) == (
        "MEMBER_OF", "country:JP", "forum:mdq",
    )  # fmt: skip
    assert [node["id"] for node in row["p"]["nodes"]] == ["forum:mdq", "country:JP"]
    assert row["p"]["ties"] == [row["m"]]
    (line,) = asked("cypher", PATH, "--format", "jsonl").out.splitlines()
    assert json.loads(line) == row


def test_an_answer_says_what_it_rests_on(asked) -> None:
    done = asked("cypher", f"{MDQ} RETURN f.id", "--as-of", "2025-05-01", "--lang", "en")
    assert "As of 1 May 2025." in done.out
    held = json.loads(
        asked("cypher", f"{MDQ} RETURN f.id", "--as-of", "2025-05-01", "--format", "json").out
    )
    assert held["coverage"]["as_of"] == "2025-05-01"
    assert held["columns"] == ["f.id"]


@pytest.mark.parametrize(
    ("lang", "says"), [("ja", "はじめの2件だけ"), ("en", "Only the first 2 rows")]
)
def test_the_limit_is_told(asked, lang: str, says: str) -> None:
    done = asked(
        "cypher", "MATCH (f:Forum) RETURN f.id ORDER BY f.id", "--max-rows", "2", "--lang", lang
    )
    assert says in done.out


@pytest.mark.parametrize(("lang", "says"), [("ja", "該当する行なし"), ("en", "No rows")])
def test_no_rows(asked, lang: str, says: str) -> None:
    done = asked("cypher", "MATCH (f:Forum {id: 'x'}) RETURN f.id", "--lang", lang)
    assert (done.code, done.out.splitlines()[0]) == (0, says)


# Parameters -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("param", "value"),
    [
        ("x=2025", "2025"),
        ("x=true", "true"),
        ("x=", ""),
        ("x=a=b", "a=b"),
        ("x=日本", "日本"),
        ("x:=2025", 2025),
        ("x:=1.5", 1.5),
        ("x:=true", True),
        ("x:=null", None),
        ('x:="2025"', "2025"),
        ('x:=["a", 1]', ["a", 1]),
        ('x:={"b": 1, "a": [2]}', {"a": [2], "b": 1}),
    ],
)
def test_a_parameter_is_text_unless_it_is_said_to_be_json(asked, param: str, value: object) -> None:
    assert rows(asked("cypher", "RETURN $x AS x", "-p", param, "--format", "json")) == [
        {"x": value}
    ]


def test_the_day_is_always_there(asked) -> None:
    done = asked("cypher", "RETURN $as_of AS d", "--as-of", "2025-05-01", "--format", "json")
    assert rows(done) == [{"d": "2025-05-01"}]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("RETURN $x AS x",), "needs $x"),
        (("RETURN 1 AS x", "-p", "y=1"), "has no $y"),
        (("RETURN '$x' AS x", "-p", "x=1"), "has no $x"),
        (("RETURN $x AS x", "-p", "x"), "NAME=TEXT"),
        (("RETURN $x AS x", "-p", "x:=[1"), "is no JSON"),
        (("RETURN $x AS x", "-p", f"x:={'[' * 20_000}"), "$x is nested too deep"),
        (("RETURN $as_of AS d", "-p", "as_of=2020-01-01"), "Give it by --as-of"),
        (("RETURN $as_of AS d", "-p", "as_of:=1"), "Give it by --as-of"),
        (("RETURN 1 AS x", "--max-rows", "99999999999999999999999"), "is not in the range"),
        (("RETURN 1 AS x", "--timeout", "nan"), "'nan' is no number"),
        (("RETURN 1 AS x", "--timeout", "inf"), "is not in the range"),
        (("RETURN 1 AS x", "--timeout", "1e300"), "is not in the range"),
        (("RETURN $x AS x", "-p", "x y=1"), "is no parameter"),
        (("",), "no statement"),
        ((" ; ",), "no statement"),
        (("// nothing",), "no statement"),
        (("nowhere.cypher",), "cannot be read"),
        (("RETURN 1 AS a; RETURN 2 AS b",), "more than one statement"),
    ],
)
def test_what_is_not_understood(asked, args: tuple[str, ...], says: str) -> None:
    done = asked("cypher", *args)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert "Traceback" not in done.err


# What is refused, and what is pointed at --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (f"{MDQ} SET f.name_ja = 'x'", "SET is not allowed here: only statements that read"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD is not allowed"),
        ("CALL db.labels()", "db.labels may not be called"),
    ],
)
def test_only_what_reads_is_run(asked, shipped_store: Path, statement: str, says: str) -> None:
    before = shipped_store.read_bytes()
    done = asked("cypher", statement)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert shipped_store.read_bytes() == before


def test_a_mistake_is_pointed_at(asked) -> None:
    done = asked("cypher", "MATCH (f:Forum) RETUN f")
    assert (done.code, done.out) == (1, "")
    assert "line 1, col" in done.err
    assert done.err.rstrip().endswith("^")


@pytest.mark.parametrize(
    ("statement", "note"),
    [
        ("MATCH (f:Forums) RETURN f.id", "there is no label Forums; did you mean Forum?"),
        ("MATCH (f:forum) RETURN f.id", "there is no label forum; did you mean Forum?"),
        (
            "MATCH (c)-[:MEMBERS_OF]->(f) RETURN f.id",
            "no relationship type MEMBERS_OF; did you mean MEMBER_OF",
        ),
        (
            "MATCH (f:Forum) RETURN f.name_jp",
            "no kind or tie has a property name_jp; did you mean name_ja",
        ),
        ("MATCH (f:Forum) RETURN labels(f)[0] AS l", "labels come in no fixed order"),
    ],
)
def test_a_name_that_the_graph_does_not_have_is_told(asked, statement: str, note: str) -> None:
    done = asked("cypher", statement)
    assert done.code == 0
    assert note in done.err
    assert "Note" not in done.out


def test_what_the_graph_has_needs_no_note(asked) -> None:
    assert asked("cypher", PATH).err == ""


@pytest.mark.parametrize("value", ["99999999999999999999", f"{'[' * 65}{']' * 65}"])
def test_a_value_that_the_engine_does_not_hold(asked, value: str) -> None:
    done = asked("cypher", "RETURN $n AS n", "-p", f"n:={value}")
    assert (done.code, done.out) == (1, "")
    assert "The engine does not run this statement" in done.err


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_rows_do_not_say_goes_to_standard_error(asked, form: str) -> None:
    done = asked("cypher", "RETURN 1 AS one", "--format", form)
    assert "Rows: 1" in done.err
    assert "As of" in done.err
    saved = asked("query", "run", "partner-gap", "-p", "forum=MDQ", "--format", form)
    assert "could be confirmed" in saved.err
    assert "Not in this form: 2 further" in saved.err


def test_time_is_limited(asked) -> None:
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a * b % 7 AS n RETURN sum(n) AS n"
    done = asked("cypher", slow, "--timeout", "0.2")
    assert (done.code, done.out) == (1, "")
    assert "longer than 0.2 seconds" in done.err
    assert "--timeout" in done.err


# Where the statement comes from -----------------------------------------------------------------------------------


ENCODINGS = pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])


@ENCODINGS
def test_a_statement_from_a_file(asked, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text(
        "// what for\nMATCH (f:Forum {name_ja: '量子多国間対話'})\nRETURN f.id AS id;\n",
        encoding=encoding,
    )
    assert rows(asked("cypher", path, "--format", "json")) == [{"id": "forum:mdq"}]


@ENCODINGS
def test_a_statement_from_standard_input(asked, monkeypatch, encoding: str) -> None:
    text = "MATCH (f:Forum {name_ja: '量子多国間対話'}) RETURN f.id AS id;\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode(encoding))))
    assert rows(asked("cypher", "-", "--format", "json")) == [{"id": "forum:mdq"}]
