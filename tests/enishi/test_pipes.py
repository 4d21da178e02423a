"""What stands around an answer: a pipe that is closed, bytes that are no text, a table wider than the terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from enishi.__main__ import CLOSED_PIPE
from enishi.cli import output

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
@pytest.mark.parametrize(
    "args", [("query", "show", "partner-gap"), ("query", "lint"), ("--help",), ("query", "list", "--format", "json")]
)  # fmt: skip
def test_a_closed_pipe_is_neither_success_nor_a_finding(
    clean_environment: None, tmp_path: Path, args: tuple[str, ...]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "enishi", *args],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=writing, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (CLOSED_PIPE, b"")


@pytest.mark.parametrize("argument", ["\udcff", "英国".encode().decode("ascii", "surrogateescape")])
def test_bytes_that_are_no_text(asked, argument: str) -> None:
    done = asked("cypher", f"RETURN '{argument}' AS x")
    assert (done.code, done.out) == (2, "")
    assert "is not text in UTF-8" in done.err
    assert "LC_ALL=C.UTF-8" in done.err


@pytest.mark.parametrize("cell", ["予算・事業・期間を示す", "policy and budget"])
@pytest.mark.parametrize("columns", [1, 10, 40])
def test_no_letter_is_lost_however_narrow(
    monkeypatch: pytest.MonkeyPatch, columns: int, cell: str
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(output.sys.stdout, "isatty", lambda: True, raising=False)
    drawn = output.grid([cell] * columns, [[cell] * columns] * 2)
    kept = Counter(re.sub(r"[\s─]", "", drawn))
    assert kept == Counter(re.sub(r"\s", "", cell * columns * 3))
