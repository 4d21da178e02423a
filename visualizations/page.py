"""A scene as one page that works from a file, without a network: HTML, style, script and data in it.

pyvis holds the network and renders our template, and its package supplies vis-network. Nothing else of pyvis is
used: its own page loads from content delivery networks and lets names act as HTML.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyvis  # type: ignore[import-untyped]
from markupsafe import Markup
from pyvis.network import Network  # type: ignore[import-untyped]

from graphmodel.claims import OURS
from graphmodel.errors import EnishiError
from graphmodel.messages import Message
from visualizations.content import GLYPH, SLOPE
from visualizations.labels import FONT_SIZE, LINE_HEIGHT
from visualizations.layout import BEND
from visualizations.parts import Node, Scene, Tie
from visualizations.style import INSIDE
from visualizations.wording import page_words

FILES = Path(__file__).parent / "page_files"
"""Our template, script and style."""

_HIGHLIGHT = "#0B5394"
_MARGIN = 24
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"selectionWidth": 1, "hoverWidth": 0},
    "interaction": {
        "hover": False,
        "keyboard": False,
        "multiselect": False,
        "selectable": False,
        "selectConnectedEdges": False,
    },
}
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")


def page_html(scene: Scene) -> str:
    """Write a scene as a page.

    Args:
        scene: The picture.

    Returns:
        HTML. The same scene gives the same text.

    Raises:
        EnishiError: If the installed pyvis has no vis-network in it.
    """
    network = Network(directed=True, cdn_resources="in_line")
    network.set_template_dir(str(FILES), "template.html")
    for node in scene.nodes:
        network.add_node(node.id, **_node(node))
    network.edges.extend(_edge(tie) for tie in scene.ties)
    network.options = _OPTIONS
    environment = network.templateEnv
    environment.autoescape = True
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.globals["page"] = _page(scene)
    return str(network.generate_html()) + "\n"


def _page(scene: Scene) -> dict[str, Any]:
    """What the template needs beside the network."""
    script, css, vis = _file("page.js"), _file("page.css"), _vis_network()
    policy = [
        "default-src 'none'",
        f"script-src {_hash(vis)} {_hash(script)}",
        f"style-src {_hash(css)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return {
        "scene": scene,
        "lang": scene.lang,
        "lang_of": language_of,
        "words": page_words(scene.lang),
        "kinds": _by_kind(scene.nodes),
        "policy": "; ".join(policy),
        "data": _data(scene),
        "css": Markup(css),  # noqa: S704 - our own files and those of the package, no data
        "script": Markup(script),  # noqa: S704
        "vis": Markup(vis),  # noqa: S704
    }


def _data(scene: Scene) -> dict[str, Any]:
    """What the script needs beside the network."""
    parts: list[Node | Tie] = [*scene.nodes, *scene.ties]
    return {
        "lang": scene.lang,
        "as_of": scene.as_of,
        "focus": scene.focus,
        "build": scene.build,
        "ours": OURS,
        "words": page_words(scene.lang),
        "font_size": FONT_SIZE,
        "line_height": LINE_HEIGHT,
        "glyph": GLYPH,
        "slope": SLOPE,
        "inside": sorted(INSIDE),
        "bounds": _bounds(scene),
        "evidence": {part.id: asdict(part.evidence) for part in parts},
        "sources": {source.id: asdict(source) for source in scene.sources},
        "frames": [asdict(frame) for frame in scene.frames],
        "marks": [asdict(mark) for mark in scene.marks],
        "legend": [asdict(entry) for entry in scene.legend],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "label": "\n".join(node.label),
        "shape": "custom",
        "color": node.look.border,
        "x": node.x,
        "y": node.y,
        "look": asdict(node.look),
        "inside": node.look.shape in INSIDE,
        "box": [node.width, node.height],
        "drop": node.drop,
    }


def _edge(tie: Tie) -> dict[str, Any]:
    look = tie.look
    edge: dict[str, Any] = {
        "id": tie.id,
        "from": tie.start,
        "to": tie.end,
        "color": {"color": look.colour, "highlight": _HIGHLIGHT, "inherit": False},
        "width": look.width,
        "dashes": list(look.dashes) or False,
        "smooth": False,
        "disputed": tie.disputed,
    }
    if tie.sideways:
        edge["smooth"] = {
            "enabled": True,
            "type": "cubicBezier",
            "forceDirection": "horizontal",
            "roundness": BEND + 0.1 * tie.bend,
        }
    elif tie.bend:
        edge["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": 0.12 * tie.bend}
    if look.arrow:
        edge["arrows"] = {"to": {"enabled": True, "scaleFactor": 0.6}}
    return edge


def _bounds(scene: Scene) -> list[int]:
    """Left, top, right and bottom of all that is drawn."""
    boxes = [
        (
            node.x - node.width // 2,
            node.y + node.drop - node.height // 2,
            node.x + node.width // 2,
            node.y + node.drop + node.height // 2,
        )
        for node in scene.nodes
    ]
    boxes += [(f.left, f.top, f.left + f.width, f.top + f.height) for f in scene.frames]
    left, top, right, bottom = zip(*boxes, strict=True)
    return [min(left) - _MARGIN, min(top) - _MARGIN, max(right) + _MARGIN, max(bottom) + _MARGIN]


def _by_kind(nodes: Iterable[Node]) -> list[tuple[str, list[Node]]]:
    """Nodes as they are listed, by kind."""
    grouped: dict[str, list[Node]] = {}
    for node in nodes:
        grouped.setdefault(node.evidence.kind, []).append(node)
    return list(grouped.items())


def language_of(text: str) -> str:
    """`ja` if the text has Japanese characters, else `en`."""
    return "ja" if _JAPANESE.search(text) else "en"


def _file(name: str) -> str:
    return (FILES / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """The newest vis-network in the installed pyvis package, without the address of its source map."""
    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    found = sorted(folder.glob("vis-*/vis-network.min.js"), key=_version)
    if not found:
        raise EnishiError(
            Message("The installed pyvis has no vis-network in {folder}.", folder=folder),
            Message("Install pyvis 0.3.2 anew."),
        )
    text = found[-1].read_text(encoding="utf-8")
    text = re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", text)
    if "</script" in text.lower():
        raise EnishiError(
            Message("{path} cannot stand in a page.", path=found[-1]),
            Message("Install pyvis 0.3.2 anew."),
        )
    return text


def _version(path: Path) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", path.parent.name)))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
