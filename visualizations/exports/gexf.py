"""GEXF, for Gephi and networkx."""

from __future__ import annotations

from visualizations.exports.network import gexf as files

__all__ = ["files"]
