"""The words of pictures and pages, in both languages. Words of data come from kinds and vocabularies instead."""

from __future__ import annotations

import re
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
        "apart": ("（{what}）", " ({what})"),
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
        "home": ("‹ カードへ", "‹ To the card"),
        "front": ("‹ 最初のページへ", "‹ To the first page"),
        "frozen": (
            "縁（Enishi）　基準日 {day}　版 {build}",
            "Enishi · as of {day} · build {build}",
        ),
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
        "search": ("検索：国・機関・人・文書", "Search: country, body, person, document"),
        "hits": ("検索結果", "Hits"),
        "no_hit": ("収録内に見当たりません。", "Not found in what this page holds."),
        "more_hits": (
            "ほか{n}件。続けて入力すると絞り込めます。",
            "{n} more. Type on to narrow them down.",
        ),
        "filters": ("絞り込み・追加", "Filter and add"),
        "filter_more": ("追加で表示", "Show also"),
        "filter_kinds": ("種類", "Kinds"),
        "filter_levels": ("締結主体", "Between whom"),
        "filter_scopes": ("量子との関係", "Scope"),
        "filter_stages": ("状態", "State"),
        "filter_fields": ("技術領域・協力分野", "Fields"),
        "fields_help": (
            "外した分野だけを対象とする項目を隠します。",
            "Hides what covers only fields that are not ticked.",
        ),
        "more_focused": (
            "1項目を中心に表示している間は働きません。",
            "Without effect while one item is in focus.",
        ),
        "reset": ("最初の表示に戻す", "Back to the first view"),
        "time": ("時点", "Time"),
        "title_day": ("{day}時点", "as of {day}"),
        "time_day": ("{day}時点", "As of {day}"),
        "time_range": ("{first}～{last}", "{first} – {last}"),
        "time_from": ("期間の始め", "First day"),
        "time_last": ("時点・期間の終わり", "Day, or last day"),
        "time_ranged": ("期間で見る", "Range"),
        "time_now": ("基準日に戻す", "Back to the as-of day"),
        "play": ("再生", "Play"),
        "pause": ("停止", "Stop"),
        "focus_title": (
            "{what}のつながり（{n}段階まで、{when}）",
            "{what}: what it is tied to ({n} step{plural}, {when})",
        ),
        "focused": ("{what}から{n}段階までを表示", "Within {n} of {what}"),
        "unfocused": ("全体の表示に戻しました。", "The whole picture again."),
        "opened": ("{what}のつながり{n}件を加えました。", "{what}: {n} added."),
        "closed": ("{what}のつながり{n}件を隠しました。", "{what}: {n} hidden."),
        "unfolded": ("{what}を個別に表示しました。", "{what}: shown one by one."),
        "act_focus": ("この項目から何段階まで：", "Only what is within, in steps:"),
        "act_steps": ("この項目から{n}段階までを表示", "Only what is within {n} of this"),
        "act_open": ("つながりを加える（{n}件）", "Add what it is tied to ({n})"),
        "act_close": ("つながりを隠す", "Hide what it is tied to"),
        "act_path": ("ここから経路を調べる", "Path from here"),
        "act_path_to": ("ここまでの経路を示す", "Path to here"),
        "act_refold": ("再びまとめて表示", "Draw together again"),
        "refolded": ("まとめて表示しました。", "Drawn together."),
        "act_pin": ("位置を固定", "Pin"),
        "path_from": ("経路の起点：{what}", "Path from: {what}"),
        "path_to": (
            "終点を図又は一覧で選んでください。",
            "Choose where it ends, in the picture or the list.",
        ),
        "path_title": ("{from}から{to}までの経路", "Path from {from} to {to}"),
        "path_n": (
            "最も短い経路の一つ（つながり{n}本）：",
            "One of the shortest paths (ties: {n}):",
        ),
        "no_path": (
            "収録資料と現在の絞り込みでは、経路を確認できない。",
            "No path can be confirmed in the sources held with the present filters.",
        ),
        "path_end": ("経路を閉じる", "Close the path"),
        "notes_first": (
            "この図について（最初の表示の説明）",
            "About this picture, as it is at first",
        ),
        "path_said": ("経路：{from}―{to}", "Path: {from} – {to}"),
        "with_groups": ("追加：{what}", "Also shown: {what}"),
        "with_neighbours": ("つながりを追加：{what}", "With what is tied to: {what}"),
        "with_added": ("項目を追加：{what}", "Added: {what}"),
        "without_neighbours": ("つながりを非表示：{what}", "Without what is tied to: {what}"),
        "without": ("非表示：{what}", "Hidden: {what}"),
        "count": ("{what}{n}件", "{what}: {n}"),
        "count_lines": ("{what}\n{n}件", "{what}\n× {n}"),
        "and_others": ("ほか", " and others"),
        "folded": (
            "{most}項目を超えるため、{what}を{n}組にまとめて表示（線は国・地域との間のみ）。選ぶと個別に示す。",
            "More than {most} items: drawn together as {n} groups, with a line to their country or region only: "
            "{what}. Choose one to see its members.",
        ),
        "undated_members": (
            "始まりの日が資料にない参加は、枠組みの設立から描く。設立の日も資料にないときは、どの日にも描く。",
            "A membership whose first day no source gives is drawn from the founding of its forum on; where no source "
            "gives that either, on every day.",
        ),
        "tab_card": ("カード", "Card"),
        "tab_table": ("表", "Table"),
        "tab_timeline": ("年表", "Timeline"),
        "tab_matrix": ("参加・文書の一覧表", "Matrix"),
        "tab_map": ("地図", "Map"),
        "no_script": (
            "図を表示するにはJavaScriptが必要です。",
            "JavaScript is needed to draw the picture.",
        ),
    }
)


def page_words(lang: str) -> dict[str, str]:
    """All words of a page in one language."""
    return {
        name: ja if lang == "ja" else en for name, (ja, en) in {**_PAGE, **EXPORT_WORDS}.items()
    }


_WITH_ARTICLE = re.compile(r"United |Republic |Netherlands|European Union|Philippines")
"""English names of countries and unions that stand with an article in a sentence."""


def with_article(name: str, lang: str) -> str:
    """The name of a country or union within a sentence: the United Kingdom, the Netherlands, the European Union."""
    return f"the {name}" if lang == "en" and _WITH_ARTICLE.match(name) else name


def listed(items: list[str], lang: str) -> str:
    """Several names as one text."""
    return ("、" if lang == "ja" else ", ").join(items)


def bracketed(text: str, inside: str, lang: str) -> str:
    """Text with something in brackets after it; nothing if there is nothing."""
    if not inside:
        return text
    return f"{text}（{inside}）" if lang == "ja" else f"{text} ({inside})"


NAMED_IN_SOURCES = {"ja": "資料に名のあるもの", "en": "those named in sources"}
"""What stands beside a number of members where no source lists all of them: it is not their total."""


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
