"""A figure as HTML, to be pasted into a page: a table with its caption, its sources and what it rests on.

It needs no script and no style of its own, asks for nothing over the network, and takes on the looks of the page that
it stands in. Everything is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from visualizations.table import Table

_URL = re.compile(r"(https?://[^\s<>\"、，]*[^\s<>\"、，,.;:)\]])")


def figure_html(table: Table, lang: str, foot: str, *, drawing: str = "") -> str:
    """A `<figure>`.

    Args:
        table: What it shows.
        lang: Language of its words, so that a browser takes the right letter forms.
        foot: Day and build.
        drawing: A picture (`<svg>`) that stands before the table.
    """
    lines = [f'<figure class="enishi" lang="{lang}">']
    if table.mark:
        lines.append(f'<p class="mark"><strong>{escape(table.mark)}</strong></p>')
    lines += [drawing] if drawing else []
    for part in (table, *table.below):
        lines += list(_table(part, captioned=part is not table))
    lines.append(f"<figcaption>\n<p><strong>{escape(table.title)}</strong></p>")
    lines += [f"<p>{_linked(note)}</p>" for part in (table, *table.below) for note in part.notes]
    if table.footnotes:
        lines += ["<ul>", *(f"<li>{_linked(one)}</li>" for one in table.footnotes), "</ul>"]
    lines += [
        f"<p><small>{_linked(table.coverage)}</small></p>",
        f"<p><small>{escape(foot)}</small></p>",
    ]
    lines += ["</figcaption>", "</figure>"]
    return "\n".join(lines) + "\n"


def _table(table: Table, *, captioned: bool) -> Iterable[str]:
    if not table.rows:
        if captioned:
            yield f"<p>{escape(table.title)}</p>"
        return
    yield "<table>"
    if captioned:
        yield f"<caption>{escape(table.title)}</caption>"
    headings = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.headings)
    yield f"<thead><tr>{headings}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{_linked(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody>"
    yield "</table>"


def _linked(text: str) -> str:
    """A text with its addresses as links, line by line."""
    parts = _URL.split(text)
    said = (
        f'<a href="{escape(part)}" rel="noopener noreferrer">{escape(part)}</a>' if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )  # fmt: skip
    return "<br>".join("".join(said).split("\n"))
