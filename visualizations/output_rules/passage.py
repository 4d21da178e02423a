"""What rules are tested on: pieces of text with their language and place, and whole files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from visualizations.output_rules.office import Sheet


class Role(StrEnum):
    """What a piece of text is in its file."""

    TEXT = "text"
    RUN = "run"
    CODE = "code"
    STYLE = "style"
    PROPERTY = "property"
    CELL = "cell"


@dataclass(frozen=True)
class Passage:
    """A piece of text.

    Attributes:
        text: The text.
        lang: Its language as its file declares it; empty if it declares none.
        where: Place in the file.
        role: What it is.
    """

    text: str
    lang: str
    where: str
    role: Role = Role.TEXT


@dataclass(frozen=True)
class Produced:
    """A file that was produced.

    Attributes:
        path: Its path, as it was named.
        kind: Its type: html, svg, xlsx, csv, ics, json, pptx, docx, png, pdf.
        passages: What can be read in it.
        marks: Handling marks that it bears.
        sheets: Slides of a presentation, or the one sheet of a document, as they are drawn.
        properties: What it says of itself, by name.
        pages: Number of pages, of a document; None where nothing counted them.
    """

    path: str
    kind: str
    passages: tuple[Passage, ...]
    marks: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    pages: int | None = None

    @cached_property
    def shown(self) -> str:
        """Everything that a reader sees, as one text."""
        return "\n".join(p.text for p in self.passages if p.role in (Role.TEXT, Role.CELL))


@dataclass(frozen=True)
class Verbatim:
    """What is given as it stands, so that rules of our own words do not hold in it.

    Attributes:
        titles: Titles of sources.
        names: Names of record: instruments, fora, bodies.
        people: Persons, each by the form that is right and by forms that are not.
    """

    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def covers(self, text: str, start: int, end: int, *, names: bool = True) -> bool:
        """Whether a part of a text lies in a title or name of record."""
        hit = text[start:end]
        if text.endswith("…") and any(each.startswith(text[:-1].rstrip()) for each in self.names):
            return True
        for each in (*self.titles, *(self.names if names else ())):
            if hit not in each:
                continue
            at = text.find(each)
            while at >= 0:
                if at <= start and end <= at + len(each):
                    return True
                at = text.find(each, at + 1)
        return False


class Holds(StrEnum):
    """Where a rule does not hold."""

    EVERYWHERE = "everywhere"
    NOT_IN_TITLES = "not in quotations, addresses and titles of sources"
    NOT_IN_NAMES = "not in quotations, addresses, titles of sources and names of record"


Find = Callable[[Passage], Iterable[tuple[int, int]]]
"""Where a passage breaks a rule: from and to."""

FindInFile = Callable[[Produced], Iterable[tuple[str, str]]]
"""Where a file as a whole breaks a rule: the place, and what is there."""


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        number: Its number in the list of rules.
        ja: The rule in Japanese, one sentence.
        en: The same in English.
        find: Tests a passage; None if it is about whole files.
        find_in_file: Tests a file; None if it is about passages.
        holds: Where it does not hold.
        roles: Roles of the passages that it is about.
        kinds: Types of files that it is about; empty for all.
        lang: Language of the passages that it is about; empty for both.
    """

    number: int
    ja: str
    en: str
    find: Find | None = None
    find_in_file: FindInFile | None = None
    holds: Holds = Holds.EVERYWHERE
    roles: tuple[Role, ...] = (Role.TEXT, Role.CELL)
    kinds: tuple[str, ...] = ()
    lang: str = ""


@dataclass(frozen=True)
class Breach:
    """A rule that is not kept.

    Attributes:
        path: The file.
        where: Place in it.
        said: What stands there.
        rule: The rule.
    """

    path: str
    where: str
    said: str
    rule: Rule = field(repr=False)


def breaches(produced: Produced, rules: Iterable[Rule], verbatim: Verbatim) -> Iterator[Breach]:
    """Where a file breaks rules.

    Args:
        produced: The file.
        rules: The rules.
        verbatim: What is given as it stands.
    """
    for rule in rules:
        if rule.kinds and produced.kind not in rule.kinds:
            continue
        if rule.find_in_file:
            for where, said in rule.find_in_file(produced):
                yield Breach(produced.path, where, said, rule)
        if rule.find is None:
            continue
        for passage in produced.passages:
            if passage.role not in rule.roles or (rule.lang and passage.lang != rule.lang):
                continue
            for start, end in rule.find(passage):
                if not _excused(passage.text, start, end, rule.holds, verbatim):
                    yield Breach(produced.path, passage.where, passage.text[start:end], rule)


_ADDRESS = re.compile(r"https?://[^\s、，（）「」]*\Z")
_QUOTES = {"「": "」", "『": "』", "“": "”", "［": "］", "[": "]", '"': '"'}


def _excused(text: str, start: int, end: int, holds: Holds, verbatim: Verbatim) -> bool:
    if holds is Holds.EVERYWHERE:
        return False
    if _in_quotes(text, start) or _in_address(text, start):
        return True
    return verbatim.covers(text, start, end, names=holds is Holds.NOT_IN_NAMES)


def _in_quotes(text: str, at: int) -> bool:
    """Whether a place lies between quotation marks."""
    closing: list[str] = []
    for char in text[:at]:
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _QUOTES:
            closing.append(_QUOTES[char])
    return bool(closing) and closing[-1] in text[at:]


def _in_address(text: str, at: int) -> bool:
    """Whether a place lies in an address of the web."""
    return _ADDRESS.search(text, 0, at) is not None
