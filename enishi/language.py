"""The language of the command: its help, its messages, and what click says, in the reader's language.

English stands in the code, as docstrings, help texts and messages; Japanese in `locale/ja/LC_MESSAGES/messages.po`, whose
compiled form lies beside it. click asks the same catalogue for its own words: it looks in gettext's default domain.
"""

from __future__ import annotations

import copy
import gettext
import inspect
import os
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click

from enishi.settings import LANGUAGES, load_settings
from graphmodel.errors import UsageError
from graphmodel.messages import Message, Term

CATALOGUES = Path(__file__).parent / "locale"
"""Folder of the catalogues, as gettext expects it."""

_TEMPLATE = "Add a file to {folder}/: {en} / {ja}."
_FILLED = re.compile(r"Add a file to (?P<folder>\w+)/: (?P<en>.+) / (?P<ja>.+)\.")
_REPEATED = " By id or name; may be repeated."
_MANY = "（名称又はID。繰り返し指定できる）"


def language_of(arguments: Sequence[str]) -> str:
    """The language in which help is given: `--lang` wherever it stands, of two the latter, else the reader's setting."""
    for before, given in pairwise(reversed([*arguments, ""])):
        if given == "--lang" and before in LANGUAGES:
            return before
        if given.startswith("--lang=") and given.removeprefix("--lang=") in LANGUAGES:
            return given.removeprefix("--lang=")
    try:
        return load_settings().lang
    except UsageError:  # told by the command that runs
        return "en"


def speak(lang: str) -> None:
    """Make gettext, and with it click, speak a language from here on."""
    gettext.bindtextdomain("messages", str(CATALOGUES))
    os.environ["LANGUAGE"] = lang


def speaks() -> str:
    """The language that is spoken."""
    return os.environ.get("LANGUAGE", "en")


def translated(command: click.Command) -> click.Command:
    """A command whose help is in the language that is spoken; itself where that is English."""
    if speaks() != "ja":
        return command
    own = copy.copy(command)
    own.help = in_japanese(command.help) if command.help else command.help
    own.short_help = in_japanese(command.short_help) if command.short_help else None
    own.params = [_translated_option(param) for param in command.params]
    # A line of Japanese is as wide as two of Latin letters, of which click knows nothing.
    own.context_settings = {**command.context_settings, "max_content_width": 60}
    if isinstance(own, click.Group) and isinstance(command, click.Group):
        find = command.get_command

        def get_command(ctx: click.Context, name: str) -> click.Command | None:
            found = find(ctx, name)
            return translated(found) if found else None

        own.get_command = get_command  # type: ignore[method-assign, assignment]
    return own


def _translated_option(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    own = copy.copy(param)
    own.help = option_in_japanese(param.opts[-1], param.help)
    return own


def option_in_japanese(name: str, text: str) -> str:
    """An option's help; one of a property of a kind is told by the property's label."""
    from graphmodel.labels import property_label  # noqa: PLC0415 - help in English needs none

    said = in_japanese(text)
    if said != text:
        return said
    key = re.sub(r"_(ja|en)$", r"@\1", name.lstrip("-").replace("-", "_"))
    try:
        label = property_label(key, "ja")
    except KeyError:
        return text
    return label + (_MANY if text.endswith(_REPEATED) else "")


def in_japanese(text: str) -> str:
    """A help text by its paragraphs: examples keep their commands, what has no Japanese stays as it is."""
    return "\n\n".join(map(_paragraph, inspect.cleandoc(text).split("\n\n")))


def told(text: str) -> str:
    """A message in the language that is spoken; other text, which is in a language already, as it is."""
    if not isinstance(text, Message) or speaks() != "ja":
        return str(text)
    values = {name: _value(value) for name, value in text.values.items()}
    template = gettext.gettext(text.template) if text.template else ""
    return template.format(**values) if values else template


def _value(value: object) -> object:
    if isinstance(value, Term):
        return value.ja
    return told(value) if isinstance(value, Message) else value


def _paragraph(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and lines[0].strip() == "\b":
        heading, *commands = lines[1:]
        return "\n".join(["\b", _japanese(heading.strip()), *commands])
    return _japanese(" ".join(text.split()))


def _japanese(text: str) -> str:
    if filled := _FILLED.fullmatch(text):
        return gettext.gettext(_TEMPLATE).format(**filled.groupdict())
    return gettext.gettext(text)
