"""Every rule over every file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graphmodel.kinds import KINDS
from graphmodel.stores import GraphStore
from queries.catalogue import internal
from visualizations.output_rules.looks import LOOKS
from visualizations.output_rules.names import NAMES, people_rule
from visualizations.output_rules.office_drawing import DRAWING
from visualizations.output_rules.office_letters import LETTERS
from visualizations.output_rules.office_marks import MARKING
from visualizations.output_rules.office_sources import CITING
from visualizations.output_rules.paper import pages_of
from visualizations.output_rules.passage import Breach, Rule, Verbatim, breaches
from visualizations.output_rules.readers import produced_under, read_produced
from visualizations.output_rules.word_lists import read_word_lists, word_rules
from visualizations.output_rules.words import WORDS

_FAMILY_FIRST = re.compile(r"([A-Z][A-Z'-]+) ([A-Z][\w-]+)")


def all_rules(verbatim: Verbatim, folders: Iterable[Path] = ()) -> tuple[Rule, ...]:
    """Every rule, in the order of numbers.

    Args:
        verbatim: What is given as it stands.
        folders: Folders of one's own words.

    Raises:
        EnishiError: If a list of words there cannot be read.
    """
    rules = (
        *NAMES,
        people_rule(verbatim),
        *WORDS,
        *word_rules(read_word_lists(folders)),
        *LOOKS,
        *LETTERS,
        *DRAWING,
        *CITING,
        *MARKING,
    )
    return tuple(sorted(rules, key=lambda rule: rule.number))


def check_files(
    paths: list[Path],
    verbatim: Verbatim,
    folders: Iterable[Path] = (),
    office: str | None = None,
) -> Iterator[tuple[Path, list[Breach]]]:
    """Each file with what it breaks.

    Args:
        paths: Files and folders.
        verbatim: What is given as it stands.
        folders: Folders of one's own words.
        office: Where LibreOffice is, to count the pages of documents; without it they are not counted.

    Raises:
        UsageError: If a file cannot be read.
        EnishiError: If a list of words cannot be read.
    """
    rules = all_rules(verbatim, folders)
    files = list(produced_under(paths))
    documents = [path for path in files if path.suffix == ".docx"]
    pages = pages_of(documents, office) if office and documents else {}
    for path in files:
        produced = replace(read_produced(path), pages=pages.get(path))
        yield path, list(breaches(produced, rules, verbatim))


def read_verbatim(store: GraphStore) -> Verbatim:
    """What is given as it stands, from a graph: titles of its sources, names and printed values of record, its persons."""
    kinds = [label for label, kind in KINDS.items() if kind.spec.folder]
    rows = store.read(internal("verbatim"), {"kinds": kinds}, max_rows=1_000_000).records()
    titles: set[str] = set()
    names = set(_printed(store, rows))
    people = []
    for row in rows:
        said = {text for text in row["said"] if text}
        if row["kind"] == "Source":
            titles |= said
        else:
            names |= said
        if row["kind"] == "Person" and (match := _FAMILY_FIRST.fullmatch(row["name_en"] or "")):
            people.append((match[0], tuple(_given_first(match[1], match[2]))))
    return Verbatim(tuple(sorted(titles)), tuple(sorted(names)), tuple(people))


def _printed(store: GraphStore, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Values that are given as printed, as the declaration of their field says."""
    fields = {
        label: [field for field in kind.fields.values() if "as printed" in field.description]
        for label, kind in KINDS.items()
    }
    ids = [row["id"] for row in rows if fields[row["kind"]]]
    found = store.read(internal("nodes"), {"ids": ids}, max_rows=1_000_000)
    for (node,) in found.rows:
        for field in fields[node.props["kind"]]:
            keys = (
                [f"{field.name}_{lang}" for lang in ("ja", "en")]
                if field.localised
                else [field.name]
            )
            for value in map(node.props.get, keys):
                yield from [value] if isinstance(value, str) else value or []


def _given_first(family: str, given: str) -> Iterable[str]:
    return f"{given} {family.title()}", f"{given} {family}"
