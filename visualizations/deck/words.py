"""What is said on a slide as paragraphs: languages, sizes, and the numbers of footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from visualizations.briefing.footnotes import Footnotes, Sentence
from visualizations.briefing.measure import Para, Run
from visualizations.briefing.phrases import Phrases
from visualizations.deck.slides import Both, Said
from visualizations.parts import Scene
from visualizations.wording import listed

BODY = 14.0
"""Size of what a slide says, in points."""

NOTE = 10.5
"""Size of notes and footnotes, in points."""

INK = "1F2A36"
QUIET = "55616E"

_TOGETHER = 3
_SMALLER = 0.74
"""Size of the second language, in sizes of the first."""


class Words:
    """Turns what is said into paragraphs of the languages of a deck.

    Attributes:
        langs: The languages: one, or two with the large one first.
        phrases: The words.
        footnotes: The footnotes, numbered as they are met.
    """

    def __init__(
        self,
        langs: tuple[str, ...],
        phrases: Phrases,
        footnotes: Footnotes,
    ) -> None:
        self.langs, self.phrases, self.footnotes = langs, phrases, footnotes

    def phrase(self, name: str, **values: Any) -> Said:
        """A phrase in the languages of the deck.

        Args:
            name: File and name.
            values: What its braces stand for; a `Both` gives each language its own.
        """
        said = [self.phrases.say(name, lang, **self._values(values, lang)) for lang in self.langs]
        return said[0] if len(set(said)) == 1 else Both(*said)

    def joined(self, names: Iterable[str]) -> Said:
        """Several phrases on one line.

        Args:
            names: File and name of each.
        """
        known = list(names)
        said = ["　".join(self.phrases.say(name, lang) for name in known) for lang in self.langs]
        return said[0] if len(set(said)) == 1 else Both(*said)

    def listed(self, parts: Sequence[Said]) -> Said:
        """Several things on one line, with the sources of all.

        Args:
            parts: What they say.
        """
        sources = tuple(dict.fromkeys(s for one in sentences(tuple(parts)) for s in one.sources))
        said: list[Sentence | str] = []
        for lang in self.langs:
            own = (str(in_language(part, lang, self.langs)) for part in parts)
            text = listed([text for text in own if text], lang)
            said.append(Sentence(text, sources) if text and sources else text)
        return said[0] if said[0] == said[-1] else Both(*said)

    def paras(
        self,
        said: Said,
        size: float = BODY,
        *,
        bold: bool = False,
        bullet: str = "",
        before: float = 0,
        align: str = "l",
        colour: str = INK,
    ) -> tuple[Para, ...]:
        """What is said as paragraphs: one, or two where it stands in two languages.

        Args:
            said: The words.
            size: Size of the letters of the first language, in points.
            bold: Whether they are bold.
            bullet: Sign before it.
            before: Distance from what stands above.
            align: `l`, `ctr` or `r`.
            colour: Colour of the letters.
        """
        texts = [said.first, said.second] if isinstance(said, Both) else [said]
        return tuple(
            Para(
                tuple(self._runs(text, lang, _sized(size, number), bold and not number, colour)),
                bullet,
                before if not number else 0,
                align,
            )
            for number, (text, lang) in enumerate(zip(texts, self.langs, strict=False))
            if text_of(text)
        )

    def numbers(self, said: Iterable[Any]) -> tuple[int, ...]:
        """Numbers of the footnotes of what is said, rising."""
        return tuple(
            sorted(
                {
                    n
                    for sentence in sentences(tuple(said))
                    for n in self.footnotes.of(sentence.sources)
                }
            )
        )

    def runs(self, text: str, lang: str, size: float) -> tuple[Run, ...]:
        """Plain words of one language."""
        return (Run(text, lang, size, colour=INK),)

    def _runs(self, said: Said, lang: str, size: float, bold: bool, colour: str) -> Iterator[Run]:
        yield Run(text_of(said), lang, size, bold, colour=colour)
        if isinstance(said, Sentence):
            yield from self.raised(said.sources, lang, size, colour)

    def raised(
        self, sources: Iterable[str], lang: str, size: float, colour: str = INK
    ) -> Iterator[Run]:
        """The numbers of the footnotes of some sources, raised."""
        if numbers := self.footnotes.of(sources):
            apart = " " if len(numbers) > _TOGETHER else ""  # so that many may be broken into lines
            text = apart.join(f"{number})" for number in numbers)
            yield Run(text, lang, size, raised=True, colour=colour)

    def _values(self, values: dict[str, Any], lang: str) -> dict[str, Any]:
        return {name: in_language(value, lang, self.langs) for name, value in values.items()}


def in_language(value: Any, lang: str, langs: tuple[str, ...]) -> Any:
    """A value of a phrase in one language."""
    if isinstance(value, Both):
        value = value.first if lang == langs[0] else value.second
    return value.text if isinstance(value, Sentence) else value


def text_of(said: Said) -> str:
    """The words alone; of both languages the first."""
    if isinstance(said, Both):
        said = said.first
    return said.text if isinstance(said, Sentence) else said


def sentences(said: Any) -> Iterator[Sentence]:
    """All sentences in something, in the order in which they are read."""
    if isinstance(said, Sentence):
        yield said
    elif isinstance(said, (tuple, list)):
        for part in said:
            yield from sentences(part)
    elif is_dataclass(said) and not isinstance(said, (type, Scene)):
        for field in fields(said):
            yield from sentences(getattr(said, field.name))


def texts(said: Any) -> Iterator[str]:
    """All words in something, in the order in which they are read."""
    if isinstance(said, Sentence):
        yield said.text
    elif isinstance(said, str):
        yield said
    elif isinstance(said, (tuple, list)):
        for part in said:
            yield from texts(part)
    elif is_dataclass(said) and not isinstance(said, (type, Scene)):
        for field in fields(said):
            yield from texts(getattr(said, field.name))


def _sized(size: float, number: int) -> float:
    return size if not number else max(10.0, round(size * _SMALLER))
