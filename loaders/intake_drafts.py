"""The files that come of a user's list: one of each entity that it says something of, and the list itself as a source."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.claims import Claim
from graphmodel.errors import UsageError
from graphmodel.messages import Message
from loaders.amend import Item, amended, withdrawn
from loaders.mapping import ListMapping, flow
from loaders.scaffold import Draft, draft_source, quoted, source_file
from loaders.tables import Table
from loaders.writing import Place


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
    file = place.file_of(id_)
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
    old = place.text(source_file(mapping.publisher))
    if not old and not mapping.publisher_names:
        raise UsageError(
            Message("{file}: the publisher {publisher} is new.", file=mapping.file, publisher=mapping.publisher),
            Message("Give its name in `source`: name: {ja: …, en: …}."),
        )  # fmt: skip
    entry = {
        key: text for key, tree in mapping.source.items() if (text := flow(tree)) != quoted("")
    }
    if mapping.handling:
        entry.setdefault("handling", mapping.handling)
    entry.setdefault("file", quoted(table.file))
    entry.setdefault("completeness", "unknown")
    entry.setdefault("licence", "not_stated")
    return [draft_source(old, mapping.publisher, mapping.publisher_names, entry)]
