"""The words of what leaves a page, of its story, its keys and its dark style, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graphmodel.vocab import Handling

EXPORT_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **{f"handling_{word}": (word.ja, word.en.capitalize()) for word in Handling},
        "save_png": ("画像（PNG、2倍）", "Picture (PNG, 2x)"),
        "save_svg": ("画像（SVG、編集可能）", "Picture (SVG, editable)"),
        "print": ("印刷（A4横）", "Print (A4 landscape)"),
        "make_slide": ("この画面でスライドを作る", "Make a slide of this view"),
        "save_layout": ("配置を保存", "Save the layout"),
        "saved": ("{name} を保存しました。", "Saved {name}."),
        "not_saved": ("保存できませんでした：{reason}", "It could not be saved: {reason}"),
        "too_large": (
            "画像が大きすぎて、このブラウザでは作れません。SVGを使ってください。",
            "The picture is too large for this browser; save it as SVG.",
        ),
        "slide_saved": (
            "{name} を保存しました。表示中の項目の識別子、位置、表示条件だけが入っています。値と出典は、"
            "スライドを作るときにデータから読み直します。",
            "Saved {name}. It holds the ids, the places and the conditions of what is shown; values and sources are "
            "read anew from the data when the slide is made.",
        ),
        "slide_command": (
            "スライド（.pptx）を作るコマンド：",
            "The command that makes the slide (.pptx):",
        ),
        "layout_saved": (
            "{name} を保存しました。同じ配置でページを作るには：",
            "Saved {name}. To make a page with the same layout:",
        ),
        "copy": ("コピー", "Copy"),
        "copied": ("コピーしました。", "Copied."),
        "close": ("閉じる", "Close"),
        "as_of": ("基準日", "As of"),
        "data_version": ("データ版", "Data"),
        "saved_from": ("Enishi の画面から出力", "From a page of Enishi"),
        "more_sources": (
            "ほか{n}件。全件は、このページの印刷と「表」で示す。",
            "and {n} more; the print and the table of the page list them all.",
        ),
        "table_items": ("図に示した項目（{count}件）", "What the picture shows (items: {count})"),
        "column_kind": ("種類", "Kind"),
        "column_name": ("名称", "Name"),
        "column_day": ("日付", "Date"),
        "column_state": ("状態", "State"),
        "column_sources": ("出典", "Sources"),
        "story": ("ストーリー", "Story"),
        "story_step": ("{count}場面のうち{step}", "Step {step} of {count}"),
        "story_begin": ("ストーリーを始める", "Begin the story"),
        "story_next": ("次へ", "Next"),
        "story_previous": ("前へ", "Previous"),
        "story_end": ("終える", "End"),
        "dark": ("暗い画面", "Dark"),
        "light": ("明るい画面", "Light"),
        "keys": ("キー操作", "Keys"),
        "key_search": ("検索する", "Search"),
        "key_steps": (
            "選んだ項目から1、2、3段階までを示す",
            "Focus: 1, 2 or 3 steps from what is chosen",
        ),
        "key_arrows": (
            "図の中で、その方向の隣の項目を選ぶ",
            "In the picture: choose the neighbour in that direction",
        ),
        "key_enter": (
            "選んだ項目のつながりをその場で開く、又は閉じる",
            "Open or close the ties of what is chosen, in place",
        ),
        "key_escape": (
            "経路、近傍、選択の順に取り消す",
            "Leave, one after the other, the path, the focus and the choice",
        ),
        "key_zoom": ("図を拡大、縮小、全体表示", "Picture closer, farther, whole"),
        "key_undo": ("元に戻す、やり直す", "Undo, redo"),
        "key_tabs": (
            "タブの列では左右の矢印で表示を切り替える",
            "In the row of tabs: arrows change the view",
        ),
        "key_story": ("ストーリーの次、前の場面", "Next and previous step of the story"),
        "key_help": ("この一覧を示す", "Show this list"),
        "chosen": ("{kind}：{what}", "{kind}: {what}"),
        "no_neighbour": (
            "その方向につながる項目はありません。",
            "Nothing tied to it lies in that direction.",
        ),
        "released": ("解除しました。", "Released."),
        "story_ended": ("ストーリーを終えました。", "The story has ended."),
        "keys_single": (
            "1文字のキー（/、?、1～3、n、p）を使う",
            "Use keys of one character (/, ?, 1 to 3, n, p)",
        ),
    }
)
