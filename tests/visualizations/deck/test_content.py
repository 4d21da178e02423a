"""Slides that ministries use, for partners of every sort: with documents, with a wider one only, and with none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Scope
from tests.shipped import ShippedGraph
from tests.visualizations.deck.reading import said, text_of
from visualizations.briefing.footnotes import RECORD, Sentence
from visualizations.briefing.phrases import read_phrases
from visualizations.deck.content.documents import documents_table
from visualizations.deck.content.fora import fora_table
from visualizations.deck.content.process import process_slides
from visualizations.deck.content.schedule import months_ahead, schedule
from visualizations.deck.content.signature import signature_sheet
from visualizations.deck.content.telling import Telling, in_source_order, is_japanese
from visualizations.deck.slides import BarLook, Slide
from visualizations.deck.together import together

TODAY = "2026-11-28"
BOTH_SCOPES = (Scope.DEDICATED, Scope.INCLUDES)
PARTNERS = ("country:GB", "union:EU", "country:CH", "country:US", "country:KR", "country:DE")


@pytest.fixture(scope="module")
def store(shipped_graph: ShippedGraph) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(shipped_graph()) as opened:
        yield opened


def telling(
    store: EmbeddedStore, lang: str = "ja", as_of: str = TODAY, own: str = "country:JP"
) -> Telling:
    return Telling(store, read_phrases(), lang, as_of, own)


def slides_of(tell: Telling, partner: str) -> list[Slide]:
    first, last = months_ahead(tell.as_of, 6)
    rows = tell.read(
        "deck-documents", party=tell.own, level=["government"], scope=["dedicated", "includes"], partners=[partner]
    )  # fmt: skip
    sheets: list[Slide] = [signature_sheet(tell, row["id"]) for row in rows]
    chains = [slide for row in rows for slide in process_slides(tell, row["id"], partner)]
    return [
        documents_table(tell, partners=[partner], scopes=BOTH_SCOPES),
        *sheets,
        *chains,
        schedule(tell, partner, first=first, last=last),
        schedule(tell, partner),
    ]


@pytest.mark.parametrize("partner", PARTNERS)
def test_both_languages_have_the_same_shape(store: EmbeddedStore, partner: str) -> None:
    told = [slides_of(telling(store, lang), partner) for lang in ("ja", "en")]
    for first, second in zip(*told, strict=True):
        assert together(first, second).key == first.key


@pytest.mark.parametrize("partner", PARTNERS)
def test_english_slides_have_japanese_only_in_quoted_titles(
    store: EmbeddedStore, partner: str
) -> None:
    for slide in slides_of(telling(store, "en"), partner):
        for one in said(slide):
            text = one.text if isinstance(one, Sentence) else one
            outside = "".join(part.rpartition("」")[2] for part in text.split("「"))
            assert not is_japanese(outside.replace("※", "")), text


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_where_there_is_no_document_the_table_says_that_none_could_be_confirmed(
    store: EmbeddedStore, lang: str
) -> None:
    table = documents_table(telling(store, lang), partners=["country:KR"], scopes=BOTH_SCOPES)
    ((which, *_),) = table.rows
    (sentence,) = which
    assert isinstance(sentence, Sentence)
    assert sentence.sources == (RECORD,)
    none = {
        "ja": "韓国との政府間協力文書（量子に特化又は量子を含む）は確認できない",
        "en": "could be confirmed",
    }
    assert none[lang] in sentence.text


def test_a_wider_letter_of_intent_stands_in_the_table_of_germany(store: EmbeddedStore) -> None:
    tell = telling(store)
    table = documents_table(tell, partners=["country:DE"], scopes=BOTH_SCOPES)
    assert table.title == "日独の政府間協力文書（量子に特化又は量子を含む）：1件"
    assert "「日独間の科学技術・イノベーションに関する協力趣意書」" in text_of(table)
    assert "2025年6月26日署名" in text_of(table)
    dedicated = documents_table(tell, partners=["country:DE"])
    assert dedicated.title == "日独の政府間協力文書（量子に特化）：確認できない"


def test_the_table_of_all_partners_names_those_of_a_forum_that_are_left(
    store: EmbeddedStore,
) -> None:
    table = documents_table(telling(store), forum="forum:mdq")
    assert table.title == "日本の政府間協力文書（量子に特化）：5か国＋EU、6件"
    notes = [note.text for note in table.notes if isinstance(note, Sentence)]
    assert "豪、加、フィンランド、仏、独、蘭、韓、スウェーデン（8か国）" in notes[0]


def test_what_came_after_the_day_is_not_in_the_table(store: EmbeddedStore) -> None:
    table = documents_table(telling(store, as_of="2025-03-01"))
    assert [cell[0] for (cell, *_) in table.rows] == ["デンマーク", "米国"]


def test_a_step_that_a_source_only_plans_is_not_done_when_its_time_is_over(
    store: EmbeddedStore,
) -> None:
    slide = schedule(telling(store), "union:EU", call="call:horizon-eu-jp-quantum-2025")
    looks = {bar.said.text: bar.look for lane in slide.lanes for bar in lane.bars if isinstance(bar.said, Sentence)}  # fmt: skip
    assert looks["採択 2025年5月～6月（予定、実施は確認できない）"] is BarLook.PLANNED
    assert looks["公募 2024年11月～締切 2025年2月27日"] is BarLook.DONE


def test_the_other_side_reads_its_own_first(store: EmbeddedStore) -> None:
    theirs = telling(store, "en", own="country:GB")
    slide = signature_sheet(theirs, "agreement:jp-uk-quantum-moc-2025")
    signed = next(section for section in slide.sections if section.heading == "Signatories")
    names = [line.text for line in signed.lines if isinstance(line, Sentence)]
    assert names[0].startswith("Lord Vallance")
    assert theirs.pair("country:JP") == "UK–Japan"


def test_members_stand_in_the_order_of_protocol(store: EmbeddedStore) -> None:
    """Who convenes or hosted the first meeting first, then by English name: Korea under R, the Union under E."""
    table = fora_table(
        telling(store), ["forum:qdg", "forum:mdq", "forum:quantum-innovation-symposium"]
    )
    members = [text_of_cell(row[0])[1] for row in table.rows]
    listed = "米、豪、加、デンマーク、フィンランド、仏、独、日、蘭、韓、スウェーデン、スイス、英"
    assert members[0] == f"参加国：{listed}▲"
    assert members[1] == "参加国：同上"
    assert members[2] == "2024年の参加実績：日、豪、加、デンマーク、EU、蘭、英、米"


def text_of_cell(cell: tuple[Any, ...]) -> list[str]:
    return [one.text if isinstance(one, Sentence) else one for one in cell]


def test_items_stand_in_the_order_of_their_source() -> None:
    rows = [
        {"id": "b", "cites": ["deck@s4 L117, L142"]},
        {"id": "c", "cites": ["deck@s4 L117, L9"]},
        {"id": "a", "cites": ["deck@s4 L117, L142"]},
    ]
    assert [row["id"] for row in in_source_order(rows)] == ["c", "a", "b"]


def test_months_ahead_run_over_the_end_of_a_year() -> None:
    assert months_ahead("2026-11-28", 6) == ("2026-11", "2027-05")
