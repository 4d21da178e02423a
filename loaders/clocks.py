"""When a claim can first be known: from its source's publication, else from what it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from graphmodel.claims import OURS, Claim
from graphmodel.dates import FAR_FUTURE, PartialDate
from graphmodel.ids import ends_of
from graphmodel.kinds import KINDS, kind_of
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Handling, KnownBy, Mood
from loaders.entities import Placed
from loaders.register import Registered

_PUBLIC = frozenset(name for kind in KINDS.values() for name in kind.spec.public)


Clock = tuple[str, str]
"""A day, and from what it follows."""


def with_clocks(placed: list[Placed], sources: Mapping[str, Registered]) -> list[Placed]:
    """The claims with the first day on which each can be known; the same claim written twice is one.

    A day that follows from an event is told by claims of the same handling or a lower one: what may travel must not
    give away a date that may not.
    """
    published = {
        id_: clock
        for id_, registered in sources.items()
        if (clock := _publication(registered.facts))
    }
    own = {
        handling: _OwnClocks(placed, Handling(handling), published)
        for handling in {item.claim.handling for item in placed}
    }
    result: dict[Claim, Placed] = {}
    for claim, file, line in placed:
        day, basis = published.get(claim.source) or own[claim.handling].of(claim)
        known = claim.known(max(day, claim.recorded_on), basis)
        result.setdefault(known, Placed(known, file, line))
    return list(result.values())


class _OwnClocks:
    """When what has no publication can be known, by what the claims up to a handling say of events.

    An undated source follows the event itself. What is ours is there as soon as a source reports the event as done:
    what exists would else stand unclassified beside what is classified. A name of ours is there whenever the entity is:
    it makes nothing exist.
    """

    def __init__(
        self, placed: Iterable[Placed], ceiling: Handling, published: Mapping[str, Clock]
    ) -> None:
        within = ceiling.within
        told = [
            item.claim for item in placed if item.claim.handling in within and _dates(item.claim)
        ]
        self._events = _event_days(told)
        self._reports = dict(self._events)
        for claim in told:
            if claim.source in published:
                day = max(published[claim.source][0], claim.recorded_on, _last_day(claim))
                self._reports[claim.subject] = min(self._reports[claim.subject], day)

    def of(self, claim: Claim) -> Clock:
        """The clock of a claim whose source has no publication."""
        event = ""
        if not _is_name_of_ours(claim):
            days = self._reports if claim.source == OURS else self._events
            event = max(days.get(end, "") for end in ends_of(claim.subject))
        return _own_clock(event, claim.valid)


def _publication(source: SourceFacts) -> Clock | None:
    """The day on which a source was surely public, and whether that is its day or the end of a period."""
    if not source.published:
        return None
    published = PartialDate.parse(source.published)
    return published.max, (KnownBy.PUBLISHED if published.is_day else KnownBy.PERIOD).value


@cache
def _own_clock(event: str, valid: str) -> Clock:
    """Without a publication: the later of the subject's own event and the period spoken of; else always."""
    spoken_of = PartialDate.parse(valid).max if valid else ""
    if spoken_of == FAR_FUTURE:
        spoken_of = ""
    if not event and not spoken_of:
        return "", KnownBy.ALWAYS.value
    if event >= spoken_of:
        return event, KnownBy.EVENT.value
    return spoken_of, KnownBy.VALID.value


def _is_name_of_ours(claim: Claim) -> bool:
    kind = None if claim.is_tie or claim.source != OURS else kind_of(claim.subject)
    return kind is not None and claim.field in kind.naming()


def _dates(claim: Claim) -> bool:
    """Whether a claim dates its subject's own event, as done."""
    if claim.property not in _PUBLIC or claim.is_tie or claim.mood != Mood.ACTUAL:
        return False
    kind = kind_of(claim.subject)
    return kind is not None and claim.property in kind.spec.public


def _last_day(claim: Claim) -> str:
    return PartialDate.parse(str(claim.value)).max


def _event_days(told: Iterable[Claim]) -> dict[str, str]:
    """Day of each entity's own event: the last day that the first known of its public dates may be."""
    dates: dict[str, dict[str, str]] = {}
    for claim in told:
        own = dates.setdefault(claim.subject, {})
        own[claim.property] = max(own.get(claim.property, ""), _last_day(claim))
    days = {}
    for subject, own in dates.items():
        kind = kind_of(subject)
        assert kind is not None
        days[subject] = next(own[name] for name in kind.spec.public if name in own)
    return days
