"""Every form of docs/record-format.md gives the claims that it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graphmodel.claims import Claim
from loaders.entities import expand_code
from loaders.issues import Issue

ClaimsOf = Callable[..., list[Claim]]
IssueOf = Callable[..., Issue]

HEAD = "id: agreement:a\nby: s1\n"
MDQ = "forum:mdq"


def short(claims: list[Claim]) -> list[tuple[object, ...]]:
    """What is claimed by whom, without what has its default."""
    return [
        (c.subject, c.property, c.value, c.cite, *(x for x in (c.text, c.valid, c.basis) if x))
        for c in claims
    ]


# Values -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("type: letter_of_intent", [("type", "letter_of_intent", "s1")]),
        ("type: {is: letter_of_intent}", [("type", "letter_of_intent", "s1")]),
        ("type: [{is: letter_of_intent}]", [("type", "letter_of_intent", "s1")]),
        ("type: [letter_of_intent]", [("type", "letter_of_intent", "s1")]),
        ("type: {is: contract, by: s2}", [("type", "contract", "s2")]),
        ("type: {is: contract, by: s2@s3 L94}", [("type", "contract", "s2@s3 L94")]),
        ("type: {is: contract, by: s2 @ s3 L94}", [("type", "contract", "s2@s3 L94")]),
        ("type: {is: contract, at: section 1}", [("type", "contract", "s1@section 1")]),
        (
            "type: {is: contract, by: [s1@p1, s2, s3@L7]}",
            [("type", "contract", "s1@p1"), ("type", "contract", "s2"), ("type", "contract", "s3@L7")],
        ),
        (
            "type:\n- letter_of_intent\n- {is: contract, by: s2}",
            [("type", "letter_of_intent", "s1"), ("type", "contract", "s2")],
        ),
        ("signed_on: 2025-05", [("signed_on", "2025-05", "s1")]),
        ("signed_on: 2025-09-10/2025-09-12", [("signed_on", "2025-09-10/2025-09-12", "s1")]),
        (
            "title: {ja: 覚書, en: Memorandum}",
            [("title@ja", "覚書", "s1"), ("title@en", "Memorandum", "s1")],
        ),
        (
            "title: {ja: 覚書, en: Memorandum, by: [s2, s3]}",
            [
                ("title@ja", "覚書", "s2"), ("title@ja", "覚書", "s3"),
                ("title@en", "Memorandum", "s2"), ("title@en", "Memorandum", "s3"),
            ],
        ),
        ("title:\n- {ja: 甲}\n- {ja: 乙, by: s2}", [("title@ja", "甲", "s1"), ("title@ja", "乙", "s2")]),
        ("title: {ja: NO}", [("title@ja", "NO", "s1")]),
        ("title: {en: 012}", [("title@en", "012", "s1")]),
        ("names: {ja: 略, use: short}", [("names.short@ja", "略", "s1")]),
        (
            "names:\n- {ja: 略, en: Ab, use: abbreviation}\n- {en: Old, use: former, by: s2}",
            [
                ("names.abbreviation@ja", "略", "s1"), ("names.abbreviation@en", "Ab", "s1"),
                ("names.former@en", "Old", "s2"),
            ],
        ),
        ("notes: only for the reader", []),
    ],
)  # fmt: skip
def test_values(claims_of: ClaimsOf, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(claims_of(HEAD + text)) == [("agreement:a", *claim) for claim in expected]


def test_several_sources_at_the_top_give_a_claim_each(claims_of: ClaimsOf) -> None:
    claims = claims_of("id: agreement:a\nby: [s1@p1, s2]\ntype: contract")
    assert [claim.cite for claim in claims] == ["s1@p1", "s2"]


def test_what_stands_beside_a_value(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of(
        HEAD
        + "signed_on: {is: 2025-05, by: s3@L9, mood: planned, text: ’25年5月（予定）, valid: 2025-04,"
        " handling: internal, recorded_on: 2026-01-02, withdrawn_on: 2026-02-03}",
        own=True,
    )
    assert claim[:13] == (
        "agreement:a", "signed_on", "2025-05", "s3", "L9", "’25年5月（予定）", "planned", "2025-04", "",
        "internal", "2026-01-02", "event" if claim.known_by == "event" else claim.known_by, "2026-01-02",
    )  # fmt: skip
    assert claim.withdrawn_on == "2026-02-03"


def test_defaults(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of(HEAD + "type: contract")
    assert (claim.at, claim.text, claim.mood, claim.valid, claim.basis) == (
        "",
        "",
        "actual",
        "",
        "",
    )
    assert (claim.handling, claim.recorded_on, claim.withdrawn_on) == ("public", "", "")


def test_a_line_is_that_of_the_item(folder, claims_of: ClaimsOf) -> None:
    claims_of(HEAD + "type:\n- contract\n- {is: statement,\n   by: s2}\n")
    lines = [p.line for p in folder.load().placed if p.file == "agreements/a.yaml"]
    assert lines == [4, 5]


# Ties -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "id_"), [("GB", "country:GB"), ("EU", "union:EU")])
def test_codes(text: str, id_: str) -> None:
    assert expand_code(text) == id_
    assert expand_code(text.lower()) == text.lower()
    assert expand_code(f"country:{text}") == f"country:{text}"


def party(
    code: str, name: str = "holds", value: object = True, cite: str = "s1"
) -> tuple[object, ...]:
    return (f"country:{code} PARTY_TO agreement:a", name, value, cite)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("parties: JP", [party("JP")]),
        ("parties: [JP, country:GB]", [party("JP"), party("GB")]),
        ("parties: {who: JP}", [party("JP")]),
        ("parties: [{who: JP, by: s2@p1}]", [party("JP", cite="s2@p1")]),
        ("parties: [{who: JP, by: [s2, s3]}]", [party("JP", cite="s2"), party("JP", cite="s3")]),
        ("parties: [{who: JP, at: p1}]", [party("JP", cite="s1@p1")]),
        ("parties: [{who: JP, holds: false}]", [party("JP", value=False)]),
        ("parties: [{who: JP, holds: true}]", [party("JP")]),
        (
            "parties: [{who: JP, through: org:x, by: s2}]",
            [party("JP", cite="s2"), party("JP", "through", "org:x", "s2")],
        ),
        (
            "parties: [{who: JP, through: [org:x, {is: org:y, by: s3}]}]",
            [party("JP"), party("JP", "through", "org:x"), party("JP", "through", "org:y", "s3")],
        ),
        (
            "based_on: [{is: agreement:b, by: s2}]",
            [("agreement:a BASED_ON agreement:b", "holds", True, "s2")],
        ),
        ("based_on: agreement:b", [("agreement:a BASED_ON agreement:b", "holds", True, "s1")]),
        (
            "led_to: [{is: meeting:m, basis: stated, by: s2@L1}]",
            [("agreement:a LED_TO meeting:m", "holds", True, "s2@L1", "stated")],
        ),
        ("parties: [{list: [JP, GB]}]", [party("JP"), party("GB")]),
        ("parties: [{list: [JP, GB], complete: false}]", [party("JP"), party("GB")]),
        (
            "parties: [{list: [JP, GB], complete: true, by: s2}]",
            [
                ("agreement:a", "parties*", ("country:JP", "country:GB"), "s2"),
                party("JP", cite="s2"), party("GB", cite="s2"),
            ],
        ),
        (
            "signatories: [{who: person:p, as_office: office:o, side: JP}]",
            [
                ("person:p SIGNED agreement:a", "holds", True, "s1"),
                ("person:p SIGNED agreement:a", "as_office", "office:o", "s1"),
                ("person:p SIGNED agreement:a", "side", "country:JP", "s1"),
            ],
        ),
    ],
)  # fmt: skip
def test_ties(claims_of: ClaimsOf, text: str, expected: list[tuple[object, ...]]) -> None:
    assert short(claims_of(HEAD + text)) == expected


def forum(members: str) -> str:
    return f"id: forum:f\nby: s1\nmembers:\n{members}\n"


def test_a_closed_list_of_those_present_makes_no_tie(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        forum("- {list: [JP, EU], complete: true, basis: attendance, valid: 2024-07, by: s2}"),
        "fora/f.yaml",
    )
    assert short(claims) == [
        ("forum:f", "members*", ("country:JP", "union:EU"), "s2", "2024-07", "attendance")
    ]


def test_a_closed_list_of_members_makes_a_tie_for_each(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        forum("- {list: [JP, EU], complete: true, valid: 2022-05, text: 同上}"), "fora/f.yaml"
    )
    assert [(c.subject, c.property, c.valid, c.text) for c in claims] == [
        ("forum:f", "members*", "2022-05", "同上"),
        ("country:JP MEMBER_OF forum:f", "holds", "2022-05", "同上"),
        ("union:EU MEMBER_OF forum:f", "holds", "2022-05", "同上"),
    ]


def test_properties_of_a_tie_may_have_their_own_sources_and_rivals(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        forum(
            "- who: KR\n  role: member\n  by: s2\n  since:\n"
            "  - {is: 2023-04, by: [s1, s3], valid: 2023-04}\n  - {is: 2023, by: s3@L2}"
        ),
        "fora/f.yaml",
    )
    tie = "country:KR MEMBER_OF forum:f"
    assert short(claims) == [
        (tie, "holds", True, "s2"),
        (tie, "role", "member", "s2"),
        (tie, "since", "2023-04", "s1", "2023-04"),
        (tie, "since", "2023-04", "s3", "2023-04"),
        (tie, "since", "2023", "s3@L2"),
    ]


def test_a_second_period_is_a_tie_of_its_own(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        forum("- {who: GB, until: 2020}\n- {who: GB, since: 2023, period: 2}"), "fora/f.yaml"
    )
    assert [(c.subject, c.property, c.value) for c in claims] == [
        ("country:GB MEMBER_OF forum:f", "holds", True),
        ("country:GB MEMBER_OF forum:f", "until", "2020"),
        ("country:GB MEMBER_OF forum:f #2", "holds", True),
        ("country:GB MEMBER_OF forum:f #2", "since", "2023"),
    ]


def test_a_number_is_a_number(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        "id: meeting:m\nby: s1\nedition_of: [{is: forum:mdq, edition: 7}]\n", "meetings/m.yaml"
    )
    assert [(c.property, c.value) for c in claims] == [("holds", True), ("edition", 7)]


def test_what_is_for_few_eyes_stays_so_in_the_properties_of_a_tie(claims_of: ClaimsOf) -> None:
    """A tie that is handled as internal must not leave a public claim behind through its role."""
    claims = claims_of(
        forum(
            "- {who: KR, role: chair, handling: internal, recorded_on: 2026-01-02, withdrawn_on: 2026-03-04}"
        ),
        "fora/f.yaml",
        own=True,
    )
    assert {c.property for c in claims} == {"holds", "role"}
    assert {(c.handling, c.recorded_on, c.withdrawn_on) for c in claims} == {
        ("internal", "2026-01-02", "2026-03-04")
    }
    assert {c.known_from for c in claims} == {"2026-01-02"}


# What is wrong ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("titel: {ja: x}", "unknown-key", 3, "Did you mean title"),
        ("type: {is: contract, form: x}", "unknown-key", 3, "`form`"),
        ("parties: [{who: JP, rank: x}]", "unknown-key", 3, "`rank`"),
        ("parties: [{is: JP}]", "unknown-key", 3, "Did you mean|who"),
        ("title: 覚書", "no-language", 3, "{ja: …, en: …}"),
        ("title: {jp: x}", "unknown-key", 3, "Did you mean ja"),
        ("title: {by: s2}", "no-value", 3, "{ja: …}"),
        ("title: {is: x}", "no-value", 3, "{ja: …}"),
        ("title: {ja: }", "no-value", 3, "title"),
        ("type: {ja: contract}", "no-value", 3, "{is: …}"),
        ("type:", "no-value", 3, "type"),
        ("type: [[contract]]", "no-value", 3, "list of lists"),
        ("type: {is: [contract]}", "no-value", 3, "plain text"),
        ("names: {ja: x}", "no-use", 3, "use:"),
        ("names: {ja: x, use: nick}", "no-use", 3, "official"),
        (
            "type: memorandom_of_cooperation",
            "bad-value",
            3,
            "Did you mean memorandum_of_cooperation",
        ),
        ("binding: {is: maybe}", "bad-value", 3, "not_stated"),
        ("signed_on: 2025-02-30", "bad-date", 3, "does not exist"),
        ("signed_on: 13 May 2025", "bad-date", 3, "precisely"),
        ("signed_on: 2025-05-13/2025-05-12", "bad-date", 3, "ends before it begins"),
        ("signed_on: {is: 2025, valid: x}", "bad-date", 3, "valid"),
        ("signed_on: {is: 2025, recorded_on: 2026-01-01}", "own-only", 3, "--records"),
        ("signed_on: {is: 2025, withdrawn_on: 2026-01-01}", "own-only", 3, "`withdrawn_on`"),
        ("parties: [{who: JP, handling: public}]", "own-only", 3, "folder of your own"),
        ("recorded_on: 2026-01-01", "own-only", 3, "`recorded_on`"),
        ("signed_on: {is: 2025, mood: perhaps}", "bad-value", 3, "planned"),
        ("signed_on: {is: 2025, basis: rumour}", "bad-value", 3, "stated"),
        ("signed_on: {is: 2025, handling: internal}", "own-only", 3, "--records"),
        ("type: {is: contract, by: s1, at: p1}", "bad-place", 3, "source@place"),
        ("type: {is: contract, by: [[s1]]}", "no-value", 3, "plain text"),
        ("parties: Japan", "bad-id", 3, "Ids begin with"),
        ("parties: [{who: nation:JP}]", "bad-id", 3, "country:"),
        ("parties: [{by: s1}]", "no-value", 3, "`who:`"),
        ("parties: [{who: JP, holds: perhaps}]", "bad-value", 3, "true or false"),
        ("parties: [{list: [JP], complete: yes}]", "bad-value", 3, "true or false"),
        ("parties: [{list: JP}]", "no-value", 3, "is a list"),
        ("parties: [{list: [JP, JP], complete: true}]", "duplicate-entry", 3, "twice"),
        ("parties: [{list: [JP, country:JP]}]", "duplicate-entry", 3, "twice"),
        ("parties: [{list: [JP], basis: attendance}]", "open-attendance", 3, "complete: true"),
        ("parties: [{who: JP, period: two}]", "bad-value", 3, "period"),
        ("parties: [{who: JP, period: 0}]", "bad-value", 3, "period"),
        ("parties: [{who: JP, period: -2}]", "bad-value", 3, "period"),
        ("parties: [{who: JP, period: ²}]", "bad-value", 3, "period"),
    ],
)
def test_findings(issue_of: IssueOf, text: str, code: str, line: int, says: str) -> None:
    issue = issue_of(HEAD + text + "\n")
    assert (issue.code, issue.line) == (code, line)
    assert any(part in str(issue) for part in says.split("|"))
    assert str(issue).startswith(f"agreements/a.yaml:{line}: ")
    assert "\n" not in str(issue)
    assert "pydantic" not in str(issue)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- a\n- b\n", "no-entity", 1),
        ("just text\n", "no-entity", 1),
        ("by: s1\ntype: contract\n", "no-id", 1),
        ("id: [agreement:a]\n", "no-id", 1),
        ("by: s1\nid: Agreement A\n", "bad-id", 2),
        ("by: s1\nid: agreement:jp_fr_memo\n", "bad-id", 2),
        ("by: s1\nid: forum:a\n", "wrong-folder", 2),
        ("by: s1\nid: nothing:a\n", "wrong-folder", 2),
        ("id: agreement:a\ntype: contract\n", "no-source", 2),
        ("id: agreement:a\nby: [s1, s2]\ntype: {is: contract, at: p1}\n", "no-source", 3),
        ("id: agreement:a\ntype: {is: contract, at: p1}\n", "no-source", 2),
    ],
)
def test_findings_about_a_file_as_a_whole(
    issue_of: IssueOf, text: str, code: str, line: int
) -> None:
    issue = issue_of(text)
    assert (issue.code, issue.line) == (code, line)
    assert issue.hint


def test_one_bad_item_hides_no_other(folder) -> None:
    text = "type: [x, contract, y]\nsigned_on: 2025-13\nparties: [Japan, GB]\n"
    record = folder.write("agreements/a.yaml", HEAD + text).load()
    assert sorted((i.line, i.code) for i in record.issues) == [
        (3, "bad-value"), (3, "bad-value"), (4, "bad-date"), (5, "bad-id"),
    ]  # fmt: skip
    own = [p.claim for p in record.placed if p.file == "agreements/a.yaml"]
    assert [(c.property, c.value) for c in own] == [("type", "contract"), ("holds", True)]


def test_two_unknown_keys_are_reported_the_same_each_time(folder) -> None:
    """In the order of the file, whatever the seed of Python's hashes."""
    text = HEAD + "type: {is: contract, zzz: 1, yyy: 2, xxx: 3, www: 4, vvv: 5}\n"
    (first, *_) = folder.write("agreements/a.yaml", text).load().issues
    assert "`zzz`" in first.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- {who: JP, complete: true}", id="complete-without-list"),
        pytest.param("- {who: JP, list: [GB]}", id="who-beside-list"),
        pytest.param(
            "- {list: [JP], complete: true, basis: attendance, role: chair}",
            id="role-of-attendance",
        ),
        pytest.param(
            "- {list: [JP], complete: true, holds: false}", id="complete-list-of-what-is-not"
        ),
        pytest.param("- {list: [JP], complete: true, basis: attendance, period: 2}", id="period"),
    ],
)
def test_nothing_is_dropped_in_silence(folder, text: str) -> None:
    record = folder.write("fora/f.yaml", forum(text)).load()
    assert [issue.file for issue in record.issues] == ["fora/f.yaml"]


def test_a_language_that_does_not_exist_is_a_finding(folder) -> None:
    """`jp` and `kr` are codes of countries; text under them would be shown to nobody."""
    record = folder.write("agreements/a.yaml", HEAD + "title: {jp: 覚書}\n").load()
    assert len(record.issues) == 1
