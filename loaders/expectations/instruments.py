"""Instruments: their days, their parties, who signed, and what they rest on."""

from __future__ import annotations

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.ids import ends_of, scheme_of
from graphmodel.kinds import Agreement, declaration_of, kind_of
from graphmodel.messages import Message
from graphmodel.vocab import InstrumentStage, Level, Mood, SourceType
from loaders.expectations.rule import Expectation, Found
from loaders.known import Known

_AHEAD = {
    InstrumentStage.IN_NEGOTIATION.value,
    InstrumentStage.PLANNED.value,
    InstrumentStage.NOT_CONFIRMED.value,
}
_BETWEEN_STATES = {Level.GOVERNMENT.value, Level.MINISTRY.value, Level.AGENCY.value}


def _our_day(known: Known, _: str) -> Found:
    for placed in known.record.placed:
        claim = placed.claim
        declared = declaration_of(claim.subject)
        field = declared.fields.get(claim.field) if declared else None
        if claim.source == OURS and field and field.is_date:
            yield (
                placed,
                Message(
                    "Nobody but us says that `{property}` is {value}.",
                    property=claim.property,
                    value=claim.value,
                ),
            )


def _future(known: Known, as_of: str) -> Found:
    for placed in known.record.placed if as_of else ():
        claim = placed.claim
        kind = None if claim.is_tie else kind_of(claim.subject)
        done = kind and claim.mood == Mood.ACTUAL and claim.property in kind.spec.public
        if done and PartialDate.parse(str(claim.value)).min > as_of:
            yield (
                placed,
                Message(
                    "`{property}` is {value}, which is after {as_of}.",
                    property=claim.property,
                    value=claim.value,
                    as_of=as_of,
                ),
            )


def _withdrawn_ahead(known: Known, as_of: str) -> Found:
    for placed in known.record.placed if as_of else ():
        if placed.claim.withdrawn_on > as_of:
            yield (
                placed,
                Message(
                    "`{property}` is {value}, which is after {as_of}.",
                    property="withdrawn_on",
                    value=placed.claim.withdrawn_on,
                    as_of=as_of,
                ),
            )


def _no_day(known: Known, _: str) -> Found:
    dates = {*Agreement.spec.event, *Agreement.spec.public}
    for id_ in known.of_kind("Agreement"):
        if not known.words(id_, "stage") <= _AHEAD and not dates & known.values.get(id_, {}).keys():
            yield id_, Message("{id} is said to have come about, but has no date.", id=id_)


def _few_parties(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Agreement"):
        ties = known.others[id_]
        parties = {other for type_, other in ties if type_ == "PARTY_TO"}
        gathered = any(scheme_of(other) in ("forum", "meeting") for _, other in ties)
        if len(parties) == 1 and not gathered:
            yield id_, Message("{id} has one party.", id=id_)


def _level(known: Known, _: str) -> Found:
    for held in known.ties["PARTY_TO"]:
        levels = known.words(held.tie.end, "level")
        state = scheme_of(held.tie.start) in ("country", "union")
        if len(levels) == 1 and (levels <= _BETWEEN_STATES) != state:
            yield (
                held.placed,
                Message(
                    "{start} is a party at the level `{level}`.",
                    start=held.tie.start,
                    level=min(levels),
                ),
            )


def _secondary(known: Known, _: str) -> Found:
    for subject, properties in known.values.items():
        about = [id_ for id_ in ends_of(subject) if scheme_of(id_) == "agreement"]
        stages = {stage for id_ in about for stage in known.words(id_, "stage")}
        if not about or InstrumentStage.NOT_CONFIRMED in stages:
            continue
        for property_, claims in properties.items():
            if all(known.type_of(item.claim) == SourceType.SECONDARY for item in claims):
                yield (
                    claims[0],
                    Message(
                        "`{property}` of {subject} rests on a secondary source alone.",
                        property=property_,
                        subject=subject,
                    ),
                )


def _no_office(known: Known, _: str) -> Found:
    for held in known.ties["SIGNED"]:
        if not known.claims(str(held.tie), "as_office"):
            yield (
                held.placed,
                Message(
                    "{start} signed {end} in no office.", start=held.tie.start, end=held.tie.end
                ),
            )


RULES = (
    Expectation(
        "our-day",
        "every kind and tie",
        "A day has a source other than us.",
        Message("Name the source, or delete the day."),
        _our_day,
    ),
    Expectation(
        "in-the-future",
        "every kind",
        "What is said to have happened lies before the day of the check.",
        Message("Write `mood: planned` where the source speaks of a plan, or correct the day."),
        _future,
    ),
    Expectation(
        "withdrawn-ahead",
        "every kind and tie",
        "Nothing is withdrawn on a day after that of the check: it would be gone at once.",
        Message("Write it once that day has come."),
        _withdrawn_ahead,
    ),
    Expectation(
        "no-day",
        "Agreement",
        "What was signed, issued or announced has a day of one of these acts, or `reported_on`.",
        Message("Add the day as precisely as a source gives it, or `stage: not_confirmed`."),
        _no_day,
    ),
    Expectation(
        "few-parties",
        "Agreement",
        "It has two parties or more, or one and a forum or meeting.",
        Message("Name the other side; where no source does, it is no instrument."),
        _few_parties,
    ),
    Expectation(
        "party-level",
        "PARTY_TO",
        "Between governments, ministries and agencies the parties are countries or unions, and `through` names who "
        "signed; at other levels they are organisations.",
        Message("Correct the level, or write {who: country:…, through: org:…}."),
        _level,
    ),
    Expectation(
        "secondary-alone",
        "Agreement",
        "No value rests on a secondary source alone, unless the instrument is `not_confirmed`.",
        Message(
            "Find a notice, a page of an institution or the press; else `stage: not_confirmed`."
        ),
        _secondary,
    ),
    Expectation(
        "no-office",
        "SIGNED",
        "Who signed did so in an office.",
        Message("Add `as_office: office:…`."),
        _no_office,
    ),
)
