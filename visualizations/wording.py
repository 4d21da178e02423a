"""The words of pictures and pages, in both languages. Words of data come from kinds and vocabularies instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.vocab import CountryStatus, SourceType
from visualizations.wording_export import EXPORT_WORDS

_PAGE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "picture": ("図", "Picture"),
        "picture_help": (
            "同じ内容を「一覧」からキーボードで選べます。",
            "The same can be chosen by keyboard from the list.",
        ),
        "evidence": ("詳細と出典", "Details and sources"),
        "hint": (
            "図の項目や線、又は下の一覧を選ぶと、内容と出典を示します。",
            "Choose an item or line in the picture, or from the list below, to see what it is and its sources.",
        ),
        "legend": ("凡例", "Legend"),
        "notes": ("この図について", "About this picture"),
        "list": ("一覧", "List"),
        "ties": ("つながり", "Ties"),
        "agreed": ("合意事項", "Agreed items"),
        "not_drawn": ("図に描いていないつながり", "Ties that are not drawn"),
        "sources": ("出典", "Sources"),
        "no_sources": ("収録資料なし", "No source held"),
        "ours": ("当データの分類", "Our own classification"),
        "differs": ("資料により異なる", "Sources differ"),
        "used": ("この図で用いる値", "used here"),
        "why": ("用いる理由", "Why it is used"),
        "basis": ("根拠", "Basis"),
        "closer": ("拡大", "Closer"),
        "farther": ("縮小", "Farther"),
        "whole": ("全体", "Whole"),
        "language": ("日本語", "English"),
        "languages": ("表示言語", "Language"),
        "undo": ("元に戻す", "Undo"),
        "redo": ("やり直す", "Redo"),
        "undone": ("元に戻しました。", "Undone."),
        "redone": ("やり直しました。", "Redone."),
        "shown": ("{what}を表示しました。", "{what}: shown."),
        "hidden": ("{what}を非表示にしました。", "{what}: hidden."),
        "menu": ("出力…", "Export …"),
        "views": ("表示の種類", "Views"),
        "no_script": (
            "図を表示するにはJavaScriptが必要です。",
            "JavaScript is needed to draw the picture.",
        ),
    }
)


def page_words(lang: str) -> dict[str, str]:
    """All words of a page in one language."""
    return {name: ja if lang == "ja" else en for name, (ja, en) in (_PAGE | EXPORT_WORDS).items()}


def listed(items: list[str], lang: str) -> str:
    """Several names as one text."""
    return ("、" if lang == "ja" else ", ").join(items)


def bracketed(text: str, inside: str, lang: str) -> str:
    """Text with something in brackets after it; nothing if there is nothing."""
    if not inside:
        return text
    return f"{text}（{inside}）" if lang == "ja" else f"{text} ({inside})"


def counted(ids: Iterable[str], names: Mapping[str, Mapping[str, str]], lang: str) -> str:
    """How many there are, in the counting words of the ministries.

    Countries read か国 only if all are states, else か国・地域; a union is no country and stands apart: 5か国＋EU.

    Args:
        ids: What is counted, each once however often it is named; a tie has an id too, but no name.
        names: Kind, status and names of each, as an answer has them.
        lang: `ja` or `en`.
    """
    each_once = tuple(dict.fromkeys(ids))
    known = [names[id_] for id_ in each_once if id_ in names]
    countries = [each for each in known if each["kind"] == "Country"]
    unions = [each["short"] or each[lang] for each in known if each["kind"] == "Union"]
    if len(countries) + len(unions) < len(each_once) or not known:
        return f"{len(each_once)}件" if lang == "ja" else str(len(each_once))
    states = all(each["status"] == CountryStatus.STATE for each in countries)
    number = len(countries)
    if lang == "ja":
        head = [f"{number}か国" if states else f"{number}か国・地域"] if countries else []
        return "＋".join([*head, *unions])
    one, many = (
        ("country", "countries") if states else ("country or region", "countries and regions")
    )
    head = [f"{number} {one if number == 1 else many}"] if countries else []
    return " and ".join([*head, *(f"the {union}" for union in unions)])


def source_words(row: Mapping[str, Any], lang: str) -> tuple[str, str, str, str]:
    """Publisher, title, day and kind of a source, of which any but the last may be empty.

    Args:
        row: The source as `queries/internal/sources.cypher` gives it.
        lang: Language of the words; names are given in the other where this one has none.
    """
    other = "en" if lang == "ja" else "ja"
    return (
        row[f"publisher_{lang}"] or row[f"publisher_{other}"] or "",
        row[f"title_{lang}"] or row[f"title_{other}"] or "",
        PartialDate.parse(row["published"]).label(lang) if row["published"] else "",
        SourceType(row["type"]).label(lang),
    )
