"""Values that need no graph to be read: days, years, numbers, kinds and words of a vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from graphmodel import vocab
from graphmodel.dates import is_iso_day
from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.names import fold
from graphmodel.vocab import Vocabulary
from queries.header import ParameterSpec

ANY = "any"
"""Word that stands for all words of a vocabulary."""


class ParameterError(UsageError):
    """A parameter has no value that the query can be bound with."""


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


def parts(text: str) -> list[str]:
    """What is listed, by commas of either language."""
    return [part.strip() for part in re.split("[,、]", text)]


def read_literal(name: str, spec: ParameterSpec, text: str) -> Any:
    """The value that a text stands for, where the graph need not be asked.

    Args:
        name: The parameter, as messages call it.
        spec: What it takes.
        text: What was typed.

    Raises:
        ParameterError: If it stands for none.
    """
    if spec.type in _LITERALS:
        return _LITERALS[spec.type](name, spec, text)
    words = [str(word) for word in vocabulary(spec.vocabulary)]
    if text == ANY:
        return words
    if spec.type == "up_to":
        return words[: words.index(_word(name, spec.vocabulary, text)) + 1]
    return [_word(name, spec.vocabulary, part) for part in parts(text)]


def literal_problem(name: str, spec: ParameterSpec, text: str) -> Message:
    """What is wrong with a value that needs no graph to be read; nothing, or one sentence."""
    try:
        if spec.type in _LITERALS:
            _LITERALS[spec.type](name, spec, text)
    except ParameterError as error:
        return error.message
    return Message()


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
    for part in parts(text):
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
