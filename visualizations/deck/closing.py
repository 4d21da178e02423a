"""The closing slides: every source that the deck cites, by its number, in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, height_of
from visualizations.deck.canvas import Canvas
from visualizations.deck.frame import Frame, Part, continued
from visualizations.deck.pack import Piece, packed
from visualizations.deck.text_frames import high, room_in

_SIZE = 11.0


def closing_parts(frame: Frame) -> Iterator[Part]:
    """The sheets of the list of sources.

    Args:
        frame: What is on every slide; its footnotes are all given.
    """
    words, body = frame.words, frame.house.body
    pieces = []
    for number in range(1, len(words.footnotes.order) + 1):
        paras: list[Para] = []
        texts = dict.fromkeys(words.footnotes.full(number, lang) for lang in words.langs)
        for index, (text, lang) in enumerate(zip(texts, words.langs, strict=False)):
            lead = f"{number}) " if not index else ""
            size = _SIZE if not index else _SIZE - 1
            runs = words.runs(lead + text, lang, size)
            paras.append(Para(runs, before=3 if not index else 0))
        pieces.append(Piece(height_of(paras, room_in(body.width)) + 3, (), paras))
    title = words.phrase("deck.sources")
    for number, group in enumerate(packed(pieces, lambda _: body.height - 4)):

        def draw(canvas: Canvas, area: Area, group: Sequence[Piece] = group) -> None:
            flat = [para for piece in group for para in piece.content]
            height = high(height_of(flat, room_in(area.width)))
            canvas.box(area.above(height), flat, name="sources", anchor="top")

        yield Part(continued(title, number, words), (), draw)
