"""The six steps of resolution, by example."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from graphmodel.batch import NodeRow, TieRow
from graphmodel.claims import HOLDS, OURS, Claim, Value
from graphmodel.conflicts import Conflict
from graphmodel.judgements import Judgement, Judgements, Preferred, Same
from graphmodel.resolve import Resolution, build_row, resolve, with_build
from graphmodel.sources import SourceFacts
from graphmodel.vocab import ConflictKind, Handling, Reason, SourceType

SOURCES = {
    "text": SourceFacts(SourceType.INSTRUMENT_TEXT),
    "notice": SourceFacts(SourceType.PARTY_NOTICE),
    "official": SourceFacts(SourceType.OFFICIAL),
    "institution": SourceFacts(SourceType.INSTITUTION),
    "press": SourceFacts(SourceType.PRESS),
    "secondary": SourceFacts(SourceType.SECONDARY),
    OURS: SourceFacts(SourceType.OURS),
    "deck": SourceFacts(SourceType.OFFICIAL, "2025-04-28/2025-05-12"),
}
LETTER = "agreement:letter"
MDQ = "forum:mdq"
OLD, NEW = "2025-01-01", "2025-06-01"


def says(
    subject: str, property_: str, value: Value, source: str = "official", **rest: str
) -> Claim:
    """A claim; `official` says it unless another does."""
    return Claim(subject, property_, value, source, **rest)


def member(code: str, value: bool = True, source: str = "official", **rest: str) -> Claim:
    return says(f"country:{code} MEMBER_OF {MDQ}", HOLDS, value, source, **rest)


def members(codes: str, source: str = "official", **rest: str) -> Claim:
    """A closed list of members, or of those present."""
    return says(MDQ, "members*", tuple(f"country:{code}" for code in codes.split()), source, **rest)


def attendees(codes: str, source: str = "official", **rest: str) -> Claim:
    return members(codes, source, basis="attendance", **rest)


def graph(*claims: Claim, judged: tuple[Judgement, ...] = (), **options: Any) -> Resolution:
    return resolve(claims, SOURCES, Judgements.of(judged), **options)


def node(resolution: Resolution, id_: str) -> NodeRow:
    (row,) = (row for row in resolution.batch.nodes if row.id == id_)
    return row


def tie(resolution: Resolution, id_: str) -> TieRow:
    (row,) = (row for row in resolution.batch.ties if row.id == id_)
    return row


def ids(resolution: Resolution) -> set[str]:
    """Ids of the entities, without the sides of conflicts."""
    return {row.id for row in resolution.batch.nodes if row.props["kind"] != "Claim"}


def only_conflict(resolution: Resolution) -> Conflict:
    (conflict,) = resolution.conflicts
    return conflict


def sides(conflict: Conflict) -> list[Value]:
    return [side.claims[0].value for side in conflict.sides]


def value(resolution: Resolution, id_: str, property_: str) -> Any:
    return node(resolution, id_).props.get(property_)


# 1. What is visible -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known_from", "known_at", "visible"),
    [
        ("2025-05-13", "2025-05-12", False),
        ("2025-05-13", "2025-05-13", True),
        ("2025-05-13", "2025-05-14", True),
        ("2025-05-13", "", True),
        ("", "1990-01-01", True),
        ("9000-01-01", "", True),
    ],
)
def test_known_at(known_from: str, known_at: str, visible: bool) -> None:
    claim = says(LETTER, "signed_on", "2025-05-13", known_from=known_from)
    result = graph(claim, known_at=known_at)
    assert ids(result) == ({LETTER} if visible else set())
    assert result.claims == ((claim,) if visible else ())


@pytest.mark.parametrize(
    ("known_at", "visible"),
    [("2025-08-31", True), ("2025-09-01", False), ("2025-09-02", False), ("", False)],
)
def test_withdrawn(known_at: str, visible: bool) -> None:
    claim = says(LETTER, "signed_on", "2025-05-13", known_from=OLD, withdrawn_on="2025-09-01")
    assert ids(graph(claim, known_at=known_at)) == ({LETTER} if visible else set())


@pytest.mark.parametrize("handling", list(Handling))
@pytest.mark.parametrize("ceiling", list(Handling))
def test_ceiling(handling: Handling, ceiling: Handling) -> None:
    claim = says(LETTER, "signed_on", "2025-05-13", handling=handling.value)
    visible = handling.rank <= ceiling.rank
    assert bool(ids(graph(claim, ceiling=ceiling))) is visible


def test_what_is_not_visible_is_no_rival() -> None:
    claims = [
        says(LETTER, "signed_on", "2025-05-13", "notice", known_from=NEW),
        says(LETTER, "signed_on", "2025-05-12", "press", known_from=OLD),
        says(LETTER, "signed_on", "2025-05-11", "text", known_from=OLD, handling="internal"),
    ]
    before = graph(*claims, known_at="2025-05-31", ceiling=Handling.PUBLIC)
    assert value(before, LETTER, "signed_on") == "2025-05-12"
    assert before.conflicts == ()
    assert "conflicts" not in node(before, LETTER).props
    after = graph(*claims, ceiling=Handling.PUBLIC)
    assert value(after, LETTER, "signed_on") == "2025-05-13"
    assert sides(only_conflict(after)) == ["2025-05-13", "2025-05-12"]
    assert value(graph(*claims), LETTER, "signed_on") == "2025-05-11"


# 2. What is the same thing ----------------------------------------------------------------------------------------

MERGE = Same("org:riken", "org:rikagaku", "佐藤", "2026-03-01", "one institute")


def test_a_merged_id_is_gone_everywhere() -> None:
    result = graph(
        says("org:riken", "name@en", "RIKEN"),
        says("org:rikagaku", "name@ja", "理化学研究所"),
        says("org:rikagaku LOCATED_IN country:JP", HOLDS, True),
        says("org:rikagaku PARTY_TO agreement:x", HOLDS, True),
        says("country:JP PARTY_TO agreement:x", "through", "org:rikagaku"),
        says("country:JP PARTY_TO agreement:x", HOLDS, True),
        says("agreement:x", "parties*", ("org:rikagaku", "country:JP")),
        judged=(MERGE,),
    )
    assert value(result, "org:riken", "name_en") == "RIKEN"
    assert value(result, "org:riken", "name_ja") == "理化学研究所"
    assert tie(result, "org:riken LOCATED_IN country:JP").start == "org:riken"
    assert tie(result, "country:JP PARTY_TO agreement:x").props["through"] == ["org:riken"]
    assert result.conflicts == ()
    assert "rikagaku" not in repr((result.batch, result.claims))


def test_merging_brings_rivals_together() -> None:
    claims = [
        says("org:riken", "website", "https://www.riken.jp", "notice"),
        says("org:rikagaku", "website", "http://riken.go.jp"),
    ]
    assert graph(*claims).conflicts == ()
    merged = only_conflict(graph(*claims, judged=(MERGE,)))
    assert (merged.subject, sides(merged)) == (
        "org:riken",
        ["https://www.riken.jp", "http://riken.go.jp"],
    )


def test_a_like_name_merges_nothing() -> None:
    result = graph(says("org:a", "name@en", "RIKEN"), says("org:b", "name@en", "RIKEN"))
    assert ids(result) == {"org:a", "org:b"}


def test_free_text_that_looks_like_an_id_is_not_renamed() -> None:
    result = graph(
        says("org:riken", "name@en", "RIKEN"),
        says("org:riken", "website", "org:rikagaku"),
        judged=(MERGE,),
    )
    assert value(result, "org:riken", "website") == "org:rikagaku"


def test_identity_does_not_depend_on_the_day() -> None:
    claim = says("org:rikagaku", "name@ja", "理化学研究所", known_from=OLD)
    assert ids(graph(claim, judged=(MERGE,), known_at=OLD)) == {"org:riken"}


# 3. Which value is used -------------------------------------------------------------------------------------------

RUNGS = {
    "a judged value before the better source": (
        says(LETTER, "signed_on", "2025", "secondary", known_from=NEW),
        says(LETTER, "signed_on", "2024-05-12", "text", known_from=OLD),
        Reason.JUDGED,
    ),
    "the better source before the finer date": (
        says(LETTER, "signed_on", "2025", "notice", known_from=NEW),
        says(LETTER, "signed_on", "2024-05-12", "official", known_from=OLD),
        Reason.SOURCE_TYPE,
    ),
    "the finer date before the one known earlier": (
        says(LETTER, "signed_on", "2025-05-13", known_from=NEW),
        says(LETTER, "signed_on", "2024", known_from=OLD),
        Reason.FINER_DATE,
    ),
    "the one known earlier before the lesser value": (
        says(LETTER, "signed_on", "2025-05-13", known_from=OLD),
        says(LETTER, "signed_on", "2025-05-12", known_from=NEW),
        Reason.KNOWN_EARLIER,
    ),
    "the lesser value": (
        says(LETTER, "signed_on", "2025-05-12", "official"),
        says(LETTER, "signed_on", "2025-05-13", "deck"),
        Reason.ORDER,
    ),
    "text and notice are of one class": (
        says(LETTER, "signed_on", "2025-05-12", "notice"),
        says(LETTER, "signed_on", "2025-05-13", "text"),
        Reason.ORDER,
    ),
    "between values that are no dates the source decides": (
        says(LETTER, "place@ja", "東京都千代田区", "text", known_from=NEW),
        says(LETTER, "place@ja", "パリ", "press", known_from=OLD),
        Reason.SOURCE_TYPE,
    ),
    "no value that is no date is finer": (
        says(LETTER, "place@ja", "東京都千代田区", known_from=OLD),
        says(LETTER, "place@ja", "パリ", known_from=NEW),
        Reason.KNOWN_EARLIER,
    ),
}


@pytest.mark.parametrize(("used", "rival", "reason"), RUNGS.values(), ids=RUNGS)
@pytest.mark.parametrize("turned", [False, True])
def test_preference(used: Claim, rival: Claim, reason: Reason, turned: bool) -> None:
    judged: tuple[Judgement, ...] = ()
    if reason is Reason.JUDGED:
        judged = (Preferred(LETTER, used.property, str(used.value), "佐藤", NEW, "seen"),)
    result = graph(*([rival, used] if turned else [used, rival]), judged=judged)
    conflict = only_conflict(result)
    assert value(result, LETTER, used.property.replace("@", "_")) == used.value
    assert (conflict.why, sides(conflict)) == (reason, [used.value, rival.value])
    assert result.used == {used}


def test_claims_alike_in_value_and_place_have_an_order_too() -> None:
    claims = [member("JP", valid=valid, text=text) for valid in ("2024", "2025") for text in "ab"]
    claims += [members("JP KR", valid=valid) for valid in ("2024", "2025")] + [member("SG")]
    assert graph(*claims).batch == graph(*claims[::-1]).batch
    assert graph(*claims).conflicts == graph(*claims[::-1]).conflicts


def test_each_class_of_source_goes_before_the_next() -> None:
    order = ["notice", "official", "institution", "press", "secondary", OURS]
    for better, worse in itertools.pairwise(order):
        result = graph(
            says(LETTER, "type", "statement", better), says(LETTER, "type", "contract", worse)
        )
        if worse == OURS:
            assert value(result, LETTER, "type") == "statement"
        conflict = only_conflict(result)
        assert (conflict.why, sides(conflict)) == (Reason.SOURCE_TYPE, ["statement", "contract"])


def test_actual_goes_before_planned_whatever_the_source() -> None:
    judged = Preferred(LETTER, "signed_on", "2025-05-20", "佐藤", NEW, "seen")
    result = graph(
        says(LETTER, "signed_on", "2025", "secondary", known_from=NEW),
        says(LETTER, "signed_on", "2025-05-20", "text", known_from=OLD, mood="planned"),
        says(LETTER, "signed_on", "2025-05-21", "text", known_from=OLD, mood="cancelled"),
        judged=(judged,),
    )
    assert value(result, LETTER, "signed_on") == "2025"


def test_planned_goes_before_cancelled() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-05-20", "press", mood="planned"),
        says(LETTER, "signed_on", "2025-05-10", "text", mood="cancelled"),
    )
    assert value(result, LETTER, "signed_on") == "2025-05-20"


def test_a_judged_value_that_is_not_visible_is_ignored() -> None:
    claims = [
        says(LETTER, "signed_on", "2025-05-13", "press", known_from=NEW),
        says(LETTER, "signed_on", "2025-05-12", "official", known_from=OLD),
        says(LETTER, "signed_on", "2025-05-11", "secondary", known_from=OLD),
    ]
    judged = (Preferred(LETTER, "signed_on", "2025-05-13", "佐藤", NEW, "seen"),)
    now, then = graph(*claims, judged=judged), graph(*claims, judged=judged, known_at=OLD)
    assert (value(now, LETTER, "signed_on"), only_conflict(now).why) == (
        "2025-05-13",
        Reason.JUDGED,
    )
    assert value(then, LETTER, "signed_on") == "2025-05-12"
    assert only_conflict(then).why is Reason.SOURCE_TYPE


def test_a_judged_value_follows_identity() -> None:
    signed = "person:a SIGNED agreement:x"
    result = graph(
        says(signed, HOLDS, True),
        says(signed, "side", "org:rikagaku", "press"),
        says(signed, "side", "org:other", "text"),
        judged=(MERGE, Preferred(signed, "side", "org:rikagaku", "佐藤", NEW, "seen")),
    )
    assert tie(result, signed).props["side"] == "org:riken"


def test_who_says_the_same_is_used_too() -> None:
    claims = [
        says(LETTER, "signed_on", "2025-05-13", "notice", at="p1"),
        says(LETTER, "signed_on", "2025-05-13", "press"),
        says(LETTER, "signed_on", "2025-05", "official"),
        says(LETTER, "signed_on", "2025-05-12", "official"),
    ]
    result = graph(*claims)
    assert result.used == set(claims[:2])
    assert node(result, LETTER).props["sources"] == ["notice", "official", "press"]


def test_our_own_word_is_no_source_beside_others() -> None:
    result = graph(says(LETTER, "type", "statement"), says(LETTER, "scope", "dedicated", OURS))
    assert node(result, LETTER).props["sources"] == ["official"]
    assert node(result, LETTER).props["scope"] == "dedicated"


def test_the_evidence_of_each_value_is_who_gives_it() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-05-13", "notice"),
        says(LETTER, "signed_on", "2025-05-13", "press", mood="planned"),
        says(LETTER, "signed_on", "2025-05-13", "official"),
        says(LETTER, "signed_on", "2025-05-12", "press"),
        says(LETTER, "title@ja", "趣意書", "press"),
        says(LETTER, "names.variant@ja", "意向表明書", "press"),
        says(LETTER, "scope", "dedicated", OURS),
    )
    assert value(result, LETTER, "evidence") == ["signed_on notice official", "title@ja press"]


def test_who_gives_a_full_list_is_evidence_and_who_was_present_is_none() -> None:
    listed = graph(
        member("JP"), members("JP GB", "notice"), members("JP", "press"), attendees("JP")
    )
    assert value(listed, MDQ, "evidence") == ["members* notice press"]
    assert value(graph(member("JP"), attendees("JP")), MDQ, "evidence") is None


# 4. Where sources differ ------------------------------------------------------------------------------------------


def test_names() -> None:
    result = graph(
        says(LETTER, "title@ja", "協力に関する趣意書", "notice"),
        says(LETTER, "title@ja", "意向表明書", "official", text="意向表明書（LoI）"),
        says(LETTER, "title@en", "Letter of Intent", "official"),
    )
    conflict = only_conflict(result)
    assert (conflict.subject, conflict.property, conflict.kind) == (
        LETTER,
        "title@ja",
        ConflictKind.NAME,
    )
    props = node(result, LETTER).props
    assert props["conflicts"] == ["title@ja"]
    assert (props["name_ja"], props["name_en"]) == ("協力に関する趣意書", "Letter of Intent")
    assert "意向表明書" in props["search"]  # a rival title is found too


def test_sides_of_a_conflict_are_nodes() -> None:
    claims = [
        says(LETTER, "signed_on", "2025-05-13", "notice", at="L3"),
        says(LETTER, "signed_on", "2025-05-13", "deck", at="s9"),
        says(LETTER, "signed_on", "2025-05-12", "deck", at="s10", text="5/12", valid="2025-05"),
    ]
    result = graph(*claims)
    rows = {row.id: row for row in result.batch.nodes if row.props["kind"] == "Claim"}
    assert set(rows) == {f"claim:{claims[0].id}", f"claim:{claims[2].id}"}
    used, rival = rows[f"claim:{claims[0].id}"], rows[f"claim:{claims[2].id}"]
    assert used.labels == ("Claim",)
    assert used.props == {
        "id": used.id,
        "kind": "Claim",
        "subject": LETTER,
        "property": "signed_on",
        "conflict": "value",
        "used": True,
        "why": "source_type",
        "value": "2025-05-13",
        "mood": "actual",
        "cites": ["notice@L3", "deck@s9"],
        "sources": ["notice", "deck"],
        "lacks": [],
        "adds": [],
    }
    assert rival.props["used"] is False
    assert (rival.props["text"], rival.props["valid"]) == ("5/12", "2025-05")


def test_planned_is_no_rival_of_actual() -> None:
    planned = says(LETTER, "signed_on", "2025-06-01", "text", mood="planned")
    assert graph(says(LETTER, "signed_on", "2025-05-13"), planned).conflicts == ()


def test_planned_stands_among_the_rivals_once_there_is_a_conflict() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-06-01", "text", mood="planned"),
        says(LETTER, "signed_on", "2025-05-12", "official"),
        says(LETTER, "signed_on", "2025-05-13", "notice"),
        says(LETTER, "signed_on", "2025-05", "text", mood="planned"),
    )
    conflict = only_conflict(result)
    assert sides(conflict) == ["2025-05-13", "2025-05-12", "2025-06-01"]
    assert conflict.why is Reason.SOURCE_TYPE


def test_two_plans_are_rivals() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-06-01", "official", mood="planned"),
        says(LETTER, "signed_on", "2025-07-01", "press", mood="planned"),
    )
    assert only_conflict(result).why is Reason.SOURCE_TYPE
    assert value(result, LETTER, "event_mood") == "planned"


@pytest.mark.parametrize(
    "other", ["2025-05", "2025", "2025-21", "2025-05~", "2025-05-10/2025-05-14"]
)
def test_the_same_date_at_another_precision_is_no_conflict(other: str) -> None:
    result = graph(
        says(LETTER, "signed_on", other, "notice"), says(LETTER, "signed_on", "2025-05-13", "press")
    )
    assert result.conflicts == ()
    assert value(result, LETTER, "signed_on") == other


def test_one_date_that_differs_is_a_conflict_beside_others_that_agree() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-05-13", "notice"),
        says(LETTER, "signed_on", "2025-05"),
        says(LETTER, "signed_on", "2025-06"),
    )
    assert sides(only_conflict(result)) == ["2025-05-13", "2025-06"]


def test_two_days_of_the_month_that_is_used_are_a_conflict() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-05", "notice"),
        says(LETTER, "signed_on", "2025-05-13"),
        says(LETTER, "signed_on", "2025-05-12"),
    )
    assert sides(only_conflict(result)) == ["2025-05", "2025-05-12", "2025-05-13"]


def test_a_member_since_some_day_of_the_year_may_stand_in_a_list_of_that_year() -> None:
    since = says("country:KR MEMBER_OF forum:mdq", "since", "2023")
    for listed in ("JP", "JP KR"):
        result = graph(member("JP"), member("KR"), since, members(listed, valid="2023-06"))
        assert result.conflicts == ()


def test_dates_that_only_overlap_are_a_conflict() -> None:
    result = graph(
        says("meeting:m", "held_on", "2025-05-12/2025-05-14", "notice"),
        says("meeting:m", "held_on", "2025-05-14/2025-05-16"),
    )
    assert sides(only_conflict(result)) == ["2025-05-12/2025-05-14", "2025-05-14/2025-05-16"]


def test_texts_of_two_languages_or_uses_do_not_compete() -> None:
    result = graph(
        says(LETTER, "place@ja", "東京"),
        says(LETTER, "place@en", "Tokyo"),
        says(LETTER, "names.short@ja", "量子覚書"),
        says(LETTER, "names.former@ja", "覚書案"),
    )
    assert result.conflicts == ()
    assert node(result, LETTER).props["names_short_ja"] == ["量子覚書"]


def test_a_property_of_many_values_has_no_conflict() -> None:
    party = "country:JP PARTY_TO agreement:x"
    result = graph(
        says(LETTER, "names.short@ja", "い"),
        says(LETTER, "names.short@ja", "あ"),
        says(LETTER, "names.short@ja", "あ", "press"),
        says(party, HOLDS, True),
        says(party, "through", "org:b", "press"),
        says(party, "through", "org:a"),
    )
    assert result.conflicts == ()
    assert node(result, LETTER).props["names_short_ja"] == ["あ", "い"]
    assert tie(result, party).props["through"] == ["org:a", "org:b"]
    assert result.used == set(result.claims)


def test_a_tie_held_true_and_false() -> None:
    for yes, no, held in (("notice", "press", True), ("press", "notice", False)):
        result = graph(member("JP"), member("SG", True, yes), member("SG", False, no))
        conflict = only_conflict(result)
        assert (conflict.subject, conflict.property, conflict.kind) == (
            "country:SG MEMBER_OF forum:mdq",
            "holds",
            ConflictKind.HELD,
        )
        rows = {row.id: row.props for row in result.batch.ties}
        assert ("country:SG MEMBER_OF forum:mdq" in rows) is held
        if held:
            assert rows["country:SG MEMBER_OF forum:mdq"]["disputed"] is True
        assert "disputed" not in rows["country:JP MEMBER_OF forum:mdq"]
        assert "country:SG" in ids(result)


def test_a_tie_that_all_deny() -> None:
    result = graph(member("SG", value=False))
    assert (result.batch.ties, result.conflicts) == ([], ())


def test_properties_of_a_tie_may_differ() -> None:
    result = graph(
        member("KR"),
        says("country:KR MEMBER_OF forum:mdq", "since", "2023-04", "notice"),
        says("country:KR MEMBER_OF forum:mdq", "since", "2022", "press"),
        says("country:KR MEMBER_OF forum:mdq", "role", "member"),
    )
    conflict = only_conflict(result)
    assert (conflict.property, conflict.kind) == ("since", ConflictKind.VALUE)
    props = tie(result, "country:KR MEMBER_OF forum:mdq").props
    assert (props["since"], props["since_min"], props["role"]) == (
        "2023-04",
        "2023-04-01",
        "member",
    )
    assert "disputed" not in props


# Closed lists


def test_members_and_those_present() -> None:
    result = graph(
        *map(member, ["AU", "CA", "JP"]),
        members("AU CA JP"),
        attendees("JP AU", "notice", valid="2024-07", known_from=OLD),
    )
    conflict = only_conflict(result)
    assert (conflict.subject, conflict.property) == (MDQ, "members")
    assert (conflict.kind, conflict.why) == (ConflictKind.MEMBER_V_ATTENDEE, Reason.LIST)
    used, present = conflict.sides
    assert (used.lacks, used.adds) == ((), ())
    assert (present.lacks, present.adds) == (("country:CA",), ())
    disputed = {row.start for row in result.batch.ties if row.props.get("disputed")}
    assert disputed == {"country:CA"}
    assert node(result, MDQ).props["conflicts"] == ["members"]


def test_a_guest_is_no_difference() -> None:
    result = graph(member("JP"), members("JP"), attendees("JP SG", valid="2024-07"))
    assert result.conflicts == ()


def test_lists_that_all_agree_are_all_used() -> None:
    result = graph(member("JP"), member("KR"), members("JP KR"), members("KR JP", "notice"))
    assert result.conflicts == ()
    assert result.used == set(result.claims)


def test_a_list_set_aside_is_not_used() -> None:
    short = members("JP", "press")
    result = graph(member("JP"), member("KR"), members("JP KR", "notice"), short)
    conflict = only_conflict(result)
    assert (conflict.kind, conflict.why) == (ConflictKind.VALUE, Reason.SOURCE_TYPE)
    assert conflict.sides[1].lacks == ("country:KR",)
    assert result.used == set(result.claims) - {short}


def test_lists_are_compared_in_the_period_that_they_speak_of() -> None:
    """12 members in 2022-05 and 13 now are no conflict: the thirteenth joined in 2023-04."""
    since = says("country:KR MEMBER_OF forum:mdq", "since", "2023-04")
    claims = [
        member("JP"),
        member("KR"),
        members("JP KR"),
        members("JP", "notice", valid="2022-05"),
    ]
    assert graph(*claims, since).conflicts == ()
    undated = only_conflict(graph(*claims))
    assert undated.sides[-1].lacks == ("country:KR",) or undated.sides[0].lacks == ("country:KR",)


def test_a_list_without_a_period_speaks_of_when_its_source_was_published() -> None:
    left = says("country:KR MEMBER_OF forum:mdq", "until", "2025-03")
    claims = [member("JP"), member("KR"), members("JP", "deck")]
    assert graph(*claims, left).conflicts == ()
    later = says("country:KR MEMBER_OF forum:mdq", "until", "2025-07")
    assert only_conflict(graph(*claims, later)).sides[0].lacks == ("country:KR",)


@pytest.mark.parametrize(
    ("day", "is_member"),
    [("2023-04-13", False), ("2023-04-14", True), ("2024-06-29", True), ("2024-06-30", False)],
)
def test_the_first_day_belongs_to_a_period_and_the_last_does_not(day: str, is_member: bool) -> None:
    subject = "country:KR MEMBER_OF forum:mdq"
    result = graph(
        member("JP"),
        member("KR"),
        says(subject, "since", "2023-04-14"),
        says(subject, "until", "2024-06-30"),
        members("JP KR" if is_member else "JP", valid=day),
    )
    assert result.conflicts == ()
    wrong = members("JP" if is_member else "JP KR", valid=day)
    assert only_conflict(graph(*result.claims[:4], wrong))


def test_a_list_may_name_who_had_not_joined() -> None:
    result = graph(
        member("JP"),
        member("KR"),
        says("country:KR MEMBER_OF forum:mdq", "since", "2023-04"),
        members("JP", "notice", valid="2022-05"),
        members("JP KR", "press", valid="2022-05"),
    )
    conflict = only_conflict(result)
    assert conflict.kind is ConflictKind.VALUE
    assert conflict.sides[1].adds == ("country:KR",)
    assert not any(row.props.get("disputed") for row in result.batch.ties)


@pytest.mark.parametrize(
    ("listed", "kind"),
    [(members("JP"), ConflictKind.VALUE), (attendees("JP"), ConflictKind.MEMBER_V_ATTENDEE)],
    ids=["members", "attendees"],
)
def test_a_single_list_against_the_ties(listed: Claim, kind: ConflictKind) -> None:
    result = graph(member("JP"), member("KR", source="press"), listed)
    conflict = only_conflict(result)
    assert conflict.kind is kind
    assert [side.lacks for side in conflict.sides] == [("country:KR",)]
    assert tie(result, "country:KR MEMBER_OF forum:mdq").props["disputed"] is True


def test_a_list_of_those_present_where_no_membership_is_known() -> None:
    assert graph(attendees("JP KR")).conflicts == ()


def test_lists_of_ties_that_go_out() -> None:
    result = graph(
        says("org:a LOCATED_IN country:JP", HOLDS, True),
        says("org:a LOCATED_IN country:FR", HOLDS, True),
        says("org:a", "located_in*", ("country:JP",)),
    )
    assert only_conflict(result).sides[0].lacks == ("country:FR",)
    assert tie(result, "org:a LOCATED_IN country:FR").props["disputed"] is True


@pytest.mark.parametrize("turned", [False, True])
def test_a_member_of_two_periods(turned: bool) -> None:
    first, second = "country:KR MEMBER_OF forum:mdq", "country:KR MEMBER_OF forum:mdq #2"
    periods = [
        says(first, HOLDS, True),
        says(first, "until", "2020-12-31"),
        says(second, HOLDS, True),
        says(second, "since", "2023-01-01"),
    ]
    lists = [members("JP KR", valid=valid) for valid in ("2019", "2024", "")]
    lists += [members("JP", valid="2021", source="notice")]
    result = graph(member("JP"), *lists, *(periods[::-1] if turned else periods))
    assert result.conflicts == ()
    result = graph(member("JP"), members("JP"), *(periods[::-1] if turned else periods))
    assert {row.id for row in result.batch.ties if row.props.get("disputed")} == {first, second}


def test_a_list_that_is_written_twice_is_one_side() -> None:
    short = members("JP", "press")
    again = short._replace(text="参加国：同上")
    full = members("JP KR", "notice")
    result = graph(member("JP"), member("KR"), short, again, full)
    rows = [row.id for row in result.batch.nodes]
    assert len(set(rows)) == len(rows)
    assert sides(only_conflict(result)) == [full.value, short.value]
    assert not result.used & {short, again}


def test_a_list_that_is_written_twice_keeps_its_place() -> None:
    """As the list of members it goes before another's list of those present, whatever else it is called."""
    full = members("JP KR", "press")
    result = graph(
        member("JP"),
        member("KR"),
        full,
        full._replace(basis="attendance"),
        attendees("JP", "notice"),
    )
    conflict = only_conflict(result)
    assert sides(conflict) == [full.value, ("country:JP",)]
    assert (conflict.kind, conflict.why) == (ConflictKind.MEMBER_V_ATTENDEE, Reason.LIST)


TALKS = "meeting:talks"


def takes_part(who: str, as_: str, source: str, **rest: str) -> Claim:
    return says(f"{who} {as_} {TALKS}", HOLDS, True, source, **rest)


def taking_part(who: str, key: str, as_: str, source: str) -> list[Claim]:
    """A complete list of those who came to a meeting or held it, with the tie of each."""
    listed = tuple(who.split())
    return [says(TALKS, key, listed, source), *(takes_part(one, as_, source) for one in listed)]


@pytest.mark.parametrize(
    ("other", "differ"),
    [("person:a", False), ("org:a", False), ("country:DE", True), ("union:EU", True)],
)
def test_a_list_is_complete_for_the_kinds_that_it_lists(other: str, differ: bool) -> None:
    came = taking_part("country:JP country:KR", "attended*", "ATTENDED", "official")
    result = graph(*came, takes_part(other, "ATTENDED", "press"))
    assert [conflict.property for conflict in result.conflicts] == ["attended"] * differ
    disputed = tie(result, f"{other} ATTENDED {TALKS}").props.get("disputed", False)
    assert disputed is differ


def test_a_complete_list_of_persons_is_silent_about_countries() -> None:
    came = taking_part("person:a person:b", "attended*", "ATTENDED", "official")
    assert not graph(*came, takes_part("country:JP", "ATTENDED", "press")).conflicts


def test_lists_that_say_the_same_are_one_side() -> None:
    full = members("JP KR FR", "notice")
    short = members("JP KR", "institution"), members("KR JP", "press")
    result = graph(member("JP"), member("KR"), member("FR"), full, *short)
    assert [side.claims for side in only_conflict(result).sides] == [(full,), short]


def test_who_only_a_rival_list_names_did_not_host() -> None:
    """No source names three hosts, so neither does the graph; the rival list stands in the conflict."""
    ours = taking_part("country:DK country:NL", "hosts*", "HOSTED", "institution")
    theirs = taking_part("country:DK country:GB", "hosts*", "HOSTED", "press")
    result = graph(*ours, *theirs)
    assert {row.start: row.props.get("disputed", False) for row in result.batch.ties} == {
        "country:DK": False,
        "country:NL": True,
    }
    assert [side.lacks for side in only_conflict(result).sides] == [
        ("country:GB",),
        ("country:NL",),
    ]
    assert "country:GB" in ids(result)
    assert set(result.claims) - result.used == {theirs[0], theirs[2]}


def test_who_is_named_besides_the_lists_stays() -> None:
    ours = taking_part("country:DK country:NL", "hosts*", "HOSTED", "institution")
    theirs = taking_part("country:DK country:GB", "hosts*", "HOSTED", "press")
    result = graph(*ours, *theirs, takes_part("country:GB", "HOSTED", "secondary"))
    assert tie(result, f"country:GB HOSTED {TALKS}").props["disputed"] is True


def test_a_member_by_a_rival_list_stays() -> None:
    """A membership lasts, and each list may be right about its own time."""
    result = graph(
        members("JP KR", "notice"),
        members("JP FR", "press"),
        member("JP", source="notice"),
        member("KR", source="notice"),
        member("JP", source="press"),
        member("FR", source="press"),
    )
    assert {row.start for row in result.batch.ties} == {"country:JP", "country:KR", "country:FR"}
    assert tie(result, f"country:FR MEMBER_OF {MDQ}").props["disputed"] is True


# 5. What dates mean -----------------------------------------------------------------------------------------------


def test_dates_keep_their_precision() -> None:
    props = node(graph(says(LETTER, "announced_on", "2025-05")), LETTER).props
    assert props["announced_on"] == "2025-05"
    assert (props["announced_on_min"], props["announced_on_max"]) == ("2025-05-01", "2025-05-31")


def test_when_an_instrument_happened() -> None:
    result = graph(
        says(LETTER, "issued_on", "2025-05-10"),
        says(LETTER, "signed_on", "2025-05"),
        says(LETTER, "reported_on", "2025-01-01"),
    )
    props = node(result, LETTER).props
    assert (props["event_on"], props["event_mood"]) == ("2025-05", "actual")
    assert (props["event_on_min"], props["event_on_max"]) == ("2025-05-01", "2025-05-31")
    assert (props["holds_from"], props["holds_to"]) == ("2025-05-31", "9999-12-31")


def test_what_is_done_comes_before_what_is_planned() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-06-01", mood="planned"),
        says(LETTER, "reported_on", "2025-05-01"),
    )
    props = node(result, LETTER).props
    assert (props["event_on"], props["event_mood"]) == ("2025-05-01", "actual")


def test_an_instrument_that_is_only_planned_does_not_hold() -> None:
    props = node(graph(says(LETTER, "signed_on", "2025-06-01", mood="planned")), LETTER).props
    assert (props["event_on"], props["event_mood"]) == ("2025-06-01", "planned")
    assert props["holds_from"] == "9999-12-31"


def test_an_instrument_without_a_date_excludes_nothing() -> None:
    props = node(graph(says(LETTER, "type", "statement")), LETTER).props
    assert (props["holds_from"], props["holds_to"]) == ("0000-01-01", "9999-12-31")
    assert "event_on" not in props


def test_an_instrument_that_ended() -> None:
    result = graph(says(LETTER, "signed_on", "2020-05-01"), says(LETTER, "ended_on", "2024"))
    props = node(result, LETTER).props
    assert (props["holds_from"], props["holds_to"]) == ("2020-05-01", "2024-01-01")


@pytest.mark.parametrize("mood", ["planned", "cancelled"])
def test_an_end_that_is_only_planned_or_was_called_off_is_none(mood: str) -> None:
    end = says(LETTER, "ended_on", "2022-06-30", mood=mood)
    result = graph(says(LETTER, "signed_on", "2020-05-01"), end)
    assert value(result, LETTER, "holds_to") == "9999-12-31"


def test_dates_that_are_only_planned_are_named() -> None:
    result = graph(
        says(LETTER, "announced_on", "2025-01-09"),
        says(LETTER, "signed_on", "2025-05", mood="planned"),
    )
    assert value(result, LETTER, "planned") == ["signed_on"]
    assert value(graph(says(LETTER, "signed_on", "2025-05")), LETTER, "planned") is None


@pytest.mark.parametrize(
    ("since", "until", "listed", "disputed"),
    [
        ("2005", "2010", "", False),
        ("2005", "2010", "2007", True),
        ("2024-12-15", "", "2024", False),
        ("2024-12-15", "", "2025-02", True),
        ("2024-12-15", "", "", True),
    ],
)
def test_a_list_is_held_against_whoever_was_in_throughout_its_time(
    since: str, until: str, listed: str, disputed: bool
) -> None:
    tie_id = f"country:KR MEMBER_OF {MDQ}"
    claims = [member("KR"), says(tie_id, "since", since), members("US FR", valid=listed)]
    if until:
        claims.append(says(tie_id, "until", until))
    assert tie(graph(*claims), tie_id).props.get("disputed", False) is disputed


def test_what_does_not_last_has_no_period() -> None:
    result = graph(
        says("meeting:m", "held_on", "2025-05-01/2025-05-02"),
        says("meeting:m EDITION_OF forum:mdq", HOLDS, True),
    )
    for props in (
        node(result, "meeting:m").props,
        node(result, MDQ).props,
        tie(result, "meeting:m EDITION_OF forum:mdq").props,
    ):
        assert "holds_from" not in props
    assert node(result, "meeting:m").props["event_on_max"] == "2025-05-02"


@pytest.mark.parametrize(
    ("since", "until", "holds_from", "holds_to"),
    [
        ("", "", "0000-01-01", "9999-12-31"),
        ("2023-04", "", "2023-04-30", "9999-12-31"),
        ("", "2024-06", "0000-01-01", "2024-06-01"),
        ("2022-05-06", "2024-06-30", "2022-05-06", "2024-06-30"),
        ("../2022", "2024/..", "2022-12-31", "2024-01-01"),
    ],
)
def test_from_when_to_when_a_tie_holds(
    since: str, until: str, holds_from: str, holds_to: str
) -> None:
    subject = "country:KR MEMBER_OF forum:mdq"
    claims = [member("KR")]
    claims += [says(subject, "since", since)] if since else []
    claims += [says(subject, "until", until)] if until else []
    props = tie(graph(*claims), subject).props
    assert (props["holds_from"], props["holds_to"]) == (holds_from, holds_to)


@pytest.mark.parametrize(
    "claims",
    [
        [member("SG", mood="planned")],
        [member("SG"), says("country:SG MEMBER_OF forum:mdq", "since", "2027", mood="planned")],
    ],
    ids=["planned", "since a planned day"],
)
def test_a_membership_that_is_only_planned_does_not_hold(claims: list[Claim]) -> None:
    props = tie(graph(*claims), "country:SG MEMBER_OF forum:mdq").props
    assert (props["holds_from"], props["holds_to"]) == ("9999-12-31", "9999-12-31")


def test_a_planned_day_beside_an_actual_one_changes_nothing() -> None:
    subject = "country:SG MEMBER_OF forum:mdq"
    result = graph(
        member("SG"),
        member("SG", source="text", mood="planned"),
        says(subject, "since", "2027", "text", mood="planned"),
        says(subject, "since", "2025-03", "press"),
    )
    assert tie(result, subject).props["holds_from"] == "2025-03-31"
    assert "mood" not in tie(result, subject).props


def test_a_membership_that_was_cancelled_is_no_tie() -> None:
    result = graph(member("JP"), member("SG", mood="cancelled"))
    assert [row.start for row in result.batch.ties] == ["country:JP"]
    assert result.conflicts == ()


@pytest.mark.parametrize(
    "valid",
    ["", "2025", "2025/.."],
)
def test_a_planned_member_is_not_missing_from_a_list(valid: str) -> None:
    result = graph(member("JP"), member("SG", mood="planned"), members("JP", valid=valid))
    assert result.conflicts == ()


# 6. What exists ---------------------------------------------------------------------------------------------------


def test_a_visible_claim_makes_its_subject_exist() -> None:
    assert ids(graph(says("country:JP", "name@ja", "日本"))) == {"country:JP"}


def test_a_tie_makes_both_ends_exist() -> None:
    result = graph(member("JP"))
    assert ids(result) == {"country:JP", MDQ}
    assert node(result, "country:JP").labels == ("Country", "Party")
    assert value(result, "country:JP", "name_ja") == "JP"
    assert value(result, "country:JP", "type") is None
    assert value(result, MDQ, "type") == "not_recorded"


def test_what_a_tie_names_exists() -> None:
    result = graph(
        says("country:JP PARTY_TO agreement:x", HOLDS, True),
        says("country:JP PARTY_TO agreement:x", "through", "org:cabinet-office"),
    )
    assert ids(result) == {"country:JP", "agreement:x", "org:cabinet-office"}


def test_a_list_makes_nobody_exist() -> None:
    assert ids(graph(attendees("JP KR"))) == {MDQ}


def test_our_own_word_makes_nothing_exist() -> None:
    claims = [
        says("country:SG", "name@ja", "シンガポール", OURS),
        says("agreement:x", "scope", "dedicated", OURS),
        says("country:SG MEMBER_OF forum:mdq", HOLDS, True, OURS),
    ]
    result = graph(*claims)
    assert result.batch == ([], [])
    assert result.claims == ()
    spoken_of = graph(*claims, member("JP"), says("country:SG", "status", "state"))
    assert ids(spoken_of) == {"country:JP", "country:SG", MDQ}
    assert value(spoken_of, "country:SG", "name_ja") == "シンガポール"
    assert {row.id for row in spoken_of.batch.ties} == {
        "country:JP MEMBER_OF forum:mdq",
        "country:SG MEMBER_OF forum:mdq",
    }


def test_a_source_exists_if_something_cites_it() -> None:
    register = [
        says("source:notice", "title@ja", "報道発表", "notice"),
        says("source:press", "title@ja", "記事", "press"),
    ]
    result = graph(*register, says(LETTER, "signed_on", "2025-05-13", "notice"))
    assert ids(result) == {LETTER, "source:notice"}
    assert graph(*register).batch == ([], [])


def test_a_source_that_is_cited_only_later_does_not_exist_yet() -> None:
    register = says("source:notice", "title@ja", "報道発表", "notice")
    claim = says(LETTER, "signed_on", "2025-05-13", "notice", known_from=NEW)
    assert graph(register, claim, known_at=OLD).batch == ([], [])


def test_free_text_is_no_property() -> None:
    result = graph(says(MDQ, "notes", "internal remark"), says(MDQ, "name@ja", "対話"))
    assert "internal remark" not in repr(result.batch)


# Rows -------------------------------------------------------------------------------------------------------------


def test_captions() -> None:
    def names(*claims: Claim) -> tuple[Any, Any]:
        props = node(graph(*claims, says(LETTER, "type", "statement")), LETTER).props
        return props["name_ja"], props["name_en"]

    assert names() == ("letter", "letter")
    assert names(says(LETTER, "title@ja", "趣意書")) == ("趣意書", "趣意書")
    assert names(says(LETTER, "title@en", "Letter")) == ("Letter", "Letter")
    assert names(says(LETTER, "title@ja", "量子協力", OURS)) == ("量子協力（仮称）",) * 2
    assert names(says(LETTER, "title@en", "Letter", OURS)) == ("Letter (our description)",) * 2
    assert names(
        says(LETTER, "title@ja", "量子協力", OURS), says(LETTER, "title@en", "Letter")
    ) == ("量子協力（仮称）", "Letter")


def test_what_has_no_caption_is_called_by_its_other_names() -> None:
    def names(*claims: Claim) -> tuple[Any, Any]:
        props = node(graph(*claims, says(MDQ, "type", "summit")), MDQ).props
        return props["name_ja"], props["name_en"]

    short = says(MDQ, "names.abbreviation@en", "MDQ")
    ours = says(MDQ, "names.descriptive@ja", "量子の対話", OURS)
    assert names(short) == ("MDQ", "MDQ")
    assert names(short, ours) == ("量子の対話", "量子の対話")
    assert names(short, ours, says(MDQ, "name@en", "Dialogue")) == ("量子の対話", "Dialogue")
    assert names(ours, says(MDQ, "name@ja", "量子多国間対話")) == ("量子多国間対話",) * 2


@pytest.mark.parametrize(
    ("claim", "stage"),
    [
        (says(LETTER, "signed_on", "2025-05-12"), "signed"),
        (says(LETTER, "issued_on", "2025-05"), "issued"),
        (says(LETTER, "reported_on", "2025-05"), None),
        (says(LETTER, "signed_on", "2025-05", mood="planned"), None),
        (says("meeting:m", "held_on", "2025-05"), None),
    ],
)
def test_a_day_of_signature_shows_that_it_is_signed(claim: Claim, stage: str | None) -> None:
    assert node(graph(claim), claim.subject).props.get("stage") == stage


def test_a_stage_that_is_told_stands() -> None:
    told = says(LETTER, "stage", "superseded", "press")
    assert (
        node(graph(says(LETTER, "signed_on", "2025"), told), LETTER).props["stage"] == "superseded"
    )


def test_labels_follow_the_type() -> None:
    result = graph(
        says("org:riken", "type", "research_institute"),
        says("org:other", "name@en", "Other"),
    )
    assert node(result, "org:riken").labels == ("Organisation", "ResearchInstitute", "Party")
    assert node(result, "org:other").labels == ("Organisation", "Party")
    assert node(result, "org:other").props["type"] == "not_recorded"


def test_an_entity_is_found_by_its_names() -> None:
    result = graph(
        says(MDQ, "name@ja", "量子多国間対話"),
        says(MDQ, "names.abbreviation@en", "M.D.Q."),
        says("meeting:m", "place@ja", "東京"),
        says("meeting:m", "name@ja", "第１回"),
    )
    assert node(result, MDQ).props["search"] == ["mdq", "量子多国間対話"]
    assert node(result, "meeting:m").props["search"] == ["m", "第1回"]


def test_what_a_tie_carries() -> None:
    subject = "meeting:m LED_TO agreement:x"
    claims = [
        says(subject, HOLDS, True, "official", at="s2", basis="listed", valid="2024-05"),
        says(subject, HOLDS, True, "notice", at="L1", basis="stated", mood="planned"),
        says(subject, HOLDS, False, "secondary"),
        says(subject, HOLDS, True, OURS),
    ]
    result = graph(*claims)
    assert tie(result, subject) == TieRow(
        subject,
        "LED_TO",
        "meeting:m",
        "agreement:x",
        {
            "id": subject,
            "sources": ["notice", "official", "secondary"],
            "cites": ["official@s2", OURS, "notice@L1"],
            "claims": sorted(claim.id for claim in claims),
            "basis": "stated",
            "valid": "2024-05",
            "valid_min": "2024-05-01",
            "valid_max": "2024-05-31",
            "disputed": True,
        },
    )


def test_a_tie_that_is_only_planned_says_so() -> None:
    result = graph(says("country:JP HOSTED meeting:m", HOLDS, True, mood="planned"))
    assert tie(result, "country:JP HOSTED meeting:m").props["mood"] == "planned"


def test_two_periods_are_two_ties() -> None:
    result = graph(member("KR"), says("country:KR MEMBER_OF forum:mdq #2", HOLDS, True))
    assert [(row.id, row.start, row.end) for row in result.batch.ties] == [
        ("country:KR MEMBER_OF forum:mdq", "country:KR", MDQ),
        ("country:KR MEMBER_OF forum:mdq #2", "country:KR", MDQ),
    ]


def test_rows_are_sorted_and_nothing_is_null() -> None:
    batch = graph(*map(member, ["KR", "AU", "JP"]), says(LETTER, "type", "statement")).batch
    assert [row.id for row in batch.nodes] == sorted(row.id for row in batch.nodes)
    assert [row.start for row in batch.ties] == ["country:AU", "country:JP", "country:KR"]
    for row in (*batch.nodes, *batch.ties):
        assert None not in row.props.values()


def test_the_build_says_what_it_was_made_from() -> None:
    result = graph(
        says(LETTER, "signed_on", "2025-05"),
        says("meeting:m", "held_on", "2025-05-02"),
        says("meeting:later", "held_on", "2025-09-02", mood="planned"),
        says("source:official", "title@ja", "資料"),
    )
    row = build_row(result, "key", "2025-06-01", Handling.INTERNAL)
    assert (row.id, row.labels) == ("build:current", ("Build",))
    assert row.props == {
        "id": "build:current",
        "kind": "Build",
        "build_key": "key",
        "ceiling": "internal",
        "claims": 4,
        "undated_claims": 4,
        "cited_sources": 1,
        "known_at": "2025-06-01",
        "known_at_min": "2025-06-01",
        "known_at_max": "2025-06-01",
        "newest_event_on": "2025-05-02",
        "newest_event_on_min": "2025-05-02",
        "newest_event_on_max": "2025-05-02",
        "newest_event": "meeting:m",
    }
    batch = with_build(result.batch, row)
    assert row in batch.nodes
    assert [n.id for n in batch.nodes] == sorted(n.id for n in batch.nodes)
    assert batch.ties == result.batch.ties


def test_the_build_of_nothing() -> None:
    props = build_row(graph(), "key", "", Handling.PUBLIC).props
    assert (props["claims"], props["cited_sources"]) == (0, 0)
    assert "known_at" not in props
    assert "newest_event" not in props


@pytest.mark.parametrize(("known_at", "newest"), [("2025-07-31", "meeting:m"), ("", "meeting:l")])
def test_what_was_still_to_come_is_not_the_newest(known_at: str, newest: str) -> None:
    """A source may give a coming day without a word that says that it is planned."""
    result = graph(
        says("meeting:m", "held_on", "2025-05-02"), says("meeting:l", "held_on", "2025-08/2025-09")
    )
    assert build_row(result, "key", known_at, Handling.PUBLIC).props["newest_event"] == newest


def test_an_event_without_a_known_beginning_is_not_the_newest() -> None:
    result = graph(says("meeting:m", "held_on", "../2025-05"))
    assert "newest_event" not in build_row(result, "key", "", Handling.PUBLIC).props


# The hard cases of the record ---------------------------------------------------------------------------------------


def letter() -> list[Claim]:
    deck = {"source": "deck", "known_from": "2025-05-12"}
    return [
        says(LETTER, "title@ja", "趣意書", "notice", known_from="2025-05-13"),
        says(LETTER, "title@ja", "意向表明書", at="s6", **deck),
        says(LETTER, "title@ja", "協力覚書", at="s3", mood="planned", **deck),
        says(LETTER, "signed_on", "2025-05-13", "notice", known_from="2025-05-13"),
        says(LETTER, "signed_on", "2025-05-13", at="s9", **deck),
        says(LETTER, "signed_on", "2025-05-12", at="s10", **deck),
        says(
            LETTER, "signed_on", "2025-05", at="s3", mood="planned", text="’25年5月（予定）", **deck
        ),
    ]


def test_the_letter_with_three_names_and_two_days() -> None:
    conflicts = {c.property: c for c in graph(*letter()).conflicts}
    assert list(conflicts) == ["signed_on", "title@ja"]
    assert sides(conflicts["title@ja"]) == ["趣意書", "意向表明書", "協力覚書"]
    assert sides(conflicts["signed_on"]) == ["2025-05-13", "2025-05-12"]
    assert [c.cite for c in conflicts["signed_on"].sides[0].claims] == ["notice", "deck@s9"]


def test_the_letter_as_known_the_day_before() -> None:
    result = graph(*letter(), known_at="2025-05-12")
    assert value(result, LETTER, "signed_on") == "2025-05-12"
    conflict = only_conflict(result)
    assert (sides(conflict), conflict.why) == (["2025-05-12", "2025-05-13"], Reason.ORDER)
    assert "趣意書" not in repr(result)
    assert value(result, LETTER, "name_ja") == "意向表明書"


def test_signature_and_announcement_are_no_conflict() -> None:
    result = graph(
        says(LETTER, "signed_on", "2026-01-09", "notice"),
        says(LETTER, "announced_on", "2026-02-03", "notice"),
    )
    assert result.conflicts == ()


@pytest.mark.parametrize(
    ("since", "holds_from"),
    [("", "2022-05-01"), ("2021", "2022-05-01"), ("2023-04", "2023-04-30")],
)
def test_nobody_is_in_what_is_not_founded_yet(since: str, holds_from: str) -> None:
    claims = [member("KR"), says(MDQ, "founded_on", "2022-05")]
    if since:
        claims.append(says(f"country:KR MEMBER_OF {MDQ}", "since", since))
    assert tie(graph(*claims), f"country:KR MEMBER_OF {MDQ}").props["holds_from"] == holds_from


@pytest.mark.parametrize(
    ("day", "stage"), [("2025-04-28", "signed"), ("2025-05-12", None), ("2025-04", "signed")]
)
def test_a_source_that_may_be_older_than_a_signature_can_only_have_foreseen_it(
    day: str, stage: str | None
) -> None:
    """The deck is of some day from 28 April to 12 May."""
    assert value(graph(says(LETTER, "signed_on", day, "deck")), LETTER, "stage") == stage
    both = graph(says(LETTER, "signed_on", day, "deck"), says(LETTER, "signed_on", day, "notice"))
    assert value(both, LETTER, "stage") == "signed"
