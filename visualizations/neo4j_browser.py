"""Files for an analyst who works in Neo4j Browser on a shared graph: a style sheet, and the saved queries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel import cypher
from graphmodel.kinds import KINDS
from queries.header import SavedQuery


def style_sheet(lang: str) -> str:
    """A style sheet (`.grass`): each kind's colour, and its name in the reader's language as caption."""
    rules = [
        _rule("node", {"diameter": "50px", "color": "#A5ABB6", "border-color": "#7F858F", "border-width": "2px",
                       "text-color-internal": "#FFFFFF", "font-size": "10px", "caption": f"'{{name_{lang}}}'"}),
        _rule("relationship", {"color": "#A5ABB6", "shaft-width": "1px", "font-size": "8px", "padding": "3px",
                               "text-color-external": "#000000", "text-color-internal": "#FFFFFF", "caption": "'<type>'"}),
    ]  # fmt: skip
    for label, kind in sorted(KINDS.items()):
        if style := kind.spec.style:
            own = {"color": style.colour, "border-color": style.colour, "caption": f"'{{name_{lang}}}'"}  # fmt: skip
            rules.append(_rule(f"node.{label}", own))
    rules.append(_rule("node.Claim", {"caption": "'{value}'"}))
    rules.append(_rule("node.Source", {"caption": f"'{{title_{lang}}}'"}))
    return "\n".join(rules)


def _rule(selector: str, values: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"


def saved_query(query: SavedQuery, values: Mapping[str, Any], lang: str) -> str:
    """A saved query as Browser keeps it: its title, its parameters as commands, its statement.

    Args:
        query: The query.
        values: Values of its parameters with which it runs.
        lang: Language of title and question.
    """
    lines = [f"// {query.title.text(lang)}", f"// {query.question.text(lang)}"]
    lines += [f":param {name} => {cypher.literal(value)}" for name, value in values.items()]
    return "\n".join([*lines, "", query.statement])
