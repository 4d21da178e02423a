"""Answers as a reader sees them: counting words, numbers of sources, what need not be said twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.stores.embedded import EmbeddedStore
from queries.catalogue import find_query
from queries.results import Answer
from queries.run import run
from visualizations.table import Table, make_table
from visualizations.wording import counted

RECORD = Path(__file__).parents[2] / "data"
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def gap(tmp_path_factory: pytest.TempPathFactory):
    """`partner-gap` for the MDQ, by day and parameters."""
    path = tmp_path_factory.mktemp("graph") / "graph.kgl"
    build(RECORD, path)
    with EmbeddedStore(path) as store:

        def ask(as_of: str = "2026-11-21", **params: str) -> Answer:
            return run(
                find_query("partner-gap"), {"forum": "MDQ", **params},
                as_of=as_of, settings={"party": "JP"}, store=store,
            )  # fmt: skip

        yield ask


def names(*ids: str) -> dict[str, dict[str, str]]:
    kinds = {"country": "Country", "union": "Union", "agreement": "Agreement"}
    found = {}
    for id_ in ids:
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
    assert titles(make_table(gap(level="any"), "en"))[1] == (
        "In the Multilateral Dialogue on Quantum (MDQ), an instrument with Japan (between anyone; dedicated to quantum) "
        "can be confirmed with 6 countries"
    )


def test_a_condition_that_the_sentence_leaves_out_is_told(gap) -> None:
    table = make_table(gap(types="letter_of_intent"), "ja")
    assert table.notes == ("条件：数える文書の種類＝意向表明書（LoI）",)
    assert make_table(gap(scope="includes"), "ja").notes == ()
    excluded, _ = table.below
    assert excluded.notes == ("数える文書の種類を問わなければ4件ある（-p types=any）。",)


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
