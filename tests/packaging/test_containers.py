"""The compose file and the Dockerfile, as far as they can be tested where no container engine runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.neo4j.server import VERSION

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"


@pytest.fixture
def services() -> dict[str, Any]:
    return yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]


def test_the_compose_file_keeps_its_schema() -> None:
    command = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [command, "--builtin-schema", "vendor.compose-spec", COMPOSE], capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_database_is_the_one_that_is_tested(services: dict[str, Any]) -> None:
    assert services["neo4j"]["image"] == f"neo4j:{VERSION}-community"


def test_ports_are_those_of_this_machine(services: dict[str, Any]) -> None:
    for service in services.values():
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


def test_there_is_no_default_password(services: dict[str, Any]) -> None:
    text = COMPOSE.read_text(encoding="utf-8")
    assert set(re.findall(r"\$\{NEO4J_PASSWORD[^}]*\}", text)) == {
        "${NEO4J_PASSWORD:?set NEO4J_PASSWORD in .env, see .env.example}"
    }
    assert "NEO4J_PASSWORD=\n" in (ROOT / ".env.example").read_text(encoding="utf-8")
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_no_file_of_the_server_can_be_read_as_csv(services: dict[str, Any]) -> None:
    setting = "NEO4J_dbms_security_allow__csv__import__from__file__urls"
    assert services["neo4j"]["environment"][setting] == "false"


def test_the_record_is_loaded_once_the_database_is_healthy(services: dict[str, Any]) -> None:
    load = services["load"]
    assert load["command"] == ["build"]
    assert load["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "cypher-shell" in services["neo4j"]["healthcheck"]["test"][1]


def test_the_image_has_two_stages_and_no_root() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    words = [line.split(maxsplit=1) for line in lines if re.match(r"[A-Z]+ ", line)]
    assert [word for word, _ in words].count("FROM") == 2
    assert [rest for word, rest in words if word == "USER"] == ["10001"]
    assert all(re.search(r":\d", rest) for word, rest in words if word == "FROM")
    assert "ADD" not in {word for word, _ in words}


def test_the_image_is_lint_free() -> None:
    command = Path(sys.executable).with_name("hadolint")
    if not command.exists():
        pytest.skip("hadolint is installed on Linux on x86-64 only")
    done = subprocess.run(
        [command, ROOT / "Dockerfile"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_that_the_image_is_built_from_is_let_in() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[:1] == "!"}  # fmt: skip
    assert all((ROOT / name).exists() for name in allowed)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    packages = re.search(r"^packages = \[(.*)\]", project, re.MULTILINE)
    assert packages
    assert set(re.findall(r'"(\w+)"', packages[1])) | {"data", "README.md", "LICENSE"} <= allowed
