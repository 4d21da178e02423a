"""The files that come of a user's list: one of each entity that it says something of, and the list itself as a source."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.claims import Claim
from graphmodel.errors import UsageError
from graphmodel.ids import slug_of
from graphmodel.messages import Message
from loaders.amend import Item, amended, withdrawn
from loaders.mapping import ListMapping, text_of
from loaders.scaffold import Draft, draft_source, quoted
from loaders.tables import Table
from loaders.writing import Place
from loaders.yamltree import Tree


def entity_draft(
    id_: str,
    items: Sequence[Item],
    gone: Sequence[Claim],
    withdrawn_on: str,
    mapping: ListMapping,
    place: Place,
) -> Draft:
    """The file of an entity with what the list says of it.

    Args:
        id_: Its id.
        items: The values that are added.
        gone: What the list said before, and says no more.
        withdrawn_on: Day on which that is withdrawn, ISO.
        mapping: How the list is read.
        place: The user's own folder beside a record.
    """
    file = f"{mapping.kind.spec.folder}/{slug_of(id_)}.yaml"
    old = place.text(file)
    head = f"id: {id_}\n" + (f"handling: {mapping.handling}\n" if mapping.handling else "")
    text = withdrawn(old, mapping.kind, gone, withdrawn_on) if gone else old or head
    return Draft(file, amended(text, mapping.kind, items), old)


def list_draft(table: Table, mapping: ListMapping, place: Place) -> list[Draft]:
    """The list as a source, if it is not in the register yet.

    Raises:
        UsageError: If its publisher is new and the mapping does not name it.
    """
    if mapping.source_id in place.known.record.sources:
        return []
    new = f"sources/{mapping.publisher}.yaml" not in place.contents
    if new and not mapping.publisher_names:
        raise UsageError(
            Message("{file}: the publisher {publisher} is new.", file=mapping.file, publisher=mapping.publisher),
            Message("Give its name in `source`: name: {ja: …, en: …}."),
        )  # fmt: skip
    entry = {key: _flow(tree) for key, tree in mapping.source.items()}
    if mapping.handling:
        entry.setdefault("handling", mapping.handling)
    entry.setdefault("file", quoted(table.file))
    entry.setdefault("completeness", "unknown")
    entry.setdefault("licence", "not_stated")
    return [draft_source(place.folder, mapping.publisher, mapping.publisher_names, entry)]


def _flow(tree: Tree) -> str:
    if text := text_of(tree):
        return quoted(text)
    return f"{{{', '.join(f'{key}: {_flow(value)}' for key, value in tree.items.items())}}}"  # type: ignore[union-attr]
