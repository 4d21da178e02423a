"""What has changed since a day or a mark, as a slide: a heading for each kind, a sentence for each change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from graphmodel.claims import OURS
from graphmodel.kinds import KINDS
from graphmodel.vocab import ChangeKind
from queries.changes import Change
from visualizations.briefing.footnotes import RECORD, Sentence, Weights
from visualizations.briefing.phrases import Phrases
from visualizations.changes import ChangeList
from visualizations.deck.slides import Section, SectionsSlide


def changed(
    told: ChangeList, phrases: Phrases, name: str, about: Collection[str], lang: str
) -> SectionsSlide:
    """What has changed of some things.

    Args:
        told: All changes.
        phrases: The words.
        name: What the slide is about.
        about: Ids of what is told of; a change of anything that it is tied to now or was before is told too.
        lang: `ja` or `en`.
    """
    found = [change for change in told.changes if {change.entity, *change.others} & set(about)]
    shown = [change for change in found if _is_told(change) and not _other_text(change, found)]
    since = told.names[lang][0]
    say = phrases.say
    if not shown:
        line = Sentence(say("deck_partner.unchanged_line", lang), (RECORD,))
        heading = say("deck_partner.since_heading", lang, since=since)
        title = say("deck_partner.unchanged", lang, subject=name, since=since)
        return SectionsSlide("changed", title, sections=(Section(heading, (line,)),))
    left = len(found) - len(shown)
    return SectionsSlide(
        "changed",
        say("deck_partner.changed", lang, subject=name, since=since, n=len(shown)),
        sections=tuple(_sections(told, shown, lang)),
        notes=(say("deck_partner.names_besides", lang, n=left),) if left else (),
    )


def _sections(told: ChangeList, shown: Sequence[Change], lang: str) -> list[Section]:
    sentences = replace(told, changes=list(shown)).sentences(lang)
    weights = Weights(told.after.store)
    sections = []
    for kind, changes in groupby(shown, key=told.kind):
        spec = KINDS[kind].spec
        lines = []
        for change in changes:
            cited = [cite.partition("@")[0] for cite in change.cites]
            sources = [id_ for id_ in dict.fromkeys(cited) if id_ != OURS]
            lines.append(Sentence(sentences[change], weights.strongest(sources) or (OURS,)))
        sections.append(Section(spec.ja if lang == "ja" else spec.en, tuple(lines)))
    return sections


def _is_told(change: Change) -> bool:
    """Whether it is told: what is new or gone as a whole, and what is otherwise; values that are only added are counted."""
    return not change.property or change.what is not ChangeKind.NEW


def _other_text(change: Change, changes: Sequence[Change]) -> bool:
    """Whether a change is that of the English text beside the Japanese one: one line tells of both."""
    base, _, language = change.property.partition("@")
    if language != "en":
        return False
    ours = (change.entity, change.what, f"{base}@ja")
    return any((one.entity, one.what, one.property) == ours for one in changes)
