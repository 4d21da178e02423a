"""Questions on the five documents that no saved query is made for: a short Cypher answers them, with sources.

What a saved query answers (budgets, strategies, choices, ranks, shares) stands in its expected answers.
"""

from __future__ import annotations

from typing import Any

from graphmodel.stores.embedded import EmbeddedStore
from tests.queries.conftest import Ask

SLIDES, REPORT = "strategy-slides-2019", "interim-report-2019"


def rows(graph: EmbeddedStore, statement: str) -> list[dict[str, Any]]:
    return graph.read(statement, {}).records()


def test_hubs_and_their_types(graph: EmbeddedStore) -> None:
    hubs = rows(
        graph,
        """
        MATCH (h:Hub)-[:LOCATED_IN]->(:Country {id: 'country:JP'})
        WHERE h.hub_stage IS NOT NULL
        RETURN h.id AS id, h.hub_type AS type, h.hub_stage AS stage, h.sources AS sources ORDER BY id
        """,
    )
    of_type = {
        row["id"] for row in hubs if row["type"] == "in_institute" and SLIDES in row["sources"]
    }
    assert of_type == {
        "org:aist-quantum-device-hub",
        "org:nict-quantum-security-hub",
        "org:qst-quantum-life-hub",
        "org:riken-quantum-materials-information-hub",
    }
    stages = {row["id"]: row["stage"] for row in hubs}
    assert stages["org:riken-quantum-materials-information-hub"] == "planned"
    assert stages["org:riken-quantum-computer-hub"] == "real"
    candidates = [id_ for id_, stage in stages.items() if stage == "candidate"]
    assert len(candidates) == 10
    assert all(row["sources"] for row in hubs)


def test_members_of_the_expert_council_of_2019_with_their_posts_of_the_day(
    graph: EmbeddedStore,
) -> None:
    members = rows(
        graph,
        """
        MATCH (p:Person)-[h:HOLDS]->(o:Office)-[:PART_OF]->(c:Entity {id: 'org:expert-council-quantum-technology-innovation'})
        MATCH (p)-[a:HOLDS]->(post:Office)-[:PART_OF]->(body:Organisation)
        WHERE a.valid = h.valid AND body.id <> c.id
        RETURN p.name_ja AS person, o.id AS seat, post.name_ja AS post, h.valid AS day, h.sources AS sources ORDER BY person
        """,
    )
    assert {row["person"] for row in members} == {
        "荒川 泰彦", "伊藤 公平", "五神 真", "小林 喜光", "佐々木 雅英", "寒川 哲臣", "十倉 好紀", "中村 祐一",
    }  # fmt: skip
    (chair,) = (row for row in members if row["seat"].endswith("-chair"))
    assert chair["person"] == "小林 喜光"
    posts = {row["person"]: row["post"] for row in members}
    assert posts["五神 真"] == "東京大学総長"
    assert {row["day"] for row in members} == {"2019-02-12"}
    assert all(REPORT in row["sources"] for row in members)


def test_sums_given_for_china_are_kept_apart_by_what_they_are_for(ask: Ask) -> None:
    answer = ask("policy-and-budget", {"countries": "中国"})
    sums = {row["policy"]: row for row in answer.rows if row["amount"]}
    purposes = {id_: row["includes"]["ja"] for id_, row in sums.items()}
    assert len(set(purposes.values())) == len(purposes) == 3
    assert purposes["budget:cn-quantum-lab-2019"].startswith("量子情報科学国家実験室の整備")
    assert purposes["budget:cn-quantum-site-2020"].startswith("一つの研究拠点施設の建設")
    assert purposes["budget:cn-quantum-total-2023"].startswith("量子技術分野への投資")
    cited = {id_: set(row["sources"]) - {"enishi"} for id_, row in sums.items()}
    assert cited == {
        "budget:cn-quantum-lab-2019": {REPORT},
        "budget:cn-quantum-site-2020": {SLIDES},
        "budget:cn-quantum-total-2023": {"shift-article"},
    }


def test_no_share_of_a_grant_is_anywhere_an_amount_of_its_own(graph: EmbeddedStore) -> None:
    shares = rows(
        graph,
        """
        MATCH (b:Budget) WHERE b.whole_amount IS NOT NULL
        RETURN b.id AS id, b.amount AS amount, b.marks AS marks ORDER BY id
        """,
    )
    assert len(shares) > 10
    for row in shares:
        assert row["amount"] is None
        assert {"share_of", "whole_programme"} & set(row["marks"])


def test_a_forecast_is_never_without_its_warning(graph: EmbeddedStore) -> None:
    forecasts = rows(
        graph,
        """
        MATCH (i:Indicator) WHERE i.type = 'market_forecast' AND 'critical-areas-2025' IN i.sources
        RETURN i.id AS id, i.caveat_ja AS caveat ORDER BY id
        """,
    )
    assert len(forecasts) == 4
    assert all("単純比較" in row["caveat"] for row in forecasts)
