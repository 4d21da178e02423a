"""Partial dates: what is read, what it may mean, and how it is written for a reader."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.dates import FAR_FUTURE, FAR_PAST, PartialDate, days_between, is_iso_day
from tests.strategies import date_texts, iso_days

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-05-13", "2025-05-13", "2025-05-13"),
        ("2025-05", "2025-05-01", "2025-05-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02-29", "2000-02-29", "2000-02-29"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2025-09-10/2025-09-12", "2025-09-10", "2025-09-12"),
        ("2025-04-28/2025-05", "2025-04-28", "2025-05-31"),
        ("2024-12/2025-24", "2024-12-01", "2026-02-28"),
        ("2025-05/..", "2025-05-01", FAR_FUTURE),
        ("../2025-05", FAR_PAST, "2025-05-31"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("9998-24", "9998-12-01", "9999-02-28"),
    ],
)
def test_bounds(text: str, first: str, last: str) -> None:
    date = parse(text)
    assert (date.text, date.min, date.max, date.approximate) == (text, first, last, False)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-09~", "2025-09-01", "2025-09-30"),
        ("2025-09-10~", "2025-09-10", "2025-09-10"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-24~", "2025-12-01", "2026-02-28"),
        ("2024~/2025", "2024-01-01", "2025-12-31"),
        ("2024/2025-03~", "2024-01-01", "2025-03-31"),
        ("2024~/..", "2024-01-01", FAR_FUTURE),
        ("../2024~", FAR_PAST, "2024-12-31"),
    ],
)
def test_approximate(text: str, first: str, last: str) -> None:
    date = parse(text)
    assert (date.min, date.max, date.approximate) == (first, last, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "25",
        "2025-5",
        "2025-05-1",
        "2025/05/13",
        "2025-05-13T00:00",
        "20250513",
        "2025-00",
        "2025-13",
        "2025-20",
        "2025-25",
        "2025-02-29",
        "2025-02-30",
        "2025-04-31",
        "2025-00-10",
        "2025-21-01",
        "1900-02-29",
        "0000",
        "0000-01-01",
        "9999",
        "9999-12-31",
        "-2025",
        "令和7年",
        "~2025",
        "2025~~",
        "2025-05-13?",
        "../..",
        "..",
        "/2025",
        "2025/",
        "2025/2026/2027",
        "2025-06/2025-05-31",
        "2025-05-14/2025-05-13",
        "２０２５",
        "2025-0５",
    ],
)
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text)


def test_messages_say_what_is_wrong() -> None:
    with pytest.raises(ValueError, match=r"'13 May' is no date: write 2025, 2025-05"):
        parse("13 May")
    with pytest.raises(ValueError, match="2025-02-30 does not exist in the calendar"):
        parse("2025-02-30~")
    with pytest.raises(ValueError, match="2025-13 has no such month"):
        parse("2025-13")
    with pytest.raises(ValueError, match="'9999' has no such year"):
        parse("9999")
    with pytest.raises(ValueError, match="2025-06/2025-05 ends before it begins"):
        parse("2025-06/2025-05")
    with pytest.raises(ValueError, match="an interval needs at least one end"):
        parse("../..")


def test_space_around_is_no_part() -> None:
    assert parse(" 2025-05\n") == parse("2025-05")


@given(date_texts())
def test_round_trip(text: str) -> None:
    date = parse(text)
    assert date.text == text
    assert parse(date.text) == date
    assert date.min <= date.max
    assert date.span >= 0
    assert date.agrees_with(date)
    assert date.overlaps(date)
    assert date.label("ja")
    assert date.label("en")


@given(iso_days)
def test_a_day_is_its_own_bounds(text: str) -> None:
    date = parse(text)
    assert (date.min, date.max, date.span, date.is_day) == (text, text, 0, True)
    assert is_iso_day(text)
    for coarser in (text[:7], text[:4]):
        assert parse(coarser).min <= text <= parse(coarser).max
        assert date.agrees_with(parse(coarser))
        assert date.span < parse(coarser).span


@given(date_texts(), date_texts())
def test_agreement_and_overlap_are_mutual(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    assert a.agrees_with(b) == b.agrees_with(a)
    assert a.overlaps(b) == b.overlaps(a)
    if a.agrees_with(b):
        assert a.overlaps(b)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2025-05-13", "2025-05-13", True),
        ("2025-05-13", "2025-05", True),
        ("2025-05-13", "2025", True),
        ("2025-05", "2025", True),
        ("2025-05-13", "2025-21", True),
        ("2025-05-01", "2025-05", True),
        ("2025-05-31", "2025-05", True),
        ("2025-05-12", "2025-05-10/2025-05-12", True),
        ("2025-05-13", "2025-05/..", True),
        ("2025-05-13", "../2025-05", True),
        ("2025-05-13", "2025-05-12", False),
        ("2025-05-13", "2025-06", False),
        ("2025-05-13", "2024", False),
        ("2025-06-01", "2025-21", False),
        ("2025-05-13", "2025-06/..", False),
        ("2025-04/2025-05", "2025-05/2025-06", False),  # they overlap, but neither is the other
        ("2025-04/2025-05", "2025-05~/2025-06", True),  # for "about" it is enough to overlap
        ("2025-05-13~", "2025-05-14", False),
        ("2025-09~", "2025-09-10", True),
        ("2025-09~", "2025-10-01", False),
    ],
)
def test_the_same_date_at_another_precision(one: str, other: str, agree: bool) -> None:
    assert parse(one).agrees_with(parse(other)) is agree


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2025-05", "2025-05-31", True),
        ("2025-05", "2025-06-01", False),
        ("2025-05-31", "2025-06", False),
        ("2025-04/2025-05", "2025-05/2025-06", True),
        ("../2025", "2025-12-31/..", True),
    ],
)
def test_overlap(one: str, other: str, overlap: bool) -> None:
    assert parse(one).overlaps(parse(other)) is overlap


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2023-11-07", "2024-03-06", 120),
        ("2024-03-06", "2025-04-28", 418),
        ("2025-04-07", "2025-04-28", 21),
        ("2025-04-28", "2025-04-07", -21),
        ("2025-05-13", "2025-05-13", 0),
        ("2025-09-10/2025-09-12", "2025-09-13", 1),
        ("2025-09-01", "2025-09-10/2025-09-12", 9),
        ("2025-05", "2025-06-01", None),
        ("2025-06-01", "2025-07", None),
        ("2025-05-13~", "2025-06-01", None),
        ("2025-05-13", "2025-06-01/..", None),
        ("2025-05/2025-05-13", "2025-06-01", None),
    ],
)
def test_days_between_needs_days(earlier: str, later: str, days: int | None) -> None:
    assert days_between(parse(earlier), parse(later)) == days


@given(st.dates(), st.dates())
def test_days_between_counts_the_calendar(one: dt.date, other: dt.date) -> None:
    if max(one.year, other.year) < 9999:
        assert days_between(parse(str(one)), parse(str(other))) == (other - one).days


def test_days() -> None:
    assert parse("2025-05-13").is_day
    assert not parse("2025-05-13~").is_day
    assert not parse("2025-05").is_day
    assert parse("2025-05-13/2025-05-13").is_day
    assert parse("2025-05-13/2025-05-15").ends_are_days
    assert not parse("2025-05-13/2025-06").ends_are_days
    assert not parse("2025-05-13/..").ends_are_days


def test_iso_days() -> None:
    assert is_iso_day("2025-05-13")
    for other in ("2025-05", "2025-02-30", "", "2025-05-13~", "tomorrow!!", "2025-24/.."):
        assert not is_iso_day(other)


def test_the_finer_date_has_the_smaller_span() -> None:
    texts = ["2025-05-13", "2025-05-13/2025-05-15", "2025-05", "2025-21", "2025", "../2025"]
    spans = [parse(text).span for text in texts]
    assert spans == sorted(spans)
    assert spans[:2] == [0, 2]


@pytest.mark.parametrize(
    ("text", "ja", "en"),
    [
        ("2025", "2025年", "2025"),
        ("2025-05", "2025年5月", "May 2025"),
        ("2025-05-03", "2025年5月3日", "3 May 2025"),
        ("2025-22", "2025年夏", "summer 2025"),
        ("2025-24", "2025年冬", "winter 2025"),
        ("2025-09~", "2025年9月ごろ", "about September 2025"),
        ("2025-09-10/2025-09-12", "2025年9月10日～12日", "10–12 September 2025"),
        ("2025-09-29/2025-10-01", "2025年9月29日～10月1日", "29 September – 1 October 2025"),
        (
            "2024-12-30/2025-01-02",
            "2024年12月30日～2025年1月2日",
            "30 December 2024 – 2 January 2025",
        ),
        ("2025-05/2025-07", "2025年5月～7月", "May – July 2025"),
        ("2024-11/2025-02", "2024年11月～2025年2月", "November 2024 – February 2025"),
        ("2024/2025", "2024年～2025年", "2024 – 2025"),
        ("2014-04/2015-03", "2014年度", "fiscal 2014"),
        ("2020-04/2025-03", "2020～2024年度", "fiscal 2020–2024"),
        ("2014-04-01/2015-03-31", "2014年4月1日～2015年3月31日", "1 April 2014 – 31 March 2015"),
        ("2014-05/2015-03", "2014年5月～2015年3月", "May 2014 – March 2015"),
        ("2025-04-28/2025-05", "2025年4月28日～2025年5月", "28 April 2025 – May 2025"),
        ("2025-21/2025-22", "2025年春～2025年夏", "spring 2025 – summer 2025"),
        ("2025-03~/2025-05", "2025年3月ごろ～2025年5月", "about March 2025 – May 2025"),
        ("2025-05/..", "2025年5月～", "from May 2025"),
        ("../2025-05-13", "～2025年5月13日", "until 13 May 2025"),
    ],
)
def test_labels(text: str, ja: str, en: str) -> None:
    assert (parse(text).label("ja"), parse(text).label("en")) == (ja, en)
