"""YAML as text: nothing is guessed, nothing is lost, and what is not wanted is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.yamltree import Mapping, Scalar, Sequence, Tree, TreeError, read_tree

KANJI = st.text(st.sampled_from("日本語abc019:-#'\"{}[]&*!|>%@`, \u3000éß…"), max_size=20)


def plain(tree: Tree) -> object:
    """The tree without its lines."""
    if isinstance(tree, Scalar):
        return tree.text
    if isinstance(tree, Sequence):
        return [plain(item) for item in tree.items]
    return {key: plain(value) for key, value in tree.items.items()}


def refused(text: str) -> TreeError:
    with pytest.raises(TreeError) as caught:
        read_tree(text, "f.yaml")
    issue = caught.value.issue
    assert issue.file == "f.yaml"
    assert issue.message
    assert issue.hint
    return caught.value


@pytest.mark.parametrize(
    "scalar",
    [
        "NO", "no", "yes", "on", "off", "true", "False", "null", "~", "012", "0o14", "0x1F", "1_000",
        "1e3", ".inf", ".nan", "2025", "2025-05", "2025-05-13", "2025-05-13T10:00:00Z", "12:30:45",
        "1.10", "=", "<<", "日本", "’25年5月（予定）",
    ],
)  # fmt: skip
def test_scalars_stay_as_they_are_written(scalar: str) -> None:
    assert plain(read_tree(f"a: {scalar}\nb: [{scalar}]\n", "f.yaml")) == {
        "a": scalar,
        "b": [scalar],
    }
    assert plain(read_tree(f"{scalar}: x\n", "f.yaml")) == {scalar: "x"}


def test_quotes_and_blocks_give_their_text() -> None:
    text = "a: 'it''s'\nb: \"a\\tb \\u65e5\"\nc: |\n  one\n  two\nd: >-\n  one\n  two\ne:\n"
    assert plain(read_tree(text, "f.yaml")) == {
        "a": "it's", "b": "a\tb 日", "c": "one\ntwo\n", "d": "one two", "e": "",
    }  # fmt: skip


def test_lines_are_those_of_the_file() -> None:
    tree = read_tree("# head\n\na: 1\nb:\n- x\n-\n  y\nc: {d: 2,\n  e: 3}\n", "f.yaml")
    assert isinstance(tree, Mapping)
    assert tree.lines == {"a": 3, "b": 4, "c": 8}
    items, inner = tree.items["b"], tree.items["c"]
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [5, 7]
    assert isinstance(inner, Mapping)
    assert inner.lines == {"d": 8, "e": 9}


def test_order_is_that_of_the_file() -> None:
    tree = read_tree("z: 1\na: 2\nm: 3\n", "f.yaml")
    assert isinstance(tree, Mapping)
    assert list(tree.items) == ["z", "a", "m"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, id="duplicate-key"),
        pytest.param("a: 1\n'a': 3\n", "duplicate-key", 2, id="duplicate-key-in-quotes"),
        pytest.param("x:\n- {a: 1, b: 2,\n   a: 1}\n", "duplicate-key", 3, id="duplicate-within"),
        pytest.param("a: 1\nb: &x 2\n", "anchor", 2, id="anchor"),
        pytest.param("a: 1\nb: &x {c: d}\n", "anchor", 2, id="anchor-of-mapping"),
        pytest.param("a: 1\nb: *x\n", "anchor", 2, id="alias-of-nothing"),
        pytest.param("a:\n- &x 1\n- *x\n", "anchor", 2, id="anchor-and-alias"),
        pytest.param("a: {<<: *x}\n", "anchor", 1, id="merge-key"),
        pytest.param("a: 1\nb: !!int 2\n", "tag", 2, id="tag"),
        pytest.param("a: !!python/object/apply:os.system [x]\n", "tag", 1, id="python-tag"),
        pytest.param("a: 1\nb: !own x\n", "tag", 2, id="own-tag"),
        pytest.param("a:\n\tb: 1\n", "not-yaml", 2, id="tab"),
        pytest.param("a: [1, 2\n", "not-yaml", 2, id="open-bracket"),
        pytest.param("a: 'x\n", "not-yaml", 2, id="open-quote"),
        pytest.param("a: b: c\n", "not-yaml", 1, id="two-colons"),
        pytest.param("a: x\n b: y\n", "not-yaml", 2, id="indentation"),
        pytest.param("a: %x\n", "not-yaml", 1, id="percent"),
        pytest.param("a: \x00\n", "not-yaml", 1, id="null-character"),
        pytest.param("{a: 1}: b\n", "bad-key", 1, id="mapping-as-key"),
        pytest.param("? [a]\n: b\n", "bad-key", 1, id="list-as-key"),
        pytest.param("", "empty-file", 1, id="empty"),
        pytest.param("\n\n", "empty-file", 1, id="blank"),
        pytest.param("# only a comment\n", "empty-file", 1, id="only-a-comment"),
    ],
)
def test_what_a_record_may_not_hold(text: str, code: str, line: int) -> None:
    issue = refused(text).issue
    assert (issue.code, issue.line) == (code, line)


def test_a_duplicate_key_names_the_first_line() -> None:
    assert "line 1" in str(refused("a: 1\nb: 2\na: 3\n"))


def test_a_second_document_is_not_lost_in_silence() -> None:
    issue = refused("a: 1\n---\nb: 2\n").issue
    assert (issue.code, issue.line) == ("two-documents", 2)


def test_what_follows_the_document_is_read_too() -> None:
    refused("a: 1\n...\n{{{\n")


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert plain(read_tree("\ufeffid: x\n", "f.yaml")) == {"id": "x"}


def test_windows_line_ends() -> None:
    tree = read_tree("a: 1\r\nb: 日本\r\n", "f.yaml")
    assert plain(tree) == {"a": "1", "b": "日本"}
    assert isinstance(tree, Mapping)
    assert tree.lines == {"a": 1, "b": 2}


@given(st.dictionaries(KANJI, KANJI, max_size=5))
def test_any_text_in_quotes_comes_back(values: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    text = "".join(f"? {quoted(key)}\n: {quoted(value)}\n" for key, value in values.items())
    if values:
        assert plain(read_tree(text, "f.yaml")) == values


@given(st.text(max_size=60))
def test_whatever_is_in_a_file_it_is_read_or_refused_with_a_place(text: str) -> None:
    found: TreeError | None = None
    try:
        read_tree(text, "f.yaml")
    except TreeError as error:
        found = error
    assert found is None or (found.issue.line >= 1 and str(found).startswith("f.yaml:"))
