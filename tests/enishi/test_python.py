"""The graph from Python: rows, data frames, networks, tables of a notebook; and a real notebook, run by a kernel."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import networkx as nx
import pandas as pd
import pytest

import enishi
from enishi.python import Graph
from graphmodel.errors import EnishiError, UsageError

ROOT = Path(__file__).parents[2]
DAY = "2025-05-01"
PATHS = (
    "MATCH p = (f:Forum {id: $id})<-[m:MEMBER_OF]-(c:Country) RETURN p, c.id AS id ORDER BY c.id"
)


@pytest.fixture
def graph(clean_environment: None, shipped_store: Path) -> Iterator[Graph]:
    with enishi.open(shipped_store, lang="en") as opened:
        yield opened


def test_a_saved_query(graph: Graph) -> None:
    gap = graph.query("partner-gap", forum="MDQ", party="JP", as_of=DAY)
    assert len(gap) == 9
    assert gap.rows[0]["country"] == "country:AU"
    assert [row["country"] for row in gap] == [row["country"] for row in gap.rows]
    assert gap.columns[0] == "country"
    assert {source["id"] for source in gap.sources} >= {"deck-2025"}
    assert (gap.coverage.as_of, gap.truncated) == (DAY, False)
    assert graph.query("partner-gap", forum="MDQ", as_of=DAY, max_rows=2).truncated


def test_companions_are_below(graph: Graph) -> None:
    gap = graph.query("partner-gap", forum="MDQ", party="JP", as_of="2026-11-21")
    excluded, outside = gap.companions
    assert "country:GB" in {row["country"] for row in excluded}
    assert outside.rows
    html = gap._repr_html_()
    assert html.count("<table>") == 3


@pytest.mark.parametrize(
    ("text", "first"),
    [("英国", "country:GB"), ("MDQ", "forum:mdq"), ("Virkkunen", "person:henna-virkkunen")],
)
def test_find(graph: Graph, text: str, first: str) -> None:
    found = graph.find(text)
    assert found.rows[0]["id"] == first
    assert first in found._repr_html_()
    assert found.to_networkx().has_node(first)


def test_find_nothing_or_only_of_a_kind(graph: Graph) -> None:
    assert len(graph.find("qqqqqqqqqq")) == 0
    assert {row["kind"] for row in graph.find("日本", kinds=["Organisation"])} <= {"Organisation"}


def test_parameters_are_as_they_are_typed(graph: Graph) -> None:
    one, two = (
        graph.query("partner-gap", forum="MDQ", as_of=DAY, types=types)
        for types in ("letter_of_intent,statement", ["letter_of_intent", "statement"])
    )
    assert one.rows == two.rows
    assert {row["country"] for row in one} > {"country:GB"}


def test_cypher(graph: Graph) -> None:
    members = graph.cypher(PATHS, id="forum:mdq")
    assert len(members) == 13
    assert members.rows[0]["id"] == "country:AU"
    path = members.rows[0]["p"]
    assert [node.id for node in path.nodes] == ["forum:mdq", "country:AU"]
    assert path.nodes[0].props["name_ja"] == "量子多国間対話"
    assert [tie.type for tie in path.ties] == ["MEMBER_OF"]
    assert graph.cypher("RETURN $as_of AS day", as_of=DAY).rows == [{"day": DAY}]
    assert graph.cypher("RETURN $x AS x", x=[1, {"a": None}]).rows == [{"x": [1, {"a": None}]}]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda g: g.query("nothing"), "no saved query"),
        (lambda g: g.query("partner-gap"), "needs forum"),
        (lambda g: g.query("partner-gap", forum="MDX"), "forum:mdq"),
        (lambda g: g.query("partner-gap", forum="MDQ", colour="red"), "no parameter 'colour'"),
        (lambda g: g.cypher("MATCH (n) SET n.x = 1"), "SET is not allowed"),
        (lambda g: g.cypher("RETURN $x AS x"), r"needs \$x"),
    ],
)
def test_what_cannot_be_asked(graph: Graph, call, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        call(graph)


def test_a_data_frame(graph: Graph) -> None:
    gap = graph.query("partner-gap", forum="MDQ", as_of=DAY)
    frame = gap.to_pandas()
    assert list(frame.columns) == list(gap.columns)
    assert frame["country"].tolist() == [row["country"] for row in gap]
    empty = graph.cypher("MATCH (f:Forum {id: 'x'}) RETURN f.id AS id, 1 AS n").to_pandas()
    assert isinstance(empty, pd.DataFrame)
    assert (list(empty.columns), len(empty)) == (["id", "n"], 0)


def test_without_pandas_it_is_said(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(EnishiError, match="pip install pandas"):
        graph.cypher("RETURN 1 AS x").to_pandas()


def test_the_network_of_what_rows_hold(graph: Graph) -> None:
    network = graph.cypher(PATHS, id="forum:mdq").to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert len(network) == 14
    assert network.number_of_edges() == 13
    assert network.nodes["forum:mdq"]["name_en"] == "Multilateral Dialogue on Quantum"
    (tie,) = network["country:JP"]["forum:mdq"].values()
    assert tie["tie"] == "MEMBER_OF"


def test_the_network_of_ties_alone_has_their_ends(graph: Graph) -> None:
    network = graph.cypher(
        "MATCH (:Forum {id: 'forum:mdq'})<-[m:MEMBER_OF]-() RETURN m"
    ).to_networkx()
    assert (len(network), network.number_of_edges()) == (14, 13)
    assert network.nodes["country:JP"]["name_ja"] == "日本"


def test_the_network_of_what_rows_name(graph: Graph) -> None:
    network = graph.query("partner-gap", forum="MDQ", as_of=DAY).to_networkx()
    assert {"country:AU", "forum:mdq"} <= set(network)
    assert "agreement:jp-uk-quantum-moc-2025" not in network
    assert {"MEMBER_OF"} <= {data["tie"] for *_, data in network.edges(data=True)}
    assert len(graph.cypher("MATCH (f:Forum {id: 'x'}) RETURN f").to_networkx()) == 0


@pytest.mark.parametrize(("lang", "words"), [("ja", ("豪州", "基準日：2025年5月1日")), ("en", ("Australia", "As of 1 May 2025"))])  # fmt: skip
def test_the_table_of_a_notebook(clean_environment, shipped_store, lang: str, words: tuple[str, ...]) -> None:  # fmt: skip
    with enishi.open(shipped_store, lang=lang) as graph:
        html = graph.query("partner-gap", forum="MDQ", as_of=DAY)._repr_html_()
        assert f'lang="{lang}"' in html
        assert html.count("<tr>") > 10
        for word in words:
            assert word in html


def test_nothing_in_a_table_is_markup(graph: Graph) -> None:
    html = graph.cypher("RETURN '<script>alert(1)</script>' AS x")._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_queries_are_listed(clean_environment, shipped_store: Path, tmp_path: Path) -> None:
    with enishi.open(shipped_store, lang="en") as graph:
        assert graph.queries["partner-gap"].startswith("With which members")


def test_a_known_at_day_that_is_none(clean_environment: None, tmp_path: Path) -> None:
    with pytest.raises(EnishiError, match="known-at day 'foo' is no day"):
        enishi.open(tmp_path / "graph.kgl", known_at="foo")


def test_importing_is_light() -> None:
    code = "import enishi, sys; print([m for m in ('kglite', 'pydantic', 'networkx', 'yaml', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_guide_in_a_notebook(
    clean_environment: None, shipped_store: Path, tmp_path: Path
) -> None:
    """Every block of the guide as a cell, run by a kernel, in a process that may speak to it."""
    guide = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    assert len(blocks) == 3
    path = tmp_path / "guide.ipynb"
    nbformat.write(
        nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, blocks))), path
    )
    environment = {
        "ENISHI_STORE": str(shipped_store), "ENISHI_LANG": "en", "PYTHONPATH": str(ROOT),
        **{name: str(tmp_path / name) for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")},
    }  # fmt: skip
    code = "import sys; from nbclient.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, "--inplace", "--timeout=120", path], env=os.environ | environment,
        capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    first, second, third = (cell["outputs"] for cell in nbformat.read(path, as_version=4).cells)
    (shown,) = [output["data"] for output in first if output["output_type"] == "execute_result"]
    assert "<td" in shown["text/html"]
    assert "Australia" in shown["text/html"]
    assert second == []
    assert "country:AU" in third[-1]["data"]["text/html"]
