"""What a page unpacks is what was packed: `visualizations/packing.py` and `unpack.js` are two halves of one thing."""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.javascript.test_javascript import node
from visualizations.packing import packed

SCRIPT = Path(__file__).parents[2] / "visualizations" / "page_files" / "js" / "unpack.js"
_UNPACK = """
require(process.argv[1]);
const blocks = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(blocks.map((block) => enishi.unpack(block))));
"""


def unpacked(blocks: list[Any]) -> list[Any]:
    done = subprocess.run(
        [node(), "-e", _UNPACK, str(SCRIPT)],
        input=json.dumps(blocks),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    found: list[Any] = json.loads(done.stdout)
    return found


WORDS = st.sampled_from(["", "日本", "Japan", "a b", "量子（MDQ）", "0", "<b>"])
CITES = st.lists(
    st.tuples(st.sampled_from(["deck", "enishi", "mofa"]), WORDS).map(list), max_size=2
)
RIVALS = st.lists(st.fixed_dictionaries({"value": WORDS, "cites": CITES}), min_size=1, max_size=2)
DETAILS = st.lists(st.fixed_dictionaries({"label": WORDS, "value": WORDS}), min_size=1, max_size=3)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "details": DETAILS,
        "not_drawn": DETAILS,
        "agreed": st.lists(WORDS, min_size=1, max_size=2),
        "differences": st.lists(
            st.fixed_dictionaries({"label": WORDS, "why": WORDS, "rivals": RIVALS}),
            min_size=1,
            max_size=2,
        ),
    },
)
TITLES = st.fixed_dictionaries(
    {"title": WORDS.filter(bool)}, optional={"other_title": WORDS.filter(bool)}
)
ITEM = st.fixed_dictionaries(
    {"kind": st.sampled_from(["Country", "Forum"]), "look": st.integers(0, 2)},
    optional={
        "first": st.just(value=True),
        "bend": st.integers(0, 1),
        "cites": CITES,
        "search": st.lists(WORDS, max_size=2),
        "from": WORDS,
        "day": st.just({"min": "2025-01-01"}),
    },
)
SOURCE = st.fixed_dictionaries(
    {}, optional={"publisher": WORDS, "title": WORDS, "url": WORDS}
).filter(bool)


@st.composite
def blocks(draw: st.DrawFn) -> dict[str, Any]:
    """The data block of a page."""
    langs = draw(st.sampled_from([["ja"], ["ja", "en"]]))
    nodes = ["country:JP", "country:GB", "forum:mdq"]
    ties = [("country:JP", "MEMBER_OF", "forum:mdq", ""), ("country:GB", "HOSTED", "forum:mdq", "")]
    ties += draw(st.sampled_from([[], [("country:JP", "MEMBER_OF", "forum:mdq", " #2")]]))
    edges = [
        {"id": f"{start} {kind} {end}{more}", "from": start, "to": end}
        for start, kind, end, more in ties
    ]
    items = {id_: draw(ITEM) for id_ in nodes}
    items |= {
        edge["id"]: draw(ITEM) | {"kind": tie[1]} for edge, tie in zip(edges, ties, strict=True)
    }
    texts = {}
    for lang in langs:
        evidence = {id_: draw(SAID) | draw(TITLES) for id_ in nodes}
        evidence |= {edge["id"]: said for edge in edges if (said := draw(SAID))}
        texts[lang] = {
            "title": draw(WORDS),
            "labels": {id_: draw(st.lists(WORDS, min_size=1, max_size=2)) for id_ in nodes},
            "boxes": {id_: [draw(st.integers(10, 12)), 20, 0] for id_ in nodes},
            "evidence": evidence,
            "sources": draw(st.dictionaries(st.sampled_from(["deck", "mofa", "x"]), SOURCE)),
        }
    page = {"lang": langs[0], "items": items, "text": texts}
    return {"nodes": [{"id": id_} for id_ in nodes], "edges": edges, "options": "{}", "page": page}


@settings(max_examples=40, deadline=None)
@given(blocks())
def test_a_page_unpacks_what_was_packed(block: dict[str, Any]) -> None:
    before = copy.deepcopy(block)
    assert unpacked([packed(block)]) == [before]
    assert block == before, "packing changes nothing of what it is given"


def test_what_stands_in_it_many_times_is_told_once() -> None:
    node_ = {"kind": "Country", "look": 1, "cites": [["cabinet-office-japan", ""]]}
    ids = [f"country:A{i}" for i in range(50)]
    text = {
        "labels": {},
        "boxes": {},
        "evidence": {id_: {"title": f"名{id_}"} for id_ in ids},
        "sources": {"cabinet-office-japan": {"title": "A title in both", "day": "x"}},
    }
    page = {"items": dict.fromkeys(ids, node_), "text": {"ja": text, "en": text}}
    block = json.dumps(packed({"nodes": [{"id": id_} for id_ in ids], "edges": [], "page": page}))
    assert block.count("cabinet-office-japan") == 1
    assert block.count("A title in both") == 1
    assert all(block.count(f'"{id_}"') == 1 for id_ in ids)
    assert block.count("名") == len(ids) or block.count("\\u540d") == len(ids)
