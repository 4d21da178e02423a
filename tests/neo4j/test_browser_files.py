"""What an analyst imports into Neo4j Browser runs on a real server and gives the tool's own answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.kinds import KINDS
from queries.catalogue import load_catalogue
from queries.run import run
from tests.neo4j.conftest import RECORD, Database

PARAM = re.compile(r"^:param (\w+) => (.*)$", re.MULTILINE)


@pytest.mark.neo4j
def test_every_exported_query_runs_as_it_stands(
    enishi, database: Database, store, tmp_path: Path
) -> None:
    build(RECORD, database.address)
    folder = tmp_path / "browser"
    done = enishi("export", "--for", "neo4j-browser", "--as-of", "2026-11-21", "--store", database.address.uri, "-o", folder)  # fmt: skip
    assert done.code == 0
    queries = load_catalogue()
    assert {path.stem for path in folder.glob("*.cypher")} == set(queries)
    for query in queries.values():
        text = (folder / f"{query.id}.cypher").read_text(encoding="utf-8")
        assert text.startswith(f"// {query.title.en}\n")
        params = {
            name: database.run(f"RETURN {value} AS value")[0]["value"]
            for name, value in PARAM.findall(text)
        }
        rows = database.run(PARAM.sub("", text), **params)
        given = query.example
        answer = run(
            query,
            given,
            as_of="2026-11-21",
            settings={"party": "JP"},
            store=store,
            max_rows=10_000,  # Neo4j Browser has no limit of ours
        )
        assert len(rows) == len(answer.rows) > 0
        first = query.columns and next(iter(query.columns))
        assert [row[first] for row in rows] == [row[first] for row in answer.rows]


@pytest.mark.neo4j
def test_the_style_sheet_has_every_kind_that_is_drawn(enishi, database: Database, tmp_path: Path) -> None:  # fmt: skip
    build(RECORD, database.address)
    for lang in ("ja", "en"):
        enishi("export", "--for", "neo4j-browser", "--lang", lang, "--store", database.address.uri, "-o", tmp_path)  # fmt: skip
        text = (tmp_path / "enishi.grass").read_text(encoding="utf-8")
        assert text.count("{\n") == text.count("\n}")
        for label, kind in KINDS.items():
            if kind.spec.style:
                assert f"node.{label} {{\n  color: {kind.spec.style.colour};" in text
        assert f"caption: '{{name_{lang}}}'" in text
