"""What was seen in a page, as a slide: ids and places from the file that the page saved, everything else read anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations.briefing.phrases import Phrases
from visualizations.composing import Draft, Plan, compose
from visualizations.content import read_content
from visualizations.deck.slides import NetworkSlide
from visualizations.holding import drawn_ties
from visualizations.view_file import ViewFile


def lost(store: GraphStore, view: ViewFile) -> tuple[str, ...]:
    """Ids of a view that the graph has no more.

    Args:
        store: The graph.
        view: The view.
    """
    rows = store.read(internal("names"), {"ids": sorted(view.nodes), "kinds": []}).records()
    return tuple(sorted(view.nodes.keys() - {row["id"] for row in rows}))


def seen(
    store: GraphStore, phrases: Phrases, view: ViewFile, *, as_of: str, langs: Sequence[str]
) -> tuple[NetworkSlide, ...]:
    """The slide of a view, one for each language.

    Args:
        store: The graph.
        phrases: The words.
        view: The view.
        as_of: ISO day.
        langs: The languages.
    """
    gone = set(lost(store, view))
    ids = [id_ for id_ in view.nodes if id_ not in gone]
    ties = set(view.ties)
    drafts = {}
    plan: Plan | None = None
    for lang in langs:
        content = read_content(
            store, ids, drawn_ties(), as_of="", lang=lang, own=view.own, focus=view.focus
        )
        drawn = tuple(tie for tie in content.ties if tie.id in ties)
        content = replace(content, ties=drawn)
        drafts[lang] = Draft(content, "", ())
        if plan is None:
            nodes = tuple(
                replace(node, x=round(view.nodes[node.id][0]), y=round(view.nodes[node.id][1]))
                for node in content.nodes
            )
            plan = Plan(nodes, drawn)
    assert plan is not None
    scenes = compose(store, plan, drafts, as_of=as_of, own=view.own, focus=view.focus)
    return tuple(
        NetworkSlide(
            "seen",
            _title(phrases, view, as_of, lang),
            handling=view.handling,
            scene=scene,
            kept=True,
        )
        for lang, scene in zip(langs, scenes, strict=True)
    )


def _title(phrases: Phrases, view: ViewFile, as_of: str, lang: str) -> str:
    """The title that the page had, in its own language."""
    if lang == view.lang and as_of == view.as_of:
        return view.title
    return phrases.say("deck_partner.seen", lang, day=PartialDate.parse(as_of).label(lang))
