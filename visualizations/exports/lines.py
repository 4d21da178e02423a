"""The claims as JSON Lines: nothing of the record is lost in them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from graphmodel.claims import write_jsonl

if TYPE_CHECKING:
    from visualizations.exports import Contents


def files(contents: Contents) -> dict[str, str]:
    """One file."""
    stream = io.StringIO()
    write_jsonl(contents.claims, stream, contents.used)
    return {"claims.jsonl": stream.getvalue()}
