"""What a record is expected to be, beyond files that can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from iso3166 import countries_by_alpha2

from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim, value_text
from graphmodel.dates import PartialDate
from graphmodel.ids import TieId, parse_tie_id, scheme_of, slug_of
from graphmodel.judgements import ContradictionError, Preferred, Same
from graphmodel.kinds import KINDS, TIES, FieldSpec, LedTo, TieField, kind_of
from graphmodel.messages import Message, Term
from graphmodel.vocab import Basis, Mood
from loaders.issues import Issue, did_you_mean, what_to_write
from loaders.record import Record

_EVENTS = frozenset(name for kind in KINDS.values() for name in kind.spec.event)


class _Told(NamedTuple):
    """A claim that a tie holds, or does not.

    Attributes:
        tie: The parts of its id.
        claim: The claim.
        file: File of the claim.
        line: Line of the claim.
    """

    tie: TieId
    claim: Claim
    file: str
    line: int


class _Named(NamedTuple):
    """An entity that a claim names.

    Attributes:
        id: Its id.
        wanted: Labels of which it must have one.
        file: File of the claim.
        line: Line of the claim.
    """

    id: str
    wanted: tuple[str, ...]
    file: str
    line: int


def check(record: Record) -> list[Issue]:
    """All findings about a record, sorted by file and line; none for a record that can be built.

    Checked are: references (entities and sources), ISO 3166 codes, required values, the ends of ties, ties that run
    against time, steps of a chain without a basis, judgements about nothing, file names, and entities or sources that nothing refers to.
    """
    ties = [
        _Told(parse_tie_id(claim.subject), claim, file, line)
        for claim, file, line in record.placed
        if claim.property == HOLDS
    ]
    named = list(_named(record, ties))
    findings = [
        *record.issues,
        *_sources(record),
        *_references(record, named),
        *_entities(record, named),
        *_required(record, ties),
        *_order_in_time(record, ties),
        *_bases(ties),
        *_judgements(record),
    ]
    return sorted(set(findings))


def _sources(record: Record) -> Iterator[Issue]:
    for source, file, line in record.citations:
        if source not in record.sources:
            yield Issue(
                file,
                line,
                "unknown-source",
                Message(
                    "The source {source} is not in the register.",
                    source=source or Term("(empty)", "（空）"),
                ),
                did_you_mean(
                    source, record.sources, Message("Add it to a publisher's file in sources/.")
                ),
            )
    cited = {OURS, *(source for source, _, _ in record.citations)}
    for id_, registered in record.sources.items():
        if id_ not in cited:
            yield Issue(
                registered.file,
                registered.line,
                "uncited-source",
                Message("Nothing cites {id}.", id=id_),
                Message("Cite it, or delete it."),
            )


def _references(record: Record, named: Iterable[_Named]) -> Iterator[Issue]:
    for id_, wanted, file, line in named:
        kind = kind_of(id_)
        if id_ in record.unread:
            continue
        if id_ not in record.entities:
            what = f"{kind.spec.en.lower()} " if kind else ""
            yield Issue(
                file,
                line,
                "unknown-id",
                Message("There is no {kind}{id} in the record.", kind=what, id=id_),
                did_you_mean(
                    id_,
                    record.entities,
                    Message("Add {folder}/{slug}.yaml.", folder=kind.spec.folder, slug=slug_of(id_))
                    if kind
                    else Message(),
                ),
            )
        elif kind and kind.all_labels().isdisjoint(wanted):
            yield Issue(
                file,
                line,
                "wrong-kind",
                Message("{id} cannot stand here.", id=id_),
                Message(
                    "It takes a {kinds}.", kinds=Term(" or a ".join(wanted), "、".join(wanted))
                ),
            )


def _named(record: Record, ties: Iterable[_Told]) -> Iterator[_Named]:
    """Each entity that a claim names: the ends of a tie, the value of a property, the entries of a list."""
    for tie, _, file, line in ties:
        spec = TIES[tie.type].spec
        yield _Named(tie.start, spec.start, file, line)
        yield _Named(tie.end, spec.end, file, line)
    for claim, file, line in record.placed:
        if claim.property == HOLDS:
            continue
        if claim.is_tie:
            if ref := TIES[parse_tie_id(claim.subject).type].fields[claim.field].ref:
                yield _Named(str(claim.value), (ref,), file, line)
        elif claim.property.endswith(LIST_MARK):
            kind = kind_of(claim.subject)
            assert kind is not None
            assert isinstance(claim.value, tuple)
            wanted = kind.tie_fields[claim.field].other
            for id_ in claim.value:
                yield _Named(id_, wanted, file, line)


def _entities(record: Record, named: Iterable[_Named]) -> Iterator[Issue]:
    tied = {reference.id for reference in named}
    for id_, (file, line) in record.entities.items():
        if scheme_of(id_) == "country" and slug_of(id_) not in countries_by_alpha2:
            yield Issue(
                file,
                line,
                "not-iso",
                Message("{slug} is no ISO 3166 code.", slug=slug_of(id_)),
                Message("Use the two-letter code (GB, KR)."),
            )
        if not file.endswith(f"/{slug_of(id_)}.yaml"):
            yield Issue(
                file,
                line,
                "file-name",
                Message("The file of {id} has another name.", id=id_),
                Message("Call it {slug}.yaml.", slug=slug_of(id_)),
            )
        if id_ not in tied:
            yield Issue(
                file,
                line,
                "orphan",
                Message("Nothing ties {id} to anything.", id=id_),
                Message("Tie it to something, or delete it."),
            )


def _required(record: Record, ties: Iterable[_Told]) -> Iterator[Issue]:
    given: dict[str, set[str]] = defaultdict(set)
    for claim in record.claims:
        if not claim.is_tie:
            given[claim.subject].add(claim.field)
    for tie, *_ in ties:
        given[tie.start].add(f"{tie.type} out")
        given[tie.end].add(f"{tie.type} in")
    for id_, (file, line) in record.entities.items():
        kind = kind_of(id_)
        assert kind is not None
        wanted: dict[str, FieldSpec | TieField] = {
            field.name: field for field in kind.fields.values() if field.required
        }
        wanted |= {
            f"{field.tie.spec.type} {'in' if field.incoming else 'out'}": field
            for field in kind.tie_fields.values()
            if field.required
        }
        for key, field in wanted.items():
            if key not in given[id_]:
                yield Issue(
                    file,
                    line,
                    "no-value",
                    Message("{id} has no `{key}`.", id=id_, key=field.name),
                    what_to_write(field),
                )


def _order_in_time(record: Record, ties: Iterable[_Told]) -> Iterator[Issue]:
    """A tie whose ends come one after the other never points from the later to the earlier, nor to itself."""
    days: dict[str, PartialDate] = {}
    for claim in record.claims:
        if claim.property not in _EVENTS or claim.is_tie or claim.mood != Mood.ACTUAL:
            continue
        kind = kind_of(claim.subject)
        if kind and claim.property in kind.spec.event:
            days.setdefault(claim.subject, PartialDate.parse(str(claim.value)))
    for tie, _, file, line in ties:
        if tie.start == tie.end:
            yield Issue(
                file,
                line,
                "self-tie",
                Message("{start} is tied to itself.", start=tie.start),
                Message("Name the other end."),
            )
        spec = TIES[tie.type].spec
        if not spec.first:
            continue
        first, then = (tie.start, tie.end) if spec.first == "start" else (tie.end, tie.start)
        if first in days and then in days and days[first].min > days[then].max:
            yield Issue(
                file,
                line,
                "wrong-order",
                Message(
                    "{start} {tie} {end}, but {first} is later than {then}.",
                    start=tie.start,
                    tie=Term(spec.en, spec.ja),
                    end=tie.end,
                    first=first,
                    then=then,
                ),
                Message("Turn the tie round, correct a date, or use `co_announced`."),
            )


def _bases(ties: Iterable[_Told]) -> Iterator[Issue]:
    """A chain shows on what each of its steps rests: without it, order would pass for cause."""
    for tie, claim, file, line in ties:
        step = claim.value is True and tie.type == LedTo.spec.type
        if step and claim.basis not in (Basis.STATED, Basis.LISTED):
            yield Issue(
                file,
                line,
                "no-basis",
                Message("{subject} has no basis.", subject=claim.subject),
                Message(
                    "Add `basis: stated` where a source says that one followed from the other, else "
                    "`listed`."
                ),
            )


def _judgements(record: Record) -> Iterator[Issue]:
    """A decision is about two of one kind that the record has, or a value in it; decisions do not contradict each other."""
    try:
        _ = record.judgements
    except ContradictionError as error:
        decided = next(d for d in record.decisions if d.judgement == error.judgement)
        yield Issue(decided.file, decided.line, "contradiction", error.message, error.hint)
    judged = {
        (decided.judgement.subject, decided.judgement.property)
        for decided in record.decisions
        if isinstance(decided.judgement, Preferred)
    }
    said = {
        (claim.subject, claim.property, value_text(claim.value))
        for claim in record.claims
        if (claim.subject, claim.property) in judged
    }
    subjects = {claim.subject for claim in record.claims}
    for judgement, file, line, _ in record.decisions:
        if isinstance(judgement, Preferred):
            key = (judgement.subject, judgement.property, judgement.value)
            if key not in said:
                yield Issue(
                    file,
                    line,
                    "unknown-value",
                    Message(
                        "Nothing gives {property} of {subject} as {value}.",
                        property=judgement.property,
                        subject=judgement.subject,
                        value=judgement.value,
                    ),
                    Message("Write subject, property and value as enishi why shows them."),
                )
            continue
        if isinstance(judgement, Same):
            yield from _one_kind(judgement, file, line)
        ids = (judgement.keep if isinstance(judgement, Same) else judgement.one, judgement.other)
        for id_ in ids:
            if id_ not in subjects and id_ not in record.unread:
                hint = did_you_mean(
                    id_, record.entities, Message("Delete the decision, or add the entity.")
                )
                yield Issue(
                    file,
                    line,
                    "unknown-id",
                    Message("There is no {id} in the record.", id=id_),
                    hint,
                )


def _one_kind(same: Same, file: str, line: int) -> Iterator[Issue]:
    """What is merged into another kind, or into itself, would be gone."""
    one, other = same.keep, same.other
    if one == other:
        message = Message("{id} is itself.", id=one)
    elif scheme_of(one) != scheme_of(other):
        message = Message("{one} and {other} are of two kinds.", one=one, other=other)
    else:
        return
    hint = Message("Only two things of one kind can be the same.")
    yield Issue(file, line, "bad-judgement", message, hint)
