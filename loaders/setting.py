"""Further values of what is there, by a source, in the files of the folder that is written into."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from graphmodel.claims import OURS, Claim
from graphmodel.errors import UsageError
from graphmodel.kinds import Kind, kind_of
from graphmodel.messages import Message
from loaders.amend import Item, amended, item_claims
from loaders.issues import did_you_mean
from loaders.lookup import Lookup, NoSuchError
from loaders.mapping import Target, target_of
from loaders.scaffold import Draft, addable, quoted
from loaders.values import BadValueError, How, one_or_list, value_texts
from loaders.writing import Place


class Wanted(NamedTuple):
    """A further value that somebody wants to be there.

    Attributes:
        subject: The entity, by id or name.
        field: The property or list of ties (`signed_on`, `title@ja`, `parties`, `parties.through`).
        value: The value, as it is written: 令和7年4月28日, 協力覚書, 英国.
        at: Place in the source.
        of: For a property of a tie: the other end, by id or name.
    """

    subject: str
    field: str
    value: str
    at: str = ""
    of: str = ""


class Addition(NamedTuple):
    """What a further value adds to a file.

    Attributes:
        file: The file, relative to the folder that is written into.
        id: The entity that the file is about.
        items: What is added; nothing where the source says so there already.
    """

    file: str
    id: str
    items: list[Item]


def further_value(
    place: Place, subject: str, field: str, value: str, *, by: str, at: str = "", of: str = ""
) -> Draft:
    """A file with a further value; nothing that is there is overwritten.

    Args:
        place: The folder that is written into.
        subject: See `Wanted`, as for what follows.
        field: The property or list of ties.
        value: The value, as it is written.
        by: Id of the source, or source@place.
        at: Place in the source.
        of: For a property of a tie: the other end.

    Returns:
        The file; its text is the old one if the source says so there already.

    Raises:
        UsageError: If something of this is not in the record, or the value is none; the message says what would be.
    """
    try:
        added = Further(place, by).addition(Wanted(subject, field, value, at, of))
    except (BadValueError, NoSuchError) as error:
        raise UsageError(Message("`{key}`: {reason}", key=field, reason=error.message), error.hint) from None  # fmt: skip
    return drafts(place, [added])[0]


class Further:
    """Further values by one source.

    Args:
        place: The folder that is written into.
        by: Id of the source, or source@place.

    Raises:
        UsageError: If the source is not in the register.
    """

    def __init__(self, place: Place, by: str) -> None:
        self._place, self._lookup = place, Lookup(place.known, {})
        self._source, _, self._at = by.partition("@")
        sources = place.known.record.sources
        if self._source != OURS and self._source not in sources:
            raise UsageError(
                Message("The source {source} is not in the register.", source=self._source),
                did_you_mean(self._source, sources, Message("Add it: enishi add source")),
            )

    @cached_property
    def _there(self) -> set[tuple[object, ...]]:
        """What every claim of the record says."""
        return {_key(placed.claim) for placed in self._place.known.record.placed}

    def addition(self, wanted: Wanted) -> Addition:
        """What a value adds, and to which file.

        Raises:
            UsageError: If something of it is not in the record.
            BadValueError: If the value is none of the property; the message says what would be.
            NoSuchError: If it names nobody.
        """
        lookup = self._lookup
        id_ = _found(lookup, wanted.subject, [kind.spec.label for kind in addable().values()])
        kind = kind_of(id_)
        assert kind is not None
        target = target_of(kind, wanted.field)
        if isinstance(target, Message):
            raise UsageError(target)
        if target.is_id:
            raise UsageError(
                Message("An id stays what it is."),
                Message("If two are one, say so: enishi judge --same"),
            )
        at = wanted.at or self._at
        cite = f"by: {quoted(f'{self._source}@{at}' if at else self._source)}"
        texts = list(_texts(target, wanted.value, cite, wanted.of, lookup))
        items = [Item(target.key, text) for text in texts]
        new = [item for item in items if not self._there.issuperset(_keys(id_, item, kind))]
        return Addition(self._place.file_of(id_), id_, new)


def drafts(place: Place, additions: Iterable[Addition]) -> list[Draft]:
    """The files with what is added to them, each once; the text is the old one where nothing is."""
    by_file: dict[str, list[Addition]] = {}
    for one in additions:
        by_file.setdefault(one.file, []).append(one)
    made = []
    for file, same in by_file.items():
        id_, old = same[0].id, place.text(file)
        kind = kind_of(id_)
        assert kind is not None
        items = [item for one in same for item in one.items]
        text = amended(old or f"id: {id_}\n", kind, items) if items else old
        made.append(Draft(file, text, old))
    return made


def _texts(target: Target, value: str, cite: str, of: str, lookup: Lookup) -> list[str]:
    """The value as it stands in a record file: one entry, or several where a list names several."""
    tie = target.tie
    if tie and not target.field:
        return [f"{{{tie.key}: {quoted(end)}, {cite}}}" for end in lookup.many(value, tie.other)]
    assert target.field is not None
    how = How(target.language, target.use, beside=cite)
    values = list(value_texts(target.field, value, how, lookup))
    if not tie:
        return values
    if not of:
        raise BadValueError("whose", Message("It is not said whose this is."), Message("Name the other end: --of ID"))  # fmt: skip
    end = lookup.one(of, tie.other)
    return [f"{{{tie.key}: {quoted(end)}, {cite}, {target.field.name}: {one_or_list(values)}}}"]


def _found(lookup: Lookup, text: str, labels: list[str]) -> str:
    try:
        return lookup.one(text, labels)
    except NoSuchError as error:
        hint = Message("Look for it: enishi find {text}", text=text)
        raise UsageError(error.message, hint) from None


def _keys(id_: str, item: Item, kind: type[Kind]) -> set[tuple[object, ...]]:
    claims, issues = item_claims(id_, item, kind)
    if issues:
        raise UsageError(issues[0].message, issues[0].hint)
    return set(map(_key, claims))


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.property, claim.value, claim.source, claim.at, claim.mood
