"""Rules of names and people (1, 2, 3, 6, 7, 8, 10, 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from visualizations.output_rules.passage import Find, Holds, Passage, Produced, Role, Rule, Verbatim


def pattern(expression: str, flags: int = 0) -> Find:
    """A test that finds what a regular expression matches."""
    compiled = re.compile(expression, flags)

    def find(passage: Passage) -> Iterable[tuple[int, int]]:
        return (match.span() for match in compiled.finditer(passage.text))

    return find


_FULL = {
    "MDQ": ("量子多国間対話", "Multilateral Dialogue on Quantum"),
    "QDG": ("量子開発グループ", "Quantum Development Group"),
    "TQC": ("環大西洋量子コミュニティ", "Transatlantic Quantum Community"),
}
_SHORT = re.compile(r"(?<![A-Za-z0-9-])(MDQ|QDG|TQC)(?![A-Za-z0-9-])")
_PARTNERS = "UK|U\\.K\\.|US|U\\.S\\.|EU|United Kingdom|United States|European Union|Denmark|Switzerland|Singapore|Germany|France|Canada|Australia|Korea|Netherlands|Sweden|Finland|Italy|India"  # fmt: skip


def _spelled_out(produced: Produced) -> Iterator[tuple[str, str]]:
    """Abbreviations of which the file nowhere has the name."""
    for short in sorted({match[1] for match in _SHORT.finditer(produced.shown)}):
        if not any(name in produced.shown for name in _FULL[short]):
            yield "", short


NAMES = (
    Rule(
        1,
        "種別は「国・地域」と書き、「国」だけにしない。",
        "The kind reads “Country or region”, never “Country” alone.",
        pattern(r"\A\s*(国|国名|Country|Countries)\s*\Z"),
    ),
    Rule(
        2,
        "台湾に「国」を付けない。",
        "Taiwan is not called a country.",
        pattern(
            r"台湾国|中華民国|(?<!People's )(?<!People’s )Republic of China|Taiwan \(country\)"
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
    Rule(
        3,
        "国・地域名は府省の表記による（英国、米国、韓国、豪州、トルコ）。",
        "Countries bear the names of our ministries: Republic of Korea, Türkiye; never “Korea” or “South Korea” alone.",
        pattern(
            r"イギリス|アメリカ合衆国|大韓民国|中華人民共和国|北朝鮮"
            r"|(?:\A|, |: )(?:South )?Korea(?=\Z|,|;| \()|\bTurkey\b"
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
    Rule(
        6,
        "我が方を先に書く（日英、日米韓、Japan–UK）。",
        "Our side comes first: Japan–UK.",
        pattern(rf"(?:英日|米日|韓日|独日|仏日|加日|豪日)(?!本)|\b(?:{_PARTNERS})[-–]Japan\b"),
        holds=Holds.NOT_IN_NAMES,
    ),
    Rule(
        7,
        "一文字の略は米豪加仏独日蘭韓英伊中印に限る。",
        "One-character short forms are only those in use; 瑞, 丁, 芬, 以 and ケ are not.",
        pattern(r"(?:\A|[、，・])(?:瑞|丁|芬|以|ケ)(?=\Z|[、，・])"),
    ),
    Rule(
        8,
        "略語を使うページには、正式な名称もある。",
        "A page that uses an abbreviation has the name in full.",
        find_in_file=_spelled_out,
        kinds=("html", "pptx", "docx"),
    ),
    Rule(
        10,
        "「さん」「様」を付けず、英語では Mr、Dr 等を付けない。",
        "No さん or 様; no Mr, Dr or Prof. that is not in the source.",
        pattern(
            r"(?:大臣|長官|次官|局長|氏)(?:さん|様)|\b(?:Mr|Mrs|Ms|Dr|Prof)\.? [A-Z][a-z]+|Patrick Vallance"
        ),
        holds=Holds.NOT_IN_NAMES,
    ),
)
"""The rules that need to know no one."""


def people_rule(verbatim: Verbatim) -> Rule:
    """Rule 11, for the persons of a record."""
    wrong = [form for _, forms in verbatim.people for form in forms]
    compiled = re.compile("|".join(map(re.escape, sorted(wrong, key=len, reverse=True))) or r"(?!)")

    def find(passage: Passage) -> Iterable[tuple[int, int]]:
        return (match.span() for match in compiled.finditer(passage.text))

    return Rule(
        11,
        "日本人の姓名は、英語でも姓を先に大文字で書く（KIUCHI Minoru）。",
        "Japanese names in English: family name first, in capitals.",
        find,
        holds=Holds.NOT_IN_TITLES,
        roles=(Role.TEXT, Role.CELL, Role.PROPERTY),
    )
