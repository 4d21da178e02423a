"""What slides, documents and workbooks have in common: passages of their sheets, their properties, their colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]

from visualizations.output_rules.office import Sheet
from visualizations.output_rules.passage import Passage, Role

_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml\Z")
_DRAWN = re.compile(r"(?:ppt/slides/|word/(?:document|header|footer))[^/]*\.xml\Z")
_COLOUR = re.compile(
    r'(?:srgbClr|w:color) (?:[^>]*?)val="([0-9A-Fa-f]{6})"|w:fill="([0-9A-Fa-f]{6})"'
)


def properties_of(package: ZipFile) -> dict[str, str]:
    """Properties of a file by name, as `creator`, `category`, `Company`; empty ones are left out."""
    found: dict[str, str] = {}
    for name in filter(_PROPERTIES.match, sorted(package.namelist())):
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
        root = etree.fromstring(package.read(name), parser)
        for element in [] if root is None else root.iter():
            text = (element.text or "").strip()
            if isinstance(element.tag, str) and text:
                found.setdefault(element.get("name") or _local(element.tag), text)
    return found


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def property_passages(properties: dict[str, str]) -> Iterator[Passage]:
    """The same as passages."""
    for name, text in properties.items():
        yield Passage(text, "", f"property {name}", Role.PROPERTY)


def colour_passages(package: ZipFile) -> Iterator[Passage]:
    """Colours of what is drawn, each once for a part of the file."""
    for name in filter(_DRAWN.match, sorted(package.namelist())):
        text = package.read(name).decode("utf-8")
        for colour in sorted({first or second for first, second in _COLOUR.findall(text)}):
            yield Passage(f"#{colour}", "", name, Role.STYLE)


def passages_of(sheet: Sheet) -> Iterator[Passage]:
    """What a reader of a sheet sees or hears, by paragraphs."""
    for box in sheet.boxes:
        where = sheet.place(box)
        for paragraph in box.paragraphs:
            if paragraph.text:
                yield Passage(paragraph.text, paragraph.lang, where)
        if box.alt:
            yield Passage(box.alt, "", f"{where}, alt text")
    for paragraph in sheet.notes:
        if paragraph.text:
            yield Passage(paragraph.text, paragraph.lang, f"{sheet.name}, notes", Role.TEXT)
