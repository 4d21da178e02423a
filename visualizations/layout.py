"""Where things stand: computed here with a fixed seed, so that a picture is the same every time it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from visualizations.courses import Box

Positions: TypeAlias = dict[str, tuple[int, int]]
Sizes: TypeAlias = Mapping[str, tuple[int, int]]
_Array: TypeAlias = NDArray[np.float64]

SEED = 1
"""Seed of the forces."""

GAP = 10
"""Least distance between two labels, in pixels."""

_ROUNDS = 800
_WIDER_THAN_HIGH = 1.45
_CROWDING = 2.2


def by_forces(
    ids: Sequence[str], pairs: Iterable[tuple[str, str]], sizes: Sizes, centre: str = ""
) -> Positions:
    """Place nodes so that what is tied stands together, and no two labels overlap.

    Args:
        ids: Nodes.
        pairs: Ends of each tie.
        sizes: Width and height of each node with its label.
        centre: Node that stands in the middle, if any.

    Returns:
        The middle of each node with its label.
    """
    if not ids:
        return {}
    ordered = sorted(ids)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ordered)
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in pairs if a != b}))
    found = nx.forceatlas2_layout(graph, max_iter=400, scaling_ratio=3.0, gravity=1.5, seed=SEED)
    points = np.array([found[i] for i in ordered], dtype=np.float64)
    boxes = np.array([sizes[i] for i in ordered], dtype=np.float64)
    points -= points[ordered.index(centre)] if centre else points.mean(axis=0)
    points *= _scale(points, boxes)
    fixed = np.array([i == centre for i in ordered])
    points = apart(points, boxes, fixed)
    return {i: (round(x), round(y)) for i, (x, y) in zip(ordered, points.tolist(), strict=True)}


def with_loose_beside(
    ids: Sequence[str], pairs: Sequence[tuple[str, str]], sizes: Sizes
) -> Positions:
    """Place what is tied by forces, and what nothing ties in tidy columns to the right of it.

    Args:
        ids: Nodes, in the order in which the loose ones stand.
        pairs: Ends of each tie.
        sizes: Width and height of each node with its label.
    """
    tied = {end for pair in pairs for end in pair}
    found = by_forces([id_ for id_ in ids if id_ in tied], pairs, sizes)
    loose = [id_ for id_ in ids if id_ not in tied]
    if not loose:
        return found
    top = min((y - sizes[id_][1] / 2 for id_, (_, y) in found.items()), default=0.0)
    bottom = max((y + sizes[id_][1] / 2 for id_, (_, y) in found.items()), default=600.0)
    x = max((x + sizes[id_][0] / 2 for id_, (x, _) in found.items()), default=0.0) + 80
    y, wide = top, 0.0
    for id_ in loose:
        width, height = sizes[id_]
        if y > top and y + height > bottom:
            x, y, wide = x + wide + 2 * GAP, top, 0.0
        found[id_] = round(x + width / 2), round(y + height / 2)
        y, wide = y + height + 2 * GAP, max(wide, width)
    return found


def _scale(points: _Array, boxes: _Array) -> _Array:
    """Factors that give the nodes about as much room as their labels need, on a page wider than high."""
    extent = np.maximum(np.ptp(points, axis=0), 1e-6)
    area = float((boxes + GAP).prod(axis=1).sum()) * _CROWDING
    height = (area / _WIDER_THAN_HIGH) ** 0.5
    room = np.array([height * _WIDER_THAN_HIGH, height], dtype=np.float64)
    return np.asarray(room / extent)


def apart(points: _Array, boxes: _Array, fixed: NDArray[np.bool_]) -> _Array:
    """Push labels apart until no two overlap.

    Args:
        points: Middle of each label.
        boxes: Width and height of each.
        fixed: Those that do not move.

    Returns:
        The middles, at least `GAP` from label to label.
    """
    points = points + np.arange(len(points))[:, None] * 1e-3  # no two in one place
    need = (boxes[:, None] + boxes[None, :]) / 2 + GAP + 1  # 1: rounding
    for _ in range(_ROUNDS):
        away = points[:, None] - points[None, :]
        lack = need - np.abs(away)
        clash = np.asarray((lack > 0).all(axis=2))
        np.fill_diagonal(clash, False)
        if not clash.any():
            return points
        sideways = lack[..., 0] < lack[..., 1]
        push = np.where(np.stack([sideways, ~sideways], axis=2), lack, 0.0) * np.sign(away)
        push *= (clash * np.where(fixed[None, :], 1.0, 0.5))[..., None]
        points = points + np.where(fixed[:, None], 0.0, push.sum(axis=1) * 0.7)
    while overlaps(points, boxes):
        points = points * 1.08
    return points


def overlaps(points: _Array, boxes: _Array) -> list[tuple[int, int]]:
    """Pairs of labels, by their place in the list, that overlap."""
    need = (boxes[:, None] + boxes[None, :]) / 2
    clash = (np.abs(points[:, None] - points[None, :]) < need).all(axis=2)
    return [(int(i), int(j)) for i, j in np.argwhere(np.triu(clash, 1))]


class Seen(NamedTuple):
    """What one side sees, in layers.

    Attributes:
        places: The middle of each node with its label.
        lanes: Gaps in the layers between the own side and the fora, through which its lines run there.
    """

    places: Positions
    lanes: tuple[Box, ...]


def seen_from(
    own: str,
    partners: Sequence[str],
    instruments: Mapping[str, Sequence[str]],
    alone: Sequence[str],
    fora: Sequence[str],
    column: Sequence[str],
    sizes: Sizes,
) -> Seen:
    """Place what one side sees in layers, so that every line but those to its own fora goes to the layer beside.

    From left to right: documents that are drawn with the side alone; the side; its other documents; its partners, none
    nearer or farther than another; the fora; and in a column those with whom no document is confirmed. Documents and
    partners part in their middle, where the lines from the side to its own fora pass.

    Args:
        own: The side.
        partners: Its partners, in the order of protocol.
        instruments: Its documents, each with the partners that it is drawn with.
        alone: Documents that are drawn with the own side only.
        fora: Fora.
        column: Those that no document ties to it, in the order of protocol.
        sizes: Width and height of each node with its label.
    """
    place = {partner: index for index, partner in enumerate(partners)}
    documents = sorted(
        instruments,
        key=lambda i: (sum(place[p] for p in instruments[i]) / max(1, len(instruments[i])), i),
    )
    layers = _Layers({**sizes, _LANE: (0, _LANE_HIGH)})
    high = max(map(layers.height, ([*documents, _LANE], [*partners, _LANE], alone, column)))
    left = layers.half_width([own]) + _APART + layers.half_width(alone)
    found = {own: (0, 0), **layers.column(alone, -left, high)}
    lanes = []
    x = layers.half_width([own])
    for ids, before, parts in (
        (documents, 100, True),
        (partners, 50, True),
        (fora, 110, False),
        (column, 160, False),
    ):
        if not ids:
            continue
        x += before + layers.half_width(ids)
        half = len(ids) // 2
        placed = layers.column([*ids[:half], _LANE, *ids[half:]] if parts else ids, x, high)
        if parts:
            lane = placed.pop(_LANE)
            lanes.append((lane[0], 0, 2 * layers.half_width(ids), _LANE_HIGH))
            placed = {id_: (at[0], at[1] - lane[1]) for id_, at in placed.items()}
        found |= placed
        x += layers.half_width(ids)
    return Seen(found, tuple(lanes))


def in_columns(columns: Sequence[Sequence[str]], sizes: Sizes) -> Positions:
    """Place columns beside each other, so far apart that the whole is as wide as a page for its height.

    Args:
        columns: What stands in each, from left to right and from the top.
        sizes: Width and height of each node with its label.

    Returns:
        The middle of each node with its label.
    """
    layers = _Layers(sizes, GAP)
    filled = [ids for ids in columns if ids]
    high = max(map(layers.height, filled), default=0)
    own = sum(2 * layers.half_width(ids) for ids in filled)
    between = max(150, (high * _PAGE - own) / max(1, len(filled) - 1))
    found: Positions = {}
    x = 0.0
    for ids in filled:
        x += layers.half_width(ids)
        found |= layers.column(ids, x, high)
        x += layers.half_width(ids) + between
    return found


class _Layers:
    """Places columns by the sizes of what stands in them."""

    _WIDEST_GAP = 56

    def __init__(self, sizes: Sizes, gap: int = 22) -> None:
        self._sizes, self._gap = sizes, gap

    def half_width(self, ids: Sequence[str]) -> float:
        return max((self._sizes[i][0] for i in ids), default=0) / 2

    def height(self, ids: Sequence[str]) -> int:
        return sum(self._sizes[i][1] + self._gap for i in ids)

    def column(self, ids: Sequence[str], x: float, high: int) -> Positions:
        """A column around the middle line, as high as the highest as far as that leaves no holes in it."""
        own = sum(self._sizes[i][1] for i in ids)
        gap = min(self._WIDEST_GAP, max(self._gap, (high - own) / max(1, len(ids))))
        if len(ids) < _FEW:
            gap = max(self._gap, (high - own) / max(1, len(ids)))
        found, y = {}, -(own + gap * (len(ids) - 1)) / 2
        for i in ids:
            height = self._sizes[i][1]
            found[i] = (round(x), round(y + height / 2))
            y += height + gap
        return found


_PAGE = 1.7
"""How much wider than high a page's room for its picture is."""

_FEW = 6
"""Fewer than these in a layer are spread over its whole height."""

_APART = 50
"""Distance of the own side from documents that are drawn with it alone."""

_LANE, _LANE_HIGH = "lane", 12
"""A gap in a layer, as if something stood there, and its height."""
