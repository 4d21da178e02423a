"""A ministry's own template: its layouts and placeholders are found by name, and what is missing is told."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from graphmodel.errors import EnishiError
from tests.visualizations.deck.checking import faults
from visualizations.deck.house import read_house
from visualizations.deck.slides import Section, SectionsSlide

Draw = Callable[..., bytes]
SLIDE = SectionsSlide("s", "題", sections=(Section("見出し", ("一行",)),))


def template(path: Path, *, layout: str = "Enishi", body: bool = True) -> Path:
    """A template of 4:3 with one example slide, whose layout is named, with a place for what slides show."""
    made = Presentation()
    chosen = made.slide_layouts[1]  # title and content
    chosen.name = layout
    for shape in list(chosen.placeholders):
        if shape.placeholder_format.idx == 1 and body:
            shape.name = "Enishi body"
            shape.left, shape.top, shape.width, shape.height = Pt(60), Pt(130), Pt(600), Pt(330)
    made.slides.add_slide(chosen)
    made.save(str(path))
    return path


def test_slides_stand_where_the_template_says(draw: Draw, tmp_path: Path) -> None:
    content = draw([[SLIDE]], template=template(tmp_path / "house.pptx"))
    made = Presentation(io.BytesIO(content))
    assert len(made.slides) == 1, "the example slide is gone, and there are no sources"
    slide = made.slides[0]
    assert slide.slide_layout.name == "Enishi"
    boxes = [s for s in slide.shapes if s.name.startswith(("heading", "lines"))]
    assert boxes
    assert all(s.left >= Pt(60) and s.left + s.width <= Pt(661) for s in boxes)
    assert faults(content) == []


def test_powerpoints_own_layout_will_do(draw: Draw, tmp_path: Path) -> None:
    path = tmp_path / "plain.pptx"
    Presentation().save(str(path))
    assert faults(draw([[SLIDE]], template=path)) == []
    assert read_house(path).layout.name == "Title Only"


def test_a_template_without_a_layout_is_told_what_was_looked_for(tmp_path: Path) -> None:
    path = template(tmp_path / "house.pptx", layout="Ours")
    made = Presentation(str(path))
    for layout in list(made.slide_layouts):
        if layout.name != "Ours":
            made.slide_layouts.remove(layout)
    made.save(str(path))
    with pytest.raises(
        EnishiError, match=r"no layout named Enishi / タイトルのみ / Title Only; it has: Ours"
    ):
        read_house(path)


def test_what_is_no_presentation_is_told(tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    path.write_bytes(b"nothing")
    with pytest.raises(EnishiError, match="is no presentation"):
        read_house(path)
