"""A small record that is in order, in a folder of its own, to be spoilt by each test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from graphmodel.claims import Claim
from loaders.checks import check
from loaders.issues import Issue
from loaders.record import Record, load_record

SOURCES = """\
publisher: ministry
name: {ja: 省, en: Ministry}
sources:
- {id: s1, published: 2025-05-13, language: ja, type: official, completeness: unknown, licence: not_stated, read_on: 2026-11}
- {id: s2, language: ja, type: official, completeness: unknown, licence: not_stated, read_on: 2026-11}
- {id: s3, published: 2025-04-28/2025-05-12, language: ja, type: press, completeness: unknown, licence: not_stated, read_on: 2026-11}
"""
COUNTRY = """\
id: country:{code}
by: enishi
name: {{ja: {name}, en: {name}}}
status: state
"""
FORUM = """\
id: forum:mdq
by: [s1]
name: {ja: 量子多国間対話, en: Multilateral Dialogue on Quantum}
type: intergovernmental_dialogue
members:
- who: JP
  by: [s1, s2, s3]
- who: GB
- who: KR
"""


class Folder:
    """A record folder that a test writes into."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str | bytes) -> Folder:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode("utf-8"))
        return self

    @property
    def own(self) -> Folder:
        """A folder beside it, as somebody keeps for themselves."""
        return Folder(self.path.with_name("own"))

    def load(self) -> Record:
        return load_record(self.path, own=[self.own.path] if self.own.path.exists() else [])

    def issues(self) -> list[Issue]:
        return check(self.load())


@pytest.fixture
def empty_folder(tmp_path: Path) -> Folder:
    """No file yet."""
    return Folder(tmp_path / "record")


@pytest.fixture
def folder(empty_folder: Folder) -> Folder:
    """Three countries and a forum, without a finding."""
    empty_folder.write("sources/ministry.yaml", SOURCES)
    for code, name in (("JP", "Japan"), ("GB", "UK"), ("KR", "ROK")):
        empty_folder.write(f"countries/{code}.yaml", COUNTRY.format(code=code, name=name))
    return empty_folder.write("fora/mdq.yaml", FORUM)


@pytest.fixture
def claims_of(folder: Folder) -> Callable[..., list[Claim]]:
    """The claims that one file adds, which must be read without an issue."""

    def read(text: str, name: str = "agreements/a.yaml", *, own: bool = False) -> list[Claim]:
        (folder.own if own else folder).write(name, text)
        record = folder.load()
        assert record.issues == ()
        file = f"{folder.own.path.as_posix()}/{name}" if own else name
        return [placed.claim for placed in record.placed if placed.file == file]

    return read


@pytest.fixture
def issue_of(folder: Folder) -> Callable[..., Issue]:
    """The one finding that a file causes; without orphans, which a lone file always is."""

    def read(text: str, name: str = "agreements/a.yaml") -> Issue:
        folder.write(name, text)
        found = [issue for issue in folder.issues() if issue.code not in ("orphan", "no-value")]
        if not found:
            found = list(folder.load().issues)
        assert len(found) == 1, found
        assert found[0].file == name
        return found[0]

    return read
