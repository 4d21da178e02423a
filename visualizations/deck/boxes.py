"""The boxes of a network on a slide: what stands in them, how large they are, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, Run, height_of, lines_of
from visualizations.deck.places import Places, collide, on_grid, scaled
from visualizations.deck.text_frames import high, room_in
from visualizations.deck.words import INK, QUIET, Words
from visualizations.parts import Node

PARTIES = ("Country", "Union")
"""Kinds of boxes that only name somebody."""

_PLAIN = (*PARTIES, "Agreement")
"""Kinds whose boxes do not say their kind: a party's name does, and a document's label begins with it."""

_WIDTHS = (132.0, 116.0, 104.0)
_WIDE = 168.0
_LEAST_HEIGHT = 40.0
_SIZES = (12.0, 11.0, 10.0)
_KIND = 10.0


@dataclass(frozen=True)
class Boxes:
    """Boxes of one size.

    Attributes:
        labels: What stands in each.
        width: Their width.
        height: Their height.
        places: Their middles.
    """

    labels: Mapping[str, tuple[Para, ...]]
    width: float
    height: float
    places: Places

    def area(self, id_: str) -> Area:
        """Where a box stands."""
        x, y = self.places[id_]
        return Area(x - self.width / 2, y - self.height / 2, self.width, self.height)


def fit_boxes(
    area: Area,
    nodes: Sequence[Node],
    second: Mapping[str, Node],
    ends: Sequence[tuple[str, str]],
    words: Words,
    *,
    kept: bool,
) -> Boxes:
    """Boxes with the largest letters with which all stand clear of one another.

    Args:
        area: Where there is room for them.
        nodes: What they are of, at most as many as a slide takes.
        second: The same in the second language of a deck, by id.
        ends: Ends of each line between them.
        words: The words.
        kept: Whether they keep their places where they can.
    """
    at = {node.id: (float(node.x), float(node.y)) for node in nodes}
    for gridded in (False, True) if kept else (True,):
        for size in _SIZES:
            for width in _WIDTHS if gridded else (_WIDE, *_WIDTHS):
                labels = {
                    node.id: _label(node, second.get(node.id), size, width, words) for node in nodes
                }
                height = _height(labels, width)
                places = _placed(at, ends, area, width, height, gridded=gridded)
                if places is not None:
                    return Boxes(labels, width, height, places)
    return _squeezed(area, nodes, second, ends, words, at)


def _placed(
    at: Places,
    ends: Sequence[tuple[str, str]],
    area: Area,
    width: float,
    height: float,
    *,
    gridded: bool,
) -> Places | None:
    if gridded:
        return on_grid(at, ends, area, width, height)
    places = scaled(at, area, width, height)
    return None if collide(places, width, height) else places


def _squeezed(
    area: Area,
    nodes: Sequence[Node],
    second: Mapping[str, Node],
    ends: Sequence[tuple[str, str]],
    words: Words,
    at: Places,
) -> Boxes:
    """Boxes with labels of fewer lines; the whole name stands in the description of the box."""
    size, width = _SIZES[-1], _WIDTHS[-1]
    for lines in (3, 2, 1):
        labels = {
            node.id: _label(node, second.get(node.id), size, width, words, lines) for node in nodes
        }
        height = _height(labels, width)
        places = on_grid(at, ends, area, width, height)
        if places is not None:
            return Boxes(labels, width, height, places)
    raise AssertionError  # a slide takes 25 boxes of one line


def _height(labels: Mapping[str, tuple[Para, ...]], width: float) -> float:
    heights = (high(height_of(paras, room_in(width))) for paras in labels.values())
    return max(_LEAST_HEIGHT, *heights)


def _label(
    node: Node, second: Node | None, size: float, width: float, words: Words, most: int = 0
) -> tuple[Para, ...]:
    """What stands in a box: the kind of what it is, small, its name as in the page, and numbers of footnotes."""
    paras: list[Para] = []
    lang, other = words.langs[0], words.langs[-1]
    if node.facts.kind not in _PLAIN:
        paras.append(Para((Run(node.evidence.kind, lang, _KIND, colour=QUIET),), align="ctr"))
    lines = [Run(line, lang, size, bold=True, colour=INK) for line in node.label]
    if second is not None and second.label != node.label:
        lines.append(Run(" ".join(second.label), other, 10.0, colour=INK))
    named = [Para((run,), align="ctr") for run in lines]
    if most:
        named = [_cut(para, width) for para in named[:most]]
    numbers = words.raised(cited_by(node, words), lang, size)
    named[-1] = replace(named[-1], runs=(*named[-1].runs, *numbers))
    return (*paras, *named)


def cited_by(node: Node, words: Words) -> tuple[str, ...]:
    """The strongest sources of a box; a party is only named.

    Args:
        node: What the box is of.
        words: The words.
    """
    if node.facts.kind in PARTIES:
        return ()
    return words.footnotes.weights.strongest(cite.source for cite in node.evidence.cites)


def _cut(para: Para, width: float) -> Para:
    """A paragraph of one line, with … at its end where it had more."""
    run = para.runs[0]
    text = run.text
    while lines_of(para, room_in(width) - run.size * 2) > 1 and len(text) > 1:
        text = text[:-1]
        para = replace(para, runs=(replace(run, text=text.rstrip("、・ ") + "…"),))
    return para
