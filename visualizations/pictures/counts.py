"""How many documents there were in which year, of which kind: one bar for a year, no second axis, no depth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphmodel.vocab import InstrumentStage, InstrumentType, Level, Scope
from queries.catalogue import internal
from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import RECORD, Footnotes
from visualizations.pictures.canvas import Canvas
from visualizations.pictures.files import Picture
from visualizations.pictures.page import Around, Key, Page
from visualizations.pictures.setting import BODY, INK, NOTE, SOFT, Said, Setting, Text
from visualizations.pictures.subjects import capital, in_sentence, names
from visualizations.style import node_look
from visualizations.wording import listed

_DONE = (
    InstrumentStage.SIGNED,
    InstrumentStage.OPERATIVE,
    InstrumentStage.ISSUED,
    InstrumentStage.ANNOUNCED,
)
"""States in which a document is counted: what is only planned, or is being negotiated, is not."""

_HATCHES = ("", "////", "....", "\\\\\\\\", "xxxx", "----")
"""Fillings by place of the kind, so that grey print tells them apart."""

_MOST_KINDS = len(_HATCHES)
_AXIS = 18.0
_WIDEST = 74.0


@dataclass(frozen=True)
class Counted:
    """What is counted.

    Attributes:
        side: Id of the country or union whose documents are counted; with our side, if it is not ours.
        levels: Between whom.
        scopes: How far on quantum.
    """

    side: str
    levels: tuple[Level, ...] = (Level.GOVERNMENT,)
    scopes: tuple[Scope, ...] = (Scope.DEDICATED, Scope.INCLUDES)


def draw_counts(setting: Setting, counted: Counted) -> Picture:
    """Draw how many documents there were by year and kind.

    Args:
        setting: What it is drawn for.
        counted: What is counted.
    """
    rows = _rows(setting, counted)
    dated = [row for row in rows if _year(row)]
    kinds = _kinds(dated)
    notes = Footnotes(setting.store, setting.imprint.phrases, setting.imprint.coverage)
    notes.of([RECORD])
    for row in dated:
        notes.of(notes.best(row["sources"]))
    years = range(
        min((_year(row) for row in dated), default=0),
        max((_year(row) for row in dated), default=-1) + 1,
    )
    told = [setting.phrase("counts_note")]
    if len(rows) > len(dated):
        told.append(setting.phrase("counts_undated", n=len(rows) - len(dated)))
    keys = [Key(_word(setting, kind), _sample(place, kind)) for place, kind in enumerate(kinds)]
    title = _title(setting, counted, len(dated), years)
    scope = setting.phrase(
        "counts_scope", levels=_levels(setting, counted), scopes=_scopes(setting, counted)
    )
    around = Around(title, scope, notes, keys, told, "enishi query run headline-counts")
    page = Page(setting, around)
    if dated:
        _Bars(page, dated, kinds, years, setting.lang).draw()
    else:
        page.write_none()
    return page.picture(scope)


def _rows(setting: Setting, counted: Counted) -> list[dict[str, Any]]:
    given = {"id": counted.side, "party": setting.own}
    rows = setting.store.read(internal("card-instruments"), given, max_rows=20_000).records()
    return [
        row
        for row in rows
        if row["level"] in counted.levels
        and row["scope"] in counted.scopes
        and row["stage"] in _DONE
        and (row["event_on_min"] or "") <= setting.as_of
    ]


def _year(row: dict[str, Any]) -> int:
    """The year of a document; 0 if no source says which."""
    first, last = (row["event_on_min"] or "")[:4], (row["event_on_max"] or "")[:4]
    return int(first) if first and first == last else 0


def _kinds(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Kinds of documents, those with most first; what finds no filling of its own is drawn together as other."""
    number = Counter(row["type"] for row in rows)
    order = [kind.value for kind in InstrumentType]
    ranked = sorted(number, key=lambda kind: (-number[kind], order.index(kind)))
    if len(ranked) <= _MOST_KINDS:
        return ranked
    first = [kind for kind in ranked if kind != InstrumentType.OTHER][: _MOST_KINDS - 1]
    return [*first, InstrumentType.OTHER.value]


def _title(setting: Setting, counted: Counted, n: int, years: range) -> Said:
    named = names(setting, [setting.own, counted.side])
    own, side = in_sentence(named[setting.own]), in_sentence(named[counted.side])
    whose = (
        setting.phrase("counts_own", own=own)
        if counted.side == setting.own
        else setting.phrase("counts_with", own=own, what=side)
    )
    said = {
        "whose": setting.said(lambda lang: capital(whose[lang])),
        "levels": _levels(setting, counted),
        "scopes": _scopes(setting, counted),
    }
    if not n:
        return setting.phrase("counts_none", **said)
    return setting.phrase("counts", **said, n=n, first=years[0], last=years[-1])


def _levels(setting: Setting, counted: Counted) -> Said:
    if len(counted.levels) == len(Level):
        return setting.phrase("any_level")
    return setting.said(
        lambda lang: listed([level.label(lang).lower() for level in counted.levels], lang)
    )


def _scopes(setting: Setting, counted: Counted) -> Said:
    return setting.said(
        lambda lang: listed([scope.label(lang).lower() for scope in counted.scopes], lang)
    )


def _word(setting: Setting, kind: str) -> Said:
    return setting.said(InstrumentType(kind).label)


def _sample(place: int, kind: str) -> Any:
    def draw(canvas: Canvas, box: Area) -> None:
        x, y = box.middle
        _segment(canvas, Area(x - 10, y - 6, 20, 12), place, kind)

    return draw


def _segment(canvas: Canvas, box: Area, place: int, kind: str) -> None:
    look = node_look("Agreement", kind)
    canvas.rectangle(box, look.fill, look.border, 1.0, hatch=_HATCHES[place])


class _Bars:
    """The bars on a page."""

    def __init__(
        self,
        page: Page,
        rows: Sequence[dict[str, Any]],
        kinds: Sequence[str],
        years: range,
        lang: str,
    ) -> None:
        self.page, self.kinds, self.years, self.lang = page, list(kinds), years, lang
        self.number: dict[int, Counter[str]] = defaultdict(Counter)
        for row in rows:
            kind = row["type"] if row["type"] in kinds else InstrumentType.OTHER.value
            self.number[_year(row)][kind] += 1

    def draw(self) -> None:
        """Draw bars, their numbers and the years."""
        body = self.page.body
        most = max(sum(own.values()) for own in self.number.values())
        floor = body.bottom - _AXIS
        unit = (floor - body.top - 18) / most
        step = min(_WIDEST * 1.6, body.width / len(self.years))
        wide = min(_WIDEST, step * 0.66)
        left = body.left + (body.width - step * len(self.years)) / 2
        self.page.line([(left, floor), (left + step * len(self.years), floor)], SOFT, 1.0)
        right = -1e9
        for place, year in enumerate(self.years):
            x = left + step * (place + 0.5)
            label = Text(((f"{year}年" if self.lang == "ja" else str(year), NOTE, INK),))
            if x - label.width / 2 > right + 4:
                self.page.text(label, x, floor + 3, align="center")
                right = x + label.width / 2
            self._bar(self.number.get(year, Counter()), x, floor, wide, unit)

    def _bar(self, own: Counter[str], x: float, floor: float, wide: float, unit: float) -> None:
        y = floor
        for place, kind in enumerate(self.kinds):
            count = own[kind]
            if not count:
                continue
            box = Area(x - wide / 2, y - count * unit, wide, count * unit)
            _segment(self.page, box, place, kind)
            if sum(own.values()) > count and box.height > BODY * 1.4:
                text = Text(((str(count), NOTE, INK),))
                paper = Area(x - text.width / 2 - 3, box.middle[1] - 7, text.width + 6, 14)
                self.page.rectangle(paper, "#FFFFFF")
                self.page.in_middle(text, *box.middle)
            y = box.top
        if own:
            self.page.in_middle(Text(((str(sum(own.values())), BODY, INK),)), x, y - 9)
