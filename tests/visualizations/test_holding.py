from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from enishi.cli import cli
from graphmodel.dates import FAR_FUTURE, FAR_PAST
from graphmodel.errors import EnishiError, UsageError
from graphmodel.stores.base import GraphStore
from queries.catalogue import find_query
from tests.asking import ask
from visualizations import layout
from visualizations.answered import answered
from visualizations.folding import MOST
from visualizations.holding import GROUPS, MOST_HELD, NEVER_DRAWN, nearest
from visualizations.layout_file import not_on_page, read_layout, with_layout
from visualizations.neighbourhood import neighbourhoods
from visualizations.page_data import page_data
from visualizations.parts import Scene
from visualizations.scene import first_views

JP = "country:JP"
DAY = "2026-11-25"
LANGS = ("ja", "en")


@pytest.fixture(scope="module")
def scenes(graph: GraphStore) -> tuple[Scene, ...]:
    return first_views(graph, own=JP, as_of=DAY, langs=LANGS, hold=MOST_HELD)


def held(scene: Scene) -> list[str]:
    return [node.id for node in (*scene.nodes, *scene.further.nodes)]


def test_languages_hold_the_same_in_the_same_places(scenes: tuple[Scene, ...]) -> None:
    ja, en = scenes
    assert held(ja) == held(en)
    assert [(n.x, n.y) for n in ja.nodes] == [(n.x, n.y) for n in en.nodes]
    assert {t.id for t in (*ja.ties, *ja.further.ties)} == {
        t.id for t in (*en.ties, *en.further.ties)
    }
    assert [n.facts for n in ja.further.nodes] == [n.facts for n in en.further.nodes]
    assert (ja.title, en.title) != (en.title, ja.title)


def test_a_page_holds_each_thing_once_and_every_tie_has_both_ends(
    scenes: tuple[Scene, ...],
) -> None:
    scene = scenes[0]
    assert len(set(held(scene))) == len(held(scene)) <= MOST_HELD
    ties = [*scene.ties, *scene.further.ties]
    assert len({tie.id for tie in ties}) == len(ties)
    assert {end for tie in ties for end in (tie.start, tie.end)} <= set(held(scene))
    assert not {tie.facts.kind for tie in ties} & NEVER_DRAWN
    cited = {cite.source for node in scene.further.nodes for cite in node.evidence.cites}
    assert cited - {"enishi"} <= {source.id for source in scene.sources}


def test_a_forum_and_its_undated_memberships_begin_with_its_founding(
    scenes: tuple[Scene, ...],
) -> None:
    scene = scenes[0]
    fora = {n.id: n.facts for n in (*scene.nodes, *scene.further.nodes) if n.facts.kind == "Forum"}
    assert (fora["forum:qdg"].holds_from, fora["forum:qdg"].holds_to) == ("2024-07-01", FAR_FUTURE)
    assert fora["forum:g7"].holds_from == "", "no source says when it was founded"
    since = {
        forum: {t.facts.holds_from for t in scene.ties if t.end == forum}
        for forum in ("forum:qdg", "forum:nato-tqc", "forum:mdq", "forum:g7")
    }
    assert since == {
        "forum:qdg": {"2024-07-01"},
        "forum:nato-tqc": {"2024-01-01", "2025-05-13"},
        "forum:mdq": {"2022-05-31", "2023-04-30"},
        "forum:g7": {FAR_PAST},
    }


def test_what_is_held_is_the_nearest(graph: GraphStore) -> None:
    few = nearest(graph, ["agreement:jp-uk-quantum-moc-2025"], 8)
    assert len(few) == 7
    assert {"country:JP", "country:GB"} <= set(few)
    assert set(nearest(graph, ["agreement:jp-uk-quantum-moc-2025"], 100)) > set(few)


def test_every_further_node_has_a_tick_but_countries(scenes: tuple[Scene, ...]) -> None:
    known = {group.key for group in GROUPS}
    for node in scenes[0].further.nodes:
        country = node.facts.kind in ("Country", "Union")
        assert (node.facts.group == "") is country
        assert node.facts.group in known or country
    groups = {node.id: node.facts.group for node in scenes[0].further.nodes}
    ours = {tie.end for tie in scenes[0].further.ties if tie.start == JP}
    assert all(
        (groups[id_] == "documents") is (id_ in ours)
        for id_ in groups
        if id_.startswith("agreement:")
    )


def test_held_ties_are_those_of_any_day(graph: GraphStore) -> None:
    early = first_views(graph, own=JP, as_of="2015-01-01", langs=("ja",), hold=MOST_HELD)[0]
    moc = "agreement:jp-uk-quantum-moc-2025"
    assert moc in held(early)
    assert {tie.start for tie in early.further.ties if tie.end == moc} >= {JP, "country:GB"}


def test_the_page_about_one_thing_holds_more_than_it_draws(graph: GraphStore) -> None:
    scene = neighbourhoods(
        graph, focus="country:GB", steps=1, own=JP, as_of=DAY, langs=("ja",), hold=300
    )[0]
    assert len(scene.nodes) <= MOST
    assert len(held(scene)) == 300


def test_the_data_of_a_page_says_what_its_contract_says(scenes: tuple[Scene, ...]) -> None:
    data = page_data(scenes, tabs={"table": {}}, command="enishi view")
    json.dumps(data)
    assert data["langs"] == ["ja", "en"]
    assert list(data["tabs"]) == ["picture", "table"]
    moc = data["items"]["agreement:jp-uk-quantum-moc-2025"]
    assert moc["from"] == "2025-04-28"
    assert moc["day"] == {
        "min": "2025-04-28",
        "max": "2025-04-28",
        "text": {"ja": "2025年4月28日", "en": "28 April 2025"},
        "precision": "day",
    }
    assert (moc["level"], moc["scope"], moc["stage"]) == ("government", "dedicated", "signed")
    planned = data["items"]["meeting:g7-evian-2026"]
    assert planned["planned"]
    assert planned["day"]["precision"] == "month"
    assert "first" not in planned
    assert data["items"]["country:CH MEMBER_OF forum:qdg"]["disputed"]
    for text in data["text"].values():
        assert set(text["labels"]) == set(text["boxes"]) == set(held(scenes[0]))
        assert {item["kind"] for id_, item in data["items"].items() if " " not in id_} <= set(
            text["kinds"]
        )
        fields = {field for item in data["items"].values() for field in item.get("fields", ())}
        assert fields <= set(text["fields"])


def test_a_query_is_drawn_as_the_network_that_its_rows_name(graph: GraphStore) -> None:
    answer = replace(ask(graph, "partner-gap", {"forum": "MDQ"}), companions=())
    scenes = answered(graph, answer, own=JP, as_of=DAY, langs=LANGS, hold=200)
    shown = {node.id for node in scenes[0].nodes}
    assert {row["country"] for row in answer.rows} <= shown
    assert len(shown) <= MOST
    assert "協力文書" in scenes[0].title
    assert scenes[0].title != scenes[1].title
    assert len(held(scenes[0])) == 200
    columns = {node.x for node in scenes[0].nodes if node.facts.kind == "Country"}
    assert len(columns) == 1, "countries stand in one column, what they are tied to beside it"
    assert len({node.x for node in scenes[0].nodes}) == 3
    boxes = np.array([(n.width, n.height) for n in scenes[0].nodes], dtype=np.float64)
    points = np.array([(n.x, n.y + n.drop) for n in scenes[0].nodes], dtype=np.float64)
    assert layout.overlaps(points, boxes) == []


@pytest.mark.parametrize("forum", ["MDQ", "G7", "QDG"])
def test_those_without_a_document_stand_in_a_frame_and_the_others_with_theirs(
    graph: GraphStore, forum: str
) -> None:
    answer = ask(graph, "partner-gap", {"forum": forum})
    for scene in answered(graph, answer, own=JP, as_of=DAY, langs=LANGS, hold=200):
        (frame,) = scene.frames
        assert "".join(frame.heading).replace(" ", "") == answer.query.title.text(
            scene.lang
        ).replace(" ", "")
        apart = {node.id for node in scene.nodes if frame.holds(node)}
        assert apart == {row["country"] for row in answer.rows}
        documents = {(tie.start, tie.end) for tie in scene.ties if tie.facts.kind == "PARTY_TO"}
        rows = answer.companions[0].rows
        assert {each for each in documents if each[0] != JP} == {
            (row["country"], row["instrument"]["id"]) for row in rows
        }
        assert {tie.start for tie in scene.ties if tie.facts.kind == "MEMBER_OF"} == set(
            answer.rows[0]["members"]
        )
        others = {id_ for id_ in answer.names if id_.startswith("agreement:")}
        held_back = {node.id for node in scene.further.nodes if node.facts.group == "rows"}
        assert others <= held_back, "what the rows name besides is held for whoever wants it"


def test_what_a_question_is_about_is_drawn_with_the_documents_that_tie_it_to_the_rows(
    graph: GraphStore,
) -> None:
    answer = ask(graph, "institution-ties", {"organisation": "AIST"})
    scene = answered(graph, answer, own=JP, as_of=DAY, langs=("en",))[0]
    partners = {row["partner"] for row in answer.rows}
    reached = {"org:aist"}
    while more := {
        end
        for tie in scene.ties
        for end, other in ((tie.start, tie.end), (tie.end, tie.start))
        if other in reached and tie.facts.kind in ("PARTY_TO", "PART_OF") and end not in reached
    }:
        reached |= more
    assert partners <= reached
    assert {node.id for node in scene.nodes if node.facts.kind == "Agreement"} <= reached


def test_rows_beyond_what_can_be_read_have_a_tick(graph: GraphStore) -> None:
    answer = ask(graph, "third-party-agreements", find_query("third-party-agreements").example)
    scene = answered(graph, answer, own=JP, as_of=DAY, langs=("ja",), hold=MOST_HELD)[0]
    named = [id_ for id_ in answer.names if id_.startswith("agreement:")]
    rest = [node.id for node in scene.further.nodes if node.facts.group == "rows"]
    assert len(named) > MOST
    assert len(scene.nodes) == MOST
    assert {node.id for node in scene.nodes} | set(rest) >= set(named)


def test_a_saved_layout_is_taken_up(scenes: tuple[Scene, ...], tmp_path: Path) -> None:
    path = tmp_path / "layout.json"
    positions = {"country:GB": [10.4, -20], "org:riken": [500, 600], "country:ZZ": [1, 1]}
    path.write_text(json.dumps({"version": 1, "positions": positions}), encoding="utf-8")
    places = read_layout(path)
    assert not_on_page(scenes, places) == ["country:ZZ"]
    moved = with_layout(scenes, places)
    for old, new in zip(scenes, moved, strict=True):
        at = {node.id: (node.x, node.y) for node in new.nodes}
        assert at["country:GB"] == (10, -20)
        assert all(at[n.id] == (n.x, n.y) for n in old.nodes if n.id != "country:GB")
        assert new.further.places == {"org:riken": (500, 600)}
        assert new.frames == old.frames, "nothing in the box has moved"
        ends = {tie.id: {tie.start, tie.end} for tie in old.ties}
        assert not any("country:GB" in ends[mark.tie] for mark in new.marks)
    away = with_layout(scenes, {scenes[0].nodes[-1].id: (0, 999), "country:AU": (0, 0)})
    assert away[0].frames == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1]", "JSON"),
        ("{", "JSON"),
        ('{"version": 2, "positions": {}}', "version"),
        ('{"version": 1, "positions": {"a": [1]}}', "positions.a"),
        ('{"version": 1, "positions": {"a": [1, 1e999]}}', "JSON"),
    ],
)
def test_what_is_no_layout_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "layout.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EnishiError) as error:
        read_layout(path)
    assert "layout.json" in str(error.value)
    assert "no layout that a page saved" in str(error.value)
    assert said in str(error.value) or "positions.a.1" in str(error.value)


def test_the_command_says_what_it_cannot_do_and_names_itself(
    store_path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "page.html"
    base = ["view", "--store", str(store_path), "--as-of", DAY, "-o", str(target)]
    for arguments, said in (
        (["--query", "partner-gap", "--focus", "UK"], "not both"),
        (["-p", "forum=MDQ"], "--query"),
        (["--query", "no-such-query"], "no-such-query"),
        (["--party", "Atlantis"], "Atlantis"),
    ):
        done = CliRunner().invoke(cli, [*base, "--lang", "en", *arguments])
        assert isinstance(done.exception, UsageError), arguments
        assert said in str(done.exception)
        assert not target.exists()
    done = CliRunner().invoke(
        cli, [*base, "--query", "partner-gap", "-p", "forum=MDQ", "--party", "KR", "--lang", "en"]
    )
    assert done.exit_code == 0, done.output
    written = target.read_text(encoding="utf-8")
    line = "enishi view --query partner-gap -p forum=MDQ --party KR --as-of 2026-11-25"
    assert f'"command":"{line}"' in written
    assert '"own":"country:KR"' in written
