"""Sentences that cannot be printed without a source, and the numbered footnotes that they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.claims import OURS
from graphmodel.stores import GraphStore
from graphmodel.vocab import SourceType
from queries.catalogue import internal
from queries.results import Coverage
from visualizations.briefing.phrases import Phrases
from visualizations.card import Row
from visualizations.coverage import coverage_line
from visualizations.wording import bracketed, source_words

RECORD = "record"
"""Stands for the record as a whole: what a sentence rests on that says what could not be confirmed."""

NO_SOURCE = (RECORD, OURS)
"""What stands where there is no single source to be named."""

_UNSUPPORTED = (SourceType.PRESS, SourceType.SECONDARY)
"""Kinds of sources on which alone no sentence of a minister's page may stand."""


class UnprintableError(ValueError):
    """A sentence that says nothing, or rests on nothing."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, or the words of a cell, with what it rests on.

    Attributes:
        text: What it says.
        sources: Ids of the sources that say so, or `RECORD`; `OURS` for our own classification.

    Raises:
        UnprintableError: If it says nothing, or rests on nothing.
    """

    text: str
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be printed."""
        if not self.text.strip() or not self.sources:
            raise UnprintableError(self.text)


class Weights:
    """Knows how much sources weigh: which of several is named first, and on which alone nothing may stand.

    Args:
        store: The graph.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._rows: dict[str, Row] = {}

    def row(self, id_: str) -> Row:
        """What is known of a source."""
        self.learn((id_,))
        return self._rows[id_]

    def sorted(self, sources: Iterable[str]) -> list[str]:
        """Sources, each once, the strongest first: texts of instruments and notices of parties before others.

        Args:
            sources: Ids; the record as a whole and our own classification come last.
        """
        cited = list(dict.fromkeys(sources))
        self.learn(cited)
        return sorted(cited, key=self.rank)

    def strongest(self, sources: Iterable[str], most: int = 2) -> tuple[str, ...]:
        """The strongest of some sources, for where there is no room for all.

        Args:
            sources: Ids.
            most: How many are named at most; all of them stand in the page and the card.
        """
        return tuple(self.sorted(sorted(set(sources)))[:most])

    def stand(self, sources: Iterable[str]) -> bool:
        """Whether a sentence may stand on these alone: press and secondary sources need another beside them."""
        cited = list(sources)
        self.learn(cited)
        return any(
            id_ in NO_SOURCE or SourceType(self._rows[id_]["type"]) not in _UNSUPPORTED
            for id_ in cited
        )

    def rank(self, id_: str) -> int:
        """How much a source that is learnt weighs: less is more."""
        return 99 if id_ in NO_SOURCE else SourceType(self._rows[id_]["type"]).rank

    def learn(self, ids: Iterable[str]) -> None:
        """Read what is known of sources, all at once."""
        wanted = sorted({f"source:{id_}" for id_ in ids if id_ not in (*NO_SOURCE, *self._rows)})
        if wanted:
            for row in self._store.read(internal("sources"), {"ids": wanted}).records():
                self._rows[row["id"].removeprefix("source:")] = row


class Footnotes:
    """Numbers of footnotes, given as sentences are printed, and their texts.

    Args:
        store: The graph.
        phrases: The words.
        coverage: What the whole rests on.

    Attributes:
        weights: Knows how much sources weigh.
        order: Ids in the order of their numbers; `RECORD` among them where a sentence rests on it.
    """

    def __init__(self, store: GraphStore, phrases: Phrases, coverage: Coverage) -> None:
        self._phrases, self._coverage = phrases, coverage
        self.weights = Weights(store)
        self.order: list[str] = []

    def of(self, sources: Iterable[str]) -> tuple[int, ...]:
        """Numbers of the sources of a sentence, official ones first; sources that have none yet get theirs.

        Args:
            sources: Ids; our own classification gets no number.

        Returns:
            The numbers, rising.
        """
        cited = self.weights.sorted(id_ for id_ in sources if id_ != OURS)
        for id_ in cited:
            if id_ not in self.order:
                self.order.append(id_)
        return tuple(sorted(self.order.index(id_) + 1 for id_ in cited))

    def stands(self, sources: Iterable[str]) -> bool:
        """Whether a sentence may stand on these alone: press and secondary sources need another beside them."""
        return self.weights.stand(sources)

    def best(self, sources: Iterable[str]) -> tuple[str, ...]:
        """The source that weighs most, for where there is room for one; none if only our own classification is given."""
        return self.weights.strongest((id_ for id_ in sources if id_ != OURS), 1)

    def short(self, number: int, lang: str) -> str:
        """A footnote as it stands below a page or slide: publisher, title and day.

        Args:
            number: Its number.
            lang: `ja` or `en`.
        """
        id_ = self.order[number - 1]
        if id_ == RECORD:
            return self._phrases.say(
                "common.record", lang, coverage=coverage_line(self._coverage, lang)
            )
        publisher, title, day, _ = source_words(self.weights.row(id_), lang)
        return bracketed(self._titled(publisher, title, lang), day, lang)

    def full(self, number: int, lang: str) -> str:
        """The same as in a list of sources, with the kind of source and its address.

        Args:
            number: Its number.
            lang: `ja` or `en`.
        """
        id_ = self.order[number - 1]
        if id_ == RECORD:
            return self.short(number, lang)
        row = self.weights.row(id_)
        kind = source_words(row, lang)[3]
        said = self.short(number, lang) + (f"［{kind}］" if lang == "ja" else f" [{kind}]")
        return f"{said} {row['url']}" if row["url"] else said

    def _titled(self, publisher: str, title: str, lang: str) -> str:
        """Publisher and title; a title of record stands in quotation marks, our description of one does not."""
        if not title or not publisher:
            return title or publisher
        described = title[0] in "［["
        name = "common.source_described" if described else "common.source_titled"
        return self._phrases.say(name, lang, publisher=publisher, title=title)
