"""The sheet of an instrument: what it is for, when and by whom it was signed, what it says."""

from __future__ import annotations

from graphmodel.vocab import FieldScheme, InstrumentType, Level
from visualizations.card import Row
from visualizations.deck.content.telling import Telling, in_source_order
from visualizations.deck.slides import Said, Section, SectionsSlide


def signature_sheet(tell: Telling, id_: str, *, key: str = "") -> SectionsSlide:
    """The sheet of one instrument.

    Args:
        tell: Who tells it.
        id_: Id of the instrument.
        key: Names the slide; the instrument's id if it is left out.
    """
    return _Sheet(tell, id_).slide(key or id_)


def instrument_sections(tell: Telling, id_: str) -> tuple[Section, ...]:
    """What the sheet of an instrument says, to stand on a slide with other things."""
    return tuple(_Sheet(tell, id_).sections())


class _Sheet:
    def __init__(self, tell: Telling, id_: str) -> None:
        self._tell = tell
        self._row: Row = tell.read("deck-instrument", id=id_)[0]
        self._rivals = tell.rivals([self._row])
        self._agreed = in_source_order(tell.read("deck-agreed", ids=[id_]))
        self._fields = in_source_order(tell.read("deck-fields", ids=[id_]))
        self._related = tell.read("deck-related", id=id_)
        self._between_bodies = self._row["level"] not in (Level.GOVERNMENT, Level.MINISTRY)

    def slide(self, key: str) -> SectionsSlide:
        tell, row = self._tell, self._row
        title = tell.say("sheet_title", title=tell.title_of(row), acted=tell.acted(row))
        return SectionsSlide(key, title, sections=tuple(self.sections()))

    def sections(self) -> list[Section]:
        tell = self._tell
        parts = [
            ("purpose", self._purpose()),
            ("titles", self._titles()),
            ("concluded_on" if self._understanding else "signed_on", self._day()),
            ("parties", self._parties())
            if self._between_bodies
            else ("signatories", self._signatories()),
            ("principles", self._principles()),
            ("contents", self._contents()),
            ("announced_together", self._together()),
        ]
        # Only the day, who signed and what it says are asked of every instrument; silence there is told.
        asked = ("signed_on", "concluded_on", "signatories", "parties", "contents")
        none = (tell.say("none_held"),)
        return [
            Section(tell.say(name), lines or none)
            for name, lines in parts
            if lines or name in asked
        ]

    @property
    def _understanding(self) -> bool:
        return bool(self._row["type"] == InstrumentType.MEMORANDUM_OF_UNDERSTANDING)

    def _purpose(self) -> tuple[Said, ...]:
        tell, row = self._tell, self._row
        said: list[Said] = []
        if summary := tell.text(row, "summary"):
            said.append(tell.sentence(summary, tell.of(row, "summary")))
        basis = [one for one in self._related if one["tie"] == "BASED_ON"]
        if basis:
            names = tell.listed(tell.title_of(one) for one in basis)
            said.append(tell.sentence(tell.labelled("based_on", names), *basis))
        return tuple(said)

    def _titles(self) -> tuple[Said, ...]:
        tell = self._tell
        rivals = self._rivals.get((self._row["id"], "title"), [])
        if not rivals:
            return ()
        own = tell.sentence(tell.title_of(self._row), tell.of(self._row, "title"))
        return own, *(
            tell.sentence(tell.say("other_title", title=one["value"]), one) for one in rivals
        )

    def _day(self) -> tuple[Said, ...]:
        tell, row = self._tell, self._row
        if not row["event_on"]:
            return ()
        place = tell.text(row, "place")
        planned = tell.say("planned") if tell.unsigned(row) else ""
        said: list[Said] = [
            tell.sentence(
                tell.bracketed(tell.date(row["event_on"]), place, planned),
                tell.of(row, "signed_on", "issued_on"),
            )
        ]
        for one in self._rivals.get((row["id"], "date"), []):
            said.append(tell.sentence(tell.say("other_date", day=tell.date(one["value"])), one))
        if row["announced_on"] and row["announced_on"] != row["event_on"]:
            day = tell.date(row["announced_on"])
            said.append(
                tell.sentence(tell.labelled("announced_on", day), tell.of(row, "announced_on"))
            )
        return tuple(said)

    def _parties(self) -> tuple[Said, ...]:
        tell = self._tell
        sides = sorted(self._row["parties"], key=lambda one: (one["side"] != tell.own, one["id"]))
        return tuple(tell.sentence(tell.called(one["id"]), one) for one in sides)

    def _signatories(self) -> tuple[Said, ...]:
        tell = self._tell
        rows = tell.read("card-signatures", ids=[self._row["id"]])
        rows.sort(key=lambda one: (one["side"] != tell.own, one["name_en"]))
        names = tell.signed(self._row["id"])
        said: list[Said] = [tell.sentence(name, row) for name, row in zip(names, rows, strict=True)]
        bodies = [
            tell.name(body)
            for one in sorted(self._row["parties"], key=lambda one: one["side"] != tell.own)
            for body in one["through"] or ()
        ]
        if bodies:
            through = tell.labelled("through", tell.listed(dict.fromkeys(bodies)))
            said.append(tell.sentence(through, *self._row["parties"]))
        return tuple(said)

    def _principles(self) -> tuple[Said, ...]:
        """The programmes that it joins, our side's first."""
        tell = self._tell
        rows = tell.read("deck-joined", id=self._row["id"])
        rows.sort(key=lambda one: (tell.own not in one["sides"], one["id"]))
        return tuple(
            tell.sentence(
                tell.say("labelled", label=tell.listed(map(tell.name, row["sides"])), said=tell.called(row["id"])),
                row,
            )
            if row["sides"]
            else tell.sentence(tell.called(row["id"]), row)
            for row in rows
        )  # fmt: skip

    def _contents(self) -> tuple[Said, ...]:
        """Agreed items with the area that they belong to; then what else it covers."""
        tell = self._tell
        said: list[Said] = []
        named: set[str] = set()
        for one in self._agreed:
            areas = [field[tell.lang] for field in one["fields"]]
            named |= set(areas)
            item = tell.text(one, "name")
            area = tell.listed(areas)
            text = (
                tell.say("labelled", label=area, said=item)
                if area and not self._between_bodies
                else item
            )
            said.append(tell.sentence(text, one))
        for scheme in FieldScheme:
            rest = [
                one
                for one in self._fields
                if one["scheme"] == scheme and one[f"name_{tell.lang}"] not in named
            ]
            if rest and not self._between_bodies:
                names = tell.listed(one[f"name_{tell.lang}"] for one in rest)
                label = (
                    tell.say("also", scheme=scheme.label(tell.lang))
                    if named
                    else scheme.label(tell.lang)
                )
                said.append(tell.sentence(tell.say("labelled", label=label, said=names), *rest))
        return tuple(said)

    def _together(self) -> tuple[Said, ...]:
        tell = self._tell
        rows = [one for one in self._related if one["tie"] == "CO_ANNOUNCED"]
        return tuple(
            tell.sentence(
                tell.title_and_day(one),
                one,
            )
            for one in rows
        )
