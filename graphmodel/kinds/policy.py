"""What a party has set down for itself: strategies and laws, targets, and the technologies that it chose as critical."""

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
from graphmodel.kinds.instruments import Supersedes
from graphmodel.kinds.parties import Concerns, PartOf
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import CriticalArea, Scope, StrategyType, TargetType


class Issued(Tie):
    """A country, union or body set down a strategy, law or other policy document."""

    spec: ClassVar[TieSpec] = TieSpec("ISSUED", "策定・公表", "issued", ("Party",), ("Strategy",))
    decided_by: tuple[Annotated[str, Ref("Organisation")], ...] = field(
        (), description="Bodies that decided or published it for the country or union."
    )


class HeldBy(Tie):
    """A country, union or body is the one that a target is set for."""

    spec: ClassVar[TieSpec] = TieSpec(
        "HELD_BY", "目標の実施主体", "is held by", ("Target",), ("Party",)
    )


class BearsOn(Tie):
    """Something on record bears on a target; whether the target is met is not judged."""

    spec: ClassVar[TieSpec] = TieSpec(
        "BEARS_ON",
        "目標に関係する動き",
        "bears on",
        (
            "Agreement",
            "Call",
            "Forum",
            "Infrastructure",
            "Meeting",
            "Organisation",
            "Programme",
            "Project",
            "Strategy",
        ),
        ("Target",),
    )


_PartOf = Annotated[tuple[PartOf, ...], Outgoing()]


class Strategy(Kind):
    """A strategy, plan, law, guideline or other policy document of a country, union or body."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Strategy",
        "戦略・政策文書",
        "Strategy or policy document",
        scheme="strategy",
        folder="strategies",
        caption="title",
        event=("decided_on", "issued_on", "announced_on", "reported_on"),
        public=("announced_on", "issued_on", "decided_on", "reported_on"),
        lasts=True,
        style=Style("#5B4B8A", "trapezium", alone=True),
    )
    title: Name = field(description="Title as printed; a title of ours is marked 仮称.")
    names: Names = field((), description="Further titles, with language and use.")
    type: StrategyType = field(description="What kind of document it is.")
    scope: Scope | None = field(None, description="How far it is about quantum technology.")
    decided_on: Date | None = field(None, description="Day of the decision.")
    issued_on: Date | None = field(None, description="Day of publication.")
    announced_on: Date | None = field(
        None, description="First day on record on which it was public."
    )
    effective_on: Date | None = field(None, description="Day from which it takes effect.")
    ended_on: Date | None = field(None, description="Last day or year that it covers.")
    reported_on: Date | None = field(
        None, description="Date in a source that does not say of which act."
    )
    blank_areas: tuple[CriticalArea, ...] = field(
        (), description="Columns of a comparison of chosen technologies that are blank for it."
    )
    issuers: Annotated[tuple[Issued, ...], Incoming()] = field(
        (), description="Whose it is, and the bodies that decided it."
    )
    supersedes: Annotated[tuple[Supersedes, ...], Outgoing()] = field(
        (), description="Earlier editions that it replaces or carries on."
    )
    part_of: _PartOf = field((), description="Larger document that it belongs to.")
    covers: Covered = field((), description="Fields that it is about.")


class TechnologyChoice(Kind):
    """An area that a country or union chose as critical, in the wording of the document or of who compared them."""

    spec: ClassVar[KindSpec] = KindSpec(
        "TechnologyChoice",
        "重要技術の選定",
        "Critical-technology choice",
        scheme="choice",
        folder="technology-choices",
        caption="name",
        style=Style("#7A6212", "kite", alone=True),
    )
    name: Name = field(description="Name of the area.")
    names: Names = field((), description="Further names, with language and use.")
    area: CriticalArea | None = field(
        None, description="Column of the comparison of countries in which it stands."
    )
    choice_of: Annotated[str | None, Localised()] = field(
        None, description="The list that it is an entry of, where one document has several."
    )
    wording: Annotated[str | None, Localised()] = field(
        None, description="What was chosen, as printed."
    )
    concerns: Annotated[tuple[Concerns, ...], Outgoing()] = field(
        description="Country or union that chose it."
    )
    part_of: _PartOf = field((), description="Document in which it was chosen.")
    covers: Covered = field((), description="Fields that it is about.")


class Target(Kind):
    """What a country or body means to reach, or a line of policy without a date; never judged by us."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Target",
        "目標",
        "Target",
        scheme="target",
        folder="targets",
        caption="name",
        style=Style("#7A6212", "star", alone=True),
    )
    name: Name = field(description="What is to be reached, in few words of ours.")
    names: Names = field((), description="Further names, with language and use.")
    type: TargetType = field(description="Target, or a line of policy.")
    due_on: Date | None = field(
        None, description="By when, where a source lets the day, month or year be known."
    )
    due_printed: Annotated[str | None, Localised()] = field(
        None, description="By when, as printed; a time without a first day stays as it is."
    )
    quantity: Annotated[str | None, Localised()] = field(
        None, description="How much or how many, as printed."
    )
    holders: Annotated[tuple[HeldBy, ...], Outgoing()] = field(
        description="Country, union or body that is to reach it."
    )
    part_of: _PartOf = field((), description="Document that sets it.")
    concerns: Annotated[tuple[Concerns, ...], Outgoing()] = field(
        (), description="Partners that it names."
    )
    related: Annotated[tuple[BearsOn, ...], Incoming()] = field(
        (), description="What is on record that bears on it."
    )
    covers: Covered = field((), description="Fields that it is about.")
