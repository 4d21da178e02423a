"""What an answer rests on, in lines: sources by their numbers, what was searched, how far it may travel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.dates import PartialDate, days_between
from graphmodel.vocab import Handling
from queries.results import Coverage
from visualizations.wording import listed, source_words


class Numbers:
    """Numbers of footnotes, given as sources are met in reading.

    Attributes:
        order: Ids of the sources, in the order of their numbers.
    """

    def __init__(self) -> None:
        self.order: list[str] = []

    def of(self, source: str) -> int:
        """The number of a source."""
        if source not in self.order:
            self.order.append(source)
        return self.order.index(source) + 1


def footnote(source: Mapping[str, Any], lang: str) -> str:
    """A source in one line: publisher, title, day, kind, address and id."""
    parts = [*source_words(source, lang), source["url"], f"[{source['id']}]"]
    return listed([part for part in parts if part], lang)


def handling_mark(handling: Handling, lang: str) -> str:
    """What stands over all that may not travel everywhere; nothing over what may."""
    if handling is Handling.PUBLIC:
        return ""
    return f"【{handling.ja}】" if lang == "ja" else f"[{handling.en.upper()}]"


def coverage_line(coverage: Coverage, lang: str, truncated: bool = False, shown: int = 0) -> str:
    """What an answer rests on, in one line."""
    ja = lang == "ja"
    as_of = PartialDate.parse(coverage.as_of)
    handling = coverage.handling.label(lang)
    said = [f"取扱い：{handling}。" if ja else f"Handling: {handling}."]
    if coverage.newest_event_on:
        said.append(_newest(coverage, lang))
    said.append(
        f"資料{coverage.sources}件、記載{coverage.claims}件（うち知り得た日が不明{coverage.undated_claims}件）を検索。基準日：{as_of.label(lang)}。"
        if ja
        else f"Searched: {coverage.sources} sources, {coverage.claims} claims ({coverage.undated_claims} of unknown date). "
        f"As of {as_of.label(lang)}."
    )
    if coverage.known_at:
        known = PartialDate.parse(coverage.known_at).label(lang)
        said.append(f"{known}に知り得た資料に限る。" if ja else f"Only what was known on {known}.")
    if truncated:
        said.append(limit_note(shown, lang))
    return ("" if ja else " ").join(said)


def _newest(coverage: Coverage, lang: str) -> str:
    """How far the record goes: where it ends before the day asked, by what and how long before."""
    ja = lang == "ja"
    newest = PartialDate.parse(coverage.newest_event_on)
    day = newest.label(lang)
    if coverage.goes_beyond:
        return (
            f"収録は基準日の後、{day}の出来事まで及ぶ。"
            if ja
            else f"The record goes beyond that day, to an event of {day}."
        )
    age = days_between(newest, PartialDate.parse(coverage.as_of)) or 0
    ago = (f"（{age}日前）" if ja else f" ({age} days before)") if age > 0 else ""
    name = coverage.newest_event_name[lang]
    return (
        f"収録の最新は{day}{ago}の出来事（{name}）。以後の動きは入っていません。"
        if ja
        else f"Newest event on record: {day}{ago}, {name}; nothing later is in."
    )


def limit_note(shown: int, lang: str) -> str:
    """That an answer has more rows than are shown."""
    if lang == "ja":
        return f"行数の上限のため、はじめの{shown}件だけを示す。"
    return f"Only the first {shown} rows are shown."
