"""The data block of a page told once: what stands in it many times stands in a table, and is put back by the page.

Ids are told once, with the nodes and edges, and everything that is said of them stands in the same order; what several
items have in common stands in a table, and so do sources and what details are called; what is the same in every
language is said once. `page_files/js/unpack.js` is the other half, and gives the page what was packed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_Data = dict[str, Any]

_OWN = frozenset({"cites", "day", "fields", "from", "search", "to"})
"""What each item has for itself; all else is shared by many."""

_ORDERED = ("labels", "boxes", "evidence")
"""What is said of nodes, or of nodes and ties, in the order in which those stand."""


def packed(data: Mapping[str, Any]) -> _Data:
    """The data block, smaller.

    Args:
        data: `nodes` and `edges` as pyvis has them, and `page`.
    """
    nodes = [node["id"] for node in data["nodes"]]
    ids = [*nodes, *(edge["id"] for edge in data["edges"])]
    at = {id_: place for place, id_ in enumerate(nodes)}
    page = dict(data["page"])
    texts = {lang: dict(text) for lang, text in page["text"].items()}
    sources, likes, names = _Table(), _Table(), _Table()
    items = [_item(page["items"][id_], likes, sources) for id_ in ids]
    evidence = _without_other_titles({lang: text["evidence"] for lang, text in texts.items()})
    for lang, text in texts.items():
        text["evidence"] = {
            id_: _evidence(said, names, sources) for id_, said in evidence[lang].items()
        }
    for text in texts.values():
        for id_ in text["sources"]:
            sources.place(id_)
    common: _Data = {}
    for key in _ORDERED:
        order = ids if key == "evidence" else nodes
        said = [[text[key].get(id_, 0) for id_ in order] for text in texts.values()]
        common[key], rests = _in_common(said)
        for text, rest in zip(texts.values(), rests, strict=True):
            text[key] = rest
    told = [[text["sources"].get(id_, {}) for id_ in sources.rows] for text in texts.values()]
    shared = [_same_of(each) for each in zip(*told, strict=True)]
    for text, all_ in zip(texts.values(), told, strict=True):
        text["sources"] = [
            {key: value for key, value in each.items() if key not in same}
            for each, same in zip(all_, shared, strict=True)
        ]
    common["sources"] = shared
    tables = {"likes": likes.rows, "names": names.rows, "sources": sources.rows}
    page |= {"items": items, "text": texts, "common": common, "tables": tables}
    edges = [_edge(edge, at, data["page"]["items"][edge["id"]]["kind"]) for edge in data["edges"]]
    return {**data, "edges": edges, "page": page}


class _Table:
    """Values of which each stands once."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._places: dict[str, int] = {}

    def place(self, value: Any) -> int:
        """The place of a value, which is added if it is new."""
        key = json.dumps(value, sort_keys=True)
        if key not in self._places:
            self._places[key] = len(self.rows)
            self.rows.append(value)
        return self._places[key]


def _edge(edge: Mapping[str, Any], at: Mapping[str, int], kind: str) -> _Data:
    """The ends of a tie, and its id where they and its kind do not say it."""
    start, end = edge["from"], edge["to"]
    implied = edge["id"] == f"{start} {kind} {end}"
    return {"from": at[start], "to": at[end]} | ({} if implied else {"id": edge["id"]})


def _item(item: Mapping[str, Any], likes: _Table, sources: _Table) -> list[Any]:
    """What an item has in common with others, and what it has for itself."""
    own = {key: value for key, value in item.items() if key in _OWN}
    if "cites" in own:
        own["cites"] = _cites(own["cites"], sources)
    return [likes.place({key: value for key, value in item.items() if key not in _OWN}), own]


def _cites(cites: Iterable[Sequence[str]], sources: _Table) -> list[list[Any]]:
    return [[sources.place(id_), *([place] if place else [])] for id_, place in cites]


def _evidence(said: Mapping[str, Any], names: _Table, sources: _Table) -> _Data:
    found = dict(said)
    for key in ("details", "not_drawn"):
        if key in found:
            found[key] = [[names.place(each["label"]), each["value"]] for each in found[key]]
    if "differences" in found:
        found["differences"] = [
            {
                **each,
                "rivals": [
                    {**rival, "cites": _cites(rival["cites"], sources)} for rival in each["rivals"]
                ],
            }
            for each in found["differences"]
        ]
    return found


def _without_other_titles(evidence: Mapping[str, Mapping[str, _Data]]) -> dict[str, _Data]:
    """Evidence in which the title in the other language stands only where it is not the title of the other language."""
    found: dict[str, _Data] = {lang: dict(said) for lang, said in evidence.items()}
    if len(found) != 2:
        return found
    for lang, other in (tuple(found), tuple(found)[::-1]):
        for id_, said in evidence[lang].items():
            title, of_other = said.get("title"), evidence[other].get(id_, {}).get("title")
            implied = of_other if of_other != title else None
            if "title" in said and said.get("other_title") == implied:
                found[lang][id_] = {k: v for k, v in said.items() if k != "other_title"}
            elif "title" in said and "other_title" not in said:
                found[lang][id_] = {**said, "other_title": ""}
    return found


def _in_common(said: Sequence[Sequence[Any]]) -> tuple[list[Any], list[list[Any]]]:
    """What is the same in each language, and what is left of each; nothing is 0, and is left out at the end."""
    common = [
        each[0] if all(one == each[0] for one in each) else 0 for each in zip(*said, strict=True)
    ]
    rests = [[0 if same else one for one, same in zip(all_, common, strict=True)] for all_ in said]
    return _cut(common), [_cut(rest) for rest in rests]


def _cut(values: list[Any]) -> list[Any]:
    last = max((place for place, value in enumerate(values) if value != 0), default=-1)
    return values[: last + 1]


def _same_of(each: Sequence[Mapping[str, Any]]) -> _Data:
    """What of a source is the same in every language."""
    first, *others = each
    return {
        key: value
        for key, value in first.items()
        if all(key in other and other[key] == value for other in others)
    }
