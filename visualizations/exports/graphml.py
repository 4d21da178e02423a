"""GraphML, for yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

from visualizations.exports.network import graphml as files

__all__ = ["files"]
