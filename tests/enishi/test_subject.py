"""What a name stands for: one rule for every command that is about one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Run

DAY = ("--as-of", "2026-11-21", "--lang", "en")
COMMANDS = (
    (("deck",), ("--kind", "overview"), ".pptx"),
    (("brief",), (), ".docx"),
    (("picture", "timeline"), (), ".png"),
    (("snippet", "--format", "mermaid", "--focus"), (), ".mmd"),
    (("view", "--focus"), (), ".html"),
)


@pytest.mark.parametrize(("command", "more", "suffix"), COMMANDS)
def test_part_of_a_name_will_do_where_one_thing_is_nearest(
    asked: Run, tmp_path: Path, command: tuple[str, ...], more: tuple[str, ...], suffix: str
) -> None:
    file = tmp_path / f"korea{suffix}"
    done = asked(*command, "Korea", *more, *DAY, "-o", file)
    assert (done.code, file.exists()) == (0, True), done.err


@pytest.mark.parametrize(("command", "more", "suffix"), COMMANDS)
def test_what_is_only_similar_is_offered_and_nothing_is_made(
    asked: Run, tmp_path: Path, command: tuple[str, ...], more: tuple[str, ...], suffix: str
) -> None:
    file = tmp_path / f"none{suffix}"
    done = asked(*command, "Swedem", *more, *DAY, "-o", file)
    assert (done.code, file.exists()) == (1, False)
    assert "Nothing on record is called 'Swedem'" in done.err
    assert "country:SE" in done.err
    assert "Traceback" not in done.err
