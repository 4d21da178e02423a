"""What is exported says what the graph says, in files that other programs read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from enishi.builds import project
from graphmodel.claims import read_jsonl
from graphmodel.ids import ends_of
from graphmodel.vocab import Handling
from visualizations.exports import FORMATS, Contents, export

RECORD = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def contents() -> Contents:
    made = project(RECORD, "", Handling.PUBLIC)
    return Contents(
        made.batch, tuple(made.resolution.claims), frozenset(made.resolution.used), shipped=True
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_contents_give_the_same_bytes(contents: Contents, name: str) -> None:
    shuffled = Contents(contents.batch, contents.claims[::-1], contents.used, shipped=True)
    files = export(name, contents)
    assert export(name, shuffled) == files
    assert (len(files) == 1) == bool(FORMATS[name].suffix)


def test_lines_are_the_claims(contents: Contents) -> None:
    (text,) = export("jsonl", contents).values()
    read = list(read_jsonl(text.splitlines()))
    assert {claim for claim, _ in read} == set(contents.claims)
    assert {claim for claim, used in read if used} == contents.used


def test_each_node_tie_claim_and_source_is_a_row(contents: Contents) -> None:
    files = export("csv", contents)
    ids = [
        row["id"] for path, text in files.items() if path.startswith("nodes/") for row in rows(text)
    ]
    ids += [row["id"] for row in rows(files["sources.csv"])]
    assert sorted(ids) == sorted(n.id for n in contents.batch.nodes if n.labels != ("Build",))
    ties = [row for path, text in files.items() if path.startswith("ties/") for row in rows(text)]
    assert sorted((r["id"], r["start"], r["end"]) for r in ties) == sorted(
        (t.id, t.start, t.end) for t in contents.batch.ties
    )
    claims = rows(files["claims.csv"])
    assert len(claims) == len(contents.claims)
    assert {row["source"] for row in claims} == {
        row["source"] for row in rows(files["sources.csv"])
    }


def test_no_value_of_the_graph_is_lost_in_the_tables(contents: Contents) -> None:
    files = export("csv", contents)
    by_id = {
        row["id"]: row
        for path, text in files.items()
        if path.startswith(("nodes/", "ties/")) or path == "sources.csv"
        for row in rows(text)
    }
    for item in (*contents.batch.nodes, *contents.batch.ties):
        if item.id == "build:current":
            continue
        for name, value in item.props.items():
            if name in ("search", "kind"):
                continue
            cell = by_id[item.id][name]
            if isinstance(value, str):
                assert cell == value
            else:
                assert json.loads(cell) == value


def test_every_column_is_described(contents: Contents) -> None:
    package = json.loads(export("csv", contents)["datapackage.json"])
    bare = [
        (resource["name"], field["name"])
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
        if not field["description"].strip()
    ]
    assert bare == []
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


def test_only_the_shipped_record_has_its_licence(contents: Contents) -> None:
    other = Contents(contents.batch, contents.claims, contents.used)
    assert "licenses" not in json.loads(export("csv", other)["datapackage.json"])


def test_the_tables_are_a_valid_data_package(contents: Contents, tmp_path: Path) -> None:
    """By the reference implementation: types, keys, references and the description itself; in a process of its own."""
    for name, text in export("csv", contents).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["valid"], [task["errors"][:3] for task in report["tasks"] if task["errors"]]
    assert report["stats"]["tasks"] > 20

    claims = tmp_path / "claims.csv"
    claims.write_text(claims.read_text().replace(",deck-2025,", ",deck-2052,"), encoding="utf-8")
    spoilt = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert not json.loads(spoilt.stdout)["valid"]


def test_a_part_has_its_ties_its_claims_and_their_sources(contents: Contents) -> None:
    part = contents.part(["country:JP", "forum:mdq"])
    assert {tie.type for tie in part.batch.ties} == {"MEMBER_OF"}
    assert {node.labels[0] for node in part.batch.nodes} == {"Country", "Forum", "Source"}
    assert {node.id for node in part.entities if node.labels[0] != "Source"} == {
        "country:JP", "forum:mdq",
    }  # fmt: skip
    about = {end for claim in part.claims for end in ends_of(claim.subject)}
    assert {id_ for id_ in about if not id_.startswith("source:")} == {"country:JP", "forum:mdq"}
    assert {f"source:{claim.source}" for claim in part.claims} <= {n.id for n in part.batch.nodes}
