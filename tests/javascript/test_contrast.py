"""Colours stand out as WCAG 2.2 AA asks: on light and on dark paper, in pictures and on pages."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from graphmodel.kinds import KINDS, TIES
from graphmodel.vocab import Basis, InstrumentType, Mood
from tests.javascript.test_javascript import node
from visualizations.style import OWN_SIDE, PLANNED, drawn_kinds, line_look, node_look

FILES = Path(__file__).parents[2] / "visualizations" / "page_files"
TEXT, GRAPHIC = 4.5, 3.0
ASK = """
const { colours } = (require(process.argv[1]), globalThis.enishi);
const asked = JSON.parse(process.argv[2]);
process.stdout.write(JSON.stringify({
  light: colours.LIGHT,
  dark: colours.DARK,
  lines: asked.lines.map((colour) => colours.line(colour, true)),
  nodes: asked.nodes.map((look) => colours.node(look, true)),
}));
"""


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: relative luminance of the lighter to that of the darker, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def looks() -> list[Any]:
    """How every kind and every type of instrument is drawn."""
    plain = [
        node_look(kind, type_, own=own, planned=planned)
        for kind, own, planned in product(drawn_kinds(), (False, True), (False, True))
        for type_ in (InstrumentType if kind == "Agreement" else ("",))
    ]
    return [OWN_SIDE, PLANNED, *plain]


def lines() -> list[str]:
    """The colours of all ties."""
    return sorted(
        {
            line_look(type_, basis, mood).colour
            for type_, basis, mood in product(TIES, ("", Basis.LISTED), ("", Mood.PLANNED))
        }
    )


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """What the page's script makes of the colours."""
    asked = {
        "lines": lines(),
        "nodes": [{"fill": look.fill, "border": look.border} for look in looks()],
    }
    said = subprocess.check_output(
        [node(), "-e", ASK, str(FILES / "js" / "colours.js"), json.dumps(asked)], text=True
    )
    return dict(json.loads(said))


def test_labels_read_on_every_shape(script: dict[str, Any]) -> None:
    for look, dark in zip(looks(), script["nodes"], strict=True):
        assert contrast(script["light"]["ink"], look.fill) >= TEXT, look
        assert contrast(script["dark"]["ink"], dark["fill"]) >= TEXT, dark


def test_shapes_stand_out_from_the_paper_by_their_outline(script: dict[str, Any]) -> None:
    for look, dark in zip(looks(), script["nodes"], strict=True):
        assert contrast(look.border, script["light"]["paper"]) >= GRAPHIC, look
        assert contrast(dark["border"], script["dark"]["paper"]) >= GRAPHIC, dark


def test_ties_stand_out_from_the_paper(script: dict[str, Any]) -> None:
    for colour, dark in zip(lines(), script["lines"], strict=True):
        assert contrast(colour, script["light"]["paper"]) >= GRAPHIC, colour
        assert contrast(dark, script["dark"]["paper"]) >= GRAPHIC, dark


def test_nothing_is_told_by_colour_alone() -> None:
    """Kinds differ in shape, or in what their label says, even where their greys are alike."""
    shapes = {kind: node_look(kind).shape for kind in drawn_kinds()}
    assert len(set(shapes.values())) == len(shapes), shapes
    assert set(KINDS) >= set(shapes)


def test_no_colour_is_red(script: dict[str, Any]) -> None:
    for colour in [*lines(), *(look.border for look in looks()), script["light"]["mark"]]:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert not (red > 140 and green < 80 and blue < 80), colour


@pytest.mark.parametrize("paper", ["light", "dark"])
def test_text_of_the_page_reads(script: dict[str, Any], paper: str) -> None:
    page = variables(paper)
    for ink, ground in product(("ink", "soft", "mark"), ("paper", "wash", "note")):
        assert contrast(page[ink], page[ground]) >= TEXT, (ink, ground)
    for ground in ("hover", "current"):
        assert contrast(page["ink"], page[ground]) >= TEXT, ground
    canvas = {name: colour.lower() for name, colour in script[paper].items()}
    for name in ("ink", "soft", "line", "paper", "wash", "mark"):
        assert page[name] == canvas[name], f"{name} is another colour on the canvas"


def variables(paper: str) -> dict[str, str]:
    """The colours that the style sheets declare."""
    file = {"light": "page.css", "dark": "dark.css"}[paper]
    text = (FILES / "css" / file).read_text(encoding="utf-8")
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", text))
