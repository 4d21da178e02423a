"""Cards: blocks in their order, nothing dropped, each line with its sources, offices as of the day."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from enishi.builds import build
from graphmodel.batch import GraphBatch, NodeRow, Properties, TieRow
from graphmodel.stores import GraphStore
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.stores.remembering import RememberingStore
from graphmodel.vocab import Certainty
from queries.catalogue import find_query
from queries.run import run
from tests.shipped import ShippedGraph
from visualizations.card import HEADINGS, Card, card_text
from visualizations.cards import card_kinds, make_card
from visualizations.tenure import Tenure, Tenures

RECORD = Path(__file__).parents[2] / "data"
TODAY = "2026-11-21"
MINISTER = "office:cabinet-office-japan-minister-st-policy"
Make = Callable[..., Card]


@pytest.fixture(scope="module")
def record(shipped_graph: ShippedGraph) -> Iterator[RememberingStore]:
    with EmbeddedStore(shipped_graph()) as store:
        yield RememberingStore(store)


@pytest.fixture
def card(record: RememberingStore) -> Make:
    def make(id_: str, lang: str = "ja", as_of: str = TODAY, own: str = "country:JP") -> Card:
        return make_card(record, id_, lang=lang, as_of=as_of, own=own)

    return make


def lines(card: Card, key: str) -> list[str]:
    return [line.text for block in card.blocks if block.key == key for line in block.lines]


def test_the_united_kingdom(card: Make) -> None:
    """officer.md §2, step 2, as far as the record holds it."""
    uk = card("country:GB")
    assert (uk.title, uk.other_title) == ("英国", "United Kingdom")
    assert [line.text for line in card("country:GB", as_of="2025-11-30").summary] == [
        "協力覚書あり（2025年4月28日署名）",
        "直近：2025年11月6日 日英量子技術ミーティング・産官学ワークショップ",
        "次：G7産業・デジタル・技術大臣会合（2025年）（2025年12月8日～9日）",
    ]
    assert [line.text for line in uk.summary[1:]] == [
        "直近：2026年2月3日 JSTとEPSRCの日英量子技術共同研究プロジェクト群",
        "次：確認済みの予定なし",
    ]
    assert [block.key for block in uk.blocks] == [
        "government", "bodies", "together_with", "history", "after", "unclear", "ahead", "policy",
        "programmes", "fora", "desk", "differences",
    ]  # fmt: skip
    assert lines(uk, "government")[-1] == (
        "「日英間の量子科学技術に関する協力覚書」▲（協力覚書（MOC）、2025年4月28日署名）"
        "／署名主体：内閣府、英国科学・イノベーション・技術省"
        "／協力分野：商業化と民間投資、研究・イノベーション対話、安全保障政策対話、標準化・ガバナンス、サプライチェーン、人材育成と交流"
        "／技術領域：量子コンピュータ、量子計測・センシング、量子技術"
        "／署名：城内 実 内閣府特命担当大臣（科学技術政策）（当時）、バランス卿 英国科学・研究・イノベーション担当閣外大臣＊"
    )
    chain, together = lines(uk, "history")
    assert re.search(r"（2023年11月7日） →120日→ .*（2024年3月6日） ⇢418日⇢ 「日英間の", chain)
    assert together.startswith("併せて公表：Q-STARとUKQuantumの")
    assert (
        "2025年11月6日　日英量子技術ミーティング・産官学ワークショップ（在英国日本国大使館）"
        in lines(uk, "after")
    )
    assert lines(uk, "after")[-1] == (
        "2026年2月3日　JSTとEPSRCの日英量子技術共同研究プロジェクト群（共同研究課題・共同事業、公表、実施中）"
    )
    assert lines(uk, "unclear") == ["2025年　JSTとEPSRCの日英量子技術共同公募（公募、公表）"]
    assert "2026年6月（確認できない）　G7エビアン・サミット" in lines(uk, "ahead")
    assert "量子多国間対話（MDQ）" in lines(uk, "fora")
    assert "NATO環大西洋量子コミュニティ（TQC）（議長国、日本：パートナー）" in lines(uk, "fora")
    assert {"経済産業省", "内閣府"} <= {line.partition("：")[0] for line in lines(uk, "desk")}
    assert lines(uk, "differences") == [
        "▲ 日英間の量子科学技術に関する協力覚書：文書名（日本語）：日英間の量子科学技術に関する協力覚書／量子技術分野における協力覚書"
    ]
    policy = lines(uk, "policy")
    assert policy[0] == "英国国家量子戦略（仮称）（国家戦略、2023年3月15日）"
    assert "英国国家量子戦略の投資（複数年の投資・事業費）：25億ポンド（10年間の額）" in policy
    assert "重要技術に選定：量子（「科学技術フレームワーク」、2023年）" in policy
    assert (
        policy.index("Q1論文数（量子コンピュータ）：4位（2014年～2018年）、5位（2019年～2024年）")
        < len(policy) - 1
    )
    assert policy[-1].startswith("測り方（全論文数、Q1論文数）：内閣府。")


def test_the_same_in_english(card: Make) -> None:
    uk = card("country:GB", "en")
    text = card_text(uk)
    assert (
        "KIUCHI Minoru (then Minister of State for Science and Technology Policy), Lord Vallance"
        in text
    )
    assert "→120 days→" in text
    assert "£2.5bn / £2.5 billion" in text
    assert "SINCE THEN (SEQUENCE, NOT CAUSE)" in text
    assert "No confirmed date ahead" in text
    assert "AGREEMENT" not in text


def test_what_a_thing_is_stands_as_names_with_values(card: Make) -> None:
    (about,) = next(
        b.lines for b in card("agreement:jp-eu-quantum-loi-2025").blocks if b.key == "about"
    )
    pairs = dict(about.pairs)
    assert pairs["種類"] == "意向表明書（LoI）"
    assert pairs["当事者"] == "日本（内閣府）、EU（欧州委員会）"
    assert {"country:JP", "union:EU", "org:european-commission"} <= set(about.about)
    assert about.text == "／".join(f"{name}：{value}" for name, value in about.pairs)


def test_editions_without_a_day_stand_where_their_number_puts_them(card: Make) -> None:
    said = [
        re.sub("▲$", "", line.partition("　")[2]) for line in lines(card("forum:mdq"), "meetings")
    ]
    assert said[0] == "量子情報に関する国際円卓会議"
    marks = {2: "（開催未確認）", 3: "（開催未確認）"}
    assert said[1:] == [f"第{n}回量子多国間対話{marks.get(n, '')}" for n in range(2, 8)]


def test_where_sources_differ_about_an_edition_its_forum_says_so(card: Make) -> None:
    differences = lines(card("forum:mdq"), "differences")
    assert any(line.startswith("▲ 第4回量子多国間対話：") for line in differences)


def test_an_empty_block_is_never_dropped(card: Make) -> None:
    text = card_text(card("country:VN"))
    assert "【相手方の政策】\n・収録資料なし\n" in text
    assert "【相手方の事業・制度】\n・収録資料なし\n" in text
    assert "【資料による相違】\n・収録資料の間に相違なし\n" in card_text(card("country:KR"))


def test_where_there_is_no_instrument_it_is_told_as_not_confirmed(card: Make) -> None:
    korea = card("country:KR")
    assert korea.summary[0].text == "日本との政府間協力文書（量子に特化）は確認できない"
    assert [block.key for block in korea.blocks][4] == "events"
    assert "未締結" not in card_text(korea)


@pytest.mark.parametrize("id_", ["country:TW", "country:GL"])
def test_of_what_is_no_state_nothing_is_said_between_governments(card: Make, id_: str) -> None:
    assert not any("政府間" in line.text for line in card(id_).summary)


def test_the_european_union_and_what_is_ahead(card: Make) -> None:
    eu = card("union:EU")
    assert eu.summary[0].text == "意向表明書あり（2025年5月13日署名）"
    assert eu.summary[2].text == "次：確認済みの予定なし"
    assert "2026年（確認できない）　第4回日EUデジタルパートナーシップ閣僚級会合" in lines(
        eu, "ahead"
    )
    assert lines(eu, "after") == [
        "2025年5月13日　日EU量子共同研究プロジェクトQ-NEKO（共同研究課題・共同事業、公表）"
    ]
    assert re.search(
        r"⇢160日⇢ .*（2025年5月13日、▲資料により2025年5月12日）", lines(eu, "history")[0]
    )
    assert any("署名日：2025年5月13日／2025年5月12日" in line for line in lines(eu, "differences"))


@pytest.mark.parametrize(
    ("partner", "document"),
    [
        ("country:GB", "agreement:jp-uk-quantum-moc-2025"),
        ("union:EU", "agreement:jp-eu-quantum-loi-2025"),
        ("country:US", "agreement:us-jp-tokyo-statement-2019"),
    ],
)
def test_what_came_after_is_the_same_for_a_partner_its_document_and_the_query(
    card: Make, record: RememberingStore, partner: str, document: str
) -> None:
    given = {"agreement": document, "as_of": TODAY}
    steps = record.read(find_query("after-signature").statement, given).records()
    blocks = {block.key: block.lines for block in card(partner).blocks}
    assert blocks["after"] == {b.key: b.lines for b in card(document).blocks}["after"]
    told = {id_ for line in blocks["after"] for id_ in line.about}
    after = {step["step"] for step in steps if step["link"] != "unclear"}
    assert told <= after
    assert len(told) == min(len(after), 12)
    unclear = {id_ for line in blocks.get("unclear", ()) for id_ in line.about}
    assert unclear <= {step["step"] for step in steps if step["link"] == "unclear"}


@pytest.mark.parametrize("about", ["country:GB", "union:EU", "country:SG", "forum:mdq", "forum:g7"])
def test_what_is_ahead_is_what_the_query_holds(
    card: Make, record: RememberingStore, about: str
) -> None:
    answer = run(
        find_query("upcoming"),
        {"partner": about},
        as_of=TODAY,
        settings={"party": "country:JP"},
        store=record,
    )
    (block,) = (block for block in card(about).blocks if block.key == "ahead")
    assert [line.about for line in block.lines] == [(row["id"],) for row in answer.rows]
    for line, row in zip(block.lines, answer.rows, strict=True):
        word = Certainty(row["certainty"]).ja.partition("（")[0]
        assert f"（{word}）" in line.text


def test_what_a_source_says_is_under_way_is_nowhere_ahead(card: Make) -> None:
    for partner in ("country:GB", "country:JP"):
        text = "".join(lines(card(partner), "ahead"))
        assert "EPSRC" not in text
        assert "量子ドット" not in text


def test_before_a_memorandum_there_is_none(card: Make) -> None:
    uk = card("country:GB", as_of="2025-04-27")
    assert uk.summary[0].text.endswith("確認できない")
    assert not any("2025年4月28日" in line for line in lines(uk, "government"))
    assert lines(uk, "history") == []


def test_from_the_other_side(card: Make) -> None:
    japan = card("country:JP", "en", own="country:GB")
    (moc,) = (line for line in lines(japan, "government") if "Quantum Science" in line)
    assert moc.index("Lord Vallance") < moc.index("KIUCHI")
    assert moc.index("Department for Science") < moc.index("Cabinet Office")


def test_our_own_side_has_no_partners_blocks(card: Make) -> None:
    own = card("country:JP")
    assert [block.key for block in own.blocks] == [
        "government",
        "bodies",
        "events",
        "own_policy",
        "targets",
        "takes_part",
        "differences",
    ]
    assert own.summary == ()
    money = [line for line in lines(own, "own_policy") if "予算" in line and "：" in line]
    assert any(
        line.endswith("：約215億円（「量子技術イノベーション戦略」のうち予算関連事項のみ）")
        for line in money
    )
    assert not any("内数" in line for line in money)
    assert any("内訳" in line for line in lines(own, "own_policy"))
    assert lines(own, "events")[0].startswith("（それ以前に")
    assert "NATO環大西洋量子コミュニティ（TQC）（パートナー）" in lines(own, "takes_part")


def test_a_forum(card: Make) -> None:
    qdg = card("forum:qdg")
    convenor, members = lines(qdg, "members")
    assert convenor == "招集国（1か国）：米国"
    assert members.startswith("参加国（12か国）：豪州、カナダ▲、デンマーク")
    assert len(lines(qdg, "meetings")) == 4
    assert lines(qdg, "differences")[0].startswith("▲ 参加国・機関：13")
    assert len(lines(qdg, "differences")) == 1


def test_members_of_whom_no_source_lists_all_are_no_total(card: Make) -> None:
    chair, members, partners = lines(card("forum:nato-tqc"), "members")
    assert chair == "議長国（1か国）：英国"
    assert members.startswith("参加国（資料に名のあるもの、7か国）：")
    assert partners.startswith("パートナー（資料に名のあるもの、3か国＋EU）：")
    assert lines(card("forum:mdq"), "members")[0].startswith("参加国（13か国）：")


def test_an_instrument_with_what_came_later(card: Make) -> None:
    moc = card("agreement:jp-uk-quantum-moc-2025")
    assert lines(moc, "signatories") == [
        "城内 実 内閣府特命担当大臣（科学技術政策）（当時）",
        "バランス卿 英国科学・研究・イノベーション担当閣外大臣＊",
    ]
    assert all(line.sources for block in moc.blocks for line in block.lines)
    after = lines(moc, "after")
    assert any(line.startswith("2025年11月6日　日英量子技術ミーティング") for line in after)
    assert not any("日付の記載なし" in line for line in after)
    letter = card("agreement:jp-eu-quantum-loi-2025")
    assert lines(letter, "related")[0].startswith(
        "基となる文書：「科学技術における協力に関する日本国政府と欧州共同体との間の協定」"
    )


def test_an_organisation(card: Make) -> None:
    office = card("org:cabinet-office-japan")
    told = lines(office, "instruments")
    assert len(told) == len(set(told)) >= 11
    assert "2025年4月28日　「日英間の量子科学技術に関する協力覚書」▲" in told
    assert "城内 実 内閣府特命担当大臣（科学技術政策）（当時）" in lines(office, "people")
    assert any("第7回量子多国間対話" in line for line in lines(office, "meetings"))


def test_hubs_stand_by_their_type_in_what_they_belong_to(card: Make) -> None:
    told = lines(card("org:qih"), "about")
    assert (
        "拠点（機関内センター型）：量子デバイス開発拠点、量子生命拠点、量子セキュリティ拠点" in told
    )
    assert any(
        line.startswith("内部の組織・拠点：") and "量子国際連携拠点" in line for line in told
    )
    told = lines(card("org:qih", "en"), "about")
    assert any(line.startswith("Hubs (Centre within an institute): ") for line in told)


def test_a_person(card: Make) -> None:
    person = card("person:minoru-kiuchi")
    (office,) = lines(person, "offices")
    assert office.startswith(
        "内閣府特命担当大臣（科学技術政策）（当時）（資料で確認できる日：2025年1月9日、"
    )
    assert [line.partition("　")[0] for line in lines(person, "instruments")] == [
        "2025年1月9日", "2025年4月28日", "2025年5月13日", "2025年6月26日", "2025年10月5日",
    ]  # fmt: skip
    mclean = card("person:angela-mclean", "en")
    assert lines(mclean, "meetings") == [
        "7 November 2023: 12th UK-Japan Joint Committee Meeting on Cooperation in Science and Technology (led)"
    ]


def test_what_was_agreed_and_what_came_of_it(card: Make) -> None:
    item = "量子技術の協力分野を特定するためのワークショップを開催する"
    agreed = lines(card("meeting:jp-uk-jc-12-2023"), "agreed")
    assert f"{item}（実施状況：実施済み）" in agreed
    made = card("commitment:jp-uk-jc12-workshop")
    assert made.title == item
    assert lines(made, "agreed_in") == ["2023年11月7日　第12回日英科学技術協力合同委員会"]
    assert lines(made, "delivery") == ["2024年3月6日　第1回日英量子技術ワークショップ"]


def test_a_field_an_office_and_what_a_body_does(card: Make) -> None:
    field = card("field:standards-and-governance", "en")
    assert any("17 June 2025" in line for line in lines(field, "covered"))
    assert not any("17 June 2025" in line for line in lines(
        card("field:standards-and-governance", "en", as_of="2025-06-01"), "covered"
    ))  # fmt: skip
    office = card(MINISTER, "en")
    holders = lines(office, "holders")
    assert any(line.startswith("KIUCHI Minoru: ") and "(then)" in line for line in holders)
    jst = card("org:jst")
    assert any("先端国際共同研究推進事業" in line for line in lines(jst, "engaged_in"))


def test_cards_of_policy(card: Make) -> None:
    share = card("budget:jp-nict-grant-fy2020-fusion")
    assert "／金額：279億円の内数／前年度の金額：271億円の内数" in lines(share, "about")[0]
    (about, _) = lines(card("budget:jp-nict-grant-fy2020-fusion", "en"), "about")
    assert "; Amount: an unstated part of JPY 27.9 billion; " in about
    assert any(line.endswith("：279億円の内数") for line in lines(card("org:nict"), "money"))
    assert (
        "量子デバイス開発拠点（AIST）（当初予算、2020年度）：616億円*の内数（*は産総研の運営費交付金総額）"
        in lines(card("org:aist"), "money")
    )
    strategy = card("strategy:jp-quantum-strategy-2020")
    assert lines(strategy, "issued") == ["策定・公表：日本（統合イノベーション戦略推進会議）"]
    assert any("ほか" in line for line in lines(strategy, "within"))
    ranks = card("indicator:q1-papers-quantum-computing-2014-2018")
    assert lines(ranks, "positions")[0] == "米国（1位）"
    assert lines(ranks, "positions")[-1] == "日本（6位、5.09％）"
    target = card("target:jp-yearly-symposium")
    assert lines(target, "bears_on")[0].startswith("量子科学技術イノベーション国際シンポジウム")
    assert not any(
        "達成" in line for block in target.blocks for line in [said.text for said in block.lines]
    )


def test_a_meeting(card: Make) -> None:
    committee = card("meeting:jp-uk-jc-12-2023", "en")
    assert "Present: Japan, United Kingdom" in lines(committee, "people")
    assert lines(committee, "after") == [
        "6 March 2024: 1st Japan-UK Quantum Technology Workshop (stated)"
    ]


def ids(record: RememberingStore) -> list[str]:
    rows = record.read(
        "MATCH (n:Entity) WHERE n.kind IN $kinds RETURN n.id AS id ORDER BY id",
        {"kinds": list(card_kinds())},
    ).records()
    return [row["id"] for row in rows]


@pytest.mark.parametrize(("lang", "as_of"), [("ja", TODAY), ("en", TODAY), ("ja", "2025-05-01")])
def test_every_card_can_be_made(
    record: RememberingStore, card: Make, lang: str, as_of: str
) -> None:
    found = ids(record)
    assert len(found) > 150
    for id_ in found:
        made = card(id_, lang, as_of)
        text = card_text(made)
        body = re.split(r"\n1\) ", text)[0]
        assert not re.search(r"None|not_recorded|\w_\w|[a-z]:[a-z]", body), body
        assert "[]" not in body
        for block in made.blocks:
            assert HEADINGS[block.key]
            for line in block.lines:
                before = line.text.startswith(("（それ以前に", "("))
                assert line.sources or before, (id_, block.key, line.text)
        json.dumps(made.as_json())
        if lang == "ja":
            assert not re.search(r"[ぁ-ん一-龥]\(|\)[ぁ-ん一-龥]", body), body
            assert "未締結" not in body
            assert "矛盾" not in body


def test_numbers_are_those_of_the_footnotes(card: Make) -> None:
    text = card_text(card("country:GB"))
    cited = {int(number) for number in re.findall(r"(?<=[　 ])(\d+)\)", text.partition("\n1) ")[0])}
    listed = [int(number) for number in re.findall(r"^(\d+)\) ", text, re.MULTILINE)]
    assert listed == sorted(cited) == list(range(1, len(listed) + 1))


def test_marks_are_explained_where_they_are(card: Make) -> None:
    text = card_text(card("country:GB"))
    for mark in ("\n▲ 資料により異なる。", "\n＊ 現職かは要確認", "\n→ 資料が明記"):
        assert mark in text
    assert "要確認" not in card_text(card("org:riken"))


def test_as_json(card: Make) -> None:
    made = card("country:GB").as_json()
    assert list(made) == [
        "id",
        "title",
        "other_title",
        "kind",
        "summary",
        "blocks",
        "sources",
        "coverage",
    ]
    cited = {s for block in made["blocks"] for line in block["lines"] for s in line["sources"]}
    assert cited <= {source["id"] for source in made["sources"]}
    assert "enishi" not in cited


def test_in_markdown(card: Make) -> None:
    text = card_text(card("country:GB"), markdown=True)
    assert text.startswith("# 英国 United Kingdom\n")
    assert "\n## 経緯\n- 第12回" in text


# Calls, projects, programmes, fields -------------------------------------------------------------------------------

ADDED = {
    "calls/joint.yaml": """\
id: call:joint
by: deck-2025
name: {ja: 日英共同公募, en: Joint call}
stage: closed
scope: dedicated
closes_on: 2025-05-23
participants: [{who: country:JP}, {who: country:GB}]
administrators: [{who: org:nict}]
""",
    "projects/undated.yaml": """\
id: project:undated
by: deck-2025
name: {ja: 日付のない課題, en: Undated project}
stage: running
scope: dedicated
participants: [{who: org:nict}, {who: org:ukri}]
""",
    "projects/of-three.yaml": """\
id: project:of-three
by: deck-2025
name: {ja: 3者の課題, en: Project of three}
stage: running
scope: dedicated
started_on: 2025-06-01
participants: [{who: country:JP}, {who: country:GB}, {who: country:US}]
""",
    "programmes/national.yaml": """\
id: programme:national
by: deck-2025
name: {ja: 英国の量子計画, en: UK quantum programme}
type: funding_programme
started_on: 2024-04
administrators: [{who: org:ukri}]
""",
    "fields/people.yaml": """\
id: field:people
by: enishi
name: {ja: 人材育成, en: Training}
type: cooperation_area
""",
}


@pytest.fixture(scope="module")
def with_activities(tmp_path_factory: pytest.TempPathFactory):
    """The shipped record, with a call, projects, a programme and a field added."""
    folder = tmp_path_factory.mktemp("record") / "data"
    shutil.copytree(RECORD, folder)
    for name, text in ADDED.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    memorandum = folder / "agreements/jp-uk-quantum-moc-2025.yaml"
    text = memorandum.read_text(encoding="utf-8")
    text = text.replace("\ncovers:\n", "\ncovers:\n- {is: field:people, by: deck-2025}\n")
    memorandum.write_text(text, encoding="utf-8")
    build(folder, folder.parent / "graph.kgl")
    with EmbeddedStore(folder.parent / "graph.kgl") as store:
        yield store


def test_calls_and_projects_are_told(with_activities: EmbeddedStore) -> None:
    uk = make_card(with_activities, "country:GB", lang="ja", as_of=TODAY, own="country:JP")
    after = lines(uk, "after")
    assert "2025年5月23日　日英共同公募（公募、締切）" in after
    assert not any("3者の課題" in line for line in after)
    assert "2024年4月　英国の量子計画（事業・制度・プログラム）" in lines(uk, "programmes")
    (fields,) = re.findall("／協力分野：(.*?)／", lines(uk, "government")[-1])
    assert "人材育成" in fields
    (nict,) = (line for line in lines(uk, "desk") if "情報通信研究機構" in line)
    assert "日英共同公募（2025年5月23日）" in nict
    assert "日付のない課題" in nict


def test_what_has_no_date_is_not_told_as_later(with_activities: EmbeddedStore) -> None:
    """Nor what has a year that began before; where there is nothing to come after, it stands with the rest."""

    def told(lang: str, as_of: str) -> Card:
        return make_card(with_activities, "country:GB", lang=lang, as_of=as_of, own="country:JP")

    uk = told("ja", TODAY)
    assert not any("日付のない課題" in line for line in lines(uk, "after"))
    assert not any(line.startswith("2025年　") for line in lines(uk, "after"))
    unclear = lines(uk, "unclear")
    assert any(line.startswith("2025年　") for line in unclear)
    assert unclear[-1].startswith("日付の記載なし：")
    assert "日付のない課題" in unclear[-1]
    assert not any("日英間の量子科学技術に関する協力覚書" in line for line in unclear)
    assert "WHETHER BEFORE OR AFTER IT CANNOT BE CONFIRMED\n" in card_text(told("en", TODAY))
    before = told("ja", "2025-04-27")
    assert lines(before, "unclear") == []
    assert "日付のない課題" in lines(before, "events")[-1]


def test_before_its_day_a_call_is_not_told(with_activities: EmbeddedStore) -> None:
    uk = make_card(with_activities, "country:GB", lang="en", as_of="2025-05-22", own="country:JP")
    assert not any("Joint call" in line for line in lines(uk, "after"))


# Offices ----------------------------------------------------------------------------------------------------------


def tenures(store: GraphStore, as_of: str, name: str = "大臣") -> Tenures:
    return Tenures(store, [MINISTER], {MINISTER: name}, as_of)


@pytest.mark.parametrize(
    ("as_of", "person", "expected"),
    [
        ("2025-06-01", "person:minoru-kiuchi", Tenure.IN_OFFICE),
        ("2025-10-27", "person:minoru-kiuchi", Tenure.IN_OFFICE),
        ("2025-10-28", "person:minoru-kiuchi", Tenure.PAST),
        ("2025-11-01", "person:kimi-onoda", Tenure.IN_OFFICE),
        ("2026-07-11", "person:kimi-onoda", Tenure.IN_OFFICE),
        ("2026-07-12", "person:kimi-onoda", Tenure.TO_BE_CONFIRMED),
        ("2036-01-08", "person:kimi-onoda", Tenure.TO_BE_CONFIRMED),
        ("2036-01-11", "person:kimi-onoda", Tenure.PAST),
    ],
)
def test_a_minister_by_the_day(
    record: RememberingStore, as_of: str, person: str, expected: Tenure
) -> None:
    """Shown until 5 October 2025, a successor from 28 October; she last on 9 January 2026."""
    assert tenures(record, as_of).of(person, MINISTER) is expected


def test_of_a_post_of_several_nobody_is_the_successor(record: RememberingStore) -> None:
    held_by_several = tenures(record, "2025-11-01", "内閣府副大臣")
    assert held_by_several.of("person:minoru-kiuchi", MINISTER) is Tenure.IN_OFFICE


def test_days_that_sources_show(record: RememberingStore) -> None:
    days = tenures(record, "2025-05-01").days("person:minoru-kiuchi", MINISTER)
    assert days == ["2025-01-09", "2025-04-28"]


def test_an_end_that_a_source_gives(tmp_path: Path) -> None:
    def node(id_: str, kind: str) -> NodeRow:
        props: Properties = {
            "id": id_,
            "kind": kind,
            "name_ja": "名",
            "name_en": "n",
            "sources": ["s"],
        }
        return NodeRow(id_, (kind,), props)

    tie_id = f"person:a HOLDS {MINISTER}"
    props: Properties = {
        "id": tie_id, "sources": ["s"], "since": "2024-10-01", "since_min": "2024-10-01", "since_max": "2024-10-01",
        "until": "2025-03-31", "until_min": "2025-03-31", "until_max": "2025-03-31",
    }  # fmt: skip
    with EmbeddedStore(tmp_path / "graph.kgl") as store:
        store.replace(
            GraphBatch(
                [node("person:a", "Person"), node(MINISTER, "Office")],
                [TieRow(tie_id, "HOLDS", "person:a", MINISTER, props)],
            )
        )
        assert tenures(store, "2025-03-30").of("person:a", MINISTER) is Tenure.IN_OFFICE
        assert tenures(store, "2025-03-31").of("person:a", MINISTER) is Tenure.PAST
