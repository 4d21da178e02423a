"""A table as HTML, for a notebook: title, rows, companions, sources, what it rests on. Everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from visualizations.table import Table


def html_table(table: Table, lang: str) -> str:
    """A fragment of HTML.

    Args:
        table: The table.
        lang: Language of its words, so that a browser takes the right letter forms.
    """
    parts = [f'<div lang="{lang}">']
    if table.mark:
        parts.append(f'<p style="text-align: right"><strong>{escape(table.mark)}</strong></p>')
    for each in (table, *table.below):
        parts.append(f"<p><strong>{escape(each.title)}</strong></p>")
        if each.rows:
            parts += ["<table>", f"<thead>{_row('th', each.headings)}</thead>", "<tbody>"]
            parts += [_row("td", row) for row in each.rows]
            parts += ["</tbody>", "</table>"]
        parts += [f"<p>{escape(note)}</p>" for note in each.notes]
    if table.footnotes:
        parts.append(f"<p><small>{'<br>'.join(map(escape, table.footnotes))}</small></p>")
    parts += [f"<p><small>{escape(table.coverage)}</small></p>", "</div>"]
    return "\n".join(parts)


def _row(tag: str, cells: Iterable[str]) -> str:
    """A row of cells, which are aligned as text is read."""
    inner = "".join(f'<{tag} style="text-align: left">{escape(cell)}</{tag}>' for cell in cells)
    return f"<tr>{inner}</tr>"
