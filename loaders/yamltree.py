"""YAML as a person wrote it: every scalar is text with its line.

Read from the parser's events, so that no `NO` becomes false and no `2025-05` a number. Duplicate keys, anchors,
aliases and tags are refused: a record file says what it says where it says it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from graphmodel.errors import EnishiError
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


class TreeError(EnishiError):
    """The file is no YAML of the kind that a record may hold."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.told)
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
        if event.anchor or event.tag:
            raise self._unused(event, line)
        kind = type(event)
        if kind is ScalarEvent:
            return Scalar(event.value, line)
        if kind is MappingStartEvent:
            return self._mapping(line)
        items = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event))
        return Sequence(items, line)

    def _mapping(self, line: int) -> Mapping:
        items: dict[str, Tree] = {}
        lines: dict[str, int] = {}
        while type(event := self._next()) is not MappingEndEvent:
            here = event.start_mark.line + 1
            if event.anchor or event.tag:
                raise self._unused(event, here)
            if type(event) is not ScalarEvent:
                raise self.error(
                    here,
                    "bad-key",
                    Message("A key is a plain word."),
                    Message("Write `key: value`."),
                )
            key = event.value
            if key in items:
                raise self.error(
                    here,
                    "duplicate-key",
                    Message(
                        "`{key}` stands twice; the first is in line {line}.",
                        key=key,
                        line=lines[key],
                    ),
                    Message("Write rival values as a list under one key."),
                )
            lines[key] = here
            items[key] = self._node(self._next())
        return Mapping(items, lines, line)

    def _unused(self, event: Any, line: int) -> TreeError:
        """What YAML offers and the record does without."""
        if event.anchor:
            return self.error(
                line,
                "anchor",
                Message("Anchors (&) and aliases (*) are not used in the record."),
                Message("Write the value out."),
            )
        return self.error(
            line,
            "tag",
            Message("Tags ({tag}) are not used in the record.", tag=event.tag),
            Message("Write the value as plain text."),
        )
