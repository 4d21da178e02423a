"""Random dates, claims and judgements, derived from the registry: a new kind is covered without a change here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from graphmodel.claims import HOLDS, LIST_MARK, OURS, Claim, value_text
from graphmodel.dates import PartialDate
from graphmodel.ids import TieId
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

# Dates ------------------------------------------------------------------------------------------------------------

iso_days = st.dates(datetime.date(1, 1, 1), datetime.date(9998, 12, 31)).map(str)
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

clock_days = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 1, 5)).map(str)
"""Days so near to each other that clocks meet."""

few_days = st.sampled_from(["2023-12-31", "2024-05-01", "2024-05-02", "2024-06-30"])
words = st.text(
    st.sampled_from("abZ 09'\"\\`{}<>&/*#@\n量子ｱが髙　\u2028🙂"), min_size=1, max_size=8
)
"""Text that has to survive every layer."""


def kinds_with(labels: Iterable[str]) -> list[type[Kind]]:
    """The kinds of the record that carry one of the labels."""
    return [kind for kind in RECORDED if kind.all_labels() & set(labels)]


def entity_ids(kinds: Sequence[type[Kind]]) -> st.SearchStrategy[str]:
    """Ids of entities of these kinds."""
    return st.builds("{}:{}".format, st.sampled_from([k.spec.scheme for k in kinds]), _slugs)


_slugs = st.sampled_from(SLUGS)


def values(field: FieldSpec) -> st.SearchStrategy[str | int | bool]:
    """Canonical values of a field."""
    if field.ref:
        return entity_ids(kinds_with([field.ref]))
    if field.is_date:
        return date_texts(few_days)
    if field.vocabulary:
        return st.sampled_from([code.value for code in field.vocabulary if code])
    if field.value_type is bool:
        return st.booleans()
    if field.value_type is int:
        return st.integers(0, 3)
    assert field.value_type is str, f"tests/strategies.py knows no values for {field.value_type}"
    return words


def property_names(field: FieldSpec) -> st.SearchStrategy[str]:
    """The names under which a field's values are claimed: per language, and per use."""
    uses = [f".{use}" for use in field.uses] if field.uses else [""]
    languages = ["@ja", "@en"] if field.localised else [""]
    return st.sampled_from([f"{field.name}{use}{lang}" for use in uses for lang in languages])


@st.composite
def _claimed(
    draw: st.DrawFn,
    subject: str,
    property_: str,
    value: str | int | bool | tuple[str, ...],
    basis: str = "",
) -> Claim:
    return Claim(
        subject,
        property_,
        value,
        source=draw(st.sampled_from(sorted(SOURCES))),
        at=draw(st.sampled_from(["", "s1", "s2"])),
        text=draw(st.just("") | words),
        mood=draw(st.sampled_from([Mood.ACTUAL, Mood.ACTUAL, *Mood])).value,
        valid=draw(st.just("") | date_texts(few_days)),
        basis=basis,
        handling=draw(st.sampled_from(Handling)).value,
        known_from=draw(st.just("") | clock_days),
        known_by=draw(st.sampled_from(KnownBy)).value,
        withdrawn_on=draw(st.sampled_from(["", "", ""]) | clock_days),
    )


@st.composite
def value_claims(draw: st.DrawFn) -> Claim:
    """A value of an entity of any kind."""
    kind = draw(st.sampled_from(RECORDED))
    field = draw(st.sampled_from(list(kind.fields.values())))
    subject = draw(entity_ids([kind]))
    return draw(_claimed(subject, draw(property_names(field)), draw(values(field))))


@st.composite
def tie_claims(draw: st.DrawFn) -> Claim:
    """That a tie of any kind holds or not, or one of its properties."""
    tie: type[Tie] = draw(st.sampled_from(list(TIES.values())))
    start = draw(entity_ids(kinds_with(tie.spec.start)))
    end = draw(entity_ids(kinds_with(tie.spec.end)))
    subject = str(TieId(start, tie.spec.type, end))
    field = draw(st.none() | st.sampled_from([*tie.fields.values(), None]))
    if field is None:
        basis = draw(st.sampled_from(["", "", Basis.STATED.value, Basis.LISTED.value]))
        return draw(_claimed(subject, HOLDS, draw(st.sampled_from([True, True, False])), basis))
    return draw(_claimed(subject, draw(property_names(field)), draw(values(field))))


@st.composite
def list_claims(draw: st.DrawFn) -> Claim:
    """A closed list of the ties of an entity."""
    kind = draw(st.sampled_from([kind for kind in RECORDED if kind.tie_fields]))
    field: TieField = draw(st.sampled_from(list(kind.tie_fields.values())))
    others = draw(st.sets(entity_ids(kinds_with(field.other)), min_size=1, max_size=4))
    basis = draw(st.sampled_from(["", Basis.ATTENDANCE.value]))
    subject = draw(entity_ids([kind]))
    return draw(_claimed(subject, field.name + LIST_MARK, tuple(sorted(others)), basis))


@st.composite
def source_claims(draw: st.DrawFn) -> Claim:
    """What a source says of itself."""
    source = draw(st.sampled_from(sorted(SOURCES)))
    field = draw(st.sampled_from(list(Source.fields.values())))
    claim = draw(_claimed(f"source:{source}", draw(property_names(field)), draw(values(field))))
    return claim._replace(source=source)


def claim_lists(max_size: int = 25) -> st.SearchStrategy[list[Claim]]:
    """Claims as a record may hold them: none twice."""
    kinds_of_claims = [value_claims(), tie_claims(), tie_claims(), list_claims(), source_claims()]
    return st.lists(st.one_of(kinds_of_claims), max_size=max_size, unique_by=lambda c: c.id)


@st.composite
def rival_claims(draw: st.DrawFn) -> list[Claim]:
    """Claims about one entity and its ties, so dense that there are conflicts."""
    kind = draw(st.sampled_from(RECORDED))
    subject = f"{kind.spec.scheme}:a"
    field = draw(st.sampled_from(list(kind.fields.values())))
    claims = [
        draw(_claimed(subject, draw(property_names(field)), draw(values(field))))
        for _ in range(draw(st.integers(2, 5)))
    ]
    if kind.tie_fields:
        claims += draw(_rival_ties(subject, draw(st.sampled_from(list(kind.tie_fields.values())))))
    return list({claim.id: claim for claim in claims}.values())


@st.composite
def _rival_ties(draw: st.DrawFn, subject: str, field: TieField) -> list[Claim]:
    others = entity_ids(kinds_with(field.other))
    claims: list[Claim] = []
    for other in draw(st.lists(others, max_size=4)):
        start, end = (other, subject) if field.incoming else (subject, other)
        tie = str(TieId(start, field.tie.spec.type, end))
        claims.append(draw(_claimed(tie, HOLDS, draw(st.sampled_from([True, True, False])))))
        claims += [
            draw(_claimed(tie, draw(property_names(own)), draw(values(own))))
            for own in field.tie.fields.values()
            if draw(st.booleans())
        ]
    for _ in range(draw(st.integers(0, 3))):
        listed = tuple(sorted(draw(st.sets(others, min_size=1, max_size=4))))
        basis = draw(st.sampled_from(["", Basis.ATTENDANCE.value]))
        claims.append(draw(_claimed(subject, field.name + LIST_MARK, listed, basis)))
    return claims


def any_claims() -> st.SearchStrategy[list[Claim]]:
    """Claims spread over all kinds, or dense ones about a few entities."""
    return st.one_of(claim_lists(), rival_claims())


# Judgements -------------------------------------------------------------------------------------------------------

_reviewed = ("reviewer", "2026-01-01", "compared")


def identity_judgements() -> st.SearchStrategy[list[Judgement]]:
    """Decisions on identity among the ids that the claims use; they may contradict each other."""

    def of(kind: type[Kind]) -> st.SearchStrategy[Judgement]:
        pair = st.permutations(SLUGS).map(lambda s: [f"{kind.spec.scheme}:{slug}" for slug in s[:2]])
        return st.tuples(st.sampled_from([Same, Same, NotSame]), pair).map(
            lambda drawn: drawn[0](*drawn[1], *_reviewed)
        )

    return st.lists(st.sampled_from(RECORDED).flatmap(of), max_size=8)


def preferences(claims: Sequence[Claim]) -> st.SearchStrategy[list[Judgement]]:
    """Decisions for values that some of the claims give."""
    if not claims:
        return st.just([])
    one = st.sampled_from(claims).map(
        lambda claim: Preferred(claim.subject, claim.property, value_text(claim.value), *_reviewed)
    )
    return st.lists(one, max_size=3)
