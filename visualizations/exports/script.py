"""A Cypher script that makes the whole graph in an empty database; the statements are those of graphmodel.cypher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel import cypher
from graphmodel.stores.base import grouped

if TYPE_CHECKING:
    from visualizations.exports import Contents


def files(contents: Contents) -> dict[str, str]:
    """One file, which `cypher-shell --file` runs; running it twice changes nothing."""
    statements = cypher.script(*grouped(contents.batch))
    mark = f"// Handling: {contents.handling.en} ({contents.handling.ja})\n"
    return {"enishi.cypher": mark + "".join(f"{statement};\n" for statement in statements)}
