"""The JSON Schemas for editors accept what the loader accepts, and refuse what it refuses."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from graphmodel.kinds import KINDS
from loaders.editor import FOLDER, schema, write_schemas

RECORD = Path(__file__).parents[2] / "data"
KINDS_WITH_FILES = {kind.spec.folder: kind for kind in KINDS.values() if kind.spec.folder}
FILES = sorted(
    path.relative_to(RECORD).as_posix()
    for folder in KINDS_WITH_FILES
    for path in (RECORD / folder).glob("*.yaml")
)


class AsEditors(yaml.SafeLoader):
    """YAML 1.2 as editors read it: true and false, numbers, and all else text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as in the base class


AsEditors.add_implicit_resolver(
    "tag:yaml.org,2002:bool", yaml.resolver.re.compile("^(?:true|false)$"), list("tf")
)
AsEditors.add_implicit_resolver(
    "tag:yaml.org,2002:int", yaml.resolver.re.compile("^[0-9]+$"), list("0123456789")
)


@cache
def validator(folder: str) -> Draft202012Validator:
    return Draft202012Validator(schema(KINDS_WITH_FILES[folder]))


def errors(folder: str, text: str, loader: Any = AsEditors) -> list[str]:
    data = yaml.load(text, Loader=loader)  # noqa: S506
    return [f"{e.json_path}: {e.message}"[:200] for e in validator(folder).iter_errors(data)]


def test_there_is_a_schema_for_each_folder(tmp_path: Path) -> None:
    paths = write_schemas(tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in paths} == {
        f"{FOLDER}/{folder}.json" for folder in KINDS_WITH_FILES
    }
    for path in paths:
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_the_same_declarations_give_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_schemas(tmp_path / "a")]
    assert first == [path.read_bytes() for path in write_schemas(tmp_path / "b")]
    assert b"\r" not in b"".join(first)


def test_the_shipped_record_was_found() -> None:
    assert len(FILES) > 150


@pytest.mark.parametrize("folder", KINDS_WITH_FILES)
@pytest.mark.parametrize("loader", [AsEditors, yaml.BaseLoader], ids=["as-editors", "as-text"])
def test_every_file_of_the_shipped_record_is_valid(folder: str, loader: Any) -> None:
    files = [file for file in FILES if file.startswith(f"{folder}/")]
    found = {
        file: errors(folder, (RECORD / file).read_text(encoding="utf-8"), loader) for file in files
    }
    assert {file: said for file, said in found.items() if said} == {}


VALID = "id: agreement:a\nby: [s1, s2@p1]\nnotes: x\ntype: contract\n"


@pytest.mark.parametrize(
    "text",
    [
        "title: {ja: x, en: y, by: [s1, s2]}\n",
        "title: [{ja: x}, {en: y, at: p1, text: z, mood: planned, valid: 2025-05}]\n",
        "names: [{ja: x, use: short, by: [s1, s2]}]\n",
        "type: [contract, {is: statement, by: [s1]}]\n",
        "signed_on: 2025\n",
        "signed_on: {is: 2025-05-13, handling: internal, recorded_on: 2026-01-01}\n",
        "parties: JP\n",
        "parties: [JP, {who: country:GB, through: org:x, holds: false, period: 2}]\n",
        "parties: [{list: [JP, GB], complete: true, basis: attendance, valid: 2024-07}]\n",
        "led_to: [{is: meeting:m, basis: stated}]\n",
    ],
)
def test_every_form_is_valid(text: str) -> None:
    assert errors("agreements", "id: agreement:a\nby: [s1, s2@p1]\nnotes: x\n" + text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("titel: {ja: x}\n", id="unknown-key"),
        pytest.param("type: {is: contract, form: x}\n", id="unknown-modifier"),
        pytest.param("parties: [{who: JP, rank: x}]\n", id="unknown-key-of-tie"),
        pytest.param("parties: [{is: JP}]\n", id="is-for-who"),
        pytest.param("type: memorandom\n", id="unknown-word"),
        pytest.param("type: {is: contract, mood: perhaps}\n", id="unknown-mood"),
        pytest.param("title: 覚書\n", id="no-language"),
        pytest.param("title: {is: 覚書}\n", id="is-for-language"),
        pytest.param("names: [{ja: x, use: nick}]\n", id="unknown-use"),
        pytest.param("id: forum:a\n", id="other-scheme"),
        pytest.param("id: ''\n", id="empty-id"),
        pytest.param("parties: [{who: JP, period: 1}]\n", id="first-period"),
        pytest.param("parties: [{list: JP}]\n", id="list-as-text"),
    ],
)
def test_what_the_loader_refuses_is_refused(text: str) -> None:
    head = "" if text.startswith("id:") else "id: agreement:a\n"
    assert errors("agreements", f"{head}by: s1\n{text}") != []


def test_a_file_needs_an_id() -> None:
    assert errors("agreements", "by: s1\n") != []


@pytest.mark.parametrize("folder", KINDS_WITH_FILES)
def test_each_key_is_described(folder: str) -> None:
    properties = schema(KINDS_WITH_FILES[folder])["properties"]
    assert all(properties[name].get("description") for name in properties if name != "id")
