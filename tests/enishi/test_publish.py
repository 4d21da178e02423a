"""publish, lint-output and view --embed, as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import Run


def test_a_small_record_is_published_and_keeps_the_rules(
    enishi: Run, small_record: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    done = enishi("publish", site, "--record", small_record, "--as-of", "2026-11-25")
    assert done.code == 0, done.err
    assert "Open " in done.err
    assert (site / "index.html").is_file()
    assert (site / "en/forum/mdq.html").is_file()
    stamp = json.loads((site / "enishi-publish.json").read_text(encoding="utf-8"))
    assert stamp["as_of"] == "2026-11-25"
    assert stamp["ceiling"] == "public"
    # Once more, in one language: the old folder is replaced as a whole.
    done = enishi(
        "publish", site, "--record", small_record, "--lang", "en", "--as-of", "2026-11-25"
    )
    assert done.code == 0, done.err
    assert not (site / "en").exists()
    assert 'lang="en"' in (site / "index.html").read_text(encoding="utf-8")
    done = enishi("lint-output", site, "--record", small_record)
    assert done.code == 0, done.out


def test_a_folder_of_somebody_elses_is_refused(enishi: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    done = enishi("publish", tmp_path)
    assert done.code == 2
    assert "did not write" in done.err
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_a_broken_rule_is_told_with_its_place_and_sentence(asked: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.csv"
    page.write_text("name\nMinoru Kiuchi\n", encoding="utf-8")
    done = asked("lint-output", page, "--lang", "en")
    assert done.code == 1
    assert f"{page}: row 2 column 1: [11] 'Minoru Kiuchi'" in done.out
    assert "family name first" in done.out
    ja = asked("lint-output", page, "--lang", "ja")
    assert "姓を先に" in ja.out
    rows = json.loads(asked("lint-output", page, "--format", "json").out)
    assert [(row["rule"], row["said"]) for row in rows] == [(11, "Minoru Kiuchi")]


def test_what_keeps_the_rules_is_fine(asked: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.csv"
    page.write_text("name\nKIUCHI Minoru\n", encoding="utf-8")
    done = asked("lint-output", page)
    assert done.code == 0
    assert "1 files tested; 0 findings." in done.err


def test_a_file_of_another_type_is_told(asked: Run, tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(b"")
    done = asked("lint-output", tmp_path / "a.odt")
    assert done.code == 2
    assert "no type that is tested" in done.err


def test_a_page_for_a_frame_comes_with_the_line_that_shows_it(asked: Run, tmp_path: Path) -> None:
    page = tmp_path / "uk page.html"
    done = asked("view", "--focus", "UK", "--embed", "--lang", "en", "-o", page)
    assert done.code == 0, done.err
    assert done.out.startswith('<iframe src="uk%20page.html" title="United Kingdom')
    assert 'sandbox="allow-scripts"' in done.out
    text = page.read_text(encoding="utf-8")
    assert '<body class="embed"' in text
    assert "· build " in text


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "about",
    [(), ("--focus", "UK"), ("--query", "partner-gap", "-p", "forum=MDQ"), ("--embed",)],
    ids=["first", "focus", "query", "embed"],
)
def test_pages_of_view_keep_the_rules(
    asked: Run, tmp_path: Path, lang: str, about: tuple[str, ...]
) -> None:
    page = tmp_path / "page.html"
    done = asked("view", *about, "--lang", lang, "--as-of", "2026-11-25", "-o", page)
    assert done.code == 0, done.err
    done = asked("lint-output", page)
    assert done.code == 0, done.out
    assert "1 files tested; 0 findings." in done.err


def test_a_label_is_turned_but_no_title(asked: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    asked("view", "--lang", "en", "--as-of", "2026-11-25", "-o", page)
    text = page.read_text(encoding="utf-8")
    assert "12th Japan–UK" in text
    assert "12th UK-Japan Joint Committee Meeting on Cooperation in Science and Technology" in text
