"""The file `layout.json` that a page saves: where the reader put things, keyed to our ids, for the next page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from graphmodel.messages import Message
from visualizations.parts import Scene
from visualizations.saved_file import read_saved

_Number = Annotated[float, Field(allow_inf_nan=False, ge=-100_000, le=100_000)]

Places = Mapping[str, tuple[float, float]]
"""Where things stand, by id: x, and y downwards, in pixels at full size."""


class _LayoutFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1]
    positions: dict[str, tuple[_Number, _Number]]


def read_layout(path: Path) -> Places:
    """Read a layout that a page saved.

    Raises:
        EnishiError: If it is none; the message says where it is wrong.
    """
    return read_saved(
        path,
        _LayoutFile,
        lambda place, reason: Message(
            "{path} is no layout that a page saved: {place}: {reason}.",
            path=path,
            place=place,
            reason=reason,
        ),
        Message("Save it anew from the page: the menu, then “Save the layout”."),
    ).positions


def with_layout(scenes: Sequence[Scene], places: Places) -> tuple[Scene, ...]:
    """Scenes whose nodes stand where a layout has them; the others stay.

    Frames around nodes that moved, and signs on their ties, are left out: they would be elsewhere. So are lanes, where
    anything moved: they may no longer be free.
    """
    return tuple(_placed(scene, places) for scene in scenes)


def not_on_page(scenes: Sequence[Scene], places: Places) -> list[str]:
    """Ids of a layout that a page does not have; bundles, which a page makes by itself, are none."""
    scene = scenes[0]
    held = {node.id for node in (*scene.nodes, *scene.further.nodes)}
    return sorted(id_ for id_ in places if id_ not in held and not id_.startswith("bundle:"))


def _placed(scene: Scene, places: Places) -> Scene:
    at = {id_: (round(x), round(y)) for id_, (x, y) in places.items()}
    nodes = tuple(
        replace(node, x=at[node.id][0], y=at[node.id][1]) if node.id in at else node
        for node in scene.nodes
    )
    moved = {
        new.id
        for old, new in zip(scene.nodes, nodes, strict=True)
        if (old.x, old.y) != (new.x, new.y)
    }
    ends = {tie.id: {tie.start, tie.end} for tie in scene.ties}
    return replace(
        scene,
        nodes=nodes,
        frames=tuple(
            frame
            for frame in scene.frames
            if not any(node.id in moved and frame.holds(node) for node in scene.nodes)
        ),
        marks=tuple(mark for mark in scene.marks if not ends[mark.tie] & moved),
        lanes=() if moved else scene.lanes,
        further=replace(
            scene.further,
            places={node.id: at[node.id] for node in scene.further.nodes if node.id in at},
        ),
    )
