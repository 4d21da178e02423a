"""Timelines as pictures: what there was with a partner, how an instrument came about, the editions of a forum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate
from graphmodel.kinds import kind_of
from graphmodel.vocab import Level, MeetingStage, Scope
from queries.catalogue import find_query, internal
from visualizations.card import Teller
from visualizations.pictures.chart import Told, draw_rows, supported
from visualizations.pictures.files import Picture
from visualizations.pictures.marks import Link, Row, Sure
from visualizations.pictures.setting import Said, Setting
from visualizations.pictures.subjects import full_name, in_sentence, names
from visualizations.since import since
from visualizations.tabs.timeline import timeline
from visualizations.wording import listed

KINDS = ("Country", "Union", "Agreement", "Meeting", "Forum")
"""Kinds of which there is a timeline."""

_Event = Mapping[str, Any]


def draw_timeline(setting: Setting, id_: str) -> Picture:
    """Draw what happened in time, and what led to what.

    Args:
        setting: What it is drawn for.
        id_: Id of a partner, an instrument, a meeting or a forum.
    """
    kind = kind_of(id_)
    assert kind is not None
    party = kind.spec.label in ("Country", "Union")
    first = _with_partner(setting, id_) if party else [id_]
    held = [id_] if kind.spec.label == "Forum" else []
    data = timeline(setting.store, first, held, own=setting.own, as_of=setting.as_of)
    lane = {lane["id"] for lane in data["lanes"] if lane["members"] == [id_]} if party else set()
    events = [
        event
        for event in data["events"]
        if event.get("near") and (not party or event["lane"] in lane)
    ]
    links = [Link(link["from"], link["to"], link["link"]) for link in data["links"]]
    linked = {key for link in links for key in (link.start, link.end)}
    context = [
        e for e in events if e.get("scope") == Scope.CONTEXT and e["id"] not in linked | {id_}
    ]
    events = [event for event in events if event not in context]
    rows = [_row(setting, each, _days_after(each["id"], events, links)) for each in events]
    rows += [_expected(setting, event) for event in data["expected"] if not party]
    kept, unsupported = supported(setting, rows)
    undated = [row for row in kept if not row.span and row.sure is not Sure.EXPECTED]
    kept = sorted((row for row in kept if row not in undated), key=_in_time)
    tell = {"Forum": _of_forum}.get(kind.spec.label, _of_partner if party else _of_chain)
    by_id = {event["id"]: event for event in events}
    return draw_rows(
        setting,
        kept,
        links,
        lambda shown: _with_left_out(
            setting, tell(setting, id_, shown, by_id), undated, len(context)
        ),
        unsupported=unsupported,
        extent=("", setting.as_of),
    )


def _with_left_out(setting: Setting, told: Told, undated: Sequence[Row], context: int) -> Told:
    """What is said around rows, with what no source dates and what does not speak of quantum technology."""
    notes = list(told.notes)
    if undated:
        all_names = setting.said(lambda lang: listed([row.name[lang] for row in undated], lang))
        notes.append(setting.phrase("undated", names=all_names))
    if context:
        notes.append(setting.phrase("context", n=context))
    return replace(told, notes=notes)


def _in_time(row: Row) -> tuple[str, str]:
    """Where a row stands: by its first day, or by its last one if nothing says when it began; what is expected last."""
    if not row.span:
        return "9999", row.key
    first, last = row.span
    return (f"{last[:7]}-00" if first == FAR_PAST else first), row.key


def _with_partner(setting: Setting, id_: str) -> list[str]:
    """Ids of what there was or will be between our side and a partner."""
    given = {"id": id_, "party": setting.own}
    found: list[str] = []
    for name in ("card-instruments", "card-meetings", "card-activities"):
        rows = setting.store.read(internal(name), given).records()
        found += [row["id"] for row in rows if setting.own in row.get("sides", (setting.own,))]
    return list(dict.fromkeys(found))


def _row(setting: Setting, event: _Event, days: int | None) -> Row:
    """An event as a row; ▲ where sources differ on it."""
    differs = any("▲" in line for own in event["label"].values() for line in own["lines"])
    beside = setting.phrase("days_later", n=days) if days is not None and days > 0 else None
    official = event.get("level", Level.GOVERNMENT) in (Level.GOVERNMENT, Level.MINISTRY)
    return Row(
        key=event["id"],
        name=setting.said(lambda lang: str(event["name"][lang])),
        when=setting.said(lambda lang: str(event["date"][lang])),
        sources=tuple(event["sources"]),
        kind=event["kind"],
        span=(event["min"], event["max"]) if "min" in event else None,
        point=bool(event.get("exact")),
        sure=Sure.PLANNED if event.get("planned") else Sure.DONE,
        mark=differs,
        weight=0 if _is_goal(event) else 1 if official else 2,
        beside=beside,
    )


def _expected(setting: Setting, event: _Event) -> Row:
    """The next edition by rhythm, which no source dates."""
    return Row(
        key=f"expected {event['id']}",
        name=setting.said(lambda lang: " ".join(event["label"][lang]["lines"])),
        when=setting.said(lambda lang: str(event["date"][lang])),
        sources=tuple(event["sources"]),
        kind="Meeting",
        span=(event["min"], event["max"]) if "min" in event else None,
        sure=Sure.EXPECTED,
    )


def _days_after(id_: str, events: Sequence[_Event], links: Sequence[Link]) -> int | None:
    """Days since the latest of what led to an event, where both are known to the day."""
    known = {event["id"]: event for event in events if event.get("exact")}
    before = [link.start for link in links if link.end == id_ and link.kind != "co_announced"]
    last = max((known[key]["max"] for key in before if key in known), default="")
    if not last or id_ not in known:
        return None
    return (date.fromisoformat(known[id_]["min"]) - date.fromisoformat(last)).days


def _of_partner(
    setting: Setting, id_: str, rows: Sequence[Row], events: Mapping[str, _Event]
) -> Told:
    """What followed the first document between governments on quantum, or how much there was at all."""
    named = names(setting, [setting.own, id_])
    sides = {"own": in_sentence(named[setting.own]), "what": in_sentence(named[id_])}
    scope = setting.phrase("partner_scope", **sides)
    more = f"enishi show {id_}"
    notes = [setting.phrase("in_time")]
    done = [
        row for row in rows if row.span and row.sure is Sure.DONE and row.span[0] <= setting.as_of
    ]
    if not done:
        return Told(setting.phrase("partner_none", **sides), scope, notes, more)
    goal = next((row for row in reversed(done) if _is_goal(events[row.key])), None)
    followers = _followers(setting, goal)
    later = [row for row in done if row.key in followers]
    if goal and later:
        kind = setting.said(lambda lang: _caption(events[goal.key], lang))
        title = setting.phrase("partner_after", **sides, n=len(later), document=kind, day=goal.when)
    else:
        years = _years(setting, done)
        name = "partner" if years["first"] != years["last"] else "partner_year"
        title = setting.phrase(name, **sides, n=len(done), **years)
    return Told(title, scope, notes, more)


def _followers(setting: Setting, goal: Row | None) -> set[str]:
    """Ids of what came after a document."""
    if goal is None:
        return set()
    tell = Teller(setting.store, setting.langs[0], setting.as_of, setting.own)
    return {row["id"] for row in since(tell, goal.key).after}


def _years(setting: Setting, rows: Sequence[Row]) -> dict[str, Said]:
    """The years of the first and the last row of which something says when it was."""
    days = [
        day for row in rows if row.span for day in row.span if day not in (FAR_PAST, FAR_FUTURE)
    ]
    return {
        "first": _year(setting, min(days)),
        "last": _year(setting, max(days)),
    }


def _year(setting: Setting, day: str) -> Said:
    return setting.said(lambda lang: PartialDate.parse(day[:4]).label(lang))


def _is_goal(event: _Event) -> bool:
    return event.get("level") == Level.GOVERNMENT and event.get("scope") == Scope.DEDICATED


def _caption(event: _Event, lang: str) -> str:
    text = ("" if lang == "ja" else " ").join(event["label"][lang]["lines"])
    return text.replace("▲", "").strip()


def _of_chain(
    setting: Setting, id_: str, rows: Sequence[Row], events: Mapping[str, _Event]
) -> Told:
    """How many days there were from the first step to an instrument or meeting."""
    own = next((row for row in rows if row.key == id_), None)
    name = own.name if own else names(setting, [id_])[id_]
    scope, more = (
        setting.phrase("chain_scope"),
        f"enishi query run how-it-came-about -p agreement={id_.partition(':')[2]}",
    )
    notes = [setting.phrase("in_time")]
    first = rows[0] if rows else None
    if own and first and first is not own and first.point and own.point and first.span and own.span:
        days = (date.fromisoformat(own.span[0]) - date.fromisoformat(first.span[1])).days
        if days > 0:
            title = setting.phrase(
                "chain_days", what=name, n=days, first=first.name, day=first.when
            )
            return Told(title, scope, notes, more)
    return Told(setting.phrase("chain", what=name, n=len(rows)), scope, notes, more)


def _of_forum(
    setting: Setting, id_: str, rows: Sequence[Row], events: Mapping[str, _Event]
) -> Told:
    """How many editions are known, and how many of them were held for certain: as the saved query counts them."""
    statement = find_query("forum-history").statement
    asked = {"forum": id_, "as_of": setting.as_of}
    known = [row["edition"]["stage"] for row in setting.store.read(statement, asked).records()]
    name = full_name(setting, id_)
    held = [row for row in rows if row.span and row.sure is Sure.DONE]
    scope, more = (
        setting.phrase("forum_scope", what=name),
        f"enishi query run forum-history -p forum={id_.partition(':')[2]}",
    )
    if not held:
        return Told(setting.phrase("forum_none", what=name), scope, (), more)
    said: dict[str, Said] = {"first": held[0].when, "last": held[-1].when}
    counts = {"n": known.count(MeetingStage.HELD), "all": len(known)}
    return Told(setting.phrase("forum", what=name, **counts, **said), scope, (), more)
