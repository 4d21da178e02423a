"""The mapping: a small YAML file that says how the columns of a list become keys of record files.

    source: {id: desk-list-2026, publisher: our-division, name: {ja: 当課, en: Our division}, type: official, language: ja, read_on: 2026-11}
    kind: agreement
    columns:
      文書名: title@ja
      署名日: {to: signed_on, dates: day-first}
      相手国: parties
      署名機関: {to: parties.through, of: 相手国}
    every: {parties: [JP], scope: {is: dedicated, by: enishi}}
    unused: [備考]
    names: {東大: org:university-of-tokyo}

docs/own-list.md has every key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from graphmodel.kinds import FieldSpec, Kind, TieField
from graphmodel.messages import Message, Term
from loaders.entities import LANGUAGES
from loaders.issues import did_you_mean
from loaders.scaffold import quoted
from loaders.yamltree import Scalar, Sequence, Tree

NEW = "new"
"""What `names` says of a name that is like another's, and yet of something new."""


class Target(NamedTuple):
    """What a column gives.

    Attributes:
        field: The field, or the property of a tie; None for the tie itself or an id.
        tie: The tie, if it gives one or a property of one.
        language: Language of the text; empty for none, or for that which each text shows.
        use: Use of a further name.
    """

    field: FieldSpec | None = None
    tie: TieField | None = None
    language: str = ""
    use: str = ""

    @property
    def is_id(self) -> bool:
        """Whether the column gives the entity's id."""
        return not (self.field or self.tie)

    @property
    def key(self) -> str:
        """The key of the record file that it belongs to."""
        return self.tie.name if self.tie else self.field.name if self.field else "id"


@dataclass(frozen=True)
class Column:
    """How a column is read.

    Attributes:
        heading: Its heading.
        target: What it gives.
        of: For a property of a tie: the column that names the other end, or the id of that.
        dates: How 3/4/2025 is read there: `day-first`, `month-first`, or empty.
        words: What words of the list stand for.
        by: Whose word it is, where not the list's.
        line: Its line in the mapping.
    """

    heading: str
    target: Target
    of: str = ""
    dates: str = ""
    words: dict[str, str] = field(default_factory=dict)
    by: str = ""
    line: int = 0


@dataclass(frozen=True)
class ListMapping:
    """A mapping that was read.

    Attributes:
        file: Its name.
        kind: Kind of what each row is about.
        source: Keys of the list as a source.
        publisher: Slug of who made the list.
        publisher_names: That by language.
        columns: How each column is read.
        every: Keys that every entity gets, as in a record file.
        unused: Headings that are left out on purpose.
        names: What names in the list stand for: an id, or `new`.
        sheet: Sheet of an Excel file; empty for the first that fits.
        handling: Handling of what is written; empty for that of a folder of one's own.
    """

    file: str
    kind: type[Kind]
    source: dict[str, Tree]
    publisher: str
    publisher_names: dict[str, str]
    columns: tuple[Column, ...]
    every: dict[str, Tree]
    unused: tuple[str, ...]
    names: dict[str, str]
    sheet: str
    handling: str

    @property
    def source_id(self) -> str:
        """Id of the list as a source."""
        return text_of(self.source["id"])

    def target_columns(self, key: str) -> Iterable[Column]:
        """The columns that give a key of the record file."""
        return (column for column in self.columns if column.target.key == key)


def text_of(tree: Tree | None) -> str:
    """The text of a scalar; empty for anything else."""
    return tree.text if isinstance(tree, Scalar) else ""


def flow(tree: Tree) -> str:
    """A value of the mapping as one of a record file, on one line."""
    if isinstance(tree, Scalar):
        return quoted(tree.text)
    if isinstance(tree, Sequence):
        return f"[{', '.join(map(flow, tree.items))}]"
    return f"{{{', '.join(f'{key}: {flow(value)}' for key, value in tree.items.items())}}}"


def target_of(kind: type[Kind], text: str) -> Target | Message:
    """What a column gives: `id`, `signed_on`, `title@ja`, `names.short@en`, `parties`, `parties.through`; or why nothing."""
    name, _, language = text.partition("@")
    key, _, inner = name.partition(".")
    if language and language not in LANGUAGES:
        return Message("{language!r} is no language of the record.", language=language)
    if name == "id" and not language:
        return Target()
    if tie := kind.tie_fields.get(key):
        property_ = tie.tie.fields.get(inner)
        if inner and not property_:
            may = ", ".join(f"{key}.{one}" for one in tie.tie.fields)
            return Message("`{key}` has no `{inner}`.", key=key, inner=inner).then(
                Message("It may have {known}.", known=may) if may else Message()
            )
        return Target(property_, tie)
    found = kind.fields.get(key)
    if not found:
        known = ["id", *kind.fields, *kind.tie_fields]
        return Message(
            "{kind} files have no `{key}`.", kind=Term(kind.spec.en, kind.spec.ja), key=key
        ).then(did_you_mean(key, known, Message("It may have {known}.", known=", ".join(known))))
    if found.uses and not found.uses.has(inner):
        words = ", ".join(f"{key}.{use}@ja" for use in found.uses)
        return Message("A further name needs a use: one of {words}.", words=words)
    if inner and not found.uses:
        return Message("`{key}` has no `{inner}`.", key=key, inner=inner)
    if language and not found.localised:
        return Message("`{key}` has no language.", key=key)
    return Target(found, None, language, inner)
