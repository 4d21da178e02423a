"""What stands around every picture: title, scope, mark and stamp above; legend, notes, sources, day and build below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import Footnotes
from visualizations.briefing.lettering import wrapped
from visualizations.pictures.canvas import Canvas
from visualizations.pictures.files import Picture
from visualizations.pictures.setting import FAINT, INK, NOTE, RULE, SOFT, Said, Setting, Text

MARGIN = 28.0
_TITLES, _SCOPE = (21.0, 19.0, 17.0, 15.0), 12.0
_STAMP = 11.0
_GAP = 8.0
_SAMPLE = 34.0
_MOST_SOURCE_LINES = 3
_MOST_NOTE_LINES = 3


@dataclass(frozen=True)
class Key:
    """An entry of the legend.

    Attributes:
        text: What the sample means.
        draw: Draws the sample into a box.
    """

    text: Said
    draw: Callable[[Canvas, Area], None]


@dataclass(frozen=True)
class Around:
    """What stands around a picture.

    Attributes:
        title: One sentence that says what is found.
        scope: What was counted or drawn, and how far it goes.
        keys: The legend: what is shown, and nothing else.
        notes: What is left out, and what signs mean.
        footnotes: The sources, in the order of their numbers.
        more: Where the sources are that find no room, as a line for a shell.
    """

    title: Said
    scope: Said
    footnotes: Footnotes
    keys: Sequence[Key] = ()
    notes: Sequence[Said] = ()
    more: str = ""


class Page(Canvas):
    """A page with everything but the picture itself.

    Args:
        setting: What it is drawn for.
        around: What stands around the picture.

    Attributes:
        body: Where the picture goes.
    """

    def __init__(self, setting: Setting, around: Around) -> None:
        super().__init__(*setting.size.value)
        self._setting, self._around = setting, around
        top = self._head()
        bottom = self._foot()
        wide = self.page.width - 2 * MARGIN
        self.body = Area(MARGIN, top + _GAP, wide, bottom - top - 2 * _GAP)

    def picture(self, alt: Said) -> Picture:
        """The picture, once it is drawn.

        Args:
            alt: What it shows, in words, for whoever cannot see it.
        """
        lang, imprint = self._setting.lang, self._setting.imprint
        said = [imprint.mark(lang), imprint.stamp(lang), imprint.foot(lang)]
        about = ("／" if lang == "ja" else " · ").join(filter(None, said))
        return Picture(self.figure(), self._around.title[lang], about, alt[lang])

    def write_none(self) -> None:
        """Say in the body that nothing is held: an empty picture would leave it open."""
        phrases = self._setting.imprint.phrases
        said = self._setting.said(lambda lang: phrases.say("common.none_held", lang))
        self.in_middle(self._setting.text(said, _TITLES[-1], colour=SOFT), *self.body.middle)

    def _head(self) -> float:
        """Title, scope, mark and stamp; where they end."""
        marks = self._marks()
        room = self.page.width - 2 * MARGIN - marks - _GAP
        title = self._title(room)
        scope = self._setting.text(self._around.scope, _SCOPE, room, most=2, colour=SOFT)
        y = self.text(title, MARGIN, MARGIN * 0.7)
        y = self.text(scope, MARGIN, y + 2) + 5
        self.line([(MARGIN, y), (self.page.width - MARGIN, y)], FAINT, 0.8)
        return y

    def _title(self, room: float) -> Text:
        """The title in two lines of each language at most, as large as they allow; nothing of it is cut off."""
        count = len(self._setting.langs)
        tries = [(size, count) for size in _TITLES[:2]] + [(size, 2 * count) for size in _TITLES]
        made = (
            (self._setting.text(self._around.title, size, room, second=0.62), most)
            for size, most in tries
        )
        smallest = self._setting.text(self._around.title, _TITLES[-1], room, second=0.62)
        return next((title for title, most in made if len(title.lines) <= most), smallest)

    def _marks(self) -> float:
        """Handling mark and draft stamp, top right; how wide they are."""
        imprint, right = self._setting.imprint, self.page.width - MARGIN
        for say, dashes in ((imprint.mark, ()), (imprint.stamp, (4.0, 3.0))):
            text = self._setting.text(self._setting.said(say), _STAMP)
            if not text.lines:
                continue
            box = Area(right - text.width - 16, MARGIN * 0.7, text.width + 16, text.height + 6)
            self.rectangle(box, border=INK, width=1.0, dashes=dashes)
            self.text(text, box.middle[0], box.top + 3, align="center")
            right = box.left - 6
        return self.page.width - MARGIN - right

    def _foot(self) -> float:
        """Legend, notes, sources, day and build, from the bottom upwards; where they begin."""
        wide = self.page.width - 2 * MARGIN
        parts = [self._sources(wide), self._line_of_day(wide)]
        said = self._setting.together(self._around.notes)
        notes = [self._setting.text(said, NOTE, wide, most=_MOST_NOTE_LINES, colour=SOFT)]
        rows = self._rows_of_keys(wide)
        height = sum(part.height for part in (*notes, *parts)) + 6
        height += sum(tall + 3 for _, tall in rows) + (4 if rows else 0)
        top = y = self.page.height - MARGIN * 0.6 - height
        self.line([(MARGIN, y), (self.page.width - MARGIN, y)], RULE, 0.8)
        y += 4
        for row, tall in rows:
            x = MARGIN
            for key, text in row:
                key.draw(self, Area(x, y, _SAMPLE - 8, tall))
                self.text(text, x + _SAMPLE, y + (tall - text.height) / 2)
                x += _SAMPLE + text.width + 18
            y += tall + 3
        for part in (*notes, *parts):
            y = self.text(part, MARGIN, y + (2 if part is parts[0] else 0))
        return top

    def _rows_of_keys(self, wide: float) -> list[tuple[list[tuple[Key, Text]], float]]:
        """The entries of the legend in rows, each with its height."""
        rows: list[list[tuple[Key, Text]]] = [[]]
        used = 0.0
        for key in self._around.keys:
            text = self._setting.text(key.text, NOTE, wide / 2)
            needed = _SAMPLE + text.width + 18
            if rows[-1] and used + needed > wide:
                rows.append([])
                used = 0.0
            rows[-1].append((key, text))
            used += needed
        return [(row, max(14.0, *(text.height for _, text in row))) for row in rows if row]

    def _sources(self, wide: float) -> Text:
        """As many sources as find room, and how many do not."""
        count = len(self._around.footnotes.order)
        if not count:
            return Text(())
        tries = (self._source_lines(kept, count, wide) for kept in range(count, -1, -1))
        lines = next(lines for lines in tries if len(lines) <= _MOST_SOURCE_LINES)
        return Text(tuple((line, NOTE, SOFT) for line in lines))

    def _source_lines(self, kept: int, count: int, wide: float) -> tuple[str, ...]:
        """The first sources, and how many there are besides."""
        lang, notes = self._setting.lang, self._around.footnotes
        head = self._setting.imprint.phrases.say("common.sources", lang)
        said = [f"{head}：" if lang == "ja" else f"{head}:"]
        said += [f"{number}) {notes.short(number, lang)}" for number in range(1, kept + 1)]
        if kept < count:
            rest = self._setting.phrase("more_sources", n=count - kept, where=self._around.more)
            said.append(rest[lang])
        gap = "　" if lang == "ja" else "  "
        return wrapped(self._setting.lacking.replaced(gap.join(said)), NOTE, wide)

    def _line_of_day(self, wide: float) -> Text:
        said = self._setting.imprint.foot(self._setting.lang)
        return Text(tuple((line, NOTE, INK) for line in wrapped(said, NOTE, wide)))
