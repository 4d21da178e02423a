"""The graph as other programs read it: networkx opens GraphML and GEXF, an RDF parser JSON-LD."""

from __future__ import annotations

import warnings
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib.namespace import PROV, RDF, SDO

from enishi.builds import project
from graphmodel.vocab import Handling
from visualizations.exports import Contents, around, export
from visualizations.exports.linked import IDS, TERMS, iri

RECORD = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def contents() -> Contents:
    made = project(RECORD, "", Handling.PUBLIC)
    return Contents(made.batch, tuple(made.resolution.claims), frozenset(made.resolution.used))


def text(contents: Contents, name: str) -> str:
    (written,) = export(name, contents).values()
    return written


@pytest.fixture(scope="module", params=["graphml", "gexf"])
def read(request: pytest.FixtureRequest, contents: Contents, tmp_path_factory: pytest.TempPathFactory) -> nx.MultiDiGraph:  # fmt: skip
    path = tmp_path_factory.mktemp("export") / f"enishi.{request.param}"
    path.write_text(text(contents, request.param), encoding="utf-8")
    return {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[request.param](path)


def test_networkx_finds_every_node_and_tie(read: nx.MultiDiGraph, contents: Contents) -> None:
    assert isinstance(read, nx.MultiDiGraph)
    assert set(read) == {node.id for node in contents.entities}
    assert {(start, end, data["tie"]) for start, end, data in read.edges(data=True)} == {
        (tie.start, tie.end, tie.type) for tie in contents.batch.ties
    }
    assert read.number_of_edges() == len(contents.batch.ties)


def test_networkx_finds_the_properties(read: nx.MultiDiGraph) -> None:
    mdq = read.nodes["forum:mdq"]
    assert (mdq["kind"], mdq["name_ja"], mdq["founded_on"]) == ("Forum", "量子多国間対話", "2022")
    assert mdq["label"] == "Multilateral Dialogue on Quantum"
    assert "deck-2025" in mdq["sources"].split("; ")
    (tie,) = read["country:JP"]["forum:mdq"].values()
    assert (tie["tie"], tie["role"], tie["since"]) == ("MEMBER_OF", "member", "2022-05")


def test_no_day_of_writing_is_in_a_file(contents: Contents) -> None:
    assert "lastmodifieddate" not in text(contents, "gexf")


@pytest.fixture(scope="module")
def triples(contents: Contents) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the parser's own, of its own classes
        return rdflib.Graph().parse(data=text(contents, "json-ld"), format="json-ld")


def test_an_rdf_parser_finds_every_node(triples: rdflib.Graph, contents: Contents) -> None:
    for kind in {node.labels[0] for node in contents.entities}:
        found = {
            str(subject) for subject in triples.subjects(RDF.type, rdflib.URIRef(TERMS + kind))
        }
        assert found == {iri(node.id) for node in contents.entities if node.labels[0] == kind}
    assert set(triples.subjects(RDF.type, SDO.Person))
    assert set(triples.subjects(RDF.type, SDO.Country))


def test_an_rdf_parser_finds_every_tie_twice(triples: rdflib.Graph, contents: Contents) -> None:
    statements = set(triples.subjects(RDF.type, RDF.Statement))
    assert {str(statement) for statement in statements} == {iri(t.id) for t in contents.batch.ties}
    for statement in statements:
        start, type_, end = (
            triples.value(statement, part) for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        assert (start, type_, end) in triples


def test_what_is_said_by_terms_of_others(triples: rdflib.Graph) -> None:
    mdq, japan = (rdflib.URIRef(IDS + id_) for id_ in ("forum:mdq", "country:JP"))
    assert (mdq, SDO.name, rdflib.Literal("量子多国間対話", lang="ja")) in triples
    assert (mdq, SDO.name, rdflib.Literal("Multilateral Dialogue on Quantum", lang="en")) in triples
    assert (japan, SDO.memberOf, mdq) in triples
    source = rdflib.URIRef(IDS + "source:deck-2025")
    assert (mdq, PROV.wasDerivedFrom, source) in triples
    assert (source, RDF.type, SDO.CreativeWork) in triples
    assert {type(url) for url in triples.objects(None, SDO.url)} == {rdflib.URIRef}


def test_every_source_that_is_named_is_there(triples: rdflib.Graph) -> None:
    sources = set(triples.subjects(RDF.type, rdflib.URIRef(TERMS + "Source")))
    assert set(triples.objects(None, PROV.wasDerivedFrom)) <= sources | {
        rdflib.URIRef(IDS + "source:enishi")
    }


def test_what_is_near(contents: Contents) -> None:
    ties = contents.batch.ties
    assert around(ties, "forum:mdq", 0) == {"forum:mdq"}
    one = around(ties, "forum:mdq", 1)
    assert one == {"forum:mdq"} | {
        end for tie in ties if "forum:mdq" in (tie.start, tie.end) for end in (tie.start, tie.end)
    }
    assert one < around(ties, "forum:mdq", 2)
    assert around(ties, "forum:none", 3) == {"forum:none"}


@pytest.mark.parametrize("name", ["graphml", "gexf", "json-ld", "cypher"])
def test_a_part_is_less(contents: Contents, name: str) -> None:
    part = contents.part(around(contents.batch.ties, "forum:mdq", 1))
    assert 0 < len(text(part, name)) < len(text(contents, name)) / 2
