"""The card of a country or union: what there is between it and the reader's own side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from graphmodel.vocab import (
    CountryStatus,
    FieldScheme,
    InstrumentStage,
    InstrumentType,
    Level,
    Link,
    Scope,
)
from visualizations.ahead import ahead, ahead_line, ahead_text, surely
from visualizations.card import Block, Line, Row, Teller
from visualizations.card_lines import (
    Signers,
    act,
    chain_lines,
    event_line,
    label,
    role_word,
    short_type,
)
from visualizations.card_policy import policy_lines, target_lines
from visualizations.since import Since, since
from visualizations.wording import counted

_SIGNED = (InstrumentStage.SIGNED, InstrumentStage.OPERATIVE)
_GOVERNMENT = (Level.GOVERNMENT, Level.MINISTRY)
_MOST_LINES = 12
"""Events that a block lists at most; the newest are kept, and the rest is counted."""


_NO_GOVERNMENT = (CountryStatus.REGION, CountryStatus.SELF_GOVERNING_AREA)
"""What is no state: nothing is said of documents between governments, not even that none could be confirmed."""


def partner_blocks(teller: Teller, id_: str) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
    """The summary and the blocks of a partner's card.

    Args:
        teller: Who tells them.
        id_: Id of the country or union.
    """
    return Partner(teller, id_).card()


class Partner:
    """What there is between a partner and the reader's own side, as rows.

    Args:
        teller: Who tells it.
        id_: Id of the country or union.

    Attributes:
        government: Instruments of the two alone, between governments or ministries, in time.
        bodies: Other instruments of the two alone.
        dedicated: Those between governments that are dedicated to quantum and signed.
        document: The latest of these; what there was since is counted from it.
        programmes: The partner's own programmes.
        signers: Who signed the instruments.
        fields: Names of the fields of each instrument, by scheme.
    """

    def __init__(self, teller: Teller, id_: str) -> None:
        self._teller, self._id = teller, id_
        rows = teller.read("card-instruments", id=id_, party=teller.own)
        self._instruments = [row for row in rows if teller.done(row)]
        meetings = teller.read("card-meetings", id=id_, party=teller.own)
        self._meetings = [row for row in meetings if teller.done(row) and row["stage"] == "held"]
        activities = teller.read("card-activities", id=id_, party=teller.own)
        self.programmes = [
            row for row in activities if row["kind"] == "Programme" and row["sides"] == [id_]
        ]
        joint = [row for row in activities if teller.own in row["sides"]]
        self._activities = [row for row in joint if teller.done(row)]
        two = [row for row in self._instruments if self._is_of_two(row)]
        self.government = [row for row in two if row["level"] in _GOVERNMENT]
        self.bodies = [row for row in two if row["level"] not in _GOVERNMENT]
        self.dedicated = [
            row
            for row in self.government
            if row["level"] == Level.GOVERNMENT
            and row["scope"] == Scope.DEDICATED
            and row["stage"] in _SIGNED
        ]
        self.document = self.dedicated[-1] if self.dedicated else None
        instruments = [row["id"] for row in self._instruments]
        self.signers = Signers(teller, instruments)
        self.fields: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in teller.read("card-fields", ids=instruments):
            self.fields[row["instrument"]][row["scheme"]].append(row[f"name_{teller.lang}"])
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

    @cached_property
    def since(self) -> Since:
        """What there was after the document, and what cannot be put before or after it."""
        return since(self._teller, self.document["id"]) if self.document else Since()

    @cached_property
    def ahead(self) -> list[Row]:
        """What lies ahead, as the saved query `upcoming` has it."""
        return ahead(self._teller, self._id)

    def card(self) -> tuple[tuple[Line, ...], tuple[Block, ...]]:
        """The summary and the blocks of the card."""
        government = Block("government", tuple(map(self._instrument, self.government)))
        bodies = Block("bodies", tuple(map(self._instrument, self.bodies)))
        differences = Block("differences", tuple(self._differences()))
        if self._id == self._teller.own:
            events = Block("events", tuple(self._events()))
            own_policy = Block("own_policy", tuple(policy_lines(self._teller, self._id)))
            targets = Block("targets", tuple(target_lines(self._teller, self._id)))
            fora = Block("takes_part", tuple(self._fora()))
            return (), (government, bodies, events, own_policy, targets, fora, differences)
        after = tuple(event_lines(self._teller, self.since.after))
        blocks = (
            government,
            bodies,
            Block("together_with", tuple(map(self._instrument, self.of_several()))),
            Block("history", tuple(self._history())),
            Block("after", after) if self.document else Block("events", tuple(self._events())),
            Block("unclear", tuple(unclear_lines(self._teller, self.since.unclear))),
            Block("ahead", tuple(ahead_line(self._teller, row) for row in self.ahead)),
            Block("policy", tuple(policy_lines(self._teller, self._id))),
            Block("programmes", tuple(self._programme_lines())),
            Block("fora", tuple(self._fora())),
            Block("desk", tuple(self._desk())),
            differences,
        )
        return tuple(self._summary()), blocks

    def of_several(self) -> list[Row]:
        """Instruments with further parties."""
        return [row for row in self._instruments if not self._is_of_two(row)]

    def past(self) -> list[Row]:
        """Everything dated with both in it, in time."""
        rows = (*self._instruments, *self._meetings, *self._activities)
        return sorted(
            (row for row in rows if row["event_on"]),
            key=lambda row: (row["event_on_min"], *_when(row)),
        )

    # What is said first ------------------------------------------------------------------------------------------

    def _summary(self) -> Iterable[Line]:
        tell = self._teller
        if self.dedicated:
            row = self.dedicated[-1]
            kind = short_type(row["type"], tell.lang)
            text = f"{kind}あり" if tell.ja else kind
            yield Line(tell.bracketed(text, act(row, tell)), tuple(row["sources"]))
        elif tell.facts([self._id])[self._id]["status"] not in _NO_GOVERNMENT:
            own = tell.name(tell.own)
            yield Line(
                f"{own}との政府間協力文書（量子に特化）は確認できない"
                if tell.ja
                else f"No instrument with {own} (between governments; dedicated to quantum) could be confirmed"
            )
        for row in self.past()[-1:]:
            said = f"{tell.date(row['event_on'])} {row[f'name_{tell.lang}']}"
            text = ("直近：" if tell.ja else "Latest: ") + said
            yield Line(text, tuple(row["sources"]), (row["id"],))
        coming = surely(self.ahead)
        if not coming:
            yield Line("次：確認済みの予定なし" if tell.ja else "No confirmed date ahead")
        for row in coming[:1]:
            text = ("次：" if tell.ja else "Next: ") + ahead_text(tell, row)
            yield Line(text, tuple(row["sources"]), (row["id"],))

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
            parts.append(label("署名主体", "through", tell) + tell.listed(dict.fromkeys(through)))
        elif bodies:
            parts.append(label("当事者", "between", tell) + tell.listed(dict.fromkeys(bodies)))
        elif len(sides) > 2:
            ids = [party["id"] for party in sides]
            parts.append(
                label("当事者", "between", tell) + counted(ids, tell.facts(ids), tell.lang)
            )
        for scheme, names in self.fields[row["id"]].items():
            words = FieldScheme(scheme)
            parts.append(
                label(words.ja, words.en[0].lower() + words.en[1:], tell) + tell.listed(names)
            )
        if signed := self.signers.of(row["id"]):
            parts.append(label("署名", "signed by", tell) + tell.listed(signed))
        named = (row["id"], *(party["id"] for party in sides if party["id"].startswith("org:")))
        return Line(("／" if tell.ja else "; ").join(parts), tuple(row["sources"]), named)

    def _history(self) -> Iterable[Line]:
        for row in self.dedicated:
            yield from chain_lines(self._teller, row["id"])

    def _events(self) -> Iterable[Line]:
        """What there was between the two alone, in sequence; last what has no date."""
        rows = self.between()
        dated = sorted((row for row in rows if row["event_on"]), key=_when)
        yield from event_lines(self._teller, dated)
        yield from _undated(self._teller, rows)

    def between(self) -> list[Row]:
        """Instruments, meetings, calls and projects of the two alone."""
        own = (*self._instruments, *self._activities)
        return [*(row for row in own if self._is_of_two(row)), *self._between_the_two()]

    def _programme_lines(self) -> Iterable[Line]:
        """Programmes of the partner alone."""
        for row in self.programmes:
            yield event_line(self._teller, row)

    def _between_the_two(self) -> list[Row]:
        """Meetings of the two alone; of one's own side's card, all meetings."""
        own = self._id == self._teller.own
        return [
            row for row in self._meetings if own or len({*row["attended"], *row["members"]}) == 2
        ]

    def _fora(self) -> Iterable[Line]:
        """Fora of both, with each side's role where it is not plain membership."""
        tell = self._teller
        theirs = roles(tell, self._id)
        ours = roles(tell, tell.own) if self._id != tell.own else {}
        own = tell.name(tell.own)
        for forum, rows in theirs.items():
            if ours and forum not in ours:
                continue
            with_us = ours.get(forum, [])
            said = [role_word(row, tell) for row in rows]
            said += [
                label(own, own, tell) + word for row in with_us if (word := role_word(row, tell))
            ]
            mark = "▲" if any(row["disputed"] for row in (*rows, *with_us)) else ""
            cited = tuple(source for row in rows for source in row["sources"])
            yield Line(tell.bracketed(tell.called(forum), *said) + mark, cited, (forum,))

    def _desk(self) -> Iterable[Line]:
        """Our own bodies that signed with the partner, or hosted what was between the two."""
        tell = self._teller
        did: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for row in self.government:
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
        for row in self._activities if self._id != tell.own else ():
            for body in row["bodies"] if self._is_of_two(row) else ():
                name = str(row[f"name_{tell.lang}"])
                did[body].append((tell.bracketed(name, tell.date(row["event_on"])), row["sources"]))
        for body, items in did.items():
            text = label(tell.name(body), tell.name(body), tell) + tell.listed(
                text for text, _ in items
            )
            cited = dict.fromkeys(source for _, sources in items for source in sources)
            yield Line(text, tuple(cited), (body,))

    def _differences(self) -> Iterable[Line]:
        return self._teller.differences(self.differing())

    def differing(self) -> list[str]:
        """Ids of the partner and of what is between the two: on these, differences between sources are told."""
        rows = (*self.government, *self.bodies, *self._between_the_two())
        between = [row["id"] for row in rows] if self._id != self._teller.own else []
        return [self._id, *between]


def roles(tell: Teller, party: str) -> dict[str, list[Row]]:
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


def event_lines(tell: Teller, rows: Sequence[Row]) -> Iterable[Line]:
    """Events in sequence: the newest, and how many there were before them; each with what ties it to what it followed."""
    if left := len(rows[:-_MOST_LINES]):
        yield Line(f"（それ以前に{left}件）" if tell.ja else f"({left} before)")
    for row in rows[-_MOST_LINES:]:
        link = row.get("link", Link.ONLY_LATER)
        told = "" if link == Link.ONLY_LATER else Link(link).label(tell.lang)
        yield event_line(tell, row, row.get(f"place_{tell.lang}") or "", told)


def unclear_lines(tell: Teller, rows: Sequence[Row]) -> Iterable[Line]:
    """Events of which no source says whether they were before or after something; last those without a date."""
    for row in rows:
        if row["event_on"]:
            yield event_line(tell, row, row.get(f"place_{tell.lang}") or "")
    yield from _undated(tell, rows)


def _undated(tell: Teller, rows: Iterable[Row]) -> Iterable[Line]:
    """Those without a date, in one line."""
    if undated := [row for row in rows if not row["event_on"]]:
        names = tell.listed(str(row[f"name_{tell.lang}"]) for row in undated)
        cited = tuple(source for row in undated for source in row["sources"])
        yield Line(label("日付の記載なし", "No date given", tell) + names, cited)


def _when(row: Row) -> tuple[str, str, str]:
    """Order in time; what has no date comes first."""
    return row["event_on_max"] or "", row["event_on_min"] or "", row["id"]
