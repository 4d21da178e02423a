"""The messages that the code tells people, collected from it for whoever translates them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGES = ("graphmodel", "loaders", "queries", "visualizations", "enishi")


class Told(NamedTuple):
    """A template in the code.

    Attributes:
        template: Its text.
        place: File and line.
    """

    template: str
    place: str

    def __str__(self) -> str:
        return f"  {self.place}: {self.template!r}"


def messages(root: Path) -> Iterator[Told]:
    """Every template that a `Message` is made of; that it is written out there is checked with the types."""
    for path in sorted(path for package in PACKAGES for path in (root / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message"):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                place = f"{path.relative_to(root)}:{node.lineno}"
                yield Told(str(node.args[0].value), place)
