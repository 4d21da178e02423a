"""Fora and their meetings, and who takes part in them."""

from typing import Annotated, ClassVar

from graphmodel.kinds.base import (
    Date,
    Incoming,
    Kind,
    KindSpec,
    Localised,
    Name,
    Names,
    Outgoing,
    Ref,
    Style,
    Tie,
    TieSpec,
    field,
)
from graphmodel.kinds.instruments import BasedOn, LedTo
from graphmodel.kinds.parties import PartOf
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import ChairRole, ForumRole, ForumType, MeetingStage, Rank, Rhythm

_Office = Annotated[str | None, Ref("Office")]
_Side = Annotated[str | None, Ref("Party")]


class MemberOf(Tie):
    """A party takes part in a forum, in a role and for a time."""

    spec: ClassVar[TieSpec] = TieSpec(
        "MEMBER_OF", "参加", "takes part in", ("Party",), ("Forum",), lasts=True
    )
    role: ForumRole | None = field(None, description="In which role.")
    since: Date | None = field(None, description="Since when.")
    until: Date | None = field(None, description="Until when.")


class EditionOf(Tie):
    """A meeting is an edition of a forum."""

    spec: ClassVar[TieSpec] = TieSpec(
        "EDITION_OF", "…の開催回", "is an edition of", ("Meeting",), ("Forum",)
    )
    edition: int | None = field(None, description="Which one: 7 for the seventh.")


class Attended(Tie):
    """A party or person was present at a meeting; no membership follows from it."""

    spec: ClassVar[TieSpec] = TieSpec(
        "ATTENDED", "出席", "attended", ("Party", "Person"), ("Meeting",)
    )
    side: _Side = field(None, description="Country, union or body on whose side it sat.")
    count: int | None = field(None, description="How many people came for it.")


class Hosted(Tie):
    """A party or person hosted or convened a meeting."""

    spec: ClassVar[TieSpec] = TieSpec("HOSTED", "主催", "hosted", ("Party", "Person"), ("Meeting",))


class Chaired(Tie):
    """A person chaired a meeting, in an office and for a side."""

    spec: ClassVar[TieSpec] = TieSpec("CHAIRED", "議長", "chaired", ("Person",), ("Meeting",))
    role: ChairRole | None = field(None, description="Alone or with others.")
    as_office: _Office = field(None, description="Office held at the time.")
    side: _Side = field(None, description="Side on which the person sat.")


class Led(Tie):
    """A meeting was held under a person's lead."""

    spec: ClassVar[TieSpec] = TieSpec("LED", "主導", "led", ("Person",), ("Meeting",))
    as_office: _Office = field(None, description="Office held at the time.")
    side: _Side = field(None, description="Side on which the person sat.")


class Forum(Kind):
    """A dialogue, committee, body or series of meetings that parties take part in."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Forum",
        "枠組み・会合",
        "Forum or dialogue",
        scheme="forum",
        folder="fora",
        caption="name",
        style=Style("#B87A00", "diamond"),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    type: ForumType = field(description="What kind of forum it is.")
    rhythm: Rhythm | None = field(None, description="How often it meets.")
    participant_rank: Rank | None = field(None, description="At which rank people meet.")
    founded_on: Date | None = field(None, description="When it began.")
    summary: Annotated[str | None, Localised()] = field(
        None,
        description="What it is for or was about, in few words of ours that the source bears out.",
    )
    members: Annotated[tuple[MemberOf, ...], Incoming()] = field((), description="Who takes part.")
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (), description="Larger forum or body."
    )
    based_on: Annotated[tuple[BasedOn, ...], Outgoing()] = field(
        (), description="Instruments that it rests on."
    )


class Meeting(Kind):
    """One dated meeting: an edition of a forum, a workshop, a session of a committee."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Meeting",
        "会合（開催回）",
        "Meeting (edition)",
        scheme="meeting",
        folder="meetings",
        caption="name",
        event=("held_on",),
        public=("held_on",),
        style=Style("#CC79A7", "triangle"),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    held_on: Date | None = field(None, description="Day or days of the meeting.")
    place: Annotated[str | None, Localised()] = field(None, description="Where, or online.")
    stage: MeetingStage = field(description="Planned, held, postponed or cancelled.")
    rank: Rank | None = field(None, description="At which rank people met.")
    summary: Annotated[str | None, Localised()] = field(
        None,
        description="What it is for or was about, in few words of ours that the source bears out.",
    )
    edition_of: Annotated[tuple[EditionOf, ...], Outgoing()] = field(
        (), description="Forum that it is an edition of."
    )
    hosts: Annotated[tuple[Hosted, ...], Incoming()] = field(
        (), description="Who hosted or convened it."
    )
    attended: Annotated[tuple[Attended, ...], Incoming()] = field(
        (), description="Who was present."
    )
    chairs: Annotated[tuple[Chaired, ...], Incoming()] = field((), description="Who chaired it.")
    led_by: Annotated[tuple[Led, ...], Incoming()] = field(
        (), description="Under whose lead it was held."
    )
    led_to: Annotated[tuple[LedTo, ...], Outgoing()] = field(
        (), description="What followed from it."
    )
    covers: Covered = field((), description="Fields that were its topics.")
