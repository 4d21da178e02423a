"""The command as a person runs it: in this process for speed, in one of its own where that matters."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import Done, Run, clear_environment, in_process
from tests.shipped import ShippedGraph, parsed_once

__all__ = ["parsed_once"]

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test speaks last is not spoken in the next."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests; English; a cache of one's own."""
    clear_environment(monkeypatch, tmp_path)
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory, shipped_graph: ShippedGraph) -> Path:
    """A graph of the shipped record that no test changes: the worker's own, for commands put others beside it."""
    folder = shutil.copytree(shipped_graph().parent, tmp_path_factory.mktemp("store") / "shipped")
    return folder / "graph.kgl"


@pytest.fixture
def enishi(
    clean_environment: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    """Run the command in this process, exactly as `python -m enishi` does."""

    return in_process(monkeypatch, capfd)


@pytest.fixture
def asked(enishi: Run, shipped_store: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on the graph of the shipped record."""
    monkeypatch.setenv("ENISHI_STORE", str(shipped_store))
    return enishi


@pytest.fixture
def process(clean_environment: None, tmp_path: Path) -> Run:
    """Run the command in a process of its own, in another folder."""

    def run(*args: str | Path, **env: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "enishi", *map(str, args)],
            cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)} | env, capture_output=True, check=False, timeout=120,
        )  # fmt: skip
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def small_record(tmp_path: Path) -> Path:
    """A record of three countries and a forum."""
    folder = tmp_path / "record"
    (folder / "sources").mkdir(parents=True)
    (folder / "countries").mkdir()
    (folder / "fora").mkdir()
    (folder / "sources/m.yaml").write_text(
        "publisher: m\nname: {ja: 省, en: Ministry}\nsources:\n- id: s1\n  title: {ja: 通知}\n"
        "  url: https://www.example.go.jp/1\n  published: 2025-05-13\n  language: ja\n  type: official\n"
        "  completeness: unknown\n  licence: not_stated\n  read_on: 2026-11\n",
        encoding="utf-8",
    )
    for code, ja in (("JP", "日本"), ("GB", "英国"), ("KR", "韓国")):
        (folder / f"countries/{code}.yaml").write_text(
            f"id: country:{code}\nby: enishi\nname: {{ja: {ja}, en: {code}}}\nstatus: state\n", encoding="utf-8"
        )  # fmt: skip
    (folder / "fora/mdq.yaml").write_text(
        "id: forum:mdq\nby: s1\nname: {ja: 対話, en: Dialogue}\ntype: intergovernmental_dialogue\n"
        "members:\n- {list: [JP, GB, KR], role: member}\n",
        encoding="utf-8",
    )
    return folder
