"""The bytes of a presentation: what it says of itself in its properties, and nothing that changes from run to run."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from visualizations.briefing.archive import repacked
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
    return repacked(stream.getvalue())
