"""Slides from the command line: about one thing, a query, or what was seen in a page."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pptx import Presentation

from tests.command import Run
from tests.visualizations.deck.checking import faults, texts

DAY = ("--as-of", "2026-11-21")


def view(path: Path, **changes: object) -> Path:
    """A view as a page saves it."""
    saved = {
        "enishi": 1, "lang": "ja", "own": "country:JP", "focus": "", "as_of": "2026-11-21", "build": "b",
        "handling": "public", "title": "画面の題", "command": "enishi view",
        "nodes": {
            "country:JP": [0, 0], "agreement:jp-uk-quantum-moc-2025": [200, 10], "country:GB": [400, 0],
            "country:XX": [9, 9],
        },
        "ties": ["country:JP PARTY_TO agreement:jp-uk-quantum-moc-2025"], "state": {},
    }  # fmt: skip
    path.write_text(json.dumps({**saved, **changes}, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_partner_in_both_languages(asked: Run, tmp_path: Path) -> None:
    path = tmp_path / "uk.pptx"
    done = asked("deck", "英国", *DAY, "--lang", "both", "--kind", "overview", "-o", path)
    assert done.code == 0
    content = path.read_bytes()
    assert faults(content) == []
    first, *_ = texts(content)
    assert "日英の量子協力" in first
    assert "Japan–UK quantum cooperation" in first
    assert "案 DRAFT" in first


def test_the_draft_stamp_comes_off_by_somebody_who_is_not_named_in_the_file(
    asked: Run, tmp_path: Path
) -> None:
    path = tmp_path / "uk.pptx"
    done = asked("deck", "UK", *DAY, "--kind", "overview", "--final", "YAMADA Hanako", "-o", path)
    assert "YAMADA Hanako answers for" in done.err
    assert "DRAFT" not in "".join(texts(path.read_bytes()))
    assert b"YAMADA" not in b"".join(
        part.blob for part in Presentation(str(path)).part.package.iter_parts()
    )


def test_the_perspective_of_the_other_side(asked: Run, tmp_path: Path) -> None:
    path = tmp_path / "jp.pptx"
    options = ("--party", "UK", "--lang", "ja", "--kind", "overview", "-o", path)
    assert asked("deck", "日本", *DAY, *options).code == 0
    assert texts(path.read_bytes())[0].startswith("英日の量子協力")


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("ja", "うち3件は、量子の記載のない基盤となる文書。"),
        ("en", "3 of them are a basis without quantum."),
    ],
)
def test_a_count_of_documents_says_how_many_are_a_basis_only(
    asked: Run, tmp_path: Path, lang: str, note: str
) -> None:
    path = tmp_path / "uk.pptx"
    assert asked("deck", "英国", *DAY, "--lang", lang, "-o", path).code == 0
    (said,) = [text for text in texts(path.read_bytes()) if note in text]
    assert "4件" in said or "4 instruments" in said


def test_the_rows_of_a_query_name_their_sources_by_the_numbers_of_the_list(
    asked: Run, tmp_path: Path
) -> None:
    path = tmp_path / "gap.pptx"
    query = ("--query", "partner-gap", "-p", "forum=MDQ", "--lang", "en")
    assert asked("deck", *query, *DAY, "-o", path).code == 0
    content = path.read_bytes()
    assert faults(content) == []
    slides = Presentation(io.BytesIO(content)).slides
    assert any(shape.has_table for shape in slides[0].shapes)
    first, *_ = texts(content)
    assert "no instrument" in first
    assert "listed so by 1)" in first
    sources = next(text for text in texts(content) if text.startswith("Sources"))
    assert "1) Cabinet Office" in sources


def test_a_query_that_is_for_our_side_is_marked_in_the_file_its_name_and_its_slides(
    asked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = asked("deck", "--query", "conflicts", *DAY, "--ceiling", "internal", "--lang", "en")
    assert done.code == 0
    (path,) = tmp_path.glob("*.pptx")
    assert path.name.endswith("_internal.pptx")
    assert "Internal" in texts(path.read_bytes())[0]
    assert Presentation(str(path)).core_properties.category == "Internal"


def test_what_was_seen_in_a_page_stands_in_its_place(asked: Run, tmp_path: Path) -> None:
    path = tmp_path / "seen.pptx"
    done = asked("deck", "--view", view(tmp_path / "view.json"), "--lang", "ja", "-o", path)
    assert done.code == 0
    assert "country:XX" in done.err, "what is lost is told"
    content = path.read_bytes()
    assert faults(content) == []
    slide = Presentation(io.BytesIO(content)).slides[0]
    shapes = {shape.name: shape for shape in slide.shapes}
    left = [
        shapes[f"node:{id_}"].left
        for id_ in ("country:JP", "agreement:jp-uk-quantum-moc-2025", "country:GB")
    ]
    assert left[1] - left[0] == pytest.approx(left[2] - left[1], rel=0.01)
    assert sum(name.startswith("tie:") for name in shapes) == 1, "only what was seen"
    assert texts(content)[0].startswith("画面の題")


def test_a_handling_that_a_page_had_stays(asked: Run, tmp_path: Path) -> None:
    path = tmp_path / "seen.pptx"
    saved = view(tmp_path / "view.json", handling="internal")
    assert asked("deck", "--view", saved, "--lang", "ja", "-o", path).code == 0
    assert "部内限り" in texts(path.read_bytes())[0]


def test_what_has_changed_since_a_day(asked: Run, tmp_path: Path) -> None:
    path = tmp_path / "uk.pptx"
    options = ("--since", "2025-05-01", "--kind", "changed", "--lang", "ja", "-o", path)
    assert asked("deck", "UK", *DAY, *options).code == 0
    content = path.read_bytes()
    assert faults(content) == []
    assert "英国（UK）：2025年5月1日に知り得た内容からの変化" in texts(content)[0]
    assert "新規：" in "".join(texts(content))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "A deck is about one thing"),
        (("UK", "--query", "conflicts"), "A deck is about one thing"),
        (("UK", "-p", "a=b"), "-p needs a --query"),
        (("UK", "--kind", "table"), "There is no slide of the kind table"),
        (("UK", "--kind", "changed"), "needs a mark or a day"),
    ],
)
def test_what_cannot_be_is_told(
    asked: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = asked("deck", *arguments, *DAY, "-o", tmp_path / "none.pptx")
    assert (done.code, said in done.err) == (2, True), done.err
    assert not list(tmp_path.glob("*.pptx"))


def test_a_view_of_which_nothing_is_left_is_told(asked: Run, tmp_path: Path) -> None:
    saved = view(tmp_path / "view.json", nodes={"country:XX": [0, 0]}, ties=[])
    done = asked("deck", "--view", saved, "-o", tmp_path / "none.pptx")
    assert done.code == 2
    assert "Nothing of what" in done.err
