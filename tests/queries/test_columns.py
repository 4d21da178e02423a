"""The values of a column: what is of its type can be shown, and what is not is told and never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.stores.embedded import EmbeddedStore
from queries.header import ColumnSpec, SavedQuery
from queries.lint import lint
from queries.results import Answer
from queries.run import ContractError, run
from tests.queries.test_lint import GOOD, TWO, query
from visualizations.sheet import answer_sheet
from visualizations.table import make_table

VALUES = (
    "null", "5", "1.5", "true", "''", "'abc'", "'2025-05'", "'a:b'", "'Forum'", "'country:KR MEMBER_OF forum:mdq'",
    "['a']", "[null]", "[[1]]", "{a: 1}", "[{a: 1}]", "{ja: 'a', en: null}", "{name_ja: 'a', name_en: 'b', date: 'x'}",
    "{name_ja: 'a', name_en: 'b', role: 'x'}", "{name_ja: 'a', name_en: 'b', stage: [1]}",
    "{complete: true}", "{complete: false, partner: ['a'], observer: []}", "{complete: 1, partner: [1], observer: null}", "{fiscal_year: 2025}", "{date: 'x'}", "{reading: 'x'}",
    "{amount: 5, whole: null, currency: null, bound: null, marks: [], printed: []}",
    "{basis: 'listed', listed: [{on: '2025', cites: ['nowhere@s1']}]}", "{basis: 'nothing_held'}",
    "[{value: 'x', cites: ['nowhere@s1']}]", "[{value: 5, cites: []}]",
)  # fmt: skip
TYPES = (
    "id", "text", "date", "int", "word", "items", "item", "ids", "both", "flag", "ground", "cite", "money", "when",
    "property", "values", "among", "extent",
)  # fmt: skip


def of_type(type_: str, value: str) -> SavedQuery:
    """A query with a value in a column of a type."""
    asked = query(GOOD.replace("c.id AS id", f"{value} AS id"))
    column = ColumnSpec.model_validate({"ja": "x", "en": "x", "means": TWO, "type": type_})
    if type_ == "word":
        column = column.model_copy(update={"vocabulary": "Level Kind"})
    sources = ColumnSpec(ja="x", en="x", means=TWO, type="sources")
    return asked.model_copy(update={"columns": {"id": column, "sources": sources}})


def answered(asked: SavedQuery, graph: EmbeddedStore) -> Answer:
    return run(asked, {}, as_of="2025-12-01", settings={"party": "JP"}, store=graph)


@pytest.mark.parametrize("type_", TYPES)
def test_a_value_is_shown_or_refused(graph: EmbeddedStore, type_: str) -> None:
    shown = set()
    for value in VALUES:
        asked = of_type(type_, value)
        assert lint(asked) == []
        try:
            answer = answered(asked, graph)
        except ContractError:
            continue
        for lang in ("ja", "en"):
            make_table(answer, lang)
            answer_sheet(answer, lang)
        shown.add(value)
    assert shown
    assert shown < set(VALUES) or type_ in ("text", "flag")


@pytest.mark.parametrize(
    ("type_", "value", "says"),
    [
        ("word", "'govt'", "'govt' in the column id is not of the type word Level Kind."),
        ("date", "'soon'", "'soon' in the column id is not of the type date."),
        ("date", "2025", "2025 in the column id is not of the type date."),
        ("values", "[{value: 'x', cites: ['nowhere@s1']}]", "names the source 'nowhere', which the"),
    ],
)  # fmt: skip
def test_the_message_names_column_and_value(
    graph: EmbeddedStore, type_: str, value: str, says: str
) -> None:
    with pytest.raises(ContractError) as caught:
        answered(of_type(type_, value), graph)
    assert says in str(caught.value)
    assert str(Path("q.cypher")) in str(caught.value.hint)


@pytest.mark.parametrize("value", ["['nowhere']", "'nowhere'", "[1]"])
def test_sources_are_those_of_the_graph(graph: EmbeddedStore, value: str) -> None:
    asked = of_type("id", "c.id")
    asked = asked.model_copy(update={"statement": asked.statement.replace("m.sources AS", f"{value} AS")})  # fmt: skip
    with pytest.raises(ContractError):
        answered(asked, graph)
