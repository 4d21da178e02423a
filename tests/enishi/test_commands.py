"""What each command prints, where, in which form, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

COUNTRIES = Path(__file__).parents[2] / "data" / "countries"

Run = Callable[..., object]

GAP = ("query", "run", "partner-gap", "-p", "forum=MDQ", "-p", "party=JP", "--as-of", "2025-05-01")
NINE = ["AU", "CA", "FI", "FR", "DE", "NL", "KR", "SE", "CH"]


# No graph yet -----------------------------------------------------------------------------------------------------


def test_where_there_is_no_graph_it_is_built_first_and_said_on_stderr(
    process, tmp_path: Path
) -> None:
    store = tmp_path / "new" / "graph.kgl"
    first = process(*GAP, "--format", "json", ENISHI_STORE=str(store))
    assert first.code == 0
    assert [row["country"][8:] for row in json.loads(first.out)["rows"]] == NINE
    assert "No graph yet: building it" in first.err
    assert store.is_file()
    second = process(*GAP, "--format", "json", ENISHI_STORE=str(store))
    assert second.err == ""
    assert second.out == first.out


@pytest.mark.parametrize("command", [("status",), ("why", "MDQ"), ("query", "run", "conflicts")])
def test_every_command_that_needs_a_graph_builds_one(
    enishi, small_record: Path, tmp_path: Path, command
) -> None:
    store = tmp_path / "graph.kgl"
    done = enishi(*command, "--record", small_record, "--store", store)
    assert done.code == 0
    assert "No graph yet: building it" in done.err
    assert "building" not in done.out
    assert store.is_file()


def test_a_graph_as_known_on_a_day_is_built_beside_it(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    args = ("--record", small_record, "--store", tmp_path / "graph.kgl", "--known-at", "2025-06-01")
    first = enishi("status", *args)
    assert (first.code, "No graph as known on 2025-06-01 yet" in first.err) == (0, True)
    assert (tmp_path / "graph@2025-06-01.kgl").is_file()
    assert not (tmp_path / "graph.kgl").exists()
    assert enishi("status", *args).err == ""


def test_commands_that_need_no_graph_build_none(enishi, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ENISHI_STORE", str(tmp_path / "graph.kgl"))
    for command in (("check",), ("query", "list"), ("query", "show", "conflicts"), ("doctor",)):
        assert enishi(*command).code == 0
    assert not (tmp_path / "graph.kgl").exists()


# Another record -----------------------------------------------------------------------------------------------------


def touch(record: Path) -> None:
    with (record / "countries/JP.yaml").open("a", encoding="utf-8") as file:
        file.write("notes: changed\n")


def test_a_record_that_has_changed_is_built_anew(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    assert enishi("status", "--record", small_record).code == 0
    assert enishi("status", "--record", small_record).err == ""
    touch(small_record)
    done = enishi("status", "--record", small_record)
    assert (done.code, "The record has changed: building it" in done.err) == (0, True)
    assert enishi("status", "--record", small_record).err == ""
    assert list((tmp_path / "cache/enishi").glob("*.kgl")) == [tmp_path / "cache/enishi/graph.kgl"]


def test_a_store_that_the_user_named_is_used_as_it_is(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    args = ("status", "--record", small_record, "--store", tmp_path / "mine.kgl")
    enishi(*args)
    before = (tmp_path / "mine.kgl").read_bytes()
    touch(small_record)
    done = enishi(*args)
    assert done.code == 0
    assert "built from another state of the record" in done.err
    assert (tmp_path / "mine.kgl").read_bytes() == before


# Forms ------------------------------------------------------------------------------------------------------------


def test_json(asked) -> None:
    done = asked(*GAP, "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert list(answer)[:6] == ["query", "params", "columns", "rows", "sources", "coverage"]
    assert answer["query"] == "partner-gap"
    assert answer["params"]["forum"] == "forum:mdq"
    assert answer["columns"] == [
        "country", "name_ja", "name_en", "other_instruments", "last_contact", "shared_fora", "ground", "members", "extent", "sources",
    ]  # fmt: skip
    assert [list(row) for row in answer["rows"]] == [answer["columns"]] * 9
    assert {source for row in answer["rows"] for source in row["sources"]} == {
        s["id"] for s in answer["sources"]
    }
    assert answer["coverage"]["as_of"] == "2025-05-01"
    assert answer["coverage"]["newest_event_on"]
    assert "豪州" in done.out


def test_json_lines(asked) -> None:
    done = asked(*GAP, "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["country"][8:] for row in rows] == NINE
    assert rows == json.loads(asked(*GAP, "--format", "json").out)["rows"]


@pytest.mark.parametrize(("lang", "first"), [("ja", "豪州"), ("en", "Australia")])
def test_csv(asked, lang: str, first: str) -> None:
    done = asked(*GAP, "--format", "csv", "--lang", lang)
    headings, *rows = csv.reader(io.StringIO(done.out))
    assert len(rows) == 9
    assert {len(row) for row in rows} == {len(headings)}
    assert rows[0][0] == first
    assert "MDQ" in done.err or "対話" in done.err or "Dialogue" in done.err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_markdown(asked, lang: str) -> None:
    done = asked(*GAP, "--format", "md", "--lang", lang)
    lines = done.out.splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert lines[0].startswith("**")
    assert len(table) == 2 + 9 + 2 + 3
    cells = [len(line.replace("\\|", "").strip("|").split("|")) for line in table]
    assert len(set(cells[:11])) == len(set(cells[11:])) == 1
    assert set(table[1]) <= set("|- ")
    assert any(line.startswith("- ") and "deck-2025" in line for line in lines)


@pytest.mark.parametrize(
    ("lang", "title", "coverage"),
    [
        ("ja", "量子多国間対話（MDQ）の参加13か国のうち、日本との政府間協力文書（量子に特化）を確認できないのは9か国", "基準日：2025年5月1日"),
        ("en", "Of the 13 countries in the Multilateral Dialogue on Quantum (MDQ), no instrument with Japan", "As of 1 May 2025"),
    ],
)  # fmt: skip
def test_table(asked, lang: str, title: str, coverage: str) -> None:
    done = asked(*GAP, "--lang", lang)
    text = done.out.replace("\n", "")
    assert (done.code, done.err) == (0, "")
    assert title in text
    assert coverage in text
    assert "deck-2025" in text
    assert "\x1b" not in done.out
    assert all(ord(c) >= 32 or c == "\n" for c in done.out)


@pytest.mark.parametrize("form", ["table", "md", "csv"])
def test_no_code_of_ours_is_shown_to_people(asked, form: str) -> None:
    text = re.sub(r"https?://[!-~]+", "", asked(*GAP, "--format", form, "--lang", "ja").out)
    for code in (
        "nothing_held",
        "country:",
        "agreement:",
        "dedicated",
        "government",
        "None",
        "null",
    ):
        assert code not in text


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_no_rows_is_an_answer(asked, form: str) -> None:
    args = (
        "query",
        "run",
        "partner-gap",
        "-p",
        "forum=MDQ",
        "--as-of",
        "2022-01-01",
        "--format",
        form,
    )
    done = asked(*args)
    assert done.code == 0
    if form == "table":
        assert "No source held says which countries take part" in done.out.replace("\n", " ")


def test_the_language_of_the_locale(asked, monkeypatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "参加13か国" in asked(*GAP).out
    monkeypatch.setenv("ENISHI_LANG", "en")
    assert "could be confirmed" in asked(*GAP).out
    assert "参加13か国" in asked(*GAP, "--lang", "ja").out


def test_our_side_from_the_environment(asked, monkeypatch) -> None:
    monkeypatch.setenv("ENISHI_PARTY", "UK")
    args = ("query", "run", "partner-gap", "-p", "forum=MDQ", "--format", "json")
    assert json.loads(asked(*args).out)["params"]["party"] == "country:GB"


@pytest.mark.parametrize("form", ["table", "csv", "md", "json", "jsonl"])
def test_a_limit_on_rows_is_told(asked, form: str) -> None:
    done = asked(*GAP, "--format", form, "--max-rows", "2", "--lang", "en")
    assert done.code == 0
    said = (done.out + done.err).replace("\n", " ")
    assert "first 2 rows" in said or '"truncated": true' in said


# Files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [(*GAP, "--format", "json"), (*GAP, "--format", "csv"), GAP, ("status",), ("why", "MDQ"), ("query", "list")],
)  # fmt: skip
def test_into_a_file(asked, tmp_path: Path, command: tuple[str, ...]) -> None:
    shown = asked(*command, "--lang", "ja")
    path = tmp_path / "日本 answer.txt"
    done = asked(*command, "--lang", "ja", "-o", path)
    assert (done.code, done.out) == (0, "")
    assert f"書出し先：{path}" in done.err
    assert path.read_bytes().decode("utf-8") == shown.out
    assert asked(*command, "--lang", "ja", "-o", "-").out == shown.out


def test_into_a_file_that_cannot_be_written(asked, tmp_path: Path) -> None:
    done = asked(*GAP, "-o", tmp_path / "nowhere" / "a.csv")
    assert (done.code, done.out) == (1, "")
    assert "cannot be written" in done.err
    assert "-o" in done.err
    assert asked(*GAP, "-o", tmp_path).code == 2


# Why --------------------------------------------------------------------------------------------------------------


def evidence(done) -> list[dict[str, object]]:
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert found
    return found


def test_why_of_a_field(asked) -> None:
    found = evidence(asked("why", "jp-eu-quantum-loi-2025", "signed_on", "--format", "json"))
    said = {(line["value"], line["source"], line.get("at"), line["used"]) for line in found}
    assert ("2025-05-13", "cao-20250513", "section 1", True) in said
    assert ("2025-05-12", "deck-2025", "s10 L304", False) in said
    assert {(line["subject"], line["property"]) for line in found} == {
        ("agreement:jp-eu-quantum-loi-2025", "signed_on")
    }
    (planned,) = [line for line in found if line["mood"] == "planned"]
    assert (planned["value"], planned["text"]) == ("2025-05", "‘25年5月（予定）")
    notice = next(line for line in found if line["source"] == "cao-20250513")
    assert str(notice["url"]).startswith("https://www8.cao.go.jp/")
    assert notice["known_from"] == "2025-05-13"


def test_why_of_an_entity_has_its_ties_too(asked) -> None:
    found = evidence(asked("why", "量子多国間対話", "--format", "json"))
    assert {line["subject"] for line in found} >= {"forum:mdq", "country:KR MEMBER_OF forum:mdq"}
    assert found[0]["subject"] == "forum:mdq"


def test_why_of_a_list_of_ties(asked) -> None:
    found = evidence(asked("why", "QDG", "members", "--format", "json"))
    lists = [line for line in found if line["property"] == "members*"]
    assert len(lists) == 5
    assert sorted(len(line["value"]) for line in lists) == [9, 9, 12, 13, 13]
    assert [line["source"] for line in lists if line["used"]].count("deck-2025") == 1


def test_why_of_a_tie(asked) -> None:
    found = evidence(asked("why", "country:KR MEMBER_OF forum:mdq", "--format", "json"))
    assert {line["subject"] for line in found} == {"country:KR MEMBER_OF forum:mdq"}
    since = {(line["value"], line["used"]) for line in found if line["property"] == "since"}
    assert since == {("2023-04", True), ("2023", False)}
    only = evidence(asked("why", "country:KR MEMBER_OF forum:mdq", "since", "--format", "json"))
    assert {line["property"] for line in only} == {"since"}


def test_no_claim_is_shown_twice(asked) -> None:
    found = evidence(asked("why", "MDQ", "--format", "json"))
    ids = [(line["id"], line.get("text")) for line in found]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("lang", "mark"), [("ja", "出典"), ("en", "Source")])
def test_why_as_a_table(asked, lang: str, mark: str) -> None:
    done = asked("why", "jp-eu-quantum-loi-2025", "signed_on", "--lang", lang)
    assert done.code == 0
    assert mark in done.out
    assert "●" in done.out
    assert max(map(len, done.out.splitlines())) <= 120


def test_why_says_it_in_the_readers_words(asked) -> None:
    table = asked("why", "MDQ", "--lang", "ja").out
    assert "半年に一度" in table
    assert not re.search(r"half_yearly|country:|\btrue\b", table)


def test_why_as_known_on_a_day(asked) -> None:
    found = evidence(
        asked(
            "why",
            "jp-eu-quantum-loi-2025",
            "signed_on",
            "--known-at",
            "2025-05-12",
            "--format",
            "json",
        )
    )
    assert {line["source"] for line in found} == {"deck-2025"}
    assert {line["value"] for line in found if line["used"]} == {"2025-05-12"}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("why", "MDX"), "forum:mdq"),
        (("why", "MDQ", "colour"), "no 'colour'"),
        (("why", "country:JP JOINED forum:mdq"), "START TYPE END"),
        (("why", "country:JP MEMBER_OF forum:mdq", "colour"), "no"),
        (("why", "country:JP MEMBER_OF forum:none"), "No claim"),
        (("why", "country:JP MEMBER_OF"), ""),
        (("why", "MDQ", "rhythm", "--known-at", "2000-01-01"), ""),
    ],
)
def test_why_of_what_is_not_there(asked, args: tuple[str, ...], says: str) -> None:
    done = asked(*args)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert "Traceback" not in done.err


# Status, doctor, queries ------------------------------------------------------------------------------------------


def test_status(asked, shipped_store: Path) -> None:
    held = json.loads(asked("status", "--format", "json").out)
    assert held["store"] == str(shipped_store)
    assert held["nodes"]["Country"] == len(list(COUNTRIES.glob("*.yaml")))
    assert held["claims"] == sum(held["known_from"].values())
    assert held["known_from"]["published"] > held["known_from"]["always"]
    assert held["newest_event_on"]
    assert held["known_at"] is None


@pytest.mark.parametrize(("lang", "kind"), [("ja", "国・地域"), ("en", "Country or region")])
def test_status_as_a_table(asked, lang: str, kind: str) -> None:
    done = asked("status", "--lang", lang)
    assert (done.code, done.err) == (0, "")
    assert kind in done.out


def test_status_counts_instruments_with_definitions(asked) -> None:
    held = json.loads(asked("status", "--format", "json").out)
    for sums in held["instruments"].values():
        assert sum(sums.values()) == held["nodes"]["Agreement"]
    text = asked("status", "--lang", "en").out
    total = held["nodes"]["Agreement"]
    scopes = [held["instruments"]["scope"][name] for name in ("dedicated", "includes", "context")]
    row = rf"^ all +{total} +{scopes[0]} +{scopes[1]} +{scopes[2]} *$"
    assert len(re.findall(row, text, re.MULTILINE)) == 2
    assert "An instrument is one document" in text
    assert "協力文書は、" in asked("status", "--lang", "ja").out


def test_status_says_what_of_the_record_is_not_in_the_graph(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    args = ("status", "--format", "json", "--record", small_record, "--store", tmp_path / "g.kgl")
    now = json.loads(enishi(*args).out)["loading"]
    assert now["unread"] == now["findings"] == 0
    assert now["record"] == now["loaded"] + now["left_out"]
    then = json.loads(enishi(*args, "--known-at", "2025-05-12").out)["loading"]
    assert then["left_out"] > now["left_out"]
    forum = small_record / "fora/mdq.yaml"
    forum.write_text(forum.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    changed = json.loads(enishi(*args).out)["loading"]
    assert (changed["changed"], changed["unread"], changed["findings"]) == (True, 1, 1)


def test_doctor(enishi, shipped_store: Path) -> None:
    done = enishi("doctor", "--store", shipped_store)
    assert done.code == 0, done.out
    assert "BAD" not in done.out
    assert {line[:4] for line in done.out.splitlines()} == {"ok  "}
    for what in ("Python", "engine", "record", "place of the graph"):
        assert what in done.out


def test_doctor_finds_what_is_wrong(enishi, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = enishi(
        "doctor", "--record", tmp_path / "none", "--store", tmp_path / "file" / "graph.kgl"
    )
    assert done.code == 1
    assert "BAD record" in done.out
    assert "BAD place of the graph" in done.out
    assert "Traceback" not in done.out + done.err


@pytest.mark.parametrize(("lang", "word"), [("ja", "どこ"), ("en", "With which members")])
def test_queries_are_listed_with_their_questions(asked, lang: str, word: str) -> None:
    text = asked("query", "list", "--lang", lang).out
    assert "partner-gap" in text
    assert word in text.replace("\n", "")
    listed = json.loads(asked("query", "list", "--format", "json").out)
    assert [query["id"] for query in listed] == sorted(query["id"] for query in listed)
    assert all(query["question"]["ja"] and query["question"]["en"] for query in listed)


def test_a_query_is_shown_with_its_cypher(asked) -> None:
    text = asked("query", "show", "partner-gap", "--lang", "en").out
    assert "MATCH (f:Forum {id: $forum})" in text
    assert "shared_fora" in text
    assert "dedicated" in text
    assert "partner-gap.cypher" in text


OWN = """\
// ---
// id: mine
// title: {ja: 題, en: Title}
// question: {ja: 問, en: My question}
// answer: {ja: "{count}件（{as_of}）", en: "{count} found ({as_of})"}
// nothing: {ja: なし, en: Nothing}
// columns:
//   id: {ja: ID, en: id, type: id, means: {ja: 対象, en: what it is}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: 根拠, en: the proof}}
// ---
MATCH (f:Forum)
WHERE $as_of > ''
RETURN f.id AS id, f.sources AS sources
ORDER BY id
"""


def test_a_query_of_ones_own(asked, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text(OWN, encoding="utf-8")
    rows = json.loads(asked("query", "run", path, "--format", "json").out)["rows"]
    assert {"forum:mdq", "forum:qdg"} <= {row["id"] for row in rows}
    assert asked("query", "run", "mine").code == 2
    monkeypatch.setenv("ENISHI_QUERIES", str(tmp_path))
    assert "My question" in asked("query", "list", "--lang", "en").out
    assert asked("query", "run", "mine").code == 0


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("ORDER BY id", "SET f.x = 1", "SET is not allowed"),
        (":Forum", ":Forums", "no label Forums"),
        ("MATCH (f:Forum)", "LOAD CSV FROM 'file:///etc/passwd' AS f", "LOAD is not allowed"),
        ("// id: mine\n", "", "id: Field required"),
    ],
)
def test_a_query_of_ones_own_that_must_not_run(
    asked, tmp_path: Path, monkeypatch, old: str, new: str, says: str
) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text(OWN.replace(old, new), encoding="utf-8")
    monkeypatch.setenv("ENISHI_QUERIES", str(tmp_path))
    done = asked("query", "run", path)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    if "label" not in says:
        done = asked("query", "run", "mine")
        assert (done.code, done.out) == (2, "")
        assert says in done.err


def test_a_query_of_ones_own_folder_is_linted_too(asked, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "mine.cypher").write_text(OWN.replace(":Forum", ":Forums"), encoding="utf-8")
    monkeypatch.setenv("ENISHI_QUERIES", str(tmp_path))
    assert asked("query", "run", "mine").code == 2


# Exit codes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("query", "run", "partner-gap"), 2, "needs forum"),
        (("query", "run", "partner-gap", "-p", "forum"), 2, "NAME=VALUE"),
        (("query", "run", "partner-gap", "-p", "forum=MDX"), 2, "Did you mean"),
        (("query", "run", "partner-gap", "-p", "forum=MDQ", "-p", "scope=all"), 2, "is not one of"),
        (("query", "run", "partner-gap", "-p", "frum=MDQ"), 2, "has no parameter"),
        (("query", "run", "nothing"), 2, "There is no saved query"),
        (("query", "run", "none.cypher"), 2, "cannot be read"),
        (("query", "show", "nothing"), 2, "There is no saved query"),
        ((*GAP[:-1], "2025-02-30"), 2, "is no day"),
        ((*GAP, "--known-at", "soon"), 2, "is no day"),
        ((*GAP, "--format", "pdf"), 2, "pdf"),
        ((*GAP, "--lang", "fr"), 2, "fr"),
        ((*GAP, "--max-rows", "0"), 2, "max-rows"),
        (("frobnicate",), 2, "No such command"),
        (("query", "run"), 2, "Missing argument"),
        (("status", "--record", "/no/such/folder", "--store", "{tmp}/none.kgl"), 1, "no record"),
        (("check", "/no/such/folder"), 1, "no record"),
    ],
)  # fmt: skip
def test_exit_codes_and_messages(
    asked, tmp_path: Path, args: tuple[str, ...], code: int, says: str
) -> None:
    done = asked(*(arg.replace("{tmp}", str(tmp_path)) for arg in args))
    assert done.code == code
    assert done.out == ""
    assert says in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("place", ["file/graph.kgl", "file/deeper/graph.kgl", "."])
def test_a_store_where_none_can_be(enishi, tmp_path: Path, small_record: Path, place: str) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    done = enishi("build", "--record", small_record, "--store", tmp_path / place)
    assert done.code == (2 if place == "." else 1)
    assert done.out == ""
    assert "Traceback" not in done.err


def test_a_language_of_the_environment_that_there_is_not(asked, monkeypatch) -> None:
    monkeypatch.setenv("ENISHI_LANG", "fr")
    done = asked("status")
    assert done.code in (0, 2)
    assert "Traceback" not in done.err


def test_in_a_process_of_its_own(process, shipped_store: Path) -> None:
    done = process(
        "query", "run", "partner-gap", "-p", "forum=MDX", ENISHI_STORE=str(shipped_store)
    )
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("enishi: forum: nothing in the graph is called 'MDX'.\n")
    assert "Traceback" not in done.err


def test_debug_shows_where_it_went_wrong(process, shipped_store: Path) -> None:
    done = process(
        "--debug", "query", "run", "partner-gap", "-p", "forum=MDX", ENISHI_STORE=str(shipped_store)
    )
    assert done.code != 0
    assert done.out == ""
    assert "Traceback (most recent call last)" in done.err
    assert "ParameterError" in done.err


def test_a_reader_that_goes_away_is_no_error(clean_environment, shipped_store: Path) -> None:
    import os
    import subprocess
    import sys

    root = Path(__file__).parents[2]
    env = os.environ | {"ENISHI_STORE": str(shipped_store), "PYTHONPATH": str(root)}
    with subprocess.Popen(
        [sys.executable, "-m", "enishi", "why", "MDQ", "--format", "json"],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


def test_output_is_utf8_whatever_the_locale(process, shipped_store: Path) -> None:
    done = process(
        *GAP, "--lang", "ja", ENISHI_STORE=str(shipped_store), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert done.code == 0
    assert "豪州" in done.out


# Exports ----------------------------------------------------------------------------------------------------------


def test_export_writes_a_folder_of_tables(enishi, small_record: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    done = enishi("export", "--format", "csv", "--record", small_record, "-o", folder)
    assert (done.code, done.out) == (0, "")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert (folder / resource["path"]).is_file()
        assert str(folder / resource["path"]) in done.err
    assert "licenses" not in package


def test_export_writes_claims_here_or_into_a_file(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    here = enishi("export", "--format", "jsonl", "--record", small_record)
    assert {json.loads(line)["source"] for line in here.out.splitlines()} == {"enishi", "s1"}
    target = tmp_path / "claims.jsonl"
    enishi("export", "--format", "jsonl", "--record", small_record, "-o", target)
    assert target.read_text(encoding="utf-8") == here.out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "--format"),
        (("--format", "csv", "--for", "neo4j-browser"), "--format"),
        (("--format", "jsonl", "--store", "x.kgl"), "--record"),
        (("--format", "csv", "-o", "-"), "folder"),
    ],
)
def test_export_asks_for_what_it_needs(enishi, small_record: Path, args, says: str) -> None:
    done = enishi("export", "--record", small_record, *args)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


# Check ------------------------------------------------------------------------------------------------------------


def test_check_says_how_well_the_values_are_sourced(enishi, small_record: Path) -> None:
    english = enishi("check", small_record, "--lang", "en")
    assert english.code == 0
    assert re.search(r"Forum or dialogue +\d+ +100 %  +0 +0 % +100 %", english.out)
    assert re.search(r"Country or region +\d+ +100 % +9 +― +―", english.out)
    japanese = enishi("check", small_record, "--lang", "ja")
    assert "出典あり" in japanese.out
    assert "枠組み・会合" in japanese.out


def test_check_as_json(enishi, small_record: Path) -> None:
    (small_record / "countries/FR.yaml").write_text(
        "id: country:FR\nby: enishi\nname: {ja: フランス}\nstatus: state\n", encoding="utf-8"
    )
    done = enishi("check", small_record, "--format", "json")
    assert done.code == 1
    held = json.loads(done.out)
    assert [(one["file"], one["code"]) for one in held["findings"]] == [
        ("countries/FR.yaml", "no-name"),
        ("countries/FR.yaml", "only-ours"),
        ("countries/FR.yaml", "orphan"),
    ]
    assert held["coverage"][-1]["values"] == sum(row["values"] for row in held["coverage"][:-1])


def test_check_asks_nothing_of_a_day_that_has_not_come(enishi, small_record: Path) -> None:
    (small_record / "meetings").mkdir()
    (small_record / "meetings/m.yaml").write_text(
        "id: meeting:m\nby: s1\nname: {ja: 会合, en: Meeting}\nheld_on: 2025-05-13\nstage: held\n"
        "edition_of: forum:mdq\n",
        encoding="utf-8",
    )
    assert enishi("check", small_record, "--as-of", "2025-05-13").code == 0
    done = enishi("check", small_record, "--as-of", "2025-05-12")
    assert done.code == 1
    assert "[in-the-future]" in done.out


def test_check_brings_files_into_the_normal_form(enishi, small_record: Path) -> None:
    forum = small_record / "fora/mdq.yaml"
    normal = forum.read_text(encoding="utf-8")
    head, body = normal.split("by: s1\n")
    forum.write_text(f"{head}{body}by: 's1' # the notice\n", encoding="utf-8")
    found = enishi("check", small_record)
    assert (found.code, "fora/mdq.yaml:1: " in found.out, "[form]" in found.out) == (1, True, True)
    fixed = enishi("check", "--fix-format", small_record)
    assert fixed.code == 0
    assert f"Changed: {forum}\n1 files" in fixed.err
    assert forum.read_text(encoding="utf-8") == normal.replace("by: s1", "by: s1  # the notice")
    again = enishi("check", "--fix-format", small_record)
    assert (again.code, "0 files" in again.err) == (0, True)
