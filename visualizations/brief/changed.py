"""What became of what a brief is about since last time, as a block of it."""

from __future__ import annotations

from dataclasses import replace

from visualizations.brief.content import MAIN, MORE, Part, Told
from visualizations.brief.read import Changed
from visualizations.briefing.footnotes import RECORD
from visualizations.briefing.phrases import Phrases
from visualizations.changes import ChangeList


def changed_since(list_: ChangeList, phrases: Phrases) -> Changed:
    """Tells changes of what a brief is about.

    Args:
        list_: What changed in all.
        phrases: The words.
    """

    def tell(lang: str, about: set[str]) -> Part:
        # A text in one language is told with that in the other: their number is the same in every language.
        changes = [
            change
            for change in list_.changes
            if change.entity in about
            and not change.names_only
            and not change.property.endswith("@en")
        ]
        sentences = replace(list_, changes=changes).sentences(lang)
        told = tuple(
            Told(
                phrases.say("brief.changed", lang, change=sentences[change]),
                (tuple(dict.fromkeys(cite.partition("@")[0] for cite in change.cites)),),
                MAIN if number < 3 else MORE,
            )
            for number, change in enumerate(changes)
        )
        if not told:
            told = (Told(phrases.say("brief.no_change", lang), ((RECORD,),), MAIN),)
        return Part("changes", told, (("since", list_.names[lang][0]),))

    return tell
