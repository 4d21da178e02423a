"""Marks: a graph as it was on a day, kept under a name with the claims behind it: what was answered then.

A mark is three files in the user's data folder: the store, its claims, and a note with the day and the hash of both.
What was marked under a ceiling is found again under that ceiling only.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from enishi.builds import build_of, projection_path
from enishi.claims_files import claims_beside
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, reason_of
from graphmodel.stores.embedded import EmbeddedStore
from graphmodel.vocab import Handling

_NAME = re.compile(r"\w[\w-]*")


class Mark(NamedTuple):
    """A mark.

    Attributes:
        name: Its name.
        made_on: ISO day on which it was made.
        build: Key of the build.
        ceiling: Highest handling of what is in it.
        hash: Hash of the store and the claims, as they were written.
        path: The store, as `--store` takes it together with the ceiling.
    """

    name: str
    made_on: str
    build: str
    ceiling: Handling
    hash: str
    path: Path

    @property
    def store(self) -> Path:
        """The store's own file."""
        return projection_path(self.path, "", self.ceiling)


def make_mark(name: str, store_path: Path, ceiling: Handling, today: str) -> Mark:
    """Keep a graph under a name.

    Args:
        name: The name.
        store_path: The graph's own file.
        ceiling: The ceiling that it was built under.
        today: ISO day.

    Raises:
        UsageError: If the name is none, or is taken: what was marked is never overwritten.
        EnishiError: If it cannot be written.
    """
    if not _NAME.fullmatch(name) or name == "now":
        raise UsageError(
            Message("{name!r} is no name of a mark.", name=name),
            Message("Write letters, digits, hyphens and low lines: briefing-2026-11."),
        )
    if find_mark(name, ceiling):
        raise UsageError(
            Message("There is a mark {name} already; it is left as it is.", name=name),
            Message("Choose another name."),
        )
    with EmbeddedStore(store_path) as graph:
        key = build_of(graph)
    claims = claims_beside(store_path, key)
    path = _folder() / f"{name}.kgl"
    store = projection_path(path, "", ceiling)
    kept = store.with_name(claims.name.replace(store_path.name, store.name, 1))
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(claims, kept)
        shutil.copyfile(store_path, store)
        mark = Mark(name, today, key, ceiling, _hash(store, kept), path)
        note = {"made_on": today, "build": key, "ceiling": ceiling.value, "sha256": mark.hash}
        _note(store).write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise EnishiError(
            Message("{path} cannot be written: {reason}.", path=store, reason=reason_of(error)),
            Message("Make room, or correct the rights of the folder."),
        ) from error
    return mark


def find_mark(name: str, ceiling: Handling) -> Mark | None:
    """A mark by its name, if there is one under a ceiling."""
    return next((mark for mark in all_marks(ceiling) if mark.name == name), None)


def all_marks(ceiling: Handling) -> Iterator[Mark]:
    """The marks that were made under a ceiling, by name.

    Raises:
        EnishiError: If the note of one cannot be read.
    """
    ending = projection_path(Path("x.kgl"), "", ceiling).name.removeprefix("x") + ".json"
    for note in sorted(_folder().glob(f"*{ending}")):
        name = note.name.removesuffix(ending)
        if not _NAME.fullmatch(name):
            continue  # made under another ceiling
        try:
            held = json.loads(note.read_text(encoding="utf-8"))
            made_on, build, sha256 = held["made_on"], held["build"], held["sha256"]
        except (OSError, ValueError, KeyError, TypeError):
            raise EnishiError(
                Message("{path} is no note of a mark.", path=note),
                Message("Bring it back from a copy, or delete it with the files of the mark."),
            ) from None
        yield Mark(name, made_on, build, ceiling, sha256, _folder() / f"{name}.kgl")


def require_intact(mark: Mark) -> None:
    """Refuse a mark whose files are no longer those that were written.

    Raises:
        EnishiError: If they are not.
    """
    try:
        same = _hash(mark.store, claims_beside(mark.store, mark.build)) == mark.hash
    except OSError:
        same = False
    if not same:
        raise EnishiError(
            Message(
                "The files of the mark {name} are not those that were written.", name=mark.name
            ),
            Message("They are at {path}; bring them back from a copy.", path=mark.store),
        )


def _hash(store: Path, claims: Path) -> str:
    digest = sha256()
    for path in (store, claims):
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _note(store: Path) -> Path:
    return store.with_name(f"{store.name}.json")


def _folder() -> Path:
    return user_data_path("enishi") / "marks"
