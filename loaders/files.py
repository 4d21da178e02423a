"""The files of a record, as bytes: what is there, and whether it has changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path


def read_contents(folder: Path) -> dict[str, bytes]:
    """Every file of a record that is read, by its name relative to the folder, in order."""
    paths: dict[str, Path] = {}
    # each query comes here: walking takes half the time of `rglob`, and a file read whole needs no buffer
    for where, _, names in os.walk(folder):
        place = Path(where)
        before = "".join(f"{part}/" for part in place.relative_to(folder).parts)
        paths |= {before + name: place / name for name in names if name.endswith(".yaml")}
    return {name: _content(path) for name, path in sorted(paths.items())}


def _content(path: Path) -> bytes:
    with path.open("rb", buffering=0) as file:
        return file.read()


def hash_contents(contents: Mapping[str, bytes]) -> str:
    """Hash of a record's files: the same hash, the same record."""
    digest = blake2b(digest_size=16)
    for name, content in contents.items():
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def hash_record(folder: Path) -> str:
    """Hash of a record, without reading what its files say."""
    return hash_contents(read_contents(folder))
