"""What an officer wrote into a brief between the two markers, and keeps when the brief is made again.

The markers are two visible lines. Word and LibreOffice keep text as it is, whatever becomes of styles, bookmarks and
content controls when a file is pasted from, converted or saved by the other; and who writes there sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visualizations.briefing.phrases import LANGUAGES, Phrases, read_phrases

_JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True)
class OwnRun:
    """Letters of one look.

    Attributes:
        text: The letters; a line break is one of them.
        bold: Whether they are bold.
        italic: Whether they are slanted.
        underline: Whether they are underlined.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False

    @property
    def lang(self) -> str:
        """The language that they are most likely in."""
        return "ja" if _JAPANESE.search(self.text) else "en"


OwnPara = tuple[OwnRun, ...]


@dataclass(frozen=True)
class Own:
    """An officer's own text.

    Attributes:
        paras: Its paragraphs; none if nothing was written.
        html: The same as it stands in a page; empty in other files.
        lost: Whether something stands there that is more than text, as a picture or a table.
    """

    paras: tuple[OwnPara, ...] = ()
    html: str = ""
    lost: bool = False

    def lines(self) -> list[str]:
        """Its text, line by line."""
        texts = ("".join(run.text for run in para) for para in self.paras)
        return [line for text in texts for line in text.split("\n")]


@dataclass(frozen=True)
class Found:
    """What stands in a brief that is there already.

    Attributes:
        own: The own text.
        texts: All other paragraphs.
        prints: The prints of its paragraphs; None if it has none.
    """

    own: Own
    texts: tuple[str, ...]
    prints: str | None = None


def trimmed(paras: Iterable[OwnPara]) -> tuple[OwnPara, ...]:
    """Paragraphs without the empty ones before the first and after the last that says something."""
    kept = list(paras)
    while kept and not _said(kept[-1]):
        kept.pop()
    while kept and not _said(kept[0]):
        kept.pop(0)
    return tuple(kept)


@dataclass(frozen=True)
class Markers:
    """The two lines between which own text stands, in every wording that a file may have them in.

    Attributes:
        begins: Wordings of the first.
        ends: Wordings of the second.
    """

    begins: frozenset[str]
    ends: frozenset[str]

    def begin(self, text: str) -> bool:
        """Whether a line is the first marker."""
        return squeezed(text) in self.begins

    def end(self, text: str) -> bool:
        """Whether a line is the second marker."""
        return squeezed(text) in self.ends


def markers(phrases: Phrases) -> Markers:
    """The markers as the phrases word them, and as the shipped ones do.

    Args:
        phrases: The words.
    """

    def wordings(name: str) -> frozenset[str]:
        return frozenset(
            squeezed(each.say(f"brief.{name}", lang))
            for each in (phrases, read_phrases())
            for lang in LANGUAGES
        )

    return Markers(wordings("own_begin"), wordings("own_end"))


def between(texts: Sequence[str], marks: Markers) -> tuple[int, int] | None:
    """Where own text stands among lines: after the first marker, before the last second one; None without markers."""
    first = next((n for n, text in enumerate(texts) if marks.begin(text)), None)
    if first is None:
        return None
    last = next((n for n in range(len(texts) - 1, first, -1) if marks.end(texts[n])), None)
    return None if last is None else (first + 1, last)


def squeezed(text: str) -> str:
    """Text without any space, which programs set as they like."""
    return re.sub(r"\s+", "", text)


def _said(para: OwnPara) -> bool:
    return bool("".join(run.text for run in para).strip())
