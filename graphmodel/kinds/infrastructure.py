"""Machines, test beds and networks that a country has: what visitors are shown and partners may use."""

from typing import Annotated, ClassVar

from graphmodel.kinds.activities import Administers
from graphmodel.kinds.base import (
    Date,
    Incoming,
    Kind,
    KindSpec,
    Localised,
    Name,
    Names,
    Outgoing,
    Style,
    field,
)
from graphmodel.kinds.parties import LocatedIn, PartOf
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import InfrastructureType, ProjectStage


class Infrastructure(Kind):
    """A test bed, machine, network or facility for research on quantum technology."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Infrastructure",
        "研究基盤・テストベッド",
        "Research infrastructure",
        scheme="infrastructure",
        folder="infrastructure",
        caption="name",
        event=("started_on",),
        public=("started_on",),
        lasts=True,
        style=Style("#009E73", "house", alone=True),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    type: InfrastructureType = field(description="What it is.")
    stage: ProjectStage = field(description="Planned, running or ended.")
    started_on: Date | None = field(None, description="When it began to run.")
    ended_on: Date | None = field(None, description="When it ended.")
    access: Annotated[str | None, Localised()] = field(
        None, description="Who may use it, as a source says."
    )
    administrators: Annotated[tuple[Administers, ...], Incoming()] = field(
        (), description="Who has or runs it."
    )
    located_in: Annotated[tuple[LocatedIn, ...], Outgoing()] = field(
        (), description="Country in which it is."
    )
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (), description="Body or programme that it belongs to."
    )
    covers: Covered = field((), description="Fields that it is for.")
