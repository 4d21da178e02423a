"""Where things come from: sources, the sides of a conflict, and the build itself."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from graphmodel.kinds.base import Date, Kind, KindSpec, Localised
from graphmodel.vocab import Completeness, ConflictKind, Handling, Mood, Reason, SourceType


class Source(Kind):
    """A page, document or paper that claims are taken from."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Source", "資料・出典", "Source", scheme="source", caption="title"
    )
    title: Annotated[str | None, Localised()] = Field(None, description="Title as printed.")
    publisher: Annotated[str, Localised()] = Field(description="Who published it.")
    url: str | None = Field(None, description="Address at the original host.")
    file: str | None = Field(None, description="Name of the document, where there is no address.")
    published: Date | None = Field(None, description="Day or period of publication.")
    language: str = Field(description="Language code (`ja`, `en`, `ko`).")
    type: SourceType = Field(description="Who speaks in it.")
    completeness: Completeness = Field(description="Whether it lists all there is.")
    licence: str = Field(description="Licence, or `not_stated`.")
    read_on: Date = Field(description="When it was read for this record.")
    repost_of: str | None = Field(
        None, description="Original publisher, where only a repost was read."
    )


class ConflictClaim(Kind):
    """One side of a difference between sources."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Claim", "記載", "Assertion", scheme="claim", indexed=("subject",)
    )
    subject: str = Field(description="Id of the entity or tie that it is about.")
    property: str = Field(description="Property that it gives a value of.")
    conflict: ConflictKind = Field(description="In what the sources differ.")
    used: bool = Field(description="Whether this is the value that the graph uses.")
    why: Reason = Field(description="Why the used value is used.")
    value: str = Field(description="The value, as text.")
    text: str | None = Field(None, description="The source's own wording, where it differs.")
    lacks: tuple[str, ...] = Field((), description="Ids that a list leaves out.")
    adds: tuple[str, ...] = Field((), description="Ids that only this list has.")
    valid: str | None = Field(None, description="Period that the source speaks of.")
    mood: Mood = Field(description="Whether the source speaks of a plan.")
    cites: tuple[str, ...] = Field(
        (), description="Sources that give this value, each with its place."
    )


class Build(Kind):
    """What the graph was made from: one record, one known-at day, one ceiling."""

    spec: ClassVar[KindSpec] = KindSpec("Build", "構築情報", "Build", scheme="build")
    build_key: str = Field(
        description="Names the record and the program that it was built from and by."
    )
    known_at: Date | None = Field(
        None, description="Day on which all of it was known; empty for now."
    )
    ceiling: Handling = Field(description="Highest handling of a claim in it.")
    claims: int = Field(description="Number of claims.")
    undated_claims: int = Field(
        description="Number of those of which nothing says when they could first be known."
    )
    cited_sources: int = Field(description="Number of sources cited.")
    newest_event_on: Date | None = Field(
        None, description="Newest event that a source reports as done."
    )
    newest_event: str | None = Field(None, description="Id of that event.")
