"""The prompt at a terminal: history, completion, colours, statements of several lines."""

from __future__ import annotations

from collections.abc import Callable

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.graph import CypherLexer

from enishi.shell.completer import ShellCompleter
from enishi.shell.session import Session, is_whole
from graphmodel.messages import Message, reason_of

_WELCOME = {
    "ja": "「:help」で使い方、Tabキーで補完、Ctrl-Dで終了。",
    "en": ":help lists the commands, Tab completes, Ctrl-D leaves.",
}


def converse(session: Session, tell: Callable[[str], None], enter: Callable[[str], None]) -> None:
    """Take entries until the reader leaves.

    Args:
        session: What is done with them.
        tell: Tells what is not an answer.
        enter: Does an entry, and tells what went wrong.
    """
    prompt: PromptSession[str] = PromptSession(
        "enishi> ",
        history=_history(tell),
        completer=ShellCompleter(session),
        complete_while_typing=True,
        auto_suggest=AutoSuggestFromHistory(),
        lexer=PygmentsLexer(CypherLexer),
        multiline=Condition(lambda: not is_whole(get_app().current_buffer.text)),
        prompt_continuation="      > ",
    )
    tell(_WELCOME[session.lang])
    while not session.left:
        try:
            text = prompt.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        enter(text)


def _history(tell: Callable[[str], None]) -> History:
    """The entries of earlier sessions, kept for this user only."""
    path = user_state_path("enishi") / "shell_history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        tell(
            Message(
                "{path} cannot be written: {reason}. What is typed is not kept.",
                path=path,
                reason=reason_of(error),
            )
        )
        return InMemoryHistory()
    return FileHistory(path)
