"""What is on every slide: title, handling mark and stamp, footnotes, the line at the foot, and the notes page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import Sentence
from visualizations.briefing.imprint import Imprint
from visualizations.briefing.measure import Para, height_of, lines_of
from visualizations.deck.canvas import Canvas, Line
from visualizations.deck.house import House
from visualizations.deck.slides import Both, Said
from visualizations.deck.text_frames import high, room_in, write_text
from visualizations.deck.words import INK, NOTE, QUIET, Words, text_of, texts

_TITLE_SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
_LEAST_TITLE = 20.0
"""Size down to which the letters of a title go to save a line."""

_MOST_NOTE_LINES = 5
"""Lines of footnotes on a slide at most; where there are more, the rest is found at the end of the deck."""

_GAP = 6.0


@dataclass(frozen=True)
class Part:
    """One sheet that a slide is drawn on; a slide that is too long has several.

    Attributes:
        title: Its title.
        said: All that is said on it, its title too, for its footnotes.
        draw: Draws what it shows into an area.
    """

    title: Said
    said: tuple[Any, ...]
    draw: Callable[[Canvas, Area], None]


class Frame:
    """Draws what is on every slide.

    Args:
        house: The presentation.
        words: Turns what is said into paragraphs.
        imprint: What the deck says of itself.
    """

    def __init__(self, house: House, words: Words, imprint: Imprint) -> None:
        self.house, self.words, self.imprint = house, words, imprint

    def room(self, said: Iterable[Any]) -> Area:
        """What is left for a slide to show, where footnotes of what it says stand below.

        Args:
            said: All that it says.
        """
        body = self.house.body
        notes = self._footnotes(tuple(said))
        if not notes:
            return body
        taken = high(height_of(notes, room_in(body.width))) + _GAP
        return body.above(body.height - taken)

    def draw(self, part: Part, page: int, pages: int) -> None:
        """Draw a sheet.

        Args:
            part: What stands on it.
            page: Its number.
            pages: How many there are.
        """
        canvas = Canvas(self.house.sheet())
        self._title(canvas, part.title)
        part.draw(canvas, self.room(part.said))
        self._mark(canvas)
        if notes := self._footnotes(part.said):
            body = self.house.body
            height = high(height_of(notes, room_in(body.width)))
            area = Area(body.left, body.bottom - height, body.width, height)
            canvas.box(area, notes, name="footnotes", anchor="bottom")
        self._foot(canvas, page, pages)
        self._notes_page(canvas, part)

    def _title(self, canvas: Canvas, said: Said) -> None:
        area = self.house.title
        title: Any = canvas.sheet.shapes.title
        colour = "" if self.house.own else INK
        paras = self._title_paras(said, area, colour)
        title.name = "title"
        write_text(title.text_frame, paras, "middle")
        if not self.house.own:
            rule = Area(area.left, area.bottom + 2, self.house.body.width, 1.5)
            canvas.box(rule, name="rule", fill=INK)

    def _title_paras(self, said: Said, area: Area, colour: str) -> tuple[Para, ...]:
        """A title in the largest letters in which it fits; somewhat smaller ones where it takes a line less so."""
        sized = {
            size: self.words.paras(said, size, bold=True, colour=colour) for size in _TITLE_SIZES
        }
        width = room_in(area.width)
        fitting = [
            size for size in sized if high(height_of(sized[size], width)) <= area.height
        ] or [_TITLE_SIZES[-1]]

        def lines(size: float) -> int:
            return sum(lines_of(para, width) for para in sized[size])

        large = [size for size in fitting if size >= _LEAST_TITLE] or fitting[:1]
        return sized[min(large, key=lambda size: (lines(size), -size))]

    def _mark(self, canvas: Canvas) -> None:
        """The handling mark and the draft stamp, top right."""
        area, words = self.house.mark, self.words
        stamp = 68 if self.imprint.draft else 0
        mark = Area(area.left + stamp, area.top, area.width - stamp, area.height)
        line = Line(INK, 1.25)
        paras = words.paras(_beside(self.imprint.mark, words), 10, bold=True, align="ctr")
        canvas.box(mark, paras, name="mark", line=line)
        if stamp:
            paras = words.paras(_beside(self.imprint.stamp, words), 10, bold=True, align="ctr")
            box = Area(area.left, area.top, stamp - 4, area.height)
            canvas.box(box, paras, name="stamp", line=line)

    def _foot(self, canvas: Canvas, page: int, pages: int) -> None:
        words, area = self.words, self.house.foot
        number = words.paras(
            words.phrase("deck.page", page=page, pages=pages), 10, align="r", colour=QUIET
        )
        left = Area(area.left, area.top, area.width - 80, area.height)
        right = Area(area.right - 70, area.top, 70, area.height)
        said = words.paras(_beside(self.imprint.foot, words), 10, colour=QUIET)
        if high(height_of(said, room_in(left.width))) > left.height:
            said = words.paras(self.imprint.foot(words.langs[0]), 10, colour=QUIET)
        canvas.box(left, said, name="foot")
        canvas.box(right, number[:1], name="page")

    def _footnotes(self, said: tuple[Any, ...]) -> tuple[Para, ...]:
        """What stands below: what a ▲ means, and the sources by number."""
        words = self.words
        lang = words.langs[0]
        differ = words.phrases.say("common.differ", lang)
        known = list(texts(said))
        marked = any("▲" in text for text in known) and differ not in known
        lead = [differ] if marked else []
        numbers = words.numbers([said])
        if not numbers and not lead:
            return ()
        shown = list(numbers)
        while True:
            para = self._footnote_line(lead, shown, numbers[len(shown) :], lang)
            lines = height_of(para, room_in(self.house.body.width)) / height_of(para[:1], 1e9)
            if lines <= _MOST_NOTE_LINES + 0.5 or not shown:
                return para
            shown.pop()

    def _footnote_line(
        self, lead: list[str], shown: Sequence[int], rest: Sequence[int], lang: str
    ) -> tuple[Para, ...]:
        words = self.words
        parts = [*lead]
        if shown or rest:
            label = words.phrases.say("deck.sources_here", lang)
            notes = [f"{n}) {words.footnotes.short(n, lang)}" for n in shown]
            if rest:
                numbers = " ".join(_ranges(rest))
                notes.append(words.phrases.say("deck.further", lang, numbers=numbers))
            parts.append(f"{label}{'：' if lang == 'ja' else ': '}" + "　".join(notes))
        return words.paras("　".join(parts), NOTE, colour=QUIET)

    def _notes_page(self, canvas: Canvas, part: Part) -> None:
        """The full sources of a slide, on its notes page."""
        words = self.words
        paras = list(words.paras(text_of(part.title), 12, bold=True))
        for number in words.numbers([part.said]):
            for lang in words.langs:
                text = f"{number}) {words.footnotes.full(number, lang)}"
                paras += words.paras(text, 10)
        frame = canvas.sheet.notes_slide.notes_text_frame
        write_text(frame, paras)


def _ranges(numbers: Sequence[int]) -> Iterable[str]:
    """Rising numbers of footnotes, those that follow one another as 3)-9)."""
    first = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number == last + 1:
            last = number
            continue
        yield f"{first})" if first == last else f"{first})–{last})"
        first = last = number


def _beside(say: Callable[[str], str], words: Words) -> str:
    """What a deck says of itself, in its languages beside each other."""
    return " ".join(dict.fromkeys(map(say, words.langs)))


def continued(title: Said, number: int, words: Words) -> Said:
    """The title of a sheet: from the second on it says that it goes on.

    Args:
        title: Title of the slide.
        number: Number of the sheet, from 0.
        words: The words.
    """
    if not number:
        return title
    if isinstance(title, Both):
        first, second = words.langs
        return Both(_going_on(title.first, first, words), _going_on(title.second, second, words))
    return _going_on(title, words.langs[0], words)


def _going_on(title: Sentence | str, lang: str, words: Words) -> Sentence | str:
    said = words.phrases.say("deck.continued", lang, title=text_of(title))
    return replace(title, text=said) if isinstance(title, Sentence) else said
