"""Lines that several cards have: events, chains, people with their offices."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphmodel.kinds import KINDS
from graphmodel.vocab import (
    ForumRole,
    InstrumentStage,
    InstrumentType,
    MeetingStage,
    Mood,
    ProjectStage,
)
from queries.catalogue import find_query
from visualizations.card import Line, Row, Teller
from visualizations.tenure import Tenure, Tenures

_YEAR_OF_OURS = re.compile(r"（\d{4}年）(?=（仮称）)| \(\d{4}\)(?= \(our description\))")
"""The year in a title of ours, before the words that say that it is ours."""

_ACTS = {
    "signed": ("署名", "signed"),
    "concluded": ("締結", "signed"),
    "issued": ("発表", "issued"),
    "dated": ("", ""),
}
_NAMED_KINDS = ("Call", "Project", "Programme")
"""Kinds that a line of an event names, since the name alone may not tell."""


class Signers:
    """Who signed some instruments: name and office of the day, our side first."""

    def __init__(self, teller: Teller, ids: list[str]) -> None:
        self._teller = teller
        self._rows = teller.read("card-signatures", ids=ids)
        offices = [row["office"] for row in self._rows if row["office"]]
        teller.learn(offices)
        self._people = People(teller, offices)

    def of(self, instrument: str) -> list[str]:
        """The signatories of one instrument."""
        rows = [row for row in self._rows if row["instrument"] == instrument]
        rows.sort(key=lambda row: (row["side"] != self._teller.own, row["name_en"]))
        return [
            self._people.said(row["person"], row[f"name_{self._teller.lang}"], row["office"])
            for row in rows
        ]


class People:
    """People with the office of a day: （当時） if they left it since, ＊ if that is to be confirmed."""

    def __init__(self, teller: Teller, offices: Iterable[str]) -> None:
        self._teller = teller
        known = sorted(set(offices))
        names = {id_: facts["ja"] for id_, facts in teller.facts(known).items()}
        self._tenures = Tenures(teller.store, known, names, teller.as_of)

    def said(self, person: str, name: str, office: str | None) -> str:
        """A person by name and office."""
        tell = self._teller
        if not office:
            return name
        tenure = self._tenures.of(person, office)
        post = tell.name(office)
        if tell.ja:
            after = {Tenure.PAST: "（当時）", Tenure.TO_BE_CONFIRMED: "＊"}.get(tenure, "")
            return f"{name} {post}{after}"
        before = "then " if tenure is Tenure.PAST else ""
        return f"{name} ({before}{post}{'*' if tenure is Tenure.TO_BE_CONFIRMED else ''})"

    def office(self, person: str, office: str) -> str:
        """An office, with the days on which sources show the person in it."""
        tell = self._teller
        tenure = self._tenures.of(person, office)
        past = "（当時）" if tell.ja else " (then)"
        mark = {Tenure.PAST: past, Tenure.TO_BE_CONFIRMED: "＊" if tell.ja else "*"}.get(tenure, "")
        days = tell.listed(map(tell.date, self._tenures.days(person, office)))
        shown = days and label("資料で確認できる日", "shown on", tell).replace(": ", " ") + days
        return tell.bracketed(tell.name(office) + mark, shown)


def chain_lines(tell: Teller, id_: str) -> Iterable[Line]:
    """How an instrument or meeting came about: its chain in one line, and what was announced together with it."""
    statement = find_query("how-it-came-about").statement
    rows = tell.store.read(statement, {"agreement": id_, "as_of": tell.as_of}).records()
    steps = [row for row in rows if row["link"] != "co_announced"]
    if len(steps) > 1:
        said = _step(tell, steps[0], id_)
        for row in steps[1:]:
            arrow = "→" if row["link"] == "stated" else "⇢"
            lag = _days(tell, row["lag_days"])
            said += f" {arrow}{lag}{arrow} " if lag else f" {arrow} "
            said += _step(tell, row, id_)
        cited = dict.fromkeys(source for row in steps for source in row["sources"])
        yield Line(said, tuple(cited), tuple(row["step"] for row in steps))
    for row in rows:
        if row["link"] == "co_announced":
            said = tell.bracketed(without_year(tell.title(row)), tell.date(row["date"]))
            yield Line(
                label("併せて公表", "Announced together", tell) + said,
                tuple(row["sources"]),
                (row["step"],),
            )


def _step(tell: Teller, row: Row, goal: str) -> str:
    name = row[f"name_{tell.lang}"] if row["step"] != goal else tell.title(row)
    rival = ""
    if row["rival_date"]:
        rival = tell.date(row["rival_date"])
        rival = f"▲資料により{rival}" if tell.ja else f"▲{rival} by another source"
    return tell.bracketed(name, tell.date(row["date"]), rival)


def _days(tell: Teller, days: int | None) -> str:
    if days is None:
        return ""
    return f"{days}日" if tell.ja else f"{days} days"


def event_line(tell: Teller, row: Row, *inside: str) -> Line:
    """One event: its date first."""
    name = row[f"name_{tell.lang}"]
    if row.get("type"):
        name = tell.title(row)
        kind_word = short_type(row["type"], tell.lang)
        inside = (*([kind_word] if kind_word not in name else []), *inside)
    elif row.get("conflicts"):
        name += "▲"
    if row.get("kind") in _NAMED_KINDS:
        kind = KINDS[row["kind"]].spec
        inside = (kind.ja if tell.ja else kind.en, *state_words(row, tell.lang), *inside)
    if row.get("stage") == MeetingStage.PAST_UNCONFIRMED and row["event_mood"] != Mood.PLANNED:
        inside = (*inside, MeetingStage.PAST_UNCONFIRMED.label(tell.lang))
    name = without_year(name) if row["event_on"] else name
    when = tell.date(row["event_on"]) or ("日付の記載なし" if tell.ja else "No date given")
    text = f"{when}{'　' if tell.ja else ': '}{tell.bracketed(name, *inside)}"
    return Line(text, tuple(row["sources"]), (row["id"],))


def state_words(row: Row, lang: str) -> list[str]:
    """What the date of a call, project or programme is the date of, where not of its beginning; and that it is under way."""
    dates = (("closes_on", "締切", "deadline"), ("announced_on", "公表", "made public"))
    said = [
        ja if lang == "ja" else en
        for name, ja, en in dates
        if row.get(name) and row[name] == row["event_on"]
    ]
    running = row.get("stage") == ProjectStage.RUNNING
    return said + ([ProjectStage.RUNNING.label(lang)] if running else [])


def role_word(row: Row, tell: Teller) -> str:
    """The role of a membership, if it is another than plain membership."""
    role = row["role"]
    return ForumRole(role).label(tell.lang) if role and role != ForumRole.MEMBER else ""


def act(row: Row, tell: Teller) -> str:
    """When an instrument was signed or issued, in the word for its kind."""
    if not row["event_on"]:
        return "日付の記載なし" if tell.ja else "no date given"
    if row["event_on"] == row["signed_on"]:
        understanding = row["type"] == InstrumentType.MEMORANDUM_OF_UNDERSTANDING
        word = "concluded" if understanding else "signed"
    else:
        word = "issued" if row["event_on"] == row["issued_on"] else "dated"
    ja, en = _ACTS[word]
    when = tell.date(row["event_on"])
    if row["stage"] in (None, InstrumentStage.PLANNED):
        return tell.bracketed(when, Mood.PLANNED.label(tell.lang))
    return f"{when}{ja}" if tell.ja else f"{en} {when}".strip()


def short_type(code: str, lang: str) -> str:
    """The kind of an instrument without its abbreviation."""
    return re.sub(r"（.+）", "", InstrumentType(code).label(lang))


def without_year(title: str) -> str:
    """A title of ours without the year at its end, for where its day stands beside it; another as it is."""
    return _YEAR_OF_OURS.sub("", title)


def label(ja: str, en: str, tell: Teller) -> str:
    """What stands before a list on a line."""
    return f"{ja}：" if tell.ja else f"{en}: "
