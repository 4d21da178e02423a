"""The schedule with a partner: calls with their steps, signatures and what starts, in lanes over months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graphmodel.vocab import Certainty, Scope
from visualizations.ahead import ahead, ahead_line
from visualizations.briefing.footnotes import RECORD, Sentence
from visualizations.card import Row
from visualizations.deck.content.telling import Telling
from visualizations.deck.slides import Bar, BarLook, Lane, Said, ScheduleSlide

_STEPS = ("selected_on", "starts_on")


def schedule(
    tell: Telling,
    partner: str,
    *,
    first: str = "",
    last: str = "",
    call: str = "",
    key: str = "schedule",
) -> ScheduleSlide:
    """A schedule with one partner.

    Args:
        tell: Who tells it.
        partner: Id of the other side.
        first: First month, as 2025-02; empty for the first that something lies in.
        last: Last month; empty for the last such.
        call: Id of a call about whose steps it is; empty for all that there is between the two in these months.
        key: Names the slide.
    """
    return _Schedule(tell, partner, call).slide(first, last, key)


def months_ahead(as_of: str, months: int) -> tuple[str, str]:
    """The month of a day, and the one some months later.

    Args:
        as_of: ISO day.
        months: How many months ahead.
    """
    day = date.fromisoformat(as_of)
    after = day.year * 12 + day.month - 1 + months
    return as_of[:7], f"{after // 12:04}-{after % 12 + 1:02}"


class _Schedule:
    def __init__(self, tell: Telling, partner: str, call: str) -> None:
        self._tell, self._partner = tell, partner
        calls = tell.read("deck-calls", id=partner, party=tell.own)
        self._calls = [row for row in calls if call in ("", row["id"])]
        begins = min((row["event_on_min"] or "" for row in self._calls), default="") if call else ""
        ends = max(
            (row[f"{name}_max"] or "" for row in self._calls for name in ("closes_on", *_STEPS)), default=""
        ) if call else "9999"  # fmt: skip
        self._within = begins, ends
        rows = [] if call else ahead(tell, partner)
        self._unsure = {
            row["id"]: row for row in rows if row["certainty"] == Certainty.NOT_CONFIRMED
        }

    def slide(self, first: str, last: str, key: str) -> ScheduleSlide:
        tell = self._tell
        lanes = {self._partner: [], tell.own: [], "": []}  # type: dict[str, list[Bar]]
        for side, bar in self._bars():
            lanes[side].append(bar)
        kept = {
            side: [
                bar for bar in bars if (not last or bar.first[:7] <= last) and bar.last[:7] >= first
            ]
            for side, bars in lanes.items()
        }
        days = [day for bars in kept.values() for bar in bars for day in (bar.first, bar.last)]
        both = tell.pair(self._partner)
        names = {self._partner: self._name(self._partner), tell.own: self._name(tell.own), "": both}
        notes: list[Said] = []
        if not days:
            notes.append(Sentence(tell.say("nothing_ahead"), (RECORD,)))
        for row in self._calls:
            if days and (summary := tell.text(row, "summary")):
                notes.append(tell.sentence(summary, tell.of(row, "summary")))
        for row in self._unsure.values():
            notes.append(
                tell.sentence(tell.labelled("not_confirmed", ahead_line(tell, row).text), row)
            )
        title = tell.say("schedule_title", pair=tell.pair(self._partner))
        return ScheduleSlide(
            key,
            title,
            first=first or min(days, default=tell.as_of)[:7],
            last=last or max(days, default=tell.as_of)[:7],
            lanes=tuple(
                Lane(names[side], tuple(sorted(bars, key=lambda bar: (bar.first, bar.last))))
                for side, bars in kept.items()
                if bars or (not days and not side)
            ),
            notes=tuple(notes),
        )  # fmt: skip

    def _name(self, id_: str) -> str:
        return self._tell.name(id_, short=id_.startswith("union:"))

    def _bars(self) -> Iterable[tuple[str, Bar]]:
        """Everything that has a date, each with the lane that it is in."""
        for row in self._calls:
            yield from self._call(row)
        begins, ends = self._within
        tell = self._tell
        instruments = tell.read("card-instruments", id=self._partner, party=tell.own)
        meetings = tell.read("card-meetings", id=self._partner, party=tell.own)
        rows = [
            *(
                row
                for row in instruments
                if len(row["sides"]) == 2 and row["scope"] != Scope.CONTEXT
            ),
            *(row for row in meetings if len({*row["attended"], *row["members"]}) == 2),
        ]
        for row in rows:
            if not row["event_on"] or tell.later(row) or row["id"] in self._unsure:
                continue
            if row["event_on_max"] >= begins and row["event_on_min"] <= ends:
                yield from self._event(row)
        for row in tell.read("deck-projects", id=self._partner, party=tell.own):
            name = tell.named(row) or tell.say("unnamed_project")
            for step in ("published_on", "started_on"):
                if _begun_in_a_year(tell, row, step):
                    continue
                if row[step] and row[f"{step}_max"] >= begins and row[f"{step}_min"] <= ends:
                    yield "", self._step(row, step, tell.bracketed(name, tell.step(row, step)))

    def _call(self, row: Row) -> Iterable[tuple[str, Bar]]:
        """A call in the lane of the side whose programme it is of, if it is of one side's."""
        tell = self._tell
        sides = [side for side in row["sides"] if side in (self._partner, tell.own)]
        lane = sides[0] if len(sides) == 1 else ""
        name = tell.named(row) if len(self._calls) > 1 else ""
        if row["opens_on"] and row["closes_on"]:
            said = tell.say(
                "open_until", first=tell.date(row["opens_on"]), last=tell.date(row["closes_on"])
            )
            cited = tell.of(row, "opens_on", "closes_on")
            look = self._look(row["closes_on_max"])
            yield (
                lane,
                Bar(
                    row["opens_on_min"],
                    row["closes_on_max"],
                    tell.sentence(self._of(name, said), cited),
                    look,
                ),
            )
        else:
            for step in ("opens_on", "closes_on"):
                if row[step]:
                    yield lane, self._step(row, step, self._of(name, tell.step(row, step)))
        for step in _STEPS:
            if row[step]:
                side = lane if step == "selected_on" else ""
                yield side, self._step(row, step, self._of(name, tell.step(row, step)))

    def _of(self, name: str, said: str) -> str:
        return self._tell.say("labelled", label=name, said=said) if name else said

    def _step(self, row: Row, step: str, said: str) -> Bar:
        tell = self._tell
        look = BarLook.DONE if tell.reached(row, step) else BarLook.PLANNED
        cited = tell.of(row, "announced_on" if step == "published_on" else step)
        return Bar(row[f"{step}_min"], row[f"{step}_max"], tell.sentence(said, cited), look)

    def _event(self, row: Row) -> Iterable[tuple[str, Bar]]:
        tell = self._tell
        planned = tell.say("planned") if tell.ahead(row) else ""
        if row.get("type"):
            shown = {**row, "event_mood": "planned"} if tell.unsigned(row) else row
            rivals = tell.rivals([row]).get((row["id"], "date"), [])
            other = [tell.say("other_date", day=tell.date(one["value"])) for one in rivals]
            said = tell.bracketed(tell.title_of(row), tell.acted(row), *other) + (
                "▲" if other else ""
            )
            cited = {"sources": [*row["sources"], *(s for one in rivals for s in one["sources"])]}
            bar = self._bar({**shown, **cited}, row["event_on_min"], row["event_on_max"], said)
            yield "", bar
            return
        name = tell.named(row) or tell.say("unnamed_project")
        said = tell.bracketed(name, tell.date(row["event_on"]), planned)
        yield "", self._bar(row, row["event_on_min"], row["event_on_max"], said)

    def _bar(self, row: Row, first: str, last: str, said: str) -> Bar:
        planned = row.get("event_mood") == "planned" and last >= self._tell.as_of
        look = BarLook.PLANNED if planned else self._look(last)
        return Bar(first, last, self._tell.sentence(said, row), look)

    def _look(self, last: str) -> BarLook:
        return BarLook.DONE if last <= self._tell.as_of else BarLook.PLANNED


def _begun_in_a_year(tell: Telling, row: Row, step: str) -> bool:
    """Whether all that is known of a step is the year, and that it has been: it has no place among months."""
    return len(row[step] or "") == len("2026") and tell.reached(row, step)
