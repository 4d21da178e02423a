"""Random dates, claims and judgements, derived from the registry: a new kind is covered without a change here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import permutations, product

from hypothesis import strategies as st

from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim, Value, value_text
from graphmodel.dates import PartialDate
from graphmodel.ids import TieId, scheme_of
from graphmodel.judgements import Judgement, NotSame, Preferred, Same
from graphmodel.kinds import KINDS, TIES, FieldSpec, Kind, Source, Tie, TieField
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Basis, Handling, KnownBy, Mood, SourceType

SOURCES = {
    OURS: SourceFacts(SourceType.OURS),
    **{type_.value: SourceFacts(type_) for type_ in SourceType if type_ is not SourceType.OURS},
    "dated": SourceFacts(SourceType.OFFICIAL, "2024-06"),
}
"""One source of each type, and one with a day of publication."""

RECORDED = [kind for kind in KINDS.values() if kind.spec.folder]
"""The kinds that a record may hold."""

SLUGS = ("a", "b", "c")
"""Few, so that claims meet."""

DATES = [
    "2024-05-01",
    "2024-05-02",
    "2024-05",
    "2024",
    "2024-21",
    "2024-05~",
    "2023/2024-05",
    "2024-06/..",
    "../2024-04",
]
"""Dates that agree and differ in every way."""

WORDS = [
    "量子",
    "量子ｱ髙　",
    "a",
    "A b",
    "'; DROP\"\\`",
    "{}<b>&/*#@//",
    "two\nlines\u2028",
    "🙂",
    "org:a",
    "0",
]
"""Text that has to survive every layer."""

CLOCKS = ["2024-01-01", "2024-01-02", "2024-01-03"]
"""Days so near to each other that clocks meet."""

# Dates ------------------------------------------------------------------------------------------------------------

iso_days = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)).map(str)
"""Any day of the calendar."""


def points(days: st.SearchStrategy[str] = iso_days) -> st.SearchStrategy[str]:
    """Texts of a day, month, season or year, also approximate."""
    seasons = st.tuples(days, st.integers(21, 24)).map(lambda pair: f"{pair[0][:4]}-{pair[1]}")
    exact = st.one_of(days, days.map(lambda d: d[:7]), days.map(lambda d: d[:4]), seasons)
    return st.tuples(exact, st.sampled_from(["", "", "", "~"])).map("".join)


def date_texts(days: st.SearchStrategy[str] = iso_days) -> st.SearchStrategy[str]:
    """Texts of every form that a partial date may have."""
    point = points(days)
    closed = st.tuples(point, point).map(_interval)
    return st.one_of(
        point, closed, point.map(lambda text: f"{text}/.."), point.map(lambda text: f"../{text}")
    )


def _interval(pair: tuple[str, str]) -> str:
    """The pair in order; one of the two points where they overlap in such a way that no order fits."""
    first, last = sorted(pair, key=lambda text: PartialDate.parse(text).min)
    return f"{first}/{last}" if _begins_first(first, last) else first


def _begins_first(first: str, last: str) -> bool:
    return PartialDate.parse(first).min <= PartialDate.parse(last).max


# Claims -----------------------------------------------------------------------------------------------------------
#
# Many values are drawn as one number: hypothesis is fast where it draws little, and shrinks to the first of each list.


def kinds_with(labels: Iterable[str]) -> list[type[Kind]]:
    """The kinds of the record that carry one of the labels."""
    return [kind for kind in RECORDED if kind.all_labels() & set(labels)]


def ids_of(kinds: Iterable[type[Kind]]) -> list[str]:
    """Some ids of entities of these kinds."""
    return [f"{kind.spec.scheme}:{slug}" for slug in SLUGS for kind in kinds]


def entity_ids(kinds: Sequence[type[Kind]]) -> st.SearchStrategy[str]:
    """Ids of entities of these kinds."""
    return st.sampled_from(ids_of(kinds))


def examples_of(field: FieldSpec) -> Sequence[str | int | bool]:
    """Canonical values of a field."""
    if field.ref:
        return ids_of(kinds_with([field.ref]))
    if field.is_date:
        return DATES
    if field.vocabulary:
        return [code.value for code in field.vocabulary if code][:4]
    if field.value_type is bool:
        return [True, False]
    if field.value_type is int:
        return [1, 2, 7]
    assert field.value_type is str, f"tests/strategies.py knows no values for {field.value_type}"
    return WORDS


def property_names(field: FieldSpec) -> list[str]:
    """The names under which a field's values are claimed: per language, and per use."""
    uses = [f".{use}" for use in field.uses] if field.uses else [""]
    languages = ["@ja", "@en"] if field.localised else [""]
    return [f"{field.name}{use}{lang}" for lang in languages for use in uses]


_STANDINGS = (
    ("source", [source for source in SOURCES if source != OURS] * 2 + [OURS]),
    ("at", ["", "s1"]),
    ("text", ["", "", "as\nwritten"]),
    ("mood", [Mood.ACTUAL.value] * 4 + list(map(str, Mood))),
    ("valid", ["", "", "2024-05", "2023", "2024~"]),
    ("handling", [Handling.PUBLIC.value] * 3 + list(map(str, Handling))),
    ("known_from", ["", "", *CLOCKS]),
    ("known_by", list(map(str, KnownBy))),
    ("withdrawn_on", [""] * 7 + CLOCKS),
)


def _standing(number: int) -> dict[str, str]:
    """All of a claim but what it says: who says it, how, and when it can be known."""
    drawn = {}
    for name, choices in _STANDINGS:
        number, index = divmod(number, len(choices))
        drawn[name] = choices[index]
    return drawn


_standings = st.integers(0, 10**9).map(_standing)
_HOLDS = [
    (HOLDS, value, basis) for value in (True, True, False) for basis in ("", "stated", "listed")
]


def _said(fields: Iterable[FieldSpec]) -> list[tuple[str, str | int | bool, str]]:
    """Property, value and basis."""
    return [
        (name, value, "")
        for field in fields
        for value in examples_of(field)
        for name in property_names(field)
    ]


def _claims_of(
    subjects: Sequence[str], said: Sequence[tuple[str, Value, str]]
) -> st.SearchStrategy[Claim]:
    return st.builds(
        lambda subject, what, standing: Claim(subject, what[0], what[1], basis=what[2], **standing),
        st.sampled_from(subjects),
        st.sampled_from(said),
        _standings,
    )


def _value_claims(kind: type[Kind], subjects: Sequence[str]) -> list[st.SearchStrategy[Claim]]:
    return [_claims_of(subjects, _said([field])) for field in kind.fields.values()]


def _tie_claims(
    tie: type[Tie], starts: Sequence[str], ends: Sequence[str]
) -> st.SearchStrategy[Claim]:
    subjects = [
        str(TieId(start, tie.spec.type, end, period))
        for start, end, period in product(starts, ends, (1, 2))
    ]
    properties = [_claims_of(subjects, _said([field])) for field in tie.fields.values()]
    return st.one_of(_claims_of(subjects, _HOLDS), _claims_of(subjects, _HOLDS), *properties)


def _list_claims(field: TieField, subjects: Sequence[str]) -> st.SearchStrategy[Claim]:
    others = ids_of(kinds_with(field.other))[:4]
    lists = [tuple(others[:end]) for end in (4, 3, 2, 1)] + [tuple(others[1:])]
    bases = ["", Basis.ATTENDANCE.value]
    return _claims_of(subjects, [(field.name + LIST_MARK, v, b) for v in lists for b in bases])


@cache
def _claims_about(kind: type[Kind]) -> st.SearchStrategy[Claim]:
    """Claims about one entity of a kind and its ties: dense, so that there are conflicts."""
    subjects = ids_of([kind])[:1]
    about = _value_claims(kind, subjects)
    for field in kind.tie_fields.values():
        others = ids_of(kinds_with(field.other))[:4]
        ends = (others, subjects) if field.incoming else (subjects, others)
        about += [_tie_claims(field.tie, *ends), _list_claims(field, subjects)]
    return st.one_of(about)


@cache
def _claims_anywhere() -> st.SearchStrategy[Claim]:
    """Claims about entities and ties of every kind, and about sources."""
    values = [one for kind in RECORDED for one in _value_claims(kind, ids_of([kind]))]
    ties = [
        _tie_claims(tie, ids_of(kinds_with(tie.spec.start)), ids_of(kinds_with(tie.spec.end)))
        for tie in TIES.values()
    ]
    lists = [
        _list_claims(field, ids_of([kind]))
        for kind in RECORDED
        for field in kind.tie_fields.values()
    ]
    said = _said(Source.fields.values())
    sources = _claims_of([f"source:{source}" for source in SOURCES], said).map(
        lambda claim: claim._replace(source=claim.subject.partition(":")[2])
    )
    return st.one_of(st.one_of(values), st.one_of(ties), st.one_of(lists), sources)


def _distinct(
    claims: st.SearchStrategy[Claim], min_size: int = 0
) -> st.SearchStrategy[list[Claim]]:
    return st.lists(claims, min_size=min_size, max_size=25).map(
        lambda drawn: list(dict.fromkeys(drawn))
    )


rival_claims: st.SearchStrategy[list[Claim]] = st.sampled_from(RECORDED).flatmap(
    lambda kind: _distinct(_claims_about(kind), min_size=6)
)
"""Claims about one entity and its ties, none twice; most have conflicts."""

any_claims: st.SearchStrategy[list[Claim]] = st.one_of(_distinct(_claims_anywhere()), rival_claims)
"""Claims spread over all kinds, or dense ones about one entity; none twice."""

# Judgements -------------------------------------------------------------------------------------------------------

_REVIEWED = ("reviewer", "2026-01-01", "compared")


def identity_judgements(
    ids: Iterable[str] = tuple(ids_of(RECORDED[:2])),
) -> st.SearchStrategy[list[Judgement]]:
    """Decisions on identity among these entities; they may contradict each other."""
    pairs = [
        decide(one, other, *_REVIEWED)
        for one, other in permutations(sorted(ids), 2)
        if scheme_of(one) == scheme_of(other)
        for decide in (Same, NotSame)
    ]
    return st.lists(st.sampled_from(pairs), max_size=6) if pairs else st.just([])


def preferences(claims: Sequence[Claim]) -> st.SearchStrategy[list[Judgement]]:
    """Decisions for values that some of the claims give."""
    decisions: list[Judgement] = [
        Preferred(claim.subject, claim.property, value_text(claim.value), *_REVIEWED)
        for claim in claims
    ]
    return st.lists(st.sampled_from(decisions), max_size=3) if decisions else st.just([])
