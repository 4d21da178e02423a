"""YAML as a person wrote it: every scalar is text with its line.

Read from the parser's events, so that no `NO` becomes false and no `2025-05` a number. Duplicate keys, anchors,
aliases and tags are refused: a record file says what it says where it says it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from graphmodel.messages import Message
from loaders.issues import Issue


class Scalar(NamedTuple):
    """Text, and the line that it stands on."""

    text: str
    line: int


class Mapping(NamedTuple):
    """Keys and values in the order of the file; `lines` has the line of each key."""

    items: dict[str, Tree]
    lines: dict[str, int]
    line: int


class Sequence(NamedTuple):
    """Values in the order of the file."""

    items: list[Tree]
    line: int


Tree = Scalar | Mapping | Sequence


class TreeError(Exception):
    """The file is no YAML of the kind that a record may hold."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(str(issue))
        self.issue = issue


def read_tree(text: str, file: str) -> Tree:
    """Read one document.

    Args:
        text: Its text.
        file: Its name, for messages.

    Raises:
        TreeError: With file, line and what to do.
    """
    reader = _Reader(file, text)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem or "not readable"
        raise reader.error(
            line,
            "not-yaml",
            Message("This is not YAML: {reason}.", reason=problem),
            Message("Check quotes, brackets and indentation here."),
        ) from error
    except yaml.YAMLError as error:
        raise reader.error(
            1,
            "not-yaml",
            Message("This is not YAML: {reason}.", reason=error),
            Message("Save the file as UTF-8 text."),
        ) from error


class _Reader:
    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._next = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text).get_event

    def error(self, line: int, code: str, message: Message, hint: Message) -> TreeError:
        return TreeError(Issue(self._file, line, code, message, hint))

    def document(self) -> Tree:
        tree: Tree | None = None
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if tree is not None:
                    raise self.error(
                        event.start_mark.line + 1 if event.start_mark else 1,
                        "two-documents",
                        Message("A second document begins here."),
                        Message("Put it into a file of its own."),
                    )
                tree = self._node(self._next())
        if tree is None:
            raise self.error(
                1,
                "empty-file",
                Message("The file is empty."),
                Message("Begin it with `id:`, or delete it."),
            )
        return tree

    def _node(self, event: Any) -> Tree:
        line: int = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.error(
                line,
                "anchor",
                Message("Anchors (&) and aliases (*) are not used in the record."),
                Message("Write the value out."),
            )
        if event.tag:
            raise self.error(
                line,
                "tag",
                Message("Tags ({tag}) are not used in the record.", tag=event.tag),
                Message("Write the value as plain text."),
            )
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                items.append(self._node(event))
            return Sequence(items, line)
        return self._mapping(line)

    def _mapping(self, line: int) -> Mapping:
        mapping = Mapping({}, {}, line)
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event)
            if not isinstance(key, Scalar):
                raise self.error(
                    key.line,
                    "bad-key",
                    Message("A key is a plain word."),
                    Message("Write `key: value`."),
                )
            if key.text in mapping.items:
                raise self.error(
                    key.line,
                    "duplicate-key",
                    Message(
                        "`{key}` stands twice; the first is in line {line}.",
                        key=key.text,
                        line=mapping.lines[key.text],
                    ),
                    Message("Write rival values as a list under one key."),
                )
            mapping.lines[key.text] = key.line
            mapping.items[key.text] = self._node(self._next())
        return mapping
