"""The page's scripts that need no document, under node's own test runner."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
OLDEST = 18
"""The node of Debian 12, which has a test runner."""


def node() -> str:
    """The path of a node that can run them; without one the test is skipped, or fails if one is required."""
    found = shutil.which("node")
    version = subprocess.check_output([found, "--version"], text=True) if found else ""
    if found and int(version.lstrip("v").split(".")[0]) >= OLDEST:
        return found
    reason = (
        f"needs node {OLDEST} or newer, found {version.strip() or 'none'}: apt-get install nodejs"
    )
    if os.environ.get("ENISHI_REQUIRE_NODE"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.test.js")), ids=lambda file: file.stem)
def test_scripts_pass_their_own_tests(file: Path) -> None:
    done = subprocess.run(
        [node(), "--test", str(file)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# pass 0" not in done.stdout, f"{file.name} has no test"
