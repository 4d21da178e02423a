"""The server's disk is full: the load is refused with a sentence, and once there is room the graph is there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graphmodel.batch import GraphBatch
from graphmodel.stores import StoreError
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.server import ServerStore
from tests.neo4j.conftest import Database, driver_of
from tests.neo4j.server import QUICK, Server

pytestmark = pytest.mark.neo4j


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 MB of its own."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", str(tmp_path)]
    try:
        done = subprocess.run(mount, check=False, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("needs a small file system; there is no mount here")
    if done.returncode:
        pytest.skip(f"needs a small file system, which only root may mount: {done.stderr.strip()}")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def fill(path: Path) -> None:
    file = os.open(path, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while True:
            os.write(file, bytes(4096))
    os.close(file)
    assert shutil.disk_usage(path).free == 0


def test_a_full_disk(
    own_server: Server, small_disk: Path, shipped: GraphBatch, earlier: GraphBatch
) -> None:
    """The log of transactions is not laid out beforehand, so that a load needs room for it."""
    server = Server(
        small_disk / "home", settings="db.tx_log.preallocate=false\n", java=QUICK
    ).start()
    address = ServerAddress(server.uri, server.user, server.password)
    try:
        with ServerStore(address, retry_seconds=0) as store:
            store.replace(earlier)
            fill(small_disk / "filler")
            with pytest.raises(StoreError, match="most often because its disk is full") as told:
                store.replace(shipped)
            assert "make room on its disk" in told.value.hint
        server.kill()  # asked to end, it waits for room that does not come
        (small_disk / "filler").unlink()
        server.start()
        database = Database(address)
        assert [database.holds(batch) for batch in (earlier, shipped)].count(True) == 1
        with ServerStore(address) as store:
            store.replace(shipped)
        assert database.holds(shipped)
        driver_of(address).close()
    finally:
        server.kill()
