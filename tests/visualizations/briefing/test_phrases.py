"""Phrases: both languages, numbers, and what a ministry may override."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import EnishiError
from visualizations.briefing.phrases import LANGUAGES, read_phrases


def test_every_phrase_is_there_in_both_languages() -> None:
    templates = read_phrases().templates
    assert templates
    assert all(set(texts) == set(LANGUAGES) for texts in templates.values())


def test_one_of_ones_own_takes_the_place_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "common.yaml").write_text("draft: {ja: 未定稿}\n", encoding="utf-8")
    phrases = read_phrases([tmp_path])
    assert phrases.say("common.draft", "ja") == "未定稿"
    assert phrases.say("common.draft", "en") == "DRAFT"
    assert phrases.say("common.as_of", "en", day="1 May 2025") == "as of 1 May 2025"


def test_a_number_decides_between_one_and_several(tmp_path: Path) -> None:
    text = 'as_of: {en: {one: "{day}, alone", other: "{day}"}}\n'
    (tmp_path / "common.yaml").write_text(text, encoding="utf-8")
    phrases = read_phrases([tmp_path])
    assert phrases.say("common.as_of", "en", day="a", n=1) == "a, alone"
    assert phrases.say("common.as_of", "en", day="a", n=2) == "a"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("common.yaml", "draft: [案]", "draft: it is not given as ja"),
        ("common.yaml", "draft: {ja: 1}", "draft: it is neither text"),
        ("common.yaml", "drafted: {ja: 案}", "common.drafted: there is no such phrase"),
        ("slides.yaml", "draft: {ja: 案}", "slides.draft: there is no such phrase"),
        ("common.yaml", "as_of: {ja: '{year}時点'}", "names year, which it is not given; it may name day"),
        ("common.yaml", "as_of: {ja: '{day.year}時点'}", "in braces stands a name"),
        ("common.yaml", "as_of: {ja: '{day'}", "a brace is not closed"),
        ("common.yaml", "- 案", "it holds no phrases by name"),
        ("common.yaml", "draft: {ja: [", "cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(EnishiError) as caught:
        read_phrases([tmp_path])
    assert said in str(caught.value)
    assert name in str(caught.value)


def test_a_folder_without_phrases_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnishiError, match="holds no phrases"):
        read_phrases([tmp_path])
