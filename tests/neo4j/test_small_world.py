"""Every rule of the saved queries gives the same rows on both engines, on the record made to try them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from enishi.builds import build
from enishi.cli.output import json_text
from graphmodel.stores import GraphStore
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.server import ServerStore
from queries.catalogue import find_query
from queries.run import run
from tests.neo4j.conftest import wipe
from tests.queries.small_world import CASES, Case, write_small_world

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def stores(
    neo4j_address: ServerAddress, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[GraphStore, GraphStore]]:
    folder = tmp_path_factory.mktemp("small")
    record = write_small_world(folder / "record")
    wipe(neo4j_address)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        build(record, folder / "graph.kgl")
        build(record, neo4j_address)
    with EmbeddedStore(folder / "graph.kgl") as embedded, ServerStore(neo4j_address) as server:
        yield embedded, server
    wipe(neo4j_address)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.query} {case.params} {case.as_of}")
def test_same_rows(stores: tuple[GraphStore, GraphStore], case: Case) -> None:
    embedded, server = (
        run(
            find_query(case.query),
            case.params,
            as_of=case.as_of,
            settings={"party": "JP"},
            store=store,
        )
        for store in stores
    )
    assert json_text(server.as_json()) == json_text(embedded.as_json())
    assert len(server.rows) == len(case.rows)
