"""The header of a saved query: what it must say, and what is told where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import UsageError
from queries.catalogue import INTERNAL, LIBRARY, find_query, internal, load_catalogue
from queries.header import HeaderError, read_query

HEADER = """\
// ---
// id: mine
// title: {ja: 題, en: Title}
// question: {ja: 問, en: Question}
// answer: {ja: "{count}件", en: "{count} found"}
// nothing: {ja: なし, en: Nothing}
// params:
//   forum: {ja: 枠組み, en: forum, type: entity, kinds: [Forum], required: true, example: MDQ}
// columns:
//   id: {ja: ID, en: id, type: id, means: {ja: 対象, en: what it is}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: 根拠, en: the proof}}
// ---
MATCH (f:Forum {id: $forum})
RETURN f.id AS id, f.sources AS sources
ORDER BY id
"""


def write(folder: Path, text: str | bytes, name: str = "mine.cypher") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_a_query_is_read(tmp_path: Path) -> None:
    query = read_query(write(tmp_path, HEADER))
    assert (query.id, query.revision) == ("mine", 1)
    assert query.title.text("ja") == "題"
    assert query.title.text("en") == "Title"
    assert list(query.columns) == ["id", "sources"]
    assert query.columns["sources"].type == "sources"
    assert query.params["forum"].required
    assert query.params["forum"].default is None
    assert query.statement.startswith("MATCH (f:Forum")
    assert query.statement.endswith("ORDER BY id\n")
    assert "//" not in query.statement


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_make_no_difference(tmp_path: Path, end: str) -> None:
    query = read_query(write(tmp_path, HEADER.replace("\n", end).encode()))
    assert query.statement.splitlines()[0] == "MATCH (f:Forum {id: $forum})"


def test_a_byte_order_mark_makes_no_difference(tmp_path: Path) -> None:
    """Windows editors write one before the text."""
    query = read_query(write(tmp_path, HEADER.encode("utf-8-sig")))
    assert query.statement == read_query(write(tmp_path, HEADER)).statement


def test_a_statement_may_have_comments(tmp_path: Path) -> None:
    query = read_query(write(tmp_path, HEADER.replace("RETURN", "// what is wanted\nRETURN")))
    assert "// what is wanted" in query.statement


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("MATCH (n) RETURN n.id AS id\n", "has no header", id="no-header"),
        pytest.param("", "has no header", id="empty"),
        pytest.param(HEADER.replace("// ---\n", "", 1), "has no header", id="no-first-fence"),
        pytest.param("\n" + HEADER, "has no header", id="header-not-first"),
        pytest.param("// ---\n// id: x\n", "has no header", id="no-second-fence"),
        pytest.param("// ---\n// a: [\n// ---\nRETURN 1\n", "is not YAML", id="not-yaml"),
        pytest.param(HEADER.replace('"{count}件"', "{{count}}"), "is not YAML", id="braces-without-quotes"),
        pytest.param(HEADER.replace("// id: mine", "// id: mine\n// id: mine"), "stands twice", id="key-twice"),
        pytest.param("// ---\n// - a\n// ---\nRETURN 1\n", "holds no keys", id="list"),
        pytest.param("// ---\n// ---\nRETURN 1\n", "holds no keys", id="nothing"),
        pytest.param(HEADER.replace("// id: mine\n", ""), "id: Field required", id="no-id"),
        pytest.param(HEADER.replace("id: mine", "id: My Query"), "id: ", id="bad-id"),
        pytest.param(HEADER.replace("{ja: 題, en: Title}", "{ja: 題}"), "title.en", id="one-language"),
        pytest.param(HEADER.replace("{ja: 題, en: Title}", "Title"), "title", id="no-language"),
        pytest.param(HEADER.replace("// question", "// quesion"), "question", id="misspelt-key"),
        pytest.param(HEADER.replace("type: entity", "type: thing"), "params.forum.type", id="type"),
        pytest.param(HEADER.replace(", example: MDQ", ""), "params.forum.example", id="no-example"),
        pytest.param(HEADER.replace("type: sources", "type: proof"), "columns.sources.type", id="column-type"),
        pytest.param(
            HEADER.replace(", means: {ja: 対象, en: what it is}", ""), "columns.id.means", id="no-meaning"
        ),
        pytest.param(HEADER.encode("cp932"), "cannot be read", id="not-utf8"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path: Path, text: str | bytes, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(HeaderError) as caught:
        read_query(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.hint
    assert caught.value.exit_code == 2


def test_every_scalar_is_text(tmp_path: Path) -> None:
    header = HEADER.replace("{ja: 題, en: Title}", "{ja: はい, en: no}").replace(
        "example: MDQ", "example: 2025-05-01, default: 6"
    )
    query = read_query(write(tmp_path, header))
    assert query.title.en == "no"
    (spec,) = query.params.values()
    assert (spec.example, spec.default) == ("2025-05-01", "6")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(HeaderError, match="cannot be read"):
        read_query(tmp_path / "none.cypher")


@pytest.mark.parametrize("key", ["statement: RETURN 1", "path: /tmp/x"])
def test_the_header_cannot_set_what_is_not_its_own(tmp_path: Path, key: str) -> None:
    with pytest.raises(HeaderError):
        read_query(write(tmp_path, HEADER.replace("// id: mine", f"// id: mine\n// {key}")))


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HeaderError):
        read_query(write(tmp_path, HEADER.replace("// id: mine", "// id: other\n// id: mine")))


# The catalogue ----------------------------------------------------------------------------------------------------


def test_the_shipped_queries_are_found_by_their_file_names() -> None:
    shipped = load_catalogue()
    assert {"partner-gap", "how-it-came-about", "conflicts"} <= set(shipped)
    assert list(shipped) == sorted(shipped)
    assert {query.path.stem for query in shipped.values()} == set(shipped)
    assert {path.stem for path in LIBRARY.glob("*.cypher")} == set(shipped)


def test_a_folder_of_ones_own_adds(tmp_path: Path) -> None:
    write(tmp_path, HEADER)
    assert find_query("mine", [tmp_path]).title.en == "Title"
    assert set(load_catalogue([tmp_path])) == {*load_catalogue(), "mine"}


def test_it_never_shadows(tmp_path: Path) -> None:
    write(tmp_path, HEADER.replace("id: mine", "id: partner-gap"))
    with pytest.raises(UsageError, match="has the id partner-gap"):
        load_catalogue([tmp_path])


def test_two_of_an_id_are_refused(tmp_path: Path) -> None:
    write(tmp_path, HEADER)
    write(tmp_path, HEADER, "other.cypher")
    with pytest.raises(UsageError, match="has the id mine"):
        load_catalogue([tmp_path])


@pytest.mark.parametrize(
    "id_", ["nothing", "../internal/find", "/etc/passwd", "", "partner-gap.test"]
)
def test_an_unknown_query_is_told_with_those_that_there_are(id_: str) -> None:
    with pytest.raises(UsageError, match="There is no saved query") as caught:
        find_query(id_)
    assert "partner-gap" in caught.value.hint


@pytest.mark.parametrize("path", sorted(INTERNAL.glob("*.cypher")), ids=lambda path: path.stem)
def test_the_statements_of_the_tool_itself_only_read(path: Path) -> None:
    from queries.gate import require_read_only

    require_read_only(internal(path.stem))
    assert "ORDER BY" in internal(path.stem)
