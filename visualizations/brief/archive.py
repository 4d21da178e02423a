"""The bytes of an office file: the same for the same content, with the prints of its paragraphs in a property."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from visualizations.brief.prints import PROPERTY

_CUSTOM = "docProps/custom.xml"
_TYPES = "[Content_Types].xml"
_RELS = "_rels/.rels"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Enishi</Application></Properties>"
)
_THUMBNAIL = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")


def packed(content: bytes, prints: str) -> bytes:
    """An office file with its prints, and nothing that changes from run to run.

    Args:
        content: The file as a library writes it.
        prints: The prints of its paragraphs.
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            if name.startswith("docProps/thumbnail"):
                continue
            after.writestr(_entry(name), _changed(name, before.read(name)))
        after.writestr(_entry(_CUSTOM), _property(prints))
    return out.getvalue()


def prints_in(content: bytes) -> str | None:
    """The prints in an office file; None if it has none, or is none."""
    try:
        with ZipFile(io.BytesIO(content)) as file:
            text = file.read(_CUSTOM).decode("utf-8")
    except (BadZipFile, KeyError, UnicodeDecodeError):
        return None
    found = re.search(rf'name="{PROPERTY}"[^>]*>\s*<[^>]*lpwstr[^>]*>([^<]*)<', text)
    return found[1] if found else None


def _changed(name: str, content: bytes) -> bytes:
    if name == "docProps/app.xml":
        return _APPLICATION
    if name == _TYPES:
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        added = f'<Override PartName="/{_CUSTOM}" ContentType="{kind}"/></Types>'
        return content.replace(b"</Types>", added.encode())
    if name == _RELS:
        type_ = (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
        )
        added = f'<Relationship Id="rIdPrints" Type="{type_}" Target="{_CUSTOM}"/></Relationships>'
        content = _THUMBNAIL.sub(b"", content)
        return content.replace(b"</Relationships>", added.encode())
    return content


def _property(prints: str) -> bytes:
    schema = "http://schemas.openxmlformats.org/officeDocument/2006"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{schema}/custom-properties" xmlns:vt="{schema}/docPropsVTypes">'
        f'<property fmtid="{_FORMAT}" pid="2" name="{PROPERTY}"><vt:lpwstr>{escape(prints)}</vt:lpwstr></property>'
        "</Properties>"
    ).encode()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    entry.create_system = 0
    return entry
