"""What stands on slides, as the tests read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from visualizations.briefing.footnotes import Sentence
from visualizations.deck.slides import Slide
from visualizations.parts import Scene


def said(value: Any) -> Iterator[str | Sentence]:
    """Everything that stands on a slide, in reading order."""
    if isinstance(value, str | Sentence):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from said(part)
    elif is_dataclass(value) and not isinstance(value, (type, Scene)):
        for field in fields(value):
            if field.name not in ("key", "handling", "look", "first", "last"):
                yield from said(getattr(value, field.name))


def text_of(slide: Slide) -> str:
    return "\n".join(one.text if isinstance(one, Sentence) else one for one in said(slide))
