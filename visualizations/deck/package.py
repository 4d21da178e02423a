"""The bytes of a presentation: what it says of itself in its properties, and nothing that changes from run to run."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from visualizations.briefing.imprint import Imprint


def package(presentation: Any, imprint: Imprint, subject: str, langs: tuple[str, ...]) -> bytes:
    """The file of a presentation.

    Args:
        presentation: The presentation.
        imprint: What it says of itself.
        subject: What it is about.
        langs: Its languages.

    Returns:
        Its bytes: the day of creation is the day that it is made for, and no person, company or machine is named.
    """
    day = dt.datetime.fromisoformat(imprint.coverage.as_of)
    said = presentation.core_properties
    said.title = subject
    said.author = said.last_modified_by = "Enishi"
    said.subject = said.comments = ""
    said.category = imprint.mark(langs[0])
    said.content_status = imprint.stamp(langs[0])
    said.keywords = imprint.foot(langs[0])
    said.language = {"ja": "ja-JP", "en": "en-GB"}[langs[0]]
    said.revision, said.version = 1, ""
    said.created = said.modified = day
    stream = io.BytesIO()
    presentation.save(stream)
    return _fixed(stream.getvalue())


def _fixed(content: bytes) -> bytes:
    """The same archive, with one fixed time for all that is in it."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(_entry(name), before.read(name))
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    entry.create_system = 0
    return entry
