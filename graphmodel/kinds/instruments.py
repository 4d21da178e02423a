"""Instruments: the documents by which parties set out their cooperation, and what ties them to events."""

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
from graphmodel.kinds.topics import Covered
from graphmodel.vocab import Binding, InstrumentStage, InstrumentType, Level, Scope


class PartyTo(Tie):
    """A country, union or organisation is a party to an instrument."""

    spec: ClassVar[TieSpec] = TieSpec(
        "PARTY_TO", "…の当事者", "is party to", ("Party",), ("Agreement",)
    )
    through: tuple[Annotated[str, Ref("Organisation")], ...] = field(
        (), description="Bodies that signed for it."
    )


class Signed(Tie):
    """A person signed an instrument, in an office and for a side."""

    spec: ClassVar[TieSpec] = TieSpec("SIGNED", "署名", "signed", ("Person",), ("Agreement",))
    as_office: Annotated[str | None, Ref("Office")] = field(
        None, description="Office held when signing."
    )
    side: Annotated[str | None, Ref("Party")] = field(
        None, description="Country, union or body on whose side the person signed."
    )


class BasedOn(Tie):
    """An instrument, or what is done under one, rests on an earlier instrument; never on a later."""

    spec: ClassVar[TieSpec] = TieSpec(
        "BASED_ON",
        "…に基づく",
        "is based on",
        ("Agreement", "Call", "Forum", "Programme", "Project"),
        ("Agreement",),
        first="end",
    )


class Supersedes(Tie):
    """An instrument, a strategy or a phase of a programme takes the place of an earlier one."""

    spec: ClassVar[TieSpec] = TieSpec(
        "SUPERSEDES",
        "改定・後継",
        "supersedes",
        ("Agreement", "Programme", "Strategy"),
        ("Agreement", "Programme", "Strategy"),
        first="end",
    )


class CoAnnounced(Tie):
    """Two instruments were made public together; neither is the cause of the other."""

    spec: ClassVar[TieSpec] = TieSpec(
        "CO_ANNOUNCED", "併せて公表", "was announced together with", ("Agreement",), ("Agreement",)
    )


class LedTo(Tie):
    """One step was followed by the next.

    Its `basis` is `stated` where a source says that one followed from the other, `listed` where a source only sets
    them out in order.
    """

    spec: ClassVar[TieSpec] = TieSpec(
        "LED_TO",
        "契機となった",
        "led to",
        ("Agreement", "Call", "Meeting", "Project"),
        ("Agreement", "Call", "Forum", "Meeting", "Programme", "Project"),
        first="start",
    )


class Agreement(Kind):
    """A document by which parties set out how they cooperate: memorandum, letter of intent, statement.

    It is shown as 協力文書 or Instrument; "agreement" is the name of one type only, the binding one.
    """

    spec: ClassVar[KindSpec] = KindSpec(
        "Agreement",
        "協力文書",
        "Instrument",
        scheme="agreement",
        folder="agreements",
        caption="title",
        event=("signed_on", "issued_on", "reported_on", "announced_on"),
        public=("announced_on", "signed_on", "issued_on", "reported_on"),
        stages=(
            ("signed_on", InstrumentStage.SIGNED),
            ("issued_on", InstrumentStage.ISSUED),
            ("announced_on", InstrumentStage.ANNOUNCED),
        ),
        lasts=True,
        style=Style("#0072B2", "box"),
    )
    title: Name = field(description="Title as printed; a title of ours is marked 仮称.")
    names: Names = field((), description="Further titles, with language and use.")
    type: InstrumentType = field(description="What the document calls itself.")
    level: Level = field(description="Between whom it is.")
    scope: Scope = field(description="How far it is about quantum technology.")
    binding: Binding | None = field(
        None, description="Whether a source says that it is legally binding."
    )
    stage: InstrumentStage = field(description="The state it is in.")
    signed_on: Date | None = field(None, description="Day of signature.")
    issued_on: Date | None = field(
        None, description="Day on which its parties issued it, where nothing is signed."
    )
    announced_on: Date | None = field(
        None, description="First day on record on which it was public."
    )
    effective_on: Date | None = field(None, description="Day from which it takes effect.")
    ended_on: Date | None = field(None, description="Day on which it ended.")
    reported_on: Date | None = field(
        None, description="Date in a source that does not say of which act."
    )
    place: Annotated[str | None, Localised()] = field(
        None, description="Where it was signed or issued."
    )
    summary: Annotated[str | None, Localised()] = field(
        None,
        description="What it is for or was about, in few words of ours that the source bears out.",
    )
    parties: Annotated[tuple[PartyTo, ...], Incoming()] = field(description="Who the parties are.")
    signatories: Annotated[tuple[Signed, ...], Incoming()] = field((), description="Who signed.")
    based_on: Annotated[tuple[BasedOn, ...], Outgoing()] = field(
        (), description="Earlier instruments that it rests on."
    )
    supersedes: Annotated[tuple[Supersedes, ...], Outgoing()] = field(
        (), description="Instruments that it replaces."
    )
    co_announced: Annotated[tuple[CoAnnounced, ...], Outgoing()] = field(
        (), description="Instruments made public together with it."
    )
    led_to: Annotated[tuple[LedTo, ...], Outgoing()] = field(
        (), description="What followed from it."
    )
    covers: Covered = field((), description="Fields that it is about.")
