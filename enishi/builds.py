"""From the record to a graph on disk: built anew into new files, then swapped in.

A graph is two files: the store, and beside it the claims behind it, named after the build so that the two can never
be mixed up. The claims are written first; the store's rename is what makes the new build the current one.
"""

from __future__ import annotations

import gc
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from enishi import __version__
from graphmodel.batch import GraphBatch
from graphmodel.claims import Claim, read_jsonl, write_jsonl
from graphmodel.errors import EnishiError
from graphmodel.stores.base import GraphStore, StoreError
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Handling
from loaders.files import hash_record
from queries.catalogue import internal

if TYPE_CHECKING:
    from graphmodel.resolve import Resolution
    from loaders.record import Track

Say = Callable[[str], None]
"""Tells the user what is going on."""


@dataclass(frozen=True)
class BuildReport:
    """What a build made.

    Attributes:
        store: The file.
        nodes: Number of nodes.
        ties: Number of relationships.
        claims: Number of claims.
        conflicts: Number of properties on which sources differ.
    """

    store: Path
    nodes: int
    ties: int
    claims: int
    conflicts: int


def build(
    record_folder: Path,
    store_path: Path,
    known_at: str = "",
    ceiling: Handling = Handling.PUBLIC,
    track: Track = iter,
) -> BuildReport:
    """Build a graph from a record.

    Args:
        record_folder: The record.
        store_path: The file to make; an old one stays as it is until the new one is complete.
        known_at: ISO day; only what was known then is in the graph. Empty for now.
        ceiling: Highest handling of a claim that may be in it.
        track: Goes along while the files are read, and may show how far it is.

    Raises:
        RecordError: If the record has findings that make its graph wrong.
        StoreError: If the file cannot be written.
    """
    from graphmodel.resolve import build_row, resolve, with_build  # noqa: PLC0415 - a query needs none of it
    from loaders.checks import check  # noqa: PLC0415
    from loaders.record import RecordError, load_record  # noqa: PLC0415

    with _no_collection():
        record = load_record(record_folder, track)
        if findings := [issue for issue in check(record) if issue.blocking]:
            raise RecordError(findings)
        resolution = resolve(
            record.claims, record.source_facts, record.judgements, known_at, ceiling
        )
        key = build_key(record.hash)
        batch = with_build(resolution.batch, build_row(resolution, key, known_at, ceiling))
        _write(batch, resolution, store_path, key)
        return BuildReport(
            store_path,
            len(batch.nodes),
            len(batch.ties),
            len(resolution.claims),
            len(resolution.conflicts),
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """A build makes a hundred thousand small objects that live to its end: there is nothing to collect meanwhile."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def build_key(record_hash: str) -> str:
    """Names a build: another record or another version of the program is another build."""
    return blake2b(f"{record_hash} {__version__}".encode(), digest_size=8).hexdigest()


def _write(batch: GraphBatch, resolution: Resolution, store_path: Path, key: str) -> None:
    target = _claims_path(store_path, key)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        store_path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            write_jsonl(resolution.claims, stream, resolution.used)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise StoreError(
            f"{target} cannot be written: {error.strerror}.",
            "The old graph is untouched. Free some space, or name another file by --store.",
        ) from error
    with EmbeddedStore(store_path) as store:
        store.replace(batch)
    _sweep(store_path, target)


def _sweep(store_path: Path, current: Path) -> None:
    """Delete what earlier builds left; what is younger than an hour may belong to one that is still under way."""
    name = re.escape(store_path.name)
    left = re.compile(rf"{name}\.[0-9a-f]{{16}}\.claims\.jsonl|\.{name}\..*\.tmp")
    for path in store_path.parent.iterdir():
        if path != current and left.fullmatch(path.name):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - 3600:
                    path.unlink()


def _claims_path(store_path: Path, key: str) -> Path:
    return store_path.with_name(f"{store_path.name}.{key}.claims.jsonl")


def projection_path(store_path: Path, known_at: str) -> Path:
    """The file that holds the graph as known on a day."""
    return (
        store_path.with_name(f"{store_path.stem}@{known_at}{store_path.suffix}")
        if known_at
        else store_path
    )


def open_graph(
    record_folder: Path, store_path: Path, known_at: str, *, keep: bool, say: Say
) -> GraphStore:
    """Open the graph as known on a day; build it first where there is none, or it is no longer that of the record.

    Args:
        record_folder: The record.
        store_path: The file of the graph as known now.
        known_at: ISO day, or empty for now.
        keep: Whether an existing graph is used even if the record has moved on.
        say: Told what is built, and why.

    Raises:
        RecordError: If it has to be built and the record has findings.
        StoreError: If it cannot be opened or written.
    """
    path = projection_path(store_path, known_at)
    if path.exists():
        store = EmbeddedStore(path)
        if build_of(store) == build_key(hash_record(record_folder)):
            return store
        if keep and not known_at:
            say(f"{path} was built from another state of the record; it is used as it is.")
            return store
        store.close()
        reason = "The record has changed"
    else:
        reason = f"No graph as known on {known_at} yet" if known_at else "No graph yet"
    say(f"{reason}: building it from {record_folder} …")
    report = build(record_folder, path, known_at)
    say(f"Built {report.nodes} nodes and {report.ties} ties from {report.claims} claims: {path}")
    return EmbeddedStore(path)


def build_of(store: GraphStore) -> str:
    """Key of the build that a store holds."""
    rows = store.read(internal("coverage")).records()
    if not rows:
        raise StoreError("This file holds no graph of Enishi.", "Build one: enishi build")
    return str(rows[0]["build_key"])


def read_claims(store: GraphStore, store_path: Path, known_at: str) -> list[tuple[Claim, bool]]:
    """The claims behind a graph, each with whether the graph uses it.

    Raises:
        EnishiError: If their file is gone.
    """
    path = _claims_path(projection_path(store_path, known_at), build_of(store))
    try:
        with path.open(encoding="utf-8") as lines:
            return list(read_jsonl(lines))
    except FileNotFoundError:
        raise EnishiError(
            f"The claims behind this graph are gone: {path}", "Build it anew: enishi build"
        ) from None
