"""`find` and `show` as a person runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from enishi.builds import build

SHOW = ("show", "英国", "--as-of", "2026-11-21")


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("ja", ("「意向表明書」：日EU間の量子科学技術に関する協力趣意書", "名称の一部「日EU量子連携推進に係る意向表明書」")),
        ("en", ("'意向表明書': Letter of Intent on cooperation", "Instrument")),
    ],
)  # fmt: skip
def test_one_is_found(asked, lang: str, says: tuple[str, ...]) -> None:
    done = asked("find", "意向表明書", "--lang", lang)
    assert (done.code, done.err) == (0, "")
    flat = "".join(line.strip() for line in done.out.splitlines())
    assert says[0] in flat
    for part in says[1:]:
        assert part[:8] in done.out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("日英", "「日英」に当たるものが[0-9]+件ある。名称を詳しくするか、IDで指定する。"),
        ("Sweeden", "「Sweeden」という名称は収録資料にない。似た名称：[0-9]+件"),
        ("xyzzy", "「xyzzy」という名称も、似た名称も、収録資料にない。"),
    ],
)
def test_what_is_not_sure_is_asked_back(asked, text: str, says: str) -> None:
    done = asked("find", text, "--lang", "ja")
    assert (done.code, done.err) == (1, "")
    assert re.fullmatch(says, done.out.splitlines()[0])


def test_words_need_no_quotes(asked) -> None:
    assert asked("find", "United", "Kingdom").code == 0


def test_find_as_json(asked) -> None:
    done = asked("find", "LoI", "--format", "json")
    found = json.loads(done.out)
    assert (done.code, found["text"], found["found"]) == (
        0,
        "LoI",
        "agreement:jp-eu-quantum-loi-2025",
    )
    assert found["matches"][0]["by"] == "kind"
    several = asked("find", "日英", "--format", "json")
    assert (several.code, json.loads(several.out)["found"]) == (1, None)


def test_a_record_with_two_of_one_abbreviation(enishi, small_record: Path, monkeypatch) -> None:
    folder = small_record / "organisations"
    folder.mkdir()
    for slug, ja in (("qst", "量子科学技術研究開発機構"), ("qst-korea", "量子科学技術院")):
        (folder / f"{slug}.yaml").write_text(
            f"id: org:{slug}\nby: s1\nname: {{ja: {ja}, en: Institute {slug}}}\ntype: research_institute\n"
            "names: [{en: QST, use: abbreviation}]\nlocated_in: [{is: country:JP}]\n",
            encoding="utf-8",
        )
    args = ("--record", small_record, "--lang", "ja")
    done = enishi("find", "QST", *args)
    assert done.code == 1
    assert "「QST」に当たるものが2件ある" in done.out
    assert "org:qst " in done.out
    assert "org:qst-korea" in done.out
    shown = enishi("show", "QST", *args)
    assert (shown.code, shown.out) == (1, "")
    assert "「QST」に当たるものが2件ある" in shown.err
    assert enishi("show", "量子科学技術院", *args).code == 0


@pytest.mark.parametrize("name", ["英国", "UK", "GB", "eikoku", "country:GB"])
def test_a_card_by_any_name(asked, name: str) -> None:
    done = asked("show", name, "--as-of", "2026-11-21", "--lang", "ja")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "英国 United Kingdom（国・地域）\n\n協力覚書あり（2025年4月28日署名）"
    )
    assert "基準日：2026年11月21日" in done.out.splitlines()[-1]


def test_a_card_in_each_form(asked, tmp_path: Path) -> None:
    assert asked(*SHOW, "--lang", "en").out.startswith("United Kingdom 英国 (Country or region)\n")
    assert asked(*SHOW, "--lang", "ja", "--format", "md").out.startswith("# 英国 United Kingdom\n")
    card = json.loads(asked(*SHOW, "--lang", "ja", "--format", "json").out)
    assert (card["id"], card["coverage"]["as_of"]) == ("country:GB", "2026-11-21")
    path = tmp_path / "card.md"
    done = asked(*SHOW, "--format", "md", "-o", path)
    assert (done.code, done.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("name", "says"), [("xyzzy", "nor anything like it"), ("Sweeden", "country:SE")]
)
def test_no_card_without_one_thing(asked, name: str, says: str) -> None:
    done = asked("show", name)
    assert (done.code, done.out) == (1, "")
    assert says in done.err


def test_the_party_of_the_reader(asked, monkeypatch) -> None:
    monkeypatch.setenv("ENISHI_PARTY", "UK")
    done = asked("show", "日本", "--lang", "ja", "--as-of", "2026-11-21")
    assert done.out.splitlines()[2].startswith("協力覚書あり")


def test_a_card_as_known_on_a_day(enishi, tmp_path: Path) -> None:
    """On 6 May 2025 the letter was planned by the deck's word; in the graph of now it was signed on 13 May."""
    store = tmp_path / "graph.kgl"
    build(Path(__file__).parents[2] / "data", store, "2025-05-12")
    done = enishi("show", "EU", "--store", store, "--as-of", "2025-05-06", "--lang", "ja")
    assert done.code == 0
    assert "確認できない" in done.out.splitlines()[2]
