"""The text of a saved query's header, read without its contract: quick enough for completing what is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import yaml

from graphmodel.errors import UsageError
from graphmodel.messages import Message
from graphmodel.vocab import Vocabulary

QUERY_ID = re.compile(r"[a-z][a-z0-9-]*")
"""What an id of a saved query looks like."""

_FENCE = "// ---"


class _HeaderLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Takes every scalar as text (no `no` → false, no day made of digits), and refuses a key that stands twice."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) < len(node.value):
            raise yaml.YAMLError(f"a key stands twice in line {node.start_mark.line + 1}")
        return mapping


class HeaderError(UsageError):
    """The header of a saved query is missing or does not say what it must."""


class Tag(Vocabulary):
    """What a saved query is about, for finding it in a list."""

    PARTNERS = "partners", "相手国", "partner countries"
    INSTRUMENTS = "instruments", "協力文書", "instruments"
    FORA = "fora", "枠組み", "fora"
    MEETINGS = "meetings", "会合・予定", "meetings and dates"
    PROGRAMMES = "programmes", "事業・公募", "programmes and calls"
    PEOPLE = "people", "署名者・役職", "people and offices"
    INSTITUTIONS = "institutions", "機関", "institutions"
    COUNTS = "counts", "件数", "counts"
    HISTORY = "history", "経緯", "history"
    POLICY = "policy", "政策・予算・指標", "policy, budgets and indicators"
    EVIDENCE = "evidence", "根拠・相違", "evidence and differences"


def split_header(text: str, path: Path) -> tuple[Mapping[str, Any], str]:
    """The header's keys and the statement.

    Raises:
        HeaderError: If there is no header, or it cannot be read.
    """
    lines = text.splitlines()
    fences = [index for index, line in enumerate(lines) if line.strip() == _FENCE]
    if not lines or fences[:1] != [0] or len(fences) < 2:
        raise HeaderError(
            Message("{path} has no header.", path=path),
            Message(
                "Begin it with a line `{fence}` and end the header with another.", fence=_FENCE
            ),
        )
    body = [line.removeprefix("//").removeprefix(" ") for line in lines[1 : fences[1]]]
    try:
        header = yaml.load("\n".join(body), Loader=_HeaderLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise HeaderError(
            Message("{path}: the header is not YAML: {reason}", path=path, reason=error),
            Message("Check its quotes and indentation."),
        ) from None
    if not isinstance(header, Mapping):
        raise HeaderError(
            Message("{path}: the header holds no keys.", path=path), Message("See docs/queries.md.")
        )
    if own := header.keys() & {"statement", "path"}:
        raise HeaderError(
            Message("{path}: the header has no {keys}.", path=path, keys=", ".join(own)),
            Message("See docs/queries.md."),
        )
    return header, "\n".join(lines[fences[1] + 1 :]).strip() + "\n"
