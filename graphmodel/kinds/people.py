"""People and the offices that they hold."""

from typing import Annotated, ClassVar

from graphmodel.kinds.base import (
    Date,
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
from graphmodel.kinds.parties import PartOf
from graphmodel.vocab import Rank


class Holds(Tie):
    """A person holds an office, for a time."""

    spec: ClassVar[TieSpec] = TieSpec(
        "HOLDS", "役職にある", "holds", ("Person",), ("Office",), lasts=True
    )
    since: Date | None = field(None, description="Since when.")
    until: Date | None = field(None, description="Until when.")


class Office(Kind):
    """A post, such as that of a minister, whoever holds it."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Office",
        "役職",
        "Office (post)",
        scheme="office",
        folder="offices",
        caption="name",
        style=Style("#2E86B8", "ring", alone=True),
    )
    name: Name = field(description="Name of the post.")
    names: Names = field((), description="Further names, with language and use.")
    rank: Rank | None = field(None, description="Rank at which its holder meets others.")
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (),
        description="Body that the post belongs to; the country, for a post of the state itself or where no body is named.",
    )


class Person(Kind):
    """Someone who signed, chaired or attended in an office."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Person",
        "人物",
        "Person",
        scheme="person",
        folder="people",
        caption="name",
        style=Style("#2E86B8", "dot"),
    )
    name: Name = field(description="Name as printed in official papers.")
    names: Names = field((), description="Further names, with language and use.")
    unverified: bool | None = field(
        None,
        description="True if nothing held speaks of the person but the document that names it.",
    )
    offices: Annotated[tuple[Holds, ...], Outgoing()] = field((), description="Offices held.")
