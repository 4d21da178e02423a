"""What a record is expected to be: each finding has its file, its line and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graphmodel.errors import EnishiError
from loaders.issues import Issue, did_you_mean
from loaders.record import load_record

AGREEMENT = """\
id: agreement:{slug}
by: s1
title: {{ja: 覚書}}
type: contract
level: government
scope: dedicated
stage: signed
signed_on: {day}
parties: [JP, GB]
"""


def agreement(slug: str = "a", day: str = "2025-05-13", more: str = "") -> str:
    return AGREEMENT.format(slug=slug, day=day) + more


def test_a_record_in_order_has_no_finding(folder) -> None:
    assert folder.write("agreements/a.yaml", agreement()).issues() == []


@pytest.mark.parametrize(
    ("name", "text", "line", "code", "says"),
    [
        ("agreements/a.yaml", agreement(more="binding: {is: 'yes', by: s9}\n"), 10, "unknown-source", "s9"),
        ("agreements/a.yaml", agreement(more="binding: {is: 'yes', by: s11}\n"), 10, "unknown-source", "Did you mean s1"),
        ("agreements/a.yaml", agreement(more="binding: {is: 'yes', by: ''}\n"), 10, "unknown-source", "(empty)"),
        (
            "sources/p.yaml",
            "publisher: p\nname: {en: P}\nsources:\n- {id: p1, language: ja, type: press, "
            "completeness: unknown, licence: x, read_on: 2026-11}\n",
            4, "uncited-source", "Cite it",
        ),
        ("agreements/a.yaml", agreement().replace("GB]", "country:ZZ]"), 9, "unknown-id", "country:ZZ"),
        ("agreements/a.yaml", agreement().replace("GB]", "country:JPN]"), 9, "unknown-id", "country:JP"),
        ("agreements/a.yaml", agreement(more="based_on: agreement:q\n"), 10, "unknown-id", "agreements/q.yaml"),
        ("agreements/a.yaml", agreement(more="based_on: forum:mdq\n"), 10, "wrong-kind", "Agreement"),
        ("agreements/a.yaml", agreement().replace("JP, GB", "JP, forum:mdq"), 9, "wrong-kind", "Party"),
        (
            "agreements/a.yaml",
            agreement().replace("[JP, GB]", "[GB, {who: JP, through: country:KR}]"), 9, "wrong-kind", "Organisation",
        ),
        (
            "agreements/a.yaml",
            agreement(more="signatories: [{who: JP, side: JP}]\n"), 10, "wrong-kind", "Person",
        ),
        ("countries/ZZ.yaml", "id: country:ZZ\nby: enishi\nname: {ja: x}\nstatus: state\n", 1, "not-iso", "two-letter"),
        ("agreements/b.yaml", agreement(), 1, "file-name", "a.yaml"),
        ("fora/lone.yaml", "id: forum:lone\nby: s1\nname: {ja: x}\ntype: summit\n", 1, "orphan", "Tie it"),
        ("agreements/a.yaml", agreement().replace("scope: dedicated\n", ""), 1, "no-value", "`scope`"),
        ("agreements/a.yaml", agreement().replace("title: {ja: 覚書}\n", ""), 1, "no-value", "`title`"),
        ("nations/JP.yaml", "id: country:JP\n", 1, "wrong-folder", "countries"),
        ("JP.yaml", "id: country:JP\n", 1, "wrong-folder", "countries"),
        ("agreements/a.yaml", agreement().encode("cp932"), 1, "not-utf8", "UTF-8"),
        ("agreements/a.yaml", agreement().encode("utf-16"), 1, "not-utf8", "UTF-8"),
        ("agreements/a.yaml", "", 1, "empty-file", "id:"),
    ],
)  # fmt: skip
def test_each_finding(
    folder, name: str, text: str | bytes, line: int, code: str, says: str
) -> None:
    found = folder.write(name, text).issues()
    known_side_effects = {"not-iso": "orphan"}.get(code)
    found = [issue for issue in found if issue.code != known_side_effects]
    assert [(issue.file, issue.line, issue.code) for issue in found] == [(name, line, code)]
    assert says in str(found[0])
    assert found[0].hint
    assert str(found[0]).startswith(f"{name}:{line}: ")
    assert str(found[0]).endswith(f"[{code}]")


@pytest.mark.parametrize("tie", ["based_on", "supersedes"])
def test_a_document_does_not_rest_on_a_later_one(folder, tie: str) -> None:
    folder.write("agreements/b.yaml", agreement("b", "2026-01-01"))
    found = folder.write("agreements/a.yaml", agreement(more=f"{tie}: agreement:b\n")).issues()
    assert [(i.file, i.line, i.code) for i in found] == [("agreements/a.yaml", 10, "wrong-order")]
    assert "agreement:b" in found[0].message


def test_a_document_may_rest_on_one_of_the_same_month(folder) -> None:
    folder.write("agreements/b.yaml", agreement("b", "2025-05"))
    assert (
        folder.write("agreements/a.yaml", agreement(more="based_on: agreement:b\n")).issues() == []
    )


def test_an_unknown_source_is_reported_once_for_a_line(folder) -> None:
    text = agreement(more="place: {ja: 東京, en: Tokyo, by: s9}\n")
    found = folder.write("agreements/a.yaml", text).issues()
    assert [(i.line, i.code) for i in found] == [(10, "unknown-source")]


def test_a_byte_order_mark_does_no_harm(folder) -> None:
    assert folder.write("agreements/a.yaml", b"\xef\xbb\xbf" + agreement().encode()).issues() == []


def test_findings_come_sorted_and_once(folder) -> None:
    folder.write("agreements/b.yaml", agreement("b", "2025-13"))
    folder.write("agreements/a.yaml", agreement("a", more="zzz: 1\nyyy: 2\n"))
    found = folder.issues()
    assert found == sorted(found)
    assert [(i.file, i.line) for i in found] == [
        ("agreements/a.yaml", 10), ("agreements/a.yaml", 11), ("agreements/b.yaml", 8),
    ]  # fmt: skip


def test_the_seven_of_the_acceptance(folder) -> None:
    """Unknown country, impossible date, extra field, duplicate key, duplicate id, missing source, anchor."""
    folder.write("agreements/country.yaml", agreement("country").replace("GB]", "country:ZZ]"))
    folder.write("agreements/date.yaml", agreement("date", "2025-02-30"))
    folder.write("agreements/field.yaml", agreement("field", more="colour: blue\n"))
    folder.write("agreements/key.yaml", agreement("key", more="type: contract\n"))
    folder.write("agreements/twice.yaml", agreement("date"))
    folder.write(
        "agreements/anchor.yaml", agreement("anchor").replace("{ja: 覚書}", "&t {ja: 覚書}")
    )
    folder.write(
        "agreements/source.yaml",
        agreement("source").replace("contract", "{is: contract, by: cao-2099}"),
    )
    found = folder.issues()
    assert [(issue.file, issue.line, issue.code) for issue in found] == [
        ("agreements/anchor.yaml", 3, "anchor"),
        ("agreements/country.yaml", 9, "unknown-id"),
        ("agreements/date.yaml", 8, "bad-date"),
        ("agreements/field.yaml", 10, "unknown-key"),
        ("agreements/key.yaml", 10, "duplicate-key"),
        ("agreements/source.yaml", 4, "unknown-source"),
        ("agreements/twice.yaml", 1, "duplicate-id"),
    ]
    assert all(issue.message and issue.hint for issue in found)
    assert all(issue.blocking for issue in found)
    assert all("\n" not in str(issue) for issue in found)


def test_a_value_without_any_source_is_a_finding(folder) -> None:
    found = folder.write("agreements/a.yaml", agreement().replace("by: s1\n", "")).issues()
    assert {issue.code for issue in found} >= {"no-source"}
    assert {(i.line) for i in found if i.code == "no-source"} == set(range(2, 9))


@pytest.mark.parametrize(
    ("code", "blocking"),
    [("orphan", False), ("uncited-source", False), ("file-name", False), ("unknown-id", True), ("anything", True)],
)  # fmt: skip
def test_only_what_makes_the_graph_wrong_blocks(code: str, blocking: bool) -> None:
    assert Issue("f", 1, code, "m", "h").blocking is blocking


def test_a_suggestion_is_near_or_not_made() -> None:
    assert did_you_mean("tilte", ["title", "type"]) == "Did you mean title?"
    assert did_you_mean("tilte", ["title"], "Or x.") == "Did you mean title? Or x."
    assert did_you_mean("zzz", ["title"], "Or x.") == "Or x."


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(EnishiError, match="no record"):
        load_record(tmp_path / "nothing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(EnishiError, match=r"no \.yaml"):
        load_record(tmp_path / "empty")


def test_files_that_are_no_records_are_left_alone(folder) -> None:
    folder.write("LICENSE", "free\n").write(".schema/agreements.json", "{}\n").write(
        "README.md", "# x\n"
    )
    assert folder.issues() == []


def test_the_hash_follows_names_and_contents(folder, tmp_path: Path) -> None:
    first = folder.load().hash
    shutil.copytree(folder.path, tmp_path / "elsewhere")
    assert load_record(tmp_path / "elsewhere").hash == first
    folder.write("agreements/a.yaml", agreement())
    second = folder.load().hash
    assert second != first
    (folder.path / "agreements/a.yaml").rename(folder.path / "agreements/c.yaml")
    assert folder.load().hash not in (first, second)


def test_an_agreement_without_parties_is_a_finding(folder) -> None:
    folder.write("agreements/b.yaml", agreement("b").replace("parties: [JP, GB]\n", ""))
    found = folder.write("agreements/a.yaml", agreement(more="based_on: agreement:b\n")).issues()
    assert [(i.file, i.line, i.code) for i in found] == [("agreements/b.yaml", 1, "no-value")]
    assert "`parties`" in found[0].message


def test_a_wrong_source_at_the_top_is_one_finding(folder) -> None:
    text = agreement().replace("by: s1", "by: cao-2099")
    found = folder.write("agreements/a.yaml", text).issues()
    assert [(issue.line, issue.code) for issue in found] == [(2, "unknown-source")]


def test_a_step_does_not_lead_to_an_earlier_one(folder) -> None:
    folder.write("agreements/b.yaml", agreement("b", "2020-01-01"))
    found = folder.write(
        "agreements/a.yaml", agreement(more="led_to: {is: agreement:b, basis: listed}\n")
    ).issues()
    assert [(i.file, i.line, i.code) for i in found] == [("agreements/a.yaml", 10, "wrong-order")]


def test_what_is_announced_together_has_no_order(folder) -> None:
    folder.write("agreements/b.yaml", agreement("b", "2020-01-01"))
    text = agreement(more="co_announced: agreement:b\n")
    assert folder.write("agreements/a.yaml", text).issues() == []


def test_nothing_rests_on_itself(folder) -> None:
    found = folder.write("agreements/a.yaml", agreement(more="based_on: agreement:a\n")).issues()
    assert [(i.line, i.code) for i in found] == [(10, "self-tie")]


def test_a_broken_file_does_not_make_its_neighbours_wrong(folder) -> None:
    folder.write("countries/GB.yaml", "id: country:GB\nby: enishi\nby: enishi\n")
    assert [issue.code for issue in folder.issues()] == ["duplicate-key"]
