"""A proposed mapping as a file, with what was found beside each column, in the reader's language."""

from __future__ import annotations

import re

from graphmodel.kinds import FieldSpec
from graphmodel.labels import property_label
from loaders.proposal import Guess, Proposal
from loaders.scaffold import quoted

NAMELESS = "{ja: , en: }"
"""The name of who made the list, where the user has to say it."""

_PLAIN = re.compile(r"[\w\u3040-\u9fff][\w\u3040-\u9fff・（）()/ -]*[\w\u3040-\u9fff）)]|\w")


def proposal_text(proposal: Proposal, source: dict[str, str], party: str, sheet: str, lang: str) -> str:  # fmt: skip
    """A proposal as a mapping file, with what was found beside each column.

    Args:
        proposal: The proposal.
        source: Keys of the list as a source; empty where the user has to say it.
        party: Slug of the reader's own side.
        sheet: Sheet of an Excel file; empty for none.
        lang: Language of the comments.
    """
    says = _COMMENTS[lang]
    kind = proposal.kind
    lines = [f"# {says['head']}", f"source:  # {says['source']}"]
    lines += [f"  {key}: {value}".rstrip() + (f"  # {says['say']}" if value in ("", NAMELESS) else "") for key, value in source.items()]  # fmt: skip
    if sheet:
        lines.append(f"sheet: {_text(sheet)}")
    lines += [f"kind: {kind.spec.label.lower()}", "columns:"]
    for guess in proposal.columns:
        if guess.target:
            options = f"{{to: {guess.target}, dates: {guess.dates}}}" if guess.dates else guess.target  # fmt: skip
            lines.append(f"  {_text(guess.heading)}: {options}  # {_found(guess, says)}")
            if guess.words:
                words = ", ".join(f"{_text(word)}: …" for word in guess.words)
                lines.append(f"  # {says['words']}: {_text(guess.heading)}: {{to: {guess.target}, words: {{{words}}}}}")  # fmt: skip
    every = []
    if not proposal.both_sides:
        every.append(f"  parties: [{party}]  # {says['own']}")
    for one in proposal.needed:
        label = property_label(one.name, lang)
        if isinstance(one, FieldSpec) and one.vocabulary:
            words = " | ".join(f"{word.value} ({word.label(lang)})" for word in one.vocabulary if word)  # fmt: skip
            every.append(f"  # {one.name}:  {label}: {words}")
        else:
            every.append(f"  # {one.name}:  {label}")
    if every:
        lines += [f"every:  # {says['every']}", *every]
    if unused := [guess.heading for guess in proposal.columns if not guess.target]:
        lines.append(f"unused: [{', '.join(map(_text, unused))}]  # {says['unused']}")
    return "\n".join(lines) + "\n"


_COMMENTS = {
    "ja": {
        "head": "列の対応。確認して直し、enishi import 一覧 --map このファイル --records ご自身のフォルダ --dry-run で試す。説明は docs/own-list.md",
        "source": "一覧そのものを資料（出典）とする", "say": "記入する", "own": "一覧にない我が方",
        "every": "新しいもの全てに共通の値（列にないもの）。選んで # を消す。当データの分類なら {is: …, by: enishi}",
        "unused": "取り込まない列", "read": "{values}件中{read}件を読み取れる", "like": "例：{example}", "not": "読み取れない例：{unread}",
        "words": "一覧の語の意味を示すには",
    },
    "en": {
        "head": "What each column is. Look it through, then try: enishi import LIST --map THIS-FILE --records YOUR-FOLDER --dry-run. See docs/own-list.md",
        "source": "the list itself is the source", "say": "fill in", "own": "our side, which the list does not name",
        "every": "what every new one has and no column gives; choose, and delete the #. Our own classification: {is: …, by: enishi}",
        "unused": "not taken over", "read": "{read} of {values} can be read", "like": "such as {example}", "not": "not: {unread}",
        "words": "to say what the list's own words stand for",
    },
}  # fmt: skip


def _found(guess: Guess, says: dict[str, str]) -> str:
    parts = [says["read"].format(read=guess.read, values=guess.values)]
    parts += [says["like"].format(example=_short(guess.example))] if guess.example else []
    parts += [says["not"].format(unread=_short(guess.unread))] if guess.unread else []
    return "; ".join(parts)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _text(text: str) -> str:
    """Text as a key or value of the mapping."""
    return text if _PLAIN.fullmatch(text) and not text.isdigit() else quoted(text)
