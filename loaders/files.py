"""The files of a record, as bytes: what is there, and whether it has changed."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path


def read_contents(folder: Path) -> dict[str, bytes]:
    """Every file of a record that is read, by its name relative to the folder, in order."""
    cut = len(folder.as_posix().rstrip("/")) + 1
    paths = sorted((path.as_posix()[cut:], path) for path in folder.rglob("*.yaml"))
    return {name: path.read_bytes() for name, path in paths}


def hash_contents(contents: Mapping[str, bytes]) -> str:
    """Hash of a record's files: the same hash, the same record."""
    digest = blake2b(digest_size=16)
    for name, content in contents.items():
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def hash_record(folder: Path) -> str:
    """Hash of a record, without reading what its files say."""
    return hash_contents(read_contents(folder))
