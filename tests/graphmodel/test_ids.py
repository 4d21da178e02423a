"""Ids of entities and ties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.ids import TieId, is_entity_id, is_tie_id, parse_tie_id, scheme_of, slug_of
from graphmodel.kinds import TIES
from tests.strategies import RECORDED, entity_ids

GOOD = ["country:JP", "union:EU", "agreement:jp-uk-quantum-moc-2025", "org:a", "forum:g7.2025"]
BAD = [
    "",
    "JP",
    "country:",
    ":JP",
    "Country:JP",
    "country:-jp",
    "country:jp-",
    "country:jp_uk",
    "country:日本",
    "country:JP ",
    "country:JP\n",
    "country:J P",
    "a:b:c",
    "source:a/b",
    "forum:mdq'",
]


@pytest.mark.parametrize("text", GOOD)
def test_entity_ids(text: str) -> None:
    assert is_entity_id(text)
    assert f"{scheme_of(text)}:{slug_of(text)}" == text


@pytest.mark.parametrize("text", BAD)
def test_no_entity_ids(text: str) -> None:
    assert not is_entity_id(text)


def test_scheme_and_slug() -> None:
    assert scheme_of("forum:g7.2025") == "forum"
    assert slug_of("forum:g7.2025") == "g7.2025"
    assert (scheme_of("nothing"), slug_of("nothing")) == ("nothing", "")


@given(
    st.builds(
        TieId,
        entity_ids(RECORDED),
        st.sampled_from(list(TIES)),
        entity_ids(RECORDED),
        st.integers(1),
    )
)
def test_tie_ids_round_trip(tie: TieId) -> None:
    assert parse_tie_id(str(tie)) == tie
    assert is_tie_id(str(tie))
    assert not is_entity_id(str(tie))
    assert not is_tie_id(tie.start)


def test_only_a_further_period_is_numbered() -> None:
    assert str(TieId("country:KR", "MEMBER_OF", "forum:mdq")) == "country:KR MEMBER_OF forum:mdq"
    second = TieId("country:KR", "MEMBER_OF", "forum:mdq", 2)
    assert str(second) == "country:KR MEMBER_OF forum:mdq #2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "country:KR",
        "country:KR MEMBER_OF",
        "a:b T c:d 2",
        "a:b T c:d #",
        "a:b T c:d #x",
        "a b c d e",
    ],
)
def test_no_tie_ids(text: str) -> None:
    with pytest.raises(ValueError, match="is no id of a tie: it reads START TYPE END"):
        parse_tie_id(text)
