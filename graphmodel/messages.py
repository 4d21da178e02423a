"""Sentences for people, told in the reader's language by whoever knows it.

A message is English text, and remembers the template and the values that it was made of: `str` of it is English, and
whoever shows it may fill the template of another language with the same values. Layers below `enishi` know no reader.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping
from typing import LiteralString, Self


class Message(str):
    """A sentence for people.

    Args:
        template: The sentence in English, with the names of values in braces; with no values it is told as it stands.
            It is written out where it is used, so that it can be found there and collected for translators.
        values: What the braces stand for: text, numbers, a `Term`, or another message.

    Attributes:
        template: The template.
        values: The values.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: LiteralString = "", /, **values: object) -> Self:  # noqa: D102 - the class says it
        return cls._made(template, values)

    @classmethod
    def joined(cls, parts: Iterable[str], separator: str = "\n") -> Self:
        """Messages one after the other, each of which stays what it is; empty ones are left out."""
        values = {f"part{number}": part for number, part in enumerate(filter(None, parts))}
        return cls._made(separator.join(f"{{{name}}}" for name in values), values)

    def filled(self, **values: object) -> Self:
        """The message with the values that its braces stand for, where they are known only later."""
        return self._made(self.template, values)

    def then(self, other: str) -> Message:
        """The message and another behind it, with the space between them that a language puts there."""
        return Message("{first} {second}", first=self, second=other) if other else self

    @classmethod
    def _made(cls, template: str, values: Mapping[str, object]) -> Self:
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made


_SYSTEM = {
    errno.ENOENT: Message("No such file or directory"),
    errno.EACCES: Message("Permission denied"),
    errno.EISDIR: Message("Is a directory"),
    errno.ENOTDIR: Message("Not a directory"),
    errno.EROFS: Message("Read-only file system"),
    errno.ENOSPC: Message("No space left on device"),
}
"""What a system most often reports of a file, which most systems know in English only."""


class Term(str):
    """A value that is called otherwise in Japanese: a kind, a property.

    Args:
        en: What stands in an English sentence.
        ja: What stands in a Japanese one.
    """

    ja: str

    def __new__(cls, en: str, ja: str) -> Self:  # noqa: D102
        made = super().__new__(cls, en)
        made.ja = ja
        return made


def reason_of(error: Exception) -> str:
    """Why something could not be done, as a value of a message: a message itself, where the error has one."""
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)
    if isinstance(error, UnicodeDecodeError):
        return Term(str(error), "UTF-8のテキストではない")
    said = error.args[0] if len(error.args) == 1 else None
    return said if isinstance(said, Message) else str(error)
