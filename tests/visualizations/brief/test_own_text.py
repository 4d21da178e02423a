"""What an officer wrote into a brief is kept, and what else was changed by hand is noticed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.remembering import RememberingStore
from graphmodel.vocab import Handling
from tests.office import Office
from tests.shipped import ShippedGraph
from visualizations.brief.content import Content
from visualizations.brief.make import Maker
from visualizations.brief.own import Own, OwnRun
from visualizations.brief.prints import by_hand
from visualizations.briefing.imprint import read_imprint
from visualizations.briefing.phrases import read_phrases

BEGIN = "▼ 自由記入（ここから。作り直しても残る）"


@pytest.fixture(scope="module")
def made(shipped_graph: ShippedGraph) -> Iterator[tuple[Maker, Content]]:
    with EmbeddedStore(shipped_graph()) as store:
        graph = RememberingStore(store)
        imprint = read_imprint(graph, read_phrases(), "2026-11-21", handling=Handling.INTERNAL)
        maker = Maker(graph, imprint, ("ja",), "country:JP")
        yield maker, maker.content("country:GB", status=True)


def written(content: bytes) -> bytes:
    """The brief after an officer wrote two talking points into it."""
    document = Document(io.BytesIO(content))
    at = next(n for n, p in enumerate(document.paragraphs) if p.text == BEGIN)
    first, second = document.paragraphs[at + 1 : at + 3]
    first.add_run("・覚書の署名から")
    first.add_run("一年半").bold = True
    first.add_run("、共同研究の進展を歓迎。")
    second.add_run("Next steps: testbeds").italic = True
    return saved(document)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


KEPT = (
    (
        OwnRun("・覚書の署名から"),
        OwnRun("一年半", bold=True),
        OwnRun("、共同研究の進展を歓迎。"),
    ),
    (OwnRun("Next steps: testbeds", italic=True),),
)


def test_a_brief_as_it_was_made_has_no_own_text_and_no_change(made: tuple[Maker, Content]) -> None:
    maker, content = made
    for suffix in (".docx", ".pptx", ".html"):
        found = maker.found(maker.file(content, Own(), suffix).content, suffix)
        assert found.own == Own()
        assert not by_hand(found.texts, found.prints), suffix


def test_own_text_of_a_document_stands_in_the_next_one(made: tuple[Maker, Content]) -> None:
    maker, content = made
    found = maker.found(written(maker.file(content, Own(), ".docx").content), ".docx")
    assert found.own.paras == KEPT
    assert not by_hand(found.texts, found.prints)
    again = maker.file(content, found.own, ".docx")
    assert again.fits
    assert maker.found(again.content, ".docx").own.paras == KEPT


def test_it_survives_a_document_that_libreoffice_saved(
    made: tuple[Maker, Content], office: Office, tmp_path: Path
) -> None:
    maker, content = made
    path = tmp_path / "uk.docx"
    path.write_bytes(written(maker.file(content, Own(), ".docx").content))
    found = maker.found(office.convert(path, "docx").read_bytes(), ".docx")
    assert found.own.paras == KEPT
    assert not by_hand(found.texts, found.prints)


def test_it_survives_a_presentation_that_libreoffice_saved(
    made: tuple[Maker, Content], office: Office, tmp_path: Path
) -> None:
    maker, content = made
    path = tmp_path / "uk.pptx"
    own = Own(((OwnRun("歓迎する。", bold=True), OwnRun("次は"), OwnRun("工程", underline=True)),))
    path.write_bytes(maker.file(content, own, ".pptx").content)
    assert maker.found(path.read_bytes(), ".pptx").own == own
    found = maker.found(office.convert(path, "pptx").read_bytes(), ".pptx")
    assert found.own.paras == own.paras
    assert not by_hand(found.texts, found.prints)


def test_own_text_of_a_page_stands_as_it_was_written(made: tuple[Maker, Content]) -> None:
    maker, content = made
    page = maker.file(content, Own(), ".html").content.decode()
    mine = "\n<ul><li>歓迎 &amp; 感謝</li></ul>\n"
    start = page.index("talking-points -->") + len("talking-points -->")
    end = page.index("<!-- /enishi:own -->")
    found = maker.found((page[:start] + mine + page[end:]).encode(), ".html")
    assert found.own.html == mine
    assert [run.text for para in found.own.paras for run in para] == ["歓迎 & 感謝"]
    assert not by_hand(found.texts, found.prints)
    assert mine in maker.file(content, found.own, ".html").content.decode()


def test_what_else_was_changed_by_hand_is_told(made: tuple[Maker, Content]) -> None:
    maker, content = made
    document = Document(io.BytesIO(maker.file(content, Own(), ".docx").content))
    line = next(p for p in document.paragraphs if p.text.endswith("確認できない。3)"))
    line.add_run("先方に照会中。")
    document.add_paragraph("担当：条約課")
    document.add_paragraph("　")
    found = maker.found(saved(document), ".docx")
    changes = by_hand(found.texts, found.prints)
    assert len(changes.added) == 2
    assert changes.gone == 1
    assert changes.added[0].endswith("先方に照会中。")
    assert changes.added[1] == "担当：条約課"


def test_a_changed_mark_is_told_too(made: tuple[Maker, Content]) -> None:
    maker, content = made
    document = Document(io.BytesIO(maker.file(content, Own(), ".docx").content))
    document.sections[0].header.paragraphs[0].add_run("　取扱注意")
    found = maker.found(saved(document), ".docx")
    assert by_hand(found.texts, found.prints).added == ("案　部内限り　取扱注意",)


def test_a_file_that_was_not_made_here_is_told_apart(made: tuple[Maker, Content]) -> None:
    maker, _ = made
    document = Document()
    document.add_paragraph("別の資料")
    found = maker.found(saved(document), ".docx")
    assert by_hand(found.texts, found.prints).unknown
    for suffix in (".docx", ".pptx"):
        with pytest.raises(ValueError, match=r"."):
            maker.found(b"no file of the kind", suffix)


def test_what_is_no_text_between_the_markers_is_told(made: tuple[Maker, Content]) -> None:
    maker, content = made
    document = Document(io.BytesIO(written(maker.file(content, Own(), ".docx").content)))
    at = next(n for n, p in enumerate(document.paragraphs) if p.text == BEGIN)
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "表"
    document.paragraphs[at]._p.addnext(table._tbl)
    found = maker.found(saved(document), ".docx")
    assert found.own.lost
    assert "表" in found.own.lines()


def test_long_own_text_takes_room_from_the_rest_until_there_is_none(
    made: tuple[Maker, Content],
) -> None:
    maker, content = made
    points = tuple((OwnRun(f"発言{n}。" * 8),) for n in range(12))
    more = maker.file(content, Own(points), ".docx")
    assert more.fits
    short = Document(io.BytesIO(maker.file(content, Own(), ".docx").content))
    long = Document(io.BytesIO(more.content))
    assert sum(p.style.name == "Enishi Line" for p in long.paragraphs) < sum(
        p.style.name == "Enishi Line" for p in short.paragraphs
    )
    assert not maker.file(content, Own(points * 6), ".docx").fits
