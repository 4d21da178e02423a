"""What may come next at the prompt: commands, saved queries, parameters, labels, ties, properties, ids, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from enishi.cli.pick import CandidateCompleter
from enishi.settings import LANGUAGES
from enishi.shell.session import COMMANDS, FORMATS, Session, is_command
from graphmodel.errors import EnishiError
from graphmodel.kinds import KINDS, TIES
from queries.catalogue import load_catalogue
from queries.entities import named_entities
from queries.header import SavedQuery
from queries.lint import known_labels, known_properties
from queries.params import candidates

_LABEL = re.compile(r"\(\s*\w*\s*(?::\s*\w+\s*)*:\s*(\w*)$")
_TYPE = re.compile(r"\[\s*\w*\s*:\s*(?:\w+\s*\|\s*:?\s*)*(\w*)$")
_PROPERTY = re.compile(r"\b[A-Za-z_]\w*\.(\w*)$")
_TEXT = re.compile(r"'([^']*)$")
_PARAMETER = re.compile(r"\$(\w*)$")
_WORD = re.compile(r"(\w+)$")
_KEYWORDS = (
    "AND", "AS", "ASC", "CALL", "CASE", "CONTAINS", "COUNT", "DESC", "DISTINCT", "ELSE", "END", "ENDS WITH", "EXISTS",
    "IN", "IS NOT NULL", "IS NULL", "LIMIT", "MATCH", "NOT", "OPTIONAL MATCH", "OR", "ORDER BY", "RETURN", "SKIP",
    "STARTS WITH", "THEN", "UNION", "UNWIND", "WHEN", "WHERE", "WITH", "coalesce", "collect", "count", "labels",
    "length", "max", "min", "nodes", "relationships", "shortestPath", "size", "sum", "toLower", "type",
)  # fmt: skip


class ShellCompleter(Completer):
    """Completes an entry of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def _queries(self) -> dict[str, SavedQuery]:
        try:
            return load_catalogue(self._session.settings.queries)
        except EnishiError:  # told where one is run; whoever types is not interrupted
            return load_catalogue()

    @cached_property
    def _ids(self) -> CandidateCompleter:
        return CandidateCompleter(named_entities(self._session.graph))

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """What may come next."""
        text = document.text_before_cursor
        if is_command(text):
            return self._of_command(text.lstrip(), complete_event)
        return self._of_statement(text, complete_event)

    def _of_command(self, text: str, event: CompleteEvent) -> Iterable[Completion]:
        name, *words = text.split(" ")
        if not words:
            return _words(name, {name: self._said(name) for name in COMMANDS})
        if name == ":lang":
            return _words(words[-1], LANGUAGES)
        if name == ":format":
            return _words(words[-1], FORMATS)
        if name != ":run":
            return ()
        if len(words) == 1:
            lang = self._session.lang
            return _words(words[0], {i: q.title.text(lang) for i, q in self._queries.items()})
        return self._of_parameter(self._queries.get(words[0]), words[-1], event)

    def _of_parameter(
        self, query: SavedQuery | None, word: str, event: CompleteEvent
    ) -> Iterable[Completion]:
        if query is None:
            return ()
        name, equals, value = word.partition("=")
        if not equals:
            lang = self._session.lang
            return _words(word, {f"{n}=": spec.text(lang) for n, spec in query.params.items()})
        if name not in query.params:
            return ()
        values = candidates(query.params[name], self._session.graph)
        return CandidateCompleter(values).get_completions(Document(value), event)

    def _of_statement(self, text: str, event: CompleteEvent) -> Iterable[Completion]:
        if text.count("'") % 2 and (found := _TEXT.search(text)):
            return self._ids.get_completions(Document(found[1]), event)
        lang = self._session.lang
        if found := _LABEL.search(text):
            named = {k: s.spec.ja if lang == "ja" else s.spec.en for k, s in KINDS.items()}
            return _words(found[1], {name: named.get(name, "") for name in sorted(known_labels())})
        if found := _TYPE.search(text):
            return _words(
                found[1], {k: t.spec.ja if lang == "ja" else t.spec.en for k, t in TIES.items()}
            )
        if found := _PROPERTY.search(text):
            return _words(found[1], sorted(known_properties()))
        if found := _PARAMETER.search(text):
            return _words(found[1], sorted({"as_of", *self._session.params}))
        if found := _WORD.search(text):
            return _words(found[1], _KEYWORDS)
        return ()

    def _said(self, name: str) -> str:
        command = COMMANDS[name]
        return command.ja if self._session.lang == "ja" else command.en


def _words(typed: str, words: Iterable[str] | dict[str, str]) -> Iterator[Completion]:
    """The words that begin as what was typed, whatever the case; with what they mean, if that is given."""
    means = words if isinstance(words, dict) else {}
    for word in words:
        if word.casefold().startswith(typed.casefold()):
            yield Completion(word, -len(typed), display_meta=means.get(word, ""))
