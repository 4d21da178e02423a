"""From the record to a graph: on disk built anew into new files, then swapped in; on a server see `enishi.shared`.

A graph is two files: the store, and beside it the claims behind it, named after the build so that the two can never
be mixed up. The claims are written first; the store's rename is what makes the new build the current one.

A build's key names what may be seen in it, and tells nothing of what may not. Which state of the files it was made
from is in the name of its claims, by their hash.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enishi import __version__
from enishi.claims_files import claims_beside, claims_path, read_claims_file, sweep, write_claims
from graphmodel.batch import GraphBatch
from graphmodel.claims import Claim
from graphmodel.dates import is_iso_day
from graphmodel.errors import UsageError
from graphmodel.messages import Message, Term, reason_of
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.base import GraphStore, StoreError
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Handling
from loaders.files import hash_record
from queries.files import internal

if TYPE_CHECKING:
    from graphmodel.resolve import Resolution
    from loaders.record import Track

Say = Callable[[Message], None]
"""Tells the user what is going on."""

Target = Path | ServerAddress
"""Where a graph is kept: a file of one's own, or a database that is shared."""


@dataclass(frozen=True)
class BuildReport:
    """What a build made.

    Attributes:
        store: Where the graph is.
        nodes: Number of nodes.
        ties: Number of relationships.
        claims: Number of claims.
        conflicts: Number of properties on which sources differ.
    """

    store: Target
    nodes: int
    ties: int
    claims: int
    conflicts: int


@dataclass(frozen=True)
class Projection:
    """A record, resolved for one known-at day and one ceiling.

    Attributes:
        key: Names the program, and what of the record may be seen under the ceiling.
        state: Names the program and the files of the record as they are.
        known_at: ISO day, or empty for now.
        ceiling: Highest handling of a claim in it.
        resolution: The claims, and what follows from them.
        batch: The graph as rows.
    """

    key: str
    state: str
    known_at: str
    ceiling: Handling
    resolution: Resolution
    batch: GraphBatch


def build(
    record_folder: Path,
    target: Target,
    known_at: str = "",
    ceiling: Handling = Handling.PUBLIC,
    track: Track = iter,
    *,
    own: Sequence[Path] = (),
    allow_foreign: bool = False,
    replace: bool = False,
) -> BuildReport:
    """Build a graph from a record.

    Args:
        record_folder: The record.
        target: Where to; an old graph stays as it is until the new one is complete.
        known_at: ISO day; only what was known then is in the graph. Empty for now.
        ceiling: Highest handling of a claim that may be in it.
        track: Goes along while the files are read, and may show how far it is.
        own: Folders of one's own beside the record.
        allow_foreign: Whether a shared database may hold what is not ours besides.
        replace: Whether a shared graph of another day or ceiling may be replaced.

    Raises:
        RecordError: If the record has findings that make its graph wrong.
        StoreError: If the graph cannot be written.
    """
    with _no_collection():
        made = project(record_folder, known_at, ceiling, track, own=own)
        if isinstance(target, ServerAddress):
            from enishi import shared  # noqa: PLC0415 - the driver is loaded only where a server is named

            shared.load(made, target, allow_foreign=allow_foreign, replace=replace)
        else:
            _write(made, target)
        report = BuildReport(
            target,
            len(made.batch.nodes),
            len(made.batch.ties),
            len(made.resolution.claims),
            len(made.resolution.conflicts),
        )
        del made  # else the collection that begins anew would go through all of it
    return report


def project(
    record_folder: Path,
    known_at: str,
    ceiling: Handling,
    track: Track = iter,
    *,
    own: Sequence[Path] = (),
) -> Projection:
    """Read a record and resolve it.

    Args:
        record_folder: The record.
        known_at: ISO day, or empty for now.
        ceiling: Highest handling of a claim that may be in it.
        track: Goes along while the files are read, and may show how far it is.
        own: Folders of one's own beside the record. What is wrong there is told only where all of it may be seen.

    Raises:
        RecordError: If the record has findings that make its graph wrong.
    """
    from graphmodel.resolve import build_row, resolve, with_build  # noqa: PLC0415 - a query needs none of it
    from loaders.checks import check  # noqa: PLC0415
    from loaders.record import OwnRecordError, RecordError, load_record  # noqa: PLC0415

    record = load_record(record_folder, track, own)
    if findings := [issue for issue in check(record) if issue.blocking]:
        if own and ceiling is not Handling.RESTRICTED:
            raise OwnRecordError(own)
        raise RecordError(findings)
    resolution = resolve(
        record.claims, record.source_facts, record.judgements_within(ceiling), known_at, ceiling
    )
    key = build_key(record.hash_within(ceiling))
    batch = with_build(resolution.batch, build_row(resolution, key, known_at, ceiling))
    return Projection(key, build_key(record.hash), known_at, ceiling, resolution, batch)


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


def _write(made: Projection, store_path: Path) -> None:
    claims = claims_path(store_path, made.key, made.state)
    write_claims(made.resolution, claims)
    with EmbeddedStore(store_path) as store:
        store.replace(made.batch)
    sweep(store_path, claims)


def projection_place(target: Target, known_at: str, ceiling: Handling = Handling.PUBLIC) -> Target:
    """Where the graph as known on a day, under a ceiling, is: a file of its own, or the one graph of a server."""
    if isinstance(target, ServerAddress):
        return target
    return projection_path(target, known_at, ceiling)


def projection_path(store_path: Path, known_at: str, ceiling: Handling = Handling.PUBLIC) -> Path:
    """The file that holds the graph as known on a day, under a ceiling: no other ever holds what may not be seen."""
    day = f"@{known_at}" if known_at else ""
    level = "" if ceiling is Handling.PUBLIC else f".{ceiling.value}"
    return store_path.with_name(f"{store_path.stem}{day}{level}{store_path.suffix}")


def open_graph(
    record_folder: Path,
    target: Target,
    known_at: str,
    *,
    own: Sequence[Path] = (),
    ceiling: Handling = Handling.PUBLIC,
    keep: bool,
    say: Say,
) -> GraphStore:
    """Open the graph as known on a day; build it first where there is none, or it is no longer that of the record.

    A shared graph is never built by asking for it.

    Args:
        record_folder: The record.
        target: Where the graph is kept; for a file, the one of the graph as known now, and public.
        known_at: ISO day, or empty for now.
        own: Folders of one's own beside the record.
        ceiling: Highest handling of a claim that may be in it.
        keep: Whether an existing graph is used even if the record has moved on.
        say: Told what is built, and why.

    Raises:
        UsageError: If the day is none.
        RecordError: If it has to be built and the record has findings.
        StoreError: If it cannot be opened or written, or holds the graph under another ceiling.
    """
    if known_at and not is_iso_day(known_at):
        raise UsageError(
            Message("The known-at day {known_at!r} is no day.", known_at=known_at),
            Message("Write it as 2025-05-01."),
        )
    if isinstance(target, ServerAddress):
        from enishi import shared  # noqa: PLC0415

        return shared.open_shared(
            record_folder, target, known_at, own=own, ceiling=ceiling, say=say
        )
    path = projection_path(target, known_at, ceiling)
    if _is_there(path):
        store = EmbeddedStore(path)
        require_ceiling(store, path, ceiling)
        if _is_of(store, path, build_key(hash_record(record_folder, own))):
            return store
        if keep and not known_at:
            say(
                Message(
                    "{path} was built from another state of the record; it is used as it is.",
                    path=path,
                )
            )
            return store
        store.close()
        reason = Message("The record has changed")
    else:
        reason = (
            Message("No graph as known on {known_at} yet", known_at=known_at)
            if known_at
            else Message("No graph yet")
        )
    say(
        Message(
            "{reason}: building it from {folder} …",
            reason=reason,
            folder=record_folder,
        )
    )
    report = build(record_folder, path, known_at, ceiling, own=own)
    say(
        Message(
            "Built {nodes} nodes and {ties} ties from {claims} claims: {path}",
            nodes=report.nodes,
            ties=report.ties,
            claims=report.claims,
            path=path,
        )
    )
    return EmbeddedStore(path)


def open_existing(
    record_folder: Path,
    target: Target,
    *,
    own: Sequence[Path] = (),
    ceiling: Handling = Handling.PUBLIC,
    keep: bool,
) -> GraphStore | None:
    """The graph as known now, if there is one of this record; nothing is built or said.

    Args:
        record_folder: The record.
        target: Where the graph is kept.
        own: Folders of one's own beside the record.
        ceiling: Highest handling of a claim that may be in it.
        keep: Whether it may be one of another record.

    Raises:
        StoreError: If it cannot be opened.
    """
    if isinstance(target, ServerAddress):
        from enishi import shared  # noqa: PLC0415

        return shared.open_shared(
            record_folder, target, "", own=own, ceiling=ceiling, say=lambda _: None
        )
    path = projection_path(target, "", ceiling)
    if not _is_there(path):
        return None
    store = EmbeddedStore(path)
    require_ceiling(store, path, ceiling)
    state = build_key(hash_record(record_folder, own))
    return store if keep or _is_of(store, path, state) else None


def _is_there(path: Path) -> bool:
    """Whether there is a file.

    Raises:
        StoreError: If its folder may not be entered.
    """
    try:
        return path.exists()
    except OSError as error:
        raise StoreError(
            Message("{path} cannot be read: {reason}", path=path, reason=reason_of(error)),
            Message("Name another file by --store."),
        ) from error


def require_ceiling(store: GraphStore, path: Path, ceiling: Handling) -> None:
    """Refuse a file that holds more, or less, than may be seen: it was renamed, or put in the place of another.

    Raises:
        StoreError: If it does.
    """
    held = Handling(_build(store)["ceiling"])
    if held is not ceiling:
        raise StoreError(
            Message(
                "{path} holds what is {held} at most; asked for was what is {asked} at most.",
                path=path,
                held=Term(held.value, held.ja),
                asked=Term(ceiling.value, ceiling.ja),
            ),
            Message("Ask with --ceiling {held}, or name another file by --store.", held=held.value),
        )


def _is_of(store: GraphStore, path: Path, state: str) -> bool:
    """Whether a file's graph was made from a state of the record."""
    key = build_of(store)
    return key == state or claims_path(path, key, state).exists()


def build_of(store: GraphStore) -> str:
    """Key of the build that a store holds."""
    return str(_build(store)["build_key"])


def _build(store: GraphStore) -> dict[str, Any]:
    rows = store.read(internal("coverage")).records()
    if not rows:
        raise StoreError(Message("This is no graph of Enishi."), Message("Build one: enishi build"))
    return rows[0]


def read_claims(
    store: GraphStore,
    target: Target,
    known_at: str,
    record_folder: Path | None = None,
    *,
    own: Sequence[Path] = (),
    ceiling: Handling = Handling.PUBLIC,
) -> list[tuple[Claim, bool]]:
    """The claims behind a graph, each with whether the graph uses it.

    Args:
        store: The graph.
        target: Where it is kept.
        known_at: ISO day, or empty for now.
        record_folder: The record, of which those behind a shared graph are made if it is the same.
        own: Folders of one's own beside it.
        ceiling: The ceiling of the graph.

    Raises:
        EnishiError: If they are not there.
    """
    if isinstance(target, ServerAddress):
        from enishi import shared  # noqa: PLC0415

        path = shared.claims_file(store, target, record_folder, own)
    else:
        path = claims_beside(projection_path(target, known_at, ceiling), build_of(store))
    return read_claims_file(path)
