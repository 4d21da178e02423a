"""The first slide about a partner: how the latest instrument came about, what there was since, and what it covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from graphmodel.vocab import FieldScheme, Level
from queries.catalogue import find_query
from visualizations.ahead import ahead_line, surely
from visualizations.briefing.footnotes import RECORD, Sentence, Weights
from visualizations.briefing.phrases import Phrases
from visualizations.card import Row
from visualizations.card_lines import Signers, act, event_line, short_type, without_year
from visualizations.deck.content.telling import Telling
from visualizations.deck.slides import ProcessSlide, Said, Section, Step
from visualizations.partner import Partner

_GOVERNMENT = (Level.GOVERNMENT, Level.MINISTRY)
_MOST_EVENTS = 5
_MOST_SIGNERS = 4
_MOST_AHEAD = 2
_MOST_FORA = 7


_COUNTED = ("government", "bodies", "meetings", "calls", "projects")
_ARROWS = {"stated": "→", "listed": "⇢"}


def overview(
    store: GraphStore, phrases: Phrases, partner: str, *, own: str, as_of: str, lang: str
) -> ProcessSlide:
    """What an officer is asked first about a partner, on one slide.

    Args:
        store: The graph.
        phrases: The words.
        partner: Id of the country or union.
        own: Id of the reader's own side.
        as_of: ISO day.
        lang: `ja` or `en`.
    """
    return _Overview(store, phrases, partner, own, as_of, lang).slide()


@dataclass(frozen=True)
class _Chain:
    """The steps that led to an instrument, and what was announced with it."""

    steps: tuple[Row, ...]
    together: tuple[Row, ...]


class _Overview:
    def __init__(
        self, store: GraphStore, phrases: Phrases, partner: str, own: str, as_of: str, lang: str
    ) -> None:
        self._phrases, self._partner, self._lang = phrases, partner, lang
        self._tell = Telling(store, phrases, lang, as_of, own)
        self._weights = Weights(store)
        self._pair = self._tell.pair(partner)
        self._of_partner = Partner(self._tell, partner)
        self._document = self._of_partner.document
        self._shown: list[str] = []

    def slide(self) -> ProcessSlide:
        """The slide."""
        found = list(self._after())
        after = [row for row in found if self._weights.stand(row["sources"])]
        chain = self._chain()
        steps = tuple(self._steps(chain))
        earlier = len(after) - _MOST_EVENTS
        notes = [self._say("earlier", n=earlier)] if earlier > 0 else []
        if weak := len(found) - len(after):
            notes.append(self._say("weak", n=weak))
        beside = tuple(self._beside())
        if spelled := self._spelled_out():
            notes.append(spelled)
        if any("＊" in text or "*" in text for text in _texts(beside)):
            notes.append(self._say("to_be_confirmed"))
        return ProcessSlide(
            key="overview",
            title=self._title(after),
            steps=steps,
            links=tuple(self._link(row) for row in chain.steps[1:]),
            since_heading=self._say("since" if self._document else "so_far"),
            since=tuple(self._since(after)),
            notes=("　".join(notes),) if notes else (),
            beside=beside,
        )

    def _say(self, name: str, **values: object) -> str:
        return self._phrases.say(f"deck_partner.{name}", self._lang, **values)

    def _cited(self, row: Row) -> tuple[str, ...]:
        return self._weights.strongest(row["sources"])

    # What it says first -----------------------------------------------------------------------------------------

    def _title(self, after: list[Row]) -> Sentence:
        row = self._document
        if row is None:
            return Sentence(self._say("no_document", pair=self._pair), (RECORD,))
        values = {
            "pair": self._pair,
            "document": short_type(row["type"], self._lang),
            "act": act(row, self._tell),
        }
        sources = (*self._weights.strongest(row["sources"])[:1], RECORD)
        if not after:
            return Sentence(self._say("nothing_after", **values), sources)
        last = max(row["event_on_max"] for row in after)
        until = PartialDate.parse(last[:7]).label(self._lang)
        counts = self._tell.listed(self._counts(after))
        return Sentence(self._say("after", **values, until=until, counts=counts), sources)

    def _counts(self, rows: Iterable[Row]) -> Iterator[str]:
        found = Counter(map(_counted_as, rows))
        for name in _COUNTED:
            if found[name]:
                yield self._say(f"count_{name}", n=found[name])

    # The chain --------------------------------------------------------------------------------------------------

    def _chain(self) -> _Chain:
        if self._document is None:
            return _Chain((), ())
        statement = find_query("how-it-came-about").statement
        given = {"agreement": self._document["id"], "as_of": self._tell.as_of}
        rows = self._tell.store.read(statement, given).records()
        each_once = {row["step"]: row for row in rows if row["link"] != "co_announced"}
        together = {row["step"]: row for row in rows if row["link"] == "co_announced"}
        steps = tuple(each_once.values()) or (_as_step(self._document),)
        return _Chain(steps, tuple(together.values()))

    def _steps(self, chain: _Chain) -> Iterator[Step]:
        for row in chain.steps:
            goal = self._document is not None and row["step"] == self._document["id"]
            about: list[Said] = []
            if row["rival_date"]:
                day = self._tell.date(row["rival_date"])
                about.append(Sentence(self._say("rival", day=day), self._cited(row)))
            if goal:
                about += [self._announced(other) for other in chain.together]
            name = (
                self._tell.title(self._document)
                if goal and self._document
                else row[f"name_{self._lang}"]
            )
            when = self._tell.date(row["date"]) or self._say("undated")
            yield Step(Sentence(str(name), self._cited(row)), tuple(about), when=when)

    def _announced(self, row: Row) -> Sentence:
        name = without_year(self._tell.title(row))
        text = self._say("together", document=name, day=self._tell.date(row["date"]))
        return Sentence(text, self._cited(row))

    def _link(self, row: Row) -> str:
        sign = _ARROWS.get(row["link"] or "", "")
        if not sign or row["lag_days"] is None:
            return sign
        return self._say("lag", sign=sign, n=row["lag_days"])

    # What followed ----------------------------------------------------------------------------------------------

    def _after(self) -> Iterator[Row]:
        """What there was after the instrument, in time; all there was between the two alone if there is none."""
        rows = self._of_partner.since.after if self._document else self._of_partner.between()
        yield from sorted(
            (row for row in rows if row["event_on"]),
            key=lambda row: (row["event_on_max"], row["event_on_min"], row["id"]),
        )

    def _since(self, after: list[Row]) -> Iterator[Sentence]:
        if not after:
            yield Sentence(self._say("none_since"), (RECORD,))
        for row in after[-_MOST_EVENTS:]:
            line = event_line(self._tell, row)
            yield Sentence(line.text, self._weights.strongest(line.sources))

    # Beside it --------------------------------------------------------------------------------------------------

    def _beside(self) -> Iterator[Section]:
        """What is asked first comes first: what does not stand beside the chain stands on the next slide."""
        row = self._document
        fields = self._tell.read("card-fields", ids=[row["id"]]) if row is not None else []
        if row is not None:
            yield from self._areas(fields)
            signed = Signers(self._tell, [row["id"]]).of(row["id"])[:_MOST_SIGNERS]
            if signed:
                lines = tuple(Sentence(text, self._cited(row)) for text in signed)
                yield Section(self._say("signed_by"), lines)
        yield self._next()
        yield self._fora()
        yield from self._technologies(fields)

    def _areas(self, fields: Iterable[Row]) -> Iterator[Section]:
        lines = tuple(
            Sentence(field[f"name_{self._lang}"], self._cited(field))
            for field in fields
            if field["scheme"] == FieldScheme.COOPERATION_AREA
        )
        if lines:
            yield Section(self._say("areas"), lines, run_on=True)

    def _technologies(self, fields: Iterable[Row]) -> Iterator[Section]:
        own = [field for field in fields if field["scheme"] == FieldScheme.TECHNOLOGY_AREA]
        if own:
            text = self._tell.listed(field[f"name_{self._lang}"] for field in own)
            sources = self._weights.strongest(s for field in own for s in field["sources"])
            yield Section(self._say("technologies"), (Sentence(text, sources),))

    def _spelled_out(self) -> str:
        """What the abbreviations of fora stand for that are about quantum technology; there is no room for all."""
        pairs = [(self._tell.name(id_, short=True), self._tell.name(id_)) for id_ in self._shown]
        told = [
            self._say("stands_for", short=short, full=name)
            for short, name in pairs
            if short not in name and ("量子" in name or "Quantum" in name)
        ]
        return ("、" if self._lang == "ja" else "; ").join(told)

    def _fora(self) -> Section:
        ties = {
            id_: [
                row
                for row in self._tell.read("card-ties", id=id_)
                if row["tie_type"] == "MEMBER_OF"
                and row["out"]
                and row["holds_from"] <= self._tell.as_of < row["holds_to"]
            ]
            for id_ in (self._partner, self._tell.own)
        }
        ours = {row["id"] for row in ties[self._tell.own]}
        common = {row["id"]: row for row in ties[self._partner] if row["id"] in ours}
        self._tell.learn(common)
        facts = self._tell.facts(list(common))
        order = sorted(common, key=lambda id_: not facts[id_]["short"])  # abbreviations first
        self._shown = order[:_MOST_FORA]
        named = list(dict.fromkeys(self._tell.name(id_, short=True) for id_ in self._shown))
        if more := len(common) - len(order[:_MOST_FORA]):
            named.append(self._say("and_more", n=more))
        sources = dict.fromkeys(
            s for id_ in order[:_MOST_FORA] for s in self._cited(common[id_])[:1]
        )
        text = self._tell.listed(named) if named else self._say("none_since")
        return Section(self._say("fora"), (Sentence(text, tuple(sources) or (RECORD,)),))

    def _next(self) -> Section:
        rows = surely(self._of_partner.ahead)
        lines = [ahead_line(self._tell, row) for row in rows[:_MOST_AHEAD]]
        said = [Sentence(line.text, self._weights.strongest(line.sources)) for line in lines]
        nothing = Sentence(self._say("nothing_ahead"), (RECORD,))
        return Section(self._say("ahead"), tuple(said or [nothing]))


def _as_step(row: Row) -> Row:
    """An instrument that no source sets into a chain, as its only step."""
    kept = {name: row[name] for name in ("name_ja", "name_en", "sources")}
    return {
        **kept,
        "step": row["id"],
        "date": row["event_on"],
        "link": None,
        "lag_days": None,
        "rival_date": None,
    }


def _counted_as(row: Row) -> str:
    scheme = row["id"].partition(":")[0]
    if scheme == "agreement":
        return "government" if row["level"] in _GOVERNMENT else "bodies"
    return {"meeting": "meetings", "call": "calls", "project": "projects"}.get(scheme, "")


def _texts(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for line in section.lines:
            yield line.text if isinstance(line, Sentence) else str(line)
