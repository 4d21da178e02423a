"""The brief of a country or union: what there is between it and the reader's own side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphmodel.vocab import FieldScheme, InstrumentType, Level, Scope
from queries.catalogue import find_query
from visualizations.brief.content import DETAIL, HEADLINE, MAIN, MORE, Part, Told
from visualizations.brief.telling import Telling
from visualizations.card import Row
from visualizations.card_lines import (
    act,
    chain_lines,
    event_line,
    role_word,
    short_type,
    without_year,
)
from visualizations.card_policy import budget_lines, choice_lines, strategy_lines
from visualizations.partner import Partner, roles
from visualizations.wording import with_article

_LATEST = 4
"""Events between the two that are told at most: the newest."""
_ON_QUANTUM = (Scope.DEDICATED, Scope.INCLUDES)


class PartnerBrief:
    """What the brief of a partner says in one language.

    Args:
        telling: Who tells it.
        id_: Id of the country or union.
    """

    def __init__(self, telling: Telling, id_: str) -> None:
        self._telling, self._tell, self._id = telling, telling.tell, id_
        self._partner = Partner(telling.tell, id_)
        self._dedicated = telling.supported(self._partner.dedicated)
        own, partner = (
            with_article(self._tell.name(side), self._tell.lang) for side in (self._tell.own, id_)
        )
        self._names = {"own": own, "partner": partner}

    def title(self) -> str:
        """Title of the brief."""
        return self._telling.say("title_partner", **self._names)

    def parts(self, *, status: bool) -> list[Part]:
        """The blocks, in their order.

        Args:
            status: Whether it is told what came of the agreed items.
        """
        return [
            Part("summary", tuple(self._summary())),
            Part("standing", tuple(self._standing())),
            Part("history", tuple(self._history())),
            Part("policy", tuple(self._policy())),
            Part("contacts", tuple(self._contacts())),
            Part("agreed" if status else "agreed_public", tuple(self._agreed(status=status))),
            Part("cautions", tuple(self._cautions())),
        ]

    def related(self) -> set[str]:
        """Ids of what the brief is about: changes of these are changes of it."""
        rows = (*self._partner.government, *self._partner.bodies, *self._partner.between())
        return {self._id, *(row["id"] for row in rows)}

    # In short ------------------------------------------------------------------------------------------------------

    def _summary(self) -> Iterable[Told]:
        say = self._telling
        if self._dedicated:
            texts = [self._kind(row) for row in self._dedicated]
            names = {**self._names, "documents": self._tell.listed(texts)}
            proofs = [say.proof(row) for row in self._dedicated]
            yield say.told("documents", *proofs, rank=HEADLINE, **names)
        else:
            yield say.unconfirmed("no_document", rank=HEADLINE, **self._names)
        yield self._latest(HEADLINE)
        yield from say.next_date(self._partner.ahead)

    def _latest(self, rank: int) -> Told:
        say = self._telling
        if past := say.supported(self._partner.past()[-_LATEST:]):
            return say.told("latest", say.proof(past[-1]), rank=rank, event=self._event(past[-1]))
        return say.unconfirmed("no_latest", rank=rank)

    # Where cooperation stands --------------------------------------------------------------------------------------

    def _standing(self) -> Iterable[Told]:
        say, tell, partner = self._telling, self._tell, self._partner
        for row in reversed(self._dedicated):
            yield from self._in_full(row)
        others = [row for row in say.supported(partner.government) if row not in self._dedicated]
        includes = [row for row in others if row["scope"] in _ON_QUANTUM]
        context = [row for row in others if row["scope"] not in _ON_QUANTUM]
        yield from self._documents("includes", includes, HEADLINE if not self._dedicated else MAIN)
        fora = say.supported(self._fora())
        texts = [tell.bracketed(tell.called(row["id"]), row["said"]) for row in fora]
        yield from say.listing("fora", "fora", texts, fora, MORE)
        yield from self._documents("bodies", say.supported(partner.bodies), MAIN)
        several = [row for row in partner.of_several() if row["scope"] in _ON_QUANTUM]
        rank = MORE if self._dedicated or includes else HEADLINE
        yield from self._documents("several", say.supported(several)[-_LATEST:], rank)
        yield from self._documents("context", context, DETAIL)

    def _documents(self, phrase: str, rows: Sequence[Row], rank: int) -> Iterable[Told]:
        texts = [self._short(row) for row in rows]
        yield from self._telling.listing(phrase, "documents", texts, rows, rank)

    def _in_full(self, row: Row) -> Iterable[Told]:
        """An instrument with those who signed it, and what it covers."""
        say, tell = self._telling, self._tell
        proof = say.proof(row)
        kind = short_type(row["type"], tell.lang)
        document = tell.bracketed(
            tell.title(row), InstrumentType(row["type"]).label(tell.lang), act(row, tell)
        )
        bodies = tell.listed(map(tell.name, self._through(row)))
        if bodies:
            yield say.told("through", proof, rank=HEADLINE, document=document, bodies=bodies)
        else:
            yield say.told("document", proof, rank=HEADLINE, document=document)
        if signers := self._partner.signers.of(row["id"]):
            cited = self._tell.read("card-signatures", ids=[row["id"]])
            proofs = [tuple(one["sources"]) for one in cited]
            when = tell.date(row["event_on"])
            yield say.told("signers", *proofs, kind=kind, when=when, signers=tell.listed(signers))
        fields = tell.read("card-fields", ids=[row["id"]])
        for scheme, names in self._partner.fields[row["id"]].items():
            words = FieldScheme(scheme)
            yield say.told(
                "areas",
                *(tuple(one["sources"]) for one in fields if one["scheme"] == scheme),
                rank=MORE,
                kind=kind,
                scheme=words.ja if tell.ja else words.en[0].lower() + words.en[1:],
                areas=tell.listed(names),
            )

    def _through(self, row: Row) -> list[str]:
        sides = sorted(row["parties"], key=lambda party: party["side"] != self._tell.own)
        return list(dict.fromkeys(body for side in sides for body in side["through"] or ()))

    def _fora(self) -> list[Row]:
        """Fora of both and others, each with the partner's roles in it that are not plain membership."""
        tell = self._tell
        known = tell.read("site-fora", as_of=tell.as_of, party=tell.own)
        of_two = {row["id"] for row in known if len(row["members"]) < 3}
        theirs, ours = roles(tell, self._id), roles(tell, tell.own)
        found = []
        for forum, rows in theirs.items():
            if forum in ours and forum not in of_two:
                said = [word for row in rows if (word := role_word(row, tell))]
                cited = [source for row in rows for source in row["sources"]]
                found.append({"id": forum, "said": tell.listed(said), "sources": cited})
        return found

    # How it came about, policy, contacts ---------------------------------------------------------------------------

    def _history(self) -> Iterable[Told]:
        say, tell = self._telling, self._tell
        for row in reversed(self._dedicated):
            statement = find_query("how-it-came-about").statement
            found = tell.store.read(statement, {"agreement": row["id"], "as_of": tell.as_of})
            proof = {step["step"]: tuple(step["sources"]) for step in found.records()}
            for line in chain_lines(tell, row["id"]):
                proofs = [proof[step] for step in line.about]
                chain = len(proofs) > 1
                yield say.told(
                    "chain" if chain else "event", *proofs,
                    rank=HEADLINE if chain else MAIN, **{"chain" if chain else "event": line.text},
                )  # fmt: skip
        if not self._dedicated:
            several = [row for row in self._partner.of_several() if row["scope"] in _ON_QUANTUM]
            for row in self._in_time((*self._between(), *several))[-2 * _LATEST :]:
                yield self._event_told(row, MAIN)

    def _policy(self) -> Iterable[Told]:
        say, tell = self._telling, self._tell
        statement = find_query("policy-and-budget").statement
        asked = {"countries": [self._id], "scope": list(map(str, _ON_QUANTUM)), "as_of": tell.as_of}
        rows = tell.store.read(statement, asked).records()
        documents = [row for row in rows if row["amount"] is None]
        dedicated = sum(row["scope"] == Scope.DEDICATED for row in documents)
        for number, line in enumerate(strategy_lines(tell, documents)):
            rank = HEADLINE if number == 0 else MAIN if number < min(dedicated, 3) else DETAIL
            yield say.told("policy", line.sources, rank=rank, policy=line.text)
        budgets = [row for row in rows if row["amount"] is not None]
        budgets.sort(key=lambda row: not any(id_.startswith("strategy:") for id_ in row["under"]))
        for number, line in enumerate(budget_lines(tell, budgets)):
            rank = MAIN if number < 2 else DETAIL
            yield say.told("policy", line.sources, rank=rank, policy=line.text)
        for line in choice_lines(tell, self._id):
            yield say.told("policy", line.sources, rank=MORE, policy=line.text)
        yield from self._bodies("bodies_theirs", MAIN, ours=False)
        yield from self._bodies("desk", MORE, ours=True)
        programmes = say.supported(self._partner.programmes)
        texts = [str(row[f"name_{tell.lang}"]) for row in programmes]
        yield from say.listing("programmes", "programmes", texts, programmes, DETAIL)

    def _bodies(self, phrase: str, rank: int, *, ours: bool) -> Iterable[Told]:
        """Bodies of one side that signed instruments on quantum, or hosted what was between the two."""
        did: dict[str, list[str]] = defaultdict(list)
        for row in self._partner.government:
            for party in row["parties"] if row["scope"] in _ON_QUANTUM else ():
                if (party["side"] == self._tell.own) == ours:
                    for body in party["through"] or ():
                        did[body] += row["sources"]
        for row in self._partner.between() if ours else ():
            for body in row.get("hosts", ()):
                did[body] += row["sources"]
        rows = self._telling.supported({"id": body, "sources": did[body]} for body in did)
        names = [self._tell.called(row["id"]) for row in rows]
        yield from self._telling.listing(phrase, "bodies", names, rows, rank)

    def _contacts(self) -> Iterable[Told]:
        say, partner = self._telling, self._partner
        rows = self._in_time(partner.since.after if partner.document else self._between())
        if not rows:
            yield self._latest(MAIN)
        elif partner.document:
            newest = list(map(self._event, rows[-_LATEST:]))
            shorter = say.say("since_then_short", n=len(rows), event=newest[-1])
            for told in say.listing("since_then", "events", newest, rows[-_LATEST:], MAIN):
                yield replace(told, shorter=shorter)
        else:
            yield from say.listing("between", "events", [self._event(rows[-1])], rows[-1:], MAIN)
        met = say.supported(row for row in partner.past() if row["id"].startswith("meeting:"))
        for row in met[-1:]:
            yield say.told("met_latest", say.proof(row), rank=MORE, event=self._event(row))
        if not met:
            yield say.unconfirmed("not_met", rank=MORE)
        yield from say.dates_ahead(partner.ahead)

    # Agreed items, to bear in mind ---------------------------------------------------------------------------------

    def _agreed(self, *, status: bool) -> Iterable[Told]:
        partner = self._partner
        tell = self._tell
        rows = {row["id"]: row for row in (*reversed(partner.government), *partner.between())}
        government = {row["id"] for row in partner.government}
        dedicated = {row["id"] for row in self._dedicated}
        documents = []
        for id_, row in rows.items():
            rank = HEADLINE if id_ in dedicated else MAIN if id_ in government else MORE
            if id_ in government and row["scope"] in _ON_QUANTUM:
                name = self._kind(row)
            else:
                name = self._short(row) if row.get("type") else str(row[f"name_{tell.lang}"])
            documents.append((id_, name, rank))
        yield from self._telling.agreed(documents, status=status)

    def _cautions(self) -> Iterable[Told]:
        say, tell = self._telling, self._tell
        yield from say.differences(self._partner.differing())
        statement = find_query("legal-nature").statement
        for document in self._dedicated:
            asked = {"agreement": document["id"], "as_of": tell.as_of}
            row = tell.store.read(statement, asked).records()[0]
            name = f"binding_{row['binding']}"
            title = self._kind(document)
            if row["binding"] == "not_stated":
                yield say.unconfirmed(name, rank=MAIN, document=title)
            else:
                yield say.told(name, tuple(row["sources"]), document=title)
        rows = say.supported(self._partner.since.unclear)
        yield from say.listing("unclear", "events", list(map(self._event, rows)), rows, MORE)

    def _between(self) -> list[Row]:
        """What there was between the two alone, without documents that do not speak of quantum."""
        rows = self._partner.between()
        return [row for row in rows if row.get("scope", Scope.DEDICATED) in _ON_QUANTUM]

    def _in_time(self, rows: Iterable[Row]) -> list[Row]:
        """Dated events that a source supports, in time."""
        dated = [row for row in self._telling.supported(rows) if row["event_on"]]
        return sorted(dated, key=lambda row: (row["event_on_max"], row["event_on_min"], row["id"]))

    # Words ---------------------------------------------------------------------------------------------------------

    def _kind(self, row: Row) -> str:
        """An instrument by kind and day."""
        return self._tell.bracketed(short_type(row["type"], self._tell.lang), act(row, self._tell))

    def _short(self, row: Row) -> str:
        """An instrument by title, kind and day."""
        tell = self._tell
        level = Level(row["level"])
        kind = short_type(row["type"], tell.lang) if level is Level.GOVERNMENT else ""
        title = tell.title(row)
        return tell.bracketed(
            without_year(title) if row["event_on"] else title,
            kind if kind not in title else "",
            act(row, tell),
        )

    def _event(self, row: Row, *inside: str) -> str:
        """An event in words: its day first."""
        return event_line(self._tell, row, *inside).text

    def _event_told(self, row: Row, rank: int) -> Told:
        return self._telling.told(
            "event", self._telling.proof(row), rank=rank, event=self._event(row)
        )
