"""Schemas help editors while they type; they allow what the models allow."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from study.files import FILES
from study.schemas import DECLARED, FOLDERS, schemas


class _AsEditorsDo(yaml.CSafeLoader):
    """YAML 1.2, as an editor's language server reads it: NO and days are text, 2026 is a number."""

    yaml_implicit_resolvers: ClassVar = {
        sign: [rule for rule in rules if rule[0].rpartition(":")[2] in ("int", "float", "null")]
        for sign, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


_AsEditorsDo.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), ["t", "f"])


@cache
def written() -> dict[str, str]:
    return schemas()


def schema(name: str) -> dict[str, Any]:
    return json.loads(written()[name])


def test_every_file_has_a_schema() -> None:
    assert set(written()) == {name.replace(".yaml", ".schema.json") for name in (*FILES, *DECLARED, *FOLDERS)}


@pytest.mark.parametrize("name", sorted(written()))
def test_a_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert written()[name].endswith("}\n")


def test_schemas_are_written_the_same_each_time() -> None:
    assert schemas() == written()


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"sinse": 2024}, False),
        ({"stage": "pilots"}, False),
        ({"technologies": ["blokchain"]}, False),
        ({"title": {"en": "A gate"}}, False),
        ({"checked": "31.1.2026"}, False),
        ({"administrations": ["Norway"]}, False),
        ({"id": "No Gate"}, False),
        ({"sources": []}, False),
    ],
)
def test_a_schema_sees_the_faults_that_an_editor_can_make(change: dict[str, Any], right: bool) -> None:
    [case] = yaml.load(CASE, _AsEditorsDo)
    found = list(Draft202012Validator(schema("cases.schema.json")).iter_errors([{**case, **change}]))
    assert bool(found) is not right


CASE = """\
- id: no-gate
  administrations: ["NO"]
  technologies: [ai]
  processes: [risk-management]
  stage: pilot
  since: 2024
  title: {en: A gate, fr: Une porte}
  summary: {en: It opens., fr: Elle s’ouvre.}
  sources: [note]
  checked: 2026-01-31
"""


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_real_files_keep_to_their_schemas(name: str, root: Path) -> None:
    value = yaml.load((root / "data" / name).read_text(encoding="utf-8"), _AsEditorsDo)
    validator = Draft202012Validator(schema(name.replace(".yaml", ".schema.json")))
    assert [error.json_path for error in validator.iter_errors(value)] == []
