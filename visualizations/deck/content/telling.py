"""Puts what the graph holds into the words of slides: sentences with their sources, titles with what differs, people, lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.ids import slug_of
from graphmodel.stores import GraphStore
from graphmodel.vocab import CallStage, InstrumentStage, InstrumentType, MeetingStage, ProjectStage
from visualizations.briefing.footnotes import Sentence
from visualizations.briefing.phrases import Phrases
from visualizations.card import Row, Teller
from visualizations.card_lines import Signers, act, without_year

_DATES = ("signed_on", "issued_on", "held_on")
_LATIN_FORMS = ("UK", "US", "EU")
"""Abbreviations that stand for a side in a pair; others are written out in English."""

_SHORT = 12
"""Characters up to which a Japanese name is short enough to stand in a list."""

_STAGES = {
    "selected_on": (CallStage.SELECTED, CallStage.CONTRACTED, CallStage.STARTED, CallStage.ENDED),
    "starts_on": (CallStage.STARTED, CallStage.ENDED),
    "started_on": (ProjectStage.RUNNING, ProjectStage.ENDED),
    "published_on": (ProjectStage.ANNOUNCED, ProjectStage.RUNNING, ProjectStage.ENDED),
}
"""Stages of a call or project in which a step is known to have been reached; other steps are by their day."""

_NUMBERS = re.compile(r"\d+")


class Telling(Teller):
    """A teller with the phrases of slides.

    Args:
        store: The graph.
        phrases: The words.
        lang: `ja` or `en`.
        as_of: ISO day for which the slides are made.
        own: Id of the reader's own side.
    """

    def __init__(
        self, store: GraphStore, phrases: Phrases, lang: str, as_of: str, own: str
    ) -> None:
        super().__init__(store, lang, as_of, own)
        self._phrases = phrases
        self._signers: dict[str, Signers] = {}
        self._forms: dict[str, str] | None = None

    def say(self, name: str, **values: object) -> str:
        """A phrase of slides."""
        return self._phrases.say(f"deck_content.{name}", self.lang, **values)

    def labelled(self, name: str, said: str) -> str:
        """Something with a label before it, which is a phrase."""
        return self.say("labelled", label=self.say(name), said=said)

    def sentence(self, text: str, *rows: Row | Sequence[str]) -> Sentence:
        """A sentence that rests on the sources of some rows, or on sources named."""
        cited: dict[str, None] = {}
        for row in rows:
            cited |= dict.fromkeys(row["sources"] or () if isinstance(row, dict) else row)
        return Sentence(text, tuple(cited) or (OURS,))

    def of(self, row: Row, *properties: str) -> tuple[str, ...]:
        """The sources of some properties of an entity; all of its own where none is named for them."""
        cited: dict[str, None] = {}
        for line in row["evidence"] or ():
            name, *sources = line.split(" ")
            if name.partition("@")[0] in properties:
                cited |= dict.fromkeys(sources)
        return tuple(cited) or tuple(row["sources"])

    def text(self, row: Row, name: str) -> str:
        """A text of a row that each language has; the other's where this one lacks it."""
        other = "en" if self.ja else "ja"
        return str(row.get(f"{name}_{self.lang}") or row.get(f"{name}_{other}") or "")

    def named(self, row: Row) -> str:
        """The name of something; empty if no source gives one by the day that the graph is of."""
        name = self.text(row, "name")
        return "" if name == slug_of(row["id"]) else name

    def short(self, row: Row) -> str:
        """The shortest form of a body's name: its short form, abbreviation or name."""
        latin = tuple(row["abbreviations_en"] or ())
        if not self.ja:
            return str(min((self.named(row), *latin), key=len))
        forms = (self.named(row), *(row["abbreviations_ja"] or ()), *(row["short_ja"] or ()))
        short = min(forms, key=len)
        return short if len(short) <= _SHORT or not latin else str(latin[0])

    def with_short(self, row: Row) -> str:
        """A name with its abbreviation behind; with its short form where it has none."""
        name = self.named(row)
        other = "en" if self.ja else "ja"
        forms = [
            *(row[f"abbreviations_{self.lang}"] or ()), *(row[f"abbreviations_{other}"] or ()),
            *(row[f"short_{self.lang}"] or ()),
        ]  # fmt: skip
        return self.bracketed(name, *[form for form in forms if form not in name][:1])

    def pair(self, partner: str) -> str:
        """Our side and another in one word, our own first: 日英, 日EU, 日・スイス, Japan–UK."""
        sides = (self.own, partner)
        if self.ja:
            names = [self.list_form(id_) for id_ in sides]
            joined = all(len(name) == 1 or name in _LATIN_FORMS for name in names)
        else:
            forms = {id_: self.name(id_, short=True) for id_ in sides}
            names = [
                form if form in _LATIN_FORMS else self.name(id_) for id_, form in forms.items()
            ]
            joined = True
        return self.say("pair" if joined else "pair_apart", own=names[0], other=names[1])

    def list_form(self, id_: str) -> str:
        """A country or union as it stands in a list: 米, 豪, デンマーク, EU; in English by its name."""
        if self._forms is None:
            self._forms = {row["id"]: row["forms"][0] for row in self.read("deck-forms")}
        form = self._forms.get(id_) if self.ja else None
        return form or self.name(id_, short=id_.startswith("union:"))

    # Instruments ---------------------------------------------------------------------------------------------------

    def title_of(self, row: Row) -> str:
        """The title of an instrument: verbatim in 「」, or with its kind where only the other language has one."""
        name = self.text(row, "name")
        if name == slug_of(row["id"]):
            return InstrumentType(row["type"]).label(self.lang)
        if not self.ja and is_japanese(name):
            return f"{InstrumentType(row['type']).label('en')} 「{name}」"
        mark = "▲" if "title" in self._differing(row) else ""
        if self.ja and not name.endswith("（仮称）"):
            name = f"「{name}」"
        return name + mark

    def title_and_day(self, row: Row) -> str:
        """The title of an instrument with its day, which tells the year too."""
        title = without_year(self.title_of(row))
        return self.say("dated", title=title, day=self.date(row["event_on"]))

    def _differing(self, row: Row) -> set[str]:
        return {str(name).partition("@")[0] for name in row.get("conflicts") or ()}

    def rivals(self, rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
        """What other sources say of instruments or meetings than the value used: by id and `title` or `date`."""
        listed = list(rows)
        found: dict[tuple[str, str], list[Row]] = {}
        for claim in self.read("picture-differences", subjects=sorted(row["id"] for row in listed)):
            kind = "title" if claim["property"] == "title@ja" else ""
            kind = "date" if claim["property"] in _DATES else kind
            if kind and not claim["used"]:
                sources = [cite.partition("@")[0] for cite in claim["cites"]]
                rival = {"value": claim["value"], "sources": sources}
                found.setdefault((claim["subject"], kind), []).append(rival)
        for row in listed:
            rivals = found.setdefault((row["id"], "title"), [])
            known = {rival["value"] for rival in rivals}
            rivals += [
                {"value": variant, "sources": row["sources"]}
                for variant in row.get("variants_ja") or ()
                if variant not in known
            ]
        return found

    def acted(self, row: Row) -> str:
        """When an instrument was signed or issued, or is to be, as far as is known."""
        if row["event_on"] and self.unsigned(row):
            return self.bracketed(self.date(row["event_on"]), self.say("planned"))
        return act(row, self)

    def unsigned(self, row: Row) -> bool:
        """Whether an instrument is not known to have been signed or issued by the day."""
        return self.ahead(row) or row["stage"] in (None, InstrumentStage.PLANNED)

    def ahead(self, row: Row) -> bool:
        """Whether something lies ahead of the day, or a source only plans it."""
        return row["event_mood"] == "planned" or str(row["event_on_min"] or "") > self.as_of

    def signed(self, instrument: str) -> list[str]:
        """Who signed an instrument, with office; our side first."""
        if instrument not in self._signers:
            self._signers[instrument] = Signers(self, [instrument])
        return self._signers[instrument].of(instrument)

    def later(self, row: Row) -> bool:
        """Whether something that has happened did so only after the day."""
        done = row["stage"] not in (None, MeetingStage.PLANNED, InstrumentStage.PLANNED)
        return done and row["event_mood"] != "planned" and str(row["event_on_min"]) > self.as_of

    def step(self, row: Row, name: str) -> str:
        """A step of a call or project with its date; planned unless the stage that it is in says otherwise."""
        said = self.say(name, day=self.date(row[name]))
        sure = name not in _STAGES or self.reached(row, name)
        return said if sure else self.bracketed(said, self._foreseen(row, name))

    def reached(self, row: Row, name: str) -> bool:
        """Whether a call or project has come to a step by the day: as its stage says, else by the date of the step."""
        if name in _STAGES:
            return row["stage"] in _STAGES[name] and str(row[f"{name}_min"]) <= self.as_of
        return str(row[f"{name}_max"]) <= self.as_of

    def _foreseen(self, row: Row, name: str) -> str:
        return self.say("planned" if row[f"{name}_max"] >= self.as_of else "planned_then")

    def year_month(self, text: str) -> str:
        """A date without its day."""
        months = {point[:7] for point in text.split("/")}
        exact = PartialDate.parse(text).ends_are_days
        return self.date(months.pop()) if exact and len(months) == 1 else self.date(text)


def is_japanese(text: str) -> bool:
    """Whether text has Japanese characters."""
    return any(unicodedata.east_asian_width(char) == "W" for char in text)


def in_source_order(rows: Iterable[Row]) -> list[Row]:
    """Rows in the order in which their source has them: by the last place that is cited, then by id."""
    return sorted(rows, key=lambda row: (_place(row["cites"] or ()), row["id"]))


def _place(cites: Sequence[str]) -> tuple[str, list[int]]:
    for cite in cites:
        source, _, at = cite.partition("@")
        lines = at.rpartition(",")[2] if "," in at else at
        if at:
            return source, [int(number) for number in _NUMBERS.findall(lines)]
    return "~", []
