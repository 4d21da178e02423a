"""A saved query: one `.cypher` file whose header, in `//` lines, is its contract."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graphmodel.messages import Message, reason_of
from graphmodel.vocab import Handling
from queries.headertext import QUERY_ID, HeaderError, Tag, split_header

__all__ = ["QUERY_ID", "HeaderError", "Tag"]


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
        type: `entity` (any name or id of one of `kinds`), `entities` (several), `kind` (one of `kinds` itself),
            `words` (of `vocabulary`), `up_to` (all words of `vocabulary` from the first to the one given), `day`,
            `years` (2025, 2019-2025 or several), `number` (1 or more) or `text`.
        kinds: Labels for `entity`, `entities` and `kind`.
        vocabulary: Name of the vocabulary for `words` and `up_to`.
        default: What is taken if nothing is given; `setting:party` for the reader's own side. None: none is needed.
        required: Whether it must be given.
        example: A value with which the query runs.
        any: What a sentence says where all words of the vocabulary are taken.
    """

    type: Literal["entity", "entities", "kind", "words", "up_to", "day", "years", "number", "text"]
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
            `item` (one such map), `ids` (entities), `both` (a map with a text per language), `flag`, `ground`, `cite` (a
            source and place), `when` (a map with a `date`, a `fiscal_year` or a `reading`), `money` (a map with an amount and all that has to be read with it), `property` (of a claim), `values` (values with their sources), `sources` (ids of
            sources), `among` (ids of the whole that the rows are a part of, the same in each row: counted in the
            sentence, no column of the table), `extent` (how far such a whole is known, and who in it has another role: told
            in the sentence, no column of the table either).
        vocabulary: Vocabulary of the words of a `word` column; several are separated by spaces, and `Kind` stands for
            the kinds of nodes.
        unknown: Whether an empty cell means that no source held says it, and is shown so.
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
        "ids",
        "both",
        "flag",
        "ground",
        "cite",
        "money",
        "when",
        "property",
        "values",
        "sources",
        "among",
        "extent",
    ] = "text"
    vocabulary: str = ""
    unknown: bool = False
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
        handling: How far its answers may travel, whatever they are asked of.
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
    handling: Handling = Handling.PUBLIC
    params: dict[str, ParameterSpec] = {}
    columns: dict[str, ColumnSpec]
    revision: int = 1
    statement: str
    path: Path

    @property
    def example(self) -> dict[str, str]:
        """A value of each parameter that must be given, as it would be typed: with these it runs."""
        return {name: spec.example for name, spec in self.params.items() if spec.required}


def read_query(path: Path) -> SavedQuery:
    """Read a saved query.

    Raises:
        HeaderError: If it cannot be read, has no header, or the header is not complete.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise HeaderError(
            Message("{path} cannot be read: {reason}", path=path, reason=reason_of(error)),
            Message("Name a UTF-8 text file."),
        ) from None
    header, statement = split_header(text, path)
    try:
        return SavedQuery.model_validate({**header, "statement": statement, "path": path})
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise HeaderError(
            Message("{path}: the header is not complete: {problems}", path=path, problems=problems),
            Message("See docs/queries.md."),
        ) from None
