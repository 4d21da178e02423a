"""How an instrument came about: the meetings before it with who held them and what was agreed, and what followed."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.vocab import ChairRole
from queries.catalogue import find_query
from visualizations.briefing.footnotes import Sentence
from visualizations.card import Row
from visualizations.card_lines import People, event_line
from visualizations.deck.content.telling import Telling, in_source_order, is_japanese
from visualizations.deck.slides import Abbreviation, ProcessSlide, Said, Step
from visualizations.partner import Partner
from visualizations.since import since

_WHOLE = ("Country", "Person", "Union")
"""Kinds of those who take part that have no abbreviation to be told."""

_LATER = 6
"""Events after an instrument that are told at most."""


def process_slides(
    tell: Telling, id_: str, partner: str, *, key: str = ""
) -> tuple[ProcessSlide, ...]:
    """The process that led to an instrument: the meetings before it, then what followed.

    Args:
        tell: Who tells it.
        id_: Id of the instrument.
        partner: Id of the other side.
        key: Names the slide; the instrument's id if it is left out.

    Returns:
        The slide; none if no meeting is known to have led to it.
    """
    return tuple(_Process(tell, id_, partner).slides(key or f"process {id_}"))


class _Process:
    def __init__(self, tell: Telling, id_: str, partner: str) -> None:
        self._tell, self._id, self._partner = tell, id_, partner
        statement = find_query("how-it-came-about").statement
        chain = tell.store.read(statement, {"agreement": id_, "as_of": tell.as_of}).records()
        self._chain = [row for row in chain if row["link"] != "co_announced"]
        steps = [row["step"] for row in self._chain if row["step"].startswith("meeting:")]
        self._ids = list(dict.fromkeys(steps))
        self._meetings = {row["id"]: row for row in tell.read("deck-meetings", ids=self._ids)}
        self._who = tell.read("deck-people", ids=self._ids)
        offices = [row["office"] for row in self._who if row["office"]]
        tell.learn(offices)
        self._people = People(tell, offices)
        self._agreed = in_source_order(tell.read("deck-agreed", ids=self._ids))
        self._fields = in_source_order(tell.read("deck-fields", ids=self._ids))

    def slides(self, key: str) -> Iterable[ProcessSlide]:
        tell = self._tell
        if not self._ids:
            return
        yield ProcessSlide(
            key,
            tell.say("process_title", pair=tell.pair(self._partner)),
            steps=tuple(map(self._step, self._ids)),
            links=tuple(map(self._link, self._ids[1:])),
            since_heading=tell.say("after_meetings"),
            since=tuple(self._since()),
            abbreviations=tuple(self._abbreviations()),
        )

    def _link(self, id_: str) -> str:
        links = [row["link"] for row in self._chain if row["step"] == id_]
        return "→" if "stated" in links else "⇢"

    def _step(self, id_: str) -> Step:
        tell, row = self._tell, self._meetings[id_]
        mark = "▲" if row["conflicts"] else ""
        heading = tell.bracketed(tell.named(row), tell.text(row, "place")) + mark
        when = tell.date(row["event_on"])
        agreed = [one for one in self._agreed if one["agreed_in"] == id_]
        items = [tell.sentence(tell.text(one, "name"), one) for one in agreed]
        topics = [one for one in self._fields if one["covered_by"] == id_]
        if topics:
            names = tell.listed(one[f"name_{tell.lang}"] for one in topics)
            items.append(
                tell.sentence(tell.labelled("topics", names) if agreed else names, *topics)
            )
        tag = tell.say("agreed" if agreed else "discussed") if items else ""
        return Step(
            tell.sentence(heading, tell.of(row, "name", "place")),
            tuple(self._about(row)),
            tag,
            tuple(items),
            tell.sentence(when, tell.of(row, "held_on")),
        )

    # Who took part ----------------------------------------------------------------------------------------------

    def _about(self, row: Row) -> Iterable[Said]:
        tell = self._tell
        if summary := tell.text(row, "summary"):
            yield tell.sentence(summary, tell.of(row, "summary"))
        for act, label in (("LED", "led"), ("HOSTED", "hosted"), ("CHAIRED", "chaired")):
            rows = self._acting(row["id"], act)
            if rows:
                joint = act == "CHAIRED" and any(
                    one["role"] == ChairRole.CO_CHAIRED for one in rows
                )
                names = tell.listed(map(self._person, rows))
                yield tell.sentence(tell.labelled("co_chaired" if joint else label, names), *rows)
        attended = self._acting(row["id"], "ATTENDED")
        counts = [one for one in attended if one["count"]]
        if counts:
            said = tell.listed(
                tell.say("people", who=tell.name(one["id"], short=True), n=one["count"])
                for one in counts
            )
            yield tell.sentence(tell.labelled("came_in_number", said), *counts)
        bodies = [one for one in attended if one["kind"] not in ("Country", "Union")]
        for side in dict.fromkeys(one["side"] for one in bodies):
            own = in_source_order(one for one in bodies if one["side"] == side)
            names = tell.listed(map(self._person, own))
            label = tell.say("side", who=tell.name(side, short=side.startswith("union:")))
            yield tell.sentence(tell.say("labelled", label=label, said=names), *own)

    def _acting(self, id_: str, act: str) -> list[Row]:
        tell = self._tell
        rows = [row for row in self._who if row["meeting"] == id_ and row["act"] == act]
        ordered = in_source_order(rows)
        return sorted(ordered, key=lambda row: row["side"] != tell.own)

    def _person(self, row: Row) -> str:
        tell = self._tell
        if row["kind"] == "Person":
            return self._people.said(row["id"], tell.named(row), row["office"] or self._office(row))
        return tell.short(row)

    def _office(self, row: Row) -> str | None:
        """The office in which someone acted at a meeting, where only another of the acts names it."""
        same = (
            one for one in self._who if (one["id"], one["meeting"]) == (row["id"], row["meeting"])
        )
        return next((one["office"] for one in same if one["office"]), None)

    def _abbreviations(self) -> Iterable[Abbreviation]:
        """What the short forms of bodies stand for."""
        tell = self._tell
        bodies = {row["id"]: row for row in self._who if row["kind"] not in _WHOLE}
        for row in bodies.values():
            short, name = tell.short(row), tell.named(row)
            told = short != name and (tell.ja or not is_japanese(name))
            whole = tell.sentence(tell.say("labelled", label=short, said=name), row)
            yield Abbreviation(short, whole if told else "")

    # What followed ----------------------------------------------------------------------------------------------

    def _since(self) -> Iterable[Sentence]:
        """What there was after the last meeting: the instrument with what was announced together with it, calls, and the rest."""
        tell = self._tell
        last = self._meetings[self._ids[-1]]["event_on_max"] or ""
        row = tell.read("deck-instrument", id=self._id)[0]
        rivals = tell.rivals([row]).get((self._id, "date"), [])
        other = [tell.say("other_date", day=tell.date(one["value"])) for one in rivals]
        yield tell.sentence(
            tell.bracketed(tell.title_of(row), tell.acted(row), *other),
            tell.of(row, "title", "signed_on", "issued_on"),
            *rivals,
        )
        told = {self._id}
        for one in tell.read("deck-related", id=self._id):
            if one["tie"] == "CO_ANNOUNCED":
                told.add(one["id"])
                said = tell.labelled("announced_together", tell.title_and_day(one))
                yield tell.sentence(said, one)
        for call in tell.read("deck-calls", id=self._partner, party=tell.own):
            if steps := call_steps(call, last):
                told.add(call["id"])
                yield tell.sentence(call_line(tell, call, steps), call)
        for event in self._events(last, told):
            line = event_line(tell, event)
            yield tell.sentence(line.text, line.sources)
        yield from self._planned(told)

    def _events(self, last: str, told: set[str]) -> list[Row]:
        """What there was of the two alone after a day, and what a source says followed from the instrument."""
        tell = self._tell
        rows = (*Partner(tell, self._partner).between(), *since(tell, self._id).after)
        found = {
            row["id"]: row
            for row in rows
            if row["id"] not in told and (row["event_on_min"] or "") > last
        }
        return sorted(found.values(), key=lambda row: (row["event_on_min"], row["id"]))[:_LATER]

    def _planned(self, told: set[str]) -> Iterable[Sentence]:
        """Projects that sources only plan."""
        tell = self._tell
        for row in tell.read("deck-projects", id=self._partner, party=tell.own):
            if row["id"] not in told and tell.planned(row):
                steps = [
                    tell.step(row, name) for name in ("published_on", "started_on") if row[name]
                ]
                name = tell.named(row) or tell.say("unnamed_project")
                yield tell.sentence(tell.bracketed(name, *steps), row)


def call_steps(call: Row, last: str = "") -> list[str]:
    """The steps of a call that have a date, after a day."""
    names = ("opens_on", "closes_on", "selected_on", "starts_on")
    return [name for name in names if call[name] and call[f"{name}_min"] > last]


def call_line(tell: Telling, call: Row, steps: Iterable[str]) -> str:
    """A call in one line: its name, and the dates of some of its steps."""
    said = [tell.step(call, name) for name in steps]
    return tell.bracketed(tell.named(call) or tell.say("unnamed_call"), *said)
