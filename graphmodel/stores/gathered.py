"""All rows of a statement as one record.

The driver reads each record by calls of its own, which cost as much as the server's work on it: an answer of a
thousand rows takes twice as long row by row. Rows that a statement puts in order stay in it when they are collected
after a WITH (Cypher Manual, WITH: "sort results before using collect() on them").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphmodel.cypher_text import outermost

_RETURN = re.compile(r"(?<![\w.:$])RETURN\b", re.IGNORECASE)
_ORDER = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
_OTHER_END = re.compile(r"\b(LIMIT|SKIP|OFFSET|UNION)\b|;", re.IGNORECASE)


def gathered(statement: str, columns: Sequence[str], most: int) -> str | None:
    """A statement that returns the rows of another in one list, in their order.

    Args:
        statement: The statement, which an engine has read without a complaint.
        columns: What the engine calls its columns.
        most: Rows that are collected at most.

    Returns:
        The statement; its one record has one value, the list of rows, each a list of values. None where the rows have
        no order, or the statement ends by more than columns and their order: such a one is to be read row by row.
    """
    text = outermost(statement)
    returns = list(_RETURN.finditer(text))
    if len(returns) != 1 or not all(column.isidentifier() for column in columns):
        return None
    start, end = returns[0].span()
    if not _ORDER.search(text, end) or _OTHER_END.search(text, end):
        return None
    row = ", ".join(f"`{column}`" for column in columns)
    return (
        f"{statement[:start]}WITH{statement[end:]}\nLIMIT {most:d}\nRETURN collect([{row}]) AS rows"
    )
