"""Where a needed parameter was not given, a terminal asks for it, with a list to pick from."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.output import create_output
from prompt_toolkit.validation import ValidationError, Validator

from enishi.language import told
from graphmodel.messages import Message
from graphmodel.names import fold
from queries.entities import Candidate
from queries.literals import ParameterError
from queries.params import candidates, read_value

if TYPE_CHECKING:
    from graphmodel.stores import GraphStore
    from queries.header import ParameterSpec, SavedQuery


class CandidateCompleter(Completer):
    """Completes a value by any part of its names in both languages, folded, or of its id."""

    def __init__(self, values: Iterable[Candidate]) -> None:
        self._values = [(value, "\n".join(map(fold, value))) for value in values]

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """The values that what was typed is a part of; all where nothing was."""
        typed = document.text_before_cursor
        key = fold(typed)
        for value, names in self._values:
            if key in names:
                named = " / ".join(dict.fromkeys(name for name in (value.ja, value.en) if name))
                yield Completion(
                    value.value, -len(typed), display=named or value.value, display_meta=value.value
                )


class _ValueValidator(Validator):
    """Lets a value pass that the query can be bound with."""

    def __init__(self, name: str, spec: ParameterSpec, store: GraphStore) -> None:
        self._name, self._spec, self._store = name, spec, store

    def validate(self, document: Document) -> None:
        """Say why a value is none."""
        try:
            read_value(self._name, self._spec, document.text, self._store)
        except ParameterError as error:
            said = told(error.message.then(error.hint))
            raise ValidationError(len(document.text), said) from None


def ask(query: SavedQuery, names: Iterable[str], store: GraphStore, lang: str) -> dict[str, str]:
    """Ask for parameters of a query on the terminal.

    Args:
        query: The query.
        names: The parameters that are asked for.
        store: The graph, whose entities are offered.
        lang: The reader's language.

    Returns:
        What was chosen, by parameter.

    Raises:
        ParameterError: If the reader leaves.
    """
    session: PromptSession[str] = PromptSession(output=create_output(stdout=sys.stderr))
    chosen = {}
    for name in names:
        spec = query.params[name]
        label = (
            f"{spec.text(lang)}（{name}）：" if lang == "ja" else f"{spec.text(lang)} ({name}): "
        )
        try:
            chosen[name] = session.prompt(
                label,
                completer=CandidateCompleter(candidates(spec, store)),
                validator=_ValueValidator(name, spec, store),
                validate_while_typing=False,
                complete_while_typing=True,
                bottom_toolbar={
                    "ja": f"名称の一部を入力するか、Tabキーで候補を表示（例：{spec.example}）",
                    "en": f"Type a part of a name, or Tab for the list (for instance: {spec.example})",
                }[lang],
            )
        except (EOFError, KeyboardInterrupt):
            raise ParameterError(
                Message("{query} needs {name}.", query=query.id, name=name),
                Message("Add it: -p {name}={example}", name=name, example=spec.example),
            ) from None
    return chosen
