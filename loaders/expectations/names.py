"""Names: both languages, as the ministries write them, and never dressed up as a source's word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from graphmodel.claims import OURS
from graphmodel.ids import scheme_of
from graphmodel.kinds import kind_of
from graphmodel.messages import Message, Term
from graphmodel.vocab import NameUse
from loaders.entities import Placed
from loaders.expectations.rule import Expectation, Found
from loaders.known import Known

_KANJI_OR_KANA = r"[\u3040-\u30ff\u3400-\u9fff]"
_JAPANESE = re.compile(_KANJI_OR_KANA)
_BRACKET = re.compile(r"[(（](?![0-9年月日～/・]+[)）]).+?[)）]")
"""Brackets around more than a date: a date tells one of a series from another."""
_NARROW = re.compile(rf"(?<={_KANJI_OR_KANA})[(),]|[(),](?={_KANJI_OR_KANA})")
_LIST_FORMS = frozenset("日米豪加仏独蘭韓英伊中印")
_LANGUAGES = (("ja", Term("Japanese", "日本語")), ("en", Term("English", "英語")))
_NOT_CALLED = {
    "イギリス": "英国", "アメリカ": "米国", "アメリカ合衆国": "米国", "大韓民国": "韓国",
    "Korea": "Republic of Korea", "South Korea": "Republic of Korea", "Turkey": "Türkiye",
    "Taiwan, Province of China": "Taiwan",
}  # fmt: skip


def _shown(known: Known, lang: str) -> Iterator[Placed]:
    for id_ in known.record.entities:
        kind = kind_of(id_)
        if kind and kind.spec.caption:
            yield from known.claims(id_, f"{kind.spec.caption}@{lang}")


def _names(known: Known) -> Iterator[Placed]:
    """Names of entities, those that are shown and the others."""
    for placed in known.record.placed:
        kind = None if placed.claim.is_tie else kind_of(placed.claim.subject)
        if kind and kind.spec.folder and placed.claim.field in (kind.spec.caption, "names"):
            yield placed


def _missing(known: Known, _: str) -> Found:
    for id_ in known.record.entities:
        kind = kind_of(id_)
        assert kind is not None
        for lang, language in _LANGUAGES:
            if kind.spec.caption and not known.claims(id_, f"{kind.spec.caption}@{lang}"):
                yield (
                    id_,
                    Message(
                        "{id} has no {language} `{key}`.",
                        id=id_,
                        language=language,
                        key=kind.spec.caption,
                    ),
                )


def _gloss(known: Known, _: str) -> Found:
    for placed in _shown(known, "ja"):
        claim = placed.claim
        printed = claim.source != OURS and known.language_of(claim.source) == "ja"
        official = str(claim.value) in known.words(claim.subject, f"names.{NameUse.OFFICIAL}@ja")
        if _BRACKET.search(str(claim.value)) and not printed and not official:
            yield placed, Message("「{value}」 has a gloss in brackets.", value=claim.value)


def _narrow(known: Known, _: str) -> Found:
    for placed in known.record.placed:
        claim = placed.claim
        ours = claim.language == "ja" and scheme_of(claim.subject) != "source"
        if ours and _NARROW.search(str(claim.value)):
            yield (
                placed,
                Message("「{value}」 has a half-width bracket or comma.", value=claim.value),
            )


def _another_language(known: Known, _: str) -> Found:
    for placed in _names(known):
        claim = placed.claim
        language = known.language_of(claim.source)
        foreign = claim.source != OURS and language not in ("", "ja")
        if claim.language == "ja" and foreign and _JAPANESE.search(str(claim.value)):
            yield (
                placed,
                Message(
                    "「{value}」 has the source {source}, which is in another language ({language}).",
                    value=claim.value,
                    source=claim.source,
                    language=language,
                ),
            )


def _descriptive(known: Known, _: str) -> Found:
    for placed in _names(known):
        claim = placed.claim
        if claim.property.startswith(f"names.{NameUse.DESCRIPTIVE}") and claim.source != OURS:
            yield (
                placed,
                Message(
                    "The descriptive name 「{value}」 has the source {source}.",
                    value=claim.value,
                    source=claim.source,
                ),
            )


def _country(known: Known, _: str) -> Found:
    for placed in chain(_shown(known, "ja"), _shown(known, "en")):
        name = str(placed.claim.value)
        if scheme_of(placed.claim.subject) == "country" and name in _NOT_CALLED:
            yield (
                placed,
                Message(
                    "The ministries write {right}, not {name}.", right=_NOT_CALLED[name], name=name
                ),
            )


def _list_form(known: Known, _: str) -> Found:
    for id_ in known.of_kind("Country"):
        for placed in known.claims(id_, f"names.{NameUse.LIST_FORM}@ja"):
            if str(placed.claim.value) not in _LIST_FORMS:
                yield (
                    placed,
                    Message(
                        "{value} is no form that is printed in lists.", value=placed.claim.value
                    ),
                )


RULES = (
    Expectation(
        "no-name",
        "every kind",
        "It has a name in Japanese and one in English.",
        Message(
            "Add the one that a source prints, or a descriptive one of ours: {ja: …, by: enishi}."
        ),
        _missing,
    ),
    Expectation(
        "gloss",
        "every kind",
        "A Japanese name of ours has no gloss in brackets; brackets that belong to it are said to, by `names` with "
        "`use: official`.",
        Message(
            "Move the abbreviation into `names`, or add the same text there with `use: official`."
        ),
        _gloss,
    ),
    Expectation(
        "half-width",
        "every kind",
        "Brackets and commas beside Japanese characters are full-width.",
        Message("Write （…） and 、."),
        _narrow,
    ),
    Expectation(
        "not-its-word",
        "every kind",
        "A Japanese name has a source in Japanese, or is ours.",
        Message("Write `by: enishi`: it is a rendering of ours."),
        _another_language,
    ),
    Expectation(
        "not-ours",
        "every kind",
        "A descriptive name is ours.",
        Message("Write `by: enishi`, or another use."),
        _descriptive,
    ),
    Expectation(
        "country-name",
        "Country",
        "A country is called as the ministries call it.",
        Message("Keep the other form in `names`, with `use: variant`."),
        _country,
    ),
    Expectation(
        "list-form",
        "Country",
        "A one-character form is one of those that official lists print.",
        Message("Delete it: the name is written out."),
        _list_form,
    ),
)
