"""The first picture: what one side sees of government-level cooperation on quantum technology.

What is chosen, where it stands and what is said of it is decided here and in `neighbourhood`, between query and
renderer; the graph is read through saved statements only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from graphmodel.dates import PartialDate
from graphmodel.stores import GraphStore
from graphmodel.vocab import InstrumentStage, InstrumentType, Level, Scope
from queries.catalogue import internal
from visualizations import layout
from visualizations.composing import FRAME_MARGIN, Draft, Plan, compose, placed, sizes, widest
from visualizations.content import Content, read_content
from visualizations.holding import further, nearest
from visualizations.labels import LINE_HEIGHT, width_of
from visualizations.parts import Frame, Node, Scene, Tie
from visualizations.wording import with_article

FIRST_FORA = ("forum:mdq", "forum:qdg", "forum:g7", "forum:nato-tqc")
"""Fora of the first view, in the order in which they are drawn."""

MOST_AT_FIRST = 40
"""Nodes of the first view at most."""

STAGES = (InstrumentStage.SIGNED, InstrumentStage.OPERATIVE, InstrumentStage.ISSUED)
"""States in which an instrument stands in the first view."""

_DECLARATIONS = frozenset(
    {
        InstrumentType.LEADERS_STATEMENT,
        InstrumentType.JOINT_DECLARATION,
        InstrumentType.VISION_PRINCIPLES,
    }
)
"""Types that are shown but not counted, as in the saved query partner-gap."""

_COLUMN_HEADING = {
    "ja": ("協力文書を確認できない", "参加国"),
    "en": ("Members without a", "confirmed instrument"),
}


@dataclass(frozen=True)
class _Chosen:
    """What stands in the first view, by the part that it plays."""

    partners: tuple[str, ...]
    instruments: Mapping[str, tuple[str, ...]]
    declarations: tuple[str, ...]
    fora: tuple[str, ...]
    column: tuple[str, ...]
    left_out: int

    def ids(self, own: str) -> tuple[str, ...]:
        return (
            own,
            *self.partners,
            *self.instruments,
            *self.declarations,
            *self.fora,
            *self.column,
        )


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
    contents = {lang: _content(store, chosen, own, as_of, lang) for lang in langs}
    nodes = widest(list(contents.values()))
    order = [node.id for node in nodes]
    places = layout.seen_from(
        own,
        sorted(chosen.partners, key=order.index),
        chosen.instruments,
        chosen.declarations,
        chosen.fora,
        sorted(chosen.column, key=order.index),
        sizes(nodes),
    )
    headings = {lang: _heading(contents[lang], chosen.column, lang) for lang in langs}
    plan = _framed(placed(nodes, places), contents[langs[0]].ties, chosen.column, headings)
    beyond = nearest(store, order, hold) if hold else ()
    drafts = {}
    for lang in langs:
        day = PartialDate.parse(as_of).label(lang)
        name = contents[lang].names.get(own, own)
        drafts[lang] = Draft(
            contents[lang],
            _title(name, day, lang),
            _first_notes(chosen, name, day, lang),
            (headings[lang],) if plan.frames else (),
            further(store, contents[lang], beyond, lang=lang, own=own) if hold else None,
        )
    return compose(store, plan, drafts, as_of=as_of, own=own)


def _content(store: GraphStore, chosen: _Chosen, own: str, as_of: str, lang: str) -> Content:
    content = read_content(
        store, chosen.ids(own), ("PARTY_TO", "MEMBER_OF"), as_of=as_of, lang=lang, own=own
    )
    kept = (tie for tie in content.ties if tie.end not in chosen.declarations or tie.start == own)
    return replace(content, ties=tuple(map(_sideways, kept)))


def _title(name: str, day: str, lang: str) -> str:
    if lang == "ja":
        return f"{name}から見た量子技術の国際協力：政府間の協力文書と多国間の枠組み（{day}時点）"
    return (
        f"Quantum cooperation as seen from {with_article(name)}: government-level instruments and multilateral fora "
        f"(as of {day})"
    )


def _sideways(tie: Tie) -> Tie:
    """Membership is drawn so that its lines pass behind no other country of a column."""
    return replace(tie, sideways=tie.end in FIRST_FORA)


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
    sides: dict[str, list[str]] = defaultdict(list)
    declarations: dict[str, None] = {}
    for row in rows:
        if row["type"] in _DECLARATIONS:
            declarations[row["instrument"]] = None
        else:
            sides[row["instrument"]].append(row["partner"])
    partners = {partner for partners in sides.values() for partner in partners}
    members = store.read(
        internal("picture-members"), {"fora": list(FIRST_FORA), "as_of": as_of}
    ).records()
    fora = tuple(forum for forum in FIRST_FORA if any(row["forum"] == forum for row in members))
    others = list(
        dict.fromkeys(
            row["member"]
            for row in members
            if row["member"] != own and row["member"] not in partners
        )
    )
    # Where there are too many, declarations go first, then the newest documents stay.
    room = MOST_AT_FIRST - 1 - len(fora) - len(others) - len(partners) - len(sides)
    kept = tuple(declarations)[-max(0, room) :] if room > 0 else ()
    documents = tuple(sides)
    while documents and room < 0:
        documents = documents[1:]
        partners = {partner for document in documents for partner in sides[document]}
        room = MOST_AT_FIRST - 1 - len(fora) - len(others) - len(partners) - len(documents)
    return _Chosen(
        partners=tuple(sorted(partners)),
        instruments={document: tuple(sides[document]) for document in documents},
        declarations=kept,
        fora=fora,
        column=tuple(others),
        left_out=len(sides) - len(documents) + len(declarations) - len(kept),
    )


def _first_notes(chosen: _Chosen, own: str, day: str, lang: str) -> tuple[str, ...]:
    documents, declarations = len(chosen.instruments), len(chosen.declarations)
    if lang == "ja":
        states = "・".join(stage.ja for stage in STAGES)
        notes = [
            f"協力文書：政府間、量子に特化、状態が{states}のもの{documents}件と、共通ビジョン・指針等{declarations}件"
            f"（{day}時点）。企業・機関の間の文書と、{own}を当事者としない文書は含まない。",
            f"共通ビジョン・指針等は{own}との線だけを描く。すべての当事者は、選ぶと示す。",
            f"「協力文書を確認できない参加国」は、4つの枠組みの参加国のうち、{own}との上の文書"
            "（3者の共同声明を含み、共通ビジョン・指針等を除く）を収録資料で確認できないもの。文書がないことを意味しない。",
            "線の有無と位置は、関係の深さを表さない。",
        ]
        if chosen.left_out:
            notes.append(
                f"{MOST_AT_FIRST}項目に収めるため、文書{chosen.left_out}件を描いていない。"
            )
        return tuple(notes)
    states = ", ".join(stage.en for stage in STAGES)
    notes = [
        f"Instruments: between governments, dedicated to quantum, {states}: {documents}; and {declarations} visions, "
        f"principles or declarations (as of {day}). Documents between companies or institutions, and those to which "
        f"{own} is no party, are left out.",
        f"Visions, principles and declarations are drawn with {own} only; choose one to see all its parties.",
        f"“Members without a confirmed instrument”: members of the four fora for which no instrument with {own} of "
        "the above (three-party statements count, visions, principles and declarations do not) can be confirmed in the "
        "sources held. It does not mean that there is none.",
        "Neither lines nor places say how close a relation is.",
    ]
    if chosen.left_out:
        notes.append(
            f"To keep to {MOST_AT_FIRST} items, {chosen.left_out} documents are not drawn."
        )
    return tuple(notes)


def _heading(content: Content, column: Collection[str], lang: str) -> tuple[str, ...]:
    heading = _COLUMN_HEADING[lang]
    inside = (node for node in content.nodes if node.id in column)
    if lang == "ja" and any(node.look.shape == "hexagon" for node in inside):
        return (heading[0], "参加国・地域機関")  # a union is no country
    return heading


def _framed(
    nodes: tuple[Node, ...],
    ties: tuple[Tie, ...],
    column: Collection[str],
    headings: Mapping[str, tuple[str, ...]],
) -> Plan:
    """The column moved down by half its heading, and the frame around both."""
    inside = [node for node in nodes if node.id in column]
    if not inside:
        return Plan(nodes, ties)
    longest = max(headings.values(), key=len)
    head = len(longest) * LINE_HEIGHT + 8
    lines = (line for heading in headings.values() for line in heading)
    wide = max(*(node.width for node in inside), *(round(width_of(line)) for line in lines))
    top = min(node.y - node.height // 2 for node in inside) - head // 2
    bottom = max(node.y + node.height // 2 for node in inside) + head // 2
    middle = max(node.x for node in inside)
    margin = FRAME_MARGIN
    frame = Frame(
        longest,
        middle - wide // 2 - margin,
        top - margin,
        wide + 2 * margin,
        bottom - top + 2 * margin,
    )
    moved = tuple(
        replace(node, y=node.y + head // 2) if node.id in column else node for node in nodes
    )
    return Plan(moved, ties, (frame,))
