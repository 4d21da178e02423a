"""The words of the tabs, in both languages. Words of data come from kinds and vocabularies instead."""

from __future__ import annotations

from collections.abc import Mapping

from visualizations.tabs.both import Both, pair

_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "card": {
        "hint": (
            "図、一覧、表などで国・地域、枠組み、協力文書等を選ぶと、そのカードを示します。",
            "Choose a country or region, a forum, an instrument or the like to see its card.",
        ),
        "no_card": (
            "このページには「{what}」のカードを収めていません。次のコマンドで表示できます。",
            "This page holds no card of {what}. This command shows it:",
        ),
        "of": ("表示するカード", "Card of"),
        "sources": ("出典", "Sources"),
        "fixed": (
            "カードは{as_of}時点のものです（時間の操作を反映しません）。",
            "The card is as of {as_of}, whatever day is set for the picture.",
        ),
    },
    "table": {
        "caption": ("図に表示中の項目：{count}件", "Items in the picture: {count}"),
        "ties_caption": ("図に表示中のつながり：{count}件", "Ties in the picture: {count}"),
        "items": ("項目", "Items"),
        "ties": ("つながり", "Ties"),
        "what": ("表の内容", "What is listed"),
        "filter": ("表の中を検索", "Search in the table"),
        "kept": ("{total}件のうち{count}件", "{count} of {total}"),
        "copy": ("CSVとしてコピー", "Copy as CSV"),
        "copied": ("{count}行をコピーしました。", "{count} rows copied."),
        "copy_by_hand": (
            "自動でコピーできませんでした。下の欄を選択した状態にしたので、Ctrl+C でコピーしてください。",
            "Copying was not allowed here. The text below is selected: press Ctrl+C to copy it.",
        ),
        "csv": ("CSV", "CSV"),
        "sort": ("「{what}」で並べ替え", "Sort by {what}"),
        "sorted_up": ("「{what}」の昇順に並べました。", "Sorted by {what}, ascending."),
        "sorted_down": ("「{what}」の降順に並べました。", "Sorted by {what}, descending."),
        "kind": ("種類", "Kind"),
        "name": ("名称", "Name"),
        "other_name": ("英語名", "Japanese name"),
        "date": ("日付", "Date"),
        "level": ("当事者の別", "Between whom"),
        "scope": ("量子の扱い", "How far on quantum"),
        "stage": ("状態", "State"),
        "differs": ("資料による相違", "Sources differ"),
        "sources": ("出典", "Sources"),
        "from": ("一方", "From"),
        "tie": ("つながり", "Tie"),
        "to": ("他方", "To"),
        "nothing": ("当てはまるものがありません。", "Nothing matches."),
    },
    "timeline": {
        "title": ("年表", "Timeline"),
        "since": ("表示を始める年", "From the year"),
        "all": ("すべて", "all"),
        "earlier": (
            "{year}年より前の{count}件は表示していません。",
            "{count} before {year} are not shown.",
        ),
        "beyond": (
            "期間の外の{count}件は表示していません。",
            "{count} outside the range are not shown.",
        ),
        "undated": ("日付の記載のないもの", "Without a date"),
        "expected": (
            "見込み（例年の間隔から。記録ではない）",
            "Expected (by rhythm; not on record)",
        ),
        "stated": ("資料が明記", "stated by a source"),
        "listed": (
            "資料が並べて記載（因果は記載なし）",
            "only listed by a source, no cause stated",
        ),
        "co_announced": ("併せて公表", "announced together"),
        "meeting": ("会合", "meeting"),
        "instrument": ("協力文書", "instrument"),
        "other": ("公募・共同研究課題", "call or project"),
        "span": (
            "期間のみ分かるもの（月・季節・年）",
            "only the period is known (month, season, year)",
        ),
        "planned": ("予定（白抜き）", "planned (hollow)"),
        "expected_mark": ("見込み（白抜き・破線）", "expected (hollow, dashed)"),
        "as_of": ("基準日", "as of"),
        "nothing": (
            "この条件で年表に載るものはありません。",
            "Nothing of this stands on a timeline.",
        ),
        "note": (
            "並びは時系列であり、線のないものの間の因果を表しません。",
            "Order is in time; where there is no line, no cause is meant.",
        ),
    },
    "matrix": {
        "what": ("表の種類", "Which table"),
        "fora": ("国・地域×枠組み", "Countries and regions × fora"),
        "pairs": ("国・地域×国・地域", "Countries and regions, each with each"),
        "party": ("国・地域", "Country or region"),
        "more": (
            "図にない枠組みも示す（我が方が参加する{count}件）",
            "Also fora that are not in the picture ({count} that our side is in)",
        ),
        "fora_note": (
            "資料なしは、非参加を意味しません。―は、参加者をすべて挙げた資料に含まれないことを示します。",
            "“No source” does not mean that it is not in. ― means: left out of a source that lists all.",
        ),
        "no_fora": ("図に枠組みがありません。", "There is no forum in the picture."),
        "pairs_note": (
            "二者間の協力文書の件数（{level}、{scope}、{as_of}時点、収録資料の範囲）。空欄は、収録資料に見当たらないことを示し、"
            "文書がないことを意味しません。",
            "Number of documents between two ({level}; {scope}; as of {as_of}, within the sources held). An empty cell: none "
            "in the sources held, which does not mean that there is none.",
        ),
        "documents": (
            "{one}と{other}の二者間の協力文書：{count}件",
            "Documents between {one} and {other}: {count}",
        ),
        "cell": ("{one}と{other}：{what}", "{one} and {other}: {what}"),
        "no_source": ("収録資料なし", "no source held"),
        "same": ("同一", "the same"),
        "level": ("当事者の別", "Between whom"),
        "scope": ("量子の扱い", "How far on quantum"),
        "government": ("政府間のみ", "governments only"),
        "any_level": (
            "機関・企業間等も（我が方又はページの対象との間に限る）",
            "bodies and companies too (only with our side or what the page is about)",
        ),
        "dedicated": ("量子に特化", "dedicated to quantum"),
        "includes": ("量子を含むものまで", "also those that include quantum"),
        "since": ("参加時期", "since"),
        "sources": ("出典", "Sources"),
        "fixed": (
            "表は{as_of}時点のものです（時間の操作を反映しません）。",
            "The table is as of {as_of}, whatever day is set for the picture.",
        ),
        "hint": (
            "欄を選ぶと、根拠となる資料を示します。",
            "Choose a cell to see what it rests on.",
        ),
    },
    "map": {
        "title": ("位置の目安", "Where they are, roughly"),
        "europe": ("欧州（拡大）", "Europe (enlarged)"),
        "note": (
            "海岸線のみ。点は各国・地域の内陸の目安の位置で、首都ではありません。線は、図に表示中の二者間の協力文書を示します。"
            "線の長さや位置に意味はありません。",
            "Coastline only. A point is a rough place inland, not a capital. Lines are documents between two that the picture shows; "
            "their length and course mean nothing.",
        ),
        "told": ("線が示す協力文書", "Documents that the lines stand for"),
        "line": ("{one}と{other}：協力文書{count}件", "{one} and {other}: documents, {count}"),
        "coast": (
            "海岸線：Natural Earth（パブリックドメイン）",
            "Coastline: Natural Earth (public domain)",
        ),
    },
}


def words_of(tab: str) -> dict[str, Both]:
    """The words of a tab, by key."""
    return {key: pair(*texts) for key, texts in _WORDS[tab].items()}
