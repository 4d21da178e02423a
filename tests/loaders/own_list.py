"""A desk's own list of 500 rows in two languages, with 30 faults of many kinds planted in it; the same for a seed."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

HEADINGS = (
    "番号",
    "文書名 / Title",
    "種類 / Type",
    "相手国 / Partner",
    "先方機関",
    "署名日 / Signed",
    "状態",
    "備考",
)
MAPPING = """\
source: {id: desk-list-2026, publisher: our-division, name: {ja: 当課, en: Our division}, title: {ja: 協力文書一覧}, type: official, language: ja, read_on: 2026-11-28}
kind: agreement
columns:
  番号: id
  文書名 / Title: title
  種類 / Type: type
  相手国 / Partner: parties
  先方機関: {to: parties.through, of: 相手国 / Partner}
  署名日 / Signed: signed_on
  状態: stage
every:
  level: {is: government, by: enishi}
  scope: {is: dedicated, by: enishi}
  parties: [JP]
unused: [備考]
"""
_COUNTRIES = {
    "DE": ("ドイツ", "独", "Germany", "DE"), "FR": ("フランス", "仏国", "France", "ＦＲ"), "CA": ("カナダ", "加", "Canada", "Canada"),
    "AU": ("豪州", "オーストラリア", "Australia", "AUS"), "NL": ("オランダ", "蘭", "the Netherlands", "Netherlands"),
    "KR": ("韓国", "大韓民国", "Republic of Korea", "South Korea"), "SE": ("スウェーデン", "スウェーデン", "Sweden", "SE"),
    "FI": ("フィンランド", "フィンランド", "Finland", "FI"), "GB": ("英国", "イギリス", "United Kingdom", "UK"),
    "US": ("米国", "アメリカ合衆国", "United States", "USA"), "IT": ("イタリア", "伊", "Italy", "IT"), "GR": ("ギリシャ", "ギリシャ", "Greece", "EL"),
    "EU": ("EU", "欧州連合", "European Union", "EU"), "SG": ("シンガポール", "シンガポール", "Singapore", "SGP"),
}  # fmt: skip
_TYPES = {
    "memorandum_of_cooperation": (
        "協力覚書",
        "協力覚書（MOC）",
        "MOC",
        "Memorandum of Cooperation",
    ),
    "joint_statement": ("共同声明", "共同声明", "Joint Statement", "joint statement"),
    "letter_of_intent": ("意向表明書", "協力趣意書", "LoI", "Letter of Intent"),
}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip


@dataclass
class OwnList:
    """The list.

    Attributes:
        rows: Its rows, without the headings.
        faults: The code of the finding that each faulty row is to cause, by its number in the file.
        corrected: What each faulty row ought to say.
        wanted: Country and date of each row that is right, by its title.
    """

    rows: list[list[str]]
    faults: dict[int, str] = field(default_factory=dict)
    corrected: dict[int, list[str]] = field(default_factory=dict)
    wanted: dict[str, tuple[str, str]] = field(default_factory=dict)


def own_list(seed: int = 20261128, rows: int = 500) -> OwnList:
    """Make the list."""
    chance = random.Random(seed)  # noqa: S311 - the same list each time
    made = OwnList([])
    days = chance.sample(range(6000), rows)
    for number in range(rows):
        code = chance.choice(sorted(_COUNTRIES))
        kind = chance.choice(sorted(_TYPES))
        day = date(2009, 1, 1) + timedelta(days[number])
        japanese = number % 2 == 0
        forms = _COUNTRIES[code]
        country = chance.choice(forms[:2] if japanese else forms[2:])
        word = chance.choice(_TYPES[kind][:2] if japanese else _TYPES[kind][2:])
        title = f"日{forms[0]}量子協力文書 第{number + 1}号" if japanese else f"Quantum cooperation paper No. {number + 1} with {forms[2]}"  # fmt: skip
        written, value = _written(chance, day, japanese)
        stage = chance.choice(["署名済み", "実施中"] if japanese else ["signed", "operative"])
        made.rows.append(["", title, word, country, "", written, stage, "済" if japanese else "ok"])
        made.wanted[title] = ("union:EU" if code == "EU" else f"country:{code}", value)
    _plant(made, chance)
    return made


def _written(chance: random.Random, day: date, japanese: bool) -> tuple[str, str]:
    """A day, or its month or year, as somebody wrote it; and as it is to be read."""
    y, m, d = day.year, day.month, day.day
    era = f"令和{y - 2018}" if day >= date(2019, 5, 1) else f"平成{y - 1988}"
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    iso, month = day.isoformat(), day.isoformat()[:7]
    forms = (
        [(f"{y}年{m}月{d}日", iso), (f"{era}年{m}月{d}日", iso), (f"{y}年{m}月{d}日".translate(wide), iso), (f"{y}/{m}/{d}", iso),
         (f"’{y % 100:02}年{m}月", month), (f"{y}年{m}月", month), (f"{y}年{m}月下旬", month), (f"{era}年{m}月{d}日（水）", iso)]
        if japanese else
        [(iso, iso), (f"{d} {_MONTHS[m - 1]} {y}", iso), (f"{_MONTHS[m - 1]} {d}, {y}", iso), (f"{_MONTHS[m - 1][:3]} {y}", month),
         (f"{y}.{m}.{d}", iso)]
    )  # fmt: skip
    return chance.choice(forms)


_FAULTS: tuple[tuple[int, str, str], ...] = (
    (5, "25年9月", "bad-date"), (5, "3/4/2025", "bad-date"), (5, "5/13", "bad-date"), (5, "９月ごろ", "bad-date"),
    (5, "45775", "bad-date"), (5, "2025-02-30", "bad-date"), (5, "平成35年4月1日", "bad-date"), (5, "令和8年（2025年）4月", "bad-date"),
    (5, "未定", "bad-date"), (5, "2025年13月", "bad-date"), (5, "202505", "bad-date"), (5, "#N/A", "no-value"),
    (3, "Korea", "unknown-name"), (3, "アトランティス", "unknown-name"), (3, "ドイツ、アトランティス", "unknown-name"), (3, "Germnay", "unknown-name"),
    (3, "", "no-value"), (2, "条約もどき", "bad-value"), (2, "", "no-value"), (2, "memo", "bad-value"),
    (6, "sgned", "bad-value"), (6, "", "no-value"), (6, "？", "bad-value"),
    (1, "", "may-be-same"), (0, "country:DE", "bad-id"), (0, "協力 1", "bad-id"), (4, "存在しない省", "unknown-name"),
)  # fmt: skip


def _plant(made: OwnList, chance: random.Random) -> None:
    """Spoil 30 rows: one cell each, a row that stands twice, one of another of the same name, one that is nearly the record's."""
    places = sorted(chance.sample(range(20, len(made.rows)), 30))
    chance.shuffle(places)
    for place, (column, text, code) in zip(places, _FAULTS, strict=False):
        _spoil(made, place, {column: text}, code)
    twice, other, near = places[len(_FAULTS) :]
    _spoil(made, twice, dict(enumerate(made.rows[1])), "twice")
    _spoil(made, other, {1: made.rows[2][1], 2: made.rows[2][2], 3: "ベルギー", 5: made.rows[2][5]}, "may-be-same")  # fmt: skip
    _spoil(made, near, {1: "日英間の量子科学技術に関する協力覚え書", 3: "英国", 5: "2025年4月28日"}, "may-be-same")  # fmt: skip


def _spoil(made: OwnList, place: int, cells: dict[int, str], code: str) -> None:
    row = made.rows[place]
    number = place + 2
    made.wanted.pop(row[1])
    made.corrected[number] = list(row)
    made.rows[place] = [cells.get(column, text) for column, text in enumerate(row)]
    made.faults[number] = code


def write_csv(path: Path, rows: list[list[str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:  # fmt: skip
    """Write the list as CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([HEADINGS, *rows])
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def write_xlsx(path: Path, rows: list[list[str]]) -> Path:
    """Write the list as Excel does: a title above merged headings in two rows, real dates where a cell is an ISO day."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "一覧"
    sheet.append(["量子協力文書一覧（令和8年11月現在）"])
    sheet.merge_cells("A1:H1")
    sheet.append(HEADINGS)
    for number, row in enumerate(rows, 3):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if column == 6 and len(text) == 10 and text[4] == "-" and text != "2025-02-30":
                cell.value = date.fromisoformat(text)
                cell.number_format = "yyyy/m/d"
            else:
                cell.value = text or None
    book.save(path)
    return path
