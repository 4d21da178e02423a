"""Words in both languages at once, as the data of a page holds them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations.labels import width_of, wrap
from visualizations.wording import source_words

Row = dict[str, Any]
Both = dict[str, str]

LANGS = ("ja", "en")
"""Languages of a page; the first is its own."""


def both(say: Callable[[str], str]) -> Both:
    """What is said in each language."""
    return {lang: say(lang) for lang in LANGS}


def pair(ja: str, en: str) -> Both:
    """The same in both languages."""
    return {"ja": ja, "en": en}


def names(row: Mapping[str, Any]) -> Both:
    """The names of a row."""
    return both(lambda lang: str(row[f"name_{lang}"]))


def date(text: str | None) -> Both:
    """A date as its source gives it; empty if there is none."""
    return both(lambda lang: PartialDate.parse(text).label(lang) if text else "")


def label(texts: Both, ems: float, max_lines: int) -> dict[str, Any]:
    """A label broken into lines, with its width in pixels at the size of labels."""
    lines = {lang: wrap(text, ems, max_lines) for lang, text in texts.items() if text}
    return {
        lang: {"lines": list(own), "width": round(max(map(width_of, own)))}
        for lang, own in lines.items()
    }


def read_sources(store: GraphStore, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """What is told of some sources, by their ids without the scheme: `url`, and publisher, title, day and kind."""
    wanted = sorted(f"source:{id_}" for id_ in set(ids) - {OURS})
    rows = store.read(internal("sources"), {"ids": wanted}).records()
    return {row["id"].removeprefix("source:"): _source(row) for row in rows}


def _source(row: Row) -> dict[str, Any]:
    url = str(row["url"] or "")
    told: dict[str, Any] = {lang: list(filter(None, source_words(row, lang))) for lang in LANGS}
    return told | ({"url": url} if url.startswith(("https://", "http://")) else {})
