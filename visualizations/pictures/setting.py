"""What a picture is drawn for, and the letters that it found no type for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from graphmodel.stores import GraphStore
from visualizations.briefing.imprint import Imprint
from visualizations.pictures.lettering import GETA, LEADING, lacking, width_of, wrapped

INK, SOFT, FAINT, RULE, PAPER = "#1F2A36", "#4A5A6A", "#8794A1", "#D5DBE1", "#FFFFFF"
"""Colours of text, of what stands back, of lines that may be missed, of rules, and of paper."""

BODY, NOTE = 12.0, 10.0
"""Sizes of letters in points: of what a picture says, and of its notes; none is smaller than a note."""

_SECOND = 0.85
"""Size of the second language, in sizes of the first."""

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Said = Mapping[str, str]
"""What is said, by language."""


class Size(Enum):
    """Sizes of pictures: width and height in points."""

    SLIDE = 960.0, 540.0
    A4 = 841.89, 595.28

    @classmethod
    def named(cls, name: str) -> Size:
        """The size that goes by a name: `slide` or `a4`."""
        return cls[name.upper()]


@dataclass(frozen=True)
class Text:
    """Lines of text under one another, each with its own size and colour.

    Attributes:
        lines: Text, size in points and colour of each line.
    """

    lines: tuple[tuple[str, float, str], ...]

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max((width_of(text, size) for text, size, _ in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return sum(size * LEADING for _, size, _ in self.lines)

    def under(self, other: Text) -> Text:
        """This text under another one."""
        return Text((*other.lines, *self.lines))


@dataclass
class Lacking:
    """Letters that the font lacks, gathered while a picture is made.

    Attributes:
        found: For each text that has some, those letters.
    """

    found: dict[str, str] = field(default_factory=dict)

    def replaced(self, text: str) -> str:
        """A text with a sign where a letter is lacking, and straight marks for those that are as wide as a kanji."""
        text = text.translate(_STRAIGHT)
        letters = lacking(text)
        if letters:
            self.found[text] = letters
        for letter in letters:
            text = text.replace(letter, GETA)
        return text


@dataclass(frozen=True)
class Setting:
    """What a picture is drawn for.

    Attributes:
        store: The graph.
        imprint: What the picture says of itself: words, day, build, handling, draft.
        own: Id of the reader's own side.
        langs: Languages: one, or the first large and the second small.
        size: Size of the picture.
        lacking: Letters that were replaced, for whoever asked for the picture to tell.
    """

    store: GraphStore
    imprint: Imprint
    own: str
    langs: tuple[str, ...]
    size: Size = Size.SLIDE
    lacking: Lacking = field(default_factory=Lacking)

    @property
    def lang(self) -> str:
        """The first language."""
        return self.langs[0]

    @property
    def as_of(self) -> str:
        """ISO day for which it is drawn."""
        return self.imprint.coverage.as_of

    def said(self, say: Callable[[str], str]) -> Said:
        """What is said in each language of the picture."""
        return {lang: say(lang) for lang in self.langs}

    def together(self, parts: Iterable[Said]) -> Said:
        """Several sentences as one paragraph."""
        told = list(parts)
        return self.said(
            lambda lang: ("" if lang == "ja" else " ").join(part[lang] for part in told)
        )

    def phrase(self, name: str, /, **values: object) -> Said:
        """A phrase of `picture.yaml` in each language; a value may be what is said itself."""

        def in_language(lang: str) -> str:
            own = {
                key: value[lang] if isinstance(value, Mapping) else value
                for key, value in values.items()
            }
            return self.imprint.phrases.say(f"picture.{name}", lang, **own)

        return self.said(in_language)

    def text(
        self,
        said: Said,
        size: float = BODY,
        width: float = 9e9,
        *,
        most: int = 99,
        colour: str = INK,
        second: float = _SECOND,
    ) -> Text:
        """What is said as lines: the first language, and smaller below it the second, where it reads differently.

        Args:
            said: What is said.
            size: Size of the first language, in points.
            width: Width of a line, in points.
            most: Lines of each language that are kept.
            colour: Colour of the first language.
            second: Size of the second language, in sizes of the first.
        """
        lines: list[tuple[str, float, str]] = []
        for place, lang in enumerate(self.langs):
            text = said.get(lang, "")
            if not text or (place and text == said.get(self.lang)):
                continue
            own = size if not place else max(NOTE, round(size * second, 1))
            shown = self.lacking.replaced(text)
            lines += [
                (line, own, colour if not place else SOFT)
                for line in wrapped(shown, own, width, most)
            ]
        return Text(tuple(lines))
