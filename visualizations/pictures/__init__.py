"""Static pictures (PNG, SVG, PDF) for slides, papers and pages: networks, timelines, tables, counts, what is ahead.

Each `draw_*` function reads the graph and gives a matplotlib figure, which `files.picture_bytes` writes. Everything is
placed in points on one axis that covers the page, so that what is measured is what is drawn.
"""
