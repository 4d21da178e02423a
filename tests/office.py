"""LibreOffice, where it is installed: what opens our files as a person's office program does."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own.

    Attributes:
        program: Where it is.
        profile: Folder of its profile.
    """

    program: str
    profile: Path

    def convert(self, path: Path, form: str) -> Path:
        """A file in another form, in a folder beside it.

        Args:
            path: The file.
            form: `pdf`, or the form that the file already has, to have it saved anew.
        """
        return self.convert_all([path], form)[0]

    def convert_all(self, paths: Sequence[Path], form: str) -> list[Path]:
        """Files of one folder in another form, in a folder beside them; one start of the program for all.

        Args:
            paths: The files.
            form: `pdf`, or the form that the files already have, to have them saved anew.
        """
        out = paths[0].parent / "office"
        subprocess.run(
            [
                self.program, f"-env:UserInstallation={self.profile.as_uri()}", "--headless",
                "--convert-to", form, "--outdir", str(out), *map(str, paths),
            ],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        return [out / f"{path.stem}.{form}" for path in paths]

    def pages(self, path: Path) -> int:
        """How many pages a document or presentation has."""
        pdf = path if path.suffix == ".pdf" else self.convert(path, "pdf")
        said = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
        return int(said.stdout.split("Pages:")[1].split()[0])


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice; where it or pdfinfo is missing the test is skipped, or fails if they are required."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program or not shutil.which("pdfinfo"):
        why = "needs LibreOffice and pdfinfo (apt-get install libreoffice-impress libreoffice-writer libreoffice-calc poppler-utils)"
        if os.environ.get("ENISHI_REQUIRE_OFFICE"):
            pytest.fail(why)
        pytest.skip(why)
    return Office(program, tmp_path_factory.mktemp("office"))
