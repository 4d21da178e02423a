"""The record as a workbook and back: no edit is no difference, three are three, and what cannot be taken is told."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from loaders.record import load_record
from tests.command import Run
from tests.office import Office
from tests.terminal import Terminal

RECORD = Path(__file__).parents[2] / "data"
DAY = ("--as-of", "2026-11-28", "--lang", "ja")
MOC = "agreement:jp-gb-moc"
EU = "agreement:gb-kr-plan"
MEMBER = "country:GB MEMBER_OF forum:mdq"
FILES = {
    "agreements/jp-gb-moc.yaml": f"""id: {MOC}
by: s1
title: {{ja: 日英協力覚書, en: Japan-UK MOC}}
type: memorandum_of_cooperation
level: {{is: government, by: enishi}}
scope: {{is: dedicated, by: enishi}}
stage: signed
signed_on: 2025-04-28
announced_on: {{is: 2025-05, text: ’25年5月}}
parties: [GB, JP]
signatories: [{{who: person:kiuchi, as_office: office:minister, side: JP}}]
""",
    "agreements/gb-kr-plan.yaml": f"""id: {EU}
by: s1
title: {{ja: '=HYPERLINK("http://x")', en: UK-Korea plan}}
type: letter_of_intent
level: {{is: government, by: enishi}}
scope: {{is: dedicated, by: enishi}}
stage: planned
signed_on: {{is: 2026-03, mood: planned, text: '’26年3月（予定）'}}
parties: [GB, KR]
""",
    "meetings/mdq-1.yaml": """id: meeting:mdq-1
by: s1
name: {ja: 第1回対話, en: 1st Dialogue}
held_on: 2025-01-10/2025-01-12
stage: held
edition_of: [{is: forum:mdq, edition: 1}]
attended: [GB, JP]
""",
    "offices/minister.yaml": "id: office:minister\nby: s1\nname: {ja: 大臣, en: Minister}\npart_of: [JP]\n",
    "people/kiuchi.yaml": """id: person:kiuchi
by: s1
name: {ja: 城内 実, en: KIUCHI Minoru}
offices: [{is: office:minister, since: 2024-10-01}]
""",
}


@pytest.fixture
def record(small_record: Path) -> Path:
    for name, text in FILES.items():
        (small_record / name).parent.mkdir(exist_ok=True)
        (small_record / name).write_text(text, encoding="utf-8")
    return small_record


@pytest.fixture
def written(enishi: Run, record: Path, tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    assert enishi("sheet", "--record", record, *DAY, "-o", path).code == 0
    return path


class Book:
    """A workbook that is being edited."""

    def __init__(self, path: Path) -> None:
        self.path, self.book = path, openpyxl.load_workbook(path)

    def cell(self, sheet: str, id_: str, heading: str) -> Any:
        page = self.book[sheet]
        column = next(cell.column for cell in page[1] if cell.value == heading)
        row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == id_)
        return page.cell(row, column)

    def texts(self, sheet: str, heading: str) -> list[Any]:
        page = self.book[sheet]
        column = next(cell.column for cell in page[1] if cell.value == heading)
        return [page.cell(row, column).value for row in range(2, page.max_row + 1)]

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


Back = Callable[..., Any]


@pytest.fixture
def back(enishi: Run, record: Path, tmp_path: Path) -> Back:
    def run(path: Path, *args: str, by: str = "s1@p. 3") -> Any:
        return enishi(
            "sheet", "--back", path, "--by", by, "--record", record, "--records", tmp_path / "own", "--lang", "ja", *args
        )  # fmt: skip

    return run


# The workbook -------------------------------------------------------------------------------------------------------


def test_its_sheets_and_what_stands_in_them(written: Path) -> None:
    book = Book(written)
    assert book.book.sheetnames[:7] == [
        "はじめに",
        "協力文書",
        "参加",
        "会合",
        "人物",
        "役職",
        "出典",
    ]
    assert [book.book[name].sheet_state for name in book.book.sheetnames[7:]] == ["hidden"] * 2
    assert book.cell("協力文書", MOC, "署名日").value == dt.datetime(2025, 4, 28)
    assert book.cell("協力文書", MOC, "公表日").value == "2025年5月「’25年5月」"
    assert book.cell("協力文書", EU, "署名日").value == "2026年3月（予定）「’26年3月（予定）」"
    assert book.cell("協力文書", MOC, "種類").value == "協力覚書（MOC）"
    assert book.cell("協力文書", MOC, "当事者").value == "日本、英国"  # our side first
    assert book.cell("協力文書", MOC, "署名者").value == "城内 実（大臣）"
    assert book.cell("会合", "meeting:mdq-1", "枠組み").value == "対話（開催回 1）"
    assert book.cell("人物", "person:kiuchi", "署名した文書").value == "日英協力覚書"
    assert book.texts("参加", "国・地域、機関") == ["英国", "日本", "韓国"]  # GB, JP, KR in English
    hostile = book.cell("協力文書", EU, "文書名（日本語）")
    assert (hostile.value, hostile.data_type) == ('=HYPERLINK("http://x")', "s")


def test_it_is_made_to_be_worked_with(written: Path) -> None:
    page = openpyxl.load_workbook(written)["協力文書"]
    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref
    lists = {str(one.sqref): str(one.formula1) for one in page.data_validations.dataValidation}
    assert len(lists) == 5
    assert all(formula.startswith("_lists!$") for formula in lists.values())
    colours = {cell.value: page.cell(2, cell.column).fill.fgColor.rgb for cell in page[1]}
    assert colours["署名日"] != colours["当事者"] == colours["ID"]
    widths = {cell.value: page.column_dimensions[cell.column_letter].width for cell in page[1]}
    assert 9 <= widths["種類"] <= 44


def test_it_says_how_far_it_may_travel_and_nothing_of_who_made_it(
    enishi: Run, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert enishi("sheet", "--record", record, *DAY, "--ceiling", "internal").code == 0
    path = tmp_path / "enishi_record_2026-11-28_部内限り.xlsx"
    book = openpyxl.load_workbook(path)
    for page in book.worksheets:
        assert page.oddHeader.right.text == "部内限り"
        assert "2026年11月28日時点" in page.oddFooter.left.text
    assert book.properties.contentStatus == "部内限り"
    assert not book.properties.creator
    assert book.worksheets[0]["B3"].value == "部内限り"
    with zipfile.ZipFile(path) as parts:
        text = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert not re.search(rf"<Company>[^<]|{tmp_path}|/root/", text)


def test_differences_are_in_it_where_they_may_be_and_else_it_says_so(
    enishi: Run, record: Path, tmp_path: Path
) -> None:
    (record / "agreements/jp-gb-moc.yaml").write_text(
        FILES["agreements/jp-gb-moc.yaml"].replace(
            "signed_on: 2025-04-28", "signed_on: [2025-04-28, {is: 2025-04-29, by: s1@p. 9}]"
        ),
        encoding="utf-8",
    )
    path = tmp_path / "public.xlsx"
    done = enishi("sheet", "--record", record, *DAY, "-o", path)
    assert "部内限り" in done.err
    book = Book(path)
    assert "資料による相違" not in book.book.sheetnames
    first = [cell.value for row in book.book["はじめに"].iter_rows() for cell in row]
    assert any("資料による相違の一覧（部内限り）" in str(text) for text in first)
    assert book.cell("協力文書", MOC, "資料により異なる項目").value == "署名日"
    assert enishi("sheet", "--record", record, *DAY, "--ceiling", "internal", "-o", path).code == 0
    page = openpyxl.load_workbook(path)["資料による相違"]
    assert page.cell(2, 1).value == f"{MOC} signed_on"
    assert page.max_row == 2


def test_nothing_above_the_ceiling_is_in_it_anywhere(
    enishi: Run, record: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    (own / "agreements").mkdir(parents=True)
    (own / "agreements/secret.yaml").write_text(
        "id: agreement:jp-kr-zzsecret\nby: s1\nhandling: restricted\ntitle: {ja: 日韓極秘案ZZ, en: ZZSECRET}\n"
        "type: memorandum_of_cooperation\nlevel: government\nscope: dedicated\nstage: in_negotiation\nparties: [JP, KR]\n",
        encoding="utf-8",
    )
    for ceiling, there in (("public", False), ("internal", False), ("restricted", True)):
        path = tmp_path / f"{ceiling}.xlsx"
        args = ("sheet", "--record", record, "--records", own, "--ceiling", ceiling, *DAY)
        assert enishi(*args, "-o", path).code == 0
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
            text = b"".join(map(parts.read, parts.namelist()))
        assert (b"ZZ" in text) is there
        assert (b"zzsecret" in text) is there
    assert Book(path).cell("協力文書", "agreement:jp-kr-zzsecret", "取扱い").value == "関係者限り"
    assert Book(path).cell("協力文書", MOC, "取扱い").value == "公表"


def test_of_one_partner_and_on_a_day(enishi: Run, record: Path, tmp_path: Path) -> None:
    path = tmp_path / "kr.xlsx"
    done = enishi("sheet", "--record", record, "--focus", "韓国", *DAY, "-o", path)
    assert done.code == 0
    book = Book(path)
    assert book.texts("協力文書", "ID") == [EU]
    assert book.texts("参加", "ID") == ["country:KR MEMBER_OF forum:mdq"]
    early = ("--as-of", "2025-02-01", "--lang", "ja")
    assert enishi("sheet", "--record", record, *early, "-o", path).code == 0
    assert Book(path).texts("協力文書", "ID") == [EU]  # planned; the other one was signed later


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_keeps_the_rules_of_what_is_shown(
    enishi: Run, record: Path, tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "book.xlsx"
    assert enishi("sheet", "--record", record, *DAY[:2], "--lang", lang, "-o", path).code == 0
    done = enishi("lint-output", path)
    assert done.code == 0, done.out


def test_the_same_gives_the_same_bytes(enishi: Run, written: Path, record: Path, tmp_path: Path) -> None:  # fmt: skip
    again = tmp_path / "again.xlsx"
    assert enishi("sheet", "--record", record, *DAY, "-o", again).code == 0
    assert again.read_bytes() == written.read_bytes()


# Back ---------------------------------------------------------------------------------------------------------------


def edited(path: Path) -> Path:
    book = Book(path)
    book.cell("協力文書", MOC, "効力・実施の開始日").value = "令和7年5月1日"
    book.cell("協力文書", MOC, "状態").value = "実施中"
    book.cell("参加", MEMBER, "開始").value = dt.datetime(2022, 5, 5)
    book.cell("参加", MEMBER, "開始").number_format = "yyyy/m/d"
    return book.save()


def test_no_edit_is_no_difference(back: Back, written: Path, tmp_path: Path) -> None:
    done = back(written, "--yes")
    assert (done.code, done.out) == (0, "")
    assert "何も書き出さなかった" in done.err
    assert not (tmp_path / "own").exists()


def test_three_edits_are_three_further_values(
    back: Back, written: Path, record: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in record.rglob("*.yaml")}
    path = edited(written)
    dry = back(path, "--dry-run")
    assert dry.out.splitlines() == [
        f"~ 日英協力覚書  [{MOC}]",
        "    協力文書!I2　状態：署名済み → 実施中",
        "    協力文書!M2　効力・実施の開始日：― → 令和7年5月1日",
        f"~ 対話 ― 英国  [{MEMBER}]",
        "    参加!E2　開始：― → 2022年5月5日",
    ]
    assert not (tmp_path / "own").exists()
    done = back(path, "--yes")
    assert (done.code, done.out) == (0, dry.out)
    assert "取り込む点3件" in done.err
    assert (tmp_path / "own/agreements/jp-gb-moc.yaml").read_text(encoding="utf-8") == (
        f"id: {MOC}\nstage: {{is: operative, by: s1@p. 3, text: 実施中}}\n"
        "effective_on: {is: 2025-05-01, by: s1@p. 3, text: 令和7年5月1日}\n"
    )
    claims = load_record(record, own=[tmp_path / "own"]).claims
    assert {(c.property, c.value) for c in claims if c.at == "p. 3"} >= {
        ("stage", "operative"), ("effective_on", "2025-05-01"), ("since", "2022-05-05")
    }  # fmt: skip
    assert before == {path: path.read_bytes() for path in record.rglob("*.yaml")}
    again = back(path, "--yes")
    assert (again.code, again.out.count("（収録済み）")) == (0, 3)


def test_a_place_that_is_not_named_is_the_cell(back: Back, written: Path, tmp_path: Path) -> None:
    assert back(edited(written), "--yes", by="s1").code == 0
    text = (tmp_path / "own/agreements/jp-gb-moc.yaml").read_text(encoding="utf-8")
    assert "by: s1@協力文書!M2" in text


def test_nothing_is_written_where_nobody_says_so(back: Back, written: Path, tmp_path: Path) -> None:
    done = back(edited(written))
    assert done.code == 2
    assert "--yes" in done.err
    assert "→" in done.out
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("says", ["y", "n"])
def test_a_terminal_asks(written: Path, record: Path, tmp_path: Path, says: str) -> None:
    own = tmp_path / "own"
    args = ("sheet", "--back", edited(written), "--by", "s1", "--record", record, "--records", own)
    with Terminal(*args, "--lang", "ja") as terminal:
        terminal.expect("この3件を取り込むか")
        assert not own.exists()
        terminal.send(f"{says}\r")
        assert terminal.end() == 0
    assert own.exists() is (says == "y")


@pytest.mark.parametrize("change", [False, True])
def test_it_survives_libreoffice(back: Back, written: Path, office: Office, change: bool) -> None:
    path = edited(written) if change else written
    done = back(office.convert(path, "xlsx"), "--dry-run")
    assert done.code == 0
    assert done.out.count("→") == (3 if change else 0)


def test_rows_and_columns_may_be_moved(back: Back, written: Path) -> None:
    book = Book(written)
    page = book.book["参加"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    for number, row in enumerate([rows[0], *reversed(rows[1:])], start=1):
        for column, value in enumerate([row[0], *reversed(row[1:])], start=1):
            page.cell(number, column).value = value
    done = back(book.save(), "--dry-run")
    assert (done.code, done.out) == (0, "")


def locked(book: Book) -> None:
    book.cell("協力文書", MOC, "当事者").value = "日本"


def unknown_id(book: Book) -> None:
    book.book["会合"].append(["meeting:new", "新しい会合"])


def twice(book: Book) -> None:
    page = book.book["参加"]
    page.append([cell.value for cell in page[2]])


def no_row(book: Book) -> None:
    book.book["参加"].delete_rows(2)


def no_column(book: Book) -> None:
    book.book["協力文書"].delete_cols(5)


def no_sheet(book: Book) -> None:
    del book.book["会合"]


def a_column(book: Book) -> None:
    book.book["参加"].cell(1, 20).value = "備考"
    book.book["参加"].cell(2, 20).value = "メモ"


def a_sheet(book: Book) -> None:
    book.book.create_sheet("控え")["A1"] = "メモ"


def no_word(book: Book) -> None:
    book.cell("協力文書", MOC, "種類").value = "密約"


def no_day(book: Book) -> None:
    book.cell("協力文書", MOC, "署名日").value = "2025年2月30日"


def either_day(book: Book) -> None:
    book.cell("協力文書", MOC, "署名日").value = "3/4/2025"


def emptied(book: Book) -> None:
    book.cell("協力文書", MOC, "署名日").value = None


def a_source(book: Book) -> None:
    book.cell("出典", "s1", "公表日").value = "2024年"


def a_formula(book: Book) -> None:
    book.cell("協力文書", MOC, "場所（日本語）").value = '="東"&"京"'


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (locked, "協力文書!D2", "locked"),
        (unknown_id, "会合!A3", "unknown-id"),
        (twice, "参加!A5", "duplicate-id"),
        (no_row, "参加", "removed"),
        (no_column, "協力文書", "removed"),
        (no_sheet, "会合", "removed"),
        (a_column, "参加!T1", "added"),
        (a_sheet, "控え", "added"),
        (no_word, "協力文書!E2", "bad-value"),
        (no_day, "協力文書!J2", "bad-date"),
        (either_day, "協力文書!J2", "bad-date"),
        (emptied, "協力文書!J2", "emptied"),
        (a_source, "出典!H2", "locked"),
        (a_formula, "協力文書!P2", "no-value"),
    ],
)
def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(
    back: Back, written: Path, tmp_path: Path, change: Callable[[Book], None], place: str, code: str
) -> None:
    book = Book(edited(written))
    change(book)
    done = back(book.save(), "--yes")
    assert done.code == 1
    (finding,) = [line for line in done.out.splitlines() if line.startswith("!")]
    assert finding.startswith(f"! {place}")
    assert finding.endswith(f"[{code}]")
    assert done.out.count("→") >= 2
    assert (tmp_path / "own/agreements/jp-gb-moc.yaml").exists()


def test_which_of_several_periods_is_meant_is_not_guessed(
    enishi: Run, back: Back, record: Path, tmp_path: Path
) -> None:
    tie = "person:kiuchi HOLDS office:minister"
    file = record / "people/kiuchi.yaml"
    again = "since: 2024-10-01}, {is: office:minister, period: 2, since: 2020, until: 2021}]"
    file.write_text(FILES["people/kiuchi.yaml"].replace("since: 2024-10-01}]", again), encoding="utf-8")  # fmt: skip
    path = tmp_path / "book.xlsx"
    assert enishi("sheet", "--record", record, *DAY, "-o", path).code == 0
    book = Book(path)
    book.cell("役職", f"{tie} #2", "終了").value = "2022年"
    done = back(book.save(), "--yes")
    assert done.code == 1
    assert done.out.rstrip().endswith("[periods]")
    assert not (tmp_path / "own").exists()


def test_where_the_record_has_moved_on_it_says_so(back: Back, written: Path, record: Path) -> None:
    path = edited(written)
    file = record / "agreements/jp-gb-moc.yaml"
    file.write_text(FILES["agreements/jp-gb-moc.yaml"].replace("stage: signed", "stage: ended"), encoding="utf-8")  # fmt: skip
    done = back(path, "--dry-run")
    assert done.code == 1
    assert "「署名済み」、現在の収録は「終了」" in done.out
    assert done.out.count("→") == 2


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--by", "s1", "--focus", "UK"), "--focus"),
        ((), "--by"),
        (("--by", "nobody"), "nobody"),
    ],
)
def test_what_is_asked_wrongly_is_told(
    enishi: Run, written: Path, record: Path, tmp_path: Path, args: tuple[str, ...], says: str
) -> None:
    to = ("--record", record, "--records", tmp_path / "own")
    done = enishi("sheet", "--back", written, *args, *to)
    assert done.code == 2
    assert says in done.err


def test_another_workbook_is_none_of_ours(back: Back, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    done = back(tmp_path / "other.xlsx")
    assert done.code == 2
    assert "enishi import" in done.err


def no_steps(page: Any) -> None:
    next(row for row in page.iter_rows() if row[0].value == "steps")[1].value = "many"


def other_version(page: Any) -> None:
    page["B1"] = "99"


def no_headings(page: Any) -> None:
    page.delete_rows(next(row[0].row for row in page.iter_rows() if row[0].value == "headings"))


def nothing(page: Any) -> None:
    page.delete_rows(1, page.max_row)


@pytest.mark.parametrize("change", [no_steps, other_version, no_headings, nothing])
def test_what_is_hidden_is_not_to_be_changed(
    back: Back, written: Path, change: Callable[[Any], None]
) -> None:
    book = Book(written)
    change(book.book["_enishi"])
    done = back(book.save())
    assert (done.code, done.out) == (2, "")
    assert "enishi sheet" in done.err


def test_the_shipped_record_comes_back_unchanged(asked: Run, tmp_path: Path) -> None:
    path, own = tmp_path / "all.xlsx", tmp_path / "own"
    for lang in ("ja", "en"):
        day = ("--as-of", "2026-11-28", "--lang", lang)
        assert asked("sheet", *day, "--focus", "UK", "--steps", "2", "-o", path).code == 0
        done = asked("sheet", "--back", path, "--by", "deck-2025", "--records", own, "--lang", lang)
        assert (done.code, done.out) == (0, "")
