"""The network of an answer: what the rows of a saved query name, and the ties between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphmodel.kinds import kind_of
from graphmodel.stores import GraphStore
from queries.results import Answer
from queries.run import ids_in
from visualizations import layout
from visualizations.composing import Draft, Plan, compose, placed, sizes, widest
from visualizations.content import Content, read_content
from visualizations.folding import MOST
from visualizations.holding import drawn_ties, further, nearest
from visualizations.parts import Scene
from visualizations.style import drawn_kinds
from visualizations.table import make_table


def answered(
    store: GraphStore, answer: Answer, *, own: str, as_of: str, langs: Sequence[str], hold: int = 0
) -> tuple[Scene, ...]:
    """What the rows of an answer name, as a picture in each language.

    Args:
        store: The graph.
        answer: The answer.
        own: Id of the reader's own side.
        as_of: ISO day.
        langs: `ja`, `en`, or both; everything stands in the same places in each.
        hold: Nodes that a page may hold at most, those drawn included; 0 for no more than are drawn.
    """
    named = list(_named(answer))
    shown = named[:MOST]
    contents = {
        lang: read_content(
            store, shown, drawn_ties(), as_of=as_of, lang=lang, own=own, named_without=(own,)
        )
        for lang in langs
    }
    nodes = widest(list(contents.values()))
    ties = contents[langs[0]].ties
    pairs = [(tie.start, tie.end) for tie in ties]
    places = layout.with_loose_beside(shown, pairs, sizes(nodes))
    rest = named[MOST:]
    beyond = nearest(store, named, hold)[: max(0, hold - len(named))] if hold else ()
    drafts = {
        lang: Draft(
            content,
            make_table(answer, lang).title,
            tuple(_notes(len(shown), len(rest), lang)),
            further=_further(store, content, rest, beyond, lang, own) if hold else None,
        )
        for lang, content in contents.items()
    }
    return compose(store, Plan(placed(nodes, places), ties), drafts, as_of=as_of, own=own)


def _named(answer: Answer) -> Iterable[str]:
    """Ids that the rows name and a picture may draw, in the order of the rows."""
    drawn = drawn_kinds()
    seen: dict[str, None] = {}
    for row in answer.rows:
        for column in answer.columns:
            seen |= dict.fromkeys(sorted(ids_in(row[column])))
    for id_ in seen:
        kind = kind_of(id_)
        if id_ in answer.names and kind is not None and kind.spec.label in drawn:
            yield id_


def _further(
    store: GraphStore,
    content: Content,
    rest: Sequence[str],
    beyond: Sequence[str],
    lang: str,
    own: str,
) -> Content:
    """What the page holds beyond: further rows, which have a tick of their own, and what is tied to all of them."""
    more = further(store, content, (*rest, *beyond), lang=lang, own=own)
    rows = set(rest)
    return replace(
        more,
        nodes=tuple(
            replace(node, facts=replace(node.facts, group="rows")) if node.id in rows else node
            for node in more.nodes
        ),
    )


def _notes(shown: int, rest: int, lang: str) -> Iterable[str]:
    if lang == "ja":
        yield f"問いの各行に挙がる項目のうち{shown}件と、その間のつながりを描く。"
        if rest:
            yield f"ほかの{rest}件は「追加で表示」の「問いのほかの行」で加えられる。"
        yield "線の有無と位置は、関係の深さを表さない。"
        return
    yield f"Drawn: {shown} items that the rows of the question name, and the ties between them."
    if rest:
        yield f"{rest} more can be brought in by “Show also: Further rows of the question”."
    yield "Neither lines nor places say how close a relation is."
