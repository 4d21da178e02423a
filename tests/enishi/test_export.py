"""The selections of an export: what is near an entity, what an answer names."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest


def ids(path: Path) -> set[str]:
    return {id_ for id_ in nx.read_graphml(path) if not id_.startswith("source:")}


@pytest.mark.parametrize("focus", ["MDQ", "量子多国間対話", "forum:mdq"])
def test_what_is_near_an_entity(enishi, tmp_path: Path, focus: str) -> None:
    path = tmp_path / "mdq.graphml"
    done = enishi("export", "--format", "graphml", "--focus", focus, "-o", path)
    assert done.code == 0, done.err
    assert {"forum:mdq", "country:JP", "country:KR"} <= ids(path)
    assert "agreement:jp-uk-quantum-moc-2025" not in ids(path)
    alone = enishi("export", "--format", "graphml", "--focus", focus, "--steps", "0", "-o", path)
    assert alone.code == 0
    assert ids(path) == {"forum:mdq"}


def test_what_an_answer_names(enishi, tmp_path: Path) -> None:
    path = tmp_path / "gap.graphml"
    done = enishi("export", "--format", "graphml", "--query", "partner-gap", "-p", "forum=MDQ", "--as-of", "2025-05-01", "-o", path)  # fmt: skip
    assert done.code == 0, done.err
    assert {"country:KR", "country:CH", "country:JP", "forum:mdq"} <= ids(path)
    assert not {"country:IT", "agreement:jp-uk-quantum-moc-2025"} & ids(path)


@pytest.mark.parametrize("form", ["graphml", "gexf", "json-ld", "cypher"])
def test_everything_to_standard_output(enishi, tmp_path: Path, form: str) -> None:
    path = tmp_path / "all"
    shown = enishi("export", "--format", form)
    assert (shown.code, shown.err) == (0, "")
    assert enishi("export", "--format", form, "-o", path).code == 0
    assert path.read_text(encoding="utf-8") == shown.out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--format", "gexf", "--focus", "MDX"), "forum:mdq"),
        (("--format", "gexf", "--focus", "MDQ", "--query", "conflicts"), "more than one way"),
        (("--format", "gexf", "--steps", "2"), "--focus"),
        (("--format", "gexf", "-p", "forum=MDQ"), "--query"),
        (("--format", "gexf", "--query", "partner-gap"), "needs forum"),
        (("--format", "gexf", "--query", "nothing"), "no saved query"),
        (("--for", "neo4j-browser", "--focus", "MDQ"), "no selection"),
    ],
)
def test_what_is_not_understood(enishi, args: tuple[str, ...], says: str) -> None:
    done = enishi("export", *args)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
