"""`brief` as a person runs it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

BRIEF = ("brief", "英国", "--as-of", "2026-11-21", "--lang", "ja")


def words(path: Path) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(path.read_bytes())).paragraphs)


def test_the_file_is_named_after_what_it_is_about_and_its_handling(
    asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert asked(*BRIEF).code == 0
    assert asked(*BRIEF, "--ceiling", "public").code == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        "enishi_英国_一枚紙_2026-11-21_部内限り.docx",
        "enishi_英国_一枚紙_2026-11-21_公表.docx",
    }


@pytest.mark.parametrize("lang", ["ja", "en", "both"])
@pytest.mark.parametrize("suffix", [".docx", ".pptx", ".html"])
def test_what_is_written_keeps_the_rules_of_what_is_shown(
    asked, tmp_path: Path, lang: str, suffix: str
) -> None:
    path = tmp_path / f"eu{suffix}"
    done = asked("brief", "EU", "--lang", lang, "--as-of", "2026-11-21", "-o", str(path))
    assert done.code == 0
    if suffix == ".html":
        checked = asked("lint-output", str(path))
        assert checked.code == 0, checked.out + checked.err


def test_the_draft_stamp_goes_only_where_someone_is_named(asked, tmp_path: Path) -> None:
    path = tmp_path / "uk.docx"
    asked(*BRIEF, "-o", str(path))
    header = Document(str(path)).sections[0].header.paragraphs[0]
    assert header.text == "案　部内限り"
    done = asked(*BRIEF, "-o", str(path), "--final", "山田花子")
    assert done.code == 0
    assert "山田花子" in done.err
    document = Document(str(path))
    assert document.sections[0].header.paragraphs[0].text == "部内限り"
    assert "山田" not in words(path)
    assert document.core_properties.content_status == ""


def test_own_text_is_kept_and_nothing_is_asked(asked, tmp_path: Path) -> None:
    path = tmp_path / "uk.docx"
    asked(*BRIEF, "-o", str(path))
    document = Document(str(path))
    at = next(n for n, p in enumerate(document.paragraphs) if p.text.startswith("▼"))
    document.paragraphs[at + 1].add_run("歓迎する旨を述べる。")
    document.save(str(path))
    assert asked(*BRIEF, "-o", str(path)).code == 0
    assert "歓迎する旨を述べる。" in words(path)
    assert [each.name for each in tmp_path.iterdir()] == ["uk.docx"]


def test_what_else_was_changed_is_told_and_left_until_forced(asked, tmp_path: Path) -> None:
    path = tmp_path / "uk.docx"
    asked(*BRIEF, "-o", str(path))
    document = Document(str(path))
    document.add_paragraph("担当：条約課")
    document.save(str(path))
    before = path.read_bytes()
    done = asked(*BRIEF, "-o", str(path))
    assert done.code == 2
    assert "担当：条約課" in done.err
    assert "--force" in done.err
    assert path.read_bytes() == before
    assert asked(*BRIEF, "-o", str(path), "--force").code == 0
    assert "担当：条約課" not in words(path)
    assert (tmp_path / "uk.before-1.docx").read_bytes() == before


def test_a_file_of_another_is_not_replaced(asked, tmp_path: Path) -> None:
    path = tmp_path / "uk.docx"
    path.write_bytes(b"mine")
    done = asked(*BRIEF, "-o", str(path))
    assert done.code == 2
    assert "enishi brief で作ったものではない" in done.err
    assert path.read_bytes() == b"mine"


def test_what_changed_since_a_day_is_a_block_of_its_own(asked, tmp_path: Path) -> None:
    path = tmp_path / "eu.docx"
    done = asked(
        "brief", "EU", "--lang", "ja", "--as-of", "2026-11-21", "--since", "2025-05-01", "-o", str(path)
    )  # fmt: skip
    assert done.code == 0
    text = words(path)
    assert "前回（2025年5月1日に知り得た内容）以降の変化" in text
    assert "新規：日EU間の量子科学技術に関する協力趣意書" in text


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("brief", "JP"), 2, "is your own side"),
        (("brief", "UK", "-o", "uk.txt"), 2, "ends in none of"),
        (("brief", "xyzzy"), 1, "xyzzy"),
        (("brief",), 2, "NAME"),
        (("brief", "UK", "--since", "nothing", "-o", "x.docx"), 2, "is no day, no mark"),
        (("brief", "UK", "-o", "nowhere/uk.docx"), 1, "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_said(
    asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments, code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = asked(*arguments, *(("--lang", "en") if len(arguments) > 1 else ()))
    assert done.code == code
    assert says in done.err
    assert "Traceback" not in done.err
    assert not list(tmp_path.iterdir())
