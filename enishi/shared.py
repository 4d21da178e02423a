"""A graph that is shared: loaded into a database on a server, and asked there.

A server holds one projection. Asking for another is refused, and so is loading another over it unless that is asked
for: others rely on what is there. The claims behind it stay with whoever loaded it; elsewhere they are made anew from
the record, if it is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_cache_path

from enishi.builds import Projection, Say, build_key, project, write_claims
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
    write_claims(made.resolution, _claims_path(wanted))


def open_shared(
    record_folder: Path,
    address: ServerAddress,
    known_at: str,
    *,
    ceiling: Handling = Handling.PUBLIC,
    say: Say,
) -> GraphStore:
    """Open a shared graph.

    Args:
        record_folder: The reader's own record, with which it is compared.
        address: Where it is.
        known_at: The day that is asked for, or empty for now.
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
        wanted = Loaded(build_key(hash_record(record_folder)), known_at, ceiling.value)
        if loaded[1:] != wanted[1:]:
            raise StoreError(
                Message(
                    "{address} holds the graph {loaded}; asked for was the one {wanted}.",
                    address=address,
                    loaded=loaded.told,
                    wanted=wanted.told,
                ),
                Message(
                    "Ask it with --known-at {known_at}, or ask a file of your own: --store graph.kgl",
                    known_at=loaded.known_at,
                )
                if loaded.known_at
                else Message(
                    "Ask it without --known-at, or ask a file of your own: --store graph.kgl"
                ),
            )
    except BaseException:
        store.close()
        raise
    if loaded.key != wanted.key:
        say(
            Message(
                "{address} was loaded from another state of the record; it is used as it is.",
                address=address,
            )
        )
    return store


def claims_file(store: GraphStore, address: ServerAddress, record_folder: Path | None) -> Path:
    """The file of the claims behind a shared graph, made from the record where there is none.

    Raises:
        EnishiError: If there is none and the record is another.
    """
    loaded = _loaded(store)
    if loaded is None:
        raise StoreError(Message("{address} holds no whole graph of Enishi.", address=address))
    path = _claims_path(loaded)
    if path.exists():
        return path
    if record_folder is None or build_key(hash_record(record_folder)) != loaded.key:
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
    made = project(record_folder, loaded.known_at, Handling(loaded.ceiling))
    write_claims(made.resolution, path)
    return path


def _loaded(store: GraphStore) -> Loaded | None:
    rows = store.read(internal("coverage")).records()
    return _loaded_by(rows[0]) if rows else None


def _loaded_by(build: Mapping[str, Any]) -> Loaded:
    return Loaded(build["build_key"], build.get("known_at") or "", build["ceiling"])


def _claims_path(loaded: Loaded) -> Path:
    name = f"{loaded.key}@{loaded.known_at or 'now'}.{loaded.ceiling}.claims.jsonl"
    return user_cache_path("enishi") / "shared" / name
