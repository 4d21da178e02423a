"""Parties: countries, unions and organisations, and how they belong together."""

from typing import Annotated, ClassVar

from graphmodel.kinds.base import (
    Date,
    Kind,
    KindSpec,
    Localised,
    Name,
    Names,
    Outgoing,
    Style,
    Tie,
    TieSpec,
    field,
)
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import CountryStatus, HubStage, HubType, OrganisationType


class LocatedIn(Tie):
    """An organisation, or a machine or facility, is based in a country."""

    spec: ClassVar[TieSpec] = TieSpec(
        "LOCATED_IN",
        "所在",
        "is based in",
        ("Organisation", "Infrastructure"),
        ("Country", "Union"),
    )


class PartOf(Tie):
    """Something belongs to a larger one: a post to a body, a phase to a programme, a target to the strategy that sets it."""

    spec: ClassVar[TieSpec] = TieSpec(
        "PART_OF",
        "…の一部",
        "is part of",
        (
            "Organisation",
            "Office",
            "Forum",
            "Programme",
            "Project",
            "Budget",
            "Infrastructure",
            "Strategy",
            "Target",
            "TechnologyChoice",
        ),
        (
            "Country",
            "Union",
            "Organisation",
            "Forum",
            "Programme",
            "Call",
            "Project",
            "Budget",
            "Strategy",
        ),
    )


class Concerns(Tie):
    """Money, a chosen technology or a target is that of a country, union or body, or names it."""

    spec: ClassVar[TieSpec] = TieSpec(
        "CONCERNS",
        "対象の国・機関",
        "concerns",
        ("Budget", "Target", "TechnologyChoice"),
        ("Party",),
    )


class NoInstrumentWith(Tie):
    """A source sets out that there is no instrument between two countries, at the time it speaks of."""

    spec: ClassVar[TieSpec] = TieSpec(
        "NO_INSTRUMENT_WITH",
        "協力文書がないと資料が列挙",
        "is listed as without an instrument with",
        ("Country", "Union"),
        ("Country", "Union"),
    )


class Country(Kind):
    """A state, or a region that takes part in its own name."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Country",
        "国・地域",
        "Country or region",
        scheme="country",
        folder="countries",
        caption="name",
        labels=("Party",),
        style=Style("#4A5A6A", "ellipse"),
    )
    name: Name = field(description="Form shown on pages and slides.")
    names: Names = field((), description="Further names, with language and use.")
    status: CountryStatus = field(description="State, region or self-governing area.")
    no_instrument_with: Annotated[tuple[NoInstrumentWith, ...], Outgoing()] = field(
        (),
        description="Countries that a source lists as being without an instrument with this one.",
    )


class Union(Kind):
    """A union of states that is a party of its own, as the European Union; it is no country."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Union",
        "EU・地域機関",
        "Union",
        scheme="union",
        folder="unions",
        caption="name",
        labels=("Party",),
        style=Style("#4A5A6A", "hexagon"),
    )
    name: Name = field(description="Form shown on pages and slides.")
    names: Names = field((), description="Further names, with language and use.")


class Organisation(Kind):
    """A ministry, agency, institute, university, company, association or other body."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Organisation",
        "機関",
        "Organisation",
        scheme="org",
        folder="organisations",
        caption="name",
        labels=("Party",),
        subtype="type",
        style=Style("#009E73", "square"),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    type: OrganisationType = field(description="What the body is.")
    website: str | None = field(None, description="Address of its own site.")
    ror: str | None = field(None, description="Id in the Research Organization Registry.")
    seat: Annotated[str | None, Localised()] = field(
        None, description="Where an international body sits."
    )
    hub_type: HubType | None = field(None, description="How a hub is run.")
    hub_stage: HubStage | None = field(
        None, description="Whether a hub is there, planned, or only a candidate."
    )
    founded_on: Date | None = field(None, description="When it was set up.")
    unverified: bool | None = field(
        None, description="True if nothing held speaks of it but the document that names it."
    )
    located_in: Annotated[tuple[LocatedIn, ...], Outgoing()] = field(
        (), description="Country in which it is based."
    )
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (), description="Larger body that it belongs to."
    )
    covers: Covered = field((), description="Fields that it works on; for a company, its method.")
