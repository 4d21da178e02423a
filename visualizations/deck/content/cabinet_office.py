"""The Cabinet Office's deck of spring 2025, made from the graph: the same slides in the same order, of any day."""

from __future__ import annotations

from graphmodel.stores import GraphStore
from visualizations.briefing.phrases import Phrases
from visualizations.deck.content.documents import documents_table
from visualizations.deck.content.fora import fora_table
from visualizations.deck.content.process import call_line, call_steps, process_slides
from visualizations.deck.content.schedule import schedule
from visualizations.deck.content.signature import instrument_sections, signature_sheet
from visualizations.deck.content.telling import Telling
from visualizations.deck.slides import Section, SectionsSlide, Slide

FORA = (
    "forum:mdq", "forum:qdg", "forum:oecd-gftech", "forum:oecd-cstp", "forum:oecd-dpc", "forum:oecd-bnct",
    "forum:g7", "forum:nato-tqc", "forum:quantum-innovation-symposium",
)  # fmt: skip
"""The fora of its table, in its order."""

PARTNERS = ("country:US", "union:EU", "country:GB", "country:DK")
"""The partners of its table of documents, in its order."""

_FIRST = {"forum:mdq": "country:US"}
"""Whom it names before the others."""

_UK, _EU = "country:GB", "union:EU"
_UK_MEMORANDUM = "agreement:jp-uk-quantum-moc-2025"
_UK_INDUSTRY = "agreement:jp-uk-industry-qstar-ukquantum-mou-2025"
_UK_CALL = "call:aspire-jp-uk-quantum-2025"
_EU_LETTER = "agreement:jp-eu-quantum-loi-2025"
_EU_CALL = "call:horizon-eu-jp-quantum-2025"


def cabinet_office(
    store: GraphStore, phrases: Phrases, *, lang: str, as_of: str, own: str
) -> tuple[Slide, ...]:
    """The slides of the deck, in the original's order.

    Args:
        store: The graph.
        phrases: The words.
        lang: `ja` or `en`.
        as_of: ISO day for which they are made.
        own: Id of the reader's own side.

    Returns:
        Slides of the same shape in both languages.
    """
    tell = Telling(store, phrases, lang, as_of, own)
    return (
        fora_table(tell, FORA, first=_FIRST),
        documents_table(tell, first=PARTNERS, forum="forum:mdq"),
        signature_sheet(tell, _UK_MEMORANDUM),
        *process_slides(tell, _UK_MEMORANDUM, _UK),
        _industry(tell),
        signature_sheet(tell, _EU_LETTER),
        *process_slides(tell, _EU_LETTER, _EU),
        schedule(tell, _EU, call=_EU_CALL),
    )


def _industry(tell: Telling) -> SectionsSlide:
    """The call for joint research with the United Kingdom, and the memorandum of the two industry associations."""
    calls = [
        row for row in tell.read("deck-calls", id=_UK, party=tell.own) if row["id"] == _UK_CALL
    ]
    joint = Section(
        tell.say("joint_research"),
        tuple(tell.sentence(call_line(tell, row, call_steps(row)), row) for row in calls)
        or (tell.say("none_held"),),
    )
    title = tell.say("industry_title", pair=tell.pair(_UK))
    sections = (joint, *instrument_sections(tell, _UK_INDUSTRY))
    return SectionsSlide("uk industry", title, sections=sections)
