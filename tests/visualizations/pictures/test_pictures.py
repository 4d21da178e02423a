"""Static pictures: what stands on them, that no labels overlap, and that the same picture gives the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text as Drawn
from PIL import Image

from graphmodel.stores.remembering import RememberingStore
from graphmodel.vocab import Level, Scope
from queries.catalogue import find_query
from queries.run import run
from visualizations.briefing.area import Area
from visualizations.briefing.lettering import GETA, lacking, width_of, wrapped
from visualizations.courses import passes_behind
from visualizations.output_rules.check import all_rules, read_verbatim
from visualizations.output_rules.passage import Passage, Produced, breaches
from visualizations.pictures.canvas import Canvas
from visualizations.pictures.chart import Told, draw_rows
from visualizations.pictures.coming import draw_coming
from visualizations.pictures.counts import Counted, draw_counts
from visualizations.pictures.files import FORMATS, Picture, picture_bytes, save
from visualizations.pictures.marks import Link, Row, Sure, draw_link, draw_mark
from visualizations.pictures.matrices import draw_fora, draw_pairs
from visualizations.pictures.measuring import crowding
from visualizations.pictures.network import draw_network
from visualizations.pictures.nodes_and_lines import Drawing
from visualizations.pictures.setting import NOTE, Setting, Size, Text
from visualizations.pictures.subjects import draw_answer, draw_ego, draw_first, draw_view
from visualizations.pictures.timeline import draw_timeline
from visualizations.scene import first_views
from visualizations.style import node_look
from visualizations.view_file import ViewFile

Make = Callable[..., Setting]
PARTNERS = [
    *(
        f"country:{code}"
        for code in (
            "AU",
            "CA",
            "DK",
            "FI",
            "FR",
            "DE",
            "IT",
            "NL",
            "KR",
            "SG",
            "SE",
            "CH",
            "GB",
            "US",
        )
    ),
    "union:EU",
]
UK, MOC = "country:GB", "agreement:jp-uk-quantum-moc-2025"


def said(picture: Picture) -> list[str]:
    """The lines of text of a picture."""
    return [str(text.get_text()) for text in texts(picture.figure)]


def texts(figure: Figure) -> Iterator[Drawn]:
    for text in figure.findobj(Drawn):
        assert isinstance(text, Drawn)
        if text.get_text():
            yield text


def every_kind(setting: Setting) -> dict[str, Picture]:
    return {
        "ego": draw_ego(setting, UK),
        "first": draw_first(setting),
        "timeline": draw_timeline(setting, UK),
        "chain": draw_timeline(setting, MOC),
        "forum": draw_timeline(setting, "forum:mdq"),
        "fora": draw_fora(setting, "forum:mdq"),
        "pairs": draw_pairs(setting, "forum:mdq"),
        "counts": draw_counts(setting, Counted("country:JP", tuple(Level))),
        "coming": draw_coming(setting, 12),
    }


def test_a_forum_counts_its_editions_as_the_saved_query_does(setting: Make) -> None:
    title = draw_timeline(setting("ja"), "forum:mdq").title
    assert "資料から分かる7回のうち" in title
    assert "5回の開催を確認" in title


# Labels ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("draw", [draw_ego, draw_timeline])
def test_hardly_a_label_overlaps_another_for_any_partner(
    setting: Make, lang: str, draw: Callable[[Setting, str], Picture]
) -> None:
    own = setting(lang)
    found = {id_: crowding(draw(own, id_).figure) for id_ in PARTNERS}
    labels = sum(each.labels for each in found.values())
    touching = {id_: each.overlapping + each.outside for id_, each in found.items() if each.share}
    assert labels > 300
    assert len(touching) <= labels / 100, touching


@pytest.mark.parametrize(
    ("langs", "size"), [(("ja", "en"), Size.SLIDE), (("ja", "en"), Size.A4), (("en",), Size.A4)]
)
def test_no_label_of_any_kind_overlaps_another(
    setting: Make, langs: tuple[str, ...], size: Size
) -> None:
    for kind, picture in every_kind(setting(*langs, size=size)).items():
        found = crowding(picture.figure)
        assert found.share <= 0.01, (kind, found.overlapping, found.outside)


def test_what_overlaps_or_leaves_the_page_is_found() -> None:
    canvas = Canvas(200, 100)
    canvas.text(Text((("one label", 12, "#000000"),)), 20, 20)
    canvas.text(Text((("another", 12, "#000000"),)), 40, 22)
    canvas.text(Text((("far out", 12, "#000000"),)), 180, 70)
    found = crowding(canvas.figure())
    assert found.overlapping == (("one label", "another"),)
    assert found.outside == ("far out",)
    assert found.share == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_letter_is_smaller_than_that_of_a_note(setting: Make, lang: str) -> None:
    for kind, picture in every_kind(setting(lang)).items():
        assert min(float(text.get_fontsize()) for text in texts(picture.figure)) >= NOTE, kind


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_said_keeps_the_rules_of_what_is_shown(
    remembering: RememberingStore, setting: Make, lang: str
) -> None:
    verbatim = read_verbatim(remembering)
    for kind, picture in every_kind(setting(lang)).items():
        # As one text: a title of record that is broken into lines is one.
        whole = ("" if lang == "ja" else " ").join(said(picture))
        passages = tuple(Passage(text, lang, kind) for text in (whole, picture.title, picture.alt))
        produced = Produced(kind, "svg", passages, (picture.about.split("／")[0].split(" · ")[0],))
        assert not [str(each) for each in breaches(produced, all_rules(verbatim), verbatim)], kind


# What stands on every picture -------------------------------------------------------------------------------------------


def test_every_picture_says_day_build_mark_and_that_it_is_a_draft(setting: Make) -> None:
    own = setting("ja")
    for kind, picture in every_kind(own).items():
        lines = said(picture)
        assert f"2026年11月21日時点／版 {own.imprint.build}" in lines, kind
        assert {"公表", "案"} <= set(lines), kind
        assert any(line.startswith("出典：") for line in lines), kind
        assert picture.about.startswith("公表／案／2026年11月21日時点"), kind


def test_the_stamp_goes_when_somebody_takes_it_off(setting: Make) -> None:
    assert "案" not in said(draw_timeline(setting("ja", draft=False), UK))


def test_both_languages_stand_in_their_order_and_sizes(setting: Make) -> None:
    lines = list(texts(draw_timeline(setting("ja", "en"), MOC).figure))
    place = {str(line.get_text()): (i, float(line.get_fontsize())) for i, line in enumerate(lines)}
    first, second = (
        place["第1回日英量子技術ワークショップ"],
        place["1st Japan-UK Quantum Technology Workshop"],
    )
    assert first[0] + 1 == second[0]
    assert first[1] > second[1] >= NOTE


def test_every_number_beside_a_label_is_that_of_a_source_or_counted(setting: Make) -> None:
    for draw in (draw_ego, draw_timeline):
        lines = said(draw(setting("en"), UK))
        start = next(i for i, line in enumerate(lines) if line.startswith("Sources:"))
        end = next(i for i, line in enumerate(lines) if line.startswith("As of"))
        sources = " ".join(lines[start:end])
        shown = {int(n) for n in re.findall(r"(?<!\d)(\d{1,2})\) ", sources)}
        rest = re.search(r"and (\d+) more", sources)
        numbers = {
            int(m[1])
            for line in lines[:start] + lines[end:]
            if (m := re.search(r" (\d+)\)$", line))
        }
        assert numbers
        assert max(numbers) <= len(shown) + int(rest[1] if rest else 0)
        assert shown == set(range(1, len(shown) + 1))


# Letters ----------------------------------------------------------------------------------------------------------------


def test_letters_that_the_font_lacks_are_told_and_replaced(setting: Make) -> None:
    own = setting("ja")
    assert lacking("量子语한") == "语한"
    text = own.text({"ja": "语言"}, 12)
    assert text.lines[0][0] == f"{GETA}言"
    assert own.lacking.found == {"语言": "语"}


def test_a_name_that_cannot_be_set_is_given_in_the_other_language(
    remembering: RememberingStore, setting: Make
) -> None:
    own = setting("ja")
    scene = first_views(remembering, own="country:JP", as_of=own.as_of, langs=("ja",))[0]
    nodes = tuple(
        replace(node, label=("한국",)) if node.id == "country:KR" else node for node in scene.nodes
    )
    from visualizations.pictures.network import Words

    words = Words({"ja": "題"}, {"ja": "範囲"})
    picture = draw_network(own, [replace(scene, nodes=nodes)], lambda _: words)
    assert "Republic of Korea" in said(picture)
    assert own.lacking.found == {"한국": "한국"}


@pytest.mark.parametrize("width", [40, 90, 200])
def test_lines_fit_and_nothing_begins_with_a_closing_mark(width: float) -> None:
    text = "日英間の量子科学技術に関する協力覚書（MOC）、2025年4月28日に署名。量子コンピューティング・センシング"
    lines = wrapped(text, 10, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines[1:] if line[0] in "、。）・ー"]
    assert all(width_of(line, 10) <= width + 20 for line in lines)
    if width == 90:
        assert any("2025年" in line for line in lines)


# Files ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_picture_gives_the_same_bytes(setting: Make, format_: str) -> None:
    one, other = (draw_timeline(setting("en"), MOC) for _ in range(2))
    content = picture_bytes(one, format_)
    assert content == picture_bytes(other, format_)
    assert b"/home" not in content
    assert b"/work" not in content


def test_a_png_is_twice_as_fine_as_a_screen_and_says_what_it_is(
    setting: Make, tmp_path: Path
) -> None:
    file = tmp_path / "picture.png"
    save(draw_timeline(setting("ja"), MOC), file)
    with Image.open(file) as image:
        assert image.size == (2560, 1440)
        info = image.info
    assert info["Title"].startswith("日英間の量子科学技術に関する協力覚書")
    assert info["Description"].startswith("公表／案／")
    assert set(info) == {"dpi", "Title", "Description", "Software"}


def test_an_svg_has_outlines_for_letters_and_asks_for_nothing(setting: Make) -> None:
    text = picture_bytes(draw_timeline(setting("en"), MOC), "svg").decode()
    assert "<text" not in text
    assert "<script" not in text
    assert not re.findall(r'(?:href|src)="(?!#)', text)
    assert "Public · DRAFT · As of 21 November 2026" in text


def test_a_pdf_embeds_its_letters_and_has_no_time(setting: Make) -> None:
    content = picture_bytes(draw_timeline(setting("ja"), MOC), "pdf")
    assert b"+IPAexGothic" in content
    assert b"/FontFile2" in content
    assert b"CreationDate" not in content


def test_nobodys_settings_change_and_nobodys_settings_count(setting: Make) -> None:
    plain = picture_bytes(draw_timeline(setting("en"), MOC), "svg")
    with mpl.rc_context({"lines.dashed_pattern": [9, 9], "font.size": 30, "svg.fonttype": "none"}):
        before = dict(mpl.rcParams)
        assert picture_bytes(draw_timeline(setting("en"), MOC), "svg") == plain
        assert dict(mpl.rcParams) == before


# Time -------------------------------------------------------------------------------------------------------------------


def test_a_day_is_a_sign_and_a_month_is_a_bar() -> None:
    def drawn(point: bool, width: float) -> type:
        canvas = Canvas(100, 50)
        row = Row("", {}, {}, ("s",), "Meeting", ("2025-11-01", "2025-11-30"), point)
        draw_mark(canvas, row, Area(10, 10, width, 11))
        return type(canvas.figure().axes[0].patches[0])

    assert drawn(point=True, width=11) is PathPatch
    assert drawn(point=False, width=30) is Rectangle


def test_looks_of_certainty_differ_without_colour() -> None:
    looks = set()
    for sure in Sure:
        canvas = Canvas(100, 50)
        draw_mark(canvas, Row("", {}, {}, ("s",), sure=sure), Area(10, 10, 30, 11))
        patch = canvas.figure().axes[0].patches[0]
        looks.add(
            (
                str(patch.get_linestyle()),
                patch.get_hatch(),
                patch.get_facecolor() == (1, 1, 1, 1),
                patch._dash_pattern[1] and tuple(patch._dash_pattern[1]),
            )
        )  # type: ignore[attr-defined]
    assert len(looks) == len(Sure)


def test_what_was_announced_together_has_no_arrow() -> None:
    def patches(kind: str) -> int:
        canvas = Canvas(100, 50)
        draw_link(canvas, kind, [(0, 0), (50, 0)])
        return len(canvas.figure().axes[0].patches)

    assert patches("co_announced") == 1
    assert patches("stated") == patches("listed") == 2


def test_the_chain_of_the_uk_memorandum_counts_days(setting: Make) -> None:
    picture = draw_timeline(setting("ja"), MOC)
    lines = said(picture)
    assert picture.title == (
        "日英間の量子科学技術に関する協力覚書は、第12回日英科学技術協力合同委員会（2023年11月7日）から538日"
    )
    assert {"120日後", "418日後", "契機（資料に明記）", "資料が並べて記載", "併せて公表"} <= set(
        lines
    )


def test_a_partner_without_anything_is_told_and_not_left_empty(setting: Make) -> None:
    picture = draw_timeline(setting("en"), "country:KR")
    assert picture.title.endswith("no meeting or instrument between the two could be confirmed")
    assert "No source held" in said(picture)
    assert any(
        line.startswith("Sources: 1) What is held") or "1) What is held" in line
        for line in said(picture)
    )


def test_rows_that_find_no_room_are_counted(setting: Make) -> None:
    own = setting("en")
    rows = [
        Row(
            str(i),
            {"en": f"Event {i}"},
            {"en": "2025"},
            ("cao-20250428",),
            "Meeting",
            ("2025-01-01", "2025-12-31"),
        )
        for i in range(60)
    ]
    told = Told({"en": "Title"}, {"en": "Scope"})
    lines = said(draw_rows(own, rows, [Link("0", "1", "stated")], lambda _: told))
    shown = [line for line in lines if line.startswith("Event ")]
    assert f"To keep it readable, {60 - len(shown)} more are not drawn." in lines
    assert {"Event 0", "Event 1", "Event 59"} <= set(shown)
    assert "Event 2" not in shown


def test_what_is_ahead_as_of_the_deck(setting: Make) -> None:
    lines = said(draw_coming(setting("ja", as_of="2025-05-01"), 6))
    assert any("（予定）" in line for line in lines)
    assert {"予定", "月・期間まで（日は不明）"} & set(lines)
    assert draw_coming(setting("ja"), 6).title == ("日本の今後6か月：確認済みの予定なし、見込み3件")


# Tables and counts ------------------------------------------------------------------------------------------------------


def test_cells_of_fora_tell_by_sign_and_word(setting: Make) -> None:
    lines = said(draw_fora(setting("ja"), "forum:mdq"))
    assert {"●", "○", "△", "―", "資料なし", "報道等のみ", "● ▲"} <= set(lines)
    assert {
        "参加・加盟",
        "パートナー等",
        "参加実績",
        "非参加（資料あり）",
        "資料により異なる",
    } <= set(lines)
    joined = "".join(lines)
    assert f"「報道等のみ」の{lines.count('報道等のみ')}欄は" in joined
    assert "▲ QDG：カナダ、オランダ、スウェーデン、スイスを含めない資料がある。" in joined
    assert lines.index("日本") < lines.index("豪州") < lines.index("英国") < lines.index("米国")


def test_pairs_agree_with_the_saved_query(remembering: RememberingStore, setting: Make) -> None:
    own = setting("en")
    picture = draw_pairs(own, "forum:mdq")
    members = "AU, CA, DK, FI, FR, DE, JP, NL, KR, SE, CH, GB, US"
    answer = run(
        find_query("country-pairs"),
        {"countries": members},
        as_of=own.as_of,
        settings={"party": "JP"},
        store=remembering,
    )
    count = sum(row["count"] for row in answer.rows)
    ours = sum(
        row["count"] for row in answer.rows if "country:JP" in (row["country"], row["partner"])
    )
    assert f": {count} government-level documents" in picture.title
    assert picture.title.endswith(f", {ours} with Japan")
    cells = [line for line in said(picture) if re.fullmatch(r"[●○]\d+( ○\d+)?", line)]
    assert sum(int(n) for cell in cells for n in re.findall(r"●(\d+)", cell)) == count


def test_bars_add_up_and_what_has_no_year_is_told(setting: Make) -> None:
    counted = Counted("country:JP", tuple(Level), (Scope.DEDICATED, Scope.INCLUDES))
    picture = draw_counts(setting("en"), counted)
    total = re.search(r": (\d+) instruments from (\d+) to (\d+)", picture.title)
    assert total
    tops = [
        int(str(text.get_text()))
        for text in texts(picture.figure)
        if str(text.get_text()).isdigit() and float(text.get_fontsize()) == 12
    ]
    assert sum(tops) == int(total[1])
    hatches = {
        (patch.get_hatch(), patch.get_edgecolor())
        for patch in picture.figure.axes[0].patches
        if isinstance(patch, Rectangle)
    }
    assert len({hatch for hatch, _ in hatches}) > 3


@pytest.mark.parametrize("langs", [("en",), ("ja", "en")])
def test_a_picture_keeps_what_its_title_counts(setting: Make, langs: tuple[str, ...]) -> None:
    own = setting(*langs)
    answer = run(
        find_query("headline-counts"), {}, as_of=own.as_of, settings={"party": own.own}, store=own.store,
        with_companions=False,
    )  # fmt: skip
    (row,) = [row for row in answer.rows if row["what"] == "documents"]
    drawn = draw_first(own).figure.axes[0].patches
    fills = {
        node_look("Agreement", type_).fill.upper()
        for type_ in ("memorandum_of_cooperation", "letter_of_intent", "statement")
    }
    documents = [
        patch for patch in drawn if mpl.colors.to_hex(patch.get_facecolor()).upper() in fills
    ]
    assert row["count"] > 4
    assert len(documents) >= row["count"] + len(fills), "those of the legend too"


def test_nothing_is_red_and_kinds_of_documents_keep_the_colours_of_the_page(setting: Make) -> None:
    picture = draw_first(setting("en"))
    faces = {
        mpl.colors.to_hex(patch.get_facecolor()).upper() for patch in picture.figure.axes[0].patches
    }
    assert node_look("Agreement", "memorandum_of_cooperation").fill in faces
    for colour in faces:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert not (red > 180 and green < 90 and blue < 90)


# Selections -------------------------------------------------------------------------------------------------------------


def test_a_saved_view_is_drawn_with_what_the_graph_has(
    remembering: RememberingStore, setting: Make
) -> None:
    own = setting("ja")
    scene = first_views(remembering, own="country:JP", as_of=own.as_of, langs=("ja",))[0]
    kept = [node for node in scene.nodes if node.id.startswith(("country:", "forum:"))][:12]
    view = ViewFile(
        enishi=1, lang="ja", own="country:JP", focus="", as_of=own.as_of, build="b", handling="public",  # type: ignore[arg-type]
        title="見たもの", command="", state={}, ties=tuple(tie.id for tie in scene.ties),
        nodes={node.id: (node.x, node.y) for node in kept} | {"country:XX": (0, 0)},
    )  # fmt: skip
    picture, lost = draw_view(own, view)
    assert lost == ("country:XX",)
    assert picture.title == "見たもの"
    assert picture.alt.count("、") == len(kept) - 1


def test_the_network_of_an_answer_has_its_sentence(
    remembering: RememberingStore, setting: Make
) -> None:
    own = setting("en")
    answer = run(
        find_query("partner-gap"),
        {"forum": "MDQ"},
        as_of=own.as_of,
        settings={"party": "JP"},
        store=remembering,
    )
    picture = draw_answer(own, answer)
    assert "could be confirmed for 8 countries" in picture.title
    assert Image.open(io.BytesIO(picture_bytes(picture, "png", 48))).size == (640, 360)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_passes_behind_what_it_does_not_tie(
    remembering: RememberingStore, setting: Make, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    drawn: list[Drawing] = []

    def keep(drawing: Drawing) -> None:
        drawn.append(drawing)

    monkeypatch.setattr(Drawing, "draw", keep)
    own = setting(lang)
    given = {"as_of": own.as_of, "settings": {"party": "JP"}, "store": remembering}
    draw_first(own)
    draw_answer(own, run(find_query("partner-gap"), {"forum": "MDQ"}, **given))  # type: ignore[arg-type]
    for drawing in drawn:
        boxes = {id_: (*drawing.places[id_], *size) for id_, size in drawing.sizes.items()}
        for tie in drawing.scene.ties:
            line, ends = drawing.line(tie), (tie.start, tie.end)
            assert not [i for i in boxes if i not in ends and passes_behind(line, boxes[i], 1)]
    first, answer = (drawing.scene for drawing in drawn)
    (whole,) = first_views(remembering, own=own.own, as_of=own.as_of, langs=(lang,))
    assert len(first.nodes) == len(whole.nodes), "everything finds room"
    assert sum(answer.frames[0].holds(node) for node in answer.nodes) == 8


def test_the_first_view_says_what_it_shows_besides_what_it_counts(setting: Make) -> None:
    joined = "".join(said(draw_first(setting("ja"))))
    assert "左の3件（3者以上の文書、共通ビジョン・指針等）は件数に含まず" in joined
    assert "枠内のうち、MDQの参加国・地域は8か国。" in joined


def test_the_first_view_counts_as_the_headline_does(setting: Make) -> None:
    assert draw_first(setting("ja")).title == "日本の政府間の量子協力文書は、5か国＋EUとの6件"
    assert draw_first(setting("en")).title == (
        "Japan has 6 quantum documents between governments, with 5 countries and the EU"
    )
