"""Columns of the tables of a published folder: how much room each asks for."""

from __future__ import annotations

from visualizations.site.columns import column_classes

HEADINGS = ("国・地域", "決定日", "件数", "種類", "内容", "出典")


def test_a_column_asks_for_room_by_what_stands_in_it() -> None:
    rows = [
        ("日本", "2025年10月15日", "1,200", "共通ビジョン・指針（三者）", "量子" * 30, "1) 2)"),
        ("デンマーク", "収録資料なし", "―", "覚書（MOU）", "―", ""),
    ]
    assert column_classes(HEADINGS, rows) == (
        "narrow", "narrow", "number", "middle", "broad", "refs",
    )  # fmt: skip


def test_days_are_not_broken_in_either_language() -> None:
    days = [("2025年11月10日～12日", "27 September 2023"), ("2025年", "April 2019 – May 2020")]
    assert column_classes(("日付", "date"), days) == ("narrow", "narrow")


def test_words_alone_are_no_numbers() -> None:
    assert column_classes(("a", "b"), [("―", "3 members"), ("―", "4")]) == ("narrow", "narrow")


def test_a_table_without_rows_has_plain_columns() -> None:
    assert column_classes(HEADINGS, []) == ("",) * len(HEADINGS)
