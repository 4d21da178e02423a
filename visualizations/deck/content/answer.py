"""The rows of a saved query as tables: one slide for the answer, and one for each companion."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.stores import GraphStore
from queries.results import Answer
from visualizations.briefing.footnotes import RECORD, Sentence, Weights
from visualizations.deck.slides import Cell, TableSlide
from visualizations.table import Table, make_table

_IN_FRONT = 3
"""Sources that the first cell of a row names at most: more are a pile of numbers that nobody reads."""

_SAYS_NOTHING = ("―", "—", "〃", "as above")


def answer_tables(
    store: GraphStore, answer: Answer, lang: str
) -> tuple[tuple[TableSlide, ...], tuple[str, ...]]:
    """An answer as slides.

    The first cell of a row names its three strongest sources, the others two; the page and the sheet name all.

    Args:
        store: The graph.
        answer: The answer.
        lang: `ja` or `en`.

    Returns:
        The slides, and the ids of the sources in the order of the numbers that their cells name.
    """
    main = make_table(answer, lang)
    parts = zip((answer, *answer.companions), (main, *main.below), strict=True)
    weights = Weights(store)
    slides = tuple(
        _slide(part, table, lang, number, weights) for number, (part, table) in enumerate(parts)
    )
    return slides, main.cited


def _slide(answer: Answer, table: Table, lang: str, number: int, weights: Weights) -> TableSlide:
    names = _columns(answer, table, lang)
    told = [i for i, name in enumerate(names) if answer.query.columns[name].type == "sources"]
    rows = []
    for row, cells in zip(answer.rows, table.rows, strict=True):
        cited = [source for i in told for source in row[names[i]] or ()]
        sources = tuple(dict.fromkeys(cited)) or (RECORD,)
        kept = [text for i, text in enumerate(cells) if i not in told]
        rows.append(
            tuple(
                _cell(text, weights.strongest(sources, _IN_FRONT if not i else 2) or (RECORD,))
                for i, text in enumerate(kept)
            )
        )
    return TableSlide(
        key=f"table-{number}",
        title=Sentence(table.title, (RECORD,)),
        handling=answer.query.handling,
        headings=tuple(text for i, text in enumerate(table.headings) if i not in told),
        rows=tuple(rows),
        notes=table.notes,
    )


def _cell(text: str, sources: tuple[str, ...]) -> Cell:
    if not text:
        return ()
    return (text,) if text in _SAYS_NOTHING else (Sentence(text, sources),)


def _columns(answer: Answer, table: Table, lang: str) -> list[str]:
    """The columns of an answer that its table shows, in their order."""
    names: Iterator[str] = iter(answer.columns)
    return [
        next(name for name in names if answer.query.columns[name].text(lang) == heading)
        for heading in table.headings
    ]
