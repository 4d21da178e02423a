"""The card of a country or union: what there is between it and the reader's own side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from graphmodel.vocab import ForumRole, InstrumentStage, InstrumentType, Level, Scope
from queries.catalogue import find_query
from visualizations.card import Block, Line, Row, Teller
from visualizations.tenure import Tenure, Tenures
from visualizations.wording import counted

_SIGNED = (InstrumentStage.SIGNED, InstrumentStage.OPERATIVE)
_GOVERNMENT = (Level.GOVERNMENT, Level.MINISTRY)
_ACTS = {
    "signed": ("署名", "signed"),
    "concluded": ("締結", "signed"),
    "issued": ("発表", "issued"),
    "dated": ("", ""),
}
_MOST_LINES = 12
"""Events that a block lists at most; the newest are kept, and the rest is counted."""


def partner_blocks(teller: Teller, id_: str) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """The summary and the blocks of a partner's card.

    Args:
        teller: Who tells them.
        id_: Id of the country or union.
    """
    return _Partner(teller, id_).card()


def events_since(
    teller: Teller, id_: str, since: str, without: Collection[str] = ()
) -> Iterable[Line]:
    """What there was between the reader's side and a partner alone after a day, in sequence.

    Args:
        teller: Who tells it.
        id_: Id of the partner.
        since: ISO day.
        without: Ids of what is left out.
    """
    return _Partner(teller, id_).events(since, without)


class _Partner:
    def __init__(self, teller: Teller, id_: str) -> None:
        self._teller, self._id = teller, id_
        rows = teller.read("card-instruments", id=id_, party=teller.own)
        self._instruments = [row for row in rows if teller.done(row)]
        meetings = teller.read("card-meetings", id=id_, party=teller.own)
        self._meetings = [row for row in meetings if teller.done(row) and row["stage"] == "held"]
        self._ahead = [row for row in (*rows, *meetings) if teller.planned(row)]
        two = [row for row in self._instruments if self._is_of_two(row)]
        self._government = [row for row in two if row["level"] in _GOVERNMENT]
        self._bodies = [row for row in two if row["level"] not in _GOVERNMENT]
        self._dedicated = [
            row
            for row in self._government
            if row["level"] == Level.GOVERNMENT
            and row["scope"] == Scope.DEDICATED
            and row["stage"] in _SIGNED
        ]
        self._signers = Signers(teller, [row["id"] for row in self._instruments])
        teller.learn(
            {party["id"] for row in self._instruments for party in row["parties"]}
            | {
                body
                for row in self._instruments
                for p in row["parties"]
                for body in p["through"] or ()
            }
        )

    def _is_of_two(self, row: Row) -> bool:
        """Between the two alone; of one's own side's card, everything that is its own."""
        return self._id == self._teller.own or len(row["sides"]) == 2

    def card(self) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
        since = self._dedicated[0]["event_on_max"] if self._dedicated else ""
        government = Block("government", tuple(map(self._instrument, self._government)))
        bodies = Block("bodies", tuple(map(self._instrument, self._bodies)))
        differences = Block("differences", tuple(self._differences()))
        if self._id == self._teller.own:
            events = Block("events", tuple(self.events("")))
            fora = Block("takes_part", tuple(self._fora()))
            return (), (government, bodies, events, fora, differences)
        blocks = (
            government,
            bodies,
            Block("together_with", tuple(map(self._instrument, self._of_several()))),
            Block("history", tuple(self._history())),
            Block("after" if since else "events", tuple(self.events(since))),
            Block("policy", ()),
            Block("fora", tuple(self._fora())),
            Block("desk", tuple(self._desk())),
            differences,
        )
        return tuple(self._summary()), blocks

    def _of_several(self) -> list[Row]:
        return [row for row in self._instruments if not self._is_of_two(row)]

    # What is said first ------------------------------------------------------------------------------------------

    def _summary(self) -> Iterable[Line]:
        tell = self._teller
        if self._dedicated:
            row = self._dedicated[-1]
            kind = short_type(row["type"], tell.lang)
            text = f"{kind}あり" if tell.ja else kind
            yield Line(tell.bracketed(text, act(row, tell)), tuple(row["sources"]))
        else:
            own = tell.name(tell.own)
            yield Line(
                f"{own}との政府間協力文書（量子に特化）は確認できない"
                if tell.ja
                else f"no instrument with {own} (between governments; dedicated to quantum) could be confirmed"
            )
        past = sorted((*self._instruments, *self._meetings), key=_when)
        if past and past[-1]["event_on"]:
            row = past[-1]
            said = f"{tell.date(row['event_on'])} {row[f'name_{tell.lang}']}"
            yield Line(("直近：" if tell.ja else "latest: ") + said, tuple(row["sources"]))
        ahead = sorted(self._ahead, key=lambda row: (row["event_on_min"] or "9999", row["id"]))
        if not ahead:
            yield Line("次：確認済みの予定なし" if tell.ja else "no confirmed date ahead")
        for row in ahead[:1]:
            said = tell.bracketed(
                row[f"name_{tell.lang}"], tell.date(row["event_on"]), _planned(tell)
            )
            yield Line(("次：" if tell.ja else "next: ") + said, tuple(row["sources"]))

    # Blocks -----------------------------------------------------------------------------------------------------

    def _instrument(self, row: Row) -> Line:
        tell = self._teller
        kind = InstrumentType(row["type"]).label(tell.lang)
        scope = Scope(row["scope"]).label(tell.lang) if row["scope"] != Scope.DEDICATED else ""
        parts = [tell.bracketed(tell.title(row), kind, act(row, tell), scope)]
        sides = sorted(row["parties"], key=lambda party: party["side"] != tell.own)
        through = [tell.name(body) for party in sides for body in party["through"] or ()]
        bodies = [tell.called(party["id"]) for party in sides if party["id"].startswith("org:")]
        if row["level"] in _GOVERNMENT and through:
            parts.append(_label("署名主体", "through", tell) + tell.listed(dict.fromkeys(through)))
        elif bodies:
            parts.append(_label("当事者", "between", tell) + tell.listed(dict.fromkeys(bodies)))
        elif len(sides) > 2:
            ids = [party["id"] for party in sides]
            parts.append(
                _label("当事者", "between", tell) + counted(ids, tell.facts(ids), tell.lang)
            )
        if signed := self._signers.of(row["id"]):
            parts.append(_label("署名", "signed by", tell) + tell.listed(signed))
        return Line(("／" if tell.ja else "; ").join(parts), tuple(row["sources"]))

    def _history(self) -> Iterable[Line]:
        for row in self._dedicated:
            yield from chain_lines(self._teller, row["id"])

    def events(self, since: str, without: Collection[str] = ()) -> Iterable[Line]:
        """What there was between the two alone, after a day."""
        tell = self._teller
        instruments = [row for row in self._instruments if self._is_of_two(row) and row["event_on"]]
        found = [
            row
            for row in (*instruments, *self._between_the_two())
            if since < (row["event_on_max"] or "") and row["id"] not in without
        ]
        found.sort(key=_when)
        if left := len(found[:-_MOST_LINES]):
            yield Line(f"（それ以前に{left}件）" if tell.ja else f"({left} before)")
        for row in found[-_MOST_LINES:]:
            yield event_line(tell, row, row.get(f"place_{tell.lang}") or "")

    def _between_the_two(self) -> list[Row]:
        """Meetings of the two alone; of one's own side's card, all meetings."""
        own = self._id == self._teller.own
        return [
            row for row in self._meetings if own or len({*row["attended"], *row["members"]}) == 2
        ]

    def _fora(self) -> Iterable[Line]:
        """Fora of both, with each side's role where it is not plain membership."""
        tell = self._teller
        theirs = _roles(tell, self._id)
        ours = _roles(tell, tell.own) if self._id != tell.own else {}
        own = tell.name(tell.own)
        for forum, rows in theirs.items():
            if ours and forum not in ours:
                continue
            with_us = ours.get(forum, [])
            said = [role_word(row, tell) for row in rows]
            said += [
                _label(own, own, tell) + word for row in with_us if (word := role_word(row, tell))
            ]
            mark = "▲" if any(row["disputed"] for row in (*rows, *with_us)) else ""
            cited = tuple(source for row in rows for source in row["sources"])
            yield Line(tell.bracketed(tell.called(forum), *said) + mark, cited)

    def _desk(self) -> Iterable[Line]:
        """Our own bodies that signed with the partner, or hosted what was between the two."""
        tell = self._teller
        did: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for row in self._government:
            for party in row["parties"]:
                for body in (party["through"] or ()) if party["side"] == tell.own else ():
                    text = tell.bracketed(short_type(row["type"], tell.lang), act(row, tell))
                    did[body].append((text, row["sources"]))
        for row in self._between_the_two():
            for body in row["hosts"]:
                name = str(row[f"name_{tell.lang}"])
                held = "主催" if tell.ja else "hosted"
                did[body].append(
                    (tell.bracketed(name, tell.date(row["event_on"]), held), row["sources"])
                )
        for body, items in did.items():
            text = _label(tell.name(body), tell.name(body), tell) + tell.listed(
                text for text, _ in items
            )
            yield Line(text, tuple(dict.fromkeys(s for _, sources in items for s in sources)))

    def _differences(self) -> Iterable[Line]:
        rows = (*self._government, *self._bodies, *self._between_the_two())
        between = [row["id"] for row in rows] if self._id != self._teller.own else []
        return self._teller.differences([self._id, *between])


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
        shown = days and _label("資料で確認できる日", "shown on", tell).replace(": ", " ") + days
        return tell.bracketed(tell.name(office) + mark, shown)


# Lines that other cards have too --------------------------------------------------------------------------------


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
        yield Line(said, tuple(dict.fromkeys(s for row in steps for s in row["sources"])))
    for row in rows:
        if row["link"] == "co_announced":
            said = tell.bracketed(tell.title(row), tell.date(row["date"]))
            yield Line(
                _label("併せて公表", "announced together", tell) + said, tuple(row["sources"])
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
        inside = (short_type(row["type"], tell.lang), *inside)
    elif row.get("conflicts"):
        name += "▲"
    when = tell.date(row["event_on"]) or ("日付の記載なし" if tell.ja else "no date given")
    return Line(
        f"{when}{'　' if tell.ja else ': '}{tell.bracketed(name, *inside)}", tuple(row["sources"])
    )


def _roles(tell: Teller, party: str) -> dict[str, list[Row]]:
    """The fora that a party takes part in on the day, each with its memberships by role."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in tell.read("card-ties", id=party):
        if (
            row["tie_type"] == "MEMBER_OF"
            and row["out"]
            and row["holds_from"] <= tell.as_of < row["holds_to"]
        ):
            found[row["id"]].append(row)
    tell.learn(found)
    return found


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
    return f"{when}{ja}" if tell.ja else f"{en} {when}".strip()


def short_type(code: str, lang: str) -> str:
    """The kind of an instrument without its abbreviation."""
    return re.sub(r"（.+）", "", InstrumentType(code).label(lang))


def _label(ja: str, en: str, tell: Teller) -> str:
    return f"{ja}：" if tell.ja else f"{en}: "


def _planned(tell: Teller) -> str:
    return "予定" if tell.ja else "planned"


def _when(row: Row) -> tuple[str, str, str]:
    """Order in time; what has no date comes first."""
    return row["event_on_max"] or "", row["event_on_min"] or "", row["id"]
