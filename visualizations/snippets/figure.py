"""A figure as HTML, to be pasted into a page: a table with its caption, its sources and what it rests on.

It needs no script and no style of its own, asks for nothing over the network, and takes on the looks of the page that
it stands in. Everything is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from visualizations.briefing.imprint import Imprint
from visualizations.table import Table

_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+")
_JAPANESE = re.compile(
    "[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef][\u3000-\u30ff\u3400-\u9fff\uff00-\uffef0-9]*"
)
_URL = re.compile(r"(https?://[^\s<>\"、，]*[^\s<>\"、，,.;:)\]])")


def figure_html(table: Table, imprint: Imprint, lang: str, drawing: str = "") -> str:
    """A `<figure>`.

    Args:
        table: What it shows.
        imprint: What it says of itself: handling, day and build.
        lang: Language of its words, so that a browser takes the right letter forms.
        drawing: A picture (`<svg>`) that stands before the table.
    """
    lines = [
        f'<figure class="enishi" lang="{lang}">',
        f'<p class="mark">{imprint.handling.label(lang)}</p>',
    ]
    lines += [drawing] if drawing else []
    for part in (table, *table.below):
        lines += list(_table(part, captioned=part is not table))
    lines.append(f"<figcaption>\n<p><strong>{escape(table.title)}</strong></p>")
    lines += [f"<p>{_linked(note)}</p>" for part in (table, *table.below) for note in part.notes]
    if table.footnotes:
        lines += ["<ul>", *(f"<li>{_linked(one)}</li>" for one in table.footnotes), "</ul>"]
    lines += [
        f"<p><small>{_linked(table.coverage)}</small></p>",
        f"<p><small>{escape(imprint.foot(lang))}</small></p>",
    ]
    lines += ["</figcaption>", "</figure>"]
    text = "\n".join(lines) + "\n"
    return text if lang == "ja" else _japanese_declared(text)


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


def _japanese_declared(text: str) -> str:
    """English text in which Japanese is declared to be, so that a browser takes the right letter forms.

    Text stands between tags only: `>` and `<` are escaped in it, and no attribute of ours has Japanese.
    """
    return _BETWEEN_TAGS.sub(
        lambda between: _JAPANESE.sub(r'<span lang="ja">\g<0></span>', between[0]), text
    )
