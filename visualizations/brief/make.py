"""Makes the file of a brief, in any of its forms; and reads what stands in one."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.stores import GraphStore
from visualizations.brief.content import Content
from visualizations.brief.fit import fitted
from visualizations.brief.own import Found, Own, markers
from visualizations.brief.read import Changed, read_brief
from visualizations.brief.slide import read_slide, slide_file
from visualizations.brief.web import read_web, web_file
from visualizations.brief.word import read_word, word_file
from visualizations.briefing.footnotes import Footnotes
from visualizations.briefing.imprint import Imprint


@dataclass(frozen=True)
class Made:
    """A brief as a file.

    Attributes:
        content: The bytes.
        fits: Whether it is one page; own text alone can make it longer.
    """

    content: bytes
    fits: bool


class Maker:
    """Makes briefs.

    Args:
        store: The graph.
        imprint: What they say of themselves.
        langs: Their languages, the first of which stands large.
        own_side: Id of the reader's own side.
    """

    def __init__(
        self, store: GraphStore, imprint: Imprint, langs: tuple[str, ...], own_side: str
    ) -> None:
        self._store, self._imprint, self._own_side = store, imprint, own_side
        self.langs = langs
        self._marks = markers(imprint.phrases)

    def content(self, id_: str, *, status: bool, changed: Changed | None = None) -> Content:
        """What the brief of a country, union or forum may say.

        Args:
            id_: Its id.
            status: Whether it is told what came of agreed items.
            changed: Tells what changed since last time.
        """
        return read_brief(
            self._store,
            id_,
            phrases=self._imprint.phrases,
            langs=self.langs,
            as_of=self._imprint.coverage.as_of,
            own=self._own_side,
            status=status,
            changed=changed,
        )

    def file(self, content: Content, own: Own, suffix: str) -> Made:
        """A brief as a file.

        Args:
            content: What it may say.
            own: The officer's own text.
            suffix: `.docx`, `.pptx` or `.html`.
        """
        footnotes = Footnotes(self._store, self._imprint.phrases, self._imprint.coverage)
        sheet = fitted(content, self._imprint, footnotes, own, self.langs)
        if suffix == ".html":
            made = web_file(sheet, self._imprint)
        elif suffix == ".pptx":
            made = slide_file(sheet, self._imprint, self._marks)
        else:
            made = word_file(sheet, self._imprint, self._marks)
        return Made(made, sheet.fits)

    def found(self, content: bytes, suffix: str) -> Found:
        """What stands in a brief that is there already.

        Args:
            content: The file.
            suffix: Its ending.

        Raises:
            ValueError: If it is no such file.
        """
        if suffix == ".html":
            return read_web(content)
        read = read_slide if suffix == ".pptx" else read_word
        return read(content, self._marks)
