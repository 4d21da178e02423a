"""The expected answers that stand beside a saved query, and where an answer differs from them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graphmodel.errors import UsageError
from graphmodel.messages import Message, reason_of
from queries.header import SavedQuery
from queries.results import Answer

Row = dict[str, Any]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """As safe YAML, but a day is text, and of truth values only `true` and `false` are none: `on` and `NO` are text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, p) for tag, p in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class ExpectedError(UsageError):
    """A file of expected answers cannot be read."""


class Expectation(BaseModel):
    """What an answer has to be. A row names only the columns that matter.

    Attributes:
        count: Exact number of rows.
        ids: Exact set of the values of a column, in any order.
        rows: The first rows, in their order.
        contains: Rows that stand anywhere.
        lacks: Rows that stand nowhere.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    count: int | None = None
    ids: dict[str, list[Any]] = {}
    rows: list[Row] = []
    contains: list[Row] = []
    lacks: list[Row] = []

    def columns(self) -> set[str]:
        """Every column that it names."""
        rows = [*self.rows, *self.contains, *self.lacks]
        return {*self.ids, *(name for row in rows for name in row)}


class Case(BaseModel):
    """One question to a saved query, and what its answer has to be.

    Attributes:
        case: What it is about.
        params: What is given, by parameter.
        as_of: ISO day for which is asked; empty for the one of the run.
        known_at: Only what was known on this day; empty for now.
        known_bug: Why it is known to fail: it must then fail, until the bug is gone.
        expect: What the answer has to be.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    params: dict[str, str | int | bool] = {}
    as_of: str = ""
    known_at: str = ""
    known_bug: str = ""
    expect: Expectation

    def given(self) -> dict[str, str]:
        """The parameters as they are typed."""
        return {name: str(value) for name, value in self.params.items()}


def expected_path(query: SavedQuery) -> Path:
    """The file of a query's expected answers, which need not exist."""
    return query.path.with_suffix(".test.yaml")


def read_cases(path: Path) -> list[Case]:
    """Read expected answers.

    Raises:
        ExpectedError: If they cannot be read, or say nothing.
    """
    try:
        held = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ExpectedError(
            Message("{path} cannot be read: {reason}", path=path, reason=reason_of(error)),
            Message("See docs/queries.md."),
        ) from None
    if not isinstance(held, list) or not held:
        raise ExpectedError(
            Message("{path} is no list of cases.", path=path), Message("See docs/queries.md.")
        )
    cases = []
    for number, item in enumerate(held, start=1):
        try:
            case = Case.model_validate(item)
        except ValidationError as error:
            told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            raise ExpectedError(
                Message("{path}: case {number}: {told}", path=path, number=number, told=told),
                Message("See docs/queries.md."),
            ) from None
        if not case.expect.model_fields_set:
            raise ExpectedError(
                Message("{path}: case {number} expects nothing.", path=path, number=number),
                Message("See docs/queries.md."),
            )
        cases.append(case)
    return cases


def differences(expect: Expectation, answer: Answer) -> list[str]:
    """Where an answer is not what it has to be: `-` is expected and not there, `+` is there and not expected."""
    rows = list(answer.rows)
    if unknown := sorted(expect.columns() - set(answer.columns)):
        named = ", ".join(answer.columns)
        return [
            Message("{name} is no column; there are: {columns}", name=name, columns=named)
            for name in unknown
        ]
    found: list[str] = []
    if expect.count is not None and len(rows) != expect.count:
        found += [
            Message("- {count} rows", count=expect.count),
            Message("+ {count} rows", count=len(rows)),
        ]
    for column, ids in expect.ids.items():
        found += _set_difference(column, ids, [row[column] for row in rows])
    for number, wanted in enumerate(expect.rows):
        there = rows[number] if number < len(rows) else {}
        if not agrees(wanted, there):
            found += [
                Message("row {number}:", number=number + 1),
                f"- {wanted}",
                f"+ {_like(wanted, there)}",
            ]
    for wanted in expect.contains:
        if not any(agrees(wanted, row) for row in rows):
            found += [f"- {wanted}", *(f"+ {_like(wanted, row)}" for row in _near(wanted, rows))]
    for unwanted in expect.lacks:
        found += [f"+ {_like(unwanted, row)}" for row in rows if agrees(unwanted, row)]
    return found


def agrees(expected: Any, found: Any) -> bool:
    """Whether all that is expected is found: maps may have more keys, lists have as many items."""
    if isinstance(expected, Mapping):
        return isinstance(found, Mapping) and all(
            key in found and agrees(value, found[key]) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(found, list)
            and len(expected) == len(found)
            and all(map(agrees, expected, found))
        )
    return type(expected) is type(found) and expected == found


def _set_difference(column: str, expected: list[Any], found: list[Any]) -> list[str]:
    left = list(found)
    missing = []
    for value in expected:
        if value in left:
            left.remove(value)
        else:
            missing.append(value)
    return [f"- {column}: {value}" for value in missing] + [f"+ {column}: {v}" for v in left]


def _like(wanted: Row, row: Row) -> Row:
    """The columns of a row that a wanted one names."""
    return {name: row[name] for name in wanted if name in row}


def _near(wanted: Row, rows: list[Row]) -> list[Row]:
    """The rows that begin as a wanted one does; they are most likely what was meant."""
    name, value = next(iter(wanted.items()), ("", None))
    return [row for row in rows if agrees(value, row.get(name))]
