"""The network of an answer: what a saved query is asked about, what its rows name, and what ties these.

Where the rows are parties without a document and a companion has the others with theirs, the first stand in a frame.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graphmodel.kinds import Agreement, Country, Forum, Meeting, kind_of
from graphmodel.kinds import Union as UnionKind
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from queries.results import Answer
from queries.run import ids_in
from visualizations import layout
from visualizations.composing import Draft, Plan, compose, placed, sizes, widest
from visualizations.content import Content, read_content
from visualizations.folding import MOST
from visualizations.framed import Headings, Sides, framed
from visualizations.holding import drawn_ties, further, nearest
from visualizations.labels import wrap
from visualizations.parts import Node, Scene
from visualizations.style import drawn_kinds
from visualizations.table import make_table

_PARTIES = frozenset({Country.spec.label, UnionKind.spec.label})
_FORA = frozenset({Forum.spec.label})
_DOCUMENTS = frozenset({Agreement.spec.label})
_BESIDE = (Agreement.spec.label, Meeting.spec.label, Forum.spec.label)
"""What stands beside countries, in this order."""

_TIES_OF_SIDES = ("PARTY_TO", "MEMBER_OF")
"""Ties that are drawn where those without a document stand apart."""

_IN_COLUMN = 12
"""Documents that stand in one column at most."""

_HEADING = 12
"""Width of the heading of a frame, in widths of a full-width character."""

_ENOUGH = 4
"""Countries and fora from which on columns read better than forces."""


def answered(
    store: GraphStore, answer: Answer, *, own: str, as_of: str, langs: Sequence[str], hold: int = 0
) -> tuple[Scene, ...]:
    """What a question and the rows of its answer name, as a picture in each language.

    Args:
        store: The graph.
        answer: The answer.
        own: Id of the reader's own side.
        as_of: ISO day.
        langs: `ja`, `en`, or both; everything stands in the same places in each.
        hold: Nodes that a page may hold at most, those drawn included; 0 for no more than are drawn.
    """
    parted = _parted(answer, own)
    named = _what_to_draw(store, answer, own, as_of)
    shown = list(parted.ids) if parted else named[:MOST]
    rest = [id_ for id_ in named if id_ not in shown]
    contents = {
        lang: read_content(
            store,
            shown,
            _TIES_OF_SIDES if parted else drawn_ties(),
            as_of=as_of,
            lang=lang,
            own=own,
            named_without=shown if parted else (own,),
        )
        for lang in langs
    }
    headings: Headings = {}
    if parted:
        contents = {lang: parted.drawn(content) for lang, content in contents.items()}
        headings = {lang: wrap(answer.query.title.text(lang), _HEADING) for lang in langs}
        plan = framed(parted, contents, headings)
    elif columns := _columns(widest(list(contents.values()))):
        contents = {lang: _sideways(content) for lang, content in contents.items()}
        plan = _plan(contents, lambda nodes, _: layout.in_columns(columns, sizes(nodes)))
    else:
        plan = _plan(
            contents, lambda nodes, pairs: layout.with_loose_beside(shown, pairs, sizes(nodes))
        )
    known = [*shown, *rest]
    beyond = nearest(store, known, hold)[: max(0, hold - len(known))] if hold else ()
    drafts = {
        lang: Draft(
            content,
            make_table(answer, lang).title,
            tuple(_notes(len(shown), len(rest), parted is not None, lang)),
            (headings[lang],) if plan.frames else (),
            further=_further(store, content, rest, beyond, lang, own) if hold else None,
        )
        for lang, content in contents.items()
    }
    return compose(store, plan, drafts, as_of=as_of, own=own)


def _plan(
    contents: Mapping[str, Content],
    layout_of: Callable[[Sequence[Node], Sequence[tuple[str, str]]], layout.Positions],
) -> Plan:
    nodes = widest(list(contents.values()))
    ties = next(iter(contents.values())).ties
    places = layout_of(nodes, [(tie.start, tie.end) for tie in ties])
    return Plan(placed(nodes, places), ties)


def _parted(answer: Answer, own: str) -> Sides | None:
    """The parties of the rows, and those of the same whole that companions name with a document each.

    Returns:
        None if the question is not so asked, or there is too much of it.
    """
    asked = [
        str(answer.params.get(name))
        for name, spec in answer.query.params.items()
        if spec.type == "entity"
    ]
    fora = tuple(id_ for id_ in asked if _is_one_of(id_, _FORA))
    whole = {
        id_
        for name, column in answer.query.columns.items()
        if column.type == "among"
        for row in answer.rows
        for id_ in row[name]
    }
    apart = tuple(party for party, _ in _rows_of_parties(answer))
    if not (fora and whole and apart and answer.companions):
        return None
    instruments: dict[str, tuple[str, ...]] = {}
    for companion in answer.companions:
        for party, named in _rows_of_parties(companion):
            for id_ in named if party in whole else ():
                instruments[id_] = (*instruments.get(id_, ()), party)
    sides = Sides(
        next((id_ for id_ in asked if _is_one_of(id_, _PARTIES)), own),
        partners=tuple(dict.fromkeys(party for all_ in instruments.values() for party in all_)),
        instruments=instruments,
        alone=(),
        fora=fora,
        column=apart,
    )
    return sides if len(instruments) <= _IN_COLUMN else None


def _rows_of_parties(answer: Answer) -> Iterable[tuple[str, list[str]]]:
    """Rows that are each about a party, which their first id says: the party, and the documents that they name."""
    about = next((name for name, column in answer.query.columns.items() if column.type == "id"), "")
    for row in answer.rows:
        if about and _is_one_of(row[about], _PARTIES):
            named = ids_in([row[name] for name in answer.columns])
            yield row[about], sorted(id_ for id_ in named if _is_one_of(id_, _DOCUMENTS))


def _columns(nodes: Sequence[Node]) -> list[list[str]]:
    """Countries in the middle, documents, meetings and fora on both sides, where there is nothing else and enough.

    Forces would draw so many lines between countries and fora as a tangle.
    """
    parties = [node.id for node in nodes if node.facts.kind in _PARTIES]
    others = sorted(
        (node for node in nodes if node.facts.kind in _BESIDE),
        key=lambda node: _BESIDE.index(node.facts.kind),
    )
    fora = sum(node.facts.kind == Forum.spec.label for node in others)
    if len(parties) + len(others) < len(nodes) or min(len(parties), fora) < _ENOUGH:
        return []
    half, left, right = sum(node.height for node in others) / 2, list[str](), list[str]()
    for node in others:
        (left if half > 0 else right).append(node.id)
        half -= node.height
    return [left, parties, right]


def _sideways(content: Content) -> Content:
    """Lines that leave and reach their ends sideways, so that they pass behind nothing else in a column."""
    return replace(content, ties=tuple(replace(tie, sideways=True) for tie in content.ties))


def _what_to_draw(store: GraphStore, answer: Answer, own: str, as_of: str) -> list[str]:
    """What the question is about, what the rows name, and what ties the two; nothing where the rows name nothing."""
    drawn = drawn_kinds()
    rows = [id_ for id_ in _named(answer) if _is_one_of(id_, drawn)]
    if not rows:
        return []
    asked = [
        id_
        for name, spec in answer.query.params.items()
        if spec.type == "entity"
        and (id_ := answer.params.get(name)) in answer.names
        and id_ != own
        and _is_one_of(id_, drawn)
    ]
    if not asked:
        return rows
    found = store.read(
        internal("picture-between"), {"asked": asked, "others": rows, "as_of": as_of}
    ).rows
    return list(dict.fromkeys((*asked, *rows, *(id_ for (id_,) in found))))


def _named(answer: Answer) -> list[str]:
    """Ids that the rows name and the graph has, in the order of the rows."""
    seen: dict[str, None] = {}
    for row in answer.rows:
        for column in answer.columns:
            seen |= dict.fromkeys(sorted(ids_in(row[column])))
    return [id_ for id_ in seen if id_ in answer.names]


def _is_one_of(id_: str, labels: Collection[str]) -> bool:
    kind = kind_of(id_)
    return kind is not None and kind.spec.label in labels


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


def _notes(shown: int, rest: int, parted: bool, lang: str) -> Iterable[str]:
    if lang == "ja":
        if parted:
            yield "枠内は、協力文書を収録資料で確認できないもの。文書がないことを意味しない。ほかは、確認できる文書とともに描く。"
        else:
            yield f"問いとその各行に挙がる項目、及びこれらを結ぶ文書等のうち{shown}件と、その間のつながりを描く。"
        if rest:
            yield f"ほかの{rest}件は「追加で表示」の「問いのほかの行」で加えられる。"
        yield "線の有無と位置は、関係の深さを表さない。"
        return
    if parted:
        yield (
            "In the box: those for which no instrument can be confirmed in the sources held, which does not mean that "
            "there is none; the others are drawn with theirs."
        )
    else:
        yield f"Drawn: {shown} items: what the question and its rows name, and what ties these; and the ties between them."
    if rest:
        yield f"{rest} more can be brought in by “Show also: Further rows of the question”."
    yield "Neither lines nor places say how close a relation is."
