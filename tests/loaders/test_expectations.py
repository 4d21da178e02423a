"""What a well-curated record has: each rule finds what it is about, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.checks import check
from loaders.expectations import EXPECTATIONS, check_expectations, findings
from loaders.issues import HARMLESS, Issue
from loaders.record import load_record

SOURCES = """\
publisher: ministry
name: {ja: 省, en: Ministry}
sources:
- id: s1
  url: https://www.example.go.jp/1
  published: 2025-05-13
  language: ja
  type: official
  completeness: unknown
  licence: x
  read_on: 2026-11
- id: s2
  url: https://www.example.go.jp/2
  language: en
  type: party_notice
  completeness: unknown
  licence: x
  read_on: 2026-11
- id: s3
  language: ja
  type: secondary
  completeness: unknown
  licence: x
  read_on: 2026-11
  repost_of: ministry
"""
FILES = {
    "sources/ministry.yaml": SOURCES,
    "countries/JP.yaml": """\
id: country:JP
by: enishi
name: {ja: 日本, en: Japan}
names:
- {ja: 日, use: list_form, by: s1@p1}
status: state
""",
    "countries/KR.yaml": """\
id: country:KR
by: enishi
name: {ja: 韓国, en: Republic of Korea}
status: state
""",
    "organisations/office.yaml": """\
id: org:office
by: s1
name: {ja: 内閣府, en: Cabinet Office}
type: ministry
located_in: country:JP
""",
    "offices/minister.yaml": """\
id: office:minister
by: s1
name: {ja: 内閣府特命担当大臣（科学技術政策）, en: Minister}
part_of: org:office
""",
    "people/kim.yaml": """\
id: person:kim
by: s2
name:
- {ja: キム, by: enishi}
- {en: KIM}
offices: office:minister
""",
    "fora/mdq.yaml": """\
id: forum:mdq
by: s1
name: {ja: 量子多国間対話, en: Dialogue}
type: intergovernmental_dialogue
members:
- {who: JP, role: chair}
- {who: KR, role: member}
""",
    "meetings/m7.yaml": """\
id: meeting:m7
by: s1
name: {ja: 第7回会合（2025年9月）, en: 7th meeting}
held_on: 2025-09-10
stage: held
edition_of: {is: forum:mdq, edition: 7}
led_to: {is: agreement:a, basis: stated}
""",
    "agreements/a.yaml": """\
id: agreement:a
by: s1
title: {ja: 覚書, en: Memorandum}
type: contract
level: {is: government, by: enishi}
scope: {is: dedicated, by: [enishi, s3]}
stage: signed
signed_on: 2025-10-13
parties:
- {who: JP, through: org:office}
- KR
signatories:
- {who: person:kim, as_office: office:minister}
""",
    "strategies/plan.yaml": """\
id: strategy:plan
by: s1
title: {ja: 計画, en: Plan}
type: plan
issuers:
- {who: JP, decided_by: org:office}
""",
    "budgets/part.yaml": """\
id: budget:part
by: s1
name: {ja: 交付金, en: Grant}
type: initial
fiscal_year: 2020
whole_amount: 100
currency: JPY
marks: share_of
concerns: JP
""",
    "budgets/own.yaml": """\
id: budget:own
by: s1
name: {ja: 事業費, en: Money}
type: supplementary
fiscal_year: 2019
amount: 5
currency: JPY
concerns: JP
""",
    "indicators/rank.yaml": """\
id: indicator:rank
by: s1
name: {ja: 順位, en: Rank}
type: papers
method: {ja: 数え方の記載なし, en: not said}
measures:
- {is: KR, position: 1}
""",
    "targets/goal.yaml": """\
id: target:goal
by: s1
name: {ja: 目標, en: Goal}
type: target
due_on: 2030
due_printed: {ja: 2030年まで, en: by 2030}
holders: JP
""",
    "technology-choices/quantum.yaml": """\
id: choice:quantum
by: s1
name: {ja: 量子, en: Quantum}
concerns: JP
part_of: strategy:plan
""",
}  # fmt: skip


@pytest.fixture
def curated(empty_folder):
    """A record of which nothing more is expected."""
    for name, text in FILES.items():
        empty_folder.write(name, text)
    return empty_folder


def found(folder, as_of: str = "2026-11-25") -> list[Issue]:
    record = folder.load()
    assert check(record) == []
    return check_expectations(record, as_of)


def test_of_a_well_curated_record_nothing_more_is_expected(curated) -> None:
    assert found(curated) == []


SPOILT = [
    ("no-name", "fora/mdq.yaml", ", en: Dialogue", "", 1),
    ("no-name", "people/kim.yaml", "- {ja: キム, by: enishi}\n", "", 1),
    ("gloss", "fora/mdq.yaml", "{ja: 量子多国間対話,", "{ja: 量子多国間対話（MDQ）, by: enishi,", 3),
    ("gloss", "people/kim.yaml", "ja: キム", "ja: キム（長官）", 4),
    ("half-width", "offices/minister.yaml", "（科学技術政策）", "(科学技術政策)", 3),
    ("half-width", "agreements/a.yaml", "覚書,", "'東京,大阪覚書',", 3),
    ("not-its-word", "people/kim.yaml", ", by: enishi", "", 4),
    ("not-ours", "fora/mdq.yaml", "type:", "names: [{ja: 対話, use: descriptive}]\ntype:", 4),
    ("country-name", "countries/KR.yaml", "Republic of Korea", "South Korea", 3),
    ("country-name", "countries/KR.yaml", "韓国", "大韓民国", 3),
    ("list-form", "countries/JP.yaml", "ja: 日,", "ja: 瑞,", 5),
    ("our-day", "agreements/a.yaml", "2025-10-13", "{is: 2025-10-13, by: enishi}", 8),
    ("in-the-future", "meetings/m7.yaml", "2025-09-10", "[2025-09-10, 2027]", 4),
    ("no-day", "agreements/a.yaml", "signed_on: 2025-10-13\n", "", 1),
    ("party-level", "agreements/a.yaml", "- KR\n", "- org:office\n", 11),
    ("party-level", "agreements/a.yaml", "level: {is: government", "level: {is: company", 10),
    ("secondary-alone", "agreements/a.yaml", "type: contract", "type: {is: contract, by: s3}", 4),
    ("secondary-alone", "agreements/a.yaml", "- KR\n", "- {who: KR, by: s3}\n", 11),
    ("no-office", "agreements/a.yaml", ", as_office: office:minister", "", 13),
    ("no-forum", "meetings/m7.yaml", "edition_of: {is: forum:mdq, edition: 7}\n", "", 1),
    ("no-meeting-day", "meetings/m7.yaml", "held_on: 2025-09-10\n", "", 1),
    ("no-role", "fora/mdq.yaml", "{who: KR, role: member}", "KR", 7),
    ("nowhere", "organisations/office.yaml", "located_in: country:JP\n", "", 1),
    ("nowhere", "offices/minister.yaml", "part_of: org:office\n", "", 1),
    ("share-amount", "budgets/part.yaml", "whole_amount", "amount", 6),
    ("share-amount", "budgets/part.yaml", "marks: share_of\n", "", 6),
    ("no-currency", "budgets/own.yaml", "currency: JPY\n", "", 6),
    ("no-fiscal-year", "budgets/own.yaml", "fiscal_year: 2019\n", "", 1),
    ("no-method", "indicators/rank.yaml", "method: {ja: 数え方の記載なし, en: not said}\n", "", 1),
    ("due-as-printed", "targets/goal.yaml", "due_printed: {ja: 2030年まで, en: by 2030}\n", "", 5),
    ("no-issuer", "strategies/plan.yaml", "issuers:\n- {who: JP, decided_by: org:office}\n", "", 1),
    ("no-document", "technology-choices/quantum.yaml", "part_of: strategy:plan\n", "", 1),
    ("no-address", "sources/ministry.yaml", "  url: https://www.example.go.jp/2\n", "", 12),
    ("bad-address", "sources/ministry.yaml", "https://www.example.go.jp/2", "ftp://www.example.go.jp/2", 12),
    ("bad-address", "sources/ministry.yaml", "url: https://www.example.go.jp/2", 'url: "https://[URL]"', 12),
    ("bad-address", "sources/ministry.yaml", "https://www.example.go.jp/2", "https://www.example.go.jp/二", 12),
    ("copy", "sources/ministry.yaml", "https://www.example.go.jp/2", "https://web.archive.org/x", 12),
    ("copy", "sources/ministry.yaml", "go.jp/2", "go.jp/https://x.jp", 12),
    ("same-address", "sources/ministry.yaml", "go.jp/2", "go.jp/1", 12),
    ("copy-as-original", "sources/ministry.yaml", "type: secondary", "type: press", 19),
]  # fmt: skip


@pytest.mark.parametrize(("code", "file", "old", "new", "line"), SPOILT)
def test_each_rule(curated, code: str, file: str, old: str, new: str, line: int) -> None:
    assert FILES[file].count(old) == 1
    curated.write(file, FILES[file].replace(old, new))
    record = curated.load()
    assert [issue for issue in check(record) if issue.blocking] == []
    issues = check_expectations(record, "2026-11-25")
    spoilt = {(issue.file, issue.code) for issue in issues}
    assert spoilt == {(file, code)}
    assert line in [issue.line for issue in issues]
    assert all(issue.message and issue.hint and not issue.blocking for issue in issues)


def test_an_agreement_of_one_party_belongs_to_a_meeting_or_forum(curated) -> None:
    curated.write("agreements/a.yaml", FILES["agreements/a.yaml"].replace("- KR\n", ""))
    assert found(curated) == []
    curated.write("meetings/m7.yaml", FILES["meetings/m7.yaml"].replace("led_to", "# led_to"))
    assert [issue.code for issue in found(curated)] == ["few-parties"]


def test_what_only_we_speak_of_is_found(curated) -> None:
    text = (
        "id: forum:sub\nby: enishi\nname: {ja: 部会, en: Group}\ntype: summit\npart_of: forum:mdq\n"
    )
    curated.write("fora/sub.yaml", text)
    assert [(i.file, i.code) for i in found(curated)] == [("fora/sub.yaml", "only-ours")]
    curated.write(
        "fora/sub.yaml", text.replace("part_of: forum:mdq", "part_of: {is: forum:mdq, by: s1}")
    )
    assert found(curated) == []


def test_every_rule_is_tried_and_declared_harmless() -> None:
    codes = [rule.code for rule in EXPECTATIONS]
    assert len(set(codes)) == len(codes)
    alone = {"few-parties", "only-ours", "withdrawn-ahead"}
    assert {code for code, *_ in SPOILT} | alone == set(codes)
    assert set(codes) <= HARMLESS


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("offices/minister.yaml", "en: Minister", "en: Minister (Science)"),
        ("people/kim.yaml", "- {ja: キム, by: enishi}\n", "- {ja: キム（長官）, by: s1}\n"),
        (
            "people/kim.yaml",
            "offices:",
            "names: [{ja: キム（長官）, use: official, by: enishi}]\noffices:",
        ),
        ("meetings/m7.yaml", "2025-09-10", "[2025-09-10, {is: 2027, mood: planned}]"),
        ("agreements/a.yaml", "stage: signed\nsigned_on: 2025-10-13\n", "stage: planned\n"),
        (
            "agreements/a.yaml",
            "stage: signed\nsigned_on: 2025-10-13",
            "stage: not_confirmed\nplace: {ja: 東京, by: s3}",
        ),
        ("agreements/a.yaml", "type: contract", "type: {is: contract, by: [s1, s3]}"),
        ("organisations/office.yaml", "located_in: country:JP", "seat: {ja: パリ}"),
    ],
)
def test_what_is_as_it_should_be_is_not_found(curated, file: str, old: str, new: str) -> None:
    assert old in FILES[file]
    curated.write(file, FILES[file].replace(old, new))
    assert found(curated) == []


def test_without_a_day_nothing_lies_in_the_future(curated) -> None:
    later = FILES["meetings/m7.yaml"].replace("2025-09-10", "2027").replace("led_to", "# led_to")
    curated.write("meetings/m7.yaml", later)
    assert found(curated, as_of="") == []
    assert [issue.code for issue in found(curated, as_of="2026-12-31")] == ["in-the-future"]
    assert found(curated, as_of="2027-01-01") == []


def test_what_is_withdrawn_is_gone_at_once_and_so_not_on_a_day_to_come(curated) -> None:
    text = "id: forum:mdq\nby: s1\nfounded_on: {is: 2024, withdrawn_on: 2027-01-01}\n"
    curated.own.write("fora/mdq.yaml", text)
    assert found(curated, as_of="") == found(curated, as_of="2027-01-01") == []
    (issue,) = found(curated, as_of="2026-12-31")
    assert (issue.code, issue.line, issue.blocking) == ("withdrawn-ahead", 3, False)


ACCEPT = "- {accept: {finding: no-name, file: fora/mdq.yaml}, by: KM, on: 2026-11-25, why: no source gives it}\n"  # fmt: skip


def test_a_reviewer_may_let_a_finding_stand(curated) -> None:
    curated.write("fora/mdq.yaml", FILES["fora/mdq.yaml"].replace(", en: Dialogue", ""))
    assert [issue.code for issue in findings(curated.load())] == ["no-name"]
    curated.write("judgements.yaml", ACCEPT)
    assert findings(curated.load()) == []


def test_a_decision_on_a_finding_that_is_gone_is_one(curated) -> None:
    curated.write("judgements.yaml", ACCEPT)
    issues = findings(curated.load())
    assert [(i.file, i.line, i.code, i.blocking) for i in issues] == [
        ("judgements.yaml", 1, "idle-accept", False)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "{finding: no-basis, file: x.yaml}", "{finding: unknown-id, file: x.yaml}", "{finding: no-name}",
        "no-name", "{finding: no-name, file: x.yaml, line: 1}",
    ],
)  # fmt: skip
def test_what_makes_a_graph_wrong_cannot_be_let_stand(curated, body: str) -> None:
    curated.write("judgements.yaml", f"- {{accept: {body}, by: KM, on: 2026-11-25, why: x}}\n")
    assert [issue.code for issue in curated.load().issues] == ["bad-judgement"]


def test_a_step_without_a_basis_is_no_chain(curated) -> None:
    curated.write("meetings/m7.yaml", FILES["meetings/m7.yaml"].replace(", basis: stated", ""))
    (issue,) = findings(curated.load())
    assert (issue.file, issue.line, issue.code, issue.blocking) == (
        "meetings/m7.yaml", 7, "no-basis", True,
    )  # fmt: skip


def test_the_shipped_record_is_what_is_expected_of_it() -> None:
    record = load_record(Path(__file__).parents[2] / "data")
    assert [str(issue) for issue in findings(record, "2026-11-25")] == []


def test_of_a_file_that_is_wrong_nothing_more_is_expected(curated) -> None:
    text = FILES["agreements/a.yaml"].replace("2025-10-13", "2025-02-30")
    curated.write("agreements/a.yaml", text)
    assert [issue.code for issue in findings(curated.load())] == ["bad-date"]
