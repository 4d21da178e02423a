"""What is above a ceiling leaves no trace below it.

Two records are the same but for what is restricted in a folder of one's own: one has it in every kind of field, the
other has nothing in its place. Under a lower ceiling whatever either gives must be the same, byte for byte.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from PIL import Image

import enishi as package
from enishi.builds import build, project
from enishi.claims_files import claims_beside
from enishi.cli import cli
from graphmodel.claims import read_jsonl
from graphmodel.errors import EnishiError, UsageError
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Handling
from queries.catalogue import load_catalogue
from tests.command import Run, in_process
from visualizations.exports import FORMATS, Contents, export

RECORD = Path(__file__).parents[2] / "data"
MARK = re.compile("zqxvb|秘番|2037年|2037-0".encode(), re.IGNORECASE)
"""Whatever is restricted has one of these in it: `zqxvb`, 秘番, a day in 2037."""

SOURCES = """\
publisher: us
name: {ja: 当課, en: Our division}
sources:
- {id: open-note, handling: public, title: {ja: 公開メモ, en: Open note}, published: 2026-03-01, language: ja, type: official,
   completeness: unknown, licence: not_stated, read_on: 2026-11}
- {id: undated-note, handling: public, title: {ja: 日付のないメモ}, language: ja, type: official,
   completeness: unknown, licence: not_stated, read_on: 2026-11}
"""
OPEN = """\
id: agreement:jp-no-open
by: open-note
handling: public
title: {ja: 日本・ノルウェー量子協力覚書, en: Japan–Norway memorandum}
type: memorandum_of_cooperation
level: {is: government, by: undated-note}
scope: dedicated
stage: signed
signed_on: 2026-03-01
parties: [JP, GB]
"""
HIDDEN = {
    # a whole publisher, and a source of a public one
    "sources/zqxvb-desk.yaml": "publisher: zqxvb-desk\nhandling: restricted\nname: {ja: 秘番課, en: Zqxvb desk}\nsources:\n"
    "- {id: zqxvb-memo, title: {ja: 秘番メモ, en: Zqxvb memo}, url: 'https://zqxvb.example/1', published: 2037-01-02, language: ja,\n"
    "   type: official, completeness: unknown, licence: not_stated, read_on: 2037-01}\n",
    # a whole entity
    "organisations/zqxvb-body.yaml": "id: org:zqxvb-body\nby: open-note\nhandling: restricted\nname: {ja: 秘番庁, en: Zqxvb Agency}\n"
    "names: [{en: ZQXVBA, use: abbreviation}]\ntype: agency\nlocated_in: GB\n",
    "agreements/zqxvb-draft.yaml": "id: agreement:zqxvb-draft\nby: zqxvb-memo@p zqxvb\nhandling: restricted\nnotes: zqxvb notes\n"
    "title: {ja: 秘番覚書, en: Zqxvb draft}\ntype: memorandum_of_cooperation\nlevel: government\nscope: dedicated\nstage: planned\n"
    "signed_on: {is: 2037-03-07, mood: planned, text: zqxvb in spring}\nparties: [JP, {who: FR, through: org:zqxvb-body}]\n",
    "fora/zqxvb-group.yaml": "id: forum:zqxvb-group\nby: zqxvb-memo\nhandling: restricted\nname: {ja: 秘番会, en: Zqxvb Group}\n"
    "type: intergovernmental_dialogue\nmembers: [{list: [JP, GB, KR], complete: true}]\n",
    # claims on what is public
    "countries/GB.yaml": "id: country:GB\nby: open-note\nhandling: restricted\nname: {ja: 秘番国, en: Zqxvbland}\n"
    "names: [{ja: 秘番名, use: variant}]\n",
    "fora/mdq.yaml": "id: forum:mdq\nby: open-note\nhandling: restricted\n"
    "members:\n- {list: [JP, US], complete: true, valid: 2037-06, text: zqxvb list}\n- {who: SG, role: observer, since: 2037-05-01}\n",
    # a decision
    "judgements.yaml": "- prefer: {subject: 'agreement:jp-eu-quantum-loi-2025', property: signed_on, value: 2025-05-12}\n"
    "  by: zqxvb person\n  on: 2037-02-02\n  why: zqxvb reason\n  handling: restricted\n"
    "- same: [agreement:zqxvb-draft, agreement:jp-no-open]\n  by: zqxvb person\n  on: 2037-02-02\n  why: zqxvb\n  handling: public\n",
}  # fmt: skip
MORE = """\
title: [{ja: 日本・ノルウェー量子協力覚書, en: Japan–Norway memorandum}, {ja: 秘番題名, en: Zqxvb title, handling: restricted}]
announced_on: {is: 2037-04-04, handling: restricted}
place: {ja: 秘番市, en: Zqxvb City, handling: restricted}
co_announced: agreement:zqxvb-draft
signatories: [{who: person:minoru-kiuchi, side: JP, handling: restricted, recorded_on: 2037-01-01}]
"""


class Left(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str
    files: dict[str, bytes]

    @property
    def whole(self) -> bytes:
        names = "".join(self.files)
        return (self.out + self.err + names).encode() + b"".join(
            map(_unpacked, self.files.values())
        )


def _unpacked(content: bytes) -> bytes:
    """A file with what is packed in it: archives, chunks of pictures, streams of a PDF."""
    if content.startswith(b"\x89PNG"):
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
            return content + repr(picture.info).encode()
    if content.startswith(b"%PDF"):
        packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
        return content + b"".join(zlib.decompressobj().decompress(part) for part in packed)
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def said_in(path: Path) -> bytes:
    """What a file of a graph says: the store packs its text."""
    if path.suffix != ".kgl":
        return path.read_bytes()
    with EmbeddedStore(path) as store:
        nodes = store.read("MATCH (n) RETURN n", max_rows=100_000).rows
        ties = store.read("MATCH ()-[r]->() RETURN r", max_rows=100_000).rows
    return path.read_bytes() + repr((nodes, ties)).encode()


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Folders with a `mine` each: without and with what is restricted; and the public graph of each."""
    bare, full = (tmp_path_factory.mktemp(name) for name in ("bare", "full"))
    for folder in (bare, full):
        _write(folder / "mine", {"sources/us.yaml": SOURCES, "agreements/jp-no-open.yaml": OPEN})
    text = OPEN.replace(
        "title: {ja: 日本・ノルウェー量子協力覚書, en: Japan–Norway memorandum}\n", ""
    )
    _write(full / "mine", HIDDEN | {"agreements/jp-no-open.yaml": text + MORE})
    for folder in (bare, full):
        build(RECORD, folder / "graph.kgl", own=[folder / "mine"])
    return bare, full


@pytest.fixture
def left(
    clean_environment: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Left]:
    """Run the command in a twin's folder; what it writes into `out/` is kept."""
    run: Run = in_process(monkeypatch, capfd)

    def go(folder: Path, *args: str, stdin: str = "") -> Left:
        monkeypatch.chdir(folder)
        shutil.rmtree("out", ignore_errors=True)
        Path("out").mkdir()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        done = run(*args)
        files = {
            str(path.relative_to("out")): path.read_bytes()
            for path in sorted(Path("out").rglob("*"))
            if path.is_file()
        }
        return Left(done.code, done.out, done.err, files)

    return go


PLACE = ("--records", "mine", "--store", "graph.kgl")
BESIDE = ("--records", "mine")
DAY = ("--as-of", "2038-01-01")
EVERYTHING = (*PLACE, *DAY, "--max-rows", "9999", "-o", "out/rows")


def commands() -> Iterator[tuple[str, ...]]:
    """Every command that answers or writes; one answer of each in every form."""
    yield ("build", *PLACE)
    yield ("doctor", *PLACE)
    for form in ("table", "json"):
        yield ("status", *PLACE, "--format", form)
        yield ("find", "秘番", *PLACE, "--format", form, "--lang", "ja")
        yield ("why", "jp-no-open", *PLACE, "--format", form)
    for id_ in ("country:GB", "forum:mdq", "jp-eu-quantum-loi-2025", "agreement:zqxvb-draft"):
        yield ("why", id_, *PLACE, "--format", "json")
    for form in ("text", "md", "json"):
        yield ("show", "jp-no-open", *PLACE, "--format", form, *DAY)
    for name in ("英国", "MDQ", "org:zqxvb-body"):
        yield ("show", name, *PLACE, "--format", "json", *DAY)
    for form in ("table", "json", "jsonl", "csv", "md", "xlsx"):
        saved = ("query", "run", "country-relations", "-p", "country=GB")
        yield (*saved, *PLACE, "--format", form, *DAY, "-o", "out/answer")
    yield ("query", "show", "conflicts", *PLACE, *DAY)
    yield ("query", "test", "conflicts", *PLACE, *DAY)
    for form in ("table", "jsonl", "xlsx"):
        yield ("cypher", "MATCH (n:Entity) RETURN n ORDER BY n.id", *EVERYTHING, "--format", form)
    for lang in ("ja", "en"):
        yield ("view", *PLACE, "-o", "out/page.html", *DAY, "--lang", lang)
    for focus in ("jp-no-open", "zqxvb-draft"):
        yield ("view", "--focus", focus, "--steps", "2", *PLACE, "-o", "out/page.html", *DAY)
    for form, *selected in (
        ("jsonl",),
        ("graphml", "--focus", "jp-no-open", "--steps", "2"),
        ("csv", "--query", "conflicts"),
    ):
        yield ("export", "--format", form, *selected, *BESIDE, "-o", "out/data")
    for form in ("text", "json"):
        yield ("diff", "2026-06-01", "now", *PLACE, *DAY, "--format", form)
    yield ("mark", *PLACE)
    for form in ("docx", "pptx", "html"):
        yield ("brief", "UK", *PLACE, *DAY, "--lang", "both", "-o", f"out/uk.{form}")
    yield ("publish", "out/site", "--lang", "ja", *PLACE, *DAY)
    yield ("export", "--for", "neo4j-browser", *PLACE, "-o", "out/browser")
    yield from briefings()


def briefings() -> Iterator[tuple[str, ...]]:
    """Every command that makes something for a meeting, in every form, of what the planted values are about."""
    at = (*PLACE, *DAY)
    for name in ("GB", "MDQ", "jp-no-open"):
        yield ("deck", name, *at, "--lang", "both", "-o", "out/deck.pptx")
    for name, suffix in (("GB", "docx"), ("GB", "pptx"), ("GB", "html"), ("MDQ", "docx")):
        yield ("brief", name, *at, "--lang", "both", "-o", f"out/brief.{suffix}")
    yield ("deck", "--query", "country-relations", "-p", "country=GB", *at, "-o", "out/rows.pptx")
    for kind, name, suffix in (
        ("ego", "GB", "png"), ("ego", "jp-no-open", "svg"), ("timeline", "GB", "pdf"), ("fora", "MDQ", "svg"),
        ("counts", "", "pdf"), ("calendar", "", "png"),
    ):  # fmt: skip
        yield ("picture", kind, *filter(None, [name]), *at, "-o", f"out/picture.{suffix}")
    yield ("sheet", *at, "-o", "out/record.xlsx")
    yield ("calendar", *at, "--months", "24", "-o", "out/ahead.ics")
    for form in ("md", "html", "mermaid"):
        yield ("snippet", "--format", form, "--focus", "jp-no-open", *at, "-o", f"out/piece.{form}")
    yield ("snippet", "--query", "country-relations", "-p", "country=GB", *at, "-o", "out/piece.md")


def test_no_form_of_export_has_anything(twins: tuple[Path, Path]) -> None:
    written = []
    for folder in twins:
        made = project(RECORD, "", Handling.PUBLIC, own=[folder / "mine"])
        contents = Contents(made.batch, made.resolution.claims, made.resolution.used)
        written.append({form: dict(export(form, contents)) for form in FORMATS})
    assert written[0] == written[1]
    for files in written[1].values():
        assert not any(MARK.search((name + text).encode()) for name, text in files.items())


def test_every_command_that_reads_a_graph_takes_a_ceiling() -> None:
    """And heeds it: who reads the settings otherwise would overlook it."""

    def each(command: click.Command) -> Iterator[click.Command]:
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert found is not None
                yield from each(found)
        else:
            yield command

    context = click.Context(cli)
    reading = [
        (command.name, options)
        for command in each(cli)
        if "--store" in (options := {name for param in command.params for name in param.opts})
    ]
    assert len(reading) >= 14
    assert [name for name, options in reading if not {"--records", "--ceiling"} <= options] == []
    sources = (RECORD.parent / "enishi/cli").glob("*.py")
    assert {path.stem for path in sources if "load_settings(" in path.read_text("utf-8")} == {
        "options",
        "completing",
    }


@pytest.mark.parametrize("args", list(commands()), ids=lambda args: " ".join(args)[:90])
def test_nothing_above_the_ceiling_shows(
    left, twins: tuple[Path, Path], args: tuple[str, ...]
) -> None:
    bare, full = (left(folder, *args) for folder in twins)
    assert full == bare
    if not any(MARK.search(word.encode()) for word in args):  # what one typed may be said back
        assert not MARK.search(full.whole)


def test_no_saved_query_and_no_statement_shows_anything(left, twins: tuple[Path, Path]) -> None:
    entered = [
        "MATCH (n:Entity) RETURN n.id AS id, n.name_ja AS name, n.search AS keys ORDER BY id;",
        "MATCH (a)-[r]->(b) RETURN r ORDER BY r.id;",
        "MATCH (n) RETURN count(n) AS nodes;",
        "MATCH (b:Build) RETURN b;",
        ":format json",
    ]
    for saved in load_catalogue().values():
        given = " ".join(f"{name}={shlex.quote(value)}" for name, value in saved.example.items())
        entered.append(f":run {saved.id} {given}")
    args = ("shell", *PLACE, *DAY, "--max-rows", "9999")
    bare, full = (left(folder, *args, stdin="\n".join(entered) + "\n") for folder in twins)
    assert full == bare
    assert (full.code, full.out.count('"query":') >= len(load_catalogue())) == (0, True), full.err
    assert not MARK.search(full.whole)


def test_completion_offers_nothing_either(process, twins: tuple[Path, Path]) -> None:
    for line in (
        "enishi why ",
        "enishi why zqxvb",
        "enishi why 秘番",
        "enishi query run conflicts -p subject=",
    ):
        bare, full = (
            process(COMP_LINE=line, _ENISHI_COMPLETE="powershell_complete", ENISHI_STORE=str(folder / "graph.kgl"),
                    ENISHI_RECORDS=str(folder / "mine"))
            for folder in twins
        )  # fmt: skip
        assert full == bare
        assert not MARK.search(full.out.encode())


def test_the_files_of_the_graph_hold_nothing_either(twins: tuple[Path, Path]) -> None:
    """Only the name of the claims tells, by a hash, which state of the files they were made from."""
    bare, full = (
        {
            re.sub(r"\.[0-9a-f]{16}\.claims", ".claims", path.name): path
            for path in folder.glob("graph.kgl*")
        }
        for folder in twins
    )
    assert {name: path.read_bytes() for name, path in bare.items()} == {
        name: path.read_bytes() for name, path in full.items()
    }
    assert len(full) == 2
    assert not any(MARK.search(said_in(path)) for path in full.values())


def test_each_ceiling_has_files_of_its_own(left, twins: tuple[Path, Path], tmp_path: Path) -> None:
    _, full = twins
    (tmp_path / "mine").symlink_to(full / "mine")
    for ceiling in ("public", "部内限り", "restricted"):
        done = left(tmp_path, "build", *PLACE, "--ceiling", ceiling)
        assert done.code == 0, done.err
    stores = sorted(path.name for path in tmp_path.glob("*.kgl"))
    assert stores == ["graph.internal.kgl", "graph.kgl", "graph.restricted.kgl"]
    assert len(list(tmp_path.glob("*.claims.jsonl"))) == 3
    public = [p for p in tmp_path.iterdir() if p.is_file() and p.name.startswith("graph.kgl")]
    internal = [p for p in tmp_path.iterdir() if p.name.startswith("graph.internal.")]
    restricted = [p for p in tmp_path.iterdir() if p.name.startswith("graph.restricted.")]
    assert [len(public), len(internal), len(restricted)] == [2, 2, 2]
    assert not any(MARK.search(said_in(path)) for path in (*public, *internal))
    assert all(MARK.search(said_in(path)) for path in restricted)


def test_all_of_it_shows_where_it_may(twins: tuple[Path, Path]) -> None:
    """Else the tests above would prove nothing."""
    _, full = twins
    made = project(RECORD, "", Handling.RESTRICTED, own=[full / "mine"])
    said = "\n".join(map(repr, made.resolution.claims)).casefold()
    for word in (
        "zqxvb memo", "zqxvb desk", "秘番庁", "zqxvba", "秘番覚書", "p zqxvb", "zqxvb in spring", "2037-03-07", "秘番国", "秘番名",
        "zqxvb list", "2037-05-01", "zqxvb title", "2037-04-04", "zqxvb city", "forum:zqxvb-group", "agreement:zqxvb-draft",
    ):  # fmt: skip
        assert word in said, word
    loi = next(n for n in made.batch.nodes if n.id == "agreement:jp-eu-quantum-loi-2025")
    assert loi.props["signed_on"] == "2025-05-12"
    assert "agreement:jp-no-open SIGNED" not in said
    assert "zqxvb reason" not in said
    assert "zqxvb notes" not in said


# What is wrong ------------------------------------------------------------------------------------------------------


def test_what_is_wrong_is_told_only_to_whoever_may_see_it(
    left, small_record: Path, tmp_path: Path
) -> None:
    _write(
        tmp_path / "mine",
        {
            "agreements/zqxvb.yaml": "id: agreement:zqxvb\nby: s-zqxvb\nhandling: restricted\ntitel: {ja: 秘番}\n"
        },
    )
    record = ("--record", str(small_record))
    for command in (
        ("build", *PLACE),
        ("status", *PLACE),
        ("export", "--format", "jsonl", *BESIDE),
    ):
        done = left(tmp_path, *command, *record)
        assert (done.code, done.out) == (1, "")
        assert "enishi check --records mine" in done.err
        assert not MARK.search(done.whole)
    told = left(tmp_path, "build", *PLACE, "--ceiling", "restricted", *record)
    assert told.code == 1
    assert "mine/agreements/zqxvb.yaml:4: " in told.err
    checked = left(tmp_path, "check", record[1], *BESIDE)
    assert checked.code == 1
    assert checked.out.startswith("[RESTRICTED]\n")
    assert "\nmine/agreements/zqxvb.yaml:4: " in f"\n{checked.out}"


def test_a_file_under_another_name_is_refused(
    left, twins: tuple[Path, Path], tmp_path: Path
) -> None:
    _, full = twins
    (tmp_path / "mine").symlink_to(full / "mine")
    assert left(tmp_path, "build", *PLACE, "--ceiling", "restricted").code == 0
    (tmp_path / "graph.restricted.kgl").rename(tmp_path / "graph.kgl")
    done = left(tmp_path, "cypher", "MATCH (n:Entity) RETURN n.id ORDER BY n.id", *PLACE)
    assert (done.code, done.out) == (1, "")
    assert "--ceiling restricted" in done.err


@pytest.mark.parametrize("word", ["secret", "公開"])
def test_a_ceiling_that_there_is_not(left, tmp_path: Path, monkeypatch, word: str) -> None:
    done = left(tmp_path, "status", "--ceiling", word)
    assert (done.code, done.out) == (2, "")
    assert "restricted (関係者限り)" in done.err
    monkeypatch.setenv("ENISHI_CEILING", word)
    done = left(tmp_path, "status")
    assert (done.code, done.out) == (2, "")
    assert "restricted (関係者限り)" in done.err


# The mark -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "line", "mark"),
    [("en", "Handling: internal.", "[INTERNAL]"), ("ja", "取扱い：部内限り。", "【部内限り】")],
)
def test_an_answer_says_how_far_it_may_travel(
    asked, tmp_path: Path, lang: str, line: str, mark: str
) -> None:
    done = asked("query", "run", "conflicts", "--lang", lang)
    assert done.out.startswith(f"{mark}\n")
    assert line in done.out
    sheet = tmp_path / "conflicts.xlsx"
    assert (
        asked("query", "run", "conflicts", "--lang", lang, "--format", "xlsx", "-o", sheet).code
        == 0
    )
    unpacked = _unpacked(sheet.read_bytes()).decode("utf-8", "replace")
    assert f"&amp;R{line.rstrip('。.').split('：')[-1].split(': ')[-1]}" in unpacked


def test_what_is_handled_with_more_care_than_was_named_is_refused(
    asked, monkeypatch, shipped_store: Path
) -> None:
    done = asked("query", "run", "conflicts", "--ceiling", "public")
    assert (done.code, done.out) == (2, "")
    assert "--ceiling internal" in done.err
    done = asked("query", "run", "conflicts", "--ceiling", "public", "--lang", "ja")
    assert "「部内限り」" in done.err
    done = asked("export", "--format", "csv", "--query", "thin-evidence", "--ceiling", "public")
    assert (done.code, done.out) == (2, "")
    with (
        package.open(shipped_store, ceiling="public") as graph,
        pytest.raises(UsageError, match="internal"),
    ):
        graph.query("conflicts")
    with package.open(shipped_store) as graph:
        assert graph.query("conflicts").coverage.handling is Handling.INTERNAL
        assert graph.query("partner-gap", forum="MDQ").coverage.handling is Handling.PUBLIC


def test_python_sees_what_its_ceiling_lets_it(twins: tuple[Path, Path], tmp_path: Path) -> None:
    _, full = twins
    store = tmp_path / "graph.kgl"
    for ceiling, seen in ((None, 0), ("internal", 0), ("関係者限り", 1)):
        with package.open(store, records=[full / "mine"], ceiling=ceiling) as graph:
            rows = graph.cypher(
                "MATCH (a:Agreement {id: 'agreement:zqxvb-draft'}) RETURN a.id AS id"
            )
            assert len(rows) == seen
    with pytest.raises(EnishiError, match="no handling"):
        package.open(store, ceiling="all")


# Clocks -------------------------------------------------------------------------------------------------------------


def test_what_was_recorded_and_withdrawn_is_known_in_between(tmp_path: Path) -> None:
    _write(
        tmp_path / "mine",
        {
            "sources/us.yaml": SOURCES,
            "countries/GB.yaml": "id: country:GB\nby: undated-note\nrecorded_on: 2026-05-01\nwithdrawn_on: 2026-06-01\n"
            "names: [{ja: 我が方の呼称, use: variant}]\n",
        },
    )
    for day, known in (
        ("2026-04-30", False),
        ("2026-05-01", True),
        ("2026-05-31", True),
        ("2026-06-01", False),
        ("", False),
    ):
        store = tmp_path / f"{day or 'now'}.kgl"
        build(RECORD, store, day, Handling.INTERNAL, own=[tmp_path / "mine"])
        key = next(iter(tmp_path.glob(f"{day or 'now'}.kgl.*"))).name.split(".")[2]
        with claims_beside(store, key).open(encoding="utf-8") as lines:
            values = {claim.value for claim, _ in read_jsonl(lines)}
        assert ("我が方の呼称" in values) == known, day
