"""One slide in two languages, made of two slides of the same shape in one language each."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from visualizations.briefing.footnotes import Sentence
from visualizations.deck.slides import Both, NetworkSlide, Slide
from visualizations.parts import Scene

T = TypeVar("T", bound=Slide)


def together(first: T, second: T) -> T:
    """A slide whose words stand in both languages; what reads alike in both stands once.

    Args:
        first: The slide in the first language.
        second: The same in the second: as many rows, lines, steps and bars.

    Raises:
        ValueError: If they are not of the same shape.
    """
    paired: T = _paired(first, second)
    if isinstance(paired, NetworkSlide) and isinstance(second, NetworkSlide):
        return replace(paired, second=second.scene)
    return paired


def _paired(first: Any, second: Any) -> Any:
    if type(first) is not type(second) and not (_is_said(first) and _is_said(second)):
        raise ValueError(f"{first!r} stands where {second!r} does in the other language")
    if _is_said(first):
        return first if first == second else Both(first, second)
    if isinstance(first, tuple):
        return tuple(_paired(one, other) for one, other in zip(first, second, strict=True))
    if is_dataclass(first) and not isinstance(first, (type, Scene)):
        values = {
            field.name: _paired(getattr(first, field.name), getattr(second, field.name))
            for field in fields(first)
        }
        return replace(first, **values)
    return first


def _is_said(value: Any) -> bool:
    return isinstance(value, Sentence) or type(value) is str
