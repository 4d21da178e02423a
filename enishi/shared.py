"""A graph that is shared: loaded into a database on a server, and asked there.

A server holds one projection. Asking for another is refused, and so is loading another over it unless that is asked
for: others rely on what is there. The claims behind it stay with whoever loaded it; elsewhere they are made anew from
the record, if it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_cache_path

from enishi.builds import Projection, Say, build_key, project
from enishi.claims_files import write_claims
from graphmodel.errors import EnishiError
from graphmodel.messages import Message, Term
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.base import GraphStore, StoreError
from graphmodel.stores.server import ServerStore
from graphmodel.vocab import Handling
from loaders.files import hash_record
from queries.files import internal


class Loaded(NamedTuple):
    """What a shared graph was made from.

    Attributes:
        key: Names the record and the program.
        known_at: ISO day, or empty for now.
        ceiling: Highest handling of a claim in it.
    """

    key: str
    known_at: str
    ceiling: str

    @property
    def told(self) -> Message:
        """Which graph it is."""
        handling = Term(self.ceiling, Handling(self.ceiling).ja)
        if self.known_at:
            return Message(
                "as known on {known_at}, with {handling} claims at most",
                known_at=self.known_at,
                handling=handling,
            )
        return Message("as known now, with {handling} claims at most", handling=handling)


def load(made: Projection, address: ServerAddress, *, allow_foreign: bool, replace: bool) -> None:
    """Load a graph into a shared database.

    Raises:
        StoreError: If it holds another projection or foreign data, and that was not allowed; or it cannot be written.
    """
    wanted = Loaded(made.key, made.known_at, made.ceiling.value)

    def may_replace(build: Mapping[str, Any]) -> None:
        loaded = _loaded_by(build)
        if loaded[1:] != wanted[1:] and not replace:
            raise StoreError(
                Message("{address} holds the graph {loaded}.", address=address, loaded=loaded.told),
                Message(
                    "Nothing was written. Add --replace to put the graph {wanted}, in its place for all "
                    "who use it.",
                    wanted=wanted.told,
                ),
            )

    with ServerStore(address, allow_foreign=allow_foreign, may_replace=may_replace) as store:
        store.replace(made.batch)
    write_claims(made.resolution, _claims_path(wanted, made.state))


def open_shared(
    record_folder: Path,
    address: ServerAddress,
    known_at: str,
    *,
    own: Sequence[Path] = (),
    ceiling: Handling = Handling.PUBLIC,
    say: Say,
) -> GraphStore:
    """Open a shared graph.

    Args:
        record_folder: The reader's own record, with which it is compared.
        address: Where it is.
        known_at: The day that is asked for, or empty for now.
        own: Folders of the reader's own beside it.
        ceiling: The ceiling that is asked for.
        say: Told if the record is another.

    Raises:
        StoreError: If there is none, or it is another projection than the one that is asked for.
    """
    store = ServerStore(address)
    try:
        loaded = _loaded(store)
        if loaded is None:
            raise StoreError(
                Message("{address} holds no whole graph of Enishi.", address=address),
                Message("Load one: enishi build --store {uri}", uri=address.uri),
            )
        wanted = Loaded("", known_at, ceiling.value)
        if loaded[1:] != wanted[1:]:
            raise StoreError(
                Message(
                    "{address} holds the graph {loaded}; asked for was the one {wanted}.",
                    address=address,
                    loaded=loaded.told,
                    wanted=wanted.told,
                ),
                _how_to_ask(loaded),
            )
    except BaseException:
        store.close()
        raise
    state = build_key(hash_record(record_folder, own))
    if state != loaded.key and not (own and _claims_of(loaded, record_folder, own)):
        say(
            Message(
                "{address} was loaded from another state of the record; it is used as it is.",
                address=address,
            )
        )
    return store


def _how_to_ask(loaded: Loaded) -> Message:
    day = f"--known-at {loaded.known_at} " if loaded.known_at else ""
    return Message(
        "Ask it with {options}, or ask a file of your own: --store graph.kgl",
        options=f"{day}--ceiling {loaded.ceiling}",
    )


def claims_file(
    store: GraphStore,
    address: ServerAddress,
    record_folder: Path | None,
    own: Sequence[Path] = (),
) -> Path:
    """The file of the claims behind a shared graph, made from the record where there is none.

    Raises:
        EnishiError: If there is none and the record is another.
    """
    loaded = _loaded(store)
    if loaded is None:
        raise StoreError(Message("{address} holds no whole graph of Enishi.", address=address))
    found = _claims_of(loaded, record_folder, own) or next(_kept(loaded), None)
    if found is None:
        raise EnishiError(
            Message(
                "The claims behind the graph at {address} are not on this machine.", address=address
            ),
            Message(
                "Ask whoever loaded it for the record, and name its folder by --record; or load it "
                "anew: enishi build --store {uri}",
                uri=address.uri,
            ),
        )
    return found


def _claims_of(loaded: Loaded, record_folder: Path | None, own: Sequence[Path]) -> Path | None:
    """The file of the claims behind a graph, if it was made from this record; it is written where it is not there."""
    if record_folder is None:
        return None
    state = build_key(hash_record(record_folder, own))
    path = _claims_path(loaded, state)
    if path.exists():
        return path
    if not own and state != loaded.key:
        return None
    made = project(record_folder, loaded.known_at, Handling(loaded.ceiling), own=own)
    if made.key != loaded.key:
        return None
    write_claims(made.resolution, path)
    return path


def _kept(loaded: Loaded) -> Iterator[Path]:
    """Files of the claims behind a graph that was made from another state of the record."""
    name = f"{loaded.key}@{loaded.known_at or 'now'}.{loaded.ceiling}.*claims.jsonl"
    return iter(sorted((user_cache_path("enishi") / "shared").glob(name)))


def _loaded(store: GraphStore) -> Loaded | None:
    rows = store.read(internal("coverage")).records()
    return _loaded_by(rows[0]) if rows else None


def _loaded_by(build: Mapping[str, Any]) -> Loaded:
    return Loaded(build["build_key"], build.get("known_at") or "", build["ceiling"])


def _claims_path(loaded: Loaded, state: str) -> Path:
    made_from = "" if state == loaded.key else f"{state}."
    name = f"{loaded.key}@{loaded.known_at or 'now'}.{loaded.ceiling}.{made_from}claims.jsonl"
    return user_cache_path("enishi") / "shared" / name
