"""Footnotes: no sentence without a source, official sources first, press never alone."""

from __future__ import annotations

import pytest

from graphmodel.claims import OURS
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Handling
from visualizations.briefing.footnotes import RECORD, Footnotes, Sentence, UnprintableError
from visualizations.briefing.imprint import Imprint, read_imprint
from visualizations.briefing.phrases import read_phrases

PRESS, NOTICE, DECK = "computerweekly-366537634", "cao-20250428", "deck-2025"


@pytest.fixture
def imprint(graph: EmbeddedStore) -> Imprint:
    return read_imprint(graph, read_phrases(), "2025-11-21")


@pytest.fixture
def footnotes(graph: EmbeddedStore, imprint: Imprint) -> Footnotes:
    return Footnotes(graph, imprint.phrases, imprint.coverage)


@pytest.mark.parametrize(
    ("text", "sources"), [("", (NOTICE,)), ("  ", (NOTICE,)), ("署名した。", ())]
)
def test_a_sentence_without_words_or_a_source_cannot_be(
    text: str, sources: tuple[str, ...]
) -> None:
    with pytest.raises(UnprintableError):
        Sentence(text, sources)


def test_numbers_rise_as_sources_are_met_official_ones_first(footnotes: Footnotes) -> None:
    assert footnotes.of([PRESS, NOTICE]) == (1, 2)
    assert footnotes.order == [NOTICE, PRESS]
    assert footnotes.of([RECORD, PRESS, OURS]) == (2, 3)
    assert footnotes.of([OURS]) == ()


def test_press_and_secondary_sources_do_not_stand_alone(footnotes: Footnotes) -> None:
    assert not footnotes.stands([PRESS])
    assert footnotes.stands([PRESS, NOTICE])
    assert footnotes.stands([RECORD])


def test_a_title_of_record_stands_in_quotation_marks_and_a_description_does_not(
    footnotes: Footnotes,
) -> None:
    footnotes.of([NOTICE])
    footnotes.of([DECK])
    assert footnotes.short(1, "ja") == (
        "内閣府「日英間の量子科学技術に関する協力覚書への署名について」（2025年4月28日）"
    )
    assert "「" not in footnotes.short(2, "ja")
    assert footnotes.full(1, "en").endswith(
        "(28 April 2025) [notice of a party] https://www8.cao.go.jp/cstp/stmain/20250428ryoshi.html"
    )


def test_what_could_not_be_confirmed_rests_on_what_is_held(footnotes: Footnotes) -> None:
    footnotes.of([RECORD])
    assert footnotes.short(1, "ja").startswith("収録資料の範囲（取扱い：公表。")


def test_the_imprint_says_day_build_and_mark(graph: EmbeddedStore, imprint: Imprint) -> None:
    assert imprint.foot("ja").startswith("2025年11月21日時点／版 ")
    assert imprint.foot("en").startswith("As of 21 November 2025 · build ")
    assert (imprint.mark("ja"), imprint.stamp("ja"), imprint.named("uk")) == ("公表", "案", "uk")
    internal = read_imprint(
        graph, imprint.phrases, "2025-11-21", handling=Handling.INTERNAL, draft=False
    )
    assert (internal.mark("ja"), internal.stamp("ja")) == ("部内限り", "")
    assert internal.named("uk") == "uk.internal"
