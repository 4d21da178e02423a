"""Where each page of a published folder is: one rule, so that a link from a document stays true.

A page has a place, which says what it shows (`country/GB` for the country with that id). The file is the place with
`.html` behind it, in the folder of its language; the first language has none, so that `index.html` opens in it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

HOME = "index"
"""Place of the page that is opened first."""

ASSETS = "assets"
"""Folder of what pages share."""


@dataclass(frozen=True)
class Places:
    """The files of a folder in some languages.

    Attributes:
        langs: Languages, the one of the first page first.
    """

    langs: Sequence[str]

    def file(self, place: str, lang: str, suffix: str = ".html") -> str:
        """The file of a place in a language."""
        return ("" if lang == self.langs[0] else f"{lang}/") + place + suffix

    def other(self, lang: str) -> str:
        """The language that a page may be switched to; empty if there is one only."""
        return next((each for each in self.langs if each != lang), "")


def place_of(id_: str) -> str:
    """The place of an entity's page."""
    return id_.replace(":", "/", 1)


def network_of(place: str) -> str:
    """The place of the network that belongs to a page."""
    return f"{place}.network"


@cache
def relative(start: str, target: str) -> str:
    """The address of one file as another names it."""
    return posixpath.relpath(target, posixpath.dirname(start) or ".")
