"""The file `view.json` that a page saves: what was seen, for whatever makes a slide of it.

It holds ids, places and filters, no facts: values and sources are read anew from the graph, so that a slide never shows
what the record no longer says. Ids that the graph has lost are told by whoever reads it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.messages import Message
from graphmodel.vocab import Handling
from visualizations.saved_file import read_saved

VERSION = 1
"""Of the format; a reader refuses others."""

Place = tuple[
    Annotated[float, Field(allow_inf_nan=False)], Annotated[float, Field(allow_inf_nan=False)]
]
"""Where a node stands: x, and y downwards, in pixels at full size."""


class ViewFile(BaseModel):
    """A view as a page saved it.

    Attributes:
        enishi: Version of the format.
        lang: Language of the labels.
        own: Id of the reader's own side.
        focus: Id of what it is about; empty if it is about no one thing.
        as_of: ISO day for which it was drawn.
        build: Key of the build that it was made from.
        handling: Who may see it.
        title: One sentence that says what is seen.
        command: How the page was made, as a line for a shell.
        nodes: Ids of the nodes that were seen, each with its place.
        ties: Ids of the ties that were seen.
        state: What the reader had set, as in the page's address: filters, day, tab.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    enishi: Literal[1]
    lang: Literal["ja", "en"]
    own: str
    focus: str
    as_of: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    build: str
    handling: Handling
    title: str
    command: str
    nodes: dict[str, Place]
    ties: tuple[str, ...]
    state: dict[str, Any]


def read_view(path: Path) -> ViewFile:
    """Read a file that a page saved.

    Raises:
        EnishiError: If it is none; the message says where it is wrong.
    """
    return read_saved(
        path,
        ViewFile,
        lambda place, reason: Message(
            "{path} is no view that a page saved: {place}: {reason}.",
            path=path,
            place=place,
            reason=reason,
        ),
        Message("Save it anew from the page, by its menu of exports."),
    )
