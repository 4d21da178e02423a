"""Reads pictures and PDF files: what they say of themselves. What is drawn in them can be read in their SVG alone."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from visualizations.output_rules.passage import Passage, Produced, Role

_ENTRY = re.compile(
    rb"/(Title|Author|Subject|Keywords|Creator|Producer)\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f\s]*>)",
    re.DOTALL,
)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_PROGRAMS = ("Creator", "Producer")
"""What names a program and no person, in a PDF."""


def read_png(path: Path, content: bytes) -> Produced:
    """Read what a picture says of itself.

    Raises:
        ValueError: If it is none.
    """
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        said = {
            str(name): str(text) for name, text in picture.info.items() if isinstance(text, str)
        }
    return _produced(path, "png", said)


def read_pdf(path: Path, content: bytes) -> Produced:
    """Read what a PDF file says of itself, and how many pages it has.

    Raises:
        ValueError: If it is none.
    """
    if not content.startswith(b"%PDF-"):
        raise ValueError("%PDF-")
    said = {
        match[1].decode(): _string(match[2])
        for part in (content, *_unpacked(content))
        for match in _ENTRY.finditer(part)
    }
    return _produced(
        path, "pdf", {name: text for name, text in said.items() if name not in _PROGRAMS}
    )


def count_pages(content: bytes) -> int:
    """Number of pages of a PDF file."""
    return sum(
        len(re.findall(rb"/Type\s*/Page(?![A-Za-z])", part))
        for part in (content, *_unpacked(content))
    )


def _produced(path: Path, kind: str, said: dict[str, str]) -> Produced:
    passages = [Passage(text, "", f"property {name}", Role.PROPERTY) for name, text in said.items()]
    return Produced(str(path), kind, tuple(passages), properties=said)


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Streams of a PDF file that hold objects, unpacked."""
    for match in _STREAM.finditer(content):
        if b"/ObjStm" in content[max(0, match.start() - 200) : match.start()]:
            yield zlib.decompress(match[1])


def _string(given: bytes) -> str:
    if given.startswith(b"<"):
        raw = bytes.fromhex(given[1:-1].decode("ascii"))
    else:
        raw = re.sub(rb"\\([()\\])", rb"\1", given[1:-1])
    return (
        raw.decode("utf-16")
        if raw.startswith((b"\xfe\xff", b"\xff\xfe"))
        else raw.decode("latin-1")
    )
