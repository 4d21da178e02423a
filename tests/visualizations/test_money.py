"""Amounts in words: nothing that has to be read with a number is ever left out, and no digit is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.vocab import AmountBound, BudgetMark, Currency
from visualizations.money import amount_text, money_details, when_text

_UNITS = {"兆": 10**12, "億": 10**8, "万": 10**4, " trillion": 10**12, " billion": 10**9, " million": 10**6}  # fmt: skip
WHOLE = {"amount": None, "whole": 27_900_000_000, "marks": ["share_of"]}


def money(**given: Any) -> dict[str, Any]:
    none: dict[str, Any] = {
        "printed": [],
        "amount": None,
        "whole": None,
        "currency": "JPY",
        "bound": None,
    }
    return {**none, "marks": [], **given}


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (money(amount=21_500_000_000, bound="about"), "約215億円", "about JPY 21.5 billion"),
        (money(**WHOLE), "279億円の内数", "an unstated part of JPY 27.9 billion"),
        (
            money(amount=3_200_000_000, marks=["repeated"], printed=["32億円"]),
            "32億円（再掲）",
            "JPY 3.2 billion (repeated from another line)",
        ),
        (
            money(amount=2_500_000_000, currency="GBP", printed=["£2.5bn"]),
            "25億ポンド",
            "£2.5bn",
        ),
        (
            money(amount=3_000_000_000, currency="EUR", printed=["drei Milliarden Euro"]),
            "30億ユーロ",
            "EUR 3 billion",
        ),
        (
            money(amount=500_000_000, currency="EUR", printed=["500 millions d'euros"]),
            "5億ユーロ",
            "EUR 500 million",
        ),
        (money(printed=["zwei Milliarden Euro"]), "「zwei Milliarden Euro」", '"zwei Milliarden Euro"'),
        (
            money(amount=1_000_000_000, currency="DKK", printed=["one billion DKK"]),
            "10億デンマーククローネ",
            "one billion DKK",
        ),
        (
            money(amount=1_300_000_000, currency="USD", bound="at_most"),
            "最大13億ドル",
            "up to USD 1.3 billion",
        ),
        (
            money(amount=200_000_000, currency="USD", bound="at_least", marks=["yearly"]),
            "2億ドル以上（毎年）",
            "at least USD 200 million (each year)",
        ),
        (
            money(amount=1_300_000_000, currency="USD", bound="at_most", printed=["13億ドル"]),
            "最大13億ドル",
            "up to USD 1.3 billion",
        ),
        (
            money(amount=1_000_000_000, currency="EUR", bound="about", printed=["10億ユーロ規模", "€1 billion"]),
            "10億ユーロ規模",
            "about €1 billion",
        ),
        (
            money(amount=1_000_000_000, currency="GBP", bound="about", printed=["about a billion"]),
            "約10億ポンド",
            "about GBP 1 billion",
        ),
        (
            money(amount=1_400_000_000, currency="AUD", printed=["$1.4 billion"]),
            "14億豪ドル",
            "AUD 1.4 billion",
        ),
        (
            money(whole=500_000_000_000, currency=None, marks=["whole_programme"]),
            "5,000億（通貨の記載なし）（事業全体の額）",
            "500 billion (currency not on record) (whole programme, quantum part not stated)",
        ),
        (money(amount=1_234_567_890), "12億3,456万7,890円", "JPY 1.23456789 billion"),
        (money(amount=0), "0円", "JPY 0"),
        (money(marks=["undecided"]), "未定", "not yet decided"),
        (money(printed=["未定"], marks=["undecided"]), "未定", "not yet decided"),
        (money(), "金額の記載なし", "no amount given"),
        (money(printed=["4～5点"]), "4～5点", '"4～5点"'),
        (
            money(printed=["計5,000億円", "総額5,000億円規模"], whole=500_000_000_000, marks=["whole_programme"]),
            "計5,000億円／総額5,000億円規模（事業全体の額）",
            "JPY 500 billion (whole programme, quantum part not stated)",
        ),
    ],
)  # fmt: skip
def test_an_amount(value: dict[str, Any], ja: str, en: str) -> None:
    assert (amount_text(value, "ja"), amount_text(value, "en")) == (ja, en)


def _read(text: str) -> float:
    """The number that words stand for."""
    text = text.replace(",", "")
    units = "|".join(_UNITS)
    parts = re.findall(rf"([\d.]+)({units})?", text)
    return sum(float(number) * _UNITS.get(unit, 1) for number, unit in parts)


@given(
    st.integers(0, 10**14),
    st.sampled_from(Currency),
    st.sampled_from([None, *AmountBound]),
    st.sets(st.sampled_from(BudgetMark)),
)
def test_no_digit_and_no_mark_is_lost(
    number: int, currency: Currency, bound: AmountBound | None, marks: set[BudgetMark]
) -> None:
    for lang in ("ja", "en"):
        value = money(
            amount=number, currency=currency, bound=bound, marks=sorted(marks - {"share_of"})
        )
        text = amount_text(value, lang)
        head = re.split(r"[（(]", text)[0]
        assert _read(head) == pytest.approx(number, rel=1e-11)
        assert currency.label(lang) in head
        assert all(mark.label(lang) in text for mark in marks - {BudgetMark.SHARE_OF})


def test_amounts_of_a_node_are_told_together() -> None:
    row = {
        "whole_amount": 27_900_000_000, "previous_whole_amount": 27_100_000_000, "currency": "JPY",
        "marks": ["share_of"], "printed": ["279億円の内数"], "previous_printed": ["271億円の内数"],
    }  # fmt: skip
    assert money_details(row, "ja") == {
        "amount": "279億円の内数",
        "previous_amount": "271億円の内数",
    }
    assert money_details({"printed": ["4～5点"]}, "en") == {"printed": '"4～5点"'}
    assert money_details({"marks": ["undecided"], "currency": "JPY"}, "ja") == {"amount": "未定"}
    assert money_details({}, "ja") == {}


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        ({"fiscal_year": 2020, "date": None}, "2020年度", "fiscal 2020"),
        ({"fiscal_year": None, "date": "2014/2018"}, "2014年～2018年", "2014 – 2018"),
        ({"date": None, "reading": "latest"}, "直近", "latest"),
        ({"date": "2014/2018", "reading": "earlier"}, "2014年～2018年", "2014 – 2018"),
    ],
)
def test_a_fiscal_year_is_no_calendar_year(value: dict[str, Any], ja: str, en: str) -> None:
    assert (when_text(value, "ja"), when_text(value, "en")) == (ja, en)
