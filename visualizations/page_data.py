"""The data block of a page: what our scripts read, as JSON.

`page` beside pyvis' `nodes`, `edges` and `options`:

    lang, langs      language at first; all that the page holds
    own, focus       id of the reader's own side; of what the page is about ("" if of no single thing)
    as_of, newest    ISO days: for which it is drawn; of the newest event on record
    build, handling  key of the build; who may see it, a word of vocab.Handling
    command          the line by which this page can be made again
    items            by id of node or tie, without words; a key that does not apply is absent:
        kind, key        label or relationship type; entry of the legend
        type, level, scope, stage, fields, role, basis
        group            tick that brings it in, if it is not shown at first (holding.GROUPS)
        from, to         ISO days, half-open, on which it holds; founded things from their founding
        day              {min, max, text: {ja, en}, precision}: date of its event, as precise as the source
        planned, disputed, differs
        first            shown at first sight
        look             place in `looks` (nodes) or `lines` (ties)
        cites            [[source, place], …]
        search           folded names (nodes)
        bend, sideways, through
                         how a tie is drawn
    looks, lines     the looks of nodes and ties, each once
    marks            signs on ties
    lanes            gaps that ties run through: [[x, y, width, height], …]
    belonging        relationship types that are drawn between two nodes that are not looked into
    text             by language: title, coverage, notes, legend, words, kinds, ties, codes, groups, frames, labels, boxes,
                     evidence, sources, fields
    tabs             each tab's own data, by its id; a tab that has none is not shown
    story            steps, or absent

The scripts read it through `enishi.app` (page_files/js/app.js), not by key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Generic, TypeVar

from graphmodel.claims import OURS
from graphmodel.dates import PartialDate
from graphmodel.kinds import KINDS, TIES
from graphmodel.names import folding_tables
from graphmodel.vocab import CallStage, InstrumentStage, Level, MeetingStage, ProjectStage, Scope
from visualizations.courses import BEND
from visualizations.drawing import GLYPH, SLOPE
from visualizations.holding import BELONGING, GROUPS
from visualizations.labels import FONT_SIZE, LINE_HEIGHT
from visualizations.parts import Difference, Evidence, Facts, Node, Scene, Source, Tie
from visualizations.style import INSIDE, LineLook, Look, tie_word
from visualizations.wording import page_words, with_article

T = TypeVar("T")

_CODES = {
    "levels": (Level,),
    "scopes": (Scope,),
    "stages": (InstrumentStage, MeetingStage, CallStage, ProjectStage),
}
"""Vocabularies behind each filter, in the order in which their words are listed."""


def page_data(
    scenes: Sequence[Scene],
    *,
    tabs: Mapping[str, Any],
    story: Sequence[Mapping[str, Any]] = (),
    command: str = "",
    handling: str = "",
) -> dict[str, Any]:
    """The data block of a page but for pyvis' part.

    Args:
        scenes: The same picture in each language, that of the page first.
        tabs: Data of each tab, by its id.
        story: Steps of the story, if it has one.
        command: The line by which the page can be made again.
        handling: Who may see it; what its graph says if empty.
    """
    scene = scenes[0]
    looks, lines = _Table[Look](), _Table[LineLook]()
    data: dict[str, Any] = {
        "lang": scene.lang,
        "langs": [each.lang for each in scenes],
        "own": scene.own,
        "focus": scene.focus,
        "as_of": scene.as_of,
        "newest": scene.newest,
        "build": scene.build,
        "handling": handling or scene.handling,
        "command": command,
        "ours": OURS,
        "font_size": FONT_SIZE,
        "line_height": LINE_HEIGHT,
        "glyph": GLYPH,
        "slope": SLOPE,
        "bend": BEND,
        "inside": sorted(INSIDE),
        "folding": folding_tables(),
        "belonging": sorted(BELONGING),
        "items": dict(_items(scene, looks, lines)),
        "looks": [asdict(look) for look in looks.rows],
        "lines": [asdict(line) for line in lines.rows],
        "marks": [asdict(mark) for mark in scene.marks],
        "lanes": scene.lanes,
        "text": {each.lang: _text(each) for each in scenes},
        "tabs": {"picture": {}, **tabs},
    }
    if story:
        data["story"] = list(story)
    return data


class _Table(Generic[T]):
    """Rows of which each stands once."""

    def __init__(self) -> None:
        self.rows: list[T] = []
        self._places: dict[T, int] = {}

    def place(self, row: T) -> int:
        """The place of a row, which is added if it is new."""
        if row not in self._places:
            self._places[row] = len(self.rows)
            self.rows.append(row)
        return self._places[row]


def _items(
    scene: Scene, looks: _Table[Look], lines: _Table[LineLook]
) -> Iterable[tuple[str, dict[str, Any]]]:
    for first, nodes in ((True, scene.nodes), (False, scene.further.nodes)):
        for node in nodes:
            extra = {"look": looks.place(node.look), "search": node.search}
            yield node.id, _item(node.facts, node.evidence, first) | _without_empty(extra)
    for first, ties in ((True, scene.ties), (False, scene.further.ties)):
        for tie in ties:
            extra = {
                "look": lines.place(tie.look),
                "disputed": tie.disputed,
                "bend": tie.bend,
                "sideways": tie.sideways,
                "through": tie.through,
            }
            yield tie.id, _item(tie.facts, tie.evidence, first) | _without_empty(extra)


def _item(facts: Facts, evidence: Evidence, first: bool) -> dict[str, Any]:
    values: dict[str, Any] = dict(vars(facts))
    values["from"], values["to"] = values.pop("holds_from"), values.pop("holds_to")
    event = values.pop("event")
    values["day"] = _day(event) if event else None
    values["first"] = first
    values["differs"] = bool(evidence.differences)
    values["cites"] = [[cite.source, cite.place] for cite in evidence.cites]
    return _without_empty(values)


def _day(text: str) -> dict[str, Any]:
    day = PartialDate.parse(text)
    return {
        "min": day.min,
        "max": day.max,
        "text": {lang: day.label(lang) for lang in ("ja", "en")},
        "precision": _precision(day),
    }


def _precision(day: PartialDate) -> str:
    if day.is_day:
        return "day"
    if day.approximate:
        return "approximate"
    if "/" in day.text:
        return "period"
    return {4: "year", 7: "month"}[len(day.text)]


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what does not apply; a zero stays."""
    return {
        key: value
        for key, value in values.items()
        if value is not None and value is not False and value not in ("", (), [], {})
    }


def _text(scene: Scene) -> dict[str, Any]:
    """All that is said in one language."""
    lang, ja = scene.lang, scene.lang == "ja"
    nodes = (*scene.nodes, *scene.further.nodes)
    parts: list[Node | Tie] = [*nodes, *scene.ties, *scene.further.ties]
    return {
        "title": scene.title,
        "coverage": scene.coverage,
        "notes": scene.notes,
        "legend": [_without_empty(asdict(entry)) for entry in scene.further.legend or scene.legend],
        "words": page_words(lang),
        "kinds": {
            label: kind.spec.ja if ja else kind.spec.en
            for label, kind in KINDS.items()
            if any(node.facts.kind == label for node in nodes)
        },
        "ties": {
            type_: {"name": tie_word(type_, lang), "says": tie.spec.ja if ja else tie.spec.en}
            for type_, tie in TIES.items()
        },
        "codes": {
            name: {str(word): word.label(lang) for vocabulary in all_ for word in vocabulary}
            for name, all_ in _CODES.items()
        },
        "groups": _groups(scene),
        "fields": scene.fields,
        "frames": [asdict(frame) for frame in scene.frames],
        "labels": {node.id: node.label for node in nodes},
        "boxes": {node.id: [node.width, node.height, node.drop] for node in nodes},
        "evidence": {
            part.id: evidence for part in parts if (evidence := _evidence(part)) is not None
        },
        "sources": {source.id: _source(source) for source in scene.sources},
    }


def _groups(scene: Scene) -> dict[str, str]:
    """Words of the groups that the page can bring in."""
    names = {node.id: node.evidence.title for node in (*scene.nodes, *scene.further.nodes)}
    held = {node.facts.group for node in scene.further.nodes}
    return {
        group.key: (group.ja if scene.lang == "ja" else group.en).format(
            own=with_article(names.get(scene.own, ""), scene.lang)
        )
        for group in GROUPS
        if group.key in held
    }


def _evidence(part: Node | Tie) -> dict[str, Any] | None:
    """What a click shows; what every tie of its kind has in common is said by the script."""
    evidence = part.evidence
    said: dict[str, Any] = {
        "details": [vars(detail) for detail in evidence.details],
        "differences": [_difference(each) for each in evidence.differences],
        "agreed": evidence.agreed,
        "not_drawn": [vars(detail) for detail in evidence.not_drawn],
    }
    if isinstance(part, Node):
        said |= {"title": evidence.title, "other_title": evidence.other_title}
    return _without_empty(said) or None


def _difference(difference: Difference) -> dict[str, Any]:
    rivals = [
        {
            "value": rival.value,
            "used": rival.used,
            "cites": [[cite.source, cite.place] for cite in rival.cites],
        }
        for rival in difference.rivals
    ]
    return {"label": difference.label, "why": difference.why, "rivals": rivals}


def _source(source: Source) -> dict[str, Any]:
    return _without_empty({**vars(source), "id": ""})
