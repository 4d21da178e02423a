"""When a claim can first be known: publication, its period, the subject's own event, the period spoken of, always."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphmodel.claims import Claim

ClaimsOf = Callable[..., list[Claim]]


def clock(claims: list[Claim], property_: str, subject: str = "") -> tuple[str, str]:
    """Day and basis of the one claim of a property."""
    found = {
        (c.known_from, c.known_by)
        for c in claims
        if c.property == property_ and subject in ("", c.subject)
    }
    assert len(found) == 1, found
    return found.pop()


def agreement(*lines: str, by: str = "s2") -> str:
    return "\n".join(["id: agreement:a", f"by: {by}", *lines, ""])


def test_the_day_of_publication_comes_first(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        agreement("type: contract", "signed_on: {is: 2026-01-01, valid: 2026-02-02}", by="s1")
    )
    assert clock(claims, "type") == ("2025-05-13", "published")
    assert clock(claims, "signed_on") == ("2025-05-13", "published")


def test_then_the_end_of_the_period_of_publication(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("type: contract", "signed_on: 2026-01-01", by="s3"))
    assert clock(claims, "type") == ("2025-05-12", "period")


@pytest.mark.parametrize(
    ("published", "day"),
    [("2025", "2025-12-31"), ("2025-02", "2025-02-28"), ("2025-03~", "2025-03-31"), ("2025-21", "2025-05-31")],
)  # fmt: skip
def test_a_coarse_day_of_publication_is_a_period(
    folder, claims_of: ClaimsOf, published: str, day: str
) -> None:
    folder.write(
        "sources/press.yaml",
        "publisher: press\nname: {en: Press}\nsources:\n"
        f"- {{id: p1, published: {published}, language: en, type: press, completeness: unknown,"
        " licence: not_stated, read_on: 2026-11}\n",
    )
    assert clock(claims_of(agreement("type: contract", by="p1")), "type") == (day, "period")


def test_then_the_subjects_own_event(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("type: contract", "signed_on: 2025-06-01"))
    assert clock(claims, "type") == ("2025-06-01", "event")


def test_the_announcement_comes_before_the_signature(claims_of: ClaimsOf) -> None:
    """What was signed in silence can be known when it is announced, not before."""
    claims = claims_of(
        agreement("type: contract", "signed_on: 2025-01-09", "announced_on: 2025-01-27")
    )
    assert clock(claims, "type") == ("2025-01-27", "event")
    assert clock(claims, "signed_on") == ("2025-01-27", "event")


@pytest.mark.parametrize("line", ["issued_on: 2025-03", "reported_on: 2025-03"])
def test_other_days_serve_where_there_is_no_signature(claims_of: ClaimsOf, line: str) -> None:
    assert clock(claims_of(agreement("type: contract", line)), "type") == ("2025-03-31", "event")


def test_the_latest_of_rival_days_is_the_safe_one(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        agreement("type: contract", "signed_on: [2025-05-12, {is: 2025-05-14, by: s1}, 2025-05-13]")
    )
    assert clock(claims, "type") == ("2025-05-14", "event")


def test_a_plan_is_no_event(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("type: contract", "signed_on: {is: 2030-01-01, mood: planned}"))
    assert clock(claims, "type") == ("", "always")


def test_the_period_spoken_of_serves_where_it_is_later(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        agreement(
            "type: {is: contract, valid: 2025-07}", "signed_on: 2025-06-01", "scope: dedicated"
        )
    )
    assert clock(claims, "type") == ("2025-07-31", "valid")
    assert clock(claims, "scope") == ("2025-06-01", "event")


def test_the_event_serves_where_the_period_is_earlier(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("type: {is: contract, valid: 2025-04}", "signed_on: 2025-06-01"))
    assert clock(claims, "type") == ("2025-06-01", "event")


def test_the_period_serves_where_there_is_no_event(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("type: {is: contract, valid: 2024-07/2024-09}"))
    assert clock(claims, "type") == ("2024-09-30", "valid")


def test_a_period_without_end_says_nothing_of_the_day(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("type: {is: contract, valid: 2024-07/..}"))
    assert clock(claims, "type") == ("", "always")


def test_else_it_is_taken_as_always_known(claims_of: ClaimsOf) -> None:
    assert clock(claims_of(agreement("type: contract")), "type") == ("", "always")


def test_what_is_ours_follows_the_subject(claims_of: ClaimsOf) -> None:
    claims = claims_of(agreement("signed_on: 2025-06-01", "scope: {is: dedicated, by: enishi}"))
    assert clock(claims, "scope") == ("2025-06-01", "event")


def test_a_name_of_ours_is_there_whenever_the_thing_is(claims_of: ClaimsOf) -> None:
    """It makes nothing exist, so it can only keep an id from being shown as a name."""
    claims = claims_of(
        agreement(
            "signed_on: 2025-06-01",
            "title: [{ja: 覚書, by: enishi}, {en: Memorandum, by: enishi, valid: 2025-06-02}]",
            "names: [{ja: 文書, use: descriptive, by: enishi}, {ja: 覚え書き, use: variant}]",
        )
    )
    assert clock(claims, "title@ja") == ("", "always")
    assert clock(claims, "names.descriptive@ja") == ("", "always")
    assert clock(claims, "title@en") == ("2025-06-02", "valid")
    assert clock(claims, "names.variant@ja") == ("2025-06-01", "event")


@pytest.mark.parametrize(
    ("rival", "day"),
    [("2025-05-13", "2025-05-13"), ("2025-05-20", "2025-05-20"), ("2025-06-03", "2025-06-03")],
)
def test_what_is_ours_is_there_when_a_source_first_reports_the_event(
    claims_of: ClaimsOf, rival: str, day: str
) -> None:
    """Of rival days the latest is safe for an undated source; a report published before it is there already."""
    claims = claims_of(
        agreement(
            "type: contract",
            "scope: {is: dedicated, by: enishi}",
            f"signed_on: [2025-06-01, {{is: {rival}, by: s1}}]",
        )
    )
    assert clock(claims, "scope") == (day, "event")
    assert clock(claims, "type") == (max(rival, "2025-06-01"), "event")


@pytest.mark.parametrize(
    ("mine", "others", "day"),
    [
        ("signed_on: 2025-06-01", "signed_on: 2024-01-01", "2025-06-01"),
        ("signed_on: 2024-01-01", "signed_on: 2025-06-01", "2025-06-01"),
        ("signed_on: 2025-06-01", "type: contract", "2025-06-01"),
        ("type: contract", "signed_on: 2025-06-01", "2025-06-01"),
        ("type: contract", "type: contract", ""),
    ],
)
def test_a_tie_uses_the_later_event_of_its_two_ends(
    folder, claims_of: ClaimsOf, mine: str, others: str, day: str
) -> None:
    folder.write("agreements/b.yaml", f"id: agreement:b\nby: s2\n{others}\n")
    claims = claims_of(agreement(mine, "co_announced: agreement:b"))
    found = clock(claims, "holds", "agreement:a CO_ANNOUNCED agreement:b")
    assert found == ((day, "event") if day else ("", "always"))


def test_properties_of_a_tie_follow_the_same_rule(folder, claims_of: ClaimsOf) -> None:
    claims = claims_of(
        "id: meeting:m\nby: s2\nheld_on: 2025-09-10/2025-09-12\nedition_of: {is: forum:mdq, edition: 7}\n",
        "meetings/m.yaml",
    )
    assert clock(claims, "holds") == ("2025-09-12", "event")
    assert clock(claims, "edition") == ("2025-09-12", "event")


def test_what_was_recorded_later_was_known_later(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        agreement(
            "type: {is: contract, recorded_on: 2026-03-03}",
            "scope: {is: dedicated, recorded_on: 2024-03-03}",
            by="s1",
        ),
        own=True,
    )
    assert clock(claims, "type")[0] == "2026-03-03"
    assert clock(claims, "scope")[0] == "2025-05-13"


def test_a_source_is_known_from_its_own_publication(folder) -> None:
    own = {
        p.claim.subject: (p.claim.known_from, p.claim.known_by)
        for p in folder.load().placed
        if p.claim.subject.startswith("source:s")
    }
    assert own == {
        "source:s1": ("2025-05-13", "published"),
        "source:s2": ("", "always"),
        "source:s3": ("2025-05-12", "period"),
    }
