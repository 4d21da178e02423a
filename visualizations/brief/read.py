"""Reads what a brief says from the graph, in each of its languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graphmodel.kinds import kind_of
from graphmodel.stores import GraphStore
from visualizations.brief.content import Citing, Content, Part, paired
from visualizations.brief.of_forum import ForumBrief
from visualizations.brief.of_partner import PartnerBrief
from visualizations.brief.telling import Telling
from visualizations.briefing.phrases import Phrases
from visualizations.card import Teller

KINDS = ("Country", "Union", "Forum")
"""Labels of the kinds that have a brief."""

Changed = Callable[[str, set[str]], Part]
"""Tells in one language what became of some entities since another day."""


def read_brief(
    store: GraphStore,
    id_: str,
    *,
    phrases: Phrases,
    langs: Sequence[str],
    as_of: str,
    own: str,
    status: bool,
    changed: Changed | None = None,
) -> Content:
    """What the brief of a country, union or forum says.

    Args:
        store: The graph.
        id_: Its id.
        phrases: The words.
        langs: Its languages, the first of which stands large.
        as_of: ISO day for which it is made.
        own: Id of the reader's own side.
        status: Whether it is told what came of agreed items, which is for one's own side only.
        changed: Tells what changed since last time; none if that is not asked.
    """
    citing = Citing(store, langs[0])
    parts: list[list[Part]] = []
    titles, names = [], []
    dropped: set[str] = set()
    kind = kind_of(id_)
    assert kind is not None
    assert kind.spec.label in KINDS
    make = ForumBrief if kind.spec.label == "Forum" else PartnerBrief
    for lang in langs:
        telling = Telling(Teller(store, lang, as_of, own), phrases, citing)
        brief = make(telling, id_)
        found = brief.parts(status=status)
        if changed:
            at = next(n for n, part in enumerate(found) if part.key.startswith("agreed"))
            found.insert(at, changed(lang, brief.related()))
        parts.append(found)
        titles.append(brief.title())
        names.append(telling.tell.name(id_))
        dropped |= telling.dropped
    blocks, unsupported = paired(parts, citing)
    return Content(id_, tuple(names), tuple(titles), blocks, unsupported + len(dropped))
