"""A network as a table: what is tied to what, how, and by which source."""

from __future__ import annotations

from graphmodel.vocab import Handling
from visualizations.coverage import Numbers, handling_mark
from visualizations.parts import Scene, Source, Tie
from visualizations.style import tie_word
from visualizations.table import Table
from visualizations.wording import bracketed, listed

_HEADINGS = {
    "ja": ("項目", "つながり", "相手", "内容", "出典"),
    "en": ("Item", "Tie", "With", "Details", "Sources"),
}


def tie_table(scene: Scene) -> Table:
    """The ties of a network as rows, in the order in which its items are read out.

    Args:
        scene: The network.
    """
    lang, numbers = scene.lang, Numbers()
    names = {node.id: node.evidence.title for node in scene.nodes}
    rows = []
    for tie in drawn_ties(scene):
        colon = "：" if lang == "ja" else ": "
        details = [f"{detail.label}{colon}{detail.value}" for detail in tie.evidence.details]
        cites = [f"{numbers.of(cite.source)}) {cite.place}".rstrip() for cite in tie.evidence.cites]
        word = tie_word(tie.facts.kind, lang) + (" ▲" if tie.disputed else "")
        rows.append((names[tie.start], word, names[tie.end], listed(details, lang) or "―", listed(cites, lang)))  # fmt: skip
    sources = {source.id: source for source in scene.sources}
    return Table(
        title=scene.title,
        headings=_HEADINGS[lang],
        rows=tuple(rows),
        notes=scene.notes,
        footnotes=tuple(
            f"{number}) {source_line(sources[id_], lang)}"
            for number, id_ in enumerate(numbers.order, start=1)
            if id_ in sources
        ),
        coverage=scene.coverage,
        cited=tuple(numbers.order),
        mark=handling_mark(Handling(scene.handling), lang),
    )


def drawn_ties(scene: Scene) -> list[Tie]:
    """The ties between items of a network, in the order in which the items are read out."""
    order = {node.id: number for number, node in enumerate(scene.nodes)}
    drawn = (tie for tie in scene.ties if {tie.start, tie.end} <= order.keys())
    return sorted(drawn, key=lambda tie: (order[tie.start], order[tie.end], tie.id))


def source_line(source: Source, lang: str) -> str:
    """A source in one line: publisher, title, day, kind, address."""
    titled = listed([part for part in (source.publisher, source.title, source.day) if part], lang)
    said = bracketed(titled, source.kind, lang)
    return listed([said, source.url], lang) if source.url else said
