"""The mapping of a list: what it may say, and where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.kinds import Agreement, Forum
from graphmodel.messages import Message
from loaders.mapping import Target, target_of
from loaders.mapping_file import MappingError, read_mapping

GOOD = """\
source: {id: l, publisher: d, name: {ja: 課}, type: official, language: ja, read_on: 2026}
kind: agreement
columns:
  件名: title@ja
  署名日: {to: signed_on, dates: day-first}
  相手: parties
  機関: parties.through
  種類: {to: type, words: {覚: memorandum_of_cooperation}, by: enishi}
every: {scope: dedicated}
unused: [備考]
names: {東大: org:university-of-tokyo, ある覚書: new}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "m.yaml"


def test_a_mapping_is_read(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    mapping = read_mapping(path)
    assert (mapping.kind, mapping.source_id, mapping.publisher) == (Agreement, "l", "d")
    title, signed, parties, through, type_ = mapping.columns
    assert (title.target.key, title.target.language, signed.dates) == ("title", "ja", "day-first")
    assert (parties.target.field, through.target.key, type_.by) == (None, "parties", "enishi")
    assert type_.words == {"覚": "memorandum_of_cooperation"}
    assert mapping.names["ある覚書"] == "new"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("kind: agreement", "kind: agrement", 2, "Did you mean agreement?"),
        ("title@ja", "titel@ja", 4, "Did you mean title?"),
        ("title@ja", "title@jp", 4, "'jp' is no language"),
        ("signed_on,", "signed_on@ja,", 5, "no language"),
        ("day-first", "uk", 5, "day-first or month-first"),
        ("parties.through", "parties.throu", 7, "parties.through"),
        ("memorandum_of_cooperation", "memo", 8, "'memo' is not one of"),
        ("{scope: dedicated}", "{scop: dedicated}", 9, "Did you mean scope?"),
        ("unused", "unusd", 10, "Did you mean unused?"),
        ("org:university-of-tokyo", "東大", 11, "is no id"),
        ("publisher: d", "publisher: ''", 1, "`publisher` is empty"),
        ("id: l,", "", 1, "no `id`"),
        ("id: l,", "id: 一覧,", 1, "'一覧' is no id"),
        ("source: ", "source: x #", 1, "whose list it is"),
        ("  相手: parties\n", "", 6, "`of` says whose it is"),
        ("every: {", "handling: secret\nevery: {", 9, "`handling` is one of"),
        ("kind: agreement", "kind: agreement\nkind: forum", 3, "stands twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(path: Path, old: str, new: str, line: int, says: str) -> None:  # fmt: skip
    assert old in GOOD
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(MappingError) as error:
        read_mapping(path)
    assert says in str(error.value)
    assert f"{path}:{line}: " in str(error.value)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (Agreement, "id", Target()),
        (Agreement, "title", Target(Agreement.fields["title"])),
        (Agreement, "names.short@en", Target(Agreement.fields["names"], None, "en", "short")),
        (Forum, "members.since", Target(Forum.tie_fields["members"].tie.fields["since"], Forum.tie_fields["members"])),
    ],
)  # fmt: skip
def test_what_a_column_gives(kind, text: str, wanted: Target) -> None:
    assert target_of(kind, text) == wanted


@pytest.mark.parametrize("text", ["names@ja", "title.short", "signed_on.x", "members.since.x", ""])
def test_what_no_column_gives(text: str) -> None:
    assert isinstance(target_of(Agreement, text), Message)
