"""Sentences that briefs of partners and of fora have in common: agreed items, and what is to be borne in mind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphmodel.claims import OURS
from graphmodel.vocab import Delivery
from visualizations.ahead import ahead_line, ahead_text, surely
from visualizations.brief.content import HEADLINE, MAIN, MORE, Citing, Proof, Told
from visualizations.briefing.footnotes import RECORD
from visualizations.briefing.phrases import Phrases
from visualizations.card import Row, Teller, difference_line
from visualizations.values import differences_of_ties

_AHEAD = 2
"""Dates ahead that are told at most."""

_NAMES = ("bodies", "fora", "programmes")
"""Values of phrases that are plain names, which a comma sets apart."""


class Telling:
    """Puts rows into sentences of one language by the phrases of briefs.

    Attributes:
        tell: Puts names and dates into words.
        citing: Knows which sources support a sentence.
        dropped: Ids of what was left out of a list since no source supports it.
    """

    def __init__(self, tell: Teller, phrases: Phrases, citing: Citing) -> None:
        self.tell, self.citing = tell, citing
        self._phrases = phrases
        self.dropped: set[str] = set()

    def say(self, name: str, **values: object) -> str:
        """A phrase of briefs."""
        return self._phrases.say(f"brief.{name}", self.tell.lang, **values)

    def told(self, name: str, *proofs: Proof, rank: int = MAIN, **values: object) -> Told:
        """A sentence by a phrase of briefs."""
        text = self.say(name, **values)
        return Told(text[0].upper() + text[1:], proofs, rank)

    def unconfirmed(self, name: str, *, rank: int = MAIN, **values: object) -> Told:
        """A sentence that says what could not be confirmed in what is held."""
        return self.told(name, (RECORD,), rank=rank, **values)

    def proof(self, row: Row) -> Proof:
        """The sources of an event or a document: those that may report it."""
        return self.citing.after(row["sources"] or (), row.get("event_on_min"))

    def supported(self, rows: Iterable[Row]) -> list[Row]:
        """Rows with a source that supports them; the others are remembered as left out."""
        kept = []
        for row in rows:
            if self.citing.supports(row["sources"] or ()):
                kept.append(row)
            else:
                self.dropped.add(row["id"])
        return kept

    def listing(
        self, name: str, value: str, texts: Sequence[str], rows: Sequence[Row], rank: int
    ) -> Iterable[Told]:
        """A sentence that lists something, with a proof for each; none if there is none."""
        if texts:
            proofs = [self.proof(row) for row in rows]
            said = self.tell.listed(texts) if value in _NAMES else self.apart(texts)
            yield self.told(name, *proofs, rank=rank, **{value: said})

    def apart(self, texts: Iterable[str]) -> str:
        """Several things in one sentence that have commas of their own."""
        return self.say("apart").join(texts)

    # What is ahead -------------------------------------------------------------------------------------------------

    def next_date(self, rows: Iterable[Row]) -> Iterable[Told]:
        """The first date ahead that a source gives; that there is none, where that is so.

        Args:
            rows: Rows of the saved query `upcoming`.
        """
        coming = self.supported(surely(rows))
        for row in coming[:1]:
            event = ahead_text(self.tell, row)
            yield self.told("next", tuple(row["sources"]), rank=HEADLINE, event=event)
        if not coming:
            yield self.unconfirmed("no_next", rank=HEADLINE)

    def dates_ahead(self, rows: Iterable[Row]) -> Iterable[Told]:
        """The first dates ahead; after them what is only expected, which is ours, and what cannot be confirmed.

        Args:
            rows: Rows of the saved query `upcoming`.
        """
        coming = self.supported(rows)
        sure = surely(coming)
        unsure = [row for row in coming if row not in sure]
        for row in sure[:_AHEAD]:
            event = ahead_text(self.tell, row)
            yield self.told("next", tuple(row["sources"]), event=event)
        if not sure:
            yield self.unconfirmed("no_next", rank=MORE)
        for row in unsure:
            event = ahead_line(self.tell, row).text
            yield self.told("not_sure", tuple(row["sources"]), rank=MORE, event=event)

    # Agreed items --------------------------------------------------------------------------------------------------

    def agreed(self, documents: Sequence[tuple[str, str, int]], *, status: bool) -> Iterable[Told]:
        """What was agreed, document by document, and what sources say of its delivery.

        Args:
            documents: Instruments and meetings: id, what it is called, how readily it is left out.
            status: Whether the delivery is told; it is for one's own side only.
        """
        rows = self.tell.read("brief-agreed", ids=[id_ for id_, _, _ in documents])
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            found[row["document"]].append(row)
        for id_, name, rank in documents:
            own = found[id_]
            if not status:
                yield from self._items("agreed", own, rank, document=name)
                continue
            by_status: dict[Delivery, list[Row]] = defaultdict(list)
            for row in own:
                by_status[Delivery(row["delivery"])].append(row)
            for delivery in Delivery:
                word = self.say(delivery)
                told = by_status[delivery]
                yield from self._items("status", told, rank, document=name, status=word)
        if rows and not status:
            yield self.unconfirmed("status_kept", rank=HEADLINE)

    def _items(self, phrase: str, rows: list[Row], rank: int, **values: str) -> Iterable[Told]:
        if rows:
            proofs = [
                tuple(source for source in (*row["agreed"], *row["sources"]) if source != OURS)
                for row in rows
            ]
            unknown = rows[0]["delivery"] in (Delivery.UNKNOWN, Delivery.DUE_PASSED)
            if phrase == "status" and unknown:
                proofs.append((RECORD,))
            items = self.apart(str(row[f"name_{self.tell.lang}"]) for row in rows)
            told = self.told(phrase, *proofs, rank=rank, items=items, **values)
            number = self.say("items", n=len(rows))
            yield replace(told, shorter=self.say(phrase, items=number, **values))

    # To bear in mind -----------------------------------------------------------------------------------------------

    def differences(self, ids: Sequence[str], *, with_ties: bool = False) -> Iterable[Told]:
        """What sources differ on, each side with a source; that nothing was found, where that is so.

        Args:
            ids: What it may be about.
            with_ties: Whether it may be about ties of the first too.
        """
        lines = []
        for node in self.tell.content(ids).nodes:
            for difference in node.evidence.differences:
                about = "" if with_ties and node.id == ids[0] else node.evidence.title
                lines.append((about, difference))
        if with_ties:
            ties = differences_of_ties(
                self.tell.store, ids[0], lang=self.tell.lang, own=self.tell.own
            )
            lines += list(ties)
        for about, difference in lines:
            line = difference_line(difference, about, self.tell.lang)
            cited = [tuple(cite.source for cite in rival.cites) for rival in difference.rivals]
            yield replace(self.told("differ", *cited, difference=line.text), differs=True)
        if not lines:
            yield self.unconfirmed("no_difference", rank=MORE)
