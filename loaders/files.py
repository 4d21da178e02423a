"""The files of a record, as bytes: what is there, and whether it has changed."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path


def read_contents(folder: Path) -> dict[Path, bytes]:
    """Every file of a record that is read, in order of its path."""
    paths = sorted(folder.rglob("*.yaml"), key=lambda path: path.relative_to(folder).as_posix())
    return {path: path.read_bytes() for path in paths}


def hash_contents(folder: Path, contents: Mapping[Path, bytes]) -> str:
    """Hash of a record's files: the same hash, the same record."""
    digest = blake2b(digest_size=16)
    for path, content in contents.items():
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def hash_record(folder: Path) -> str:
    """Hash of a record, without reading what its files say."""
    return hash_contents(folder, read_contents(folder))
