"""Where things come from: sources, the sides of a conflict, and the build itself."""

from typing import Annotated, ClassVar

from graphmodel.kinds.base import (
    Date,
    Kind,
    KindSpec,
    Localised,
    field,
)
from graphmodel.vocab import Completeness, ConflictKind, Handling, Mood, Reason, SourceType


class Source(Kind):
    """A page, document or paper that claims are taken from."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Source", "資料・出典", "Source", scheme="source", caption="title"
    )
    title: Annotated[str | None, Localised()] = field(None, description="Title as printed.")
    publisher: Annotated[str, Localised()] = field(description="Who published it.")
    url: str | None = field(None, description="Address at the original host.")
    file: str | None = field(None, description="Name of the document, where there is no address.")
    published: Date | None = field(None, description="Day or period of publication.")
    language: str = field(description="Language code (`ja`, `en`, `ko`).")
    type: SourceType = field(description="Who speaks in it.")
    completeness: Completeness = field(description="Whether it lists all there is.")
    licence: str = field(description="Licence, or `not_stated`.")
    read_on: Date = field(description="When it was read for this record.")
    repost_of: str | None = field(
        None, description="Original publisher, where only a repost was read."
    )


class ConflictClaim(Kind):
    """One side of a difference between sources."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Claim", "記載", "Assertion", scheme="claim", indexed=("subject",)
    )
    subject: str = field(description="Id of the entity or tie that it is about.")
    property: str = field(description="Property that it gives a value of.")
    conflict: ConflictKind = field(description="In what the sources differ.")
    used: bool = field(description="Whether this is the value that the graph uses.")
    why: Reason = field(description="Why the used value is used.")
    value: str = field(description="The value, as text.")
    text: str | None = field(None, description="The source's own wording, where it differs.")
    lacks: tuple[str, ...] = field((), description="Ids that a list leaves out.")
    adds: tuple[str, ...] = field((), description="Ids that only this list has.")
    valid: str | None = field(None, description="Period that the source speaks of.")
    mood: Mood = field(description="Whether the source speaks of a plan.")
    cites: tuple[str, ...] = field(
        (), description="Sources that give this value, each with its place."
    )


class Build(Kind):
    """What the graph was made from: one record, one known-at day, one ceiling."""

    spec: ClassVar[KindSpec] = KindSpec("Build", "構築情報", "Build", scheme="build")
    build_key: str = field(
        description="Names the record and the program that it was built from and by."
    )
    known_at: Date | None = field(
        None, description="Day on which all of it was known; empty for now."
    )
    ceiling: Handling = field(description="Highest handling of a claim in it.")
    claims: int = field(description="Number of claims.")
    undated_claims: int = field(
        description="Number of those, ours left aside, of which nothing says when they could first be known."
    )
    cited_sources: int = field(description="Number of sources cited.")
    newest_event_on: Date | None = field(
        None, description="Newest event that had begun by the day on which all was known."
    )
    newest_event: str | None = field(None, description="Id of that event.")
