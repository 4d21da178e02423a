"""Both stores answer every question alike, over the whole shipped record, to the byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from enishi.builds import build
from enishi.cli.output import json_text
from graphmodel.stores import GraphStore
from graphmodel.stores.address import ServerAddress
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.server import ServerStore
from queries.catalogue import LIBRARY
from queries.header import SavedQuery, read_query
from queries.literals import ParameterError
from queries.run import run
from tests.neo4j.conftest import RECORD, wipe

pytestmark = pytest.mark.neo4j

DAYS = ("2024-06-01", "2025-05-01", "2025-05-13", "2026-11-25")
QUERIES = sorted(LIBRARY.glob("*.cypher"))
ACCEPTANCE = (
    ("partner-gap", "-p", "forum=MDQ", "-p", "party=JP"),
    ("partner-gap", "-p", "forum=MDQ", "-p", "party=JP", "--as-of", "2025-05-01"),
    ("partner-gap", "-p", "forum=MDQ", "-p", "party=UK", "-p", "scope=includes"),
    ("how-it-came-about", "-p", "agreement=jp-uk-quantum-moc-2025"),
    ("conflicts",),
    ("conflicts", "-p", "subject=jp-eu-quantum-loi-2025"),
)


class Both(NamedTuple):
    """The shipped record's graph on both engines."""

    file: Path
    address: ServerAddress
    embedded: GraphStore
    server: GraphStore


@pytest.fixture(scope="module")
def both(neo4j_address: ServerAddress, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("both")
    file = folder / "graph.kgl"
    wipe(neo4j_address)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        build(RECORD, file)
        build(RECORD, neo4j_address)
    with EmbeddedStore(file) as embedded, ServerStore(neo4j_address) as server:
        yield Both(file, neo4j_address, embedded, server)
    wipe(neo4j_address)


def cases() -> list[Any]:
    """Every query with its examples on several days, and with each set of parameters of its expected answers."""
    found = []
    for path in QUERIES:
        params = read_query(path).params
        examples = {name: spec.example for name, spec in params.items()}
        required = {name: spec.example for name, spec in params.items() if spec.required}
        for given in (examples, required):
            for day in DAYS:
                found.append(pytest.param(path, given, day, id=f"{path.stem} {len(given)} {day}"))
        tests = yaml.safe_load(path.with_suffix(".test.yaml").read_text(encoding="utf-8"))
        for case in tests:
            given = {name: str(value) for name, value in case.get("params", {}).items()}
            day = str(case.get("as_of", DAYS[-1]))
            found.append(pytest.param(path, given, day, id=f"{path.stem}: {case['case']}"))
    return found


@pytest.mark.parametrize(("path", "given", "day"), cases())
def test_every_saved_query(both: Both, path: Path, given: dict[str, str], day: str) -> None:
    query = read_query(path)
    embedded, server = (_answer(query, given, day, s) for s in (both.embedded, both.server))
    assert server == embedded


def _answer(query: SavedQuery, given: dict[str, str], day: str, store: GraphStore) -> object:
    """The answer with the names in it; what is told where an example names what the record does not hold."""
    try:
        answer = run(query, given, as_of=day, settings={"party": "JP"}, store=store)
    except ParameterError as error:
        return str(error), error.hint
    return json_text(answer.as_json()), answer.names


@pytest.mark.parametrize("arguments", ACCEPTANCE, ids=" ".join)
def test_the_command_gives_the_same_bytes(both: Both, enishi, arguments: tuple[str, ...]) -> None:
    answers = [
        enishi("query", "run", *arguments, "--format", "json", "--store", store)
        for store in (both.file, both.address.uri)
    ]
    assert [(done.code, done.err) for done in answers] == [(0, ""), (0, "")]
    assert answers[0].out
    assert answers[0].out == answers[1].out


STATEMENTS = (
    "MATCH (f:Forum) RETURN f ORDER BY f.id",
    "MATCH p = (c:Country {id: 'country:JP'})-[m:MEMBER_OF]->(f:Forum) RETURN p, m, {of: c} AS map ORDER BY f.id",
    "MATCH (a:Agreement)<-[t:PARTY_TO]-(p:Party) WITH a, p ORDER BY p.id RETURN a, collect(p), count(*) ORDER BY a.id",
    "MATCH (s:Source) WHERE s.published <= $as_of RETURN s.id, s.published ORDER BY s.id",
    "MATCH (f:Forum) RETURN f.id, f.nothing, date(), 1.5, [true, null] ORDER BY f.id;",
)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md", "xlsx"])
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_typed_statement_gives_the_same_bytes(
    both: Both, enishi, statement: str, form: str, tmp_path: Path
) -> None:
    path = tmp_path / "answer"
    given = ("--as-of", "2025-05-01", "--format", form, "-o", path)
    texts = []
    for store in (both.file, both.address.uri):
        done = enishi("cypher", statement, *given, "--store", store)
        assert done.code == 0, done.err
        texts.append((path.read_bytes(), done.err))
    assert len(texts[0][0]) > 300
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    "about",
    [
        (),
        ("--focus", "MDQ", "--steps", "2"),
        ("--focus", "UK"),
        ("--query", "institution-ties", "-p", "organisation=AIST"),
        ("--query", "partner-gap", "-p", "forum=MDQ"),
    ],
)
def test_the_page_is_the_same(both: Both, enishi, about: tuple[str, ...]) -> None:
    pages = [
        enishi("view", *about, "--as-of", "2026-11-25", "-o", "-", "--store", store)
        for store in (both.file, both.address.uri)
    ]
    assert pages[0].out.startswith("<!")
    assert pages[0] == pages[1]


CARDS = (
    "英国",
    "EU",
    "KR",
    "日本",
    "MDQ",
    "NATO TQC",
    "内閣府",
    "城内",
    "LoI",
    "jp-uk-jc-12-2023",
    "g7-quantum-workshop-2024",
    "Q-NEKO",
    "programme:aspire",
    "aspire-jp-uk-quantum-2025",
)


@pytest.mark.parametrize("name", CARDS)
def test_cards_are_the_same(both: Both, enishi, name: str) -> None:
    cards = [
        enishi("show", name, "--as-of", "2026-11-21", "--format", "json", "--store", store)
        for store in (both.file, both.address.uri)
    ]
    assert (cards[0].code, cards[0].err) == (0, "")
    assert json.loads(cards[0].out)["blocks"]
    assert cards[0] == cards[1]


@pytest.mark.parametrize(
    "text", ["UK", "eikoku", "LoI", "ヴィルクネン", "日英", "Sweeden", "文科省", "quantum"]
)
def test_what_is_found_is_the_same(both: Both, enishi, text: str) -> None:
    found = [
        enishi("find", text, "--format", "json", "--store", store)
        for store in (both.file, both.address.uri)
    ]
    assert json.loads(found[0].out)["matches"]
    assert found[0] == found[1]


@pytest.mark.parametrize("arguments", [("why", "jp-eu-quantum-loi-2025", "--format", "json"), ("status", "--format", "json")])  # fmt: skip
def test_claims_are_the_same(both: Both, enishi, arguments: tuple[str, ...]) -> None:
    """The server's are made from the record, since the command's cache holds none."""
    texts = [enishi(*arguments, "--store", store).out for store in (both.file, both.address.uri)]
    assert texts[0]
    assert texts[0].replace(str(both.file), "") == texts[1].replace(both.address.uri, "")
