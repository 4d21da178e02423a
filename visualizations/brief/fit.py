"""Fits a brief on one A4 page: measures what each sentence takes, and chooses what is said.

Every sentence has a rank. The summary and the first sentence of each block come first of all, then the others by rank;
within a rank the blocks take turns. Each that still fits is taken. What is left out is counted, so that nobody takes the page for
everything that is held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from visualizations.brief.content import Block, Content, Item
from visualizations.brief.own import Own
from visualizations.briefing.footnotes import RECORD, Footnotes
from visualizations.briefing.imprint import Imprint
from visualizations.briefing.measure import LEADING, Para, Run, lines_of

WIDTH, HEIGHT = 595.28, 841.89
"""A4, in points."""
LEFT = RIGHT = 48.0
TOP, BOTTOM = 46.0, 42.0
"""Margins, in points; mark and imprint stand in them."""

_CARE = 6.0
"""Points that are left free at the foot of the page, since no two programs set lines alike."""
OWN_LINES = 3
"""Empty lines for the officer's own text."""
_GREY = "4A5A6A"


_Place = tuple[int, int]
"""Where a sentence stands: number of its block, and its number in it."""


@dataclass(frozen=True)
class Sizes:
    """Sizes of letters, in points.

    Attributes:
        title: Of the title.
        body: Of headings and sentences.
        second: Of the second language.
        note: Of markers, notes and sources.
    """

    title: float = 15.0
    body: float = 10.5
    second: float = 8.5
    note: float = 8.0


_IN_TWO = Sizes(body=10.0, second=8.0, note=8.0)
"""Sizes of a brief in two languages, which says everything twice."""


@dataclass(frozen=True)
class Printed:
    """A paragraph as it is printed.

    Attributes:
        style: What it is: `title`, `subtitle`, `heading`, `line`, `second`, `marker`, `note` or `source`.
        para: The paragraph.
    """

    style: str
    para: Para


@dataclass(frozen=True)
class Sheet:
    """A brief as it is printed.

    Attributes:
        langs: Its languages.
        title: Its title in the first.
        mark: What stands top right: draft stamp and handling.
        before: Paragraphs before the own text, the first marker being the last of them.
        own: The own text, or empty lines for it.
        after: The second marker, and what stands after it.
        foot: The line at the foot of the page.
        sizes: Sizes of its letters; own text is as large as sentences.
        own_height: Points that the own text takes.
        height: Points that all of it takes.
        fits: Whether that is one page.
    """

    langs: tuple[str, ...]
    title: str
    mark: Printed
    before: tuple[Printed, ...]
    own: Own
    after: tuple[Printed, ...]
    foot: Printed
    sizes: Sizes
    own_height: float
    height: float
    fits: bool


def fitted(
    content: Content, imprint: Imprint, footnotes: Footnotes, own: Own, langs: tuple[str, ...]
) -> Sheet:
    """A brief that fits on one page, as far as the own text leaves room for one.

    Args:
        content: What it may say.
        imprint: What it says of itself.
        footnotes: Numbers and words the sources; its numbers are given anew.
        own: The officer's own text.
        langs: Its languages.
    """
    setter = _Setter(content, imprint, footnotes, own, langs)
    order = _order(content.blocks)
    leading = {number: next(place for place in order if place[0] == number) for number, _ in order}
    chosen: dict[_Place, Item] = {}

    def choose(place: _Place, *, shorter: bool) -> bool:
        item = content.blocks[place[0]].items[place[1]]
        form = replace(item, said=item.shorter) if shorter and item.shorter else item
        if setter.sheet({**chosen, place: form}).fits:
            chosen[place] = form
            return True
        return False

    for place in leading.values():  # so that every block has its say before any has more
        choose(place, shorter=True)
    for place in order:
        if not choose(place, shorter=False) and place not in chosen:
            choose(place, shorter=True)
    return setter.sheet(chosen)


def _order(blocks: Sequence[Block]) -> list[_Place]:
    """Places of the sentences, by block and item, in the order in which they get room."""
    places = []
    for number, block in enumerate(blocks):
        by_rank = sorted(range(len(block.items)), key=lambda item: (block.items[item].rank, item))
        met: Counter[int] = Counter()
        for turn, item in enumerate(by_rank):
            rank = block.items[item].rank
            first = turn == 0 or block.key == "summary"
            places.append((-1, 0, number, item) if first else (rank, met[rank], number, item))
            met[rank] += 1
    return [(number, item) for _, _, number, item in sorted(places)]


class _Setter:
    """Sets the page of a brief."""

    def __init__(
        self,
        content: Content,
        imprint: Imprint,
        footnotes: Footnotes,
        own: Own,
        langs: tuple[str, ...],
    ) -> None:
        self._content, self._imprint, self._own, self._langs = content, imprint, own, langs
        self._footnotes, self._phrases = footnotes, imprint.phrases
        self._size = Sizes() if len(langs) == 1 else _IN_TWO

    def sheet(self, chosen: Mapping[_Place, Item]) -> Sheet:
        """The page with some of its sentences, each in the form that was chosen."""
        self._footnotes.order.clear()
        before = [*self._head()]
        left = 0
        for number, block in enumerate(self._content.blocks):
            places = [(number, at) for at in range(len(block.items))]
            items = [chosen[place] for place in places if place in chosen]
            left += len(block.items) - len(items)
            before += self._block(block, items)
        before += self._heading("points", {})
        before.append(self._marker("own_begin"))
        after = [self._marker("own_end"), *self._notes(before, left), *self._sources()]
        own = self._own_height()
        height = own + sum(height_of(one) for one in (*before, *after))
        return Sheet(
            self._langs, self._content.titles[0], self._mark(), tuple(before), self._own,
            tuple(after), self._foot(), self._size, own, height,
            height <= HEIGHT - TOP - BOTTOM - _CARE,
        )  # fmt: skip

    # Parts ---------------------------------------------------------------------------------------------------------

    def _head(self) -> list[Printed]:
        first = self._langs[0]
        size = self._size
        parts = [_printed("title", self._content.titles[0], first, size.title, bold=True)]
        for lang, title in list(zip(self._langs, self._content.titles, strict=True))[1:]:
            parts.append(_printed("subtitle", title, lang, size.body))
        runs = []
        for number, lang in enumerate(self._langs):
            said = self._say("subtitle", lang, day=self._imprint.day(lang))
            runs.append(Run(("　/　" if number else "") + said, lang, size.note, colour=_GREY))
        return [*parts, Printed("subtitle", Para(tuple(runs)))]

    def _block(self, block: Block, items: Sequence[Item]) -> list[Printed]:
        values = block.values or tuple({} for _ in self._langs)
        parts = self._heading(block.key, *values)
        if not block.items:
            runs = []
            for number, lang in enumerate(self._langs):
                size = self._size.second if number else self._size.body
                none = self._phrases.say("common.none_held", lang)
                runs.append(Run((" / " if number else "") + none, lang, size))
            return [*parts, Printed("line", Para(tuple(runs), bullet="•"))]
        if not items:
            said = self._say("no_room", self._langs[0], n=len(block.items))
            return [*parts, _printed("note", said, self._langs[0], self._size.note)]
        for item in items:
            parts.append(Printed("line", Para(self._runs(item, 0, self._size.body), bullet="•")))
        for number in range(1, len(self._langs)):
            size = self._size.second
            second = tuple(run for item in items for run in self._runs(item, number, size))
            if second:
                parts.append(Printed("second", Para(second, before=1)))
        return parts

    def _runs(self, item: Item, number: int, size: float) -> tuple[Run, ...]:
        sentence, lang = item.said[number], self._langs[number]
        numbers = self._footnotes.of(sentence.sources)
        signs = _signs(numbers, lang)
        end = " " if number else ""
        return (
            Run(sentence.text, lang, size),
            Run(f"{signs}{end}", lang, size, raised=True, colour=_GREY),
        )

    def _heading(self, key: str, *values: object) -> list[Printed]:
        runs = []
        for number, lang in enumerate(self._langs):
            given = values[number] if number < len(values) else {}
            assert isinstance(given, dict)
            text = self._say(f"h_{key}", lang, **given)
            size = self._size.second if number else self._size.body
            runs.append(Run(("　" if number else "") + text, lang, size, bold=not number))
        return [Printed("heading", Para(tuple(runs), before=4))]

    def _marker(self, name: str) -> Printed:
        return _printed("marker", self._say(name, self._langs[0]), self._langs[0], self._size.note)

    def _notes(self, before: Sequence[Printed], left: int) -> list[Printed]:
        """What is left out, and what marks mean."""
        text = "".join(part.para.text for part in before)
        found = []
        for number, lang in enumerate(self._langs):
            said = []
            if "▲" in text.replace(self._say("own_end", lang), ""):
                said.append(self._say("differs_mark", lang))
            if ("＊" if lang == "ja" else "*") in text:
                said.append(self._say("confirm", lang))
            if "⇢" in text:
                said.append(self._say("arrows", lang))
            if left:
                said.append(self._say("more", lang, n=left, what=self._content.names[number]))
            if self._content.unsupported:
                said.append(self._say("unsupported", lang, n=self._content.unsupported))
            if said:
                text_ = ("　" if lang == "ja" else " ").join(said)
                found.append(_printed("note", text_, lang, self._size.note, before=2))
        return found

    def _sources(self) -> list[Printed]:
        size, first = self._size, self._langs[0]
        parts = self._heading("sources", *({} for _ in self._langs))
        runs: list[Run] = []
        for number, id_ in enumerate(self._footnotes.order, start=1):
            gap = "　" if first == "ja" else "  "
            said = f"{gap if runs else ''}{number}) {self._footnotes.short(number, first)}"
            runs.append(Run(said, first, size.note))
            if id_ == RECORD:
                for lang in self._langs[1:]:
                    runs.append(Run(f" / {self._footnotes.short(number, lang)}", lang, size.note))
        return [*parts, Printed("source", Para(tuple(runs)))]

    def _mark(self) -> Printed:
        """Draft stamp and handling, which stand top right."""
        said = [
            "　".join(filter(None, (self._imprint.stamp(lang), self._imprint.mark(lang))))
            for lang in self._langs
        ]
        runs = tuple(
            Run((" / " if number else "") + text, lang, self._size.body, bold=True)
            for number, (lang, text) in enumerate(zip(self._langs, said, strict=True))
        )
        return Printed("mark", Para(runs, align="r"))

    def _foot(self) -> Printed:
        text = self._imprint.foot(self._langs[0])
        return _printed("foot", text, self._langs[0], self._size.note)

    def _own_height(self) -> float:
        size = self._size.body
        empty = Para((Run("　", "ja", size),))
        if self._own.paras:
            texts = self._own.lines()
            paras = [Para((Run(text or "　", "ja", size),)) for text in texts]
        else:
            paras = [empty] * OWN_LINES
        return sum(height_of(Printed("own", para)) for para in paras)

    def _say(self, name: str, lang: str, **values: object) -> str:
        return self._phrases.say(f"brief.{name}", lang, **values)


def _signs(numbers: Sequence[int], lang: str) -> str:
    """Numbers of footnotes behind a sentence; three and more in a row as a span."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    dash = "～" if lang == "ja" else "–"
    return "".join(
        f"{span[0]}){dash}{span[-1]})" if len(span) > 2 else "".join(f"{each})" for each in span)
        for span in spans
    )


def _printed(
    style: str, text: str, lang: str, size: float, *, bold: bool = False, before: float = 0
) -> Printed:
    colour = _GREY if style in ("marker", "note", "foot") else "1F2A36"
    return Printed(style, Para((Run(text, lang, size, bold=bold, colour=colour),), before=before))


@lru_cache(maxsize=4096)
def height_of(printed: Printed) -> float:
    """Points that a paragraph takes."""
    para = printed.para
    return lines_of(para, WIDTH - LEFT - RIGHT) * line_height(para) + para.before


def line_height(para: Para) -> float:
    """Distance of the lines of a paragraph, in points."""
    return line_height_of(para.size)


def line_height_of(size: float) -> float:
    """Distance of lines with letters of a size, in points."""
    return round(size * LEADING * 20) / 20
