"""A network as a Mermaid flowchart: our labels, our line styles, the numbers of the sources; these and the legend as comments.

Mermaid draws it in GitHub, GitLab, wikis and editors. Nothing of the record is taken for a statement of its language:
whatever could be one is written as a character code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from graphmodel.vocab import Handling
from visualizations.coverage import Numbers, handling_mark
from visualizations.parts import Node, Scene, Tie
from visualizations.snippets.ties import drawn_ties, source_line
from visualizations.style import LineLook, tie_word

_SHAPES = {
    "bevelled": ("[/", "\\]"),
    "box": ("[", "]"),
    "diamond": ("{", "}"),
    "double": ("[[", "]]"),
    "dot": ("((", "))"),
    "ellipse": ("([", "])"),
    "folded": (">", "]"),
    "hexagon": ("{{", "}}"),
    "ring": ("(((", ")))"),
    "rounded": ("(", ")"),
    "slanted": ("[/", "/]"),
    "trapezium": ("[/", "\\]"),
}
"""How Mermaid writes our shapes; those that it has none like are boxes, and their kind is told in the label."""

_SIGNS = re.compile(r"[\"#&<>{}%`\\|]")
_BRACES, _TAGS = str.maketrans("{}", "｛｝"), str.maketrans("<>", "＜＞")
_THICK = 2.0


def mermaid(scene: Scene, foot: str) -> str:
    """A network as a flowchart.

    Args:
        scene: The network.
        foot: Day and build.
    """
    lang, numbers = scene.lang, Numbers()
    names = {node.id: f"n{number}" for number, node in enumerate(scene.nodes, start=1)}
    ties = drawn_ties(scene)
    body = [*_nodes(scene.nodes, names), *_ties(ties, names, numbers, lang)]
    sources = {source.id: source for source in scene.sources}
    mark = handling_mark(Handling(scene.handling), lang)
    ja = lang == "ja"
    title = json.dumps(_comment(mark + scene.title).translate(_TAGS), ensure_ascii=False)
    head = ["---", f"title: {title}", "---", "flowchart LR"]
    comments = [
        ("凡例：" if ja else "Legend:"),
        *_legend(scene, ties, ja),
        ("注：" if ja else "Notes:"),
        *scene.notes,
        ("出典：" if ja else "Sources:"),
        *(
            f"{number}) {source_line(sources[id_], lang)}"
            for number, id_ in enumerate(numbers.order, start=1)
            if id_ in sources
        ),
        scene.coverage,
        foot,
    ]
    return "\n".join([*head, *body, *(f"  %% {_comment(line)}" for line in comments)]) + "\n"


def escaped(text: str) -> str:
    """A text within quotation marks; signs of the language are character codes, lines are parted."""
    safe = (_SIGNS.sub(lambda sign: f"#{ord(sign[0])};", line) for line in text.split("\n"))
    return "<br>".join(safe)


def _nodes(nodes: Iterable[Node], names: dict[str, str]) -> Iterator[str]:
    for node in nodes:
        before, after = _SHAPES.get(node.look.shape, ("[", "]"))
        label = list(node.label)
        if node.look.shape not in _SHAPES:
            label.append(node.evidence.kind)
        text = escaped("\n".join(label))
        yield f'  {names[node.id]}{before}"{text}"{after}'
    for node in nodes:
        if node.look.dashed:
            yield f"  style {names[node.id]} stroke-dasharray: 5 4"
        elif node.look.thickness > _THICK:
            yield f"  style {names[node.id]} stroke-width: {node.look.thickness:g}px"


def _ties(ties: Iterable[Tie], names: dict[str, str], numbers: Numbers, lang: str) -> Iterator[str]:
    for tie in ties:
        cited = {numbers.of(cite.source) for cite in tie.evidence.cites}
        cites = " ".join(f"{number})" for number in sorted(cited))
        word = tie_word(tie.facts.kind, lang) + (" ▲" if tie.disputed else "")
        label = escaped(f"{word} {cites}".rstrip())
        yield f'  {names[tie.start]} {_line(tie.look)}|"{label}"| {names[tie.end]}'


def _line(look: LineLook) -> str:
    """How Mermaid writes a line: dotted where it is planned or only listed, thick for documents, with an arrow or none."""
    if look.dashes:
        return "-.->" if look.arrow else "-.-"
    if look.width >= _THICK:
        return "==>" if look.arrow else "==="
    return "-->" if look.arrow else "---"


def _legend(scene: Scene, ties: Iterable[Tie], ja: bool) -> Iterator[str]:
    """What the styles of lines mean that are drawn, and how nodes of each kind look."""
    drawn = {tie.facts.key for tie in ties}
    for entry in scene.legend:
        if entry.line and entry.key in drawn:
            yield f"{_line(entry.line)} {entry.text}"
        elif entry.node:
            before, after = _SHAPES.get(entry.node.shape, ("[", "]"))
            yield f"{before} {after} {entry.text}"
        elif entry.sign:
            yield f"{entry.sign} {entry.text}"


def _comment(text: str) -> str:
    """A text in a comment or title, where a directive would still be one."""
    return " ".join(text.split()).replace("%%", "% %").translate(_BRACES)
