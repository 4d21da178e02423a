"""The read-only gate: what every statement passes before it is sent to an engine.

Access modes are not enough: on both engines `LOAD CSV` reads local files through handles that refuse to write, and
procedures may do anything. The gate looks at the statement after comments, strings and quoted names are taken out,
so that a word of the data cannot be taken for a clause, nor a clause be hidden as data.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graphmodel.cypher_text import strip
from graphmodel.errors import UsageError
from graphmodel.messages import Message, Term

PROCEDURES: frozenset[str] = frozenset()
"""Procedures that may be called; none is needed by the saved queries."""

_UNICODE_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_WRITES = re.compile(
    r"\b(?:\d\w*?)?(CREATE|MERGE|SET|DELETE|DETACH|NODETACH|REMOVE|DROP|FOREACH|INSERT|ALTER|RENAME|GRANT|DENY|REVOKE|START|STOP"
    r"|ENABLE|DEALLOCATE|REALLOCATE|TERMINATE|SHOW|USE|DRYRUN|LOAD|TRANSACTIONS|PERIODIC|COMMIT|PROFILE)\b"
)
_SORTED_BY_CALL = re.compile(r"\bORDER\s+BY\s+CALL\b")
"""A key to sort by: what stands behind the words `ORDER BY` is an expression, never a clause."""
_CALL = re.compile(
    r"(?<![:|&])\b(?:\d\w*?)?CALL\b(?!\s*(?:[({,:;.)\]}=<>+*/%^|-]|ORDER\s+BY\b|\Z))\s*([\w.]*)"
)
"""A call of a procedure: its name follows. What else may follow a variable `call`, no name begins with; nor is there a
clause `BY` that could follow a procedure `order`."""
_QUOTED_CALL = re.compile(r"(?<!\w)_\s*\(")
_OTHER_LINE_END = re.compile(r"\r(?!\n)|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NAMESPACED_CALL = re.compile(r"\b(\w+)(?:\s*\.\s*\w+)+\s*\(")
_NAMESPACES = frozenset({"DATE", "DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME", "DURATION"})


class GateError(UsageError):
    """The statement is not one that only reads."""


@lru_cache(maxsize=256)
def require_read_only(statement: str) -> None:
    """Refuse a statement that writes, changes the schema, loads files or calls procedures.

    Raises:
        GateError: With the clause that is not allowed.
    """
    # Neo4j resolves unicode escapes before it reads text, the embedded engine within it: `\u0027` ends a text in the
    # one only, `\u005c'` in the other only. What either would run must only read.
    resolved = _UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), statement)
    for reading in dict.fromkeys((statement, resolved)):
        if _OTHER_LINE_END.search(reading):
            raise GateError(
                Message("The statement has a line end on which engines differ."),
                Message("End lines with a line feed."),
            )
        _require_read_only(strip(reading).upper())


def _require_read_only(text: str) -> None:
    if stray := re.search(r"['\"`\\]", text.replace("''", "")):
        raise GateError(
            Message("The statement has a {char} that closes nothing.", char=stray[0]),
            Message("Check quotes; a backslash belongs inside text."),
        )
    if found := _WRITES.search(text):
        raise GateError(
            Message(
                "{clause} is not allowed here: only statements that read are run.", clause=found[1]
            ),
            Message("Change the record and build the graph anew instead."),
        )
    for call in _CALL.finditer(_SORTED_BY_CALL.sub("ORDER BY _", text)):
        if call[1] not in PROCEDURES:
            raise GateError(
                Message(
                    "The procedure {name} may not be called.",
                    name=call[1].lower() or Term("(quoted)", "（引用符付きの名前）"),
                ),
                Message("Write it in Cypher; subqueries CALL (x) { … } are fine."),
            )
    if _QUOTED_CALL.search(text):
        raise GateError(
            Message("A function may not be called by a quoted name."),
            Message("Write it without backticks."),
        )
    for call in _NAMESPACED_CALL.finditer(text):
        if call[1] not in _NAMESPACES:
            raise GateError(
                Message(
                    "The function {name} may not be called.",
                    name=re.sub(r"[^A-Z0-9_.]", "", call[0]).lower(),
                ),
                Message("Functions of date and duration are fine."),
            )
    if ";" in text.strip().rstrip(";"):
        raise GateError(
            Message("There is more than one statement."), Message("Run them one by one.")
        )
