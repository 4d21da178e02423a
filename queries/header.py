"""A saved query: one `.cypher` file whose header, in `//` lines, is its contract."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graphmodel.errors import UsageError
from graphmodel.vocab import Vocabulary

QUERY_ID = re.compile(r"[a-z][a-z0-9-]*")
"""What an id of a saved query looks like."""

_FENCE = "// ---"


class _HeaderLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Refuses a key that stands twice, of which YAML would take the last in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        if len(set(keys)) < len(keys):
            raise yaml.YAMLError(f"a key stands twice in line {node.start_mark.line + 1}")
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
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
    EVIDENCE = "evidence", "根拠・相違", "evidence and differences"


class Bilingual(BaseModel):
    """Text in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ja: str
    en: str

    def text(self, lang: str) -> str:
        """The text in `ja` or `en`."""
        return self.ja if lang == "ja" else self.en


class ParameterSpec(Bilingual):
    """A parameter: what it means in both languages, and how what is typed becomes a value.

    Attributes:
        type: `entity` (any name or id of one of `kinds`), `words` (of `vocabulary`), `up_to` (all words of
            `vocabulary` from the first to the one given) or `text`.
        kinds: Labels for `entity`.
        vocabulary: Name of the vocabulary for `words` and `up_to`.
        default: What is taken if nothing is given; `setting:party` for the reader's own side. None: none is needed.
        required: Whether it must be given.
        example: A value with which the query runs.
        any: What a sentence says where all words of the vocabulary are taken.
    """

    type: Literal["entity", "words", "up_to", "text"]
    kinds: tuple[str, ...] = ()
    vocabulary: str = ""
    default: str | None = None
    required: bool = False
    example: str
    any: Bilingual = Bilingual(ja="すべて", en="all")


class ColumnSpec(Bilingual):
    """A column: its heading in both languages, and what its values are.

    Attributes:
        type: How a value is shown: `id`, `text`, `date`, `int`, `word`, `items` (a list of maps with names),
            `item` (one such map), `ground`, `cite` (a source and place), `property` (of a claim), `values` (values with their sources), `sources` (ids of sources), `among` (ids of the
            whole that the rows are a part of, the same in each row: counted in the sentence, no column of the table).
        vocabulary: Vocabulary of the words of a `word` column.
        means: What the column says, in both languages.
    """

    type: Literal[
        "id",
        "text",
        "date",
        "int",
        "word",
        "items",
        "item",
        "ground",
        "cite",
        "property",
        "values",
        "sources",
        "among",
    ] = "text"
    vocabulary: str = ""
    means: Bilingual


class SavedQuery(BaseModel):
    """A saved query with its contract.

    Attributes:
        id: Stable id.
        title: Short title.
        question: The question that it answers.
        answer: One sentence over the table. What may stand in it in braces is in docs/queries.md.
        nothing: The sentence where there are no rows: what that means.
        nothing_with: The same where a companion does have rows, by its id.
        companions: Ids of queries that are shown below this one, with its parameters.
        tags: What it is about.
        params: Its parameters, besides `as_of`, which every query takes.
        columns: Its columns, in order.
        revision: Counted up when the meaning changes.
        statement: The Cypher.
        path: The file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=f"^{QUERY_ID.pattern}$")
    title: Bilingual
    question: Bilingual
    answer: Bilingual
    nothing: Bilingual
    nothing_with: dict[str, Bilingual] = {}
    companions: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    params: dict[str, ParameterSpec] = {}
    columns: dict[str, ColumnSpec]
    revision: int = 1
    statement: str
    path: Path


def read_query(path: Path) -> SavedQuery:
    """Read a saved query.

    Raises:
        HeaderError: If it cannot be read, has no header, or the header is not complete.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HeaderError(f"{path} cannot be read: {error}", "Name a UTF-8 text file.") from None
    header, statement = _split(text, path)
    try:
        return SavedQuery.model_validate({**header, "statement": statement, "path": path})
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise HeaderError(
            f"{path}: the header is not complete: {problems}", "See docs/queries.md."
        ) from None


def _split(text: str, path: Path) -> tuple[Mapping[str, Any], str]:
    lines = text.splitlines()
    fences = [index for index, line in enumerate(lines) if line.strip() == _FENCE]
    if not lines or fences[:1] != [0] or len(fences) < 2:
        raise HeaderError(
            f"{path} has no header.",
            f"Begin it with a line `{_FENCE}` and end the header with another.",
        )
    body = [line.removeprefix("//").removeprefix(" ") for line in lines[1 : fences[1]]]
    try:
        header = yaml.load("\n".join(body), Loader=_HeaderLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise HeaderError(
            f"{path}: the header is not YAML: {error}", "Check its quotes and indentation."
        ) from None
    if not isinstance(header, Mapping):
        raise HeaderError(f"{path}: the header holds no keys.", "See docs/queries.md.")
    if own := header.keys() & {"statement", "path"}:
        raise HeaderError(f"{path}: the header has no {', '.join(own)}.", "See docs/queries.md.")
    return header, "\n".join(lines[fences[1] + 1 :]).strip() + "\n"
