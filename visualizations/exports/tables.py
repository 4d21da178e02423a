"""Tables as CSV, described by a Frictionless Data Package (tabular): for spreadsheets, statistics and archives.

One table for each kind of node and of tie, one of the sources, one of all claims. A cell with several values holds a
JSON array. The columns are those that have a value, in the order in which the kinds declare them.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphmodel.batch import Property
from graphmodel.claims import Claim, value_text
from graphmodel.kinds import KINDS, TIES, FieldSpec, Kind, Tie
from graphmodel.kinds.base import NODE_PROPERTIES, TIE_PROPERTIES
from graphmodel.labels import property_label
from graphmodel.vocab import Basis, Handling, KnownBy, Mood, Vocabulary

if TYPE_CHECKING:
    from visualizations.exports import Contents

Row = Mapping[str, Property]

_HIDDEN = {"search", "kind"}
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_CLAIM_WORDS: dict[str, type[Vocabulary]] = {
    "mood": Mood, "basis": Basis, "handling": Handling, "known_by": KnownBy,
}  # fmt: skip
CLAIM_COLUMNS = {
    "id": "Hash of what is claimed by whom.",
    "used": "Whether the graph uses this value.",
    "subject": "Id of the entity, or of the tie (START TYPE END), that it is about.",
    "property": "What is given: `signed_on`, `title@ja` per language, `holds` for a tie, `members*` for a closed list.",
    "value": "The value in its canonical form; the ids of a closed list separated by commas.",
    "source": "Source that gives it.",
    "at": "Place in the source; empty where it is cited as a whole.",
    "text": "The source's own wording, where it differs from the value.",
    "mood": "Whether the source speaks of what is, is planned or was cancelled.",
    "valid": "Period that the source speaks about.",
    "basis": "What a list or a chain rests on.",
    "handling": "How far it may travel.",
    "known_from": "First day on which it can be known; empty for always.",
    "known_by": "From what that day follows.",
    "recorded_on": "Day on which a ministry recorded it.",
    "withdrawn_on": "Day on which it was withdrawn.",
}
"""What each column of the table of claims says."""


@dataclass(frozen=True)
class Table:
    """One table of the package.

    Attributes:
        path: Its file.
        title: What its rows are.
        columns: Table Schema of each column.
        rows: Its rows.
        key: The column that names a row.
        refers: The table and column that a column refers to, by its name.
    """

    path: str
    title: str
    columns: Sequence[dict[str, Any]]
    rows: Iterable[Row]
    key: str = "id"
    refers: Mapping[str, tuple[str, str]] | None = None


def files(contents: Contents) -> dict[str, str]:
    """The tables and their description."""
    tables = [*_nodes(contents), *_ties(contents), _claims(contents)]
    written = {table.path: _csv(table) for table in tables}
    package = json.dumps(_package(contents, tables), ensure_ascii=False, indent=2)
    return {"datapackage.json": package + "\n", **written}


# Tables -----------------------------------------------------------------------------------------------------------


def _nodes(contents: Contents) -> Iterable[Table]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for node in contents.batch.nodes:
        if node.labels[0] != "Build":
            rows[node.labels[0]].append(node.props)
    for label in sorted(rows):
        kind = KINDS[label]
        title = f"{kind.spec.ja} / {kind.spec.en}"
        if label == "Source":
            bare = [
                {**row, "source": str(row["id"]).removeprefix("source:")} for row in rows[label]
            ]
            first = {"name": "source", "type": "string", "description": "Id, as claims cite it."}
            columns = [first, *_columns(kind, rows[label], NODE_PROPERTIES)]
            yield Table("sources.csv", title, columns, bare, key="source")
            continue
        columns = _columns(kind, rows[label], NODE_PROPERTIES)
        yield Table(f"nodes/{label.lower()}.csv", title, columns, rows[label])


def _ties(contents: Contents) -> Iterable[Table]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for tie in contents.batch.ties:
        rows[tie.type].append({**tie.props, "start": tie.start, "end": tie.end})
    for type_ in sorted(rows):
        declared = TIES[type_]
        ends = [
            {
                "name": "start",
                "type": "string",
                "description": f"{' or '.join(declared.spec.start)}.",
            },
            {"name": "end", "type": "string", "description": f"{' or '.join(declared.spec.end)}."},
        ]
        columns = [*ends, *_columns(declared, rows[type_], TIE_PROPERTIES)]
        title = f"{declared.spec.ja} / {declared.spec.en}"
        yield Table(f"ties/{type_.lower()}.csv", title, columns, rows[type_])


def _claims(contents: Contents) -> Table:
    columns = [_claim_column(name, description) for name, description in CLAIM_COLUMNS.items()]
    rows = [
        {"id": claim.id, "used": claim in contents.used, **claim._asdict(), "value": value_text(claim.value)}
        for claim in sorted(contents.claims, key=lambda c: (c.subject, c.property, c.id, c))
    ]  # fmt: skip
    title = "記載 / claims"
    return Table("claims.csv", title, columns, rows, "", {"source": ("sources", "source")})


def _claim_column(name: str, description: str) -> dict[str, Any]:
    words = _CLAIM_WORDS.get(name)
    assert name in ("id", "used") or name in Claim._fields
    return _column(name, "boolean" if name == "used" else "string", description, words)


# Columns ----------------------------------------------------------------------------------------------------------


def _columns(
    declared: type[Kind] | type[Tie], rows: Sequence[Row], added: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The columns that have a value: id and name, what the kind declares, what resolution adds."""
    given = {name: row[name] for row in rows for name in row}.keys() - _HIDDEN - {"start", "end"}
    samples = {name: next(row[name] for row in rows if name in row) for name in given}
    order = {name: i for i, name in enumerate(declared.fields)}
    leading = [name for name in ("id", "name_ja", "name_en") if name in given]
    own = {name: field for name in given if (field := _field_of(declared, name))}
    middle = sorted(own.keys() - set(leading), key=lambda name: (order[own[name].name], name))
    rest = [name for name in added if name in given and name not in {*leading, *middle}]
    rest += sorted(given - {*leading, *middle, *rest})
    return [
        _column(name, _type(samples[name]), *_said(declared, name, own.get(name), added))
        for name in (*leading, *middle, *rest)
    ]


def _field_of(declared: type[Kind] | type[Tie], column: str) -> FieldSpec | None:
    """The declared field whose values a column holds: `title` for `title_ja`, `signed_on` for `signed_on_min`."""
    names = [n for n in declared.fields if column == n or column.startswith(f"{n}_")]
    return declared.fields[max(names, key=len)] if names else None


def _said(
    declared: type[Kind] | type[Tie], column: str, field: FieldSpec | None, added: Mapping[str, str]
) -> tuple[str, type[Vocabulary] | None]:
    if field is None or column in added:
        return added.get(column, ""), None
    label = f"{property_label(field.name, 'ja')} / {property_label(field.name, 'en')}. "
    tail = column.removeprefix(field.name).removeprefix("_")
    if field.is_date and tail:
        day = "First" if tail == "min" else "Last"
        return f"{label}{day} possible day of it, ISO.", None
    said = f"{label}{field.description}" + (f" ({tail.replace('_', ', ')})" if tail else "")
    return said, field.vocabulary if not field.many else None


def _type(sample: Property) -> str:
    if isinstance(sample, bool):
        return "boolean"
    return {int: "integer", list: "array"}.get(type(sample), "string")


def _column(
    name: str, type_: str, description: str, words: type[Vocabulary] | None = None
) -> dict[str, Any]:
    column: dict[str, Any] = {"name": name, "type": type_, "description": description}
    if words:
        column["constraints"] = {"enum": [str(word) for word in words if word]}
        column["description"] += " " + "; ".join(f"{w}: {w.ja} / {w.en}" for w in words if w)
    return column


# Files ------------------------------------------------------------------------------------------------------------


def _csv(table: Table) -> str:
    stream = io.StringIO()
    names = [column["name"] for column in table.columns]
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in table.rows)
    return stream.getvalue()


def _cell(value: Property | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _package(contents: Contents, tables: Sequence[Table]) -> dict[str, Any]:
    build = next((node.props for node in contents.batch.nodes if node.labels[0] == "Build"), {})
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "enishi",
        "title": "縁 国際量子協力ネットワーク / Enishi: the international quantum-technology cooperation network",
        "description": "Who signed what with whom, in which forum they sit together, how one step led to the next; "
        "every value with the source that gives it and the place in it.",
    }
    package["handling"] = contents.handling.value
    if contents.shipped:
        package["licenses"] = [_LICENCE]
    if "build_key" in build:
        package["version"] = str(build["build_key"])
    if "newest_event_on" in build:
        package["newest_event_on"] = build["newest_event_on"]
    package["resources"] = [_resource(table) for table in tables]
    return package


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": list(table.columns), "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = table.key
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": field}}
            for column, (resource, field) in table.refers.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.path.removesuffix(".csv").replace("/", "-"),
        "path": table.path,
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
