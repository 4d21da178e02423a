"""The words of the published pages, in both languages. Words of data come from kinds and vocabularies instead."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "brand": ("縁　量子国際協力ネットワーク", "Enishi · quantum cooperation network"),
        "as_of": ("基準日 {day}", "as of {day}"),
        "newest": (
            "収録の最新は{day}の出来事（{age}日前）。以後の動きは入っていません。",
            "Newest event on record: {day} ({age} days ago); nothing later is in.",
        ),
        "beyond": (
            "収録は基準日の後、{day}の出来事まで及ぶ。",
            "The record goes beyond that day, to an event of {day}.",
        ),
        "newest_event": ("その出来事：{name}", "That event: {name}"),
        "home": ("はじめ", "Home"),
        "gap": ("協力文書を確認できない国・地域", "No instrument confirmed"),
        "gap_lead": (
            "{forum}の参加{whole}のうち、{own}との政府間協力文書（量子に特化）を確認できない：{counted}",
            "{forum}: {counted} of the {whole} taking part, with no instrument with {own} (between governments; "
            "dedicated to quantum) that could be confirmed",
        ),
        "partners": ("相手国・地域", "Partners"),
        "partners_lead": (
            "{counted}との政府間協力文書（量子に特化）",
            "Instruments with {counted}",
        ),
        "partners_title": ("相手国・地域", "Partners: countries, regions and unions"),
        "partners_with": (
            "{own}との政府間協力文書（量子に特化）を確認できる：{counted}",
            "With an instrument with {own} (between governments; dedicated to quantum): {counted}",
        ),
        "partners_without": (
            "{own}との政府間協力文書（量子に特化）を確認できないが、ほかの文書、会合等の収録があるもの：{counted}",
            "With other documents, meetings or the like on record, but no such instrument that could be "
            "confirmed: {counted}",
        ),
        "partners_other": (
            "{own}との間の文書、会合等の収録がないもの：{counted}",
            "Nothing on record between them and {own}: {counted}",
        ),
        "partner": ("国・地域", "Country or region"),
        "situation": ("協力文書", "Instrument"),
        "latest": ("直近", "Latest"),
        "next": ("次", "Next"),
        "fora": ("枠組み・会合", "Fora and dialogues"),
        "fora_lead": (
            "{own}が参加する枠組み{ours}件（収録は{all}件）",
            "{own} takes part in {ours} of the {all} on record",
        ),
        "fora_ours": ("{own}が参加する枠組み：{count}件", "{own} takes part: {count}"),
        "fora_others": (
            "{own}の参加を確認できない枠組み：{count}件",
            "Participation of {own} could not be confirmed: {count}",
        ),
        "forum": ("枠組み", "Forum"),
        "type": ("種類", "Kind"),
        "members": ("参加国・機関", "Taking part"),
        "latest_meeting": ("収録の直近の会合", "Latest meeting on record"),
        "documents": ("協力文書", "Instruments"),
        "documents_lead": ("収録{count}件", "{count} on record"),
        "documents_title": ("協力文書の一覧：{count}件", "Instruments on record: {count}"),
        "documents_ours": (
            "{own}（機関・企業等を含む）が当事者であるもの：{count}件",
            "With a party from {own} (bodies and companies included): {count}",
        ),
        "documents_others": ("そのほかの当事者の間のもの：{count}件", "Between others: {count}"),
        "document": ("文書名", "Title"),
        "level": ("当事者の別", "Between whom"),
        "scope": ("量子の扱い", "How far on quantum"),
        "date": ("日付", "Date"),
        "upcoming": ("今後の予定", "Ahead"),
        "upcoming_lead": (
            "今後6か月：確認済み{confirmed}件、予定{planned}件、見込み{expected}件、確認できない{not_confirmed}件",
            "Next six months: {confirmed} confirmed, {planned} planned, {expected} expected, "
            "{not_confirmed} not confirmed",
        ),
        "upcoming_title": (
            "今後6か月の予定：確認済み{confirmed}件",
            "Next six months: {confirmed} confirmed",
        ),
        "upcoming_scope": (
            "{own}が関わるもの。収録は{newest}まで。",
            "{own} taking part; the record ends in {newest}.",
        ),
        "confirmed": ("確認済み", "Confirmed"),
        "planned": ("予定（資料が予定とするもの）", "Planned, as a source says"),
        "expected": (
            "見込み（例年の間隔から。時期・場所の資料なし）",
            "Expected from rhythm; no source for date or place",
        ),
        "not_confirmed": (
            "開催・実施を確認できない（「年」だけの日程、又は過ぎた予定）",
            "Not confirmed: dated by the year only, or past and not shown as held",
        ),
        "calendar": ("カレンダー（.ics）", "Calendar (.ics)"),
        "calendar_note": (
            "日付の幅は、その全期間の終日の予定として入る。題名は資料の日付のまま。見込みには「見込み」と付く。",
            "A range of days stands as all of them; the title keeps the wording of the date. What is only "
            "expected says so.",
        ),
        "conflicts": ("資料による相違", "Where sources differ"),
        "conflicts_lead": ("{count}点", "{count} points"),
        "thin-evidence": ("根拠の少ない項目", "Thin evidence"),
        "take": ("資料を作る", "Take it along"),
        "take_lead": (
            "スライド、1枚紙、画像、表（Excel・CSV）、カレンダー、図",
            "Slides, one-page briefs, pictures, tables (Excel, CSV), calendars, networks",
        ),
        "answers": ("問いと答え", "Questions and answers"),
        "answers_lead": ("{count}問", "{count} questions"),
        "answers_title": ("問いと答え：{count}問", "Questions and answers: {count}"),
        "question": ("問い", "Question"),
        "more": ("ほかの条件", "Other conditions"),
        "tables": ("表", "Tables"),
        "excel": ("Excel", "Excel"),
        "csv": ("CSV", "CSV"),
        "asked_with": ("条件", "Asked with"),
        "no_answer": (
            "この収録には、この問いの例に当たるものがない。",
            "This record has nothing that the example of this question names.",
        ),
        "glossary": ("用語", "Glossary"),
        "glossary_title": ("用語（和英）", "Glossary, Japanese and English"),
        "kinds": ("種別", "Kinds"),
        "ties": ("つながり", "Ties"),
        "term_ja": ("日本語", "Japanese"),
        "term_en": ("英語", "English"),
        "network": ("ネットワーク図", "Network"),
        "timeline": ("年表", "Timeline"),
        "network_lead": ("全体の図", "The picture as a whole"),
        "card": ("カード", "Card"),
        "search": ("検索", "Search"),
        "search_hint": ("国・地域、機関、人、文書", "countries, bodies, people, documents"),
        "search_none": ("該当なし", "Nothing found"),
        "search_more": ("ほか{count}件", "{count} more"),
        "sources": ("出典", "Sources"),
        "open": ("開く", "open"),
        "definitions": ("数え方と内訳", "How it is counted, and what is behind each number"),
        "skip": ("本文へ", "To the content"),
        "build": ("版", "Build"),
        "foot": (
            "作成：縁（Enishi）{version}　版 {build}　基準日 {day}",
            "Made with Enishi {version} · build {build} · as of {day}",
        ),
        "take_title": ("資料を作る", "Take it along"),
        "ready": ("相手国・地域ごとの資料", "Ready files for each partner"),
        "ready_note": (
            "出典番号と「案」の表示が付き、スライドと1枚紙はそのまま編集できる。書き込むときは、別の場所に保存してから"
            "（このフォルダは次の発行で置き換わる）。",
            "With numbered sources and the draft stamp; slides and briefs can be edited as they are. Save them elsewhere "
            "before you write into them: this folder is replaced when it is next published.",
        ),
        "ready_slides": ("スライド（.pptx）", "Slides (.pptx)"),
        "ready_brief": ("1枚紙（.docx）", "One-page brief (.docx)"),
        "ready_picture": ("画像（.png）", "Picture (.png)"),
        "ready_calendar": ("カレンダー（.ics）", "Calendar (.ics)"),
        "take_tables": (
            "各行に出典のIDが付く。並べ替えと絞り込みができる。",
            "Every row names its sources by id; rows can be sorted and filtered.",
        ),
        "take_calendar": ("予定をカレンダーに入れる", "Put the dates into a calendar"),
        "take_picture": (
            "見えているとおりに、図や表として持ち出せる。",
            "What is seen can be taken along as a picture or a table.",
        ),
        "take_paper": (
            "各ページは、そのままA4に印刷できる（ブラウザの印刷）。",
            "Every page prints on A4 as it is (your browser's print).",
        ),
        "comma": ("、", ", "),
        "none": ("収録資料なし", "No source held"),
        "place_in": ("箇所：{places}", "at {places}"),
    }
)


def word(name: str, lang: str, /, **values: object) -> str:
    """A word or sentence in one language, with the values that its braces stand for."""
    ja, en = _WORDS[name]
    text = ja if lang == "ja" else en
    return text.format(**values) if values else text
