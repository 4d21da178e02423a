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


def strip(statement: str) -> str:
    """The statement without comments, with text as `''` and quoted names as `_`."""

    def plain(match: re.Match[str]) -> str:
        opening = match[0][0]
        return " " if opening == "/" else "''" if opening in "'\"" else "_"

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
