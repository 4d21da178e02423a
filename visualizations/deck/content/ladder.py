"""The network of two sides: our side on the left, the partner on the right, and between them what ties the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from graphmodel.vocab import Level, Scope
from visualizations.briefing.footnotes import Weights
from visualizations.briefing.phrases import Phrases
from visualizations.card import Row
from visualizations.composing import Draft, Plan, compose
from visualizations.content import read_content
from visualizations.deck.content.telling import Telling
from visualizations.deck.slides import NetworkSlide
from visualizations.partner import Partner
from visualizations.parts import Node, Scene

_GOVERNMENT = (Level.GOVERNMENT, Level.MINISTRY)
_RUNGS = 5
_MOST = 10
"""Documents that a group draws at most; the newest are kept."""

_TIES = ("LOCATED_IN", "PARTY_TO")


def ladders(
    store: GraphStore, phrases: Phrases, partner: str, *, own: str, as_of: str, langs: Sequence[str]
) -> tuple[tuple[NetworkSlide, ...], ...]:
    """The documents between two sides as networks: those of governments, then those of other bodies.

    Args:
        store: The graph.
        phrases: The words.
        partner: Id of the country or union.
        own: Id of the reader's own side.
        as_of: ISO day.
        langs: The languages.

    Returns:
        Of each slide, one for each language; none where there is nothing to draw.
    """
    rows = Partner(Telling(store, phrases, langs[0], as_of, own), partner).between()
    weights = Weights(store)
    documents = [row for row in rows if row["id"].startswith("agreement:")]
    found = sorted(
        (row for row in documents if weights.stand(row["sources"])),
        key=lambda row: (row["event_on_max"] or "", row["id"]),
    )
    weak = [row for row in documents if row not in found]
    slides: list[tuple[NetworkSlide, ...]] = []
    for name in ("government", "bodies"):
        group, left_out = (
            [row for row in some if (row["level"] in _GOVERNMENT) == (name == "government")]
            for some in (found, weak)
        )
        made = list(_group(store, phrases, group, name, partner, own, as_of, langs))
        slides += [_noting(slide, phrases, len(left_out), langs) for slide in made]
    return tuple(slides)


def _noting(
    slides: tuple[NetworkSlide, ...], phrases: Phrases, weak: int, langs: Sequence[str]
) -> tuple[NetworkSlide, ...]:
    """A slide that says how much is left out, since it rests on press or secondary sources alone."""
    if not weak:
        return slides
    return tuple(
        replace(slide, notes=(*slide.notes, phrases.say("deck.left_out", lang, n=weak)))
        for slide, lang in zip(slides, langs, strict=True)
    )


def _group(
    store: GraphStore,
    phrases: Phrases,
    rows: Sequence[Row],
    name: str,
    partner: str,
    own: str,
    as_of: str,
    langs: Sequence[str],
) -> Iterator[tuple[NetworkSlide, ...]]:
    shown = rows[-_MOST:]
    each = ceil(len(shown) / max(1, ceil(len(shown) / _RUNGS)))  # as many on every slide
    parts = [shown[i : i + each] for i in range(0, len(shown), each or 1)]
    for number, part in enumerate(parts):
        scenes = _scenes(store, part, name, partner, own, as_of, langs)
        slides = []
        for lang, scene in zip(langs, scenes, strict=True):
            title = phrases.say(
                f"deck_partner.network_{name}",
                lang,
                pair=Telling(store, phrases, lang, as_of, own).pair(partner),
                n=len(rows),
                day=PartialDate.parse(as_of).label(lang),
            )
            if len(parts) > 1:
                title = phrases.say(
                    "deck.part", lang, title=title, page=number + 1, pages=len(parts)
                )
            notes = []
            if base := sum(row["scope"] == Scope.CONTEXT for row in rows):
                notes.append(phrases.say("deck_partner.network_base", lang, n=base))
            if left := len(rows) - len(shown):
                notes.append(
                    phrases.say("deck_partner.network_newest", lang, shown=len(shown), n=left)
                )
            key = f"network-{name}-{number + 1}"
            slides.append(NetworkSlide(key, title, scene=scene, notes=tuple(notes), kept=True))
        yield tuple(slides)


def _scenes(
    store: GraphStore,
    rows: Sequence[Row],
    name: str,
    partner: str,
    own: str,
    as_of: str,
    langs: Sequence[str],
) -> tuple[Scene, ...]:
    """The picture in each language: five columns, the bodies beside their documents."""
    columns: dict[str, int] = {own: 0, partner: 4}
    bodies: dict[str, list[int]] = {}
    for rung, row in enumerate(rows):
        columns[row["id"]] = 2
        for party in row["parties"] if name == "bodies" else ():
            if party["id"] not in (own, partner):
                columns[party["id"]] = 1 if party["side"] == own else 3
                bodies.setdefault(party["id"], []).append(rung)
    rungs: dict[str, float] = {row["id"]: rung for rung, row in enumerate(rows)}
    middle = (len(rows) - 1) / 2
    rungs |= {own: middle, partner: middle}
    for column in (1, 3):
        rungs |= _beside({id_: at for id_, at in bodies.items() if columns[id_] == column})
    drafts = {}
    plan: Plan | None = None
    for lang in langs:
        content = read_content(
            store, list(columns), _TIES, as_of="", lang=lang, own=own, named_without=tuple(columns)
        )
        drafts[lang] = Draft(content, "", ())
        if plan is None:
            plan = Plan(
                tuple(_placed(node, columns, rungs) for node in content.nodes), content.ties
            )
    assert plan is not None
    return compose(store, plan, drafts, as_of=as_of, own=own, focus=partner)


def _beside(bodies: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Each body beside the middle of its documents, and no two beside the same."""
    found: dict[str, float] = {}
    last = -1.0
    for id_, at in sorted(bodies.items(), key=lambda item: (sum(item[1]) / len(item[1]), item[0])):
        last = found[id_] = max(sum(at) / len(at), last + 1)
    return found


def _placed(node: Node, columns: Mapping[str, int], rungs: Mapping[str, float]) -> Node:
    return replace(node, x=columns[node.id] * 200, y=round(rungs[node.id] * 100))
