"""Answers as a reader sees them: counting words, numbers of sources, what need not be said twice."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.ids import is_entity_id
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query
from queries.results import Answer
from queries.run import run
from tests.queries.small_world import write_small_world
from tests.shipped import ShippedGraph
from visualizations.cards import make_card
from visualizations.table import Table, make_table
from visualizations.wording import counted

RECORD = Path(__file__).parents[2] / "data"
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def gap(shipped_graph: ShippedGraph):
    """`partner-gap` for the MDQ, by day and parameters."""
    with EmbeddedStore(shipped_graph()) as store:

        def ask(as_of: str = "2026-11-21", **params: str) -> Answer:
            return run(
                find_query("partner-gap"), {"forum": "MDQ", **params},
                as_of=as_of, settings={"party": "JP"}, store=store,
            )  # fmt: skip

        yield ask


def names(*ids: str) -> dict[str, dict[str, str]]:
    """Kind, status and names of entities; ties have no names."""
    kinds = {"country": "Country", "union": "Union", "agreement": "Agreement"}
    found = {}
    for id_ in filter(is_entity_id, ids):
        scheme, _, slug = id_.partition(":")
        status = {"TW": "region"}.get(slug, "state") if scheme == "country" else ""
        found[id_] = {"ja": slug, "en": slug, "kind": kinds[scheme], "short": "", "status": status}
    return found


@pytest.mark.parametrize(
    ("ids", "ja", "en"),
    [
        (["country:JP", "country:GB"], "2か国", "2 countries"),
        (["country:JP", "country:JP"], "1か国", "1 country"),
        (["country:JP", "country:TW"], "2か国・地域", "2 countries and regions"),
        (["country:TW"], "1か国・地域", "1 country or region"),
        (["country:JP", "union:EU"], "1か国＋EU", "1 country and the EU"),
        (["union:EU"], "EU", "the EU"),
        (["agreement:a", "agreement:b"], "2件", "2"),
        (["country:US MEMBER_OF forum:mdq"], "1件", "1"),
        (["country:US MEMBER_OF forum:mdq", "country:JP"], "2件", "2"),
        (["agreement:a", "country:JP"], "2件", "2"),
        ([], "0件", "0"),
    ],
)
def test_counting_words(ids: list[str], ja: str, en: str) -> None:
    assert counted(ids, names(*ids), "ja") == ja
    assert counted(ids, names(*ids), "en") == en


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_sources_are_numbered_as_they_are_read(gap, lang: str) -> None:
    table = make_table(gap(), lang)
    tables = (table, *table.below)
    read = [
        int(number)
        for part in tables
        for row in part.rows
        for cell in row
        for number in re.findall(r"(?<![\w.])(\d{1,3})\)", cell)
    ]
    first_met = list(dict.fromkeys(read))
    assert first_met == list(range(1, len(first_met) + 1))
    numbered = [line for line in table.footnotes if not line.startswith("▲")]
    assert [int(line.partition(")")[0]) for line in numbered] == first_met
    assert all(part.footnotes == () and part.coverage == "" for part in table.below)


def test_a_mark_is_explained_where_there_is_one(gap) -> None:
    assert make_table(gap(), "ja").footnotes[0].startswith("▲ 資料により異なる")
    before = make_table(gap("2019-01-01"), "ja")
    assert not any(line.startswith("▲") for line in before.footnotes)


@pytest.mark.parametrize(("lang", "ditto"), [("ja", "〃"), ("en", "as above")])
def test_what_the_row_above_says_is_not_said_again(gap, lang: str, ditto: str) -> None:
    shown, whole = (make_table(gap(), lang, numbered=numbered) for numbered in (True, False))
    contact = next(i for i, cell in enumerate(shown.rows[1]) if cell == ditto)
    assert {row[contact] for row in shown.rows[1:]} == {ditto}
    assert len({row[contact] for row in whole.rows}) == 1
    assert not any(ditto in cell for row in whole.rows for cell in row)


def test_the_sentences_of_the_gap(gap) -> None:
    def titles(table: Table) -> list[str]:
        return [table.title, *(part.title for part in table.below)]

    assert titles(make_table(gap(), "ja")) == [
        "量子多国間対話（MDQ）の参加13か国のうち、日本との政府間協力文書（量子に特化）を確認できないのは8か国"
        "（2026年11月21日時点、収録資料の範囲）",
        "量子多国間対話（MDQ）の参加国・地域のうち、日本との政府間協力文書（量子に特化）を確認できるのは4か国",
        "量子多国間対話（MDQ）の参加国・地域以外で、日本との政府間協力文書（量子に特化）を確認できるもの：1か国＋EU",
    ]
    whole = gap(level="any")
    rest = 12 - len(whole.rows)  # of the 13, our side is one
    assert rest > 4, "with institutions there are more than with governments alone"
    assert titles(make_table(whole, "en"))[1] == (
        "In the Multilateral Dialogue on Quantum (MDQ), an instrument with Japan (between anyone; dedicated to quantum) "
        f"can be confirmed with {rest} countries"
    )


def test_where_rows_are_left_out_the_sentence_says_at_least(gap) -> None:
    """The limit is no count; the whole of which the rows are a part is listed in each row, and stays what it is."""
    answer = gap()
    cut = replace(answer, rows=answer.rows[:3], truncated=True)
    assert "を確認できないのは少なくとも3か国（" in make_table(cut, "ja").title
    said = make_table(cut, "en").title
    assert said.startswith("Of the 13 countries in")
    assert " for at least 3 countries (" in said


def test_a_condition_that_the_sentence_leaves_out_is_told(gap) -> None:
    table = make_table(gap(types="letter_of_intent"), "ja")
    assert table.title.endswith("収録資料の範囲）（条件：数える文書の種類＝意向表明書（LoI））")
    assert "条件" not in make_table(gap(scope="includes"), "ja").title
    excluded, _ = table.below
    assert excluded.notes[-1] == "数える文書の種類を問わなければ4件ある（-p types=any）。"


def test_no_row_means_one_thing_or_the_other(gap) -> None:
    """That nobody is left, or that no source says who there is."""
    assert "参加国・地域を示す収録資料なし" in make_table(gap("2021-01-01"), "ja").title
    answer = gap()
    nobody_left = Answer(
        answer.query, answer.params, answer.columns, (), (), answer.coverage, answer.names,
        companions=answer.companions,
    )  # fmt: skip
    assert "すべての参加国・地域について" in make_table(nobody_left, "ja").title


def test_a_role_is_told_where_it_is_not_plain_membership(gap) -> None:
    fora = [row[3] for row in make_table(gap(), "ja", numbered=False).rows]
    assert "TQC（パートナー）" in fora[0]
    assert "MDQ（" not in fora[0]


def test_a_country_is_called_by_its_name(gap) -> None:
    """No abbreviation behind it, and in an English sentence with the article that it takes."""
    table = make_table(gap(party="UK"), "en")
    assert ", no instrument with the United Kingdom (between governments;" in table.title
    european = make_table(gap(party="EU"), "en").title
    assert ", no instrument with the European Union (EU) (" in european
    assert "、英国との政府間協力文書" in make_table(gap(party="UK"), "ja").title


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory):
    """A saved query put to the small record, as a table."""
    folder = tmp_path_factory.mktemp("small")
    build(write_small_world(folder / "record"), folder / "graph.kgl")
    with EmbeddedStore(folder / "graph.kgl") as store:

        def table(query: str, lang: str, as_of: str = "2026-11-25", **params: str) -> Table:
            answer = run(
                find_query(query), params, as_of=as_of, settings={"party": "JP"}, store=store
            )
            return make_table(answer, lang)

        yield table


def test_codes_of_several_vocabularies_are_words(small) -> None:
    ja, en = (
        [row[:2] for row in small("country-relations", lang, country="GB").rows]
        for lang in ("ja", "en")
    )
    assert ("政府間", "協力覚書（MOC）") in ja
    assert ("公募", "公募") in ja
    assert ("Forum", "Joint committee") in en
    assert ("Meeting", "Meeting (edition)") in en


def test_what_no_source_says_is_said(small) -> None:
    row = small("forum-history", "ja", forum="dialogue").rows[1]
    assert row[:6] == ("第2回（開催未確認）", *["収録資料なし"] * 5)
    (works,) = [
        row
        for row in small("institution-ties", "en", organisation="institute").rows
        if row[0] == "World Body"
    ]
    assert works[1:5] == ("no source held", "Project", "1 June 2025", "no source held")


def test_editions_are_counted_as_known_and_as_held(small) -> None:
    assert (
        "資料から分かる4回のうち、開催を確認できるもの2回"
        in small("forum-history", "ja", forum="dialogue").title
    )
    assert (
        "from sources: 4, of which confirmed as held: 2"
        in small("forum-history", "en", forum="dialogue").title
    )


def test_a_number_of_members_says_how_far_it_is_all(small) -> None:
    ja, en = (small("partner-gap", lang, forum="alliance").title for lang in ("ja", "en"))
    assert "4か国（資料に名のあるもの、うちパートナー1か国、うちオブザーバー1か国）のうち" in ja
    assert "(those named in sources; partner: 1 country; observer: 1 country) in the" in en


def test_numbers_are_not_counted(small) -> None:
    """Rows of numbers that there would be are no documents."""
    none = small("headline-counts", "ja", party="KR")
    assert none.title.startswith("韓国の政府間協力文書（量子に特化）を示す収録資料なし")
    assert none.notes[-1] == "量子の扱いを問わなければある（-p scope=any）。"


def test_nothing_is_not_said_to_be_unknown(small) -> None:
    unions = small("headline-counts", "en").rows[2]
    assert unions[:2] == ("Unions", "0")
    assert unions[3:5] == ("―", "―")


def test_what_is_disputed_is_marked(small) -> None:
    table = small("fora-overlap", "ja", parties="DK, JP", fora="dialogue")
    assert [row[:5] for row in table.rows] == [
        ("デンマーク", "対話", "参加・加盟", "―", "▲"),
        ("日本", "対話", "参加・加盟", "―", ""),
    ]


def test_text_in_both_languages(small) -> None:
    ja, en = (small("headline-counts", lang).rows[0][2] for lang in ("ja", "en"))
    assert ja.startswith("二者間")
    assert en.startswith("signed or operative")


def test_ties_are_told_by_their_names(small) -> None:
    rows = small("thin-evidence", "ja", kind="Commitment").rows
    assert rows[0][:3] == ("研究者の交流", "…により実施", "共同研究")
    assert ("研究者の交流", "期限", "2025年6月30日") in [row[:3] for row in rows]


def test_the_sentence_says_what_was_asked_for(small) -> None:
    assert small("upcoming", "ja", as_of="2025-05-01", parties="JP,UK").title.startswith(
        "日本、英国が関わる今後6か月の日程"
    )
    assert small("thin-evidence", "en", kind="Call", max_sources="2").title.startswith(
        "Call: values that rest on no more than 2 source(s)"
    )
    assert small("headline-counts", "ja", as_of="2025-07-01").title.startswith(
        "日本の政府間協力文書（量子に特化）：1件、1か国"
    )
    assert "2024、2025" in small("signatories", "ja", years="2024-2025").title


def test_a_difference_about_a_tie_is_told_in_words(tmp_path: Path) -> None:
    """One source says that the United States are a member, another that they convene it."""
    folder = tmp_path / "record"
    shutil.copytree(RECORD, folder)
    forum = folder / "fora/mdq.yaml"
    said = "- {who: country:US, role: member,"
    rivals = "- {who: country:US, role: [member, {is: convenor, by: sunnylands-qdg}],"
    text = forum.read_text(encoding="utf-8")
    assert said in text
    forum.write_text(text.replace(said, rivals), encoding="utf-8")
    build(folder, tmp_path / "graph.kgl")
    with EmbeddedStore(tmp_path / "graph.kgl") as store:
        for lang, title, subject in (
            ("ja", "資料により異なる点：1件", "米国 ― 量子多国間対話（MDQ）（参加）"),
            ("en", "Points on which sources differ: 1", "United States takes part in Multilateral"),
        ):
            answer = run(
                find_query("conflicts"), {"subject": "country:US", "kind": "value"},
                as_of="2026-11-21", settings={"party": "JP"}, store=store,
            )  # fmt: skip
            table = make_table(answer, lang)
            assert table.title.startswith(title)
            ((about, what, *_),) = table.rows
            assert about.startswith(subject)
            assert what == {"ja": "役割", "en": "role"}[lang]
            made = make_card(store, "forum:mdq", lang=lang, as_of="2026-11-21", own="country:JP")
            (block,) = (block for block in made.blocks if block.key == "differences")
            assert any(
                {"ja": "招集国", "en": "convenor"}[lang] in line.text for line in block.lines
            )
