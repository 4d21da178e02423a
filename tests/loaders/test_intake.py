"""A user's own list becomes record files: every row is taken, or told; nothing is lost, nothing overwritten."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from graphmodel.claims import HOLDS
from graphmodel.errors import UsageError
from loaders.checks import check
from loaders.form import check_format
from loaders.intake import Intake, take_in
from loaders.mapping_file import read_mapping
from loaders.record import Record, load_record
from loaders.tables import read_table
from loaders.writing import Place
from tests.loaders.own_list import MAPPING, OwnList, own_list, write_csv, write_xlsx

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def list_() -> OwnList:
    return own_list()


@pytest.fixture
def mapping_file(tmp_path: Path) -> Path:
    path = tmp_path / "mapping.yaml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def taken(path: Path, mapping_file: Path, own: Path, update_on: str = "") -> Intake:
    mapping = read_mapping(mapping_file)
    table = read_table(path, mapping.sheet, [column.heading for column in mapping.columns])
    place = Place.beside(DATA, [own])
    intake = take_in(table, mapping, place, update_on)
    for draft in intake.drafts:
        place.write(draft)
    return intake


def said_by_the_list(record: Record) -> dict[str, tuple[str, str]]:
    """The partner and the date of each instrument, by its title, as the list gives them."""
    about: dict[str, dict[str, str]] = {}
    for claim in record.claims:
        if claim.source != "desk-list-2026" or claim.subject.startswith("source:"):
            continue
        if claim.is_tie and claim.property == HOLDS and claim.at:
            start, _, end = claim.subject.split(" ")
            about.setdefault(end, {})["partner"] = start
        elif claim.field in ("title", "signed_on"):
            about.setdefault(claim.subject, {})[claim.field] = str(claim.value)
    return {
        one["title"]: (one["partner"], one["signed_on"]) for one in about.values() if "title" in one
    }


@pytest.mark.parametrize("form", ["utf-8", "cp932", "xlsx"])
def test_500_rows_with_30_faults(
    form: str, list_: OwnList, mapping_file: Path, tmp_path: Path
) -> None:
    xlsx = form == "xlsx"
    path = write_xlsx(tmp_path / "一覧.xlsx", list_.rows) if xlsx else write_csv(tmp_path / "一覧.csv", list_.rows, form)  # fmt: skip
    own = tmp_path / "own"
    intake = taken(path, mapping_file, own)
    shift = 1 if xlsx else 0
    found = [(issue.row - shift, issue.code) for issue in intake.issues]
    assert sorted(found) == sorted(list_.faults.items())
    assert len(found) == 30
    assert len(intake.rejected) == 30
    record = load_record(DATA, own=[own])
    assert said_by_the_list(record) == list_.wanted
    assert len(list_.wanted) == 470
    assert [issue for issue in check(record) if issue.blocking] == []
    assert check_format(own) == []


def test_the_same_list_again_changes_nothing(
    list_: OwnList, mapping_file: Path, tmp_path: Path
) -> None:
    path, own = write_csv(tmp_path / "list.csv", list_.rows), tmp_path / "own"
    taken(path, mapping_file, own)
    before = {p: p.read_bytes() for p in own.rglob("*") if p.is_file()}
    again = taken(path, mapping_file, own)
    assert (again.taken, again.drafts, len(again.unchanged), len(again.issues)) == ([], [], 470, 30)
    assert {p: p.read_bytes() for p in own.rglob("*") if p.is_file()} == before


def test_what_was_rejected_is_taken_once_it_is_corrected(
    list_: OwnList, mapping_file: Path, tmp_path: Path
) -> None:
    from loaders.rejected import write_rejected

    path, own = write_csv(tmp_path / "list.csv", list_.rows), tmp_path / "own"
    first = taken(path, mapping_file, own)
    reasons = {issue: str(issue.message) for issue in first.issues}
    rejected = write_rejected(path, first.table, first.rejected, first.issues, reasons)
    with rejected.open(encoding="utf-8-sig", newline="") as stream:
        head, *rows = csv.reader(stream)
    assert len(rows) == 30
    assert {int(row[-2]): row[: len(head) - 2] for row in rows} == {n: list_.rows[n - 2] for n in list_.faults}  # fmt: skip
    corrected = [[*list_.corrected[int(row[-2])], *row[-2:]] for row in rows]
    with rejected.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([head, *corrected])
    second = taken(rejected, mapping_file, own)
    assert (second.issues, len(second.taken)) == ([], 30)
    record = load_record(DATA, own=[own])
    assert len(said_by_the_list(record)) == 500
    # the places are those of the list, not of the file of rejected rows
    rows_cited = {int(c.at.lstrip("ABCDEFGH")) for c in record.claims if c.source == "desk-list-2026" and c.at}  # fmt: skip
    assert rows_cited == set(range(2, 502))


def test_places_are_cells(list_: OwnList, mapping_file: Path, tmp_path: Path) -> None:
    path, own = write_xlsx(tmp_path / "list.xlsx", list_.rows[:3]), tmp_path / "own"
    taken(path, mapping_file, own)
    places = {c.at for c in load_record(DATA, own=[own]).claims if c.source == "desk-list-2026" and c.at}  # fmt: skip
    assert {"一覧!B3", "一覧!C3", "一覧!D3", "一覧!F3", "一覧!B5"} <= places


SMALL = """\
source: {id: l, publisher: d, name: {ja: 課}, type: official, language: ja, read_on: 2026}
kind: agreement
columns: {件名: title@ja, 種類: type, 相手: parties, 署名日: signed_on}
every: {level: government, scope: dedicated, stage: signed, parties: [JP]}
"""


class Desk:
    """A small list and its mapping, which a test changes and takes again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.own = folder, folder / "own"
        self.map(SMALL)

    def map(self, text: str) -> None:
        (self.folder / "m.yaml").write_text(text, encoding="utf-8")

    def take(self, *rows: str, head: str = "件名,種類,相手,署名日", update_on: str = "") -> Intake:
        path = self.folder / "l.csv"
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        return taken(path, self.folder / "m.yaml", self.own, update_on)

    def claims(self) -> set[tuple[str, object]]:
        return {(c.property, c.value) for c in load_record(DATA, own=[self.own]).claims if c.source == "l"}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_changed_cell_is_told_and_nothing_overwritten(desk: Desk) -> None:
    desk.take("日独量子覚書,MOC,ドイツ,2025-05-13")
    before = desk.claims()
    intake = desk.take("日独量子覚書,MOC,ドイツ,2025-05-14")
    assert [(i.code, i.column, i.place) for i in intake.issues] == [("changed", "署名日", "D2")]
    assert "2025-05-13" in intake.issues[0].message
    assert desk.claims() == before


def test_a_changed_cell_may_be_taken_as_an_update(desk: Desk) -> None:
    desk.take("日独仏量子覚書,MOC,ドイツ、フランス,2025-05-13")
    after = "日独仏量子覚書,共同声明,ドイツ,2025-05-14"
    done = desk.take(after, update_on="2026-11-28")
    assert (done.issues, [len(one.gone) for one in done.taken]) == ([], [3])
    text = (desk.own / "agreements/jp-de-fr-l-2-2025.yaml").read_text(encoding="utf-8")
    assert text == (
        "id: agreement:jp-de-fr-l-2-2025\ntitle: {ja: 日独仏量子覚書, by: l@A2}\ntype:\n"
        "- {is: memorandum_of_cooperation, by: l@B2, text: MOC, withdrawn_on: 2026-11-28}\n"
        "- {is: joint_statement, by: l@B2, text: 共同声明}\nlevel: {is: government, by: l}\nscope: {is: dedicated, by: l}\n"
        "stage: {is: signed, by: l}\nsigned_on:\n- {is: 2025-05-13, by: l@D2, withdrawn_on: 2026-11-28}\n- {is: 2025-05-14, by: l@D2}\n"
        "parties:\n- {who: JP, by: l}\n- {who: country:DE, by: l@C2}\n- {who: country:FR, by: l@C2, withdrawn_on: 2026-11-28}\n"
    )
    again = desk.take(after, update_on="2026-11-29")
    assert (again.issues, again.drafts, len(again.unchanged)) == ([], [], 1)


def test_rows_may_move(desk: Desk) -> None:
    a, b = "日独量子覚書,MOC,ドイツ,2025-05-13", "日仏量子声明,共同声明,仏,2024-05-13"
    desk.take(a, b)
    moved = desk.take(b, a)
    assert (moved.issues, moved.drafts, len(moved.unchanged)) == ([], [], 2)


def test_a_changed_cell_in_a_row_that_has_moved_is_told_or_taken(desk: Desk) -> None:
    desk.take("日独試験覚書,MOC,ドイツ,2025-11-04")
    after = ("", "日独試験覚書,MOC,ドイツ,2025-11-07")
    intake = desk.take(*after)
    assert [(i.code, i.column, i.place) for i in intake.issues] == [("changed", "署名日", "D3")]
    assert "2025-11-04" in intake.issues[0].message
    assert intake.drafts == []
    done = desk.take(*after, update_on="2026-11-28")
    assert [[claim.value for claim in one.gone] for one in done.taken] == [["2025-11-04"]]
    (path,) = (desk.own / "agreements").iterdir()
    text = path.read_text(encoding="utf-8")
    assert (
        "- {is: 2025-11-04, by: l@D2, withdrawn_on: 2026-11-28}\n- {is: 2025-11-07, by: l@D3}\n"
        in text
    )
    again = desk.take(*after, update_on="2026-11-29")
    assert (again.issues, again.drafts, len(again.unchanged)) == ([], [], 1)


def test_what_an_earlier_list_left_in_use_is_withdrawn_by_an_update(desk: Desk) -> None:
    """A file that holds both days of one cell, as it was once written."""
    desk.take("日独試験覚書,MOC,ドイツ,2025-11-04")
    (path,) = (desk.own / "agreements").iterdir()
    both = "signed_on: [{is: 2025-11-04, by: l@D2}, {is: 2025-11-07, by: l@D3}]"
    text = path.read_text(encoding="utf-8").replace("signed_on: {is: 2025-11-04, by: l@D2}", both)
    path.write_text(text, encoding="utf-8")
    done = desk.take("", "日独試験覚書,MOC,ドイツ,2025-11-07", update_on="2026-11-28")
    assert [[claim.value for claim in one.gone] for one in done.taken] == [["2025-11-04"]]


def test_a_changed_cell_that_is_merged_is_told_of_each_row(desk: Desk) -> None:
    def take(kind: str, update_on: str = "") -> Intake:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "一覧"
        rows = [
            ("日独覚書", kind, "ドイツ", "2025-05-13"),
            ("日仏覚書", None, "フランス", "2024-05-13"),
        ]
        for row in [("件名", "種類", "相手", "署名日"), *rows]:
            sheet.append(row)
        sheet.merge_cells("B2:B3")
        book.save(desk.folder / "l.xlsx")
        return taken(desk.folder / "l.xlsx", desk.folder / "m.yaml", desk.own, update_on)

    take("協力覚書")
    changed = take("共同声明")
    assert [(i.row, i.code, i.column, i.place) for i in changed.issues] == [
        (2, "changed", "種類", "一覧!B2"), (3, "changed", "種類", "一覧!B2"),
    ]  # fmt: skip
    done = take("共同声明", "2026-11-28")
    assert [len(one.gone) for one in done.taken] == [1, 1]


def test_a_row_that_is_not_taken_is_not_there_for_the_next(desk: Desk) -> None:
    desk.map(
        "source: {id: l, publisher: d, name: {ja: 課}, type: official, language: ja, read_on: 2026}\nkind: agreement\n"
        "columns: {件名: title@ja, 種類: type, 相手: parties, 署名日: signed_on, 段階: stage}\n"
        "every: {parties: [JP], level: government, scope: dedicated}\n"
    )
    head = "件名,種類,相手,署名日,段階"
    done = desk.take(
        "日独覚書,,ドイツ,2025-05-13,署名済み", "日独覚書,MOC,ドイツ,2025-05-13,署名済み", head=head
    )
    assert [(i.row, i.code, i.column) for i in done.issues] == [(2, "no-value", "種類")]
    assert [(one.new, [row.number for row in one.rows]) for one in done.taken] == [(True, [3])]
    (path,) = (desk.own / "agreements").iterdir()
    assert "parties:\n- {who: JP, by: l}\n- {who: country:DE, by: l@C3}\n" in path.read_text(
        encoding="utf-8"
    )


def test_an_entitys_file_is_found_whatever_it_is_called(desk: Desk) -> None:
    desk.take("日独覚書,MOC,ドイツ,2025-05-13")
    (path,) = (desk.own / "agreements").iterdir()
    renamed = path.rename(path.with_name("de.yaml"))
    done = desk.take("日独覚書,MOC,ドイツ,2025-05-14", update_on="2026-11-28")
    assert [len(one.gone) for one in done.taken] == [1]
    assert "withdrawn_on: 2026-11-28" in renamed.read_text(encoding="utf-8")
    assert list((desk.own / "agreements").iterdir()) == [renamed]


def test_what_stands_in_another_folder_is_not_taken_as_an_update(desk: Desk) -> None:
    desk.take("日独覚書,MOC,ドイツ,2025-05-13")
    table = desk.folder / "l.csv"
    table.write_text("件名,種類,相手,署名日\n日独覚書,MOC,ドイツ,2025-05-14\n", encoding="utf-8")
    mapping = read_mapping(desk.folder / "m.yaml")
    place = Place.beside(DATA, [desk.own, desk.folder / "other"])
    done = take_in(read_table(table), mapping, place, "2026-11-28")
    assert [(i.code, i.column) for i in done.issues] == [("changed", "署名日")]
    assert "name its folder as the last --records" in done.issues[0].hint
    assert done.drafts == []


def test_a_source_may_leave_blank_what_is_not_known(desk: Desk) -> None:
    desk.map(SMALL.replace("read_on: 2026}", "read_on: 2026, published: }"))
    assert desk.take("日独覚書,MOC,ドイツ,2025-05-13").issues == []
    desk.map(SMALL.replace("id: l,", "id: l2,").replace("language: ja", "language: [ja, en]"))
    with pytest.raises(UsageError, match="`source`: `language`"):
        desk.take("日仏覚書,MOC,フランス,2025-05-13")


def test_a_row_may_add_to_what_is_there(desk: Desk) -> None:
    intake = desk.take("日英間の量子科学技術に関する協力覚書,MOC,英国,2025-04-28")
    assert [(one.id, one.new) for one in intake.taken] == [("agreement:jp-uk-quantum-moc-2025", False)]  # fmt: skip
    text = (desk.own / "agreements/jp-uk-quantum-moc-2025.yaml").read_text(encoding="utf-8")
    assert "level" not in text  # what every new one gets is not said of what is there


def test_two_of_one_name_are_told_apart_by_the_mapping(desk: Desk) -> None:
    first, second = "量子覚書,MOC,ドイツ,2015-05-13", "量子覚書,MOC,フランス,2025-05-13"
    desk.take(first)
    unclear = desk.take(first, second)
    assert [(i.code, i.row) for i in unclear.issues] == [("may-be-same", 3)]
    desk.map(SMALL + "names: {量子覚書: new}\n")
    done = desk.take(first, second)
    assert (done.issues, [one.new for one in done.taken], len(done.unchanged)) == ([], [True], 1)
    again = desk.take(first, second)
    assert (again.issues, again.drafts) == ([], [])


def test_several_rows_may_be_about_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.map(
        "source: {id: l, publisher: d, name: {ja: 課}, type: official, language: ja, read_on: 2026}\nkind: forum\n"
        "columns: {枠組み: name@ja, 国: members, 役割: members.role, 加入: members.since}\nevery: {type: working_group}\n"
    )
    head = "枠組み,国,役割,加入"
    done = desk.take("量子作業部会,米国,議長国,2020年4月", "〃,英国,member,2021", "〃,ブータン,member,2021", head=head)  # fmt: skip
    assert [(i.code, i.column, i.value) for i in done.issues] == [
        ("unknown-name", "国", "ブータン")
    ]
    assert [(one.new, [row.number for row in one.rows]) for one in done.taken] == [(True, [2, 3])]
    assert {("role", "chair"), ("since", "2020-04"), ("role", "member"), ("since", "2021")} <= desk.claims()  # fmt: skip


def test_handling_and_source_are_those_of_the_mapping(desk: Desk) -> None:
    desk.map("handling: restricted\n" + SMALL)
    desk.take("日独量子覚書,MOC,ドイツ,2025-05-13")
    record = load_record(DATA, own=[desk.own])
    assert {c.handling for c in record.claims if c.source == "l"} == {"restricted"}
    assert record.sources["l"].facts.type == "official"
