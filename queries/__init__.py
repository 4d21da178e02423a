"""Saved Cypher, its parameters and its answers."""
