"""JSON Schemas of the record's files, so that an editor completes keys and marks what is wrong while one types.

Derived from the declarations of the kinds. Editors with a YAML language server use them through the line
`# yaml-language-server: $schema=../.schema/agreements.json`, or by a setting per folder.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graphmodel.kinds import KINDS, FieldSpec, Kind, TieField
from graphmodel.vocab import Basis, Handling, Mood

FOLDER = ".schema"
"""Folder of the record into which the schemas are written."""

_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_DATE: dict[str, Any] = {
    "type": ["string", "number"],
    "description": "2025, 2025-05, 2025-05-13, 2025-09-10/2025-09-12",
}
_FLAG: dict[str, Any] = {"enum": [True, False, "true", "false"]}
_LANGUAGE = "^(?!(?:by|at|is)$)[a-z]{2}$"
_ONE_OR_MORE_TEXTS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def write_schemas(folder: Path) -> list[Path]:
    """Write one schema for each folder of the record; returns their paths."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    paths = []
    for kind in KINDS.values():
        if kind.spec.folder:
            path = target / f"{kind.spec.folder}.json"
            text = json.dumps(schema(kind), ensure_ascii=False, indent=2, sort_keys=True)
            path.write_text(text + "\n", encoding="utf-8")
            paths.append(path)
    return paths


def schema(kind: type[Kind]) -> dict[str, Any]:
    """JSON Schema (2020-12) of a kind's files."""
    properties: dict[str, Any] = {
        "id": {"type": "string", "pattern": f"^{kind.spec.scheme}:[A-Za-z0-9.-]+$"},
        "by": {
            **_ONE_OR_MORE_TEXTS,
            "description": "Source of every value without one of its own.",
        },
        "notes": {
            "type": "string",
            "description": "For the reader of the file; reaches no answer.",
        },
    }
    properties |= _careful()
    properties |= {name: _field(field) for name, field in kind.fields.items()}
    properties |= {name: _tie(field) for name, field in kind.tie_fields.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.spec.en} / {kind.spec.ja}",
        "description": kind.__doc__ or "",
        "type": "object",
        "properties": properties,
        "required": ["id"],
        "additionalProperties": False,
    }


def _modifiers() -> dict[str, Any]:
    return {
        "by": {**_ONE_OR_MORE_TEXTS, "description": "source, or source@place"},
        "at": _TEXT,
        "text": _TEXT,
        "mood": {"enum": [str(mood) for mood in Mood]},
        "valid": _DATE,
        "basis": {"enum": [str(basis) for basis in Basis if basis]},
        **_careful(),
    }


def _careful() -> dict[str, Any]:
    """What stands only in a folder of one's own, beside a value or at the top of a file."""
    return {
        "handling": {
            "enum": [str(handling) for handling in Handling],
            "description": "How far it may travel; only in a folder of your own.",
        },
        "recorded_on": {**_DATE, "description": "Day on which you recorded it."},
        "withdrawn_on": {**_DATE, "description": "Day on which you withdrew it."},
    }


def _value(field: FieldSpec) -> dict[str, Any]:
    if field.vocabulary:
        return {"enum": [str(word) for word in field.vocabulary]}
    return _DATE if field.is_date else _TEXT


def _field(field: FieldSpec) -> dict[str, Any]:
    value = _value(field)
    names = {"ja": value, "en": value} if field.localised else {"is": value}
    if field.uses:
        names["use"] = {"enum": [str(use) for use in field.uses]}
    item: dict[str, Any] = {
        "type": "object",
        "properties": {**names, **_modifiers()},
        "patternProperties": {_LANGUAGE: value} if field.localised else {},
        "additionalProperties": False,
    }
    forms = [item] if field.localised else [value, item]
    return {
        "description": field.description,
        "anyOf": [*forms, {"type": "array", "items": {"anyOf": forms}}],
    }


def _tie(field: TieField) -> dict[str, Any]:
    item = {
        "type": "object",
        "properties": {
            field.key: {"type": "string"},
            "list": {"type": "array", "items": {"type": "string"}},
            "complete": _FLAG,
            "holds": _FLAG,
            "period": {"type": ["integer", "string"], "minimum": 2, "pattern": "^[0-9]+$"},
            **_modifiers(),
            **{name: _field(property_) for name, property_ in field.tie.fields.items()},
        },
        "additionalProperties": False,
    }
    forms = [{"type": "string"}, item]
    return {
        "description": field.description,
        "anyOf": [*forms, {"type": "array", "items": {"anyOf": forms}}],
    }
