"""Name folding: what counts as typed the same, and what does not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.names import fold

SAME = [
    # width, case, accents
    ["Q-STAR", "ｑ－ｓｔａｒ", "Q Star", "Q・STAR"],
    ["RIKEN", "Riken", "ＲＩＫＥＮ"],
    ["Délégation générale", "DELEGATION GENERALE"],
    ["Universität", "universitat"],
    ["2N vs 2N", "２Ｎ ｖｓ ２Ｎ"],
    # kana
    ["イギリス", "いぎりす", "ｲｷﾞﾘｽ"],
    ["ヴェトナム", "ゔぇとなむ"],
    ["がぎぐげご", "ガギグゲゴ", "ｶﾞｷﾞｸﾞｹﾞｺﾞ"],
    # abbreviations, spaces, punctuation
    ["U.K.", "UK", "U. K.", "u/k"],
    ["U.S.", "US"],
    ["日・EU", "日EU", "日－ＥＵ", "日　EU"],
    ["日英「量子」協力覚書", "日英量子協力覚書"],
    # old and new kanji
    ["高市 早苗", "髙市早苗"],
    ["山崎", "山﨑"],
    ["国立大學", "國立大学"],
    ["渡辺", "渡邊", "渡邉"],
    ["齋藤", "斎藤"],
    # legal forms
    ["理化学研究所", "国立研究開発法人理化学研究所", "国立研究開発法人 理化学研究所"],
    ["富士通", "富士通株式会社", "株式会社富士通"],
    ["Fujitsu", "Fujitsu Limited", "Fujitsu Ltd."],
    ["Quantum Development Group", "The Quantum Development Group"],
    ["産業技術総合研究所", "國立研究開發法人産業技術総合研究所"],
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_typed_in_another_way(names: list[str]) -> None:
    assert len(set(map(fold, names))) == 1
    assert fold(names[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("G7", "G8"),
        ("Korea", "Koreas"),
        ("ハハ", "パパ"),  # ha and pa are different letters
        ("かき", "かぎ"),
        ("きよう", "きょう"),
        ("斉藤", "斎藤"),
        ("東京大学", "東京大学院"),
        ("Inc", "Ltd"),
        ("Theory", "ory"),
        ("Cooperation", "operation"),
        ("JST", "JSPS"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_nothing_to_find() -> None:
    assert fold("") == ""
    assert fold(" ・－!?") == ""


def test_a_name_of_legal_words_alone_is_kept() -> None:
    assert fold("CO") == "co"
    assert fold("The Co.") == "theco"


@given(st.text(max_size=20))
def test_width_and_composition_make_no_difference(name: str) -> None:
    assert fold(name) == fold(unicodedata.normalize("NFC", name))
    assert fold(name) == fold(unicodedata.normalize("NFD", name))


@given(st.text(st.characters(categories=["L", "N"], max_codepoint=0x9FFF), max_size=12))
def test_spaces_around_make_no_difference(name: str) -> None:
    assert fold(f"  {name}　") == fold(name)


@given(st.text(max_size=20))
def test_a_key_has_letters_and_digits_only(name: str) -> None:
    key = fold(name)
    assert key == "" or key.isalnum() or all(unicodedata.category(c)[0] in "LNM" for c in key)
