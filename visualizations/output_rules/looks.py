"""Rules of looks, letters and files (21, 22, 30, 31, 34, 35, 37)."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from visualizations.output_rules.names import pattern
from visualizations.output_rules.passage import Holds, Passage, Produced, Role, Rule
from visualizations.output_rules.readers import MARKS

_COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|rgba?\(\s*(\d+)[ ,]+(\d+)[ ,]+(\d+)")
_RED_NAME = re.compile(
    r"(?<![\w-])(?:red|darkred|crimson|firebrick|tomato|orangered|indianred)(?![\w-])"
)
_JAPANESE = re.compile("[\u3041-\u30ff]")
_INTERNAL = re.compile(
    r"^(conflicts|thin-evidence|approach-order|stalled-chains|commitments|visit-sheet)\b"
)
_PUBLIC = ("公表", "public")


def is_red(red: int, green: int, blue: int) -> bool:
    """Whether a reader would call a colour red: its hue within 14 degrees of red, neither pale, dark nor grey."""
    hue, lightness, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    return (hue < 14 / 360 or hue > 346 / 360) and saturation > 0.4 and 0.15 < lightness < 0.85


def _reds(passage: Passage) -> Iterable[tuple[int, int]]:
    for match in _COLOUR.finditer(passage.text):
        digits = match[1]
        if digits:
            digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
            parts = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
        else:
            parts = [int(match[at]) for at in (2, 3, 4)]
        if is_red(*parts):
            yield match.span()
    yield from (match.span() for match in _RED_NAME.finditer(passage.text))


def _unmarked(passage: Passage) -> Iterable[tuple[int, int]]:
    """Japanese in a run that is not declared to be."""
    if passage.lang not in ("ja", "zh", "ko"):
        yield from (match.span() for match in [_JAPANESE.search(passage.text)] if match)


def _handling(produced: Produced) -> Iterator[tuple[str, str]]:
    if not any(mark in MARKS for mark in produced.marks):
        yield "", "―"


def _internal(produced: Produced) -> Iterator[tuple[str, str]]:
    name = PurePath(produced.path).name
    if _INTERNAL.match(name) and all(mark in _PUBLIC for mark in produced.marks):
        yield "", ", ".join(produced.marks) or "―"


LOOKS = (
    Rule(
        21,
        "旗と絵文字を使わない。",
        "No flags and no emoji.",
        pattern("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\ufe0f]"),
        roles=(Role.TEXT, Role.CELL, Role.RUN, Role.PROPERTY),
    ),
    Rule(
        22,
        "赤を使わない。",
        "Red is not used.",
        _reds,
        roles=(Role.STYLE,),
    ),
    Rule(
        30,
        '日本語の部分には lang="ja" を付ける。',
        "Every Japanese run is declared as Japanese.",
        _unmarked,
        roles=(Role.RUN,),
        kinds=("html",),
    ),
    Rule(
        31,
        "日本語の括弧は全角、数字は半角とし、半角カナを使わない。",
        "In Japanese, brackets are full-width, digits half-width, kana never half-width.",
        pattern("(?<=[\u3041-\u30fe\u3400-\u9fff])[()](?![0-9 ])|[０-９]|[ｦ-ﾟ]"),
        holds=Holds.NOT_IN_NAMES,
        lang="ja",
    ),
    Rule(
        34,
        "部内限りの問いの答えに「公表」と付けない。",
        "Answers for one's own side do not bear the mark of what is public.",
        find_in_file=_internal,
        kinds=("html", "xlsx", "ics", "pptx", "docx"),
    ),
    Rule(
        35,
        "公表、部内限り、関係者限りのいずれかを表示する。",
        "Every page bears its handling.",
        find_in_file=_handling,
        kinds=("html", "ics"),
    ),
    Rule(
        37,
        "作成者の名前や、作成した機械のパスを残さない。",
        "No path of the machine that it was made on.",
        pattern(r"(?<![\w.])/(?:home|root|Users|tmp|work)/\w|[A-Z]:\\\\?Users\b"),
        roles=(Role.TEXT, Role.CELL, Role.RUN, Role.PROPERTY, Role.CODE),
    ),
)
"""The rules of looks, letters and files."""
