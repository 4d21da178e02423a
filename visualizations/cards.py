"""Cards of everything that has one: which blocks each kind has, and what stands in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from graphmodel.claims import OURS
from graphmodel.kinds import kind_of
from graphmodel.stores import GraphStore
from graphmodel.vocab import Basis, ForumRole
from queries.catalogue import internal
from queries.run import read_coverage
from visualizations import card_activities as activities
from visualizations import card_facts as facts
from visualizations.ahead import ahead_line, ahead_of_forum
from visualizations.card import Block, Card, Line, Row, Teller
from visualizations.card_lines import People, Signers, chain_lines, event_line
from visualizations.card_subject import Subject, sources_of
from visualizations.partner import event_lines, partner_blocks, unclear_lines
from visualizations.since import Since, since

_Lines = Callable[["_Subject"], Iterable[Line]]


def card_kinds() -> tuple[str, ...]:
    """Labels of the kinds that have a card."""
    return ("Country", "Union", *_BLOCKS)


def make_card(store: GraphStore, id_: str, *, lang: str, as_of: str, own: str) -> Card:
    """Make the card of one thing.

    Args:
        store: The graph.
        id_: Id of an entity of a kind that has a card.
        lang: `ja` or `en`.
        as_of: ISO day for which it is made.
        own: Id of the reader's own side.
    """
    teller = Teller(store, lang, as_of, own)
    kind = kind_of(id_)
    assert kind is not None
    subject = _Subject(teller, id_)
    if kind.spec.label in _BLOCKS:
        summary: tuple[Line, ...] = ()
        blocks = tuple(
            Block(key, tuple(make(subject))) for key, make in _BLOCKS[kind.spec.label].items()
        )
    else:
        summary, blocks = partner_blocks(teller, id_)
    # That there is nothing of which the order is not known answers no question.
    blocks = tuple(block for block in blocks if block.lines or block.key != "unclear")
    lines = (*summary, *(line for block in blocks for line in block.lines))
    cited = dict.fromkeys(source for line in lines for source in line.sources if source != OURS)
    found = store.read(internal("sources"), {"ids": [f"source:{id_}" for id_ in sorted(cited)]})
    rows = {row["id"].removeprefix("source:"): row for row in found.records()}
    return Card(
        id=id_,
        title=subject.title,
        other_title=subject.other_title,
        kind=kind.spec.ja if lang == "ja" else kind.spec.en,
        summary=summary,
        blocks=blocks,
        sources=tuple({**rows[source], "id": source} for source in cited),
        coverage=read_coverage(store, as_of),
        lang=lang,
        cites=subject.cites,
    )


class _Subject(Subject):
    """What a card is about, with what only some kinds have."""

    # Fora -------------------------------------------------------------------------------------------------------

    def members(self) -> Iterable[Line]:
        """Who takes part, by role, in the order of protocol."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for row in self.in_order(self.ties("MEMBER_OF", out=False)):
            grouped[row["role"] or ForumRole.MEMBER].append(row)
        for role, rows in sorted(
            grouped.items(), key=lambda item: list(ForumRole).index(ForumRole(item[0]))
        ):
            ids = [row["id"] for row in rows]
            label = ForumRole(role).label(self.tell.lang)
            label = label[0].upper() + label[1:]
            if self.tell.ja and not any(row["kind"] == "Country" for row in rows):
                label = label.replace("国", "機関")  # a body is no country
            names = self.tell.listed(
                self.plain(row) + ("▲" if row["disputed"] else "") for row in rows
            )
            pair = self.tell.bracketed(label, *self.counted_members(rows)), names
            yield self.tell.paired([pair], sources_of(rows), ids)

    def meetings(self) -> Iterable[Line]:
        """Its editions, or those that it hosted, in time."""
        rows = [
            row
            for row in (*self.ties("EDITION_OF", out=False), *self.ties("HOSTED", out=True))
            if row["event_mood"] != "planned"
        ]
        for row in sorted(rows, key=lambda row: _place_in_time(row, rows)):
            yield event_line(self.tell, row)

    def differences_of_forum(self) -> Iterable[Line]:
        """Where sources differ about it, and about its editions."""
        yield from self.differences()
        editions = [row["id"] for row in self.ties("EDITION_OF", out=False)]
        yield from self.tell.differences_by_name(editions)

    def ahead(self) -> Iterable[Line]:
        """What lies ahead of those who take part in it."""
        return (ahead_line(self.tell, row) for row in ahead_of_forum(self))

    # Organisations, people --------------------------------------------------------------------------------------

    def instruments(self) -> Iterable[Line]:
        """Instruments that it is a party to, or signed for its country."""
        rows = self.ties("PARTY_TO", out=True)
        through = self.tell.read("card-through", id=self.id)
        seen = {row["id"] for row in rows}
        more = [
            row
            for row in through
            if row["id"] not in seen and (row["event_on_min"] or "") <= self.tell.as_of
        ]
        for row in sorted((*rows, *more), key=lambda row: (row["event_on_min"] or "", row["id"])):
            yield event_line(self.tell, row)

    def people(self) -> Iterable[Line]:
        """Offices that belong to it, with those whom a source shows in them."""
        posts = self.ties("PART_OF", out=False, kind="Office")
        rows = [row for post in posts for row in self.tell.read("card-holders", id=post["id"])]
        said = People(self.tell, [post["id"] for post in posts])
        for row in rows:
            yield Line(
                said.said(row["person"], row[f"name_{self.tell.lang}"], row["office"]),
                tuple(row["sources"]),
                (row["person"],),
            )

    def offices(self) -> Iterable[Line]:
        """Offices that a person was shown in."""
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self._ties["HOLDS", True]:
            rows[row["id"]].append(row)
        said = People(self.tell, rows)
        for office, own in rows.items():
            yield Line(said.office(self.id, office), sources_of(own), (office,))

    def signed(self) -> Iterable[Line]:
        """Instruments that a person signed."""
        for row in self.ties("SIGNED", out=True):
            yield event_line(self.tell, row)

    def took_part(self) -> Iterable[Line]:
        """Meetings that a person chaired, led, hosted or attended."""
        roles = {
            "CHAIRED": ("議長", "chaired"), "LED": ("主導", "led"),
            "HOSTED": ("主催", "hosted"), "ATTENDED": ("出席", "attended"),
        }  # fmt: skip
        said: dict[str, list[str]] = defaultdict(list)
        rows: dict[str, list[Row]] = defaultdict(list)
        for type_, (ja, en) in roles.items():
            for row in self.ties(type_, out=True):
                rows[row["id"]].append(row)
                said[row["id"]].append(ja if self.tell.ja else en)
        for id_, own in sorted(
            rows.items(), key=lambda item: (item[1][0]["event_on_min"] or "", item[0])
        ):
            row = {**own[0], "sources": sources_of(own)}
            yield event_line(self.tell, row, self.tell.listed(said[id_]))

    # Instruments, meetings --------------------------------------------------------------------------------------

    def signatories(self) -> Iterable[Line]:
        """Who signed it."""
        rows = self.ties("SIGNED", out=False)
        for text in Signers(self.tell, [self.id]).of(self.id):
            own = [row for row in rows if text.startswith(self.plain(row))]
            yield Line(text, sources_of(own), tuple(row["id"] for row in own))

    def present(self) -> Iterable[Line]:
        """Who hosted, led, chaired and attended a meeting."""
        offices = [
            row["as_office"] for type_ in ("LED", "CHAIRED") for row in self.ties(type_, out=False)
        ]
        people = People(self.tell, [office for office in offices if office])

        def person(row: Row) -> str:
            return people.said(row["id"], self.plain(row), row["as_office"])

        yield from self.labelled("主催", "Hosted by", self.ties("HOSTED", out=False), self.plain)
        yield from self.labelled("主導", "Led by", self.ties("LED", out=False), person)
        yield from self.labelled("議長", "Chaired by", self.ties("CHAIRED", out=False), person)
        rows = self.in_order(self.ties("ATTENDED", out=False))
        yield from self.labelled("出席", "Present", rows, self.plain)

    def history(self) -> Iterable[Line]:
        """How it came about."""
        return chain_lines(self.tell, self.id)

    def related(self) -> Iterable[Line]:
        """Instruments that it rests on or replaces, or that rest on it."""
        for type_, out, ja, en in (
            ("BASED_ON", True, "基となる文書", "Based on"),
            ("BASED_ON", False, "これに基づく文書", "Basis of"),
            ("SUPERSEDES", True, "前の文書", "Replaces"),
            ("SUPERSEDES", False, "後継の文書", "Replaced by"),
        ):
            yield from self.labelled(ja, en, self.ties(type_, out=out), lambda row: self.tell.bracketed(
                self.tell.title(row), self.tell.date(row["event_on"])
            ))  # fmt: skip

    def after(self) -> Iterable[Line]:
        """What a source says followed from it."""
        for row in self.ties("LED_TO", out=True):
            yield event_line(
                self.tell, row, Basis(row["basis"]).label(self.tell.lang) if row["basis"] else ""
            )

    @cached_property
    def _since(self) -> Since:
        return since(self.tell, self.id)

    def after_it(self) -> Iterable[Line]:
        """What there was after an instrument."""
        return event_lines(self.tell, self._since.after)

    def unclear(self) -> Iterable[Line]:
        """What may have been before or after an instrument."""
        return unclear_lines(self.tell, self._since.unclear)


def _place_in_time(row: Row, rows: Sequence[Row]) -> tuple[str, bool, int]:
    """Where an edition stands among the others: by its day; without one before the next number, else last."""
    number = row["edition"] or 0
    if row["event_on_min"]:
        return row["event_on_min"], True, number
    later = [
        other["event_on_min"]
        for other in rows
        if number and other["event_on_min"] and (other["edition"] or 0) > number
    ]
    return min(later, default="9999"), False, number


_ACTIVITY: Mapping[str, _Lines] = {
    "about": _Subject.about,
    "takers": activities.takers,
    "part": activities.parts,
    "related": activities.related,
    "after": _Subject.after,
    "differences": _Subject.differences,
}
_BLOCKS: Mapping[str, Mapping[str, _Lines]] = {
    "Forum": {
        "about": _Subject.about,
        "members": _Subject.members,
        "meetings": _Subject.meetings,
        "ahead": _Subject.ahead,
        "differences": _Subject.differences_of_forum,
    },
    "Organisation": {
        "about": _Subject.about,
        "instruments": _Subject.instruments,
        "engaged_in": activities.engaged_in,
        "money": facts.money,
        "meetings": _Subject.meetings,
        "people": _Subject.people,
        "differences": _Subject.differences,
    },
    "Person": {
        "offices": _Subject.offices,
        "instruments": _Subject.signed,
        "meetings": _Subject.took_part,
        "differences": _Subject.differences,
    },
    "Agreement": {
        "about": _Subject.about,
        "signatories": _Subject.signatories,
        "agreed": _Subject.agreed,
        "history": _Subject.history,
        "related": _Subject.related,
        "after": _Subject.after_it,
        "unclear": _Subject.unclear,
        "differences": _Subject.differences,
    },
    "Meeting": {
        "about": _Subject.about,
        "people": _Subject.present,
        "agreed": _Subject.agreed,
        "history": _Subject.history,
        "after": _Subject.after,
        "differences": _Subject.differences,
    },
    "Programme": _ACTIVITY,
    "Call": _ACTIVITY,
    "Project": _ACTIVITY,
    "Commitment": {
        "about": _Subject.about,
        "agreed_in": activities.agreed_in,
        "delivery": activities.delivery,
        "differences": _Subject.differences,
    },
    "Field": {
        "about": _Subject.about,
        "fields": activities.fields,
        "covered": activities.covered,
        "differences": _Subject.differences,
    },
    "Strategy": {
        "about": _Subject.about,
        "issued": facts.issued,
        "editions": facts.editions,
        "within": facts.within,
        "differences": _Subject.differences,
    },
    "TechnologyChoice": {
        "about": _Subject.about,
        "whose": facts.whose,
        "differences": _Subject.differences,
    },
    "Target": {
        "about": _Subject.about,
        "whose": facts.whose,
        "bears_on": facts.bears_on,
        "differences": _Subject.differences,
    },
    "Budget": {
        "about": _Subject.about,
        "whose": facts.whose,
        "within": facts.within,
        "differences": _Subject.differences,
    },
    "Indicator": {
        "about": _Subject.about,
        "positions": facts.positions,
        "differences": _Subject.differences,
    },
    "Infrastructure": {
        "about": _Subject.about,
        "whose": facts.whose,
        "differences": _Subject.differences,
    },
    "Office": {
        "about": _Subject.about,
        "holders": activities.holders,
        "differences": _Subject.differences,
    },
}
