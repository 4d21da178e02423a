"""The register of sources: what is read, and what is wrong."""

from __future__ import annotations

import pytest

from graphmodel.sources import SourceFacts
from graphmodel.vocab import SourceType

ENTRY = {
    "id": "n1",
    "title": "{ja: 通知, en: Notice}",
    "url": "https://example.org/a",
    "published": "2025-05",
    "language": "ja",
    "type": "press",
    "completeness": "unknown",
    "licence": "not_stated",
    "read_on": "2026-11",
}


def publisher(*entries: str, head: str = "publisher: press\nname: {ja: 新聞, en: Press}\n") -> str:
    return head + "sources:\n" + "".join(f"- {{{entry}}}\n" for entry in entries)


def entry(**changes: str | None) -> str:
    return ", ".join(f"{k}: {v}" for k, v in (ENTRY | changes).items() if v is not None)


def issues(folder, text: str) -> list[tuple[int, str]]:
    found = folder.write("sources/press.yaml", text).load().issues
    assert all(issue.file == "sources/press.yaml" and issue.message for issue in found)
    assert all("\n" not in str(issue) and "pydantic" not in str(issue) for issue in found)
    return sorted((issue.line, issue.code) for issue in found)


def test_a_source_is_registered_with_its_claims_about_itself(folder) -> None:
    record = folder.write("sources/press.yaml", publisher(entry())).load()
    assert record.issues == ()
    assert record.sources["n1"].facts == SourceFacts(SourceType.PRESS, "2025-05")
    assert (record.sources["n1"].file, record.sources["n1"].line) == ("sources/press.yaml", 4)
    own = {p.claim.property: p.claim for p in record.placed if p.claim.subject == "source:n1"}
    assert {name: claim.value for name, claim in own.items()} == {
        "publisher@ja": "新聞", "publisher@en": "Press", "title@ja": "通知", "title@en": "Notice",
        "url": "https://example.org/a", "published": "2025-05", "language": "ja", "type": "press",
        "completeness": "unknown", "licence": "not_stated", "read_on": "2026-11",
    }  # fmt: skip
    assert {claim.source for claim in own.values()} == {"n1"}


def test_our_own_source_is_always_there(folder) -> None:
    assert folder.load().sources["enishi"].facts.type is SourceType.OURS


def test_what_may_be_left_out(folder) -> None:
    text = publisher(entry(title=None, url=None, published=None))
    assert issues(folder, text) == []
    assert folder.load().sources["n1"].facts == SourceFacts(SourceType.PRESS, "")


@pytest.mark.parametrize("name", ["language", "type", "completeness", "licence", "read_on"])
def test_what_may_not_be_left_out(folder, name: str) -> None:
    assert issues(folder, publisher(entry(**{name: None}))) == [(4, "no-value")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"type": "gossip"}, "bad-value"),
        ({"completeness": "all"}, "bad-value"),
        ({"published": "yesterday"}, "bad-value"),
        ({"published": "2025-02-30"}, "bad-value"),
        ({"read_on": ""}, "bad-value"),
        ({"titel": "{ja: x}"}, "unknown-key"),
        ({"title": "plain"}, "no-value"),
        ({"url": "[a, b]"}, "no-value"),
        ({"id": "'my source'"}, "bad-id"),
        ({"id": "n1@s3"}, "bad-id"),
        ({"id": "''"}, "bad-id"),
        ({"id": "[n1]"}, "no-id"),
        ({"id": None}, "no-id"),
        ({"id": "s1"}, "duplicate-id"),
        ({"id": "enishi"}, "duplicate-id"),
    ],
)
def test_what_is_wrong_with_a_source(folder, changes: dict[str, str | None], code: str) -> None:
    assert issues(folder, publisher(entry(**changes))) == [(4, code)]


def test_a_source_that_stands_twice_names_the_first(folder) -> None:
    folder.write("sources/press.yaml", publisher(entry(), entry()))
    (issue,) = folder.load().issues
    assert (issue.code, issue.line) == ("duplicate-id", 5)
    assert "sources/press.yaml:4" in issue.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("- a\n", [(1, "no-sources")], id="list"),
        pytest.param("publisher: press\nname: {ja: x}\n", [(1, "no-sources")], id="no-sources"),
        pytest.param("name: {ja: x}\nsources: none\n", [(1, "no-sources")], id="sources-as-text"),
        pytest.param(publisher(entry(), head=""), [(1, "no-value")], id="no-name"),
        pytest.param(publisher(entry(), head="name: Press\n"), [(1, "no-value")], id="name-as-text"),
        pytest.param(
            publisher(entry(), head="name: {ja: x}\nadress: y\n"), [(2, "unknown-key")], id="unknown-key"
        ),
        pytest.param("name: {ja: x}\nsources: [n1]\n", [(2, "no-value")], id="source-as-text"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_publisher(folder, text: str, found: list[tuple[int, str]]) -> None:
    assert issues(folder, text) == found
