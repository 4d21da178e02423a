"""Finding saved queries, and writing one's own: list, show, new, lint, test."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from queries.catalogue import LIBRARY, load_catalogue


def ids(done) -> list[str]:
    assert done.code == 0, done.err
    return [query["id"] for query in json.loads(done.out)]


# Finding ----------------------------------------------------------------------------------------------------------


def test_each_shipped_query_has_a_tag() -> None:
    assert [query.id for query in load_catalogue().values() if not query.tags] == []


@pytest.mark.parametrize(
    ("args", "found", "left"),
    [
        (("パートナー",), set(), {"conflicts"}),
        (("接触",), {"partner-gap"}, {"conflicts"}),
        (("CONFIRMED", "forum"), {"partner-gap"}, {"conflicts"}),
        (("ｆｏｒｕｍ",), {"partner-gap"}, {"conflicts"}),
        (("nothing at all has this",), set(), {"conflicts", "partner-gap"}),
        (("--tag", "evidence"), {"conflicts"}, {"partner-gap"}),
        (("--tag", "枠組み"), {"partner-gap"}, {"conflicts"}),
        (("--tag", "fora", "--tag", "instruments"), {"partner-gap"}, {"how-it-came-about"}),
        (("gap", "--tag", "evidence"), set(), {"conflicts"}),
    ],
)
def test_queries_are_found(asked, args: tuple[str, ...], found: set[str], left: set[str]) -> None:
    listed = set(ids(asked("query", "list", *args, "--format", "json")))
    assert found <= listed
    assert not left & listed


@pytest.mark.parametrize(("lang", "says"), [("ja", "該当するクエリなし"), ("en", "No saved query")])
def test_none_is_found(asked, lang: str, says: str) -> None:
    done = asked("query", "list", "nothing at all has this", "--lang", lang)
    assert done.code == 0
    assert says in done.out


def test_a_tag_that_is_none(asked) -> None:
    done = asked("query", "list", "--tag", "colour")
    assert (done.code, done.out) == (2, "")
    assert "instruments" in done.err


@pytest.mark.parametrize(
    ("lang", "says"),
    [("ja", ("例：", "（ほか6行）", "豪州")), ("en", ("Example:", "(6 more)", "Australia"))],
)
def test_a_query_is_shown_with_an_example(asked, lang: str, says: tuple[str, ...]) -> None:
    done = asked("query", "show", "partner-gap", "--as-of", "2025-05-01", "--lang", lang)
    assert (done.code, done.err) == (0, "")
    for word in says:
        assert word in done.out
    (line,) = [line.strip() for line in done.out.splitlines() if "enishi query run" in line]
    assert asked(*line.split()[1:]).code == 0


def test_showing_builds_nothing(enishi, tmp_path: Path) -> None:
    done = enishi("query", "show", "partner-gap")
    assert (done.code, done.err) == (0, "")
    assert "enishi query run partner-gap -p forum=MDQ" in done.out
    assert not list(tmp_path.rglob("*.kgl"))


# Writing one's own ------------------------------------------------------------------------------------------------


def test_a_new_query_is_clean_runs_and_is_as_expected(asked, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    made = asked("query", "new", "members-of-it", "--queries", folder)
    assert made.code == 0
    assert made.out.splitlines() == [
        str(folder / "members-of-it.cypher"), str(folder / "members-of-it.test.yaml"),
    ]  # fmt: skip
    for line in [line.strip() for line in made.err.splitlines() if line.startswith("  enishi")]:
        done = asked(*line.split()[1:])
        assert done.code == 0, (line, done)
    own = ("--queries", folder)
    assert "members-of-it" in ids(asked("query", "list", *own, "--format", "json"))
    assert asked("query", "show", "members-of-it", *own).code == 0
    done = asked(
        "query",
        "run",
        "members-of-it",
        "-p",
        "forum=MDQ",
        *own,
        "--as-of",
        "2025-05-01",
        "--format",
        "json",
    )
    assert len(json.loads(done.out)["rows"]) == 13


def test_a_new_query_in_the_folder_of_the_environment(asked, tmp_path: Path, monkeypatch) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    monkeypatch.setenv("ENISHI_QUERIES", ":".join(map(str, folders)))
    assert asked("query", "new", "one").code == 0
    assert (folders[0] / "one.cypher").exists()
    folders[1].mkdir()
    (folders[0] / "one.cypher").rename(folders[1] / "one.cypher")
    assert "one" in ids(asked("query", "list", "--format", "json"))
    monkeypatch.delenv("ENISHI_QUERIES")
    monkeypatch.chdir(tmp_path)
    assert asked("query", "new", "two").code == 0
    assert (tmp_path / "two.cypher").exists()


@pytest.mark.parametrize(
    ("id_", "says"),
    [("partner-gap", "already"), ("Mine", "no id"), ("../x", "no id"), ("here", "there already")],
)
def test_a_new_query_overwrites_nothing(asked, tmp_path: Path, id_: str, says: str) -> None:
    there = tmp_path / "here.test.yaml"
    there.write_text("mine", encoding="utf-8")
    done = asked("query", "new", id_, "--queries", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert there.read_text(encoding="utf-8") == "mine"
    assert not (LIBRARY / "here.cypher").exists()


def test_a_shipped_query_is_not_shadowed(asked, tmp_path: Path) -> None:
    text = (LIBRARY / "conflicts.cypher").read_text(encoding="utf-8")
    (tmp_path / "mine.cypher").write_text(text.replace("資料間", "偽"), encoding="utf-8")
    done = asked("query", "list", "--queries", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "conflicts" in done.err
    assert asked("query", "lint", "--queries", tmp_path).code == 2
    ran = asked("query", "show", "conflicts", "--queries", tmp_path)
    assert str(LIBRARY) in ran.out


def test_a_folder_that_is_not_there(asked, tmp_path: Path) -> None:
    done = asked("query", "list", "--queries", tmp_path / "none")
    assert (done.code, done.out) == (2, "")
    assert "no folder" in done.err


@pytest.fixture
def mine(asked, tmp_path: Path) -> Path:
    asked("query", "new", "mine", "--queries", tmp_path)
    return tmp_path / "mine.cypher"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (":Party", ":Partei", "no label Partei; did you mean Party?"),
        ("MEMBER_OF", "MEMBERS_OF", "did you mean MEMBER_OF"),
        ("p.name_ja AS", "p.nam_ja AS", "did you mean name_ja"),
        ("ORDER BY name_en, member, since", "", "no ORDER BY"),
        ("// revision: 1\n", "// revision: 1\n// colour: red\n", "colour"),
        ("[fora]", "[forum]", "tags"),
    ],
)
def test_lint_says_what_is_wrong(asked, mine: Path, old: str, new: str, says: str) -> None:
    assert asked("query", "lint", mine).code == 0
    text = mine.read_text(encoding="utf-8")
    assert old in text
    mine.write_text(text.replace(old, new), encoding="utf-8")
    done = asked("query", "lint", mine)
    assert done.code == 1
    assert says in done.out
    assert str(mine) in done.out


def test_lint_reads_the_expected_answers_too(asked, mine: Path) -> None:
    mine.with_suffix(".test.yaml").write_text("- {case: x}", encoding="utf-8")
    done = asked("query", "lint", mine)
    assert done.code == 1
    assert "expect: Field required" in done.out


def test_the_shipped_queries_are_clean_and_as_expected(asked) -> None:
    assert asked("query", "lint").out.endswith(" 0 findings\n")
    done = asked("query", "test")
    assert done.code == 0, done.out
    assert "BAD" not in done.out
    assert done.out.count("ok ") >= 40


def test_what_differs_is_shown(asked, mine: Path) -> None:
    expected = mine.with_suffix(".test.yaml")
    text = expected.read_text(encoding="utf-8").replace("name_ja: 日本", "name_ja: 日木")
    expected.write_text(text, encoding="utf-8")
    done = asked("query", "test", mine)
    assert done.code == 1
    assert "BAD mine: Japan is among the members" in done.out
    assert "- {'member': 'country:JP', 'name_ja': '日木'}" in done.out
    assert "+ {'member': 'country:JP', 'name_ja': '日本'}" in done.out
    assert done.out.endswith("0 as expected, 1 not\n")


def test_an_answer_of_many_rows_is_compared_whole(asked, mine: Path) -> None:
    text = mine.read_text(encoding="utf-8").replace(
        "MATCH", "UNWIND range(1, 1000) AS number\nMATCH", 1
    )
    mine.write_text(text, encoding="utf-8")
    mine.with_suffix(".test.yaml").write_text(
        "- {case: as many as the limit, params: {forum: MDQ}, expect: {count: 1000}}",
        encoding="utf-8",
    )
    done = asked("query", "test", mine)
    assert done.code == 1
    assert "+ 13000 rows" in done.out


def test_a_known_bug_has_to_fail(asked, mine: Path) -> None:
    expected = mine.with_suffix(".test.yaml")
    text = expected.read_text(encoding="utf-8").replace(
        "- case:", "- known_bug: not mended yet\n  case:"
    )
    expected.write_text(text, encoding="utf-8")
    done = asked("query", "test", mine)
    assert done.code == 1
    assert "take known_bug away" in done.out
    expected.write_text(text.replace("name_ja: 日本", "name_ja: 日木"), encoding="utf-8")
    assert asked("query", "test", mine).code == 0


@pytest.fixture
def pair(mine: Path) -> Path:
    """A folder of two queries, of which one is shown below the other."""
    text = mine.read_text(encoding="utf-8")
    (mine.parent / "below.cypher").write_text(text.replace("id: mine", "id: below"), encoding="utf-8")  # fmt: skip
    mine.write_text(text.replace("id: mine", "id: mine\n// companions: [below]"), encoding="utf-8")
    return mine.parent


def test_a_companion_of_ones_own_is_found_wherever_its_query_is(
    asked, pair: Path, tmp_path: Path, monkeypatch
) -> None:
    own = ("--queries", pair)
    selected = ("--format", "graphml", "--query", "mine", "-p", "forum=MDQ")
    for args in (
        ("query", "run", "mine", "-p", "forum=MDQ", *own),
        ("query", "lint", *own),
        ("query", "test", "mine", *own),
        ("query", "show", "mine", *own),
        ("export", *selected, *own, "-o", tmp_path / "x.graphml"),
    ):
        done = asked(*args)
        assert done.code == 0, (args, done)
        assert "no saved query" not in done.out + done.err
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b":run mine forum=MDQ\n")))
    done = asked("shell", *own)
    assert done.code == 0, done.err


def test_the_example_of_ones_own_query_runs_as_it_stands(asked, mine: Path) -> None:
    done = asked("query", "show", "mine", "--queries", mine.parent)
    (line,) = [line.strip() for line in done.out.splitlines() if "enishi query run" in line]
    assert asked(*line.split()[1:]).code == 0


def test_a_known_at_day_of_a_case_that_is_none(asked, mine: Path) -> None:
    expected = mine.with_suffix(".test.yaml")
    text = expected.read_text(encoding="utf-8").replace("- case:", "- known_at: foo\n  case:")
    expected.write_text(text, encoding="utf-8")
    done = asked("query", "test", mine)
    assert done.code == 2
    assert "The known-at day 'foo' is no day." in done.err


def test_without_expected_answers_nothing_is_tested(asked, mine: Path) -> None:
    mine.with_suffix(".test.yaml").unlink()
    done = asked("query", "test", mine)
    assert done.code == 1
    assert "no expected answers" in done.err
