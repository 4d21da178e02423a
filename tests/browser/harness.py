"""Pages in a real browser: opened from a file, without a network, with everything noted that they ask for or complain of."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from playwright.sync_api import Page

from graphmodel.stores.embedded import EmbeddedStore
from visualizations.holding import MOST_HELD
from visualizations.neighbourhood import neighbourhood, neighbourhoods
from visualizations.page import page_html
from visualizations.parts import Scene
from visualizations.scene import first_view, first_views
from visualizations.tabs import read_tabs

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
DAY = "2026-11-25"
OWN = "country:JP"
LANGUAGES = ("ja", "en")


@dataclass
class Opened:
    """A page, and everything that it asked for or complained of."""

    page: Page
    url: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def is_quiet(self) -> bool:
        """Whether nothing but the page itself was asked for, and nobody complained."""
        assert self.messages == [], self.messages
        asked = [url for url in self.requests if not url.startswith(("blob:", "data:"))]
        assert asked == [self.url.partition("#")[0]], asked
        return True


class OpenHtml(Protocol):
    """Opens the text of a page."""

    def __call__(self, html: str, hash_: str = "", *, dark: bool = False) -> Opened: ...


class Open(Protocol):
    """Opens the page of a picture in one or more languages."""

    def __call__(self, *scenes: Scene, hash_: str = "") -> Opened: ...


def first(graph: EmbeddedStore, lang: str) -> Scene:
    """The first view in one language."""
    return first_view(graph, own=OWN, as_of=DAY, lang=lang)


def both(graph: EmbeddedStore, lang: str = "ja") -> tuple[Scene, ...]:
    """The first view in both languages, one of them first."""
    langs = tuple(sorted(LANGUAGES, key=lambda each: each != lang))
    return tuple(first_views(graph, own=OWN, as_of=DAY, langs=langs))


def around(graph: EmbeddedStore, lang: str, focus: str, steps: int) -> Scene:
    """The neighbourhood of an entity in one language."""
    return neighbourhood(graph, focus=focus, steps=steps, own=OWN, as_of=DAY, lang=lang)


def both_around(graph: EmbeddedStore, lang: str, focus: str, steps: int) -> tuple[Scene, ...]:
    """The neighbourhood of an entity in both languages, one of them first."""
    langs = tuple(sorted(LANGUAGES, key=lambda each: each != lang))
    return tuple(neighbourhoods(graph, focus=focus, steps=steps, own=OWN, as_of=DAY, langs=langs))


def view_html(
    graph: EmbeddedStore,
    lang: str = "ja",
    *,
    story: Sequence[Mapping[str, Any]] = (),
    handling: str = "public",
) -> str:
    """The page that `enishi view` writes: both languages, the whole network, all tabs."""
    langs = tuple(sorted(LANGUAGES, key=lambda each: each != lang))
    scenes = first_views(graph, own=OWN, as_of=DAY, langs=langs, hold=MOST_HELD)
    tabs = read_tabs(graph, scenes[0])
    return page_html(scenes, tabs=tabs, story=story, handling=handling)


def wait_for(page: Page, expression: str, seconds: float = 60) -> None:
    """Wait until an expression holds. playwright's own way evaluates a string in the page, which our policy refuses."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {expression}")
        page.wait_for_timeout(50)


def ready(opened: Opened) -> Opened:
    """Wait until the picture stands."""
    wait_for(opened.page, "globalThis.enishi?.app?.picture?.labels.size > 0")
    return opened
