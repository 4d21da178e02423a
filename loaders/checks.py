"""What a record is expected to be, beyond files that can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from iso3166 import countries_by_alpha2

from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim
from graphmodel.dates import PartialDate
from graphmodel.ids import parse_tie_id, scheme_of, slug_of
from graphmodel.kinds import TIES, kind_of
from graphmodel.vocab import Mood
from loaders.entities import Placed
from loaders.issues import Issue, did_you_mean
from loaders.record import Record


def check(record: Record) -> list[Issue]:
    """All findings about a record, sorted by file and line; none for a record that can be built.

    Checked are: references (entities and sources), ISO 3166 codes, required values, the ends of ties, documents that
    rest on later ones, file names, and entities or sources that nothing refers to.
    """
    findings = [
        *record.issues,
        *_sources(record),
        *_references(record),
        *_entities(record),
        *_required(record),
        *_order_of_documents(record),
    ]
    return sorted(set(findings))


def _sources(record: Record) -> Iterator[Issue]:
    cited: set[str] = set()
    reported: set[tuple[str, int, str]] = set()
    for claim, file, line in record.placed:
        if claim.subject == f"source:{claim.source}":
            continue
        cited.add(claim.source)
        if claim.source not in record.sources and (file, line, claim.source) not in reported:
            reported.add((file, line, claim.source))
            yield Issue(
                file,
                line,
                "unknown-source",
                f"The source {claim.source or '(empty)'} is not in the register.",
                did_you_mean(
                    claim.source, record.sources, "Add it to a publisher's file in sources/."
                ),
            )
    for id_, registered in record.sources.items():
        if id_ not in cited and id_ != OURS:
            yield Issue(
                registered.file,
                registered.line,
                "uncited-source",
                f"Nothing cites {id_}.",
                "Cite it, or delete it.",
            )


def _references(record: Record) -> Iterator[Issue]:
    for claim, file, line in record.placed:
        for id_, wanted in _referred(claim):
            kind = kind_of(id_)
            if id_ not in record.entities:
                what = f"{kind.spec.en.lower()} " if kind else ""
                yield Issue(
                    file,
                    line,
                    "unknown-id",
                    f"There is no {what}{id_} in the record.",
                    did_you_mean(
                        id_,
                        record.entities,
                        f"Add {kind.spec.folder}/{slug_of(id_)}.yaml." if kind else "",
                    ),
                )
            elif kind and not kind.all_labels() & set(wanted):
                yield Issue(
                    file,
                    line,
                    "wrong-kind",
                    f"{id_} cannot stand here.",
                    f"It takes a {' or a '.join(wanted)}.",
                )


def _referred(claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each entity that a claim names, with the labels of which it must have one."""
    if claim.is_tie:
        tie = parse_tie_id(claim.subject)
        declared = TIES[tie.type]
        if claim.property == HOLDS:
            yield tie.start, declared.spec.start
            yield tie.end, declared.spec.end
        elif ref := declared.fields[claim.field].ref:
            yield str(claim.value), (ref,)
    elif claim.property.endswith(LIST_MARK):
        kind = kind_of(claim.subject)
        assert kind is not None
        assert isinstance(claim.value, tuple)
        for id_ in claim.value:
            yield id_, kind.tie_fields[claim.field].other


def _entities(record: Record) -> Iterator[Issue]:
    tied: set[str] = set()
    for claim in record.claims:
        tied |= {id_ for id_, _ in _referred(claim)}
    for id_, (file, line) in record.entities.items():
        if scheme_of(id_) == "country" and slug_of(id_) not in countries_by_alpha2:
            yield Issue(
                file,
                line,
                "not-iso",
                f"{slug_of(id_)} is no ISO 3166 code.",
                "Use the two-letter code (GB, KR).",
            )
        if not file.endswith(f"/{slug_of(id_)}.yaml"):
            yield Issue(
                file,
                line,
                "file-name",
                f"The file of {id_} has another name.",
                f"Call it {slug_of(id_)}.yaml.",
            )
        if id_ not in tied:
            yield Issue(
                file,
                line,
                "orphan",
                f"Nothing ties {id_} to anything.",
                "Tie it to something, or delete it.",
            )


def _required(record: Record) -> Iterator[Issue]:
    given: dict[str, set[str]] = defaultdict(set)
    for claim in record.claims:
        given[claim.subject].add(claim.field)
    for id_, (file, line) in record.entities.items():
        kind = kind_of(id_)
        assert kind is not None
        for field in kind.fields.values():
            if field.required and field.name not in given[id_]:
                yield Issue(
                    file, line, "no-value", f"{id_} has no `{field.name}`.", field.description
                )


def _order_of_documents(record: Record) -> Iterator[Issue]:
    days: dict[str, PartialDate] = {}
    for claim in record.claims:
        kind = kind_of(claim.subject) if not claim.is_tie else None
        if kind and claim.mood == Mood.ACTUAL and claim.property in kind.spec.event:
            days.setdefault(claim.subject, PartialDate.parse(str(claim.value)))
    for claim, file, line in _ties(record.placed, "BASED_ON", "SUPERSEDES"):
        tie = parse_tie_id(claim.subject)
        if tie.start in days and tie.end in days and days[tie.end].min > days[tie.start].max:
            yield Issue(
                file,
                line,
                "later-basis",
                f"{tie.start} cannot rest on {tie.end}, which is later.",
                "Turn the tie round, or use `led_to` or `co_announced`.",
            )


def _ties(placed: Iterable[Placed], *types: str) -> Iterator[Placed]:
    for item in placed:
        if item.claim.property == HOLDS and parse_tie_id(item.claim.subject).type in types:
            yield item
