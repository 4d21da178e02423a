"""The record that is shipped keeps what is promised of it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from graphmodel.claims import HOLDS, OURS
from graphmodel.ids import parse_tie_id, scheme_of
from graphmodel.kinds import Source, kind_of
from loaders.checks import check
from loaders.record import Record, load_record

FOLDER = Path(__file__).parents[2] / "data"
MIRRORS = (
    "web.archive.org", "archive.org", "archive.is", "archive.ph", "archive.today", "webcache", "googleusercontent",
    "translate.goog", "r.jina.ai", "wikiwand", "proxy", "mirror", "cachedview", "ghostarchive", "localhost",
    "wikipedia.org", "reddit.com", "scribd.com", "github.io", "huggingface.co",
)  # fmt: skip
LIST_FORMS = set("米豪加仏独日蘭韓英伊中印")
"""The one-character forms that may be printed in lists (officer.md, rule 7), and our own."""
FORBIDDEN = set("瑞丁芬以ケ")


@pytest.fixture(scope="module")
def record() -> Record:
    return load_record(FOLDER)


def test_it_has_no_finding(record: Record) -> None:
    assert [str(issue) for issue in check(record)] == []


def test_it_is_no_small_thing(record: Record) -> None:
    assert len(record.entities) > 150
    assert len(record.claims) > 2000


def test_every_value_has_a_source_of_the_register(record: Record) -> None:
    unsourced = [placed for placed in record.placed if placed.claim.source not in record.sources]
    assert unsourced == []


OUR_WORDS = {
    "level", "scope", "title", "name", "names", "type", "status", "rank", "stage", "participant_rank",
    "role", "seat", "place", "website", "delivery", "unverified", "marks", "reading", "caveat", "access",
}  # fmt: skip
"""What may be classified, named or warned of by us, and what we could not confirm; a day, a party or an amount needs a source."""

OUR_RENDERINGS = {
    "choice_of",
    "due_printed",
    "method",
    "publisher",
    "purpose",
    "quantity",
    "wording",
}
"""What a source says in Japanese, and we in English."""


def test_only_names_and_classifications_are_ours(record: Record) -> None:
    ours = [p for p in record.placed if p.claim.source == OURS]
    values = [p for p in ours if p.claim.property != HOLDS and p.claim.subject != "source:enishi"]
    rendered = {f"{name}@en" for name in OUR_RENDERINGS}
    odd = {
        (p.claim.property, p.file, p.line)
        for p in values
        if p.claim.field not in OUR_WORDS and p.claim.property not in rendered
    }
    assert odd == set()


@pytest.mark.parametrize(
    "field", ["signed_on", "issued_on", "announced_on", "held_on", "reported_on"]
)
def test_no_day_is_ours(record: Record, field: str) -> None:
    claims = [claim for claim in record.claims if claim.property == field]
    assert claims or field == "reported_on"
    assert [claim for claim in claims if claim.source == OURS] == []


OUR_TIES = {
    *("PART_OF", "LOCATED_IN", "EDITION_OF", "ADMINISTERS", "COVERS", "BROADER"),
    *("CONCERNS", "HELD_BY", "BEARS_ON"),
}
"""Common knowledge of how things belong together, what belongs to which subject, whose a target is and what bears on it.

Who signed, attended or held which office, and which document rests on or replaces another, needs a source.
"""


def test_only_ties_of_belonging_are_ours(record: Record) -> None:
    ours = [c for c in record.claims if c.source == OURS and c.property == HOLDS]
    assert {parse_tie_id(claim.subject).type for claim in ours} <= OUR_TIES


def test_every_source_has_an_address_a_file_or_the_name_of_whom_it_copies(record: Record) -> None:
    located = {c.subject for c in record.claims if c.property in ("url", "file", "repost_of")}
    assert {id_ for id_ in record.sources if id_ != OURS} <= {
        subject.removeprefix("source:") for subject in located
    }


def test_no_address_is_a_mirror(record: Record) -> None:
    urls = {
        c.subject: str(c.value) for c in record.claims if c.property == "url" and c.source != OURS
    }
    assert len(urls) > 100
    for subject, url in urls.items():
        parts = urlsplit(url)
        assert parts.scheme in ("https", "http"), (subject, url)
        assert "." in (parts.hostname or ""), (subject, url)
        assert not any(mirror in url.lower() for mirror in MIRRORS), (subject, url)
        assert "http" not in url[8:], (subject, url)
        assert url.isascii(), (subject, url)
        assert " " not in url, (subject, url)


def test_no_address_stands_twice(record: Record) -> None:
    urls = [str(c.value) for c in record.claims if c.property == "url" and c.source != OURS]
    twice = {url for url in urls if urls.count(url) > 1}
    assert twice == set()


def test_what_was_read_in_a_copy_is_secondary(record: Record) -> None:
    types = {
        c.subject: c.value
        for c in record.claims
        if c.property == "type" and c.subject.startswith("source:")
    }
    copies = {c.subject for c in record.claims if c.property == "repost_of"}
    assert {subject for subject in copies if types[subject] != "secondary"} == set()


def country_names(record: Record) -> list[tuple[str, str, str]]:
    return [
        (claim.subject, claim.property, str(claim.value))
        for claim in record.claims
        if scheme_of(claim.subject) in ("country", "union") and claim.field in ("name", "names")
    ]


def test_countries_are_never_called_by_a_character_that_is_not_printed(record: Record) -> None:
    assert [
        name for name in country_names(record) if set(name[2]) & FORBIDDEN and len(name[2]) == 1
    ] == []
    shown = {s: v for s, p, v in country_names(record) if p == "name@ja"}
    assert {v for v in shown.values() if len(v) == 1} == set()


def test_forms_in_lists_are_only_the_allowed_ones(record: Record) -> None:
    forms = {v for s, p, v in country_names(record) if p == "names.list_form@ja"}
    assert forms
    assert forms <= LIST_FORMS


def test_no_form_in_lists_stands_for_two_countries(record: Record) -> None:
    forms = [v for s, p, v in country_names(record) if p == "names.list_form@ja"]
    assert len(set(forms)) == len(forms)


def test_countries_are_called_as_the_ministries_do(record: Record) -> None:
    shown = {(s, p): v for s, p, v in country_names(record) if p.startswith("name@")}
    assert shown["country:KR", "name@ja"] == "韓国"
    assert shown["country:KR", "name@en"] == "Republic of Korea"
    assert shown["country:GB", "name@ja"] == "英国"
    assert shown["country:US", "name@ja"] == "米国"
    assert shown["country:AU", "name@ja"] == "豪州"
    assert not {"イギリス", "アメリカ合衆国", "Korea", "South Korea"} & set(shown.values())


def test_every_entity_has_a_name_in_both_languages(record: Record) -> None:
    given: dict[str, set[str]] = {}
    for claim in record.claims:
        given.setdefault(claim.subject, set()).add(claim.property)
    missing = []
    for id_ in record.entities:
        kind = kind_of(id_)
        assert kind is not None
        missing += [
            f"{id_} {lang}"
            for lang in ("ja", "en")
            if f"{kind.spec.caption}@{lang}" not in given[id_]
        ]
    assert missing == []


def test_planned_dates_of_the_deck_are_not_finer_than_it_prints_them(record: Record) -> None:
    """A planned day of the deck is a month or months (’25年5月（予定）, 5月～6月) unless the words quoted print a day."""
    planned = [
        c
        for c in record.claims
        if c.mood == "planned" and c.source == "deck-2025" and c.property.endswith("_on")
    ]
    assert planned
    days = [(c, day) for c in planned if (day := re.search(r"\d{4}-(\d\d)-(\d\d)", str(c.value)))]
    assert [c for c, day in days if f"{int(day[1])}/{int(day[2])}" not in c.text] == []


def test_the_register_is_a_kind_of_its_own(record: Record) -> None:
    assert {p.claim.subject for p in record.placed if p.file.startswith("sources/")} == {
        f"source:{id_}" for id_ in record.sources if id_ != OURS
    }
    assert Source.spec.folder == ""


def test_nothing_in_the_shipped_record_is_for_few_eyes(record: Record) -> None:
    assert {claim.handling for claim in record.claims} == {"public"}
    assert {(claim.recorded_on, claim.withdrawn_on) for claim in record.claims} == {("", "")}
