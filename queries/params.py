"""From what a person types to the values that a statement is bound with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphmodel.messages import Message, Term
from graphmodel.stores import GraphStore
from queries.entities import Candidate, Found, entities_of, find_entity, look_up
from queries.header import ParameterSpec, SavedQuery
from queries.literals import ParameterError, parts, read_literal, require_day, vocabulary

SETTINGS = ("party",)
"""The reader's own settings that a parameter may have as its default."""

_SETTING = "setting:"


@dataclass(frozen=True)
class Bound:
    """Parameters ready for a statement.

    Attributes:
        values: What the statement is bound with.
        shown: What is told to the reader: ids and words, as JSON can hold them.
    """

    values: dict[str, Any]
    shown: dict[str, Any]


def bind(
    query: SavedQuery,
    given: Mapping[str, str],
    as_of: str,
    settings: Mapping[str, str],
    store: GraphStore,
    found: Found | None = None,
) -> Bound:
    """Bind a query's parameters.

    Args:
        query: The saved query.
        given: What was typed, by parameter.
        as_of: ISO day.
        settings: Values of the reader's own settings (`party`).
        store: The graph, in which names are looked up.
        found: What was looked up before, and is not again; what is found now is added.

    Raises:
        ParameterError: If a parameter is unknown, missing, or its value names nothing.
    """
    require_day(as_of)
    for name in given:
        if name not in query.params:
            takes = ", ".join(query.params) or Term("none", "なし")
            raise ParameterError(
                Message("{query} has no parameter {name!r}.", query=query.id, name=name),
                Message("It takes: {takes}.", takes=takes),
            )
    texts = {
        name: (given.get(name, default_of(spec, settings)), spec)
        for name, spec in query.params.items()
    }
    found = {} if found is None else found
    look_up(
        (
            (part, spec.kinds)
            for text, spec in texts.values()
            if text and spec.type in ("entity", "entities")
            for part in ([text.strip()] if spec.type == "entity" else parts(text))
        ),
        store,
        found,
    )
    values: dict[str, Any] = {"as_of": as_of}
    shown: dict[str, Any] = {"as_of": as_of}
    for name, (text, spec) in texts.items():
        if text is None:
            if spec.required:
                raise ParameterError(
                    Message("{query} needs {name}.", query=query.id, name=name),
                    Message("Add it: -p {name}={example}", name=name, example=spec.example),
                )
            values[name] = shown[name] = None
            continue
        values[name] = _value(name, spec, text.strip(), store, found)
        shown[name] = text.strip() if spec.type == "up_to" else values[name]
    return Bound(values, shown)


def missing(query: SavedQuery, given: Mapping[str, str]) -> list[str]:
    """The parameters that must be given and are not, in the order of the header."""
    return [name for name, spec in query.params.items() if spec.required and name not in given]


def candidates(spec: ParameterSpec, store: GraphStore) -> list[Candidate]:
    """The values that a parameter may have; none where it is free text."""
    if spec.type in ("entity", "entities"):
        return entities_of(spec.kinds, store)
    if spec.type == "kind":
        from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such parameters need the declarations

        return [Candidate(name, KINDS[name].spec.ja, KINDS[name].spec.en) for name in spec.kinds]
    if spec.vocabulary:
        return [Candidate(str(word), word.ja, word.en) for word in vocabulary(spec.vocabulary)]
    return []


def read_value(name: str, spec: ParameterSpec, text: str, store: GraphStore) -> Any:
    """The value that a typed text stands for.

    Raises:
        ParameterError: If it stands for none.
    """
    return _value(name, spec, text.strip(), store, {})


def default_of(spec: ParameterSpec, settings: Mapping[str, str]) -> str | None:
    """What is taken where nothing is given, as it would be typed; None if nothing is."""
    setting = setting_of(spec)
    return settings[setting] if setting else spec.default


def setting_of(spec: ParameterSpec) -> str:
    """Name of the reader's own setting that is taken where nothing is given; empty if it is none."""
    default = spec.default or ""
    return default.removeprefix(_SETTING) if default.startswith(_SETTING) else ""


def _value(name: str, spec: ParameterSpec, text: str, store: GraphStore, found: Found) -> Any:
    if spec.type == "entity":
        return find_entity(text, spec.kinds, store, name, found)
    if spec.type == "entities":
        return list(
            dict.fromkeys(find_entity(part, spec.kinds, store, name, found) for part in parts(text))
        )
    return read_literal(name, spec, text)
