"""What the values of a column are, by its type: whoever shows them relies on it, and asks no further."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.labels import property_label
from graphmodel.vocab import (
    NOT_RECORDED,
    AmountBound,
    BudgetMark,
    Currency,
    ForumRole,
    Reading,
    Vocabulary,
)
from queries.header import ColumnSpec
from queries.literals import vocabulary

Holds = Callable[[Any], bool]
"""Whether a value is what it has to be."""


def fitting(column: ColumnSpec) -> Holds:
    """What tells whether a value is one of a column's type; nothing at all is, but not as what a sentence tells."""
    empty = column.type not in ("among", "extent")
    if column.type == "word":
        holds: Holds = partial(_is_word, column.vocabulary)
    else:
        holds = _HOLDS.get(column.type, lambda _: True)
    return lambda value: empty if value is None else holds(value)


CITING = ("sources", "cite", "values", "ground")
"""Types of columns whose values name sources."""


def sources_in(column: ColumnSpec, value: Any) -> set[str]:
    """Ids of the sources that a value of a column names."""
    cites: list[str] = []
    if column.type == "sources":
        cites = value or []
    elif column.type == "cite" and value is not None:
        cites = [value]
    elif column.type == "values" and isinstance(value, list):
        cites = [cite for rival in value for cite in rival["cites"]]
    elif column.type == "ground" and value:
        cites = [cite for listing in value.get("listed") or [] for cite in listing["cites"]]
    return {cite.partition("@")[0] for cite in cites}


def _is_word(names: str, value: Any) -> bool:
    return isinstance(value, str) and _stands_in(names, value)


@lru_cache(maxsize=1024)  # the same few words stand in a column again and again
def _stands_in(names: str, code: str) -> bool:
    from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such columns need the declarations

    return code == NOT_RECORDED or any(
        code in KINDS if name == "Kind" else vocabulary(name).has(code) for name in names.split()
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_date(value: Any) -> bool:
    try:
        PartialDate.parse(value)
    except (ValueError, AttributeError):  # no date; no text
        return False
    return True


def _is_property(value: Any) -> bool:
    return isinstance(value, str) and _has_label(value)


@lru_cache(maxsize=1024)
def _has_label(name: str) -> bool:
    from graphmodel.kinds import TIES  # noqa: PLC0415 - only such columns need the declarations

    if name.isupper():
        return name in TIES
    try:
        property_label(name, "en")
    except KeyError:
        return False
    return True


def _in(words: type[Vocabulary]) -> Holds:
    return lambda value: isinstance(value, str) and words.has(value)


def _or_none(holds: Holds) -> Holds:
    """Nothing, an empty text, or what has to be."""
    return lambda value: value is None or value == "" or holds(value)


def _each(holds: Holds) -> Holds:
    return lambda value: isinstance(value, list) and all(map(holds, value))


def _map(needed: Mapping[str, Holds], besides: Mapping[str, Holds] = {}) -> Holds:
    """A map that has some keys, and perhaps others; further ones do not matter."""
    every = {**needed, **{name: _or_none(holds) for name, holds in besides.items()}}
    return lambda value: (
        isinstance(value, Mapping)
        and needed.keys() <= value.keys()
        and all(holds(value.get(name)) for name, holds in every.items())
    )


def _is_time(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    if value.get("fiscal_year"):
        return True
    if value.get("reading") and not value.get("date"):
        return _in(Reading)(value["reading"])
    return _is_date(value.get("date"))


_TEXTS = _each(_is_text)
_BOTH = {"ja": _or_none(_is_text), "en": _or_none(_is_text)}
_NAMES = {f"name_{lang}": holds for lang, holds in _BOTH.items()}
_ITEM = _map(_NAMES, {"date": _is_date, "role": _in(ForumRole), "stage": _is_text})
_GUESTS = {role.value: _or_none(_TEXTS) for role in (ForumRole.PARTNER, ForumRole.OBSERVER)}
_EXTENT = _map({"complete": lambda value: True, **_GUESTS})
_RIVAL = _map({"value": _is_text, "cites": _TEXTS}, {"lacks": _TEXTS})
_LISTING = _map({"on": _is_date, "cites": _TEXTS})
_LISTED = _map({"basis": _is_text, "listed": _each(_LISTING)})
_NOTHING_HELD = _map({"basis": "nothing_held".__eq__})
_AMOUNT = _map(
    {
        "amount": _or_none(_is_number),
        "whole": _or_none(_is_number),
        "currency": _or_none(_in(Currency)),
        "bound": _or_none(_in(AmountBound)),
        "marks": _each(_in(BudgetMark)),
        "printed": _TEXTS,
    }
)
_HOLDS: dict[str, Holds] = {
    "id": _is_text,
    "ids": _TEXTS,
    "among": _TEXTS,
    "extent": _EXTENT,
    "sources": _TEXTS,
    "int": _is_number,
    "date": _is_date,
    "cite": _is_text,
    "property": _is_property,
    "item": _ITEM,
    "items": _each(_ITEM),
    "both": _map(_BOTH),
    "ground": lambda value: _NOTHING_HELD(value) or _LISTED(value),
    "values": lambda value: _is_text(value) or _each(_RIVAL)(value),
    "money": _AMOUNT,
    "when": _is_time,
}
"""What a value has to be, by the type of its column; `text` and `flag` show whatever there is."""
