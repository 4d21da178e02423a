"""The picture of one entity: what is tied to it, directly or over others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphmodel.dates import PartialDate
from graphmodel.kinds import KINDS, kind_of
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations import layout
from visualizations.composing import Draft, Plan, compose, placed, sizes, widest
from visualizations.content import Content, read_content
from visualizations.folding import MOST, Folded, Item, Link, fold
from visualizations.holding import BELONGING, drawn_ties, further, nearest
from visualizations.parts import Detail, Node, Scene
from visualizations.rings import around
from visualizations.style import reached_kinds
from visualizations.wording import listed


def neighbourhood(
    store: GraphStore, *, focus: str, steps: int, own: str, as_of: str, lang: str
) -> Scene:
    """What is tied to one entity, in one language: see `neighbourhoods`."""
    return neighbourhoods(store, focus=focus, steps=steps, own=own, as_of=as_of, langs=(lang,))[0]


def neighbourhoods(
    store: GraphStore,
    *,
    focus: str,
    steps: int,
    own: str,
    as_of: str,
    langs: Sequence[str],
    hold: int = 0,
    most: int = MOST,
) -> tuple[Scene, ...]:
    """What is tied to one entity, directly or over others.

    Args:
        store: The graph.
        focus: Id of the entity.
        steps: How many ties away, 1 to 3.
        own: Id of the reader's own side.
        as_of: ISO day.
        langs: `ja`, `en`, or both; everything stands in the same places in each.
        hold: Nodes that a page may hold at most, those drawn included; 0 for no more than are drawn.
        most: Nodes that are drawn at most.
    """
    types = drawn_ties()
    items = _reach(store, focus, steps, types, as_of)
    links = _links(store, items, types, steps, as_of)
    folded = fold(list(items.values()), links, focus=focus, own=own, most=most)
    contents = {}
    for lang in langs:
        content = read_content(
            store, folded.kept, types, as_of=as_of, lang=lang, own=own, focus=focus
        )
        drawn = tuple(
            tie for tie in content.ties if Link(tie.start, tie.facts.kind, tie.end) in links
        )
        nodes = _beside(content.nodes, folded, items, lang)
        contents[lang] = replace(content, nodes=nodes, ties=drawn)
    nodes = widest(list(contents.values()))
    ties = contents[langs[0]].ties
    pairs = [(tie.start, tie.end) for tie in ties]
    order = [node.id for node in nodes]
    tied = {end for pair in pairs if focus in pair for end in pair}
    if tied.issuperset(order):
        places = around(focus, order, pairs, sizes(nodes))
    else:
        places = layout.by_forces(folded.kept, pairs, sizes(nodes), focus)
    beyond = nearest(store, folded.kept, hold) if hold else ()
    drafts = {
        lang: Draft(
            content,
            _title(content, focus, steps, as_of, lang),
            tuple(_notes(folded, len(items), lang)),
            further=further(store, content, beyond, lang=lang, own=own) if hold else None,
        )
        for lang, content in contents.items()
    }
    plan = Plan(placed(nodes, places), ties)
    return compose(store, plan, drafts, as_of=as_of, own=own, focus=focus)


def _title(content: Content, focus: str, steps: int, as_of: str, lang: str) -> str:
    name = next(node.evidence.title for node in content.nodes if node.id == focus)
    day = PartialDate.parse(as_of).label(lang)
    if lang == "ja":
        return f"{name}のつながり（{steps}段階まで、{day}時点）"
    return f"{name}: what it is tied to ({steps} step{'s' if steps > 1 else ''}, as of {day})"


def _reach(
    store: GraphStore, focus: str, steps: int, types: Sequence[str], as_of: str
) -> dict[str, Item]:
    """The entities within some steps, nearest first."""
    kind = kind_of(focus)
    assert kind is not None
    found, edge = {focus: Item(focus, kind.spec.label, {}, 0)}, [focus]
    for step in range(1, steps + 1):
        rows = store.read(
            internal("picture-neighbours"),
            {"ids": edge, "kinds": list(reached_kinds()), "types": list(types), "as_of": as_of},
        ).records()
        new = {row["id"]: _item(row, step) for row in rows if row["id"] not in found}
        edge = list(new)
        found |= new
    return found


def _item(row: Mapping[str, Any], away: int) -> Item:
    names = {lang: str(row[f"name_{lang}"]) for lang in ("ja", "en")}
    return Item(
        row["id"],
        row["kind"],
        names,
        away,
        day=row["day"] or "",
        scope=row["scope"] or "",
        level=row["level"] or "",
    )


def _links(
    store: GraphStore, items: Mapping[str, Item], types: Sequence[str], steps: int, as_of: str
) -> set[Link]:
    """Ties that are on the way to something, or show how two of the farthest items belong together."""
    rows = store.read(
        internal("picture-links"), {"ids": sorted(items), "types": list(types), "as_of": as_of}
    ).records()
    links = {Link(row["start_id"], row["type"], row["end_id"]) for row in rows}
    return {
        link
        for link in links
        if min(items[link.start].away, items[link.end].away) < steps or link.type in BELONGING
    }


def _beside(
    nodes: Iterable[Node], folded: Folded, items: Mapping[str, Item], lang: str
) -> tuple[Node, ...]:
    """Nodes that list what they are tied to that is not drawn."""

    def with_rest(node: Node) -> Node:
        rest = [items[id_] for id_ in folded.beside.get(node.id, ())]
        details = tuple(_by_kind(rest, lang))
        return replace(node, evidence=replace(node.evidence, not_drawn=details))

    return tuple(map(with_rest, nodes))


def _by_kind(items: Collection[Item], lang: str) -> Iterable[Detail]:
    """Names of items, one line for each kind, those with a date in time."""
    for label, kind in KINDS.items():
        own = sorted((item for item in items if item.kind == label), key=lambda item: item.day)
        if own:
            name = kind.spec.ja if lang == "ja" else kind.spec.en
            yield Detail(name, listed([item.names[lang] for item in own], lang))


def _notes(folded: Folded, found: int, lang: str) -> Iterable[str]:
    drawn = len(folded.kept)
    if lang == "ja":
        if folded.groups:
            groups = "、".join(f"{ja}{count}件" for ja, _, count in folded.groups)
            yield (
                f"つながりのある{found - 1}件のうち{drawn - 1}件を描く。図に描いていないもの：{groups}。"
                "描いた項目を選ぶと、描いていない相手の名称を示す。"
            )
        yield "最も外側の項目どうしの出席・参加・所在等の線は省いた。"
        yield "線の有無と位置は、関係の深さを表さない。"
        return
    if folded.groups:
        groups = "; ".join(f"{en}: {count}" for _, en, count in folded.groups)
        yield (
            f"Of the {found - 1} items that it is tied to, {drawn - 1} are drawn. Not drawn: {groups}. "
            "Choose a drawn item to see by name what it is tied to besides."
        )
    yield "Between two items that are farthest out, who attended, takes part or is based where is left out."
    yield "Neither lines nor places say how close a relation is."
