"""picture, as a person runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.command import Run

DAY = ("--as-of", "2026-11-21")


def test_every_kind_is_drawn(asked: Run, tmp_path: Path) -> None:
    for kind, *rest in (
        ("ego", "UK"), ("timeline", "UK"), ("fora",), ("pairs", "MDQ"), ("counts", "EU", "--level", "any"),
        ("calendar", "--months", "3"), ("network",), ("network", "--focus", "MDQ", "--steps", "2"),
        ("network", "--query", "partner-gap", "-p", "forum=MDQ"),
    ):  # fmt: skip
        file = tmp_path / f"{kind}.png"
        done = asked("picture", kind, *rest, *DAY, "-o", file)
        assert done.code == 0, done.err
        assert done.err == f"Written: {file}\n"
        with Image.open(file) as image:
            assert image.size == (2560, 1440)


@pytest.mark.parametrize(("ending", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF-")])
def test_the_end_of_the_name_says_the_form(
    asked: Run, tmp_path: Path, ending: str, start: bytes
) -> None:
    file = tmp_path / f"uk.{ending}"
    assert (
        asked("picture", "timeline", "UK", *DAY, "--size", "a4", "--lang", "both", "-o", file).code
        == 0
    )
    assert file.read_bytes().startswith(start)


def test_a_file_is_named_after_what_it_shows_and_how_it_is_handled(
    asked: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ENISHI_STORE")
    assert asked("picture", "timeline", "UK", *DAY).code == 0
    assert (
        asked("picture", "timeline", "UK", *DAY, "--ceiling", "internal", "--lang", "ja").code == 0
    )
    assert sorted(path.name for path in tmp_path.glob("*.png")) == [
        "enishi_timeline-UK_2026-11-21_public.png",
        "enishi_timeline-UK_2026-11-21_部内限り.png",
    ]
    with Image.open("enishi_timeline-UK_2026-11-21_部内限り.png") as image:
        assert image.info["Description"].startswith("部内限り／案／")


def test_someone_named_takes_the_stamp_off_and_is_not_named_in_the_file(
    asked: Run, tmp_path: Path
) -> None:
    file = tmp_path / "uk.svg"
    assert asked("picture", "timeline", "UK", *DAY, "--final", "Yamada", "-o", file).code == 0
    text = file.read_text(encoding="utf-8")
    assert "Public · As of" in text
    assert "Yamada" not in text
    assert "DRAFT" not in text


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("ego",), "needs a name"),
        (("calendar", "UK"), "takes no name"),
        (("ego", "UK", "--months", "3"), "--months does not go with the kind ego"),
        (("network", "--steps", "2"), "--steps needs a --focus"),
        (("network", "-p", "forum=MDQ"), "-p needs a --query"),
        (("network", "--focus", "MDQ", "--query", "partner-gap"), "not of several"),
        (("timeline", "JP"), "no timeline of your own side"),
        (("ego", "UK", "-o", "uk.gif"), "ends in none of .png, .svg, .pdf"),
        (("network", "--query", "conflicts", "--ceiling", "public"), "internal"),
    ],
)
def test_what_cannot_be_drawn_is_refused(asked: Run, args: tuple[str, ...], said: str) -> None:
    done = asked("picture", *args, *DAY)
    assert done.code == 2, done.err
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_folder_that_is_not_there_is_told(asked: Run, tmp_path: Path) -> None:
    done = asked("picture", "timeline", "UK", *DAY, "-o", tmp_path / "none" / "uk.png")
    assert done.code == 1
    assert "cannot be written" in done.err


def test_words_of_ones_own_count(asked: Run, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "picture.yaml").write_text('in_time: {en: "Our own note."}\n', encoding="utf-8")
    file = tmp_path / "uk.svg"
    done = asked("picture", "timeline", "UK", *DAY, "--phrases", words, "-o", file)
    assert done.code == 0, done.err
    plain = tmp_path / "plain.svg"
    asked("picture", "timeline", "UK", *DAY, "-o", plain)
    assert file.read_bytes() != plain.read_bytes()
