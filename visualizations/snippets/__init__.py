"""Pieces to be pasted into papers and pages of one's own: a table as Markdown, a figure as HTML, a network as Mermaid.

Each stands by itself: title, sources, day, build and handling mark are in it. No text of the record is taken for markup.
"""
