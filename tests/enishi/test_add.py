"""Adding to the record: by options in a script, by answers on a terminal; checked first, never overwritten."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from enishi.cli import adding
from enishi.cli.write import add
from graphmodel.kinds import KINDS
from loaders.expectations import findings
from loaders.record import load_record

AGREEMENT = (
    "--title-ja", "日英量子協力覚書", "--title-en", "Memorandum on quantum", "--type", "memorandum_of_cooperation",
    "--level", "government", "--ours", "level", "--scope", "dedicated", "--ours", "scope", "--stage", "signed",
    "--signed-on", "2025-05-13", "--parties", "JP", "--parties", "英国", "--by", "s1@section 1",
)  # fmt: skip
WRITTEN = """\
id: agreement:jp-gb-memorandum-quantum-2025
by: s1@section 1
title: {ja: 日英量子協力覚書, en: Memorandum on quantum}
type: memorandum_of_cooperation
level: {is: government, by: enishi}
scope: {is: dedicated, by: enishi}
stage: signed
signed_on: 2025-05-13
parties: [country:JP, country:GB]
"""


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")}


def test_by_options(enishi, small_record: Path) -> None:
    done = enishi("add", "agreement", *AGREEMENT, "--record", small_record)
    path = small_record / "agreements/jp-gb-memorandum-quantum-2025.yaml"
    assert (done.code, done.out) == (0, f"{path}\n")
    assert path.read_text(encoding="utf-8") == WRITTEN
    assert findings(load_record(small_record), "2026-11-25") == []
    assert "enishi why agreement:jp-gb-memorandum-quantum-2025" in done.err


def test_a_dry_run_writes_nothing(enishi, small_record: Path) -> None:
    before = files(small_record)
    done = enishi("add", "agreement", *AGREEMENT, "--dry-run", "--record", small_record)
    assert (done.code, done.out) == (0, WRITTEN)
    assert files(small_record) == before


def test_nothing_is_overwritten(enishi, small_record: Path) -> None:
    args = ("add", "agreement", *AGREEMENT, "--id", "a", "--record", small_record)
    assert enishi(*args).code == 0
    before = files(small_record)
    done = enishi(*args)
    assert (done.code, done.out) == (2, "")
    assert "left as it is" in done.err
    assert files(small_record) == before


def test_what_is_called_the_same_needs_an_id_of_its_own(enishi, small_record: Path) -> None:
    args = ("add", "agreement", *AGREEMENT, "--record", small_record)
    assert enishi(*args).code == 0
    done = enishi(*args)
    assert done.code == 2
    assert "already agreement:jp-gb-memorandum-quantum-2025" in done.err
    other = enishi(*args, "--id", "another")
    assert (other.code, "There is already" in other.err) == (0, True)


def test_what_is_called_nearly_the_same_is_told(enishi, small_record: Path) -> None:
    done = enishi(
        "add", "forum", "--name-ja", "対話２", "--name-en", "Dialogues", "--type", "summit", "--by", "s1",
        "--record", small_record,
    )  # fmt: skip
    assert done.code == 0
    assert "There is already forum:mdq, called Dialogue." in done.err
    assert "[orphan]" in done.err


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("agreement",), 2, "--title-ja, --title-en, --type, --level, --scope, --stage, --parties, --by"),
        (("country", "--name-ja", "仏", "--name-en", "F", "--status", "state", "--by", "enishi"), 2, "lacks --id"),
        (("agreement", *AGREEMENT, "--parties", "Atlantis"), 2, "no Party 'Atlantis'"),
        (("agreement", *AGREEMENT, "--parties", "Japn"), 2, "Did you mean country:JP?"),
        (("agreement", *AGREEMENT, "--by", "s9"), 1, "s9 is not in the register"),
        (("agreement", *AGREEMENT, "--signed-on", "2025-02-30"), 1, "2025-02-30"),
        (("agreement", *AGREEMENT, "--set", "colour=blue"), 1, "no `colour`"),
        (("agreement", *AGREEMENT, "--set", "place={ja: 東京"), 2, "cannot be read"),
        (("agreement", *AGREEMENT, "--set", "place"), 2, "KEY=VALUE"),
        (("agreement", *AGREEMENT, "--type", "treaty"), 2, "treaty"),
        (("source",), 2, "--publisher, --language, --type, --read-on"),
        (("source", "--publisher", "new", "--language", "ja", "--type", "press", "--read-on", "2026"), 2, "--publisher-ja"),
        (("planet",), 2, "planet"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_written(
    enishi, small_record: Path, args, code: int, says: str
) -> None:
    before = files(small_record)
    done = enishi("add", *args, "--record", small_record)
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert "Traceback" not in done.err
    assert files(small_record) == before


def test_any_key_can_be_set_as_in_a_file(enishi, small_record: Path) -> None:
    done = enishi(
        "add", "forum", "--name-ja", "首脳会合", "--name-en", "Summit: of [two]", "--type", "summit", "--by", "s1",
        "--set", "members=[{who: JP, role: chair}, {who: GB, role: member}]", "--id", "summit", "--record", small_record,
    )  # fmt: skip
    assert done.code == 0
    assert (small_record / "fora/summit.yaml").read_text(encoding="utf-8") == (
        'id: forum:summit\nby: s1\nname: {ja: 首脳会合, en: "Summit: of [two]"}\ntype: summit\n'
        "members:\n- {who: JP, role: chair}\n- {who: GB, role: member}\n"
    )


def test_a_source_joins_its_publisher(enishi, small_record: Path) -> None:
    path = small_record / "sources/m.yaml"
    before = path.read_text(encoding="utf-8")
    args = ("--language", "ja", "--type", "party_notice", "--read-on", "2026-11", "--record", small_record)  # fmt: skip
    done = enishi("add", "source", "--publisher", "m", "--published", "2025-04-28", "--title-ja", "覚書", *args)  # fmt: skip
    assert (done.code, done.out) == (0, f"{path}\n")
    assert path.read_text(encoding="utf-8") == before + (
        "- id: m-20250428\n  title: {ja: 覚書}\n  published: 2025-04-28\n  language: ja\n  type: party_notice\n"
        "  completeness: unknown\n  licence: not_stated\n  read_on: 2026-11\n"
    )
    assert "[uncited-source]" in done.err
    again = enishi("add", "source", "--publisher", "m", "--id", "m-20250428", *args)
    assert (again.code, "already the id" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"publisher: m\nname: {ja: [\n", "sources/m.yaml:3: This is not YAML"),
        ("publisher: m\nname: {ja: 省}\n".encode("cp932"), "m.yaml is not UTF-8."),
    ],
)  # fmt: skip
def test_a_publishers_file_that_cannot_be_read_stays(
    enishi, small_record: Path, content: bytes, says: str
) -> None:
    (small_record / "sources/m.yaml").write_bytes(content)
    done = enishi("add", "source", "--publisher", "m", "--language", "ja", "--type", "press", "--read-on", "2026", "--record", small_record)  # fmt: skip
    assert (done.out, "Traceback" in done.err) == ("", False)
    assert says in done.err
    assert (small_record / "sources/m.yaml").read_bytes() == content


def test_a_new_publisher_has_a_file_of_its_own(enishi, small_record: Path) -> None:
    done = enishi(
        "add", "source", "--publisher", "jst", "--publisher-ja", "科学技術振興機構", "--publisher-en", "JST",
        "--url", "https://www.jst.go.jp/x", "--language", "ja", "--type", "institution", "--read-on", "2026-11",
        "--record", small_record,
    )  # fmt: skip
    assert done.code == 0
    text = (small_record / "sources/jst.yaml").read_text(encoding="utf-8")
    assert text.startswith(
        "publisher: jst\nname: {ja: 科学技術振興機構, en: JST}\nsources:\n- id: jst\n"
    )


def test_every_kind_that_has_files_can_be_added() -> None:
    context = click.Context(add, info_name="add")
    names = add.list_commands(context)
    assert names == [*(k.lower() for k, v in KINDS.items() if v.spec.folder), "source"]
    for name in names:
        command = add.get_command(context, name)
        assert command is not None
        assert "enishi add" in (command.help or "")
        for option in command.params:
            assert isinstance(option, click.Option)
            assert option.help


# On a terminal ----------------------------------------------------------------------------------------------------


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeInput]:
    """The keys of somebody at a terminal."""
    monkeypatch.setattr(adding, "on_terminal", lambda: True)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def test_by_answers(enishi, small_record: Path, keys: PipeInput) -> None:
    answers = [
        "s1@section 1",
        "日英量子協力覚書", "", "Memorandum on quantum", "enishi",
        "memorandum_of_cooperation", "", "government", "enishi", "dedicated", "enishi", "", "signed", "",
        "2025-05-13", "", "", "", "", "", "", "", "", "",
        "JP", "", "英国", "", "",
        "", "", "", "", "", "",
        "",
    ]  # fmt: skip
    # A question more than there are answers ends it, instead of waiting for ever.
    keys.send_text("".join(f"{answer}\r" for answer in answers) + "\x04")
    done = enishi("add", "agreement", "--record", small_record, "--lang", "ja")
    assert done.code == 0, done.err
    text = Path(done.out.strip()).read_text(encoding="utf-8")
    assert text == WRITTEN.replace(
        "title: {ja: 日英量子協力覚書, en: Memorandum on quantum}",
        "title:\n- {ja: 日英量子協力覚書}\n- {en: Memorandum on quantum, by: enishi}",
    )


def test_who_leaves_writes_nothing(enishi, small_record: Path, keys: PipeInput) -> None:
    before = files(small_record)
    keys.send_text("s1\r日英\x03")
    done = enishi("add", "agreement", "--record", small_record)
    assert (done.code, done.out) == (2, "")
    assert "Nothing was written" in done.err
    assert files(small_record) == before


def test_a_source_by_answers(enishi, small_record: Path, keys: PipeInput) -> None:
    keys.send_text(
        "jst\r科学技術振興機構\rJST\r題\r\rTitle\r\rhttps://www.jst.go.jp/x\r\r2025\rja\rpress\r\runknown\r\rnot_stated\r2026-11\r\r\x04"
    )
    done = enishi("add", "source", "--record", small_record)
    assert done.code == 0, done.err
    assert "id: jst-2025\n" in (small_record / "sources/jst.yaml").read_text(encoding="utf-8")


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert adding.on_terminal() is False


def test_it_is_written_into_the_folder_of_ones_own(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    """With the record around it: what is there is known, and none of its files is touched."""
    before = {path: path.read_bytes() for path in small_record.rglob("*.yaml")}
    own = tmp_path / "own"
    place = ("--record", small_record, "--records", own)
    done = enishi(
        "add", "source", "--publisher", "desk", "--publisher-ja", "当課", "--publisher-en", "Our desk", "--id", "note-1",
        "--title-ja", "記録", "--file", "note.docx", "--language", "ja", "--type", "official", "--read-on", "2026-11", *place,
    )  # fmt: skip
    assert done.code == 0, done.err
    done = enishi(
        "add", "forum", "--name-ja", "新しい会", "--name-en", "New group", "--type", "intergovernmental_dialogue",
        "--members", "日本", "--by", "note-1", "--set", "handling=restricted", *place,
    )  # fmt: skip
    assert done.code == 0, done.err
    assert f"enishi check --records {own}; enishi why forum:new-group --records {own}" in done.err
    assert "handling: restricted" in (own / "fora/new-group.yaml").read_text(encoding="utf-8")
    assert {path: path.read_bytes() for path in small_record.rglob("*.yaml")} == before
    taken = enishi("add", "forum", "--name-ja", "対話", "--name-en", "Dialogue", "--type", "intergovernmental_dialogue",
                   "--by", "note-1", *place)  # fmt: skip
    assert (taken.code, "already forum:mdq" in taken.err) == (2, True)
    assert enishi("check", small_record, "--records", own).out.count("own-only") == 0
