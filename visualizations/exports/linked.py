"""JSON-LD: the graph as RDF, with terms of schema.org and PROV where they exist.

A tie is a triple of its own, and beside it a statement about that triple, which carries its properties and sources.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from graphmodel.batch import NodeRow, Properties, TieRow

if TYPE_CHECKING:
    from visualizations.exports import Contents

IDS = "urn:enishi:id:"
"""What stands before an id of ours to make it an IRI."""

TERMS = "urn:enishi:term:"
"""What stands before a label, type or property of ours to make it an IRI."""

_TYPES = {
    "Agreement": "schema:CreativeWork",
    "Country": "schema:Country",
    "Forum": "schema:Organization",
    "Meeting": "schema:Event",
    "Organisation": "schema:Organization",
    "Person": "schema:Person",
    "Project": "schema:ResearchProject",
    "Source": "schema:CreativeWork",
    "Union": "schema:Organization",
}
_TIES = {
    "LOCATED_IN": "schema:location",
    "MEMBER_OF": "schema:memberOf",
    "PART_OF": "schema:parentOrganization",
}
_PROPERTIES = {
    "name": "schema:name",
    "place": "schema:location",
    "publisher": "schema:publisher",
    "title": "schema:headline",
}
_CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": TERMS,
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "sources": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "url": {"@id": "schema:url", "@type": "@id"},
    "website": {"@id": "schema:url", "@type": "@id"},
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
    "object": {"@id": "rdf:object", "@type": "@id"},
}
_LANGUAGES = ("ja", "en")
_HIDDEN = {"id", "kind", "search", "claims"}


def files(contents: Contents) -> dict[str, str]:
    """One file with its context inside: nothing has to be fetched to read it."""
    outgoing: dict[str, list[TieRow]] = defaultdict(list)
    for tie in contents.batch.ties:
        outgoing[tie.start].append(tie)
    nodes = [_node(node, outgoing[node.id]) for node in contents.entities]
    ties = [_tie(tie) for tie in contents.batch.ties]
    context = _CONTEXT | {
        name: {"@id": _PROPERTIES.get(name, f"{TERMS}{name}"), "@container": "@language"}
        for name in sorted(_localised(contents))
    }
    context |= {
        type_: {"@id": _TIES.get(type_, f"{TERMS}{type_}"), "@type": "@id"}
        for type_ in sorted({tie.type for tie in contents.batch.ties})
    }
    about = {"@id": iri("build:current"), "@type": "Build", "handling": contents.handling.value}
    document = {"@context": context, "@graph": [about, *nodes, *ties]}
    return {"enishi.jsonld": json.dumps(document, ensure_ascii=False, indent=1) + "\n"}


def iri(id_: str) -> str:
    """The IRI of an entity or a tie."""
    return IDS + quote(id_, safe=":")


def _node(node: NodeRow, outgoing: list[TieRow]) -> dict[str, Any]:
    known = [_TYPES[label] for label in node.labels if label in _TYPES]
    held = {"@id": iri(node.id), "@type": [*known, *node.labels], **_properties(node.props)}
    for tie in outgoing:
        held.setdefault(tie.type, []).append(iri(tie.end))
    return held


def _tie(tie: TieRow) -> dict[str, Any]:
    triple = {"subject": iri(tie.start), "predicate": tie.type, "object": iri(tie.end)}
    return {"@id": iri(tie.id), "@type": "rdf:Statement", **triple, **_properties(tie.props)}


def _properties(props: Properties) -> dict[str, Any]:
    held: dict[str, Any] = {}
    for name, value in props.items():
        base, _, language = name.rpartition("_")
        if name in _HIDDEN:
            continue
        if base and language in _LANGUAGES:
            held.setdefault(base, {})[language] = value
        elif name == "sources" and isinstance(value, list):
            held[name] = [iri(f"source:{source}") for source in value]
        else:
            held[name] = value
    return held


def _localised(contents: Contents) -> set[str]:
    held = [row.props for row in contents.entities] + [row.props for row in contents.batch.ties]
    names = {name.rpartition("_") for props in held for name in props}
    return {base for base, _, language in names if base and language in _LANGUAGES}
