"""The words and sentence templates of briefings: YAML files, which a ministry can override.

Each file of `phrases/` holds templates by name, each in both languages; braces name values that the program fills in.
Where a number changes the word, a language has `one` and `other` instead, and `n` decides. A folder of one's own holds
files of the same shape with only what is to read differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from graphmodel.errors import EnishiError
from graphmodel.messages import Message

LANGUAGES = ("ja", "en")
SHIPPED = Path(__file__).parent / "phrases"
"""The folder that comes with the program."""

WORD_LISTS = "words.yaml"
"""The file that holds no phrases but words that may not be shown."""

Template = str | Mapping[str, str]
"""One wording, or `one` and `other`."""


@dataclass(frozen=True)
class Phrases:
    """Templates by `file.name`, each in both languages.

    Attributes:
        templates: The templates.
    """

    templates: Mapping[str, Mapping[str, Template]]

    def say(self, name: str, lang: str, **values: object) -> str:
        """A phrase in one language, with its values.

        Args:
            name: File and name, as `deck.sources`.
            lang: `ja` or `en`.
            values: What the braces stand for; `n` decides between one and several.
        """
        template = self.templates[name][lang]
        if not isinstance(template, str):
            template = template["one" if values.get("n") == 1 else "other"]
        return template.format(**values)


def read_phrases(folders: Iterable[Path] = ()) -> Phrases:
    """The shipped phrases, with those of one's own folders in their place.

    Args:
        folders: Folders of one's own; a later one counts more.

    Raises:
        EnishiError: If a file cannot be read, names a phrase that there is none of, or a value that it is not given.
    """
    shipped = _shipped()
    templates = dict(shipped)
    for folder in folders:
        files = sorted(folder.glob("*.yaml"))
        if not files:
            raise EnishiError(
                Message("{folder} holds no phrases.", folder=folder),
                Message(
                    "Put files there that are named as the shipped ones: {files}.",
                    files=", ".join(sorted(path.name for path in SHIPPED.glob("*.yaml"))),
                ),
            )
        for path in files:
            for name, texts in _read(path).items():
                known = shipped.get(name)
                if known is None:
                    raise _wrong(path, name, Message("there is no such phrase"))
                templates[name] = {**known, **_checked(path, name, texts, known)}
    return Phrases(templates)


@cache
def _shipped() -> Mapping[str, Mapping[str, Template]]:
    return {
        name: texts
        for path in sorted(SHIPPED.glob("*.yaml"))
        for name, texts in _read(path).items()
    }


def _read(path: Path) -> dict[str, dict[str, Template]]:
    """The templates of one file, by file and name."""
    if path.name == WORD_LISTS:
        return {}
    try:
        read: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise EnishiError(
            Message("{path} cannot be read: {reason}.", path=path, reason=str(error)),
            Message("Write it as YAML in UTF-8, one phrase a line: name: {ja: …, en: …}"),
        ) from error
    if not isinstance(read, dict):
        raise _wrong(path, "", Message("it holds no phrases by name"))
    found: dict[str, dict[str, Template]] = {}
    for name, texts in read.items():
        if not isinstance(texts, dict) or not set(texts) <= set(LANGUAGES):
            raise _wrong(path, name, Message("it is not given as ja: … and en: …"))
        for text in texts.values():
            if not isinstance(text, str) and not _is_plural(text):
                raise _wrong(path, name, Message("it is neither text, nor text for one and other"))
        found[f"{path.stem}.{name}"] = texts
    return found


def _is_plural(text: object) -> bool:
    return (
        isinstance(text, dict)
        and set(text) == {"one", "other"}
        and all(isinstance(form, str) for form in text.values())
    )


def _checked(
    path: Path, name: str, texts: dict[str, Template], known: Mapping[str, Template]
) -> dict[str, Template]:
    """Templates of one's own, which may name the values of the shipped ones and no others."""
    given = _values(known.values(), path, name)
    if extra := sorted(_values(texts.values(), path, name) - given):
        raise _wrong(
            path,
            name,
            Message(
                "it names {extra}, which it is not given; it may name {given}",
                extra=", ".join(extra),
                given=", ".join(sorted(given)) or "-",
            ),
        )
    return texts


def _values(templates: Iterable[Template], path: Path, name: str) -> set[str]:
    """Names in the braces of some templates; nothing but a name may stand there."""
    found = set()
    for template in templates:
        for text in [template] if isinstance(template, str) else template.values():
            try:
                parts = list(Formatter().parse(text))
            except ValueError as error:
                raise _wrong(path, name, Message("a brace is not closed")) from error
            for _, field, spec, conversion in parts:
                if field is None:
                    continue
                if not field.isidentifier() or spec or conversion:
                    raise _wrong(path, name, Message("in braces stands a name, and nothing else"))
                found.add(field)
    return found


def _wrong(path: Path, name: str, reason: Message) -> EnishiError:
    return EnishiError(
        Message("{path}: {name}: {reason}.", path=path, name=name or "-", reason=reason),
        Message("See the shipped phrases: enishi phrases"),
    )
