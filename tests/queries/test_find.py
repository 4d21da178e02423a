"""Finding what a name stands for: each way of writing it, ranking, and what is not decided for the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.batch import GraphBatch, NodeRow, Properties
from graphmodel.names import fold
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import FoundBy, NameUse
from queries.catalogue import internal
from queries.find import Found, find

Find = Callable[..., Found]


@pytest.fixture
def find_in_record(graph: EmbeddedStore) -> Find:
    return lambda text, **more: find(text, graph, party="country:JP", **more)


@pytest.mark.parametrize(
    ("text", "id_", "by"),
    [
        ("country:GB", "country:GB", FoundBy.ID),
        ("GB", "country:GB", FoundBy.ID),
        ("UK", "country:GB", FoundBy.ID),
        ("英国", "country:GB", FoundBy.NAME),
        ("英", "country:GB", FoundBy.NAME),
        ("eikoku", "country:GB", FoundBy.READING),
        ("えいこく", "country:GB", FoundBy.READING),
        ("エイコク", "country:GB", FoundBy.READING),
        ("kanada", "country:CA", FoundBy.READING),
        ("nippon", "country:JP", FoundBy.READING),
        ("united kingdom", "country:GB", FoundBy.NAME),
        ("ＭＤＱ", "forum:mdq", FoundBy.NAME),
        ("意向表明書", "agreement:jp-eu-quantum-loi-2025", FoundBy.PART),
        ("協力趣意書", "agreement:jp-eu-quantum-loi-2025", FoundBy.PART),
        ("LoI", "agreement:jp-eu-quantum-loi-2025", FoundBy.KIND),
        ("ＬＯＩ", "agreement:jp-eu-quantum-loi-2025", FoundBy.KIND),
        ("letter of intent", "agreement:jp-eu-quantum-loi-2025", FoundBy.PART),
        ("ヴィルクネン", "person:henna-virkkunen", FoundBy.NAME),
        ("ヴィルックネン", "person:henna-virkkunen", FoundBy.NAME),
        ("ゔぃるっくねん", "person:henna-virkkunen", FoundBy.NAME),
        ("Virkkunen", "person:henna-virkkunen", FoundBy.NAME),
        ("virukkunen", "person:henna-virkkunen", FoundBy.READING),
        ("Minoru Kiuchi", "person:minoru-kiuchi", FoundBy.NAME),
        ("KIUCHI", "person:minoru-kiuchi", FoundBy.PART),
        ("城内", "person:minoru-kiuchi", FoundBy.PART),
        ("baransu", "person:patrick-vallance", FoundBy.READING),
        ("Francois-Philippe Champagne", "person:francois-philippe-champagne", FoundBy.NAME),
        ("國立研究開発法人量子科學技術研究開発機構", "org:qst", FoundBy.NAME),
        ("量子科学技術研究開発機構", "org:qst", FoundBy.NAME),
        ("東京声明", "agreement:us-jp-tokyo-statement-2019", FoundBy.PART),
        ("日英 協力覚書", "agreement:jp-uk-quantum-moc-2025", FoundBy.PART),
    ],
)
def test_one_thing_is_meant(find_in_record: Find, text: str, id_: str, by: FoundBy) -> None:
    found = find_in_record(text)
    assert found.one is not None, found
    assert (found.one.id, found.one.by) == (id_, by)


def test_it_is_told_by_which_name(find_in_record: Find) -> None:
    one = find_in_record("ヴィルクネン").one
    assert one is not None
    assert (one.matched, one.use) == ("ヴィルクネン", NameUse.VARIANT)
    assert one.as_json() == {
        "id": "person:henna-virkkunen", "kind": "Person", "name_ja": "ヘンナ・ヴィルックネン", "name_en": "Henna Virkkunen",
        "by": "name", "use": "variant", "matched": "ヴィルクネン",
    }  # fmt: skip
    title = find_in_record("意向表明書").one
    assert title is not None
    assert title.matched == "日EU量子連携推進に係る意向表明書"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sweeden", "country:SE"),
        ("suweden", "country:SE"),
        ("Virkunen", "person:henna-virkkunen"),
        ("スウエーデン", "country:SE"),
        ("Lord Valance", "person:patrick-vallance"),
        ("MDQX", "forum:mdq"),
        ("科技振興機構", "org:jst"),
        ("情通機構", "org:nict"),
        ("量子多国間対和", "forum:mdq"),
    ],
)
def test_what_is_only_similar_is_offered_and_not_taken(
    find_in_record: Find, text: str, first: str
) -> None:
    found = find_in_record(text)
    assert found.matches[0].id == first
    assert found.matches[0].by == FoundBy.SIMILAR
    assert found.one is None


@pytest.mark.parametrize("text", ["xyzzy", "", "…", "ナイジェリア連邦共和国", "qqq"])
def test_nothing_is_found(find_in_record: Find, text: str) -> None:
    found = find_in_record(text)
    assert (found.matches, found.first, found.one) == ((), (), None)


def test_part_of_several_names_decides_nothing(find_in_record: Find) -> None:
    found = find_in_record("日英")
    assert found.one is None
    assert len(found.first) > 2
    assert (
        found.first[0].id == "agreement:jp-uk-quantum-moc-2025"
    )  # ours, of governments, on quantum


def test_a_latin_word_is_found_at_its_beginning_alone(find_in_record: Find) -> None:
    ids = {match.id for match in find_in_record("land").matches if match.by == FoundBy.PART}
    assert not ids & {"country:FI", "country:CH"}
    assert "country:CH" in {match.id for match in find_in_record("switz").matches}


def test_kinds_narrow_the_search(find_in_record: Find) -> None:
    assert find_in_record("MDQ", kinds=("Country",)).one is None
    assert {match.kind for match in find_in_record("量子", kinds=("Forum",)).matches} == {"Forum"}


def test_no_more_than_asked_for(find_in_record: Find) -> None:
    assert len(find_in_record("quantum", limit=3).matches) == 3


def test_korea_alone_is_never_the_north(find_in_record: Find) -> None:
    """officer.md §3, rule 3: and it is found, by a part of its name."""
    assert [match.id for match in find_in_record("Korea", kinds=("Country",)).matches] == [
        "country:KR"
    ]


def node(id_: str, ja: str, en: str, **more: object) -> NodeRow:
    kind = {"org": "Organisation", "agreement": "Agreement", "country": "Country"}[
        id_.partition(":")[0]
    ]
    names = [ja, en, *more.get("names_abbreviation_en", [])]  # type: ignore[misc]
    props: Properties = {
        "id": id_, "kind": kind, "name_ja": ja, "name_en": en, "type": "not_recorded", "sources": ["s"],
        "search": sorted({fold(name) for name in names}), **more,  # type: ignore[dict-item]
    }  # fmt: skip
    return NodeRow(id_, (kind,), props)


@pytest.fixture
def small(tmp_path: Path):
    """A graph of one's own nodes."""
    stores = []

    def make(*nodes: NodeRow) -> EmbeddedStore:
        store = EmbeddedStore(tmp_path / f"{len(stores)}.kgl")
        store.replace(GraphBatch(list(nodes), []))
        stores.append(store)
        return store

    yield make
    for store in stores:
        store.close()


def test_an_abbreviation_of_two_is_asked_back(small) -> None:
    store = small(
        node("org:qst", "量子科学技術研究開発機構", "National Institutes for QST", names_abbreviation_en=["QST"]),
        node("org:quside", "量子センシング社", "Quantum Sensing Technologies", names_abbreviation_en=["QST"]),
    )  # fmt: skip
    found = find("QST", store)
    assert found.one is None
    assert {match.id for match in found.first} == {"org:qst", "org:quside"}
    one = find("量子科学技術研究開発機構", store).one
    assert one is not None
    assert one.id == "org:qst"


def test_of_two_letters_of_intent_the_own_one_between_governments_is_meant(small) -> None:
    letters = {
        "a": ("institution", "dedicated"), "b": ("government", "dedicated"), "c": ("government", "includes"),
    }  # fmt: skip
    store = small(
        *(
            node(f"agreement:{slug}", f"文書{slug}", f"Paper {slug}", type="letter_of_intent", level=level, scope=scope)
            for slug, (level, scope) in letters.items()
        )
    )  # fmt: skip
    one = find("LoI", store).one
    assert one is not None
    assert one.id == "agreement:b"


def test_every_use_of_a_name_is_read() -> None:
    statement = internal("find-names")
    for use in NameUse:
        for lang in ("ja", "en"):
            assert f"n.names_{use}_{lang} AS {use}_{lang}" in statement


def test_names_as_known_on_a_day(graph_at) -> None:
    """The notice's title was not known before its day; what it is (a letter of intent) was."""
    before, after = (find("協力趣意書", graph_at(day)).one for day in ("2025-05-12", "2025-05-13"))
    assert before is not None
    assert after is not None
    assert before.id == after.id
    assert (before.by, after.by) == (FoundBy.KIND, FoundBy.PART)


def test_a_record_of_nothing_finds_nothing(tmp_path: Path, record_folder: Path) -> None:
    build(record_folder, tmp_path / "graph.kgl", "1900-01-01")
    with EmbeddedStore(tmp_path / "graph.kgl") as store:
        assert find("量子多国間対話", store).one is None
