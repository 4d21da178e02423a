"""A folder of files, written whole beside the old one and swapped in; a folder that is not ours is left alone."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of

STAMP = "enishi-publish.json"
"""File that says that a folder is ours, and what it was made from."""


@dataclass(frozen=True)
class Written:
    """What was written.

    Attributes:
        folder: Where.
        files: Number of files.
        bytes: Their size together.
        largest: The largest file, from the folder on.
        largest_bytes: Its size.
    """

    folder: Path
    files: int
    bytes: int
    largest: str
    largest_bytes: int


def require_ours(folder: Path) -> None:
    """Refuse a folder that holds what this program did not write.

    Raises:
        UsageError: If there is such a folder, or a file of that name.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(
            Message("{path} is a file.", path=folder), Message("Name a folder to publish into.")
        )
    if any(folder.iterdir()) and not (folder / STAMP).is_file():
        raise UsageError(
            Message("{path} holds files that enishi publish did not write.", path=folder),
            Message("Name a folder that is empty or not there yet."),
        )


def write_folder(
    folder: Path, files: Iterable[tuple[str, bytes]], stamp: Mapping[str, object]
) -> Written:
    """Write a folder: all of it, or nothing.

    Args:
        folder: Where to; what was published there before is replaced as a whole.
        files: Each file's path from the folder on, and its bytes.
        stamp: What the folder was made from.

    Raises:
        UsageError: If the folder holds what is not ours.
        EnishiError: If it cannot be written.
    """
    require_ours(folder)
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link to what it is not told to replace
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    try:
        sizes = _fill(fresh, files, stamp)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as error:
        if old.exists() and not target.exists():
            with suppress(OSError):
                old.rename(target)
        raise EnishiError(
            Message("{path} cannot be written: {reason}.", path=folder, reason=reason_of(error)),
            Message("What was there is untouched. Close what has it open, or name another folder."),
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
    largest = max(sizes, key=lambda name: (sizes[name], name))
    return Written(folder, len(sizes), sum(sizes.values()), largest, sizes[largest])


def _fill(
    fresh: Path, files: Iterable[tuple[str, bytes]], stamp: Mapping[str, object]
) -> dict[str, int]:
    sizes: dict[str, int] = {}
    text = json.dumps(stamp, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    for name, content in chain(files, [(STAMP, text.encode("utf-8"))]):
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        sizes[name] = len(content)
    return sizes
