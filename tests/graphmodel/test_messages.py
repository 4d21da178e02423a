"""Messages: English text that knows what it was made of."""

from __future__ import annotations

import errno
import json

import pytest

from graphmodel.dates import PartialDate
from graphmodel.errors import EnishiError, UsageError
from graphmodel.messages import Message, Term, reason_of


def test_a_message_is_its_english_text() -> None:
    message = Message("{path} cannot be read: {reason!r}.", path="a.yaml", reason="x")
    assert message == "a.yaml cannot be read: 'x'."
    assert message.template == "{path} cannot be read: {reason!r}."
    assert dict(message.values) == {"path": "a.yaml", "reason": "x"}
    assert json.loads(json.dumps({"message": message})) == {"message": str(message)}


def test_without_values_braces_are_braces() -> None:
    assert Message("Write `{ja: …, en: …}`.") == "Write `{ja: …, en: …}`."
    assert Message("Write `{key}: {{ja: …}}`.", key="name") == "Write `name: {ja: …}`."


def test_values_may_come_later() -> None:
    later = Message("{user} may not")
    assert later == "{user} may not"
    assert later.filled(user="neo4j") == "neo4j may not"


def test_messages_one_behind_the_other() -> None:
    first, second = Message("One."), Message("{n}.", n=2)
    assert first.then(second) == "One. 2."
    assert first.then(Message()) is first
    both = Message.joined([first, Message(), second])
    assert both == "One.\n2."
    assert list(both.values.values()) == [first, second]


def test_an_error_tells_both_parts() -> None:
    error = UsageError(Message("No {x}.", x="day"), Message("Write one."))
    assert str(error) == "No day.\nWrite one."
    assert str(EnishiError(Message("{braces} stay"))) == "{braces} stay"
    assert error.told.values["part0"] is error.message


def test_what_a_reader_of_values_says_stays_a_message() -> None:
    with pytest.raises(ValueError, match="no such month") as caught:
        PartialDate.parse("2025-13")
    said = reason_of(caught.value)
    assert isinstance(said, Message)
    assert said.template == "{text} has no such month"
    assert reason_of(ValueError("a", "b")) == str(ValueError("a", "b"))
    assert reason_of(ValueError("plain")) == "plain"


def test_reasons_of_the_system() -> None:
    known = reason_of(OSError(errno.ENOENT, "as the system says"))
    assert isinstance(known, Message)
    assert reason_of(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert reason_of(OSError("odd")) == "odd"


def test_a_term_is_its_english_text() -> None:
    assert Message("{kind} files", kind=Term("Forum", "枠組み")) == "Forum files"
