"""Pieces for papers and pages from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import Run

DAY = ("--as-of", "2026-11-28")


@pytest.mark.parametrize(
    ("form", "begins"), [("md", "**"), ("html", "<figure"), ("mermaid", "---\ntitle: ")]
)
@pytest.mark.parametrize(
    "about", [(), ("--focus", "UK"), ("--query", "partner-gap", "-p", "forum=MDQ")]
)
def test_each_form_of_each_thing(
    asked: Run, form: str, begins: str, about: tuple[str, ...]
) -> None:
    done = asked("snippet", *about, "--format", form, *DAY, "--lang", "ja")
    assert done.code == 0
    assert done.out.startswith(begins)
    assert "2026年11月28日時点／版 " in done.out
    assert asked("snippet", *about, "--format", form, *DAY, "--lang", "ja").out == done.out


def test_what_is_internal_bears_its_mark_and_is_refused_below(asked: Run) -> None:
    done = asked("snippet", "--query", "conflicts", *DAY, "--lang", "ja")
    assert done.out.startswith("【部内限り】")
    for form in ("md", "html", "mermaid"):
        refused = asked("snippet", "--query", "conflicts", "--ceiling", "public", "--format", form)
        assert (refused.code, refused.out) == (2, "")
        assert "internal" in refused.err


@pytest.mark.parametrize(
    ("lang", "says"), [("ja", "量子開発グループ（QDG）"), ("en", "Quantum Development Group (QDG)")]
)
def test_what_is_abbreviated_is_said_in_full(asked: Run, lang: str, says: str) -> None:
    args = ("snippet", "--query", "partner-gap", "-p", "forum=MDQ", *DAY, "--lang", lang)
    assert says in asked(*args).out
    assert says in asked(*args, "--format", "html").out


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    "about", [("--focus", "jp-uk-quantum-moc-2025"), ("--query", "partner-gap", "-p", "forum=MDQ")]
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_it_keeps_the_rules_of_what_is_shown(
    asked: Run, tmp_path: Path, form: str, about: tuple[str, ...], lang: str
) -> None:
    path = tmp_path / f"piece.{form}"
    assert asked("snippet", *about, *DAY, "--format", form, "--lang", lang, "-o", path).code == 0
    assert asked("lint-output", path).code == 0


@pytest.mark.parametrize(
    "wrong",
    [("--steps", "2"), ("--focus", "UK", "--query", "upcoming"), ("-p", "forum=MDQ")],
)  # fmt: skip
def test_what_is_asked_wrongly_is_told(asked: Run, wrong: tuple[str, ...]) -> None:
    done = asked("snippet", *wrong)
    assert (done.code, done.out) == (2, "")
