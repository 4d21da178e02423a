r"""The read-only gate: nothing that writes, loads or calls passes, however it is written; what reads does.

Neo4j resolves unicode escapes before it reads text, the embedded engine only within it, so that `\u0027` and `\u005c`
hide a clause from one of them; both readings have to be harmless.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.cypher_text import strip
from graphmodel.stores.embedded import EmbeddedStore
from queries.gate import GateError, require_read_only

WRITES = {
    "create": "CREATE (n:Country {id: 'country:XX'})",
    "create-after-match": "MATCH (n:Country) CREATE (n)-[:PART_OF]->(n) RETURN n.id AS id",
    "merge": "MERGE (n:Country {id: 'country:XX'}) RETURN n.id AS id",
    "set": "MATCH (n:Country) SET n.name_ja = 'x' RETURN n.id AS id",
    "set-label": "MATCH (n:Country) SET n:Union",
    "remove": "MATCH (n:Country) REMOVE n.name_ja",
    "delete": "MATCH (n:Country) DELETE n",
    "detach-delete": "MATCH (n) DETACH DELETE n",
    "nodetach-delete": "MATCH (n) NODETACH DELETE n",
    "foreach": "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "insert": "INSERT (n:Country)",
    "in-subquery": "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n.id AS id",
    "in-transactions": "MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
    "on-create": "MATCH (n) MERGE (m:Entity {id: n.id}) ON CREATE SET m.x = 1",
}
SCHEMA = {
    "constraint": "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    "index": "CREATE INDEX i FOR (n:Entity) ON (n.name_ja)",
    "drop-constraint": "DROP CONSTRAINT entity_id",
    "drop-database": "DROP DATABASE neo4j IF EXISTS",
    "alter-user": "ALTER USER neo4j SET PASSWORD 'x'",
    "rename-role": "RENAME ROLE a TO b",
    "grant": "GRANT ROLE reader TO alice",
    "deny": "DENY READ {*} ON GRAPH * TO reader",
    "revoke": "REVOKE ROLE reader FROM alice",
    "start-database": "START DATABASE neo4j",
    "stop-database": "STOP DATABASE neo4j",
    "enable-server": "ENABLE SERVER 'x'",
    "terminate": "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "show": "SHOW USERS",
    "use": "USE system MATCH (n) RETURN n.id AS id",
    "profile": "PROFILE MATCH (n) RETURN n.id AS id",
}
LOADS = {
    "load-csv": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "load-csv-headers": "LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS row RETURN row",
    "load-csv-http": "LOAD CSV FROM 'http://example.org/' AS row RETURN row",
    "load-csv-after-union": "RETURN [] AS row UNION LOAD CSV FROM 'file:///x' AS row RETURN row",
    "using-periodic-commit": "USING PERIODIC COMMIT 500 LOAD CSV FROM 'file:///x' AS r RETURN r",
    "load-json": "LOAD JSON FROM 'file:///x' AS r RETURN r",
}
CALLS = {
    "procedure": "CALL db.labels() YIELD label RETURN label",
    "procedure-without-brackets": "CALL db.labels",
    "procedure-of-one-word": "CALL shutdown()",
    "optional-call": "OPTIONAL CALL db.labels() YIELD label RETURN label",
    "list-config": "CALL dbms.listConfig() YIELD name RETURN name",
    "apoc-run": "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "function-of-a-namespace": "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)', {}) AS x",
    "function-that-loads": "RETURN apoc.util.sleep(1000) AS x",
    "gds": "CALL gds.graph.drop('g')",
    "two-statements": "MATCH (n) RETURN n.id AS id; MATCH (n) RETURN n.id AS id",
}
DISGUISED = {
    "lower-case": "match (n) set n.x = 1",
    "mixed-case": "MaTcH (n) dEtAcH dElEtE n",
    "long-s": "MATCH (n) \u017fet n.x = 1",
    "line-break": "MATCH (n)\nDETACH\n\n\tDELETE\n  n",
    "windows-line-break": "MATCH (n)\r\nSET n.x = 1",
    "no-break-space": "LOAD\u00a0CSV FROM 'file:///x' AS x RETURN x",
    "full-width-space": "MATCH (n)\u3000SET\u3000n.x = 1",
    "comment-before": "// only reads\nCREATE (n)",
    "comment-between": "LOAD /* x */ CSV FROM 'file:///x' AS x RETURN x",
    "block-comment-before": "/* RETURN 1 */ CREATE (n)",
    "comment-that-is-none": "RETURN 'http://x' AS x UNION LOAD CSV FROM 'file:///x' AS x RETURN x",
    "block-comment-in-text": "RETURN '/*' AS a CREATE (n) RETURN '*/' AS b",
    "line-comment-in-text": "RETURN '//' AS a CREATE (n)",
    "line-comment-in-quoted-name": "RETURN 1 AS `//` CREATE (n)",
    "quote-in-comment": "RETURN 1 AS a // it's\nCREATE (n) // '",
    "quote-in-block-comment": "RETURN 1 AS a /* ' */ CREATE (n) /* ' */",
    "quote-in-quoted-name": "RETURN 1 AS `'` CREATE (n) RETURN 2 AS `'`",
    "quote-in-other-quotes": 'RETURN "\'" AS a CREATE (n) RETURN "\'" AS b',
    "backtick-in-text": "RETURN '`' AS a CREATE (n) RETURN '`' AS b",
    "escaped-backslash": "RETURN '\\\\' AS a CREATE (n) RETURN '\\\\' AS b",
    "escaped-quote": "RETURN '\\'' AS a CREATE (n) RETURN '\\'' AS b",
    "double-backtick": "RETURN 1 AS `a``b` CREATE (n)",
    "adjoining-brackets": "MATCH(n)SET(n).x=1",
    "adjoining-quotes": "WITH'x'AS x CREATE(n)",
    "adjoining-number": "MATCH (n) WITH n LIMIT 1SET n.x = 1",
    "adjoining-hex-number": "MATCH (n) WITH n, 0x1SET n.x = 1",
    "adjoining-number-load": "WITH 1AS a LIMIT 1LOAD CSV FROM 'file:///x' AS x RETURN x",
    "adjoining-number-call": "MATCH (n) WITH n LIMIT 1CALL db.labels() YIELD label RETURN label",
    "escaped-letter": r"\u0043REATE (n)",
    "escaped-letter-within": r"LO\u0041D CSV FROM 'file:///x' AS x RETURN x",
    "escaped-lower-letter": r"MATCH (n) s\u0065t n.x = 1",
    "escaped-space": r"MATCH (n)\u0020SET\u0020n.x = 1",
    "escaped-quote-ends-text": r"RETURN '\u0027 AS x CREATE (n) //'",
    "escaped-double-quote-ends-text": r'RETURN "\u0022 AS x CREATE (n) //"',
    "escaped-backtick-ends-name": r"RETURN 1 AS `\u0060 CREATE (n) //`",
    "escaped-backslash-hides-quote": r"RETURN '\u005c' AS x CREATE (n {a: '' }) //'",
    "escaped-backslash-hides-load": (
        r"RETURN '\u005c' AS x UNION LOAD CSV FROM 'file:///x' AS x RETURN x //'"
    ),
    "escaped-line-feed-ends-comment": r"RETURN 1 AS x // \u000aCREATE (n)",
    "escaped-return-ends-comment": r"RETURN 1 AS x // \u000dCREATE (n)",
    "escaped-comment-end": r"RETURN 1 AS x /* \u002a\u002f CREATE (n)",
    "carriage-return-ends-comment": "RETURN 1 AS x // \rUNION LOAD CSV FROM 'file:///x' AS x RETURN x",
    "line-separator-ends-comment": "RETURN 1 AS x // \u2028CREATE (n)",
    "call-after-a-variable-as": "WITH 1 AS as CALL db.labels() YIELD label RETURN label",
    "call-after-a-variable-by": "WITH 1 AS by CALL db.labels() YIELD label RETURN label",
    "call-after-a-variable-order": "WITH 1 AS order CALL db.labels() YIELD label RETURN label",
    "call-after-a-sorted-call": "WITH 1 AS call ORDER BY call CALL db.labels() YIELD label RETURN label",
    "call-of-order": "CALL order YIELD x RETURN x",
    "call-of-a-currency": "CALL €.x() YIELD y RETURN y",
    "quoted-procedure": "CALL `db`.`labels`() YIELD label RETURN label",
    "wholly-quoted-procedure": "CALL `db.labels`() YIELD label RETURN label",
    "quoted-function": "RETURN `apoc`.`util`.`sleep`(1) AS x",
    "wholly-quoted-function": "RETURN `apoc.util.sleep`(1) AS x",
    "spaced-procedure": "CALL db . labels ( )",
    "spaced-function": "RETURN apoc . util . sleep (1) AS x",
    "commented-call": "CALL // (x) {\ndb.labels()",
    "unclosed-text": "RETURN 'x AS x",
    "unclosed-name": "RETURN `x AS x",
    "stray-backslash": "RETURN 1 \\ 2 AS x",
}
INNOCENT = {
    "plain": "MATCH (n:Country) RETURN n.id AS id ORDER BY id",
    "text-with-clause": "MATCH (n:Country) WHERE n.name_en = 'CREATE' RETURN n.id AS id",
    "text-with-statement": "RETURN 'MATCH (n) DETACH DELETE n' AS id",
    "text-in-double-quotes": 'RETURN "LOAD CSV FROM x" AS id',
    "text-with-escaped-quote": "RETURN 'it\\'s a SET' AS id",
    "text-with-other-quote": 'RETURN "Côte d\'Ivoire" AS id',
    "text-with-semicolon": "RETURN 'a; DROP b' AS id",
    "text-with-comment": "RETURN 'http://example.org/CREATE' AS id",
    "text-with-backslash": "RETURN 'C:\\\\DELETE' AS id",
    "text-with-unicode-escape": r"RETURN '\u65e5\u672c' AS id",
    "comment-with-clause": "// CREATE nothing, DELETE nothing\nRETURN 1 AS id",
    "comment-at-end": "RETURN 1 AS id // SET",
    "comment-with-quote": "// the day's answer\nRETURN 1 AS id",
    "created-on": "MATCH (a:Agreement) RETURN a.created_on AS id",
    "set-in-a-name": "MATCH (a:Agreement) RETURN a.subset AS id, a.set_on AS offset, a.reset AS x",
    "use-in-a-name": "MATCH (a:Agreement) RETURN a.user AS use_of, a.usage AS id",
    "start-in-a-name": "MATCH (a) RETURN a.started AS id, a.restart AS started_at",
    "quoted-clause-as-name": "MATCH (a:Agreement) RETURN a.`set` AS `create`",
    "type-with-call": "MATCH (c)-[:CALLS_UNDER]->(p) RETURN c.id AS id",
    "label-call": "MATCH (c:Call)-[:FUNDS]->(p) RETURN c.id AS id",
    "label-call-alternative": "MATCH (c:Call|Project) RETURN c.id AS id",
    "label-programme": "MATCH (p:Programme) RETURN p.id AS id",
    "column-call": "MATCH (x:Call) RETURN x.id AS call, x.stage AS stage ORDER BY x.id",
    "column-call-sorted": "MATCH (c:Call) RETURN c.id AS call ORDER BY call",
    "column-call-sorted-down": "MATCH (c:Call) RETURN c.id AS call ORDER BY call DESC, c.id",
    "column-call-at-end": "MATCH (c:Call) WITH c.id AS id RETURN id AS call;",
    "variable-call": "MATCH (call:Call)-[:FUNDS]->(p) WHERE call.id <> p.id RETURN call",
    "variable-call-in-a-list": "MATCH (call: Call) RETURN [call] AS x, {call: call} AS y",
    "subquery": "MATCH (n) CALL (n) { RETURN 1 AS x } RETURN n.id AS id, x",
    "subquery-next-line": "MATCH (n) CALL (n)\n{ RETURN 1 AS x } RETURN n.id AS id, x",
    "subquery-of-nothing": "MATCH (n) CALL () { RETURN 1 AS x } RETURN n.id AS id, x",
    "subquery-old-form": "MATCH (n) CALL { RETURN 1 AS x } RETURN n.id AS id, x",
    "optional-match": "MATCH (n) OPTIONAL MATCH (n)-[:PART_OF]->(m) RETURN n.id AS id",
    "unwind": "UNWIND [1, 2] AS x RETURN x AS id",
    "union": "RETURN 1 AS id UNION ALL RETURN 2 AS id",
    "exists": "MATCH (n) WHERE EXISTS { (n)-[:PART_OF]->() } RETURN n.id AS id",
    "count": "MATCH (n) RETURN COUNT { (n)--() } AS id",
    "case": "MATCH (n) RETURN CASE WHEN n.x THEN 1 ELSE 2 END AS id",
    "days": "RETURN duration.inDays(date('2025-01-01'), date('2025-02-01')).days AS id",
    "truncated-date": "RETURN date.truncate('month', date('2025-01-15')) AS id",
    "map-projection": "MATCH (n) RETURN n {.id, .name_ja} AS id",
    "pattern-of-length": "MATCH (a)-[:LED_TO*0..8]->(b) RETURN b.id AS id",
    "reduce": "RETURN reduce(all = [], s IN [[1]] | all + s) AS id",
    "semicolon-at-end": "RETURN 1 AS id;\n",
    "windows-line-ends": "MATCH (n)\r\nRETURN n.id AS id\r\n",
    "parameter": "MATCH (n {id: $id}) RETURN n.id AS id",
    "japanese": "MATCH (n) WHERE n.name_ja CONTAINS '量子' RETURN n.id AS id",
    "division": "RETURN 4 / 2 AS id",
    "number-glued-to-as": "RETURN 1AS id",
}


def _cases(*groups: dict[str, str]) -> list[object]:
    return [pytest.param(text, id=name) for group in groups for name, text in group.items()]


@pytest.mark.parametrize("statement", _cases(WRITES, SCHEMA, LOADS, CALLS))
def test_what_does_more_than_read_is_refused(statement: str) -> None:
    with pytest.raises(GateError) as caught:
        require_read_only(statement)
    assert caught.value.exit_code == 2
    assert caught.value.hint


@pytest.mark.parametrize("statement", _cases(DISGUISED))
def test_a_disguise_does_not_help(statement: str) -> None:
    with pytest.raises(GateError):
        require_read_only(statement)


@pytest.mark.parametrize("statement", _cases(INNOCENT))
def test_what_only_reads_passes(statement: str) -> None:
    require_read_only(statement)


def test_the_message_names_the_clause() -> None:
    with pytest.raises(GateError, match=r"DELETE is not allowed here|DETACH is not allowed here"):
        require_read_only("MATCH (n) DETACH DELETE n")
    with pytest.raises(GateError, match=r"The procedure db\.labels may not be called"):
        require_read_only("CALL db.labels()")
    with pytest.raises(GateError, match=r"apoc\.util\.sleep"):
        require_read_only("RETURN apoc.util.sleep(1) AS x")


def test_stripping_keeps_code_and_takes_the_rest() -> None:
    text = strip("RETURN 'a//b' AS `x y`, \"c\" AS d // end\n/* e */ + 1")
    assert text == "RETURN '' AS _, '' AS d  \n  + 1"


@given(before=st.text(max_size=12), after=st.text(max_size=12))
def test_a_clause_that_stands_alone_is_never_let_through(before: str, after: str) -> None:
    """Whatever surrounds it as a text of its own, the clause outside of it is seen."""
    quoted = [part.replace("\\", "\\\\").replace("'", "\\'") for part in (before, after)]
    statement = f"WITH '{quoted[0]}' AS a CREATE (n) RETURN '{quoted[1]}' AS b"
    with pytest.raises(GateError):
        require_read_only(statement)


@given(
    text=st.text(
        st.characters(exclude_characters="\\\r", exclude_categories=["Cc", "Zl", "Zp", "Cs"])
    )
)
def test_text_of_the_data_is_never_taken_for_a_clause(text: str) -> None:
    quoted = text.replace("'", "\\'")
    require_read_only(f"MATCH (n) WHERE n.name_ja = '{quoted}' RETURN n.id AS id")


def test_the_engine_itself_would_load_a_local_file(graph: EmbeddedStore, tmp_path: Path) -> None:
    """Why the gate is needed: a handle that refuses to write reads any file. If this fails, the engine has changed."""
    (tmp_path / "secret.csv").write_text("secret\n", encoding="utf-8")
    statement = f"LOAD CSV FROM '{(tmp_path / 'secret.csv').as_uri()}' AS row RETURN row"
    assert graph.read(statement).rows == ((["secret"],),)
    with pytest.raises(GateError):
        require_read_only(statement)
