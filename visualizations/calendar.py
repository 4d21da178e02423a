"""Dates ahead as a calendar file (RFC 5545), which says no more than its sources do.

A day is an all-day entry; a range, a month or a year is an all-day entry over all of it, and its title keeps the date as
its source gives it. What is only expected says so, and what has no date at all is not in it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from typing import Any

from icalendar import Calendar, Event

from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.vocab import Certainty, Handling
from queries.results import Answer
from visualizations.coverage import footnote
from visualizations.table import make_table
from visualizations.wording import bracketed, listed

_WORDS = {
    "expected": ("見込み：{name}", "Expected: {name}"),
    "not_confirmed": ("{name}：開催・実施を確認できない", "{name}: not confirmed"),
    "planned": ("{name}：予定", "{name}: planned"),
    "confirmed": ("{name}", "{name}"),
    "sources": ("出典：", "Sources:"),
    "expected_note": (
        "例年の間隔からの見込みで、資料の予定ではない。",
        "Expected by its rhythm; no source gives a date.",
    ),
}


def calendar(answer: Answer, lang: str) -> bytes:
    """What is coming as a calendar; it says in its own words how far it may travel.

    Args:
        answer: The answer of the saved query `upcoming`.
        lang: `ja` or `en`.

    Returns:
        The file, UTF-8. The same answer gives the same bytes.
    """
    table = make_table(answer, lang)
    handling = answer.coverage.handling
    name = answer.query.title.text(lang)
    if partner := answer.params.get("partner"):
        name += ("：" if lang == "ja" else ": ") + answer.names[partner][lang]
    made = Calendar()
    made.add("prodid", "-//Enishi//Enishi//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", bracketed(name, handling.label(lang), lang))
    made.add("x-wr-caldesc", " ".join([table.title, *table.notes, table.coverage]))
    made.add("class", "PUBLIC" if handling is Handling.PUBLIC else "CONFIDENTIAL")
    sources = {source["id"]: source for source in answer.sources}
    stamp = datetime.combine(date.fromisoformat(answer.coverage.as_of), time(), UTC)
    kind = table.headings.index(answer.query.columns["kind"].text(lang))
    for row, cells in zip(answer.rows, table.rows, strict=True):
        if row["date"] and (event := _event(row, cells[kind], sources, stamp, lang)):
            made.add_component(event)
    return bytes(made.to_ical())


def _event(
    row: dict[str, Any], kind: str, sources: dict[str, Any], stamp: datetime, lang: str
) -> Event | None:
    when = PartialDate.parse(row["date"])
    if FAR_PAST in (when.min, when.max) or FAR_FUTURE in (when.min, when.max):
        return None  # an open end is no entry of a calendar
    certainty = Certainty(row["certainty"])
    name = bracketed(str(row[f"name_{lang}"]), listed([kind, when.label(lang)], lang), lang)
    event = Event()
    event.add("uid", f"{_key(row)}@enishi")
    event.add("dtstamp", stamp)
    event.add("dtstart", date.fromisoformat(when.min))
    event.add("dtend", date.fromisoformat(when.max) + timedelta(days=1))
    event.add("summary", _say(str(certainty), lang).format(name=name))
    event.add("status", "CONFIRMED" if certainty is Certainty.CONFIRMED else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if row["place"]:
        event.add("location", row["place"][lang])
    notes = [_say("expected_note", lang)] if certainty is Certainty.EXPECTED else []
    notes += [_say("sources", lang), *(footnote(sources[id_], lang) for id_ in row["sources"])]
    event.add("description", "\n".join(notes))
    return event


def _key(row: dict[str, Any]) -> str:
    """Names an entry, so that a newer file replaces it: what it is a date of, not when that is."""
    return blake2b(f"{row['id']}\n{row['kind']}".encode(), digest_size=8).hexdigest()


def _say(name: str, lang: str) -> str:
    return _WORDS[name][0 if lang == "ja" else 1]
