"""What a picture leaves out when more is tied to its focus than can be read: whole groups, each for a stated reason.

Nothing is left out in silence: how many items each rule took is told under the picture, and each drawn node lists by
name what it is tied to that is not drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.kinds import Agreement, Country, Meeting, Organisation
from graphmodel.kinds import Union as UnionKind
from graphmodel.vocab import Level, Scope

MOST = 60
"""Nodes of a neighbourhood at most: the picture still reads on one screen."""

_GOVERNMENTS = (Level.GOVERNMENT, Level.MINISTRY, Level.AGENCY)
_DOCUMENTS = (Agreement.spec.label, "Call", "Project", "Programme")
_ORDER = (Country.spec.label, UnionKind.spec.label, *_DOCUMENTS, "Forum", "Commitment", "Field")
"""Kinds in the order in which they are kept where no rule is left; the others come after."""


@dataclass(frozen=True)
class Item:
    """An entity that a picture may show.

    Attributes:
        id: Its id.
        kind: Its label.
        names: Name by language.
        away: How many ties it is away from the focus.
        day: Last day on which its event may have been; empty if unknown.
        scope: How far it is about quantum technology; empty if its kind has none.
        level: Between whom an instrument is; empty for others.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    away: int
    day: str = ""
    scope: str = ""
    level: str = ""


@dataclass(frozen=True)
class Link:
    """A tie between two entities that a picture may show."""

    start: str
    type: str
    end: str


@dataclass(frozen=True)
class Folded:
    """What is drawn, and what is not.

    Attributes:
        kept: Ids of what is drawn, in the order given.
        groups: What is left out: the reason in Japanese and English, and how many items.
        beside: For what is drawn, ids of what it is tied to that is not drawn.
    """

    kept: tuple[str, ...]
    groups: tuple[tuple[str, str, int], ...]
    beside: Mapping[str, tuple[str, ...]]


def fold(
    items: Sequence[Item],
    links: Collection[Link],
    *,
    focus: str,
    own: str,
    most: int = MOST,
) -> Folded:
    """Leave out whole groups, those first that say least, until the picture can be read.

    Args:
        items: The focus and what is tied to it, nearest first.
        links: The ties between them.
        focus: Id of what the picture is about; it is always kept; the own side too, while something drawn ties it.
        own: Id of the reader's own side.
        most: Items that are drawn at most.
    """
    state = _Drawn(items, links, focus, own)
    counts = dict.fromkeys(range(len(_RULES)), 0)
    for last in counts:
        if len(state.kept) <= most:
            break
        for place in (last, *range(last)):  # what one rule takes may leave more to those before it
            counts[place] += state.leave_out(_RULES[place][2](state))
    groups = [(*_RULES[place][:2], count) for place, count in counts.items() if count]
    if len(state.kept) > most:
        count = state.leave_out(state.last(most))
        groups.append(("残りのうち遠いもの・古いもの", "of the rest, the farther and older ones", count))  # fmt: skip
    return Folded(tuple(state.kept), tuple(groups), state.beside())


class _Drawn:
    """What is still drawn, while groups are left out."""

    def __init__(
        self, items: Sequence[Item], links: Collection[Link], focus: str, own: str
    ) -> None:
        self.all = {item.id: item for item in items}
        self.kept = dict(self.all)
        self._focus, self._own = focus, own
        self._links: dict[str, set[Link]] = defaultdict(set)
        for link in links:
            self._links[link.start].add(link)
            self._links[link.end].add(link)

    def links(self, id_: str) -> set[Link]:
        """The ties of an item to what is drawn."""
        return {link for link in self._links[id_] if _other(link, id_) in self.kept}

    def kinds(self, *kinds: str) -> Iterable[Item]:
        """Drawn items of some kinds, but for the focus and the own side."""
        return [
            item
            for item in self.kept.values()
            if (not kinds or item.kind in kinds) and item.id not in (self._focus, self._own)
        ]

    def leave_out(self, ids: Iterable[str]) -> int:
        """Leave out some items, and those that nothing then ties to the focus; how many they were."""
        before = len(self.kept)
        for id_ in ids:
            del self.kept[id_]
        reached, edge = {self._focus}, [self._focus]
        while edge:
            edge = [
                other
                for id_ in edge
                for other in sorted({_other(link, id_) for link in self.links(id_)} - reached)
            ]
            edge = list(dict.fromkeys(edge))
            reached.update(edge)
        self.kept = {id_: item for id_, item in self.kept.items() if id_ in reached}
        return before - len(self.kept)

    def last(self, most: int) -> list[str]:
        """What has to go where no rule is left."""

        def rank(item: Item) -> tuple[int, int, bool]:
            own = any(_other(link, item.id) == self._own for link in self.links(item.id))
            place = _ORDER.index(item.kind) if item.kind in _ORDER else len(_ORDER)
            return place, item.away, not own

        newest = sorted(self.kinds(), key=lambda item: item.day, reverse=True)
        fixed = len(self.kept) - len(newest)
        return [item.id for item in sorted(newest, key=rank)[max(0, most - fixed) :]]

    def beside(self) -> dict[str, tuple[str, ...]]:
        """For what is drawn, what it is tied to that is not."""
        found = {}
        for id_ in self.kept:
            others = {_other(link, id_) for link in self._links[id_]} - self.kept.keys()
            if others:
                found[id_] = tuple(other for other in self.all if other in others)
        return found


def _other(link: Link, id_: str) -> str:
    return link.end if link.start == id_ else link.start


def _based(drawn: _Drawn) -> list[str]:
    belonging = {"LOCATED_IN", "PART_OF"}
    return [
        item.id
        for item in drawn.kinds(Organisation.spec.label)
        if {link.type for link in drawn.links(item.id)} <= belonging
    ]


def _editions(drawn: _Drawn) -> list[str]:
    return [
        item.id
        for item in drawn.kinds(Meeting.spec.label)
        if any(link.type == "EDITION_OF" and link.start == item.id for link in drawn.links(item.id))
    ]


def _ends(drawn: _Drawn) -> list[str]:
    return [
        item.id
        for item in drawn.kinds()
        if item.away > 1 and len({_other(link, item.id) for link in drawn.links(item.id)}) == 1
    ]


def _members(drawn: _Drawn) -> list[str]:
    taking_part = {"MEMBER_OF", "ATTENDED", "HOSTED", "CHAIRED", "LED", "LOCATED_IN"}
    return [
        item.id
        for item in drawn.kinds(Country.spec.label, UnionKind.spec.label)
        if item.away > 1 and {link.type for link in drawn.links(item.id)} <= taking_part
    ]


def _not_dedicated(drawn: _Drawn) -> list[str]:
    return [
        item.id for item in drawn.kinds(*_DOCUMENTS) if item.scope and item.scope != Scope.DEDICATED
    ]


def _other_levels(drawn: _Drawn) -> list[str]:
    return [
        item.id
        for item in drawn.kinds(Agreement.spec.label)
        if item.level and item.level not in _GOVERNMENTS
    ]


def _single_meetings(drawn: _Drawn) -> list[str]:
    return [item.id for item in drawn.kinds(Meeting.spec.label)]


_Rule = Callable[[_Drawn], list[str]]
_RULES: tuple[tuple[str, str, _Rule], ...] = (
    (
        "所在・所属だけでつながる機関",
        "bodies tied only by where they are based or what they are part of",
        _based,
    ),
    ("描いた枠組みの各回の会合", "editions of the fora that are drawn", _editions),
    ("描いた1項目とだけつながる項目", "items tied to one drawn item only", _ends),
    (
        "枠組み・会合への参加だけでつながる国・地域",
        "countries and regions tied only by taking part in fora and meetings",
        _members,
    ),
    (
        "量子に特化しない文書・公募・共同事業",
        "documents, calls and projects not dedicated to quantum",
        _not_dedicated,
    ),
    (
        "機関・団体・企業の間の文書",
        "documents between institutions, associations and companies",
        _other_levels,
    ),
    ("その他の会合", "other meetings", _single_meetings),
)
"""What is left out, those first that say least: the reason in both languages, and how it is found."""
