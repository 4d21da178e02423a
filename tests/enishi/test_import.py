"""Taking a list of one's own: the wizard, a dry run, the import, what is told, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.mapping_file import read_mapping
from loaders.record import load_record
from tests.terminal import Terminal

LIST = """\
文書名,Title,種類,相手国,署名日,備考
日英量子覚書,UK–Japan quantum memorandum,MOC,英国,令和7年4月28日,済
日韓量子声明,,共同声明,韓国,’25年5月（予定）,
日韓量子覚書,,覚書,Korea,2025/3/1,確認中
日英覚書その二,,覚書,英国,25年9月,
"""
SOURCE = "source: {id: desk-list, publisher: our-division, name: {ja: 当課}, type: official, language: ja, read_on: 2026-11-28}\n"
MAPPING = (
    SOURCE
    + """\
kind: agreement
columns: {文書名: title@ja, Title: title@en, 種類: type, 相手国: parties, 署名日: signed_on}
every: {parties: [JP], level: government, scope: dedicated, stage: signed}
"""
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a list and its mapping."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "m.yaml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


@pytest.fixture
def take(enishi, desk: Path, small_record: Path):
    def run(*options: str | Path):
        return enishi(
            "import", desk / "list.csv", "--map", desk / "m.yaml", "--record", small_record, "--records", desk / "own", *options
        )  # fmt: skip

    return run


def test_a_dry_run_shows_everything_and_writes_nothing(take, desk: Path) -> None:
    before = sorted(desk.rglob("*"))
    done = take("--dry-run")
    assert done.code == 1
    assert sorted(desk.rglob("*")) == before
    assert "+ agreement:jp-gb-uk-japan-quantum-memorandum-2025  row 2, new" in done.out
    assert "    signed on: 28 April 2025 「令和7年4月28日」  [desk-list@E2]" in done.out
    assert "! D4 (相手国: Korea): 'Korea' may be country:KR, country:KP." in done.out
    assert "! E5 (署名日: 25年9月): '25年9月' does not say of which calendar" in done.out
    assert "Columns not taken over: 備考" in done.err
    assert "4 rows: 2 new, 0 with more on what is there, 0 unchanged; 2 rows not taken, 2 findings." in done.err  # fmt: skip
    assert "Nothing was written." in done.err


def test_the_import(take, desk: Path, small_record: Path) -> None:
    done = take()
    assert done.code == 1
    record = load_record(small_record, own=[desk / "own"])
    assert {id_ for id_ in record.entities if id_.startswith("agreement:")} == {
        "agreement:jp-gb-uk-japan-quantum-memorandum-2025", "agreement:jp-kr-desk-list-3-2025",
    }  # fmt: skip
    assert {(c.value, c.mood, c.text) for c in record.claims if c.property == "signed_on"} == {
        ("2025-04-28", "actual", "令和7年4月28日"), ("2025-05", "planned", "’25年5月（予定）"),
    }  # fmt: skip
    rejected = (desk / "list.rejected.csv").read_text(encoding="utf-8-sig")
    assert "日韓量子覚書,,覚書,Korea,2025/3/1,確認中,4," in rejected
    again = take()
    assert (again.code, "2 unchanged" in again.err) == (1, True)
    assert sorted(path.name for path in desk.glob("list.rejected*")) == ["list.rejected.csv"]


def test_in_japanese(take) -> None:
    done = take("--lang", "ja")
    assert "2行目、新規" in done.out
    assert "! E5（署名日：25年9月）：「25年9月」は西暦か元号か分からない" in done.out
    assert "4行：新規2件、収録済みのものへの追加0件、変更なし0件。取り込まなかった行2行（指摘2件）。" in done.err  # fmt: skip
    assert "enishi check --records" in done.err


def test_as_json(take) -> None:
    held = json.loads(take("--format", "json", "--dry-run").out)
    assert [(one["rows"], one["new"]) for one in held["taken"]] == [([2], True), ([3], True)]
    assert [(i["place"], i["column"], i["value"], i["code"]) for i in held["issues"]] == [
        ("D4", "相手国", "Korea", "unknown-name"), ("E5", "署名日", "25年9月", "bad-date"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("list.csv",), "--propose mapping.yaml"),
        (("list.csv", "--map", "m.yaml"), "It lacks --records."),
        (("none.csv", "--map", "m.yaml", "--records", "own"), "none.csv cannot be read"),
        (("list.csv", "--map", "none.yaml", "--records", "own"), "none.yaml cannot be read"),
        (("list.csv", "--map", "list.csv", "--records", "own"), "list.csv:"),
        (("m.yaml", "--map", "m.yaml", "--records", "own"), "neither a CSV nor an Excel file"),
        (("list.csv", "--propose", "m.yaml"), "is there already"),
        (("list.csv", "--propose", "new.yaml", "--kind", "planet"), "'planet' is no kind"),
    ],
)
def test_what_cannot_be_done_is_told(
    enishi, desk: Path, small_record: Path, monkeypatch, args, says: str
) -> None:
    monkeypatch.chdir(desk)
    before = sorted(desk.rglob("*"))
    done = enishi("import", *args, "--record", small_record)
    assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)
    assert says in done.err
    assert sorted(desk.rglob("*")) == before


def test_a_bad_source_is_told_and_nothing_written(take, desk: Path) -> None:
    (desk / "m.yaml").write_text(MAPPING.replace("type: official", "type: offical"), encoding="utf-8")  # fmt: skip
    done = take()
    assert (done.code, (desk / "own").exists()) == (2, False)
    assert "`source`: " in done.err


# The wizard -------------------------------------------------------------------------------------------------------


def test_a_mapping_is_proposed_in_a_pipe(enishi, desk: Path, small_record: Path) -> None:
    target = desk / "p.yaml"
    done = enishi("import", desk / "list.csv", "--propose", target, "--record", small_record)
    assert (done.code, done.out) == (0, f"{target}\n")
    assert "4 rows, 5 of 6 columns recognised." in done.err
    text = target.read_text(encoding="utf-8")
    assert "  相手国: parties  # 3 of 4 can be read; such as 英国; not: Korea\n" in text
    assert (
        "  署名日: signed_on  # 3 of 4 can be read; such as 令和7年4月28日; not: 25年9月\n" in text
    )
    assert "unused: [備考]" in text
    assert "  parties: [JP]  # our side" in text
    filled = text.replace("publisher:  # fill in", "publisher: our-division").replace("{ja: , en: }", "{ja: 当課}")  # fmt: skip
    for key, value in (("level", "government"), ("scope", "dedicated"), ("stage", "signed")):
        filled = filled.replace(f"  # {key}:", f"  {key}: {value} #")
    (desk / "m.yaml").write_text(filled, encoding="utf-8")
    assert {c.target.key for c in read_mapping(desk / "m.yaml").columns} == {"title", "type", "parties", "signed_on"}  # fmt: skip
    done = enishi("import", desk / "list.csv", "--map", desk / "m.yaml", "--record", small_record, "--records", desk / "own")  # fmt: skip
    assert "2 new" in done.err


def test_the_wizard_says_what_is_not_filled_in(take, enishi, desk: Path, small_record: Path) -> None:  # fmt: skip
    (desk / "m.yaml").unlink()
    enishi("import", desk / "list.csv", "--propose", desk / "m.yaml", "--record", small_record)
    done = take()
    assert done.code == 2
    assert "m.yaml:4: `publisher` is empty." in done.err


@pytest.mark.parametrize(
    ("head", "row", "kind", "targets"),
    [
        ("機関名,英語名,区分,所在国,URL", "東北大学,Tohoku University,大学,日本,https://t.ac.jp", "organisation",
         ["name@ja", "name@en", "type", "located_in", "website"]),
        ("Meeting,Date,Venue,Host,Attendees", '8th,12-13 May 2026,Ottawa,UK,"Japan, UK"', "meeting",
         ["name@en", "held_on", "place@en", "hosts", "attended"]),
        ("枠組み名,参加国,役割,頻度", "対話,日本,議長国,毎年", "forum", ["name@ja", "members", "members.role", "rhythm"]),
        ("Title,Country,Date", "Memorandum of X,UK,13/05/2025", "agreement", ["title@en", "parties", "reported_on, dates: day-first"]),
    ],
)  # fmt: skip
def test_kinds_are_recognised(enishi, desk: Path, small_record: Path, head, row, kind, targets) -> None:  # fmt: skip
    (desk / "x.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    text = enishi("import", desk / "x.csv", "--propose", "-", "--record", small_record).out
    assert f"\nkind: {kind}\n" in text
    for target in targets:
        assert f": {target}  #" in text or f"to: {target}}}" in text, text


def test_the_wizard_asks_on_a_terminal(clean_environment, desk: Path, small_record: Path) -> None:
    target = desk / "t.yaml"
    with Terminal("import", desk / "list.csv", "--propose", target, "--record", small_record) as terminal:  # fmt: skip
        terminal.expect("What is each row about")
        terminal.send("\r")
        terminal.expect("id of the list")
        terminal.send("\x15desk-list-2026\r")
        terminal.expect("id of who made the list")
        terminal.send("our-division\r")
        terminal.expect("in Japanese")
        terminal.send("当課\r")
        terminal.expect("in English")
        terminal.send("Our division\r")
        for heading in ("文書名", "Title", "種類", "相手国", "署名日", "備考"):
            terminal.expect(f"column {heading}")
            terminal.send("\x15announced_on\r" if heading == "署名日" else "\r")
        assert terminal.end() == 0
    text = target.read_text(encoding="utf-8")
    assert "  id: desk-list-2026\n  publisher: our-division\n" in text
    assert "署名日: announced_on  # 3 of 4" in text
    assert read_mapping(target).publisher_names == {"ja": "当課", "en": "Our division"}
