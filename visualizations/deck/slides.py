"""What stands on a slide, whatever draws it: one dataclass for each kind of slide.

A slide is told in one language. A deck in two languages has two slides of the same shape for each page, and draws the
first large and the second small. Whatever says something is a `Sentence`, which has a source; headings and labels of
rows and columns are plain text, and so is what a source is silent about.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graphmodel.vocab import Handling
from visualizations.briefing.footnotes import Sentence
from visualizations.parts import Scene


@dataclass(frozen=True)
class Both:
    """The same in the two languages of a deck: the first stands large, the second small below it.

    Attributes:
        first: In the first language.
        second: In the second.
    """

    first: Sentence | str
    second: Sentence | str


Said = Sentence | str | Both
"""Words with a source, or a label; `Both` only in slides that `together` made of two."""

Cell = tuple[Said, ...]
"""Paragraphs of one cell of a table."""


@dataclass(frozen=True)
class Slide:
    """What every slide has.

    Attributes:
        key: Names the slide within its deck; the same in every language.
        title: One sentence that says what it shows; a `Sentence` where it states a finding.
        handling: How carefully it is handled, whatever it is made from.
    """

    key: str
    title: Said
    handling: Handling = Handling.PUBLIC


@dataclass(frozen=True)
class TableSlide(Slide):
    """A table: of fora, of bilateral documents, of countries and fora.

    Attributes:
        headings: Headings of the columns.
        widths: Share of the width of each column; together 1. Empty: by what stands in them.
        rows: The rows.
        policy_heading: Heading of the lines below the table (今後の方針); empty if there are none.
        policy: Lines below the table.
        notes: ※ notes below it, and what signs in it mean.
    """

    headings: tuple[Said, ...] = ()
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    policy_heading: Said = ""
    policy: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        heading: The heading.
        lines: What stands under it; a single line stands beside the heading where there is room.
        run_on: Whether its lines may follow one another in one where there is little room, as names do.
    """

    heading: Said
    lines: tuple[Said, ...]
    run_on: bool = False


@dataclass(frozen=True)
class SectionsSlide(Slide):
    """Headings with lines under them: the sheet of a signature, and what changed.

    Attributes:
        sections: The sections, in the order in which they are read.
        notes: Notes at the foot, as what abbreviations stand for.
    """

    sections: tuple[Section, ...] = ()
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Step:
    """One event of a process.

    Attributes:
        heading: Name, day and place of the event.
        about: What it was: hosts, chairs, who took part.
        tag: What stands in the box: agreed items, what was discussed, the joint statement.
        said: What was agreed or discussed.
        when: Its day, in the box on the way; empty for the step's number.
    """

    heading: Said
    about: tuple[Said, ...] = ()
    tag: Said = ""
    said: tuple[Said, ...] = ()
    when: Said = ""


@dataclass(frozen=True)
class Abbreviation:
    """A short form, and what stands for it on the slides that it stands on.

    Attributes:
        short: The short form.
        stands_for: The short form with the whole name; empty where it is the whole name in this language.
    """

    short: Said
    stands_for: Said


@dataclass(frozen=True)
class ProcessSlide(Slide):
    """How something came about: events one below the other, joined by arrows.

    Attributes:
        steps: The events, in their order.
        links: What joins each step to the next: `→` if a source states it, `⇢` if it only lists it, and nothing if they
            only follow one another; behind the sign may stand how long it took (`⇢ 418 days`). One fewer than steps.
        since_heading: Heading of what follows (※ 2025年の動き).
        since: What follows.
        notes: Notes at the foot.
        beside: Sections that stand on the right of it.
        abbreviations: What short forms stand for.
    """

    steps: tuple[Step, ...] = ()
    links: tuple[Said, ...] = ()
    since_heading: Said = ""
    since: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    beside: tuple[Section, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


class BarLook(StrEnum):
    """How sure a bar of a schedule is."""

    DONE = "done"
    PLANNED = "planned"
    EXPECTED = "expected"


@dataclass(frozen=True)
class Bar:
    """Something in a lane of a schedule.

    Attributes:
        first: First day that it may lie on or cover, ISO.
        last: Last such day, ISO; the same for an event of one day.
        said: What stands on it: what it is, and its date as the source gives it.
        look: How sure it is.
    """

    first: str
    last: str
    said: Said
    look: BarLook = BarLook.DONE


@dataclass(frozen=True)
class Lane:
    """A lane of a schedule: one side, or both together.

    Attributes:
        name: Its name.
        bars: What is in it.
    """

    name: Said
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class ScheduleSlide(Slide):
    """A schedule with lanes over months.

    Attributes:
        first: First month, as 2025-02.
        last: Last month.
        lanes: The lanes, from the top.
        notes: What looks mean, and what has no date.
    """

    first: str = ""
    last: str = ""
    lanes: tuple[Lane, ...] = ()
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True)
class NetworkSlide(Slide):
    """A network, drawn with native shapes.

    Attributes:
        scene: The picture; its title is the slide's.
        second: The same picture in the second language of a deck.
        beside: Sections that stand on the right of it.
        notes: What is left out, and by which rule.
        kept: Whether what stands in the picture keeps its place where it can, as a reader put it there.
    """

    scene: Scene | None = None
    second: Scene | None = None
    beside: tuple[Section, ...] = ()
    notes: tuple[Said, ...] = ()
    kept: bool = False
