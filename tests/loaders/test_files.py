"""The files of a record: every one is read or told, and none is written by halves, or over what somebody else wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphmodel.errors import EnishiError
from loaders.files import read_contents, write_whole
from tests.loaders.conftest import Folder


def test_links_to_files_and_folders_are_followed(tmp_path: Path) -> None:
    elsewhere, folder = tmp_path / "elsewhere", tmp_path / "record"
    (elsewhere / "deep").mkdir(parents=True)
    (elsewhere / "a.yaml").write_bytes(b"a")
    (elsewhere / "deep/b.yaml").write_bytes(b"b")
    folder.mkdir()
    (folder / "fora").symlink_to(elsewhere)
    (folder / "also").symlink_to(elsewhere)
    (folder / "c.yaml").symlink_to(elsewhere / "a.yaml")
    assert read_contents(folder) == {
        "also/a.yaml": b"a", "also/deep/b.yaml": b"b", "c.yaml": b"a", "fora/a.yaml": b"a", "fora/deep/b.yaml": b"b",
    }  # fmt: skip


def test_links_that_lead_back_are_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/x.yaml").write_bytes(b"x")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "a/over").symlink_to(tmp_path / "b")
    (tmp_path / "b/over").symlink_to(tmp_path / "a")
    assert set(read_contents(tmp_path)) == {"a/x.yaml", "b/over/x.yaml"}


@pytest.mark.parametrize("name", ["fora/x.yml", "fora/x.YAML", "judgements.yml"])
def test_another_ending_is_a_finding(folder: Folder, name: str) -> None:
    folder.write(name, "id: forum:x\n")
    found = [issue for issue in folder.issues() if issue.file == name]
    assert [(issue.code, issue.blocking) for issue in found] == [("file-ending", True)]


@pytest.mark.parametrize("name", ["fora/x.yaml", "fora/x"])
def test_a_link_to_nothing_is_told(folder: Folder, name: str) -> None:
    (folder.path / name).symlink_to(folder.path / "gone")
    with pytest.raises(EnishiError, match=f"{name} cannot be read: No such file"):
        folder.load()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may read everything")
@pytest.mark.parametrize("name", ["fora/mdq.yaml", "fora"])
def test_what_may_not_be_read_is_told(folder: Folder, name: str) -> None:
    mode = (folder.path / name).stat().st_mode
    (folder.path / name).chmod(0)
    try:
        with pytest.raises(EnishiError, match=f"{name} cannot be read: Permission denied"):
            folder.load()
    finally:
        (folder.path / name).chmod(mode)


# Writing ----------------------------------------------------------------------------------------------------------


def test_a_file_is_written_with_its_folder_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "fora/x.yaml"
    write_whole(path, b"old", b"")
    path.chmod(0o640)
    write_whole(path, b"new", b"old")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(path.parent.iterdir()) == [path]


def test_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "x.yaml", tmp_path / "link.yaml"
    path.write_bytes(b"old")
    link.symlink_to(path)
    write_whole(link, b"new", b"old")
    assert (path.read_bytes(), link.is_symlink()) == (b"new", True)


@pytest.mark.parametrize("now", [b"somebody else's", None])
def test_what_has_changed_meanwhile_stays(tmp_path: Path, now: bytes | None) -> None:
    path = tmp_path / "x.yaml"
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(EnishiError, match="has changed meanwhile"):
        write_whole(path, b"ours", b"old")
    assert (path.read_bytes() if path.exists() else None) == now
    assert [p for p in tmp_path.iterdir() if p != path] == []


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    path = tmp_path / "x.yaml"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new", b"old")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def test_two_do_not_write_one_file_at_once(tmp_path: Path) -> None:
    path, unfinished = tmp_path / "x.yaml", tmp_path / ".x.yaml.tmp"
    unfinished.write_bytes(b"")
    with pytest.raises(EnishiError, match="is being written by another command"):
        write_whole(path, b"new", b"")
    assert list(tmp_path.iterdir()) == [unfinished]
