"""The rules of the saved queries on a small record that has something for each of them to decide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import LIBRARY, find_query
from queries.header import read_query
from queries.run import run
from tests.queries.small_world import CASES, Case, write_small_world
from visualizations.table import make_table

NEW = {case.query for case in CASES}


@pytest.fixture(scope="module")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("small")
    build(write_small_world(folder / "record"), folder / "graph.kgl")
    with EmbeddedStore(folder / "graph.kgl") as store:
        yield store


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.query} {case.params} {case.as_of}")
def test_each_rule(small_world: EmbeddedStore, case: Case) -> None:
    answer = run(
        find_query(case.query),
        case.params,
        as_of=case.as_of,
        settings={"party": "JP"},
        store=small_world,
    )
    columns = case.columns.split()
    assert [tuple(row[name] for name in columns) for row in answer.rows] == case.rows
    for lang in ("ja", "en"):
        make_table(answer, lang)  # every value can be put into words
    for row in answer.rows:
        assert row["sources"] or row.get("value") == "no_source" or row.get("count") == 0


@pytest.mark.parametrize("query", sorted(NEW))
def test_each_parameter_is_tried(query: str) -> None:
    tried = {name for case in CASES if case.query == query for name in case.params}
    assert tried == set(read_query(LIBRARY / f"{query}.cypher").params)
