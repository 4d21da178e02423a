"""What resolution needs to know of a source."""

from __future__ import annotations

from typing import NamedTuple

from graphmodel.vocab import SourceType


class SourceFacts(NamedTuple):
    """Kind and day of a source.

    Attributes:
        type: Who speaks in it; decides which of rival values is used.
        published: Day or period of publication, EDTF; empty if unknown.
    """

    type: SourceType
    published: str = ""
