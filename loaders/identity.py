"""Which entity a row of a list is about: the one that its id names, or that is called exactly so; never a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from graphmodel.claims import HOLDS, Claim
from graphmodel.ids import is_entity_id, parse_tie_id, scheme_of
from graphmodel.kinds import Kind, PartyTo
from graphmodel.messages import Message
from graphmodel.names import fold
from loaders.alike import LIKELY, Profiles
from loaders.mapping import NEW
from loaders.profiles import Profile, against, profile
from loaders.scaffold import propose_slug

_SAME_EVENT_DAYS = 366
"""How far the days that sources give of what bears one name may lie apart before it may be another of that name."""

_SHOWN = 3


class Found(NamedTuple):
    """Which entity a row is about.

    Attributes:
        id: Its id; empty if that is not clear.
        new: Whether there is none of it yet.
        why: Why it is not clear.
        hint: What to do about that.
    """

    id: str
    new: bool = False
    why: Message = Message()
    hint: Message = Message()


class Identity:
    """Tells what rows are about.

    Args:
        kind: The kind of all of them.
        there: The entities of the kind that there are.
        taken: Ids that are taken.
        ours: Ids of the entities that the list has given already.
        names: What names in the list stand for, as the mapping says.
        list_id: Id of the list as a source.
    """

    def __init__(
        self,
        kind: type[Kind],
        there: Iterable[Profile],
        taken: Collection[str],
        ours: Collection[str],
        names: dict[str, str],
        list_id: str,
    ) -> None:
        self._kind, self._list = kind, list_id
        self._taken, self._ours = dict.fromkeys(taken), set(ours)
        self._said = {fold(name): id_ for name, id_ in names.items()}
        self._profiles = Profiles()
        self._called: dict[str, dict[str, Profile]] = defaultdict(dict)
        for one in there:
            self._add(one)

    @property
    def stand_in(self) -> str:
        """Id of what a row is about, for as long as that is not known."""
        return f"{self._kind.spec.scheme}:this-row-of-the-list"

    def _add(self, one: Profile) -> None:
        self._profiles.add(one)
        self._taken[one.id] = None
        for name in one.names.values():
            self._called[fold(name)][one.id] = one

    def register(self, id_: str, claims: Iterable[Claim]) -> None:
        """Let later rows be about something new, once the row that gives it is taken.

        Args:
            id_: Its id.
            claims: What the row says, of an entity with the id `stand_in`.
        """
        self._add(replace(profile(self.stand_in, claims), id=id_))
        self._ours.add(id_)

    def of(self, row: int, given: str, claims: Collection[Claim]) -> Found:
        """Which entity a row is about.

        Args:
            row: Its number.
            given: What it gives as an id; empty if nothing.
            claims: What it says, of an entity with the id `stand_in`.
        """
        if given:
            return self._by_id(given)
        said = profile(self.stand_in, claims)
        keys = [fold(name) for name in said.names.values()]
        if not keys:
            label = self._kind.spec.caption
            return Found("", why=Message("Nothing says what the row is about."), hint=Message("Give its `{key}`, or its id.", key=label))  # fmt: skip
        decided = next((self._said[key] for key in keys if key in self._said), "")
        if decided and decided != NEW:
            return self._by_id(decided)
        named = {one.id: one for key in keys for one in self._called.get(key, {}).values()}
        fitting = [id_ for id_, one in named.items() if not against(one, said, _SAME_EVENT_DAYS)]
        own = [id_ for id_ in fitting if id_ in self._ours]
        fitting = own if own or decided == NEW else fitting
        if len(fitting) == 1:
            return Found(fitting[0])
        if decided == NEW and not fitting:
            return self._new(row, said, claims)
        if fitting:
            return self._unclear(said, [(id_, Message("the same name")) for id_ in fitting])
        if named:
            reasons = [(id_, Message("the same name; but {why}", why=against(one, said, _SAME_EVENT_DAYS))) for id_, one in named.items()]  # fmt: skip
            return self._unclear(said, reasons)
        if near := self._profiles.near(said, LIKELY):
            return self._unclear(said, [(c.one, Message.joined(c.reasons, "; ")) for c in near])
        return self._new(row, said, claims)

    def _by_id(self, given: str) -> Found:
        scheme = self._kind.spec.scheme
        id_ = given if ":" in given else f"{scheme}:{given}"
        if not is_entity_id(id_) or scheme_of(id_) != scheme:
            return Found(
                "",
                why=Message("{text!r} is no id of this kind.", text=given),
                hint=Message("Write `{scheme}:` and letters, digits, hyphens and dots.", scheme=scheme),
            )  # fmt: skip
        return Found(id_, new=id_ not in self._taken)

    def _new(self, row: int, said: Profile, claims: Iterable[Claim]) -> Found:
        caption = f"{self._kind.spec.caption}@en"
        english = next((str(c.value) for c in claims if c.property == caption), "")
        year = said.dates[0].min[:4] if said.dates else ""
        sides = list(dict.fromkeys(side for c in claims for side in _side(c)))
        scheme = self._kind.spec.scheme
        id_ = f"{scheme}:{propose_slug(english or f'{self._list} {row}', year, self._taken, scheme, sides)}"  # fmt: skip
        return Found(id_, new=True)

    def _unclear(self, said: Profile, which: list[tuple[str, Message]]) -> Found:
        told = Message.joined(
            [Message("{id} ({why})", id=id_, why=why) for id_, why in islice(which, _SHOWN)], ", "
        )
        name = next(iter(said.names.values()))
        return Found(
            "",
            why=Message("This may be {which}.", which=told),
            hint=Message(
                "Say in the mapping which it is: names: {{{name}: {id}}}, or names: {{{name}: new}}", name=name, id=which[0][0]
            ),
        )  # fmt: skip


def _side(claim: Claim) -> Iterator[str]:
    """The country or union that a claim says is a party."""
    if claim.is_tie and claim.property == HOLDS:
        tie = parse_tie_id(claim.subject)
        if tie.type == PartyTo.spec.type and scheme_of(tie.start) in ("country", "union"):
            yield tie.start
