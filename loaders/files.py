"""The files of a record, as bytes: what is there, and whether it has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from graphmodel.errors import EnishiError
from graphmodel.messages import Message, reason_of

RECORD_ENDING = ".yaml"
"""How the name of a record file ends."""

_ENDINGS = (RECORD_ENDING, ".yml")
"""How the name of a file ends that is meant to be one, in capitals or not."""


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
    """Every file of a record, by its name relative to the folder, in order; nothing where there is no folder.

    Raises:
        EnishiError: If something in it cannot be read.
    """
    try:
        found = _walk(str(folder), "", {os.path.realpath(folder)}) if folder.is_dir() else ()
        return {name: _content(path) for name, path in sorted(found)}
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be read: {reason}.", path=error.filename or folder, reason=reason_of(error)),
            Message("Let it be read, or take it out of the folder of the record."),
        ) from error  # fmt: skip


def _walk(folder: str, before: str, above: set[str]) -> Iterator[tuple[str, str]]:
    """Name and path of each file of a record under a folder; links are followed, but not back to what they stand in."""
    # each query comes here: scanning takes half the time of `rglob`
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                real = os.path.realpath(entry.path)
                if real not in above:
                    yield from _walk(entry.path, f"{before}{entry.name}/", above | {real})
            elif entry.name.lower().endswith(_ENDINGS) or not os.path.exists(entry.path):  # noqa: PTH110
                yield before + entry.name, entry.path


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - read whole, it needs no buffer, and no path
        return file.read()


def write_whole(path: Path, content: bytes, old: bytes) -> None:
    """Write a file whole or not at all, if it still says what it did.

    The unfinished file stands beside it, and keeps another command from writing the same one.

    Args:
        path: The file.
        content: What it is to say.
        old: What it said when it was read; empty if it was not there.

    Raises:
        EnishiError: If it says something else by now.
        OSError: If it cannot be written.
    """
    path = path.resolve()  # of a link, the file that it leads to
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.tmp")
    try:
        stream = unfinished.open("xb")
    except FileExistsError as error:
        raise EnishiError(
            Message("{path} is being written by another command.", path=path),
            Message("Run it again; if none is running, delete {unfinished}.", unfinished=unfinished),
        ) from error  # fmt: skip
    try:
        with stream:
            stream.write(content)
        there = path.exists()
        if (path.read_bytes() if there else b"") != old:
            raise EnishiError(
                Message("{path} has changed meanwhile, and is left as it is.", path=path),
                Message("Run it again."),
            )
        if there:
            shutil.copymode(path, unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


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
