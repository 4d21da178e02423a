"""When a tie holds: what is not known excludes nothing, and what is only planned never held."""

from __future__ import annotations

from typing import NamedTuple

from graphmodel.claims import HOLDS
from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.preference import Claims
from graphmodel.vocab import Mood


class Period(NamedTuple):
    """When a tie holds: surely from `holds_from` until before `holds_to`, perhaps from `first` until before `last`."""

    holds_from: str
    holds_to: str
    first: str
    last: str

    def not_before(self, founded: str) -> Period:
        """The same, from the first day of what it is a tie to on: nobody is in what does not exist yet."""
        return self._replace(holds_from=max(self.holds_from, founded))

    def surely(self, then: PartialDate | None) -> bool:
        """Whether it holds throughout what is known of a time; now, if there is none."""
        if self.holds_from == FAR_FUTURE:
            return False
        started = self.holds_from == FAR_PAST or (then is None or self.holds_from <= then.min)
        lasts = self.holds_to == FAR_FUTURE or (then is not None and then.max < self.holds_to)
        return started and lasts

    def perhaps(self, then: PartialDate | None) -> bool:
        """Whether it may hold at a time."""
        return then is None or (self.first <= then.max and then.min < self.last)


_NEVER = Period(FAR_FUTURE, FAR_FUTURE, FAR_FUTURE, FAR_PAST)


def period_of(own: Claims) -> Period:
    """What is not known excludes nothing; what is only planned never held, and a planned end is none."""
    since, until = own.get("since"), own.get("until")
    if own[HOLDS][0].mood != Mood.ACTUAL or (since and since[0].mood != Mood.ACTUAL):
        return _NEVER
    begin = PartialDate.parse(str(since[0].value)) if since else _OPEN
    end = (
        PartialDate.parse(str(until[0].value)) if until and until[0].mood == Mood.ACTUAL else _OPEN
    )
    return Period(
        begin.max if since else FAR_PAST,
        end.min if end is not _OPEN else FAR_FUTURE,
        begin.min,
        end.max,
    )


_OPEN = PartialDate("..", FAR_PAST, FAR_FUTURE)
