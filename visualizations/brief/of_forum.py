"""The brief of a forum: who takes part, what was held and what it came to, what is ahead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graphmodel.vocab import ForumRole
from queries.catalogue import find_query
from visualizations.ahead import ahead_of_forum
from visualizations.brief.content import HEADLINE, MAIN, MORE, Part, Proof, Told
from visualizations.brief.telling import Telling
from visualizations.card import Row
from visualizations.card_lines import event_line
from visualizations.card_subject import Subject
from visualizations.wording import bracketed, counted

_CITED = 4
"""Sources that are cited for what a forum is, which its sources say together."""


class ForumBrief:
    """What the brief of a forum says in one language.

    Args:
        telling: Who tells it.
        id_: Id of the forum.
    """

    def __init__(self, telling: Telling, id_: str) -> None:
        self._telling, self._tell, self._id = telling, telling.tell, id_
        self._subject = Subject(telling.tell, id_)
        statement = find_query("forum-history").statement
        asked = {"forum": id_, "as_of": self._tell.as_of}
        self._editions = self._tell.store.read(statement, asked).records()
        ties = {row["id"]: row for row in self._subject.ties("EDITION_OF", out=False)}
        self._held = [row for row in self._editions if row["edition"]["id"] in ties and row["date"]]
        self._ahead = ahead_of_forum(self._subject)
        self._ties = ties

    def title(self) -> str:
        """Title of the brief."""
        return self._telling.say("title_forum", forum=self._tell.called(self._id))

    def parts(self, *, status: bool) -> list[Part]:
        """The blocks, in their order.

        Args:
            status: Whether it is told what came of the agreed items.
        """
        return [
            Part("summary", tuple(self._summary())),
            Part("standing_forum", tuple(self._standing())),
            Part("history", tuple(self._history())),
            Part("policy_forum", tuple(self._members())),
            Part("contacts_forum", tuple(self._contacts())),
            Part("agreed" if status else "agreed_public", tuple(self._agreed(status=status))),
            Part("cautions", tuple(self._cautions())),
        ]

    def related(self) -> set[str]:
        """Ids of what the brief is about: changes of these are changes of it."""
        return {self._id, *self._ties}

    def _summary(self) -> Iterable[Told]:
        yield from self._counted(HEADLINE)
        yield from self._latest(HEADLINE)
        yield from self._telling.next_date(self._ahead)

    def _by_role(self) -> dict[ForumRole, list[Row]]:
        found: dict[ForumRole, list[Row]] = defaultdict(list)
        for row in self._subject.in_order(self._subject.ties("MEMBER_OF", out=False)):
            found[ForumRole(row["role"] or ForumRole.MEMBER)].append(row)
        return {role: found[role] for role in ForumRole if found[role]}

    def _counted(self, rank: int) -> Iterable[Told]:
        """How many take part, by role, and our own role."""
        tell = self._tell
        texts, proofs = [], []
        for role, rows in self._by_role().items():
            number = self._subject.counted_members(rows)
            texts.append(tell.bracketed(_label(role, rows, tell.lang), *number))
            proofs.append(tuple(source for row in rows for source in row["sources"]))
        if texts:
            yield self._telling.told("members_short", *proofs, rank=rank, counts=tell.listed(texts))

    def _standing(self) -> Iterable[Told]:
        say, tell = self._telling, self._tell
        cited = dict.fromkeys(cite.source for cite in self._subject.cites)
        proofs = [(one,) for one in say.citing.ordered(cited) if say.citing.supports((one,))]
        for line in list(self._subject.about())[:1] if proofs else ():
            yield say.told("about", *proofs[:_CITED], rank=HEADLINE, about=line.text)
        own = tell.name(tell.own)
        ours = [
            (role, row)
            for role, rows in self._by_role().items()
            for row in rows
            if row["id"] == tell.own
        ]
        for role, row in ours:
            said = role.label(tell.lang)
            yield say.told("our_role", tuple(row["sources"]), own=own, role=said)
        if not ours:
            yield say.unconfirmed("no_role", own=own)
        wider = say.supported(
            [*self._subject.ties("PART_OF", out=True), *self._subject.ties("PART_OF", out=False)]
        )
        yield from say.listing(
            "part_of", "fora", [tell.called(row["id"]) for row in wider], wider, MORE
        )

    def _history(self) -> Iterable[Told]:
        for number, row in enumerate(reversed(self._editions)):
            rank = MAIN if number < 4 else MORE
            proofs = (self._proof(row), *self._hosted_by(row))
            yield self._telling.told("edition", *proofs, rank=rank, **self._edition(row))

    def _proof(self, row: Row) -> Proof:
        """Sources that may report a meeting."""
        known = self._ties.get(row["edition"]["id"], {})
        return self._telling.citing.after(row["sources"], known.get("event_on_min"))

    def _hosted_by(self, row: Row) -> list[Proof]:
        """Sources that say who hosted a meeting: those that name all, else those of each; none where one cannot stand alone."""
        proofs = [tuple(sources) for sources in row["edition"]["hosted_by"]]
        supports = self._telling.citing.supports
        of_all = (
            tuple(s for s in proofs[0] if all(s in proof for proof in proofs)) if proofs else ()
        )
        if supports(of_all):
            return [of_all]
        return proofs if all(map(supports, proofs)) else []

    def _edition(self, row: Row) -> dict[str, str]:
        tell, say = self._tell, self._telling.say
        inside = []
        hosts, present, steps = row["host"] or [], row["participants"] or [], row["led_to"] or []
        tell.learn([*hosts, *present, *steps])
        if hosts and self._hosted_by(row):
            between = "、" if tell.ja else " and "
            inside.append(say("host", hosts=between.join(map(tell.name, hosts))))
        if present:
            inside.append(say("present", present=counted(present, tell.facts(present), tell.lang)))
        if steps:
            inside.append(say("led_to", steps=tell.listed(map(tell.name, steps))))
        name = str(row["edition"][f"name_{tell.lang}"])
        name += "▲" if row["edition"]["disputed"] else ""
        when = tell.date(row["date"]) or say("undated")
        between = "、" if tell.ja else "; "
        return {"when": when, "edition": bracketed(name, between.join(inside), tell.lang)}

    def _members(self) -> Iterable[Told]:
        tell = self._tell
        for role, rows in self._by_role().items():
            number = self._subject.counted_members(rows)
            label = tell.bracketed(_label(role, rows, tell.lang), *number)
            names = tell.listed(
                self._subject.plain(row) + ("▲" if row["disputed"] else "") for row in rows
            )
            proofs = [tuple(row["sources"]) for row in rows]
            yield self._telling.told("members", *proofs, rank=HEADLINE, role=label, names=names)

    def _contacts(self) -> Iterable[Told]:
        yield from self._latest(MAIN)
        yield from self._telling.dates_ahead(self._ahead)

    def _latest(self, rank: int) -> Iterable[Told]:
        tell = self._tell
        held = self._telling.supported(
            [
                {**row, "id": row["edition"]["id"]}
                for row in self._held
                if self._ties[row["edition"]["id"]]["event_mood"] != "planned"
            ]
        )
        for row in held[-1:]:
            event = event_line(tell, {**self._ties[row["id"]], "sources": row["sources"]}).text
            yield self._telling.told("latest_meeting", self._proof(row), rank=rank, event=event)
        if not held:
            yield self._telling.unconfirmed("no_meeting", rank=rank)

    def _agreed(self, *, status: bool) -> Iterable[Told]:
        steps = [step for row in self._editions for step in row["led_to"] or ()]
        ids = tuple(dict.fromkeys((*self._ties, *steps)))
        self._tell.learn(ids)
        documents = [(id_, self._tell.name(id_), MAIN) for id_ in ids]
        yield from self._telling.agreed(documents, status=status)

    def _cautions(self) -> Iterable[Told]:
        yield from self._telling.differences([self._id, *self._ties], with_ties=True)


def _label(role: ForumRole, rows: list[Row], lang: str) -> str:
    label = role.label(lang)
    if lang == "ja" and not any(row["kind"] == "Country" for row in rows):
        label = label.replace("国", "機関")  # a body is no country
    return label
