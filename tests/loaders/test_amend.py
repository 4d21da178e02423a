"""Further values in a file: nothing that stands there is changed, comments included."""

from __future__ import annotations

import pytest

from graphmodel.claims import Claim
from graphmodel.kinds import Agreement
from loaders.amend import Item, amended, withdrawn
from loaders.yamltree import TreeError

FILE = """\
# whose file this is
id: agreement:a
by: s1
title: {ja: 日英量子協力覚書}  # as printed
type:  # two sources differ
- letter_of_intent  # the notice
- {is: memorandum_of_cooperation, by: s2}
level: government
signed_on: 2025-05-13  # the day of the notice
parties: [country:JP, country:GB]
# the end
"""
NEW = Item("signed_on", '{is: "2025-05-12", by: "s2@p. 3"}')


def test_a_value_becomes_a_list_with_its_comment_where_it_was() -> None:
    text = amended(FILE, Agreement, [NEW])
    assert "signed_on:\n- 2025-05-13  # the day of the notice\n- {is: 2025-05-12, by: s2@p. 3}\n" in text  # fmt: skip
    assert text.replace("signed_on:\n- 2025-05-13", "signed_on: 2025-05-13").replace("- {is: 2025-05-12, by: s2@p. 3}\n", "") == FILE  # fmt: skip


def test_lists_grow_at_their_end() -> None:
    text = amended(FILE, Agreement, [Item("type", "{is: joint_statement, by: s3}"), Item("parties", '{who: KR, by: "s3"}')])  # fmt: skip
    assert "- {is: memorandum_of_cooperation, by: s2}\n- {is: joint_statement, by: s3}\n" in text
    assert "parties:\n- country:JP\n- country:GB\n- {who: KR, by: s3}\n" in text
    assert all(comment in text for comment in ("# whose", "# as printed", "# two sources", "# the notice", "# the end"))  # fmt: skip


def test_what_is_not_there_yet_stands_in_its_place() -> None:
    text = amended(FILE, Agreement, [Item("effective_on", "{is: 2025-06, by: s1}"), Item("scope", "{is: dedicated, by: enishi}")])  # fmt: skip
    keys = [line.split(":")[0] for line in text.splitlines() if line[0].isalpha()]
    assert keys == ["id", "by", "title", "type", "level", "scope", "signed_on", "effective_on", "parties"]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title:\n  ja: 日本語\n  en: English  # ours\n", "title:\n- {ja: 日本語, en: English}  # ours\n- {en: Other, by: s2}\n"),
        ("title: {ja: 日本語,\n  en: English}\n", "title:\n- {ja: 日本語, en: English}\n- {en: Other, by: s2}\n"),
        ("title:\n  - ja: 日本語\n    by: s1\n", "title:\n- {ja: 日本語, by: s1}\n- {en: Other, by: s2}\n"),
        ("title:\n    ja: 日本語\n    place: x\n", "title:\n- {ja: 日本語, place: x}\n- {en: Other, by: s2}\n"),
        ("title:\n ja: 日本語\n by:\n - s1\n - {x: y}\n", "title:\n- ja: 日本語\n  by:\n  - s1\n  - {x: y}\n- {en: Other, by: s2}\n"),
        ("title:\n    - ja: 日本語\n      by: s1\n", "title:\n- {ja: 日本語, by: s1}\n- {en: Other, by: s2}\n"),
        ("title: >-\n  two\n  lines\n\nlevel: government\n", "title:\n- two lines\n- {en: Other, by: s2}\nlevel: government\n"),
        ("title: {ja: 日本語}\n...\n", "title:\n- {ja: 日本語}\n- {en: Other, by: s2}\n"),
        ("title: []\n", "title:\n- {en: Other, by: s2}\n"),
        ("", "title: {en: Other, by: s2}\n"),
    ],
)  # fmt: skip
def test_every_form_that_a_value_may_have(before: str, after: str) -> None:
    text = amended(f"id: agreement:a\n{before}", Agreement, [Item("title", "{en: Other, by: s2}")])
    assert text == f"id: agreement:a\n{after}"


def test_a_file_in_braces() -> None:
    text = amended("{id: agreement:a, title: {ja: 日本語}}\n", Agreement, [Item("title", "{en: Other, by: s2}")])  # fmt: skip
    assert text == "id: agreement:a\ntitle:\n- {ja: 日本語}\n- {en: Other, by: s2}\n"


def test_several_at_once_and_line_ends_of_windows() -> None:
    text = amended("id: agreement:a\r\nlevel: government", Agreement, [Item("level", "{is: ministry, by: s}"), Item("level", "{is: agency, by: s}")])  # fmt: skip
    assert text == "id: agreement:a\nlevel:\n- government\n- {is: ministry, by: s}\n- {is: agency, by: s}\n"  # fmt: skip


def test_a_broken_file_stays_as_it_is() -> None:
    with pytest.raises(TreeError):
        amended("id: agreement:a\ntitle: {ja: [\n", Agreement, [NEW])


def test_values_are_withdrawn_where_they_stand_and_no_others() -> None:
    text = (
        "id: agreement:a\nsigned_on:\n- {is: 2025-05-12, by: l@D2}\n- {is: 2025-05-12, by: s1}\nparties:\n- {who: GB, by: l@B3}\n"
        "- who: country:JP\n  through:\n  - {is: org:mext, by: l@C3}\n  - {is: org:mic, by: l@C3}\n  by: l@B3\n"
    )
    tie = "country:JP PARTY_TO agreement:a"
    claims = [
        Claim("agreement:a", "signed_on", "2025-05-12", "l", "D2"), Claim(tie, "holds", True, "l", "B3"), Claim(tie, "through", "org:mext", "l", "C3"),
    ]  # fmt: skip
    assert withdrawn(text, Agreement, claims, "2026-11-28") == (
        "id: agreement:a\nsigned_on:\n- {is: 2025-05-12, by: l@D2, withdrawn_on: 2026-11-28}\n- {is: 2025-05-12, by: s1}\nparties:\n"
        "- {who: GB, by: l@B3}\n- who: country:JP\n  through:\n  - {is: org:mext, by: l@C3, withdrawn_on: 2026-11-28}\n"
        "  - {is: org:mic, by: l@C3}\n  by: l@B3\n  withdrawn_on: 2026-11-28\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{id: agreement:a, signed_on: {is: 2025-05-12, by: l@D2}}\n...\n",
        "id: agreement:a\nsigned_on:\n    by: >-\n        l@D2\n    is: 2025-05-12\n",
    ],
)
def test_a_value_is_withdrawn_in_a_file_of_any_form(text: str) -> None:
    claims = [Claim("agreement:a", "signed_on", "2025-05-12", "l", "D2")]
    assert withdrawn(text, Agreement, claims, "2026-11-28") == (
        "id: agreement:a\nsigned_on: {is: 2025-05-12, by: l@D2, withdrawn_on: 2026-11-28}\n"
    )
