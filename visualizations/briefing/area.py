"""Where something stands on a page or slide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """A rectangle on a page or slide, in points.

    Attributes:
        left: Its left side.
        top: Its upper side.
        width: Its width.
        height: Its height.
    """

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2

    def below(self, distance: float) -> Area:
        """What is left of it under some distance from its upper side."""
        return Area(self.left, self.top + distance, self.width, self.height - distance)

    def above(self, height: float) -> Area:
        """Its upper part of some height."""
        return Area(self.left, self.top, self.width, height)
