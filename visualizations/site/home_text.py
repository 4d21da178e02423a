"""The first page as text: what stands on it, with a command for each question instead of a link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmodel.dates import PartialDate
from visualizations.coverage import handling_mark
from visualizations.site.answers import Answers
from visualizations.site.edition import Edition
from visualizations.site.home import tiles
from visualizations.site.render import newest_line
from visualizations.site.words import word
from visualizations.table import make_table
from visualizations.wording import bracketed


def home_text(edition: Edition, lang: str, commands: Mapping[str, str]) -> str:
    """The first page for a terminal.

    Args:
        edition: What is shown.
        lang: `ja` or `en`.
        commands: The command that answers a question, by the key of its tile; a question without one is left out.
    """
    return "\n".join(_lines(edition, lang, commands)) + "\n"


def _lines(edition: Edition, lang: str, commands: Mapping[str, str]) -> Iterator[str]:
    answers = Answers(edition)
    headline = answers.answer("answers/headline-counts")
    if mark := handling_mark(edition.handling, lang):
        yield mark
    day = PartialDate.parse(edition.as_of).label(lang)
    yield bracketed(word("brand", lang), word("as_of", lang, day=day), lang)
    if newest := newest_line(edition, lang):
        yield newest
    if headline:
        yield ""
        yield make_table(headline, lang).title
    yield ""
    for tile in tiles(edition, answers, headline, lang):
        if tile.key in commands:
            title = bracketed(tile.title, tile.mark, lang) if tile.mark else tile.title
            yield f"{title}{'：' if lang == 'ja' else ': '}{tile.lead}"
            yield f"    {commands[tile.key]}"
