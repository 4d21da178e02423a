"""The server killed, the line cut, two loaders at once: the old graph or the new one is there, never a part."""

from __future__ import annotations

import os
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import pytest

from graphmodel.batch import GraphBatch
from graphmodel.stores import StoreError
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.server import ServerStore
from tests.neo4j.conftest import Database, wipe
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j

KILLS = int(os.environ.get("ENISHI_KILLS", "2"))
"""How often the server is killed; thirty times takes about ten minutes."""


@pytest.fixture
def breakable(own_server: Server) -> Iterator[Database]:
    address = ServerAddress(own_server.uri, own_server.user, own_server.password)
    wipe(address)
    yield Database(address)
    wipe(address)


def load(address: ServerAddress, batch: GraphBatch, told: list[Exception]) -> None:
    """Load, and keep what went wrong."""
    with ServerStore(address, retry_seconds=5) as store:
        try:
            store.replace(batch)
        except Exception as error:
            told.append(error)


def loading(address: ServerAddress, batch: GraphBatch) -> tuple[threading.Thread, list[Exception]]:
    told: list[Exception] = []
    thread = threading.Thread(target=load, args=(address, batch, told))
    thread.start()
    return thread, told


def test_a_server_that_is_killed_during_a_load(
    own_server: Server, breakable: Database, shipped: GraphBatch, earlier: GraphBatch
) -> None:
    address = breakable.address
    chance = random.Random(20261125)  # noqa: S311 - a seed, not a secret
    graphs = [earlier, shipped]
    for batch in (shipped, earlier, shipped, earlier):
        began = time.perf_counter()
        load(address, batch, told := [])
        duration = time.perf_counter() - began
        assert told == []
    current, cut = 0, 0
    for _ in range(KILLS):
        thread, told = loading(address, graphs[1 - current])
        time.sleep(chance.uniform(0.1, 1.1) * duration)
        own_server.kill()
        thread.join(60)
        own_server.start()
        assert all(isinstance(error, StoreError) and error.hint for error in told), told
        cut += bool(told)
        found = [breakable.holds(batch) for batch in graphs]
        assert found.count(True) == 1, "a part of a graph is there"
        assert told or found[1 - current], "a load that was done is gone"
        load(address, graphs[1 - current], told := [])
        assert told == []
        assert breakable.holds(graphs[1 - current])
        current = 1 - current
    assert cut, "no load was cut off: nothing is proved"


@pytest.mark.parametrize("batch_rows", [50_000, 150])
def test_two_loaders_at_once(
    breakable: Database, shipped: GraphBatch, earlier: GraphBatch, batch_rows: int
) -> None:
    """One waits, or is refused with a sentence; readers see whole graphs, if a load is one transaction.

    A statement that runs at the very moment of a commit may see some of it already (the server's isolation is read
    committed); the one after it does not.
    """
    address = breakable.address
    load(address, earlier, told := [])
    assert told == []
    for _ in range(3):
        refused: list[StoreError] = []
        seen: list[int] = []

        def one(batch: GraphBatch, refused: list[StoreError] = refused) -> None:
            with ServerStore(address, batch_rows=batch_rows) as store:
                try:
                    store.replace(batch)
                except StoreError as error:
                    refused.append(error)

        threads = [threading.Thread(target=one, args=(batch,)) for batch in (shipped, earlier)]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            rows = breakable.run("MATCH (n:Entity) WHERE NOT n:Load RETURN count(n) AS n")
            seen.append(rows[0]["n"])
        for thread in threads:
            thread.join()
        assert all("load" in str(sentence) and sentence.hint for sentence in refused)
        assert len(refused) < 2
        assert breakable.holds(shipped) or breakable.holds(earlier)
        if batch_rows == 50_000:
            assert refused == []
            whole = {len(shipped.nodes), len(earlier.nodes)}
            assert all(one in whole or other in whole for one, other in pairwise(seen)), seen


class Proxy:
    """Passes bytes on to a server until so many have gone to it, then cuts the line."""

    def __init__(self, port: int, allowed: int) -> None:
        self._target, self._left = port, allowed
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._sockets += [near, far]
                for source, sink, counted in ((near, far, True), (far, near, False)):
                    thread = threading.Thread(target=self._pass, args=(source, sink, counted))
                    thread.start()
                    self._threads.append(thread)

    def _pass(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while data := source.recv(4096):
                if counted:
                    self._left -= len(data)
                    if self._left < 0:
                        break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for end in self._sockets:
            end.close()
        for thread in self._threads:
            thread.join(10)


@pytest.fixture(scope="module")
def whole(own_server: Server, shipped: GraphBatch, earlier: GraphBatch) -> int:
    """The bytes that a load sends which makes the later graph of the earlier one."""
    address = ServerAddress(own_server.uri, own_server.user, own_server.password)
    wipe(address)
    load(address, earlier, told := [])
    assert told == []
    return sent(own_server, shipped)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.2, 0.5, 0.8, 0.99, 2.0])
def test_a_line_that_is_cut(
    own_server: Server, breakable: Database, shipped: GraphBatch, earlier: GraphBatch, whole: int, share: float,
) -> None:  # fmt: skip
    """At the given share of what a load sends: a sentence and no loss, and the next load puts things right."""
    load(breakable.address, earlier, told := [])
    assert told == []
    proxy = Proxy(own_server.port, int(share * whole))
    through = ServerAddress(f"bolt://127.0.0.1:{proxy.port}", own_server.user, own_server.password)
    try:
        load(through, shipped, told)
    finally:
        proxy.close()
    assert [type(error) for error in told] == ([] if share > 1 else [StoreError])
    assert all("Errno" not in str(error) and error.hint for error in told if isinstance(error, StoreError))  # fmt: skip
    assert breakable.holds(shipped if share > 1 else earlier)
    load(breakable.address, shipped, again := [])
    assert again == []
    assert breakable.holds(shipped)


def sent(server: Server, batch: GraphBatch) -> int:
    """The bytes that a load sends."""
    proxy = Proxy(server.port, 10**12)
    load(ServerAddress(f"bolt://127.0.0.1:{proxy.port}", server.user, server.password), batch, [])
    proxy.close()
    return 10**12 - proxy._left
