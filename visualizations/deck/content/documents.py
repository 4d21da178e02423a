"""The table of bilateral documents: with whom, which, signed by whom and when, what it is about; policy and who is left."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.vocab import FieldScheme, InstrumentType, Level, Scope, TargetType
from queries.catalogue import find_query
from visualizations.briefing.footnotes import RECORD, Sentence
from visualizations.card import Row
from visualizations.deck.content.telling import Telling, in_source_order
from visualizations.deck.slides import Cell, Said, TableSlide
from visualizations.wording import counted

_ITEMS = 3
"""Agreed items that a row tells at most; the sheet of the instrument has all."""

_POLICIES = 5
"""Lines of policy at most, the newest."""

_YEARS = 2
"""Years for which a line of policy is told."""

_AREAS = ("field:research-dialogue", "field:talent-and-exchange")
"""Areas of cooperation in which a line of policy is about working with others."""


def documents_table(
    tell: Telling,
    *,
    partners: Sequence[str] | None = None,
    first: Sequence[str] = (),
    scopes: Sequence[Scope] = (Scope.DEDICATED,),
    forum: str = "",
    key: str = "documents",
) -> TableSlide:
    """A table of our government-level documents with single partners.

    Args:
        tell: Who tells it.
        partners: Only those with these partners; None for all.
        first: Partners whose rows come first, in this order; the rest follows by date, the newest first.
        scopes: How far a document is about quantum technology to be in it.
        forum: Forum whose other members a note lists with whom no document can be confirmed; empty for no note.
        key: Names the slide.
    """
    return _Documents(tell, partners, scopes).table(first, forum, key)


class _Documents:
    def __init__(
        self, tell: Telling, partners: Sequence[str] | None, scopes: Sequence[Scope]
    ) -> None:
        self._tell, self._partners = tell, partners
        self._scopes = scopes
        rows = tell.read(
            "deck-documents",
            party=tell.own,
            level=[Level.GOVERNMENT.value],
            scope=[scope.value for scope in scopes],
            partners=None if partners is None else list(partners),
        )
        self._rows = [row for row in rows if row["event_on"] and not tell.later(row)]
        ids = [row["id"] for row in self._rows]
        self._rivals = tell.rivals(self._rows)
        self._agreed = tell.read("deck-agreed", ids=ids)
        self._fields = tell.read("deck-fields", ids=ids)
        self._signatures = tell.read("card-signatures", ids=ids)
        offices = [row["office"] for row in self._signatures if row["office"]]
        tell.learn(offices)
        variants = tell.read("deck-variants", ids=offices)
        self._variants = {row["id"]: row for row in variants}

    def table(self, first: Sequence[str], forum: str, key: str) -> TableSlide:
        tell = self._tell
        order = {id_: place for place, id_ in enumerate(first)}
        rows = sorted(self._rows, key=lambda row: order.get(row["partner"], len(order)))
        told = tuple(map(self._row, rows)) if rows else (self._none(),)
        notes: list[Said] = [*self._others(forum)] if forum else []
        policy = tuple(self._policy())
        return TableSlide(
            key,
            self._title(rows),
            headings=(
                tell.say("documents_which"),
                tell.say("documents_when"),
                tell.say("documents_about"),
            ),
            widths=(0.44, 0.18, 0.38),
            rows=told,
            policy_heading=tell.say("policy") if policy else "",
            policy=policy,
            notes=tuple(notes),
        )

    def _title(self, rows: list[Row]) -> str:
        tell = self._tell
        partners = list(dict.fromkeys(row["partner"] for row in rows))
        own = tell.name(tell.own)
        if self._partners is not None:
            whom = tell.pair(self._partners[0]) if len(self._partners) == 1 else self._whom()
            name = "documents_title_with" if rows else "documents_none_with"
            return tell.say(name, whom=whom, n=len(rows), scope=self._scope())
        whom = counted(partners, tell.facts(partners), tell.lang)
        ahead = sum(tell.unsigned(row) for row in rows)
        planned = tell.say("of_them_planned", n=ahead) if ahead else ""
        return tell.bracketed(
            tell.say("documents_title", own=own, whom=whom, n=len(rows), scope=self._scope()),
            planned,
        )

    def _whom(self) -> str:
        return self._tell.listed(map(self._tell.name, self._partners or ()))

    def _scope(self) -> str:
        """How far the documents told are about quantum technology."""
        tell = self._tell
        words = [scope.label(tell.lang) for scope in self._scopes]
        return tell.say("or").join(word[0].lower() + word[1:] for word in words)

    def _none(self) -> tuple[Cell, ...]:
        tell = self._tell
        whom = self._whom() or tell.say("others")
        text = tell.say("none_confirmed", own=tell.name(tell.own), whom=whom, scope=self._scope())
        return (Sentence(text, (RECORD,)),), ("―",), ("―",)

    def _row(self, row: Row) -> tuple[Cell, ...]:
        return self._which(row), self._when(row), self._about(row)

    def _which(self, row: Row) -> Cell:
        tell = self._tell
        said: list[Said] = [
            str(row[f"partner_{tell.lang}"]),
            tell.sentence(tell.title_of(row), tell.of(row, "title")),
        ]
        for rival in self._rivals.get((row["id"], "title"), []):
            said.append(tell.sentence(tell.say("other_title", title=rival["value"]), rival))
        offices = [
            one
            for one in self._signatures
            if one["instrument"] == row["id"] and one["office"] and one["side"] == tell.own
        ]
        for one in offices:
            post = tell.labelled("signed_as", tell.name(one["office"]))
            said.append(tell.sentence(post, one))
            said += [
                tell.sentence(tell.say("other_title", title=variant), self._variants[one["office"]])
                for variant in self._variants.get(one["office"], {}).get("variants", ())
            ]
        return tuple(said)

    def _when(self, row: Row) -> Cell:
        tell = self._tell
        said: list[Said] = [tell.sentence(tell.acted(row), tell.of(row, "signed_on", "issued_on"))]
        for rival in self._rivals.get((row["id"], "date"), []):
            said.append(tell.sentence(tell.say("other_date", day=tell.date(rival["value"])), rival))
        return tuple(said)

    def _about(self, row: Row) -> Cell:
        tell = self._tell
        kind = InstrumentType(row["type"]).label(tell.lang)
        said: list[Said] = [tell.sentence(kind, tell.of(row, "type"))]
        fields = in_source_order(one for one in self._fields if one["covered_by"] == row["id"])
        for scheme in FieldScheme:
            own = [one for one in fields if one["scheme"] == scheme]
            if own:
                names = tell.listed(one[f"name_{tell.lang}"] for one in own)
                said.append(
                    tell.sentence(
                        tell.say("labelled", label=scheme.label(tell.lang), said=names), *own
                    )
                )
        if not any(one["scheme"] == FieldScheme.COOPERATION_AREA for one in fields):
            items = in_source_order(one for one in self._agreed if one["agreed_in"] == row["id"])
            for one in items[:_ITEMS]:
                said.append(tell.sentence(tell.say("item", said=tell.text(one, "name")), one))
        return tuple(said)

    # Below the table --------------------------------------------------------------------------------------------

    def _policy(self) -> list[Sentence]:
        """Lines of policy of our side on cooperation with anyone or with these partners, the newest source first."""
        tell = self._tell
        rows = self._newest()
        partners = set(self._partners or ())
        lines = [
            row for row in rows if not row["partners"] or partners.intersection(row["partners"])
        ]
        return [tell.sentence(self._dated(row), row) for row in lines[:_POLICIES]]

    def _dated(self, row: Row) -> str:
        """A line of policy with the month up to which its source may be from: what was due then may be done since."""
        tell = self._tell
        said = tell.text(row, "name")
        if not row["published"]:
            return said
        return tell.say("policy_of", said=said, when=tell.date(row["published"][:7]))

    def _newest(self) -> list[Row]:
        """Lines of policy of our side on cooperation, of sources of the last years."""
        tell = self._tell
        since = f"{int(tell.as_of[:4]) - _YEARS}{tell.as_of[4:]}"
        rows = tell.read(
            "deck-policy",
            party=tell.own,
            as_of=tell.as_of,
            type=TargetType.POLICY_LINE.value,
            fields=list(_AREAS),
        )
        recent = in_source_order(row for row in rows if row["published"] >= since)
        return sorted(recent, key=lambda row: row["published"], reverse=True)

    def _others(self, forum: str) -> list[Said]:
        """The other members of a forum with whom no document can be confirmed, and the line of policy on them."""
        tell = self._tell
        query = find_query("partner-gap")
        params = {
            "forum": forum, "party": tell.own, "as_of": tell.as_of,
            "level": [Level.GOVERNMENT.value], "scope": [Scope.DEDICATED.value],
            "types": str(query.params["types"].default).split(","),
        }  # fmt: skip
        rows = tell.store.read(query.statement, params).records()
        said: list[Said] = []
        if rows:
            ids = [row["country"] for row in rows]
            names = tell.listed(map(tell.list_form, ids))
            text = tell.say(
                "others_in_forum", forum=tell.called(forum), own=tell.name(tell.own), names=names,
                count=counted(ids, tell.facts(ids), tell.lang),
            )  # fmt: skip
            members = tell.read("deck-members", fora=[forum], as_of=tell.as_of)
            cited = dict.fromkeys(
                source for one in members if one["id"] in ids for source in one["sources"]
            )
            said.append(Sentence(text, (*cited, RECORD)))
        for row in self._newest():
            if row["partners"]:
                said.append(tell.sentence(tell.labelled("policy", self._dated(row)), row))
        return said
