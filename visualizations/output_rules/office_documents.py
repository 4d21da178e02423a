"""Reads a Word document: its header, its text and its footer, each run with the look that its styles give it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from visualizations.output_rules.office import Box, BoxKind, Letters, Paragraph, Sheet
from visualizations.output_rules.office_package import (
    colour_passages,
    passages_of,
    properties_of,
    property_passages,
)
from visualizations.output_rules.passage import Produced

_ALIGNED = {"right": "r", "end": "r", "center": "ctr"}


def read_document(path: Path, content: bytes) -> Produced:
    """Read a Word document.

    Raises:
        ValueError: If it is none.
    """
    try:
        document = Document(io.BytesIO(content))
    except (KeyError, PackageNotFoundError) as error:
        raise ValueError(str(error)) from error
    styles = _Styles(document)
    section = document.sections[0]
    boxes = [
        _box(1, "header", section.header._element, styles),
        _box(2, "body", document.element.body, styles),
        _box(3, "footer", section.footer._element, styles),
        *_pictures(document.element.body),
    ]
    width, height = section.page_width, section.page_height
    sheet = Sheet("document", width.pt if width else 0, height.pt if height else 0, tuple(boxes))
    with ZipFile(io.BytesIO(content)) as package:
        properties = properties_of(package)
        passages = [
            *passages_of(sheet),
            *property_passages(properties),
            *colour_passages(package),
        ]
    return Produced(str(path), "docx", tuple(passages), sheets=(sheet,), properties=properties)


class _Styles:
    """What styles say of letters, each with what it is based on."""

    def __init__(self, document: Any) -> None:
        self._by_id: Mapping[str, Any] = {
            style.style_id: style._element for style in document.styles
        }
        self._names = {style.style_id: style.name for style in document.styles}
        self._normal = document.styles.default(1).style_id if document.styles.default(1) else ""
        self._defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")

    def name(self, p: Any) -> str:
        """Name of the style of a paragraph."""
        return str(self._names.get(self._id(p), ""))

    def looks(self, r: Any, p: Any) -> Iterator[Any]:
        """What is said of the look of a run, the nearest first: its own, its style's, its paragraph's, the document's."""
        own = r.find(qn("w:rPr"))
        if own is not None:
            yield own
            named = own.find(qn("w:rStyle"))
            if named is not None:
                yield from self._chain(named.get(qn("w:val")))
        yield from self._chain(self._id(p))
        if self._defaults is not None:
            yield self._defaults

    def _id(self, p: Any) -> str:
        found = p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._normal if found is None else found.get(qn("w:val"))

    def _chain(self, id_: str | None) -> Iterator[Any]:
        while id_ and id_ in self._by_id:
            style = self._by_id[id_]
            looks = style.find(qn("w:rPr"))
            if looks is not None:
                yield looks
            based = style.find(qn("w:basedOn"))
            id_ = None if based is None else based.get(qn("w:val"))


def _box(number: int, name: str, element: Any, styles: _Styles) -> Box:
    paragraphs = tuple(_paragraph(p, styles) for p in element.iter(qn("w:p")))
    return Box(number, name, BoxKind.TEXT, paragraphs=paragraphs)


def _pictures(body: Any) -> Iterator[Box]:
    for number, element in enumerate(body.iter(qn("wp:docPr")), start=4):
        yield Box(number, element.get("name", ""), BoxKind.PICTURE, alt=element.get("descr", ""))


def _paragraph(p: Any, styles: _Styles) -> Paragraph:
    runs = [r for r in p.iter(qn("w:r")) if next(r.iterancestors(qn("w:p"))) is p]
    aligned = p.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return Paragraph(
        tuple(_letters(r, list(styles.looks(r, p))) for r in runs),
        styles.name(p),
        align="l" if aligned is None else _ALIGNED.get(aligned.get(qn("w:val")), "l"),
    )


def _letters(r: Any, looks: Iterable[Any]) -> Letters:
    text = "".join(_character(element) for element in r)
    size = _said(looks, "w:sz", "w:val")
    fonts = _first(looks, "w:rFonts", ("w:eastAsia", "w:eastAsiaTheme"))
    langs = [_said(looks, "w:lang", "w:eastAsia"), _said(looks, "w:lang", "w:val")]
    if text and not any(letter >= "\u3000" for letter in text):
        langs.reverse()
    return Letters(
        text,
        tuple(filter(None, langs)),
        # A font of the theme is no font that is named, and stands before one that is farther.
        ""
        if fonts is None or fonts.get(qn("w:eastAsiaTheme"))
        else fonts.get(qn("w:eastAsia"), ""),
        int(size) / 2 if size else 10.0,
        _said(looks, "w:vertAlign", "w:val") == "superscript",
    )


def _character(element: Any) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    return {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}.get(element.tag, "")


def _first(looks: Iterable[Any], name: str, attributes: Iterable[str]) -> Any:
    """The nearest element of a name that has one of some attributes."""
    for one in looks:
        found = one.find(qn(name))
        if found is not None and any(found.get(qn(attribute)) for attribute in attributes):
            return found
    return None


def _said(looks: Iterable[Any], name: str, attribute: str) -> str:
    found = _first(looks, name, (attribute,))
    return "" if found is None else str(found.get(qn(attribute)))
