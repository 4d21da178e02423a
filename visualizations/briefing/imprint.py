"""What a briefing says of itself: day, build, handling mark, draft stamp; on every page, in its properties and its name."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from graphmodel.vocab import Handling
from queries.catalogue import internal
from queries.results import Coverage
from queries.run import coverage_of
from visualizations.briefing.phrases import Phrases
from visualizations.file_name import file_name


@dataclass(frozen=True)
class Imprint:
    """What a briefing says of itself.

    Attributes:
        phrases: The words.
        coverage: What it rests on: its day, its handling, and up to when the record goes.
        build: Key of the build that it was made from.
        draft: Whether it carries the draft stamp, until someone named takes it off.
    """

    phrases: Phrases
    coverage: Coverage
    build: str
    draft: bool = True

    @property
    def handling(self) -> Handling:
        """How far it may travel."""
        return self.coverage.handling

    def mark(self, lang: str) -> str:
        """The handling mark that stands top right on every page."""
        return self.handling.ja if lang == "ja" else self.handling.en.capitalize()

    def stamp(self, lang: str) -> str:
        """The draft stamp; empty if someone took it off."""
        return self.phrases.say("common.draft", lang) if self.draft else ""

    def foot(self, lang: str) -> str:
        """The line at the foot of every page: day and build."""
        said = [self.phrases.say("common.as_of", lang, day=self.day(lang))]
        if self.coverage.known_at:
            known = PartialDate.parse(self.coverage.known_at).label(lang)
            said.append(self.phrases.say("common.known_at", lang, day=known))
        said.append(self.phrases.say("common.build", lang, build=self.build))
        text = ("／" if lang == "ja" else " · ").join(said)
        return text[0].upper() + text[1:]

    def day(self, lang: str) -> str:
        """The day for which it is made, in words."""
        return PartialDate.parse(self.coverage.as_of).label(lang)

    def file(self, what: str, lang: str, suffix: str) -> str:
        """The name of a file of its own, by the rule for all that leave the program.

        Args:
            what: What is in it.
            lang: `ja` or `en`.
            suffix: How it ends, with the dot.
        """
        return file_name(what, self.coverage.as_of, self.handling, lang, suffix)

    def named(self, stem: str) -> str:
        """A place in a published folder, which links name: without a day, with the mark where it may not travel everywhere.

        Args:
            stem: What the file is about.
        """
        return stem if self.handling is Handling.PUBLIC else f"{stem}.{self.handling.value}"


def read_imprint(
    store: GraphStore,
    phrases: Phrases,
    as_of: str,
    *,
    handling: Handling = Handling.PUBLIC,
    draft: bool = True,
) -> Imprint:
    """The imprint of what is made from a graph.

    Args:
        store: The graph.
        phrases: The words.
        as_of: ISO day.
        handling: How carefully what is shown is handled whatever it is made from; the graph's ceiling counts too.
        draft: Whether it carries the draft stamp.
    """
    row = store.read(internal("coverage")).records()[0]
    return Imprint(phrases, coverage_of(row, as_of, handling), row["build_key"], draft)
