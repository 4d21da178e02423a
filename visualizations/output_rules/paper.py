"""Counts the pages of documents as they come out of an office program: LibreOffice, where there is one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from visualizations.output_rules.pictures import count_pages

_LONGEST = 120
"""Seconds for a document at most, the first of which starts the program."""


def office_program() -> str | None:
    """Where LibreOffice is; None if there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pages_of(paths: Sequence[Path], program: str) -> dict[Path, int]:
    """Number of pages of documents.

    Args:
        paths: The documents.
        program: Where LibreOffice is.

    Returns:
        The number for each document that it could open.
    """
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder, "profile").as_uri()
        for number, path in enumerate(paths):
            copy = Path(folder, f"{number}{path.suffix}")
            shutil.copyfile(path, copy)
        copies = [str(Path(folder, f"{number}{path.suffix}")) for number, path in enumerate(paths)]
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        try:
            subprocess.run(  # noqa: S603 - a program of the machine, and files of our own naming
                [*command, *copies], check=False, capture_output=True, timeout=_LONGEST * len(paths)
            )
        except subprocess.TimeoutExpired:
            return {}
        for number, path in enumerate(paths):
            made = Path(folder, f"{number}.pdf")
            if made.is_file():
                found[path] = count_pages(made.read_bytes())
    return found
