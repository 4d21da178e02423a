"""From what a person types to the values that a statement is bound with."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphmodel import vocab
from graphmodel.dates import is_iso_day
from graphmodel.errors import UsageError
from graphmodel.ids import slug_of
from graphmodel.names import fold
from graphmodel.stores import GraphStore
from graphmodel.vocab import Vocabulary
from queries.catalogue import internal
from queries.header import ParameterSpec, SavedQuery

ANY = "any"
"""Word that stands for all words of a vocabulary."""

_UNITED_KINGDOM = {"uk": "country:GB"}
"""Codes in common use that are not ISO 3166's (the United Kingdom is exceptionally reserved there as UK)."""

Found = dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]]
"""Entities that a text may stand for among some kinds."""


class ParameterError(UsageError):
    """A parameter has no value that the query can be bound with."""


@dataclass(frozen=True)
class Bound:
    """Parameters ready for a statement.

    Attributes:
        values: What the statement is bound with.
        shown: What is told to the reader: ids and words, as JSON can hold them.
    """

    values: dict[str, Any]
    shown: dict[str, Any]


def vocabulary(name: str) -> type[Vocabulary]:
    """A vocabulary by its class name (`Level`).

    Raises:
        UsageError: If there is none.
    """
    found = getattr(vocab, name, None)
    if not (isinstance(found, type) and issubclass(found, Vocabulary)):
        raise UsageError(f"There is no vocabulary {name!r}.")
    return found


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
    if not is_iso_day(as_of):
        raise ParameterError(f"The as-of day {as_of!r} is no day.", "Write it as 2025-05-01.")
    for name in given:
        if name not in query.params:
            takes = ", ".join(query.params) or "none"
            raise ParameterError(f"{query.id} has no parameter {name!r}.", f"It takes: {takes}.")
    texts = {
        name: (given.get(name, default_of(spec, settings)), spec)
        for name, spec in query.params.items()
    }
    found = {} if found is None else found
    _look_up(
        [(text.strip(), spec.kinds) for text, spec in texts.values() if text and spec.type == "entity"],
        store, found,
    )  # fmt: skip
    values: dict[str, Any] = {"as_of": as_of}
    shown: dict[str, Any] = {"as_of": as_of}
    for name, (text, spec) in texts.items():
        if text is None:
            if spec.required:
                raise ParameterError(
                    f"{query.id} needs {name}.", f"Add it: -p {name}={spec.example}"
                )
            values[name] = shown[name] = None
            continue
        values[name] = _value(name, spec, text.strip(), store, found)
        shown[name] = text.strip() if spec.type == "up_to" else values[name]
    return Bound(values, shown)


def default_of(spec: ParameterSpec, settings: Mapping[str, str]) -> str | None:
    """What is taken where nothing is given, as it would be typed; None if nothing is."""
    if spec.default and spec.default.startswith("setting:"):
        return settings[spec.default.removeprefix("setting:")]
    return spec.default


def _value(name: str, spec: ParameterSpec, text: str, store: GraphStore, found: Found) -> Any:
    if spec.type == "entity":
        return find_entity(text, spec.kinds, store, name, found)
    if spec.type == "text":
        return text
    words = list(vocabulary(spec.vocabulary))
    if text == ANY:
        return [str(word) for word in words]
    if spec.type == "up_to":
        return [str(word) for word in words[: words.index(_word(name, words, text)) + 1]]
    return [str(_word(name, words, part.strip())) for part in text.split(",")]


def _word(name: str, words: list[Vocabulary], text: str) -> Vocabulary:
    key = fold(text)
    for word in words:
        if key in (fold(word), fold(word.ja), fold(word.en)):
            return word
    raise ParameterError(
        f"{name}: {text!r} is not one of {', '.join(words)}.", f"Or write {ANY} for all of them."
    )


def find_entity(
    text: str,
    kinds: tuple[str, ...],
    store: GraphStore,
    name: str = "id",
    found: Found | None = None,
) -> str:
    """The id of the one entity that a name, code, slug or id stands for.

    Args:
        text: What was typed.
        kinds: Kinds that it may be of.
        store: The graph.
        name: What it was typed for.
        found: What was looked up before.

    Raises:
        ParameterError: If it stands for none or for several; the message names those that are near.
    """
    rows = _look_up([(text, kinds)], store, {} if found is None else found)[text, kinds]
    key, known_as = fold(text), _known_as(text)
    exact = [row for row in rows if known_as in (row["id"], slug_of(row["id"]))]
    meant = exact or rows
    if len(meant) == 1:
        return str(meant[0]["id"])
    if meant:
        several = ", ".join(f"{row['id']} ({row['name_ja']})" for row in meant)
        raise ParameterError(f"{name}: {text!r} may be {several}.", "Give the id.")
    raise ParameterError(
        f"{name}: nothing in the graph is called {text!r}.", _near(key, kinds, store)
    )


def _look_up(
    asked: Iterable[tuple[str, tuple[str, ...]]], store: GraphStore, found: Found
) -> Found:
    """Add what texts may stand for among these kinds; all that is not known yet is one read."""
    new = [each for each in dict.fromkeys(asked) if each not in found]
    rows = [
        {"number": number, "id": _known_as(text), "key": fold(text), "kinds": list(kinds)}
        for number, (text, kinds) in enumerate(new)
    ]
    found.update((each, []) for each in new)
    for row in store.read(internal("find"), {"asked": rows}).records() if new else ():
        found[new[row["number"]]].append(row)
    return found


def _known_as(text: str) -> str:
    return _UNITED_KINGDOM.get(fold(text), text)


def _near(key: str, kinds: tuple[str, ...], store: GraphStore) -> str:
    rows = store.read(internal("names"), {"ids": [], "kinds": list(kinds)}).records()
    by_key: dict[str, str] = {}
    for row in rows:
        for text in (slug_of(row["id"]), row["name_ja"], row["name_en"]):
            by_key[fold(text)] = f"{row['id']} ({row['name_ja']})"
    near = difflib.get_close_matches(key, by_key, n=3, cutoff=0.6)
    if near:
        return f"Did you mean {', '.join(dict.fromkeys(by_key[k] for k in near))}?"
    ids = ", ".join(row["id"] for row in rows[:12])
    return (
        f"There are: {ids}{' …' if len(rows) > 12 else ''}"
        if rows
        else "The graph holds none of that kind."
    )
