"""The two tables of a page: who is in which forum, and between whom there are documents.

Both are answers of saved queries (`fora-overlap`, `country-pairs`), asked for the countries of the picture. A cell of
which nothing is held is no "no": it says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphmodel.stores import GraphStore
from graphmodel.vocab import InstrumentType, Level, Participation, Scope
from queries.catalogue import find_query, internal
from visualizations.card import Teller
from visualizations.tabs.both import LANGS, Row, date, names, pair

SIGNS: Mapping[Participation, str] = {
    Participation.MEMBER: "●",
    Participation.PARTNER: "○",
    Participation.ATTENDED: "△",
    Participation.BY_BODY: "◇",
    Participation.ABSENT_ON_RECORD: "―",
    Participation.NO_SOURCE: "",
}
"""Sign of each value, beside which its word always stands or is read out; none for what nothing is held of."""

_MOST_ROWS = 20_000


def matrix(
    store: GraphStore,
    ids: Sequence[str],
    parties: Sequence[str],
    *,
    own: str,
    as_of: str,
    focus: str = "",
) -> dict[str, Any]:
    """Both tables for a picture.

    Documents between governments are counted for every pair, others (of bodies and companies) only for the pairs of
    our side and of what the picture is about; the saved query has them all.

    Args:
        store: The graph.
        ids: Ids of what the page holds, in its order.
        parties: Ids of the countries and unions of which it tells.
        own: Id of the reader's own side.
        as_of: ISO day.
        focus: Id of what the picture is about, if it is about one.

    Returns:
        `parties` (rows, our side first, then by English name), `fora` (columns: those of the page in its order, then
        others), `cells` by party and forum ([value, disputed, place in `lists`, since]), `lists` of sources, `values`
        (sign and word of each value), `notes` (what sources differ on, by forum), and `pairs` ({sides, type,
        documents}).
    """
    fora = _fora(store, ids, own, as_of)
    cells, lists = _cells(store, parties, [forum["id"] for forum in fora], as_of)
    disputed = [
        forum["id"]
        for forum in fora
        if any(row.get(forum["id"], ("", 0))[1] for row in cells.values())
    ]
    return {
        "parties": [{"id": row["id"], "name": names(row)} for row in _named(store, parties, own)],
        "fora": fora,
        "cells": cells,
        "lists": lists,
        "values": {
            value.value: {"sign": sign, "word": pair(value.ja, value.en)}
            for value, sign in SIGNS.items()
        },
        "notes": {id_: _differences(store, id_, own, as_of) for id_ in disputed},
        "pairs": list(_pairs(store, parties, {own, focus}, set(ids), as_of)),
        "types": {kind.value: pair(kind.ja, kind.en) for kind in InstrumentType},
        "levels": {level.value: pair(level.ja, level.en) for level in Level},
        "scopes": {scope.value: pair(scope.ja, scope.en) for scope in Scope},
    }


def cited_by_matrix(tables: Mapping[str, Any]) -> Iterable[str]:
    """Ids of the sources that the tables cite."""
    for sources in tables["lists"]:
        yield from sources
    for pair_ in tables["pairs"]:
        for document in pair_["documents"]:
            yield from document.get("sources", ())


def _named(store: GraphStore, ids: Sequence[str], own: str) -> list[Row]:
    """Parties with their names in the order of protocol: our side first, then by English name."""
    rows = store.read(internal("names"), {"ids": list(ids), "kinds": []}).records()
    return sorted(rows, key=lambda row: (row["id"] != own, row["name_en"], row["id"]))


def _fora(store: GraphStore, ids: Sequence[str], own: str, as_of: str) -> list[dict[str, Any]]:
    rows = store.read(
        internal("matrix-fora"), {"ids": list(ids), "own": own, "as_of": as_of}
    ).records()
    place = {id_: i for i, id_ in enumerate(ids)}
    rows.sort(key=lambda row: place.get(row["id"], len(place)))
    return [
        {
            "id": row["id"],
            "name": names(row),
            "short": (row["abbreviations"] or [""])[0],
            "ours": row["ours"],
        }
        for row in rows
    ]


def _cells(
    store: GraphStore, parties: Sequence[str], fora: Sequence[str], as_of: str
) -> tuple[dict[str, dict[str, list[Any]]], list[list[str]]]:
    """What is known of each party in each forum, and the lists of sources behind it, each once."""
    statement = find_query("fora-overlap").statement
    given = {"parties": list(parties), "fora": list(fora), "as_of": as_of}
    rows = store.read(statement, given, max_rows=_MOST_ROWS).records()
    cells: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    lists: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row["value"] == Participation.NO_SOURCE:
            continue
        sources = tuple(dict.fromkeys(row["sources"] or ()))
        cell = [row["value"], int(bool(row["disputed"])), lists.setdefault(sources, len(lists))]
        since = [date(row["since"])] if row["since"] else []
        cells[row["country"]][row["forum"]] = cell + since
    return dict(cells), list(map(list, lists))


def _differences(store: GraphStore, id_: str, own: str, as_of: str) -> dict[str, list[str]]:
    """What sources differ on about a forum, in words."""
    return {
        lang: [line.text for line in Teller(store, lang, as_of, own).differences([id_])]
        for lang in LANGS
    }


def _pairs(
    store: GraphStore, parties: Sequence[str], near: set[str], held: set[str], as_of: str
) -> Iterable[dict[str, Any]]:
    """Documents between each two parties, by kind; those of bodies only where one of the two is near."""
    statement = find_query("country-pairs").statement
    given = {
        "countries": list(parties),
        "level": [level.value for level in Level],
        "scope": [Scope.DEDICATED.value, Scope.INCLUDES.value],
        "as_of": as_of,
    }
    rows = store.read(statement, given, max_rows=_MOST_ROWS).records() if len(parties) > 1 else []
    found = sorted({item["id"] for row in rows for item in row["instruments"]})
    known = {
        row["id"]: row for row in store.read(internal("picture-nodes"), {"ids": found}).records()
    }
    for row in rows:
        sides = [row["country"], row["partner"]]
        documents = [
            _document(item, known[item["id"]], held)
            for item in row["instruments"]
            if known[item["id"]]["level"] == Level.GOVERNMENT or not near.isdisjoint(sides)
        ]
        if documents:
            yield {"sides": sides, "type": row["kind"], "documents": documents}


def _document(item: Row, known: Row, held: set[str]) -> dict[str, Any]:
    document = {name: known[name] for name in ("id", "level", "scope", "stage")}
    if item["id"] in held:
        return document
    told = {"name": names(item), "date": date(item["date"]), "sources": known["sources"]}
    return document | told
