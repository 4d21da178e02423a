"""What was agreed: single items of an instrument or a meeting, who holds them, and what came of them."""

from typing import Annotated, ClassVar

from graphmodel.kinds.base import (
    Date,
    Incoming,
    Kind,
    KindSpec,
    Name,
    Names,
    Outgoing,
    Ref,
    Style,
    Tie,
    TieSpec,
    field,
)
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import Delivery


class Agreed(Tie):
    """An item was agreed in an instrument or at a meeting."""

    spec: ClassVar[TieSpec] = TieSpec(
        "AGREED", "合意した", "agreed", ("Agreement", "Meeting"), ("Commitment",), first="start"
    )


class DeliveredBy(Tie):
    """An agreed item was carried out by something, as a source says."""

    spec: ClassVar[TieSpec] = TieSpec(
        "DELIVERED_BY",
        "…により実施",
        "was delivered by",
        ("Commitment",),
        ("Agreement", "Call", "Meeting", "Programme", "Project"),
        first="start",
    )


class Commitment(Kind):
    """One thing that was agreed; whether it is done is what sources say, never a judgement of ours."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Commitment",
        "合意事項",
        "Agreed item",
        scheme="commitment",
        folder="commitments",
        caption="name",
        style=Style("#4F6D7A", "chevron", alone=True),
    )
    name: Name = field(description="What was agreed, in few words of ours.")
    names: Names = field((), description="Further names, with language and use.")
    delivery: Delivery = field(description="What sources say of its delivery.")
    due_on: Date | None = field(None, description="By when, where a source says so.")
    holders: tuple[Annotated[str, Ref("Party")], ...] = field(
        (), description="Countries, unions or bodies that are to do it."
    )
    agreed_in: Annotated[tuple[Agreed, ...], Incoming()] = field(
        description="Instrument or meeting in which it was agreed."
    )
    delivered_by: Annotated[tuple[DeliveredBy, ...], Outgoing()] = field(
        (), description="What it was carried out by."
    )
    covers: Covered = field((), description="Fields that it is about.")
