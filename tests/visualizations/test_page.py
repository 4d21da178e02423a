from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from enishi.cli import cli
from graphmodel.stores.base import GraphStore
from visualizations import wording
from visualizations.page import SCRIPTS, page_html
from visualizations.parts import Scene
from visualizations.scene import first_view
from visualizations.wording_export import EXPORT_WORDS

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(1)</script> href {{ 1 }}"


class Reader(HTMLParser):
    """What a browser would load, run and show."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: dict[str, list[str]] = {"script": [], "style": []}
        self.text: list[str] = []
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in self.blocks else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[self._inside].append(data)
        elif data.strip():
            self.text.append(data.strip())

    def attribute(self, tag: str, name: str) -> list[str]:
        return [attrs[name] or "" for t, attrs in self.tags if t == tag and name in attrs]


@pytest.fixture(scope="session")
def scene(graph: GraphStore) -> Scene:
    return first_view(graph, own="country:JP", as_of="2026-11-25", lang="ja")


@pytest.fixture(scope="session")
def page(scene: Scene) -> str:
    return page_html([scene])


def with_hostile_words(scene: Scene) -> Scene:
    """The scene with the same hostile text in every name, title and source."""
    nodes = [
        replace(n, label=(HOSTILE,), evidence=replace(n.evidence, title=HOSTILE, kind=HOSTILE))
        for n in scene.nodes
    ]
    ties = [replace(t, evidence=replace(t.evidence, title=HOSTILE)) for t in scene.ties]
    sources = [
        replace(s, title=HOSTILE, publisher=HOSTILE, url=f"javascript:{HOSTILE}")
        for s in scene.sources
    ]
    return replace(
        scene,
        title=HOSTILE,
        coverage=HOSTILE,
        notes=(HOSTILE,),
        nodes=tuple(nodes),
        ties=tuple(ties),
        sources=tuple(sources),
        legend=tuple(replace(entry, text=HOSTILE) for entry in scene.legend),
    )


def test_it_is_one_file_of_html_in_the_language_asked_for(page: str, scene: Scene) -> None:
    assert page.startswith("<!doctype html>\n")
    read = Reader(page)
    assert read.attribute("html", "lang") == ["ja"]
    assert read.attribute("meta", "charset") == ["utf-8"]
    assert "viewport" in read.attribute("meta", "name")
    assert scene.title in read.text
    assert scene.coverage in read.text
    assert all(entry.text in read.text for entry in scene.legend)


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    read = Reader(page)
    assert [url for tag, _ in read.tags for url in read.attribute(tag, "src")] == []
    assert read.attribute("link", "href") == ["data:,"]
    assert "sourceMappingURL" not in page
    assert "@import" not in page
    assert not re.search(r"url\(\s*['\"]?(?!data:)", "".join(read.blocks["style"]))
    assert len(page.encode("utf-8")) < 900_000


def test_the_policy_names_exactly_what_runs(page: str) -> None:
    read = Reader(page)
    (policy,) = read.attribute("meta", "content")[:1]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    data, *scripts = read.blocks["script"]
    json.loads(data)
    for text in (*scripts, *read.blocks["style"]):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert not [attrs for _, attrs in read.tags if any(name.startswith("on") for name in attrs)]


def test_hostile_words_stay_text(scene: Scene) -> None:
    html = page_html([with_hostile_words(scene)])
    read = Reader(html)
    assert "img" not in [tag for tag, _ in read.tags]
    assert len(read.blocks["script"]) == 2 + len(SCRIPTS)
    assert "<img src=x" not in html
    data = json.loads(read.blocks["script"][0])
    assert HOSTILE in ["\n".join(label) for label in data["page"]["common"]["labels"]]
    assert read.attribute("a", "href") == []
    assert "7" not in {text.strip() for text in read.text}


def test_every_node_is_also_in_a_list_of_buttons(page: str, scene: Scene) -> None:
    assert set(filter(None, Reader(page).attribute("button", "data-id"))) == {
        node.id for node in scene.nodes
    }


def test_japanese_on_an_english_page_is_marked(graph: GraphStore) -> None:
    english = first_view(graph, own="country:JP", as_of="2026-11-25", lang="en")
    english = replace(
        english,
        nodes=tuple(
            replace(node, evidence=replace(node.evidence, title="量子")) for node in english.nodes
        ),
    )
    read = Reader(page_html([english]))
    assert read.attribute("html", "lang") == ["en"]
    assert set(read.attribute("button", "lang")) == {"ja"}


def test_the_command_writes_the_same_bytes_each_time(store_path: Path, tmp_path: Path) -> None:
    pages = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "enishi", "view", "--store", str(store_path)]
        command += ["--lang", "ja", "--as-of", "2026-11-25", "--focus", "MDQ", "-o", str(target)]
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        assert str(target) in done.stderr
        assert done.stdout == ""
        pages.append(target.read_bytes())
    assert pages[0] == pages[1]
    assert "量子多国間対話" in pages[0].decode("utf-8")


def test_the_command_explains_what_it_cannot_do(store_path: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "page.html")
    for arguments in (
        ["--steps", "2"],
        ["--focus", "Atlantis"],
        ["--focus", "MDQ", "--steps", "9"],
    ):
        done = CliRunner().invoke(
            cli, ["view", "--store", str(store_path), "-o", target, *arguments]
        )
        assert done.exit_code != 0
    assert not Path(target).exists()


def test_no_word_of_a_page_is_said_twice() -> None:
    assert not wording._PAGE.keys() & EXPORT_WORDS.keys()
    for ja, en in EXPORT_WORDS.values():
        assert ja
        assert en
        assert set(re.findall(r"\{\w+\}", ja)) == set(re.findall(r"\{\w+\}", en))
