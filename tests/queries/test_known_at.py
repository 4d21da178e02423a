"""What was not known on a day reaches no byte of what is shown for that day; and the same record gives the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import load_catalogue
from queries.results import Answer

Ask = Callable[..., Answer]
At = Callable[[str], EmbeddedStore]

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "data"
SWISS = RECORD / "agreements/jp-ch-quantum-moc-2025.yaml"


def read(path: Path) -> Any:
    """A file of the record, with all its scalars as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506


def texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key != "notes":
                yield from texts(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from texts(item)
    else:
        yield str(tree)


def sources_first_cited_by(file: Path) -> set[str]:
    """Ids of the sources that a file cites and no other file does."""
    own = {text.partition("@")[0] for text in texts(read(file))}
    register = {
        source["id"]
        for path in (RECORD / "sources").glob("*.yaml")
        for source in read(path)["sources"]
    }
    return own & register


def needles_of_the_swiss_memorandum() -> list[str]:
    content = read(SWISS)
    titles = [
        text
        for title in content["title"]
        for key, text in title.items()
        if key in ("ja", "en", "text")
    ]
    register = read(RECORD / "sources/cabinet-office-japan.yaml")
    later = [
        [source["id"], *[source["url"]], *source.get("title", {}).values()]
        for source in register["sources"]
        if source["id"] in sources_first_cited_by(SWISS)
        and source.get("published", "") > "2025-09-30"
    ]
    assert later
    return [
        "jp-ch-quantum-moc-2025", *titles, "2025-10-05", "スイス間の量子", "日スイス量子",
        *(text for texts_ in later for text in texts_),
    ]  # fmt: skip


NEEDLES = needles_of_the_swiss_memorandum()


def everything_shown(graph: EmbeddedStore, ask: Ask, known_at: str, as_of: str) -> str:
    """All rows of the graph and all answers, as one text."""
    rows = graph.read("MATCH (n) RETURN n ORDER BY n.id", max_rows=100_000).rows
    ties = graph.read(
        "MATCH (a)-[r]->(b) RETURN a.id, r, b.id ORDER BY r.id", max_rows=100_000
    ).rows
    assert len(rows) > 100
    assert len(ties) > 100
    answers = []
    for query in load_catalogue().values():
        needed = [name for name, spec in query.params.items() if spec.required]
        assert len(needed) <= 1
        for id_ in entities(graph, query.params[needed[0]].kinds) if needed else [""]:
            params = {needed[0]: id_} if needed else {}
            answers.append(ask(query.id, params, as_of, known_at).as_json())
    return json.dumps([rows, ties, answers], ensure_ascii=False, default=str)


def entities(graph: EmbeddedStore, kinds: tuple[str, ...]) -> list[str]:
    found = graph.read(
        "MATCH (n:Entity) WHERE n.kind IN $kinds RETURN n.id AS id ORDER BY id",
        {"kinds": list(kinds)},
    )
    return [row[0] for row in found.rows]


def found_in(text: str, needles: list[str]) -> list[str]:
    return [needle for needle in needles if needle in text]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder with the files of a build as known on a day."""

    def at(known_at: str) -> Path:
        folder = tmp_path_factory.mktemp("built")
        build(RECORD, folder / "graph.kgl", known_at)
        return folder

    return at


# Acceptance 5 -----------------------------------------------------------------------------------------------------


def test_the_search_finds_what_is_known_now(
    graph: EmbeddedStore, ask: Ask, built: Callable[[str], Path]
) -> None:
    """Otherwise finding nothing would prove nothing."""
    text = everything_shown(graph, ask, "", "2026-01-31")
    claims = next(built("").glob("*.claims.jsonl")).read_text(encoding="utf-8")
    assert len(NEEDLES) >= 8
    assert set(found_in(text + claims, NEEDLES)) == set(NEEDLES)


def test_no_byte_of_the_swiss_memorandum_before_it_was_known(
    graph_at: At, ask: Ask, built: Callable[[str], Path]
) -> None:
    text = everything_shown(graph_at("2025-09-30"), ask, "2025-09-30", "2026-01-31")
    assert found_in(text, NEEDLES) == []
    folder = built("2025-09-30")
    for path in folder.iterdir():
        content = path.read_bytes()
        assert [needle for needle in NEEDLES if needle.encode() in content] == [], path.name


@pytest.mark.parametrize("day", ["2025-10-04", "2025-10-05"])
def test_the_day_on_which_it_becomes_known(graph_at: At, day: str) -> None:
    rows = (
        graph_at(day)
        .read(
            "MATCH (a:Agreement) WHERE a.id ENDS WITH 'jp-ch-quantum-moc-2025' RETURN a.id AS id ORDER BY id"
        )
        .rows
    )
    assert len(rows) == (1 if day == "2025-10-05" else 0)


def test_the_gap_of_january_2026_by_what_was_known_in_september_2025(ask: Ask) -> None:
    then = ask("partner-gap", {"forum": "MDQ"}, "2026-01-31", "2025-09-30")
    now = ask("partner-gap", {"forum": "MDQ"}, "2026-01-31")
    assert "country:CH" in [row["country"] for row in then.rows]
    assert "country:CH" not in [row["country"] for row in now.rows]
    assert then.coverage.known_at == "2025-09-30"
    assert then.coverage.newest_event_on <= "2025-09-30"
    assert then.coverage.as_json()["known_at"] == "2025-09-30"
    assert now.coverage.as_json()["known_at"] is None


def test_the_letter_on_the_day_before_its_notice(graph_at: At, ask: Ask) -> None:
    (letter,) = (
        graph_at("2025-05-12")
        .read(
            "MATCH (a:Agreement {id: 'agreement:jp-eu-quantum-loi-2025'}) RETURN a.signed_on AS day, a.conflicts AS conflicts"
        )
        .rows
    )
    assert letter[0] == "2025-05-12"
    assert "signed_on" in letter[1]
    (row,) = [
        row
        for row in ask(
            "conflicts", {"subject": "jp-eu-quantum-loi-2025"}, "2025-05-12", "2025-05-12"
        ).rows
        if row["property"] == "signed_on"
    ]
    assert row["used"] == "2025-05-12"
    assert [rival["value"] for rival in row["rivals"]] == ["2025-05-13"]
    assert row["sources"] == ["deck-2025"]


def test_the_letter_on_the_day_of_its_notice(graph_at: At) -> None:
    rows = (
        graph_at("2025-05-13")
        .read(
            "MATCH (a:Agreement {id: 'agreement:jp-eu-quantum-loi-2025'}) RETURN a.signed_on AS day"
        )
        .rows
    )
    assert rows == (("2025-05-13",),)


def test_what_is_known_has_a_name_in_both_languages(graph_at: At) -> None:
    """What exists by a source then is never shown by its bare id: a name of ours is there as long as it is."""
    rows = (
        graph_at("2025-05-12")
        .read(
            "MATCH (n:Meeting|Agreement|Project|Call) RETURN n.id AS id, n.name_ja AS ja, n.name_en AS en ORDER BY id"
        )
        .rows
    )
    assert [row for row in rows if row[0].endswith((f":{row[1]}", f":{row[2]}"))] == []
    names = {id_: (ja, en) for id_, ja, en in rows}
    assert names["meeting:mdq-7-2025"][0] == "量子多国間対話（2025年9月）"
    assert names["agreement:jp-eu-quantum-loi-2025"][1].startswith("Letter of Intent")
    assert not any("Q-NEKO" in name for name in names["project:jp-eu-qneko-2025"])


def test_the_letter_counts_from_the_day_on_which_its_signature_was_known(ask: Ask) -> None:
    """The deck gives the day, but may be older than it: that it was signed is known from the notice."""
    for known_at, without in (("2025-05-12", True), ("2025-05-13", False)):
        gap = ask("partner-gap-outside", {"forum": "MDQ"}, "2025-05-31", known_at)
        assert ("union:EU" not in [row["country"] for row in gap.rows]) is without


def test_the_newest_event_is_none_that_was_still_to_come(ask: Ask) -> None:
    coverage = ask("partner-gap", {"forum": "MDQ"}, "2025-05-12", "2025-05-12").coverage
    assert coverage.newest_event_on <= "2025-05-12"
    assert not coverage.goes_beyond
    assert ask("partner-gap", {"forum": "MDQ"}, "2025-05-01", "2025-05-12").coverage.goes_beyond


def test_the_talks_on_horizon_europe_end_before_their_outcome_is_known(graph_at: At) -> None:
    """The delegation's page has no day, but it is not older than what it reports."""
    statement = "MATCH (a:Agreement {id: 'agreement:jp-eu-horizon-europe-association'}) RETURN a.stage AS stage, a.signed_on AS day"
    for day, row in (
        ("2025-05-12", (None, None)),
        ("2025-12-25", (None, None)),
        ("2025-12-26", ("planned", "2026")),
    ):
        assert graph_at(day).read(statement).rows == (row,)


def test_nothing_of_the_industry_memorandum_before_it_was_public(
    graph_at: At, ask: Ask, built: Callable[[str], Path]
) -> None:
    """Signed on 7 April, made public on 28 April."""
    needles = ["qstar-ukquantum", "UKQuantum", "org:ukquantum", '"ukquantum"', "2025-04-07"]
    text = everything_shown(graph_at("2025-04-20"), ask, "2025-04-20", "2025-04-20")
    assert found_in(text, needles) == []
    for path in built("2025-04-20").iterdir():
        content = path.read_bytes()
        assert [needle for needle in needles if needle.encode() in content] == [], path.name
    now = everything_shown(graph_at(""), ask, "", "2025-05-01")
    assert found_in(now, needles) == needles


@pytest.mark.parametrize(
    "known_at", ["2022-05-07", "2024-12-31", "2025-04-20", "2025-05-12", "2025-09-30", "2026-01-31"]
)
def test_no_claim_is_from_a_source_that_came_later(
    built: Callable[[str], Path], known_at: str
) -> None:
    lines = next(built(known_at).glob("*.claims.jsonl")).read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if json.loads(line).get("known_from", "") > known_at] == []


def test_what_is_known_only_grows(graph_at: At) -> None:
    days = ["2022-05-07", "2024-12-31", "2025-05-12", "2025-09-30", "2026-01-31", ""]
    ids = [
        {
            row[0]
            for row in graph_at(day)
            .read("MATCH (n:Entity) WHERE n.kind <> 'Claim' RETURN n.id AS id ORDER BY id")
            .rows
        }
        for day in days
    ]
    for earlier, later in pairwise(ids):
        assert earlier < later


# The same bytes ---------------------------------------------------------------------------------------------------


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("known_at", ["", "2025-05-12"])
def test_building_twice_gives_the_same_bytes(built: Callable[[str], Path], known_at: str) -> None:
    first, second = files_of(built(known_at)), files_of(built(known_at))
    assert len(first) == 2
    assert first == second


def test_building_over_another_graph_gives_the_same_bytes(built: Callable[[str], Path]) -> None:
    folder = built("2025-05-12")
    build(RECORD, folder / "graph.kgl")
    assert files_of(folder) == files_of(built(""))


def test_other_hash_seeds_and_places_give_the_same_bytes(
    tmp_path: Path, built: Callable[[str], Path]
) -> None:
    for seed in ("1", "4242"):
        folder = tmp_path / f"of seed {seed}"
        env = os.environ | {
            "PYTHONHASHSEED": seed,
            "ENISHI_STORE": str(folder / "graph.kgl"),
            "TZ": "Asia/Tokyo",
        }
        run = subprocess.run(
            [sys.executable, "-m", "enishi", "build", "--record", str(RECORD)],
            cwd=ROOT, env=env, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr.decode()
        assert files_of(folder) == files_of(built(""))
