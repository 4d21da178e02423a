"""Layers go one way, engines stay inside the stores, Cypher is built in one module, every package is typed."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("graphmodel", "loaders", "queries", "visualizations", "enishi")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
CYPHER = re.compile(
    r"\bMATCH\s*\(|\bMERGE\s*\(|\bCREATE\s+(?:\(|CONSTRAINT|INDEX)|\bUNWIND\s+\$|\bRETURN\s+\w+\.\w+\s+AS\b"
)
WRITES_CYPHER = {"graphmodel/cypher.py"}
MENTIONS_CYPHER = {"enishi/doctor.py"}
"""The doctor's probe of the engine: one fixed statement on a graph of its own."""
ENGINES = {"kglite", "neo4j"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """A module, parsed."""
    return ast.parse(path.read_text("utf-8"))


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every text of a module but its docstrings, f-strings put together."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.lineno, node.value


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_the_contracts_of_import_linter_hold(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--cache-dir", tmp_path], cwd=ROOT, capture_output=True, text=True, check=False,
        timeout=120, env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_modules_were_found() -> None:
    assert len(MODULES) > 30
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(PACKAGES)


def test_cypher_is_built_in_one_module() -> None:
    found = {
        name(path): [text for _, text in texts(tree_of(path)) if CYPHER.search(text)]
        for path in MODULES
    }
    assert all(found[module] for module in WRITES_CYPHER)
    assert all(len(found[module]) <= 1 for module in MENTIONS_CYPHER)
    others = found.keys() - WRITES_CYPHER - MENTIONS_CYPHER
    assert {module: found[module] for module in others if found[module]} == {}


def test_engines_are_named_in_the_stores_alone() -> None:
    named = {name(path): ENGINES & set(imported(tree_of(path))) for path in MODULES}
    elsewhere = {
        module: engines
        for module, engines in named.items()
        if engines and not module.startswith("graphmodel/stores/")
    }
    assert elsewhere == {}


def test_the_embedded_store_is_where_its_engine_is() -> None:
    tree = ast.parse((ROOT / "graphmodel/stores/embedded.py").read_text("utf-8"))
    assert "kglite" in set(imported(tree))


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_typed(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()
    assert (ROOT / package / "__init__.py").is_file()


def test_each_module_says_what_it_is_for() -> None:
    assert [name(path) for path in MODULES if not ast.get_docstring(tree_of(path))] == []


NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "telnetlib",
}


def test_nothing_reaches_for_the_network() -> None:
    reached = {name(path): NETWORK & set(imported(tree_of(path))) for path in MODULES}
    assert {module: names for module, names in reached.items() if names} == {}
    assert [name(path) for path in MODULES if "urllib.request" in path.read_text("utf-8")] == []


def test_the_search_for_cypher_can_find_it() -> None:
    assert CYPHER.search("MATCH (n) RETURN n.id AS id")
    assert CYPHER.search("UNWIND $rows AS row MERGE (n)")
    assert not CYPHER.search("A match (of names) is created.")
    assert list(imported(ast.parse("import kglite.x\nfrom neo4j import y\nfrom . import z"))) == [
        "kglite",
        "neo4j",
    ]
