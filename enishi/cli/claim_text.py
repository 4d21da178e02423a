"""A claim of the record in one line, in the reader's words: what, its value, the source's own wording, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.claims import HOLDS, Claim, Value, value_text
from graphmodel.dates import PartialDate
from graphmodel.ids import parse_tie_id
from graphmodel.kinds import FieldSpec, declaration_of, kind_of
from graphmodel.labels import property_label

if TYPE_CHECKING:
    from loaders.known import Known


def claim_line(known: Known, id_: str, claim: Claim, lang: str) -> str:
    """A claim about an entity, or about one of its ties.

    Args:
        known: The record, in which what is named has a name.
        id_: The entity.
        claim: The claim.
        lang: The reader's language.
    """
    wording = f" 「{claim.text}」" if claim.text else ""
    colon = "：" if lang == "ja" else ": "
    name, value = property_label(claim.property, lang), shown_value(known, claim, lang)
    if claim.is_tie:
        tie = parse_tie_id(claim.subject)
        other = name_of(known, tie.end if tie.start == id_ else tie.start, lang)
        value = other if claim.property == HOLDS else f"{other}{colon}{name} {value}"
        name = tie_label(id_, tie.type, lang)
    return f"{name}{colon}{value}{wording}  [{claim.cite}]"


def tie_label(id_: str, type_: str, lang: str) -> str:
    """What the ties of a type are called in the file of an entity, or seen from it."""
    kind = kind_of(id_)
    for name, field in kind.tie_fields.items() if kind else ():
        if field.tie.spec.type == type_:
            return property_label(name, lang)
    from graphmodel.kinds import TIES

    spec = TIES[type_].spec
    return spec.ja if lang == "ja" else spec.en


def shown_value(known: Known, claim: Claim, lang: str) -> str:
    """A claim's value as people say it: a word's label, a date, a name."""
    declared = declaration_of(claim.subject)
    field = declared.fields.get(claim.field) if declared else None
    if isinstance(claim.value, tuple):
        return ", ".join(name_of(known, one, lang) for one in claim.value)
    return _shown(known, field, claim.value, lang)


def name_of(known: Known, id_: str, lang: str) -> str:
    """What an entity is called, with its id; the id alone where it has no name yet."""
    kind = kind_of(id_)
    for language in dict.fromkeys((lang, "ja", "en")):
        if kind and (names := known.claims(id_, f"{kind.spec.caption}@{language}")):
            return f"{names[0].claim.value} ({id_})"
    return id_


def _shown(known: Known, field: FieldSpec | None, value: Value, lang: str) -> str:
    text = value_text(value)
    if field is None:
        return text
    if field.ref:
        return name_of(known, text, lang)
    if field.is_date:
        return PartialDate.parse(text).label(lang)
    return field.vocabulary(text).label(lang) if field.vocabulary else text
