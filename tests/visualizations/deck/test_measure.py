"""How much room text takes, where lines may break, and where boxes of a network stand."""

from __future__ import annotations

import pytest

from visualizations.briefing.area import Area
from visualizations.briefing.measure import Para, Run, lines_of, width_of
from visualizations.deck.places import collide, on_grid, passes, scaled


def para(text: str, size: float = 10) -> Para:
    return Para((Run(text, "ja", size),))


def test_full_width_letters_are_as_wide_as_they_are_high() -> None:
    assert width_of("量子技術", 14) == pytest.approx(56, abs=1)
    assert width_of("量子", 10) < width_of("量子A", 10)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("量子技術分野の協力", 200, 1),
        ("量子技術分野の協力", 60, 2),
        ("a word and another one", 60, 2),
        ("Verylongwordthatnolineholds", 60, 3),
        ("", 60, 1),
    ],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert lines_of(para(text), width) == lines


def test_closing_brackets_never_begin_a_line() -> None:
    """Ten letters and a bracket do not part."""
    assert lines_of(para("一二三四五六七八九十」"), 104) == 2
    assert lines_of(para("一二三四五六七八九」"), 104) == 1


AREA = Area(0, 0, 600, 300)


def test_places_fill_an_area() -> None:
    found = scaled({"a": (0, 0), "b": (10, 5), "c": (20, 10)}, AREA, 100, 40)
    assert found == {"a": (50, 20), "b": (300, 150), "c": (550, 280)}


def test_on_a_grid_nothing_collides_and_lines_pass_behind_nothing() -> None:
    crowd = {f"n{i}": (i * 3.0, (i * 7) % 11) for i in range(12)}
    pairs = [("n0", f"n{i}") for i in range(1, 12)]
    found = on_grid(crowd, pairs, AREA, 100, 40)
    assert found is not None
    assert not collide(found, 100, 40)
    behind = [
        (pair, id_)
        for pair in pairs
        for id_, middle in found.items()
        if id_ not in pair and passes(found[pair[0]], found[pair[1]], middle, 100, 40)
    ]
    assert len(behind) <= 2


def test_an_area_that_is_too_small_is_told() -> None:
    assert on_grid({f"n{i}": (0, 0) for i in range(50)}, [], AREA, 100, 40) is None
