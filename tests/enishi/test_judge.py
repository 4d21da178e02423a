"""Decisions on what is one: offered with the evidence, written with who, when and why, taken back without a trace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.record import load_record
from tests.terminal import Terminal

BODY = "id: org:{id}\nby: s1\nname: {{ja: {ja}, en: {en}}}\ntype: university\nlocated_in: [GB]\n"
PAIR = ("org:a", "org:b")
WHO = ("--by", "山田", "--why", "登録番号が同じ: 確認済み", "--on", "2026-11-28")


@pytest.fixture
def record(small_record: Path) -> Path:
    (small_record / "organisations").mkdir()
    for id_, ja, en in (("a", "量子大学", "Quantum University"), ("b", "量子 大学", "University of Quantum"), ("c", "別の大学", "Other School")):  # fmt: skip
        (small_record / f"organisations/{id_}.yaml").write_text(BODY.format(id=id_, ja=ja, en=en), encoding="utf-8")  # fmt: skip
    return small_record


@pytest.fixture
def judge(enishi, record: Path, tmp_path: Path):
    def run(*args: str, to: tuple[str | Path, ...] = ()):
        return enishi("judge", *args, *(to or ("--record", record, "--records", tmp_path / "own")))

    return run


def test_candidates_side_by_side(judge) -> None:
    done = judge("--list", "--lang", "ja")
    assert done.code == 0
    assert "強い候補: 同じ名称：量子大学" in done.out
    line = next(line for line in done.out.splitlines() if "org:a" in line)
    assert "org:b" in line
    assert "判断を要するもの1組、判断済み0組。" in done.err
    held = json.loads(judge("--format", "json").out)
    assert [(c["one"], c["other"], c["score"]) for c in held["candidates"]] == [("org:a", "org:b", 100.0)]  # fmt: skip


@pytest.mark.parametrize("option", ["--same", "--not-same"])
def test_a_decision_is_written_and_taken_back(
    judge, record: Path, tmp_path: Path, option: str
) -> None:
    done = judge(option, *PAIR, *WHO)
    path = tmp_path / "own/judgements.yaml"
    assert (done.code, "judge --undo org:a org:b" in done.err) == (0, True)
    key = option.strip("-").replace("-", "_")
    assert path.read_text(encoding="utf-8") == (
        f'- {key}: [org:a, org:b]\n  by: 山田\n  on: 2026-11-28\n  why: "登録番号が同じ: 確認済み"\n'
    )
    known = load_record(record, own=[tmp_path / "own"])
    assert known.judgements.canonical == ({"org:b": "org:a"} if option == "--same" else {})
    assert "0 pairs to decide, 1 decided." in judge("--list").err
    twice = judge("--same", "org:b", "org:a", *WHO)
    assert (twice.code, "decided already" in twice.err) == (2, True)
    assert judge("--undo", "org:b", "org:a").code == 0
    assert "1 pairs to decide, 0 decided." in judge("--list").err


def test_undo_leaves_everything_else_as_it_was(judge, record: Path) -> None:
    path = record / "judgements.yaml"
    before = (
        "# our decisions\n- not_same: [org:a, org:c]  # seen together\n  by: x\n  on: 2026-11-01\n  why: >-\n    Long and\n    folded.\n"
        "\n# the next one\n- not_same: [org:b, org:c]\n  by: x\n  on: 2026-11-01\n  why: y\n"
    )  # fmt: skip
    path.write_text(before, encoding="utf-8")
    here = ("--record", record)
    assert judge("--same", *PAIR, *WHO, to=here).code == 0
    assert path.read_text(encoding="utf-8").startswith(before)
    assert judge("--undo", *PAIR, to=here).code == 0
    assert path.read_text(encoding="utf-8") == before
    assert judge("--undo", "org:a", "org:c", to=here).code == 0
    assert path.read_text(encoding="utf-8") == (
        "# our decisions\n\n# the next one\n- not_same: [org:b, org:c]\n  by: x\n  on: 2026-11-01\n  why: y\n"
    )


@pytest.mark.parametrize("around", ["", "# our decisions\n"])
def test_what_is_taken_back_can_be_decided_again(judge, record: Path, around: str) -> None:
    path, here = record / "judgements.yaml", ("--record", record)
    path.write_text(around, encoding="utf-8")
    assert judge("--not-same", *PAIR, *WHO, to=here).code == 0
    decided = path.read_text(encoding="utf-8")
    assert decided.startswith(f"{around}- not_same: [org:a, org:b]\n")
    assert judge("--undo", *PAIR, to=here).code == 0
    assert path.read_text(encoding="utf-8") == f"{around}[]\n"
    assert judge("--not-same", *PAIR, *WHO, to=here).code == 0
    assert path.read_text(encoding="utf-8") == decided


def test_decisions_that_share_a_line_are_left_as_they_are(judge, record: Path) -> None:
    path, here = record / "judgements.yaml", ("--record", record)
    one = "{{not_same: [org:{}, org:c], by: x, on: 2026-11-01, why: y}}"
    before = f"[{one.format('a')}, {one.format('b')}]\n"
    path.write_text(before, encoding="utf-8")
    for args in (("--undo", "org:a", "org:c"), ("--same", *PAIR, *WHO)):
        done = judge(*args, to=here)
        assert (done.code, "stand in brackets" in done.err) == (2, True)
        assert path.read_text(encoding="utf-8") == before


def test_a_decision_of_the_record_is_not_taken_back_from_ones_own_folder(judge, record: Path) -> None:  # fmt: skip
    judge("--not-same", *PAIR, *WHO, to=("--record", record))
    done = judge("--undo", *PAIR)
    assert (done.code, "judgements.yaml:1, not in" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--same", *PAIR), 2, "--by, --why"),
        (("--same", "org:a", "org:z", *WHO), 2, "There is no org:z"),
        (("--same", "org:a", "forum:mdq", *WHO), 1, "of two kinds"),
        (("--same", "org:a", "org:a", *WHO), 1, "org:a is itself."),
        (("--same", *PAIR, "--undo", *PAIR, *WHO), 2, "One decision at a time."),
        (("--undo", *PAIR), 2, "Nothing is decided"),
        (("--same", *PAIR, "--by", "x", "--why", "y", "--on", "28/11"), 2, "28/11"),
    ],
)
def test_what_cannot_be_decided_is_told(judge, tmp_path: Path, args, code: int, says: str) -> None:
    done = judge(*args)
    assert (done.code, (tmp_path / "own").exists()) == (code, False)
    assert says in done.err
    assert "Traceback" not in done.err


def test_decisions_must_not_contradict_each_other(judge) -> None:
    assert judge("--same", "org:a", "org:b", *WHO).code == 0
    assert judge("--not-same", "org:b", "org:c", *WHO).code == 0
    done = judge("--same", "org:a", "org:c", *WHO)
    assert (done.code, "a chain joins them" in done.err) == (1, True)


def test_a_terminal_asks_pair_by_pair(clean_environment, record: Path, tmp_path: Path) -> None:
    with Terminal("judge", "--record", record, "--records", tmp_path / "own", "--on", "2026-11-28") as terminal:  # fmt: skip
        terminal.expect("[1/1] strong: the same name")
        terminal.expect("q = leave")
        terminal.send("s\r")
        terminal.expect("who decides")
        terminal.send("me\r")
        terminal.expect("why")
        terminal.send("one number\r")
        terminal.expect("0 pairs to decide, 1 decided.")
        assert terminal.end() == 0
    assert load_record(record, own=[tmp_path / "own"]).judgements.canonical == {"org:b": "org:a"}
