"""How things look, derived from the kinds' own styles: a shape and a colour each, and the legend of those used.

Nothing is told by colour alone (grey print), nothing is red, countries share one neutral colour and one size, and
colour sets apart kinds of document, never groups of countries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graphmodel.kinds import (
    KINDS,
    TIES,
    Agreement,
    Country,
    Forum,
    Meeting,
    Organisation,
    Person,
)
from graphmodel.kinds import Union as UnionKind
from graphmodel.vocab import Basis, InstrumentType, Mood

INSIDE = frozenset(
    {
        "bevelled",
        "box",
        "chevron",
        "double",
        "ellipse",
        "folded",
        "hexagon",
        "rounded",
        "slanted",
        "trapezium",
    }
)
"""Shapes that hold their label; the others stand above it."""

_INK = "#4A5A6A"
_PAPER = "#FFFFFF"


@dataclass(frozen=True)
class Look:
    """How a node is drawn.

    Attributes:
        shape: One of the shapes of a kind's style, or `double`, `folded`, `rounded` or `bevelled`.
        fill: Colour inside.
        border: Colour of the outline.
        thickness: Width of the outline.
        dashed: Whether the outline is dashed.
    """

    shape: str
    fill: str
    border: str
    thickness: float = 1.5
    dashed: bool = False


@dataclass(frozen=True)
class LineLook:
    """How a tie is drawn.

    Attributes:
        colour: Colour of the line.
        width: Width of the line.
        dashes: Lengths of dash and gap; empty for a solid line.
        arrow: Whether it points to its end.
    """

    colour: str
    width: float
    dashes: tuple[int, ...] = ()
    arrow: bool = False


@dataclass(frozen=True)
class LegendEntry:
    """One look and what it means: a node, a line, or a sign.

    Attributes:
        text: What it means.
        node: Look of a node, if it is about one.
        line: Look of a line, if it is about one.
        sign: The sign, if it is about one.
        key: What the nodes or ties that look so carry; empty if nothing can be filtered by it.
        parts: Code and word of each of several things that look so; a page names those that it shows.
    """

    text: str
    node: Look | None = None
    line: LineLook | None = None
    sign: str = ""
    key: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Family:
    """Kinds of document that share a shape and a colour."""

    types: tuple[InstrumentType, ...]
    shape: str
    colour: str


_T = InstrumentType
_BLUE = Agreement.spec.style.colour if Agreement.spec.style else "#0072B2"
_FAMILIES = (
    _Family((_T.AGREEMENT, _T.IMPLEMENTING_ARRANGEMENT), "double", "#23395B"),
    _Family((_T.MEMORANDUM_OF_COOPERATION, _T.MEMORANDUM_OF_UNDERSTANDING), "box", _BLUE),
    _Family((_T.LETTER_OF_INTENT,), "folded", "#6A4C93"),
    _Family(
        (_T.JOINT_STATEMENT, _T.STATEMENT, _T.JOINT_DECLARATION, _T.LEADERS_STATEMENT),
        "rounded",
        "#00796B",
    ),
    _Family((_T.VISION_PRINCIPLES,), "bevelled", "#7A6212"),
    _Family((_T.PARTNERSHIP, _T.CONTRACT, _T.OTHER), "box", "#6B7680"),
)
_DIRECTED = frozenset({"BASED_ON", "DELIVERED_BY", "LED_TO", "SUPERSEDES"})
_DOCUMENT = LineLook(_INK, 2.0)
_MEMBER = LineLook("#8794A1", 0.9)
_OTHER = LineLook("#6B7986", 1.3)
_STEP = LineLook(_INK, 1.6, arrow=True)
_LINES = {_DOCUMENT: "documents", _MEMBER: "membership", _STEP: "steps", _OTHER: "ties"}
_DOTTED, _DASHED = (2, 4), (8, 5)

OWN_SIDE = Look("ellipse", _PAPER, _INK, 4.0)
PLANNED = Look("box", _PAPER, _INK, 1.5, dashed=True)


def drawn_kinds() -> tuple[str, ...]:
    """Labels of the kinds that have a style: those that a picture may be about."""
    return tuple(label for label, kind in KINDS.items() if kind.spec.style)


def reached_kinds() -> tuple[str, ...]:
    """Labels of the kinds that a picture shows because something in it is tied to them.

    Fields, agreed items, offices and facts of policy hang on nearly everything: they are drawn where a picture is about
    one of them, and stand among the details elsewhere.
    """
    return tuple(
        label for label, kind in KINDS.items() if kind.spec.style and not kind.spec.style.alone
    )


def node_look(
    kind: str, type_: str = "", *, own: bool = False, planned: bool = False, focus: bool = False
) -> Look:
    """The look of a node.

    Args:
        kind: Its label.
        type_: For an instrument, what it calls itself.
        own: Whether it is the reader's own side.
        planned: Whether it is only planned.
        focus: Whether the picture is about it.

    Raises:
        KeyError: If the kind is not drawn.
    """
    style = KINDS[kind].spec.style
    if style is None:
        raise KeyError(kind)
    shape: str = style.shape
    colour = style.colour
    if kind == Agreement.spec.label:
        family = _family(type_)
        shape, colour = family.shape, family.colour
    party = kind in (Country.spec.label, UnionKind.spec.label)
    fill = _PAPER if planned or (party and own) else _tint(colour)
    thickness = 4.0 if own else 3.0 if focus else 1.5
    return Look(shape, fill, colour, thickness, dashed=planned)


def line_look(type_: str, basis: str = "", mood: str = "") -> LineLook:
    """The look of a tie: by how much it weighs, what it rests on, and whether it is only planned."""
    look = _solid(type_)
    dashes: tuple[int, ...] = ()
    if mood == Mood.PLANNED:
        dashes = _DASHED
    elif basis == Basis.LISTED:
        dashes = _DOTTED
    return LineLook(look.colour, look.width, dashes, look.arrow)


def _solid(type_: str) -> LineLook:
    """The look of a tie by its type alone."""
    if type_ in _DIRECTED:
        return _STEP
    return {"PARTY_TO": _DOCUMENT, "MEMBER_OF": _MEMBER}.get(type_, _OTHER)


def _family(type_: str) -> _Family:
    return next((f for f in _FAMILIES if type_ in f.types), _FAMILIES[-1])


def node_key(kind: str, type_: str = "") -> str:
    """The entry of the legend that stands for a node: its kind, and for an instrument the family of its type."""
    if kind != Agreement.spec.label:
        return kind
    return f"{kind}.{_family(type_).types[0]}"


def line_key(type_: str, basis: str = "", mood: str = "") -> str:
    """The entry of the legend that stands for a tie; the same for all that look alike."""
    name = _LINES[_solid(type_)]
    if mood == Mood.PLANNED:
        return f"{name}.{mood}"
    return f"{name}.{basis}" if basis == Basis.LISTED else name


def legend(
    nodes: Iterable[tuple[str, str, Look]],
    ties: Iterable[tuple[str, str, LineLook]],
    *,
    own: bool,
    differs: bool,
    lang: str,
) -> tuple[LegendEntry, ...]:
    """The legend of what a picture shows, and of nothing else.

    Args:
        nodes: Label, type and look of each node.
        ties: Relationship type, key and look of each tie.
        own: Whether the reader's own side is in the picture.
        differs: Whether sources differ on something in the picture.
        lang: `ja` or `en`.
    """
    ja = lang == "ja"
    entries = [] if not own else [LegendEntry("自国側" if ja else "Our side", node=OWN_SIDE)]
    drawn = list(nodes)
    entries += _kinds(drawn, ja)
    if any(look.dashed for _, _, look in drawn):
        text = "予定（白抜き・破線）" if ja else "Planned (hollow, dashed)"
        entries.append(LegendEntry(text, node=PLANNED))
    entries += _lines(ties, ja)
    if differs:
        text = "資料により異なる" if ja else "Sources differ"
        entries.append(LegendEntry(text, sign="▲"))
    return tuple(entries)


def _kinds(drawn: list[tuple[str, str, Look]], ja: bool) -> Iterable[LegendEntry]:
    shown = {label for label, _, look in drawn if look.thickness < OWN_SIDE.thickness}
    types = {type_ for label, type_, _ in drawn if label == Agreement.spec.label}
    order = (Country, UnionKind, Agreement, Forum, Meeting, Organisation, Person)
    first = [kind.spec.label for kind in order]
    for label in [*first, *(label for label in drawn_kinds() if label not in first)]:
        if label not in shown:
            continue
        spec = KINDS[label].spec
        if label != Agreement.spec.label:
            yield LegendEntry(
                spec.ja if ja else spec.en, node=node_look(label), key=node_key(label)
            )
            continue
        for family in _FAMILIES:
            if parts := [(str(t), t.ja if ja else t.en) for t in family.types if t in types]:
                look = node_look(label, family.types[0])
                key = node_key(label, family.types[0])
                yield LegendEntry(_joined(parts, ja), node=look, key=key, parts=tuple(parts))


def _joined(parts: Iterable[tuple[str, str]], ja: bool) -> str:
    return ("、" if ja else ", ").join(dict.fromkeys(word for _, word in parts))


def _lines(ties: Iterable[tuple[str, str, LineLook]], ja: bool) -> Iterable[LegendEntry]:
    by_key: dict[str, tuple[LineLook, dict[str, str]]] = {}
    for type_, key, look in sorted(ties, key=lambda tie: (-tie[2].width, tie[0], tie[1])):
        by_key.setdefault(key, (look, {}))[1][type_] = tie_word(type_, "ja" if ja else "en")
    for key, (look, parts) in by_key.items():
        text = _joined(parts.items(), ja)
        if look.dashes == _DOTTED:
            text += f"（{Basis.LISTED.ja}）" if ja else f" ({Basis.LISTED.en})"
        elif look.dashes == _DASHED:
            text += f"（{Mood.PLANNED.ja}）" if ja else f" ({Mood.PLANNED.en})"
        yield LegendEntry(text, line=look, key=key, parts=tuple(parts.items()))


def tie_word(type_: str, lang: str) -> str:
    """What a kind of tie is called beside a line, where nothing stands before it."""
    spec = TIES[type_].spec
    return re.sub("^…(の|と|により|に)", "", spec.ja) if lang == "ja" else spec.en


def tie_name(start: str, type_: str, end: str, lang: str) -> str:
    """What a tie is called where nothing else says what it is."""
    if lang == "ja":
        return f"{start} ― {end}（{tie_word(type_, lang)}）"
    return f"{start} {tie_word(type_, lang)} {end}"


def _tint(colour: str, share: float = 0.14) -> str:
    """A colour thinned with white, so that dark text reads on it."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
