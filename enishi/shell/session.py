"""What a prompt does with what is typed, whoever types it: a person at a terminal or a pipe."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from enishi.cli.output import grid, say, write, write_answer, write_statement
from enishi.cli.query import read_given, saved_query
from enishi.language import speak
from enishi.settings import LANGUAGES, Settings
from graphmodel.cypher_text import mask
from graphmodel.dates import is_iso_day
from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.stores import GraphStore
from queries.catalogue import load_catalogue, search
from queries.header import SavedQuery
from queries.lint import parameters_of
from queries.run import run
from queries.statement import read_params, run_statement

FORMATS = ("table", "json", "jsonl", "csv", "md")
"""Forms in which a prompt shows an answer."""

Ask = Callable[[SavedQuery, Mapping[str, str]], dict[str, str]]
"""Asks for the parameters that a saved query needs and was not given."""


class Command(NamedTuple):
    """A command of the prompt.

    Attributes:
        takes: What may stand behind it.
        ja: What it does, in Japanese.
        en: What it does, in English.
    """

    takes: str
    ja: str
    en: str


COMMANDS = {
    ":help": Command("", "コマンドの一覧", "list the commands"),
    ":queries": Command("[TEXT]", "保存済みクエリの一覧、検索", "list saved queries, or find some"),
    ":run": Command("ID NAME=VALUE …", "保存済みクエリの実行", "run a saved query"),
    ":param": Command(
        "NAME=TEXT | NAME:=JSON",
        "パラメータの設定（なしで一覧）",
        "set a parameter; alone: list them",
    ),
    ":as-of": Command("DAY", "基準日の設定", "set the day for which is asked"),
    ":lang": Command("ja | en", "言語の切替え", "change the language"),
    ":format": Command(" | ".join(FORMATS), "出力形式の切替え", "change the form of answers"),
    ":quit": Command("", "終了", "leave"),
}
"""The commands of the prompt; everything else is Cypher that ends in a semicolon."""

_INTRODUCTION = {
    "ja": "Cypherは「;」で終える。読取り専用。$as_of は基準日。",
    "en": "Cypher ends in a semicolon; only statements that read are run. $as_of is the day for which is asked.",
}


@dataclass
class Session:
    """A prompt's state, and what it does with an entry.

    Attributes:
        graph: The graph.
        settings: The reader's settings.
        as_of: ISO day for which is asked.
        lang: Language of answers.
        ask: Asks for what a saved query needs; an error without.
        format: Form of answers.
        timeout: Seconds that a statement may take.
        max_rows: Rows shown at most.
        params: Parameters of statements.
        left: Whether the reader has left.
    """

    graph: GraphStore
    settings: Settings
    as_of: str
    lang: str
    ask: Ask = lambda _, given: dict(given)
    format: str = "table"
    timeout: float = 30.0
    max_rows: int = 1000
    params: dict[str, Any] = field(default_factory=dict)
    left: bool = False

    def enter(self, text: str) -> None:
        """Do what an entry says: one command, or statements that each end in a semicolon.

        Raises:
            EnishiError: If it cannot be done.
        """
        if is_command(text):
            self._command(text.strip())
            return
        statements, rest = split(text)
        for statement in [*statements, rest]:
            if mask(statement).strip():
                self._statement(statement)

    def _statement(self, statement: str) -> None:
        wanted = parameters_of(statement)
        given = {name: value for name, value in self.params.items() if name in wanted}
        answer = run_statement(
            statement,
            given,
            as_of=self.as_of,
            store=self.graph,
            timeout=self.timeout,
            max_rows=self.max_rows,
        )
        for note in answer.notes:
            say(Message("Note: {note}.", note=note))
        write_statement(answer, self.format, "-", self.lang)

    def _command(self, text: str) -> None:
        name, _, rest = text.partition(" ")
        rest = rest.strip()
        if name == ":run":
            self._run(rest)
        elif name == ":queries":
            self._queries(rest)
        elif name == ":param":
            self._param(rest)
        elif name == ":as-of":
            if not is_iso_day(rest):
                raise UsageError(
                    Message("{rest!r} is no day.", rest=rest),
                    Message("Write it as :as-of 2025-05-01"),
                )
            self.as_of = rest
        elif name == ":lang":
            self.lang = _one_of(LANGUAGES, rest, name)
            speak(self.lang)
        elif name == ":format":
            self.format = _one_of(FORMATS, rest, name)
        elif name in (":quit", ":exit"):
            self.left = True
        elif name == ":help":
            write(help_text(self.lang), "-")
        else:
            raise UsageError(
                Message("There is no command {name}.", name=name),
                Message("There are: {ids}", ids=", ".join(COMMANDS)),
            )

    def _run(self, text: str) -> None:
        try:
            words = shlex.split(text)
        except ValueError as error:
            raise UsageError(
                Message("{text!r}: {reason}.", text=text, reason=error),
                Message("Write :run ID NAME=VALUE"),
            ) from None
        if not words:
            raise UsageError(
                Message("Which query?"), Message("Write :run ID NAME=VALUE; :queries lists them.")
            )
        id_, *params = words
        saved = saved_query(id_, self.settings)
        answer = run(
            saved,
            self.ask(saved, read_given(params)),
            as_of=self.as_of,
            settings=self.settings.own,
            store=self.graph,
            folders=self.settings.queries,
            timeout=self.timeout,
            max_rows=self.max_rows,
        )
        write_answer(answer, self.format, "-", self.lang)

    def _queries(self, text: str) -> None:
        found = search(load_catalogue(self.settings.queries).values(), text)
        heads = {"ja": ("クエリ", "答える問い"), "en": ("Query", "The question it answers")}
        rows = [(query.id, query.question.text(self.lang)) for query in found]
        write(grid(heads[self.lang], rows) + "\n", "-")

    def _param(self, text: str) -> None:
        if text:
            self.params |= read_params([text])
        else:
            write("".join(f"{name} = {value!r}\n" for name, value in self.params.items()), "-")


def is_command(text: str) -> bool:
    """Whether an entry is a command of the prompt."""
    return text.lstrip().startswith(":")


def is_whole(text: str) -> bool:
    """Whether an entry can be done: a command, nothing, or a statement that ends in a semicolon."""
    return is_command(text) or not text.strip() or mask(text).rstrip().endswith(";")


def split(text: str) -> tuple[list[str], str]:
    """The statements of a text that end in a semicolon, and what is left; one inside of text ends nothing."""
    statements, start = [], 0
    for index, char in enumerate(mask(text)):
        if char == ";":
            statements.append(text[start:index])
            start = index + 1
    return statements, text[start:]


def help_text(lang: str) -> str:
    """The commands, and what ends a statement."""
    rows = [
        (f"{name} {command.takes}".strip(), command.ja if lang == "ja" else command.en)
        for name, command in COMMANDS.items()
    ]
    heads = {"ja": ("コマンド", "内容"), "en": ("Command", "What it does")}[lang]
    return f"{_INTRODUCTION[lang]}\n{grid(heads, rows)}\n"


def _one_of(words: tuple[str, ...], given: str, command: str) -> str:
    if given not in words:
        raise UsageError(
            Message("{given!r} is not one of {words}.", given=given, words=", ".join(words)),
            Message("{example}", example=f"{command} {words[0]}"),
        )
    return given
