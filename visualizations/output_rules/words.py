"""Rules of dates and of words that patterns tell (15, 18, 36); plain words are in lists."""

from __future__ import annotations

import re

from visualizations.output_rules.names import pattern
from visualizations.output_rules.passage import Holds, Role, Rule

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

WORDS = (
    Rule(
        15,
        "日付は「2025年4月28日」、英語は「28 April 2025」と書く。元号、’25年、4/28は書かない。",
        "Dates read 28 April 2025 and 2025年4月28日: no era, no 4/28/25, no ’25, no April 28, 2025.",
        pattern(
            rf"\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|[’']\d\d年|(?:昭和|平成|令和)\d+年|\b(?:{_MONTHS}) \d{{1,2}}, \d{{4}}"
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
    Rule(
        15,
        "本文の日付をISO形式のままにしない。",
        "A day in running text is not left in ISO form.",
        pattern(r"(?<![\w/=-])\d{4}-\d{2}-\d{2}(?![\w-])"),
        holds=Holds.NOT_IN_NAMES,
        roles=(Role.TEXT,),
        kinds=("html", "svg", "pptx", "docx"),
    ),
    Rule(
        18,
        "協力覚書等に「発効」「批准」「条約」、英語の in force、ratified、treaty を使わない。",
        "A memorandum is not ratified, in force or a treaty.",
        pattern(
            r"(?:覚書|趣意書|声明)[^。、／]{0,12}(?:発効|批准)"
            r"|\b(?:[Mm]emorandum|MOC|MOU|[Ll]etter of [Ii]ntent)\b[^.;\n]{0,60}\b(?:in force|ratif\w+|treaty|treaties)\b"
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
    Rule(
        18,
        "内部の符号（PARTY_TO 等）をページに出さない。",
        "Codes of the graph do not reach a page.",
        pattern(r"\b[A-Z]{2,}(?:_[A-Z]+)+\b"),
        holds=Holds.NOT_IN_NAMES,
        roles=(Role.TEXT,),
        kinds=("html", "svg", "pptx", "docx"),
    ),
    Rule(
        36,
        "出典に写しのアドレスや「信頼度」を書かない。",
        "No address of a mirror, no word of confidence in a footnote.",
        pattern(
            r"web\.archive\.org|archive\.(?:is|ph|today)/|webcache\.|信頼度|\bconfidence: (?:low|medium|high)\b",
            re.IGNORECASE,
        ),
        roles=(Role.TEXT, Role.CELL, Role.RUN),
    ),
)
"""The rules of dates and words."""
