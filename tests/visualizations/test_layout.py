from __future__ import annotations

from math import atan2, pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visualizations import layout
from visualizations.courses import course, passes_behind, room_on
from visualizations.labels import width_of, wrap
from visualizations.rings import around

SIZES = st.tuples(st.integers(20, 220), st.integers(20, 90))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-60, 60), st.integers(-60, 60), SIZES), min_size=2, max_size=40)
)
def test_no_two_labels_overlap_however_crowded(
    crowd: list[tuple[int, int, tuple[int, int]]],
) -> None:
    points = np.array([(x, y) for x, y, _ in crowd], dtype=np.float64)
    boxes = np.array([size for _, _, size in crowd], dtype=np.float64)
    fixed = np.zeros(len(crowd), dtype=np.bool_)
    fixed[0] = True
    placed = layout.apart(points, boxes, fixed)
    assert layout.overlaps(np.round(placed), boxes) == []


def test_forces_give_the_same_places_in_any_order_and_keep_the_centre() -> None:
    ids = [f"n{i}" for i in range(30)]
    pairs = [("n0", other) for other in ids[1:]] + [("n3", "n4"), ("n5", "n9")]
    sizes = dict.fromkeys(ids, (120, 40))
    one = layout.by_forces(ids, pairs, sizes, "n0")
    other = layout.by_forces(ids[::-1], [(b, a) for a, b in pairs[::-1]], sizes, "n0")
    assert one == other
    assert one["n0"] == (0, 0)
    boxes = np.array([sizes[i] for i in ids], dtype=np.float64)
    assert layout.overlaps(np.array([one[i] for i in ids], dtype=np.float64), boxes) == []


def test_one_node_and_none() -> None:
    assert layout.by_forces([], [], {}) == {}
    assert layout.by_forces(["a"], [], {"a": (50, 20)}, "a") == {"a": (0, 0)}


def test_no_partner_is_nearer_or_farther_than_another() -> None:
    partners = [f"p{i}" for i in range(7)]
    instruments = {f"i{i}": [f"p{i}"] for i in range(7)}
    ids = ["own", *partners, *instruments, "d", "f", "g", "c"]
    places, _ = layout.seen_from(
        "own", partners, instruments, ["d"], ["f", "g"], ["c"], dict.fromkeys(ids, (100, 40))
    )
    assert places.keys() == set(ids)
    assert places["own"] == (0, 0)
    assert len({places[p][0] for p in partners}) == 1
    ys = [places[p][1] for p in partners]
    assert ys == sorted(ys)
    assert min(map(abs, ys)) > 20, "the line between the side and its fora passes here"


def test_a_sign_on_a_line_touches_nothing() -> None:
    taken = [(50, 0, 40, 20)]
    line = course((0, 0), (100, 0))
    place = room_on(line, 10, taken)
    assert place is not None
    assert abs(place[0] - 50) >= 25
    assert room_on(line, 10, [(50, 0, 400, 400)]) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("日本", ("日本",)),
        ("第12回日英科学技術協力合同委員会", ("第12回", "日英科学技術協力合同委員会")),
        ("2023年11月23日～24日", ("2023年11月23日", "～24日")),
        ("シンポジウム（2019年）", ("シンポジウム", "（2019年）")),
        ("Memorandum of Cooperation", ("Memorandum of", "Cooperation")),
        ("国立研究開発法人理化学研究所", ("国立研究開発法人", "理化学研究所")),
        ("", ("",)),
    ],
)
def test_labels_break_between_words(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 9) == lines


@given(st.text(alphabet="日本量子ァー・（）abc 12", max_size=60))
def test_wrapping_loses_only_spaces_unless_it_says_so(text: str) -> None:
    lines = wrap(text, 8, max_lines=100)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= 13 * 8 * 2 for line in lines)


def test_what_is_tied_to_one_thing_stands_around_it_in_order() -> None:
    ids = ["c", *[f"n{i:02}" for i in range(30)]]
    sizes = dict.fromkeys(ids, (120, 40)) | {"n07": (220, 70)}
    places = around("c", ids, [("c", other) for other in ids[1:]], sizes)
    assert places["c"] == (0, 0)
    assert places.keys() == set(ids)
    boxes = np.array([sizes[i] for i in ids], dtype=np.float64)
    assert layout.overlaps(np.array([places[i] for i in ids], dtype=np.float64), boxes) == []
    turns = [atan2(places[i][0], -places[i][1]) % (2 * pi) for i in ids[1:]]
    first, *rest = turns
    assert min(first, 2 * pi - first) < 0.2, "the first stands at the top"
    assert rest == sorted(rest), "the others clockwise"
    assert around("c", ["c"], [], sizes) == {"c": (0, 0)}


def test_what_is_tied_to_each_other_stands_side_by_side() -> None:
    ids = ["c", *"abcdefghij".replace("c", "k")]
    pairs = [("c", other) for other in ids[1:]] + [("a", "j"), ("j", "f")]
    places = around("c", ids, pairs, dict.fromkeys(ids, (90, 30)))
    order = sorted(ids[1:], key=lambda i: atan2(places[i][0], -places[i][1]) % (2 * pi))
    at = order.index("a")
    assert (order[at:] + order[:at])[:4] == ["a", "j", "f", "b"]


def test_columns_stand_beside_each_other_and_overlap_nowhere() -> None:
    columns = [[f"a{i}" for i in range(9)], ["b"], [], [f"c{i}" for i in range(4)]]
    ids = [i for column in columns for i in column]
    sizes = {id_: (60 + 9 * n % 70, 30 + n % 5 * 8) for n, id_ in enumerate(ids)}
    places = layout.in_columns(columns, sizes)
    assert [len({places[i][0] for i in column}) for column in columns if column] == [1, 1, 1]
    assert places["a0"][0] < places["b"][0] < places["c0"][0]
    assert [places[i][1] for i in columns[0]] == sorted(places[i][1] for i in columns[0])
    boxes = np.array([sizes[i] for i in ids], dtype=np.float64)
    assert layout.overlaps(np.array([places[i] for i in ids], dtype=np.float64), boxes) == []
    assert layout.in_columns([], {}) == {}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 9), st.integers(0, 4), st.integers(0, 3), st.integers(0, 12))
def test_no_line_of_what_a_side_sees_passes_behind_anything(
    partners: int, fora: int, alone: int, column: int
) -> None:
    parties = [f"p{i}" for i in range(partners)]
    documents = {f"i{i}": [f"p{i}"] for i in range(partners)}
    named = {
        key: [f"{key}{i}" for i in range(n)]
        for key, n in (("d", alone), ("f", fora), ("c", column))
    }
    sizes = {
        "own": (124, 38),
        **dict.fromkeys((*parties, *named["c"]), (124, 38)),
        **dict.fromkeys((*documents, *named["d"]), (150, 64)),
        **dict.fromkeys(named["f"], (60, 43)),
    }
    places, lanes = layout.seen_from(
        "own", parties, documents, named["d"], named["f"], named["c"], sizes
    )
    assert places.keys() == sizes.keys()
    ties = [("own", id_) for id_ in (*documents, *named["d"])]
    ties += [(id_, partner) for id_, all_ in documents.items() for partner in all_]
    ties += [(party, forum) for party in (*parties, *named["c"]) for forum in named["f"]]
    for start, end in ties:
        line = course(places[start], places[end], sideways=True)
        behind = [
            i
            for i in sizes
            if i not in (start, end) and passes_behind(line, (*places[i], *sizes[i]), 3)
        ]
        assert behind == [], (start, end)
    for forum in named["f"]:
        line = course(places["own"], places[forum], sideways=True, lanes=lanes)
        assert not [
            i
            for i in sizes
            if i not in ("own", forum) and passes_behind(line, (*places[i], *sizes[i]))
        ]


def test_a_line_runs_through_its_lanes_and_then_swings_to_its_end() -> None:
    line = course((0, 0), (500, 80), sideways=True, lanes=[(200, 0, 100, 12), (350, 0, 60, 12)])
    assert line.corners == ((0, 0), (150, 0), (250, 0), (320, 0), (380, 0))
    points = list(line.points())
    assert points[0] == (0, 0)
    assert points[-1] == pytest.approx((500, 80))
    assert all(y == 0 for x, y in points if x <= 380)
    assert [x for x, _ in points] == sorted(x for x, _ in points)
