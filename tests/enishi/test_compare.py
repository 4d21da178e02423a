"""What became of one state of the record in another, as a person asks it; and marks, which keep one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

OLD_DECK, AFTER_SUMMER = "2025-05-12", "2025-10-06"


@pytest.fixture
def own_marks(tmp_path: Path) -> Path:
    """Where marks are kept, in the data folder of the test's own."""
    return tmp_path / "share" / "enishi" / "marks"


def lines_under(text: str, name: str) -> list[str]:
    """What is told below the name of one thing, which stands in a line of its own."""
    lines = text.splitlines()
    begin = next(i for i, line in enumerate(lines) if line.endswith(name))
    found = []
    for line in lines[begin + 1 :]:
        if not line.startswith(("　－ ", "    - ", "  - ")):
            break
        found.append(line)
    return found


# Two days of the shipped record: the deck, and what was public some months later -------------------------------------


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place of a graph, beside which those of the two days are built once."""
    return tmp_path_factory.mktemp("days") / "graph.kgl"


def test_two_days_in_japanese(enishi, days: Path) -> None:
    done = enishi(
        "diff", OLD_DECK, AFTER_SUMMER, "--store", days, "--lang", "ja", "--as-of", "2025-10-06"
    )
    assert done.code == 0, done.err
    first, *_ = done.out.splitlines()
    assert first.startswith(
        "2025年5月12日に知り得た内容から2025年10月6日に知り得た内容までの変化："
    )
    letter = lines_under(done.out, "・日EU間の量子科学技術に関する協力趣意書")
    assert any(
        "署名日は2025年5月12日から2025年5月13日へ（2025年5月12日とする資料も引き続きある）" in line
        for line in letter
    )
    assert any(
        "「日EU量子連携推進に係る意向表明書」から「日EU間の量子科学技術に関する協力趣意書」へ"
        in line
        for line in letter
    )
    assert (
        "・新規：日スイス間の量子科学技術に関する協力覚書（協力覚書（MOC）、署名日：2025年10月5日"
        in done.out
    )
    assert (
        done.out.index("【協力文書】")
        < done.out.index("【会合（開催回）】")
        < done.out.index("【機関】")
    )
    meeting = lines_under(done.out, "・第7回量子多国間対話")
    assert any("開催日は2025年9月" in line and "2025年9月10日～12日へ" in line for line in meeting)
    assert "取扱い：公表。" in done.out.splitlines()[-1]
    assert "2025年10月6日に知り得た資料に限る。" in done.out


def test_two_days_in_english_and_as_markdown(enishi, days: Path) -> None:
    done = enishi("diff", OLD_DECK, AFTER_SUMMER, "--store", days, "--lang", "en", "--format", "md")
    assert done.out.startswith(
        "# Changes from what was known on 12 May 2025 to what was known on 6 October 2025: "
    )
    assert "## Instrument\n" in done.out
    assert "signed on: 12 May 2025 → 13 May 2025 (12 May 2025 is still on record)" in done.out
    for code in ("signed_on", "memorandum_of_cooperation", "country:", "forum:"):
        assert code not in done.out


def test_two_days_as_json(enishi, days: Path) -> None:
    done = enishi("diff", OLD_DECK, AFTER_SUMMER, "--store", days, "--format", "json")
    told = json.loads(done.out)
    (signed,) = [
        c
        for c in told["changes"]
        if (c["entity"], c["property"]) == ("agreement:jp-eu-quantum-loi-2025", "signed_on")
    ]
    assert signed["what"] == "changed"
    assert signed["before"] == [{"value": "2025-05-12", "mood": "actual"}]
    assert signed["after"] == [{"value": "2025-05-13", "mood": "actual"}]
    assert signed["still"] == [{"value": "2025-05-12", "mood": "actual"}]
    assert {"ja", "en"} == signed["sentence"].keys()
    cited = {cite.partition("@")[0] for change in told["changes"] for cite in change["cites"]} - {
        "enishi"
    }
    assert cited <= {source["id"] for source in told["sources"]}
    assert told["coverage"]["handling"] == "public"
    assert any(c["property"].startswith("name") for c in told["changes"])


def test_the_same_day_has_no_changes(enishi, days: Path) -> None:
    done = enishi("diff", OLD_DECK, OLD_DECK, "--store", days)
    assert done.out.splitlines()[0].endswith(": none found")
    done = enishi("diff", OLD_DECK, OLD_DECK, "--store", days, "--lang", "ja")
    assert done.out.splitlines()[0].endswith("：見当たらない")


def test_the_other_way_round_what_was_new_is_no_longer_on_record(enishi, days: Path) -> None:
    done = enishi("diff", AFTER_SUMMER, OLD_DECK, "--store", days)
    assert "No longer on record: Memorandum of Cooperation on quantum" in done.out


# Folders and marks ---------------------------------------------------------------------------------------------------


@pytest.fixture
def place(small_record: Path, tmp_path: Path) -> tuple[str | Path, ...]:
    """Where the small record and its graph are; in it, a source speaks of Korea besides."""
    korea = small_record / "countries/KR.yaml"
    korea.write_text(
        korea.read_text(encoding="utf-8").replace("en: KR}", "en: KR, by: s1}"), encoding="utf-8"
    )
    return ("--record", small_record, "--store", tmp_path / "graph.kgl")


def leave(record: Path) -> None:
    """Korea is no longer said to be a member."""
    path = record / "fora/mdq.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", KR]", "]"), encoding="utf-8")


def test_two_folders(enishi, place, small_record: Path, tmp_path: Path) -> None:
    other = tmp_path / "later"
    shutil.copytree(small_record, other)
    leave(other)
    done = enishi("diff", small_record, other, *place)
    assert done.code == 0, done.err
    assert "KR no longer on record (members) 1)" in done.out
    assert "1) Ministry" in done.out
    assert "（参加国・機関" not in done.out


def test_a_folder_of_ones_own_is_told_by_what_it_adds(enishi, place, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "fora").mkdir(parents=True)
    (own / "fora/mdq.yaml").write_text(
        "id: forum:mdq\nby: s1\nfounded_on: 2023-01\n", encoding="utf-8"
    )
    done = enishi("diff", "now", f"+{own}", *place)
    assert done.out.splitlines()[0].endswith("none found")
    done = enishi("diff", "now", f"+{own}", *place, "--ceiling", "internal")
    assert "Dialogue: founded on: January 2023 (new) 1)" in done.out
    assert done.out.startswith("[INTERNAL]\n")


def test_a_mark_gives_the_old_answers_again(
    enishi, place, small_record: Path, tmp_path: Path
) -> None:
    ask = ("query", "run", "fora-overlap", "--as-of", "2026-01-01", "-p", "parties=JP,KR")
    before = enishi(*ask, *place)
    assert (before.code, before.out.count("Dialogue") > 0) == (0, True), before.err
    marked = enishi("mark", "説明-2026-11", *place, "--format", "json")
    (held,) = json.loads(marked.out)
    leave(small_record)
    assert enishi("build", *place).code == 0
    assert enishi(*ask, *place).out != before.out
    again = enishi(*ask, "--record", small_record, "--store", held["path"])
    assert again.out == before.out
    assert "another state of the record" in again.err
    told = enishi("diff", "説明-2026-11", *place)
    assert told.out.startswith("Changes from 説明-2026-11 to now: 1\n")
    assert "KR no longer on record" in told.out


def test_marks_are_listed_and_never_overwritten(enishi, place) -> None:
    assert enishi("mark", *place).out == "There are no marks yet.\n"
    assert enishi("mark", *place, "--lang", "ja").out == "保存した時点はまだない\n"
    assert enishi("mark", "may", *place).code == 0
    again = enishi("mark", "may", *place)
    assert (again.code, again.out) == (2, "")
    assert "Choose another name" in again.err
    listed = json.loads(enishi("mark", *place, "--format", "json").out)
    assert [one["name"] for one in listed] == ["may"]
    assert "may" in enishi("mark", *place).out


@pytest.mark.parametrize("name", ["now", "../x", "a b", ".x", "a/b", "may.internal"])
def test_a_name_that_no_mark_can_have(enishi, place, own_marks: Path, name: str) -> None:
    done = enishi("mark", name, *place)
    assert (done.code, done.out) == (2, "")
    assert "no name of a mark" in done.err
    assert not own_marks.exists()


def test_a_mark_that_was_changed_is_refused(enishi, place, own_marks: Path) -> None:
    assert enishi("mark", "may", *place).code == 0
    (claims,) = own_marks.glob("*.claims.jsonl")
    claims.write_bytes(claims.read_bytes().replace(b"GB", b"FR"))
    done = enishi("diff", "may", *place)
    assert (done.code, done.out) == (1, "")
    assert "not those that were written" in done.err
    claims.unlink()
    assert "not those that were written" in enishi("diff", "may", *place).err


def test_a_note_that_cannot_be_read(enishi, place, own_marks: Path) -> None:
    assert enishi("mark", "may", *place).code == 0
    (own_marks / "may.kgl.json").write_text("{}", encoding="utf-8")
    done = enishi("mark", *place)
    assert (done.code, done.out) == (1, "")
    assert "may.kgl.json is no note of a mark" in done.err


def test_a_mark_under_a_ceiling_is_found_under_it_only(enishi, place, own_marks: Path) -> None:
    assert enishi("mark", "may", *place, "--ceiling", "internal").code == 0
    assert enishi("mark", *place).out == "There are no marks yet.\n"
    assert "no day, no mark" in enishi("diff", "may", *place).err
    assert enishi("diff", "may", *place, "--ceiling", "internal").code == 0
    store = own_marks / "may.internal.kgl"
    refused = enishi("diff", store, *place)
    assert (refused.code, refused.out) == (1, "")
    assert "--ceiling internal" in refused.err
    assert enishi("mark", "may", *place).code == 0
    assert [json.loads(enishi("mark", *place, *more, "--format", "json").out)[0]["ceiling"]
            for more in ((), ("--ceiling", "internal"))] == ["public", "internal"]  # fmt: skip


@pytest.mark.parametrize("text", ["2025-13-01", "nothing", "no/folder", "May 2025"])
def test_what_names_nothing(enishi, place, text: str) -> None:
    done = enishi("diff", text, *place)
    assert (done.code, done.out) == (2, "")
    assert "2025-05-12" in done.err
    done = enishi("diff", text, *place, "--lang", "ja")
    assert "保存した時点の一覧" in done.err


def test_a_folder_that_is_no_record(enishi, place, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = enishi("diff", tmp_path / "empty", *place)
    assert (done.code, done.out) == (1, "")
    assert "holds no record" in done.err
    assert "no folder" in enishi("diff", "now", f"+{tmp_path / 'none'}", *place).err


def test_a_graph_on_a_server_has_no_file_to_copy(enishi, small_record: Path) -> None:
    done = enishi("mark", "may", "--record", small_record, "--store", "bolt://localhost:1")
    assert (done.code, done.out) == (2, "")
    assert "--store" in done.err
