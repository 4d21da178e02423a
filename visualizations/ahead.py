"""What lies ahead of one partner or forum: the saved query `upcoming`, in words that are the same wherever it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphmodel.vocab import Certainty, Occasion
from queries.catalogue import find_query
from visualizations.card import Line, Row, Teller
from visualizations.card_subject import Subject

_MONTHS = 24
"""Months ahead: after as many without an edition nothing is expected of a forum any more."""

_SURE = (Certainty.CONFIRMED, Certainty.PLANNED)


def ahead(tell: Teller, about: str, parties: Sequence[str] = ()) -> list[Row]:
    """What lies ahead, what is confirmed or planned first, then what is expected, then what cannot be confirmed.

    Args:
        tell: For whom, and for which day.
        about: Id of the partner or forum.
        parties: Who takes part in it; our own side if none is named.
    """
    given = {
        "from": None,
        "months": _MONTHS,
        "parties": list(parties) or [tell.own],
        "partner": about,
        "as_of": tell.as_of,
    }
    return tell.store.read(find_query("upcoming").statement, given).records()


def ahead_of_forum(subject: Subject) -> list[Row]:
    """What lies ahead of a forum: with our own side in it, or of those who take part without us."""
    members = [row["id"] for row in subject.ties("MEMBER_OF", out=False)]
    own = subject.tell.own
    return ahead(subject.tell, subject.id, [own] if own in members else members)


def surely(rows: Iterable[Row]) -> list[Row]:
    """Those of which a source says when they are."""
    return [row for row in rows if row["certainty"] in _SURE]


def certainty_word(code: str, lang: str) -> str:
    """How sure a date is, without what explains it; nothing needs to be said of what is confirmed."""
    certainty = Certainty(code)
    if certainty is Certainty.CONFIRMED:
        return ""
    return certainty.label(lang).split("（")[0].split(",")[0]


def ahead_line(tell: Teller, row: Row) -> Line:
    """One date ahead: the date first, with how sure it is."""
    when = tell.date(row["date"]) or ("時期を示す資料なし" if tell.ja else "No source says when")
    when = tell.bracketed(when, certainty_word(row["certainty"], tell.lang))
    text = (
        f"{when}{'　' if tell.ja else ': '}{tell.bracketed(_name(tell, row), _occasion(tell, row))}"
    )
    return Line(text, tuple(row["sources"]), (row["id"],))


def ahead_text(tell: Teller, row: Row) -> str:
    """One date ahead: the name first."""
    sure = certainty_word(row["certainty"], tell.lang)
    return tell.bracketed(_name(tell, row), tell.date(row["date"]), _occasion(tell, row), sure)


def _name(tell: Teller, row: Row) -> str:
    return tell.title(row) if row["id"].startswith("agreement:") else str(row[f"name_{tell.lang}"])


def _occasion(tell: Teller, row: Row) -> str:
    """What it is the date of, where that is no meeting."""
    kind = Occasion(row["kind"])
    said = "" if kind is Occasion.MEETING else kind.label(tell.lang)
    return said if tell.ja else said[:1].lower() + said[1:]
