"""The claims behind a graph, in a file beside it that is named after the build, so that the two are never mixed up."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.claims import Claim, read_jsonl, write_jsonl
from graphmodel.errors import EnishiError
from graphmodel.messages import Message, reason_of
from graphmodel.stores.base import StoreError

if TYPE_CHECKING:
    from graphmodel.resolve import Resolution


def claims_path(store_path: Path, key: str, state: str) -> Path:
    """The file of the claims behind a build that was made from a state of the record."""
    made_from = "" if state == key else f".{state}"
    return store_path.with_name(f"{store_path.name}.{key}{made_from}.claims.jsonl")


def claims_beside(store_path: Path, key: str) -> Path:
    """The file of the claims behind a build, whatever state of the record it was made from."""
    beside = sorted(store_path.parent.glob(f"{escape(store_path.name)}.{key}.*.claims.jsonl"))
    return beside[0] if beside else claims_path(store_path, key, key)


def write_claims(resolution: Resolution, target: Path) -> None:
    """Write the claims behind a graph, whole or not at all.

    Raises:
        StoreError: If they cannot be written.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            write_jsonl(resolution.claims, stream, resolution.used)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise StoreError(
            Message("{path} cannot be written: {reason}.", path=target, reason=reason_of(error)),
            Message(
                "The old graph is untouched. Free some space, or name another file by --store."
            ),
        ) from error


def sweep(store_path: Path, current: Path) -> None:
    """Delete what earlier builds left; what is younger than an hour may belong to one that is still under way."""
    name = re.escape(store_path.name)
    left = re.compile(
        rf"{name}\.[0-9a-f]{{16}}(\.[0-9a-f]{{16}})?\.claims\.jsonl|\.{name}\..*\.tmp"
    )
    for path in store_path.parent.iterdir():
        if path != current and left.fullmatch(path.name):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - 3600:
                    path.unlink()


def read_claims_file(path: Path) -> list[tuple[Claim, bool]]:
    """The claims in a file, each with whether the graph uses it.

    Raises:
        EnishiError: If they are not there, or cannot be read.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            return list(read_jsonl(lines))
    except FileNotFoundError:
        raise EnishiError(
            Message("The claims behind this graph are gone: {path}", path=path),
            Message("Build it anew: enishi build"),
        ) from None
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
    ) as error:  # the last three: it was cut, or is another's
        raise EnishiError(
            Message("{path} cannot be read: {reason}", path=path, reason=reason_of(error)),
            Message("Build it anew: enishi build"),
        ) from error
