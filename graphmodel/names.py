"""Name folding: one key for the many ways in which a name is typed.

Folding serves search and parameters only. What is shown is always the form in the record: 髙 stays 髙.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}

# Old forms (kyujitai) and written variants that occur in names of persons and institutions, with the form that
# most people type. The packages that hold whole tables take a second to load (docs/decisions/0003).
_OLD_KANJI = "國學體區廳應歐單會來寫對當發變實澤廣齋齊邊邉濱髙﨑嶋嶌櫻榮圓惠眞淺瀧龍"
_NEW_KANJI = "国学体区庁応欧単会来写対当発変実沢広斎斉辺辺浜高崎島島桜栄円恵真浅滝竜"
_WRITTEN_ALIKE = _HIRAGANA_TO_KATAKANA | str.maketrans(_OLD_KANJI, _NEW_KANJI)

_LATIN_ACCENTS = re.compile(r"[\u0300-\u036f]")
_LEGAL_FORMS = re.compile(
    "国立研究開発法人|独立行政法人|国立大学法人|一般社団法人|公益社団法人|一般財団法人|公益財団法人|株式会社"
)
_LEGAL_WORDS = re.compile(r"\b(?:inc|ltd|limited|llc|plc|corp|corporation|gmbh|co|the)\b")
_NOT_LETTER_OR_DIGIT = re.compile(r"[\W_]+")

CODES = {
    typed: country
    for country, names in {
        "country:GB": ("uk", "greatbritain", "イギリス"),
        "country:US": ("usa", "unitedstatesofamerica", "アメリカ", "アメリカ合衆国"),
        "country:AU": ("オーストラリア",),
        "country:KR": ("southkorea", "大韓民国"),
        "country:NL": ("holland", "オランダ王国"),
        "country:CH": ("swissconfederation", "スイス連邦"),
        "country:DE": ("federalrepublicofgermany", "ドイツ連邦共和国"),
        "country:FR": ("frenchrepublic", "フランス共和国"),
        "country:DK": ("kingdomofdenmark", "デンマーク王国"),
        "country:SE": ("kingdomofsweden", "スウェーデン王国"),
        "country:FI": ("republicoffinland", "フィンランド共和国"),
        "country:IT": ("italianrepublic", "イタリア共和国"),
        "country:SG": ("republicofsingapore", "シンガポール共和国"),
    }.items()
    for typed in names
}
"""What people type, folded, and no record has: codes that are not ISO 3166's (the United Kingdom is exceptionally reserved
there as UK), long names of states, and everyday names that the ministries do not use. They are never shown."""


def fold(name: str) -> str:
    """The key under which a name is found.

    Width, case, accents, kana script, old and new kanji, legal forms, spaces and punctuation make no difference:
    `Ｑ－ＳＴＡＲ`, `q-star` and `Q Star` share a key, and so do イギリス and いぎりす, U.K. and UK.

    Args:
        name: A name in any script.

    Returns:
        The key; empty if the name has no letter or digit.
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    if not text.isascii():
        text = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", text).translate(_WRITTEN_ALIKE)
        text = _LEGAL_FORMS.sub("", text)
    without_forms = _LEGAL_WORDS.sub(" ", text)
    return _NOT_LETTER_OR_DIGIT.sub("", without_forms) or _NOT_LETTER_OR_DIGIT.sub("", text)


def folding_tables() -> dict[str, Any]:
    """What `fold` goes by beside Unicode, for a page that folds what is typed in it."""
    return {
        "old": _OLD_KANJI,
        "new": _NEW_KANJI,
        "forms": _LEGAL_FORMS.pattern,
        "words": _LEGAL_WORDS.pattern,
    }
