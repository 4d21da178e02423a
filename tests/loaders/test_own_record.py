"""A folder of one's own beside the record: it adds, it overwrites nothing, and nothing travels farther than it may."""

from __future__ import annotations

import pytest

from graphmodel.claims import Claim
from graphmodel.errors import EnishiError
from graphmodel.vocab import Handling
from loaders.expectations import findings
from loaders.files import hash_record
from loaders.issues import Issue

OWN_SOURCE = """\
publisher: us
name: {{ja: 当課, en: Our division}}
sources:
- {{id: memo, {more}language: ja, type: official, completeness: unknown, licence: not_stated, read_on: 2026-11}}
"""
HIDDEN = "id: agreement:secret\nby: s1\n{top}title: {{ja: 秘, en: Secret}}\n{more}"


def claims(folder, *subjects: str) -> list[Claim]:
    """The claims on some subjects."""
    return [claim for claim in folder.load().claims if claim.subject in subjects]


def handling(folder, subject: str, property_: str = "") -> set[str]:
    return {c.handling for c in claims(folder, subject) if property_ in ("", c.property)}


def own_issues(folder) -> list[Issue]:
    place = f"{folder.own.path.as_posix()}/"
    return [
        issue._replace(file=issue.file.removeprefix(place))
        for issue in folder.issues()
        if issue.file.startswith(place) and issue.blocking
    ]


# What it adds -----------------------------------------------------------------------------------------------------


def test_it_adds_claims_to_what_the_record_has_and_overwrites_nothing(folder) -> None:
    before = folder.load().claims
    folder.own.write(
        "countries/GB.yaml", "id: country:GB\nby: s1\nname: {ja: イギリス, en: Britain}\n"
    )
    after = folder.load()
    assert set(before) < set(after.claims)
    assert {c.value for c in claims(folder, "country:GB") if c.property == "name@en"} == {
        "UK",
        "Britain",
    }
    assert after.entities["country:GB"] == ("countries/GB.yaml", 1)


def test_it_adds_entities_sources_and_decisions(folder) -> None:
    folder.own.write("sources/us.yaml", OWN_SOURCE.format(more=""))
    folder.own.write(
        "agreements/ours.yaml",
        "id: agreement:ours\nby: memo\ntitle: {ja: 覚書, en: Memorandum}\ntype: contract\nlevel: government\n"
        "scope: dedicated\nstage: signed\nparties: [JP, GB]\n",
    )
    folder.own.write(
        "judgements.yaml",
        "- not_same: [country:JP, country:GB]\n  by: a person\n  on: 2026-11-01\n  why: two countries\n",
    )
    record = folder.load()
    assert own_issues(folder) == []
    assert "agreement:ours" in record.entities
    assert "memo" in record.sources
    assert [d.handling for d in record.decisions] == ["internal"]


def test_several_folders_may_speak_of_one_thing_but_one_folder_in_one_file(
    folder, tmp_path
) -> None:
    folder.own.write("countries/GB.yaml", "id: country:GB\nby: s1\nstatus: state\n")
    folder.own.write("countries/uk.yaml", "id: country:GB\nby: s1\nstatus: state\n")
    (issue,) = own_issues(folder)
    assert (issue.file, issue.code) == ("countries/uk.yaml", "duplicate-id")


def test_a_source_of_the_record_is_not_said_anew(folder) -> None:
    folder.own.write("sources/us.yaml", OWN_SOURCE.format(more="").replace("memo", "s1"))
    (issue,) = own_issues(folder)
    assert (issue.file, issue.code) == ("sources/us.yaml", "duplicate-id")
    assert "sources/ministry.yaml:" in str(issue)


def test_findings_name_the_file_in_the_folder(folder) -> None:
    folder.own.write("agreements/a.yaml", "id: agreement:a\nby: s1\ntitel: {ja: x}\n")
    (issue, *_) = [issue for issue in folder.issues() if issue.code == "unknown-key"]
    assert str(issue).startswith(f"{folder.own.path.as_posix()}/agreements/a.yaml:3: ")
    assert "Did you mean title?" in str(issue)


def test_the_normal_form_is_expected_of_it_too_and_a_reviewer_may_let_a_finding_stand(
    folder,
) -> None:
    folder.own.write("countries/GB.yaml", "by: s1\nid: country:GB\nstatus: state\n")
    found = {(i.code, i.file) for i in findings(folder.load())}
    file = f"{folder.own.path.as_posix()}/countries/GB.yaml"
    assert ("form", file) in found
    folder.own.write(
        "judgements.yaml",
        "- accept: {finding: form, file: countries/GB.yaml}\n  by: a person\n  on: 2026-11-01\n  why: as it came\n",
    )
    codes = {(i.code, i.file) for i in findings(folder.load())}
    assert ("form", file) not in codes
    assert "idle-accept" not in {code for code, _ in codes}


def test_a_folder_that_is_not_there_is_told(folder) -> None:
    from loaders.record import load_record

    with pytest.raises(EnishiError, match="--records"):
        load_record(folder.path, own=[folder.own.path])
    with pytest.raises(EnishiError, match="--records"):
        hash_record(folder.path, [folder.own.path])


def test_any_file_beside_the_record_is_another_record(folder) -> None:
    alone = hash_record(folder.path)
    folder.own.write("countries/FR.yaml", "id: country:FR\n")
    beside = hash_record(folder.path, [folder.own.path])
    folder.own.write("countries/FR.yaml", "id: country:FR\n\n")
    assert len({alone, beside, hash_record(folder.path, [folder.own.path])}) == 3


# How far it travels -----------------------------------------------------------------------------------------------


def test_what_says_nothing_is_internal(folder) -> None:
    folder.own.write("agreements/secret.yaml", HIDDEN.format(top="", more=""))
    assert handling(folder, "agreement:secret") == {"internal"}


@pytest.mark.parametrize("word", list(Handling))
def test_a_file_may_say_it_for_all_of_its_values_and_a_value_for_itself(folder, word: str) -> None:
    more = "type: {is: contract, handling: restricted}\nlevel: {is: government, handling: public}\n"
    folder.own.write("agreements/secret.yaml", HIDDEN.format(top=f"handling: {word}\n", more=more))
    assert handling(folder, "agreement:secret", "title@ja") == {word}
    assert handling(folder, "agreement:secret", "type") == {"restricted"}
    assert handling(folder, "agreement:secret", "level") == {"public"}


def test_days_of_recording_and_withdrawal_may_stand_at_the_top(folder) -> None:
    top = "recorded_on: 2026-05-01\nwithdrawn_on: 2026-06-01\n"
    folder.own.write("agreements/secret.yaml", HIDDEN.format(top=top, more=""))
    found = {(c.known_from, c.withdrawn_on) for c in claims(folder, "agreement:secret")}
    assert found == {("2026-05-01", "2026-06-01")}


def test_what_a_source_says_is_handled_as_it_is(folder) -> None:
    folder.own.write("sources/us.yaml", OWN_SOURCE.format(more="handling: restricted, "))
    folder.own.write(
        "agreements/secret.yaml",
        HIDDEN.format(top="handling: public\n", more="type: {is: contract, by: memo}\n"),
    )
    assert handling(folder, "source:memo") == {"restricted"}
    assert handling(folder, "agreement:secret", "type") == {"restricted"}
    assert handling(folder, "agreement:secret", "title@ja") == {"public"}


def test_a_publisher_may_say_it_for_all_of_its_sources(folder) -> None:
    text = OWN_SOURCE.format(more="").replace(
        "publisher: us\n", "publisher: us\nhandling: restricted\n"
    )
    folder.own.write("sources/us.yaml", text)
    assert handling(folder, "source:memo") == {"restricted"}


def test_a_source_whose_handling_cannot_be_read_does_not_travel(folder) -> None:
    folder.own.write("sources/us.yaml", OWN_SOURCE.format(more="handling: secret, "))
    assert handling(folder, "source:memo") == {"restricted"}
    assert "bad-value" in {issue.code for issue in own_issues(folder)}


def test_the_shipped_register_is_public(folder) -> None:
    folder.write("sources/us.yaml", OWN_SOURCE.format(more="handling: restricted, "))
    assert "own-only" in {issue.code for issue in folder.issues()}


@pytest.mark.parametrize(
    "text",
    [
        "co_announced: agreement:secret\n",
        "parties: [{who: org:secret}]\n",
        "parties: [{who: JP, through: org:secret}]\n",
        "parties: [{list: [JP, org:secret], complete: true}]\n",
    ],
)
def test_whatever_names_a_restricted_thing_is_restricted(folder, text: str) -> None:
    """A public tie to it would make it exist, if only by its id."""
    folder.own.write("agreements/secret.yaml", HIDDEN.format(top="handling: restricted\n", more=""))
    folder.own.write(
        "organisations/secret.yaml",
        "id: org:secret\nby: s1\nhandling: restricted\nname: {ja: 秘, en: Secret}\ntype: agency\n",
    )
    folder.own.write(
        "agreements/open.yaml",
        f"id: agreement:open\nby: s1\nhandling: public\ntitle: {{ja: 公, en: Open}}\n{text}",
    )
    told = [c for c in folder.load().claims if c.handling != "restricted"]
    assert "agreement:open" in {c.subject for c in told}
    assert not [c for c in told if "secret" in repr(c).casefold()]


def test_a_property_of_a_tie_does_not_travel_farther_than_the_tie(folder) -> None:
    folder.own.write(
        "fora/f.yaml",
        "id: forum:f\nby: s1\nhandling: public\nname: {ja: 会, en: F}\n"
        "members:\n- {who: KR, handling: restricted, role: {is: chair, handling: public}}\n",
    )
    assert handling(folder, "country:KR MEMBER_OF forum:f") == {"restricted"}


def test_a_shipped_thing_stays_public_whatever_is_added(folder) -> None:
    before = folder.load().claims
    folder.own.write(
        "countries/GB.yaml",
        "id: country:GB\nby: s1\nhandling: restricted\nname: {ja: 秘, en: Secret}\n",
    )
    public = [c for c in folder.load().claims if c.handling == "public"]
    assert public == before


def test_an_entity_of_which_only_restricted_sources_speak_is_restricted(folder) -> None:
    """However public its file says that it is."""
    folder.own.write("sources/us.yaml", OWN_SOURCE.format(more="handling: restricted, "))
    folder.own.write(
        "agreements/secret.yaml",
        HIDDEN.format(
            top="handling: public\n", more="level: {is: government, by: enishi}\n"
        ).replace("by: s1", "by: memo"),
    )
    folder.own.write(
        "agreements/open.yaml",
        "id: agreement:open\nby: s1\nhandling: public\ntitle: {ja: 公, en: Open}\nco_announced: agreement:secret\n",
    )
    assert handling(folder, "agreement:secret") == {"restricted"}
    assert handling(folder, "agreement:open CO_ANNOUNCED agreement:secret") == {"restricted"}


def test_a_decision_is_handled_as_what_it_is_about(folder) -> None:
    folder.own.write("agreements/secret.yaml", HIDDEN.format(top="handling: restricted\n", more=""))
    folder.own.write(
        "judgements.yaml",
        "- same: [agreement:secret, agreement:other]\n  by: p\n  on: 2026-11-01\n  why: w\n  handling: public\n"
        "- prefer: {subject: country:GB, property: status, value: state}\n  by: p\n  on: 2026-11-01\n  why: w\n"
        "  handling: public\n",
    )
    record = folder.load()
    assert [d.handling for d in record.decisions] == ["restricted", "public"]
    assert record.judgements_within(Handling.PUBLIC).canonical == {}
    assert record.judgements.canonical == {"agreement:other": "agreement:secret"}


@pytest.mark.parametrize(
    ("line", "word"),
    [("handling: internal", "A decision is one of"), ("colour: red", "A decision is")],
)
def test_a_shipped_decision_has_no_handling(folder, line: str, word: str) -> None:
    folder.write(
        "judgements.yaml",
        f"- not_same: [country:JP, country:GB]\n  by: p\n  on: 2026-11-01\n  why: w\n  {line}\n",
    )
    assert [i.code for i in folder.issues() if word in str(i)] == ["bad-judgement"]


def test_a_decision_of_ones_own_with_a_word_that_is_none(folder) -> None:
    folder.own.write(
        "judgements.yaml",
        "- not_same: [country:JP, country:GB]\n  by: p\n  on: 2026-11-01\n  why: w\n  handling: secret\n",
    )
    assert [issue.code for issue in own_issues(folder)] == ["bad-judgement"]


# When it can be known ---------------------------------------------------------------------------------------------


def test_a_restricted_day_does_not_show_in_the_clock_of_what_is_public(folder) -> None:
    """An undated source is known from the event; that of a restricted claim must not be told by a public one."""
    folder.own.write(
        "agreements/a.yaml",
        "id: agreement:a\nby: s2\nhandling: public\ntitle: {ja: 公, en: Open}\n"
        "signed_on: {is: 2026-04-04, handling: restricted}\n",
    )
    known = {c.property: (c.known_from, c.known_by) for c in claims(folder, "agreement:a")}
    assert known["title@ja"] == ("", "always")
    assert known["signed_on"] == ("2026-04-04", "event")


# What its hash tells ----------------------------------------------------------------------------------------------


def test_the_hash_of_what_may_be_seen_tells_nothing_of_the_rest(folder) -> None:
    alone = folder.load().hash_within(Handling.PUBLIC)
    assert alone == folder.load().hash
    text = "id: agreement:a\nby: s1\nhandling: public\ntitle: {ja: 公, en: Open}\n"
    folder.own.write("agreements/a.yaml", text)
    open_only = folder.load()
    folder.own.write("agreements/a.yaml", text + "type: {is: contract, handling: restricted}\n")
    both = folder.load()
    assert open_only.hash_within(Handling.PUBLIC) == both.hash_within(Handling.PUBLIC) != alone
    assert open_only.hash_within(Handling.INTERNAL) == both.hash_within(Handling.INTERNAL)
    assert open_only.hash_within(Handling.RESTRICTED) != both.hash_within(Handling.RESTRICTED)
    assert open_only.hash != both.hash
