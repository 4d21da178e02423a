"""Draws a network with native shapes: boxes that keep their places, and straight lines glued to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from visualizations.briefing.area import Area
from visualizations.briefing.footnotes import Sentence
from visualizations.briefing.measure import Para, Run, height_of
from visualizations.deck.boxes import PARTIES, Boxes, cited_by, fit_boxes
from visualizations.deck.canvas import Canvas, Line
from visualizations.deck.frame import Frame, Part, continued
from visualizations.deck.sections import column_split, draw_column, sections_parts
from visualizations.deck.slides import NetworkSlide, Said, SectionsSlide
from visualizations.deck.text_frames import high, room_in
from visualizations.deck.words import NOTE, QUIET, Words
from visualizations.parts import Node, Scene, Tie
from visualizations.style import OWN_SIDE, LegendEntry, Look

MOST = 25
"""Boxes of a slide at most."""

_BESIDE = 0.36
_LEGEND = 60.0
_ROUND = frozenset({"ellipse", "rounded", "hexagon", "chevron"})
_DASHES: Mapping[tuple[int, ...], str] = {(8, 5): "dash", (2, 4): "sysDot"}


@dataclass(frozen=True)
class _Pair:
    """Two boxes with what ties them: one line, whatever it stands for."""

    start: str
    end: str
    ties: tuple[Tie, ...]


def network_parts(slide: NetworkSlide, frame: Frame) -> Iterator[Part]:
    """The sheets of a network: one, or several where it has more boxes than one slide takes.

    Args:
        slide: The network.
        frame: What is on every slide.
    """
    slide, scene = _standing(slide, frame.words)
    beside, rest = column_split(
        slide.beside, frame.words, _column(frame.room((slide.title, slide)))
    )
    slide = replace(slide, beside=beside)
    groups = _groups(scene)
    for number, ids in enumerate(groups):
        title = slide.title
        if len(groups) > 1:
            title = frame.words.phrase(
                "deck.part", title=slide.title, page=number + 1, pages=len(groups)
            )
        yield _sheet(slide, scene, ids, title, frame, first=not number)
    if rest:
        title = continued(slide.title, 1, frame.words)
        yield from sections_parts(SectionsSlide(slide.key, title, slide.handling, rest), frame)


def _standing(slide: NetworkSlide, words: Words) -> tuple[NetworkSlide, Scene]:
    """Without the boxes that rest on press or secondary sources alone."""
    assert slide.scene is not None
    fallen = {
        node.id
        for node in slide.scene.nodes
        if node.facts.kind not in PARTIES
        and node.evidence.cites
        and not words.footnotes.stands(cite.source for cite in node.evidence.cites)
    }
    if not fallen:
        return slide, slide.scene
    scene = replace(
        slide.scene,
        nodes=tuple(node for node in slide.scene.nodes if node.id not in fallen),
        ties=tuple(tie for tie in slide.scene.ties if not {tie.start, tie.end} & fallen),
    )
    note = words.phrase("deck.left_out", n=len(fallen))
    return replace(slide, scene=scene, notes=(*slide.notes, note)), scene


def _column(area: Area) -> Area:
    """What stands beside the picture; below it stands the legend."""
    width = area.width * _BESIDE
    return Area(area.right - width, area.top, width, area.height - _LEGEND)


def _groups(scene: Scene) -> list[list[str]]:
    """Boxes in groups that a slide takes; what most is tied to stands on every one."""
    ids = [node.id for node in scene.nodes]
    if len(ids) <= MOST:
        return [ids]
    degree = dict.fromkeys(ids, 0)
    for tie in scene.ties:
        degree[tie.start] += 1
        degree[tie.end] += 1
    hubs = [id_ for id_ in (scene.focus, scene.own) if id_ in degree]
    hubs = list(dict.fromkeys(hubs)) or [max(ids, key=lambda id_: (degree[id_], id_))]
    rest = _together([id_ for id_ in ids if id_ not in hubs], scene)
    size = MOST - len(hubs)
    count = -(-len(rest) // size)
    each = -(-len(rest) // count)
    return [[*hubs, *rest[i : i + each]] for i in range(0, len(rest), each)]


def _together(ids: Sequence[str], scene: Scene) -> list[str]:
    """Ids so ordered that what is tied stands near one another."""
    beside: dict[str, list[str]] = {id_: [] for id_ in ids}
    for tie in scene.ties:
        if tie.start in beside and tie.end in beside:
            beside[tie.start].append(tie.end)
            beside[tie.end].append(tie.start)
    order: dict[str, None] = {}
    for id_ in ids:
        stack = [id_]
        while stack:
            current = stack.pop()
            if current not in order:
                order[current] = None
                stack += [other for other in reversed(beside[current]) if other not in order]
    return list(order)


def _sheet(
    slide: NetworkSlide, scene: Scene, ids: Sequence[str], title: Said, frame: Frame, *, first: bool
) -> Part:
    words = frame.words
    nodes = [node for node in scene.nodes if node.id in set(ids)]
    drawn = {node.id for node in nodes}
    ties = [tie for tie in scene.ties if tie.start in drawn and tie.end in drawn]
    pairs = _pairs(ties)
    beside = slide.beside if first else ()
    cited = [Sentence(node.id, sources) for node in nodes if (sources := cited_by(node, words))]
    differ = any(tie.disputed for tie in ties) or any(
        "▲" in line for node in nodes for line in node.label
    )
    marked = ("▲",) if differ else ()
    said = (title, beside, cited, marked)
    notes = _notes(slide, scene, nodes, pairs, words)

    def draw(canvas: Canvas, area: Area) -> None:
        notes_height = high(height_of(notes, room_in(area.width))) + 4 if notes else 0
        whole = Area(area.left, area.top, area.width, area.height - notes_height)
        picture = whole
        if beside:
            column = Area(_column(area).left, whole.top, _column(area).width, whole.height)
            picture = Area(whole.left, whole.top, whole.width * (1 - _BESIDE) - 14, whole.height)
            draw_column(canvas, beside, words, column)
        _draw(canvas, picture, nodes, pairs, slide, words)
        if notes:
            place = Area(area.left, area.bottom - notes_height + 4, area.width, notes_height - 4)
            canvas.box(place, notes, name="legend", anchor="bottom")

    return Part(title, said, draw)


def _pairs(ties: Sequence[Tie]) -> list[_Pair]:
    found: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        low, high_ = sorted((tie.start, tie.end))
        found.setdefault((low, high_), []).append(tie)
    return [_Pair(own[0].start, own[0].end, tuple(own)) for own in found.values()]


def _draw(
    canvas: Canvas,
    area: Area,
    nodes: Sequence[Node],
    pairs: Sequence[_Pair],
    slide: NetworkSlide,
    words: Words,
) -> None:
    second = {node.id: node for node in slide.second.nodes} if slide.second else {}
    ends = [(pair.start, pair.end) for pair in pairs]
    boxes = fit_boxes(area, nodes, second, ends, words, kept=slide.kept)
    shapes = {
        node.id: canvas.box(
            boxes.area(node.id),
            boxes.labels[node.id],
            name=f"node:{node.id}",
            shape="rounded" if node.look.shape in _ROUND else "rect",
            fill=node.look.fill.lstrip("#"),
            line=_outline(node.look, node.facts.kind),
            alt=_alt(node),
        )
        for node in nodes
    }
    for pair in pairs:
        tie = pair.ties[0]
        canvas.join(
            shapes[pair.start],
            shapes[pair.end],
            Line(
                tie.look.colour.lstrip("#"),
                max(1.0, tie.look.width),
                _DASHES.get(tie.look.dashes, ""),
            ),
            name=f"tie:{tie.id}",
            arrow=tie.look.arrow,
            alt="; ".join(one.evidence.title for one in pair.ties),
        )
    _draw_marks(canvas, pairs, boxes, words)


def _outline(look: Look, kind: str) -> Line:
    return Line(
        look.border.lstrip("#"),
        max(1.25, look.thickness * 0.8),
        "dash" if look.dashed else "",
        double=look.shape == "double" or kind == "Union",
    )


def _alt(node: Node) -> str:
    titles = " / ".join(filter(None, (node.evidence.title, node.evidence.other_title)))
    return f"{node.evidence.kind}: {titles}"


def _draw_marks(canvas: Canvas, pairs: Sequence[_Pair], boxes: Boxes, words: Words) -> None:
    """A ▲ on each line that a source's list leaves out, clear of all boxes."""
    taken = [(x, y, boxes.width, boxes.height) for x, y in boxes.places.values()]
    for pair in pairs:
        if not any(tie.disputed for tie in pair.ties):
            continue
        (ax, ay), (bx, by) = boxes.places[pair.start], boxes.places[pair.end]
        for share in (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7):
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            if not any(
                abs(x - cx) < (w + 22) / 2 and abs(y - cy) < (h + 20) / 2 for cx, cy, w, h in taken
            ):
                box = Area(x - 11, y - 9, 22, 18)
                canvas.box(box, words.paras("▲", 10, align="ctr"), name=f"mark:{pair.ties[0].id}")
                taken.append((x, y, 22, 18))
                break


def _notes(
    slide: NetworkSlide, scene: Scene, nodes: Sequence[Node], pairs: Sequence[_Pair], words: Words
) -> tuple[Para, ...]:
    """The legend in words and signs, and what is left out."""
    langs = [(scene, words.langs[0])]
    if slide.second:
        langs.append((slide.second, words.langs[-1]))
    used = {tie.facts.key for pair in pairs for tie in pair.ties}
    paras: list[Para] = []
    for one, lang in langs:
        size = NOTE if lang == words.langs[0] else 10.0
        parts = [_sample(entry) for entry in one.legend if entry.line and entry.key in used]
        say = words.phrases.say
        if any(node.look.thickness >= OWN_SIDE.thickness for node in nodes):
            parts.append(say("deck.own_side", lang))
        if any(node.look.dashed for node in nodes):
            parts.append(say("deck.planned_box", lang))
        if any(len(pair.ties) > 1 for pair in pairs):
            parts.append(say("deck.lines_joined", lang))
        if parts:
            lead = say("common.legend", lang)
            text = f"{lead}{'：' if lang == 'ja' else ': '}" + "　".join(parts)
            paras.append(Para((Run(text, lang, size, colour=QUIET),)))
    for note in slide.notes:
        paras += words.paras(note, NOTE, before=1, colour=QUIET)
    return tuple(paras)


def _sample(entry: LegendEntry) -> str:
    assert entry.line
    if entry.line.dashes:
        sign = "╌╌" if entry.line.dashes == (8, 5) else "┈┈"
    else:
        sign = "━━" if entry.line.width >= 2 else "──"
    return f"{sign}{'▶' if entry.line.arrow else ''} {entry.text}"
