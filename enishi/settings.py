"""What a user may set, by option or environment; nothing is read from the network."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.stores.address import ServerAddress, is_address
from graphmodel.vocab import Handling

LANGUAGES = ("ja", "en")
"""Languages that the program speaks."""


@dataclass(frozen=True)
class Settings:
    """The settings of one run.

    Attributes:
        record: Folder of the record (`ENISHI_RECORD`; the shipped one by default).
        records: Folders of the reader's own beside it (`ENISHI_RECORDS`, several as in PATH; none by default).
        ceiling: Highest handling of what may be seen (`ENISHI_CEILING`; public by default).
        chosen_ceiling: Whether the reader named the ceiling: then what is always handled with more care is refused.
        store: File of the graph, or server (`ENISHI_STORE`, `NEO4J_URI`; a file in the user's cache by default). Who
            asks a server, and for which database, is in `NEO4J_USERNAME`, `NEO4J_PASSWORD` and `NEO4J_DATABASE`.
        chosen_store: Whether the user named the store: it is then used as it is, even if the record has moved on.
        party: The reader's own side (`ENISHI_PARTY`; JP by default).
        lang: `ja` or `en` (`ENISHI_LANG`; the locale's by default).
        queries: Folders of the user's own saved queries (`ENISHI_QUERIES`, several as in PATH), if any.
        phrases: Folders of the user's own words for briefings (`ENISHI_PHRASES`, several as in PATH), if any.
    """

    record: Path
    records: tuple[Path, ...]
    ceiling: Handling
    chosen_ceiling: bool
    store: Path | ServerAddress
    chosen_store: bool
    party: str
    lang: str
    queries: tuple[Path, ...]
    phrases: tuple[Path, ...]

    @property
    def own(self) -> dict[str, str]:
        """What a saved query is told of the reader: `party`, and the `ceiling` if they named one."""
        named = {"ceiling": self.ceiling.value} if self.chosen_ceiling else {}
        return {"party": self.party, **named}


def load_settings(
    store: str | Path | None = None,
    record: Path | None = None,
    lang: str | None = None,
    queries: Iterable[Path] = (),
    records: Iterable[Path] = (),
    ceiling: str | None = None,
    phrases: Iterable[Path] = (),
) -> Settings:
    """Settings from options, then the environment, then defaults.

    Raises:
        UsageError: If the language is none that the program speaks, or the ceiling none that there is.
    """
    env = os.environ
    named = str(store or env.get("ENISHI_STORE") or "")
    place: Path | ServerAddress
    if is_address(named) or (not named and env.get("NEO4J_URI")):
        place = _server(named or env["NEO4J_URI"])
    else:
        place = Path(named) if named else user_cache_path("enishi") / "graph.kgl"
    lang = lang or env.get("ENISHI_LANG") or _locale_language()
    if lang not in LANGUAGES:
        raise UsageError(
            Message("ENISHI_LANG is {lang!r}.", lang=lang),
            Message("Set it to one of {languages}.", languages=", ".join(LANGUAGES)),
        )
    folder = record or (
        Path(env["ENISHI_RECORD"]) if env.get("ENISHI_RECORD") else shipped_record()
    )
    word = ceiling or env.get("ENISHI_CEILING", "")
    return Settings(
        record=folder,
        records=tuple(dict.fromkeys(records)) or _folders("ENISHI_RECORDS"),
        ceiling=read_ceiling(word) if word else Handling.PUBLIC,
        chosen_ceiling=bool(word),
        store=place,
        chosen_store=bool(named or env.get("NEO4J_URI")),
        party=env.get("ENISHI_PARTY", "JP"),
        lang=lang,
        queries=tuple(queries) or _folders("ENISHI_QUERIES"),
        phrases=tuple(phrases) or _folders("ENISHI_PHRASES"),
    )


def read_ceiling(word: str) -> Handling:
    """The ceiling that a word stands for, in either language.

    Raises:
        UsageError: If it is none.
    """
    for handling in Handling:
        if word in (handling.value, handling.ja):
            return handling
    known = ", ".join(f"{handling.value} ({handling.ja})" for handling in Handling)
    raise UsageError(
        Message("{word!r} is no handling.", word=word),
        Message("Write one of {known}.", known=known),
    )


def _folders(name: str) -> tuple[Path, ...]:
    """The folders that a variable of the environment names."""
    return tuple(Path(folder) for folder in os.environ.get(name, "").split(os.pathsep) if folder)


def _server(text: str) -> ServerAddress:
    env = os.environ
    return ServerAddress(
        text,
        env.get("NEO4J_USERNAME") or "neo4j",
        env.get("NEO4J_PASSWORD", ""),
        env.get("NEO4J_DATABASE", ""),
    )


def shipped_record() -> Path:
    """The record that came with the program: inside the package, or beside it in a checkout."""
    here = Path(__file__).parent
    packaged = here / "record"
    return packaged if packaged.is_dir() else here.parent / "data"


def _locale_language() -> str:
    name = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "ja" if name.lower().startswith("ja") else "en"
