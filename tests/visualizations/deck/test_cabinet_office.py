"""The Cabinet Office's deck made from the graph holds every fact of the original, in the original's order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from graphmodel.stores.embedded import EmbeddedStore
from tests.shipped import ShippedGraph
from tests.visualizations.deck.reading import text_of
from visualizations.briefing.phrases import read_phrases
from visualizations.deck.content.cabinet_office import cabinet_office
from visualizations.deck.slides import Slide
from visualizations.deck.together import together

THEN = "2025-05-12"
FACTS: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "cabinet_office.facts.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def then(shipped_graph: ShippedGraph) -> Iterator[EmbeddedStore]:
    with EmbeddedStore(shipped_graph(THEN)) as store:
        yield store


@pytest.fixture(scope="module")
def slides(then: EmbeddedStore) -> dict[str, tuple[Slide, ...]]:
    phrases = read_phrases()
    return {
        lang: cabinet_office(then, phrases, lang=lang, as_of=THEN, own="country:JP")
        for lang in ("ja", "en")
    }


def test_the_slides_stand_in_the_order_of_the_original(
    slides: dict[str, tuple[Slide, ...]],
) -> None:
    assert [slide.key for slide in slides["ja"]] == list(FACTS)
    assert [slide.key for slide in slides["en"]] == list(FACTS)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("key", list(FACTS))
def test_every_fact_of_the_original_stands_on_its_slide_in_order(
    slides: dict[str, tuple[Slide, ...]], key: str, lang: str
) -> None:
    slide = next(slide for slide in slides[lang] if slide.key == key)
    text = text_of(slide)
    at = 0
    for fact in FACTS[key]:
        found = text.find(fact[lang], at)
        assert found >= 0, f"{fact['at']}: {fact[lang]!r} is not in\n{text[at:]}"
        at = found + len(fact[lang])


def test_both_languages_have_the_same_shape(slides: dict[str, tuple[Slide, ...]]) -> None:
    for first, second in zip(slides["ja"], slides["en"], strict=True):
        assert together(first, second).key == first.key
