"""What is done together: programmes, calls for proposals and projects, and who pays for and takes part in them."""

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
from graphmodel.kinds.instruments import BasedOn, LedTo, Supersedes
from graphmodel.kinds.parties import PartOf
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import CallStage, ParticipantRole, ProgrammeType, ProjectStage, Scope


class ParticipatesIn(Tie):
    """A party takes part in a programme, call or project; a country through the bodies that act for it."""

    spec: ClassVar[TieSpec] = TieSpec(
        "PARTICIPATES_IN",
        "参画",
        "participates in",
        ("Party",),
        ("Programme", "Call", "Project"),
    )
    role: ParticipantRole | None = field(None, description="In which role.")
    through: tuple[Annotated[str, Ref("Organisation")], ...] = field(
        (), description="Bodies that act for it."
    )


class Funds(Tie):
    """A body gives money for a programme, call or project, or a budget line pays for something."""

    spec: ClassVar[TieSpec] = TieSpec(
        "FUNDS",
        "資金を配分",
        "funds",
        ("Party", "Budget"),
        ("Programme", "Call", "Project", "Organisation", "Infrastructure", "Strategy"),
    )


class Administers(Tie):
    """A body runs a programme, call or project, or has a machine or facility."""

    spec: ClassVar[TieSpec] = TieSpec(
        "ADMINISTERS",
        "所管・運営",
        "administers",
        ("Party",),
        ("Programme", "Call", "Project", "Infrastructure"),
    )


class CallsUnder(Tie):
    """A call invites proposals for a programme."""

    spec: ClassVar[TieSpec] = TieSpec(
        "CALLS_UNDER", "…の公募", "is a call under", ("Call",), ("Programme",)
    )


class JointWith(Tie):
    """Two programmes or calls of different sides work together, as an instrument says."""

    spec: ClassVar[TieSpec] = TieSpec(
        "JOINT_WITH", "…と連携", "is joined with", ("Programme", "Call"), ("Programme", "Call")
    )
    under: Annotated[str | None, Ref("Agreement")] = field(
        None, description="Instrument that says so."
    )


_Administrators = Annotated[tuple[Administers, ...], Incoming()]
_Funders = Annotated[tuple[Funds, ...], Incoming()]
_Participants = Annotated[tuple[ParticipatesIn, ...], Incoming()]
_Bases = Annotated[tuple[BasedOn, ...], Outgoing()]
_Next = Annotated[tuple[LedTo, ...], Outgoing()]


class Programme(Kind):
    """A programme or scheme under which research is funded or done, over years."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Programme",
        "事業・制度・プログラム",
        "Programme",
        scheme="programme",
        folder="programmes",
        caption="name",
        event=("started_on", "announced_on"),
        public=("announced_on", "started_on"),
        lasts=True,
        style=Style("#8A5A2B", "slanted"),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    type: ProgrammeType = field(description="What kind of programme it is.")
    announced_on: Date | None = field(
        None, description="First day on record on which it was public."
    )
    started_on: Date | None = field(None, description="When it began.")
    ended_on: Date | None = field(None, description="When it ended or ends.")
    administrators: _Administrators = field((), description="Who runs it.")
    funders: _Funders = field((), description="Who pays for it.")
    participants: _Participants = field((), description="Who takes part.")
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (), description="Larger programme that it belongs to."
    )
    supersedes: Annotated[tuple[Supersedes, ...], Outgoing()] = field(
        (), description="Earlier phases or programmes that it carries on."
    )
    joint_with: Annotated[tuple[JointWith, ...], Outgoing()] = field(
        (), description="Programmes of another side that it works together with."
    )
    based_on: _Bases = field((), description="Instruments that it rests on.")
    covers: Covered = field((), description="Fields that it is about.")


class Call(Kind):
    """A call for proposals that bodies of several sides open together."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Call",
        "公募",
        "Call",
        scheme="call",
        folder="calls",
        caption="name",
        event=("opens_on", "announced_on", "closes_on"),
        public=("announced_on", "opens_on"),
        lasts=True,
        style=Style("#8A5A2B", "inverted"),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    stage: CallStage = field(description="How far it is.")
    scope: Scope | None = field(None, description="How far it is about quantum technology.")
    announced_on: Date | None = field(
        None, description="First day on record on which it was public."
    )
    opens_on: Date | None = field(None, description="Day from which proposals are taken.")
    closes_on: Date | None = field(None, description="Last day for proposals.")
    selected_on: Date | None = field(None, description="When the proposals are chosen.")
    starts_on: Date | None = field(None, description="When the chosen work begins.")
    ended_on: Date | None = field(None, description="When the call was over.")
    summary: Annotated[str | None, Localised()] = field(
        None,
        description="What it is for or was about, in few words of ours that the source bears out.",
    )
    administrators: _Administrators = field((), description="Who runs it.")
    funders: _Funders = field((), description="Who pays for it.")
    participants: _Participants = field((), description="Sides whose teams may apply together.")
    calls_under: Annotated[tuple[CallsUnder, ...], Outgoing()] = field(
        (), description="Programme that it is a call of."
    )
    joint_with: Annotated[tuple[JointWith, ...], Outgoing()] = field(
        (), description="Call of another side that it is opened together with."
    )
    based_on: _Bases = field((), description="Instruments that it rests on.")
    covers: Covered = field((), description="Fields that it is about.")
    led_to: _Next = field((), description="What followed from it.")


class Project(Kind):
    """Work that parties do together: a research project, a shared centre, a machine placed at a partner's."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Project",
        "共同研究課題・共同事業",
        "Project",
        scheme="project",
        folder="projects",
        caption="name",
        event=("started_on", "announced_on", "reported_on"),
        public=("announced_on", "started_on", "reported_on"),
        lasts=True,
        finer=True,
        style=Style("#8A5A2B", "pentagon"),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    stage: ProjectStage = field(description="How far it is.")
    scope: Scope = field(description="How far it is about quantum technology.")
    announced_on: Date | None = field(
        None, description="First day on record on which it was public."
    )
    started_on: Date | None = field(None, description="When it began.")
    ended_on: Date | None = field(None, description="When it ended or ends.")
    reported_on: Date | None = field(
        None, description="Date in a source that does not say of which act."
    )
    place: Name | None = field(None, description="Where it is.")
    participants: _Participants = field(description="Who takes part.")
    funders: _Funders = field((), description="Who pays for it.")
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (), description="Programme, call or larger project that it belongs to."
    )
    based_on: _Bases = field((), description="Instruments that it rests on.")
    covers: Covered = field((), description="Fields that it is about.")
    led_to: _Next = field((), description="What followed from it.")
