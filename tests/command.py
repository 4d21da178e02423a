"""The command as a person runs it, in this process, exactly as `python -m enishi` does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from enishi.__main__ import main

SETTINGS = (
    "ENISHI_STORE",
    "ENISHI_RECORD",
    "ENISHI_RECORDS",
    "ENISHI_CEILING",
    "ENISHI_LANG",
    "ENISHI_PARTY",
    "ENISHI_QUERIES",
    "ENISHI_PHRASES",
    "NEO4J_URI",
    "NEO4J_USERNAME",
    "NEO4J_PASSWORD",
    "NEO4J_DATABASE",
)


@dataclass(frozen=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def clear_environment(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """No setting of whoever runs the tests; English; cache and data in folders of the test's own."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "share"))


def in_process(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """A function that runs the command in this process."""

    def run(*args: str | Path) -> Done:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["enishi", *map(str, args)])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        out, err = capfd.readouterr()
        return Done(code if isinstance(code, int) else 0 if code is None else 1, out, err)

    return run
