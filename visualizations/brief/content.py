"""What a brief says: blocks of sentences in their order, each in every language of the brief and with its sources.

A sentence is told with one proof for each thing that it says; of each proof the best source is cited. What has press or
secondary sources alone under any of what it says is left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from graphmodel.vocab import SourceType
from visualizations.briefing.footnotes import NO_SOURCE, Sentence, Weights

Proof = tuple[str, ...]
"""Ids of the sources of one thing that is said."""

HEADLINE, MAIN, MORE, DETAIL = range(4)
"""How readily a sentence is left out where a page is full: the last first."""

_OFFICIAL = SourceType.OFFICIAL.rank


@dataclass(frozen=True)
class Told:
    """A sentence in one language, with what it rests on.

    Attributes:
        text: What it says.
        proofs: The sources of each thing that it says.
        rank: How readily it is left out.
        shorter: The same in fewer words, for where there is no room for more; empty if there are none.
        differs: Whether it says that these differ: then one that stands is enough, for none is taken as true.
    """

    text: str
    proofs: tuple[Proof, ...]
    rank: int = MAIN
    shorter: str = ""
    differs: bool = False


@dataclass(frozen=True)
class Part:
    """A block in one language.

    Attributes:
        key: Which one it is: the name of its heading among the phrases, without `h_`.
        told: What stands in it.
        values: What its heading names.
    """

    key: str
    told: tuple[Told, ...]
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Item:
    """A sentence in every language of the brief.

    Attributes:
        said: The sentence in each language.
        rank: How readily it is left out.
        shorter: The same in fewer words; empty if there are none.
    """

    said: tuple[Sentence, ...]
    rank: int
    shorter: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Block:
    """A block in every language of the brief.

    Attributes:
        key: Which one it is.
        items: Its sentences; empty if no source held says anything.
        values: What its heading names, in each language.
    """

    key: str
    items: tuple[Item, ...]
    values: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Content:
    """What a brief says.

    Attributes:
        id: Id of the partner or forum.
        names: Its name in each language.
        titles: Title of the brief in each language.
        blocks: The blocks, in their order.
        unsupported: How many sentences are left out since they rest on press or secondary sources alone.
    """

    id: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    blocks: tuple[Block, ...]
    unsupported: int


class Citing:
    """Chooses what is cited: of each proof the best source, one that is cited already where that is as good.

    Args:
        store: The graph.
        lang: Language of the sources that come first among equals.
    """

    def __init__(self, store: GraphStore, lang: str) -> None:
        self._weights, self._lang = Weights(store), lang
        self._cited: dict[str, None] = {}

    def supports(self, proof: Iterable[str]) -> bool:
        """Whether a source other than press and secondary ones is among some."""
        return self._weights.stand(source for source in proof if source != OURS)

    def after(self, sources: Iterable[str], day: str | None) -> Proof:
        """Sources that may report what happened on a day: those that are older are left out, if others remain.

        Args:
            sources: The sources.
            day: ISO day; nothing is left out without one.
        """
        cited = tuple(sources)
        self._weights.learn(cited)
        later = tuple(source for source in cited if self._until(source) >= (day or ""))
        return later if self.supports(later) else cited

    def ordered(self, sources: Iterable[str]) -> Proof:
        """Sources, the best first: official ones, of these those in the reader's language."""
        cited = tuple(sources)
        self._weights.learn(cited)

        def goodness(source: str) -> tuple[int, bool, int]:
            rank = self._weights.rank(source)
            foreign = (
                source not in NO_SOURCE and self._weights.row(source)["language"] != self._lang
            )
            return max(rank, _OFFICIAL), foreign, rank

        return tuple(sorted(cited, key=goodness))

    def choose(self, told: Told) -> Proof:
        """The sources that are cited for a sentence; none if it does not stand."""
        stand = [self.supports(proof) for proof in told.proofs]
        if not (any(stand) if told.differs else all(stand) and stand):
            return ()
        chosen: dict[str, None] = {}
        for proof in filter(None, told.proofs):
            best = self.ordered(proof)
            known = [source for source in best if source in chosen or source in self._cited]
            strong = [source for source in known if self._weights.rank(source) <= _OFFICIAL]
            chosen[(strong or best)[0]] = None
        self._cited |= chosen
        return tuple(chosen)

    def _until(self, source: str) -> str:
        """The last day on which a source may have been published; after all days where that is not known."""
        published = None if source in NO_SOURCE else self._weights.row(source)["published"]
        return PartialDate.parse(published).max if published else "~"


def paired(parts: Sequence[Sequence[Part]], citing: Citing) -> tuple[tuple[Block, ...], int]:
    """Blocks of all languages, with what is cited, and how many sentences are left out for want of it.

    Args:
        parts: The blocks in each language: the same ones, with as many sentences.
        citing: What chooses the sources.
    """
    blocks, unsupported = [], 0
    for same in zip(*parts, strict=True):
        items = []
        for told in zip(*(part.told for part in same), strict=True):
            cited = citing.choose(told[0])
            if not cited:
                unsupported += 1
                continue
            said = tuple(Sentence(one.text, cited) for one in told)
            shorter = tuple(Sentence(one.shorter, cited) for one in told if one.shorter)
            items.append(Item(said, told[0].rank, shorter))
        blocks.append(Block(same[0].key, tuple(items), tuple(dict(part.values) for part in same)))
    return tuple(blocks), unsupported
