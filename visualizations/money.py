"""Amounts in words: as printed where the reader can read that, else written out; never without what is printed beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.vocab import AmountBound, BudgetMark, Currency, Reading
from visualizations.wording import bracketed, listed

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset((
    "a", "about", "an", "approximately", "around", "at", "billion", "bn", "dollar", "dollars", "euro", "euros",
    "for", "half", "in", "least", "m", "million", "more", "nearly", "of", "one", "over", "per", "pound", "pounds",
    "sterling", "than", "the", "thousand", "to", "trillion", "two", "up", "won", "year", "years", "yen", "yuan",
))  # fmt: skip
"""Words of amounts in English; an amount with another word, capitals apart as in DKK, is in a language that the reader of
English may not know."""
_UNITS = {
    "ja": ((10**12, "兆"), (10**8, "億"), (10**4, "万")),
    "en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
}
_BOUNDS = {
    AmountBound.ABOUT: ("約{}", "about {}"),
    AmountBound.AT_MOST: ("最大{}", "up to {}"),
    AmountBound.AT_LEAST: ("{}以上", "at least {}"),
}
_SAID_AS = {
    AmountBound.ABOUT: ("約", "規模", "about", "approximately", "around", "nearly"),
    AmountBound.AT_MOST: ("最大", "up to", "at most"),
    AmountBound.AT_LEAST: ("以上", "at least", "over", "more than"),
}
"""Words by which a printed amount itself says its bound."""
_SIGNS = {
    Currency.EURO: ("€", "euro"),
    Currency.POUND: ("£", "pound"),
    Currency.RENMINBI: ("RMB", "yuan"),
    Currency.WON: ("₩", "won"),
    Currency.YEN: ("¥", "yen"),
    Currency.US_DOLLAR: ("$", "dollar"),
}
"""How English names a currency beside its code; `$` is the dollar of the United States where the reader is not told another."""
_NOTHING = {"ja": "金額の記載なし", "en": "no amount given"}
_NO_CURRENCY = {"ja": "（通貨の記載なし）", "en": " (currency not on record)"}
_SHARE = {"ja": "{}の内数", "en": "an unstated part of {}"}


def amount_text(value: Mapping[str, Any], lang: str) -> str:
    """An amount with all that has to be read with it.

    Args:
        value: `printed` (forms in the sources), `amount`, `whole` (of which it is an unstated part), `currency`, `bound`
            and `marks`.
        lang: `ja` or `en`.
    """
    marks = [BudgetMark(mark) for mark in value["marks"]]
    text = _as_printed(value, lang) or _written_out(value, marks, lang)
    if not text and not marks and value["printed"]:
        quoted = " / ".join(value["printed"])  # in the other's writing: as a quotation
        text = f"「{quoted}」" if lang == "ja" else f'"{quoted}"'
    if BudgetMark.SHARE_OF in marks and lang == "en":
        marks.remove(BudgetMark.SHARE_OF)
    beside = [mark.label(lang) for mark in marks if mark.label(lang) not in text]
    if not text:
        return listed(beside, lang) or _NOTHING[lang]
    return bracketed(text, listed(beside, lang), lang)


_BESIDE = ("amount", "whole_amount", "currency", "bound", "marks", "printed")
_BEFORE = ("previous_amount", "previous_whole_amount", "previous_printed")
TOLD_TOGETHER = frozenset({*_BESIDE, *_BEFORE})
"""Properties of a budget line or indicator that are never told one by one."""


def money_details(row: Mapping[str, Any], lang: str) -> dict[str, str]:
    """What is told of the amounts of a node: under which property's name, and how.

    Args:
        row: Properties of the node; those that it has not may be missing or empty.
        lang: `ja` or `en`.
    """
    told: dict[str, str] = {}
    value = {name: row.get(name) for name in _BESIDE}
    if any(
        value[name] not in (None, []) for name in ("amount", "whole_amount", "printed", "marks")
    ):
        money = {**value, "whole": value["whole_amount"]}
        money |= {"printed": value["printed"] or [], "marks": value["marks"] or []}
        told["amount" if value["currency"] else "printed"] = amount_text(money, lang)
    amount, whole, printed = (row.get(name) for name in _BEFORE)
    if amount is not None or whole is not None:
        money = {"amount": amount, "whole": whole, "currency": value["currency"], "bound": None}
        money |= {"printed": printed or [], "marks": [] if whole is None else [BudgetMark.SHARE_OF]}
        told["previous_amount"] = amount_text(money, lang)
    return told


def when_text(value: Mapping[str, Any], lang: str) -> str:
    """A time: a fiscal year is told as one, for it is no calendar year; one of two readings without a year as which it is.

    Args:
        value: `fiscal_year`, else `date`, else `reading`.
        lang: `ja` or `en`.
    """
    if year := value.get("fiscal_year"):
        return f"{year}年度" if lang == "ja" else f"fiscal {year}"
    if value.get("reading") and not value.get("date"):
        return Reading(value["reading"]).label(lang)
    return PartialDate.parse(value["date"]).label(lang)


def _as_printed(value: Mapping[str, Any], lang: str) -> str:
    """What the sources print, where it is in the reader's own language and, if it could be written out, names the currency."""
    in_own = _is_japanese if lang == "ja" else _is_english
    readable = [text for text in value["printed"] if in_own(text)]
    if value["amount"] is not None and value["currency"]:
        currency = Currency(value["currency"])
        readable = readable if all(_names(currency, text, lang) for text in readable) else []
    text = "／".join(readable) if lang == "ja" else " / ".join(readable)
    return _bounded(text, value["bound"], lang)


def _bounded(text: str, bound: str | None, lang: str) -> str:
    """An amount with its bound, unless it says so itself."""
    if not text or not bound or any(word in text for word in _SAID_AS[AmountBound(bound)]):
        return text
    return _BOUNDS[AmountBound(bound)][lang == "en"].format(text)


def _names(currency: Currency, text: str, lang: str) -> bool:
    if lang == "ja":
        return currency.ja in text
    return currency.value in text or any(sign in text for sign in _SIGNS.get(currency, ()))


def _is_japanese(text: str) -> bool:
    return bool(_JAPANESE.search(text))


def _is_english(text: str) -> bool:
    return all(word in _ENGLISH or word.isupper() for word in _WORD.findall(text))


def _written_out(value: Mapping[str, Any], marks: Sequence[BudgetMark], lang: str) -> str:
    number = value["amount"] if value["amount"] is not None else value["whole"]
    if number is None:
        return ""
    currency = Currency(value["currency"]) if value["currency"] else None
    text = _number(number, currency, lang)
    text = _bounded(text, value["bound"], lang)
    share = value["amount"] is None and BudgetMark.SHARE_OF in marks
    return _SHARE[lang].format(text) if share else text


def _number(number: int, currency: Currency | None, lang: str) -> str:
    """A number in the steps of the language, all its digits kept: 21,500,000,000 is 215億 and 21.5 billion."""
    named = currency.label(lang) if currency else _NO_CURRENCY[lang]
    if lang == "en":
        size, word = next(((s, w) for s, w in _UNITS["en"] if number >= s), (1, ""))
        text = f"{number / size:,.12g}{word}"
        return f"{named} {text}" if currency else text + named
    parts, rest = "", number
    for size, word in _UNITS["ja"]:
        if rest >= size:
            parts, rest = f"{parts}{rest // size:,}{word}", rest % size
    return f"{parts}{f'{rest:,}' if rest or not parts else ''}{named}"
