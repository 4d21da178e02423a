"""When a claim can first be known: from its source's publication, else from what it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

from graphmodel.claims import Claim
from graphmodel.dates import FAR_FUTURE, PartialDate
from graphmodel.ids import ends_of
from graphmodel.kinds import KINDS, kind_of
from graphmodel.sources import SourceFacts
from graphmodel.vocab import Handling, KnownBy, Mood
from loaders.entities import Placed
from loaders.register import Registered

_PUBLIC = frozenset(name for kind in KINDS.values() for name in kind.spec.public)


def with_clocks(placed: list[Placed], sources: Mapping[str, Registered]) -> list[Placed]:
    """The claims with the first day on which each can be known; the same claim written twice is one.

    A day that follows from an event is told by claims of the same handling or a lower one: what may travel must not
    give away a date that may not.
    """
    published = {id_: _publication(registered.facts) for id_, registered in sources.items()}
    own = {
        handling: _own_clocks(placed, Handling(handling))
        for handling in {item.claim.handling for item in placed}
    }
    result: dict[Claim, Placed] = {}
    for claim, file, line in placed:
        clock = own[claim.handling]
        day, basis = published.get(claim.source) or clock(claim.subject, claim.valid)
        known = claim.known(max(day, claim.recorded_on), basis)
        result.setdefault(known, Placed(known, file, line))
    return list(result.values())


def _own_clocks(
    placed: Iterable[Placed], ceiling: Handling
) -> Callable[[str, str], tuple[str, str]]:
    """What the claims up to a handling say of when something happened."""
    within = ceiling.within
    seen = (item for item in placed if item.claim.handling in within)
    return lru_cache(maxsize=None)(partial(_own_clock, _event_days(seen)))


def _publication(source: SourceFacts) -> tuple[str, str] | None:
    """The day on which a source was surely public, and whether that is its day or the end of a period."""
    if not source.published:
        return None
    published = PartialDate.parse(source.published)
    return published.max, (KnownBy.PUBLISHED if published.is_day else KnownBy.PERIOD).value


def _own_clock(events: Mapping[str, str], subject: str, valid: str) -> tuple[str, str]:
    """Without a publication: the later of the subject's own event and the period spoken of; else always."""
    event = max(events.get(end, "") for end in ends_of(subject))
    spoken_of = PartialDate.parse(valid).max if valid else ""
    if spoken_of == FAR_FUTURE:
        spoken_of = ""
    if not event and not spoken_of:
        return "", KnownBy.ALWAYS.value
    if event >= spoken_of:
        return event, KnownBy.EVENT.value
    return spoken_of, KnownBy.VALID.value


def _event_days(placed: Iterable[Placed]) -> dict[str, str]:
    """Day of each entity's own event: the last day that the first known of its public dates may be."""
    dates: dict[str, dict[str, str]] = {}
    for claim in (item.claim for item in placed if item.claim.property in _PUBLIC):
        kind = None if claim.is_tie else kind_of(claim.subject)
        if kind and claim.property in kind.spec.public and claim.mood == Mood.ACTUAL:
            own = dates.setdefault(claim.subject, {})
            own[claim.property] = max(
                own.get(claim.property, ""), PartialDate.parse(str(claim.value)).max
            )
    days = {}
    for subject, own in dates.items():
        kind = kind_of(subject)
        assert kind is not None
        days[subject] = next(own[name] for name in kind.spec.public if name in own)
    return days
