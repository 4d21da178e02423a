"""Slides: what stands on each (`slides`), who says it, and how it is drawn as native shapes."""
