"""Entities by what is typed for them: the one that is meant, and those from which one is picked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from graphmodel.ids import slug_of
from graphmodel.messages import Message
from graphmodel.names import CODES, fold
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from queries.literals import ParameterError

Found = dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]]
"""Entities that a text may stand for among some kinds."""


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


def named_entities(store: GraphStore) -> list[Candidate]:
    """Every entity of a kind that has names, by id."""
    return entities_of(named_kinds(), store)


def named_kinds() -> tuple[str, ...]:
    """Labels of the kinds that have names."""
    from graphmodel.kinds import KINDS  # noqa: PLC0415 - only such parameters need the declarations

    return tuple(label for label, kind in KINDS.items() if kind.spec.caption)


def entities_of(kinds: tuple[str, ...], store: GraphStore) -> list[Candidate]:
    """Every entity of these kinds, by id."""
    rows = store.read(internal("names"), {"ids": [], "kinds": list(kinds)}).records()
    return [Candidate(row["id"], row["name_ja"] or "", row["name_en"] or "") for row in rows]


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
    rows = look_up([(text, kinds)], store, {} if found is None else found)[text, kinds]
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


def look_up(asked: Iterable[tuple[str, tuple[str, ...]]], store: GraphStore, found: Found) -> Found:
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
