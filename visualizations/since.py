"""What there was after an instrument, and what no source puts before or after it: the saved query `after-signature`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graphmodel.vocab import Link
from queries.catalogue import find_query, internal
from visualizations.card import Row, Teller


@dataclass(frozen=True)
class Since:
    """What there was besides an instrument, as rows, the newest last.

    Attributes:
        after: What followed it, each with its `link` to it.
        unclear: What may have been before or after it.
    """

    after: tuple[Row, ...] = ()
    unclear: tuple[Row, ...] = ()

    def without(self, ids: Collection[str]) -> Since:
        """The same without some of it."""
        kept = (
            tuple(row for row in rows if row["id"] not in ids)
            for rows in (self.after, self.unclear)
        )
        return Since(*kept)


def since(tell: Teller, instrument: str) -> Since:
    """Read what there was after an instrument.

    Args:
        tell: For whom, and for which day.
        instrument: Its id.
    """
    given = {"agreement": instrument, "as_of": tell.as_of}
    found = tell.store.read(find_query("after-signature").statement, given).records()
    steps = {step["step"]: step for step in found}
    rows = tell.store.read(internal("events"), {"ids": sorted(steps)}).records() if steps else []
    told = [
        {
            **row,
            "link": steps[row["id"]]["link"],
            "sources": list(dict.fromkeys(steps[row["id"]]["sources"])),
        }
        for row in rows
    ]
    return Since(
        tuple(row for row in told if row["link"] != Link.UNCLEAR),
        tuple(row for row in told if row["link"] == Link.UNCLEAR),
    )
