"""A further value of what is there, by a source, in the file of the folder that is written into."""

from __future__ import annotations

from graphmodel.claims import OURS, Claim
from graphmodel.errors import UsageError
from graphmodel.ids import slug_of
from graphmodel.kinds import Kind, kind_of
from graphmodel.messages import Message
from loaders.amend import Item, amended, item_claims
from loaders.issues import did_you_mean
from loaders.lookup import Lookup, NoSuchError
from loaders.mapping import Target, target_of
from loaders.scaffold import Draft, addable, quoted
from loaders.values import BadValueError, How, one_or_list, value_texts
from loaders.writing import Place


def further_value(
    place: Place, subject: str, field: str, value: str, *, by: str, at: str = "", of: str = ""
) -> Draft:
    """A file with a further value; nothing that is there is overwritten.

    Args:
        place: The folder that is written into.
        subject: The entity, by id or name.
        field: The property or list of ties (`signed_on`, `title@ja`, `parties`, `parties.through`).
        value: The value, as it is written: 令和7年4月28日, 協力覚書, 英国.
        by: Id of the source, or source@place.
        at: Place in the source.
        of: For a property of a tie: the other end, by id or name.

    Returns:
        The file; its text is the old one if the source says so there already.

    Raises:
        UsageError: If something of this is not in the record, or the value is none; the message says what would be.
    """
    lookup = Lookup(place.known, {})
    id_ = _found(lookup, subject, [kind.spec.label for kind in addable().values()])
    kind = kind_of(id_)
    assert kind is not None
    target = target_of(kind, field)
    if isinstance(target, Message):
        raise UsageError(target)
    if target.is_id:
        raise UsageError(
            Message("An id stays what it is."),
            Message("If two are one, say so: enishi judge --same"),
        )
    source, _, where = by.partition("@")
    if source != OURS and source not in place.known.record.sources:
        raise UsageError(
            Message("The source {source} is not in the register.", source=source),
            did_you_mean(source, place.known.record.sources, Message("Add it: enishi add source")),
        )
    cite = f"by: {quoted(f'{source}@{at or where}' if at or where else source)}"
    try:
        texts = list(_texts(target, value, cite, of, lookup))
    except (BadValueError, NoSuchError) as error:
        raise UsageError(Message("`{key}`: {reason}", key=field, reason=error.message), error.hint) from None  # fmt: skip
    file = f"{kind.spec.folder}/{slug_of(id_)}.yaml"
    old = place.text(file)
    there = {_key(placed.claim) for placed in place.known.record.placed}
    items = [Item(target.key, text) for text in texts]
    new = [item for item in items if not there.issuperset(_keys(id_, item, kind))]
    return Draft(file, amended(old or f"id: {id_}\n", kind, new) if new else old, old)


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
