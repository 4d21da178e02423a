"""The table of fora: names and members, recent meetings, what each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from graphmodel.vocab import ForumRole, ForumType, Rank, Rhythm
from visualizations.briefing.footnotes import Sentence
from visualizations.card import Row
from visualizations.deck.content.telling import Telling
from visualizations.deck.slides import Cell, Said, TableSlide
from visualizations.wording import counted

_MANY = 20
"""Members of which only the number is told."""

_EDITIONS = 3
"""Meetings of a forum that are told at most, the latest; of several fora of one body, one each."""

_OF_PLACE = (ForumRole.CONVENOR, ForumRole.HOST)
_ENCLOSED = "①②③④⑤⑥⑦⑧⑨"
_NONE: Mapping[str, str] = MappingProxyType({})


def fora_table(
    tell: Telling, fora: Sequence[str], *, first: Mapping[str, str] = _NONE, key: str = "fora"
) -> TableSlide:
    """A table of fora, one row each; fora of one body that stand beside each other share a row.

    Args:
        tell: Who tells it.
        fora: Ids of the fora, in the order of the rows.
        first: Member that stands first in a forum of which the record names no convenor or host, by forum.
        key: Names the slide.
    """
    return _Fora(tell, fora, first).table(key)


class _Fora:
    def __init__(self, tell: Telling, fora: Sequence[str], first: Mapping[str, str]) -> None:
        self._tell, self._first = tell, first
        ids = list(fora)
        known = {row["id"]: row for row in tell.read("deck-fora", fora=ids)}
        self._rows = [known[id_] for id_ in ids if id_ in known]
        self._members = _grouped(tell.read("deck-members", fora=ids, as_of=tell.as_of))
        self._editions = _grouped(tell.read("deck-editions", fora=ids))
        self._decided = _grouped(tell.read("deck-decided", fora=ids, as_of=tell.as_of))
        self._disputed = False
        self._before: frozenset[str] = frozenset()

    def _title(self) -> str:
        if len(self._rows) == 1:
            return self._tell.say("forum_title", forum=self._tell.called(self._rows[0]["id"]))
        return self._tell.say("fora_title")

    def table(self, key: str) -> TableSlide:
        tell = self._tell
        rows = tuple(self._row(group) for group in self._groups())
        notes: list[Said] = [tell.say("fora_order")]
        if self._disputed:
            notes.append(tell.say("members_differ"))
        return TableSlide(
            key,
            self._title(),
            headings=(tell.say("fora_names"), tell.say("fora_meetings"), tell.say("fora_about")),
            widths=(0.38, 0.24, 0.38),
            rows=rows,
            notes=tuple(notes),
        )

    def _groups(self) -> list[list[Row]]:
        groups: list[list[Row]] = []
        for row in self._rows:
            if row["body"] and groups and groups[-1][0]["body"] == row["body"]:
                groups[-1].append(row)
            else:
                groups.append([row])
        return groups

    def _row(self, group: list[Row]) -> tuple[Cell, ...]:
        tell = self._tell
        if len(group) == 1:
            return (
                self._name(group[0]),
                tuple(self._meetings(group[0], _EDITIONS)) or (tell.say("no_meeting"),),
                tuple(self._about(group[0])),
            )
        cited = [tell.of(row, "name") for row in group]
        names: list[Said] = [tell.sentence(tell.called(group[0]["body"]), *cited)]
        meetings: list[Said] = []
        for sign, row in zip(_ENCLOSED, group, strict=False):
            short = row[f"short_{tell.lang}"]
            name = tell.with_short({**row, f"name_{tell.lang}": short[0]} if short else row)
            names.append(tell.sentence(f"{sign}{name}", tell.of(row, "name")))
            held = self._meetings(row, 1)
            meetings += [tell.sentence(f"{sign}{one.text}", one.sources) for one in held]
            if not held:
                meetings.append(f"{sign}{tell.say('no_meeting')}")
        names += self._by_role(group[0])
        told: dict[str, list[str]] = {}
        for row in group:
            for one in self._about(row):
                told.setdefault(one.text, []).extend(one.sources)
        about = [tell.sentence(text, cited) for text, cited in told.items()]
        return tuple(names), tuple(meetings), tuple(about)

    # Names and members ------------------------------------------------------------------------------------------

    def _name(self, row: Row) -> Cell:
        tell = self._tell
        return tell.sentence(tell.with_short(row), tell.of(row, "name")), *self._by_role(row)

    def _by_role(self, row: Row) -> list[Said]:
        """Who takes part, the plain members first; of a series without members, who came to the latest meeting."""
        tell = self._tell
        rows = self._members.get(row["id"], [])
        ids = frozenset(one["id"] for one in rows)
        disputed = "▲" if any(one["disputed"] for one in rows) else ""
        self._disputed |= bool(disputed)
        members = [
            one for one in rows if one["role"] in (ForumRole.MEMBER, *_OF_PLACE, ForumRole.CHAIR)
        ]
        if not any(one["role"] == ForumRole.MEMBER for one in rows):
            return self._came(row) or [tell.say("members_unknown")]
        if ids == self._before:
            return [tell.sentence(tell.labelled("members", tell.say("same") + disputed), *rows)]
        self._before = ids
        said: list[Said] = [
            tell.sentence(self._listed("members", members, row) + disputed, *members)
        ]
        for role in (ForumRole.PARTNER, ForumRole.OBSERVER):
            others = [
                one
                for one in rows
                if one["role"] == role and one["id"] not in {m["id"] for m in members}
            ]
            if others:
                said.append(tell.sentence(self._listed(role.value, others, row), *others))
        return said

    def _listed(self, label: str, rows: list[Row], forum: Row) -> str:
        tell = self._tell
        ordered = self._in_order(rows, forum)
        ids = list(dict.fromkeys(one["id"] for one in ordered))
        if len(ids) > _MANY:
            said = counted(ids, tell.facts(ids), tell.lang)
            with_us = tell.say("with_us", own=tell.name(tell.own)) if tell.own in ids else ""
            return tell.labelled(label, tell.bracketed(said, with_us))
        return tell.labelled(label, tell.listed(map(tell.list_form, ids)))

    def _came(self, row: Row) -> list[Said]:
        tell = self._tell
        for meeting in self._editions.get(row["id"], []):
            if meeting["came"] and meeting["event_on_max"] <= tell.as_of:
                names = tell.listed(
                    tell.list_form(one["id"]) for one in self._in_order(meeting["came"], row)
                )
                label = tell.say("came", year=meeting["event_on"][:4])
                cited = [one["sources"] for one in meeting["came"]]
                return [tell.sentence(tell.say("labelled", label=label, said=names), *cited)]
        return []

    def _in_order(self, rows: list[Row], forum: Row) -> list[Row]:
        """Who convenes or hosts it first, or who hosted its first meeting; then by English name."""
        placed = {
            one["id"] for one in self._members.get(forum["id"], []) if one["role"] in _OF_PLACE
        }
        if not placed:
            first = [one for one in self._editions.get(forum["id"], []) if one["edition"] == 1]
            placed = {host for one in first for host in one["hosts"]} or {
                self._first.get(forum["id"])
            }
        return sorted(rows, key=lambda one: (one["id"] not in placed, one["name_en"], one["id"]))

    # Meetings and what it is ------------------------------------------------------------------------------------

    def _meetings(self, row: Row, most: int) -> list[Sentence]:
        tell = self._tell
        rows = [one for one in self._editions.get(row["id"], []) if not tell.later(one)]
        said: list[Sentence] = []
        for one in sorted(rows[:most], key=lambda one: (one["event_on_min"], one["id"])):
            number = tell.say("edition", n=one["edition"]) if one["edition"] else ""
            planned = tell.say("planned") if tell.ahead(one) else ""
            place = tell.text(one, "place") if planned else ""
            unsure = (
                tell.say("unconfirmed")
                if one["stage"] == "past_unconfirmed" and not planned
                else ""
            )
            when = tell.bracketed(tell.date(one["event_on"]), place, planned, unsure)
            text = tell.say("labelled", label=number, said=when) if number else when
            said.append(tell.sentence(text, tell.of(one, "held_on")))
        if row["rhythm"] and row["rhythm"] != Rhythm.UNKNOWN and most > 1:
            rhythm = tell.labelled("rhythm", Rhythm(row["rhythm"]).label(tell.lang))
            said.append(tell.sentence(rhythm, tell.of(row, "rhythm")))
        return said

    def _about(self, row: Row) -> list[Sentence]:
        tell = self._tell
        said: list[Sentence] = []
        if summary := tell.text(row, "summary"):
            said.append(tell.sentence(summary, tell.of(row, "summary")))
        else:
            kind = ForumType(row["type"]).label(tell.lang)
            told = row["type"] in (ForumType.SUMMIT, ForumType.MINISTERIAL)
            rank = Rank(row["rank"]).label(tell.lang) if row["rank"] and not told else ""
            said.append(tell.sentence(tell.bracketed(kind, rank), row))
        for one in self._decided.get(row["id"], []):
            text = tell.say(
                "decided", cause=one[f"cause_{tell.lang}"], cause_on=tell.year_month(one["cause_on"]),
                then=tell.named(one), then_on=tell.date(one["event_on"]),
            )  # fmt: skip
            said.append(tell.sentence(text, one))
            if summary := tell.text(one, "summary"):
                said.append(tell.sentence(summary, one["said_by"]))
        return said


def _grouped(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["forum"], []).append(row)
    return found
