"""Networks as pictures: what is tied to one thing, what one side sees, or what was chosen elsewhere.

Looks, labels and legend are those of the page; places are those of the scene, stretched to the paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from matplotlib.path import Path

from graphmodel.kinds import Agreement, kind_of
from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import Footnotes
from visualizations.briefing.lettering import lacking, wrapped
from visualizations.parts import Node, Scene
from visualizations.pictures.canvas import Canvas
from visualizations.pictures.files import Picture
from visualizations.pictures.nodes_and_lines import Drawing, draw_shape, draw_tie
from visualizations.pictures.page import Around, Key, Page
from visualizations.pictures.setting import INK, NOTE, SOFT, Said, Setting, Text
from visualizations.style import INSIDE, LegendEntry

MOST = {1: 26, 2: 16}
"""Nodes that a picture shows at most, by number of languages, so that no letter is smaller than a note's."""

_UNNUMBERED = ("Country", "Union", "Organisation", "Person", "Office", "Field")
"""Kinds whose being there needs no source: what ties them is shown, and has one."""

_LEAST, _STEP = 6, 2
"""Nodes that are always drawn, and how many go at a time where there is no room."""

_LABEL = 100.0


@dataclass(frozen=True)
class Words:
    """What stands above a network.

    Attributes:
        title: One sentence that says what is found.
        scope: What is drawn.
        notes: What is left out, and by which rule; those of the scene come after.
        more: Where the rest of the sources is, as a line for a shell.
    """

    title: Said
    scope: Said
    notes: Sequence[Said] = ()
    more: str = ""


def draw_network(
    setting: Setting,
    scenes: Sequence[Scene],
    words: Callable[[Sequence[Scene]], Words],
    told: Collection[str] = (),
) -> Picture:
    """Draw a network: as much of it as can be read.

    Args:
        setting: What it is drawn for.
        scenes: The same scene in each language of the setting.
        words: Says what stands around the scenes, once it is known what of them is shown.
        told: Ids of what the title tells of, which are the last to be left out.
    """
    supported, unsupported = _supported(scenes, _footnotes(setting))
    shown = supported
    while True:
        crowded = len(supported[0].nodes) - len(shown[0].nodes)
        page, drawing = _prepared(setting, shown, words(shown), unsupported, crowded)
        if drawing.clear or len(shown[0].nodes) <= _LEAST:
            break
        shown = _without_least(shown, told)
    drawing.draw()
    return page.picture(setting.said(lambda lang: _alt(shown[setting.langs.index(lang)])))


def _prepared(
    setting: Setting, scenes: Sequence[Scene], words: Words, unsupported: int, crowded: int
) -> tuple[Page, Drawing]:
    """A page with what stands around, and where everything would stand on it."""
    notes = _footnotes(setting)
    labels = dict(_labels(setting, scenes, notes))
    left_out = {"press_only": unsupported, "crowded": crowded}
    around = Around(
        words.title,
        words.scope,
        notes,
        keys=list(_keys(scenes, setting)),
        notes=[*words.notes, *(setting.phrase(name, n=n) for name, n in left_out.items() if n)],
        more=words.more,
    )
    page = Page(setting, around)
    return page, Drawing(page, scenes[0], labels)


def _footnotes(setting: Setting) -> Footnotes:
    return Footnotes(setting.store, setting.imprint.phrases, setting.imprint.coverage)


def _without_least(scenes: Sequence[Scene], told: Collection[str]) -> list[Scene]:
    """Scenes without the nodes that least is tied to, the last read out first; what the title tells of goes last."""
    scene = scenes[0]
    ties = Counter(end for tie in scene.ties for end in (tie.start, tie.end))
    order = {node.id: -place for place, node in enumerate(scene.nodes)}
    free = [id_ for id_ in order if id_ not in (scene.focus, scene.own)]
    going = set(sorted(free, key=lambda id_: (id_ in told, ties[id_], order[id_]))[:_STEP])
    return _kept(scenes, set(order) - going)


def _kept(scenes: Sequence[Scene], ids: set[str]) -> list[Scene]:
    return [
        replace(
            scene,
            nodes=tuple(node for node in scene.nodes if node.id in ids),
            ties=tuple(tie for tie in scene.ties if {tie.start, tie.end} <= ids),
        )
        for scene in scenes
    ]


def _supported(scenes: Sequence[Scene], notes: Footnotes) -> tuple[list[Scene], int]:
    """Scenes without what rests on press or secondary sources alone, and without what only that tied; how many went."""
    scene = scenes[0]
    keep = {
        node.id
        for node in scene.nodes
        if not node.evidence.cites
        or node.id == scene.focus
        or notes.stands(cite.source for cite in node.evidence.cites)
    }
    left_out = len(scene.nodes) - len(keep)
    if not left_out:
        return list(scenes), 0
    tied = {
        end for tie in scene.ties if {tie.start, tie.end} <= keep for end in (tie.start, tie.end)
    }
    before = {end for tie in scene.ties for end in (tie.start, tie.end)}
    keep = {id_ for id_ in keep if id_ in tied or id_ not in before or id_ == scene.focus}
    return _kept(scenes, keep), left_out


def _labels(
    setting: Setting, scenes: Sequence[Scene], notes: Footnotes
) -> Iterable[tuple[str, Text]]:
    """The label of each node, in the languages of the picture, with the number of its weightiest source."""
    for nodes in zip(*(scene.nodes for scene in scenes), strict=True):
        kind = kind_of(nodes[0].id)
        numbered = kind is not None and kind.spec.label not in _UNNUMBERED
        cited = notes.best(cite.source for cite in nodes[0].evidence.cites) if numbered else ()
        numbers = "".join(f" {number})" for number in notes.of(cited))
        lines: list[tuple[str, float, str]] = []
        for place, node in enumerate(nodes):
            if place and node.label == nodes[0].label:
                continue
            lines += [
                (text, NOTE if place else NOTE + 0.5, SOFT if place else INK)
                for text in _typed(setting, node, scenes[0])
            ]
        lines[-1] = (lines[-1][0] + numbers, *lines[-1][1:])
        yield nodes[0].id, Text(tuple(lines))


def _typed(setting: Setting, node: Node, scene: Scene) -> Iterable[str]:
    """The lines of a label, one of each language for a document in a column; where the font lacks letters of a name, the name in the other language, if it has those."""
    other = node.evidence.other_title
    letters = lacking("".join(node.label))
    if letters and other and not lacking(other):
        setting.lacking.found["".join(node.label)] = letters
        return wrapped(other, NOTE, _LABEL, 4)
    lines = [setting.lacking.replaced(line) for line in node.label]
    in_column = scene.lanes and node.facts.kind == Agreement.spec.label
    return [_in_one(lines)] if in_column and len(setting.langs) > 1 else lines


def _in_one(lines: Sequence[str]) -> str:
    """A label as one line; what differs is marked at its end."""
    line = " ".join(line.removesuffix(" ▲") for line in lines)
    return line + (" ▲" if any(each.endswith(" ▲") for each in lines) else "")


def _keys(scenes: Sequence[Scene], setting: Setting) -> Iterable[Key]:
    """The legend of what is drawn."""
    scene = scenes[0]
    used = {node.facts.key for node in scene.nodes} | {tie.facts.key for tie in scene.ties}
    for entries in zip(*(each.legend for each in scenes), strict=True):
        if not entries[0].key or entries[0].key in used:
            texts = dict(zip(setting.langs, (entry.text for entry in entries), strict=True))
            yield Key(texts, _sample(entries[0]))


def _sample(entry: LegendEntry) -> Callable[[Canvas, Area], None]:
    def draw(canvas: Canvas, box: Area) -> None:
        x, y = box.middle
        if entry.node:
            inside = entry.node.shape in INSIDE
            draw_shape(canvas, entry.node, x, y, 22.0 if inside else 11.0, 11.0)
        elif entry.line:
            draw_tie(canvas, entry.line, Path([(box.left, y), (box.right, y)]))
        else:
            canvas.sign(entry.sign, x, y, NOTE)

    return draw


def _alt(scene: Scene) -> str:
    """What a network shows, in words."""
    return ("、" if scene.lang == "ja" else "; ").join(node.evidence.title for node in scene.nodes)
