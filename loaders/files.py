"""The files of a record, as bytes: what is there, and whether it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from graphmodel.errors import EnishiError
from graphmodel.messages import Message


class Part(NamedTuple):
    """One folder of a record.

    Attributes:
        folder: The folder.
        contents: Each file that is read, by its name in the folder, in order.
        own: Whether it is one that somebody keeps beside the record: only there a claim may be handled with care.
    """

    folder: Path
    contents: Mapping[str, bytes]
    own: bool = False

    def name(self, file: str) -> str:
        """What a file is called in findings: in a folder of one's own, with the folder."""
        return f"{self.folder.as_posix()}/{file}" if self.own else file


def read_parts(folder: Path, own: Iterable[Path] = ()) -> list[Part]:
    """The files of a record and of the folders beside it.

    Raises:
        EnishiError: If a folder beside it is not there.
    """
    parts = [Part(folder, read_contents(folder))]
    for beside in own:
        if not beside.is_dir():
            raise EnishiError(
                Message("There is no folder {folder}.", folder=beside),
                Message("Make it, or name another by --records or ENISHI_RECORDS."),
            )
        parts.append(Part(beside, read_contents(beside), own=True))
    return parts


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


def hash_parts(parts: Iterable[Part]) -> str:
    """Hash of a record's files: the same hash, the same record."""
    digest = blake2b(digest_size=16)
    for part in parts:
        if part.own:
            digest.update(b"\0")  # a file beside the record is not the same file in it
        for name, content in part.contents.items():
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def hash_record(folder: Path, own: Iterable[Path] = ()) -> str:
    """Hash of a record and of the folders beside it, without reading what their files say.

    Raises:
        EnishiError: If a folder beside it is not there.
    """
    return hash_parts(read_parts(folder, own))
