"""CSV and Excel files as tables: encodings, delimiters, merged headings, dates as shown, formulas, ditto marks."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from graphmodel.errors import UsageError
from loaders.sheets import read_grids
from loaders.tables import ROW_HEADING, Table, read_table


def texts(table: Table) -> list[dict[str, str]]:
    return [{heading: cell.text for heading, cell in row.cells.items()} for row in table.rows]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp932", "cp932"), ("utf-16", "UTF-16")],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, said: str, delimiter: str) -> None:
    path = tmp_path / "l.csv"
    lines = [["件名", "氏名"], ["日独、覚書; 第1号, 第2号", "髙﨑"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    path.write_bytes(text.encode(encoding))
    table = read_table(path)
    assert texts(table) == [{"件名": "日独、覚書; 第1号, 第2号", "氏名": "髙﨑"}]
    assert said in table.said


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x81\x00\xff,\xfe\n", "line 1: this is neither UTF-8 nor cp932"),
        ("a,b\n1,2\n\x82".encode("latin-1"), "line 3: this is neither"),
        (b'a,b\n1,2\n"x"y,3\n', "line 3: this is not CSV"),
        (b'a,b\n"open,2\n3,4\n', "line 2: this is not CSV"),
        (b"\n\n", "holds no table"),
    ],
)
def test_what_is_no_csv_is_told(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "l.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError) as error:
        read_table(path)
    assert says in str(error.value)


def test_rows_that_do_not_fit_are_faulty(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("a,b\n1,2\n1,2,3\n1\n\n1,\n", encoding="utf-8")
    table = read_table(path)
    assert [(row.number, bool(row.fault)) for row in table.rows] == [(2, False), (3, True), (4, True), (6, False)]  # fmt: skip


def test_headings_are_found_below_a_title_and_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("一覧,,,\n,,,\n国,国,,備考\n日本,英国,x,\n", encoding="utf-8")
    table = read_table(path, wanted=["国", "備考"])
    assert table.headings == ("国", "国 (2)", "C", "備考")
    with pytest.raises(UsageError, match=r"no column 署名日"):
        read_table(path, wanted=["国", "署名日"])


def test_ditto_marks_say_what_stands_above(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text("枠組み,国\nMDQ,米国\n〃,英国\n同上,日本\n", encoding="utf-8")
    assert [row["枠組み"] for row in texts(read_table(path))] == ["MDQ", "MDQ", "MDQ"]


def test_a_ditto_mark_repeats_a_value_or_an_error_and_never_nothing(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text(
        "枠組み,国\n〃,米国\n同上,\n#N/A,〃\n〃,日本\nMDQ,英国,x\n〃,独\n", encoding="utf-8"
    )
    rows = [row.cells for row in read_table(path).rows]
    assert [(row["枠組み"].text, *row["枠組み"].fault.split()[1:4]) for row in rows] == [
        ("〃", "has", "no", "value"), ("〃", "has", "no", "value"),
        ("#N/A", "shows", "the", "error"), ("#N/A", "shows", "the", "error"),
        ("MDQ",), ("〃", "has", "no", "value"),
    ]  # fmt: skip
    assert [bool(row["国"].fault) for row in rows[:4]] == [False, False, True, False]


def test_rejected_rows_did_not_stand_below_each_other(tmp_path: Path) -> None:
    path = tmp_path / "l.rejected.csv"
    path.write_text(f"国,{ROW_HEADING}\n米国,3\n〃,9\n", encoding="utf-8")
    cell = read_table(path).rows[1].cells["国"]
    assert (cell.text, bool(cell.fault)) == ("〃", True)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_title_above_says_nothing_of_the_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "l.csv"
    lines = [
        ["協力文書一覧, 2026年; 抄"],
        ["件名", "国"],
        ["覚書 a, b, c", "独、仏"],
        ["声明", "英"],
    ]
    path.write_text("\n".join(delimiter.join(line) for line in lines), encoding="utf-8")
    if delimiter == ",":
        path.write_text(path.read_text(encoding="utf-8").replace("覚書 a, b, c", '"覚書 a, b, c"'), encoding="utf-8")  # fmt: skip
    table = read_table(path, wanted=["件名", "国"])
    assert texts(table)[0] == {"件名": "覚書 a, b, c", "国": "独、仏"}


def test_a_cell_that_is_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / "l.csv"
    path.write_text(f"a,b\n1,{'x' * 131_073}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2") as error:
        read_table(path)
    assert "A cell has more characters than can be read" in str(error.value)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "一覧"
    sheet["A1"] = "国"
    sheet["B1"] = "署名"
    sheet.merge_cells("B1:C1")
    sheet["B2"], sheet["C2"] = "日付", "場所"
    sheet.merge_cells("A1:A2")
    for row, (value, form) in enumerate(
        [(date(2025, 4, 28), "yyyy/m/d"), (datetime(2025, 5, 1, 9, 30), 'yyyy"年"m"月"'), (date(2025, 1, 1), 'yyyy"年度"'),
         (date(2025, 4, 28), '[$-ja-JP]ggge"年"m"月"d"日"'), (45775, "General"), (7.0, "General")], 3
    ):  # fmt: skip
        sheet.cell(row, 2, value).number_format = form
    sheet["A3"] = "英国"
    sheet.merge_cells("A3:A5")
    sheet["C3"], sheet["C4"] = "=1+1", "#N/A"
    book.create_sheet("別")["A1"] = "x"
    path = tmp_path / "l.xlsx"
    book.save(path)
    return path


def test_excel(workbook: Path) -> None:
    table = read_table(workbook, wanted=["国", "署名 / 日付", "署名 / 場所"])
    assert table.sheet == "一覧"
    dates = [row.cells["署名 / 日付"].text for row in table.rows]
    assert dates == ["2025-04-28", "2025-05", "2025", "2025-04-28", "45775", "7"]
    assert [row.cells["国"].text for row in table.rows] == ["英国", "英国", "英国", "", "", ""]
    first, second = (row.cells["署名 / 場所"] for row in table.rows[:2])
    assert "no stored result" in first.fault
    assert "#N/A" in second.fault
    assert table.place(first) == "一覧!C3"


def test_cells_without_a_value_do_not_make_a_sheet_larger(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [("題", None), ("件名", "国"), ("覚書", "独"), (None, None), ("声明", None)]:
        sheet.append(row)
    sheet.merge_cells("A1:XFD1")
    sheet.merge_cells("B5:B6")
    sheet["B5"] = "仏"
    sheet["H1048576"] = " "
    sheet["XFD2000"].font = Font(bold=True)
    book.save(tmp_path / "l.xlsx")
    (grid,) = read_grids(tmp_path / "l.xlsx")
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["題", "題"], ["件名", "国"], ["覚書", "独"], [], ["声明", "仏"], ["", "仏"],
    ]  # fmt: skip
    assert [cell.place for cell in grid.rows[5]] == ["A6", "B5"]


def test_a_damaged_sheet_is_told(workbook: Path) -> None:
    with ZipFile(workbook) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with ZipFile(workbook, "w") as damaged:
        for name, content in parts.items():
            damaged.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    with pytest.raises(UsageError, match="cannot be read as an Excel file"):
        read_table(workbook)


def test_sheets_are_named(workbook: Path, tmp_path: Path) -> None:
    assert (read_table(workbook, "別").headings, read_table(workbook, "別").rows) == (("x",), ())
    with pytest.raises(UsageError, match="一覧, 別"):
        read_table(workbook, "third")
    fake = tmp_path / "old.xlsx"
    fake.write_bytes(b"\xd0\xcf\x11\xe0 an old or locked file")
    with pytest.raises(UsageError, match="password"):
        read_table(fake)
    with pytest.raises(UsageError, match="neither a CSV nor"):
        read_table(Path(__file__))
    with pytest.raises(UsageError, match="cannot be read"):
        read_table(tmp_path / "none.csv")
