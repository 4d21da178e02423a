"""What is ahead as a strip of months: certainty told by look and by word, nothing more exact than its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.vocab import Certainty, Occasion
from queries.catalogue import find_query
from queries.run import run
from visualizations.ahead import certainty_word
from visualizations.pictures.chart import Told, draw_rows, supported
from visualizations.pictures.files import Picture
from visualizations.pictures.marks import Row, Sure
from visualizations.pictures.setting import Said, Setting
from visualizations.pictures.subjects import in_sentence, names
from visualizations.wording import bracketed, listed

_SURE = {
    Certainty.CONFIRMED: Sure.DONE,
    Certainty.PLANNED: Sure.PLANNED,
    Certainty.EXPECTED: Sure.EXPECTED,
    Certainty.NOT_CONFIRMED: Sure.NOT_CONFIRMED,
}


def draw_coming(setting: Setting, months: int = 6) -> Picture:
    """Draw what is ahead for our side.

    Args:
        setting: What it is drawn for.
        months: How many months ahead.
    """
    answer = run(
        find_query("upcoming"),
        {"months": str(months), "parties": setting.own},
        as_of=setting.as_of,
        settings={"party": setting.own},
        store=setting.store,
        with_companions=False,
    )
    rows, unsupported = supported(setting, [_row(setting, row) for row in answer.rows])
    rows.sort(key=lambda row: row.span or ("9999",))
    number = Counter(row.sure for row in rows)
    own = in_sentence(names(setting, [setting.own])[setting.own])

    def tell(_: Sequence[Row]) -> Told:
        title = setting.phrase("coming", own=own, months=months, parts=_parts(setting, number))
        more = f"enishi query run upcoming -p months={months}"
        return Told(
            title, setting.phrase("coming_scope", own=own), [setting.phrase("coming_note")], more
        )

    extent = setting.as_of, _months_after(setting.as_of, months)
    return draw_rows(setting, rows, [], tell, unsupported=unsupported, extent=extent, soonest=True)


def _parts(setting: Setting, number: Mapping[Sure, int]) -> Said:
    """How many dates there are of each certainty; that none is confirmed is said."""
    said = [
        setting.phrase(f"coming_{sure}", n=number[sure])
        for sure in Sure
        if number[sure] and sure is not Sure.DONE
    ]
    confirmed = number[Sure.DONE]
    first = (
        setting.phrase("coming_done", n=confirmed)
        if confirmed
        else setting.phrase("coming_nothing")
    )
    return setting.said(lambda lang: listed([part[lang] for part in (first, *said)], lang))


def _row(setting: Setting, row: dict[str, Any]) -> Row:
    """A date as a row: what it is the date of, and how sure it is, in words."""
    certainty = Certainty(row["certainty"])
    kind = Occasion(row["kind"])
    when = PartialDate.parse(row["date"]) if row["date"] else None
    open_ended = when is not None and (when.min == FAR_PAST or when.max == FAR_FUTURE)

    def said(lang: str) -> str:
        if when is None:
            return setting.phrase("no_date")[lang]
        return bracketed(
            when.label(lang),
            certainty_word(certainty, lang),
            lang,
        )

    def name(lang: str) -> str:
        told = "" if kind is Occasion.MEETING else kind.label(lang).lower()
        return bracketed(str(row[f"name_{lang}"]), told, lang)

    return Row(
        key=f"{row['id']} {row['kind']}",
        name=setting.said(name),
        when=setting.said(said),
        sources=tuple(row["sources"]),
        kind="Meeting"
        if kind is Occasion.MEETING
        else "Agreement"
        if kind in (Occasion.SIGNING, Occasion.ISSUE)
        else "Call",
        span=(when.min, when.max) if when and not open_ended else None,
        point=bool(when and when.ends_are_days and not open_ended),
        sure=_SURE[certainty],
    )


def _months_after(day: str, months: int) -> str:
    """The last day of the strip."""
    start = date.fromisoformat(day)
    year, month = divmod(start.month - 1 + months, 12)
    return date(start.year + year, month + 1, min(start.day, 28)).isoformat()
