"""YAML as a person wrote it: every scalar is text with its line.

Read from the parser's events, so that no `NO` becomes false and no `2025-05` a number. Duplicate keys, anchors,
aliases and tags are refused: a record file says what it says where it says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from loaders.issues import Issue


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, and the line that it stands on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; `lines` has the line of each key."""

    items: dict[str, Tree]
    lines: dict[str, int]
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
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
    reader = _Reader(file)
    try:
        events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return reader.document(iter(events))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem or "not readable"
        raise reader.error(
            line,
            "not-yaml",
            f"This is not YAML: {problem}.",
            "Check quotes, brackets and indentation here.",
        ) from error
    except yaml.YAMLError as error:
        raise reader.error(
            1, "not-yaml", f"This is not YAML: {error}.", "Save the file as UTF-8 text."
        ) from error


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file

    def error(self, line: int, code: str, message: str, hint: str) -> TreeError:
        return TreeError(Issue(self._file, line, code, message, hint))

    def document(self, events: Iterator[Any]) -> Tree:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return self._node(next(events), events)
        raise self.error(
            1, "empty-file", "The file is empty.", "Begin it with `id:`, or delete it."
        )

    def _node(self, event: Any, events: Iterator[Any]) -> Tree:
        line: int = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.error(
                line,
                "anchor",
                "Anchors (&) and aliases (*) are not used in the record.",
                "Write the value out.",
            )
        if event.tag:
            raise self.error(
                line,
                "tag",
                f"Tags ({event.tag}) are not used in the record.",
                "Write the value as plain text.",
            )
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self._node(event, events))
            return Sequence(items, line)
        return self._mapping(line, events)

    def _mapping(self, line: int, events: Iterator[Any]) -> Mapping:
        mapping = Mapping({}, {}, line)
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events)
            if not isinstance(key, Scalar):
                raise self.error(
                    key.line, "bad-key", "A key is a plain word.", "Write `key: value`."
                )
            if key.text in mapping.items:
                raise self.error(
                    key.line,
                    "duplicate-key",
                    f"`{key.text}` stands twice; the first is in line {mapping.lines[key.text]}.",
                    "Write rival values as a list under one key.",
                )
            mapping.lines[key.text] = key.line
            mapping.items[key.text] = self._node(next(events), events)
        return mapping
