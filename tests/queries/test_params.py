"""From what a person types to values: names, codes, slugs, ids, words; and what is said where nothing fits."""

from __future__ import annotations

import pytest

from graphmodel.errors import UsageError
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import InstrumentType, Level, Scope
from queries.catalogue import find_query
from queries.entities import find_entity
from queries.literals import ParameterError, vocabulary
from queries.params import bind, candidates

SETTINGS = {"party": "JP"}
DAY = "2025-05-01"


@pytest.mark.parametrize(
    ("text", "kinds", "id_"),
    [
        ("UK", ("Country", "Union"), "country:GB"),
        ("uk", ("Country",), "country:GB"),
        ("U.K.", ("Country",), "country:GB"),
        ("英国", ("Country",), "country:GB"),
        ("英", ("Country",), "country:GB"),
        ("GB", ("Country",), "country:GB"),
        ("gb", ("Country",), "country:GB"),
        ("country:GB", ("Country",), "country:GB"),
        ("United Kingdom", ("Country",), "country:GB"),
        ("united  kingdom", ("Country",), "country:GB"),
        ("ＧＢ", ("Country",), "country:GB"),
        ("豪州", ("Country",), "country:AU"),
        ("オーストラリア", ("Country",), "country:AU"),
        ("おーすとらりあ", ("Country",), "country:AU"),
        ("ｵｰｽﾄﾗﾘｱ", ("Country",), "country:AU"),
        ("ROK", ("Country",), "country:KR"),
        ("EU", ("Country", "Union"), "union:EU"),
        ("union:EU", ("Country", "Union"), "union:EU"),
        ("MDQ", ("Forum",), "forum:mdq"),
        ("mdq", ("Forum",), "forum:mdq"),
        ("forum:mdq", ("Forum",), "forum:mdq"),
        ("量子多国間対話", ("Forum",), "forum:mdq"),
        ("multilateral dialogue on quantum", ("Forum",), "forum:mdq"),
        ("jp-uk-quantum-moc-2025", ("Agreement",), "agreement:jp-uk-quantum-moc-2025"),
        ("agreement:jp-uk-quantum-moc-2025", ("Agreement", "Meeting"), "agreement:jp-uk-quantum-moc-2025"),
        ("日EU量子連携推進に係る意向表明書", ("Agreement",), "agreement:jp-eu-quantum-loi-2025"),
        ("Ｑ－ＳＴＡＲ", ("Organisation",), "org:q-star"),
        ("q star", ("Organisation",), "org:q-star"),
        ("産業技術総合研究所", ("Organisation",), "org:aist"),
    ],
)  # fmt: skip
def test_an_entity_by_any_of_its_names(
    graph: EmbeddedStore, text: str, kinds: tuple[str, ...], id_: str
) -> None:
    assert find_entity(text, kinds, graph) == id_


@pytest.mark.parametrize(
    ("text", "kinds", "near"),
    [
        ("MDX", ("Forum",), "forum:mdq"),
        ("Switzerlnd", ("Country",), "country:CH"),
        ("partnership-council", ("Forum",), "forum:"),
        ("jp-uk-quantum-moc-2024", ("Agreement",), "agreement:jp-uk-quantum-moc-2025"),
    ],
)
def test_an_unknown_name_gets_a_suggestion(
    graph: EmbeddedStore, text: str, kinds: tuple[str, ...], near: str
) -> None:
    with pytest.raises(ParameterError, match="nothing in the graph is called") as caught:
        find_entity(text, kinds, graph, "forum")
    assert near in caught.value.hint
    assert caught.value.message.startswith("forum: ")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["", "   ", "!!!", "'", "') RETURN 1 //", "\\u0027"])
def test_text_that_can_be_no_name(graph: EmbeddedStore, text: str) -> None:
    with pytest.raises(ParameterError, match="nothing in the graph is called"):
        find_entity(text, ("Forum",), graph)


def test_a_name_of_another_kind_does_not_count(graph: EmbeddedStore) -> None:
    with pytest.raises(ParameterError):
        find_entity("MDQ", ("Country", "Union"), graph)
    with pytest.raises(ParameterError):
        find_entity("country:JP", ("Forum",), graph)


def test_an_ambiguous_name_lists_what_it_may_be(graph: EmbeddedStore) -> None:
    """量子技術分野における協力覚書 is what the deck calls both the British and the Danish memorandum."""
    with pytest.raises(ParameterError, match="may be") as caught:
        find_entity("量子技術分野における協力覚書", ("Agreement",), graph)
    assert "agreement:jp-uk-quantum-moc-2025" in caught.value.message
    assert "agreement:jp-dk-quantum-moc-2025" in caught.value.message
    assert caught.value.hint == "Give the id."


def gap(
    graph: EmbeddedStore, as_of: str = DAY, **given: str
) -> tuple[dict[str, object], dict[str, object]]:
    bound = bind(find_query("partner-gap"), {"forum": "MDQ", **given}, as_of, SETTINGS, graph)
    return bound.values, bound.shown


def test_defaults(graph: EmbeddedStore) -> None:
    values, shown = gap(graph)
    assert values == {
        "as_of": DAY,
        "forum": "forum:mdq",
        "party": "country:JP",
        "level": ["government"],
        "scope": ["dedicated"],
        "types": [str(t) for t in InstrumentType if t not in ("leaders_statement", "joint_declaration", "vision_principles")],
    }  # fmt: skip
    assert shown == {**values, "scope": "dedicated"}


def test_our_side_is_a_setting(graph: EmbeddedStore) -> None:
    query = find_query("partner-gap")
    bound = bind(query, {"forum": "MDQ"}, DAY, {"party": "UK"}, graph)
    assert bound.values["party"] == "country:GB"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dedicated", ["dedicated"]),
        ("includes", ["dedicated", "includes"]),
        ("context", ["dedicated", "includes", "context"]),
        ("any", ["dedicated", "includes", "context"]),
        ("量子を含む", ["dedicated", "includes"]),
        ("Includes quantum", ["dedicated", "includes"]),
        (" INCLUDES ", ["dedicated", "includes"]),
    ],
)
def test_up_to_takes_all_before(graph: EmbeddedStore, text: str, words: list[str]) -> None:
    values, shown = gap(graph, scope=text)
    assert values["scope"] == words
    assert shown["scope"] == text.strip()
    assert list(map(str, Scope)) == ["dedicated", "includes", "context"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("government", ["government"]),
        ("政府間", ["government"]),
        ("institution,company", ["institution", "company"]),
        ("company , 政府間", ["company", "government"]),
        ("any", [str(level) for level in Level]),
    ],
)
def test_words(graph: EmbeddedStore, text: str, words: list[str]) -> None:
    assert gap(graph, level=text)[0]["level"] == words


@pytest.mark.parametrize(
    "given",
    [
        {"level": "goverment"},
        {"level": ""},
        {"level": "government,"},
        {"scope": "dedicated,includes"},
    ],
)
def test_a_word_that_there_is_not(graph: EmbeddedStore, given: dict[str, str]) -> None:
    with pytest.raises(ParameterError, match="is not one of") as caught:
        gap(graph, **given)
    assert "any" in caught.value.hint


def test_a_required_parameter(graph: EmbeddedStore) -> None:
    with pytest.raises(ParameterError, match="partner-gap needs forum") as caught:
        bind(find_query("partner-gap"), {}, DAY, SETTINGS, graph)
    assert caught.value.hint == "Add it: -p forum=MDQ"


def test_a_parameter_that_may_be_left_out(graph: EmbeddedStore) -> None:
    bound = bind(find_query("conflicts"), {}, DAY, SETTINGS, graph)
    assert bound.values["subject"] is None
    assert bound.shown["subject"] is None


def test_an_unknown_parameter(graph: EmbeddedStore) -> None:
    with pytest.raises(ParameterError, match="has no parameter 'frum'") as caught:
        gap(graph, frum="MDQ")
    assert "forum, party" in caught.value.hint


def test_as_of_is_an_option_and_no_parameter(graph: EmbeddedStore) -> None:
    with pytest.raises(ParameterError, match="no parameter 'as_of'"):
        bind(find_query("partner-gap"), {"forum": "MDQ", "as_of": DAY}, DAY, SETTINGS, graph)


@pytest.mark.parametrize(
    "day", ["2025", "2025-05", "2025-02-30", "today", "", "2025-05-01/2025-05-02", "2025-5-1"]
)
def test_the_as_of_day_is_a_day(graph: EmbeddedStore, day: str) -> None:
    with pytest.raises(ParameterError, match="is no day"):
        gap(graph, as_of=day)


def test_vocabularies_are_found_by_name() -> None:
    assert vocabulary("Level") is Level
    for name in ("Nothing", "Vocabulary.has", "StrEnum", "annotations"):
        with pytest.raises(UsageError):
            vocabulary(name)


def bound(graph: EmbeddedStore, query: str, **given: str) -> dict[str, object]:
    return bind(find_query(query), given, DAY, SETTINGS, graph).values


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("JP", ["country:JP"]),
        ("JP,UK", ["country:JP", "country:GB"]),
        ("日本、英国, EU", ["country:JP", "country:GB", "union:EU"]),
        ("GB, 英国, UK", ["country:GB"]),
    ],
)
def test_several_entities(graph: EmbeddedStore, text: str, ids: list[str]) -> None:
    assert bound(graph, "upcoming", parties=text)["parties"] == ids


def test_several_entities_by_default_and_by_none(graph: EmbeddedStore) -> None:
    assert bound(graph, "upcoming")["parties"] == ["country:JP"]
    assert bound(graph, "country-pairs")["countries"] is None


@pytest.mark.parametrize("text", ["JP,", ",", "JP,Atlantis"])
def test_each_of_several_entities_must_be_one(graph: EmbeddedStore, text: str) -> None:
    with pytest.raises(ParameterError, match="parties: nothing in the graph is called"):
        bound(graph, "upcoming", parties=text)


@pytest.mark.parametrize("text", ["2025", "2025-05", "2025-02-30", "May", "", "2025-05-01/2025-05-02"])  # fmt: skip
def test_a_day_is_a_day(graph: EmbeddedStore, text: str) -> None:
    assert bound(graph, "upcoming", **{"from": "2025-05-02"})["from"] == "2025-05-02"
    with pytest.raises(ParameterError, match=r"from: .* is no day"):
        bound(graph, "upcoming", **{"from": text})


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025", ["2025"]),
        ("2023-2025", ["2023", "2024", "2025"]),
        ("2023～2024、2019", ["2023", "2024", "2019"]),
        ("2024,2023-2024", ["2024", "2023"]),
    ],
)
def test_years(graph: EmbeddedStore, text: str, years: list[str]) -> None:
    assert bound(graph, "signatories", years=text)["years"] == years


@pytest.mark.parametrize("text", ["25", "2025-2024", "2025-05", "令和7年", "", "2025,", "٢٠٢٥"])
def test_what_is_no_year(graph: EmbeddedStore, text: str) -> None:
    with pytest.raises(ParameterError, match="is no year"):
        bound(graph, "signatories", years=text)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "six", "", "٦", "1" * 10])
def test_a_number_is_one_or_more(graph: EmbeddedStore, text: str) -> None:
    assert bound(graph, "upcoming", months=" 12 ")["months"] == 12
    with pytest.raises(ParameterError, match=r"months: .* is no number of 1 or more"):
        bound(graph, "upcoming", months=text)


@pytest.mark.parametrize("text", ["Meeting", "meeting", "会合（開催回）", "Meeting (edition)"])
def test_a_kind_by_any_of_its_names(graph: EmbeddedStore, text: str) -> None:
    assert bound(graph, "thin-evidence", kind=text)["kind"] == "Meeting"


def test_a_kind_that_the_query_does_not_take(graph: EmbeddedStore) -> None:
    with pytest.raises(ParameterError, match="'Source' is not one of Agreement, Forum"):
        bound(graph, "thin-evidence", kind="Source")


def test_pick_lists(graph: EmbeddedStore) -> None:
    def values(query: str, param: str) -> list[str]:
        return [each.value for each in candidates(find_query(query).params[param], graph)]

    assert {"country:JP", "union:EU"} <= set(values("upcoming", "parties"))
    assert "forum:mdq" not in values("upcoming", "parties")
    assert "Meeting" in values("thin-evidence", "kind")
    assert values("signatories", "years") == values("upcoming", "months") == []
