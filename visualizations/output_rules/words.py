"""Rules of dates and of words (15, 18, 19, 20, 36, 38)."""

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
        kinds=("html", "svg"),
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
        kinds=("html", "svg"),
    ),
    Rule(
        19,
        "「確認できない」「資料により異なる」「実施を確認できない」と書き、未締結、空白、矛盾、誤り、遅延、未履行、味方、陣営、同盟と書かない。",
        "“Could not be confirmed”, “sources differ”: never missing, gap, contradiction, mistake, delayed, ally.",
        pattern(
            r"未締結|空白(?!欄)|矛盾|誤り|遅延|未履行|味方|陣営|同盟"
            r"|\b(?:missing|gaps?|contradict\w*|mistakes?|erroneous|delayed|overdue|unfulfilled|all(?:y|ies)|blocs?)\b",
            re.IGNORECASE,
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
    Rule(
        20,
        "引用でなければ、最上級（世界初、最大等）を使わない。",
        "No superlative that is not quoted.",
        pattern(
            r"世界初|世界最|日本初|史上初|国内初|アジア初|\bworld[’']?s (?:first|largest|leading)\b|\bfirst[- ]ever\b",
            re.IGNORECASE,
        ),
        holds=Holds.NOT_IN_NAMES,
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
    Rule(
        38,
        "生成した文は、評価、予測、推奨をしない。",
        "A generated sentence never praises, predicts or recommends.",
        pattern(
            r"推奨する|有望|望ましい|すべきである|期待される|\b(?:we recommend|it is recommended|promising|we should|is likely to)\b",
            re.IGNORECASE,
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
)
"""The rules of dates and words."""
