"""From what a person types to the values that a statement is bound with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from graphmodel import vocab
from graphmodel.dates import is_iso_day
from graphmodel.errors import UsageError
from graphmodel.ids import slug_of
from graphmodel.messages import Message, Term
from graphmodel.names import CODES, fold
from graphmodel.stores import GraphStore
from graphmodel.vocab import Vocabulary
from queries.catalogue import internal
from queries.header import ParameterSpec, SavedQuery

ANY = "any"
"""Word that stands for all words of a vocabulary."""

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
        raise UsageError(Message("There is no vocabulary {name!r}.", name=name))
    return found


def require_day(as_of: str) -> None:
    """Refuse an as-of day that is none.

    Raises:
        ParameterError: If it is no ISO day.
    """
    if not is_iso_day(as_of):
        raise ParameterError(
            Message("The as-of day {as_of!r} is no day.", as_of=as_of),
            Message("Write it as 2025-05-01."),
        )


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
    _look_up(
        (
            (part, spec.kinds)
            for text, spec in texts.values()
            if text and spec.type in ("entity", "entities")
            for part in ([text.strip()] if spec.type == "entity" else _parts(text))
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


class Candidate(NamedTuple):
    """A value that a parameter may have, with what it is called.

    Attributes:
        value: What is given: an id, or a word of a vocabulary.
        ja: Its Japanese name.
        en: Its English name.
    """

    value: str
    ja: str
    en: str


def missing(query: SavedQuery, given: Mapping[str, str]) -> list[str]:
    """The parameters that must be given and are not, in the order of the header."""
    return [name for name, spec in query.params.items() if spec.required and name not in given]


def candidates(spec: ParameterSpec, store: GraphStore) -> list[Candidate]:
    """The values that a parameter may have; none where it is free text."""
    if spec.type in ("entity", "entities"):
        return _entities(spec.kinds, store)
    if spec.type == "kind":
        from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such parameters need the declarations

        return [Candidate(name, KINDS[name].spec.ja, KINDS[name].spec.en) for name in spec.kinds]
    if spec.vocabulary:
        return [Candidate(str(word), word.ja, word.en) for word in vocabulary(spec.vocabulary)]
    return []


def named_entities(store: GraphStore) -> list[Candidate]:
    """Every entity of a kind that has names, by id."""
    return _entities(named_kinds(), store)


def named_kinds() -> tuple[str, ...]:
    """Labels of the kinds that have names."""
    from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such parameters need the declarations

    return tuple(label for label, kind in KINDS.items() if kind.spec.caption)


def _entities(kinds: tuple[str, ...], store: GraphStore) -> list[Candidate]:
    rows = store.read(internal("names"), {"ids": [], "kinds": list(kinds)}).records()
    return [Candidate(row["id"], row["name_ja"] or "", row["name_en"] or "") for row in rows]


def read_value(name: str, spec: ParameterSpec, text: str, store: GraphStore) -> Any:
    """The value that a typed text stands for.

    Raises:
        ParameterError: If it stands for none.
    """
    return _value(name, spec, text.strip(), store, {})


def default_of(spec: ParameterSpec, settings: Mapping[str, str]) -> str | None:
    """What is taken where nothing is given, as it would be typed; None if nothing is."""
    if spec.default and spec.default.startswith("setting:"):
        return settings[spec.default.removeprefix("setting:")]
    return spec.default


def _value(name: str, spec: ParameterSpec, text: str, store: GraphStore, found: Found) -> Any:
    if spec.type == "entity":
        return find_entity(text, spec.kinds, store, name, found)
    if spec.type == "entities":
        return list(
            dict.fromkeys(
                find_entity(part, spec.kinds, store, name, found) for part in _parts(text)
            )
        )
    if spec.type in _LITERALS:
        return _LITERALS[spec.type](name, spec, text)
    words = [str(word) for word in vocabulary(spec.vocabulary)]
    if text == ANY:
        return words
    if spec.type == "up_to":
        return words[: words.index(_word(name, spec.vocabulary, text)) + 1]
    return [_word(name, spec.vocabulary, part) for part in _parts(text)]


def _parts(text: str) -> list[str]:
    """What is listed, by commas of either language."""
    return [part.strip() for part in re.split("[,、]", text)]


def _day(name: str, _: ParameterSpec, text: str) -> str:
    if not is_iso_day(text):
        raise ParameterError(
            Message("{name}: {text!r} is no day.", name=name, text=text),
            Message("Write it as 2025-05-01."),
        )
    return text


def _years(name: str, _: ParameterSpec, text: str) -> list[str]:
    """The years as text, which is how dates begin."""
    years: list[str] = []
    for part in _parts(text):
        span = re.fullmatch(r"(\d{4})(?:[-–～](\d{4}))?", part, re.ASCII)
        first, last = (int(span[1]), int(span[2] or span[1])) if span else (1, 0)
        if first > last:
            raise ParameterError(
                Message("{name}: {part!r} is no year.", name=name, part=part),
                Message("Write 2025, 2019-2025 or 2019,2025."),
            )
        years += [f"{year:04}" for year in range(first, last + 1)]
    return list(dict.fromkeys(years))


def _number(name: str, _: ParameterSpec, text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,8}", text, re.ASCII):
        raise ParameterError(
            Message("{name}: {text!r} is no number of 1 or more.", name=name, text=text)
        )
    return int(text)


def _kind(name: str, spec: ParameterSpec, text: str) -> str:
    from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such parameters need the declarations

    for label in spec.kinds:
        kind = KINDS[label].spec
        if fold(text) in map(fold, (kind.label, kind.ja, kind.en)):
            return label
    raise ParameterError(
        Message(
            "{name}: {text!r} is not one of {kinds}.",
            name=name,
            text=text,
            kinds=", ".join(spec.kinds),
        )
    )


_LITERALS: dict[str, Callable[[str, ParameterSpec, str], Any]] = {
    "day": _day,
    "years": _years,
    "number": _number,
    "kind": _kind,
    "text": lambda _, __, text: text,
}
"""How a value is read that neither the graph nor a vocabulary has to be asked for, by type."""


def literal_problem(name: str, spec: ParameterSpec, text: str) -> Message:
    """What is wrong with a value that needs no graph to be read; nothing, or one sentence."""
    try:
        if spec.type in _LITERALS:
            _LITERALS[spec.type](name, spec, text)
    except ParameterError as error:
        return error.message
    return Message()


def _word(name: str, vocabulary_name: str, text: str) -> str:
    words = _words(vocabulary_name)
    if word := words.get(fold(text)):
        return word
    raise ParameterError(
        Message(
            "{name}: {text!r} is not one of {words}.",
            name=name,
            text=text,
            words=", ".join(dict.fromkeys(words.values())),
        ),
        Message("Or write {any} for all of them.", any=ANY),
    )


@cache
def _words(vocabulary_name: str) -> dict[str, str]:
    """The words of a vocabulary by what each is called, folded; where two are called alike, the first."""
    words: dict[str, str] = {}
    for word in vocabulary(vocabulary_name):
        for called in (word, word.ja, word.en):
            words.setdefault(fold(called), str(word))
    return words


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
    known_as = _known_as(text)
    exact = [row for row in rows if known_as in (row["id"], slug_of(row["id"]))]
    meant = exact or rows
    if len(meant) == 1:
        return str(meant[0]["id"])
    if meant:
        several = ", ".join(f"{row['id']} ({row['name_ja']})" for row in meant)
        raise ParameterError(
            Message("{name}: {text!r} may be {several}.", name=name, text=text, several=several),
            Message("Give the id."),
        )
    raise ParameterError(
        Message("{name}: nothing in the graph is called {text!r}.", name=name, text=text),
        _near(text, kinds, store),
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
    return CODES.get(fold(text), text)


def _near(text: str, kinds: tuple[str, ...], store: GraphStore) -> Message:
    from queries.find import find  # noqa: PLC0415 - only where a name stands for nothing

    if matches := find(text, store, kinds=kinds, limit=3).matches:
        near = ", ".join(f"{match.id} ({match.names['ja']})" for match in matches)
        return Message("Did you mean {near}?", near=near)
    rows = store.read(internal("names"), {"ids": [], "kinds": list(kinds)}).records()
    if not rows:
        return Message("The graph holds none of that kind.")
    ids = ", ".join(row["id"] for row in rows[:12])
    return Message("There are: {ids}", ids=f"{ids} …" if len(rows) > 12 else ids)
