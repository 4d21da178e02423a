"""What can be read of a slide or a document, whichever program wrote it: boxes, paragraphs, letters and lines.

All lengths are in points. A document has one sheet whose boxes have no place: its header, its text, its footer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_CLOSING = re.compile(r"(?:(?<!\d)(\d{1,3})\)[–～〜-])?(?<!\d)(\d{1,3})\)")
EAST_ASIAN = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""A letter that only an East Asian font has."""


class BoxKind(StrEnum):
    """What a box is."""

    TEXT = "text"
    CELL = "cell"
    TABLE = "table"
    PICTURE = "picture"
    LINE = "line"


@dataclass(frozen=True)
class Letters:
    """Letters of one look.

    Attributes:
        text: The letters.
        langs: Languages that are declared for them, as ja-JP.
        east_asian: Font for East Asian letters, as it is declared; empty if none is.
        size: Their size; 0 if none is declared.
        raised: Whether they are raised, as marks of footnotes are.
        bold: Whether they are bold.
    """

    text: str
    langs: tuple[str, ...] = ()
    east_asian: str = ""
    size: float = 0
    raised: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph.

    Attributes:
        letters: What stands in it.
        style: Name of its style, in a document.
        leading: Distance of its lines; 0 where it follows from the size of the letters.
        before: Distance from the paragraph above.
        indent: Width of what stands before its lines.
        align: Where its lines stand: `l`, `ctr` or `r`.
    """

    letters: tuple[Letters, ...]
    style: str = ""
    leading: float = 0
    before: float = 0
    indent: float = 0
    align: str = "l"

    @property
    def text(self) -> str:
        """Its words, without marks of footnotes."""
        return "".join(one.text for one in self.letters if not one.raised).strip()

    @property
    def size(self) -> float:
        """Size of its largest letters."""
        return max((one.size for one in self.letters), default=0)

    @property
    def lang(self) -> str:
        """Its language, `ja` or `en`, as it is declared for its first letters; empty if none is."""
        first = next((one for one in self.letters if one.text.strip() and one.langs), None)
        return first.langs[0].partition("-")[0] if first else ""

    @property
    def marks(self) -> tuple[int, ...]:
        """Numbers of the footnotes that are marked in it."""
        return tuple(_numbers("".join(one.text if one.raised else "\n" for one in self.letters)))

    @property
    def named(self) -> frozenset[int]:
        """Numbers that stand in its words as those of footnotes."""
        return frozenset(_numbers(self.text))


def _numbers(text: str) -> Iterator[int]:
    """Numbers of footnotes in a text: `3)`, and `4)–6)` for all from 4 to 6.

    The parenthesis of such a number closes none that is open, as that of `(March 14)` does.
    """
    for match in _CLOSING.finditer(text):
        if not _open_parentheses(text[: match.start()]):
            yield from range(int(match[1] or match[2]), int(match[2]) + 1)


def _open_parentheses(text: str) -> int:
    """How many parentheses are open at the end of a text; those of numbers of footnotes close none."""
    depth = 0
    for letter in text:
        depth = depth + 1 if letter == "(" else max(0, depth - 1) if letter == ")" else depth
    return depth


@dataclass(frozen=True)
class End:
    """An end of a line.

    Attributes:
        box: Number of the box that it is glued to; 0 if it is glued to none.
        site: Which side of the box: 0 top, 1 left, 2 bottom, 3 right.
        x: Where it is.
        y: Where it is.
    """

    box: int
    site: int
    x: float
    y: float


@dataclass(frozen=True)
class Box:
    """What stands on a sheet in one piece.

    Attributes:
        id: Its number on the sheet.
        name: Its name.
        kind: What it is.
        left: Its left side.
        top: Its upper side.
        width: Its width.
        height: Its height.
        paragraphs: Its text.
        alt: What it shows, for those who do not see it.
        insets: Distance of text from its left, upper, right and lower side.
        anchor: Where text stands in it: `t`, `ctr` or `b`.
        seen: Whether its outline or its colour is seen, and not its text alone.
        ends: Both ends, of a line.
        straight: Whether it is a straight line, of a line.
    """

    id: int
    name: str
    kind: BoxKind
    left: float = 0
    top: float = 0
    width: float = 0
    height: float = 0
    paragraphs: tuple[Paragraph, ...] = ()
    alt: str = ""
    insets: tuple[float, float, float, float] = (0, 0, 0, 0)
    anchor: str = "t"
    seen: bool = False
    ends: tuple[End, End] | None = None
    straight: bool = True

    @property
    def part(self) -> str:
        """What it is on its sheet: its name up to a colon, as `node` of `node:country:GB`."""
        return self.name.partition(":")[0]

    @property
    def text(self) -> str:
        """Its words."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs if paragraph.text)


@dataclass(frozen=True)
class Sheet:
    """A slide, or all pages of a document.

    Attributes:
        name: What it is called in messages, as `slide 2`.
        width: Its width.
        height: Its height.
        boxes: What stands on it, the hindmost first.
        notes: Text of its notes page.
    """

    name: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    notes: tuple[Paragraph, ...] = ()

    def place(self, box: Box) -> str:
        """Where a box is, in words."""
        return f"{self.name}, {box.name}" if box.name else self.name
