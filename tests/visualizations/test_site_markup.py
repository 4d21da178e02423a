"""Text as HTML in the published pages."""

from __future__ import annotations

from markupsafe import Markup

from visualizations.site.markup import is_address, linked, numbered, runs

HOSTILE = '<img src=x onerror=alert(1)>"日本'


def anchor(text: str, address: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, text)


def test_japanese_in_an_english_page_is_marked_as_such() -> None:
    assert runs("Tokyo Statement 東京声明 (2019)", "en") == (
        'Tokyo Statement <span lang="ja">東京声明</span> (2019)'
    )
    assert runs("東京声明", "ja") == "東京声明"


def test_everything_is_escaped() -> None:
    assert "<img" not in runs(HOSTILE, "en")
    assert "<img" not in linked(HOSTILE, [(HOSTILE, "x.html")], "ja", anchor)


def test_the_longest_of_overlapping_names_is_linked() -> None:
    said = linked(
        "G7量子技術共同作業部会とG7", [("G7", "g7"), ("G7量子技術共同作業部会", "wg")], "ja", anchor
    )
    assert said == '<a href="wg">G7量子技術共同作業部会</a>と<a href="g7">G7</a>'


def test_numbers_of_footnotes_lead_to_them() -> None:
    assert numbered("1) 12)", "ja", 12) == (
        '<a class="ref" href="#s1">1)</a> <a class="ref" href="#s12">12)</a>'
    )
    assert numbered("2025年5月12日 [2) s10 L304]", "ja", 3) == (
        '2025年5月12日 [<a class="ref" href="#s2">2)</a> s10 L304]'
    )
    assert numbered("3)", "ja", 2) == "3)"
    assert numbered("Statement (12) and (3)", "en", 20) == "Statement (12) and (3)"
    assert numbered("2025年（予定）", "ja", 9) == "2025年（予定）"
    assert numbered("", "ja", 9) == ""


def test_only_addresses_of_the_web_are_links() -> None:
    assert is_address("https://www8.cao.go.jp/cstp/")
    assert not is_address("javascript:alert(1)")
    assert not is_address('https://x" onclick="y')
    assert not is_address(None)
