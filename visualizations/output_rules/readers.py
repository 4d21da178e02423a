"""Files as passages: one reader for each type of file."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.vocab import Handling
from visualizations.output_rules.office_documents import read_document
from visualizations.output_rules.office_package import properties_of, property_passages
from visualizations.output_rules.office_slides import read_slides
from visualizations.output_rules.passage import Passage, Produced, Role
from visualizations.output_rules.pictures import read_pdf, read_png

MARKS = tuple(word for each in Handling for word in (each.ja, each.en))
"""Handling marks in both languages."""

_BLOCKS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "dt",
        "dd",
        "summary",
        "caption",
        "button",
        "title",
        "label",
        "option",
        "figcaption",
        "text",
        "desc",
        "div",
        "section",
    ]
)
_VOID = frozenset(["meta", "link", "input", "br", "img", "hr", "source", "col"])
_SHOWN = ("title", "alt", "aria-label", "placeholder", "content")
_SKIPPED_KEYS = frozenset(
    [
        "search",
        "folding",
        "command",
        "key",
        "id",
        "ids",
        "items",
        "likes",
        "looks",
        "lines",
        "codes",
        "glyph",
        "url",
        "source",
    ]
)


class _Html(HTMLParser):
    """Text of a page or a picture by blocks, with the language that is declared for each."""

    def __init__(self, lang: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self.marks: list[str] = []
        self._open: list[tuple[str, str, bool]] = [("", lang, False)]
        self._said: list[tuple[str, str]] = []
        self._data = ""

    @property
    def _lang(self) -> str:
        return self._open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang") or given.get("xml:lang") or self._lang
        if tag in _BLOCKS:
            self._end_block()
        where = f"line {self.getpos()[0]}"
        for name in _SHOWN:
            if given.get(name) and not (tag == "meta" and given.get("name") != "handling"):
                self.passages.append(Passage(given[name], lang, f"{where} {name}", Role.TEXT))
        if tag == "meta" and given.get("name") == "handling":
            self.marks.append(given.get("content", ""))
        for name in ("style", "fill", "stroke", "color"):
            if given.get(name):
                self.passages.append(Passage(given[name], lang, f"{where} {name}", Role.STYLE))
        mark = "mark" in given.get("class", "").split() or given.get("id") == "mark"
        if tag not in _VOID:
            self._open.append((tag, lang, mark))
        self._data = "json" if tag == "script" and "json" in given.get("type", "") else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                break

    def handle_data(self, data: str) -> None:
        tag, lang, mark = self._open[-1]
        where = f"line {self.getpos()[0]}"
        if tag == "style":
            self.passages.append(Passage(data, lang, where, Role.STYLE))
        elif tag == "script":
            if self._data and data.strip():
                self.passages += _json_passages(json.loads(data), where, lang)
        elif tag in ("code", "pre"):
            self.passages.append(Passage(data, lang, where, Role.CODE))
        else:
            self._said.append((data, lang))
            if not data.strip():
                return
            if mark:
                self.marks.append(data.strip())
            self.passages.append(Passage(data, lang, where, Role.RUN))

    def _end_block(self) -> None:
        text = re.sub(r"\s+", " ", "".join(data for data, _ in self._said)).strip()
        if text:
            self.passages.append(Passage(text, self._lang, f"line {self.getpos()[0]}", Role.TEXT))
        self._said = []

    def close(self) -> None:
        super().close()
        self._end_block()


def _html(path: Path, content: bytes) -> Produced:
    parser = _Html()
    parser.feed(content.decode("utf-8"))
    parser.close()
    return Produced(str(path), path.suffix[1:], tuple(parser.passages), tuple(parser.marks))


def _json_passages(value: Any, where: str, lang: str = "") -> Iterator[Passage]:
    """Strings of a JSON value; the keys `ja` and `en`, and those that end in them, say the language."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            end = key.rpartition("_")[2]
            if key not in _SKIPPED_KEYS:
                yield from _json_passages(
                    inner, f"{where} {key}", end if end in ("ja", "en") else lang
                )
    elif isinstance(value, list) and value and all(isinstance(line, str) for line in value):
        # Lines of one label.
        yield from _json_passages(("" if lang == "ja" else " ").join(value), where, lang)
    elif isinstance(value, list):
        for inner in value:
            yield from _json_passages(inner, where, lang)
    elif isinstance(value, str) and value.strip():
        role = Role.STYLE if re.fullmatch(r"#[0-9a-fA-F]{3,8}", value) else Role.CELL
        yield Passage(value, lang if lang in ("ja", "en") else "", where, role)


def _json(path: Path, content: bytes) -> Produced:
    value = json.loads(content)
    found = _marks_in(
        json.dumps(value.get("handling", ""), ensure_ascii=False) if isinstance(value, dict) else ""
    )
    return Produced(str(path), "json", tuple(_json_passages(value, "")), found)


def _csv(path: Path, content: bytes) -> Produced:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    passages = [
        Passage(cell, _language(cell), f"row {number} column {column}", Role.CELL)
        for number, row in enumerate(rows, start=1)
        for column, cell in enumerate(row, start=1)
        if cell.strip()
    ]
    return Produced(str(path), "csv", tuple(passages))


def _ics(path: Path, content: bytes) -> Produced:
    lines = re.sub(r"\r?\n[ \t]", "", content.decode("utf-8")).splitlines()
    passages = []
    for number, line in enumerate(lines, start=1):
        name, _, value = line.partition(":")
        if name.partition(";")[0] in (
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "X-WR-CALNAME",
            "X-WR-CALDESC",
        ):
            for text in re.sub(r"\\([,;\\])", r"\1", value).replace("\\N", "\\n").split("\\n"):
                passages.append(Passage(text, _language(text), f"line {number} {name}", Role.CELL))
    names = [p.text for p in passages if "X-WR-CALNAME" in p.where]
    return Produced(str(path), "ics", tuple(passages), _marks_in(" ".join(names)))


class _Strings(HTMLParser):
    """Texts of the parts of a workbook, each with its own element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[tuple[str, str]] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._tag, data))


def _xlsx(path: Path, content: bytes) -> Produced:
    passages = []
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for name in sorted(book.namelist()):
            if not name.endswith("sharedStrings.xml"):
                continue
            strings = _Strings()
            strings.feed(book.read(name).decode("utf-8"))
            for tag, text in strings.texts:
                passages.append(Passage(text, _language(text), f"{name} {tag}", Role.CELL))
        properties = properties_of(book)
    marks = tuple(p.text for p in passages if p.text in MARKS)
    passages += property_passages(properties)
    return Produced(str(path), "xlsx", tuple(passages), marks, properties=properties)


def _text(path: Path, content: bytes) -> Produced:
    role = Role.STYLE if path.suffix == ".css" else Role.TEXT
    text = content.decode("utf-8")
    passages = [
        Passage(line, _language(line), f"line {number}", role)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]
    return Produced(str(path), path.suffix[1:], tuple(passages))


def _language(text: str) -> str:
    """`ja` where a text has kana, `en` where it has letters and neither kana nor kanji."""
    if re.search("[\u3041-\u30ff]", text):
        return "ja"
    return "en" if re.search("[A-Za-z]", text) and not re.search("[\u3400-\u9fff]", text) else ""


def _marks_in(text: str) -> tuple[str, ...]:
    return tuple(mark for mark in MARKS if mark in text)


READERS: Mapping[str, Callable[[Path, bytes], Produced]] = {
    ".html": _html,
    ".svg": _html,
    ".json": _json,
    ".csv": _csv,
    ".ics": _ics,
    ".xlsx": _xlsx,
    ".pptx": read_slides,
    ".docx": read_document,
    ".png": read_png,
    ".pdf": read_pdf,
    ".css": _text,
    ".md": _text,
    ".txt": _text,
}
"""A reader for each type of file."""


def read_produced(path: Path) -> Produced:
    """Read a file.

    Raises:
        UsageError: If it is of a type that cannot be read, or is not what its name says.
    """
    reader = READERS.get(path.suffix)
    if reader is None:
        raise UsageError(
            Message("{path} is of no type that is tested.", path=path),
            Message("Types: {types}.", types=", ".join(READERS)),
        )
    try:
        return reader(path, path.read_bytes())
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise UsageError(
            Message("{path} cannot be read: {reason}", path=path, reason=str(error)),
            Message("Name a file that this program has written."),
        ) from None


def produced_under(paths: list[Path]) -> Iterator[Path]:
    """The files that are tested: those named, and in folders those of a type that is tested, sorted."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in READERS and p.is_file())
        else:
            yield path
