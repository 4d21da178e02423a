"""The lanes of a timeline: one for each partner, for each group of sides, and for each forum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from visualizations.tabs.both import Row, both, label
from visualizations.wording import listed

SEVERAL = "several"
"""Lane of what more sides than can be named take part in, and of what one side does alone."""

_NAMED_SIDES = 2
"""Sides besides our own that a lane names at most."""

_LANE_EMS = 9.5


class Lanes:
    """The lanes of a timeline, and what belongs on which.

    Attributes:
        ids: Ids of what the page holds, in its order.
        own: Id of the reader's own side.
    """

    def __init__(self, ids: Sequence[str], own: str) -> None:
        self._order = {id_: i for i, id_ in enumerate(ids)}
        self._own = own
        self._members: dict[str, tuple[str, ...]] = {}

    def of(self, events: Iterable[Row], links: Iterable[Row]) -> dict[str, str]:
        """The lane of each event by its id: that of its chain, which is a forum's if any of it belongs to one."""
        rows = {row["id"]: row for row in events}
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(rows)
        graph.add_edges_from((row["start_id"], row["end_id"]) for row in links)
        found: dict[str, str] = {}
        for chain in nx.connected_components(graph):
            own = [self._lane(row) for id_, row in rows.items() if id_ in chain]
            fora = [lane for lane in own if lane[0].startswith("forum:")]
            lane, members = (fora or own[-1:])[0]
            self.use(lane, members)
            found |= dict.fromkeys(chain, lane)
        return found

    def use(self, lane: str, members: tuple[str, ...]) -> None:
        """Let a lane stand."""
        self._members.setdefault(lane, members)

    def _lane(self, row: Row) -> tuple[str, tuple[str, ...]]:
        for forum in row["fora"]:
            if forum["id"] and len(forum["members"]) != 2:
                return forum["id"], (forum["id"],)
        members = {id_ for forum in row["fora"] for id_ in forum["members"]}
        sides = sorted(members or set(row["taking_part"]), key=self._rank)
        others = tuple(id_ for id_ in sides if id_ != self._own)
        if self._own not in sides and len(others) == 1:
            return SEVERAL, ()  # of one side alone: a partner's lane is for what there was with it
        if not 1 <= len(others) <= _NAMED_SIDES:
            return SEVERAL, ()
        if self._own in sides:
            return " ".join(others), others
        return " ".join(("without", *others)), others

    def _rank(self, id_: str) -> tuple[int, str]:
        return self._order.get(id_, len(self._order)), id_

    def named(self) -> set[str]:
        """Ids of all that lanes are named after."""
        return {id_ for members in self._members.values() for id_ in members}

    def told(self, known: Mapping[str, Row]) -> Iterable[dict[str, Any]]:
        """The lanes in their order: partners, several partners, sides without ours, fora, and the rest."""

        def order(lane: str) -> tuple[Any, ...]:
            members = self._members[lane]
            return _group(lane, len(members)), [self._rank(id_) for id_ in members], lane

        for lane in sorted(self._members, key=order):
            members = self._members[lane]
            said = both(lambda lang, members=members: _lane_name(members, known, lang))  # type: ignore[misc]
            yield {
                "id": lane,
                "members": list(members),
                "name": said,
                "label": label(said, _LANE_EMS, 3),
            }


def _group(lane: str, members: int) -> int:
    if lane == SEVERAL:
        return 4
    if lane.startswith("forum:"):
        return 3
    if lane.startswith("without "):
        return 2
    return 0 if members == 1 else 1


def _lane_name(members: Sequence[str], known: Mapping[str, Row], lang: str) -> str:
    if not members:
        return "その他" if lang == "ja" else "Others"
    said = []
    for id_ in members:
        row = known[id_]
        short = (row["abbreviations"] or [""])[0]
        forum = id_.startswith(("forum:", "union:"))
        said.append(short if forum and short else row[f"name_{lang}"])
    return listed(said, lang)
