"""The command as a person types at it: a process at a pseudo terminal."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[1]
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[=>()][0B]?)")


class Terminal:
    """A process whose standard input and error, and output unless it goes to a file, are a terminal.

    Args:
        arguments: What stands behind `enishi`.
        output: File that takes standard output.
        env: Settings besides those of the test.
    """

    def __init__(self, *arguments: str | Path, output: Path | None = None, **env: str) -> None:
        self._ours, theirs = os.openpty()
        self.seen = ""
        settings = {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONPATH": str(ROOT)}
        target = output.open("wb") if output else None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "enishi", *map(str, arguments)],
            stdin=theirs, stdout=target or theirs, stderr=theirs, start_new_session=True,
            env=os.environ | settings | env,
        )  # fmt: skip
        os.close(theirs)
        if target:
            target.close()

    def send(self, text: str) -> None:
        """Type a text; `\\r` is Enter, `\\t` Tab, `\\x04` Ctrl-D."""
        os.write(self._ours, text.encode("utf-8"))

    def expect(self, text: str, seconds: float = 60.0) -> None:
        """Wait until the screen has shown a text, since the last time that something was expected."""
        end = time.monotonic() + seconds
        while text not in self.seen:
            assert self._read(end), f"{text!r} was not shown: {self.seen!r}"
        self.seen = self.seen[self.seen.index(text) + len(text) :]

    def end(self, seconds: float = 60.0) -> int:
        """Wait until the process has ended; its exit code."""
        end = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < end:
            self._read(min(end, time.monotonic() + 0.2))
        return self._process.wait(timeout=1)

    def _read(self, end: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return False
        try:
            self.seen += _ESCAPES.sub("", os.read(self._ours, 65_536).decode("utf-8", "replace"))
        except OSError:  # the other side is gone
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._ours)
