"""A build makes a whole new graph or leaves the old one as it was, whatever happens to it on the way."""

from __future__ import annotations

import errno
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from enishi.builds import build, build_key, build_of, read_claims
from graphmodel.errors import EnishiError
from graphmodel.stores.base import StoreError
from graphmodel.stores.embedded import EmbeddedStore
from loaders.files import hash_record
from loaders.record import RecordError
from tests.queries.small_world import write_small_world

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "data"


def held(store: Path) -> str:
    """Key of the build in a store, whose claims must be there and readable."""
    with EmbeddedStore(store) as graph:
        key = build_of(graph)
        assert read_claims(graph, store, "")
    return key


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# The seven of the acceptance, through the command ------------------------------------------------------------------


def spoil(record: Path) -> None:
    """Seven files, each wrong in another way."""
    agreement = (
        "id: agreement:{0}\nby: s1\ntitle: {{ja: 覚書, en: Memorandum}}\ntype: contract\nlevel: government\n"
        "scope: dedicated\nstage: signed\nsigned_on: 2025-05-13\nparties: [JP, GB]\n"
    )
    changes: dict[str, Callable[[str], str]] = {
        "country": lambda text: text.replace("GB]", "country:ZZ]"),
        "date": lambda text: text.replace("2025-05-13", "2025-02-30"),
        "field": lambda text: text + "colour: blue\n",
        "key": lambda text: text + "type: contract\n",
        "source": lambda text: text.replace("contract", "{is: contract, by: s9}"),
        "anchor": lambda text: text.replace("contract", "&kind contract"),
        "twice": lambda text: text.replace("agreement:twice", "agreement:date"),
    }
    (record / "agreements").mkdir()
    for name, change in changes.items():
        text = change(agreement.format(name))
        (record / f"agreements/{name}.yaml").write_text(text, encoding="utf-8")


SEVEN = [
    "agreements/anchor.yaml:4:", "agreements/country.yaml:9:", "agreements/date.yaml:8:", "agreements/field.yaml:10:",
    "agreements/key.yaml:10:", "agreements/source.yaml:4:", "agreements/twice.yaml:1:",
]  # fmt: skip


def test_check_tells_the_seven(enishi, small_record: Path) -> None:
    assert enishi("check", small_record).code == 0
    spoil(small_record)
    done = enishi("check", small_record)
    assert done.code == 1
    lines = [line for line in done.out.splitlines() if line.startswith(str(small_record))]
    assert len(lines) == 7
    for line, place in zip(lines, SEVEN, strict=True):
        assert line.startswith(f"{small_record}/{place}")
    assert "7 findings" in done.err
    assert "Traceback" not in done.err


def test_a_broken_record_leaves_the_old_graph_untouched(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    store = tmp_path / "kept" / "graph.kgl"
    args = ("--record", small_record, "--store", store)
    assert enishi("build", *args).code == 0
    before = files(store.parent)
    spoil(small_record)
    done = enishi("build", *args)
    assert (done.code, done.out) == (1, "")
    assert [line for line in done.err.splitlines() if line.startswith("agreements/")] != []
    assert all(place in done.err for place in SEVEN)
    assert "the old graph is untouched" in done.err
    assert "Traceback" not in done.err
    assert files(store.parent) == before
    after = enishi("status", *args)
    assert after.code == 0
    assert "another state of the record" in after.err


def test_a_broken_record_makes_no_graph(enishi, small_record: Path, tmp_path: Path) -> None:
    spoil(small_record)
    store = tmp_path / "new" / "graph.kgl"
    done = enishi("status", "--record", small_record, "--store", store)
    assert (done.code, done.out) == (1, "")
    assert not store.parent.exists()


def test_harmless_findings_do_not_keep_a_graph_from_being_built(
    enishi, small_record: Path, tmp_path: Path
) -> None:
    (small_record / "countries/FR.yaml").write_text(
        "id: country:FR\nby: enishi\nname: {ja: フランス, en: France}\nstatus: state\n",
        encoding="utf-8",
    )
    assert enishi("check", small_record).code == 1
    assert enishi("build", "--record", small_record, "--store", tmp_path / "graph.kgl").code == 0


# When the disk fails ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nth", [1, 2])
def test_a_full_disk_leaves_the_old_graph_untouched(
    small_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    """The first rename is that of the claims, the second that of the store."""
    store = tmp_path / "kept" / "graph.kgl"
    build(small_record, store)
    key, before = held(store), store.read_bytes()
    with (small_record / "countries/JP.yaml").open("a", encoding="utf-8") as file:
        file.write("notes: changed\n")
    calls = 0
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == nth:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreError, match="cannot be written") as caught:
        build(small_record, store)
    assert "untouched" in caught.value.hint
    monkeypatch.undo()
    assert calls == nth
    assert store.read_bytes() == before
    assert held(store) == key
    assert [path.name for path in store.parent.iterdir() if path.name.endswith(".tmp")] == []
    build(small_record, store)
    assert held(store) != key


@pytest.mark.parametrize("content", [b"", b"not a graph", b"\x00" * 4096])
def test_a_file_that_is_no_graph_is_told_and_can_be_built_over(
    enishi, small_record: Path, tmp_path: Path, content: bytes
) -> None:
    store = tmp_path / "graph.kgl"
    store.write_bytes(content)
    args = ("--record", small_record, "--store", store)
    done = enishi("status", *args)
    assert (done.code, done.out) == (1, "")
    assert "enishi build" in done.err
    assert "Traceback" not in done.err
    assert enishi("build", *args).code == 0
    assert enishi("status", *args).code == 0


def test_claims_that_are_gone_are_told(enishi, small_record: Path, tmp_path: Path) -> None:
    args = ("--record", small_record, "--store", tmp_path / "graph.kgl")
    enishi("build", *args)
    next(tmp_path.glob("*.claims.jsonl")).unlink()
    done = enishi("why", "forum:mdq", *args)
    assert (done.code, done.out) == (1, "")
    assert "enishi build" in done.err
    enishi("build", *args)
    assert enishi("why", "forum:mdq", *args).code == 0


@pytest.mark.parametrize("text", ['{"id": "x", "subj', '{"id": "x"}\n', "[1]\n", b"\xff"])
def test_claims_that_were_cut_are_told(
    enishi, small_record: Path, tmp_path: Path, text: str | bytes
) -> None:
    args = ("--record", small_record, "--store", tmp_path / "graph.kgl")
    enishi("build", *args)
    claims = next(tmp_path.glob("*.claims.jsonl"))
    claims.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = enishi("why", "forum:mdq", *args)
    assert (done.code, done.out) == (1, "")
    assert f"{claims} cannot be read" in done.err
    assert "enishi build" in done.err


def test_a_folder_that_may_not_be_entered_is_told(
    enishi, small_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may enter every folder: it is refused by hand."""
    store, exists = tmp_path / "graph.kgl", Path.exists

    def refuse(path: Path, **more: bool) -> bool:
        if path == store:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return exists(path, **more)

    monkeypatch.setattr(Path, "exists", refuse)
    for args in (("query", "run", "conflicts"), ("query", "show", "conflicts")):
        done = enishi(*args, "--record", small_record, "--store", store)
        assert f"{store} cannot be read: Permission denied" in done.err + done.out


def test_two_stores_in_a_folder_do_not_take_each_others_claims(
    small_record: Path, tmp_path: Path
) -> None:
    names = ["a.kgl", "a.b.kgl", "a@2025-06-01.kgl", "ab.kgl", "[a].kgl"]
    for name in names:
        build(small_record, tmp_path / name)
    old = time.time() - 7 * 24 * 3600
    for path in tmp_path.glob("*.claims.jsonl"):
        os.utime(path, (old, old))
    with (small_record / "countries/JP.yaml").open("a", encoding="utf-8") as file:
        file.write("notes: changed\n")
    build(small_record, tmp_path / "a.kgl")
    for name in names:
        held(tmp_path / name)


def test_what_earlier_builds_left_is_cleared_away(small_record: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    build(small_record, folder / "graph.kgl")
    (stale,) = folder.glob("*.claims.jsonl")
    for name in (".graph.kgl.123.tmp", f".{stale.name}.123.tmp"):
        (folder / name).write_bytes(b"half")
    old = time.time() - 7 * 24 * 3600
    for path in folder.iterdir():
        os.utime(path, (old, old))
    with (small_record / "countries/JP.yaml").open("a", encoding="utf-8") as file:
        file.write("notes: changed\n")
    build(small_record, folder / "graph.kgl")
    assert len(list(folder.iterdir())) == 2
    assert not stale.exists()


def test_the_key_names_record_and_program(small_record: Path) -> None:
    assert build_key(hash_record(small_record)) != build_key(hash_record(RECORD))
    assert build_key("a") == build_key("a")


def test_a_record_with_findings_says_all_of_them(small_record: Path, tmp_path: Path) -> None:
    spoil(small_record)
    with pytest.raises(RecordError) as caught:
        build(small_record, tmp_path / "graph.kgl")
    assert len(caught.value.issues) == 7
    assert isinstance(caught.value, EnishiError)
    assert caught.value.exit_code == 1


# kill -9 ------------------------------------------------------------------------------------------------------------

FORKER = """\
import os, signal, sys
import kglite, yaml, enishi.cli.make, graphmodel.resolve, graphmodel.stores.embedded, loaders.checks, loaders.record
from enishi.__main__ import main

def die_at(nth, folder):
    seen = 0
    def hook(event, args):
        nonlocal seen
        if event in ("open", "os.rename", "os.remove") and folder in str(args[0]):
            seen += 1
            if seen == nth:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

for line in sys.stdin:
    record, store, nth = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.argv = ["enishi", "build", "--record", record, "--store", store]
        die_at(int(nth), os.path.dirname(store))
        try:
            main()
        except SystemExit as end:
            os._exit(end.code or 0)
        os._exit(0)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Starts `enishi build` anew for each line that it reads, without the time that Python needs to start; the build kills
itself before the nth time that it opens, renames or deletes a file beside the store (0: never)."""


class Killer:
    """Two states of a record, a store, and builds that do not live to their end."""

    def __init__(self, folder: Path, forker: subprocess.Popen[str]) -> None:
        self._forker = forker
        self.records = [folder / "one", folder / "two"]
        for record in self.records:
            write_small_world(record)
        with (self.records[1] / "countries/JP.yaml").open("a", encoding="utf-8") as file:
            file.write("notes: another state of the record\n")
        self.keys = [build_key(hash_record(record)) for record in self.records]
        assert self.keys[0] != self.keys[1]
        self.store = folder / "store" / "graph.kgl"
        assert self.build(self.records[0]) == 0
        self.current = held(self.store)

    def build(self, record: Path, seconds: float = 60, nth: int = 0) -> int:
        """Build, and kill the build after so many seconds or at its nth file; returns how it ended."""
        assert self._forker.stdin is not None
        assert self._forker.stdout is not None
        self._forker.stdin.write(f"{record}\t{self.store}\t{nth}\n")
        self._forker.stdin.flush()
        child = int(self._forker.stdout.readline())
        ended, _, _ = select.select([self._forker.stdout], [], [], seconds)
        if not ended:
            with suppress(ProcessLookupError):  # it may have ended just now
                os.kill(child, signal.SIGKILL)
        return int(self._forker.stdout.readline())

    def strike(self, seconds: float = 60, nth: int = 0) -> tuple[int, bool]:
        """Build the other state over the current one; whatever becomes of it, the store holds one of the two.

        Returns how it ended, and whether the store holds the new one.
        """
        for path in self.store.parent.glob("*.claims.jsonl"):
            if self.current not in path.name:
                path.unlink()
        target = 1 - self.keys.index(self.current)
        code = self.build(self.records[target], seconds, nth)
        before, self.current = self.current, held(self.store)
        assert self.current in (before, self.keys[target])
        return code, self.current != before


@pytest.fixture
def killer(tmp_path: Path, clean_environment: None) -> Iterator[Killer]:
    if not hasattr(os, "fork"):
        pytest.skip("kill -9 is of Unix")
    with subprocess.Popen(
        [sys.executable, "-c", FORKER],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as forker:  # fmt: skip
        yield Killer(tmp_path, forker)
        assert forker.stdin is not None
        forker.stdin.close()


def test_a_build_that_is_killed_leaves_the_old_graph_or_the_new(killer: Killer) -> None:
    """Fifty builds, each killed at a random point: half anywhere, half in the part in which files are written."""
    durations = []
    for _ in range(3):
        began = time.perf_counter()
        assert killer.strike() == (0, True)
        durations.append(time.perf_counter() - began)
    duration = sorted(durations)[1]
    chance = random.Random(20261125)  # noqa: S311 - a seed, not a secret
    ends = []
    for turn in range(50):
        share = chance.uniform(0.0, 1.05) if turn % 2 else chance.uniform(0.6, 1.15)
        ends.append(killer.strike(duration * share))
    assert [code for code, _ in ends].count(-signal.SIGKILL) >= 10, "too few were killed"
    assert [new for _, new in ends].count(True) >= 1, "none got as far as the new graph"


def test_a_build_that_dies_at_any_of_its_files_leaves_the_old_graph_or_the_new(
    killer: Killer,
) -> None:
    """The claims are opened and renamed, the store is renamed: each of these may be the last thing that happens."""
    ends = []
    for nth in range(1, 100):
        ends.append(killer.strike(nth=nth))
        if ends[-1][0] == 0:
            break
    assert ends[-1] == (0, True)
    assert [code for code, _ in ends[:-1]] == [-signal.SIGKILL] * (len(ends) - 1)
    assert len(ends) >= 4
    assert killer.strike() == (0, True)
