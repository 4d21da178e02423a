"""Whom a list means: names in both languages, codes, several in a cell, and nothing by guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.known import Known
from loaders.lookup import Lookup, NoSuchError
from loaders.record import load_record


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    names = {"先方": "org:dsit", "東大（本郷）": "org:university-of-tokyo"}
    return Lookup(Known(load_record(Path(__file__).parents[2] / "data")), names)


PARTIES = {
    "英国": "GB", "イギリス": "GB", "UK": "GB", "U.K.": "GB", "GB": "GB", "GBR": "GB", "Great Britain": "GB", "EL": "GR", "Ｇｅｒｍａｎｙ": "DE",
    "独": "DE", "仏国": "FR", "韓国": "KR", "大韓民国": "KR", "South Korea": "KR", "Korea, Republic of": "KR", "ROK": "KR", "米": "US",
    "the Netherlands": "NL", "Türkiye": "TR", "Turkey": "TR", "我が国": "JP", "Taiwan": "TW", "EU": "EU", "欧州連合": "EU",
    "米豪加仏独日蘭韓英伊": "US AU CA FR DE JP NL KR GB IT", "日英": "JP GB", "日EU": "JP EU", "日・EU": "JP EU", "日米韓": "JP US KR",
    "米中": "US CN", "中・米": "CN US", "日中米": "JP CN US", "米国、英国及びEU": "US GB EU", "Germany, France and Japan": "DE FR JP", "英国／米国": "GB US", "フランス\nドイツ": "FR DE", "英国、英国": "GB",
}  # fmt: skip


@pytest.mark.parametrize("text", PARTIES)
def test_countries_and_unions(lookup: Lookup, text: str) -> None:
    wanted = ["union:EU" if code == "EU" else f"country:{code}" for code in PARTIES[text].split()]
    assert lookup.many(text, ["Party"]) == wanted


@pytest.mark.parametrize(
    ("text", "label", "id_"),
    [
        ("理研", "Party", "org:riken"), ("国立研究開発法人 理化学研究所", "Organisation", "org:riken"), ("riken", "Organisation", "org:riken"),
        ("org:riken", "Party", "org:riken"), ("Cabinet Office, Government of Japan", "Party", "org:cabinet-office-japan"),
        ("先方", "Organisation", "org:dsit"), ("東大（本郷）", "Organisation", "org:university-of-tokyo"),
        ("城内 実", "Person", "person:minoru-kiuchi"), ("Minoru Kiuchi", "Person", "person:minoru-kiuchi"),
        ("KIUCHI, Minoru", "Person", "person:minoru-kiuchi"), ("MDQ", "Forum", "forum:mdq"),
    ],
)  # fmt: skip
def test_bodies_persons_and_fora(lookup: Lookup, text: str, label: str, id_: str) -> None:
    assert lookup.many(text, [label]) == [id_]


@pytest.mark.parametrize(
    ("text", "says"),
    [("Korea", "may be"), ("北朝鮮", "Nothing"), ("アトランティス", "Nothing"), ("英国、アトランティス", "'アトランティス'"), ("日", ""), ("日本学術", "Nothing"), ("North Korea", "Nothing"),
     ("中米", "region"), ("欧州", "region"), ("日本、中米", "region"), ("Europe", "region")],
)  # fmt: skip
def test_nothing_is_guessed(lookup: Lookup, text: str, says: str) -> None:
    if not says:  # one character stands for a country where a country is looked for
        assert lookup.many(text, ["Country"]) == ["country:JP"]
        return
    with pytest.raises(NoSuchError) as error:
        lookup.many(text, ["Party"])
    assert says in error.value.message
    assert "country:KP" not in error.value.hint


def test_a_near_name_is_told_and_not_taken(lookup: Lookup) -> None:
    with pytest.raises(NoSuchError) as error:
        lookup.one("Germnay", ["Country"])
    assert "Did you mean country:DE?" in error.value.hint


def test_a_body_is_no_country(lookup: Lookup) -> None:
    with pytest.raises(NoSuchError):
        lookup.one("org:riken", ["Country"])
