"""What became of one graph in another: every kind of change, from two small records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graphmodel.claims import Claim
from graphmodel.judgements import Judgements
from graphmodel.resolve import build_row, resolve, with_build
from graphmodel.sources import SourceFacts
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import ChangeKind, Handling, SourceType
from queries.changes import Change, Said, Snapshot, changes

JP, GB, FORUM, LETTER = "country:JP", "country:GB", "forum:f", "agreement:a"
SOURCES = {name: SourceFacts(SourceType.OFFICIAL, "2025-01-01") for name in ("s1", "s2")}


def says(
    subject: str,
    property_: str,
    value: str | bool | tuple[str, ...],
    source: str = "s1",
    **more: str,
) -> Claim:
    return Claim(subject, property_, value, source, **more)


BASE = (
    says(JP, "name@en", "Japan"),
    says(GB, "name@en", "United Kingdom"),
    says(FORUM, "name@en", "Forum"),
    says(LETTER, "title@en", "Letter"),
    says(LETTER, "signed_on", "2025-05-12"),
    says(f"{JP} MEMBER_OF {FORUM}", "holds", True),
)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Callable[..., list[Change]]]:
    """The changes from one set of claims to another."""
    with ExitStack() as opened:

        def snapshot(name: str, claims: tuple[Claim, ...], day: str = "") -> Snapshot:
            made = resolve(claims, SOURCES, Judgements(), day, Handling.RESTRICTED)
            store = opened.enter_context(EmbeddedStore(tmp_path / name))
            store.replace(with_build(made.batch, build_row(made, "key", "", Handling.PUBLIC)))
            return Snapshot(store, [(claim, claim in made.used) for claim in made.claims])

        yield lambda before, after: changes(
            snapshot("a.kgl", before, "2026-01-01"), snapshot("b.kgl", after), JP
        )


def test_nothing_becomes_of_what_is_the_same(told) -> None:
    assert told(BASE, BASE) == []


def test_a_whole_new_entity_is_told_once(told) -> None:
    new = (says("agreement:b", "title@en", "New"), says("agreement:b", "type", "contract"),
           says(f"{JP} PARTY_TO agreement:b", "holds", True))  # fmt: skip
    assert told(BASE, (*BASE, *new)) == [Change(ChangeKind.NEW, "agreement:b", cites=("s1",))]


def test_an_entity_that_is_gone_says_when_it_was_withdrawn(told) -> None:
    gone = (says("agreement:b", "title@en", "Old", withdrawn_on="2026-02-03"),)
    (change,) = told((*BASE, *gone), BASE)
    assert (change.what, change.entity, change.withdrawn_on) == (
        ChangeKind.WITHDRAWN, "agreement:b", "2026-02-03",
    )  # fmt: skip
    (change,) = told((*BASE, gone[0]._replace(withdrawn_on="")), BASE)
    assert change.withdrawn_on == ""


def test_a_value_that_is_added_or_gone(told) -> None:
    more = (*BASE, says(LETTER, "type", "contract", at="p 1"))
    (new,) = told(BASE, more)
    assert (new.what, new.property, new.after, new.cites) == (
        ChangeKind.NEW, "type", (Said("contract", "actual"),), ("s1@p 1",),
    )  # fmt: skip
    (gone,) = told(more, BASE)
    assert (gone.what, gone.before) == (ChangeKind.WITHDRAWN, (Said("contract", "actual"),))


def test_a_value_that_is_another(told) -> None:
    corrected = (*BASE[:4], says(LETTER, "signed_on", "2025-05-13"), BASE[5])
    (change,) = told(BASE, corrected)
    assert (change.what, change.before, change.after, change.still) == (
        ChangeKind.CHANGED, (Said("2025-05-12", "actual"),), (Said("2025-05-13", "actual"),), (),
    )  # fmt: skip


def test_a_plan_that_came_true_still_stands_as_a_plan(told) -> None:
    plan = (*BASE[:4], says(LETTER, "signed_on", "2025-05", mood="planned"), BASE[5])
    (change,) = told(plan, (*plan, says(LETTER, "signed_on", "2025-05-13", "s2")))
    assert change.what is ChangeKind.CHANGED
    assert change.before == change.still == (Said("2025-05", "planned"),)
    assert change.after == (Said("2025-05-13", "actual"),)


def test_a_second_source_that_says_the_same_changes_nothing(told) -> None:
    assert told(BASE, (*BASE, says(LETTER, "signed_on", "2025-05-12", "s2"))) == []


def test_sources_that_begin_to_differ_and_that_no_longer_do(told) -> None:
    rival = (*BASE, says(LETTER, "signed_on", "2025-05-14", "s2"))
    (change,) = told(BASE, rival)
    assert (change.what, change.property, change.before) == (ChangeKind.DISPUTED, "signed_on", ())
    assert [said.value for said in change.after] == ["2025-05-12", "2025-05-14"]
    (change,) = told(rival, BASE)
    assert (change.what, change.after) == (ChangeKind.SETTLED, (Said("2025-05-12", "actual"),))
    assert told(rival, rival) == []


def test_members_that_come_and_go_are_told_by_their_list(told) -> None:
    us = says("country:US", "name@en", "United States")
    both = tuple(
        says(f"{id_} MEMBER_OF {FORUM}", "holds", True, "s2") for id_ in (GB, "country:US")
    )
    (new,) = told((*BASE, us), (*BASE, us, *both))
    assert (new.what, new.entity, new.property, new.others) == (
        ChangeKind.NEW, FORUM, "members", (GB, "country:US"),
    )  # fmt: skip
    (gone,) = told((*BASE, us, *both), (*BASE, us))
    assert (gone.what, gone.others, gone.cites) == (
        ChangeKind.WITHDRAWN, (GB, "country:US"), ("s2",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("mood", "what"), [("actual", ChangeKind.ENDED), ("planned", ChangeKind.NEW)]
)
def test_what_is_over_has_ended_and_a_planned_end_is_none(
    told, mood: str, what: ChangeKind
) -> None:
    (change,) = told(BASE, (*BASE, says(f"{JP} MEMBER_OF {FORUM}", "until", "2026-01", mood=mood)))
    assert (change.what, change.entity, change.property, change.others) == (
        what,
        FORUM,
        "until",
        (JP,),
    )
    (change,) = told(BASE, (*BASE, says(LETTER, "ended_on", "2026-01", mood=mood)))
    assert (change.what, change.entity) == (what, LETTER)


def test_further_names_are_told_as_such(told) -> None:
    (change,) = told(BASE, (*BASE, says(GB, "names.short@en", "UK")))
    assert change.names_only


def test_changes_are_read_out_by_kind_our_side_first(told) -> None:
    after = (*BASE, says(GB, "status", "state"), says(JP, "status", "state"), says(LETTER, "type", "contract"),
             says(FORUM, "type", "summit_process"))  # fmt: skip
    assert [change.entity for change in told(BASE, after)] == [LETTER, FORUM, JP, GB]


def test_a_tie_that_is_held_true_and_false_is_disputed_under_its_list(told) -> None:
    denied = (*BASE, says(f"{JP} MEMBER_OF {FORUM}", "holds", False, "s2"))
    (change,) = told(BASE, denied)
    assert (change.what, change.entity, change.property, change.others) == (
        ChangeKind.DISPUTED, FORUM, "members", (JP,),
    )  # fmt: skip
