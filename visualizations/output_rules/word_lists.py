"""Words that may not be shown: a list by language, each with what is written instead, to which a ministry can add (19, 20, 38).

The list is `words.yaml` among the phrases of briefings; a folder of one's own may have a file of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from graphmodel.errors import EnishiError
from graphmodel.messages import Message
from visualizations.briefing.phrases import LANGUAGES, SHIPPED, WORD_LISTS
from visualizations.output_rules.passage import Find, Holds, Passage, Rule

Words = Mapping[str, str | None]
"""What is written instead of each word; None for a word that may be shown."""

Lists = Mapping[str, Mapping[str, Words]]
"""Words by group and language."""

_GROUPS = {
    "avoid": (
        19,
        "「確認できない」「資料により異なる」等と書き、断定や非難にあたる語を使わない。",
        "“Could not be confirmed”, “sources differ”: no word that blames, or says more than sources do.",
    ),
    "superlatives": (
        20,
        "引用でなければ、最上級（世界初、最大等）を使わない。",
        "No superlative that is not quoted.",
    ),
    "judgements": (
        38,
        "生成した文は、評価、予測、推奨をしない。",
        "A generated sentence never praises, predicts or recommends.",
    ),
}


def read_word_lists(folders: Iterable[Path] = ()) -> Lists:
    """The shipped words, and those of one's own folders.

    Args:
        folders: Folders of one's own; a later one counts more.

    Raises:
        EnishiError: If a file is not of the shape of the shipped one.
    """
    lists = _read(SHIPPED / WORD_LISTS)
    for folder in folders:
        if (folder / WORD_LISTS).is_file():
            own = _read(folder / WORD_LISTS)
            lists = {
                group: {
                    lang: {**lists[group][lang], **own.get(group, {}).get(lang, {})}
                    for lang in LANGUAGES
                }
                for group in _GROUPS
            }
    return lists


def word_rules(lists: Lists) -> Iterator[Rule]:
    """A rule for all words instead of which the same is written.

    Args:
        lists: The words.
    """
    for group, (number, ja, en) in _GROUPS.items():
        for lang in LANGUAGES:
            words = lists[group][lang]
            scan = _scanner(words, lang)
            for instead in dict.fromkeys(filter(None, words.values())):
                named = [word for word, other in words.items() if other == instead]
                told = f"{'、'.join(named) if lang == 'ja' else ', '.join(named)} → {instead}"
                yield Rule(
                    number,
                    f"{ja}（{told}）",
                    f"{en} ({told})",
                    _finder(scan, instead),
                    holds=Holds.NOT_IN_NAMES,
                )


_Scan = Callable[[str], tuple[tuple[str | None, tuple[int, int]], ...]]
"""Which words of a list stand in a text, where no longer one does: what is written instead, from and to."""


def _scanner(words: Words, lang: str) -> _Scan:
    longest = sorted(words, key=lambda word: (-len(word), word))
    expression = re.compile("|".join(_pattern(word, lang) for word in longest), re.IGNORECASE)
    by_group = dict(enumerate((words[word] for word in longest), start=1))

    # The rules of a list ask one after the other, and pages of one folder share most of their texts.
    @lru_cache(maxsize=1 << 16)
    def scan(text: str) -> tuple[tuple[str | None, tuple[int, int]], ...]:
        return tuple(
            (by_group[match.lastindex], match.span())
            for match in expression.finditer(text)
            if match.lastindex
        )

    return scan


def _finder(scan: _Scan, instead: str) -> Find:
    """A test that finds the words for which something is written."""

    def find(passage: Passage) -> Iterable[tuple[int, int]]:
        return (span for other, span in scan(passage.text) if other == instead)

    return find


def _pattern(word: str, lang: str) -> str:
    text = re.escape(word).replace("'", "['’]")
    if lang == "ja":
        return f"({text})"
    end = r"\w*" if word.endswith("*") else r"\b"
    return rf"(\b{text.removesuffix(re.escape('*'))}{end})"


@cache
def _read(path: Path) -> Lists:
    try:
        read: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise EnishiError(
            Message("{path} cannot be read: {reason}.", path=path, reason=str(error)),
            Message("Write it as YAML in UTF-8, as the shipped one: enishi phrases"),
        ) from error
    if not isinstance(read, dict) or not _is_shaped(read):
        raise EnishiError(
            Message(
                "{path} is no list of words: it has {groups}, in each ja and en, and there a word: another word.",
                path=path,
                groups=", ".join(_GROUPS),
            ),
            Message("See the shipped phrases: enishi phrases"),
        )
    return read


def _is_shaped(read: dict[Any, Any]) -> bool:
    return set(read) <= set(_GROUPS) and all(
        isinstance(langs, dict)
        and set(langs) <= set(LANGUAGES)
        and all(
            isinstance(words, dict)
            and all(
                isinstance(w, str) and w and isinstance(i, str | None) for w, i in words.items()
            )
            for words in langs.values()
        )
        for langs in read.values()
    )
