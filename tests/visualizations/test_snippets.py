"""Pieces for pages of one's own: valid, whole, with their sources, and no text of the record acts as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Handling
from queries.catalogue import find_query
from queries.results import Coverage
from queries.run import run
from tests.shipped import ShippedGraph
from visualizations.briefing.imprint import Imprint, read_imprint
from visualizations.briefing.phrases import read_phrases
from visualizations.neighbourhood import neighbourhood
from visualizations.parts import Cite, Evidence, Facts, Node, Scene, Source, Tie
from visualizations.scene import first_view
from visualizations.snippets.drawing import network_svg
from visualizations.snippets.figure import figure_html
from visualizations.snippets.markdown import markdown_text
from visualizations.snippets.mermaid import mermaid
from visualizations.snippets.ties import tie_table
from visualizations.style import line_look, node_look
from visualizations.table import Table, make_table

DAY = "2026-11-28"
HOSTILE = (
    '"] --> x["<script>alert(1)</script>`a` **b** [c](javascript:alert(1)) ![d](http://e.x/f.png) | g |\n'
    '%%{init: {"theme": "dark"}}%%\n# end &lt;b&gt; #quot; <img src=x onerror=alert(1)> click n1 href "javascript:x"'
)


@pytest.fixture(scope="module")
def graph(shipped_graph: ShippedGraph) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(shipped_graph()) as store:
        yield store


@pytest.fixture
def hostile() -> Scene:
    lines = tuple(HOSTILE.split("\n"))
    nodes = (
        Node("a", lines, node_look("Country"), 1, 1, 0, Evidence(HOSTILE, "", HOSTILE)),
        Node("b", ("日本",), node_look("Meeting"), 1, 1, 0, Evidence("日本", "", HOSTILE)),
    )
    evidence = Evidence(HOSTILE, "", "", cites=(Cite("s", HOSTILE),))
    tie = Tie("a b", "a", "b", line_look("PARTY_TO"), evidence, facts=Facts("PARTY_TO"))
    source = Source("s", HOSTILE, HOSTILE, "", HOSTILE, "https://e.x/a_b?c=1&d=2")
    return Scene(
        "ja", HOSTILE, "", nodes, (tie,), (), (), (), (HOSTILE,), (source,), DAY, HOSTILE, "b1", "internal"
    )  # fmt: skip


def neighbours(graph: EmbeddedStore, lang: str, focus: str = "country:GB") -> Scene:
    return neighbourhood(graph, focus=focus, steps=1, own="country:JP", as_of=DAY, lang=lang)


def plain(text: str) -> str:
    return " ".join(text.split())


# Mermaid ------------------------------------------------------------------------------------------------------------

_NODE = re.compile(r'  (n\d+)(\[\[|\(\(\(|\(\(|\(\[|\{\{|\[/|\[|\(|\{|>)"([^"#]|#\d+;)*"(\]\]|\)\)\)|\)\)|\]\)|\}\}|/\]|\\\]|\]|\)|\})')  # fmt: skip
_TIE = re.compile(r'  (n\d+) (===|==>|---|-->|-\.-|-\.->)\|"(?:[^"#|]|#\d+;)*"\| (n\d+)')
_STYLE = re.compile(r"  style (n\d+) (stroke-width: \d+px|stroke-dasharray: 5 4)")


def parsed(text: str) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """Nodes, ties and comments of a flowchart; every line is one of these."""
    head, title, end, kind, *body = text.splitlines()
    assert (head, end, kind) == ("---", "---", "flowchart LR")
    assert title.startswith('title: "')
    nodes: list[str] = []
    ties: list[tuple[str, str]] = []
    comments: list[str] = []
    for line in body:
        if line.startswith("  %% "):
            comments.append(line[5:])
        elif found := _NODE.fullmatch(line):
            nodes.append(found[1])
        elif found := _TIE.fullmatch(line):
            ties.append((found[1], found[3]))
        else:
            styled = _STYLE.fullmatch(line)
            assert styled, line
            assert styled[1] in nodes
    assert len(set(nodes)) == len(nodes)
    assert {end for tie in ties for end in tie} <= set(nodes)
    assert "%%{" not in text
    return nodes, ties, comments


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("focus", ["country:GB", "agreement:jp-uk-quantum-moc-2025", "forum:mdq"])
def test_a_network_as_a_flowchart(graph: EmbeddedStore, lang: str, focus: str) -> None:
    scene = neighbours(graph, lang, focus)
    nodes, ties, comments = parsed(mermaid(scene, "foot"))
    assert len(nodes) == len(scene.nodes)
    assert len(ties) == len(scene.ties)
    assert comments[-2:] == [scene.coverage, "foot"]
    cited = {int(number) for number in re.findall(r"(\d+)\)", " ".join(re.findall(r'\|"(.*)"\|', mermaid(scene, ""))))}  # fmt: skip
    listed = {int(line.split(")")[0]) for line in comments if re.match(r"\d+\) ", line)}
    assert cited == listed == set(range(1, len(listed) + 1))


def test_looks_of_lines_are_told(graph: EmbeddedStore) -> None:
    text = mermaid(neighbours(graph, "ja", "agreement:jp-uk-quantum-moc-2025"), "")
    assert "-.->" in text
    assert "  %% -.-> 契機となった（列挙）" in text
    assert "  %% === 当事者" in text
    first = mermaid(first_view(graph, own="country:JP", as_of=DAY, lang="ja"), "")
    assert re.search(r"style (n\d+) stroke-width: 4px", first)


def test_no_text_is_a_statement_of_a_flowchart(hostile: Scene) -> None:
    nodes, ties, _ = parsed(mermaid(hostile, HOSTILE))
    assert (nodes, ties) == (["n1", "n2"], [("n1", "n2")])
    text = mermaid(hostile, "")
    drawn = [line for line in text.splitlines() if not line.startswith("  %%")]
    assert "<" not in "".join(drawn).replace("<br>", "")
    assert "【部内限り】" in text.splitlines()[1]
    (label,) = re.findall(r'n1\(\["(.*)"\]\)', text)
    said = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label.replace("<br>", "\n"))
    assert said == HOSTILE


# HTML ---------------------------------------------------------------------------------------------------------------

_SVG = {"svg", "rect", "path", "text", "g", "title"}
_TAGS = _SVG | {"span", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "p", "ul", "li", "strong", "small", "a", "br"}  # fmt: skip
_ATTRIBUTES = {"class", "lang", "scope", "href", "rel"}
_DRAWN = {
    "xmlns", "viewbox", "width", "height", "role", "aria-label", "font-family", "font-size", "x", "y", "d", "fill",
    "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "dominant-baseline",
}  # fmt: skip


class Reader(HTMLParser):
    """Tags in balance, nothing but what a figure needs, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.count: dict[str, int] = {}
        self.links: list[str] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS
        assert {name for name, _ in attrs} <= (_DRAWN if tag in _SVG else _ATTRIBUTES)
        self.links += [str(value) for name, value in attrs if name == "href"]
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_an_answer_as_a_figure(graph: EmbeddedStore, lang: str) -> None:
    answer = run(
        find_query("partner-gap"), {"forum": "MDQ"}, as_of=DAY, settings={"party": "JP"}, store=graph
    )  # fmt: skip
    table = make_table(answer, lang)
    imprint = read_imprint(graph, read_phrases(), DAY)
    read = Reader(figure_html(table, imprint, lang))
    assert read.count["figure"] == read.count["figcaption"] == 1
    assert read.count["table"] == 3
    assert read.count["caption"] == 2
    assert read.count["li"] == len(table.footnotes)
    said = "".join(read.said)
    assert all(text in said for text in (table.title, table.coverage, imprint.foot(lang)))
    assert all(link.startswith("http") for link in read.links)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_network_as_a_figure_is_drawn_as_the_page_draws_it(
    graph: EmbeddedStore, lang: str
) -> None:
    scene = first_view(graph, own="country:JP", as_of=DAY, lang=lang)
    drawing = network_svg(scene)
    ET.fromstring(drawing)  # noqa: S314 - our own drawing
    read = Reader(
        figure_html(tie_table(scene), read_imprint(graph, read_phrases(), DAY), lang, drawing)
    )
    assert read.count["g"] == len(scene.nodes)
    lines = [line for node in scene.nodes for line in node.label]
    lines += [line for frame in scene.frames for line in frame.heading]
    lines += [entry.text for entry in scene.legend]
    assert set(lines) <= set(read.said)


def test_no_text_is_a_tag_of_a_figure(hostile: Scene) -> None:
    coverage = Coverage(DAY, "", "", "", {}, 1, 1, 0, Handling.INTERNAL)
    imprint = Imprint(read_phrases(), coverage, HOSTILE)
    read = Reader(figure_html(tie_table(hostile), imprint, "ja", network_svg(hostile)))
    assert set(read.links) == {"https://e.x/a_b?c=1&d=2", "http://e.x/f.png"}
    assert "部内限り" in read.said
    assert read.count["svg"] == 1
    assert plain(HOSTILE).split(" http")[0] in plain("".join(read.said))


# Markdown -----------------------------------------------------------------------------------------------------------


def rendered(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").render(text)  # fmt: skip


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_network_as_markdown(graph: EmbeddedStore, lang: str) -> None:
    scene = neighbours(graph, lang)
    table = tie_table(scene)
    html = rendered(markdown_text(table, "the foot"))
    assert html.count("<table>") == 1
    assert html.count("<tr>") == 1 + len(scene.ties)
    assert "the foot" in html
    assert len(table.footnotes) == len(table.cited) > 0


def test_no_text_is_markup_of_markdown(hostile: Scene) -> None:
    html = rendered(markdown_text(tie_table(hostile), HOSTILE))
    tags = set(re.findall(r"<(/?\w+)", html))
    assert {"script", "img", "em", "h1", "code"}.isdisjoint(tags)
    links = set(re.findall(r'href="([^"]*)"', html))
    assert links == {"https://e.x/a_b?c=1&amp;d=2", "http://e.x/f.png"}
    assert html.count("<tr>") == 2
    assert "&amp;lt;b&amp;gt;" in html


@pytest.mark.parametrize(
    "text", ["- a", "# a", "> a", "1_000_ *a*", "a|b", "~~a~~", "<a@b.c>", "a\nb", "`a`", "=1+1"]
)
def test_a_cell_says_what_it_says(text: str) -> None:
    table = Table("t", ("h",), ((text,),), notes=(text,))
    html = rendered(markdown_text(table))
    (cell,) = re.findall(r"<td>(.*)</td>", html)
    expected = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert cell == expected
    assert f"<p>{expected}</p>" in html
