"""Dates as people write them: many forms of ministries' papers and lists, and none of them guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.dates import PartialDate
from graphmodel.written_dates import DAY_FIRST, MONTH_FIRST, read_date

READ = {
    "2025-05-13": "2025-05-13", "2025-05": "2025-05", "2025-09-10/2025-09-12": "2025-09-10/2025-09-12", "2025-09~": "2025-09~",
    "令和７年４月28日": "2025-04-28", "令和7年4月28日（月）": "2025-04-28", "平成３１年３月": "2019-03", "令和元年５月１日": "2019-05-01",
    "令和六年度": "2024-04/2025-03", "R7.4.28": "2025-04-28", "R07/04/28": "2025-04-28", "昭和64年1月7日": "1989-01-07",
    "’24年9月": "2024-09", "‘24年9月": "2024-09", "＇25年5月": "2025-05", "'25/5/13": "2025-05-13", "2025/4/28": "2025-04-28",
    "2025.4.28": "2025-04-28", "２０２５年４月２８日": "2025-04-28", "20250428": "2025-04-28", "二〇二五年四月二十八日": "2025-04-28",
    "令和7年(2025年)4月28日": "2025-04-28", "2025年（令和7年）4月28日": "2025-04-28", "2025年": "2025", "2025": "2025",
    "2025年4月28日〜30日": "2025-04-28/2025-04-30", "2025年3月31日から4月2日": "2025-03-31/2025-04-02",
    "2025年12月31日～2026年1月2日": "2025-12-31/2026-01-02", "令和7年11月6日(木)～7日(金)": "2025-11-06/2025-11-07",
    "’24年3-7月": "2024-03/2024-07", "2025年5～6月": "2025-05/2025-06", "2025年5月～6月": "2025-05/2025-06",
    "2024/11～2025/2": "2024-11/2025-02", "1994-1996年": "1994/1996", "2025-05-10～2025-05-12": "2025-05-10/2025-05-12",
    "2025年5月～": "2025-05/..", "～2025年5月": "../2025-05", "2025年5月まで": "../2025-05", "since May 2025": "2025-05/..",
    "H26－H30年度": "2014-04/2019-03", "R2年度": "2020-04/2021-03", "R5－R9年度": "2023-04/2028-03", "平成31年度": "2019-04/2020-03",
    "令和5年度から令和9年度": "2023-04/2028-03", "2025年度": "2025-04/2026-03", "FY2025": "2025-04/2026-03",
    "2025 fiscal year": "2025-04/2026-03", "FY2025-2027": "2025-04/2028-03", "2025年第2四半期": "2025-04/2025-06",
    "2025年度第4四半期": "2026-01/2026-03", "Q2 2025": "2025-04/2025-06", "2025年春": "2025-21", "summer of 2025": "2025-22",
    "2025年4月下旬": "2025-04", "2025年5月末": "2025-05", "late May 2025": "2025-05", "mid-2025": "2025",
    "2025年9月ごろ": "2025-09~", "約2025年": "2025~", "about May 2025": "2025-05~", "2025年5月～6月頃": "2025-05~/2025-06~",
    "28 April 2025": "2025-04-28", "28th April 2025": "2025-04-28", "April 28, 2025": "2025-04-28", "Sep. 3, 2025": "2025-09-03",
    "Sept 2025": "2025-09", "May 2025": "2025-05", "Mon, 28 April 2025": "2025-04-28", "12-13 May 2025": "2025-05-12/2025-05-13",
    "April 28-30, 2025": "2025-04-28/2025-04-30", "30 April - 2 May 2025": "2025-04-30/2025-05-02", "March-July 2025": "2025-03/2025-07",
    "13/5/2025": "2025-05-13", "5/13/2025": "2025-05-13", "FY25": "2025-04/2026-03", "'40": "2040",
    "2025年5月上旬～中旬": "2025-05", "2025年5月中旬から下旬": "2025-05", "2025年5月上旬から中旬まで": "2025-05", "2025年5月上・中旬": "2025-05",
    "2025年前半～後半": "2025", "2025年5月上旬～5月下旬": "2025-05", "2025年5月下旬～6月上旬": "2025-05/2025-06", "2025年5月下旬～": "2025-05/..",
    "2025-05-13T00:00:00": "2025-05-13", "2025-05-13 00:00:00": "2025-05-13", "2025/5/13 0:00": "2025-05-13",
    "2025年5月13日（火） 14:00": "2025-05-13", "2025-05-13 00:00:00.000": "2025-05-13",
}  # fmt: skip
REFUSED = {
    "3/4/2025": "day and month or month and day", "25年9月": "which calendar", "25/9/10": "which calendar", "5/13": "no year",
    "5月13日": "no year", "９月ごろ": "no year", "May": "no year", "28/30": "no year", "45775": "number in Excel",
    "令和8年（2025年）4月": "2026 and 2025", "平成35年4月": "no 平成35年", "平成0年": "no 平成0年", "昭和64年2月1日": "1989-02-01",
    "令和元年4月30日": "2019-04-30", "令和7年4月31日": "2025-04-31", "2025-02-30": "2025-02-30", "2025年13月": "cannot be read", "未定": "cannot be read",
    "2023-24": "one fiscal year or two, or a season", "2021-22": "fiscal year", "2023/24": "fiscal year", "２０２３－２４": "fiscal year",
    "FY2023-24": "fiscal year", "2023-24年度": "fiscal year", "1998-99": "fiscal year", "2024-21/2024-22": "cannot be read",
    "’98年5月": "century of ’98", "'98": "century of ’98", "FY98": "century of ’98", "'41": "century of ’41",
    "2025年0月": "cannot be read", "2025-00": "cannot be read", "2025年5月0日": "cannot be read", "0/5/2025": "cannot be read", "2025年24月": "cannot be read",
    "2025-05-13T00:00:00Z": "cannot be read", "TBD": "cannot be read", "―": "cannot be read", "202505": "cannot be read", "Tsukuba": "cannot be read", "2025年5月13日から5月10日": "before it begins",
}  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_read(text: str) -> None:
    assert read_date(text) == (READ[text], False)


@pytest.mark.parametrize("text", REFUSED)
def test_what_may_mean_two_things_or_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        read_date(text)
    assert REFUSED[text] in str(error.value)


@pytest.mark.parametrize(
    "mark", ["（予定）", "(予定)", " 予定", "の見込み", " (planned)", " (tbc)"]
)
def test_a_plan_is_marked(mark: str) -> None:
    stem = "May 2025" if mark.isascii() else "’25年5月"
    value, planned = read_date(stem + mark)
    assert (value, planned) == ("2025-05", True)


def test_a_list_may_say_what_comes_first() -> None:
    assert read_date("3/4/2025", DAY_FIRST).value == "2025-04-03"
    assert read_date("3/4/2025", MONTH_FIRST).value == "2025-03-04"
    with pytest.raises(ValueError, match="calendar"):
        read_date("13/5/2025", MONTH_FIRST)


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_ERAS = ((date(2019, 5, 1), "令和", "R"), (date(1989, 1, 8), "平成", "H"), (date(1926, 12, 25), "昭和", "S"))  # fmt: skip


@given(st.dates(date(1926, 12, 25), date(2099, 12, 31)), st.booleans())
def test_every_day_is_read_in_every_form(day: date, wide: bool) -> None:
    y, m, d = day.year, day.month, day.day
    first, era, letter = next(one for one in _ERAS if day >= one[0])
    number = y - first.year + 1
    forms = [
        f"{y}年{m}月{d}日", f"{y}/{m}/{d}", f"{y}.{m:02}.{d:02}", f"{era}{'元' if number == 1 else number}年{m}月{d}日", f"{letter}{number}.{m}.{d}",
        f"{d} {_MONTHS[m - 1]} {y}", f"{_MONTHS[m - 1]} {d}, {y}", f"{_MONTHS[m - 1][:3]}. {d}, {y}", f"{y}{m:02}{d:02}",
    ]  # fmt: skip
    width = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)}) if wide else {}
    for form in forms:
        assert read_date(form.translate(width)) == (day.isoformat(), False), form
    assert read_date(f"{era}{number}年{m}月").value == f"{y}-{m:02}"


@given(st.text(alphabet="0123456789年月日度令和平成元/.-～ 〜（）()頃ごろ予定’'RHSMaypril旬末春第四半期", max_size=16))  # fmt: skip
def test_whatever_is_read_is_a_date(text: str) -> None:
    try:
        value = read_date(text).value
    except ValueError:
        return
    assert PartialDate.parse(value).text == value
