"""The normal form of a record's files: one way to write each thing, so that a difference in git is a difference in fact.

Keys stand in the order in which the kind declares them; a value that needs one line has one line; lists of plain
values are written in brackets, others one entry a line; quotes stand only where YAML needs them. Comments stay. What
a file says is the same before and after, or it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from graphmodel.errors import EnishiError
from graphmodel.kinds import KINDS, Kind
from graphmodel.messages import Message, reason_of
from loaders.beside import CAREFUL
from loaders.files import read_contents, write_whole
from loaders.issues import Issue
from loaders.register import FOLDER as SOURCES
from loaders.register import PUBLISHER_KEYS, SOURCE_KEYS
from loaders.yamltree import Mapping, Scalar, Sequence, Tree, TreeError, read_tree

_BEFORE = ("is", "who", "list", "ja", "en")
_THEN = ("complete", "holds", "period", "use")
_AFTER = ("basis", "valid", "by", "at", "mood", "text", *CAREFUL)
_FIRST = ("id", "by", *CAREFUL, "notes")
_TYPED_ELSEWHERE = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"])
"""Words that other YAML readers take for something else; quotes around them are left."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Line(NamedTuple):
    """A line of the new text, and the lines of the old one that it stands for (from 0)."""

    text: str
    first: int
    last: int


def fix_format(folder: Path) -> list[str]:
    """Bring the files of a record into the normal form; returns the names of those that were changed.

    Raises:
        EnishiError: If a file cannot be written.
    """
    changed = []
    for file, content in read_contents(folder).items():
        new = _normal_content(file, content)
        if new is not None and new != content:
            try:
                write_whole(folder / file, new, content)
            except OSError as error:
                raise EnishiError(
                    Message(
                        "{path} cannot be written: {reason}.",
                        path=folder / file,
                        reason=reason_of(error),
                    ),
                    Message("Copy the record to a folder of your own, and name that."),
                ) from error
            changed.append(file)
    return changed


def check_format(folder: Path) -> list[Issue]:
    """The files of a record that are not in the normal form."""
    return [
        Issue(file, 1, "form", Message("The file is not in the normal form."), Message("Run: enishi check --fix-format"))
        for file, content in read_contents(folder).items()
        if (new := _normal_content(file, content)) is not None and new != content
    ]  # fmt: skip


def _normal_content(file: str, content: bytes) -> bytes | None:
    """The file in its normal form; None if it has none, because it is no entity, no source, or cannot be read."""
    place = file.split("/", maxsplit=1)[0]
    kind = next((kind for kind in KINDS.values() if kind.spec.folder == place), None)
    if "/" not in file or not (kind or place == SOURCES):
        return None
    try:
        return normal_form(content.decode("utf-8"), kind).encode("utf-8")
    except (UnicodeDecodeError, TreeError):
        return None


def normal_form(text: str, kind: type[Kind] | None) -> str:
    """A file's text in the normal form.

    Args:
        text: The text as it is.
        kind: Kind of the entity in it; None for a publisher's file of the register.

    Raises:
        TreeError: If it cannot be read.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    before = read_tree(text, "")
    node = yaml.compose(text, Loader=_LOADER)
    if not isinstance(node, yaml.MappingNode):
        return text
    writer = _Writer(text, kind)
    new = _with_comments(list(writer.file(node)), _comments(text))
    return new if _same(read_tree(new, ""), before) else text


def _same(one: Tree, other: Tree) -> bool:
    """Whether two trees say the same, in whatever order their keys stand."""
    if isinstance(one, Scalar):
        return isinstance(other, Scalar) and one.text == other.text
    if isinstance(one, Sequence):
        alike = isinstance(other, Sequence) and len(one.items) == len(other.items)
        return alike and all(map(_same, one.items, other.items))  # type: ignore[union-attr]
    if not isinstance(other, Mapping) or one.items.keys() != other.items.keys():
        return False
    return all(_same(value, other.items[key]) for key, value in one.items.items())


# Writing ----------------------------------------------------------------------------------------------------------


class _Writer:
    def __init__(self, text: str, kind: type[Kind] | None) -> None:
        self._text = text
        self._kind = kind

    def file(self, node: yaml.MappingNode) -> Iterator[_Line]:
        order = [*_FIRST, *self._kind.keys] if self._kind else PUBLISHER_KEYS
        for key, value in _sorted(node, order):
            yield from self._entry(key, value, "", self._inner(key.value))

    def _inner(self, key: str) -> list[str]:
        """The order of the keys of the entries under a key of the file."""
        if self._kind is None:
            return [*SOURCE_KEYS, *_BEFORE] if key == "sources" else [*_BEFORE]
        tie = self._kind.tie_fields.get(key)
        return [*_BEFORE, *_THEN, *(tie.tie.fields if tie else ()), *_AFTER]

    def _entry(
        self, key: yaml.Node, value: yaml.Node, indent: str, order: list[str]
    ) -> Iterator[_Line]:
        """A key with its value, on as many lines as that takes."""
        first, last = key.start_mark.line, _last_line(value)
        head = f"{indent}{key.value}:"
        if isinstance(value, yaml.ScalarNode):
            if last > first and not indent:  # notes in several lines, as they were broken by hand
                raw = self._text[key.start_mark.index : value.end_mark.index].rstrip("\n")
                yield from (_Line(line, first, last) for line in raw.split("\n"))
            else:
                yield _Line(f"{head} {_scalar(value, in_flow=False)}", first, last)
        elif isinstance(value, yaml.SequenceNode) and not _is_plain(value):
            yield _Line(head, first, first)
            for item in value.value:
                yield from self._item(item, indent, order)
        elif isinstance(value, yaml.MappingNode) and not _fits_a_line(value):
            yield _Line(head, first, first)
            for inner, its in _sorted(value, order):
                yield from self._entry(inner, its, f"{indent}  ", order)
        else:
            yield _Line(f"{head} {_flow(value, order)}", first, last)

    def _item(self, item: yaml.Node, indent: str, order: list[str]) -> Iterator[_Line]:
        first, last = item.start_mark.line, _last_line(item)
        if not isinstance(item, yaml.MappingNode) or (self._kind and _fits_a_line(item)):
            yield _Line(f"{indent}- {_flow(item, order)}", first, last)
            return
        mark = f"{indent}- "
        for key, value in _sorted(item, order):
            for number, line in enumerate(self._entry(key, value, f"{indent}  ", order)):
                text = mark + line.text[len(mark) :] if number == 0 else line.text
                yield line._replace(text=text)
                mark = f"{indent}  "


def _last_line(node: yaml.Node) -> int:
    """The last line that a node stands on: a block ends where the next begins, in column 0."""
    line, column = node.end_mark.line, node.end_mark.column
    return line - 1 if column == 0 and line > node.start_mark.line else line


def _sorted(node: yaml.MappingNode, order: Iterable[str]) -> list[tuple[yaml.Node, yaml.Node]]:
    rank = {key: number for number, key in enumerate(order)}
    pairs: list[tuple[yaml.Node, yaml.Node]] = node.value
    other_languages = rank.get("en", len(rank)) + 0.5
    return sorted(
        pairs,
        key=lambda p: rank.get(p[0].value, other_languages if len(p[0].value) == 2 else len(rank)),
    )


def _is_plain(node: yaml.Node) -> bool:
    """Whether a list holds plain values only."""
    return isinstance(node, yaml.SequenceNode) and all(
        isinstance(item, yaml.ScalarNode) for item in node.value
    )


def _fits_a_line(node: yaml.MappingNode) -> bool:
    """Whether nothing in a mapping needs lines of its own."""
    values = [value for _, value in node.value]
    lists = (value for value in values if isinstance(value, yaml.SequenceNode))
    inner = (value for value in values if isinstance(value, yaml.MappingNode))
    return all(map(_is_plain, lists)) and all(map(_fits_a_line, inner))


def _flow(node: yaml.Node, order: list[str]) -> str:
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(_flow(item, order) for item in node.value)}]"
    if isinstance(node, yaml.MappingNode):
        pairs = (f"{key.value}: {_flow(value, order)}" for key, value in _sorted(node, order))
        return f"{{{', '.join(pairs)}}}"
    assert isinstance(node, yaml.ScalarNode)
    return _scalar(node, in_flow=True)


_SAFE = re.compile(r"[\w\u3000-\u30ff](?:[\w/.+~@!()’‘「」（）、。・～〜 -]*[\w/.+~)’」）])?")
"""Text that is plain YAML everywhere."""

_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


def _scalar(node: yaml.ScalarNode, *, in_flow: bool) -> str:
    text: str = node.value
    quoted = node.style in ("'", '"') and text.casefold() in _TYPED_ELSEWHERE
    if not quoted and (_SAFE.fullmatch(text) or _is_plain_text(text, in_flow)):
        return text
    if '"' in text and "'" not in text and not _ESCAPED.search(text.replace('"', "")):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return {"\n": "\\n", "\t": "\\t"}.get(char) or (
        f"\\{char}" if char in '\\"' else f"\\u{ord(char):04x}"
    )


@lru_cache(maxsize=65_536)
def _is_plain_text(text: str, in_flow: bool) -> bool:
    """Whether text without quotes is read as itself."""
    if not text or "\n" in text:
        return False
    line = f"{{k: {text}, l: m}}" if in_flow else f"k: {text}\nl: m\n"
    try:
        tree = read_tree(line, "")
        other = yaml.load(line, yaml.BaseLoader)  # noqa: S506 - text only, by the stricter of the two parsers
    except (TreeError, yaml.YAMLError):
        return False
    wanted = {"k": Scalar(text, 1), "l": Scalar("m", 1 if in_flow else 2)}
    return isinstance(tree, Mapping) and tree.items == wanted and other == {"k": text, "l": "m"}


# Comments ---------------------------------------------------------------------------------------------------------


_BREAK = re.compile("[\n\r\x85\u2028\u2029]")
"""What ends a line by the standard of YAML, by which its parser counts."""


def _comments(text: str) -> dict[int, tuple[str, bool]]:
    """Each comment by its line (from 0), and whether it has the line to itself: what stands between two tokens."""
    found: dict[int, tuple[str, bool]] = {}
    if "#" not in text:
        return found
    end = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start = token.start_mark.index
        for match in re.finditer(r"#[^\n]*", text[end:start]) if start > end else ():
            at = end + match.start()
            alone = not text[text.rfind("\n", 0, at) + 1 : at].strip()
            found[len(_BREAK.findall(text, 0, at))] = (match[0].rstrip(), alone)
        end = max(end, token.end_mark.index)
    return found


def _with_comments(lines: list[_Line], comments: dict[int, tuple[str, bool]]) -> str:
    """The text with each comment at its line, or before the line that its own has become a part of."""
    before: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    last: list[str] = []
    for number, (comment, alone) in sorted(comments.items()):
        over = [i for i, line in enumerate(lines) if line.first <= number <= line.last]
        if over and not alone and over[-1] not in behind:
            behind[over[-1]] = comment
            continue
        after = [i for i, line in enumerate(lines) if line.first > number]
        places = over or sorted(after, key=lambda i: lines[i].first)
        if places:
            before.setdefault(places[0], []).append(comment)
        else:
            last.append(comment)
    text = []
    for i, line in enumerate(lines):
        indent = line.text[: len(line.text) - len(line.text.lstrip())]
        text += [indent + comment for comment in before.get(i, ())]
        text.append(f"{line.text}  {behind[i]}" if i in behind else line.text)
    return "\n".join([*text, *last]) + "\n"
