from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.stores.base import GraphStore
from graphmodel.vocab import Certainty, Participation
from queries.catalogue import find_query
from queries.run import run
from visualizations.cards import make_card
from visualizations.neighbourhood import neighbourhood
from visualizations.page import FILES
from visualizations.parts import Scene
from visualizations.scene import first_view, first_views
from visualizations.tabs import read_tabs
from visualizations.tabs.both import LANGS
from visualizations.tabs.card import MOST_CARDS, Cards, cited_by_cards
from visualizations.tabs.coastline import CUT, SOUTH, from_topology, read_coastline
from visualizations.tabs.lanes import SEVERAL
from visualizations.tabs.map import map_
from visualizations.tabs.matrix import SIGNS, cited_by_matrix, matrix
from visualizations.tabs.places import PLACES, TOO_SMALL
from visualizations.tabs.timeline import cited_by_timeline, timeline
from visualizations.tabs.words import _WORDS, words_of

JP, GB = "country:JP", "country:GB"
DAY = "2026-11-25"
MOC = "agreement:jp-uk-quantum-moc-2025"


def first_ids(graph: GraphStore, as_of: str = DAY) -> list[str]:
    return [node.id for node in first_view(graph, own=JP, as_of=as_of, lang="ja").nodes]


def lines(graph: GraphStore, as_of: str = DAY, ids: list[str] | None = None) -> dict[str, Any]:
    shown = ids or first_ids(graph, as_of)
    return timeline(graph, shown, shown, own=JP, as_of=as_of)


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


# All tabs -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def first_scene(graph: GraphStore) -> Scene:
    return first_views(graph, own=JP, as_of=DAY, langs=LANGS, hold=400)[0]


@pytest.fixture(scope="module")
def tabs(graph: GraphStore, first_scene: Scene) -> dict[str, Any]:
    return read_tabs(graph, first_scene)


def test_tabs_are_json_in_both_languages_and_the_same_each_time(
    graph: GraphStore, first_scene: Scene, tabs: dict[str, Any]
) -> None:
    assert set(tabs) == {"card", "table", "timeline", "matrix", "map", "sources"}
    again = read_tabs(graph, first_scene)
    assert json.dumps(tabs, ensure_ascii=False) == json.dumps(again, ensure_ascii=False)

    def pairs(value: Any) -> None:
        if isinstance(value, dict):
            assert ("ja" in value) is ("en" in value), value
            for each in value.values():
                pairs(each)
        if isinstance(value, list):
            for each in value:
                pairs(each)

    pairs(tabs)


def test_every_cited_source_is_told_by_the_page_or_by_the_tabs(
    graph: GraphStore, first_scene: Scene, tabs: dict[str, Any]
) -> None:
    wanted = {
        *cited_by_cards(tabs["card"]),
        *cited_by_timeline(tabs["timeline"]),
        *cited_by_matrix(tabs["matrix"]),
    }
    by_page = {source.id for source in first_scene.sources}
    assert wanted - {OURS} <= by_page | set(tabs["sources"])
    assert not by_page & set(tabs["sources"])
    alone = read_tabs(graph, replace(first_scene, sources=()))
    assert alone["sources"]["deck-2025"]["ja"][0] == "内閣府"
    assert wanted - {OURS} == set(alone["sources"])
    assert all(
        source.get("url", "https://").startswith(("http://", "https://"))
        for source in alone["sources"].values()
    )


def test_what_the_page_holds_is_not_told_twice(first_scene: Scene, tabs: dict[str, Any]) -> None:
    held = {node.id for node in (*first_scene.nodes, *first_scene.further.nodes)}
    for event in tabs["timeline"]["events"]:
        assert ("name" in event) is (event["id"] not in held), event["id"]
    for each in tabs["matrix"]["pairs"]:
        for document in each["documents"]:
            assert ("name" in document) is (document["id"] not in held), document["id"]


def test_a_page_of_one_country_has_tabs_too(graph: GraphStore) -> None:
    scene = neighbourhood(graph, focus=GB, steps=1, own=JP, as_of=DAY, lang="ja")
    tabs = read_tabs(graph, scene)
    assert next(iter(tabs["card"]["cards"])) == GB
    assert tabs["timeline"]["lanes"][0]["id"] == GB


@pytest.mark.parametrize("tab", _WORDS)
def test_words_say_the_same_in_both_languages(tab: str) -> None:
    for key, said in words_of(tab).items():
        holes = {lang: sorted(re.findall(r"\{\w+\}", text)) for lang, text in said.items()}
        assert said["ja"], key
        assert holes["ja"] == holes["en"], key
        assert not re.search("(?<![か・])国(?!・地域|家)", said["ja"].replace("か国", "")), key
        assert not re.search("missing|gap|agreement", said["en"], re.IGNORECASE), key


@pytest.mark.parametrize("tab", _WORDS)
def test_every_word_is_said_by_the_scripts_of_its_tab(tab: str) -> None:
    names = {"timeline": ("tab_timeline", "timeline_*"), "card": ("tab_card", "tab_parts"),
             "matrix": ("tab_matrix", "tab_parts")}  # fmt: skip
    patterns = names.get(tab, (f"tab_{tab}",))
    files = {file for pattern in patterns for file in FILES.glob(f"js/{pattern}.js")}
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(files))
    assert [key for key in words_of(tab) if f'"{key}"' not in text and f" {key}:" not in text] == []


# Timeline -----------------------------------------------------------------------------------------------------------


def test_chain_of_the_memorandum_stands_on_one_lane_with_its_links(graph: GraphStore) -> None:
    data = lines(graph)
    events = by_id(data["events"])
    chain = {
        "meeting:jp-uk-jc-12-2023",
        "meeting:jp-uk-quantum-ws-1-2024",
        MOC,
        "agreement:jp-uk-industry-qstar-ukquantum-mou-2025",
    }
    assert {events[id_]["lane"] for id_ in chain} == {GB}
    assert {
        (link["from"], link["to"]): link["link"] for link in data["links"] if link["to"] in chain
    } == {
        ("meeting:jp-uk-jc-12-2023", "meeting:jp-uk-quantum-ws-1-2024"): "stated",
        ("meeting:jp-uk-quantum-ws-1-2024", MOC): "listed",
        (MOC, "agreement:jp-uk-industry-qstar-ukquantum-mou-2025"): "co_announced",
    }
    assert events[MOC]["label"]["ja"]["lines"] == ["協力覚書▲"]
    assert events[MOC]["date"] == {"ja": "2025年4月28日", "en": "28 April 2025"}


def test_precision_of_a_source_is_kept(graph: GraphStore) -> None:
    events = by_id(lines(graph)["events"])
    month = events["meeting:mdq-5-2024"]
    assert (month["min"], month["max"], month["exact"]) == ("2024-09-01", "2024-09-30", False)
    days = events["meeting:mdq-7-2025"]
    assert (days["min"], days["max"], days["exact"]) == ("2025-09-10", "2025-09-12", True)
    assert "min" not in events["meeting:mdq-2"]
    assert events["meeting:mdq-2"]["date"]["en"] == "no date given"
    for event in events.values():
        if "min" in event and not event["exact"]:
            assert event["min"] < event["max"], event["id"]


def test_what_is_to_come_is_planned_and_nothing_later_is_known(graph: GraphStore) -> None:
    planned = by_id(lines(graph)["events"])["meeting:jp-eu-dpc-4-2026"]
    assert planned["planned"] is True
    assert planned["date"]["ja"] == "2026年（予定）"
    spring = lines(graph, "2025-05-01")
    assert all(
        event.get("planned") or event.get("min", "") <= "2025-05-01" for event in spring["events"]
    )
    assert MOC in by_id(spring["events"])
    assert "agreement:jp-eu-quantum-loi-2025" not in by_id(spring["events"])


@pytest.mark.parametrize("day", ["2025-11-01", "2026-01-15", DAY])
def test_expected_editions_are_those_of_the_saved_query(graph: GraphStore, day: str) -> None:
    given = {"parties": "JP", "months": "24"}
    answer = run(find_query("upcoming"), given, as_of=day, settings={"party": "JP"}, store=graph)
    wanted = {
        (row["name_en"].partition(" (next")[0], row["date"])
        for row in answer.rows
        if row["certainty"] == Certainty.EXPECTED
    }
    fora = sorted(
        row["id"] for row in graph.read("MATCH (f:Forum) RETURN f.id AS id ORDER BY id").records()
    )
    expected = timeline(graph, [JP, *fora], [JP, *fora], own=JP, as_of=day)["expected"]
    assert wanted
    assert {
        (event["name"]["en"], f"{event['min'][:7]}~" if "min" in event else None)
        for event in expected
    } == wanted
    assert all("見込み" in "".join(event["label"]["ja"]["lines"]) for event in expected)
    assert not {event["id"] for event in expected} & by_id(lines(graph, day)["events"]).keys()


def test_every_event_has_a_lane_and_every_lane_a_name(graph: GraphStore) -> None:
    scene = neighbourhood(graph, focus=GB, steps=2, own=JP, as_of=DAY, lang="ja")
    data = lines(graph, ids=[node.id for node in scene.nodes])
    lanes = by_id(data["lanes"])
    assert len(lanes) == len(data["lanes"])
    assert {event["lane"] for event in data["events"]} <= lanes.keys()
    assert all(lane["name"][lang] for lane in lanes.values() for lang in LANGS)
    events = by_id(data["events"])
    for link in data["links"]:
        assert events[link["from"]]["lane"] == events[link["to"]]["lane"]
    groups = [
        (id_ == SEVERAL, id_.startswith("forum:"), id_.startswith("without ")) for id_ in lanes
    ]
    assert groups == sorted(groups)


# Matrix -------------------------------------------------------------------------------------------------------------


def test_cells_are_those_of_the_saved_query(graph: GraphStore) -> None:
    ids = first_ids(graph)
    data = matrix(graph, ids, own=JP, as_of=DAY)
    given = {
        "parties": ", ".join(party["id"] for party in data["parties"]),
        "fora": ", ".join(forum["id"] for forum in data["fora"]),
    }
    answer = run(
        find_query("fora-overlap"), given, as_of=DAY, settings={"party": "JP"}, store=graph
    )
    assert len(answer.rows) == len(data["parties"]) * len(data["fora"])
    for row in answer.rows:
        cell = data["cells"].get(row["country"], {}).get(row["forum"])
        if row["value"] == Participation.NO_SOURCE:
            assert cell is None
        else:
            assert cell is not None
            assert cell[:2] == [row["value"], int(row["disputed"])]
            assert data["lists"][cell[2]] == row["sources"]
    assert data["cells"][JP]["forum:nato-tqc"][0] == Participation.PARTNER
    assert data["cells"]["country:SG"].get("forum:nato-tqc") is None
    assert all(
        data["cells"][JP][id_][0] == "member" for id_ in by_id(data["fora"]) if "oecd" in id_
    )


def test_matrix_is_in_the_order_of_protocol_and_says_what_differs(graph: GraphStore) -> None:
    data = matrix(graph, first_ids(graph), own=JP, as_of=DAY)
    assert data["parties"][0]["id"] == JP
    names = [party["name"]["en"] for party in data["parties"][1:]]
    assert names == sorted(names)
    assert names.index("Netherlands") < names.index("Republic of Korea") < names.index("Singapore")
    shown = [id_ for id_ in first_ids(graph) if id_.startswith("forum:")]
    assert [forum["id"] for forum in data["fora"]][: len(shown)] == shown
    assert all(forum["ours"] for forum in data["fora"])
    assert list(data["notes"]) == ["forum:qdg"]
    assert data["notes"]["forum:qdg"]["ja"][0].startswith("▲ ")
    assert set(SIGNS) == set(Participation)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert SIGNS[Participation.NO_SOURCE] == ""


def test_pairs_are_those_of_the_saved_query(graph: GraphStore) -> None:
    ids = first_ids(graph)
    data = matrix(graph, ids, own=JP, as_of=DAY)
    countries = ", ".join(party["id"] for party in data["parties"])
    given = {"countries": countries}
    answer = run(
        find_query("country-pairs"), given, as_of=DAY, settings={"party": "JP"}, store=graph
    )
    wanted = {
        (row["country"], row["partner"], row["kind"]): [item["id"] for item in row["instruments"]]
        for row in answer.rows
    }
    found = {
        (*pair["sides"], pair["type"]): kept
        for pair in data["pairs"]
        if (
            kept := [
                document["id"]
                for document in pair["documents"]
                if document["level"] == "government" and document["scope"] == "dedicated"
            ]
        )
    }
    assert found == wanted
    assert sum(JP in key for key in found) == 6


# Map ----------------------------------------------------------------------------------------------------------------


def coast() -> list[list[tuple[int, int]]]:
    """The coastline in tenths of a degree east of the cut."""
    decoded = []
    for x, y, *steps in read_coastline()["lines"]:
        line = [(x, y)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            line.append((line[-1][0] + dx, line[-1][1] + dy))
        decoded.append(line)
    return decoded


def on_land(latitude: float, longitude: float) -> bool:
    """Whether a line due north from a place meets the coast an odd number of times."""
    x, y = (longitude - CUT) % 360 * 10 + 0.003, latitude * 10
    crossed = 0
    for line in coast():
        for (x1, y1), (x2, y2) in pairwise(line):
            if (x1 > x) != (x2 > x) and y1 + (x - x1) / (x2 - x1) * (y2 - y1) > y:
                crossed += 1
    return crossed % 2 == 1


def test_every_country_on_record_has_a_place_on_land(graph: GraphStore) -> None:
    rows = graph.read("MATCH (c:Country) RETURN c.id AS id ORDER BY id").records()
    assert {row["id"].partition(":")[2] for row in rows} == set(PLACES)
    at_sea = {code for code, place in PLACES.items() if not on_land(*place)}
    assert at_sea <= TOO_SMALL


def test_points_are_not_where_they_would_say_something() -> None:
    latitude, longitude = PLACES["IL"]
    assert 31.3 < latitude < 32.9
    assert longitude < 35.0  # neither Jerusalem nor beyond the line of 1949
    assert "EU" not in PLACES
    placed = map_([JP, "union:EU", "forum:mdq", "country:TW"])
    assert placed["beside"] == ["union:EU"]
    assert list(placed["places"]) == [JP, "country:TW"]


def test_coastline_is_small_and_has_neither_seam_nor_far_south() -> None:
    shipped = read_coastline()
    assert len(json.dumps(shipped, separators=(",", ":"))) <= 70_000
    assert "Natural Earth" in shipped["attribution"]
    assert 100 < len(shipped["lines"]) < 200
    for line in coast():
        assert all(0 <= x <= 3600 and SOUTH * 10 <= y <= 840 for x, y in line)
        assert max(abs(one[0] - other[0]) for one, other in pairwise(line)) < 1800
        seam = [(a, b) for a, b in pairwise(line) if a[0] == b[0] == (180 - CUT) * 10]
        assert not seam


def test_coastline_is_cut_where_the_map_is() -> None:
    square = [[-400, 0], [200, 0], [0, 100], [-200, 0], [0, -100]]  # from 40°W to 20°W
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "arcs": [square],
        "objects": {"land": {"geometries": [{"arcs": [[[0]]]}]}},
    }
    made = from_topology(topology)
    assert made["lines"] == [
        [0, 0, 100, 0, 0, 100, -100, 0],
        [3500, 0, 100, 0],
        [3600, 100, -100, 0, 0, -100],
    ]


# Cards --------------------------------------------------------------------------------------------------------------


def test_cards_are_those_of_the_command(graph: GraphStore) -> None:
    cards = Cards.from_store(graph, own=JP, as_of=DAY).of([JP, GB, MOC, "forum:mdq", "call:x"])
    assert list(cards["cards"]) == [GB, MOC, "forum:mdq"]
    for lang in LANGS:
        told = cards["cards"][GB][lang]
        card = make_card(graph, GB, lang=lang, as_of=DAY, own=JP)
        assert told["title"] == card.title
        assert [[key, [line[0] for line in own]] for key, own in told["blocks"]] == [
            [block.key, [line.text for line in block.lines]] for block in card.blocks
        ]
        assert told["summary"] == [line.text for line in card.summary]
    assert cards["said"]["none"]["ja"] == "収録資料なし"


def test_cards_are_made_once_and_not_without_end(graph: GraphStore) -> None:
    cards = Cards.from_store(graph, own=JP, as_of=DAY)
    once = cards.of([GB])["cards"][GB]
    assert cards.of([GB, MOC])["cards"][GB] is once
    assert list(cards.of([GB, JP], focus=JP)["cards"]) == [JP, GB]
    many = [
        row["id"] for row in graph.read("MATCH (c:Country) RETURN c.id AS id ORDER BY id").records()
    ]
    assert len(many) <= MOST_CARDS


def test_dates_of_events_are_within_their_text(graph: GraphStore) -> None:
    for event in lines(graph)["events"]:
        if "min" in event:
            assert event["min"][:4] in event["date"]["en"]
            assert PartialDate.parse(event["min"]).is_day
