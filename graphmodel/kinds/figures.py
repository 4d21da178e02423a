"""Money and measures: budgets and indicators, each with what has to be said beside the number."""

from typing import Annotated, ClassVar

from graphmodel.kinds.activities import Funds
from graphmodel.kinds.base import (
    Date,
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
from graphmodel.kinds.parties import Concerns, PartOf
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import AmountBound, BudgetMark, BudgetType, Currency, IndicatorType, Reading


class Measures(Tie):
    """An indicator gives a country, union or body a position, a share or a value."""

    spec: ClassVar[TieSpec] = TieSpec(
        "MEASURES", "順位・値の対象", "measures", ("Indicator",), ("Party",)
    )
    position: int | None = field(None, description="Position in the ranking, 1 the first.")
    share: str | None = field(None, description="Share in per cent, as printed.")
    leading: tuple[Annotated[str, Ref("Organisation")], ...] = field(
        (), description="Bodies that the source names as its strongest in this."
    )


class Budget(Kind):
    """Public money for quantum technology, of a fiscal year or a period, as one source prints it.

    A share of a larger grant whose size is not given (内数) has no `amount`: what is printed is the whole, and stands in
    `whole_amount`. Amounts are never added up and never converted.
    """

    spec: ClassVar[KindSpec] = KindSpec(
        "Budget",
        "予算",
        "Budget line",
        scheme="budget",
        folder="budgets",
        caption="name",
        style=Style("#8A5A2B", "octagon", alone=True),
    )
    name: Name = field(description="Name of the line.")
    names: Names = field((), description="Further names, with language and use.")
    type: BudgetType = field(description="Which budget it stands in, or what the money is.")
    fiscal_year: int | None = field(
        None, description="Calendar year in which the fiscal year begins."
    )
    period: Date | None = field(
        None, description="Time that the amount is for, where it is not one fiscal year."
    )
    amount: int | None = field(None, description="Amount in units of the currency.")
    whole_amount: int | None = field(
        None,
        description="The whole grant or programme of which an unstated part is for this, in units of the currency; "
        "never an amount of its own.",
    )
    previous_amount: int | None = field(
        None, description="Amount of the year before, in units of the currency."
    )
    previous_whole_amount: int | None = field(
        None, description="The whole of the year before, where only that is printed."
    )
    currency: Currency | None = field(None, description="Currency of the amounts.")
    bound: AmountBound | None = field(
        None, description="Whether the amount is printed as about, at most or at least."
    )
    marks: tuple[BudgetMark, ...] = field(
        (), description="What is printed beside the amount and has to be read with it."
    )
    printed: tuple[str, ...] = field((), description="The amount as printed.")
    previous_printed: tuple[str, ...] = field(
        (), description="The amount of the year before, as printed."
    )
    purpose: Annotated[str | None, Localised()] = field(
        None, description="What the money is for, in few words."
    )
    caveat: Annotated[str | None, Localised()] = field(
        None, description="What the source says, or what has to be known, beside the number."
    )
    concerns: Annotated[tuple[Concerns, ...], Outgoing()] = field(
        description="Country, union or body whose money it is."
    )
    funds: Annotated[tuple[Funds, ...], Outgoing()] = field(
        (), description="What it pays for, where a source says so."
    )
    part_of: Annotated[tuple[PartOf, ...], Outgoing()] = field(
        (), description="Strategy under which, or total beside which, its source lists it."
    )
    covers: Covered = field((), description="Fields that it is for.")


class Indicator(Kind):
    """A ranking, share, score or forecast, with its method, its publisher and the caveat that goes with it."""

    spec: ClassVar[KindSpec] = KindSpec(
        "Indicator",
        "指標",
        "Indicator",
        scheme="indicator",
        folder="indicators",
        caption="name",
        style=Style("#4F6D7A", "hourglass", alone=True),
    )
    name: Name = field(description="What is measured, of what, in which period.")
    names: Names = field((), description="Further names, with language and use.")
    type: IndicatorType = field(description="What is measured.")
    period: Date | None = field(None, description="Time that is measured or forecast.")
    reading: Reading | None = field(
        None, description="Which of two readings it is, where a source compares two."
    )
    amount: int | None = field(None, description="Size that is forecast, in units of the currency.")
    currency: Currency | None = field(None, description="Currency of the amount.")
    printed: tuple[str, ...] = field((), description="The value as printed.")
    annual_growth: str | None = field(None, description="Yearly growth in per cent, as printed.")
    publisher: Annotated[str | None, Localised()] = field(
        None, description="Who measured it; the sources say where it was read."
    )
    method: Annotated[str | None, Localised()] = field(
        None, description="How it was measured, and what is not said of that."
    )
    caveat: Annotated[str | None, Localised()] = field(
        None, description="Warning of the source that goes with the number."
    )
    measures: Annotated[tuple[Measures, ...], Outgoing()] = field(
        (), description="Countries and bodies, with position, share or value."
    )
    covers: Covered = field((), description="Technology that it is about.")
