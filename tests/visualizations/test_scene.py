from __future__ import annotations

import colorsys
import re

import numpy as np
import pytest

from graphmodel.kinds import KINDS, TIES, Agreement
from graphmodel.stores.base import GraphStore
from graphmodel.vocab import InstrumentType
from queries.catalogue import INTERNAL, internal
from queries.gate import require_read_only
from queries.lint import returned_columns
from tests.asking import ask
from visualizations import layout
from visualizations.courses import course, passes_behind
from visualizations.folding import MOST
from visualizations.neighbourhood import neighbourhood
from visualizations.own_first import OwnFirst
from visualizations.parts import Node, Scene, Tie
from visualizations.scene import MOST_AT_FIRST, first_view
from visualizations.style import drawn_kinds, line_look, node_look

JP = "country:JP"
DAY = "2026-11-25"


def first(graph: GraphStore, lang: str = "ja", as_of: str = DAY) -> Scene:
    return first_view(graph, own=JP, as_of=as_of, lang=lang)


def around(
    graph: GraphStore, focus: str, steps: int = 1, as_of: str = DAY, lang: str = "ja"
) -> Scene:
    return neighbourhood(graph, focus=focus, steps=steps, own=JP, as_of=as_of, lang=lang)


def overlapping(scene: Scene) -> list[tuple[int, int]]:
    middles = np.array([(n.x, n.y + n.drop) for n in scene.nodes], dtype=np.float64)
    boxes = np.array([(n.width, n.height) for n in scene.nodes], dtype=np.float64)
    return layout.overlaps(middles, boxes)


def behind(scene: Scene) -> list[tuple[str, str]]:
    """Lines that pass behind what they do not tie."""
    at = {n.id: (n.x, n.y) for n in scene.nodes}
    found = []
    for tie in scene.ties:
        lanes = scene.lanes if tie.through else ()
        line = course(at[tie.start], at[tie.end], sideways=tie.sideways, lanes=lanes)
        found += [
            (tie.id, n.id)
            for n in scene.nodes
            if n.id not in (tie.start, tie.end)
            and passes_behind(line, (n.x, n.y + n.drop, n.width, n.height), 3)
        ]
    return found


def ids(scene: Scene, scheme: str = "") -> set[str]:
    return {node.id for node in scene.nodes if node.id.startswith(scheme)}


def column(scene: Scene) -> list[str]:
    """Ids of those in the frame, from above."""
    frame = scene.frames[0]
    inside = [n for n in scene.nodes if frame.left <= n.x <= frame.left + frame.width]
    return [n.id for n in sorted(inside, key=lambda n: n.y)]


def part(scene: Scene, id_: str) -> Node | Tie:
    parts: list[Node | Tie] = [*scene.nodes, *scene.ties]
    return next(part for part in parts if part.id == id_)


def test_first_view_holds_what_a_desk_may_show(graph: GraphStore) -> None:
    scene = first(graph)
    assert scene.title.startswith("日本から見た")
    assert "2026年11月25日時点" in scene.title
    assert len(scene.nodes) <= MOST_AT_FIRST
    assert {node.id.partition(":")[0] for node in scene.nodes} == {
        "country",
        "union",
        "agreement",
        "forum",
    }
    assert ids(scene, "forum:") == {"forum:mdq", "forum:qdg", "forum:g7", "forum:nato-tqc"}
    assert {"agreement:jp-uk-quantum-moc-2025", "agreement:jp-eu-quantum-loi-2025"} <= ids(scene)
    assert "agreement:jp-se-strategic-partnership-2024" not in ids(scene)
    assert {tie.id.split(" ")[1] for tie in scene.ties} == {"PARTY_TO", "MEMBER_OF"}
    own = next(node for node in scene.nodes if node.id == JP)
    assert (own.x, own.y) == (0, 0)


def test_column_agrees_with_the_saved_query(graph: GraphStore) -> None:
    for day in ("2025-05-01", "2025-10-06", DAY):
        scene = first(graph, as_of=day)
        answer = ask(graph, "partner-gap", {"forum": "MDQ"}, as_of=day)
        shown = set(column(scene))
        members = {
            row["member"]
            for row in graph.read(
                internal("picture-members"), {"fora": ["forum:mdq"], "as_of": day}
            ).records()
        }
        assert shown & members == {row["country"] for row in answer.rows}
        others = shown - members  # in one of the other fora
        assert others >= {"country:IT"}
        assert ("union:EU" in others) == (day < "2025-05-13")
        assert not shown & {tie.start for tie in scene.ties if tie.end.startswith("agreement:")}


def test_what_is_drawn_with_partners_is_what_the_headline_counts(graph: GraphStore) -> None:
    for own in (JP, "country:GB"):
        for day in ("2025-05-01", DAY):
            scene = first_view(graph, own=own, as_of=day, lang="ja")
            answer = ask(graph, "headline-counts", {"party": own}, as_of=day)
            (row,) = (row for row in answer.rows if row["what"] == "documents")
            ties = [(tie.start, tie.end) for tie in scene.ties if tie.facts.kind == "PARTY_TO"]
            drawn = {document for party, document in ties if party != own}
            assert drawn == set(row["ids"])
            assert {party for party, _ in ties if party != own} == set(row["partners"])
            assert ids(scene, "agreement:") - drawn == {d for _, d in ties} - drawn


def test_a_document_of_three_sides_is_drawn_apart_and_names_them(graph: GraphStore) -> None:
    scene = first(graph)
    node = part(scene, "agreement:us-jp-kr-nsa-quantum-statement-2024")
    assert isinstance(node, Node)
    assert node.label == ("共同声明", "2024年1月18日", "韓国、米国")
    assert {tie.start for tie in scene.ties if tie.end == node.id} == {JP}
    assert node.x < 0
    assert any("3者以上" in note and note.startswith("左の3件") for note in scene.notes)
    assert any("MDQ 8" in note for note in scene.notes)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_of_the_first_view_passes_behind_anything(graph: GraphStore, lang: str) -> None:
    for own in (JP, "country:GB", "country:KR"):
        for day in ("2025-05-01", DAY):
            scene = first_view(graph, own=own, as_of=day, lang=lang)
            assert behind(scene) == []


def test_column_is_in_the_order_of_protocol(graph: GraphStore) -> None:
    scene = first(graph, "en")
    names = [n.evidence.title for id_ in column(scene) for n in scene.nodes if n.id == id_]
    assert names == sorted(names)
    said = " ".join(scene.frames[0].heading)
    assert said == "Members of MDQ, QDG, G7, TQC without a confirmed bilateral instrument"
    said = "".join(first(graph).frames[0].heading)
    assert said == "二者間の協力文書を確認できない参加国（MDQ・QDG・G7・TQC）"


def test_another_side_sees_its_own_and_is_named_as_in_a_sentence(graph: GraphStore) -> None:
    scene = first_view(graph, own="country:GB", as_of=DAY, lang="en")
    assert scene.title.startswith("Quantum cooperation as seen from the United Kingdom: ")
    assert scene.nodes[0].id == scene.own == "country:GB"
    assert "country:JP" not in column(scene)
    assert {t.start for t in scene.ties if t.end == "agreement:jp-uk-quantum-moc-2025"} == {
        "country:GB",
        "country:JP",
    }


def test_first_view_follows_the_day(graph: GraphStore) -> None:
    assert "country:CH" in column(first(graph, as_of="2025-05-01"))
    assert "country:CH" not in column(first(graph, as_of="2025-10-06"))
    early = first(graph, as_of="2015-01-01")
    assert not ids(early, "agreement:")
    assert overlapping(early) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_two_labels_overlap(graph: GraphStore, lang: str) -> None:
    assert overlapping(first(graph, lang)) == []
    for focus in ("country:GB", "forum:mdq", "agreement:jp-uk-quantum-moc-2025", JP):
        assert overlapping(around(graph, focus, lang=lang)) == []
    assert overlapping(around(graph, "country:GB", 3, lang=lang)) == []


def test_the_same_twice(graph: GraphStore) -> None:
    assert first(graph) == first(graph)
    assert around(graph, "forum:mdq", 2) == around(graph, "forum:mdq", 2)


def test_neighbourhood_grows_by_steps_and_says_where_it_ends(graph: GraphStore) -> None:
    few = [around(graph, "org:riken", steps) for steps in (1, 2)]
    assert ids(few[0]) - ids(few[1]) <= {
        node.id for node in few[0].nodes if node.id.startswith(("meeting:", "org:"))
    }
    assert ids(few[1]) > {"country:JP", "org:riken"}
    for steps in (1, 2, 3):
        scene = around(graph, "country:GB", steps)
        assert scene.focus == "country:GB"
        assert len(scene.nodes) <= MOST
        assert ids(scene) == {tie.start for tie in scene.ties} | {tie.end for tie in scene.ties}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_folded_is_told_and_named(graph: GraphStore, lang: str) -> None:
    scene = around(graph, "country:GB", lang=lang)
    found, drawn, *groups = map(int, re.findall(r"\d+", scene.notes[0].partition("。描いた")[0]))
    assert drawn == len(scene.nodes) - 1
    assert found - drawn == sum(groups) > 0
    focus = part(scene, "country:GB")
    named = {detail.label: detail.value for detail in focus.evidence.not_drawn}
    assert {"ja": "英国国立物理学研究所", "en": "National Physical Laboratory"}[lang] in named[
        {"ja": "機関", "en": "Organisation"}[lang]
    ]
    small = around(graph, "org:riken", lang=lang)
    assert not any(node.evidence.not_drawn for node in small.nodes)
    assert not re.search(r"\d", "".join(small.notes))


def test_an_instrument_names_parties_that_are_not_drawn(graph: GraphStore) -> None:
    node = part(around(graph, "country:GB"), "agreement:jp-uk-quantum-moc-2025")
    assert isinstance(node, Node)
    assert node.label[-1] == "日本"
    node = part(around(graph, "forum:mdq", 2), "agreement:jp-uk-quantum-moc-2025")
    assert isinstance(node, Node)
    assert "日本" not in node.label


def test_fields_and_agreed_items_are_details_but_nodes_where_asked_for(graph: GraphStore) -> None:
    for focus in ("country:JP", "agreement:jp-uk-quantum-moc-2025"):
        assert not ids(around(graph, focus), "field:") | ids(around(graph, focus), "commitment:")
    evidence = part(around(graph, JP), "agreement:jp-uk-quantum-moc-2025").evidence
    assert "国家安全保障と経済安全保障への影響を議論する" in evidence.agreed
    assert any(detail.label == "協力分野" for detail in evidence.details)
    asked = around(graph, "commitment:jp-uk-moc-2025-security-policy")
    assert ids(asked) == {asked.focus, "agreement:jp-uk-quantum-moc-2025"}
    held = {detail.label: detail.value for detail in part(asked, asked.focus).evidence.details}
    assert held["実施主体"] == "日本、英国"


def test_facts_of_policy_are_drawn_only_where_a_picture_is_about_one(graph: GraphStore) -> None:
    japan = around(graph, "country:JP")
    policy = ("strategy:", "budget:", "indicator:", "choice:", "target:", "infrastructure:")
    assert not set().union(*(ids(japan, scheme) for scheme in policy))
    asked = around(graph, "budget:jp-nict-grant-fy2020-fusion")
    assert ids(asked) >= {asked.focus, "country:JP", "org:nict"}
    details = {detail.label: detail.value for detail in part(asked, asked.focus).evidence.details}
    assert details["金額"] == "279億円の内数"
    assert details["前年度の金額"] == "271億円の内数"
    assert "通貨" not in details
    ranks = around(graph, "indicator:q1-papers-quantum-computing-2014-2018")
    tie = part(ranks, f"{ranks.focus} MEASURES country:JP")
    assert {detail.label: detail.value for detail in tie.evidence.details} == {
        "順位": "6",
        "割合（％）": "5.09",
    }


def test_every_kind_has_a_shape_or_colour_of_its_own_in_grey() -> None:
    """No two kinds of node share a shape, so that none is told by colour alone."""
    shapes = [node_look(label).shape for label in drawn_kinds()]
    assert len(set(shapes)) == len(shapes)


def test_neighbourhood_follows_the_day_and_keeps_what_is_planned(graph: GraphStore) -> None:
    assert "agreement:jp-uk-quantum-moc-2025" in ids(around(graph, "country:GB"))
    assert "agreement:jp-uk-quantum-moc-2025" not in ids(
        around(graph, "country:GB", as_of="2025-04-27")
    )
    planned = part(around(graph, "forum:g7"), "meeting:g7-evian-2026")
    assert isinstance(planned, Node)
    assert planned.look.dashed
    assert "（予定）" in planned.label


def test_a_line_never_says_that_there_is_no_instrument(graph: GraphStore) -> None:
    assert not [tie for tie in around(graph, JP).ties if "NO_INSTRUMENT_WITH" in tie.id]


def test_an_instrument_is_called_by_its_kind_and_day(graph: GraphStore) -> None:
    node = part(first(graph), "agreement:jp-ch-quantum-moc-2025")
    assert isinstance(node, Node)
    assert node.label == ("協力覚書", "2025年10月5日")
    assert node.evidence.kind == Agreement.spec.ja
    scene = first(graph, "en")
    said = [node.evidence.kind for node in scene.nodes] + [entry.text for entry in scene.legend]
    assert "Agreement" not in said


def test_evidence_has_rivals_with_their_places(graph: GraphStore) -> None:
    node = part(first(graph), "agreement:jp-eu-quantum-loi-2025")
    by_property = {d.property: d for d in node.evidence.differences}
    days = by_property["signed_on"].rivals
    assert [(r.value, r.used) for r in days] == [("2025年5月13日", True), ("2025年5月12日", False)]
    assert any(cite.source == "deck-2025" and "s10" in cite.place for cite in days[1].cites)
    assert {rival.value for rival in by_property["type"].rivals} >= {"意向表明書（LoI）"}
    assert {source.id for source in first(graph).sources} >= {"deck-2025", "cao-20250513"}


def test_disputed_ties_are_marked_and_show_the_lists_that_differ(graph: GraphStore) -> None:
    scene = first(graph)
    disputed = {tie.id for tie in scene.ties if tie.disputed}
    assert "country:CH MEMBER_OF forum:qdg" in disputed
    assert {mark.tie for mark in scene.marks} == disputed
    tie = part(scene, "country:CH MEMBER_OF forum:qdg")
    assert [d.property for d in tie.evidence.differences] == ["members"]
    assert any("を含まない" in r.value for r in tie.evidence.differences[0].rivals)


def test_several_ties_between_two_nodes_are_bent_apart(graph: GraphStore) -> None:
    ties = [
        tie
        for tie in around(graph, "meeting:mdq-4-2023").ties
        if {tie.start, tie.end} == {"country:DK", "meeting:mdq-4-2023"}
    ]
    assert sorted(tie.bend for tie in ties) == list(range(len(ties)))
    assert len(ties) > 1


def test_every_property_of_what_is_drawn_is_read() -> None:
    columns = set(returned_columns(internal("picture-nodes")))
    for label in drawn_kinds():
        for field in KINDS[label].fields.values():
            if field.name in {"title", "name", "names", "status", "website", "ror"}:
                continue
            wanted = {f"{field.name}_ja", f"{field.name}_en"} if field.localised else {field.name}
            assert wanted <= columns, f"{label}.{field.name} is not in picture-nodes.cypher"
    columns = set(returned_columns(internal("picture-ties")))
    assert {name for tie in TIES.values() for name in tie.fields} <= columns


def test_statements_only_read() -> None:
    for path in sorted(INTERNAL.glob("picture-*.cypher")):
        require_read_only(path.read_text(encoding="utf-8"))


def test_no_red_and_one_look_for_all_countries() -> None:
    looks = [node_look("Agreement", type_) for type_ in InstrumentType]
    looks += [node_look(label) for label in drawn_kinds()]
    colours = {colour for look in looks for colour in (look.fill, look.border)}
    colours |= {line_look(type_).colour for type_ in TIES}
    for colour in colours:
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        hue, light, full = colorsys.rgb_to_hls(red, green, blue)
        assert not (full > 0.35 and light < 0.9 and (hue < 0.06 or hue > 0.94)), colour
    types = {node_look("Agreement", type_) for type_ in InstrumentType}
    assert len({(look.shape, look.border) for look in types}) == len(types)


def test_all_countries_have_one_size(graph: GraphStore) -> None:
    for lang in ("ja", "en"):
        sizes = {
            (n.width, n.height) for n in first(graph, lang).nodes if n.id.startswith("country:")
        }
        assert len(sizes) == 1


@pytest.mark.parametrize(
    ("own", "text", "turned"),
    [
        (JP, "12th UK-Japan Joint Committee", "12th Japan–UK Joint Committee"),
        (JP, "Joint EU–Japan call", "Joint Japan–EU call"),
        (JP, "United States-Japan dialogue", "Japan–United States dialogue"),
        (JP, "Japan-UK workshop", "Japan-UK workshop"),
        (JP, "All-Japan council", "All-Japan council"),
        (JP, "US-Japanese paper", "US-Japanese paper"),
        ("country:GB", "Japan-UK workshop", "UK–Japan workshop"),
    ],
)
def test_a_label_names_the_own_side_first(
    graph: GraphStore, own: str, text: str, turned: str
) -> None:
    assert OwnFirst(graph, own).turned(text) == turned
