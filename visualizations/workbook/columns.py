"""The sheets of a workbook and their columns, derived from the kinds: what each holds, and whether it may be edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graphmodel.kinds import (
    KINDS,
    Agreement,
    FieldSpec,
    Forum,
    Kind,
    Meeting,
    Person,
    Source,
    TieField,
)
from graphmodel.labels import property_label


class Both(NamedTuple):
    """Text in both languages."""

    ja: str
    en: str

    def text(self, lang: str) -> str:
        """The text in `ja` or `en`."""
        return self.ja if lang == "ja" else self.en


class Column(NamedTuple):
    """A column.

    Attributes:
        key: What `enishi set` calls it (`signed_on`, `title@ja`, `members.role`), or what the program fills in.
        heading: Its heading.
        field: The property that it holds, if it holds one.
        editable: Whether an edit of it is taken.
    """

    key: str
    heading: Both
    field: FieldSpec | None = None
    editable: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet.

    Attributes:
        code: Its name in the program.
        name: Its name.
        kind: Kind of what the rows are about; of ties, that in whose files they are written.
        columns: Its columns; the first holds the id.
        tie: The list of ties of which each row is one, if it is.
    """

    code: str
    name: Both
    kind: type[Kind]
    columns: tuple[Column, ...]
    tie: TieField | None = None


ID = Column("id", Both("ID", "ID"))
SOURCES = Column("sources", Both("出典", "Sources"))
DIFFERS = Column("differs", Both("資料により異なる項目", "Where sources differ"))
HANDLING = Column("handling", Both("取扱い", "Handling"))
SIGNED = Column("SIGNED", Both("署名した文書", "Signed"))


def _labelled(key: str) -> Both:
    name = key.partition(".")[2] or key
    return Both(property_label(name, "ja"), _capital(property_label(name, "en")))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _field_columns(
    field: FieldSpec, prefix: str = "", *, editable: bool = True
) -> Iterator[Column]:
    """A column of a property, or one for each language; a list of values, a reference or a yes or no is not edited."""
    may = editable and not (field.many or field.ref or field.value_type is bool)
    for key in [f"{field.name}@ja", f"{field.name}@en"] if field.localised else [field.name]:
        yield Column(f"{prefix}{key}", _labelled(key), field, may)


def _of_kind(
    code: str, name: Both, kind: type[Kind], *also: Column, editable: bool = True
) -> Sheet:
    """A sheet with a row for each entity of a kind: its name, who belongs to it, its properties, its other ties.

    Args:
        code: Name in the program.
        name: Name of the sheet.
        kind: The kind.
        also: Further columns: ties of a type (the key) that leave it, and that its files do not list.
        editable: Whether its properties may be edited.
    """
    caption = kind.spec.caption
    fields = [f for f in kind.fields.values() if not f.uses and f.name != caption]
    first = [t for t in kind.tie_fields.values() if t.required]
    rest = [t for t in kind.tie_fields.values() if not t.required]
    return Sheet(
        code,
        name,
        kind,
        (
            ID,
            *_field_columns(kind.fields[caption], editable=editable),
            *(Column(tie.name, _labelled(tie.name)) for tie in first),
            *(column for f in fields for column in _field_columns(f, editable=editable)),
            *(Column(tie.name, _labelled(tie.name)) for tie in rest),
            *also,
            *((DIFFERS, SOURCES) if editable else ()),
        ),
    )  # fmt: skip


def _of_tie(code: str, name: Both, kind: type[Kind], key: str) -> Sheet:
    """A sheet with a row for each tie that files of a kind list under a key: both ends, and its properties."""
    tie = kind.tie_fields[key]
    own, other = _name_of((kind.spec.label,)), _name_of(tie.other)
    ends = (
        (Column("end", own), Column("start", other))
        if tie.incoming
        else (Column("start", own), Column("end", other))
    )
    fields = [f for f in tie.tie.fields.values() if not f.ref]
    properties = (column for f in fields for column in _field_columns(f, f"{key}."))
    return Sheet(code, name, kind, (ID, *ends, *properties, DIFFERS, SOURCES), tie)


def _name_of(labels: tuple[str, ...]) -> Both:
    """What one end of a tie is."""
    if labels[0] not in KINDS:
        return Both("国・地域、機関", "Country, region or body")
    spec = KINDS[labels[0]].spec
    return Both(spec.ja, spec.en)


SHEETS = (
    _of_kind("agreements", Both("協力文書", "Instruments"), Agreement),
    _of_tie("memberships", Both("参加", "Memberships"), Forum, "members"),
    _of_kind("meetings", Both("会合", "Meetings"), Meeting),
    _of_kind("people", Both("人物", "People"), Person, SIGNED),
    _of_tie("offices", Both("役職", "Offices held"), Person, "offices"),
    _of_kind("sources", Both("出典", "Sources"), Source, editable=False),
)
"""The sheets of the record, in their order."""
