"""The first picture: what one side sees of government-level cooperation on quantum technology.

What is chosen, where it stands and what is said of it is decided here and in `neighbourhood`, between query and
renderer; the graph is read through saved statements only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from graphmodel.vocab import InstrumentStage, Level, Scope
from queries.catalogue import internal
from visualizations.composing import Draft, compose
from visualizations.content import Content, read_content
from visualizations.framed import Sides, framed
from visualizations.holding import further, nearest
from visualizations.labels import wrap
from visualizations.parts import Scene
from visualizations.wording import listed, with_article

FIRST_FORA = ("forum:mdq", "forum:qdg", "forum:g7", "forum:nato-tqc")
"""Fora of the first view, in the order in which they are drawn."""

MOST_AT_FIRST = 40
"""Nodes of the first view at most."""

STAGES = (InstrumentStage.SIGNED, InstrumentStage.OPERATIVE, InstrumentStage.ISSUED)
"""States in which an instrument stands in the first view."""

_COUNTED = STAGES[:2]
"""States in which a document of two sides counts, as in the saved queries headline-counts and partner-gap."""


@dataclass(frozen=True)
class _Chosen:
    """What stands in the first view, and how many documents do not for want of room."""

    sides: Sides
    left_out: int


def first_view(store: GraphStore, *, own: str, as_of: str, lang: str) -> Scene:
    """What one side sees, in one language: see `first_views`."""
    return first_views(store, own=own, as_of=as_of, langs=(lang,))[0]


def first_views(
    store: GraphStore, *, own: str, as_of: str, langs: Sequence[str], hold: int = 0
) -> tuple[Scene, ...]:
    """What one side sees: its government-level quantum instruments in force, its partners, and four fora.

    Args:
        store: The graph.
        own: Id of the side.
        as_of: ISO day.
        langs: `ja`, `en`, or both; everything stands in the same places in each.
        hold: Nodes that a page may hold at most, those drawn included; 0 for no more than are drawn.
    """
    chosen = _choose(store, own, as_of)
    sides = chosen.sides
    contents = {
        lang: sides.drawn(
            read_content(
                store,
                sides.ids,
                ("PARTY_TO", "MEMBER_OF"),
                as_of=as_of,
                lang=lang,
                own=own,
                naming=sides.alone,
            )
        )
        for lang in langs
    }
    headings = {lang: _heading(contents[lang], sides, lang) for lang in langs}
    plan = framed(sides, contents, headings)
    order = [node.id for node in plan.nodes]
    beyond = nearest(store, order, hold) if hold else ()
    drafts = {}
    for lang in langs:
        day = PartialDate.parse(as_of).label(lang)
        name = with_article(contents[lang].names.get(own, own), lang)
        drafts[lang] = Draft(
            contents[lang],
            _title(name, day, lang),
            _first_notes(chosen, contents[lang], name, day, lang),
            (headings[lang],) if plan.frames else (),
            further(store, contents[lang], beyond, lang=lang, own=own) if hold else None,
        )
    return compose(store, plan, drafts, as_of=as_of, own=own)


def _title(name: str, day: str, lang: str) -> str:
    if lang == "ja":
        return f"{name}から見た量子技術の国際協力：政府間の協力文書と多国間の枠組み（{day}時点）"
    return (
        f"Quantum cooperation as seen from {name}: government-level instruments and multilateral fora "
        f"(as of {day})"
    )


def _choose(store: GraphStore, own: str, as_of: str) -> _Chosen:
    rows = store.read(
        internal("picture-instruments"),
        {
            "party": own,
            "levels": [Level.GOVERNMENT.value],
            "scopes": [Scope.DEDICATED.value],
            "stages": [stage.value for stage in STAGES],
            "as_of": as_of,
        },
    ).records()
    partner_of = {row["instrument"]: row["partner"] for row in rows if row["counts"]}
    alone = list(dict.fromkeys(row["instrument"] for row in rows if not row["counts"]))
    partners = set(partner_of.values())
    members = store.read(
        internal("picture-members"), {"fora": list(FIRST_FORA), "as_of": as_of}
    ).records()
    fora = tuple(forum for forum in FIRST_FORA if any(row["forum"] == forum for row in members))
    others = dict.fromkeys(
        row["member"] for row in members if row["member"] != own and row["member"] not in partners
    )
    # Where there are too many, those that do not count go first, then the newest documents stay.
    room = MOST_AT_FIRST - 1 - len(fora) - len(others) - len(partners) - len(partner_of)
    kept = alone[-max(0, room) :] if room > 0 else []
    documents = list(partner_of)
    while documents and room < 0:
        documents = documents[1:]
        partners = {partner_of[document] for document in documents}
        room = MOST_AT_FIRST - 1 - len(fora) - len(others) - len(partners) - len(documents)
    sides = Sides(
        own,
        partners=tuple(sorted(partners)),
        instruments={document: (partner_of[document],) for document in documents},
        alone=tuple(kept),
        fora=fora,
        column=tuple(others),
    )
    return _Chosen(sides, len(partner_of) - len(documents) + len(alone) - len(kept))


def _first_notes(
    chosen: _Chosen, content: Content, own: str, day: str, lang: str
) -> tuple[str, ...]:
    sides = chosen.sides
    documents, alone, apart = len(sides.instruments), len(sides.alone), len(sides.column)
    fora = listed([_short(content, forum) for forum in sides.fora], lang)
    states = [stage.label(lang) for stage in _COUNTED]
    if lang == "ja":
        notes = [
            f"協力文書：政府間、量子に特化、二者間で、状態が{'・'.join(states)}のもの{documents}件（{day}時点）。"
            f"企業・機関の間の文書と、{own}を当事者としない文書は含まない。",
            f"左の{alone}件（3者以上の文書、共通ビジョン・指針等）は上の件数に含まず、{own}との線だけを描く。"
            "すべての当事者は、選ぶと示す。",
            f"枠内：{fora}の参加国のうち、{own}との上の文書を収録資料で確認できないもの{apart}件（{_members(content, sides, lang)}）。"
            "文書がないことを意味しない。",
            "線の有無と位置は、関係の深さを表さない。",
        ]
        if chosen.left_out:
            notes.append(
                f"{MOST_AT_FIRST}項目に収めるため、文書{chosen.left_out}件を描いていない。"
            )
    else:
        notes = [
            f"Instruments: between two governments, dedicated to quantum, {listed(states, lang)}: {documents} "
            f"(as of {day}). Documents between companies or institutions, and those to which {own} is no party, are "
            "left out.",
            f"At the left, and not counted above: {alone} of three sides or more, or visions, principles and "
            f"declarations. They are drawn with {own} only; choose one to see all its parties.",
            f"In the box: members of {fora} for which no instrument with {own} of the above can be confirmed in the "
            f"sources held: {apart} ({_members(content, sides, lang)}). It does not mean that there is none.",
            "Neither lines nor places say how close a relation is.",
        ]
        if chosen.left_out:
            notes.append(
                f"To keep to {MOST_AT_FIRST} items, {chosen.left_out} documents are not drawn."
            )
    without = {1: not alone, 2: not apart}
    return tuple(note for place, note in enumerate(notes) if not without.get(place))


def _members(content: Content, sides: Sides, lang: str) -> str:
    """How many of those in the frame take part in each forum."""
    numbers = Counter(tie.end for tie in content.ties if tie.start in sides.column)
    said = [f"{_short(content, forum)} {numbers[forum]}" for forum in sides.fora]
    return listed(said, lang)


def _short(content: Content, forum: str) -> str:
    """A forum as it is called in the picture."""
    return next(node.label[0] for node in content.nodes if node.id == forum).removesuffix(" ▲")


def _heading(content: Content, sides: Sides, lang: str) -> tuple[str, ...]:
    """Of which fora those in the frame are members, and what could not be confirmed for them."""
    fora = [_short(content, forum) for forum in sides.fora]
    if lang == "ja":
        # A union is no country.
        union = any(id_.startswith("union:") for id_ in sides.column)
        members = "参加国・地域機関" if union else "参加国"
        return ("二者間の協力文書を", f"確認できない{members}", f"（{'・'.join(fora)}）")
    return wrap(f"Members of {listed(fora, lang)} without a confirmed bilateral instrument", 13)
