"""The command without arguments: what stands on the first page of the published folder, with commands for links."""

from __future__ import annotations

import re
import shlex

import pytest

from enishi.cli import COMMANDS
from enishi.cli.home import COMMANDS as TOLD


@pytest.mark.parametrize(
    ("lang", "newest", "gap"),
    [
        ("ja", r"収録の最新は\d+年\d+月\d+日", r"量子多国間対話（MDQ）の参加13か国のうち、.+か国"),
        ("en", r"Newest event on record: \d+ \w+ \d{4}", r"\(MDQ\): \d+ countries of the 13 countries"),
    ],
)  # fmt: skip
def test_the_first_page_as_text(asked, monkeypatch, lang: str, newest: str, gap: str) -> None:
    monkeypatch.setenv("ENISHI_LANG", lang)
    done = asked()
    assert done.code == 0
    assert re.search(newest, done.out)
    assert re.search(gap, done.out)
    assert "enishi query run partner-gap -p forum=MDQ" in done.out


def test_what_is_internal_is_named_only_where_it_may_be_seen(asked, monkeypatch) -> None:
    assert TOLD["conflicts"] not in asked().out
    monkeypatch.setenv("ENISHI_CEILING", "internal")
    done = asked()
    assert TOLD["conflicts"] in done.out
    assert "[INTERNAL]" in done.out


def test_it_names_commands_that_there_are() -> None:
    assert {shlex.split(line)[1] for line in TOLD.values()} <= set(COMMANDS)
