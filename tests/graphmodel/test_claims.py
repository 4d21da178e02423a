"""Claims: what makes their id, and how they are exported."""

from __future__ import annotations

import io
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.claims import Claim, Value, field_of, read_jsonl, value_text, write_jsonl
from graphmodel.vocab import Handling, KnownBy, Mood
from tests.strategies import any_claims

CLAIM = Claim("agreement:x", "signed_on", "2025-05-13", "cao-20250513", at="s3 L41")


def exported(claims: list[Claim], used: frozenset[Claim] = frozenset()) -> str:
    stream = io.StringIO(newline="")
    write_jsonl(claims, stream, used)
    return stream.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        {"known_from": "2025-05-13"},
        {"known_by": KnownBy.PUBLISHED.value},
        {"recorded_on": "2026-01-01"},
        {"withdrawn_on": "2026-02-01"},
        {"handling": Handling.RESTRICTED.value},
        {"text": "令和7年5月13日"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_id_ignores_clocks_handling_and_wording(change: dict[str, str]) -> None:
    assert CLAIM._replace(**change).id == CLAIM.id


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "agreement:y"},
        {"property": "announced_on"},
        {"value": "2025-05-12"},
        {"source": "deck-2025"},
        {"at": "s3 L42"},
        {"mood": Mood.PLANNED.value},
        {"valid": "2025"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_id_follows_what_is_claimed_by_whom(change: dict[str, str]) -> None:
    assert CLAIM._replace(**change).id != CLAIM.id


def test_the_id_is_the_same_in_every_process() -> None:
    assert CLAIM.id == "923ca1ec560b2722"


def test_values_of_different_types_have_different_ids() -> None:
    values: list[Value] = ["1", 1, True, ("1",), "true", "('1',)", "1, 2", ("1", "2"), ("1, 2",)]
    assert len({CLAIM._replace(value=value).id for value in values}) == len(values)


@pytest.mark.parametrize(
    ("property_", "field", "language"),
    [
        ("signed_on", "signed_on", ""),
        ("title@ja", "title", "ja"),
        ("names.short@en", "names", "en"),
        ("names.list_form@ja", "names", "ja"),
        ("members*", "members", ""),
        ("holds", "holds", ""),
    ],
)
def test_parts_of_a_property(property_: str, field: str, language: str) -> None:
    claim = CLAIM._replace(property=property_)
    assert (claim.field, field_of(property_), claim.language) == (field, field, language)


def test_subject_and_citation() -> None:
    assert not CLAIM.is_tie
    assert CLAIM._replace(subject="country:KR MEMBER_OF forum:mdq").is_tie
    assert CLAIM.cite == "cao-20250513@s3 L41"
    assert CLAIM._replace(at="").cite == "cao-20250513"


def test_value_text() -> None:
    values: list[Value] = ["量子", 7, True, False, ("country:JP", "union:EU")]
    assert list(map(value_text, values)) == ["量子", "7", "true", "false", "country:JP, union:EU"]


def test_defaults_are_left_out() -> None:
    line = exported([CLAIM])
    assert json.loads(line) == {
        "id": CLAIM.id,
        "subject": "agreement:x",
        "property": "signed_on",
        "value": "2025-05-13",
        "source": "cao-20250513",
        "at": "s3 L41",
    }
    assert json.loads(exported([CLAIM], frozenset({CLAIM})))["used"] is True
    assert line.startswith(f'{{"id":"{CLAIM.id}"')


def test_japanese_is_legible() -> None:
    assert "量子科学技術" in exported([CLAIM._replace(value="量子科学技術")])


@given(any_claims, st.randoms(use_true_random=False))
def test_jsonl_round_trip(claims: list[Claim], chance: random.Random) -> None:
    used = frozenset(claim for claim in claims if chance.random() < 0.5)
    text = exported(claims, used)
    assert text.count("\n") == len(claims)
    read = list(read_jsonl(io.StringIO(text, newline="")))
    assert sorted(map(repr, read)) == sorted(repr((claim, claim in used)) for claim in claims)
    assert [claim.id for claim, _ in read] == [
        json.loads(line)["id"] for line in text.split("\n")[:-1]
    ]


@given(any_claims, st.randoms(use_true_random=False))
def test_the_same_claims_give_the_same_bytes(claims: list[Claim], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert exported(shuffled) == exported(claims)


def test_claims_that_differ_in_wording_alone_have_an_order_too() -> None:
    claims = [
        CLAIM._replace(text=text, handling=handling) for text in "ab" for handling in Handling
    ]
    assert exported(claims) == exported(claims[::-1])


def test_lines_are_sorted() -> None:
    claims = [
        CLAIM._replace(subject="agreement:b"),
        CLAIM._replace(subject="agreement:a", property="type", value="other"),
        CLAIM._replace(subject="agreement:a", value="2025-05-14"),
        CLAIM._replace(subject="agreement:a", at="s1"),
        CLAIM._replace(subject="agreement:a", source="a-source"),
    ]
    order = [claim for claim, _ in read_jsonl(io.StringIO(exported(claims)))]
    assert order == [claims[4], claims[3], claims[2], claims[1], claims[0]]
