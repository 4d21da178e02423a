"""Cypher as text: what of a statement is a comment, text or a quoted name, and what stands outermost."""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"""//[^\n]*            # line comment
      | /\*.*?(?:\*/|\Z)    # block comment
      | '(?:\\.|[^'\\])*'   # text
      | "(?:\\.|[^"\\])*"
      | `(?:``|[^`])*`      # quoted name
    """,
    re.VERBOSE | re.DOTALL,
)
_INNERMOST = re.compile(r"\{[^{}()\[\]]*\}|\([^{}()\[\]]*\)|\[[^{}()\[\]]*\]")


QUOTED = "_"
"""What stands for a quoted name."""


def strip(statement: str, *, keep_names: bool = False) -> str:
    """The statement without comments, with text as `''` and quoted names as `_`.

    Args:
        statement: Cypher.
        keep_names: Whether a quoted name stays that would be one without quotes too; a clause may then seem to stand there.
    """

    def plain(match: re.Match[str]) -> str:
        opening, within = match[0][0], match[0][1:-1]
        if opening == "`":
            return within if keep_names and within.isidentifier() else QUOTED
        return " " if opening == "/" else "''"

    return _TOKENS.sub(plain, statement)


def mask(statement: str) -> str:
    """The statement with comments, text and quoted names as blanks; every other letter stays where it was."""
    return _TOKENS.sub(_blank, statement)


def outermost(statement: str) -> str:
    """What `mask` gives, with all that stands in brackets of any kind as blanks too."""
    text, inner = mask(statement), 1
    while inner:
        text, inner = _INNERMOST.subn(_blank, text)
    return text


def has_block_comment(statement: str) -> bool:
    """Whether a statement has a comment between `/*` and `*/`; one inside of text is none."""
    return any(token[0].startswith("/*") for token in _TOKENS.finditer(statement))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
