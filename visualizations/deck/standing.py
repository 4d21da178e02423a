"""Leaves out of a slide what rests on press or secondary sources alone, and says how much that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from visualizations.briefing.footnotes import Sentence
from visualizations.deck.slides import Abbreviation, Both, Cell, ProcessSlide, Slide, TableSlide
from visualizations.deck.words import Words
from visualizations.parts import Scene

T = TypeVar("T", bound=Slide)


def standing(slide: T, words: Words) -> T:
    """A slide with only what may stand on it.

    Args:
        slide: The slide.
        words: The words, with the footnotes that know the sources.
    """
    left_out = 0
    if isinstance(slide, TableSlide):  # a row goes with what it is about
        rows = tuple(row for row in slide.rows if not _all_fall(row[:1], words))
        left_out = len(slide.rows) - len(rows)
        slide = replace(slide, rows=rows)
    left_out += len(list(_fallen(slide, words)))
    if not left_out:
        return slide
    if isinstance(slide, ProcessSlide):  # a link goes with the step that it leads to
        links = [
            link
            for step, link in zip(slide.steps[1:], slide.links, strict=True)
            if not _falls(step, words)
        ]
        slide = replace(slide, links=tuple(links))
    kept: Any = _kept(slide, words)
    if isinstance(kept, ProcessSlide) and len(kept.links) >= len(kept.steps):
        kept = replace(kept, links=kept.links[1:])
    note = words.phrase("deck.left_out", n=left_out)
    return replace(kept, notes=(*kept.notes, note))  # type: ignore[no-any-return]


def _fallen(value: Any, words: Words) -> Iterator[Any]:
    """What is left out, from the outside: of something that falls, nothing inside is counted."""
    if isinstance(value, tuple):
        for part in value:
            if _falls(part, words):
                yield part
            else:
                yield from _fallen(part, words)
    elif is_dataclass(value) and not isinstance(value, (type, Scene, Sentence, Both)):
        for field in fields(value):
            yield from _fallen(getattr(value, field.name), words)


def _kept(value: Any, words: Words) -> Any:
    if isinstance(value, tuple):
        kept = tuple(_kept(part, words) for part in value if not _falls(part, words))
        if value and not kept and isinstance(value[0], Sentence | Both):
            return (words.phrase("deck.unsupported"),)
        return kept
    if is_dataclass(value) and not isinstance(value, (type, Scene, Sentence, Both)):
        given = {field.name: _kept(getattr(value, field.name), words) for field in fields(value)}
        return replace(value, **given)
    return value


def _all_fall(cells: tuple[Cell, ...], words: Words) -> bool:
    said = [part for cell in cells for part in cell]
    return bool(said) and all(_falls(part, words) for part in said)


def _falls(value: Any, words: Words) -> bool:
    """Whether something is a sentence that may not stand, or is named by one."""
    if isinstance(value, Both):
        return _falls(value.first, words)
    if isinstance(value, Sentence):
        return not words.footnotes.stands(value.sources)
    if is_dataclass(value) and not isinstance(value, (type, Scene, Abbreviation)):
        return any(
            _falls(getattr(value, field.name), words)
            for field in fields(value)
            if isinstance(getattr(value, field.name), Sentence | Both)
        )
    return False
