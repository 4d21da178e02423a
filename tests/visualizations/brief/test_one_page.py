"""One-page briefs of the shipped record: one page, a source under every sentence, in every form and language."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.remembering import RememberingStore
from graphmodel.vocab import Handling
from tests.office import Office
from tests.shipped import ShippedGraph
from visualizations.brief.fit import Sheet, fitted
from visualizations.brief.make import Maker
from visualizations.brief.own import Own
from visualizations.briefing.footnotes import RECORD, Footnotes
from visualizations.briefing.imprint import read_imprint
from visualizations.briefing.phrases import read_phrases

AS_OF = "2026-11-21"
PARTNERS = ("country:GB", "union:EU", "country:CH", "country:US", "country:KR", "country:DE")
FORA = ("forum:mdq", "forum:qdg", "forum:g7")
LANGS = {"ja": ("ja",), "en": ("en",), "both": ("ja", "en")}
SIGNS = re.compile(r"(?:\d+\)[～–]?)+ ?$")


@pytest.fixture(scope="module")
def graph(shipped_graph: ShippedGraph) -> Iterator[RememberingStore]:
    with EmbeddedStore(shipped_graph()) as store:
        yield RememberingStore(store)


def maker(
    graph: RememberingStore, lang: str, *, internal: bool = True, own: str = "country:JP"
) -> Maker:
    handling = Handling.INTERNAL if internal else Handling.PUBLIC
    imprint = read_imprint(graph, read_phrases(), AS_OF, handling=handling)
    return Maker(graph, imprint, LANGS[lang], own)


def sheet(
    graph: RememberingStore, id_: str, lang: str, *, internal: bool = True
) -> tuple[Sheet, Footnotes]:
    made = maker(graph, lang, internal=internal)
    imprint = read_imprint(graph, read_phrases(), AS_OF)
    footnotes = Footnotes(graph, imprint.phrases, imprint.coverage)
    content = made.content(id_, status=internal)
    return fitted(content, imprint, footnotes, Own(), LANGS[lang]), footnotes


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("id_", [*PARTNERS, *FORA])
def test_every_sentence_has_footnotes_and_every_footnote_resolves(
    graph: RememberingStore, id_: str, lang: str
) -> None:
    page, footnotes = sheet(graph, id_, lang)
    assert page.fits
    sources = next(part.para.text for part in page.after if part.style == "source")
    listed = {int(number) for number in re.findall(r"(?:^|　|  )(\d+)\) ", sources)}
    assert listed == set(range(1, len(footnotes.order) + 1))
    used: set[int] = set()
    for part in page.before:
        if part.style not in ("line", "second") or "収録資料なし" in part.para.text:
            continue
        if "No source held" in part.para.text:
            continue
        runs = part.para.runs
        assert len(runs) % 2 == 0  # a sentence, then its numbers
        for sentence, signs in zip(runs[::2], runs[1::2], strict=True):
            assert not sentence.raised
            assert signs.raised
            assert SIGNS.fullmatch(signs.text), sentence.text
            numbers = [int(number) for number in re.findall(r"\d+", signs.text)]
            if "～" in signs.text or "–" in signs.text:
                numbers = list(range(min(numbers), max(numbers) + 1))
            used.update(numbers)
    assert used == listed


@pytest.mark.parametrize("id_", [*PARTNERS, *FORA])
def test_the_blocks_stand_in_the_order_of_officers(graph: RememberingStore, id_: str) -> None:
    page, _ = sheet(graph, id_, "ja")
    parts = (*page.before, *page.after)
    headings = [part.para.text for part in parts if part.style == "heading"]
    forum = id_.startswith("forum:")
    assert headings == [
        "要旨",
        "枠組みの現状" if forum else "協力の現状",
        "経緯",
        "参加国・体制" if forum else "相手方の政策・体制",
        "直近と次の会合" if forum else "直近と次の接触",
        "合意事項と実施状況",
        "留意事項（資料の相違を含む）",
        "発言要領",
        "出典",
    ]


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_it_is_one_page_in_an_office_program(
    graph: RememberingStore, office: Office, tmp_path: Path, suffix: str
) -> None:
    paths = []
    for lang in LANGS:
        made = maker(graph, lang)
        for id_ in (*PARTNERS, *FORA):
            paths.append(tmp_path / f"{id_.partition(':')[2]}-{lang}{suffix}")
            paths[-1].write_bytes(made.file(made.content(id_, status=True), Own(), suffix).content)
    for pdf in office.convert_all(paths, "pdf"):
        assert office.pages(pdf) == 1, pdf.name


@pytest.mark.parametrize("id_", ["country:KR", "country:DE"])
def test_what_could_not_be_confirmed_is_said_and_rests_on_the_record(
    graph: RememberingStore, id_: str
) -> None:
    content = maker(graph, "ja").content(id_, status=True)
    first = content.blocks[0].items[0].said[0]
    assert first.text.endswith("政府間協力文書（量子に特化）は確認できない。")
    assert first.sources == (RECORD,)


def test_the_summary_has_three_lines(graph: RememberingStore) -> None:
    for id_ in (*PARTNERS, *FORA):
        for lang in LANGS:
            page, _ = sheet(graph, id_, lang)
            styles = [part.style for part in page.before]
            start = styles.index("heading")
            assert styles[start + 1 : start + 4] == ["line"] * 3, (id_, lang)


def test_every_block_says_something(graph: RememberingStore) -> None:
    for id_ in (*PARTNERS, *FORA):
        for lang in LANGS:
            page, _ = sheet(graph, id_, lang)
            styles = [part.style for part in page.before[:-1]]
            for style, following in itertools.pairwise(styles):
                assert style != "heading" or following == "line", (id_, lang)


def test_offices_of_the_day_and_our_side_first(graph: RememberingStore) -> None:
    made = maker(graph, "ja")
    text = words(made.file(made.content("country:GB", status=True), Own(), ".docx").content)
    assert "城内 実 内閣府特命担当大臣（科学技術政策）（当時）、バランス卿" in text
    assert "署名主体：内閣府、英国科学・イノベーション・技術省" in text
    other = maker(graph, "en", own="country:GB")
    title = other.content("country:JP", status=True).titles[0]
    assert title.startswith(("The United Kingdom and Japan", "the United Kingdom"))


def test_press_and_secondary_sources_alone_are_left_out_and_counted(
    graph: RememberingStore,
) -> None:
    made = maker(graph, "ja")
    content = made.content("country:KR", status=True)
    assert content.unsupported > 0
    imprint = read_imprint(graph, read_phrases(), AS_OF)
    footnotes = Footnotes(graph, imprint.phrases, imprint.coverage)
    for block in content.blocks:
        for item in block.items:
            assert footnotes.stands(item.said[0].sources), item.said[0].text
    text = words(made.file(content, Own(), ".docx").content)
    assert f"報道・二次資料だけに基づく{content.unsupported}件は載せていない。" in text


def test_a_source_older_than_an_event_is_not_cited_for_it(graph: RememberingStore) -> None:
    content = maker(graph, "ja").content("forum:mdq", status=True)
    latest = content.blocks[0].items[1].said[0]
    assert "第7回量子多国間対話" in latest.text
    assert "deck-2025" not in latest.sources  # of spring 2025: it could only announce the meeting


def test_hosts_on_whom_sources_differ_are_those_of_one_source(graph: RememberingStore) -> None:
    """No source names three hosts: those in use are told, with their own source, and that sources differ."""
    content = maker(graph, "ja").content("forum:mdq", status=True)
    (said,) = (
        item.said[0]
        for block in content.blocks
        for item in block.items
        if "第4回量子多国間対話▲（" in item.said[0].text
    )
    assert "主催：デンマーク、オランダ、出席" in said.text
    assert "qwb-mdq" in said.sources
    assert "quantumdelta-mdq" not in said.sources


def test_the_public_brief_does_not_say_what_came_of_agreed_items(graph: RememberingStore) -> None:
    inside = maker(graph, "ja")
    text = words(inside.file(inside.content("country:GB", status=True), Own(), ".docx").content)
    assert "実施を確認できない" in text
    assert "未履行" not in text
    public = maker(graph, "ja", internal=False)
    made = public.file(public.content("country:GB", status=False), Own(), ".docx").content
    text = words(made)
    assert "実施を確認できない" not in text
    assert "実施済み" not in text
    assert "実施状況は部内限りのため" in text
    header = Document(io.BytesIO(made)).sections[0].header
    assert header.paragraphs[0].text == "案　公表"


@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".html"])
def test_the_same_brief_gives_the_same_bytes(graph: RememberingStore, suffix: str) -> None:
    made = maker(graph, "both")
    first = made.file(made.content("union:EU", status=True), Own(), suffix).content
    again = maker(graph, "both")
    assert again.file(again.content("union:EU", status=True), Own(), suffix).content == first


def test_every_run_has_an_east_asian_font_and_a_language(graph: RememberingStore) -> None:
    made = maker(graph, "both")
    content = made.content("country:GB", status=True)
    word = zipfile.ZipFile(io.BytesIO(made.file(content, Own(), ".docx").content))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        xml = word.read(name).decode()
        runs = re.findall(r"<w:r>.*?</w:r>", xml, re.DOTALL)
        assert runs
        for run in runs:
            assert 'w:eastAsia="Meiryo"' in run
            assert 'w:eastAsia="ja-JP"' in run
    deck = zipfile.ZipFile(io.BytesIO(made.file(content, Own(), ".pptx").content))
    xml = deck.read("ppt/slides/slide1.xml").decode()
    for run in re.findall(r"<a:r>.*?</a:r>", xml, re.DOTALL):
        assert '<a:ea typeface="Meiryo"/>' in run
        assert re.search(r'lang="(ja-JP|en-GB)"', run)


@pytest.mark.parametrize("suffix", [".docx", ".pptx"])
def test_the_properties_name_nobody_and_carry_the_mark(
    graph: RememberingStore, suffix: str
) -> None:
    made = maker(graph, "ja")
    content = made.file(made.content("country:GB", status=True), Own(), suffix).content
    opened = (
        Document(io.BytesIO(content)) if suffix == ".docx" else Presentation(io.BytesIO(content))
    )
    said = opened.core_properties
    assert (said.author, said.last_modified_by, said.category) == ("Enishi", "Enishi", "部内限り")
    assert said.content_status == "案"
    assert said.created.date().isoformat() == AS_OF
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        app = file.read("docProps/app.xml").decode()
        assert "Company" not in app
        assert "Microsoft" not in app
        assert not [name for name in file.namelist() if "thumbnail" in name]
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_boxes_of_the_slide_do_not_overlap(graph: RememberingStore) -> None:
    for lang in LANGS:
        made = maker(graph, lang)
        content = made.file(made.content("union:EU", status=True), Own(), ".pptx").content
        deck = Presentation(io.BytesIO(content))
        boxes = sorted((shape.top, shape.top + shape.height) for shape in deck.slides[0].shapes)
        for (_, bottom), (top, _) in itertools.pairwise(boxes):
            assert bottom <= top + 2
        assert boxes[-1][1] <= deck.slide_height


def test_a_page_has_no_script_and_makes_no_request(graph: RememberingStore) -> None:
    made = maker(graph, "both")
    page = made.file(made.content("country:US", status=True), Own(), ".html").content.decode()
    assert "<script" not in page
    assert "http://" not in page
    assert "https://" not in page
    assert "style=" not in page.replace("http-equiv", "")
    assert "default-src 'none'; style-src 'sha256-" in page
