"""The lint: each shipped query is clean, and each rule fires on a query that breaks it alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from queries.catalogue import LIBRARY
from queries.header import Bilingual, ColumnSpec, ParameterSpec, SavedQuery, read_query
from queries.lint import LintError, known_properties, lint, require_clean, returned_columns

TWO = Bilingual(ja="x", en="x")
GOOD = "MATCH (f:Forum)<-[m:MEMBER_OF]-(c:Party)\nWHERE m.holds_from <= $as_of\nRETURN c.id AS id, m.sources AS sources\nORDER BY id\n"


def query(
    statement: str = GOOD,
    columns: tuple[str, ...] = ("id", "sources"),
    params: dict[str, ParameterSpec] | None = None,
) -> SavedQuery:
    return SavedQuery(
        id="q",
        title=TWO,
        question=TWO,
        answer=TWO,
        nothing=TWO,
        params=params or {},
        columns={name: ColumnSpec(ja="x", en="x", means=TWO) for name in columns},
        statement=statement,
        path=Path("q.cypher"),
    )


def parameter(type_: str, **more: object) -> ParameterSpec:
    return ParameterSpec.model_validate(
        {"ja": "x", "en": "x", "type": type_, "example": "x", **more}
    )


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.cypher")), ids=lambda path: path.stem)
def test_each_shipped_query_is_clean(path: Path) -> None:
    assert lint(read_query(path)) == []


def test_a_small_query_is_clean() -> None:
    assert lint(query()) == []
    require_clean(query())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("ORDER BY id", "ORDER BY id SET c.x = 1", "SET is not allowed", id="write"),
        pytest.param("MATCH (f", "CALL db.labels() MATCH (f", "may not be called", id="procedure"),
        pytest.param("$as_of", "$today", "$today is used but not declared", id="undeclared"),
        pytest.param("<= $as_of", "<= '2025'", "as_of is declared but not used", id="unused"),
        pytest.param("AS id", "AS name", "the header declares id, sources", id="other-column"),
        pytest.param(
            "c.id AS id, m.sources AS sources", "m.sources AS sources, c.id AS id", "RETURN gives", id="order-of-columns"
        ),
        pytest.param("c.id AS id", "c.id", "RETURN gives c.id", id="no-alias"),
        pytest.param("\nORDER BY id", "", "no ORDER BY", id="no-order"),
        pytest.param(":Forum)", ":Forums)", "there is no label Forums", id="label"),
        pytest.param(":Party)", ":Party:Partie)", "there is no label Partie", id="second-label"),
        pytest.param(":Party)", ":Party|Partie)", "there is no label Partie", id="other-label"),
        pytest.param(":MEMBER_OF", ":MEMBER_IN", "there is no relationship type MEMBER_IN", id="type"),
        pytest.param(":MEMBER_OF", ":MEMBER_OF|JOINED", "there is no relationship type JOINED", id="other-type"),
        pytest.param(":MEMBER_OF", ":JOINED*0..3", "there is no relationship type JOINED", id="type-of-length"),
        pytest.param("m.holds_from", "m.held_from", "has a property held_from", id="property"),
        pytest.param("m.holds_from", "m.Holds_from", "has a property Holds_from", id="property-in-capitals"),
        pytest.param(":Party)", ":Party {nme_en: 'x'})", "property nme_en; did you mean name_en", id="inline"),
        pytest.param(":MEMBER_OF]", ":MEMBER_OF {foo: 1}]", "has a property foo", id="inline-of-a-tie"),
        pytest.param("(f:Forum)<-[m:", "(f {foo: 1})<-[m:", "has a property foo", id="inline-without-label"),
        pytest.param("WHERE", "WHERE f:Fora AND", "there is no label Fora", id="label-asked-for"),
        pytest.param("WHERE", "WHERE NOT f:Forum|Fora AND", "there is no label Fora", id="other-label-asked-for"),
        pytest.param(":Forum)", ":`Fora`)", "there is no label Fora", id="quoted-label"),
        pytest.param("c.id AS", "COLLECT { MATCH (x:Forum) RETURN x.id } AS", "COLLECT", id="collect"),
        pytest.param("WHERE", "CALL { WITH c RETURN 1 AS one } WITH * WHERE", "CALL (x) { … }", id="call-braces"),
        pytest.param("c.id AS", "labels(c)[0] AS", "labels come in no fixed order", id="labels"),
        pytest.param("c.id AS", "keys(c) AS", "keys() and properties()", id="keys"),
        pytest.param("c.id AS", "properties(c) AS", "keys() and properties()", id="properties"),
        pytest.param("c.id AS", "c {.*} AS", "n {.*}", id="projection"),
        pytest.param("c.id AS", "percentileCont(c.edition, 0.5) AS", "percentiles", id="percentile"),
        pytest.param("c.id AS", "duration.between(date(), date()).days AS", "silently wrong", id="duration"),
        pytest.param(":Party)", ":Party&!Country)", "label expressions with !", id="not-label"),
        pytest.param("c.id AS", "id(c) AS", "ids of the engine", id="engine-id"),
        pytest.param("c.id AS", "elementId(c) AS", "ids of the engine", id="element-id"),
        pytest.param(":MEMBER_OF]", ":MEMBER_OF*]", "any length", id="any-length"),
        pytest.param(":MEMBER_OF]", ":MEMBER_OF*2..]", "any length", id="no-upper-bound"),
        pytest.param("WHERE", "/* why */ WHERE", "block comments", id="block-comment"),
    ],
)  # fmt: skip
def test_each_rule_fires(old: str, new: str, says: str) -> None:
    assert old in GOOD
    findings = lint(query(GOOD.replace(old, new, 1)))
    assert [finding for finding in findings if says in finding], findings


def test_a_row_must_carry_its_proof() -> None:
    text = GOOD.replace(", m.sources AS sources", "")
    assert lint(query(text, ("id",))) == ["there is no column sources: a row carries its proof"]


@pytest.mark.parametrize(
    ("spec", "finding"),
    [
        (parameter("words", vocabulary="Level", example="govt"), "p: govt is no word of Level"),
        (parameter("words", vocabulary="Level", default="government,govt", example="any"), "p: govt is no word of Level"),
        (parameter("up_to", vocabulary="Scope", example="all"), "p: all is no word of Scope"),
        (parameter("entity", kinds=["Forums"]), "p: there is no kind Forums"),
        (parameter("entities", kinds=["Fora"]), "p: there is no kind Fora"),
        (parameter("words", vocabulary="Level", example="government, govt"), "p: govt is no word of Level"),
        (parameter("kind", kinds=["Forum"], example="Call"), "p: 'Call' is not one of Forum."),
        (parameter("day", example="2025"), "p: '2025' is no day."),
        (parameter("day", default="today", example="2025-05-01"), "p: 'today' is no day."),
        (parameter("years", example="25"), "p: '25' is no year."),
        (parameter("number", default="none", example="1"), "p: 'none' is no number of 1 or more."),
        (parameter("text", required=True, default="x"), "p is required and has a default"),
        (parameter("text", default="setting:foo"), "p: there is no setting foo; there is: party"),
        (parameter("kind", kinds=["Forums"]), "p: there is no kind Forums"),
    ],
)  # fmt: skip
def test_parameters_keep_their_promises(spec: ParameterSpec, finding: str) -> None:
    text = GOOD.replace("$as_of", "$as_of AND c.id <> $p")
    assert lint(query(text, params={"p": spec})) == [finding]


@pytest.mark.parametrize(
    ("said", "finding"),
    [
        ("{count:d}", "answer: write {count} without a form behind it"),
        ("{count!r} x", "answer: write {count} without a form behind it"),
        ("", "answer may say nothing at all"),
        (" {p}", "answer may say nothing at all"),
        ("{counts} x", "answer: nothing is known as {counts}"),
        ("{count x", "answer: expected '}' before end of string"),
    ],
)
def test_sentences_can_be_said(said: str, finding: str) -> None:
    asked = query(GOOD.replace("$as_of", "$as_of AND c.id <> $p"), params={"p": parameter("text")})
    assert lint(asked.model_copy(update={"answer": Bilingual(ja="{count}", en="x {p}")})) == []
    assert finding in lint(asked.model_copy(update={"answer": Bilingual(ja="x", en=said)}))


@pytest.mark.parametrize("vocabulary", ["", "Foo", "Level Foo", "re"])
def test_a_column_of_words_has_a_vocabulary(vocabulary: str) -> None:
    column = ColumnSpec(ja="x", en="x", means=TWO, type="word", vocabulary=vocabulary)
    asked = query()
    asked = asked.model_copy(update={"columns": {**asked.columns, "id": column}})
    missing = vocabulary.rsplit(maxsplit=1)[-1] if vocabulary else ""
    assert lint(asked) == [f"id: There is no vocabulary {missing!r}."]


def test_a_parameter_that_is_not_used() -> None:
    assert lint(query(params={"p": parameter("text")})) == ["p is declared but not used"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GOOD.replace("WHERE", "// labels(n)[0] and keys() are not used; CREATE neither\nWHERE"), id="comment"),
        pytest.param(GOOD.replace("c.id AS", "'labels(n)[0] SET' AS"), id="text"),
        pytest.param(GOOD.replace("MATCH", "CALL () { RETURN 1 AS one ORDER BY one }\nMATCH", 1), id="subquery"),
        pytest.param(GOOD.replace("RETURN", "RETURN DISTINCT"), id="distinct"),
        pytest.param(GOOD.replace("c.id AS id", "CASE WHEN c.id IN ['a', 'b'] THEN c.id END AS id"), id="case"),
        pytest.param(GOOD.replace(":Party)", ":Country|Union)"), id="either-label"),
        pytest.param(GOOD.replace("RETURN c.id", "WITH c, m, {inner: 1} AS own\nRETURN own.inner"), id="own-map"),
        pytest.param(GOOD.replace(":MEMBER_OF]", ":MEMBER_OF*1..3]"), id="bounded"),
        pytest.param(GOOD.replace(":Party)", ":Ministry)"), id="subtype"),
        pytest.param(GOOD.replace("$as_of", "$as_of AND size(c.evidence) > 0"), id="evidence"),
        pytest.param(GOOD.replace(":Party)", ":`Country`)"), id="quoted-label"),
        pytest.param(GOOD.replace("(f:Forum)", "(f:Forum {id: 'x', `name_ja`: 'y'})"), id="inline"),
        pytest.param(GOOD.replace("$as_of", "$as_of AND (c:Country OR c:Union)"), id="label-asked-for"),
        pytest.param(GOOD.replace("RETURN c.id", "WITH c, m, collect({Inner: 1, a: c.id}) AS own\nRETURN own[0].Inner"), id="collected"),
        pytest.param(GOOD.replace("c.id AS id", "c {foo: c.id} AS id"), id="projection"),
    ],
)  # fmt: skip
def test_what_is_allowed_is_not_reported(text: str) -> None:
    assert lint(query(text)) == []


def test_all_findings_are_told_at_once() -> None:
    text = GOOD.replace(":Forum", ":Forums").replace("\nORDER BY id", "")
    with pytest.raises(LintError) as caught:
        require_clean(query(text))
    assert "Forums" in str(caught.value)
    assert "ORDER BY" in str(caught.value)
    assert caught.value.exit_code == 2


def test_columns_of_the_last_return_that_stands_alone() -> None:
    text = "CALL (x) { RETURN a AS b, c AS d } WITH [1, 2] AS y RETURN f(x, y) AS one, {a: 1, b: 2} AS two LIMIT 3"
    assert returned_columns(text) == ["one", "two"]


def test_known_properties_are_those_of_the_declarations() -> None:
    known = known_properties()
    assert {
        "signed_on",
        "signed_on_min",
        "title_ja",
        "names_abbreviation_en",
        "holds_from",
        "as_office",
    } <= known
    assert not {"signed", "title", "names"} & known
