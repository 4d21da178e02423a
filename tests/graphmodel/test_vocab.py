"""Vocabularies: labels in both languages, and the orders that resolution rests on."""

from __future__ import annotations

import re

import pytest

from graphmodel import vocab
from graphmodel.kinds import KINDS, TIES
from graphmodel.vocab import Handling, InstrumentType, OrganisationType, SourceType, Vocabulary

ALL = Vocabulary.__subclasses__()
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def ids(vocabulary: type[Vocabulary]) -> str:
    return vocabulary.__name__


@pytest.mark.parametrize("vocabulary", ALL, ids=ids)
def test_each_value_has_both_labels(vocabulary: type[Vocabulary]) -> None:
    assert vocabulary.__doc__
    for value in vocabulary:
        if not value:
            continue
        assert re.fullmatch(r"[a-z][a-z_]*|[A-Z]{3}", value)
        assert _JAPANESE.search(value.ja) or value.ja == "パートナー", value
        assert value.en
        assert not _JAPANESE.search(value.en)
        assert (value.label("ja"), value.label("en")) == (value.ja, value.en)


@pytest.mark.parametrize("vocabulary", ALL, ids=ids)
def test_no_two_values_are_shown_alike(vocabulary: type[Vocabulary]) -> None:
    values = list(vocabulary)
    assert len(set(map(str, values))) == len(values)
    for lang in ("ja", "en"):
        assert len({value.label(lang) for value in values}) == len(values)


@pytest.mark.parametrize("vocabulary", ALL, ids=ids)
def test_has(vocabulary: type[Vocabulary]) -> None:
    for value in vocabulary:
        assert vocabulary.has(value.value)
        assert vocabulary(value.value) is value
    assert not vocabulary.has("no such value")
    assert not vocabulary.has(list(vocabulary)[-1].name)


def test_every_vocabulary_of_a_field_is_among_them() -> None:
    used = {
        field.vocabulary
        for declared in (*KINDS.values(), *TIES.values())
        for field in declared.fields.values()
        if field.vocabulary
    }
    assert used <= set(ALL)
    assert {vocabulary.__module__ for vocabulary in used} == {vocab.__name__}


def test_handling_rises_with_restriction() -> None:
    assert [handling.rank for handling in Handling] == [0, 1, 2]
    assert [str(handling) for handling in Handling] == ["public", "internal", "restricted"]


def test_source_classes() -> None:
    ranks = {type_.value: type_.rank for type_ in SourceType}
    assert ranks == {
        "instrument_text": 1,
        "party_notice": 1,
        "official": 2,
        "institution": 3,
        "press": 4,
        "secondary": 5,
        "ours": 6,
    }


def test_node_labels_of_organisations() -> None:
    labels = [type_.graph_label for type_ in OrganisationType]
    assert len(set(labels)) == len(labels)
    assert OrganisationType.RESEARCH_INSTITUTE.graph_label == "ResearchInstitute"
    assert OrganisationType.MINISTRY.graph_label == "Ministry"
    assert not set(labels) & (KINDS.keys() | TIES.keys())


def test_only_the_binding_type_is_called_agreement() -> None:
    named = [type_ for type_ in InstrumentType if "agreement" in type_.en.lower()]
    assert named == [InstrumentType.AGREEMENT]


def test_a_type_that_is_not_recorded_has_a_label_and_is_no_word() -> None:
    none = InstrumentType("not_recorded")
    assert (none.ja, none.en) == ("種類の記載なし", "kind not on record")
    assert none not in list(InstrumentType)
    assert not InstrumentType.has("not_recorded")
    with pytest.raises(ValueError, match="treaty"):
        InstrumentType("treaty")
