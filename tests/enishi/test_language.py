"""Help in both languages: every text has its Japanese, and click speaks it too."""

from __future__ import annotations

import gettext
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import click
import polib
import pytest

from enishi.cli import COMMANDS, cli
from enishi.language import CATALOGUES, in_japanese, language_of, option_in_japanese, speak, speaks

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")
PO = CATALOGUES / "ja/LC_MESSAGES/messages.po"
ROOT = Path(__file__).parents[2]
MESSAGES = list(runpy.run_path(str(ROOT / "docs/messages.py"))["messages"](ROOT))
FILLED = "Add a file to {folder}/: {en} / {ja}."
"""The one help text that has values."""


@pytest.fixture
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    speak("ja")


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, f"{path} {name}")


EVERY = list(commands(cli, "enishi"))


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[path for path, _ in EVERY])
def test_every_text_has_its_japanese(japanese: None, path: str, command: click.Command) -> None:
    """What is missing belongs into messages.po; `make docs` compiles it."""
    missing = [
        paragraph
        for paragraph in in_japanese(command.help or "").split("\n\n")
        if not JAPANESE.search(paragraph.split("\n")[0 if not paragraph.startswith("\b") else 1])
    ]
    missing += [
        param.help
        for param in command.params
        if isinstance(param, click.Option) and param.help and not JAPANESE.search(
            option_in_japanese(param.opts[-1], param.help)
        )
    ]  # fmt: skip
    assert missing == []


def test_every_line_of_the_list_has_its_japanese(japanese: None) -> None:
    assert [line for _, line in COMMANDS.values() if gettext.gettext(line) == line] == []


def test_no_text_of_the_catalogue_is_left_over() -> None:
    """Texts that nobody says any more are taken out of it."""
    said = {
        " ".join(part.split())
        for _, command in EVERY
        for text in (
            command.help or "",
            *(getattr(param, "help", None) or "" for param in command.params),
        )
        for part in text.replace("\b", "").split("\n\n")
    }
    said |= {line.strip() for _, command in EVERY for line in (command.help or "").splitlines()}
    said |= {FILLED, *(one.template for one in MESSAGES)}
    ours = False
    for entry in polib.pofile(str(PO)):
        ours = ours or entry.comment == "Headings of examples"
        if ours and not entry.msgid_plural:
            assert entry.msgid in said


def test_every_message_has_its_japanese() -> None:
    """What is missing belongs into messages.po; `make docs` compiles it."""
    there = {entry.msgid for entry in polib.pofile(str(PO)) if entry.msgstr}
    assert [str(one) for one in MESSAGES if one.template not in there] == []


def test_messages_stand_in_the_code_as_they_are_told() -> None:
    """Nothing that is said or raised is put together elsewhere; what a type checker refuses besides is in `Message`."""
    calls = re.compile(r"""(?:\w*Error|\bsay|click\.echo|self\.fail)\(\s*f?["'](?=\w* \w)""")
    known = {"TypeError", "YAMLError", "KeyError"}
    found = [
        f"{path.name}: {match[0]}"
        for path in ROOT.glob("*/**/*.py")
        if path.relative_to(ROOT).parts[0] in ("graphmodel", "loaders", "queries", "visualizations", "enishi")
        for match in calls.finditer(path.read_text(encoding="utf-8"))
        if match[0].split("(")[0] not in known
    ]  # fmt: skip
    assert found == []


def test_braces_are_the_same_in_both_languages() -> None:
    for entry in polib.pofile(str(PO)):
        for text in (entry.msgstr, *entry.msgstr_plural.values()):
            assert set(re.findall(r"{(\w+)", text)) <= set(
                re.findall(r"{(\w+)", entry.msgid + entry.msgid_plural)
            )


@pytest.mark.parametrize("name", [("find",), ("query", "run"), ("add", "agreement"), ()])
def test_help_in_japanese(process, name: tuple[str, ...]) -> None:
    """In a process of its own: click keeps the help of --help in the language in which it was first asked for."""
    done = process(*name, "--help", ENISHI_LANG="ja")
    assert done.code == 0
    assert done.out.startswith("使い方：")
    assert "オプション:" in done.out
    assert "この説明を表示" in done.out
    if name:
        assert process(*name, "--lang", "ja", "--help").out == done.out
    assert process(*name, "--help").out.startswith("Usage: enishi")


def test_the_setting_decides(enishi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENISHI_LANG", "ja")
    assert re.search(r"find +名称が何を指すか", enishi("--help").out)
    assert enishi("find", "--lang", "en", "--help").out.startswith("Usage:")
    assert "というコマンドはない。" in enishi("frobnicate").err
    assert "引数がない" in enishi("find").err


def test_what_is_typed_decides_over_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENISHI_LANG", "en")
    assert language_of(["find", "x", "--lang", "ja"]) == "ja"
    assert language_of(["find", "x", "--lang=ja"]) == "ja"
    assert language_of(["find", "ja"]) == "en"
    assert language_of(["--lang", "ja", "find"]) == "ja"
    assert language_of(["--lang", "ja", "find", "--lang=en"]) == "en"
    assert language_of(["--lang=en", "find", "--lang", "ja"]) == "ja"
    monkeypatch.setenv("ENISHI_LANG", "fr")
    assert language_of([]) == "en"


def test_the_language_may_stand_before_the_command(enishi) -> None:
    done = enishi("--lang", "ja", "query", "list", "conflicts")
    assert (done.code, done.out.split()[:2]) == (0, ["クエリ", "答える問い"])
    done = enishi("--lang", "ja", "query", "list", "conflicts", "--lang", "en")
    assert done.out.split()[:1] == ["Query"]


def test_english_is_what_stands_in_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ja")
    speak("en")
    assert speaks() == "en"
    assert gettext.gettext("Options") == "Options"


def test_an_option_of_a_property_is_told_by_its_label(japanese: None) -> None:
    assert option_in_japanese("--signed-on", "Day of signature.") == "署名日"
    assert option_in_japanese("--title-ja", "Title as printed. In Japanese.") == "文書名（日本語）"
    assert option_in_japanese("--parties", "Who. By id or name; may be repeated.").startswith(
        "当事者（"
    )
    assert option_in_japanese("--no-such", "Nothing of ours.") == "Nothing of ours."


def test_the_catalogue_comes_with_the_package() -> None:
    assert PO.with_suffix(".mo").stat().st_size > 0
    assert Path(gettext.find("messages", str(CATALOGUES), ["ja"]) or "") == PO.with_suffix(".mo")
