"""What the timeline of a page shows: meetings and instruments on lanes, and which of them led to which.

A lane holds what there was with one partner (or between the same sides, or in one forum). A chain stays on one lane,
so that its lines can be followed. What is only expected by the rhythm of a forum is computed here and never on record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.kinds import KINDS, Agreement
from graphmodel.stores import GraphStore
from graphmodel.vocab import InstrumentType, Level, MeetingStage, Mood, Rhythm
from queries.catalogue import internal
from visualizations.card_lines import state_words
from visualizations.tabs.both import LANGS, Both, Row, both, label, names, pair
from visualizations.tabs.lanes import SEVERAL, Lanes
from visualizations.wording import bracketed, listed

_SCHEMES = ("agreement:", "call:", "meeting:", "project:")
_MOST_EVENTS = 20_000
_LABEL_EMS = {"ja": 21.0, "en": 24.0}
_SHORT_BRACKET = re.compile(r"（[^（）]*）$")


def timeline(
    store: GraphStore, first: Sequence[str], held: Sequence[str], *, own: str, as_of: str
) -> dict[str, Any]:
    """What the timeline of a page shows.

    Args:
        store: The graph.
        first: Ids of what the page shows at first, in its order.
        held: Ids of everything that the page holds, those first.
        own: Id of the reader's own side.
        as_of: ISO day.

    Returns:
        `lanes` in their order ({id, members, name, label}), `events` in time ({id, lane, kind, label, date, …}; `near`
        if it belongs to what is shown at first, though that may not hold it), `links` ({id, from, to, link}), and
        `expected` editions: what a rhythm lets expect.
    """
    rows = _read_events(store, first, held, own, as_of)
    links = store.read(internal("timeline-links"), {"ids": [row["id"] for row in rows]}).records()
    lanes = Lanes(held, own)
    lane_of = lanes.of(rows, links)
    fora = sorted(id_ for id_ in held if id_.startswith("forum:"))
    rhythms = store.read(
        internal("timeline-rhythm"), {"fora": fora, "own": own, "as_of": as_of}
    ).records()
    for row in rhythms:
        lanes.use(row["forum"], (row["forum"],))
    named = {"ids": sorted(lanes.named()), "kinds": []}
    known = {row["id"]: row for row in store.read(internal("names"), named).records()}
    items = set(held)
    return {
        "lanes": list(lanes.told(known)),
        "events": [
            _event(row, lane_of[row["id"]]) | ({} if row["id"] in items else _told(row))
            for row in rows
        ],
        "links": [
            {"id": row["id"], "from": row["start_id"], "to": row["end_id"], "link": row["link"]}
            for row in links
        ],
        "expected": [_expected(row, as_of) for row in rhythms],
    }


def cited_by_timeline(lines: Mapping[str, Any]) -> Iterable[str]:
    """Ids of the sources that a timeline cites."""
    for event in (*lines["events"], *lines["expected"]):
        yield from event.get("sources", ())


def _read_events(
    store: GraphStore, first: Sequence[str], held: Sequence[str], own: str, as_of: str
) -> list[Row]:
    """Events around what is shown at first (`near`), and those that the page holds besides, in time."""

    def read(ids: Sequence[str]) -> list[Row]:
        given = {"ids": list(ids), "own": own, "as_of": as_of}
        return store.read(internal("timeline-events"), given, max_rows=_MOST_EVENTS).records()

    near = {row["id"]: row | {"near": True} for row in read(first)}
    wanted = {id_ for id_ in held if id_.startswith(_SCHEMES)} - near.keys()
    more = {row["id"]: row | {"near": False} for row in read(sorted(wanted)) if row["id"] in wanted}
    rows = [*near.values(), *more.values()]
    return sorted(rows, key=lambda row: (row["event_on_min"] or "9999", row["id"]))


def _event(row: Row, lane: str) -> dict[str, Any]:
    """One event; how it is marked follows from its precision: `exact` where its day or days are known."""
    said = both(lambda lang: _caption(row, lane, lang))
    event = {"id": row["id"], "lane": lane, "kind": row["kind"]}
    event |= _labelled(said, both(lambda lang: _when(row, lang)))
    if row["event_on"]:
        when = PartialDate.parse(row["event_on"])
        event |= {"min": when.min, "max": when.max, "exact": when.ends_are_days}
    flags = {"near": row["near"], "planned": row["event_mood"] == Mood.PLANNED}
    return event | {name: True for name, on in flags.items() if on}


def _labelled(said: Both, dates: Both) -> dict[str, Any]:
    """A label in each language, with the date below it."""
    return {
        "label": {lang: label({lang: said[lang]}, _LABEL_EMS[lang], 2)[lang] for lang in LANGS},
        "date": dates,
        "date_width": {lang: own["width"] for lang, own in label(dates, 99, 1).items()},
    }


def _told(row: Row) -> dict[str, Any]:
    """What is told of an event that the page does not hold as an item."""
    spec = KINDS[row["kind"]].spec
    told = {"name": names(row), "kind_name": pair(spec.ja, spec.en)}
    codes = {name: row[name] for name in ("level", "scope", "stage") if row[name]}
    return {**told, **codes, "sources": list(row["sources"] or ())}


def _caption(row: Row, lane: str, lang: str) -> str:
    """What stands beside a mark: the kind of a government's document where its lane says whose it is, else its name."""
    mark = "▲" if row["conflicts"] else ""
    told_by_lane = lane != SEVERAL and not lane.startswith("forum:")
    told_by_kind = row["level"] == Level.GOVERNMENT and row["type"] != InstrumentType.OTHER
    if row["kind"] == Agreement.spec.label and told_by_lane and told_by_kind:
        return _SHORT_BRACKET.sub("", InstrumentType(row["type"]).label(lang)) + mark
    return str(row[f"name_{lang}"]) + mark


def _when(row: Row, lang: str) -> str:
    """The date as its source gives it, with what is to be known of it."""
    if not row["event_on"]:
        return "日付の記載なし" if lang == "ja" else "no date given"
    said = PartialDate.parse(row["event_on"]).label(lang)
    if row["stage"] in (MeetingStage.PAST_UNCONFIRMED, MeetingStage.POSTPONED):
        return bracketed(said, MeetingStage(row["stage"]).label(lang), lang)
    if row["event_mood"] == Mood.PLANNED:
        return bracketed(said, Mood.PLANNED.label(lang), lang)
    return bracketed(said, listed(state_words(row, lang), lang), lang)


def _expected(row: Row, as_of: str) -> dict[str, Any]:
    """The next edition by rhythm: the month of it, or none where that has passed, as in the saved query `upcoming`."""
    rhythm = Rhythm(row["rhythm"])
    month = PartialDate.parse(row["next"][:7])
    ahead = month.max >= as_of
    said: Both = pair(f"次回（見込み：{rhythm.ja}）", f"next (expected: {rhythm.en.lower()})")
    if ahead:
        dates = pair(f"{month.label('ja')}ごろ", f"about {month.label('en')}")
    else:
        dates = pair("時期を示す資料なし", "no source says when")
    found = {
        "id": row["forum"],
        "lane": row["forum"],
        "name": names(row),
        **_labelled(said, dates),
        "sources": list(dict.fromkeys(row["sources"])),
    }
    return found | ({"min": month.min, "max": month.max} if ahead else {})
