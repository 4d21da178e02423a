"""What lies ahead as a calendar file: all of it, or that of one partner or forum."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.command import Run

DAY = ("--as-of", "2025-05-01")


def titles(path: Path) -> list[str]:
    read = Calendar.from_ical(path.read_bytes())
    return [str(event["summary"]) for event in read.walk("VEVENT")]


def test_all_of_it_and_only_that_of_a_forum(asked: Run, tmp_path: Path) -> None:
    every, forum = tmp_path / "all.ics", tmp_path / "mdq.ics"
    done = asked("calendar", *DAY, "--lang", "ja", "-o", every)
    assert done.code == 0
    assert "19件を収めた" in done.err
    assert asked("calendar", "MDQ", *DAY, "--lang", "ja", "-o", forum).code == 0
    (only,) = titles(forum)
    assert only == "第7回量子多国間対話（会合、2025年9月10日～12日）"
    assert only in titles(every)


@pytest.mark.parametrize("name", ["EU", "欧州連合"])
def test_a_range_keeps_its_wording_and_a_plan_says_so(
    asked: Run, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "eu.ics"
    assert asked("calendar", name, *DAY, "--lang", "ja", "-o", path).code == 0
    found = titles(path)
    assert "日EU量子共同公募（採択、2025年5月～6月）：予定" in found
    assert not any("日独" in title for title in found)


def test_the_months_ahead_are_those_asked_for(asked: Run, tmp_path: Path) -> None:
    path = tmp_path / "near.ics"
    assert asked("calendar", "スイス", *DAY, "--months", "2", "-o", path).code == 0
    near = titles(path)
    assert asked("calendar", "スイス", *DAY, "--months", "6", "-o", path).code == 0
    assert len(near) < len(titles(path))


def test_the_file_is_named_after_what_it_is(
    asked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert asked("calendar", "英国", *DAY, "--lang", "ja").code == 0
    (path,) = tmp_path.glob("*.ics")
    assert path.name == "enishi_country-GB_2025-05-01_公表.ics"
    calendar = Calendar.from_ical(path.read_bytes())
    assert str(calendar["x-wr-calname"]) == "今後の予定：英国（公表）"
    assert str(calendar["class"]) == "PUBLIC"


def test_what_is_handled_with_care_says_so(
    enishi: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert enishi("calendar", *DAY, "--ceiling", "internal", "--lang", "en").code == 0
    (path,) = tmp_path.glob("*.ics")
    assert path.name == "enishi_upcoming_2025-05-01_internal.ics"
    calendar = Calendar.from_ical(path.read_bytes())
    assert str(calendar["x-wr-calname"]) == "What is coming (internal)"
    assert str(calendar["class"]) == "CONFIDENTIAL"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_keeps_the_rules_of_what_is_shown(asked: Run, tmp_path: Path, lang: str) -> None:
    path = tmp_path / "all.ics"
    assert asked("calendar", *DAY, "--lang", lang, "-o", path).code == 0
    assert asked("lint-output", path).code == 0


def test_a_name_that_nothing_has_is_told(asked: Run, tmp_path: Path) -> None:
    done = asked("calendar", "nowhere", "-o", tmp_path / "x.ics")
    assert done.code == 2
    assert "nowhere" in done.err
    assert not (tmp_path / "x.ics").exists()
