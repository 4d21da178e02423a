"""What the record takes from the five documents is printed where it says: read again by the fingerprints of their lines.

Where the documents themselves are at hand every claim is read again; see tests/places.py.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from loaders.known import Known
from loaders.record import load_record
from tests.places import FIXTURE, ROOT, Cited, Fingerprints, Text, cited, documents_of, holds

SEEDS = ROOT.parent / "shared" / "seeds"
SAMPLE = 200
HOLD = 0.95


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(load_record(ROOT / "data"))


@pytest.fixture(scope="module")
def claims(known: Known) -> list[Cited]:
    return cited(known.record, documents_of(known.record))


@pytest.fixture(scope="module")
def prints() -> dict[str, Fingerprints]:
    lines = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return {file: Fingerprints(of_file) for file, of_file in lines.items()}


def answers(known: Known, claims: list[Cited], prints: dict[str, Fingerprints]) -> list[bool]:
    """Of those claims of which the fingerprints can tell, a sample spread over all: whether they hold."""
    told = [
        answer
        for one in claims
        if (answer := holds(known, one, prints[one.document]) if one.lines else False) is not None
    ]
    step = max(1, len(told) // SAMPLE)
    return told[::step][:SAMPLE]


def test_a_sample_of_places_holds(known: Known, claims: list[Cited], prints) -> None:
    sample = answers(known, claims, prints)
    assert len(sample) == SAMPLE
    assert sum(sample) >= HOLD * SAMPLE


@pytest.mark.parametrize("shift", [-11, 7, 40])
def test_places_elsewhere_do_not_hold(known: Known, claims: list[Cited], prints, shift) -> None:
    moved = [
        one._replace(lines=frozenset(max(1, line + shift) for line in one.lines)) for one in claims
    ]
    assert sum(answers(known, moved, prints)) < 0.4 * SAMPLE


def test_every_document_has_its_fingerprints(claims: list[Cited], prints) -> None:
    assert {one.document for one in claims} <= set(prints)
    assert len(prints) == 5


def test_the_documents_cannot_be_read_from_them() -> None:
    """Only hashes of twelve bits, sorted, so that each stands for hundreds of groups and none has a place."""
    for lines in json.loads(FIXTURE.read_text(encoding="utf-8")).values():
        for line in lines:
            assert set(line) == {"g", "n", "c"}
            for hashes in line.values():
                assert re.fullmatch(r"(?:[0-9a-f]{3})*", hashes)
                parts = re.findall("...", hashes)
                assert parts == sorted(parts)


def test_numbers_words_and_titles_are_found_where_they_stand() -> None:
    lines = "第５回　量子多国間\n対話を開催\n2025年04月28日\n米、豪"
    for pages in (Text(lines), Fingerprints(Text(lines).fingerprints())):
        assert pages.prints("28", {3}) is True
        assert pages.prints("4", {3}) is True
        assert pages.prints("8", {3}) is False
        assert pages.prints("量子多国間対話を開催", {1, 2}) is True
        assert pages.prints("量子多国間対話を開催", {3, 4}) is False
        assert pages.prints("米", {4}) is True
        assert pages.prints("仏", {4}) is False
        assert pages.prints("5", {9}) is False
    assert Fingerprints(Text(lines).fingerprints()).prints("対話", {2}) is None


@pytest.fixture
def seeds() -> Path:
    if not SEEDS.is_dir():
        pytest.skip("the documents are not here")
    return SEEDS


@pytest.mark.shared
def test_every_place_is_read_again_in_the_documents(known: Known, claims: list[Cited], seeds: Path) -> None:  # fmt: skip
    texts = {path.name: Text(path.read_text(encoding="utf-8")) for path in seeds.glob("*.txt")}
    wrong = [
        f"{one.placed.file}:{one.placed.line} {one.placed.claim.property} @ {one.placed.claim.at}"
        for one in claims
        if not one.lines or not holds(known, one, texts[one.document])
    ]
    assert len(wrong) <= (1 - HOLD) * len(claims), wrong


@pytest.mark.shared
def test_the_fingerprints_are_those_of_the_documents(seeds: Path) -> None:
    held = json.loads(FIXTURE.read_text(encoding="utf-8"))
    now = {
        path.name: Text(path.read_text(encoding="utf-8")).fingerprints()
        for path in seeds.glob("*.txt")
    }
    assert held == now
