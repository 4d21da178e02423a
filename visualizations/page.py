"""Scenes as one page that works from a file, without a network: HTML, style, scripts and data in it.

pyvis holds the network and renders our template, and its package supplies vis-network. Nothing else of pyvis is
used: its own page loads from content delivery networks and lets names act as HTML. A page holds one scene for each of
its languages, with the same ids in the same places.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyvis  # type: ignore[import-untyped]
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network  # type: ignore[import-untyped]

from graphmodel.dates import PartialDate
from graphmodel.errors import EnishiError
from graphmodel.messages import Message
from graphmodel.vocab import Handling
from visualizations.packing import packed
from visualizations.page_data import page_data
from visualizations.parts import Node, Scene
from visualizations.wording import page_words

FILES = Path(__file__).parent / "page_files"
"""Our template, scripts and styles."""

SCRIPTS = (
    "registry",
    "unpack",
    "dom",
    "state",
    "fold",
    "colours",
    "outlines",
    "lines",
    "fit",
    "svg",
    "figure",
    "shapes",
    "model",
    "paper",
    "showing",
    "bundles",
    "bundle_label",
    "place",
    "positions",
    "signs",
    "focusing",
    "conditions",
    "app",
    "drawing",
    "vis_items",
    "through",
    "frames",
    "picture",
    "source_of",
    "path",
    "evidence",
    "list",
    "legend_of",
    "legend",
    "filters",
    "search",
    "time",
    "tabs",
    "menu",
    "vector",
    "tab_parts",
    "tab_card",
    "rows",
    "clipboard",
    "tab_table",
    "timeline_layout",
    "timeline_marks",
    "timeline_drawing",
    "tab_timeline",
    "matrix_cells",
    "tab_matrix",
    "map_layout",
    "tab_map",
    "traced",
    "seen",
    "save",
    "png",
    "dialog",
    "export",
    "print",
    "directions",
    "keyboard",
    "story",
    "main",
)
"""Our scripts in the order in which they are loaded; tabs and actions register before `main`, which runs last."""

STYLES = ("page", "tabs", "output", "dark", "print", "embed")
"""Our styles in the order in which they apply."""

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


def page_html(
    scenes: Sequence[Scene],
    *,
    tabs: Mapping[str, Any] | None = None,
    story: Sequence[Mapping[str, Any]] = (),
    command: str = "",
    handling: str = "",
    assets: str = "",
    home: Mapping[str, str] | None = None,
    embed: bool = False,
) -> str:
    """Write a picture as a page.

    Args:
        scenes: The same picture in each language, that of the page first.
        tabs: Data of each tab beside the picture, by its id.
        story: Steps of the story, if it has one.
        command: The line by which the page can be made again.
        handling: Who may see it; what its graph says if empty.
        assets: Address of the folder that holds `shared_files`; empty if all stands in the page itself.
        home: Address of the page that this one belongs to, by language; None if it stands alone.
        embed: Whether it is shown inside of another page, and so is the picture with its day and build alone.

    Returns:
        HTML. The same scenes give the same text.

    Raises:
        EnishiError: If the installed pyvis has no vis-network in it.
    """
    network = Network(directed=True, cdn_resources="in_line")
    network.path, network.templateEnv = "template.html", _environment()
    scene = scenes[0]
    network.nodes.extend({"id": node.id, "x": node.x, "y": node.y} for node in scene.nodes)
    for node in scene.further.nodes:
        at = scene.further.places.get(node.id)
        network.nodes.append({"id": node.id} | ({"x": at[0], "y": at[1]} if at else {}))
    network.edges.extend(
        {"id": tie.id, "from": tie.start, "to": tie.end}
        for tie in (*scene.ties, *scene.further.ties)
    )
    network.options = _OPTIONS
    data = page_data(scenes, tabs=tabs or {}, story=story, command=command, handling=handling)
    block = packed({"nodes": network.nodes, "edges": network.edges, "page": data})
    network.edges[:] = block["edges"]
    network.templateEnv.globals["page"] = _page(scene, block["page"], assets) | {
        "home": home,
        "back": "home" if data["focus"] else "front",
        "embed": embed,
        "frozen": _frozen(scene),
        "mark": {lang: Handling(data["handling"]).label(lang) for lang in data["langs"]},
    }
    return str(network.generate_html()) + "\n"


@cache
def _scripts() -> dict[str, str]:
    """The scripts by file, in the order in which they are loaded."""
    return {"vis-network.js": _vis_network()} | {
        f"{name}.js": _file(f"js/{name}.js") for name in SCRIPTS
    }


@cache
def _styles() -> dict[str, str]:
    """The styles by file, in the order in which they apply."""
    return {f"{name}.css": _file(f"css/{name}.css") for name in STYLES}


def shared_files() -> dict[str, str]:
    """What the pages of a folder may share, instead of each having it in itself: text by name of a file."""
    return _scripts() | _styles()


@cache
def _environment() -> Environment:
    """Where our template comes from: read once, however many pages are written."""
    made = Environment(loader=FileSystemLoader(FILES), autoescape=True)
    made.policies["json.dumps_kwargs"] = {
        "sort_keys": False,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    return made


def _page(scene: Scene, data: dict[str, Any], assets: str) -> dict[str, Any]:
    """What the template needs beside the network."""
    scripts, styles = _scripts(), _styles()
    # A file has no origin, so that `self` does not name what lies beside it.
    beside = "'self' file:"
    policy = [
        "default-src 'none'",
        f"script-src {beside if assets else ' '.join(map(_hash, scripts.values()))}",
        f"style-src {beside if assets else ' '.join(map(_hash, styles.values()))}",
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
        "data": data,
        # Our own files and those of the package, no data.
        "styles": [(f"{assets}/{name}", Markup(text)) for name, text in styles.items()],  # noqa: S704
        "scripts": [(f"{assets}/{name}", Markup(text)) for name, text in scripts.items()],  # noqa: S704
        "assets": assets,
    }


def _frozen(scene: Scene) -> str:
    """Of which day and build a page is that is shown inside of another one."""
    day = PartialDate.parse(scene.as_of).label(scene.lang)
    return page_words(scene.lang)["frozen"].format(day=day, build=scene.build)


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
