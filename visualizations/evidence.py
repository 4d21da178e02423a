"""The claims behind a value, rivals too: what `why` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graphmodel.claims import HOLDS, Claim, value_text
from graphmodel.dates import PartialDate
from graphmodel.errors import UsageError
from graphmodel.ids import is_tie_id, parse_tie_id
from graphmodel.kinds import KINDS, TIES, kind_of
from graphmodel.labels import property_label
from graphmodel.messages import Message, Term
from graphmodel.stores import GraphStore
from graphmodel.vocab import Handling, KnownBy, Mood
from queries.catalogue import internal
from queries.entities import find_entity
from visualizations.values import Words, read_names


@dataclass(frozen=True)
class Evidence:
    """One claim, and whether the graph uses it.

    Attributes:
        claim: The claim.
        used: Whether its value is the one in the graph.
        publisher: Publisher of its source, by language.
        url: Address of its source; empty if it has none.
    """

    claim: Claim
    used: bool
    publisher: dict[str, str]
    url: str

    def as_json(self) -> dict[str, Any]:
        """The claim as JSON can hold it."""
        fields = {name: value for name, value in self.claim._asdict().items() if value != ""}
        return {
            "id": self.claim.id,
            **fields,
            "used": self.used,
            "publisher": self.publisher,
            "url": self.url or None,
        }


def explain(
    asked: str, field: str, claims: Iterable[tuple[Claim, bool]], store: GraphStore
) -> list[Evidence]:
    """Every claim about a subject, or about one field of it, used values first.

    Args:
        asked: An entity by any of its names, or a tie's id.
        field: A property, or a record key that lists ties; empty for all.
        claims: The claims behind the graph, each with whether the graph uses it.
        store: The graph, in which names are looked up.

    Raises:
        UsageError: If the subject is unknown, or it has no such field.
    """
    subject = asked if is_tie_id(asked) else find_entity(asked, _record_kinds(), store)
    wanted = _wanted(subject, field)
    chosen = [(claim, used) for claim, used in claims if wanted(claim)]
    if not chosen:
        what = f"{field} of {subject}" if field else subject
        raise UsageError(
            Message("No claim in the graph speaks of {what}.", what=what),
            Message("See which properties it has: enishi why ID"),
        )
    cited = sorted({f"source:{claim.source}" for claim, _ in chosen})
    sources = {row["id"]: row for row in store.read(internal("sources"), {"ids": cited}).records()}
    evidence = [
        _evidence(claim, used, sources.get(f"source:{claim.source}", {})) for claim, used in chosen
    ]
    return sorted(
        evidence,
        key=lambda e: (e.claim.subject != subject, e.claim.subject, e.claim.property, not e.used),
    )


def _record_kinds() -> tuple[str, ...]:
    return tuple(label for label, kind in KINDS.items() if kind.spec.folder)


def _wanted(subject: str, field: str) -> Callable[[Claim], bool]:
    if is_tie_id(subject):
        declared = TIES.get(parse_tie_id(subject).type)
        if declared is None or (field and field != HOLDS and field not in declared.fields):
            raise UsageError(
                Message(
                    "{subject} has no {field}.",
                    subject=subject,
                    field=field or Term("such type", "その種類のつながり"),
                ),
                Message("A tie reads START TYPE END."),
            )
        return lambda claim: claim.subject == subject and field in ("", claim.field)
    kind = kind_of(subject)
    assert kind is not None
    known = [*kind.fields, *kind.tie_fields]
    if field and field not in known:
        raise UsageError(
            Message(
                "A {kind} has no {field!r}.",
                kind=Term(kind.spec.en.lower(), kind.spec.ja),
                field=field,
            ),
            Message("It has: {known}.", known=", ".join(known)),
        )
    ties = [tie for name, tie in kind.tie_fields.items() if field in ("", name)]

    def test(claim: Claim) -> bool:
        if claim.subject == subject:
            return field in ("", claim.field)
        if not claim.is_tie:
            return False
        tie = parse_tie_id(claim.subject)
        return any(
            t.tie.spec.type == tie.type and (tie.end if t.incoming else tie.start) == subject
            for t in ties
        )

    return test


def _evidence(claim: Claim, used: bool, source: dict[str, Any]) -> Evidence:
    publisher = {lang: source.get(f"publisher_{lang}") or "" for lang in ("ja", "en")}
    return Evidence(claim, used, publisher, source.get("url") or "")


def evidence_table(
    evidence: list[Evidence], store: GraphStore, *, lang: str, own: str
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The claims in words, as headings and rows of text; a subject is named once, before what is said of it.

    Args:
        evidence: The claims.
        store: The graph, in which what they name has a name.
        lang: `ja` or `en`.
        own: Id of the reader's own side.
    """
    headings = {
        "ja": ("対象", "項目", "値", "用いる値", "出典と箇所", "知り得た日", "公表者"),
        "en": (
            "Subject",
            "Property",
            "Value",
            "Used",
            "Source and place",
            "Known from",
            "Publisher",
        ),
    }[lang]
    ids = {id_ for line in evidence for id_ in _named(line.claim)}
    words = Words(lang, own, read_names(store, ids, lang))
    rows, before = [], ""
    for line in evidence:
        subject = line.claim.subject
        rows.append(("" if subject == before else words.subject(subject), *_row(line, words)))
        before = subject
    return headings, rows


def _named(claim: Claim) -> Iterator[str]:
    """Ids that a claim names, and whatever else it says, which is no id."""
    if claim.is_tie:
        tie = parse_tie_id(claim.subject)
        yield from (tie.start, tie.end)
    else:
        yield claim.subject
    yield from claim.value if isinstance(claim.value, tuple) else (value_text(claim.value),)


def _row(line: Evidence, words: Words) -> tuple[str, ...]:
    """What a claim says, without its subject."""
    claim, lang = line.claim, words.lang
    if isinstance(claim.value, tuple):
        value = words.several(claim.value)
    else:
        value = words.said(claim.subject, claim.field, value_text(claim.value))
    if claim.text:
        value += f"（{claim.text}）" if lang == "ja" else f" ({claim.text})"
    marks = [Mood(claim.mood).label(lang)] if claim.mood != Mood.ACTUAL else []
    marks += [PartialDate.parse(claim.valid).label(lang)] if claim.valid else []
    marks += [Handling(claim.handling).label(lang)] if claim.handling != Handling.PUBLIC else []
    if marks:
        value += " [" + ", ".join(marks) + "]"
    known = PartialDate.parse(claim.known_from).label(lang) if claim.known_from else ""
    publisher = line.publisher[lang] or line.publisher["en"] or line.publisher["ja"]
    return (
        property_label(claim.property, lang),
        value,
        "●" if line.used else "",
        claim.cite,
        known or KnownBy.ALWAYS.label(lang),
        publisher,
    )
