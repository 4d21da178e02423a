"""What things are about: technology areas and areas of cooperation, two schemes that share no axis."""

from typing import Annotated, ClassVar

from graphmodel.kinds.base import (
    Kind,
    KindSpec,
    Name,
    Names,
    Outgoing,
    Style,
    Tie,
    TieSpec,
    field,
)
from graphmodel.vocab import FieldScheme


class Broader(Tie):
    """A field belongs to a wider one of the same scheme."""

    spec: ClassVar[TieSpec] = TieSpec(
        "BROADER", "上位の領域", "belongs to the wider field", ("Field",), ("Field",)
    )


class Covers(Tie):
    """Something is about a field."""

    spec: ClassVar[TieSpec] = TieSpec(
        "COVERS",
        "対象とする",
        "covers",
        (
            "Agreement",
            "Budget",
            "Call",
            "Commitment",
            "Indicator",
            "Infrastructure",
            "Meeting",
            "Organisation",
            "Programme",
            "Project",
            "Strategy",
            "Target",
            "TechnologyChoice",
        ),
        ("Field",),
    )


class Field(Kind):
    """A technology area (quantum sensing) or an area of cooperation (exchange of people)."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Field",
        "技術領域・協力分野",
        "Technology area or area of cooperation",
        scheme="field",
        folder="fields",
        caption="name",
        style=Style("#4F6D7A", "cross", alone=True),
    )
    name: Name = field(description="Name as shown.")
    names: Names = field((), description="Further names, with language and use.")
    type: FieldScheme = field(description="Which of the two schemes it belongs to.")
    broader: Annotated[tuple[Broader, ...], Outgoing()] = field(
        (), description="The wider field of the same scheme."
    )


Covered = Annotated[tuple[Covers, ...], Outgoing()]
"""The record key `covers`."""
