"""What all tests share: how far hypothesis searches, and a real server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from graphmodel.stores.address import ServerAddress
from tests.neo4j.server import QUICK, USER, NoServerError, Server
from tests.office import office
from tests.published import published
from tests.shipped import shipped_graph

__all__ = ["office", "published", "shipped_graph"]

settings.register_profile(
    "enishi",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("enishi")


TESTS = Path(__file__).parent
LONGEST = (
    "neo4j", "published", "enishi/test_ceiling", "browser/test_tabs_in_chromium", "enishi/test_commands",
    "visualizations/pictures/test_pictures", "visualizations/brief/test_one_page", "enishi/test_export",
)  # fmt: skip
"""Groups that take longer than any other: they start first, so that no worker is left with one at the end."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None]:
    """One worker runs the tests of a group: those of the server, those marked as one, and else those of a file.

    So what the tests of a file share is made once. The longest groups start first, whatever the order of the others.
    """
    for item in items:
        if item.get_closest_marker("neo4j"):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "localhost"]))
        elif not item.get_closest_marker("xdist_group"):
            file = item.path.relative_to(TESTS).with_suffix("").as_posix()
            item.add_marker(pytest.mark.xdist_group(file))
    yield
    if getattr(config.option, "loadgroup", False) and not all("@" in item.nodeid for item in items):
        raise pytest.UsageError("pytest-xdist does not know the groups of tests; see pyproject.toml")  # fmt: skip
    if gone := [one for one in LONGEST if "/" in one and not (TESTS / f"{one}.py").is_file()]:
        raise pytest.UsageError(f"LONGEST in {__file__} names no file of tests: {gone}")
    place = {group: at for at, group in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(_group(item), len(place)))


def _group(item: pytest.Item) -> str:
    mark = item.get_closest_marker("xdist_group")
    assert mark is not None
    return str(mark.args[0])


@pytest.fixture(scope="session")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that was started for the tests, which they may break.

    Where none can be started the test is skipped, or fails if one is required.
    """
    try:
        server = Server(tmp_path_factory.mktemp("neo4j"), java=QUICK).start()
    except NoServerError as error:
        if os.environ.get("ENISHI_REQUIRE_NEO4J"):
            raise
        pytest.skip(f"needs a Neo4j server: {error}")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def neo4j_address(request: pytest.FixtureRequest) -> ServerAddress:
    """A database whose Enishi graph tests may replace: that of the environment, or one started for them."""
    if uri := os.environ.get("ENISHI_TEST_NEO4J_URI"):
        return ServerAddress(
            uri, os.environ.get("NEO4J_USERNAME", USER), os.environ.get("NEO4J_PASSWORD", ""),
            os.environ.get("NEO4J_DATABASE", ""),
        )  # fmt: skip
    server: Server = request.getfixturevalue("own_server")
    return ServerAddress(server.uri, server.user, server.password)
